//! Aims that are named beside a result, to measure it by.

use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::sentence::Sentence;
use super::token::Token;
use crate::quantity::Value;

impl Sentence<'_> {
    /// «(chỉ tiêu là 90%)», «chỉ tiêu được giao 200 đảng viên»: the aim itself, told beside a result.
    pub(super) fn names_target(&self, q: &Quantity) -> bool {
        let between = ["là", "(", ":", "phải", "đạt", "có", "kết", "nạp", "năm", "cả", "nhiệm", "kỳ", "của"];
        let skipped = |t: &Token| between.contains(&t.folded.as_str()) || t.is_numeral() && t.span.len() == 4;
        if self.scan.follows(q.core.start, "(")
            && self.scan.before(q.core.start - 1).is_some_and(|t| t.is("giao") || t.is("ra"))
            && !matches!(q.value, Value::Share { .. })
        {
            return true;
        }
        // «kết nạp 1.164 đảng viên (nghị quyết 600 đảng viên)»
        let at = q.core.start;
        if self.scan.follows(at, "quyết")
            && at >= 3
            && self.scan.is(at - 2, "nghị")
            && self.scan.is(at - 3, "(")
        {
            return true;
        }
        if self.opens_with_aim(q) {
            return true;
        }
        let mut at = q.core.start;
        while at > self.scan.start && skipped(&self.scan.tokens[at - 1]) {
            at -= 1;
        }
        if self.scan.follows(q.core.start, "(") && self.shares_of_aim(at) || self.brackets_aim(q) {
            return true;
        }
        self.cues.iter().any(|c| {
            let first = &self.scan.tokens[c.at.start];
            !self.is_exceeded(c)
                && c.at.end == at
                && matches!(c.cue, Cue::TargetNoun | Cue::Neutral)
                && self.speaks_of_aim(c)
                && !matches!(first.folded.as_str(), "vượt" | "theo" | "xây" | "ban")
                && !(q.class == UnitClass::Percent && matches!(first.folded.as_str(), "đạt" | "hoàn" | "so"))
        }) && !self.scan.is(q.core.end, "chỉ")
    }

    /// «(Nghị quyết chỉ đặt 5 đảng viên)»: the first of a bracket that begins with what sets aims.
    fn opens_with_aim(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let floor = q.core.start.saturating_sub(8).max(scan.start);
        let Some(open) = (floor..q.core.start).rev().find(|&i| scan.is(i, "(")) else { return false };
        let sets = ["nghị", "kế", "mục", "chỉ"];
        let measures = ["đạt", "vượt", "bằng", "so", "hoàn", "đã", "được", "thực"];
        let between = open + 1..q.core.start;
        let told = between.clone().any(|i| scan.is_any(i, &measures) || scan.tokens[i].is_numeral());
        scan.is_any(open + 1, &sets)
            && scan.is_any(open + 2, &["quyết", "hoạch", "tiêu"])
            && !told
            && !self.quantities.iter().any(|o| between.contains(&o.core.start))
    }

    /// «thực hiện chỉ tiêu kết nạp năm 2023 (250 đảng viên)», «vượt mục tiêu đại hội (90%)»: a bracket of nothing but the
    /// aim that is named before it.
    fn brackets_aim(&self, q: &Quantity) -> bool {
        // «(mỗi năm kết nạp từ 4 đảng viên trở lên)»
        let floor = q.core.start.saturating_sub(6).max(self.scan.start + 1);
        let Some(open) = (floor..q.core.start).rev().find(|&i| self.scan.is(i, "(")) else { return false };
        let noun = (open.saturating_sub(12).max(self.scan.start)..open)
            .rev()
            .find(|&i| self.scan.is(i + 1, "tiêu") && (self.scan.is(i, "chỉ") || self.scan.is(i, "mục")));
        let apart =
            |i: usize| matches!(self.scan.tokens[i].folded.as_str(), "," | ";" | ":" | "(" | ")" | "đã");
        noun.is_some_and(|noun| {
            let counted = self
                .quantities
                .iter()
                .any(|o| o.class != UnitClass::Times && o.core.end + 2 > noun && o.core.end <= open);
            let more = if self.scan.pair(q.core.end, "trở", "lên") { 2 } else { 0 };
            self.scan.is(q.core.end + more, ")") && !counted && !(noun..open).any(apart)
        })
    }

    /// «bằng 81% chỉ tiêu (600 đảng viên)»: whether a share of an aim ends before token `end`.
    fn shares_of_aim(&self, end: usize) -> bool {
        self.quantities.iter().any(|q| {
            q.class == UnitClass::Percent
                && q.core.end == end
                && (self.scan.pair(end - 2, "chỉ", "tiêu") || self.scan.pair(end - 2, "kế", "hoạch"))
        })
    }
}
