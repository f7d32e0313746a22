//! Quantities: `[comparator] number [scale] [%] [comparator] [determiner] noun`, ranges and shares.

use std::ops::Range;

use super::lexicon::{Bound, Cue, UnitClass};
use super::numeral::{Number, number_at};
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
fn percent_at(scan: &Scan, i: usize) -> Option<usize> {
    if scan.is(i, "%") {
        return Some(i + 1);
    }
    (scan.is(i, "phần") && scan.is(i + 1, "trăm")).then_some(i + 2)
}

fn amount_at(scan: &Scan, i: usize) -> Option<Amount> {
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
    // `từ 100 ngàn đồng đến 1,5 triệu đồng`
    let past_unit = (scan.is(at, "đồng") && scan.follows(start, "từ")).then_some(at + 1);
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

/// The quantity whose number begins at token `i`; one of those before lends its unit to `tăng 15 so với`.
fn quantity_at(scan: &Scan, i: usize, before: &[Quantity]) -> Option<Quantity> {
    let amount = amount_at(scan, i)?;
    let bounds = bounds_before(scan, i);
    let measured = percent_at(scan, amount.end)
        .map(|end| percent(scan, &amount, end))
        .or_else(|| counted(scan, i, &amount))
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

/// `(96,15%)` or `(đạt tỷ lệ 96,15%)` right after a share says the share again: one past its bracket.
fn quoted_per_cent(scan: &Scan, i: usize) -> Option<usize> {
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

/// `noun [trở lên]` after a count.
fn counted(scan: &Scan, start: usize, amount: &Amount) -> Option<Measured> {
    let number_end = spelled_out(scan, amount).unwrap_or(amount.end);
    let (at, mut after) = match after_at(scan, number_end) {
        Some((end, bound)) => (end, Some(bound)),
        None => (number_end, None),
    };
    let quoted = scan.is(at, "\"") && scan.unit_at(at + 1).is_some();
    let total = scan.is(at, "tổng") && scan.is(at + 1, "số");
    let skipped = if total { 2 } else { usize::from(scan.is(at, "số") || scan.is(at, "các") || quoted) };
    let unit_start = at + skipped;
    // «(23.899 là cấp ủy viên)»: which of those counted before.
    let who = scan.is(at, "là")
        && matches!(scan.unit_at(at + 1), Some(UnitClass::Person | UnitClass::Organisation))
        && scan.follows_any(start, &["(", "đó", "và", ","]);
    let unit_start = if who { at + 1 } else { unit_start };
    let (unit_end, class) = unit_list(scan, unit_start).or_else(|| unknown_noun(scan, start, at))?;
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

/// Past the number's words after its digits: `03 (ba) đồng chí`.
fn spelled_out(scan: &Scan, amount: &Amount) -> Option<usize> {
    let words = number(scan, amount.end + 1).filter(|_| scan.is(amount.end, "("))?;
    let same = (words.value - amount.first.value).abs() < 0.5 && amount.second.is_none();
    (same && scan.is(words.end, ")")).then_some(words.end + 1)
}

/// Past `(ĐV)` after `đảng viên`, else `i`.
fn abbreviation(scan: &Scan, i: usize) -> usize {
    let short = scan
        .get(i + 1)
        .is_some_and(|t| t.is_word() && scan.text[t.span.clone()].chars().all(char::is_uppercase));
    if scan.is(i, "(") && short && scan.is(i + 2, ")") { i + 3 } else { i }
}

/// Whether a unit of this class after this amount is a quantity at all.
fn fits(scan: &Scan, start: usize, amount: &Amount, class: UnitClass, unit_end: usize) -> bool {
    let near = |words: &[&str]| {
        (start.saturating_sub(4).max(scan.start)..start)
            .any(|i| words.contains(&scan.tokens[i].folded.as_str()))
    };
    match class {
        UnitClass::Age => near(&["quân", "bình", "trung"]) && !scan.is(unit_end, "đảng"),
        UnitClass::Times => near(&["gấp", "tăng", "giảm", "cao", "hơn", "nhất", "thiểu"]),
        UnitClass::Duration => false,
        UnitClass::Day => {
            scan.is_any(unit_end, &["làm", "lên"])
                || near(&[
                    "lớp", "học", "dành", "mất", "với", "trong", "sau", "qua", "suốt", "diễn", "kéo", "dài",
                    "thời", "gian",
                ])
        }
        UnitClass::Unknown => scan.tokens[start].is_numeral() || amount.first.scaled,
        UnitClass::Work => !is_roman(scan, unit_end),
        UnitClass::Person => !names_people(scan, amount, unit_end),
        _ => true,
    }
}

/// `khóa XII`, `kỳ họp III`: the noun begins a name.
fn is_roman(scan: &Scan, i: usize) -> bool {
    scan.get(i).is_some_and(|t| t.capital && t.folded.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
}

/// «hai đồng chí Nguyễn Văn A và …»: names follow, nothing is counted.
fn names_people(scan: &Scan, amount: &Amount, unit_end: usize) -> bool {
    let name = |i: usize| scan.get(i).is_some_and(|t| t.is_word() && t.capital) && scan.unit_at(i).is_none();
    amount.first.value <= 9.0 && (unit_end..unit_end + 2).all(name) && !scan.is(unit_end, "đảng")
}

/// A noun of the lexicon with the nouns listed after it: `cán bộ, đảng viên`, `cơ quan, đơn vị`, `lượt người`.
fn unit_list(scan: &Scan, at: usize) -> Option<(usize, UnitClass)> {
    let tokens = &scan.tokens[..scan.end];
    let (mut end, mut class) = scan.lexicon.units.starting_at(tokens, at)?;
    if end == at + 1 && scan.is(at, "lượt") {
        if let Some((longer, counted)) = unit_list(scan, end) {
            (end, class) = (longer, counted);
        }
        return Some((end, class));
    }
    loop {
        if !scan.is(end, ",") && !scan.is(end, "và") && !scan.is(end, "-") {
            return Some((end, class));
        }
        match scan.lexicon.units.starting_at(tokens, end + 1) {
            Some((next, other))
                if other == class
                    && listable(class)
                    && !(scan.is(end, ",") && (heads_item(scan, next) || begins_name(scan, at, end + 1))) =>
            {
                end = next;
            }
            _ => return Some((end, class)),
        }
    }
}

/// «đảng viên nữ là 359 đồng chí, đảng viên có đạo 5 đồng chí»: the noun that ends at `i` has a number of its own.
fn heads_item(scan: &Scan, i: usize) -> bool {
    let tokens = &scan.tokens[..scan.end];
    let tells = |at: usize| {
        let cue = scan.lexicon.cues.starting_at(tokens, at).map(|(_, cue)| cue);
        !tokens[at].is_word() && !tokens[at].is("-")
            || matches!(
                cue,
                Some(Cue::Event | Cue::EventWeak | Cue::Result | Cue::Past | Cue::Target | Cue::Join)
            )
    };
    let end = (i..scan.end.min(i + 12)).find(|&at| tokens[at].is_numeral() || tells(at));
    end.is_some_and(|at| tokens[at].is_numeral())
}

/// «3 tổ chức đảng, Ban Thường vụ …»: a capital where the list has none.
fn begins_name(scan: &Scan, list: usize, i: usize) -> bool {
    scan.titled(i) && !scan.titled(list)
}

pub(super) fn listable(class: UnitClass) -> bool {
    matches!(class, UnitClass::Organisation | UnitClass::Person | UnitClass::Delegate | UnitClass::Programme)
}

/// One or two plain words after a number in digits.
fn unknown_noun(scan: &Scan, start: usize, at: usize) -> Option<(usize, UnitClass)> {
    let tokens = &scan.tokens[..scan.end];
    let noun = |i: usize| {
        let token = scan.get(i)?;
        let text = &scan.text[token.span.clone()];
        let acronym = i == at && token.span.len() > 1 && text.chars().all(char::is_uppercase);
        let plain = token.is_word()
            && (!token.capital || acronym)
            && token.folded.chars().nth(1).is_some()
            && scan.lexicon.not_nouns.starting_at(tokens, i).is_none();
        let glued = !token.spaced && i == at;
        (plain && !glued).then_some(())
    };
    if !scan.tokens[start].is_numeral() {
        return None;
    }
    noun(at)?;
    let second = noun(at + 1).is_some() && scan.lexicon.units.starting_at(tokens, at + 1).is_none();
    Some((if second { at + 2 } else { at + 1 }, UnitClass::Unknown))
}
