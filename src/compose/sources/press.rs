//! The cited articles: their words in the report, what the clerk corrected in them, what nobody has reviewed.

use std::sync::Arc;

use super::{Used, joined};
use crate::articles::Article;
use crate::compose::ink::Citations;
use crate::compose::ledger::Ledger;
use crate::compose::tables::{cell, head, lines, named, ordinal, row, table};
use crate::compose::{mark, wording};
use crate::diagnostic::Place;
use crate::document::{Align, Row, Table};
use crate::figures::Review;
use crate::quantity::{Quantity, Quotation, Source};
use crate::vietnamese::short_date;

/// The cited articles: number, exact words, outlet and title, date, where used.
pub fn press(articles: &[Article], citations: &Citations, used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut body = Vec::new();
    for (n, file) in (1..).zip(citations.files()) {
        body.push(article_row(n, file, articles, used, ledger));
    }
    let heads = ["Số", "Nguồn và câu dẫn", "Dùng tại"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    let aligns = vec![Align::Centre, Align::Left, Align::Left];
    (!body.is_empty()).then(|| table("article-sources", aligns, header, body))
}

fn article_row(n: usize, file: &str, articles: &[Article], used: &Used, ledger: &mut Ledger) -> Row {
    let mut quotations: Vec<Arc<Quotation>> = Vec::new();
    let mut places = Vec::new();
    for (q, place) in used.quotations.iter().filter(|(q, _)| q.file == file) {
        places.push(place.clone());
        add_quotation(&mut quotations, q.clone());
    }
    for (id, place) in &used.figures {
        let Some(figure) = ledger.figures.get(id.0 as usize) else { continue };
        for q in quoted(&figure.quantity).into_iter().filter(|q| q.file == file) {
            places.push(place.clone());
            add_quotation(&mut quotations, Arc::new(q));
        }
    }
    quotations.sort_by_key(|q| q.start);
    let mut texts = vec![bibliography(articles.iter().find(|a| a.file == file), file)];
    for quotation in &quotations {
        let marked = mark::clean(&quotation.phrase);
        texts.push(format!("“{}”", ledger.quote((**quotation).clone(), &marked)));
    }
    let cells = vec![ordinal(n), lines(&texts, ledger), cell(&named(&joined(&places)), ledger)];
    Row { cells, anchor: Some(Citations::anchor(n)) }
}

/// `Báo Lạng Sơn, bài “…”, ngày 21/12/2020 (tệp articles/….txt):`.
fn bibliography(article: Option<&Article>, file: &str) -> String {
    let Some(article) = article else { return format!("Tệp {}:", named(file)) };
    let title = named(article.title.as_deref().unwrap_or(file));
    let words = match &article.outlet {
        Some(outlet) => format!("{}, bài “{title}”", named(outlet)),
        None => format!("Bài “{title}”"),
    };
    let day = article.published.as_ref().map(|d| d.date).or(article.event.as_ref().map(|e| e.from));
    let day = day.map_or_else(String::new, |d| format!(", ngày {}", mark::name(&short_date(d))));
    format!("{words}{day} (tệp {}):", named(file))
}

/// Adds a quotation unless one that holds it is there.
fn add_quotation(quotations: &mut Vec<Arc<Quotation>>, new: Arc<Quotation>) {
    if quotations.iter().any(|q| q.start <= new.start && new.end <= q.end) {
        return;
    }
    quotations.retain(|q| !(new.start <= q.start && q.end <= new.end));
    quotations.push(new);
}

fn quoted(quantity: &Quantity) -> Vec<Quotation> {
    match &*quantity.source {
        Source::Article(q) => vec![q.clone()],
        Source::Formula { inputs, .. } => inputs.iter().flat_map(quoted).collect(),
        _ => Vec::new(),
    }
}

/// Figures of the used articles that the clerk has corrected: `28 lớp, sửa thành 30 lớp: lý do`.
pub fn corrections(articles: &[Article], used: &Used) -> Vec<String> {
    let mut corrections = Vec::new();
    for article in articles.iter().filter(|a| used.quotations.iter().any(|(q, _)| q.file == a.file)) {
        for figure in &article.figures {
            if let Review::Corrected { reason, .. } = &figure.review {
                let new = Quantity {
                    value: figure.value.clone(),
                    unit: figure.unit.clone(),
                    comparator: figure.comparator,
                    source: Arc::new(Source::Place(Place::file(&article.file))),
                };
                let (text, unit) = (wording::value(&new), wording::unit_after(&new));
                let old = mark::clean(&figure.phrase);
                corrections.push(mark::name(&format!(
                    "“{old}” ({}) sửa thành {text}{unit}: {reason}",
                    article.file
                )));
            }
        }
    }
    corrections
}

/// Whether a figure that nobody has reviewed stands in words that the report quotes.
pub fn unreviewed(articles: &[Article], used: &Used) -> bool {
    used.quotations.iter().any(|(q, _)| {
        let figures = articles.iter().filter(|a| a.file == q.file).flat_map(|a| &a.figures);
        figures.into_iter().any(|f| f.review == Review::Pending && q.start <= f.start && f.end <= q.end)
    })
}
