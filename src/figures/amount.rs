//! Amounts: one number, a range or a share, before its unit.

use super::lexicon::Bound;
use super::numeral::{Number, number_at};
use super::skip::{Scan, no_quantity};

/// What the digits say, and how far they go.
pub(super) struct Amount {
    /// One past the last token.
    pub end: usize,
    /// The first number.
    pub first: Number,
    /// The second, of a range or share.
    pub second: Option<Number>,
    /// What the numbers are to each other.
    pub kind: AmountKind,
}

/// What the numbers of an amount are to each other.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum AmountKind {
    /// One number.
    Single,
    /// `180 - 200`.
    Range,
    /// `925/962`.
    Share,
}

fn number(scan: &Scan, i: usize) -> Option<Number> {
    number_at(&scan.tokens[..scan.end], scan.text, i, scan.lexicon)
}

/// Per cent sign at `i`: one past it.
pub(super) fn percent_at(scan: &Scan, i: usize) -> Option<usize> {
    if scan.is(i, "%") {
        return Some(i + 1);
    }
    scan.pair(i, "phần", "trăm").then_some(i + 2)
}

pub(super) fn amount_at(scan: &Scan, i: usize) -> Option<Amount> {
    let first = number(scan, i)?;
    let single = Amount { end: first.end, first, second: None, kind: AmountKind::Single };
    let Some((kind, at)) = joint_after(scan, &first, i) else { return Some(single) };
    let at = match scan.lexicon.before.starting_at(&scan.tokens[..scan.end], at) {
        // `từ 4 đến dưới 6 triệu`
        Some((end, Bound::LessThan)) if kind == AmountKind::Range => end,
        _ => at,
    };
    let Some(second) = number(scan, at) else { return Some(single) };
    if kind == AmountKind::Range && no_quantity(scan, at).is_some() {
        return Some(single);
    }
    Some(Amount { end: second.end, first, second: Some(second), kind })
}

/// What joins a second number to the first: `180 - 200`, `3% đến 5%`, `925/962`, `662 trong tổng số 686`.
fn joint_after(scan: &Scan, first: &Number, start: usize) -> Option<(AmountKind, usize)> {
    let at = first.end;
    if scan.is(at, "/") && scan.get(at + 1).is_some_and(|t| t.is_numeral()) && scan.get(start)?.is_numeral() {
        return Some((AmountKind::Share, at + 1));
    }
    // The unit may stand after both: `88.068 tấn/162.000 tấn`, `từ 100 ngàn đồng đến 1,5 triệu đồng`.
    let past_unit = unit_told_twice(scan, at);
    if let Some(end) = past_unit.filter(|end| scan.is(*end, "/")) {
        return Some((AmountKind::Share, end + 1));
    }
    let past_unit = past_unit.filter(|_| scan.follows(start, "từ"));
    let past_percent = percent_at(scan, at).or(past_unit).unwrap_or(at);
    let joint = scan.get(past_percent)?;
    if joint.is("-") || joint.is("đến") || joint.is("tới") {
        let rises = ["tăng", "giảm", "nâng"];
        let from = scan.follows(start, "từ")
            && scan.before(start - 1).is_some_and(|t| rises.contains(&t.folded.as_str()));
        return (!from || joint.is("-")).then_some((AmountKind::Range, past_percent + 1));
    }
    if past_percent == at && (joint.is("trên") || joint.is("trong")) {
        let total = if scan.is(at + 1, "tổng") && scan.is(at + 2, "số") {
            at + 3
        } else if scan.is(at + 1, "số") {
            at + 2
        } else if joint.is("trên") {
            at + 1
        } else {
            return None;
        };
        return scan.get(total).filter(|t| t.is_numeral()).map(|_| (AmountKind::Share, total));
    }
    None
}

/// Past the unit at `at`, where after one more token a second number has the same unit.
fn unit_told_twice(scan: &Scan, at: usize) -> Option<usize> {
    let (end, _) = scan.lexicon.units.starting_at(&scan.tokens[..scan.end], at)?;
    let joint = scan.is_any(end, &["/", "đến", "tới"]);
    let second = number(scan, end + 1).filter(|_| joint)?;
    let same = (at..end).zip(second.end..).all(|(one, other)| scan.is(other, &scan.tokens[one].folded));
    same.then_some(end)
}

/// `(96,15%)` or `(đạt tỷ lệ 96,15%)` right after a share says the share again: one past its bracket.
pub(super) fn quoted_per_cent(scan: &Scan, i: usize) -> Option<usize> {
    if !scan.is(i, "(") {
        return None;
    }
    let mut at = i + 1;
    while scan
        .get(at)
        .is_some_and(|t| matches!(t.folded.as_str(), "đạt" | "chiếm" | "tỷ" | "tỉ" | "lệ" | "bằng" | "="))
    {
        at += 1;
    }
    let end = percent_at(scan, number(scan, at)?.end)?;
    scan.is(end, ")").then_some(end + 1)
}

/// Past the number's words after its digits: `03 (ba) đồng chí`.
pub(super) fn spelled_out(scan: &Scan, amount: &Amount) -> Option<usize> {
    let words = number(scan, amount.end + 1).filter(|_| scan.is(amount.end, "("))?;
    let same = (words.value - amount.first.value).abs() < 0.5 && amount.second.is_none();
    (same && scan.is(words.end, ")")).then_some(words.end + 1)
}
