//! Whether a quantity says how something is made up: what it consists of, stands for, was merged from.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use crate::quantity::Value;

impl Sentence<'_> {
    /// Where what tells of the quantity ends: before words like `tất cả`, `tổng cộng`.
    pub(super) fn told_at(&self, q: &Quantity) -> usize {
        let mut at = q.core.start;
        while self.scan.follows_any(at, &["tất", "cả", "thảy", "tổng", "cộng"]) {
            at -= 1;
        }
        at
    }

    /// `đảng viên nữ chiếm 46,3%`, `35% hội viên là nữ` after a head count: a part of the make-up.
    pub(super) fn part_of_make_up(&self, index: usize, q: &Quantity) -> bool {
        let parts = self.joins(index, q) && !q.noun.is_empty();
        q.class == UnitClass::Percent
            && (parts || self.scan.follows(q.core.start, "chiếm"))
            && !self.has_past()
            && !self.worked_before_but(q, "chiếm")
    }

    /// «125 tổ chức cơ sở đảng (TCCSĐ), 6.532 đảng viên»: what stands beside a make-up with nothing told of it.
    pub(super) fn stands_with(&self, index: usize, kinds: &[FigureKind]) -> bool {
        let q = &self.quantities[index];
        let Some(before) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return false };
        let between = before.core.end..q.core.start;
        let joins = [",", "với", "và", "cùng", "(", ")", "hơn", "gần", "trên"];
        let short = |i: usize| self.scan.get(i).is_some_and(|t| t.capital) || self.scan.is_any(i, &joins);
        kinds.last() == Some(&FigureKind::Structure)
            && before.class == UnitClass::Organisation
            && q.class == UnitClass::Person
            && between.len() <= 4
            && between.into_iter().all(short)
            && !self.predicate(index, q)
    }

    /// `4 nghìn lượt người`: turns are taken, nothing is made up of them.
    pub(super) fn counts_turns(&self, q: &Quantity) -> bool {
        self.scan.is(q.unit.start, "lượt")
    }

    /// `hoàn thành xuất sắc nhiệm vụ có 11 tổ chức`: the rating stands before the count.
    pub(super) fn rated_before(&self, q: &Quantity) -> bool {
        self.rates(self.clause_start(q.core.start)..q.core.start)
    }

    /// The same with nothing but `có`, `cũng có`, `là`, `:` between: what is counted is so rated.
    pub(super) fn rated_right_before(&self, q: &Quantity) -> bool {
        let between = ["có", "cũng", "là", ":", "gồm", "với", "đạt", "được"];
        let mut at = q.core.start;
        while at > self.scan.start && self.scan.is_any(at - 1, &between) {
            at -= 1;
        }
        let rating = self.scan.lexicon.ratings.ending_at(self.scan.tokens, self.scan.start, at);
        q.class.is_head_count() && rating.is_some()
    }

    /// `50 năm có 95 đảng viên`, «10 đảng viên 60 năm, 16 đảng viên 55 năm»: badges of so many years.
    pub(super) fn of_badge(&self, q: &Quantity) -> bool {
        let at = q.core.start;
        let years = |i: usize| self.scan.whole(i).is_some_and(|years| (30..100).contains(&years));
        let had = at >= self.scan.start + 3 && self.scan.follows_pair(at, "năm", "có") && years(at - 3);
        let for_years = |q: &Quantity| {
            let end = q.core.end;
            q.class == UnitClass::Person && end < self.scan.end && years(end) && self.scan.is(end + 1, "năm")
        };
        had || for_years(q) && self.quantities.iter().filter(|q| for_years(q)).count() > 1
    }

    /// `đại diện cho gần 4.000 đoàn viên`, and what is joined to it: no guests but those they stand for.
    pub(super) fn represents(&self, q: &Quantity) -> bool {
        let counted = q.class.is_head_count();
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(12));
        let cue = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue != Cue::Join);
        // «34 cá nhân, đại diện 65 chi bộ»
        let people = self.quantities.iter().any(|o| o.core.end < q.core.start && o.core.start >= floor);
        let beside = people && self.scan.follows_pair(q.core.start, "đại", "diện");
        // «mang theo tiếng nói của hơn 32.000 đoàn viên»
        let voice = (floor..q.core.start).any(|i| self.scan.pair(i, "tiếng", "nói"));
        let told = || {
            voice
                || cue.is_some_and(|c| {
                    let first = &self.scan.tokens[c.at.start];
                    c.at.start >= floor && (first.is("đại") || first.is("thay")) && c.cue == Cue::Structure
                })
        };
        counted && (beside || told())
    }

    /// «hai Đảng bộ Khối … và Khối … nhập lại thành Đảng bộ …»: the bodies that another is made of.
    pub(super) fn merges(&self, index: usize) -> bool {
        let q = &self.quantities[index];
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        let work = |c: &&Found| c.at.start >= q.core.end && matches!(c.cue, Cue::Result | Cue::Past);
        let merged = self
            .cues
            .iter()
            .find(work)
            .is_some_and(|c| c.at.start < next && self.scan.is_any(c.at.start, &["nhập", "hợp", "sáp"]));
        // «từ việc hợp nhất hai đảng bộ là …», «sáp nhập 2 Đảng bộ …»: they are named.
        let few = matches!(q.value, Value::Number(n) if n <= 4.0);
        let named = self.scan.is(q.core.end, "là") || self.scan.get(q.unit.start).is_some_and(|t| t.capital);
        let joins = self.scan.follows_pair(q.core.start, "hợp", "nhất")
            || self.scan.follows_pair(q.core.start, "sáp", "nhập");
        // «thành lập Đảng bộ … trên cơ sở hợp nhất 2 đảng bộ và 7 chi bộ»
        let ground = (self.clause_start(q.core.start)..q.core.start)
            .rev()
            .find(|&i| self.scan.pair(i, "cơ", "sở") && self.scan.is_any(i + 2, &["hợp", "sáp", "nhập"]));
        let grounded =
            ground.is_some_and(|at| !(at..q.core.start).any(|i| self.scan.is_any(i, &[",", "với", "gồm"])));
        q.class == UnitClass::Organisation
            && (grounded || few && named && joins || merged && !self.scan.follows(q.core.start, "được"))
    }

    /// `Huy hiệu 60 năm tuổi Đảng có 3 đảng viên`, `hình thức kỷ luật gồm`: what was given or done stands before.
    pub(super) fn outcome_before(&self, q: &Quantity) -> bool {
        self.names_outcome(self.clause_start(q.core.start)..q.core.start)
    }

    /// `1 giải Nhất`: what was given is itself counted.
    pub(super) fn is_outcome(&self, q: &Quantity) -> bool {
        self.named.outcomes.contains(&q.unit.start)
    }
}
