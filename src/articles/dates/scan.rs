//! A small grammar of Vietnamese dates over tokens.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use crate::articles::HalfDay;
use crate::articles::tokens::Token;

/// Tokens that may stand before a date's numbers: `Sáng nay, Thứ Hai, ngày (`.
const LEAD: usize = 12;

/// A day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    fn new(day: u32, month: u32) -> Option<Day> {
        // A leap year lets 29/2 through; the year is checked later.
        NaiveDate::from_ymd_opt(2020, month, day).map(|_| Day { month, day })
    }

    /// The date in a year, if that year has it.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// A date as a text gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its tokens: weekday, half-day and label words included.
    pub tokens: Range<usize>,
    /// First and last day; none for a bare `sáng nay`.
    pub days: Option<(Day, Day)>,
    /// Year, if written.
    pub year: Option<i32>,
    /// Year before, when an interval's ends lie in two (`30/12/2019 - 2/1/2020`).
    pub first_year: Option<i32>,
    /// Weekday, if written.
    pub weekday: Option<Weekday>,
    /// Half of the day, if written.
    pub half: Option<HalfDay>,
    /// Days from the day of writing: 0 for `nay`, -1 for `qua`.
    pub relative: Option<i64>,
    /// Whether `ngày`, a half-day or a weekday stands before it.
    pub announced: bool,
    /// Whether the month must stand first, as in `03/23/2017`.
    pub month_first: bool,
    /// Whether both orders give a date.
    pub ambiguous: bool,
}

/// Every date of a line, in order.
pub fn scan(tokens: &[Token]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let lead = Lead::read(tokens, at);
        let found = match lead {
            Some(lead) => lead.complete(tokens, at),
            None => numbers(tokens, at, false).map(|n| n.mention(at, Lead::default())),
        };
        match found {
            Some(mention) => {
                at = mention.tokens.end.max(at + 1);
                mentions.push(mention);
            }
            None => at += 1,
        }
    }
    mentions
}

/// What may stand before the numbers: `Sáng nay (`, `Chiều ngày`, `Thứ hai,`, `trong hai ngày`.
#[derive(Default)]
struct Lead {
    half: Option<HalfDay>,
    relative: Option<i64>,
    weekday: Option<Weekday>,
    day_word: bool,
    end: usize,
}

impl Lead {
    fn read(tokens: &[Token], start: usize) -> Option<Lead> {
        let mut lead = Lead { end: start, ..Lead::default() };
        let mut at = start;
        while at < tokens.len() && at < start + LEAD {
            if let Some(next) = lead.step(tokens, at) {
                lead.end = next;
                at = next;
            } else if at > start && matches!(tokens[at].sign(), Some('(' | ',' | '-' | '|' | '[' | ':')) {
                at += 1;
            } else {
                break;
            }
        }
        (lead.end > start).then_some(lead)
    }

    /// Takes one word group at `at`; gives where it ends.
    fn step(&mut self, tokens: &[Token], at: usize) -> Option<usize> {
        if let Some((weekday, end)) = weekday(tokens, at) {
            self.weekday = self.weekday.or(Some(weekday));
            return Some(end);
        }
        let next = tokens.get(at + 1).map_or("", Token::word);
        let half = match tokens[at].word() {
            "sáng" => Some(HalfDay::Morning),
            "trưa" | "chiều" => Some(HalfDay::Afternoon),
            "tối" | "đêm" => Some(HalfDay::Evening),
            _ => None,
        };
        match tokens[at].word() {
            "hôm" if next == "nay" => {
                self.relative = Some(0);
                Some(at + 2)
            }
            "hôm" if next == "qua" => {
                self.relative = Some(-1);
                Some(at + 2)
            }
            "hôm" if tokens.get(at + 1).is_some_and(|t| t.number().is_some()) => {
                self.day_word = true;
                Some(at + 1)
            }
            "ngày" | "ngay" if at + 1 < tokens.len() => {
                self.day_word = true;
                if next == "hôm" { None } else { Some(at + 1) }
            }
            _ if half.is_some() => {
                self.half = half;
                match next {
                    "nay" => self.relative = Some(0),
                    "qua" => self.relative = Some(-1),
                    _ => return Some(at + 1),
                }
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// The numbers after the lead, or the lead alone when it says `nay`, `hôm qua`.
    fn complete(self, tokens: &[Token], start: usize) -> Option<Mention> {
        let mut at = self.end;
        while matches!(tokens.get(at).and_then(Token::sign), Some('(' | ',' | '-' | '|' | '–' | ':'))
            && at < self.end + 3
        {
            at += 1;
        }
        // A time between weekday and date: `Thứ Hai, 10:04, 03/04/2017`.
        if self.weekday.is_some()
            && let Some(end) = time(tokens, at)
        {
            at = end;
            while matches!(tokens.get(at).and_then(Token::sign), Some(',' | '-' | '|')) {
                at += 1;
            }
        }
        match numbers(tokens, at, self.day_word || self.half.is_some()) {
            Some(numbers) => Some(numbers.mention(start, self)),
            None if self.relative.is_some() => {
                let end = self.end;
                let none = Numbers { end, ..Numbers::default() };
                Some(none.mention(start, self))
            }
            None => None,
        }
    }

    fn announced(&self) -> bool {
        self.day_word || self.half.is_some() || self.weekday.is_some() || self.relative.is_some()
    }
}

/// Weekday words at `at`, with where they end.
pub fn weekday(tokens: &[Token], at: usize) -> Option<(Weekday, usize)> {
    let next = tokens.get(at + 1)?;
    let number = next.number().filter(|(_, digits)| *digits == 1).map(|(n, _)| n);
    let day = match (tokens[at].word(), next.word(), number) {
        ("thứ", "hai", _) | ("thứ", _, Some(2)) => Weekday::Mon,
        ("thứ", "ba", _) | ("thứ", _, Some(3)) => Weekday::Tue,
        ("thứ", "tư" | "bốn", _) | ("thứ", _, Some(4)) => Weekday::Wed,
        ("thứ", "năm", _) | ("thứ", _, Some(5)) => Weekday::Thu,
        ("thứ", "sáu", _) | ("thứ", _, Some(6)) => Weekday::Fri,
        ("thứ", "bảy" | "bẩy", _) | ("thứ", _, Some(7)) => Weekday::Sat,
        ("chủ" | "chúa", "nhật", _) => Weekday::Sun,
        ("cn", ..) => return Some((Weekday::Sun, at + 1)),
        (english, ..) => return english.parse().ok().filter(|_| english.len() > 4).map(|day| (day, at + 1)),
    };
    Some((day, at + 2))
}

/// A time of day at `at` (`10:04`, `17:40:09`, `9h30`, `9 giờ 30`, then `SA`, `PM`), with where it ends.
pub fn time(tokens: &[Token], at: usize) -> Option<usize> {
    let (hour, digits) = tokens.get(at)?.number()?;
    if hour > 24 || digits > 2 {
        return None;
    }
    let mut end = match (tokens.get(at + 1).and_then(Token::sign), tokens.get(at + 1).map_or("", Token::word))
    {
        (Some(':'), _) => {
            let (minute, 1..=2) = tokens.get(at + 2)?.number()? else { return None };
            if minute > 59 {
                return None;
            }
            at + 3
        }
        (_, "h" | "g" | "giờ") => {
            at + 2 + usize::from(tokens.get(at + 2).is_some_and(|t| t.number().is_some()))
        }
        _ => return None,
    };
    if tokens.get(end).and_then(Token::sign) == Some(':')
        && tokens.get(end + 1).is_some_and(|t| t.number().is_some())
    {
        end += 2;
    }
    if matches!(tokens.get(end).map_or("", Token::word), "phút" | "am" | "pm" | "sa" | "ch" | "p") {
        end += 1;
    }
    Some(end)
}

/// The numbers of a date.
#[derive(Default)]
struct Numbers {
    days: Option<(Day, Day)>,
    year: Option<i32>,
    first_year: Option<i32>,
    month_first: bool,
    ambiguous: bool,
    end: usize,
}

impl Numbers {
    fn mention(self, start: usize, lead: Lead) -> Mention {
        Mention {
            tokens: start..self.end,
            days: self.days,
            year: self.year,
            first_year: self.first_year,
            weekday: lead.weekday,
            half: lead.half,
            relative: lead.relative,
            announced: lead.announced(),
            month_first: self.month_first,
            ambiguous: self.ambiguous,
        }
    }
}

/// `led` says that `ngày` or a half-day stands before.
fn numbers(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
    let token = tokens.get(at)?;
    // The tail of a longer number (`1.10`, `8/6.500`) or of a time (`17:03, 09/01/2020`) is no date.
    let inner = at > 0
        && !token.spaced
        && matches!(tokens[at - 1].sign(), Some('.' | '/' | ',' | ':'))
        && at > 1
        && tokens[at - 2].number().is_some();
    if inner || token.number().is_none() {
        return None;
    }
    let first = iso(tokens, at).or_else(|| interval(tokens, at, led)).or_else(|| single(tokens, at, led))?;
    Some(second(tokens, first))
}

/// `2020-07-31`.
fn iso(tokens: &[Token], at: usize) -> Option<Numbers> {
    let year = year(tokens, at)?;
    let sep = tokens.get(at + 1)?.sign().filter(|s| matches!(s, '-' | '/' | '.'))?;
    let (month, day) = (two(tokens, at + 2)?, two(tokens, at + 4)?);
    if tokens.get(at + 3)?.sign()? != sep {
        return None;
    }
    let day = Day::new(day, month)?;
    Some(Numbers { days: Some((day, day)), year: Some(year), end: at + 5, ..Numbers::default() })
}

/// `26/9/2023`, `26-9`, `ngày 26 - 9`, `16.7`, `26 tháng 9 năm 2023`, `03/23/2017`.
fn single(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
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
fn interval(tokens: &[Token], at: usize, led: bool) -> Option<Numbers> {
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
fn second(tokens: &[Token], first: Numbers) -> Numbers {
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
fn joiner(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    match (token.sign(), token.word()) {
        (Some('-' | '–' | '—' | ','), _) => Some(at + 1),
        (_, "và" | "đến" | "tới") => {
            let filler = |t: &&Token| matches!(t.word(), "hết" | "ngày");
            Some(at + 1 + tokens[at + 1..].iter().take(2).take_while(filler).count())
        }
        _ => None,
    }
}

/// The month after a day, with where it ends; white space around a dash only where the date is `led`.
fn month(tokens: &[Token], at: usize, led: bool) -> Option<(u32, usize)> {
    let token = tokens.get(at)?;
    let joined = tokens.get(at + 1).is_some_and(|t| !t.spaced) && !token.spaced;
    match (token.sign(), token.word()) {
        (Some('/'), _) => Some((two(tokens, at + 1)?, at + 2)),
        (Some('.' | '-' | '–'), _) if joined => Some((two(tokens, at + 1)?, at + 2)),
        (Some('-' | '–'), _) if led => Some((two(tokens, at + 1)?, at + 2)),
        (_, "tháng") => Some((two(tokens, at + 1).or_else(|| month_name(tokens.get(at + 1)?))?, at + 2)),
        _ => None,
    }
}

/// `Tháng Bảy`: a month told in one word.
fn month_name(token: &Token) -> Option<u32> {
    let names = ["giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let at = names.iter().position(|name| *name == token.word())?;
    u32::try_from(at + 1).ok()
}

/// The year after day and month, with where it ends.
fn year_after(tokens: &[Token], at: usize, sep: Option<char>) -> (Option<i32>, usize) {
    let Some(token) = tokens.get(at) else { return (None, at) };
    let after = match (token.sign(), token.word()) {
        (Some(sign), _) if sep.is_some() && (Some(sign) == sep || sign == '/') => at + 1,
        (_, "năm") => at + 1,
        // «21 Tháng Bảy 2011»
        _ if sep.is_none() && at > 0 && !tokens[at - 1].word().is_empty() => at,
        (Some(','), _) if sep.is_none() && tokens.get(at + 1).is_some_and(|t| t.word() == "năm") => at + 2,
        _ => return (None, at),
    };
    match year(tokens, after) {
        Some(year) => (Some(year), after + 1),
        None => (None, at),
    }
}

fn two(tokens: &[Token], at: usize) -> Option<u32> {
    match tokens.get(at)?.number()? {
        (value, 1..=2) => Some(value),
        _ => None,
    }
}

fn year(tokens: &[Token], at: usize) -> Option<i32> {
    match tokens.get(at)?.number()? {
        (value @ 1900..=2100, 4) => i32::try_from(value).ok(),
        _ => None,
    }
}
