//! The cues of a sentence: words that say what the quantities around them are.

use std::ops::Range;

use super::grammar::Quantity;
use super::lexicon::Cue;
use super::skip::Scan;

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
        if let Some(end) = deadline(scan, i, year).or_else(|| later_year(scan, i, year)) {
            found.push(Found { at: i..end, cue: Cue::TargetWeak });
            i = end;
            continue;
        }
        if aims_reached(scan, &found, i) {
            found.push(Found { at: i..i + 1, cue: Cue::Past });
            i += 1;
            continue;
        }
        match scan.lexicon.cues.starting_at(tokens, i) {
            Some((end, cue)) if end >= noun && !in_name(scan, i) && !until(scan, end) => {
                found.push(Found { at: i..end, cue });
                i = end;
            }
            _ => i = noun.max(i + 1),
        }
    }
    found
}

/// «các chỉ tiêu … đề ra đều được lãnh đạo hoàn thành: …»: whether `đều` at `i` says that aims told before are reached.
fn aims_reached(scan: &Scan, before: &[Found], i: usize) -> bool {
    let aims = |c: &Found| matches!(c.cue, Cue::Target | Cue::TargetNoun | Cue::Neutral) && c.at.end + 16 > i;
    let reached = |at: usize| scan.is_any(at, &["hoàn", "đạt", "vượt"]);
    scan.is(i, "đều")
        && before.iter().rev().any(aims)
        && (scan.start..i).any(|at| scan.is(at, "tiêu") || scan.is(at, "hoạch"))
        && (i + 1..i + 8).any(reached)
}

/// «từ đầu năm tới ngày 12-9», «đầu năm tới nay»: `tới` says until when.
fn until(scan: &Scan, end: usize) -> bool {
    let next = ["ngày", "nay", "hết", "cuối", "giữa", "tháng", "thời", "lúc"];
    scan.is(end - 1, "tới") && scan.is_any(end, &next)
}

/// `Cần Thơ`, `Ban Tổ chức`, `Ủy ban Kiểm tra`: a capital inside a sentence belongs to a name.
fn in_name(scan: &Scan, i: usize) -> bool {
    scan.titled(i) && scan.before(i).is_some_and(|t| t.is_word() || t.is_numeral())
}

/// `đến năm 2025`, `đến hết nhiệm kỳ`: what follows is aimed at; not `tính đến năm`, `từ … đến năm`, nor a year that
/// was over or under way when the article was written in `year`.
fn deadline(scan: &Scan, i: usize, year: Option<i32>) -> Option<usize> {
    let other = ["tính", "nay", "từ"];
    if !scan.is(i, "đến")
        || scan.before(i).is_some_and(|t| other.contains(&t.folded.as_str()) || t.is_numeral())
    {
        return None;
    }
    let whole = scan.is(i + 1, "hết") || scan.is(i + 1, "cuối");
    let at = if whole { i + 2 } else { i + 1 };
    let named = scan.is(at, "năm").then(|| scan.whole(at + 1)).flatten().and_then(|y| i32::try_from(y).ok());
    let to_come = named.is_some_and(|named| year.is_none_or(|y| named > y || whole && named == y));
    let term = whole && scan.pair(at, "nhiệm", "kỳ");
    (to_come || term).then_some(at + 2)
}

/// `Năm 2022, …` or `Trong năm 2022, …` at the start of a sentence written before that year.
fn later_year(scan: &Scan, i: usize, year: Option<i32>) -> Option<usize> {
    let named = scan.whole(i + 1).and_then(|named| i32::try_from(named).ok())?;
    let later = scan.is(i, "năm") && i <= scan.start + 3 && (year? + 1..=year? + 2).contains(&named);
    later.then_some(i + 2)
}
