//! Whether a head count only says who there is: people as they are described, a body that has them, all of whom some
//! are told.

use std::ops::Range;

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use crate::quantity::Value;

impl Sentence<'_> {
    /// Who there is, by what is said of them alone.
    pub(super) fn counts_members(&self, index: usize, q: &Quantity) -> bool {
        self.described(index, q) || self.only_has(q) || self.out_of(index, q)
    }

    /// «92% tốt nghiệp đại học trở lên», «cán bộ nữ chiếm 27%»: what people are, in a clause that tells of nothing done.
    fn described(&self, index: usize, q: &Quantity) -> bool {
        let people = match q.class {
            UnitClass::Percent => q.noun_class != UnitClass::Organisation,
            class => class == UnitClass::Person,
        };
        let start = self.clause_start(q.core.start);
        let end = self.clause_end(index);
        let is = q.class == UnitClass::Percent && self.scan.follows(q.core.start, "là");
        // «cán bộ, công chức người Khmer có 609 người»
        let people_again = self.scan.is_any(q.unit.start, &["người", "đồng", "vị"]);
        let share = is
            || self.scan.follows(q.core.start, "chiếm")
            || people_again && self.scan.follows(q.core.start, "có");
        let before = share && self.describes_people(start..q.core.start);
        // «số đảng viên mới kết nạp cả thảy 54 đồng chí, trong đó nữ 23»
        let admitted = (start..q.core.start).any(|i| self.scan.pair(i, "kết", "nạp"));
        people
            && !admitted
            && self.carry.before != Some(FigureKind::Result)
            && (before || self.describes_people(q.value_end..end))
            && !self.tells_work(self.scan.start..end)
            && !self.among(index)
            && !(start..end).any(|i| self.scan.pair(i, "số", "này"))
    }

    /// «tỉnh có 37 báo cáo viên cấp tỉnh»: a body has them, and nothing else is told.
    fn only_has(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let start = self.clause_start(q.core.start);
        // «có 2 tập thể và 1 cá nhân được nhận cờ» tells of both.
        let closed = self.closed_before(q.core.end..scan.end);
        // «có 58 đảng viên, nền nếp sinh hoạt được giữ vững» goes on to something else.
        let passive = |i: usize| {
            scan.is_any(i, &["được", "bị", "đã", "đều", "và", "đạt"])
                || scan.get(i).is_some_and(|t| t.is_numeral())
        };
        let apart = |i: &usize| scan.is(*i, ",") && !(i + 1..i + 3).any(passive);
        let end = (q.core.end..closed).find(apart).unwrap_or(closed);
        let at = self.told_at(q);
        let bodies = ["tỉnh", "huyện", "ngành", "sở", "khối", "trường", "cục", "ban", "đoàn", "hội"];
        let body = |i: usize| {
            scan.unit_at(i) == Some(UnitClass::Organisation)
                || scan.tokens[i].capital && scan.is_any(i, &bodies)
        };
        let people = |i: usize| scan.unit_at(i) == Some(UnitClass::Person);
        let subject = start.max(at.saturating_sub(9))..at.saturating_sub(1).max(start);
        // «Năm học 2013 - 2014, Trường THCS … có 9 lớp»
        let subject = subject.clone().rev().find(|i| scan.is(*i, ",")).unwrap_or(subject.start)..subject.end;
        let chosen = |i: usize| {
            let learns = scan.is(i, "học") && !scan.is(i + 1, "sinh") && !scan.follows(i, "trường");
            learns || scan.is_any(i, &["mới", "ưu", "quần", "thanh"])
        };
        // «Trường THCS … có 9 lớp với 326 học sinh»
        let classes = || {
            let school = subject.clone().any(|i| scan.is(i, "trường"));
            let pupils = |i: usize| scan.pair(i, "học", "sinh") || scan.pair(i, "sinh", "viên");
            school && scan.is(q.unit.start, "lớp") && (q.unit.end..q.unit.end + 4).any(pupils)
        };
        (q.class.is_head_count() || classes())
            && !self.carry.closed
            && scan.follows(at, "có")
            && (subject.clone().any(body) || scan.is(start, "hiện"))
            && !subject.clone().any(|i| scan.tokens[i].is_numeral() || scan.is_any(i, &["mới", "thêm"]))
            && !subject.clone().any(people)
            && !(q.unit.start..end).any(chosen)
            && !self.names_outcome(start..end)
            && !self.tells_work(start..end)
            && !self.rates(start..end)
            && !self.counts_turns(q)
    }

    /// «123/128 thôn đã có chi bộ», «100% số trường đều có tổ chức đảng», «đã có chi bộ là 501/518 trường»: how many bodies
    /// have one of their own.
    pub(super) fn has_branch(&self, index: usize) -> bool {
        let scan = &self.scan;
        let q = &self.quantities[index];
        let bodies = match q.class {
            UnitClass::Percent => q.noun_class == UnitClass::Organisation,
            class => class == UnitClass::Organisation && matches!(q.value, Value::Share { .. }),
        };
        // «có tổ chức sinh hoạt» tells of work.
        let body = |i: usize| scan.is_any(i, &["đảng", "cơ", "đoàn", "hội", "công"]);
        let branch = |i: usize| {
            scan.pair(i, "chi", "bộ")
                || scan.pair(i, "tổ", "chức") && body(i + 2)
                || scan.pair(i, "cấp", "ủy")
                || scan.pair(i, "đảng", "bộ")
        };
        // «100% thôn, bản, trường học, trạm y tế có chi bộ»
        let near = q.core.end..scan.end.min(q.core.end + 14);
        let open = |i: &usize| !scan.is_any(*i, &[";", ".", ":", "("]);
        let has = near.take_while(open).find(|&i| scan.is(i, "có") && branch(i + 1));
        let after = has.is_some_and(|at| !self.tells(q.core.end..at - usize::from(scan.follows(at, "đã"))));
        let mut before = q.core.start.saturating_sub(8).max(scan.start)..q.core.start;
        let told = scan.follows(q.core.start, "là") && before.any(|i| scan.is(i, "có") && branch(i + 1));
        let listed = index > 0 && self.joined_shares(index) && self.has_branch(index - 1);
        bodies && (after || told || listed)
    }

    /// Whether nothing but a sign stands between two shares of one list.
    fn joined_shares(&self, index: usize) -> bool {
        let between = self.quantities[index - 1].core.end..self.quantities[index].core.start;
        let share = |q: &Quantity| matches!(q.value, Value::Share { .. });
        share(&self.quantities[index - 1])
            && share(&self.quantities[index])
            && between.len() <= 6
            && !self.tells(between.clone())
            && !between.into_iter().any(|i| self.scan.is_any(i, &[";", "."]))
    }

    /// «Trong 4.100 đảng viên của Khối có 1.850 nữ»: all of whom some are told of.
    fn out_of(&self, index: usize, q: &Quantity) -> bool {
        let scan = &self.scan;
        let mut at = q.core.start;
        while at > scan.start && scan.is_any(at - 1, &["tổng", "số", "hơn", "gần", "trên"]) {
            at -= 1;
        }
        let next = self.quantities.get(index + 1).map_or(scan.end, |n| n.core.start);
        let has = (q.core.end..next).any(|i| scan.is_any(i, &["có", "thì"]));
        q.class.is_head_count()
            && at == scan.start + 1
            && scan.is(scan.start, "trong")
            && next < scan.end
            && has
            && !self.tells_work(q.core.end..next)
    }

    /// One past what is said of the quantity: up to the next one or the clause's end.
    fn clause_end(&self, index: usize) -> usize {
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        self.closed_before(self.quantities[index].core.end..next)
    }

    /// The first of the tokens that closes a clause, or where they end.
    fn closed_before(&self, tokens: Range<usize>) -> usize {
        let closes = |i: &usize| self.scan.is_any(*i, &[";", ".", ":", "(", ")"]);
        tokens.clone().find(closes).unwrap_or(tokens.end)
    }

    /// Whether work, an aim, an occasion or something suffered is told there; `chiếm` and `tính đến` tell none.
    fn tells_work(&self, tokens: Range<usize>) -> bool {
        let scan = &self.scan;
        let quiet = |c: &Found| scan.is(c.at.start, "chiếm") || c.cue == Cue::Past && self.tells_until(c);
        self.cues.iter().any(|c| tokens.contains(&c.at.start) && c.cue.tells() && !quiet(c))
            || tokens.into_iter().any(|i| scan.is_any(i, &["được", "bị", "chưa"]))
    }
}
