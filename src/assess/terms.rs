//! Which term holds in a period, and how much of a term or year has passed, counted in quarters.

use chrono::{Datelike, Days, NaiveDate};

use crate::office::{Office, Target, Term};
use crate::period::Period;

/// A quarter counted through the years: year × 4 + (quarter − 1).
pub(crate) type Quarter = i32;

/// The quarter that a day lies in.
pub(crate) fn quarter_of(day: NaiveDate) -> Quarter {
    day.year() * 4 + (day.month0() / 3).cast_signed()
}

/// The quarter as a period.
pub(crate) fn as_period(quarter: Quarter) -> Period {
    Period::Quarter(quarter.div_euclid(4), (quarter.rem_euclid(4) as u8) + 1)
}

/// First and last quarter of a period; a term's are those of its calendar years.
pub(crate) fn quarters_of(period: Period) -> (Quarter, Quarter) {
    (quarter_of(period.first_day()), quarter_of(period.last_day()))
}

/// The term that a period is reported under: the one in force on the period's last day.
///
/// A report is written at the period's end, under the resolution that then holds; so the quarter that contains
/// the congress belongs to the new term (the congress of 10–11/8/2020 puts 2020-Q3 under 2020–2025). Where no term
/// covers the last day, the latest one that covers any day of the period holds.
pub(crate) fn term_of(office: &Office, period: Period) -> Option<&Term> {
    if matches!(period, Period::Term(..)) {
        return office.terms.iter().find(|t| t.period == period);
    }
    let (first, last) = (period.first_day(), period.last_day());
    let overlapping = || office.terms.iter().filter(|t| t.from <= last && first <= t.to);
    overlapping()
        .filter(|t| last <= t.to)
        .max_by_key(|t| t.from)
        .or_else(|| overlapping().max_by_key(|t| t.from))
}

/// First and last quarter that count for a term.
///
/// The quarter that contains its first day counts; the one that contains its last day only when it ends with it,
/// because otherwise it belongs to the term that follows.
pub(crate) fn quarters_of_term(term: &Term) -> (Quarter, Quarter) {
    let first = quarter_of(term.from);
    let ends_quarter =
        term.to.checked_add_days(Days::new(1)).is_none_or(|next| quarter_of(next) != quarter_of(term.to));
    let last = if ends_quarter { quarter_of(term.to) } else { quarter_of(term.to) - 1 };
    (first, last.max(first))
}

/// First and last quarter of what a report on the period looks at inside its term.
pub(crate) fn quarters_in_term(term: &Term, period: Period) -> (Quarter, Quarter) {
    match period {
        Period::Term(..) => quarters_of_term(term),
        other => quarters_of(other),
    }
}

/// How much of the time for a target has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    /// First quarter that counts.
    pub first: Quarter,
    /// The period's last quarter, not after the last one that counts.
    pub now: Quarter,
    /// Quarters passed.
    pub elapsed: i32,
    /// Quarters in all.
    pub total: i32,
    /// Whether the time is over: an aim that is not reached now is missed.
    pub closed: bool,
}

impl Clock {
    /// Share of the time that has passed, 0 to 1.
    pub fn share(self) -> f64 {
        f64::from(self.elapsed) / f64::from(self.total)
    }

    /// Quarters still to come.
    pub fn left(self) -> i32 {
        self.total - self.elapsed
    }
}

/// The clock of a target whose value is owed over the term or by its due day.
pub(crate) fn term_clock(term: &Term, target: &Target, period: Period) -> Clock {
    let (first, term_last) = quarters_of_term(term);
    let last = target.due.map_or(term_last, quarter_of).max(first);
    let now = quarters_in_term(term, period).1;
    let over = period.last_day() >= target.due.unwrap_or(term.to);
    Clock {
        first,
        now,
        elapsed: (now - first + 1).clamp(0, last - first + 1),
        total: last - first + 1,
        closed: over || matches!(period, Period::Term(..)),
    }
}

/// The clock of a target whose value is owed each year. `first` is the year's first quarter that counts: the term's
/// first in the year of the congress, unless earlier quarters of that year have figures. A year that does not count
/// whole is never closed: its value cannot be asked for in full.
pub(crate) fn year_clock(target: &Target, period: Period, now: Quarter, first: Quarter) -> Clock {
    let elapsed = now - first + 1;
    let due = target.due.is_some_and(|due| period.last_day() >= due);
    Clock {
        first,
        now,
        elapsed: elapsed.clamp(0, 4),
        total: 4,
        closed: due || (elapsed == 4 && now.rem_euclid(4) == 3),
    }
}
