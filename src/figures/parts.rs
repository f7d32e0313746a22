//! Whether a quantity is a part of one told before it, and so of its kind.

use std::ops::Range;

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use crate::quantity::Value;

/// Parts of a whole that are added up.
const PARTS: usize = 12;

/// What parts may be counted of.
fn counts(class: UnitClass) -> bool {
    class.is_head_count() || matches!(class, UnitClass::Work | UnitClass::Thing | UnitClass::Unknown)
}

impl Sentence<'_> {
    /// Kind of the whole that the quantity is a part of: `… 252 đảng viên (chính thức 238, dự bị 14)`, `…; trong đó 30
    /// nữ`, `227 người được cử đi học; gồm 15 …`.
    pub(super) fn whole(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        let q = &self.quantities[index];
        let share = kinds.last() == Some(&FigureKind::Structure)
            && (self.is_share(index) || self.brackets_share(index));
        if q.class == UnitClass::Percent && (share || self.says_again(index)) {
            return kinds.last().copied();
        }
        if self.again_as_share(index) {
            return kinds.last().copied();
        }
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person | UnitClass::Unknown);
        if let Some(before) = self.goes_on(q).filter(|_| counted || q.class == UnitClass::Percent) {
            return Some(before);
        }
        if !counted {
            return None;
        }
        let scan = &self.scan;
        let floor = q.core.start.saturating_sub(24).max(scan.start);
        let opens = (floor..q.core.start).rev().find(|&i| {
            scan.is(i, "(")
                || scan.pair(i, "trong", "đó")
                || scan.is(i, "gồm") && scan.follows_any(i, &[";", ","])
                // «310 đảng viên mới, nhiều nhất là Đảng bộ … với 74 đảng viên»
                || scan.pair(i, "nhất", "là")
        })?;
        // «trong đó: nữ 1.317 người»
        let colon = |i: usize| i == opens + 2 && scan.is(i, ":");
        let closed = (opens + 1..q.core.start).any(|i| scan.is_any(i, &[")", ";", ":"]) && !colon(i));
        let told = self.tells(opens + 2..q.core.start);
        let whole = (0..index).rev().find(|&i| self.quantities[i].core.end <= opens && !self.is_change(i))?;
        let of = &self.quantities[whole];
        // «Cục Thuế 11 đảng viên, Bệnh viện tỉnh (8 đảng viên)»: the bracket is another's.
        let another = self.scan.is(opens, "(") && (of.core.end..opens).any(|i| self.scan.is(i, ","));
        let smaller = !another
            && matches!((&of.value, &q.value), (Value::Number(all), Value::Number(part)) if part <= all);
        let same = smaller && (of.class == q.class || q.class == UnitClass::Unknown);
        let changed = self.scan.is_any(opens + 1, &["tăng", "giảm"]);
        (same && !closed && !told && !changed && !self.predicate(index, q)).then(|| kinds[whole])
    }

    /// Kind of the people before who come from so many bodies: `107 học viên của 34 tổ chức cơ sở đảng`.
    pub(super) fn whose(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        let q = &self.quantities[index];
        // «172 đảng viên (97,7%) của 13 chi bộ»
        let last = index.checked_sub(1)?;
        let again = last > 0 && self.quantities[last].class == UnitClass::Percent && self.says_again(last);
        let counted_at = last - usize::from(again);
        let people = &self.quantities[counted_at];
        let counted = matches!(people.class, UnitClass::Person | UnitClass::Delegate);
        if q.class != UnitClass::Organisation || !counted || !matches!(q.value, Value::Number(_)) {
            return None;
        }
        let scan = &self.scan;
        let between = people.core.end..q.core.start;
        let mut at = q.core.start;
        while at > between.start && scan.is_any(at - 1, &["các", "tất", "cả", "khắp"]) {
            at -= 1;
        }
        // «96 người do 39 tổ chức cơ sở đảng cử đi»
        let of = at > between.start && scan.is_any(at - 1, &["của", "thuộc", "từ", "ở", "tại", "do"]);
        let share = |i: usize| scan.is_any(i, &["(", ")", "%"]) || scan.tokens[i].is_numeral();
        let word = |i: usize| scan.tokens[i].is_word() || again && share(i);
        let one = between.len() <= 14 && between.clone().all(word);
        (of && one && self.joins(index, q)).then(|| kinds[counted_at])
    }

    /// The quantity before that this one and its neighbours add up to: `47 học viên: 10 đồng chí …, 9 …, 28 …`.
    pub(super) fn adds_up(&self, index: usize) -> Option<usize> {
        let count = |i: usize| match self.quantities.get(i) {
            Some(Quantity { value: Value::Number(n), class, .. }) if counts(*class) => Some(*n),
            _ => None,
        };
        count(index)?;
        (index.saturating_sub(PARTS)..index).rev().find(|&whole| {
            let Some(all) = count(whole) else { return false };
            let mut sum = 0.0;
            let parts = (whole + 1..self.quantities.len().min(whole + 1 + PARTS)).take_while(|&i| {
                let below = sum < all;
                count(i).is_some_and(|part| {
                    sum += part;
                    below
                })
            });
            let last = parts.last();
            sum == all && last.is_some_and(|last| (whole + 2..).contains(&last) && index <= last)
        })
    }

    /// «11 tập thể và 34 cá nhân, đại diện 65 chi bộ, đã được … biểu dương»: those whom a sentence begins with, to whom
    /// something was done.
    pub(super) fn undergoes(&self, index: usize, q: &Quantity) -> bool {
        let scan = &self.scan;
        let first = &self.quantities[0];
        let opens = first.core.start <= scan.start + 1
            && (0..index).all(|i| {
                let between = self.quantities[i].core.end..self.quantities[i + 1].core.start;
                between.len() <= 2 && between.clone().all(|at| scan.is_any(at, &["và", "với", "cùng", ","]))
            });
        if !opens || q.class != UnitClass::Person {
            return false;
        }
        let apart = |i: &usize| !scan.is_any(*i, &[";", ".", ":", "("]);
        let passive =
            (q.core.end..scan.end).take_while(apart).find(|&i| scan.is(i, "được") || scan.is(i, "bị"));
        passive.is_some_and(|at| {
            let next =
                self.cues.iter().find(|c| c.at.start > at && !matches!(c.cue, Cue::Neutral | Cue::Join));
            !self.tells(q.core.end..at - usize::from(scan.follows_any(at, &["đã", "vừa"])))
                && next.is_some_and(|c| c.cue == Cue::Result && c.at.start <= at + 14)
        })
    }

    /// Whether `trong đó`, `trong số này` or `riêng` stands between the quantity and the one before it.
    pub(super) fn among(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return false };
        let scan = &self.scan;
        (before.core.end..self.quantities[index].core.start)
            .any(|i| scan.is(i, "riêng") || scan.is(i, "trong") && scan.is_any(i + 1, &["đó", "số"]))
    }

    /// Whether a cue among the tokens says more than that something is made up.
    pub(super) fn tells(&self, tokens: Range<usize>) -> bool {
        self.cues.iter().any(|c| tokens.contains(&c.at.start) && c.cue.tells())
    }

    /// `nữ 2.300 đồng chí, chiếm 40,9%`, `12 tổ chức (18,2%)`: a share that says the count before it again.
    fn says_again(&self, index: usize) -> bool {
        let q = &self.quantities[index];
        let Some(before) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return false };
        let between = &self.scan.tokens[before.core.end.min(q.core.start)..q.core.start];
        let words = [",", "chiếm", "đạt", "tỷ", "tỉ", "lệ", "=", "(", "bằng"];
        let only = between.iter().all(|t| words.contains(&t.folded.as_str()));
        let says = between.iter().any(|t| ["chiếm", "lệ", "=", "("].contains(&t.folded.as_str()));
        before.class != UnitClass::Percent && q.noun.is_empty() && only && says
    }

    /// «chi bộ trường đã có 10 đảng viên, bằng 66% số giáo viên»: what is counted, as a share of more.
    fn is_share(&self, index: usize) -> bool {
        let (before, at) = (&self.quantities[index - 1], self.quantities[index].core.start);
        let between = before.core.end..at;
        let own = !self.quantities[index].noun.is_empty() || self.of_plan(&self.quantities[index]);
        let says = self.scan.follows_any(at, &["bằng", "chiếm"]) || self.scan.follows(at, "đạt") && !own;
        (1..=2).contains(&between.len()) && says
    }

    /// «đạt 53,26% (27.980/52.533)»: the per cent before it as part and whole.
    pub(super) fn again_as_share(&self, index: usize) -> bool {
        let q = &self.quantities[index];
        index > 0
            && matches!(q.value, Value::Share { .. })
            && self.quantities[index - 1].class == UnitClass::Percent
            && self.scan.follows_pair(q.core.start, "%", "(")
    }

    /// «91 trên tổng số 436 cấp ủy viên là nữ (đạt 20,8%)»: a bracket of nothing but the share of what is counted.
    fn brackets_share(&self, index: usize) -> bool {
        let scan = &self.scan;
        let q = &self.quantities[index];
        let between = self.quantities[index - 1].core.end..q.core.start;
        let Some(open) = between.clone().rev().find(|&i| scan.is(i, "(")) else { return false };
        let says =
            (open + 1..q.core.start).all(|i| scan.is_any(i, &["đạt", "chiếm", "bằng", "tỷ", "tỉ", "lệ"]));
        let one = between.len() <= 12 && (between.start..open).all(|i| scan.tokens[i].is_word());
        says && one && q.noun.is_empty() && scan.is(q.core.end, ")") && !self.tells(between.start..open)
    }

    /// «Trong đó, hợp tác xã có 2 tổ chức đảng, …»: a sentence that begins so, of what the one before it counted.
    pub(super) fn parts_of_before(&self, q: &Quantity) -> Option<FigureKind> {
        let first = self.scan.start;
        let among = self.scan.pair(first, "trong", "đó") && self.scan.is(first + 2, ",");
        if among && q.class.is_head_count() { self.goes_on(q) } else { None }
    }

    /// «6 đại biểu trong số đó được tuyên dương»: guests to whom something is given.
    pub(super) fn are_given(&self, q: &Quantity) -> bool {
        let near = q.core.end..self.scan.end.min(q.core.end + 5);
        let passive = near.clone().find(|&i| self.scan.is(i, "được"));
        let open = |i: usize| self.scan.is_any(i, &[",", ";", "."]);
        q.class == UnitClass::Delegate
            && passive.is_some_and(|at| {
                let next = self.cues.iter().find(|c| c.at.start > at);
                !(q.core.end..at).any(open)
                    && next.is_some_and(|c| c.cue == Cue::Result && c.at.start == at + 1)
            })
    }

    /// «Cũng tại buổi gặp mặt, 1 đảng viên của Chi bộ … được trao Huy hiệu 30 năm tuổi Đảng»: those to whom it is given.
    pub(super) fn awarded(&self, q: &Quantity) -> bool {
        let scan = &self.scan;
        let apart = |i: &usize| !scan.is_any(*i, &[";", ".", ":", "(", ","]);
        let clause = (q.core.end..scan.end.min(q.core.end + 24)).take_while(apart);
        let gives = ["trao", "tặng", "nhận"];
        let given = clause.clone().find(|&i| scan.is_any(i, &gives));
        // «gồm 5 đảng viên nhận Huy hiệu 70 năm tuổi Đảng»
        let passive = clause.clone().find(|&i| scan.is(i, "được") || i == q.core.end && scan.is(i, "nhận"));
        let between = |at: usize| self.quantities.iter().any(|o| (q.core.end..at).contains(&o.core.start));
        matches!(q.class, UnitClass::Person | UnitClass::Delegate)
            && passive.zip(given).is_some_and(|(passive, given)| passive <= given && !between(passive))
            && given.is_some_and(|at| self.names_outcome(at..at + 4))
    }

    /// «Gồm 1 đảng viên 60 năm tuổi Đảng; 3 …», «Trong số này, 14 …», «Chia theo loại hình: …»: a sentence of nothing but
    /// the parts of what the one before it counted.
    fn goes_on(&self, q: &Quantity) -> Option<FigureKind> {
        let first = self.scan.start;
        let scan = &self.scan;
        let among = scan.is(first, "trong") && (first + 1..first + 3).any(|i| scan.is_any(i, &["đó", "này"]));
        // «Về chuyên môn, đại học là 110 đảng viên, …»
        let about = ["chuyên", "trình", "giới", "độ", "dân", "cơ", "tuổi", "lứa"];
        // «Trình độ đại học chiếm 87%; cao cấp chính trị 31%, nữ 22%»
        let share = |c: &Found| scan.is(c.at.start, "chiếm") || matches!(c.cue, Cue::Join | Cue::Neutral);
        let degrees = scan.pair(first, "trình", "độ") && self.cues.iter().all(share);
        if degrees && self.carry.before == Some(FigureKind::Structure) {
            return self.carry.before;
        }
        let divided = scan.is(first, "về") && scan.is_any(first + 1, &about)
            || scan.is_any(first, &["chia", "phân", "tính"]) && scan.is(first + 1, "theo");
        let told = self.tells(first + 1..q.core.start);
        self.carry.before.filter(|_| (scan.is(first, "gồm") || among || divided) && !told)
    }
}
