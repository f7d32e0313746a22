//! Whether a quantity says how much of something there is: levels, head counts, what a body has or began with.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::sentence::Sentence;
use crate::quantity::Value;

impl Sentence<'_> {
    /// `nâng tổng số … lên 674 đồng chí`, `con số này tăng lên 6.415 đảng viên`: a level.
    pub(super) fn rises_to(&self, q: &Quantity) -> bool {
        let counted = q.class.is_head_count();
        // «lên 674 đồng chí», «lên tới 24 người»
        let to = usize::from(self.scan.follows_any(q.core.start, &["tới", "đến", "thành"]));
        let level = self.scan.follows(q.core.start - to, "lên");
        // «kết nạp 32 đảng viên, đưa con số 9 tháng lên 80»: of what is told before.
        let floor = self.clause_start(q.core.start);
        let same = (floor..q.core.start).any(|i| self.scan.pair(i, "con", "số"))
            && self.worked_before_but(q, "tăng");
        counted && level && !same && !self.counts_work(q) && !self.number_of_work(q)
    }

    /// `hiện có 66 tổ chức`, `con số ấy là 5.356 đảng viên`, `Ban Chấp hành có 27 thành viên`: what there is.
    pub(super) fn there_is(&self, q: &Quantity) -> bool {
        if self.extends(q) {
            return true;
        }
        if !q.class.is_head_count() {
            return false;
        }
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(12));
        let stands = |first: &str, last: &str| self.scan.follows_pair(q.core.start, first, last);
        let number = (floor..q.core.start).any(|i| self.scan.pair(i, "con", "số"));
        stands("hiện", "có")
            || stands("hiện", "là")
            || stands("hiện", "gồm")
            || stands("nay", "có")
            || self.has(q)
            || number && self.scan.follows(q.core.start, "là")
            || self.numbers(q)
            || self.lives(q)
            || self.of_body(q)
            || self.describes(q)
            || self.labelled(q)
            || self.is_level(q)
    }

    /// «dưới Đảng bộ Khối là 125 tổ chức», «lực lượng của Đảng bộ lúc này là 756 đảng viên», «biên chế được giao là 38
    /// người».
    fn is_level(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let at = q.core.start;
        if !scan.follows(at, "là") {
            return false;
        }
        let clause = self.clause_start(at).max(at.saturating_sub(20))..at;
        let first = clause.clone().rev().find(|i| scan.is(*i, ",")).map_or(clause.start, |i| i + 1)..at;
        let strength = |i: usize| scan.pair(i, "lực", "lượng") || scan.pair(i, "biên", "chế");
        let below = scan.is(first.start, "dưới") && (first.start..at).any(|i| scan.is(i, "bộ"));
        let members = scan.is_any(first.start, &["đảng", "đoàn"])
            && scan.is(first.start + 1, "viên")
            && scan.is_any(first.start + 2, &["của", "toàn"]);
        let told = self.cues.iter().any(|c| {
            let quiet = c.cue == Cue::Past && self.tells_until(c);
            clause.contains(&c.at.start) && c.cue.tells() && !quiet
        });
        (first.clone().any(strength) || below || members)
            && !told
            && !first.into_iter().any(|i| scan.is_any(i, &["mới", "bị", "chưa"]))
    }

    /// «– Cán bộ, viên chức cả thảy: 717 người»: a line of a profile, a noun and its number.
    fn labelled(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let label = scan.start..q.core.start;
        let told = ["mới", "được", "bị", "chưa", "số", "có"];
        scan.follows(q.core.start, ":")
            && label.len() <= 12
            && !self.carry.aims
            && (scan.start..scan.start + 3).any(|i| scan.unit_at(i).is_some_and(UnitClass::is_head_count))
            && !self.tells(label.clone())
            && !self.rates(label.clone())
            && !label.into_iter().any(|i| scan.is_any(i, &told) || scan.tokens[i].is_numeral())
    }

    /// «Đảng bộ Sở Xây dựng (13 chi bộ, 186 đảng viên) là …»: a bracket of nothing but what the body before it has.
    fn describes(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let floor = q.core.start.saturating_sub(12).max(scan.start);
        let Some(open) = (floor..q.core.start).rev().find(|&i| scan.is(i, "(")) else { return false };
        let Some(close) = (q.core.end..scan.end.min(q.core.end + 12)).find(|&i| scan.is(i, ")")) else {
            return false;
        };
        let counted = |i: usize| self.quantities.iter().any(|o| o.core.contains(&i));
        let two = self.quantities.iter().filter(|o| (open..close).contains(&o.core.start)).count() > 1;
        let only = two && (open + 1..close).all(|i| counted(i) || scan.is_any(i, &[",", "và", "với"]));
        only && self.body_before(open, 10).is_some()
    }

    /// «300 đảng viên đang sinh hoạt», «hiện tại, 246 đảng viên sinh hoạt trong 32 chi bộ».
    fn lives(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        // «Hiện sinh hoạt tại Đảng bộ Sở là 148 đảng viên»
        if scan.is(scan.start, "hiện")
            && scan.pair(scan.start + 1, "sinh", "hoạt")
            && scan.follows(q.core.start, "là")
        {
            return true;
        }
        // «12 đảng viên (có 1 đảng viên đang làm Trưởng bản)»: one of them.
        let one_of = scan.follows_pair(q.core.start, "(", "có") || scan.follows(q.core.start, "(");
        let now =
            !one_of && scan.is(q.core.end, "đang") && scan.is_any(q.core.end + 1, &["sinh", "công", "làm"]);
        let at_a_place = |i: usize| scan.is_any(i + 2, &["ở", "tại", "trong", "thuộc"]);
        let meets = || (q.core.end..q.core.end + 8).find(|&i| scan.pair(i, "sinh", "hoạt") && at_a_place(i));
        let untold = |at: usize| !self.tells(q.core.end..at) && !scan.is(at - 1, "chuyển");
        // «Đến tháng 5-2020, 88 đảng viên của Đảng bộ Sở sinh hoạt ở 7 chi bộ»
        let before = |c: &Found| c.at.start < q.core.start && matches!(c.cue, Cue::Result | Cue::Target);
        let passive = |i: usize| scan.is_any(i, &["được", "bị"]);
        let quiet = !self.cues.iter().any(|c| c.cue == Cue::Event || before(c))
            && !(q.core.end..scan.end.min(q.core.end + 24)).any(passive);
        let quiet = scan.is(scan.start, "hiện") || quiet;
        now || quiet && !one_of && meets().is_some_and(untold)
    }

    /// «Ban Chấp hành khi ấy vỏn vẹn 15 đồng chí», «toàn Đảng bộ 55 tổ chức»: told of a body with no verb.
    fn of_body(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let tokens = &scan.tokens[..q.core.start];
        let fill = [
            "khi", "ấy", "lúc", "đó", "vỏn", "vẹn", "chỉ", "mới", "vẫn", "nay", "đầu", "ban", "này", "khóa",
            "lâm", "thời", "vẻn", "còn",
        ];
        let mut at = q.core.start;
        while at > scan.start && scan.is_any(at - 1, &fill) {
            at -= 1;
        }
        let clause = (scan.start..at).rev().find(|&i| !tokens[i].is_word()).map_or(scan.start, |i| i + 1);
        // «Ban Chấp hành Đảng bộ 26 đồng chí», «chọn ra Ban Chấp hành khóa IX với 25 đồng chí»
        let seats = (clause..at).rev().find_map(|i| scan.lexicon.committees.starting_at(tokens, i));
        let names = |i: usize| scan.is_any(i, &["đảng", "bộ", "ủy", "khối", "tỉnh", "khóa", "mới", "với"]);
        let numbered = |i: usize| scan.follows_any(i, &["khóa", "thứ"]);
        let committee = q.class == UnitClass::Person
            && seats.is_some_and(|(end, ())| (end..at).all(|i| names(i) || numbered(i)));
        let delegates =
            scan.pair(clause, "đoàn", "đại") && at <= clause + 12 && (clause..at).any(|i| scan.is(i, "dự"));
        let whole = clause + 2 <= at
            && at <= clause + 8
            && scan.is(clause, "toàn")
            && scan.is_any(clause + 1, &["khối", "đảng", "ngành"])
            && !self.tells(clause..at);
        // «Lúc mới ra đời, Đảng bộ vẻn vẹn 19 chi bộ cơ sở»
        let bare = scan.follows(q.core.start, "vẹn") && scan.follows_pair(at, "đảng", "bộ");
        // «lúc đó mới 3 đảng viên»
        let then =
            scan.is_any(at, &["lúc", "khi"]) && scan.is_any(at + 1, &["đó", "ấy"]) && q.class.is_head_count();
        committee || delegates || whole || bare || then
    }

    /// «tính đến nay số tổ chức đảng cơ sở của Đảng bộ Khối là 76»: a number of those there are, not of work done.
    fn numbers(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let clause = self.clause_start(q.core.start);
        let floor = clause.max(q.core.start.saturating_sub(20));
        // «Đảng viên đang sinh hoạt Đoàn có 223 người»
        let people = clause == scan.start
            && scan.follows(q.core.start, "có")
            && scan.is_any(q.unit.start, &["người", "đồng"]);
        let counted = |i: &usize| {
            let noun = match *i {
                i if scan.is(i, "số") => i + 1,
                // «đội ngũ cán bộ, giáo viên là 15 người»
                i if scan.pair(i, "đội", "ngũ") => i + 2,
                i => i,
            };
            // «Đảng viên của toàn Đảng bộ là 87 đảng viên»
            let again =
                |at: usize| scan.get(at).is_some_and(|t| scan.is(noun + at - q.unit.start, &t.folded));
            let same = !q.unit.is_empty() && q.unit.clone().all(again);
            let named = noun > *i || noun == clause && (same || people);
            named && scan.unit_at(noun).is_some_and(UnitClass::is_head_count)
        };
        let Some(at) = (floor..q.core.start).rev().find(counted) else { return false };
        let other = ["mới", "được", "bị", "ra", "vào", "đã", "chưa", "khỏi"];
        let told = self.counts_turns(q)
            || (at..q.core.start).any(|i| scan.is_any(i, &other))
            || self.cues.iter().any(|c| {
                (at..q.core.start).contains(&c.at.start) && matches!(c.cue, Cue::Result | Cue::Past)
            })
            || self.rates(at..q.core.start);
        let people = people && at == clause;
        (scan.follows(q.core.start, "là") || people) && !told && !matches!(q.value, Value::Share { .. })
    }

    /// `rộng 11.120 km2`, `bờ biển dài 102 km`, `số dân trên 3,6 triệu người`: how big something is that nobody made.
    fn extends(&self, q: &Quantity) -> bool {
        let at = q.core.start;
        let big = q.class == UnitClass::Measure && self.scan.follows_any(at, &["rộng", "dài"]);
        let people = self.scan.follows_pair(at, "số", "dân") || self.scan.follows_pair(at, "dân", "số");
        let clause = self.clause_start(at);
        let builds = ["làm", "xây", "sửa", "dựng", "đổ"];
        let made = self.cues.iter().any(|c| c.cue == Cue::Result && c.at.start >= clause && c.at.end <= at)
            || (clause..at).any(|i| self.scan.is_any(i, &builds));
        // «3 tuyến đường dài 4,2 km»
        let of_counted = self.quantities.iter().any(|o| o.core.start >= clause && o.core.end <= at);
        (big || people) && !made && !of_counted
    }

    /// «toàn Khối có 5.620 đảng viên, …», «nay đã có 77 chi bộ»: a body has them, and nothing more is told of them.
    pub(super) fn has(&self, q: &Quantity) -> bool {
        let next = ["với", "trong", "sinh", "đang", "trực", "thuộc", "ở", "gồm", "thì"];
        let alone =
            self.scan.get(q.core.end).is_none_or(|t| !t.is_word() || next.contains(&t.folded.as_str()));
        let at = self.told_at(q);
        let floor = at.saturating_sub(12).max(self.scan.start);
        // «Đảng bộ Sở GD-ĐT có»
        let hyphen = |i: usize| self.scan.is(i, "-") && !self.scan.tokens[i].spaced;
        let apart =
            |i: usize| !self.scan.tokens[i].is_word() && !self.scan.tokens[i].is_numeral() && !hyphen(i);
        let first = (floor..at).rev().find(|&i| apart(i)).map_or(floor, |i| i + 1);
        let words = ["hiện", "toàn", "khối", "bộ", "nay", "đuk"];
        let body = (first..at).any(|i| self.scan.is_any(i, &words));
        let verb = if self.scan.follows(at.max(1) - 1, "đã") { at - 2 } else { at };
        // «Đảng bộ mới sau hợp nhất có 6.097 đảng viên»
        let since = |c: &Found| self.scan.follows(c.at.start, "sau");
        let told = self.cues.iter().any(|c| {
            let says = !matches!(c.cue, Cue::Structure | Cue::Neutral);
            (first..verb).contains(&c.at.start) && says && !since(c)
        });
        let share = matches!(q.value, Value::Share { .. });
        let rated = self.rates(first..at);
        alone
            && !self.fell(q)
            && body
            && !told
            && !share
            && !rated
            && self.scan.follows_any(at, &["có", "còn"])
    }

    /// «từ 494 hộ nghèo nay còn 247 hộ»: how many fewer there are.
    pub(super) fn fell(&self, q: &Quantity) -> bool {
        let from = |o: &Quantity| {
            o.core.end < q.core.start
                && (self.scan.is(o.core.start, "từ") || self.scan.follows(o.core.start, "từ"))
        };
        self.scan.follows(q.core.start, "còn") && self.quantities.iter().any(from)
    }

    /// `tổng số …`, `… tổng số 5.356 đảng viên`: a head count, whatever the sentence is about.
    pub(super) fn is_base(&self, q: &Quantity) -> bool {
        if !q.class.is_head_count() {
            return false;
        }
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(16));
        let window: Vec<&str> = (floor..q.core.start).map(|i| self.scan.tokens[i].folded.as_str()).collect();
        let total = window.windows(2).any(|pair| pair == ["tổng", "số"]) && !self.counts_work(q);
        let number = window.first() == Some(&"số") && window.last() == Some(&"là");
        let done = window.iter().any(|word| matches!(*word, "được" | "bị" | "kết" | "nạp"));
        total || number && !done || window.ends_with(&["hiện", "có"])
    }

    /// `tổng số đảng viên mới kết nạp … lên 121 đồng chí`: a total of work done, no head count.
    pub(super) fn counts_work(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(16));
        let total = (floor..q.core.start).rev().find(|&i| self.scan.pair(i, "tổng", "số"));
        total.is_some_and(|at| {
            let work = |c: &Found| matches!(c.cue, Cue::Result) && !self.scan.tokens[c.at.start].is("tăng");
            // «tổng số đảng viên mới trong năm lên 112»: those admitted.
            (at..q.core.start).any(|i| self.scan.is(i, "mới"))
                || self.cues.iter().any(|c| c.at.start > at && c.at.end < q.core.start && work(c))
        })
    }

    /// `số do ủy ban kiểm tra xử lý là 57 đảng viên`: a number of what was done.
    pub(super) fn number_of_work(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(16));
        let number = (floor..q.core.start).rev().find(|&i| self.scan.is(i, "số"));
        // «con số này tăng lên 6.415 đảng viên»
        let rises = |c: &Found| self.scan.is_any(c.at.start, &["tăng", "đã"]);
        let told = |c: &Found| matches!(c.cue, Cue::Result | Cue::Past) && !rises(c);
        let says = self.scan.follows_any(q.core.start, &["là", "có", "gồm", "lên", "tới", "đạt"]);
        says && number
            .is_some_and(|at| self.cues.iter().any(|c| c.at.start > at && c.at.end < q.core.start && told(c)))
    }
}
