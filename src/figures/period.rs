//! Periods that a sentence names: `quý III/2023`, `6 tháng đầu năm`, `năm 2019`, `nhiệm kỳ 2020 - 2025`.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::token::Token;
use crate::period::Period;

/// A period with its tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Tokens.
    pub at: Range<usize>,
    /// The period.
    pub period: Period,
}

/// The periods named in the tokens of a sentence, in order; `date` gives a bare `quý III` its year.
pub fn periods(tokens: &[Token], sentence: &Range<usize>, date: Option<NaiveDate>) -> Vec<Named> {
    let mut found = Vec::new();
    let mut i = sentence.start;
    let tokens = &tokens[..sentence.end];
    while i < sentence.end {
        let named = quarter(tokens, i, date)
            .or_else(|| months(tokens, i, date))
            .or_else(|| term(tokens, i))
            .or_else(|| span(tokens, i))
            .or_else(|| year(tokens, sentence.start, i));
        match named {
            Some((end, period)) => {
                found.push(Named { at: i..end, period });
                i = end;
            }
            None => i += 1,
        }
    }
    found
}

fn word(tokens: &[Token], i: usize) -> &str {
    tokens.get(i).map_or("", |t| t.folded.as_str())
}

fn year_number(tokens: &[Token], i: usize) -> Option<i32> {
    let text = word(tokens, i);
    let year = text.parse().ok().filter(|y| (1945..2100).contains(y))?;
    (text.len() == 4).then_some(year)
}

/// `/2023`, `năm 2023`, `- 2023` at `i`: the year and one past it.
fn year_after(tokens: &[Token], i: usize) -> Option<(usize, i32)> {
    let at = match word(tokens, i) {
        "/" | "năm" | "-" => i + 1,
        _ => return None,
    };
    Some((at + 1, year_number(tokens, at)?))
}

fn quarter(tokens: &[Token], i: usize, date: Option<NaiveDate>) -> Option<(usize, Period)> {
    if word(tokens, i) != "quý" {
        return None;
    }
    let number = match word(tokens, i + 1) {
        "i" | "1" | "một" | "01" => 1,
        "ii" | "2" | "hai" | "02" => 2,
        "iii" | "3" | "ba" | "03" => 3,
        "iv" | "4" | "bốn" | "04" => 4,
        _ => return None,
    };
    if let Some((end, year)) = year_after(tokens, i + 2) {
        return Some((end, Period::Quarter(year, number)));
    }
    let year = inferred_year(date?, |y| Period::Quarter(y, number));
    Some((i + 2, Period::Quarter(year, number)))
}

/// The year of the date, or the one before when the period had then hardly begun.
fn inferred_year(date: NaiveDate, period: impl Fn(i32) -> Period) -> i32 {
    let this = date.year();
    if period(this).first_day() > date && date.month() <= 2 { this - 1 } else { this }
}

/// `6 tháng đầu năm 2023`, `9 tháng năm 2020`, `3 tháng đầu năm`.
fn months(tokens: &[Token], i: usize, date: Option<NaiveDate>) -> Option<(usize, Period)> {
    let count = match word(tokens, i) {
        "3" | "03" | "ba" => 3,
        "6" | "06" | "sáu" => 6,
        "9" | "09" | "chín" => 9,
        _ => return None,
    };
    if word(tokens, i + 1) != "tháng" {
        return None;
    }
    let begins = word(tokens, i + 2) == "đầu";
    let at = if begins { i + 3 } else { i + 2 };
    let named_year = (word(tokens, at) == "năm").then(|| year_number(tokens, at + 1)).flatten();
    let make = |year| match count {
        3 => Period::Quarter(year, 1),
        6 => Period::Half(year),
        _ => Period::NineMonths(year),
    };
    match named_year {
        Some(year) if begins || count == 9 => Some((at + 2, make(year))),
        None if begins || count == 9 && word(tokens, at) != "cuối" => {
            Some((at, make(inferred_year(date?, make))))
        }
        _ => None,
    }
}

/// `nhiệm kỳ 2020 - 2025`, `giai đoạn 2021-2025`.
fn term(tokens: &[Token], i: usize) -> Option<(usize, Period)> {
    let named = matches!((word(tokens, i), word(tokens, i + 1)), ("nhiệm", "kỳ") | ("giai", "đoạn"));
    if !named || word(tokens, i + 3) != "-" {
        return None;
    }
    Some((i + 5, years(tokens, i + 2, i + 4)?))
}

/// `trong 5 năm 1976 - 1980`, `5 năm (2015-2020)`, `từ năm 2015 đến năm 2020`.
fn span(tokens: &[Token], i: usize) -> Option<(usize, Period)> {
    let (at, between, closed) = match (word(tokens, i), word(tokens, i + 1)) {
        ("năm", "(") => (i + 2, "-", ")"),
        ("năm", _) => (i + 1, "-", ""),
        ("từ", "năm") => (i + 2, "đến", ""),
        ("từ", _) => (i + 1, "đến", ""),
        _ => return None,
    };
    let last = if word(tokens, at + 2) == "năm" { at + 3 } else { at + 2 };
    let whole = word(tokens, at + 1) == between && (closed.is_empty() || word(tokens, last + 1) == closed);
    if !whole {
        return None;
    }
    Some((last + 1, years(tokens, at, last)?))
}

/// From the year at one token to the later one at the other.
fn years(tokens: &[Token], from: usize, to: usize) -> Option<Period> {
    let (from, to) = (year_number(tokens, from)?, year_number(tokens, to)?);
    (from < to).then_some(Period::Term(from, to))
}

/// `năm 2019`; not in a date, and not as the other side of a comparison (`so với năm 2017`).
fn year(tokens: &[Token], start: usize, i: usize) -> Option<(usize, Period)> {
    if word(tokens, i) != "năm" {
        return None;
    }
    let year = year_number(tokens, i + 1)?;
    let before = |n: usize| if i >= start + n { word(tokens, i - n) } else { "" };
    let other = matches!(before(1), "với" | "từ" | "đến" | "hơn" | "cuối" | "sau" | "trước" | "bằng")
        || before(1).parse::<u32>().is_ok()
        || before(2) == "cùng" && before(1) == "kỳ";
    (!other).then_some((i + 2, Period::Year(year)))
}
