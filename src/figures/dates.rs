//! Dates, intervals of dates and years in running text, told from counts.

use super::lexicon::UnitClass;
use super::numeral::{Reading, read_digits};
use super::skip::Scan;

/// Whether the token before `i` is a word that dates follow.
fn dated(scan: &Scan, i: usize) -> bool {
    const WORDS: [&str; 22] = [
        "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "nay", "qua", "mai", "hôm", "tháng", "mùng", "mồng",
        "năm", "dịp", "lễ", "đợt", "hết", "đến", "từ", "trước", "sau",
    ];
    let mut at = i;
    if scan.follows(at, "(") {
        at -= 1;
    }
    scan.before(at).is_some_and(|t| WORDS.contains(&t.folded.as_str()))
}

fn joint(scan: &Scan, i: usize) -> bool {
    scan.get(i).is_some_and(|t| matches!(t.folded.as_str(), "/" | "-" | "."))
}

/// Dates and their intervals: `26/9/2023`, `16.7`, `10-11/8/2020`, `26-29.4`, `2020 - 2025`, `III/2023`.
pub(super) fn date(scan: &Scan, i: usize) -> Option<usize> {
    let first = scan.digits(i)?;
    let mut end = i + 1;
    let mut parts = vec![first];
    while parts.len() < 6 && joint(scan, end) && scan.digits(end + 1).is_some() {
        // `10 - 11/8`: a spaced dash joins; a spaced slash or stop does not.
        if !scan.is(end, "-") && (scan.tokens[end].spaced || scan.tokens[end + 1].spaced) {
            break;
        }
        parts.push(scan.digits(end + 1)?);
        end += 2;
    }
    let signs: Vec<&str> = (0..parts.len() - 1).map(|n| scan.tokens[i + 2 * n + 1].folded.as_str()).collect();
    // `2/3 số chi bộ`
    let whole = if scan.is(end, "tổng") { end + 1 } else { end };
    let noun = if scan.is(whole, "số") { whole + 1 } else { end };
    let counted = scan.unit_at(noun).is_some_and(|class| class != UnitClass::Duration) || scan.is(end, "%");
    let is_date = match parts.as_slice() {
        [one] => lone_date(scan, i, one, counted),
        _ if parts.iter().all(|p| is_year(p)) => true,
        [d, m] if signs == ["/"] => {
            // «nay 4/6 hộ không còn nghèo»
            let told = dated(scan, i) && !(counted && bare_now(scan, i));
            !fraction(scan, i)
                && (month_year(d, m)
                    || day_month(d, m) && (told || !counted && number(m).is_some_and(|m| m <= 12)))
        }
        [a, b] if signs == ["-"] => {
            let named =
                dated(scan, i) && (!counted || scan.follows_any(i, &["ngày", "sáng", "chiều", "tối"]));
            let iso = is_year(a) && b.len() == 2 && number(b).is_some_and(|m| (1..=12).contains(&m));
            dotted_date(b) || day_month(a, b) && named || iso
        }
        [_, _, last] if signs.iter().all(|s| *s == signs[0]) && signs[0] != "." => {
            is_year(last) || last.len() == 2 && !counted || signs[0] == "-" && dated(scan, i)
        }
        [_, d, m] => day_month(d, m),
        _ => !counted || parts.last().is_some_and(|p| is_year(p)),
    };
    is_date.then_some(end)
}

/// «chiếm hơn 1/5», «ít nhất 1/3», «không dưới 2/3»: a part of a whole.
pub(super) fn fraction(scan: &Scan, i: usize) -> bool {
    let (Some(part), Some(whole)) = (scan.digits(i), scan.digits(i + 2)) else { return false };
    let bound = scan.follows_any(i, &["hơn", "trên", "gần", "chiếm"])
        || scan.follows_pair(i, "ít", "nhất")
        || scan.follows_pair(i, "không", "dưới");
    bound
        && scan.is(i + 1, "/")
        && number(part) < number(whole)
        && number(whole).is_some_and(|whole| whole <= 10)
}

/// Whether `nay` stands alone before, as a word of time and no day's.
fn bare_now(scan: &Scan, i: usize) -> bool {
    scan.follows(i, "nay") && !scan.follows_any(i - 1, &["sáng", "chiều", "tối", "trưa", "hôm", "đêm"])
}

fn number(text: &str) -> Option<u32> {
    if text.len() <= 4 { text.parse().ok() } else { None }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && number(text).is_some_and(|y| (1900..2100).contains(&y))
}

fn day_month(day: &str, month: &str) -> bool {
    number(day).is_some_and(|d| (1..=31).contains(&d))
        && number(month).is_some_and(|m| (1..=12).contains(&m))
        && month.len() <= 2
}

fn month_year(month: &str, year: &str) -> bool {
    is_year(year) && number(month).is_some_and(|m| (1..=12).contains(&m))
}

/// `16.7`, `29.4`, `7.11.2017` without the year's own dots.
fn dotted_date(text: &str) -> bool {
    let mut parts = text.split('.');
    let (Some(d), Some(m)) = (parts.next(), parts.next()) else { return false };
    text.contains('.') && day_month(d, m) && parts.next().is_none_or(is_year)
}

/// A numeral alone: a year, or `16.7` after a word of dates.
fn lone_date(scan: &Scan, i: usize, text: &str, counted: bool) -> bool {
    if text.matches('.').count() == 2 {
        return dotted_date(text);
    }
    if text.contains('.') {
        return dotted_date(text) && !counted && matches!(read_digits(text), Some(Reading::Dotted(_))) && {
            let scaled = scan.get(i + 1).is_some_and(|t| super::numeral::scale(&t.folded).is_some());
            !scaled && (dated(scan, i) || !scan.is(i + 1, "%"))
        };
    }
    is_year(text)
        && (!counted
            || dated(scan, i)
            || scan.follows(i, "kỳ")
            || scan.follows(i, "đoạn")
            || scan.follows(i, "-")
            || scan.follows(i, "/"))
}
