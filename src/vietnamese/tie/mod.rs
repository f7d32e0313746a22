//! Where a line must not break: spaces that become no-break spaces (U+00A0).
//!
//! One pass over the words; each space is judged by the two words on either side of it, so that spaces that are
//! tied already change nothing, and the work is linear. The words are data: see `table.rs`.

mod table;
mod word;

use super::fold;
use table::{ABBREVIATIONS, ADDRESSES, LABELS, NO_UNITS, ORDINALS, PAIRS};
use word::{Kind, Word};

/// The text with U+0020 turned into U+00A0 wherever a line must not break. Idempotent; changes nothing else.
pub fn tie(text: &str) -> String {
    let mut tied = text.to_owned();
    tie_across(&mut [&mut tied]);
    tied
}

/// [`tie`] for one sentence in several pieces (runs in different faces): a number and its unit may stand in two.
pub fn tie_across(pieces: &mut [&mut String]) {
    let whole: String = pieces.iter().map(|piece| piece.as_str()).collect();
    let ties = ties(&whole);
    let mut ties = ties.iter().copied().peekable();
    let mut start = 0;
    for piece in pieces {
        let end = start + piece.len();
        let mut tied = String::new();
        let mut done = start;
        while let Some(at) = ties.next_if(|&at| at < end) {
            tied.push_str(&whole[done..at]);
            tied.push('\u{a0}');
            done = at + 1;
        }
        if done > start {
            tied.push_str(&whole[done..end]);
            **piece = tied;
        }
        start = end;
    }
}

/// Offsets of the U+0020 where a line must not break, ascending.
fn ties(text: &str) -> Vec<usize> {
    let mut ties = Vec::new();
    let mut words: Vec<(usize, usize, Word)> = Vec::new();
    let mut line_start = 0;
    // A forced line break or a tab ends all ties.
    for line in text.split(|c: char| c.is_whitespace() && !is_space(c)) {
        let mut start = line_start;
        for word in line.split(is_space) {
            if !word.is_empty() {
                words.push((start, start + word.len(), Word::new(word)));
            }
            let space = text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            start += word.len() + space;
        }
        tie_line(text, &words, &mut ties);
        words.clear();
        line_start = start;
    }
    ties
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

fn tie_line(text: &str, words: &[(usize, usize, Word)], ties: &mut Vec<usize>) {
    for (i, pair) in words.windows(2).enumerate() {
        let [(_, end, left), (start, _, right)] = pair else { continue };
        let before = i.checked_sub(1).and_then(|b| words.get(b)).map(|w| &w.2);
        let after = words.get(i + 2).map(|w| &w.2);
        if is_tied(before, left, right, after) {
            ties.extend(text[*end..*start].match_indices(' ').map(|(at, _)| end + at));
        }
    }
}

/// Whether a line must not break between `left` and `right`.
fn is_tied(before: Option<&Word>, left: &Word, right: &Word, after: Option<&Word>) -> bool {
    by_mark(before, left, right, after)
        || (is_label_of(left, right) && !right.opened)
        || begins_label(left, right, after)
        || (right.kind == Kind::Roman || right.is_initial()) && follows_closely(left, right)
        || counts(before, left, right)
        || is_day_of_month(before, left, right)
        || introduces(before, left, right)
}

/// Marks and signs that stand alone between spaces, and the dash of a range.
fn by_mark(before: Option<&Word>, left: &Word, right: &Word, after: Option<&Word>) -> bool {
    match (left.kind, right.kind) {
        (Kind::Opening, _) | (_, Kind::Closing) | (_, Kind::Operator) => true,
        (Kind::Relation, _) => right.is_numeral(),
        (Kind::Operator, _) => left.core == "/" && right.is_numeral(),
        // A dash that opens the text is a list's label; one inside it belongs to what it follows.
        (Kind::Dash, _) => before.is_none_or(|b| b.is_numeral() && right.is_numeral()),
        (_, Kind::Dash) => after.is_some_and(|a| !left.is_numeral() || a.is_numeral()) || after.is_none(),
        _ => {
            let ragged = left.core.ends_with(['-', '–']) || right.core.starts_with(['-', '–']);
            ragged && left.is_numeral() && right.is_numeral()
        }
    }
}

/// `quý III`, `Số 05-BC/ĐUK`, `Số      -BC/ĐUK`, `Điều 5`, `Phần thứ nhất`, `điểm a`.
fn is_label_of(left: &Word, right: &Word) -> bool {
    if !matches!(left.tail, "" | ":" | ".") || left.kind != Kind::Other {
        return false;
    }
    let open_number = right.core.starts_with('-') && right.core.len() > 1;
    let letter = right.core.chars().count() == 1 && right.core.chars().all(char::is_alphabetic);
    // Most pairs end here, before anything is folded.
    if !(right.is_numeral() || open_number || letter || left.core.starts_with(['t', 'T'])) {
        return false;
    }
    let ordinal = || ORDINALS.contains(&fold(right.core).as_str());
    match label(left) {
        Some(_) if left.tail == ":" => fold(left.core) == "số" && (right.is_numeral() || open_number),
        Some("thứ") => right.is_numeral() || ordinal(),
        Some("số") => right.is_numeral() || open_number,
        Some("lục" | "điểm" | "khoản" | "mục") => right.is_numeral() || letter,
        Some(_) => right.is_numeral(),
        // Numbers of papers, `35-NQ/TW`, belong to the paper's name whatever it is.
        None => {
            right.kind == Kind::Named && right.core.contains('-') && right.core.contains(char::is_alphabetic)
        }
    }
}

/// The label that the word is, if it is one.
fn label(word: &Word) -> Option<&'static str> {
    let folded = fold(word.core);
    LABELS.iter().find(|(label, _)| *label == folded).map(|(label, _)| *label)
}

/// `Phụ lục 2`, `lần thứ XIV`, `nhiệm kỳ 2020 - 2025`, `đồng chí Nguyễn`: the first syllable holds the second.
fn begins_label(left: &Word, right: &Word, after: Option<&Word>) -> bool {
    let Some(after) = after else { return false };
    if !left.tail.is_empty() || !right.tail.is_empty() || right.kind != Kind::Other {
        return false;
    }
    if !is_label_of(right, after) && !after.is_capitalised() {
        return false;
    }
    let (first, second) = (fold(left.core), fold(right.core));
    PAIRS.contains(&(first.as_str(), second.as_str())) && is_label_of(right, after)
        || first == "đồng" && second == "chí" && is_name(after)
}

/// A Roman number or an initial belongs to the word before it, unless all is in capitals (`XỬ LÝ VI PHẠM`).
fn follows_closely(left: &Word, right: &Word) -> bool {
    left.kind == Kind::Other && left.tail.is_empty() && !left.is_shouted() && !right.opened
}

/// A number and what it counts, and a per cent sign set apart is a closing mark.
fn counts(before: Option<&Word>, left: &Word, right: &Word) -> bool {
    if left.kind != Kind::Number || !left.tail.is_empty() {
        // `1.` or `a)` at the start of a text is its label.
        let label = before.is_none() && matches!(left.tail, "." | ")") && left.core.chars().count() <= 4;
        return label && (left.kind == Kind::Number || left.core.chars().count() == 1);
    }
    // `42/44 (95,5%)`: the share and its per cent are one statement.
    if right.opened && right.tail.starts_with('%') {
        return right.kind == Kind::Named;
    }
    if right.kind != Kind::Other || right.opened || before.is_some_and(|b| names(b, left)) {
        return false;
    }
    !NO_UNITS.contains(&fold(right.core).as_str())
}

/// Whether the number is only the name of what stands before it (`Điều 5`), so that it counts nothing.
fn names(before: &Word, number: &Word) -> bool {
    let folded = fold(before.core);
    let Some((_, most)) = LABELS.iter().find(|(label, _)| *label == folded) else { return false };
    before.tail.is_empty()
        && !number.opened
        && *most > 0
        && number.core.parse::<u32>().map_or(true, |n| n <= *most)
}

/// `ngày 26 tháng 9`.
fn is_day_of_month(before: Option<&Word>, left: &Word, right: &Word) -> bool {
    left.kind == Kind::Number
        && left.tail.is_empty()
        && before.is_some_and(|b| fold(b.core) == "ngày")
        && fold(right.core) == "tháng"
}

/// `đồng chí Nguyễn`, `ông Trần`, `T/M BAN`, `TP. Thái Bình`.
fn introduces(before: Option<&Word>, left: &Word, right: &Word) -> bool {
    if left.kind != Kind::Other || !matches!(left.tail, "" | ".") || right.kind != Kind::Other {
        return false;
    }
    if !(left.is_capitalised() || right.is_capitalised() || left.tail == ".") {
        return false;
    }
    let folded = fold(left.core);
    if ABBREVIATIONS.contains(&folded.as_str()) {
        // Longer words in lower case are no abbreviations.
        return left.is_capitalised() || left.tail == ".";
    }
    if folded == "chí" && before.is_none_or(|b| fold(b.core) != "đồng") {
        return false;
    }
    ADDRESSES.contains(&folded.as_str()) && is_name(right)
}

fn is_name(word: &Word) -> bool {
    word.is_capitalised() && !word.opened && !NO_UNITS.contains(&fold(word.core).as_str())
}

#[cfg(test)]
mod tests;
