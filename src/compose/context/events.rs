//! What the period's articles tell, section by section.

use chrono::{NaiveDate, TimeDelta};

use crate::articles::{Article, Extract};
use crate::compose::context::{Inputs, days};
use crate::compose::ledger::Ledger;
use crate::compose::sentence;
use crate::office::Section;
use crate::vietnamese::fold;

/// Most sentences of one article in a section, and of all articles, in a report of a quarter.
const PER_ARTICLE: usize = 3;
const PER_SECTION: usize = 6;
/// Days of the longest quarter.
const QUARTER: i64 = 92;

/// The day that says which period an article belongs to: of the event, else of publishing.
pub fn day_of(article: &Article) -> Option<NaiveDate> {
    article.event.as_ref().map(|e| e.from).or(article.published.as_ref().map(|d| d.date))
}

/// An article of the period with everything of it that a section may tell.
pub struct Story<'a> {
    article: &'a Article,
    extracts: Vec<(Section, Extract)>,
}

/// The section's sentences, one paragraph an article, tasks one paragraph each.
pub fn paragraphs(
    inputs: Inputs<'_>,
    stories: &[Story<'_>],
    section: Section,
    ledger: &mut Ledger,
) -> Vec<String> {
    let (_, last) = days(inputs.assessment);
    // What was to be done is out of date a quarter later.
    let fresh = |a: &&Article| day_of(a).is_some_and(|day| last - day <= TimeDelta::days(QUARTER));
    let told: Vec<(&Article, Vec<Extract>)> = stories
        .iter()
        .filter(|story| section != Section::NextTasks || fresh(&story.article))
        .map(|story| (story.article, chosen(story, section)))
        .collect();
    let mut paragraphs = Vec::new();
    for (article, extracts) in best(told) {
        if section == Section::NextTasks {
            paragraphs
                .extend(extracts.iter().flat_map(|e| sentence::tasks(article, e, inputs.office, ledger)));
        } else {
            let sentences = extracts.iter().map(|e| sentence::event(article, e, inputs.office, ledger));
            let paragraph = sentences.collect::<Vec<_>>().join(" ");
            paragraphs.extend(Some(paragraph).filter(|p| !p.is_empty()));
        }
    }
    paragraphs
}

/// The best articles until the section is full, in their own order.
fn best(mut told: Vec<(&Article, Vec<Extract>)>) -> Vec<(&Article, Vec<Extract>)> {
    let weight = |extracts: &[Extract]| extracts.iter().map(|e| e.score).fold(0.0, f64::max);
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by(|a, b| weight(&told[*b].1).total_cmp(&weight(&told[*a].1)).then(a.cmp(b)));
    let mut room = PER_SECTION;
    for at in order {
        let extracts = &mut told[at].1;
        extracts.truncate(room);
        room -= extracts.len();
    }
    told.retain(|(_, extracts)| !extracts.is_empty());
    told
}

/// The stories of the period, by day and file.
pub fn stories<'a>(inputs: Inputs<'a>) -> Vec<Story<'a>> {
    let (first, last) = days(inputs.assessment);
    let mut found: Vec<(NaiveDate, &Article)> = inputs
        .articles
        .iter()
        .filter_map(|a| Some((day_of(a)?, a)))
        .filter(|(day, _)| first <= *day && *day <= last)
        .collect();
    found.sort_by(|a, b| (a.0, &a.1.file).cmp(&(b.0, &b.1.file)));
    found.into_iter().map(|(_, article)| story(article, last)).collect()
}

/// The article with its extracts, each with the section that it belongs to. The sentence that names the event comes
/// with those that tell on of it. `last` is the report's last day.
fn story(article: &Article, last: NaiveDate) -> Story<'_> {
    let lead = sentence::lead(article);
    let home = lead.as_ref().map(|l| l.section).or(article.extracts.first().map(section_of));
    let section_of = |e: &Extract| match home {
        Some(home) if sentence::tells_on(e) => home,
        _ => section_of(e),
    };
    let taken = sentence::taken(article);
    let extracts = lead
        .iter()
        .chain(&article.extracts)
        .chain(&taken)
        .filter(|e| sentence::reviewed(article, e).is_some() && !sentence::is_dangling(e))
        .filter(|e| !is_outdated_plan(article, e, last))
        .map(|e| (section_of(e), e.clone()))
        .collect();
    Story { article, extracts }
}

/// The best extracts of the section, in the order of the article.
fn chosen(story: &Story<'_>, section: Section) -> Vec<Extract> {
    let article = story.article;
    let mut extracts: Vec<Extract> = story
        .extracts
        .iter()
        .filter(|(own, _)| *own == section && section != Section::Targets)
        .map(|(_, extract)| extract)
        .filter(|e| section == Section::NextTasks || !e.text.contains(" sẽ "))
        .cloned()
        .collect();
    let first = article.body.first().map_or(0, |p| p.end);
    let names_event = |e: &Extract| article.event.is_some() && e.start < first;
    extracts.sort_by(|a, b| {
        let best = names_event(b).cmp(&names_event(a)).then(b.score.total_cmp(&a.score));
        best.then(a.start.cmp(&b.start))
    });
    extracts.truncate(PER_ARTICLE);
    extracts.sort_by_key(|e| e.start);
    extracts.dedup_by_key(|e| e.start);
    if !extracts.iter().any(names_event) {
        extracts.retain(|e| !sentence::tells_on(e));
    }
    extracts
}

/// The extract's section; what looks ahead is a task.
fn section_of(extract: &Extract) -> Section {
    if sentence::looks_ahead(extract) { Section::NextTasks } else { extract.section }
}

/// A plan for a day that has passed by the time of the report is no news.
fn is_outdated_plan(article: &Article, extract: &Extract, last: NaiveDate) -> bool {
    let text = fold(&extract.text);
    let plan = text.contains("dự kiến") || text.contains("sẽ diễn ra") || text.contains("sẽ được tổ chức");
    plan && article.event.as_ref().is_some_and(|e| e.to <= last)
}
