//! What is still to come: what is missing, the pace that is needed, and forecasts.

use crate::assess::arithmetic::{POINTS, difference, figure, operand, per_cent_of};
use crate::assess::compare::Values;
use crate::assess::forecast::forecast;
use crate::assess::judge::{Bound, tolerance};
use crate::assess::model::{Forecast, Span};
use crate::assess::terms::{Clock, quarters_of_term};
use crate::assess::units::Units;
use crate::assess::view::{View, exact};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity, Value};

/// What a value means against its goal, and what is still to come.
#[derive(Default)]
pub(crate) struct Outlook {
    pub share: Option<Quantity>,
    pub difference: Option<Quantity>,
    pub pace: Option<Quantity>,
    pub pace_gap: Option<Quantity>,
    pub remaining: Option<Quantity>,
    pub remaining_count: Option<Quantity>,
    pub needed: Option<Quantity>,
    pub needed_ratio: Option<Quantity>,
    pub forecast_year: Option<Forecast>,
    pub forecast_term: Option<Forecast>,
}

impl View<'_> {
    /// The outlook; empty but for the pace where there is no value, and without meaning for a yes or no.
    pub(super) fn outlook(&self, values: &Values, clock: Clock) -> Outlook {
        let goal = &self.record.goal;
        let Some(bound) = Bound::of(self.target(), goal) else { return Outlook::default() };
        let value = values.measured.as_ref();
        let yearly = self.record.is_yearly_answer();
        let paced = self.adds_up() && !(self.is_term() && self.span() == Span::EachYear);
        let shared = !bound.is_ceiling() && (!yearly || values.current.is_some());
        let share = value.filter(|_| shared).and_then(|value| per_cent_of(value, &least_of(goal)));
        let pace = paced.then(|| pace_of(clock, bound, goal));
        let remaining = self.remaining(value).filter(|_| !yearly);
        let needed = remaining.as_ref().filter(|_| paced).and_then(|r| per_quarter(r, clock.left()));
        let rate = if self.is_flow() { values.current.as_ref() } else { values.change.as_ref() };
        let (forecast_year, forecast_term) = self.forecasts(values);
        Outlook {
            difference: exact(value).and_then(|value| gap(value, goal)),
            pace_gap: share.as_ref().and_then(|s| difference(exact(Some(s))?, pace.as_ref()?)),
            remaining_count: self.remaining_count(value).filter(|_| !yearly),
            needed_ratio: needed.as_ref().and_then(|n| self.ratio(n, exact(rate)?)),
            share,
            pace,
            remaining,
            needed,
            forecast_year,
            forecast_term,
        }
    }

    /// What changed in each of the last quarters without a gap, the latest last.
    fn changes(&self, by_quarter: &[(Period, Option<Quantity>)]) -> Vec<Quantity> {
        let known = by_quarter.iter().rev().map_while(|(_, value)| exact(value.as_ref()));
        let mut values: Vec<&Quantity> = known.collect();
        values.reverse();
        if self.is_flow() {
            return values.into_iter().cloned().collect();
        }
        values.windows(2).filter_map(|pair| difference(pair[1], pair[0])).collect()
    }

    fn forecasts(&self, values: &Values) -> (Option<Forecast>, Option<Forecast>) {
        let shares = self.is_flow() && matches!(self.record.units, Units::PerCent);
        if shares || self.is_term() || matches!(self.target().measure, Measure::Rating | Measure::YesNo) {
            return (None, None);
        }
        let changes = self.changes(&values.by_quarter);
        let per_cent = matches!(self.record.units, Units::PerCent | Units::PerCentOf(_)) && !self.is_flow();
        let greatest = if per_cent { 100.0 } else { f64::MAX };
        let term_left = quarters_of_term(self.record.term).1 - self.now;
        // In the term's last year the term ends before the year does.
        let year_left = Some(3 - self.now.rem_euclid(4)).filter(|left| *left <= term_left).unwrap_or(0);
        let (year_to_date, term_to_date) = (values.year_to_date.as_ref(), values.term_to_date.as_ref());
        let (in_year, in_term) = match self.target().measure {
            Measure::Flow if self.span() == Span::EachYear => (year_to_date, None),
            Measure::Flow => (year_to_date, term_to_date),
            _ => (values.current.as_ref(), values.current.as_ref()),
        };
        let ahead = |from: Option<&Quantity>, left| forecast(from?, &changes, left, greatest);
        (ahead(in_year, year_left), ahead(in_term, term_left))
    }

    /// What a share still lacks, in the things it counts: 2 more of 58 for a half.
    fn remaining_count(&self, measured: Option<&Quantity>) -> Option<Quantity> {
        let bound = Bound::of(self.target(), &self.record.goal)?;
        let value = exact(measured)?;
        let Value::Share { part, whole } = value.value else { return None };
        if bound.is_ceiling() || bound.is_met(value.as_number()?) || self.record.counted.is_empty() {
            return None;
        }
        let goal = least_of(&self.record.goal);
        let (needed, how) = bound.next_whole(goal.as_number()? / 100.0 * whole);
        let expression = format!("{} × {} - {}{how}", operand(&goal), figure(whole), figure(part));
        let count = needed - part;
        Some(Quantity::formula(count, self.record.counted.clone(), expression, vec![goal, value.clone()]))
    }

    /// What the goal still lacks; whole things are counted up to the next whole one.
    fn remaining(&self, measured: Option<&Quantity>) -> Option<Quantity> {
        let bound = Bound::of(self.target(), &self.record.goal)?;
        let value = exact(measured)?;
        let number = value.as_number()?;
        if bound.is_ceiling() || bound.is_met(number) {
            return None;
        }
        let goal = &self.record.goal;
        let least = least_of(goal);
        let missing = difference(&least, value)?;
        if matches!(self.record.units, Units::PerCent | Units::PerCentOf(_)) {
            return missing.as_number().filter(|lacks| *lacks > 0.0).map(|_| missing);
        }
        let (needed, how) = bound.next_whole(least.as_number()?);
        let expression = format!("{} - {}{how}", operand(&least), operand(value));
        Some(Quantity::formula(needed - number, missing.unit, expression, vec![least, value.clone()]))
    }

    pub(super) fn tolerance(&self) -> Option<Quantity> {
        let about = matches!(self.record.goal.comparator, Comparator::About | Comparator::Nearly);
        let goal = self.record.goal.as_number().filter(|_| about)?;
        let unit = if self.record.goal.unit == "%" { POINTS } else { &self.record.goal.unit };
        let slack = tolerance(self.target(), goal);
        Some(match self.target().tolerance {
            Some(_) => Quantity::number(slack, unit, self.target().source.clone()),
            None => {
                let expression = format!("5% × {}", operand(&self.record.goal));
                Quantity::formula(slack, unit, expression, vec![self.record.goal.clone()])
            }
        })
    }

    /// How many times this quarter's rate is needed; only a quarter's value is a rate.
    fn ratio(&self, needed: &Quantity, rate: &Quantity) -> Option<Quantity> {
        let (a, b) = (needed.as_number()?, rate.as_number()?);
        if !matches!(self.period, Period::Quarter(..)) || b <= 0.0 {
            return None;
        }
        let expression = format!("{} / {}", operand(needed), operand(rate));
        Some(Quantity::formula(a / b, "lần", expression, vec![needed.clone(), rate.clone()]))
    }
}

/// The goal as one number: a range's lower end.
fn least_of(goal: &Quantity) -> Quantity {
    match goal.value {
        Value::Range(low, _) => Quantity { value: Value::Number(low), ..goal.clone() },
        _ => goal.clone(),
    }
}

/// Share of the goal expected by now; of a goal with a tolerance, of the least value that meets it.
fn pace_of(clock: Clock, bound: Bound, goal: &Quantity) -> Quantity {
    let time = format!("{} quý / {} quý", clock.elapsed, clock.total);
    match goal.as_number() {
        Some(number) if bound.low < number && !bound.is_ceiling() => {
            let expression = format!("{time} × {} / {}", figure(bound.low), figure(number));
            let share = clock.share() * bound.low / number * 100.0;
            Quantity::formula(share, "%", expression, vec![goal.clone()])
        }
        _ => Quantity::formula(clock.share() * 100.0, "%", time, Vec::new()),
    }
}

fn per_quarter(remaining: &Quantity, left: i32) -> Option<Quantity> {
    let rest = remaining.as_number()?;
    if left < 1 {
        return None;
    }
    let expression = format!("{} / {left} quý", figure(rest));
    Some(Quantity::formula(
        rest / f64::from(left),
        remaining.unit.clone(),
        expression,
        vec![remaining.clone()],
    ))
}

/// The value less the goal; for a range, less its nearer end, none inside it.
fn gap(value: &Quantity, goal: &Quantity) -> Option<Quantity> {
    let Value::Range(low, high) = goal.value else { return difference(value, goal) };
    let number = value.as_number()?;
    let end = if number < low {
        low
    } else if number > high {
        high
    } else {
        return None;
    };
    difference(value, &Quantity { value: Value::Number(end), ..goal.clone() })
}
