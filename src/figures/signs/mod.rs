//! The signs of a quantity: what in its sentence speaks for or against each kind. The weights are data.

mod meanings;
mod neighbours;
mod patterns;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use super::course::Mode;
use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use super::weights::{Sign, Weights};
use crate::quantity::{Comparator, Value};

/// The kinds in the order of the weights.
pub const WEIGHED: [FigureKind; 4] =
    [FigureKind::Result, FigureKind::Structure, FigureKind::Event, FigureKind::Target];

/// The weights of kinds.
pub type KindWeights = Weights<{ WEIGHED.len() }>;
/// The signs of a kind, which are told with the quantity's class.
type Signs = super::weights::Signs<{ WEIGHED.len() }>;

// A test reads the file strictly; one that is broken would make everything a result here.
static BUILT_IN: LazyLock<KindWeights> =
    LazyLock::new(|| Weights::read(include_str!("../../../lexicon/kinds.tsv")));

/// The weights of kinds that the program is built with.
#[must_use]
pub fn kind_weights() -> &'static KindWeights {
    &BUILT_IN
}

impl Sentence<'_> {
    /// The kind that most speaks for of quantity `index`, and the signs if weights are on trial; `kinds` are those of the
    /// quantities before it.
    pub(super) fn weigh(
        &self,
        index: usize,
        mode: Mode,
        event: bool,
        kinds: &[FigureKind],
    ) -> (FigureKind, Vec<Sign>) {
        let q = &self.quantities[index];
        let trial = self.carry.trial;
        let mut signs = Signs::new(trial.unwrap_or_else(kind_weights), trial.is_some());
        self.of_quantity(&mut signs, q);
        self.of_mode(&mut signs, mode);
        let group = self.group(index);
        self.of_words_before(&mut signs, &group);
        self.of_words_after(&mut signs, &group);
        self.of_sentence(&mut signs);
        self.of_patterns(&mut signs, index, mode, event, kinds);
        self.of_neighbours(&mut signs, index, kinds);
        self.of_words(&mut signs, q);
        self.of_meanings(&mut signs, q);
        let (kind, signs) = signs.answer();
        (WEIGHED[kind], signs)
    }

    fn of_quantity(&self, signs: &mut Signs, q: &Quantity) {
        let class = match q.class {
            UnitClass::Percent => match q.noun_class {
                UnitClass::Organisation => "percent-of-organisations",
                UnitClass::Person => "percent-of-people",
                _ => "percent",
            },
            other => other.id(),
        };
        signs.name(["class", class]);
        signs.class = class;
        let unit: Vec<&str> = q.unit.clone().take(2).map(|i| self.scan.tokens[i].folded.as_str()).collect();
        signs.name(["unit", &unit.join(" ")]);
        signs.add("share", matches!(q.value, Value::Share { .. }));
        let percent = q.class == UnitClass::Percent;
        let bound = match q.comparator {
            Comparator::AtLeast if percent => "percent-at-least",
            Comparator::AtLeast => "at-least",
            Comparator::AtMost => "at-most",
            Comparator::Range => "range",
            Comparator::MoreThan if percent => "percent-more-than",
            Comparator::MoreThan => "more-than",
            Comparator::About | Comparator::Nearly => "about",
            _ => "plain",
        };
        signs.name(["bound", bound]);
    }

    fn of_mode(&self, signs: &mut Signs, mode: Mode) {
        let name = match mode {
            Mode::None => "none",
            Mode::Carried => "carried",
            Mode::Aims => "aims",
            Mode::Facts => "facts",
        };
        signs.name(["mode", name]);
    }

    fn named(&self, signs: &mut Signs, what: &str, found: &Found) {
        signs.with_class(what, found.cue.id());
        let words: Vec<&str> =
            found.at.clone().map(|i| self.scan.tokens[i].folded.as_str()).filter(|w| *w != ",").collect();
        signs.name([what, "word", &words.join(" ")]);
    }

    fn of_words_before(&self, signs: &mut Signs, group: &Range<usize>) {
        let q = &self.quantities[group.start];
        let clause = self.clause_start(q.core.start);
        let floor = group.start.checked_sub(1).map_or(clause, |i| clause.max(self.quantities[i].core.end));
        let telling = |c: &&Found| !matches!(c.cue, Cue::Neutral | Cue::Join);
        let mut before = self
            .cues
            .iter()
            .rev()
            .filter(|c| c.at.start < q.core.start && c.at.start >= floor)
            .filter(telling);
        match before.next() {
            Some(found) => self.named(signs, "verb", found),
            None => signs.with_class("verb", "none"),
        }
        for found in before {
            signs.name(["earlier", found.cue.id()]);
        }
        for found in self.cues.iter().filter(|c| c.at.start < floor && c.at.start >= clause).filter(telling) {
            signs.name(["clause", found.cue.id()]);
        }
        if let Some(head) = self.head(q.core.start) {
            signs.with_class("head", head.cue.id());
        }
        match self.scan.before(q.core.start) {
            Some(token) => signs.name(["next-to", &token.folded]),
            None => signs.add("opens", true),
        }
    }

    /// The cue that heads the list that token `i` stands in: the last one before the colon.
    fn head(&self, i: usize) -> Option<&Found> {
        let colon = (self.scan.start..i).rev().find(|&at| self.scan.is(at, ":"))?;
        let near = |c: &&Found| c.at.end + 6 > colon && c.at.end <= colon;
        self.cues.iter().rev().filter(near).find(|c| !matches!(c.cue, Cue::Neutral | Cue::Join))
    }

    fn of_words_after(&self, signs: &mut Signs, group: &Range<usize>) {
        let q = &self.quantities[group.end - 1];
        let next = self.quantities.get(group.end).map_or(self.scan.end, |n| n.core.start);
        let closes = |i: &usize| matches!(self.scan.tokens[*i].folded.as_str(), ";" | "." | ")" | "(" | ":");
        let end = (q.core.end..next).find(closes).unwrap_or(next);
        let mut after = self
            .cues
            .iter()
            .filter(|c| c.at.start >= q.core.end && c.at.start < end)
            .filter(|c| !matches!(c.cue, Cue::Neutral | Cue::Join));
        match after.next() {
            Some(found) => {
                let comma = (q.core.end..found.at.start).any(|i| self.scan.is(i, ","));
                self.named(signs, if comma { "later" } else { "then" }, found);
            }
            None => signs.name(["then", "none"]),
        }
        for found in after {
            signs.name(["later", found.cue.id()]);
        }
        let passive = |i: usize| self.scan.is(i, "được") || self.scan.is(i, "bị");
        signs.add("passive", (q.core.end..end).any(passive));
        signs.add("rated", self.rates(q.core.end..end));
        signs.add("not-yet", (q.core.end..end).any(|i| self.scan.is(i, "chưa")));
        if let Some(token) = self.scan.get(q.core.end) {
            signs.name(["followed-by", &token.folded]);
        }
    }

    fn of_sentence(&self, signs: &mut Signs) {
        for (cue, sign) in [
            (Cue::Event, "has-event"),
            (Cue::EventWeak, "has-event-weak"),
            (Cue::Target, "has-target"),
            (Cue::Structure, "has-structure"),
        ] {
            signs.add(sign, self.cues.iter().any(|c| c.cue == cue));
        }
        let until = |c: &Found| self.tells_until(c);
        signs.add("has-past", self.cues.iter().any(|c| c.cue == Cue::Past && !until(c)));
        signs.add("has-until", self.cues.iter().any(|c| c.cue == Cue::Past && until(c)));
        signs.add("names-event", self.named.event);
        signs.add("exceeds", self.cues.iter().any(|c| self.scan.is(c.at.start, "vượt")));
        signs.add("about-event", self.carry.event);
        signs.add("class-closed", self.carry.closed);
        signs.add("lead", self.carry.lead);
    }
}
