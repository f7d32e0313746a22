//! Puts titles, outlets and dates of the saved pages into the sources that quote them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::quantity::Source;

use super::model::Office;

/// What is known of a saved page: title, outlet and date.
pub type Citation = (String, Option<String>, Option<NaiveDate>);

impl Office {
    /// Completes every quotation that the office's files name as a source, from what `page` knows of its file
    /// (path relative to the folder). Reading the folder knows the words and their place, not the title.
    pub fn cite(&mut self, page: impl Fn(&str) -> Option<Citation>) {
        let page = &page;
        for organisation in &mut self.organisations {
            organisation.members.iter_mut().for_each(|(_, _, source)| complete(source, page));
        }
        for term in &mut self.terms {
            term.programme.iter_mut().for_each(|item| complete(&mut item.source, page));
            for target in &mut term.targets {
                complete(&mut target.source, page);
                let base = target.base.as_mut().and_then(|base| base.source.as_mut());
                base.into_iter().for_each(|source| complete(source, page));
            }
        }
        self.results.iter_mut().for_each(|result| complete(&mut result.source, page));
        for activity in &mut self.activities {
            complete(&mut activity.source, page);
            activity.values.iter_mut().for_each(|(_, source)| complete(source, page));
        }
    }
}

fn complete(source: &mut Arc<Source>, page: &impl Fn(&str) -> Option<Citation>) {
    let Source::Article(quotation) = &**source else { return };
    let Some((title, outlet, date)) = page(&quotation.file) else { return };
    let mut quotation = quotation.clone();
    (quotation.title, quotation.outlet, quotation.date) = (title, outlet, date);
    *source = Arc::new(Source::Article(quotation));
}
