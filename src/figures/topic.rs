//! The section of the report a sentence or figure belongs to, and how well a sentence suits the report.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{Phrases, UnitClass, lists, phrases};
use super::model::FigureKind;
use super::read::{Found, ParagraphReading};
use super::token::Token;
use crate::office::Section;

/// Words of the report's sections and of sentences that suit none.
#[derive(Debug, Default)]
pub struct Topics {
    /// Phrases of each section.
    pub sections: Phrases<Section>,
    /// Speeches and courtesies.
    pub filler: Phrases<()>,
    /// Openings that need the sentence before.
    pub dependent: Phrases<()>,
    /// Openings that need the event told before.
    pub bound: Phrases<()>,
}

/// The built-in lexicon of sections.
pub static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let source = lists(include_str!("../../lexicon/sections.yaml"));
    let names: Vec<(&str, Section)> =
        Section::ALL.into_iter().map(|section| (section.id(), section)).collect();
    Topics {
        sections: phrases(&source, &names),
        filler: phrases(&source, &[("filler", ())]),
        dependent: phrases(&source, &[("dependent", ())]),
        bound: phrases(&source, &[("bound", ())]),
    }
});

/// Words of lessons and papers, which are no parts of a resolution.
const LESSONS: [&str; 4] = ["bài", "phần", "chuyên", "mục"];

/// Points of each section for a stretch of tokens, in the order of [`Section::ALL`].
fn points(tokens: &[Token], range: &Range<usize>) -> [usize; Section::ALL.len()] {
    let mut points = [0; Section::ALL.len()];
    let mut i = range.start;
    let tokens = &tokens[..range.end.min(tokens.len())];
    while i < tokens.len() {
        match TOPICS.sections.starting_at(tokens, i) {
            Some((end, section)) => {
                if let Some(at) = Section::ALL.iter().position(|s| *s == section) {
                    points[at] += end - i;
                }
                i = end;
            }
            None => i += 1,
        }
    }
    points
}

fn best(points: [usize; Section::ALL.len()], allowed: impl Fn(Section) -> bool) -> Option<(Section, usize)> {
    let mut found: Option<(Section, usize)> = None;
    for (section, count) in Section::ALL.into_iter().zip(points) {
        if allowed(section) && count > found.map_or(0, |(_, most)| most) {
            found = Some((section, count));
        }
    }
    found
}

/// Sections of work done: what results and events may belong to.
fn is_work(section: Section) -> bool {
    !matches!(section, Section::Situation | Section::Targets | Section::NextTasks | Section::Proposals)
}

/// Section of a figure: by its kind, else by its own words, its sentence, the title.
pub fn of_figure(figure: &Found, paragraph: &ParagraphReading, title: &[Token]) -> Option<Section> {
    let head_count = figure.class.is_head_count();
    match figure.kind {
        FigureKind::Target => return Some(Section::Targets),
        // «đạt và vượt 15/16 chỉ tiêu»
        FigureKind::Result if counts_aims(&paragraph.tokens, &figure.core) => return Some(Section::Targets),
        FigureKind::Structure if head_count => return Some(Section::Situation),
        _ => {}
    }
    let phrase = token_range(&paragraph.tokens, &figure.phrase);
    let sentence = paragraph.sentences.get(figure.sentence).map_or(0..0, |s| s.tokens.clone());
    // Parts of a resolution stand with its targets, lessons with what is taught.
    let lesson = || paragraph.tokens[phrase.clone()].iter().any(|t| LESSONS.contains(&t.folded.as_str()));
    if figure.kind == FigureKind::Structure && figure.class == UnitClass::Programme && !lesson() {
        return Some(Section::Targets);
    }
    best(points(&paragraph.tokens, &phrase), is_work)
        .or_else(|| best(points(&paragraph.tokens, &sentence), is_work))
        .or_else(|| best(points(title, &(0..title.len())), is_work))
        .map(|(section, _)| section)
}

/// Whether aims are counted in the range of bytes.
fn counts_aims(tokens: &[Token], core: &Range<usize>) -> bool {
    tokens[token_range(tokens, core)]
        .windows(2)
        .any(|w| w[1].is("tiêu") && (w[0].is("chỉ") || w[0].is("mục")))
}

/// Tokens that lie in a range of bytes.
pub fn token_range(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let start = tokens.partition_point(|t| t.span.start < bytes.start);
    let end = tokens.partition_point(|t| t.span.end <= bytes.end);
    start..end.max(start)
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
/// `after_plan` says that the sentence before told next tasks. A sentence must stand alone: no opening that needs the one before, no speech, no courtesy, neither a scrap nor a
/// paragraph. Figures and words of the section raise the score.
pub fn of_sentence(
    paragraph: &ParagraphReading,
    index: usize,
    title: &[Token],
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
    let figures: Vec<&Found> = paragraph.figures.iter().filter(|f| f.sentence == index).collect();
    let (section, topic) = section_of(paragraph, range, &figures, title, after_plan)?;
    let figure_points: f64 =
        figures.iter().map(|f| if f.kind == FigureKind::Event { 1.0 } else { 2.0 }).sum();
    let length = if words > 60 { (words - 60) as f64 * 0.1 } else { 0.0 };
    let score = (topic as f64).min(8.0) + figure_points.min(8.0) - length;
    (score >= 3.0).then_some((section, score))
}

fn section_of(
    paragraph: &ParagraphReading,
    range: &Range<usize>,
    figures: &[&Found],
    title: &[Token],
    after_plan: bool,
) -> Option<(Section, usize)> {
    let count = points(&paragraph.tokens, range);
    let of = |kind: FigureKind| figures.iter().filter(|f| f.kind == kind).count();
    let (targets, results, structure) =
        (of(FigureKind::Target), of(FigureKind::Result), of(FigureKind::Structure));
    let next = Section::ALL.iter().position(|s| *s == Section::NextTasks).map_or(0, |at| count[at]);
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
    if structure > results + of(FigureKind::Event) {
        return Some((Section::Situation, 2 + structure));
    }
    best(count, is_work).or_else(|| best(points(title, &(0..title.len())), is_work).filter(|_| results > 0))
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
