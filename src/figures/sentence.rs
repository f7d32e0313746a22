//! A sentence with its quantities and cues, and what stands around a quantity.

use std::ops::Range;

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, Phrases, UnitClass};
use super::meaning::{Meanings, Meant, meant};
use super::model::FigureKind;
use super::signs::KindWeights;
use super::skip::Scan;

/// What a sentence leaves to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carry {
    /// Whether aims were being listed.
    pub aims: bool,
    /// Whether these aims are listed, one in each line.
    pub listing: bool,
    /// Whether aims were counted, and none told.
    pub counted_aims: bool,
    /// Whether aims were told as reached, and nothing aimed at.
    pub reached: bool,
    /// Whether the article tells of an event.
    pub event: bool,
    /// Whether that event is a class that is over: those who learnt are what it achieved.
    pub closed: bool,
    /// Whether nothing of the body has been read before.
    pub lead: bool,
    /// What the page's headline speaks of.
    pub headline: Meanings,
    /// Weights on trial.
    pub trial: Option<&'static KindWeights>,
    /// Kind of the last figure before the sentence in its paragraph.
    pub before: Option<FigureKind>,
}

/// A sentence with its quantities and cues.
pub struct Sentence<'a> {
    /// The tokens.
    pub scan: Scan<'a>,
    /// Its quantities.
    pub quantities: &'a [Quantity],
    /// Its cues.
    pub cues: &'a [Found],
    /// What the sentence before left.
    pub carry: Carry,
    /// What its words name.
    pub named: &'a Named,
}

/// What the words of a sentence name, looked up once.
pub struct Named {
    /// Whether an event.
    pub event: bool,
    /// What its phrases mean.
    pub meanings: Vec<Meant>,
    /// Tokens that ratings begin at.
    pub ratings: Vec<usize>,
    /// Tokens that what people are begins at.
    pub attributes: Vec<usize>,
    /// Tokens that awards, penalties and complaints begin at.
    pub outcomes: Vec<usize>,
}

impl Named {
    /// Looks the sentence's words up.
    pub fn of(scan: &Scan) -> Named {
        let tokens = &scan.tokens[..scan.end];
        let starts = |phrases: &Phrases<()>| {
            (scan.start..scan.end).filter(|&i| phrases.starting_at(tokens, i).is_some()).collect::<Vec<_>>()
        };
        Named {
            event: !starts(&scan.lexicon.event_names).is_empty(),
            meanings: meant(scan.tokens, scan.start..scan.end),
            ratings: starts(&scan.lexicon.ratings),
            attributes: starts(&scan.lexicon.attributes),
            outcomes: starts(&scan.lexicon.outcomes),
        }
    }
}

impl Sentence<'_> {
    /// Whether a rating begins at one of these tokens.
    pub(super) fn rates(&self, tokens: Range<usize>) -> bool {
        self.named.ratings.iter().any(|at| tokens.contains(at))
    }

    /// Whether it is said there what people are.
    pub(super) fn describes_people(&self, tokens: Range<usize>) -> bool {
        self.named.attributes.iter().any(|at| tokens.contains(at))
    }

    /// Whether an award, a penalty or a complaint is named there.
    pub(super) fn names_outcome(&self, tokens: Range<usize>) -> bool {
        self.named.outcomes.iter().any(|at| tokens.contains(at))
    }

    /// `tính đến`, `đến nay`: the time of a level, and no work.
    pub(super) fn tells_until(&self, found: &Found) -> bool {
        self.scan.is_any(found.at.start, &["tính", "đến", "tới", "cho"])
    }

    /// First token of the clause: after the last `;` `:` `.` or open `(` before `i`; a bracket that is closed is passed over.
    pub fn clause_start(&self, i: usize) -> usize {
        let scan = &self.scan;
        let mut closed = 0usize;
        for at in (scan.start..i).rev() {
            match scan.tokens[at].folded.as_str() {
                ")" => closed += 1,
                "(" if closed > 0 => closed -= 1,
                "(" => return at + 1,
                ";" | ":" | "." if closed == 0 => return at + 1,
                _ => {}
            }
        }
        scan.start
    }

    /// The nearest cue before the quantity that is no neutral one, back to the quantity before it or the clause's start.
    pub(super) fn verb_before(&self, index: usize, q: &Quantity) -> Option<Cue> {
        let floor = self.clause_start(q.core.start);
        let floor = index.checked_sub(1).map_or(floor, |i| floor.max(self.quantities[i].core.end));
        self.cues
            .iter()
            .rev()
            .filter(|c| c.at.start < q.core.start && c.at.start >= floor)
            .map(|c| c.cue)
            .find(|c| matches!(c, Cue::Result | Cue::Past | Cue::Structure | Cue::Target))
    }

    /// Whether that cue tells of work or of what is over.
    pub(super) fn verb_tells_work(&self, index: usize, q: &Quantity) -> bool {
        matches!(self.verb_before(index, q), Some(Cue::Result | Cue::Past))
    }

    /// Whether the quantity is joined to the one before by nothing but a comma, `và`, `với`, `trong đó`, a bracket.
    pub(super) fn joins(&self, index: usize, q: &Quantity) -> bool {
        let Some(previous) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return false };
        !self.cues.iter().any(|c| {
            c.at.start >= previous.core.end
                && c.at.start < q.core.start
                && matches!(c.cue, Cue::Result | Cue::Past)
        })
    }

    /// Whether a word that joins stands right before the quantity.
    pub(super) fn joined(&self, q: &Quantity) -> bool {
        self.cues.iter().any(|c| c.cue == Cue::Join && c.at.end == q.core.start)
    }

    /// Whether work done is told before the quantity: a verb of work, or `được` with one.
    pub(super) fn worked_before(&self, q: &Quantity) -> bool {
        self.cues.iter().take_while(|c| c.at.start < q.core.start).any(|c| match c.cue {
            Cue::Result => true,
            Cue::Past => c.at.clone().any(|i| self.scan.tokens[i].is("được")),
            _ => false,
        })
    }

    /// Whether work done is told before the quantity with another verb than this one.
    pub(super) fn worked_before_but(&self, q: &Quantity, verb: &str) -> bool {
        let other = |c: &&Found| c.cue == Cue::Result && !self.scan.tokens[c.at.start].is(verb);
        self.cues.iter().take_while(|c| c.at.start < q.core.start).any(|c| other(&c))
    }

    /// «mọi mục tiêu đều được hoàn thành: …»: all of it is told as done.
    pub(super) fn all_done(&self) -> bool {
        (self.scan.start..self.scan.end)
            .any(|i| self.scan.is(i, "đều") && self.scan.is_any(i + 1, &["được", "đạt", "hoàn", "vượt"]))
            && !self.cues.iter().any(|c| c.cue == Cue::Target)
    }

    pub(super) fn has_past(&self) -> bool {
        self.all_done()
            || self.cues.iter().any(|c| c.cue == Cue::Past && !self.scan.tokens[c.at.start].is("được"))
    }

    /// Whether something is said to be done by, or of, the counted: a result or rating before the clause ends.
    pub(super) fn predicate(&self, index: usize, q: &Quantity) -> bool {
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        let end = (q.core.end..next)
            .find(|&i| matches!(self.scan.tokens[i].folded.as_str(), "," | ";" | "." | ")" | "(" | ":"))
            .unwrap_or(next);
        let tokens = &self.scan.tokens[..self.scan.end];
        let passive = |i: usize| matches!(tokens[i].folded.as_str(), "được" | "bị");
        if q.class == UnitClass::Person
            && (end..next).take_while(|&i| !matches!(tokens[i].folded.as_str(), ";" | "." | ")" | "(")).any(
                |i| passive(i) && (i.saturating_sub(3)..i).any(|comma| comma >= end && tokens[comma].is(",")),
            )
        {
            return true;
        }
        (q.core.end..end).any(|i| {
            self.rates(i..i + 1)
                || self.cues.iter().any(|c| c.at.start == i && matches!(c.cue, Cue::Result | Cue::Past))
                || passive(i)
                || tokens[i].is("chưa")
                || tokens[i].is("đều") && self.scan.is(i + 1, "xong")
        })
    }
}
