//! What a quantity is (target, result, structure, event), by the cues around it.
//!
//! A sentence is read from left to right. A strong cue turns the mode to aims or to facts until the next one; the
//! verbs nearest to a quantity decide the rest. A mode of aims is carried into the sentences and list items after it.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::{Carry, Sentence};
use crate::quantity::{Comparator, Value};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Mode {
    None,
    Carried,
    Aims,
    Facts,
}

impl Sentence<'_> {
    /// The kinds of all quantities, in order, and what the sentence leaves to the next.
    pub fn kinds(&self) -> (Vec<FigureKind>, Carry) {
        let mut kinds = Vec::with_capacity(self.quantities.len());
        let mut mode = if self.carry.aims { Mode::Carried } else { Mode::None };
        let mut cues = self.cues.iter().peekable();
        for (index, quantity) in self.quantities.iter().enumerate() {
            while let Some(found) = cues.next_if(|c| c.at.start < quantity.core.start) {
                mode = self.turn(mode, found);
            }
            let previous = self.inherited(index, &kinds);
            kinds.push(self.kind(index, quantity, mode, previous));
            let floor = matches!(quantity.comparator, Comparator::AtLeast | Comparator::Range);
            let aimed = kinds.iter().all(|kind| *kind == FigureKind::Target);
            if mode == Mode::None && floor && aimed && !self.has_past() && !self.introduced(quantity) {
                mode = Mode::Aims;
            }
        }
        for found in cues {
            mode = self.turn(mode, found);
        }
        self.share_predicates(&mut kinds);
        self.share_aims(&mut kinds);
        let aims = match mode {
            Mode::Aims => kinds.is_empty() && self.introduces() || kinds.last() == Some(&FigureKind::Target),
            Mode::Carried => kinds.is_empty() || kinds.last() == Some(&FigureKind::Target),
            _ => kinds.last() == Some(&FigureKind::Target) && mode != Mode::Facts,
        };
        (kinds, Carry { aims })
    }

    /// «8 tập thể và 38 cá nhân được khen thưởng»: what is said of the last is said of those listed before it.
    fn share_predicates(&self, kinds: &mut [FigureKind]) {
        for i in (1..kinds.len()).rev() {
            let (before, after) = (&self.quantities[i - 1], &self.quantities[i]);
            let between = &self.scan.tokens[before.core.end..after.core.start];
            let listed = between.len() <= 4
                && between.iter().any(|t| t.is("và") || t.is(","))
                && !between.iter().any(|t| t.is("trong"))
                && !self
                    .cues
                    .iter()
                    .any(|c| c.cue != Cue::Join && (before.core.end..after.core.start).contains(&c.at.start));
            let people = before.class == UnitClass::Person && after.class == UnitClass::Person;
            if listed && people && kinds[i] == FigureKind::Result && kinds[i - 1] == FigureKind::Structure {
                kinds[i - 1] = FigureKind::Result;
            }
        }
    }

    /// Kind of the last quantity before `index` that is a count and no change (`tăng 560`).
    fn inherited(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        (0..index).rev().find_map(|i| {
            let q = &self.quantities[i];
            let change = q.core.start > self.scan.start
                && matches!(self.scan.tokens[q.core.start - 1].folded.as_str(), "tăng" | "giảm" | "vượt");
            (!change && q.class != UnitClass::Percent).then_some(kinds[i])
        })
    }

    fn turn(&self, mode: Mode, found: &Found) -> Mode {
        match found.cue {
            Cue::Target => Mode::Aims,
            Cue::TargetWeak if mode != Mode::Facts => Mode::Aims,
            Cue::TargetNoun if self.noun_introduces(found) => Mode::Aims,
            Cue::Neutral if mode != Mode::Facts && self.sets_aim(found) => Mode::Aims,
            // «đề ra mỗi năm kết nạp 15 đảng viên, song 9 tháng mới kết nạp 6»
            Cue::Neutral if mode == Mode::Aims && self.turns_away(found) => Mode::None,
            // «được xếp loại» among aims is what is aimed at.
            Cue::Past
                if matches!(mode, Mode::Aims | Mode::Carried)
                    && self.scan.tokens[found.at.start].is("được") =>
            {
                mode
            }
            Cue::Past => Mode::Facts,
            _ => mode,
        }
    }

    fn kind(&self, index: usize, q: &Quantity, mode: Mode, previous: Option<FigureKind>) -> FigureKind {
        if self.represents(q) {
            return FigureKind::Structure;
        }
        if q.class == UnitClass::Day || self.is_event(index, q, previous) {
            return FigureKind::Event;
        }
        if q.class != UnitClass::Programme && (self.names_target(q) || self.introduced(q)) {
            return FigureKind::Target;
        }
        if self.must(q) {
            return FigureKind::Target;
        }
        let verb = self.verb_before(index, q);
        if q.class == UnitClass::Programme {
            return self.programme(q);
        }
        let floor =
            matches!(q.comparator, Comparator::AtLeast | Comparator::AtMost) && q.class != UnitClass::Money;
        if floor
            && !self.said_done(q)
            && !self.of_plan(q)
            && (q.class == UnitClass::Percent || mode != Mode::Facts)
        {
            return FigureKind::Target;
        }
        match mode {
            Mode::Aims if !self.is_base(q) => return FigureKind::Target,
            Mode::Carried if q.class == UnitClass::Percent && verb != Some(Cue::Past) => {
                return FigureKind::Target;
            }
            Mode::Carried if !matches!(verb, Some(Cue::Structure | Cue::Past)) => return FigureKind::Target,
            _ => {}
        }
        self.fact(index, q, previous, verb)
    }

    /// A result or a make-up.
    fn fact(
        &self,
        index: usize,
        q: &Quantity,
        previous: Option<FigureKind>,
        verb: Option<Cue>,
    ) -> FigureKind {
        let done = self.predicate(index, q);
        if previous == Some(FigureKind::Structure) && !done && self.part_of_make_up(index, q) {
            return FigureKind::Structure;
        }
        if q.class == UnitClass::Percent
            || q.class == UnitClass::Money
            || matches!(q.value, Value::Share { .. })
        {
            return FigureKind::Result;
        }
        if q.class == UnitClass::Streak {
            return FigureKind::Result;
        }
        if self.counts_turns(q) {
            return FigureKind::Result;
        }
        if self.made_of(q) || self.continues_make_up(index) || self.rises_to(q) {
            return FigureKind::Structure;
        }
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person);
        match verb {
            Some(Cue::Result | Cue::Past) if self.is_base(q) || self.began_with(q) => FigureKind::Structure,
            Some(Cue::Result | Cue::Past) => FigureKind::Result,
            Some(Cue::Structure) if done || self.rated_before(q) => FigureKind::Result,
            Some(Cue::Structure) if self.is_base(q) => FigureKind::Structure,
            Some(Cue::Structure) => match previous {
                Some(FigureKind::Result | FigureKind::Structure) if self.joins(index, q) => {
                    previous.unwrap_or(FigureKind::Structure)
                }
                _ if q.class == UnitClass::Organisation || q.class == UnitClass::Programme => {
                    FigureKind::Structure
                }
                _ if self.worked_before(q) || !counted && self.has_past() => FigureKind::Result,
                _ => FigureKind::Structure,
            },
            _ if done => FigureKind::Result,
            _ => match previous {
                Some(kind @ (FigureKind::Result | FigureKind::Structure)) => kind,
                _ if self.worked_before(q) => FigureKind::Result,
                _ if q.class == UnitClass::Organisation => FigureKind::Structure,
                _ if counted && self.joined(q) => FigureKind::Structure,
                _ => FigureKind::Result,
            },
        }
    }

    /// Parts of a programme are a make-up, unless so many of them are done.
    fn programme(&self, q: &Quantity) -> FigureKind {
        let done = |i: usize| {
            let cue = self.cues.iter().find(|c| c.at.start == i);
            cue.is_some() && matches!(self.scan.tokens[i].folded.as_str(), "hoàn" | "vượt" | "đạt" | "ban")
        };
        let before = q.core.start.saturating_sub(4).max(self.scan.start)..q.core.start;
        let after = q.core.end..(q.core.end + 4).min(self.scan.end);
        let share = matches!(q.value, Value::Share { .. });
        if share || before.into_iter().any(done) || after.into_iter().any(done) {
            FigureKind::Result
        } else {
            FigureKind::Structure
        }
    }
}
