//! The whole of a page's body → figures with places in the file, extracts, findings.

use std::ops::Range;

use chrono::NaiveDate;

use super::kind::Carry;
use super::model::{Figure, Review};
use super::read::{Found, ParagraphReading, read_paragraph};
use crate::articles::Extract;
use crate::diagnostic::Diagnostic;
use crate::office::Office;

/// What is known around a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The office whose targets and organisations figures may be tied to.
    pub office: Option<&'a Office>,
    /// The file, for the places of findings.
    pub file: &'a str,
    /// The event's day, else the publishing day: gives a bare `quý III` its year.
    pub date: Option<NaiveDate>,
    /// The article's title.
    pub title: Option<&'a str>,
}

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Figures in the order of their place.
    pub figures: Vec<Figure>,
    /// Sentences for the report, in the order of their place.
    pub extracts: Vec<Extract>,
    /// What is doubtful.
    pub findings: Vec<Diagnostic>,
}

/// Reads the paragraphs of an article's body.
///
/// `locate` gives the bytes of the file that the bytes of a paragraph (by its index) stand for. Takes time linear in
/// the length of the text.
pub fn extract(
    paragraphs: &[&str],
    locate: &dyn Fn(usize, Range<usize>) -> Range<usize>,
    context: &Context,
) -> Reading {
    let mut carry = Carry::default();
    let read: Vec<ParagraphReading> =
        paragraphs.iter().map(|text| read_paragraph(text, &mut carry)).collect();
    let mut reading = Reading::default();
    for (index, paragraph) in read.iter().enumerate() {
        let text = paragraphs[index];
        for found in &paragraph.figures {
            let span = locate(index, found.phrase.clone());
            reading.figures.push(figure(text, found, span));
        }
    }
    let _ = context;
    reading
}

fn figure(text: &str, found: &Found, span: Range<usize>) -> Figure {
    Figure {
        kind: found.kind,
        value: found.value.clone(),
        unit: found.unit.clone(),
        comparator: found.comparator,
        about: found.about,
        counts: text[found.counts.clone()].to_owned(),
        phrase: text[found.phrase.clone()].to_owned(),
        start: span.start,
        end: span.end,
        period: None,
        section: None,
        target: None,
        scope: None,
        review: Review::Pending,
    }
}
