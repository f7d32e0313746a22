//! A target's values over any stretch of time: quarters summed for what happens, the last known for what stands.

use crate::assess::arithmetic::sum;
use crate::assess::observe::{Observed, Record};
use crate::assess::terms::{Quarter, as_period, quarters_in_term, quarters_of_term};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity};

/// Values that cover a stretch of time, and the quarters that nothing covers.
#[derive(Debug, Default)]
pub(crate) struct Cover {
    /// Values in order of time.
    pub values: Vec<Quantity>,
    /// Quarters without a value.
    pub missing: Vec<Quarter>,
    /// First quarter covered: January's, where a value of a whole year covers a year that began before `first`.
    pub from: Quarter,
}

/// The values from `first` to `last`. A value of a year, of nine or of six months stands for its quarters; it also
/// covers the year of the congress, of which only the later quarters count.
pub(crate) fn cover(first: Quarter, last: Quarter, at: impl Fn(Period) -> Option<Quantity>) -> Cover {
    let mut cover = Cover { from: first, ..Cover::default() };
    let mut quarter = first;
    while quarter <= last {
        let year = quarter.div_euclid(4);
        let may_stand = quarter == first || quarter == year * 4;
        let blocks = [(Period::Year(year), 3), (Period::NineMonths(year), 2), (Period::Half(year), 1)];
        let fitting = blocks.into_iter().map(|(period, n)| (period, year * 4 + n));
        let block = fitting
            .filter(|(_, end)| may_stand && quarter < *end && *end <= last)
            .find_map(|(period, end)| Some((at(period)?, end)));
        if let Some((value, end)) = block {
            if quarter == first {
                cover.from = year * 4;
            }
            cover.values.push(value);
            quarter = end + 1;
            continue;
        }
        match at(as_period(quarter)) {
            Some(value) => cover.values.push(value),
            None => cover.missing.push(quarter),
        }
        quarter += 1;
    }
    cover
}

impl Cover {
    /// The sum; a lower bound when quarters are missing.
    pub fn sum(self, base: Option<f64>) -> Option<Quantity> {
        let incomplete = !self.missing.is_empty();
        let total = sum(self.values, base)?;
        Some(if incomplete { Quantity { comparator: Comparator::AtLeast, ..total } } else { total })
    }
}

/// The periods whose value at their last day is that of the quarter.
fn ending_with(quarter: Quarter) -> Vec<Period> {
    let year = quarter.div_euclid(4);
    let longer = match quarter.rem_euclid(4) {
        1 => Some(Period::Half(year)),
        2 => Some(Period::NineMonths(year)),
        3 => Some(Period::Year(year)),
        _ => None,
    };
    std::iter::once(as_period(quarter)).chain(longer).collect()
}

impl Record<'_> {
    /// The bloc's value at exactly this period.
    pub fn exact(&self, period: Period) -> Option<Quantity> {
        self.observed.get(&period)?.bloc.clone()
    }

    /// The observations that hold for the period's last day: its own, or of another period that ends with it.
    pub fn standing_at(&self, period: Period) -> Option<(Period, &Observed)> {
        let last = quarters_in_term(self.term, period).1;
        let candidates = std::iter::once(period).chain(ending_with(last));
        candidates.into_iter().find_map(|p| Some((p, self.observed.get(&p)?)))
    }

    /// The latest observations of what stands, at or before the quarter.
    pub fn latest_standing(&self, quarter: Quarter) -> Option<(Period, Quantity)> {
        let first = quarters_of_term(self.term).0;
        let at = |q: Quarter| ending_with(q).into_iter().find_map(|p| Some((p, self.exact(p)?)));
        (first..=quarter).rev().find_map(at)
    }

    /// Whether the value is an answer or rating of a whole year.
    pub fn is_yearly_answer(&self) -> bool {
        let of_years = || {
            let mut periods = self.observed.keys().peekable();
            periods.peek().is_some() && periods.all(|p| matches!(p, Period::Year(_)))
        };
        match self.target.measure {
            Measure::Rating => true,
            Measure::YesNo => self.target.rating.is_some() || self.target.per_year || of_years(),
            _ => false,
        }
    }

    /// The latest rated year at or before the period.
    pub fn latest_year(&self, period: Period) -> Option<(Period, Quantity)> {
        let (first, last) = quarters_in_term(self.term, period);
        let first = first.min(quarters_of_term(self.term).0);
        let years = (first.div_euclid(4)..=last.div_euclid(4)).rev().map(Period::Year);
        years.filter(|y| y.last_day() <= period.last_day()).find_map(|y| {
            let (_, seen) = self.standing_at(y)?;
            Some((y, seen.bloc.clone()?))
        })
    }

    /// Value of a period: what happened in it, what stands at its end, or the year's rating.
    pub fn value(&self, period: Period) -> Option<Quantity> {
        match self.target.measure {
            Measure::Flow => self.exact(period).or_else(|| self.flow(period).sum(self.units.base())),
            Measure::Cumulative | Measure::Level => self.standing_at(period)?.1.bloc.clone(),
            Measure::YesNo if !self.is_yearly_answer() => self.standing_at(period)?.1.bloc.clone(),
            Measure::Rating | Measure::YesNo => match period {
                Period::Year(_) | Period::Quarter(_, 4) => {
                    self.standing_at(Period::Year(period.year()))?.1.bloc.clone()
                }
                _ => self.exact(period),
            },
        }
    }

    /// The flow's values in the quarters of the period that lie in the term.
    pub fn flow(&self, period: Period) -> Cover {
        let (first, last) = quarters_in_term(self.term, period);
        self.flow_between(first.max(quarters_of_term(self.term).0), last)
    }

    /// The flow's values from a quarter to another.
    pub fn flow_between(&self, first: Quarter, last: Quarter) -> Cover {
        cover(first, last, |p| self.exact(p))
    }

    /// First quarter of the year of `quarter` that counts in the term.
    pub fn year_start(&self, quarter: Quarter) -> Quarter {
        (quarter.div_euclid(4) * 4).max(quarters_of_term(self.term).0)
    }
}
