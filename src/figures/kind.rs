//! What a quantity is (target, result, structure, event), by what stands around it.
//!
//! A sentence is read from left to right. A strong cue turns the mode to aims or to facts until the next one; a mode
//! of aims is carried into the sentences and list items after it. Mode, patterns and the words around are signs
//! ([`super::signs`]) that speak for a target, a result, a make-up or an event, each with a weight that was fitted to pages
//! and sentences marked by hand (`lexicon/kinds.tsv`).

use super::course::{Course, Mode};
use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::{Carry, Sentence};
use super::weights::Sign;
use crate::quantity::Value;

impl Sentence<'_> {
    /// The kinds of all quantities with their signs, in order, and what the sentence leaves to the next.
    pub fn kinds(&self) -> (Vec<FigureKind>, Vec<Vec<Sign>>, Carry) {
        let mut kinds = Vec::with_capacity(self.quantities.len());
        let mut signs = Vec::with_capacity(self.quantities.len());
        let mut course = Course::of(self);
        let mut cues = self.cues.iter().peekable();
        for (index, quantity) in self.quantities.iter().enumerate() {
            while let Some(found) = cues.next_if(|c| c.at.start < quantity.core.start) {
                course.hear(self, found);
            }
            let mode = course.at(quantity.core.start);
            let event = self.is_event(index, quantity, self.inherited(index, &kinds));
            let (kind, weighed) = self.weigh(index, mode, event, &kinds);
            let kind = if self.names_aims(index, quantity) { FigureKind::Structure } else { kind };
            kinds.push(kind);
            signs.push(weighed);
            course.after(self, index, &kinds);
        }
        for found in cues {
            course.hear(self, found);
        }
        let mode = course.at(self.scan.end);
        let before = kinds.last().copied().or(self.carry.before);
        let aims = self.leaves_aims(mode, &kinds);
        let counted =
            |(q, kind): (&Quantity, &FigureKind)| self.counts_aims(q) && *kind == FigureKind::Structure;
        let counted_aims = self.quantities.iter().zip(&kinds).any(counted);
        let reached = self.tells_reached(&kinds);
        (kinds, signs, Carry { aims, counted_aims, reached, lead: false, before, ..self.carry })
    }

    /// «nêu 3 mục tiêu cho cả nhiệm kỳ»: how many aims there are, none of them, and nothing told of them.
    fn names_aims(&self, index: usize, q: &Quantity) -> bool {
        let whole = matches!(q.value, Value::Number(_)) && q.unit.start >= q.value_end;
        whole && self.counts_aims(q) && !self.verb_tells_work(index, q) && !self.told_of(index, q)
    }

    /// Whether the sentence tells of nothing but aims reached: «đạt và vượt 5/5 chỉ tiêu của Nghị quyết».
    fn tells_reached(&self, kinds: &[FigureKind]) -> bool {
        let reached =
            |(q, kind): (&Quantity, &FigureKind)| self.counts_aims(q) && *kind == FigureKind::Result;
        !kinds.contains(&FigureKind::Target) && self.quantities.iter().zip(kinds).any(reached)
    }

    /// Whether aims go on into the next sentence.
    fn leaves_aims(&self, mode: Mode, kinds: &[FigureKind]) -> bool {
        let aimed = kinds.last() == Some(&FigureKind::Target);
        match mode {
            Mode::Aims => kinds.is_empty() && self.introduces() || aimed,
            Mode::Carried => kinds.is_empty() || aimed,
            Mode::Facts => false,
            // «(mục tiêu 60 đảng viên).» only measures by an aim.
            Mode::None => {
                aimed && self.quantities.last().is_some_and(|q| self.bracket_end(q.core.start).is_none())
            }
        }
    }

    /// Kind of the last quantity before `index` that is a count and no change (`tăng 560`).
    fn inherited(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        (0..index).rev().find_map(|i| {
            (!self.is_change(i) && self.quantities[i].class != UnitClass::Percent).then_some(kinds[i])
        })
    }

    /// `tăng 210 đảng viên`, `nhiều hơn năm 2017 là 560 đảng viên`: by how many something changed.
    pub(super) fn is_change(&self, index: usize) -> bool {
        let at = self.quantities[index].core.start;
        self.fell(&self.quantities[index])
            || self.scan.follows_any(at, &["tăng", "giảm", "vượt"])
            || self.differs(at)
    }

    /// Whether a comparison with another time stands right before the token: `hơn đầu nhiệm kỳ`, `so với năm 2011 thêm`.
    fn differs(&self, at: usize) -> bool {
        let scan = &self.scan;
        let times = ["năm", "đầu", "nhiệm", "cùng", "quý", "kỳ", "trước"];
        let floor = at.saturating_sub(6).max(scan.start);
        let more = |i: usize| scan.is(i, "hơn") && !scan.pair(i, "hơn", "nữa") && scan.is_any(i + 1, &times);
        let against = |i: usize| scan.pair(i, "so", "với");
        let counted = |i: usize| (i..at).any(|t| !scan.tokens[t].is_word() && !scan.tokens[t].is_numeral());
        (floor..at).any(|i| more(i) && !counted(i)) || scan.follows(at, "thêm") && (floor..at).any(against)
    }

    /// Whether neither aims nor facts are told, or no more than until when: «Đến thời điểm này, tỉnh có …».
    pub(super) fn nothing_done(&self, mode: Mode) -> bool {
        let until = |c: &Found| c.cue != Cue::Past || self.tells_until(c);
        mode == Mode::None || mode == Mode::Facts && self.cues.iter().all(until)
    }

    /// What is a result whatever stands around it: changes, streaks, aims reached, turns, ratings, badges.
    pub(super) fn is_done(&self, index: usize, q: &Quantity) -> bool {
        matches!(q.class, UnitClass::Streak | UnitClass::Duration)
            || self.is_change(index)
            || self.counts_aims(q) && self.told_of(index, q)
            || self.counts_work(q) && self.scan.follows(q.core.start, "lên")
            || self.counts_turns(q)
            // «Vi phạm tập trung ở: đạo đức, lối sống 14 (18,9%); …»
            || self.names_outcome(self.scan.start..self.scan.start + 1)
            || self.rated_right_before(q)
            || self.of_badge(q)
    }
}
