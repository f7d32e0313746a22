//! Reporting periods (*kỳ báo cáo*): quarter, half-year, nine months, year and term.

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};

/// A reporting period. `Display` and `FromStr` use its code: `2023-Q3`, `2023-H1`, `2023-9M`, `2023`, `2020-2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A quarter, 1 to 4.
    Quarter(i32, u8),
    /// The first six months of a year (*6 tháng đầu năm*).
    Half(i32),
    /// The first nine months of a year.
    NineMonths(i32),
    /// A calendar year.
    Year(i32),
    /// A congress term, first and last year (*nhiệm kỳ*).
    Term(i32, i32),
}

/// The text is no period code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAPeriod(pub String);

const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];

impl Period {
    /// First day. A term's own dates come from its file; this gives 1 January of its first year.
    pub fn first_day(self) -> NaiveDate {
        let (year, month) = match self {
            Period::Quarter(y, q) => (y, u32::from(q) * 3 - 2),
            Period::Half(y) | Period::NineMonths(y) | Period::Year(y) | Period::Term(y, _) => (y, 1),
        };
        date(year, month, 1)
    }

    /// Last day. A term's own dates come from its file; this gives 31 December of its last year.
    pub fn last_day(self) -> NaiveDate {
        let (year, month) = match self {
            Period::Quarter(y, q) => (y, u32::from(q) * 3),
            Period::Half(y) => (y, 6),
            Period::NineMonths(y) => (y, 9),
            Period::Year(y) | Period::Term(_, y) => (y, 12),
        };
        let next = if month == 12 { date(year + 1, 1, 1) } else { date(year, month + 1, 1) };
        next.checked_sub_days(Days::new(1)).unwrap_or(next)
    }

    /// The period before of the same kind; none for a term.
    pub fn previous(self) -> Option<Period> {
        match self {
            Period::Quarter(y, 1) => Some(Period::Quarter(y - 1, 4)),
            Period::Quarter(y, q) => Some(Period::Quarter(y, q - 1)),
            Period::Term(..) => None,
            other => other.last_year(),
        }
    }

    /// The same period of the year before; none for a term.
    pub fn last_year(self) -> Option<Period> {
        match self {
            Period::Quarter(y, q) => Some(Period::Quarter(y - 1, q)),
            Period::Half(y) => Some(Period::Half(y - 1)),
            Period::NineMonths(y) => Some(Period::NineMonths(y - 1)),
            Period::Year(y) => Some(Period::Year(y - 1)),
            Period::Term(..) => None,
        }
    }

    /// The quarters it is made of; a term gives those of its calendar years.
    pub fn quarters(self) -> Vec<Period> {
        let first = |y: i32, n: u8| (1..=n).map(move |q| Period::Quarter(y, q)).collect::<Vec<_>>();
        match self {
            Period::Quarter(..) => vec![self],
            Period::Half(y) => first(y, 2),
            Period::NineMonths(y) => first(y, 3),
            Period::Year(y) => first(y, 4),
            Period::Term(from, to) => (from..=to).flat_map(|y| first(y, 4)).collect(),
        }
    }

    /// Whether the day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first_day() <= day && day <= self.last_day()
    }

    /// Whether the two share no day.
    pub fn is_apart(self, other: Period) -> bool {
        self.last_day() < other.first_day() || other.last_day() < self.first_day()
    }

    /// Calendar year it ends in.
    pub fn year(self) -> i32 {
        self.last_day().year()
    }

    /// Name in running text: `quý III/2023`, `6 tháng đầu năm 2023`, `nhiệm kỳ 2020 - 2025`.
    pub fn name(self) -> String {
        match self {
            Period::Quarter(y, q) => format!("quý {}/{y}", ROMAN[usize::from(q - 1)]),
            Period::Half(y) => format!("6 tháng đầu năm {y}"),
            Period::NineMonths(y) => format!("9 tháng năm {y}"),
            Period::Year(y) => format!("năm {y}"),
            Period::Term(a, b) => format!("nhiệm kỳ {a} - {b}"),
        }
    }

    /// Name of what comes next, whose tasks the report sets: `quý IV/2023`, `6 tháng cuối năm 2023`.
    pub fn next_name(self) -> String {
        match self {
            Period::Quarter(y, 4) => Period::Quarter(y + 1, 1).name(),
            Period::Quarter(y, q) => Period::Quarter(y, q + 1).name(),
            Period::Half(y) => format!("6 tháng cuối năm {y}"),
            Period::NineMonths(y) => Period::Quarter(y, 4).name(),
            Period::Year(y) => Period::Year(y + 1).name(),
            Period::Term(a, b) => Period::Term(b, b + (b - a)).name(),
        }
    }

    /// Name for file names, ASCII: `quy-iii-2023`, `6-thang-dau-nam-2023`.
    pub fn slug(self) -> String {
        match self {
            Period::Quarter(y, q) => format!("quy-{}-{y}", ROMAN[usize::from(q - 1)].to_lowercase()),
            Period::Half(y) => format!("6-thang-dau-nam-{y}"),
            Period::NineMonths(y) => format!("9-thang-{y}"),
            Period::Year(y) => format!("nam-{y}"),
            Period::Term(a, b) => format!("nhiem-ky-{a}-{b}"),
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Period::Quarter(y, q) => write!(f, "{y}-Q{q}"),
            Period::Half(y) => write!(f, "{y}-H1"),
            Period::NineMonths(y) => write!(f, "{y}-9M"),
            Period::Year(y) => write!(f, "{y}"),
            Period::Term(a, b) => write!(f, "{a}-{b}"),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let wrong = || NotAPeriod(text.to_owned());
        let year = |s: &str| match s.parse::<i32>() {
            Ok(y) if s.len() == 4 && (1930..=2200).contains(&y) => Ok(y),
            _ => Err(wrong()),
        };
        match text.split_once('-') {
            None => Ok(Period::Year(year(text)?)),
            Some((y, "H1")) => Ok(Period::Half(year(y)?)),
            Some((y, "9M")) => Ok(Period::NineMonths(year(y)?)),
            Some((y, "Q1")) => Ok(Period::Quarter(year(y)?, 1)),
            Some((y, "Q2")) => Ok(Period::Quarter(year(y)?, 2)),
            Some((y, "Q3")) => Ok(Period::Quarter(year(y)?, 3)),
            Some((y, "Q4")) => Ok(Period::Quarter(year(y)?, 4)),
            Some((a, b)) => match (year(a)?, year(b)?) {
                (a, b) if a < b => Ok(Period::Term(a, b)),
                _ => Err(wrong()),
            },
        }
    }
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}
