//! Which sentences suit the report, and where they belong.

use std::ops::Range;

use super::super::lexicon::Phrases;
use super::super::model::FigureKind;
use super::super::read::ParagraphReading;
use super::super::token::Token;
use super::{Points, TOPICS, best, points};
use crate::office::Section;

/// Sections of work done: what results and events may belong to.
fn is_work(section: Section) -> bool {
    !matches!(section, Section::Situation | Section::Targets | Section::NextTasks | Section::Proposals)
}

fn contains(phrases: &Phrases<()>, tokens: &[Token], range: &Range<usize>) -> bool {
    range.clone().any(|i| phrases.starting_at(&tokens[..range.end], i).is_some())
}

/// Whether the sentence speaks of an event that the one before it tells: `Dự hội nghị có hơn 200 …`.
pub fn is_bound(paragraph: &ParagraphReading, index: usize) -> bool {
    paragraph
        .sentences
        .get(index)
        .is_some_and(|sentence| TOPICS.bound.starting_at(&paragraph.tokens, sentence.tokens.start).is_some())
}

/// Section and score of a whole sentence; none where it does not suit the report.
///
/// `sections` are those of the paragraph's figures, `title` the points of the title; `after_plan` says that the sentence
/// before told next tasks. A sentence must stand alone: no opening that needs the one before, no speech, no courtesy, neither
/// a scrap nor a paragraph. Figures and words of the section raise the score.
pub fn of_sentence(
    paragraph: &ParagraphReading,
    index: usize,
    sections: &[Option<Section>],
    title: Points,
    after_plan: bool,
) -> Option<(Section, f64)> {
    let sentence = paragraph.sentences.get(index)?;
    let (tokens, range) = (&paragraph.tokens, &sentence.tokens);
    let words = range.clone().filter(|&i| tokens[i].is_word()).count();
    if !(8..=110).contains(&words) || !is_whole(tokens, range) || contains(&TOPICS.filler, tokens, range) {
        return None;
    }
    let leans = (range.start..range.end.min(range.start + 10)).any(|i| tokens[i].is("cũng"));
    if leans || TOPICS.dependent.starting_at(tokens, range.start).is_some() || is_bound(paragraph, index) {
        return None;
    }
    let own = paragraph.figures.iter().zip(sections).filter(|(figure, _)| figure.sentence == index);
    let figures: Vec<(FigureKind, Option<Section>)> = own.map(|(f, section)| (f.kind, *section)).collect();
    let (section, topic) = section_of(paragraph, range, &figures, title, after_plan)?;
    let figure_points: f64 =
        figures.iter().map(|(kind, _)| if *kind == FigureKind::Event { 1.0 } else { 2.0 }).sum();
    let length = if words > 60 { (words - 60) as f64 * 0.1 } else { 0.0 };
    let score = (topic as f64).min(8.0) + figure_points.min(8.0) - length;
    (score >= 3.0).then_some((section, score))
}

fn section_of(
    paragraph: &ParagraphReading,
    range: &Range<usize>,
    figures: &[(FigureKind, Option<Section>)],
    title: Points,
    after_plan: bool,
) -> Option<(Section, usize)> {
    let count = points(&paragraph.tokens, range);
    let of = |kind: FigureKind| figures.iter().filter(|(own, _)| *own == kind).count();
    let (targets, results, structure) =
        (of(FigureKind::Target), of(FigureKind::Result), of(FigureKind::Structure));
    let next = count[Section::NextTasks as usize];
    if targets > results {
        return Some((Section::Targets, 2 + targets));
    }
    let planned = range.clone().any(|i| paragraph.tokens[i].is("sẽ"));
    if planned && (next == 0 || results > 0) {
        return None;
    }
    let plan = after_plan || next > 0 && opens_with_plan(&paragraph.tokens, range);
    if plan && results == 0 && structure == 0 {
        return Some((Section::NextTasks, next + 2));
    }
    let own = most(figures);
    if structure > results + of(FigureKind::Event) {
        return Some((own.unwrap_or(Section::Situation), 2 + structure));
    }
    let spoken = best(count, is_work).or_else(|| best(title, is_work).filter(|_| results > 0))?;
    Some((own.unwrap_or(spoken.0), spoken.1))
}

/// The section that most of the figures belong to, the first of equals; aims reached are told with their work.
fn most(figures: &[(FigureKind, Option<Section>)]) -> Option<Section> {
    let mut count = Points::default();
    let sections = figures.iter().filter_map(|(_, section)| *section);
    sections.for_each(|section| count[section as usize] += 1);
    best(count, |section| is_work(section) || section == Section::Situation).map(|(section, _)| section)
}

/// Whether words of a plan open the sentence or govern it.
fn opens_with_plan(tokens: &[Token], range: &Range<usize>) -> bool {
    let head = range.start..(range.start + 24).min(range.end);
    head.into_iter().any(|i| {
        TOPICS.sections.starting_at(&tokens[..range.end], i).is_some_and(|(_, s)| s == Section::NextTasks)
    })
}

/// Whether the sentence begins with a capital or numeral and ends with a closing sign: nothing cut, nothing open.
fn is_whole(tokens: &[Token], range: &Range<usize>) -> bool {
    let (Some(first), Some(last)) = (tokens.get(range.start), tokens.get(range.end - 1)) else {
        return false;
    };
    let quotes = tokens[range.clone()].iter().filter(|t| t.is("\"")).count();
    (first.capital || first.is_numeral())
        && matches!(last.folded.as_str(), "." | "…" | "\"" | ")")
        && quotes % 2 == 0
}
