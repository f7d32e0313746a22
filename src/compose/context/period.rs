//! Periods in words.

use chrono::NaiveDate;

use crate::assess::Assessment;
use crate::compose::mark;
use crate::compose::model::{Kind, NextText, PeriodText};
use crate::period::Period;
use crate::vietnamese::short_date;

/// First and last day: a term's own, else the calendar's.
pub fn days(assessment: &Assessment) -> (NaiveDate, NaiveDate) {
    match assessment.period {
        Period::Term(..) => (assessment.term.from, assessment.term.to),
        period => (period.first_day(), period.last_day()),
    }
}

/// Which kind it is.
pub fn kind(period: Period) -> Kind {
    Kind {
        quarter: matches!(period, Period::Quarter(..)),
        half: matches!(period, Period::Half(_)),
        nine_months: matches!(period, Period::NineMonths(_)),
        year: matches!(period, Period::Year(_)),
        term: matches!(period, Period::Term(..)),
    }
}

/// The period reported on.
pub fn text(assessment: &Assessment) -> PeriodText {
    let period = assessment.period;
    PeriodText {
        name: mark::name(&period.name()),
        short: mark::name(&short(period)),
        last_day: mark::name(&short_date(days(assessment).1)),
        year: mark::name(&period.year().to_string()),
        previous: period.previous().map(|p| mark::name(&previous(period, p))),
        last_year: period.last_year().map(|p| mark::name(&format!("cùng kỳ năm {}", p.year()))),
    }
}

/// The period before; a quarter of the same year without the year.
fn previous(period: Period, previous: Period) -> String {
    if previous.year() == period.year() { short(previous) } else { previous.name() }
}

/// The name without the year.
fn short(period: Period) -> String {
    match period {
        Period::Year(_) => "năm".to_owned(),
        Period::Term(..) => "nhiệm kỳ".to_owned(),
        Period::NineMonths(_) => "9 tháng đầu năm".to_owned(),
        Period::Half(_) => "6 tháng đầu năm".to_owned(),
        Period::Quarter(..) => period.name().split('/').next().unwrap_or_default().to_owned(),
    }
}

/// A column's head in lines: `Quý` over `III/2023`, `9 tháng` over `2023`.
pub fn column(period: Period) -> [String; 2] {
    let name = period.name();
    let year = period.year().to_string();
    let (above, below) = match period {
        Period::Quarter(..) => name.split_once(' ').unwrap_or(("", &name)),
        Period::NineMonths(_) => ("9 tháng", &*year),
        Period::Half(_) => ("6 tháng", &*year),
        Period::Year(_) => ("năm", &*year),
        Period::Term(..) => ("cả", "nhiệm kỳ"),
    };
    [mark::capitalised(&mark::name(above)), mark::name(below)]
}

/// What comes next.
pub fn next(period: Period) -> NextText {
    let closes_year = matches!(period, Period::Quarter(_, 3) | Period::Half(_) | Period::NineMonths(_));
    let opens_year = matches!(period, Period::Quarter(_, 4) | Period::Year(_));
    let year =
        if opens_year || matches!(period, Period::Term(..)) { period.year() + 1 } else { period.year() };
    NextText {
        name: mark::name(&period.next_name()),
        year: mark::name(&year.to_string()),
        closes_year,
        opens_year,
        closes_half: matches!(period, Period::Quarter(_, 1)),
        new_term: matches!(period, Period::Term(..)),
    }
}
