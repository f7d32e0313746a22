//! Whether a quantity is part of an event: guests, screens, teams, contributions.

use std::ops::Range;

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use crate::quantity::Value;

impl Sentence<'_> {
    /// People, teams and screens at an event.
    pub(super) fn is_event(&self, index: usize, q: &Quantity, previous: Option<FigureKind>) -> bool {
        if q.class == UnitClass::Percent {
            return self.share_that_came(index, q, previous);
        }
        if previous == Some(FigureKind::Event) && matches!(q.class, UnitClass::Work | UnitClass::Thing) {
            return self.joins(index, q);
        }
        // «số đảng viên có mặt là 121/127»
        if self.scan.follows(q.core.start, "là") && self.scan.follows_pair(q.core.start - 1, "có", "mặt")
        {
            return true;
        }
        if q.class == UnitClass::Delegate && self.speaks(q) && previous != Some(FigureKind::Target) {
            return true;
        }
        let people = matches!(
            q.class,
            UnitClass::Person | UnitClass::Delegate | UnitClass::Organisation | UnitClass::Unknown
        );
        if !people || self.elects(q) || self.is_base(q) {
            return false;
        }
        let (before, after) = self.cues_around(index, q);
        // «thu hút hơn 700 đoàn viên tham gia» needs no event's name.
        let drawn = before.contains(&Cue::EventWeak) && after.contains(&Cue::EventWeak);
        if drawn || before.contains(&Cue::Event) || after.contains(&Cue::Event) {
            return true;
        }
        if previous == Some(FigureKind::Event) && self.joins(index, q) && !self.predicate(index, q) {
            return true;
        }
        let another = previous == Some(FigureKind::Result)
            || previous == Some(FigureKind::Target) && self.joins(index, q);
        let named = self.named.event && !another;
        // «Thay mặt 3.550 đảng viên có 227 đại biểu»
        let delegates = self.carry.event && self.scan.is(q.unit.start, "đại") && !another;
        q.class == UnitClass::Delegate && (named || delegates)
            || (before.contains(&Cue::EventWeak) || after.contains(&Cue::EventWeak))
                && named
                && !self.has_past()
    }

    /// `với sự có mặt của 100% đoàn viên được triệu tập`, `245/250 đại biểu được triệu tập có mặt, đạt 98%`.
    fn share_that_came(&self, index: usize, q: &Quantity, previous: Option<FigureKind>) -> bool {
        let came = |c: &Found| c.cue == Cue::Event && (c.at.end..c.at.end + 2).contains(&q.core.start);
        let again = index > 0
            && matches!(self.quantities[index - 1].value, Value::Share { .. })
            && q.core.start - self.quantities[index - 1].core.end <= 10
            && self.scan.follows_any(q.core.start, &["đạt", "chiếm", "lệ"]);
        // «100% đảng viên của Đảng bộ có mặt dự Đại hội»
        let present = |i: usize| self.scan.pair(i, "có", "mặt");
        let present = self.carry.event && (q.core.end..self.scan.end.min(q.core.end + 5)).any(present);
        present
            || self.cues.iter().any(came)
            || previous == Some(FigureKind::Event) && (again || self.of_those_called(q))
    }

    /// What the clause tells before a quantity and up to the next one, no farther than a verb of work.
    fn cues_around(&self, index: usize, q: &Quantity) -> (Vec<Cue>, Vec<Cue>) {
        let barrier = |c: &&Found| matches!(c.cue, Cue::Result | Cue::Past | Cue::Target);
        let start = self.guests_start(q);
        let before = self
            .cues
            .iter()
            .rev()
            .filter(|c| c.at.start < q.core.start && c.at.start >= start)
            .take_while(|c| !barrier(c))
            .map(|c| c.cue);
        // «cùng 121 đảng viên của 10 chi bộ đến dự»: the second says whose the first are.
        let belongs = |n: &&Quantity| {
            self.scan.tokens[q.core.end..n.core.start]
                .iter()
                .all(|t| matches!(t.folded.as_str(), "của" | "thuộc" | "từ" | "đến" | "ở"))
        };
        let whose = self.quantities.get(index + 1).filter(belongs).is_some();
        let next =
            self.quantities.get(index + 1 + usize::from(whose)).map_or(self.scan.end, |n| n.core.start);
        let end = (q.core.end..next)
            .find(|&i| matches!(self.scan.tokens[i].folded.as_str(), ";" | "." | ")"))
            .unwrap_or(next);
        let after = self
            .cues
            .iter()
            .filter(|c| c.at.start >= q.core.end && c.at.start < end)
            .take_while(|c| !barrier(c))
            .map(|c| c.cue);
        (before.collect(), after.collect())
    }

    /// Where a list of guests begins: they are listed with semicolons too, and counted in brackets (`Có mặt đông đủ (18/18 đồng chí)`).
    fn guests_start(&self, q: &Quantity) -> usize {
        let mut start = self.clause_start(q.core.start);
        if self.scan.follows(q.core.start, "(") && self.scan.is(q.core.end, ")") {
            start = self.clause_start(start - 1);
        }
        while self.scan.follows(start, ";") {
            start = self.clause_start(start - 1);
        }
        start
    }

    /// `97,8% số triệu tập`, `100% đại biểu có mặt`: attendance told as a share.
    pub(super) fn of_those_called(&self, q: &Quantity) -> bool {
        let near = q.value_end..(q.core.end + 4).min(self.scan.end);
        self.cues.iter().any(|c| c.cue == Cue::Event && near.contains(&c.at.start))
    }

    /// «245/250 đại biểu được triệu tập», «100% đại biểu có mặt»: those of whom it is said that they were called or came.
    pub(super) fn is_called(&self, q: &Quantity) -> bool {
        let called = (q.core.end..(q.core.end + 5).min(self.scan.end)).any(|i| self.scan.is(i, "triệu"));
        q.class == UnitClass::Delegate && called || q.class == UnitClass::Percent
    }

    /// `17 ý kiến phát biểu`, `5 tham luận`: contributions to an event, whether the sentence names it or not.
    pub(super) fn speaks(&self, q: &Quantity) -> bool {
        q.unit.clone().any(|i| matches!(self.scan.tokens[i].folded.as_str(), "luận" | "phát"))
    }

    /// `3 phần thi`, `5 môn`, `2 bảng`: parts of a contest.
    pub(super) fn part_of_contest(&self, q: &Quantity) -> bool {
        let unit = |first: &str| self.scan.is(q.unit.start, first);
        let round = unit("phần") && self.scan.is(q.unit.start + 1, "thi");
        // «ở môn cầu lông có 4 nội dung», «chia 2 nhóm tuổi»
        let sports = ["môn", "đội", "giải", "đấu", "vđv", "tay"];
        let played = || (self.scan.start..self.scan.end).any(|i| self.scan.is_any(i, &sports));
        let ages = unit("nhóm")
            && (q.unit.len() == 1 && !self.scan.is(q.core.end, "chỉ") || self.scan.is(q.core.end, "tuổi"));
        let groups = (unit("nội") || ages) && played();
        self.carry.event && (round || groups || unit("môn") || unit("bảng") || unit("vòng"))
    }

    /// «30 đoàn viên thanh niên bắt tay dặm vá …»: those who come to work on the day that is told of.
    pub(super) fn sets_to(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let young = scan.pair(q.unit.start, "đoàn", "viên") || scan.is_any(q.unit.start, &["thanh", "tình"]);
        let opens =
            q.core.start == scan.start || scan.follows_any(q.core.start, &[",", "hơn", "gần", "trên"]);
        let next = q.core.end..scan.end.min(q.core.end + 16);
        let begins = next
            .clone()
            .any(|i| scan.pair(i, "bắt", "tay") || scan.pair(i, "ra", "quân") || scan.pair(i, "đã", "sửa"));
        young && opens && begins && !next.into_iter().any(|i| scan.is(i, "được"))
    }

    /// Those who learnt in a class that is over: what it achieved, and no guests.
    pub(super) fn learnt(&self, index: usize, q: &Quantity, event: bool) -> bool {
        let learners = self.scan.pair(q.unit.start, "học", "viên") || q.class == UnitClass::Person;
        // «Dự lễ bế giảng có … và 249 học viên»
        let floor = self.clause_start(q.core.start);
        let came = |c: &Found| {
            c.cue == Cue::Event
                && (floor..q.core.start).contains(&c.at.start)
                && self.scan.is(c.at.end - 1, "dự")
        };
        self.carry.closed && event && learners && !self.competes(index, q) && !self.cues.iter().any(came)
    }

    /// `5 bài`, `10 chuyên đề` that a class learns.
    pub(super) fn is_lesson(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let unit = |first: &str| scan.is(q.unit.start, first);
        let lesson = scan.pair(q.unit.start, "chuyên", "đề") || unit("bài") && q.unit.len() == 1;
        let verbs = ["học", "nghiên", "tiếp", "giảng"];
        if unit("học") && scan.is_any(q.unit.start + 1, &["phần"])
            || unit("khối") && scan.is(q.unit.start + 1, "kiến")
        {
            return true;
        }
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(10));
        lesson && (floor..q.core.start).any(|i| scan.is_any(i, &verbs))
    }

    /// `22 thí sinh`, `12 đội`: those who compete, unless something is given to them.
    pub(super) fn competes(&self, index: usize, q: &Quantity) -> bool {
        let rivals =
            self.scan.is_any(q.unit.start, &["thí", "đội", "vận", "vđv"]) && q.class == UnitClass::Delegate;
        let sent = self.scan.follows(q.core.start, "cử");
        let learners = self.scan.pair(q.unit.start, "học", "viên") && !self.carry.closed;
        learners && sent || rivals && (sent || self.verb_before(index, q) != Some(Cue::Result))
    }

    /// «bầu 27 đồng chí vào Ban Chấp hành», «bầu 6 ủy viên thường vụ, 5 ủy viên …»: seats of a body or delegation.
    pub(super) fn elected(&self, index: usize) -> bool {
        let q = &self.quantities[index];
        let people = matches!(q.class, UnitClass::Person | UnitClass::Delegate);
        let verb = self.scan.follows(q.core.start, "bầu")
            || self.scan.follows_any(q.core.start, &["ra", "được"])
                && self.scan.follows(q.core.start - 1, "bầu");
        // «chọn 7 đồng chí vào ban thường vụ»
        let tokens = &self.scan.tokens[..self.scan.end];
        // «15 vị đã được bầu vào Ban Chấp hành», «13 đồng chí có đủ phẩm chất, năng lực vào Ban Chấp hành»
        let chosen = |i: usize| {
            self.scan.is(i, "vào")
                && self.scan.lexicon.committees.starting_at(tokens, i + 1).is_some()
                && (i == q.core.end
                    || (q.core.start.saturating_sub(6).max(self.scan.start)..i)
                        .any(|w| self.scan.is_any(w, &["bầu", "chọn", "cử"])))
        };
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        let appointed = |i: usize| {
            self.scan.pair(i, "chỉ", "định")
                && (self.scan.is(i + 2, "vào") || self.scan.pair(i + 2, "làm", "phó"))
        };
        let seated = (q.core.end..next.min(q.core.end + 12)).any(|i| chosen(i) || appointed(i))
            || self.scan.pair(q.core.end, "trúng", "cử");
        // «bầu 34 đại biểu chính thức và 3 đại biểu dự khuyết dự đại hội cấp trên»
        let joined = self.scan.follows(q.core.start, ",")
            || q.class == UnitClass::Delegate && self.scan.follows_any(q.core.start, &["và", "cùng"]);
        let listed = || joined && self.joins(index, q) && self.elected(index - 1);
        people && (verb || seated || listed())
    }

    /// «12 đại biểu được bầu đi dự đại hội cấp trên», «chọn ra đoàn đi dự đại hội cấp trên với 13 đại biểu».
    pub(super) fn sent_on(&self, index: usize) -> bool {
        let scan = &self.scan;
        let q = &self.quantities[index];
        if !matches!(q.class, UnitClass::Person | UnitClass::Delegate) {
            return false;
        }
        let next = self.quantities.get(index + 1).map_or(scan.end, |n| n.core.start);
        let goes = |i: usize| scan.pair(i, "đi", "dự");
        let after = q.core.end..next.min(q.core.end + 10);
        let voted = after.clone().any(|i| scan.is(i, "bầu")) && after.clone().any(goes);
        // «bầu 13 đồng chí vào Ban Chấp hành và 22 đại biểu đi dự đại hội cấp trên», «được cử dự Đại hội»
        let sent = |i: usize| goes(i) || scan.pair(i, "cử", "dự");
        let chosen = q.class == UnitClass::Delegate
            && after.clone().any(sent)
            && (scan.start..q.core.start).any(|i| scan.is(i, "bầu"));
        // «…, 2 đại biểu dự khuyết»
        let listed =
            index > 0 && scan.follows_any(q.core.start, &[",", "(", "và", "cùng"]) && self.sent_on(index - 1);
        voted || chosen || self.delegation(q) || listed && self.joins(index, q)
    }

    /// Whether the words before the quantity tell of a delegation to a higher congress.
    fn delegation(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let at = q.core.start;
        let goes = |i: usize| scan.pair(i, "đi", "dự");
        let before = self.clause_start(at).max(at.saturating_sub(20))..at;
        let told = |tells: &dyn Fn(usize) -> bool| before.clone().any(tells);
        // «đoàn 25 người dự đại hội cấp trên»
        let counted = scan.follows(at, "đoàn") && (q.core.end..q.core.end + 3).any(|i| scan.is(i, "dự"));
        // «số người được cử đi dự Đại hội Đảng bộ tỉnh lần thứ XI là 267 đại biểu»
        let number =
            scan.follows(at, "là") && told(&|i| scan.is(i, "cử") && (goes(i + 1) || scan.is(i + 1, "dự")));
        // «Đi dự Đại hội Đảng bộ thành phố lần thứ XXI có 33 đại biểu»
        counted
            || number
            || goes(before.start) && scan.follows(at, "có")
            || told(&|i| scan.pair(i, "đoàn", "dự"))
            || told(&|i| scan.is(i, "đoàn")) && told(&goes)
            || self.named_delegation(scan.start.max(at.saturating_sub(40))..at)
    }

    /// «Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm», «dự đại hội cấp trên là đoàn đại biểu gồm»
    fn named_delegation(&self, tokens: Range<usize>) -> bool {
        let scan = &self.scan;
        let sent = |i: usize| scan.pair(i, "đoàn", "đại") && scan.is_any(i + 3, &["dự", "đi", "gồm"]);
        let higher = |i: usize| scan.is(i, "dự") && (i + 1..i + 4).any(|at| scan.is(at, "hội"));
        scan.follows_any(tokens.end, &["gồm", "có"]) && tokens.clone().any(sent) && tokens.clone().any(higher)
    }

    pub(super) fn elects(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(24));
        // «cử 12 đại biểu về liên hoan» sends guests.
        let guests = q.class == UnitClass::Delegate && self.carry.event;
        (floor..q.core.start).any(|i| self.scan.is(i, "bầu") || self.scan.is(i, "cử") && !guests)
    }
}
