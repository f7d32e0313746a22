//! Quantities: `[comparator] number [scale] [%] [comparator] [determiner] noun`, ranges and shares.

use std::ops::Range;

use super::amount::{Amount, AmountKind, amount_at, percent_at, quoted_per_cent, spelled_out};
use super::lexicon::{Bound, UnitClass};
use super::noun::{abbreviation, fits, unit_list, unknown_noun};
use super::numeral::number_at;
use super::skip::{Scan, no_quantity};
use super::unnamed::unnamed;
use super::value::{bounds_before, compare, resolve};
use crate::quantity::{Comparator, Value};

/// A quantity as it stands in a sentence. All ranges are of tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the comparator (or number) to the end of the unit.
    pub core: Range<usize>,
    /// First token of the number.
    pub number: usize,
    /// One past the last token of number, per cent sign and comparator.
    pub value_end: usize,
    /// The unit; for a per cent the sign.
    pub unit: Range<usize>,
    /// The counted noun: the unit, or for a per cent the noun it is of; empty where none stands.
    pub noun: Range<usize>,
    /// Class of the unit.
    pub class: UnitClass,
    /// Class of the noun (for a per cent, of what it is of).
    pub noun_class: UnitClass,
    /// Value.
    pub value: Value,
    /// Comparator.
    pub comparator: Comparator,
    /// Whether approximate.
    pub about: bool,
}

/// The quantities of a sentence, in order.
pub fn quantities(scan: &Scan) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut i = scan.start;
    while i < scan.end {
        if let Some(end) = no_quantity(scan, i) {
            i = end.max(i + 1);
            continue;
        }
        match quantity_at(scan, i, &found) {
            Some(mut quantity) => {
                // A word may close one quantity and open the next; it stays with the first.
                let floor = found.last().map_or(scan.start, |before| before.core.end);
                quantity.core.start = quantity.core.start.max(floor).min(quantity.number);
                i = quantity.core.end.max(i + 1);
                found.push(quantity);
            }
            None => i = after_number(scan, i),
        }
    }
    found
}

/// Past a number that made no quantity, so that its tail (`ba` of `hai mươi ba`) makes none either.
fn after_number(scan: &Scan, i: usize) -> usize {
    number_at(&scan.tokens[..scan.end], scan.text, i, scan.lexicon).map_or(i + 1, |n| n.end)
}

/// The quantity whose number begins at token `i`; one of those before lends its unit to `tăng 15 so với`.
fn quantity_at(scan: &Scan, i: usize, before: &[Quantity]) -> Option<Quantity> {
    let amount = amount_at(scan, i)?;
    let bounds = bounds_before(scan, i);
    let measured = percent_at(scan, amount.end)
        .map(|end| percent(scan, &amount, end))
        .or_else(|| counted(scan, i, &amount))
        .or_else(|| money(scan, &amount))
        .or_else(|| unnamed(scan, i, bounds.start, &amount, before))?;
    let mut measured = measured;
    if amount.kind == AmountKind::Share {
        measured.end = quoted_per_cent(scan, measured.end).unwrap_or(measured.end);
    }
    let value = resolve(&amount, measured.class)?;
    let (comparator, about) = compare(&bounds, measured.after, &value, measured.class);
    Some(Quantity {
        core: bounds.start..measured.end,
        number: i,
        value_end: measured.value_end,
        unit: measured.unit,
        noun: measured.noun,
        class: measured.class,
        noun_class: measured.noun_class,
        value,
        comparator,
        about,
    })
}

/// What follows an amount.
pub(super) struct Measured {
    /// Class of the unit.
    pub class: UnitClass,
    /// Class of the noun, for a per cent of what it is of.
    pub noun_class: UnitClass,
    /// The unit's tokens.
    pub unit: Range<usize>,
    /// The noun's tokens.
    pub noun: Range<usize>,
    /// One past the last token of number, sign and comparator.
    pub value_end: usize,
    /// One past the last token of all.
    pub end: usize,
    /// A comparator behind the number or the noun.
    pub after: Option<Bound>,
}

fn after_at(scan: &Scan, i: usize) -> Option<(usize, Bound)> {
    scan.lexicon.after.starting_at(&scan.tokens[..scan.end], i)
}

/// `% [trở lên] [số] [các] noun [trở lên]`.
fn percent(scan: &Scan, amount: &Amount, sign_end: usize) -> Measured {
    let (value_end, mut after) = match after_at(scan, sign_end) {
        Some((end, bound)) => (end, Some(bound)),
        None => (sign_end, None),
    };
    let mut at = value_end;
    while let Some((end, ())) = scan.lexicon.determiners.starting_at(&scan.tokens[..scan.end], at) {
        at = end;
    }
    let mut noun = at..at;
    let mut noun_class = UnitClass::Unknown;
    let mut end = value_end;
    if let Some((noun_end, class)) = unit_list(scan, at) {
        (noun, noun_class, end) = (at..noun_end, class, noun_end);
        if let Some((bound_end, bound)) = after_at(scan, noun_end).filter(|_| after.is_none()) {
            (end, after) = (bound_end, Some(bound));
        }
    }
    Measured {
        class: UnitClass::Percent,
        noun_class,
        unit: amount.end..sign_end,
        noun,
        value_end,
        end,
        after,
    }
}

/// `doanh thu 2.369 tỷ, …`: a sum whose `đồng` is left out.
fn money(scan: &Scan, amount: &Amount) -> Option<Measured> {
    let last = amount.end - 1;
    // «kèm 25 triệu để làm công trình»
    let goes_on =
        ["để", "cho", "từ", "của", "mua", "hỗ", "nhằm", "lên", "xuống", "năm", "so", "và", "với", "do"];
    let open = scan.get(amount.end).is_some_and(|t| t.is_word() && !goes_on.contains(&t.folded.as_str()));
    (scan.is_any(last, &["triệu", "tỷ", "tỉ"]) && !open).then_some(Measured {
        class: UnitClass::Money,
        noun_class: UnitClass::Money,
        unit: last..amount.end,
        noun: last..amount.end,
        value_end: amount.end,
        end: amount.end,
        after: None,
    })
}

/// `noun [trở lên]` after a count.
fn counted(scan: &Scan, start: usize, amount: &Amount) -> Option<Measured> {
    let number_end = spelled_out(scan, amount).unwrap_or(amount.end);
    let (at, mut after) = match after_at(scan, number_end) {
        Some((end, bound)) => (end, Some(bound)),
        None => (number_end, None),
    };
    let quoted = scan.is(at, "\"") && scan.unit_at(at + 1).is_some();
    let total = scan.pair(at, "tổng", "số");
    let skipped = if total { 2 } else { usize::from(scan.is(at, "số") || scan.is(at, "các") || quoted) };
    let unit_start = at + skipped;
    // «(23.899 là cấp ủy viên)»: which of those counted before.
    let who = scan.is(at, "là")
        && matches!(scan.unit_at(at + 1), Some(UnitClass::Person | UnitClass::Organisation))
        && scan.follows_any(start, &["(", "đó", "và", ",", "thì"]);
    let unit_start = if who { at + 1 } else { unit_start };
    let noun = unit_list(scan, unit_start).or_else(|| unknown_noun(scan, start, at));
    // «8 số» at the end of a text counts nothing.
    let (unit_end, class) = noun.filter(|(end, _)| *end > unit_start)?;
    let mut end = abbreviation(scan, unit_end);
    // `90 quần chúng ưu tú trở lên`
    let described = (end..end + 2).find(|&i| !scan.is_any(i, &["ưu", "tú", "mới"]));
    if let Some((bound_end, bound)) = after_at(scan, described.unwrap_or(end + 2)).filter(|_| after.is_none())
    {
        (end, after) = (bound_end, Some(bound));
    }
    fits(scan, start, amount, class, unit_end).then_some(Measured {
        class,
        noun_class: class,
        unit: unit_start..unit_end,
        noun: unit_start..unit_end,
        value_end: amount.end,
        end,
        after,
    })
}
