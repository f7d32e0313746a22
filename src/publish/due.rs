//! Which reports are due.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::Ledger;
use crate::office::{Office, Schedule};
use crate::period::Period;

/// Every period of the schedule that has ended before `today` and, since the newest report of the ledger, has
/// none: from that report's last day on (a quarter and a half-year end together), else from the schedule's start.
/// Due reports that failed earlier stay due. In the order of their last day.
pub fn due(office: &Office, schedule: &Schedule, ledger: &Ledger, today: NaiveDate) -> Vec<Period> {
    let made: BTreeSet<Period> = ledger.made().collect();
    let since =
        made.iter().map(|period| last_day(office, *period)).max().unwrap_or(schedule.from).max(schedule.from);
    let mut periods: Vec<Period> = candidates(office, schedule, today)
        .into_iter()
        .filter(|period| last_day(office, *period) >= since && !made.contains(period))
        .chain(ledger.owed())
        .filter(|period| last_day(office, *period) < today)
        .collect();
    periods.sort_by_key(|period| (last_day(office, *period), *period));
    periods.dedup();
    periods
}

/// A term's last day is its file's.
fn last_day(office: &Office, period: Period) -> NaiveDate {
    let term = office.terms.iter().find(|term| term.period == period);
    term.map_or(period.last_day(), |term| term.to)
}

fn candidates(office: &Office, schedule: &Schedule, today: NaiveDate) -> Vec<Period> {
    let mut periods = Vec::new();
    for kind in &schedule.kinds {
        for year in schedule.from.year()..=today.year() {
            match kind.as_str() {
                "quarter" => periods.extend((1..=4).map(|quarter| Period::Quarter(year, quarter))),
                "half" => periods.push(Period::Half(year)),
                "nine-months" => periods.push(Period::NineMonths(year)),
                "year" => periods.push(Period::Year(year)),
                _ => {}
            }
        }
        if kind == "term" {
            periods.extend(office.terms.iter().map(|term| term.period));
        }
    }
    periods
}
