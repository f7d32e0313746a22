//! The cues of a sentence: words that say what the quantities around them are.

use std::ops::Range;

use super::grammar::Quantity;
use super::lexicon::Cue;
use super::skip::Scan;
use super::token::Token;

/// A cue with its tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Tokens.
    pub at: Range<usize>,
    /// Meaning.
    pub cue: Cue,
}

/// The cues of a sentence, longest first, none inside a quantity or a noun of the lexicon.
///
/// `year` is the article's: a sentence that begins with a later one (`Năm 2022, …`) speaks of plans.
pub fn cues(scan: &Scan, quantities: &[Quantity], year: Option<i32>) -> Vec<Found> {
    let tokens = &scan.tokens[..scan.end];
    let mut found = Vec::new();
    let mut i = scan.start;
    let mut next = quantities.iter().peekable();
    while i < scan.end {
        while next.peek().is_some_and(|q| q.core.end <= i) {
            next.next();
        }
        if let Some(q) = next.peek().filter(|q| q.core.start <= i) {
            i = q.core.end;
            continue;
        }
        let noun = scan.lexicon.units.starting_at(tokens, i).map_or(i, |(end, _)| end);
        if let Some(end) = deadline(scan, i).or_else(|| later_year(scan, i, year)) {
            found.push(Found { at: i..end, cue: Cue::TargetWeak });
            i = end;
            continue;
        }
        match scan.lexicon.cues.starting_at(tokens, i) {
            Some((end, cue)) if end >= noun && !in_name(scan, i) => {
                found.push(Found { at: i..end, cue });
                i = end;
            }
            _ => i = noun.max(i + 1),
        }
    }
    found
}

/// `Cần Thơ`, `Ban Tổ chức`, `Ủy ban Kiểm tra`: a capital inside a sentence belongs to a name.
fn in_name(scan: &Scan, i: usize) -> bool {
    scan.titled(i) && scan.before(i).is_some_and(|t| t.is_word() || t.is_numeral())
}

/// `đến năm 2025`, `đến hết nhiệm kỳ`: what follows is aimed at; not `tính đến năm`, `từ … đến năm`.
fn deadline(scan: &Scan, i: usize) -> Option<usize> {
    let other = ["tính", "nay", "từ"];
    if !scan.is(i, "đến")
        || scan.before(i).is_some_and(|t| other.contains(&t.folded.as_str()) || t.is_numeral())
    {
        return None;
    }
    let at = if scan.is(i + 1, "hết") || scan.is(i + 1, "cuối") { i + 2 } else { i + 1 };
    let year = scan.is(at, "năm") && scan.get(at + 1).is_some_and(Token::is_numeral);
    let term = at > i + 1 && scan.is(at, "nhiệm") && scan.is(at + 1, "kỳ");
    (year || term).then_some(at + 2)
}

/// `Năm 2022, …` or `Trong năm 2022, …` at the start of a sentence written before that year.
fn later_year(scan: &Scan, i: usize, year: Option<i32>) -> Option<usize> {
    let named = scan.whole(i + 1).and_then(|named| i32::try_from(named).ok())?;
    let later = scan.is(i, "năm") && i <= scan.start + 3 && (year? + 1..=year? + 2).contains(&named);
    later.then_some(i + 2)
}
