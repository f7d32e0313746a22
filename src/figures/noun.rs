//! The noun after an amount: one of the lexicon, a list of such, or an unknown one; and whether it makes a quantity.

use super::amount::Amount;
use super::lexicon::{Cue, UnitClass};
use super::skip::Scan;

/// Tokens between `bình quân` and the age.
const AVERAGED: usize = 14;

/// Past `(ĐV)` after `đảng viên`, else `i`.
pub(super) fn abbreviation(scan: &Scan, i: usize) -> usize {
    let short = scan
        .get(i + 1)
        .is_some_and(|t| t.is_word() && scan.text[t.span.clone()].chars().all(char::is_uppercase));
    if scan.is(i, "(") && short && scan.is(i + 2, ")") { i + 3 } else { i }
}

/// Whether a unit of this class after this amount is a quantity at all.
pub(super) fn fits(scan: &Scan, start: usize, amount: &Amount, class: UnitClass, unit_end: usize) -> bool {
    let near = |words: &[&str]| {
        (start.saturating_sub(4).max(scan.start)..start)
            .any(|i| words.contains(&scan.tokens[i].folded.as_str()))
    };
    match class {
        // «tuổi bình quân của cấp ủy là 42,5 tuổi»
        UnitClass::Age => {
            let mut before = start.saturating_sub(AVERAGED).max(scan.start)..start;
            let averaged = |i: usize| scan.pair(i, "bình", "quân") || scan.pair(i, "trung", "bình");
            (amount.first.value.fract() != 0.0 || before.any(averaged)) && !scan.is(unit_end, "đảng")
        }
        UnitClass::Times => near(&["gấp", "tăng", "giảm", "cao", "hơn", "nhất", "thiểu"]),
        // «về đích sớm 1 năm», «khóa học kéo dài 16,5 tháng»
        UnitClass::Duration => near(&["sớm"]) || scan.lasts(start),
        UnitClass::Day => {
            scan.is(unit_end - 1, "phút")
                || scan.is_any(unit_end, &["làm", "lên"])
                || near(&[
                    "quá", "lớp", "học", "dành", "mất", "với", "trong", "sau", "qua", "suốt", "diễn", "kéo",
                    "dài", "thời", "gian",
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
pub(super) fn unit_list(scan: &Scan, at: usize) -> Option<(usize, UnitClass)> {
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
pub(super) fn unknown_noun(scan: &Scan, start: usize, at: usize) -> Option<(usize, UnitClass)> {
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
