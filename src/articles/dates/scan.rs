//! A small grammar of Vietnamese dates over tokens.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use super::numbers::{Numbers, numbers};
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
    pub(super) fn new(day: u32, month: u32) -> Option<Day> {
        // A leap year lets 29/2 through; the year is checked later.
        NaiveDate::from_ymd_opt(2020, month, day).map(|_| Day { month, day })
    }

    /// The date in a year, if that year has it.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// A date as a text gives it.
#[derive(Clone, Debug, Default, PartialEq)]
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
            None if self.relative.is_some() && (self.half.is_some() || opens(tokens, start)) => {
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

/// Whether nothing but a sign stands before token `start`: «có cơ ngơi hôm nay» tells no day.
fn opens(tokens: &[Token], start: usize) -> bool {
    start.checked_sub(1).is_none_or(|before| tokens[before].sign().is_some())
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
