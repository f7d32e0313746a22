//! Where a line must not break: spaces that become no-break spaces (U+00A0).
//!
//! One pass over the words; each space is judged by the two words on either side of it, so that spaces that are
//! tied already change nothing, and the work is linear. The words are data: see `table.rs`.

mod table;
mod word;

use super::fold;
use table::{ABBREVIATIONS, ADDRESSES, LABELS, NO_UNITS, ORDINALS, PAIRS, Takes};
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
        let [(_, end, _), (start, _, _)] = pair else { continue };
        if (Gap { words, right: i + 1 }).is_tied() {
            ties.extend(text[*end..*start].match_indices(' ').map(|(at, _)| end + at));
        }
    }
}

/// The space before the word `right`.
#[derive(Clone, Copy)]
struct Gap<'a> {
    words: &'a [(usize, usize, Word<'a>)],
    right: usize,
}

impl<'a> Gap<'a> {
    /// The `n`th word to the left, counted from 1.
    fn left(&self, n: usize) -> Option<&'a Word<'a>> {
        self.right.checked_sub(n).and_then(|at| self.words.get(at)).map(|word| &word.2)
    }

    /// The space before.
    fn before(&self) -> Gap<'a> {
        Gap { right: self.right.saturating_sub(1), ..*self }
    }

    /// The space after.
    fn after(&self) -> Gap<'a> {
        Gap { right: self.right + 1, ..*self }
    }

    /// Whether a line must not break here.
    fn is_tied(&self) -> bool {
        let (Some(left), Some((_, _, right))) = (self.left(1), self.words.get(self.right)) else {
            return false;
        };
        self.by_mark(left, right)
            || self.is_label(left, right)
            || self.begins_label(left, right)
            || (right.kind == Kind::Roman || right.is_initial()) && follows_closely(left, right)
            || self.counts(left, right)
            || self.is_day_of_month(left, right)
            || self.introduces(left, right)
    }

    /// Marks and signs that stand alone between spaces, and the dash of a range.
    fn by_mark(&self, left: &Word, right: &Word) -> bool {
        match (left.kind, right.kind) {
            (Kind::Opening, _) | (_, Kind::Closing) | (_, Kind::Operator) => true,
            (Kind::Relation, _) => right.is_numeral(),
            (Kind::Operator, _) => left.core == "/" && right.is_numeral(),
            // A dash that opens the text is a list's label; one inside it belongs to what it follows.
            (Kind::Dash, _) => self.left(2).is_none_or(|b| b.is_numeral() && right.is_numeral()),
            (_, Kind::Dash) => !left.is_numeral() || self.after().word().is_none_or(Word::is_numeral),
            _ => {
                let ragged = left.core.ends_with(['-', '–']) || right.core.starts_with(['-', '–']);
                ragged && left.is_numeral() && right.is_numeral()
            }
        }
    }

    /// The word after the space.
    fn word(&self) -> Option<&'a Word<'a>> {
        self.words.get(self.right).map(|word| &word.2)
    }

    /// `quý III`, `Số 05-BC/ĐUK`, `Số      -BC/ĐUK`, `Điều 5`, `Phần thứ nhất`, `điểm a`.
    fn is_label(&self, left: &Word, right: &Word) -> bool {
        if left.kind != Kind::Other || right.opened || right.tail.starts_with('%') {
            return false;
        }
        let open_number = right.core.starts_with('-') && right.core.len() > 1;
        let letter = right.core.chars().count() == 1 && right.core.chars().all(char::is_alphabetic);
        // Most pairs end here, most of them before anything is folded.
        let ordinal = || left.core.starts_with(['t', 'T']) && fold(left.core) == "thứ";
        if !(right.is_numeral() || open_number || letter || ordinal()) {
            return false;
        }
        match (self.label(), left.tail) {
            (Some(("số", _)), "" | ":") => right.is_numeral() || open_number,
            (Some(("tr", _)), ".") => right.is_numeral(),
            (_, ":" | ".") => false,
            (_, tail) if !tail.is_empty() => false,
            (Some(("phụ lục" | "điểm" | "khoản" | "mục", _)), _) if letter => true,
            (Some(("thứ", _)), _) if ORDINALS.contains(&fold(right.core).as_str()) => true,
            (Some((_, takes)), _) => takes_number(takes, right),
            // Numbers of papers, `35-NQ/TW`, belong to the paper's name whatever it is.
            (None, _) => {
                right.kind == Kind::Named
                    && right.core.contains('-')
                    && right.core.contains(char::is_alphabetic)
            }
        }
    }

    /// The label that the words before the space are, if any; one of two syllables goes before its last syllable.
    fn label(&self) -> Option<(&'static str, Takes)> {
        let last = fold(self.left(1)?.core);
        let first = self.left(2).filter(|word| word.tail.is_empty()).map(|word| fold(word.core));
        let is = |label: &str| match label.split_once(' ') {
            Some((a, b)) => b == last && first.as_deref() == Some(a),
            None => label == last,
        };
        let mut found = LABELS.iter().filter(|(label, _)| is(label));
        let one = found.next()?;
        found.find(|(label, _)| label.contains(' ')).or(Some(one)).copied()
    }

    /// `Phụ lục 2`, `lần thứ XIV`, `nhiệm kỳ 2020 - 2025`, `đồng chí Nguyễn`: the first syllable holds the second.
    fn begins_label(&self, left: &Word, right: &Word) -> bool {
        let next = self.after();
        let Some(after) = next.word() else { return false };
        if !left.tail.is_empty() || !right.tail.is_empty() || right.kind != Kind::Other {
            return false;
        }
        let labels = next.is_label(right, after);
        if !labels && !after.is_capitalised() {
            return false;
        }
        let (first, second) = (fold(left.core), fold(right.core));
        let is_pair = |pair: &&str| pair.split_once(' ') == Some((first.as_str(), second.as_str()));
        labels && PAIRS.iter().any(is_pair) || first == "đồng" && second == "chí" && is_name(after)
    }

    /// A number and what it counts, a share and its per cent, a label that opens the text and its text.
    fn counts(&self, left: &Word, right: &Word) -> bool {
        if left.kind != Kind::Number || !left.tail.is_empty() {
            // `1.` or `a)` at the start of a text is its label.
            let label =
                self.left(2).is_none() && matches!(left.tail, "." | ")") && left.core.chars().count() <= 4;
            return label && (left.kind == Kind::Number || left.core.chars().count() == 1);
        }
        // `42/44 (95,5%)` is one statement.
        if right.opened && right.tail.starts_with('%') {
            return right.kind == Kind::Named;
        }
        if right.kind != Kind::Other || right.opened || self.before().names(left) {
            return false;
        }
        !NO_UNITS.contains(&fold(right.core).as_str())
    }

    /// Whether the number after the space is only the name of what stands before it (`Điều 5`), and counts nothing.
    fn names(&self, number: &Word) -> bool {
        let Some(label) = self.left(1) else { return false };
        let named =
            || self.label().is_some_and(|(_, takes)| takes != Takes::Any && takes_number(takes, number));
        label.tail.is_empty() && !number.opened && named()
    }

    /// `ngày 26 tháng 9`.
    fn is_day_of_month(&self, left: &Word, right: &Word) -> bool {
        left.kind == Kind::Number
            && left.tail.is_empty()
            && self.left(2).is_some_and(|b| fold(b.core) == "ngày")
            && fold(right.core) == "tháng"
    }

    /// `đồng chí Nguyễn`, `ông Trần`, `T/M BAN`, `TP. Thái Bình`.
    fn introduces(&self, left: &Word, right: &Word) -> bool {
        if left.kind != Kind::Other || right.kind != Kind::Other || !matches!(left.tail, "" | ".") {
            return false;
        }
        if !(left.is_capitalised() || right.is_capitalised()) {
            return false;
        }
        let folded = fold(left.core);
        if ABBREVIATIONS.contains(&folded.as_str()) {
            return left.is_capitalised();
        }
        if folded == "chí" && self.left(2).is_none_or(|b| fold(b.core) != "đồng") {
            return false;
        }
        left.tail.is_empty() && ADDRESSES.contains(&folded.as_str()) && is_name(right)
    }
}

/// Whether a label that takes such numbers takes this one.
fn takes_number(takes: Takes, number: &Word) -> bool {
    match (takes, number.kind) {
        (_, Kind::Roman) | (Takes::Any, Kind::Number | Kind::Named) => true,
        (Takes::Year | Takes::UpTo(_), Kind::Named) => true,
        // `26/9` and `16.7` are dates after such a word, `40,3` and `2.000` are still counts.
        (Takes::UpTo(most), Kind::Number) => {
            let thousands = number.core.rsplit_once('.').is_some_and(|(_, last)| last.len() == 3);
            number.core.parse::<u32>().map_or(!number.core.contains(',') && !thousands, |n| n <= most)
        }
        _ => false,
    }
}

/// A Roman number or an initial belongs to the word before it, unless all is in capitals (`XỬ LÝ VI PHẠM`).
fn follows_closely(left: &Word, right: &Word) -> bool {
    left.kind == Kind::Other && left.tail.is_empty() && !left.is_shouted() && !right.opened
}

fn is_name(word: &Word) -> bool {
    word.is_capitalised() && !word.opened && !NO_UNITS.contains(&fold(word.core).as_str())
}

#[cfg(test)]
mod tests;
