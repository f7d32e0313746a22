//! Whether a quantity is aimed at: words that introduce an aim, and words that only measure by one.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::sentence::Sentence;
use crate::quantity::{Comparator, Value};

impl Sentence<'_> {
    /// Whether the sentence ends as the head of a list, or begins one after words of aim and a colon.
    pub(super) fn introduces(&self) -> bool {
        let tokens = &self.scan.tokens[self.scan.start..self.scan.end];
        let listed = self.cues.iter().any(|c| {
            matches!(c.cue, Cue::Target | Cue::TargetNoun)
                && (c.at.end - 1..c.at.end + 4).any(|i| self.scan.is(i, ":"))
        });
        tokens.iter().rev().take(2).any(|t| t.is(":")) || tokens.len() <= 14 || listed
    }

    /// Whether the sentence opens as one that tells what was done, after aims: «Tại hội nghị, …», «Sau 2 năm, …».
    pub(super) fn reports(&self) -> bool {
        let tokens = &self.scan.tokens[..self.scan.end];
        let first = self.scan.start;
        let span = self.scan.is_any(first, &["trong", "sau", "qua", "hơn"])
            && self.scan.get(first + 1).is_some_and(|t| t.is_numeral())
            && self.scan.is_any(first + 2, &["năm", "tháng", "quý", "nhiệm"])
            && !self.scan.is_any(first + 3, &["tới", "tiếp", "nữa", "cuối"]);
        span || self.scan.lexicon.reports.starting_at(tokens, first).is_some()
    }

    /// «một số chỉ tiêu đạt cao», «các mục tiêu đã hoàn thành»: aims are named as reached.
    pub(super) fn is_reached(&self, found: &Found) -> bool {
        let next = ["đạt", "vượt", "hoàn", "đã", "đều", "cơ"];
        self.scan.is(found.at.end - 1, "tiêu") && self.scan.is_any(found.at.end, &next)
    }

    /// «chỉ tiêu: …», «mục tiêu là …», «chỉ tiêu kết nạp 200 …»; not «67% so với chỉ tiêu».
    pub(super) fn noun_introduces(&self, found: &Found) -> bool {
        let measured =
            self.quantities.iter().any(|q| q.core.end <= found.at.start && found.at.start <= q.core.end + 3);
        // «vượt xa kế hoạch nhất phải kể: …» measures by it too.
        // «đã đạt và vượt khá nhiều chỉ tiêu: …» tells of those reached.
        let is_before = |words: usize, word: &str| {
            let first = found.at.start.saturating_sub(words).max(self.scan.start);
            (first..found.at.start).any(|i| self.scan.is(i, word))
        };
        let reached = (is_before(6, "đạt") || is_before(6, "hoàn")) && is_before(9, "đã");
        let exceeded = is_before(5, "vượt") || reached;
        if measured || exceeded {
            return false;
        }
        for i in found.at.end..(found.at.end + 8).min(self.scan.end) {
            let token = &self.scan.tokens[i];
            if token.is(":") || token.is("là") {
                return true;
            }
            if self.quantities.iter().any(|q| q.core.start == i) {
                return false;
            }
            // «các chỉ tiêu được đại hội thông qua có: …»
            let passed = token.is("được") && (i + 1..i + 6).any(|at| self.scan.is(at, "thông"));
            if matches!(token.folded.as_str(), "," | ";" | "." | ")" | "đã" | "được") && !passed {
                return false;
            }
        }
        self.names_aim_after(found) || self.tells_aim_after(found)
    }

    /// «Mục tiêu 2020-2025 của Đảng bộ Sở Lao động - Thương binh và Xã hội là …» at the head of a sentence.
    fn names_aim_after(&self, found: &Found) -> bool {
        let closes = |i: &usize| !self.scan.is_any(*i, &[",", ";", ".", "đã", "được", "đạt"]);
        let mut after = (found.at.end..self.scan.end.min(found.at.end + 24)).take_while(closes);
        found.at.start == self.scan.start && after.any(|i| self.scan.is(i, "là"))
    }

    /// «chỉ tiêu phân bổ cho Đảng ủy Khối các cơ quan tỉnh trong năm 2017 là 350 đảng viên»: `là` right before the first
    /// quantity after the noun, with the clause going on till there.
    fn tells_aim_after(&self, found: &Found) -> bool {
        let Some(q) = self.quantities.iter().find(|q| q.core.start >= found.at.end) else { return false };
        let closes = |i: usize| matches!(self.scan.tokens[i].folded.as_str(), "," | ";" | "." | "đã");
        self.scan.follows(q.core.start, "là")
            && q.core.start - found.at.end <= 24
            && !(found.at.end..q.core.start).any(closes)
    }

    /// «Theo kế hoạch, …» at the head of a sentence that says of nothing that it is done.
    pub(super) fn as_planned(&self, found: &Found) -> bool {
        found.at.start == self.scan.start && self.scan.is(found.at.start, "theo") && !self.has_past()
    }

    /// «chỉ tiêu kết nạp 120 đảng viên/năm»: the first quantity after the noun, with nothing told in between.
    pub(super) fn introduced(&self, q: &Quantity) -> bool {
        let found = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue == Cue::TargetNoun);
        let Some(found) = found.filter(|c| q.core.start - c.at.end <= 8) else { return false };
        let measured = self
            .quantities
            .iter()
            .any(|other| other.core.end <= q.core.start && found.at.start <= other.core.end + 3);
        let told = (found.at.end..q.core.start).any(|i| {
            matches!(
                self.scan.tokens[i].folded.as_str(),
                "," | ";" | "." | "(" | ")" | "đã" | "được" | "mới" | "vượt" | "và"
            )
        });
        // «chỉ tiêu phát triển đảng viên đạt 106%»
        let plain = q.class == UnitClass::Percent && q.comparator != Comparator::AtLeast;
        let listed = (found.at.end..q.core.start).any(|i| self.scan.is(i, ":") || self.scan.is(i, "là"));
        let reached = plain && !listed && self.scan.follows(q.core.start, "đạt");
        !measured && !told && !reached && !self.is_exceeded(found)
    }

    /// «hơn chỉ tiêu 18 đảng viên»: an aim told only to say by how many it was passed.
    pub(super) fn is_exceeded(&self, aim: &Found) -> bool {
        self.scan.follows_any(aim.at.start, &["hơn", "vượt"])
    }

    pub(super) fn speaks_of_aim(&self, found: &Found) -> bool {
        found.at.clone().any(|i| matches!(self.scan.tokens[i].folded.as_str(), "tiêu" | "ra" | "giao"))
    }

    /// `100% chi bộ phải hoàn thành`.
    pub(super) fn must(&self, q: &Quantity) -> bool {
        let at = if self.scan.is(q.core.end, "đều") { q.core.end + 1 } else { q.core.end };
        // «có 2 đảng bộ phải bầu bổ sung», «còn 4 chi bộ phải …»: they had to.
        let told = self.scan.is(at, "phải")
            && (self.scan.follows(q.core.start, "có") || self.scan.follows(q.core.start, "còn"));
        // «90% đảng viên, tổ chức đảng phải …»: the rest of the noun stands between.
        let first = self.cues.iter().find(|c| c.at.start >= at && c.cue != Cue::Join);
        let at = first
            .map(|c| c.at.start)
            .filter(|start| *start <= at + 6 && self.is_noun(at..*start))
            .unwrap_or(at);
        let modal = self.scan.is_any(at, &["phải", "sẽ", "cần"]);
        let measured = self.cues.iter().any(|c| c.at.start == at && c.cue == Cue::Neutral);
        // «4/9 bản phải sinh hoạt ghép»: so many of them had to.
        let had = self.scan.is(at, "phải") && matches!(q.value, Value::Share { .. });
        modal && !measured && !told && !had || self.to_come(q)
    }

    fn is_noun(&self, tokens: std::ops::Range<usize>) -> bool {
        tokens.into_iter().all(|i| self.scan.get(i).is_some_and(|t| t.is_word() || t.is(",")))
    }

    /// `5 lớp mà Đảng ủy Khối sẽ tổ chức`.
    fn to_come(&self, q: &Quantity) -> bool {
        let clause = (q.core.end..(q.core.end + 10).min(self.scan.end))
            .take_while(|&i| !matches!(self.scan.tokens[i].folded.as_str(), "," | ";" | "." | ")"));
        self.scan.is(q.core.end, "mà") && clause.into_iter().any(|i| self.scan.is(i, "sẽ"))
    }

    /// `song`, `nhưng`, `tuy nhiên`: what follows an aim is told against it.
    pub(super) fn turns_away(&self, found: &Found) -> bool {
        matches!(self.scan.tokens[found.at.start].folded.as_str(), "song" | "nhưng" | "tuy")
    }

    /// `nghị quyết đề ra mỗi năm kết nạp 15 đảng viên`, `Đảng ủy Khối đề ra mục tiêu …`: the words that elsewhere only
    /// measure by an aim introduce it.
    pub(super) fn sets_aim(&self, found: &Found) -> bool {
        let scan = &self.scan;
        let (last, next) = (found.at.end - 1, found.at.end);
        // «Tỉnh ủy giao chỉ tiêu thành lập 10 tổ chức đảng và kết nạp 200 đảng viên»
        let allots = scan.is(last, "giao")
            && scan.pair(next, "chỉ", "tiêu")
            && !scan.is_any(next + 2, &[",", ".", ";", ")", "năm"]);
        let opens = ["là", "mỗi", "hằng", "hàng", "mục", "chỉ", "các", "phấn", "đến", "phải", ":"];
        let measures = scan.is_any(found.at.start, &["vượt", "đạt", "so"]);
        allots || scan.is(last, "ra") && !measures && scan.is_any(next, &opens)
    }

    /// `75% kế hoạch năm trở lên`: a share of a plan, and so done.
    pub(super) fn of_plan(&self, q: &Quantity) -> bool {
        let plan = [("kế", "hoạch"), ("chỉ", "tiêu"), ("nghị", "quyết")];
        q.class == UnitClass::Percent
            && plan.iter().any(|(first, last)| self.scan.pair(q.value_end, first, last))
    }

    /// «riêng doanh nghiệp có 15 đảng viên, bằng 125% kế hoạch»: what a plan measures was done.
    pub(super) fn measured(&self, index: usize) -> bool {
        let Some(share) = self.quantities.get(index + 1).filter(|next| self.of_plan(next)) else {
            return false;
        };
        let between = self.quantities[index].core.end..share.core.start;
        let says = [",", "bằng", "đạt", "(", "vượt", "tỷ", "tỉ", "lệ"];
        between.len() <= 3 && between.into_iter().all(|i| self.scan.is_any(i, &says))
    }

    /// `72% kế hoạch`: less than the plan, and so no aim.
    pub(super) fn falls_short(&self, q: &Quantity) -> bool {
        self.of_plan(q) && matches!(q.value, Value::Number(n) if n < 100.0)
    }

    /// Whether `đã` or `được` stands in the quantity's part of the sentence, before it.
    pub(super) fn said_done(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start);
        let start =
            (floor..q.core.start).rev().find(|&i| self.scan.tokens[i].is(",")).map_or(floor, |i| i + 1);
        (start..q.core.start).any(|i| {
            self.scan.tokens[i].is("đã") && !self.scan.is(i + 1, "đề") && !self.scan.is(i + 1, "đặt")
        })
    }

    /// `4/6 chỉ tiêu`, `6 mục tiêu`: aims are counted.
    pub(super) fn counts_aims(&self, q: &Quantity) -> bool {
        let aims = |i: usize| self.scan.is(i, "tiêu") && !self.scan.is(i + 1, "chí");
        q.class == UnitClass::Programme && q.unit.clone().any(aims)
    }

    /// Whether a word of aim stands in the quantity's clause before it.
    pub(super) fn aimed_in_clause(&self, q: &Quantity) -> bool {
        let clause = self.clause_start(q.core.start)..q.core.start;
        let aims = |c: &Found| matches!(c.cue, Cue::Target | Cue::TargetWeak | Cue::TargetNoun);
        self.cues.iter().any(|c| clause.contains(&c.at.start) && aims(c))
    }

    /// Whether something is said to be done by, or of, the counted; that aims were passed (`12 chỉ tiêu được nhất trí`)
    /// does not say that they were reached.
    pub(super) fn told_of(&self, index: usize, q: &Quantity) -> bool {
        let passed = self.counts_aims(q)
            && (q.core.end..(q.core.end + 24).min(self.scan.end))
                .any(|i| self.scan.pair(i, "nhất", "trí") || self.scan.pair(i, "thông", "qua"));
        self.predicate(index, q) && !passed && !self.must(q)
    }

    /// «Theo đó, …», «Cụ thể, …»: tells what the sentence before has counted.
    pub(super) fn lists(&self) -> bool {
        let pairs = [("theo", "đó"), ("cụ", "thể"), ("trong", "đó"), ("đó", "là")];
        pairs.iter().any(|(first, last)| self.scan.pair(self.scan.start, first, last))
    }
}
