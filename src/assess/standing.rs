//! One target's standing at the period, put together from its record.

use std::collections::BTreeSet;

use crate::articles::Article;
use crate::assess::arithmetic::{POINTS, difference, figure, operand, per_cent_of};
use crate::assess::forecast::forecast;
use crate::assess::judge::{Bound, Course, judge, judge_at_least, tolerance};
use crate::assess::model::{Forecast, Span, Status, TargetStanding};
use crate::assess::observe::Record;
use crate::assess::organisations::Successors;
use crate::assess::terms::{
    Clock, Quarter, as_period, quarters_in_term, quarters_of_term, term_clock, term_of, year_clock,
};
use crate::assess::units::Units;
use crate::diagnostic::Diagnostic;
use crate::office::{Measure, Office, Target};
use crate::period::Period;
use crate::quantity::{Comparator, Quantity, Value};

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

    fn target(&self) -> &'a Target {
        self.record.target
    }

    fn office(&self) -> &'a Office {
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

    fn is_flow(&self) -> bool {
        self.target().measure == Measure::Flow
    }

    /// Whether the value grows with time. A flow in per cent of bases that differ from quarter to quarter is the rate
    /// so far and does not.
    fn adds_up(&self) -> bool {
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

    /// Cumulative in the year: the sum of a flow, the growth of a running total.
    fn year_to_date(&self) -> Option<Quantity> {
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
    fn term_to_date(&self) -> Option<Quantity> {
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

    fn is_term(&self) -> bool {
        matches!(self.period, Period::Term(..))
    }

    /// The latest value with its period; a running total of an earlier day is a lower bound of today's.
    fn latest(&self) -> Option<(Period, Quantity)> {
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
    fn measured(&self) -> Option<Quantity> {
        match (self.target().measure, self.span()) {
            (Measure::Flow, Span::EachYear) if self.is_term() => None,
            (Measure::Flow, Span::EachYear) => self.year_to_date(),
            (Measure::Flow | Measure::Cumulative, _) => self.term_to_date(),
            (Measure::Level, _) => self.record.value(self.period),
            _ => self.latest().map(|(_, value)| value),
        }
    }

    /// The value of another period, also of the term before where the target is the same there.
    fn elsewhere(&self, period: Option<Period>, findings: &mut Vec<Diagnostic>) -> Option<Quantity> {
        let period = period?;
        let term = term_of(self.office(), period)?;
        if term.period == self.record.term.period {
            return self.record.value(period);
        }
        let before = term.targets.iter().find(|t| t.id == self.target().id)?;
        let value =
            Record::new(self.office(), self.articles, term, before, self.period.last_day()).value(period)?;
        if let Some(why) = not_comparable(self.target(), before) {
            findings.push(
                Diagnostic::note("comparison-refused")
                    .place(self.target().place.clone())
                    .related(before.place.clone())
                    .arg("target", &self.target().short)
                    .arg("period", period.name())
                    .arg("term", term.period.name())
                    .arg("why", why),
            );
            return None;
        }
        Some(value)
    }

    /// The change from another period; refused where counts are sums over different organisations.
    fn change(
        &self,
        to: Option<&Quantity>,
        from: Option<&Quantity>,
        before: Option<Period>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Quantity> {
        let change = difference(exact(to)?, exact(from)?)?;
        let (now, then) = (self.summed_over(self.period), self.summed_over(before?));
        if let (Some(now), Some(then)) = (now, then)
            && change.unit != POINTS
            && now != then
        {
            findings.push(
                Diagnostic::note("comparison-scope-differs")
                    .place(self.target().place.clone())
                    .arg("target", &self.target().short)
                    .arg("period", self.period.name())
                    .arg("before", before?.name())
                    .arg("now", now.len())
                    .arg("then", then.len()),
            );
            return None;
        }
        Some(change)
    }

    /// Ids of the organisations, successors for those merged, whose values alone make up the period's value.
    fn summed_over(&self, period: Period) -> Option<BTreeSet<&str>> {
        let (_, seen) = self.record.standing_at(period)?;
        let successors = Successors::new(self.office());
        let day = self.period.last_day();
        let heirs = seen.by_organisation.keys().map(|id| successors.on(id, day));
        seen.is_sum.then(|| heirs.collect())
    }

    fn status(&self, measured: Option<&Quantity>, clock: Clock) -> Status {
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
        let rated = match self.period {
            Period::Year(_) | Period::Quarter(_, 4) => self.record.value(self.period),
            Period::Term(..) => {
                self.record.exact(self.period).or_else(|| self.latest().map(|(_, value)| value))
            }
            _ => return Status::NotYetDue,
        };
        match (rated, self.period) {
            (Some(value), _) => self.judged(&value, Course::Holds, true),
            (None, Period::Quarter(..)) => Status::NotYetDue,
            (None, _) => Status::NoData,
        }
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

    /// Values of consecutive quarters up to now, the latest last.
    fn by_quarter(&self) -> Vec<(Period, Option<Quantity>)> {
        let first = quarters_of_term(self.record.term).0;
        (first..=self.now).map(as_period).map(|p| (p, self.record.value(p))).collect()
    }

    fn by_year(&self) -> Vec<(Period, Option<Quantity>)> {
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

    fn forecasts(
        &self,
        year_to_date: Option<&Quantity>,
        term_to_date: Option<&Quantity>,
        current: Option<&Quantity>,
        by_quarter: &[(Period, Option<Quantity>)],
    ) -> (Option<Forecast>, Option<Forecast>) {
        let shares = self.is_flow() && matches!(self.record.units, Units::PerCent);
        if shares || matches!(self.target().measure, Measure::Rating | Measure::YesNo) {
            return (None, None);
        }
        let changes = self.changes(by_quarter);
        let per_cent = matches!(self.record.units, Units::PerCent | Units::PerCentOf(_)) && !self.is_flow();
        let greatest = if per_cent { 100.0 } else { f64::MAX };
        let year_left = 3 - self.now.rem_euclid(4);
        let term_left = quarters_of_term(self.record.term).1 - self.now;
        let (in_year, in_term) = match self.target().measure {
            Measure::Flow if self.span() == Span::EachYear => (year_to_date, None),
            Measure::Flow => (year_to_date, term_to_date),
            _ => (current, current),
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

    /// The whole standing, but for what concerns organisations.
    pub fn standing(&self, findings: &mut Vec<Diagnostic>) -> TargetStanding {
        let record = self.record;
        let clock = self.clock();
        let span = self.span();
        let yearly = record.is_yearly_answer();
        let goal = record.goal.clone();
        let current = record.value(self.period);
        let previous = self.elsewhere(self.period.previous(), findings);
        let last_year = self.elsewhere(self.period.last_year(), findings);
        let (year_to_date, term_to_date) = (self.year_to_date(), self.term_to_date());
        let latest = self.latest();
        let measured = self.measured();
        let bound = Bound::of(self.target(), &goal);
        let numeric = measured.as_ref().filter(|_| bound.is_some());
        let share = numeric
            .filter(|_| (!yearly || current.is_some()) && bound.is_some_and(|b| !b.is_ceiling()))
            .and_then(|value| per_cent_of(value, &least_of(&goal)));
        let by_quarter = self.by_quarter();
        let paced = self.adds_up() && !(self.is_term() && span == Span::EachYear);
        let pace = paced.then(|| pace_of(clock, bound, &goal));
        let remaining = self.remaining(numeric).filter(|_| !yearly);
        let needed = remaining.as_ref().filter(|_| paced).and_then(|r| per_quarter(r, clock.left()));
        let change = self.change(current.as_ref(), previous.as_ref(), self.period.previous(), findings);
        let change_last_year =
            self.change(current.as_ref(), last_year.as_ref(), self.period.last_year(), findings);
        let (forecast_year, forecast_term) =
            self.forecasts(year_to_date.as_ref(), term_to_date.as_ref(), current.as_ref(), &by_quarter);
        let rate = if self.is_flow() { current.as_ref() } else { change.as_ref() };
        let cumulative = match (self.target().measure, span) {
            (Measure::Flow, Span::EachYear) if !self.is_term() => year_to_date.clone(),
            (Measure::Flow, _) => term_to_date.clone(),
            _ => latest.as_ref().map(|(_, value)| value.clone()),
        };
        TargetStanding {
            status: self.status(measured.as_ref(), clock),
            span,
            tolerance: self.tolerance(),
            remaining_count: self.remaining_count(numeric).filter(|_| !yearly),
            change_last_year,
            difference: exact(numeric).and_then(|value| gap(value, &goal)),
            pace_gap: share.as_ref().and_then(|s| difference(exact(Some(s))?, pace.as_ref()?)),
            needed_ratio: needed.as_ref().and_then(|n| self.ratio(n, exact(rate)?)),
            by_year: self.by_year(),
            by_organisation: Vec::new(),
            to_date_by_organisation: Vec::new(),
            missing: Vec::new(),
            best: Vec::new(),
            furthest: Vec::new(),
            by_cluster: Vec::new(),
            target: record.target.clone(),
            goal,
            current,
            previous,
            last_year,
            year_to_date,
            term_to_date,
            latest,
            cumulative,
            share,
            change,
            pace,
            needed,
            remaining,
            forecast_year,
            forecast_term,
            by_quarter,
        }
    }

    fn tolerance(&self) -> Option<Quantity> {
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

fn lower_bound(q: &Quantity) -> bool {
    q.comparator == Comparator::AtLeast
}

/// The value, unless it is a lower bound or an approximation, from which nothing is subtracted.
fn exact(q: Option<&Quantity>) -> Option<&Quantity> {
    q.filter(|q| q.comparator == Comparator::Equal)
}

/// The goal as one number: a range's lower end.
fn least_of(goal: &Quantity) -> Quantity {
    match goal.value {
        Value::Range(low, _) => Quantity { value: Value::Number(low), ..goal.clone() },
        _ => goal.clone(),
    }
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

/// Share of the goal expected by now; of a goal with a tolerance, of the least value that meets it.
fn pace_of(clock: Clock, bound: Option<Bound>, goal: &Quantity) -> Quantity {
    let time = format!("{} quý / {} quý", clock.elapsed, clock.total);
    let least = bound.filter(|b| !b.is_ceiling()).map(|b| b.low);
    match (least, goal.as_number()) {
        (Some(least), Some(number)) if least < number => {
            let expression = format!("{time} × {} / {}", figure(least), figure(number));
            Quantity::formula(clock.share() * least / number * 100.0, "%", expression, vec![goal.clone()])
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

/// Why two targets of the same id in two terms cannot be compared, a word for the message's selector.
fn not_comparable(now: &Target, before: &Target) -> Option<&'static str> {
    let base = |t: &Target| t.base.as_ref().map(|b| (b.text.clone(), b.value.map(f64::to_bits)));
    if now.measure != before.measure || now.unit != before.unit {
        return Some("unit");
    }
    if now.rating != before.rating {
        return Some("scale");
    }
    (base(now) != base(before)).then_some("base")
}
