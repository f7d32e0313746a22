//! A target's status from its value, its comparator and the time that has passed.

use crate::assess::arithmetic::same;
use crate::assess::model::Status;
use crate::office::Target;
use crate::quantity::{Comparator, Quantity, Value};

/// Where no tolerance is given for `khoảng`: this share of the goal, told in a finding.
pub(crate) const DEFAULT_TOLERANCE: f64 = 0.05;

/// What a value must reach or keep below, in the unit of comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bound {
    /// Comparator.
    pub comparator: Comparator,
    /// Least value that meets the goal.
    pub low: f64,
    /// Greatest value that just meets it; more is beyond.
    pub high: f64,
}

impl Bound {
    /// The bound of a numeric goal.
    pub fn of(target: &Target, goal: &Quantity) -> Option<Bound> {
        let (low, high) = match goal.value {
            Value::Range(low, high) => (low, high),
            _ => (goal.as_number()?, goal.as_number()?),
        };
        let about = matches!(goal.comparator, Comparator::About | Comparator::Nearly);
        let slack = if about { tolerance(target, low) } else { 0.0 };
        Some(Bound { comparator: goal.comparator, low: low - slack, high: high + slack })
    }

    /// Whether less is better: `không quá`, `dưới`.
    pub fn is_ceiling(self) -> bool {
        matches!(self.comparator, Comparator::AtMost | Comparator::LessThan)
    }

    /// Whether the value meets the goal.
    pub fn is_met(self, value: f64) -> bool {
        let at = |bound: f64| same(value, bound);
        match self.comparator {
            Comparator::AtMost => value < self.high || at(self.high),
            Comparator::LessThan => value < self.high && !at(self.high),
            Comparator::MoreThan => value > self.low && !at(self.low),
            _ => value > self.low || at(self.low),
        }
    }

    /// The least whole number that meets a goal of `least`, and what a formula says of the step to it.
    pub fn next_whole(self, least: f64) -> (f64, &'static str) {
        let up = if same(least, least.round()) { least.round() } else { least.ceil() };
        if self.comparator == Comparator::MoreThan && same(up, least) {
            return (up + 1.0, " + 1");
        }
        (up, if same(up, least) { "" } else { ", làm tròn lên" })
    }

    /// Whether the value is beyond what is asked. Staying under a ceiling is no surplus; nor is being above
    /// `trên 95%`, which asks for just that.
    pub fn is_exceeded(self, value: f64) -> bool {
        let strict = matches!(self.comparator, Comparator::MoreThan) || self.is_ceiling();
        !strict && value > self.high && !same(value, self.high)
    }
}

/// How far from the goal still counts as met for `khoảng`, in the goal's unit.
pub(crate) fn tolerance(target: &Target, goal: f64) -> f64 {
    target.tolerance.unwrap_or(goal.abs() * DEFAULT_TOLERANCE)
}

/// How a value comes about in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Course {
    /// Adds up: this share of the time, 0 to 1, has passed.
    Accumulates(f64),
    /// Must hold on any day.
    Holds,
    /// Must hold on a day to come.
    HoldsLater,
}

/// The status of a numeric value.
pub(crate) fn judge(bound: Bound, value: f64, course: Course, closed: bool) -> Status {
    let on_pace = |limit: f64, share: f64| {
        let expected = limit * share;
        let reached = if bound.is_ceiling() { value <= expected } else { value >= expected };
        if reached || same(value, expected) { Status::OnPace } else { Status::Behind }
    };
    match (bound.is_met(value), course) {
        (true, Course::Accumulates(share)) if bound.is_ceiling() && !closed => on_pace(bound.high, share),
        (true, _) if bound.is_exceeded(value) => Status::Exceeded,
        (true, _) => Status::Met,
        (false, _) if closed => Status::NotMet,
        // What adds up cannot come back under a ceiling.
        (false, Course::Accumulates(_)) if bound.is_ceiling() => Status::NotMet,
        (false, Course::Accumulates(share)) => on_pace(bound.low, share),
        (false, Course::Holds) => Status::Behind,
        (false, Course::HoldsLater) => Status::NotYetDue,
    }
}

/// The status of a value that may be only a lower bound: kept where what is missing cannot change it.
pub(crate) fn judge_at_least(bound: Bound, value: f64, course: Course, closed: bool) -> Status {
    let status = judge(bound, value, course, closed);
    let settled = match status {
        Status::NotMet => bound.is_ceiling(),
        Status::Exceeded | Status::OnPace | Status::Met => !bound.is_ceiling(),
        _ => false,
    };
    if settled { status } else { Status::NoData }
}
