//! The status of a target, by its measure.

use crate::assess::judge::{Bound, Course, judge, judge_at_least};
use crate::assess::model::{Span, Status};
use crate::assess::terms::{Clock, quarters_of_term};
use crate::assess::view::{View, lower_bound};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Quantity, Value};

impl View<'_> {
    pub(super) fn status(&self, measured: Option<&Quantity>, clock: Clock) -> Status {
        if self.record.is_yearly_answer() {
            return self.yearly_status();
        }
        if self.target().measure == Measure::Flow && self.span() == Span::EachYear && self.is_term() {
            return self.worst_year();
        }
        let course = match self.adds_up() {
            true => Course::Accumulates(clock.share()),
            false if self.target().due.is_some() => Course::HoldsLater,
            false => Course::Holds,
        };
        match measured {
            None if self.target().measure == Measure::YesNo && !clock.closed => Status::NotYetDue,
            None => Status::NoData,
            Some(value) => self.judged(value, course, clock.closed),
        }
    }

    fn judged(&self, value: &Quantity, course: Course, closed: bool) -> Status {
        if let (Value::Yes(asked), Value::Yes(given)) = (&self.record.goal.value, &value.value) {
            return match (asked == given, closed) {
                (true, _) => Status::Met,
                (false, true) => Status::NotMet,
                (false, false) => Status::NotYetDue,
            };
        }
        match (Bound::of(self.target(), &self.record.goal), value.as_number()) {
            (Some(bound), Some(number)) if lower_bound(value) => {
                judge_at_least(bound, number, course, closed)
            }
            (Some(bound), Some(number)) => judge(bound, number, course, closed),
            _ => Status::NoData,
        }
    }

    /// A rating or yearly answer is judged with its year; at the term's end by the last year that was rated.
    fn yearly_status(&self) -> Status {
        if !matches!(self.period, Period::Year(_) | Period::Quarter(_, 4) | Period::Term(..)) {
            return Status::NotYetDue;
        }
        match (self.rated(), self.period) {
            (Some(value), _) => self.judged(&value, Course::Holds, true),
            (None, Period::Quarter(..)) => Status::NotYetDue,
            (None, _) => Status::NoData,
        }
    }

    /// The rating that a period is judged by: its year's; a term's own, else that of its last whole year or later.
    pub(super) fn rated(&self) -> Option<Quantity> {
        if !self.is_term() {
            return self.record.value(self.period);
        }
        let last_whole = (quarters_of_term(self.record.term).1 - 3).div_euclid(4);
        let latest = self.record.latest_year(self.period).filter(|(year, _)| year.year() >= last_whole);
        self.record.exact(self.period).or(latest.map(|(_, value)| value))
    }

    /// A yearly flow over a whole term stands where its worst whole year does.
    fn worst_year(&self) -> Status {
        let (first, last) = quarters_of_term(self.record.term);
        let years = (first + 3).div_euclid(4)..=(last - 3).div_euclid(4);
        let status = |year: i32| match self.record.value(Period::Year(year)) {
            Some(value) => self.judged(&value, Course::Accumulates(1.0), true),
            None => Status::NoData,
        };
        let rank = |s: &Status| Status::ALL.iter().position(|o| o == s);
        years.map(status).max_by_key(rank).unwrap_or(Status::NoData)
    }
}
