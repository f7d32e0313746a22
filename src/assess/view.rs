//! A target's record looked at from one period: what has come about in the year and the term, and the latest value.

use crate::articles::Article;
use crate::assess::arithmetic::difference;
use crate::assess::model::Span;
use crate::assess::observe::Record;
use crate::assess::terms::{
    Clock, Quarter, as_period, quarters_in_term, quarters_of_term, term_clock, year_clock,
};
use crate::assess::units::Units;
use crate::office::{Measure, Office, Target};
use crate::period::Period;
use crate::quantity::{Comparator, Quantity};

/// A record looked at from one period.
pub(crate) struct View<'a> {
    /// The target's results.
    pub record: &'a Record<'a>,
    /// Articles, for results of another term.
    pub articles: &'a [Article],
    /// The period.
    pub period: Period,
    /// Its last quarter.
    pub now: Quarter,
}

impl<'a> View<'a> {
    /// Looks at a record from a period.
    pub fn new(record: &'a Record<'a>, articles: &'a [Article], period: Period) -> Self {
        View { record, articles, period, now: quarters_in_term(record.term, period).1 }
    }

    pub(super) fn target(&self) -> &'a Target {
        self.record.target
    }

    pub(super) fn office(&self) -> &'a Office {
        self.record.office
    }

    /// What the goal is owed for.
    pub fn span(&self) -> Span {
        match self.target().measure {
            Measure::Rating => Span::EachYear,
            Measure::Flow if self.target().per_year => Span::EachYear,
            Measure::YesNo if self.record.is_yearly_answer() => Span::EachYear,
            Measure::Level => Span::AtDate,
            Measure::Flow | Measure::Cumulative | Measure::YesNo => Span::OverTerm,
        }
    }

    pub(super) fn is_flow(&self) -> bool {
        self.target().measure == Measure::Flow
    }

    /// Whether the value grows with time. A flow in per cent of bases that differ from quarter to quarter is the rate
    /// so far and does not.
    pub(super) fn adds_up(&self) -> bool {
        match self.target().measure {
            Measure::Flow => self.record.units != Units::PerCent,
            measure => measure == Measure::Cumulative,
        }
    }

    /// The clock of what the goal is owed for.
    pub fn clock(&self) -> Clock {
        if self.span() == Span::EachYear {
            let start = self.record.year_start(self.now);
            let first = if self.is_flow() { self.record.flow_between(start, self.now).from } else { start };
            return year_clock(self.target(), self.period, self.now, first);
        }
        term_clock(self.record.term, self.target(), self.period)
    }

    pub(super) fn is_term(&self) -> bool {
        matches!(self.period, Period::Term(..))
    }

    /// Cumulative in the year: the sum of a flow, the growth of a running total.
    pub(super) fn year_to_date(&self) -> Option<Quantity> {
        let start = self.record.year_start(self.now);
        match self.target().measure {
            Measure::Flow => self.record.flow_between(start, self.now).sum(self.record.units.base()),
            Measure::Cumulative => {
                let now = self.record.value(as_period(self.now))?;
                if start == quarters_of_term(self.record.term).0 {
                    return Some(now);
                }
                difference(&now, &self.record.value(Period::Year(start.div_euclid(4) - 1))?)
            }
            _ => None,
        }
    }

    /// Cumulative in the term.
    pub(super) fn term_to_date(&self) -> Option<Quantity> {
        let first = quarters_of_term(self.record.term).0;
        match self.target().measure {
            Measure::Flow => {
                let whole = self.record.exact(self.record.term.period).filter(|_| self.is_term());
                whole.or_else(|| self.record.flow_between(first, self.now).sum(self.record.units.base()))
            }
            Measure::Cumulative => self.latest().map(|(_, value)| value),
            _ => None,
        }
    }

    /// The latest value with its period; a running total of an earlier day is a lower bound of today's.
    pub(super) fn latest(&self) -> Option<(Period, Quantity)> {
        if self.is_flow() {
            return self.record.value(self.period).map(|value| (self.period, value));
        }
        if self.record.is_yearly_answer() {
            let quarter = self.record.exact(self.period).filter(|_| !self.is_term());
            return self.record.latest_year(self.period).or(quarter.map(|value| (self.period, value)));
        }
        if let Some((period, seen)) = self.record.standing_at(self.period)
            && let Some(value) = &seen.bloc
        {
            return Some((period, value.clone()));
        }
        let (period, value) = self.record.latest_standing(self.now)?;
        let stale =
            self.target().measure == Measure::Cumulative && self.period.last_day() > period.last_day();
        let comparator = if stale { Comparator::AtLeast } else { value.comparator };
        Some((period, Quantity { comparator, ..value }))
    }

    /// What the goal is measured against; for a level of an earlier day or a rating of another year there is none.
    pub(super) fn measured(&self) -> Option<Quantity> {
        match (self.target().measure, self.span()) {
            (Measure::Flow, Span::EachYear) if self.is_term() => None,
            (Measure::Flow, Span::EachYear) => self.year_to_date(),
            (Measure::Flow | Measure::Cumulative, _) => self.term_to_date(),
            (Measure::Level, _) => self.record.value(self.period),
            _ => self.latest().map(|(_, value)| value),
        }
    }

    /// Values of consecutive quarters up to now, the latest last.
    pub(super) fn by_quarter(&self) -> Vec<(Period, Option<Quantity>)> {
        let first = quarters_of_term(self.record.term).0;
        (first..=self.now).map(as_period).map(|p| (p, self.record.value(p))).collect()
    }

    pub(super) fn by_year(&self) -> Vec<(Period, Option<Quantity>)> {
        let first = quarters_of_term(self.record.term).0.div_euclid(4);
        let year = self.now.div_euclid(4);
        let part = match self.now.rem_euclid(4) {
            0 => Period::Quarter(year, 1),
            1 => Period::Half(year),
            2 => Period::NineMonths(year),
            _ => Period::Year(year),
        };
        (first..year).map(Period::Year).chain([part]).map(|p| (p, self.record.value(p))).collect()
    }
}

pub(super) fn lower_bound(q: &Quantity) -> bool {
    q.comparator == Comparator::AtLeast
}

/// The value, unless it is a lower bound or an approximation, from which nothing is subtracted.
pub(super) fn exact(q: Option<&Quantity>) -> Option<&Quantity> {
    q.filter(|q| q.comparator == Comparator::Equal)
}
