//! What a quantity is (target, result, structure, event), by what stands around it.
//!
//! A sentence is read from left to right. A strong cue turns the mode to aims or to facts until the next one; a mode
//! of aims is carried into the sentences and list items after it. What is no aim is weighed: its signs
//! ([`super::signs`]) speak for a result, a make-up or an event, each with a weight that was fitted to pages marked by
//! hand (`lexicon/kinds.json`).

use super::course::{Course, Mode};
use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::{Carry, Sentence};
use super::signs::Sign;
use crate::quantity::{Comparator, Value};

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
            let (kind, weighed) = self.kind(index, mode, &kinds);
            kinds.push(kind);
            signs.push(weighed.unwrap_or_default());
            course.after(self, index, &kinds);
        }
        for found in cues {
            course.hear(self, found);
        }
        let mode = course.at(self.scan.end);
        self.share_aims(&mut kinds);
        let before = kinds.last().copied().or(self.carry.before);
        let aims = self.leaves_aims(mode, &kinds);
        let counted =
            |(q, kind): (&Quantity, &FigureKind)| self.counts_aims(q) && *kind == FigureKind::Structure;
        let counted_aims = self.quantities.iter().zip(&kinds).any(counted);
        let reached = self.tells_reached(&kinds);
        (kinds, signs, Carry { aims, counted_aims, reached, lead: false, before, ..self.carry })
    }

    fn kind(&self, index: usize, mode: Mode, kinds: &[FigureKind]) -> (FigureKind, Option<Vec<Sign>>) {
        let q = &self.quantities[index];
        let event = self.is_event(index, q, self.inherited(index, kinds));
        if let Some(kind) = self.by_rule(index, mode, event, kinds) {
            return (kind, None);
        }
        let (kind, signs) = self.weigh(index, mode, event, kinds);
        // «dự kiến mở 3 lớp cho 300 học viên»: no guests, and nothing done yet.
        let planned = mode == Mode::Aims && event && !self.competes(index, q);
        (if planned && kind == FigureKind::Result { FigureKind::Target } else { kind }, signs)
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

    /// What the rules say: of aims, and of patterns that leave no doubt; `event` says whether it is part of one, `kinds`
    /// what the quantities before it are.
    fn by_rule(&self, index: usize, mode: Mode, event: bool, kinds: &[FigureKind]) -> Option<FigureKind> {
        let q = &self.quantities[index];
        let settled = self
            .parts_of_before(q)
            .or_else(|| (mode != Mode::Aims && self.measured(index)).then_some(FigureKind::Result))
            .or_else(|| self.is_make_up(index, mode).then_some(FigureKind::Structure))
            .or_else(|| self.by_occasion(index, mode, event, kinds));
        if settled.is_some() || event {
            return settled;
        }
        // «tuổi bình quân của cấp ủy là 42,5 tuổi»; that of those admitted is theirs.
        let of_bodies =
            index.checked_sub(1).is_some_and(|i| self.quantities[i].class == UnitClass::Organisation);
        let before = kinds.last().copied().filter(|_| !of_bodies).or(self.carry.before);
        if q.class == UnitClass::Age && mode != Mode::Aims && before != Some(FigureKind::Result) {
            return Some(FigureKind::Structure);
        }
        if self.changes_aim(index, kinds.last()) || self.is_aim(index, q, mode, kinds.last()) {
            return Some(FigureKind::Target);
        }
        if mode != Mode::Aims && self.stands_with(index, kinds) {
            return Some(FigureKind::Structure);
        }
        self.whole(index, kinds).or_else(|| self.by_work(index, mode, kinds))
    }

    /// Whether it is a make-up whatever else is told: who is stood for, sent on or elected, levels, lessons.
    fn is_make_up(&self, index: usize, mode: Mode) -> bool {
        let q = &self.quantities[index];
        self.represents(q)
            || self.sent_on(index)
            || self.seats(index)
            || self.grew_from(q)
            || self.is_lesson(q)
            || mode != Mode::Aims
                && (self.spoken_of(index, q)
                    || self.elected(index)
                    || self.is_size(q)
                    || self.grown_to(q)
                    || self.has_branch(index)
                    || self.shares_members(index)
                    || self.opens_with(index, q)
                    || self.compares_people(index))
            || (self.there_is(q) || self.nothing_done(mode) && self.counts_members(index, q))
                && !self.predicate(index, q)
    }

    /// Whether neither aims nor facts are told, or no more than until when: «Đến thời điểm này, tỉnh có …».
    fn nothing_done(&self, mode: Mode) -> bool {
        let until = |c: &Found| c.cue != Cue::Past || self.tells_until(c);
        mode == Mode::None || mode == Mode::Facts && self.cues.iter().all(until)
    }

    /// What an occasion says of it: how long it lasts, who came, competed, learnt, spoke or was given something.
    fn by_occasion(&self, index: usize, mode: Mode, event: bool, kinds: &[FigureKind]) -> Option<FigureKind> {
        let q = &self.quantities[index];
        let bounded = matches!(q.comparator, Comparator::AtMost | Comparator::AtLeast);
        let lasts =
            q.class == UnitClass::Day || q.class == UnitClass::Duration && self.scan.lasts(q.core.start);
        // «89 điểm cầu cơ sở đều đã thông tín hiệu»
        let screens = self.scan.pair(q.unit.start, "điểm", "cầu") && mode != Mode::Aims;
        if lasts && !bounded || screens || self.part_of_contest(q) && mode != Mode::Aims {
            return Some(FigureKind::Event);
        }
        if let Some(whole) = self.adds_up(index) {
            return Some(kinds[whole]);
        }
        if self.learnt(index, q, event) {
            return Some(FigureKind::Result);
        }
        let told = self.carry.event || self.named.event;
        let part = q.class == UnitClass::Delegate && self.speaks(q) || self.competes(index, q);
        if self.sets_to(q) && mode != Mode::Aims
            || event && self.is_called(q)
            || told && part && mode != Mode::Aims
        {
            return Some(FigureKind::Event);
        }
        let given =
            || (self.undergoes(index, q) || self.are_given(q) || self.awarded(q)) && !self.elected(index);
        self.whose(index, kinds).or_else(|| given().then_some(FigureKind::Result))
    }

    /// What is told as founded, merged or done, and what it is made of.
    fn by_work(&self, index: usize, mode: Mode, kinds: &[FigureKind]) -> Option<FigureKind> {
        let q = &self.quantities[index];
        if self.founded_with(index, q) || self.appended(index, q) || self.merges(index) {
            return Some(FigureKind::Structure);
        }
        if self.is_done(index, q) {
            return Some(FigureKind::Result);
        }
        let share = matches!(q.value, Value::Share { .. });
        let goes_on = kinds.last() == Some(&FigureKind::Result) && self.joins(index, q);
        let worked = goes_on || matches!(self.verb_before(index, q), Some(Cue::Result | Cue::Past));
        let aimed = matches!(mode, Mode::Aims | Mode::Carried);
        if q.class == UnitClass::Programme && !share && (aimed || !worked) && !self.told_of(index, q) {
            return Some(FigureKind::Structure);
        }
        // «227 người được cử đi học, gồm 15 …»: parts of what was done are no make-up.
        let part = self.inherited(index, kinds) == Some(FigureKind::Result) && self.joins(index, q);
        let done = part || self.worked_on(q) || self.is_outcome(q);
        let made_up = !done && (self.made_of(q) || self.continues_make_up(index)) || self.rises_to(q);
        made_up.then_some(FigureKind::Structure)
    }

    /// `(mục tiêu 53.660 tỷ đồng, tăng 10,6%)`: by how much the aim before it in a bracket is more.
    fn changes_aim(&self, index: usize, before: Option<&FigureKind>) -> bool {
        let bracket = |i: usize| self.bracket_end(self.quantities[i].core.start);
        before == Some(&FigureKind::Target)
            && self.is_change(index)
            && bracket(index).is_some_and(|end| bracket(index - 1) == Some(end))
    }

    /// What is a result whatever stands around it: changes, streaks, aims reached, turns, ratings, badges.
    fn is_done(&self, index: usize, q: &Quantity) -> bool {
        matches!(q.class, UnitClass::Streak | UnitClass::Duration)
            || self.is_change(index)
            || self.counts_aims(q) && self.told_of(index, q)
            || self.counts_work(q) && self.scan.follows(q.core.start, "lên")
            || self.counts_turns(q)
            || self.is_gift(q)
            // «Vi phạm tập trung ở: đạo đức, lối sống 14 (18,9%); …»
            || self.names_outcome(self.scan.start..self.scan.start + 1)
            || self.rated_right_before(q)
            || self.of_badge(q)
    }

    fn is_aim(&self, index: usize, q: &Quantity, mode: Mode, before: Option<&FigureKind>) -> bool {
        if q.class == UnitClass::Programme {
            // «mục tiêu là …; đủ 19/19 tiêu chí nông thôn mới»
            let criteria = matches!(q.value, Value::Share { .. }) && !self.counts_aims(q);
            return criteria && mode == Mode::Aims && !self.told_of(index, q);
        }
        if self.must(q) {
            return true;
        }
        if self.names_target(q) || self.introduced(q) {
            return true;
        }
        let percent = q.class == UnitClass::Percent;
        let floor =
            matches!(q.comparator, Comparator::AtLeast | Comparator::AtMost) && q.class != UnitClass::Money;
        // «hàng năm chiếm từ 97,6% trở lên» tells how much it is.
        let level = mode == Mode::None && self.scan.follows(q.core.start, "chiếm");
        if floor
            && !level
            && !self.said_done(q)
            && !self.all_done()
            && !self.of_plan(q)
            && (!self.carry.reached || mode != Mode::None)
            && (percent && before != Some(&FigureKind::Result) || mode != Mode::Facts)
        {
            return true;
        }
        // «mỗi năm 50% chi bộ được công nhận tốt, trong số này 20% tiêu biểu»
        if percent && before == Some(&FigureKind::Target) && self.among(index) && !self.said_done(q) {
            return true;
        }
        let verb = self.verb_before(index, q);
        match mode {
            // «sẽ cố xong đúng hạn; việc kết nạp tới mức 72% kế hoạch»
            Mode::Aims if self.falls_short(q) && !self.aimed_in_clause(q) => false,
            Mode::Aims => !self.is_base(q) || self.number_of_work(q),
            Mode::Carried if percent => verb != Some(Cue::Past) && !self.of_plan(q),
            Mode::Carried => !matches!(verb, Some(Cue::Structure | Cue::Past)),
            _ => false,
        }
    }
}
