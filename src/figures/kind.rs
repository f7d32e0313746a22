//! What a quantity is (target, result, structure, event), by what stands around it.
//!
//! A sentence is read from left to right. A strong cue turns the mode to aims or to facts until the next one; a mode
//! of aims is carried into the sentences and list items after it. What is no aim is weighed: its signs
//! ([`super::signs`]) speak for a result, a make-up or an event, each with a weight that was fitted to pages marked by
//! hand (`lexicon/kinds.json`).

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::{Carry, Sentence};
use super::signs::Sign;
use crate::quantity::{Comparator, Value};

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Mode {
    None,
    Carried,
    Aims,
    Facts,
}

impl Sentence<'_> {
    /// The kinds of all quantities with their signs, in order, and what the sentence leaves to the next.
    pub fn kinds(&self) -> (Vec<FigureKind>, Vec<Vec<Sign>>, Carry) {
        let mut kinds = Vec::with_capacity(self.quantities.len());
        let mut signs = Vec::with_capacity(self.quantities.len());
        let mut mode = if self.carry.aims && !self.reports() { Mode::Carried } else { Mode::None };
        let mut bracket = None;
        let mut cues = self.cues.iter().peekable();
        for (index, quantity) in self.quantities.iter().enumerate() {
            while let Some(found) = cues.next_if(|c| c.at.start < quantity.core.start) {
                mode = self.leave(mode, &mut bracket, found.at.start);
                let turned = self.turn(mode, found);
                if turned != mode && bracket.is_none() {
                    bracket = self.bracket_end(found.at.start).map(|end| (end, mode));
                }
                mode = turned;
            }
            mode = self.leave(mode, &mut bracket, quantity.core.start);
            let event = self.is_event(index, quantity, self.inherited(index, &kinds));
            let (mut kind, weighed) = match self.by_rule(index, quantity, mode, event, &kinds) {
                Some(kind) => (kind, None),
                None => self.weigh(index, mode, event, &kinds),
            };
            // «dự kiến mở 3 lớp cho 300 học viên»: no guests, and nothing done yet.
            let taught = event && !self.competes(index, quantity);
            if mode == Mode::Aims && kind == FigureKind::Result && taught {
                kind = FigureKind::Target;
            }
            if self.counts_aims(quantity) {
                mode = self.after_aims_counted(mode, index, kind);
            }
            kinds.push(kind);
            signs.push(weighed.unwrap_or_default());
            let floor = matches!(quantity.comparator, Comparator::AtLeast | Comparator::Range);
            let aimed = kinds.iter().all(|kind| *kind == FigureKind::Target);
            if mode == Mode::None && floor && aimed && !self.has_past() && !self.introduced(quantity) {
                mode = Mode::Aims;
            }
        }
        for found in cues {
            mode = self.leave(mode, &mut bracket, found.at.start);
            mode = self.turn(mode, found);
        }
        mode = self.leave(mode, &mut bracket, self.scan.end);
        self.share_aims(&mut kinds);
        let aims = match mode {
            Mode::Aims => kinds.is_empty() && self.introduces() || kinds.last() == Some(&FigureKind::Target),
            Mode::Carried => kinds.is_empty() || kinds.last() == Some(&FigureKind::Target),
            // «(mục tiêu 60 đảng viên).» only measures by an aim.
            _ => {
                let open = |q: &Quantity| self.bracket_end(q.core.start).is_none();
                kinds.last() == Some(&FigureKind::Target)
                    && mode != Mode::Facts
                    && self.quantities.last().is_some_and(open)
            }
        };
        let before = kinds.last().copied().or(self.carry.before);
        (kinds, signs, Carry { aims, lead: false, before, ..self.carry })
    }

    /// Kind of the last quantity before `index` that is a count and no change (`tăng 560`).
    fn inherited(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        (0..index).rev().find_map(|i| {
            (!self.is_change(i) && self.quantities[i].class != UnitClass::Percent).then_some(kinds[i])
        })
    }

    /// `4/6 chỉ tiêu đạt và vượt` tells of aims reached; `6 mục tiêu, đáng chú ý có 100% …` of what they are.
    fn after_aims_counted(&self, mode: Mode, index: usize, kind: FigureKind) -> Mode {
        let quantity = &self.quantities[index];
        let reached = matches!(quantity.value, Value::Share { .. }) || self.predicate(index, quantity);
        match kind {
            FigureKind::Result if reached => Mode::Facts,
            // «trong 10 chỉ tiêu, …» tells how many of them.
            _ if self.scan.follows(quantity.core.start, "trong") => mode,
            _ if !reached && mode != Mode::Facts && !self.has_past() => Mode::Aims,
            _ => mode,
        }
    }

    /// `tăng 210 đảng viên`: by how many something changed.
    pub(super) fn is_change(&self, index: usize) -> bool {
        let q = &self.quantities[index];
        ["tăng", "giảm", "vượt"].iter().any(|verb| self.scan.follows(q.core.start, verb))
    }

    /// The mode at token `at`: what was said within a bracket holds up to its end only.
    fn leave(&self, mode: Mode, bracket: &mut Option<(usize, Mode)>, at: usize) -> Mode {
        match bracket.take_if(|(end, _)| *end <= at) {
            Some((_, outside)) => outside,
            None => mode,
        }
    }

    /// The closing bracket of the one that token `i` stands in.
    pub(super) fn bracket_end(&self, i: usize) -> Option<usize> {
        let open = (self.scan.start..i).rev().find(|&at| self.scan.is(at, "(") || self.scan.is(at, ")"))?;
        let close = || (i..self.scan.end).find(|&at| self.scan.is(at, ")"));
        if self.scan.is(open, "(") { close() } else { None }
    }

    fn turn(&self, mode: Mode, found: &Found) -> Mode {
        match found.cue {
            // «một số chỉ tiêu đạt cao: …»
            Cue::Target | Cue::TargetNoun if mode != Mode::Aims && self.is_reached(found) => Mode::Facts,
            Cue::Target => Mode::Aims,
            Cue::TargetWeak if mode != Mode::Facts => Mode::Aims,
            Cue::TargetNoun if self.noun_introduces(found) => Mode::Aims,
            Cue::Neutral if mode != Mode::Facts && (self.sets_aim(found) || self.as_planned(found)) => {
                Mode::Aims
            }
            // «đề ra mỗi năm kết nạp 15 đảng viên, song 9 tháng mới kết nạp 6»
            Cue::Neutral if mode == Mode::Aims && self.turns_away(found) => Mode::None,
            // «được xếp loại», «tiến hành kiểm tra» among aims are what is aimed at.
            Cue::Past
                if matches!(mode, Mode::Aims | Mode::Carried)
                    && ["được", "tiến"].iter().any(|word| self.scan.is(found.at.start, word)) =>
            {
                mode
            }
            Cue::Past => Mode::Facts,
            _ => mode,
        }
    }

    /// What the rules say: of aims, and of patterns that leave no doubt; `event` says whether it is part of one, `kinds`
    /// what the quantities before it are.
    fn by_rule(
        &self,
        index: usize,
        q: &Quantity,
        mode: Mode,
        event: bool,
        kinds: &[FigureKind],
    ) -> Option<FigureKind> {
        if self.represents(q) || self.there_is(q) && !self.predicate(index, q) {
            return Some(FigureKind::Structure);
        }
        if q.class == UnitClass::Day {
            return Some(FigureKind::Event);
        }
        let told = self.carry.event || self.named.event;
        if event && self.is_called(q) {
            return Some(FigureKind::Event);
        }
        let part = q.class == UnitClass::Delegate && self.speaks(q) || self.competes(index, q);
        if told && part && mode != Mode::Aims {
            return Some(FigureKind::Event);
        }
        if event {
            return None;
        }
        if self.is_aim(index, q, mode, kinds.last()) {
            return Some(FigureKind::Target);
        }
        if let Some(whole) = self.whole(index, kinds) {
            return Some(whole);
        }
        if self.elected(index) {
            return Some(FigureKind::Structure);
        }
        if q.class == UnitClass::Streak
            || self.is_change(index)
            || self.counts_aims(q) && self.predicate(index, q)
            || self.counts_work(q) && self.scan.follows(q.core.start, "lên")
            || self.counts_turns(q)
            || self.rated_right_before(q)
            || self.of_badge(q)
        {
            return Some(FigureKind::Result);
        }
        let share = matches!(q.value, Value::Share { .. });
        let goes_on = kinds.last() == Some(&FigureKind::Result) && self.joins(index, q);
        let worked = goes_on || matches!(self.verb_before(index, q), Some(Cue::Result | Cue::Past));
        let aimed = matches!(mode, Mode::Aims | Mode::Carried);
        if q.class == UnitClass::Programme && !share && (aimed || !worked) && !self.predicate(index, q) {
            return Some(FigureKind::Structure);
        }
        // «227 người được cử đi học, gồm 15 …»: parts of what was done are no make-up.
        let part = self.inherited(index, kinds) == Some(FigureKind::Result) && self.joins(index, q);
        let done = part || self.worked_on(q) || self.is_outcome(q);
        let made_up = !done && (self.made_of(q) || self.continues_make_up(index)) || self.rises_to(q);
        made_up.then_some(FigureKind::Structure)
    }

    fn is_aim(&self, index: usize, q: &Quantity, mode: Mode, before: Option<&FigureKind>) -> bool {
        if self.must(q) {
            return true;
        }
        if q.class == UnitClass::Programme {
            return false;
        }
        if self.names_target(q) || self.introduced(q) {
            return true;
        }
        let percent = q.class == UnitClass::Percent;
        let floor =
            matches!(q.comparator, Comparator::AtLeast | Comparator::AtMost) && q.class != UnitClass::Money;
        if floor
            && !self.said_done(q)
            && !self.all_done()
            && !self.of_plan(q)
            && (percent && before != Some(&FigureKind::Result) || mode != Mode::Facts)
        {
            return true;
        }
        let verb = self.verb_before(index, q);
        match mode {
            Mode::Aims => !self.is_base(q),
            Mode::Carried if percent => verb != Some(Cue::Past) && !self.of_plan(q),
            Mode::Carried => !matches!(verb, Some(Cue::Structure | Cue::Past)),
            _ => false,
        }
    }
}
