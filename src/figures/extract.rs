//! The whole of a page's body → figures with places in the file, extracts, findings.

use std::ops::Range;

use chrono::NaiveDate;

use super::kind::Carry;
use super::model::{Figure, Review};
use super::period::{self, Named};
use super::read::{Found, ParagraphReading, read_paragraph};
use super::token::{Token, tokenize};
use super::topic;
use crate::articles::Extract;
use crate::diagnostic::Diagnostic;
use crate::office::Office;
use crate::period::Period;

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
    let title = tokenize(context.title.unwrap_or_default());
    let mut reading = Reading::default();
    for (index, paragraph) in read.iter().enumerate() {
        let first = reading.figures.len();
        let periods = periods_of(paragraph, context.date);
        for (found, period) in paragraph.figures.iter().zip(periods) {
            let span = locate(index, found.phrase.clone());
            let mut figure = figure(paragraphs[index], found, span);
            figure.period = period;
            figure.section = topic::of_figure(found, paragraph, &title);
            reading.figures.push(figure);
        }
        reading.extracts.extend(extracts(paragraphs[index], paragraph, first, &title).into_iter().map(
            |(span, mut extract)| {
                let span = locate(index, span);
                (extract.start, extract.end) = (span.start, span.end);
                extract
            },
        ));
    }
    reading
}

/// The sentences of a paragraph that suit the report; figures are counted from `first`.
fn extracts(
    text: &str,
    paragraph: &ParagraphReading,
    first: usize,
    title: &[Token],
) -> Vec<(Range<usize>, Extract)> {
    let mut found = Vec::new();
    for (index, sentence) in paragraph.sentences.iter().enumerate() {
        let Some((section, score)) = topic::of_sentence(paragraph, index, title) else { continue };
        let figures = paragraph.figures.iter().enumerate();
        let figures = figures.filter(|(_, f)| f.sentence == index).map(|(i, _)| first + i).collect();
        let text = text[sentence.span.clone()].to_owned();
        let extract = Extract { section, text, start: 0, end: 0, figures, score };
        found.push((sentence.span.clone(), extract));
    }
    found
}

/// The period of each figure: the last one named before it in its sentence, one named in its phrase, else the last
/// one of the sentences before it in the paragraph.
fn periods_of(paragraph: &ParagraphReading, date: Option<NaiveDate>) -> Vec<Option<Period>> {
    let mut found = Vec::with_capacity(paragraph.figures.len());
    let mut figures = paragraph.figures.iter().peekable();
    let mut latest = None;
    for (index, sentence) in paragraph.sentences.iter().enumerate() {
        let named = period::periods(&paragraph.tokens, &sentence.tokens, date);
        let start = |n: &Named| paragraph.tokens[n.at.start].span.start;
        while let Some(figure) = figures.next_if(|f| f.sentence == index) {
            let before = named.iter().rev().find(|n| start(n) <= figure.core.start);
            let inside = named.iter().find(|n| figure.phrase.contains(&start(n)));
            found.push(inside.or(before).map(|n| n.period).or(latest));
        }
        latest = named.last().map(|n| n.period).or(latest);
    }
    found
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
