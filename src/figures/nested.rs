//! Quantities that only define another one: `50% tổ chức … xây dựng được 1 công trình`, `mỗi chi bộ 1 mô hình`.

use super::grammar::Quantity;

use super::lexicon::UnitClass;
use super::sentence::Sentence;
use crate::quantity::{Comparator, Value};

/// Which quantities of the sentence only define another.
pub fn nested(sentence: &Sentence) -> Vec<bool> {
    let all = sentence.quantities;
    let mut nested = vec![false; all.len()];
    for i in 0..all.len() {
        nested[i] = unrated_streak(sentence, &all[i])
            || defines_share(sentence, i, &nested)
            || defines_each(sentence, &all[i]);
    }
    nested
}

fn small(q: &Quantity) -> bool {
    let countable =
        !matches!(q.class, UnitClass::Percent | UnitClass::Money | UnitClass::Delegate | UnitClass::Measure);
    countable && matches!(q.value, Value::Number(n) if n <= 12.0)
}

/// A small count in the predicate of a per cent, or joined to such a one by `hoặc`, `và`.
fn defines_share(sentence: &Sentence, i: usize, nested: &[bool]) -> bool {
    let Some(previous) = i.checked_sub(1).map(|p| &sentence.quantities[p]) else { return false };
    let q = &sentence.quantities[i];
    let between = &sentence.scan.tokens[previous.core.end..q.core.start];
    if !small(q) || between.iter().any(|t| matches!(t.folded.as_str(), ";" | "." | ":" | "(" | ")")) {
        return false;
    }
    let joined =
        between.iter().any(|t| matches!(t.folded.as_str(), "hoặc" | "hay" | "và")) && between.len() <= 6;
    if nested[i - 1] {
        return joined;
    }
    let of_share = previous.class == UnitClass::Percent && !previous.noun.is_empty();
    let apart = between
        .iter()
        .any(|t| matches!(t.folded.as_str(), "," | "và" | "với" | "đó" | "tăng" | "giảm" | "vượt" | "tương"));
    of_share && !apart && between.len() <= 16
}

/// `mỗi chi bộ có 1 mô hình`: a rule for each one, unless it is an aim (`ít nhất`) or speaks of a year.
fn defines_each(sentence: &Sentence, q: &Quantity) -> bool {
    let bounded = matches!(q.comparator, Comparator::AtLeast | Comparator::AtMost | Comparator::Range);
    if !small(q) || bounded {
        return false;
    }
    let scan = &sentence.scan;
    let floor = sentence.clause_start(q.core.start).max(q.core.start.saturating_sub(10));
    let comma = (floor..q.core.start).rev().find(|&at| scan.is(at, ",")).map_or(floor, |at| at + 1);
    // `từng chứng kiến` has nothing of each; `mỗi nơi 11 đảng viên` tells of places named before.
    let each =
        |at: usize, end: usize| !scan.is(end, "nơi") && (!scan.is(at, "từng") || scan.unit_at(end).is_some());
    (comma..q.core.start).any(|at| {
        let found = scan.lexicon.each.starting_at(&scan.tokens[..scan.end], at);
        found.is_some_and(|(end, time)| !time && each(at, end))
    })
}

/// `2 năm liền` is said of a rating or of nothing that is reported.
fn unrated_streak(sentence: &Sentence, q: &Quantity) -> bool {
    q.class == UnitClass::Streak && sentence.named.ratings.is_empty()
}
