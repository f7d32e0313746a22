//! The numbers of a date: day, month and year, and intervals of them.

use chrono::Month;

use super::scan::Day;
use crate::articles::tokens::Token;

/// The numbers of a date.
#[derive(Default)]
pub(super) struct Numbers {
    pub days: Option<(Day, Day)>,
    pub year: Option<i32>,
    pub first_year: Option<i32>,
    pub month_first: bool,
    pub ambiguous: bool,
    pub end: usize,
}

/// `led` says that `ngày` or a half-day stands before.
pub(super) fn numbers(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
    let token = tokens.get(at)?;
    // The tail of a longer number (`1.10`, `8/6.500`) or of a time (`17:03, 09/01/2020`) is no date.
    let inner = at > 0
        && !token.spaced
        && matches!(tokens[at - 1].sign(), Some('.' | '/' | ',' | ':'))
        && at > 1
        && tokens[at - 2].number().is_some();
    if let Some(found) = month_leads(tokens, at).filter(|_| !inner) {
        return Some(found);
    }
    if inner || token.number().is_none() {
        return None;
    }
    let first = iso(tokens, at).or_else(|| interval(tokens, at, led)).or_else(|| single(tokens, at, led))?;
    Some(second(tokens, first))
}

/// `2020-07-31`.
pub(super) fn iso(tokens: &[Token], at: usize) -> Option<Numbers> {
    let year = year(tokens, at)?;
    let sep = tokens.get(at + 1)?.sign().filter(|s| matches!(s, '-' | '/' | '.'))?;
    let (month, day) = (two(tokens, at + 2)?, two(tokens, at + 4)?);
    if tokens.get(at + 3)?.sign()? != sep {
        return None;
    }
    let day = Day::new(day, month)?;
    Some(Numbers { days: Some((day, day)), year: Some(year), end: at + 5, ..Numbers::default() })
}

/// `Tháng Năm 25, 2019`, `Th5 25, 2019`, `May 25, 2019`: as blogs print it.
fn month_leads(tokens: &[Token], at: usize) -> Option<Numbers> {
    let (month, after) = named_month(tokens, at)?;
    let day = Day::new(two(tokens, after)?, month)?;
    let comma = usize::from(tokens.get(after + 1)?.sign() == Some(','));
    let year = year(tokens, after + 1 + comma)?;
    Some(Numbers { days: Some((day, day)), year: Some(year), end: after + 2 + comma, ..Numbers::default() })
}

/// `Tháng Năm`, `Th5`, `May`, with where it ends.
fn named_month(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens[at].word() {
        "tháng" => Some((two(tokens, at + 1).or_else(|| month_name(tokens.get(at + 1)?))?, at + 2)),
        "th" if !tokens.get(at + 1)?.spaced => Some((two(tokens, at + 1)?, at + 2)),
        word if word.len() > 2 => Some((word.parse::<Month>().ok()?.number_from_month(), at + 1)),
        _ => None,
    }
}

/// `26/9/2023`, `26-9`, `ngày 26 - 9`, `16.7`, `26 tháng 9 năm 2023`, `03/23/2017`.
pub(super) fn single(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
    let first = two(tokens, at)?;
    let (second, mut end) = month(tokens, at + 1, led)?;
    let sep = tokens[at + 1].sign();
    let mut numbers = Numbers::default();
    (numbers.year, end) = year_after(tokens, end, sep);
    numbers.end = end;
    let day_first = Day::new(first, second);
    let month_first = if sep.is_some() && numbers.year.is_some() { Day::new(second, first) } else { None };
    numbers.month_first = day_first.is_none() && month_first.is_some();
    numbers.ambiguous = day_first.is_some() && month_first.is_some() && first != second;
    // A number goes on: `1.234.567`, `8.793/6.500`.
    let more = tokens.get(end).and_then(Token::sign).is_some_and(|s| matches!(s, '.' | '/' | ','))
        && tokens.get(end + 1).is_some_and(|t| t.number().is_some() && !t.spaced);
    if (more && !tokens[end].spaced) || tokens.get(end).and_then(Token::sign) == Some('%') {
        return None;
    }
    let day = day_first.or(month_first)?;
    numbers.days = Some((day, day));
    Some(numbers)
}

/// `10-11/8/2020`, `26-29.4`, `10 và 11/8`, `10, 11-8`, `28 đến 30 tháng 9`.
pub(super) fn interval(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
    let first = two(tokens, at)?;
    let mut next = at + 1;
    let mut last = first;
    while let Some(after) = joiner(tokens, next) {
        let Some(day) = two(tokens, after).filter(|day| *day > last) else { break };
        last = day;
        next = after + 1;
    }
    if last == first {
        return None;
    }
    let (month_number, end) = month(tokens, next, led)?;
    // `26-9-2020` is one day: the joiner was the separator.
    if tokens[next].sign() == Some('-') && month_number > 12 {
        return None;
    }
    let (year, end) = year_after(tokens, end, tokens[next].sign());
    let days = (Day::new(first, month_number)?, Day::new(last, month_number)?);
    Some(Numbers { days: Some(days), year, end, ..Numbers::default() })
}

/// Joins a second full date to the first: `30/9 - 2/10/2020`, `từ 10/8 đến 11/8/2020`.
pub(super) fn second(tokens: &[Token], first: Numbers) -> Numbers {
    let Some((from, to)) = first.days.filter(|(from, to)| from == to) else { return first };
    let Some(after) = joiner(tokens, first.end) else { return first };
    let Some(other) = single(tokens, after, false) else { return first };
    let Some((end, _)) = other.days else { return first };
    let in_order = match (first.year, other.year) {
        (Some(a), Some(b)) => (a, from) < (b, end) && b - a <= 1,
        (Some(_), None) => false,
        _ => to < end,
    };
    if !in_order {
        return first;
    }
    Numbers { days: Some((from, end)), year: other.year, first_year: first.year, end: other.end, ..first }
}

/// A sign or word between two days, with where it ends.
pub(super) fn joiner(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    match (token.sign(), token.word()) {
        (Some('-' | '–' | '—' | ','), _) => Some(at + 1),
        (_, "và" | "đến" | "tới" | "cho") => {
            let filler = |t: &&Token| matches!(t.word(), "hết" | "ngày" | "đến" | "tới");
            Some(at + 1 + tokens[at + 1..].iter().take(3).take_while(filler).count())
        }
        _ => None,
    }
}

/// The month after a day, with where it ends; white space around a dash only where the date is `led`.
pub(super) fn month(tokens: &[Token], at: usize, led: bool) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let joined = tokens.get(at + 1).is_some_and(|t| !t.spaced) && !token.spaced;
    match (token.sign(), token.word()) {
        (Some('/'), _) => Some((two(tokens, at + 1)?, at + 2)),
        (Some('.' | '-' | '–'), _) if joined => Some((two(tokens, at + 1)?, at + 2)),
        (Some('-' | '–'), _) if led => Some((two(tokens, at + 1)?, at + 2)),
        (None, _) => named_month(tokens, at),
        _ => None,
    }
}

/// `Tháng Bảy`: a month told in one word.
pub(super) fn month_name(token: &Token) -> Option<u32> {
    let names = ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let at = names.iter().position(|name| *name == token.word())?;
    u32::try_from(at + 1).ok()
}

/// The year after day and month, with where it ends.
pub(super) fn year_after(tokens: &[Token], at: usize, sep: Option<char>) -> (Option<i32>, usize) {
    let Some(token) = tokens.get(at) else { return (None, at) };
    let after = match (token.sign(), token.word()) {
        (Some(sign), _) if sep.is_some() && (Some(sign) == sep || sign == '/') => at + 1,
        (_, "năm") => at + 1,
        (Some(','), _) if sep.is_none() && tokens.get(at + 1).is_some_and(|t| t.word() == "năm") => at + 2,
        // «15 Tháng Mười, 2022», and not «20 tháng 11, 2000 đoàn viên ra quân»
        (Some(','), _) if sep.is_none() && !counts(tokens, at + 2) => at + 1,
        // «21 Tháng Bảy 2011»
        _ if sep.is_none() && at > 0 && !tokens[at - 1].word().is_empty() => at,
        // «05 Tháng 12 2016»
        _ if sep.is_none() && at > 1 && matches!(tokens[at - 2].word(), "tháng" | "th") => at,
        _ => return (None, at),
    };
    match year(tokens, after) {
        Some(year) => (Some(year), after + 1),
        None => (None, at),
    }
}

/// Whether a word that may be counted stands at the token.
fn counts(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| !matches!(t.word(), "" | "lúc" | "vào" | "at"))
}

pub(super) fn two(tokens: &[Token], at: usize) -> Option<u32> {
    match tokens.get(at)?.number()? {
        (value, 1..=2) => Some(value),
        _ => None,
    }
}

pub(super) fn year(tokens: &[Token], at: usize) -> Option<i32> {
    match tokens.get(at)?.number()? {
        (value @ 1900..=2100, 4) => i32::try_from(value).ok(),
        _ => None,
    }
}
