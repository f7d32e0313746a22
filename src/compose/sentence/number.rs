//! The numbers of a sentence as figures of the report.

use std::sync::Arc;

use crate::articles::Article;
use crate::compose::ledger::Ledger;
use crate::compose::sentence::{Draft, quotation, starts_with};
use crate::compose::{mark, wording};
use crate::figures::{Figure, Review};
use crate::office::Office;
use crate::quantity::{Quantity, Source, Value};
use crate::vietnamese::spell;

/// Marks the figure's number where its phrase stands.
pub fn mark_figure(
    draft: &mut Draft,
    article: &Article,
    figure: &Figure,
    office: &Office,
    ledger: &mut Ledger,
) {
    let phrase = spell(&mark::clean(&figure.phrase), office.spelling).into_owned();
    let length = phrase.chars().count();
    let found = (0..draft.text.len()).filter(|at| length > 0 && starts_with(&draft.text[*at..], &phrase));
    for at in found.collect::<Vec<_>>() {
        for (start, end) in numbers(&draft.text[at..at + length], &figure.original_value()) {
            let (start, end) = (at + start, at + end);
            if draft.edits.iter().any(|e| e.start < end && start < e.end) {
                continue;
            }
            let source = quotation(article, &figure.phrase, figure.start, figure.end);
            let quantity = Quantity {
                value: figure.value.clone(),
                unit: figure.unit.clone(),
                comparator: figure.comparator,
                source: Arc::new(Source::Article(source)),
            };
            let text = match figure.review {
                Review::Corrected { .. } => wording::value(&quantity),
                _ => draft.slice(start, end),
            };
            let marked = ledger.print(&quantity, text);
            draft.edit(start, end, marked);
            return;
        }
    }
}

impl Figure {
    /// The value that the page has.
    fn original_value(&self) -> Value {
        match &self.review {
            Review::Corrected { original, .. } => original.clone(),
            _ => self.value.clone(),
        }
    }
}

/// Places of the numbers in a phrase, those that say the value first; a per cent sign and a word such as `gần`
/// belong to the number.
fn numbers(phrase: &[char], value: &Value) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < phrase.len() {
        if !phrase[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let inside = |i: usize| {
            phrase[i].is_ascii_digit()
                || matches!(phrase[i], '.' | ',' | '/') && phrase.get(i + 1).is_some_and(char::is_ascii_digit)
        };
        let end = (at..phrase.len()).find(|i| !inside(*i)).unwrap_or(phrase.len());
        found.push((at, end));
        at = end;
    }
    let says = |(start, end): &(usize, usize)| {
        let text: String = phrase[*start..*end].iter().collect();
        let plain = |t: &str| t.replace('.', "").replace(',', ".").parse::<f64>().ok();
        match value {
            Value::Number(n) => plain(&text) == Some(*n),
            Value::Share { part, whole } => {
                text.split_once('/').is_some_and(|(p, w)| plain(p) == Some(*part) && plain(w) == Some(*whole))
            }
            _ => false,
        }
    };
    if let (Value::Range(..), Some((start, _)), Some((_, end))) = (value, found.first(), found.last()) {
        found = vec![(*start, *end)];
    }
    found.sort_by_key(|range| !says(range));
    found.into_iter().map(|(start, end)| widened(phrase, start, end)).collect()
}

fn widened(phrase: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    if phrase.get(end) == Some(&'%') {
        end += 1;
    } else if phrase.get(end) == Some(&' ') && phrase.get(end + 1) == Some(&'%') {
        end += 2;
    }
    for word in ["gần ", "hơn ", "trên ", "khoảng ", "dưới "] {
        let length = word.chars().count();
        let fits = start >= length && starts_with(&phrase[start - length..], word);
        if fits && (start == length || phrase[start - length - 1] == ' ') {
            start -= length;
            break;
        }
    }
    (start, end)
}
