//! Numbers whose noun stands before them: `tổng số đảng viên … lên gần 6 ngàn`, `khiển trách 3`, `đạt 134/200`.

use std::ops::Range;

use super::amount::{Amount, AmountKind};
use super::dates::fraction;
use super::grammar::{Measured, Quantity};
use super::lexicon::{Cue, UnitClass};
use super::noun::listable;
use super::numeral::number_at;
use super::skip::Scan;
use crate::quantity::Value;

/// A number whose noun stands before it: `tổng số đảng viên … lên gần 6 ngàn`, `tăng 15 so với`, `đạt 134/200`.
pub(super) fn unnamed(
    scan: &Scan,
    i: usize,
    start: usize,
    amount: &Amount,
    before: &[Quantity],
) -> Option<Measured> {
    let next = scan.get(amount.end);
    let closed = next.is_none_or(|t| {
        !t.is_word() && !t.is_numeral()
            || matches!(t.folded.as_str(), "so" | "và" | "với" | "tăng" | "giảm" | "trong" | "vào")
    }) || rises_from(scan, i, amount.end)
        || next.is_some_and(|t| t.folded == "là") && fraction(scan, i);
    let head = if scan.follows(start, "là") || scan.follows(start, ":") { start - 1 } else { start };
    let tallied = scan.lexicon.tallied.ending_at(&scan.tokens[..scan.end], scan.start, head);
    // «cảnh cáo một, khai trừ bốn»: number words only there.
    if !closed || !scan.tokens[i].is_numeral() && tallied.is_none() {
        return None;
    }
    let unit = match tallied {
        Some((first, ())) => tallied_unit(scan, first..head, before),
        None if listed_name(scan, start, before) => before.last()?.unit.clone(),
        None => listed_noun(scan, start)
            .or_else(|| enumerated(scan, i, before))
            .or_else(|| told_unit(scan, i, start, amount, before))?,
    };
    // The words of a list's item (`nhà nước 11`) are no noun of the lexicon, though they may begin with one.
    let item = unit.end == start;
    let class = match scan.lexicon.units.starting_at(&scan.tokens[..scan.end], unit.start) {
        Some((end, class)) if !item || end == unit.end => class,
        _ => UnitClass::Unknown,
    };
    Some(Measured {
        class,
        noun_class: class,
        noun: unit.clone(),
        unit,
        value_end: amount.end,
        end: amount.end,
        after: None,
    })
}

/// What a tally counts: what was counted before in the sentence, else the noun that heads the list (`Xếp loại đảng viên:
/// xuất sắc 12, …`), else the tallied word itself.
fn tallied_unit(scan: &Scan, word: Range<usize>, before: &[Quantity]) -> Range<usize> {
    let counted = |q: &&Quantity| listable(q.class) || q.class == UnitClass::Work;
    let headed = || {
        let colon = (scan.start..word.start).rev().find(|&i| scan.is(i, ":"))?;
        let floor = colon.saturating_sub(8).max(scan.start);
        let (first, class) = scan.lexicon.units.ending_at(&scan.tokens[..scan.end], floor, colon)?;
        listable(class).then_some(first..colon)
    };
    before.iter().rev().find(counted).map(|q| q.unit.clone()).or_else(headed).unwrap_or(word)
}

/// The unit of a number that a word before it tells to be of the same as another, or a total.
fn told_unit(
    scan: &Scan,
    i: usize,
    start: usize,
    amount: &Amount,
    before: &[Quantity],
) -> Option<Range<usize>> {
    let last = || before.last().map(|q| q.unit.clone());
    // «ít nhất 190 trong số này»
    if scan.pair(amount.end, "trong", "số") && scan.is_any(amount.end + 2, &["này", "đó", "ấy"]) {
        return last();
    }
    // «cấp ủy viên chiếm hơn 1/5», «ít nhất 1/3 là người dân tộc thiểu số»
    if fraction(scan, i) {
        return last().or_else(|| total_before(scan, start, amount)).or_else(|| counted_first(scan, start));
    }
    // «159/1447 (= 11%)», «85/779 = 10,9%», «đã xong 27/30»
    let share = amount.kind == AmountKind::Share;
    let percent = (amount.end..scan.end.min(amount.end + 4)).any(|i| scan.is(i, "%"));
    let measured = scan.is(amount.end, "=") || scan.pair(amount.end, "(", "=");
    if share && (percent && measured || scan.follows_pair(start, "đã", "xong")) {
        return total_before(scan, start, amount);
    }
    // «đạt 53,26% (27.980/52.533), mầm non 46,47% (5.669/12.200)»
    if share && scan.follows_pair(start, "%", "(") && scan.is(amount.end, ")") {
        let counted = |q: &&Quantity| matches!(q.value, Value::Share { .. });
        let share = before.iter().rev().find(counted).map(|q| q.unit.clone());
        return total_before(scan, start - 1, amount).or(share).or_else(|| counted_first(scan, start));
    }
    // «tuổi đời bình quân 27,9»
    if scan.follows_pair(start, "bình", "quân") || scan.follows_pair(start, "trung", "bình") {
        let floor = start.saturating_sub(6).max(scan.start);
        return (floor..start).rev().find(|&i| scan.is(i, "tuổi")).map(|i| i..i + 1);
    }
    // «đã kiểm tra 1.236 đảng viên và 418 tổ chức đảng (trong đó cấp ủy là 902 và 173)»
    if told_again(scan, start, amount.end) {
        return before.len().checked_sub(2).map(|at| before[at].unit.clone());
    }
    // «tăng từ 41 lên 158 người»
    if rises_from(scan, i, amount.end) {
        let second = number_at(&scan.tokens[..scan.end], scan.text, amount.end + 1, scan.lexicon)?.end;
        let noun = scan.lexicon.units.starting_at(&scan.tokens[..scan.end], second);
        return noun.map(|(end, _)| second..end).or_else(|| total_before(scan, start, amount));
    }
    match scan.before(start).map(|t| t.folded.as_str()) {
        Some("tăng" | "giảm" | "vượt") if scan.is(amount.end, "so") || scan.is(amount.end, ")") => {
            last()
        }
        // `kết nạp 912 đảng viên (chỉ tiêu 750)`
        Some("tiêu" | "hoạch") if scan.is(amount.end, ")") => last(),
        // «số tổ chức được kiểm tra là 36; được giám sát là 24»
        Some("là" | "có") if told_of_same(scan, start, before) => last(),
        // «nay con số này đã là 33»
        Some("là") if (start.saturating_sub(6).max(scan.start)..start).any(|i| scan.pair(i, "con", "số")) => {
            last()
        }
        Some("là") => noun_is(scan, start).or_else(|| total_before(scan, start, amount)),
        Some("lên" | "xuống" | "còn" | "đạt" | "tới" | "có" | "đến" | ":" | "được") => {
            total_before(scan, start, amount)
        }
        _ => None,
    }
}

/// Whether the number from `i` to `end` is where something was before it rose or fell: «tăng từ 604 lên 1.342».
fn rises_from(scan: &Scan, i: usize, end: usize) -> bool {
    scan.follows(i, "từ") && scan.is_any(end, &["lên", "xuống"])
}

/// Whether what stands from `start` to `end` is the first or the last number of a bracket that ends in two of them.
fn told_again(scan: &Scan, start: usize, end: usize) -> bool {
    let numeral = |i: usize| scan.get(i).is_some_and(|t| t.is_numeral());
    let first = scan.is(end, "và") && numeral(end + 1) && scan.is(end + 2, ")");
    let last =
        scan.follows(start, "và") && scan.is(end, ")") && start >= scan.start + 2 && numeral(start - 2);
    first || last
}

/// The noun that the sentence begins with, or has after `tỷ lệ`.
fn counted_first(scan: &Scan, end: usize) -> Option<Range<usize>> {
    let tokens = &scan.tokens[..end];
    (scan.start..end.min(scan.start + 12)).find_map(|i| {
        let (noun_end, class) = scan.lexicon.units.starting_at(tokens, i)?;
        listable(class).then_some(i..noun_end)
    })
}

/// `(chi bộ cơ sở 49, đảng bộ cơ sở 46)`: the noun right before, where nothing else stands between sign and number.
fn listed_noun(scan: &Scan, end: usize) -> Option<Range<usize>> {
    let opens = |i: &usize| matches!(scan.tokens[*i].folded.as_str(), "(" | "," | ";" | ":");
    let first = (scan.start..end).rev().find(opens)? + 1;
    let (noun_end, class) = scan.lexicon.units.starting_at(&scan.tokens[..end], first)?;
    let counted = listable(class) || class == UnitClass::Work;
    (noun_end == end && counted && !scan.tokens[first].capital).then_some(first..end)
}

/// `Theo loại hình: nhà nước 11, cổ phần 22, tư nhân 54`: the words before the number, in a list of three or more such
/// items.
fn enumerated(scan: &Scan, number: usize, before: &[Quantity]) -> Option<Range<usize>> {
    let (item, words) = item_at(scan, number)?;
    let mut count = 1;
    let mut start = item.start;
    while let Some((before, _)) = start.checked_sub(1).and_then(|sign| item_before(scan, sign)) {
        count += 1;
        start = before.start;
        if count > 2 {
            break;
        }
    }
    let mut end = item.end;
    while let Some((after, _)) = number_after(scan, end + 1).and_then(|n| item_at(scan, n)) {
        if count > 2 || after.start != end + 1 {
            break;
        }
        count += 1;
        end = after.end;
    }
    let noun = |first: usize| scan.unit_at(first).is_some_and(listable);
    // «717 người (biên chế: 428; hợp đồng: 290)»
    let parts = scan.is(end, ")")
        && start > scan.start
        && scan.is(start - 1, "(")
        && before.iter().any(|q| q.core.end + 1 == start && q.class.is_head_count());
    (count > 2 || count == 2 && (noun(words.start) || parts)).then_some(words)
}

/// Words of an item at most.
const ITEM: usize = 16;

fn number_after(scan: &Scan, start: usize) -> Option<usize> {
    (start..scan.end.min(start + ITEM + 2)).find(|&i| scan.tokens[i].is_numeral())
}

/// The item that ends at the sign `sign`, its number the last before it that stands in no bracket.
fn item_before(scan: &Scan, sign: usize) -> Option<(Range<usize>, Range<usize>)> {
    let floor = sign.saturating_sub(6).max(scan.start);
    let open = (floor..sign).rev().find(|&i| scan.is(i, "(")).filter(|_| scan.follows(sign, ")"));
    let number = open.unwrap_or(sign).checked_sub(1).filter(|&i| scan.tokens[i].is_numeral())?;
    item_at(scan, number).filter(|(item, _)| item.end == sign)
}

/// The item of a list whose number stands at `number`, up to the sign after it, and its words: `nhà nước 11,`,
/// `đạo đức, lối sống: 14 (18,9%);`.
fn item_at(scan: &Scan, number: usize) -> Option<(Range<usize>, Range<usize>)> {
    let signs = [",", ";", ".", "…", "và", ")"];
    let closes = |i: usize| scan.get(i).is_none_or(|t| signs.contains(&t.folded.as_str()));
    let mut end = number + 1;
    if scan.is(end, "(") {
        end = (end..scan.end.min(end + 6)).find(|&i| scan.is(i, ")"))? + 1;
    }
    let last = if scan.follows(number, ":") { number - 1 } else { number };
    // Items between semicolons may hold commas.
    let wide = scan.is(end, ";");
    let floor = last.saturating_sub(ITEM).max(scan.start);
    let opens = |i: usize| match scan.tokens[i].folded.as_str() {
        "," => !wide,
        ";" | ":" | "(" => true,
        "đó" => scan.follows(i, "trong"),
        _ => false,
    };
    let first = (floor..last).rev().find(|&i| opens(i)).map_or(floor, |i| i + 1);
    let plain = |i: usize| scan.tokens[i].is_word() || wide && scan.is(i, ",");
    let begun = first == scan.start || first > floor || opens(first - 1);
    let fits = closes(end) && begun && first < last && (first..last).all(plain);
    fits.then_some((first..end, first..last))
}

/// `Tam Kỳ 150 đảng viên; Hội An 110; Công an 12`: names with a number each, the first with the noun that all count.
fn listed_name(scan: &Scan, start: usize, before: &[Quantity]) -> bool {
    let Some(first) = before.last().filter(|q| listable(q.class) || q.class == UnitClass::Work) else {
        return false;
    };
    // From the sign that opens an item to its number there stands a name and nothing else.
    let is_name = |end: usize| {
        let opens = (scan.start..end).rev().find(|&i| !scan.tokens[i].is_word() && !scan.is(i, "."));
        let words = opens.map_or(scan.start, |i| i + 1)..end;
        let told = || {
            words.clone().any(|i| {
                scan.lexicon
                    .cues
                    .starting_at(&scan.tokens[..scan.end], i)
                    .is_some_and(|(_, cue)| cue != Cue::Neutral)
            })
        };
        (1..=6).contains(&words.len()) && scan.tokens[words.start].capital && !told()
    };
    let separated = (first.core.end..start).any(|i| scan.is(i, ";") || scan.is(i, ","));
    separated && is_name(start) && is_name(first.core.start)
}

/// Whether the clause goes on about what the one before counted: it begins with `được` or `bị`.
fn told_of_same(scan: &Scan, start: usize, before: &[Quantity]) -> bool {
    let Some(previous) = before.last() else { return false };
    let named_before = previous.unit.start < previous.core.start;
    let first = (previous.core.end..start).rev().find(|&i| scan.is(i, ";") || scan.is(i, ",")).map(|i| i + 1);
    named_before && first.is_some_and(|i| scan.is(i, "được") || scan.is(i, "bị"))
}

/// `…; xã, phường, thị trấn là 559`: the noun that makes up a clause before `là`.
fn noun_is(scan: &Scan, start: usize) -> Option<Range<usize>> {
    let last = start - 1;
    let floor = last.saturating_sub(8).max(scan.start);
    let opens = |&i: &usize| {
        matches!(scan.tokens[i].folded.as_str(), ";" | ":" | "." | "(")
            || scan.is(i, "riêng")
            || scan.is(i, "đó") && scan.follows(i, "trong")
    };
    let sign = (floor..last).rev().find(opens);
    let first = sign.map_or(scan.start, |i| i + 1);
    let tokens = &scan.tokens[..scan.end];
    let told =
        |i: usize| scan.lexicon.cues.starting_at(tokens, i).is_some_and(|(_, cue)| cue != Cue::Neutral);
    let noun = first >= floor && scan.unit_at(first).is_some_and(listable);
    (noun && !(first..last).any(told)).then_some(first..last)
}

/// The noun of `tổng số X`, `số X` before token `start` in the clause; for a share any noun of the clause.
fn total_before(scan: &Scan, start: usize, amount: &Amount) -> Option<Range<usize>> {
    let tokens = &scan.tokens[..scan.end];
    let floor = start.saturating_sub(24).max(scan.start);
    let clause = (floor..start)
        .rev()
        .find(|&i| matches!(tokens[i].folded.as_str(), ";" | "." | "("))
        .map_or(floor, |i| i + 1);
    (clause..start).rev().find_map(|i| {
        let (end, class) = scan.lexicon.units.starting_at(tokens, i)?;
        let total = scan.follows(i, "số")
            || scan.follows_pair(i, "số", "lượng")
            || amount.kind == AmountKind::Share && i == clause.max(i);
        let countable =
            !matches!(class, UnitClass::Duration | UnitClass::Day | UnitClass::Money | UnitClass::Measure);
        (total && countable && end <= start).then_some(i..end)
    })
}
