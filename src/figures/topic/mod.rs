//! The section of the report that a page, a figure or a sentence belongs to, and how well a sentence suits the report.

mod place;
mod sentence;

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{Phrases, lists, phrases};
use super::token::Token;
use crate::office::Section;

pub use place::{PLACES, Page, SectionWeights};
pub use sentence::{is_bound, of_sentence};

/// Words of the report's sections and of sentences that suit none.
#[derive(Debug, Default)]
struct Topics {
    /// Phrases of each section.
    sections: Phrases<Section>,
    /// Speeches and courtesies.
    filler: Phrases<()>,
    /// Openings that need the sentence before.
    dependent: Phrases<()>,
    /// Openings that need the event told before.
    bound: Phrases<()>,
}

/// The built-in lexicon of sections.
static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let source = lists(include_str!("../../../lexicon/sections.yaml"));
    let names: Vec<(&str, Section)> =
        Section::ALL.into_iter().map(|section| (section.id(), section)).collect();
    Topics {
        sections: phrases(&source, &names),
        filler: phrases(&source, &[("filler", ())]),
        dependent: phrases(&source, &[("dependent", ())]),
        bound: phrases(&source, &[("bound", ())]),
    }
});

/// Points of each section, in the order of [`Section::ALL`], which is the enum's own.
type Points = [usize; Section::ALL.len()];

/// Points of each section for a stretch of tokens.
fn points(tokens: &[Token], range: &Range<usize>) -> Points {
    let mut points = [0; Section::ALL.len()];
    let mut i = range.start;
    let tokens = &tokens[..range.end.min(tokens.len())];
    while i < tokens.len() {
        match TOPICS.sections.starting_at(tokens, i) {
            Some((end, section)) => {
                points[section as usize] += end - i;
                i = end;
            }
            None => i += 1,
        }
    }
    points
}

/// The section with most points among those allowed, the first of equals.
fn best(points: Points, allowed: impl Fn(Section) -> bool) -> Option<(Section, usize)> {
    let mut found: Option<(Section, usize)> = None;
    for (section, count) in Section::ALL.into_iter().zip(points) {
        if allowed(section) && count > found.map_or(0, |(_, most)| most) {
            found = Some((section, count));
        }
    }
    found
}

/// Tokens that lie in a range of bytes.
fn token_range(tokens: &[Token], bytes: &Range<usize>) -> Range<usize> {
    let start = tokens.partition_point(|t| t.span.start < bytes.start);
    let end = tokens.partition_point(|t| t.span.end <= bytes.end);
    start..end.max(start)
}
