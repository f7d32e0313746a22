//! The whole of a page's body → figures with places in the file, extracts, findings.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::check::{self, Around};
use super::lexicon::{LEXICON, Phrases};
use super::meaning::Meanings;
use super::model::{Figure, Review};
use super::period::{self, Named};
use super::read::{Found, ParagraphReading, read_paragraph};
use super::scope::{Names, SUBJECT, Scope};
use super::sentence::Carry;
use super::signs::KindWeights;
use super::tie;
use super::token::{Token, tokenize};
use super::topic;
use super::weights::Sign;
use crate::articles::Extract;
use crate::diagnostic::{Diagnostic, Place};
use crate::office::{Office, Section};
use crate::period::Period;
use crate::quantity::Value;
use crate::vietnamese::fold;

/// What is known around a text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The office whose targets and organisations figures may be tied to.
    pub office: Option<&'a Office>,
    /// The file's name, for the places of findings.
    pub file: &'a str,
    /// The file's bytes, for the lines of findings.
    pub bytes: &'a [u8],
    /// The event's day, else the publishing day: gives a bare `quý III` its year.
    pub date: Option<NaiveDate>,
    /// The article's title.
    pub title: Option<&'a str>,
    /// Whether the rest of the page names the bloc.
    pub names_bloc: bool,
    /// Weights to weigh kinds with instead of the built-in ones; the text and its figures then keep their signs.
    pub trial: Option<&'static KindWeights>,
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
    /// Whether the page names the bloc anywhere.
    pub names_bloc: bool,
    /// Section of its main message.
    pub section: Option<Section>,
    /// What was weighed for its section; empty where nobody asked.
    pub signs: Vec<Sign>,
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
    let title = tokenize(context.title.unwrap_or_default());
    let (event, closed) = occasion(&title, paragraphs.first().copied());
    let headline = Meanings::of(&title);
    let mut carry = Carry { lead: true, headline, event, closed, trial: context.trial, ..Carry::default() };
    let year = context.date.map(|date| date.year());
    let read: Vec<ParagraphReading> =
        paragraphs.iter().map(|text| read_paragraph(text, year, &mut carry)).collect();
    let mut names = Names::new(context.office);
    let body: Vec<(&[Token], &str)> =
        read.iter().zip(paragraphs).map(|(reading, text)| (&reading.tokens[..], *text)).collect();
    let whole: Vec<(&[Token], &str)> =
        std::iter::once((&title[..], context.title.unwrap_or_default())).chain(body).collect();
    names.learn(&whole);
    let names_bloc = names.name_the_bloc(&whole);
    let told_of = names.subject(&whole, names_bloc);
    let page = topic::Page::new(&title, headline, &read, context.trial.is_some());
    let (section, signs) = page.section();
    let names_bloc = names_bloc || context.names_bloc;
    let mut reading = Reading { section, signs, names_bloc, ..Reading::default() };
    for (index, paragraph) in read.iter().enumerate() {
        let first = reading.figures.len();
        let periods = periods_of(paragraph, context.date);
        let scopes = scopes_of(paragraph, paragraphs[index], &names, &told_of);
        let (sections, signs): (Vec<_>, Vec<_>) = page.sections(paragraph).into_iter().unzip();
        let around = periods.into_iter().zip(scopes).zip(sections.iter().zip(signs));
        for (found, ((period, scope), (section, signs))) in paragraph.figures.iter().zip(around) {
            let span = locate(index, found.phrase.clone());
            let mut figure = figure(paragraphs[index], found, span);
            figure.period = period;
            figure.scope = scope;
            figure.section = *section;
            figure.section_signs = signs;
            reading.figures.push(figure);
        }
        reading.extracts.extend(
            extracts(paragraphs[index], paragraph, first, &sections, &page).into_iter().map(
                |(span, mut extract)| {
                    let span = locate(index, span);
                    (extract.start, extract.end) = (span.start, span.end);
                    extract
                },
            ),
        );
    }
    examine(&mut reading, paragraphs, &read, context);
    reading
}

/// Whether the title or the first paragraph names an event, and whether it is a class that is over.
fn occasion(title: &[Token], lead: Option<&str>) -> (bool, bool) {
    let lead = tokenize(lead.unwrap_or_default());
    let says = |phrases: &Phrases<()>| {
        [title, &lead]
            .iter()
            .any(|tokens| (0..tokens.len()).any(|i| phrases.starting_at(tokens, i).is_some()))
    };
    (says(&LEXICON.event_names), says(&LEXICON.closings))
}

/// Ties the figures to the office's targets, and finds what cannot be right among them.
fn examine(reading: &mut Reading, paragraphs: &[&str], read: &[ParagraphReading], context: &Context) {
    let lines = line_starts(context.bytes);
    let place = |start: usize| place_at(context, &lines, start);
    let around: Vec<Around> =
        paragraphs.iter().zip(read).enumerate().flat_map(|(at, (text, p))| around(text, p, at)).collect();
    if let Some(office) = context.office {
        let known = tie::Known { office, date: context.date, names_bloc: reading.names_bloc };
        reading.findings.extend(tie::tie(&mut reading.figures, &around, known, &place));
    }
    for (figure, around) in reading.figures.iter_mut().zip(&around) {
        figure.of_whole = check::is_of_whole(figure, around);
    }
    let sequence = check::Sequence { figures: &reading.figures, around: &around, place: &place };
    reading.findings.extend(check::page(&sequence));
}

/// What stands around each figure of the paragraph.
fn around(text: &str, paragraph: &ParagraphReading, index: usize) -> Vec<Around> {
    let figures = &paragraph.figures;
    let mut around = Vec::with_capacity(figures.len());
    for (at, figure) in figures.iter().enumerate() {
        let sentence = &paragraph.sentences[figure.sentence].span;
        let fellow = |other: &&Found| other.sentence == figure.sentence;
        let before = at.checked_sub(1).map(|at| &figures[at]).filter(fellow);
        let next = figures.get(at + 1).filter(fellow);
        let cut = |from: usize, to: usize| fold(text.get(from..to).unwrap_or_default());
        around.push(Around {
            paragraph: index,
            first: before.is_none_or(|before| before.core.end > figure.core.start),
            before: cut(before.map_or(sentence.start, |f| f.core.end), figure.core.start),
            after: cut(figure.core.end, next.map_or(sentence.end, |f| f.core.start)),
        });
    }
    around
}

/// Bytes of a line up to which a column is counted; further on only the line is given, to stay linear.
const LONGEST_PREFIX: usize = 20_000;

fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

fn place_at(context: &Context, lines: &[usize], start: usize) -> Place {
    let line = lines.partition_point(|first| *first <= start).max(1);
    let Some(text) = context.bytes.get(lines[line - 1]..start) else { return Place::file(context.file) };
    if text.len() > LONGEST_PREFIX {
        return Place { line: u32::try_from(line).ok(), ..Place::file(context.file) };
    }
    let column = String::from_utf8_lossy(text).chars().count() + 1;
    match (u32::try_from(line), u32::try_from(column)) {
        (Ok(line), Ok(column)) => Place::at(context.file, line, column),
        _ => Place::file(context.file),
    }
}

/// The sentences of a paragraph that suit the report; figures are counted from `first`.
fn extracts(
    text: &str,
    paragraph: &ParagraphReading,
    first: usize,
    sections: &[Option<Section>],
    page: &topic::Page<'_>,
) -> Vec<(Range<usize>, Extract)> {
    let mut found: Vec<(Range<usize>, Extract)> = Vec::new();
    let mut last = None;
    for (index, sentence) in paragraph.sentences.iter().enumerate() {
        let figures = paragraph.figures.iter().enumerate();
        let figures: Vec<usize> =
            figures.filter(|(_, f)| f.sentence == index).map(|(i, _)| first + i).collect();
        let after_plan = found.last().is_some_and(|(_, e)| e.section == Section::NextTasks);
        let told = topic::of_sentence(paragraph, index, sections, page.title_points, after_plan);
        let Some((section, score)) = told else {
            // What is said of an event goes with the sentence that tells it.
            let told = index > 0 && last == Some(index - 1) && !figures.is_empty();
            if let Some((span, extract)) =
                found.last_mut().filter(|_| told && topic::is_bound(paragraph, index))
            {
                span.end = sentence.span.end;
                extract.text = text[span.clone()].to_owned();
                extract.score += figures.len() as f64;
                extract.figures.extend(figures);
                last = Some(index);
            }
            continue;
        };
        last = Some(index);
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

/// The scope of each figure: the body last mentioned before it in its sentence (for a rating the one that is rated),
/// else the one the sentence before was about, else `told_of`, whom the article tells of.
fn scopes_of(
    paragraph: &ParagraphReading,
    text: &str,
    names: &Names,
    told_of: &Scope,
) -> Vec<Option<String>> {
    let mut found = Vec::with_capacity(paragraph.figures.len());
    let mut figures = paragraph.figures.iter().peekable();
    let mut about = told_of.clone();
    for (index, sentence) in paragraph.sentences.iter().enumerate() {
        let mentions = names.mentions(&paragraph.tokens, text, &sentence.tokens, Some(told_of));
        let start = |at: usize| paragraph.tokens[at].span.start;
        while let Some(figure) = figures.next_if(|f| f.sentence == index) {
            let rated = usize::from(matches!(figure.value, Value::Yes(_)));
            let mention = mentions.iter().rev().find(|(at, _)| start(*at) < figure.core.start + rated);
            found.push(match mention.map_or(&about, |(_, scope)| scope) {
                Scope::Bloc => None,
                Scope::Part(id) => Some(id.clone()),
                Scope::Other(words) => Some(words.clone()),
            });
        }
        if let Some((_, scope)) = mentions.iter().find(|(at, _)| *at < sentence.tokens.start + SUBJECT) {
            about = scope.clone();
        }
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
        of_whole: false,
        review: Review::Pending,
        signs: found.signs.clone(),
        section_signs: Vec::new(),
    }
}
