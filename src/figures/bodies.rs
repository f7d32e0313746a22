//! What a body has that is founded, named or spoken of, and the seats of its committees.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::sentence::Sentence;

impl Sentence<'_> {
    /// `Ban Chấp hành có: 13 đồng chí`, `chọn ra Ban Chấp hành khóa IX với 25 đồng chí`: seats of a committee.
    pub(super) fn seats(&self, index: usize) -> bool {
        let scan = &self.scan;
        let q = &self.quantities[index];
        // «…: 2 phó bí thư, 4 ủy viên ban thường vụ và 18 ủy viên ban chấp hành»
        let titled = scan.pair(q.unit.start, "ủy", "viên") || scan.pair(q.unit.start, "phó", "bí");
        if index > 0 && titled && self.joins(index, q) && self.seats(index - 1) {
            return true;
        }
        let at = q.core.start - usize::from(scan.follows(q.core.start, ":"));
        let says = scan.follows_any(at, &["có", "gồm", "định"])
            || scan.follows(at, "với") && !scan.follows_any(at - 1, &["đến", "đối", "việc"]);
        let floor = self.clause_start(at).max(at.saturating_sub(20));
        let committee =
            |i: usize| scan.lexicon.committees.starting_at(&scan.tokens[..at], i).map(|(end, ())| end);
        let elects =
            |i: usize| scan.is_any(i, &["bầu", "được", "chỉ"]) || scan.is(i, "ra") && scan.follows(i, "bầu");
        let other = |c: &&Found| c.cue.tells() && !elects(c.at.start);
        // «Ban Chấp hành khóa XI, nhiệm kỳ 2015 - 2020 với 39 ủy viên»
        let apart = |i: usize| scan.is(i, ",") && !scan.is_any(i + 1, &["nhiệm", "khóa"]);
        let seated = |end: usize| {
            // «cấp ủy viên có 4 người» are people, no seats.
            !scan.is(end, "viên")
                && !self.cues.iter().filter(other).any(|c| (end..at).contains(&c.at.start))
                && !(end..at).any(apart)
        };
        // «giúp việc có 4 phó Bí thư»
        let deputies = scan.follows(at, "có") && scan.pair(q.unit.start, "phó", "bí");
        let people = matches!(q.class, UnitClass::Person | UnitClass::Delegate);
        deputies || people && says && (floor..at).rev().find_map(committee).is_some_and(seated)
    }

    /// «là chi bộ thành lập mới, có 12 đảng viên», «ra đời năm 2009 với 3 đảng viên»: what a body has that is founded.
    pub(super) fn founded_with(&self, index: usize, q: &Quantity) -> bool {
        let scan = &self.scan;
        let at = self.told_at(q);
        let founds = ["thành", "lập", "ra", "sáp", "hợp", "nhập", "tách", "hình", "mới"];
        let floor = self.clause_start(at).max(at.saturating_sub(24));
        let floor =
            self.quantities.iter().rev().find(|o| o.core.end <= at).map_or(floor, |o| floor.max(o.core.end));
        let told = |c: &&Found| c.at.end <= at && c.cue.tells();
        let last = self.cues.iter().rev().find(told).filter(|c| c.at.start >= floor);
        // «ra mắt câu lạc bộ, có 45 thành viên tham gia»
        let near = q.core.end..q.core.end + 3;
        let joined = |c: &Found| near.contains(&c.at.start) && matches!(c.cue, Cue::Event | Cue::EventWeak);
        !self.cues.iter().any(joined)
            && q.class.is_head_count()
            && scan.follows_any(at, &["có", "gồm", "với"])
            && last.is_some_and(|c| scan.is_any(c.at.start, &founds))
            && !self.predicate(index, q)
    }

    /// «đổi tên thành Chi bộ Ban Quản lý, với 25 đảng viên»: what a body has that is only named.
    pub(super) fn appended(&self, index: usize, q: &Quantity) -> bool {
        let scan = &self.scan;
        let at = self.told_at(q);
        if !q.class.is_head_count() || !scan.follows_any(at, &["với", "gồm", "có"]) {
            return false;
        }
        // «lại có Chi bộ Ban Quản lý với 13 đảng viên»
        let comma = at - if scan.follows(at - 1, ",") { 2 } else { 1 };
        let counted = |i: usize| scan.tokens[i].is_numeral();
        let founds = ["thành", "lập", "đổi", "ra", "mới"];
        let told = |c: &&Found| {
            c.at.start >= self.clause_start(at) && c.at.end <= comma && c.cue.tells() && c.cue != Cue::Past
        };
        let only_founded = self.cues.iter().filter(told).all(|c| scan.is_any(c.at.start, &founds));
        self.body_before(comma, 24).is_some_and(|body| !(body..comma).any(counted))
            && only_founded
            && !scan.is(q.core.end, "mới")
            // «có 2 tập thể và 1 cá nhân được nhận cờ»
            && !scan.is_any(q.unit.start, &["tập", "cá"])
            && !self.predicate(index, q)
    }

    /// First token of the organisation whose name, with nothing told in between, ends before token `end`.
    pub(super) fn body_before(&self, end: usize, reach: usize) -> Option<usize> {
        let scan = &self.scan;
        let tokens = &scan.tokens[..end];
        let floor = end.saturating_sub(reach).max(scan.start);
        let named = |i: &usize| tokens[*i].capital && scan.lexicon.single.starting_at(tokens, *i).is_some();
        let name = (floor..end).rev().find(named)?;
        (tokens[name..].iter().all(|t| t.is_word()) && !self.tells(name..end)).then_some(name)
    }

    /// `thành lập năm 1990 với 9 chi hội`, `ra mắt với 48 thành viên`, `từ 34 đảng viên lúc thành lập`: what it began with.
    pub(super) fn began_with(&self, q: &Quantity) -> bool {
        let times = ["lúc", "khi", "ngày", "buổi", "ban", "những", "hồi", "thuở"];
        let begins = |i: usize| {
            self.scan.is_any(i, &times)
                && (i + 1..i + 4).any(|at| self.scan.is_any(at, &["thành", "đầu", "lập", "ra"]))
        };
        // «Lúc mới lập chỉ 15 tổ chức cơ sở đảng»
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(6));
        let lone = !(floor..q.core.start).any(|i| self.scan.is(i, ","));
        let first = begins(q.core.end) || lone && (floor..q.core.start).any(begins);
        let counted = q.class.is_head_count();
        let work = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue == Cue::Result);
        let founded = |c: &Found| self.scan.is_any(c.at.start, &["thành", "ra"]);
        counted && (first || self.scan.follows(q.core.start, "với") && work.is_some_and(founded))
    }

    /// `từ chỗ chỉ có 18 đảng viên, nay chi bộ lên 32 đảng viên`: the level that it grew from.
    pub(super) fn grew_from(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let mut at = q.core.start;
        while at > scan.start && scan.is_any(at - 1, &["chỗ", "chỉ", "có", "mức"]) {
            at -= 1;
        }
        let to = |i: usize| scan.is_any(i, &["nay", "lên"]);
        q.class.is_head_count()
            && scan.follows(at, "từ")
            && (q.core.end..scan.end.min(q.core.end + 12)).any(to)
    }

    /// «Với hơn 1.500 đảng viên, Đảng bộ phường …»: what the body has that the sentence goes on to tell of.
    pub(super) fn opens_with(&self, index: usize, q: &Quantity) -> bool {
        let scan = &self.scan;
        let opens = scan.is(scan.start, "với")
            && (scan.start + 1..q.core.start).all(|i| {
                let of = self.quantities[..index].iter().any(|o| o.core.contains(&i));
                of || scan.is_any(
                    i,
                    &["trên", "hơn", "gần", "khoảng", "tổng", "số", ",", "và", "cùng", "tất", "cả"],
                )
            });
        let end = (q.core.end..scan.end.min(q.core.end + 16)).find(|&i| scan.is(i, ","));
        let body = |at: usize| {
            scan.unit_at(at + 1) == Some(UnitClass::Organisation)
                || scan.lexicon.single.starting_at(&scan.tokens[..scan.end], at + 1).is_some()
        };
        let told = |at: usize| {
            self.tells(q.core.end..at) || (q.core.end..at).any(|i| scan.is_any(i, &["được", "bị", "mới"]))
        };
        opens && q.class.is_head_count() && end.is_some_and(|at| body(at) && !told(at))
    }
}
