//! Where each target stands, in words.

use crate::assess::{Assessment, Forecast, Span, Status, TargetStanding};
use crate::compose::ledger::Ledger;
use crate::compose::model::{ForecastText, TargetText, TargetsText};
use crate::compose::{mark, wording};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Quantity, Value};

/// All targets by status.
pub fn text(assessment: &Assessment, ledger: &mut Ledger) -> TargetsText {
    let mut by_status = |status: Status| -> Vec<TargetText> {
        let standings = assessment.targets.iter().filter(|t| t.status == status);
        standings.map(|t| target(t, assessment.period, ledger)).collect()
    };
    let mut text = TargetsText {
        exceeded: by_status(Status::Exceeded),
        met: by_status(Status::Met),
        on_pace: by_status(Status::OnPace),
        behind: by_status(Status::Behind),
        not_met: by_status(Status::NotMet),
        not_yet_due: by_status(Status::NotYetDue),
        no_data: by_status(Status::NoData),
        ..TargetsText::default()
    };
    if !assessment.targets.is_empty() {
        text.count = Some(ledger.value(&assessment.target_count()));
    }
    for (status, count) in assessment.tally() {
        text.summary.push(format!("{} chỉ tiêu {}", ledger.value(&count), status.words()));
    }
    text.any_result = assessment.targets.iter().any(|t| rests_on(t).is_some());
    text.paced = assessment.targets.iter().any(|t| t.pace.is_some());
    let forecasts = assessment.targets.iter().flat_map(|t| [&t.forecast_year, &t.forecast_term]).flatten();
    for forecast in forecasts {
        let method = mark::name(&forecast.method);
        if !text.methods.contains(&method) {
            text.methods.push(method);
        }
    }
    text.forecast = !text.methods.is_empty();
    text
}

/// The value that the status rests on, with its period.
pub fn rests_on(standing: &TargetStanding) -> Option<(Period, &Quantity)> {
    standing.latest.as_ref().map(|(period, quantity)| (*period, quantity))
}

fn target(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> TargetText {
    let goal = standing.goal.as_number();
    let by_share = by_share(standing);
    let result = rests_on(standing);
    let total = standing.cumulative.as_ref().filter(|_| by_share).or(result.map(|(_, q)| q));
    let beside = |q: &Quantity, ledger: &mut Ledger| with_unit(q, goal, ledger);
    let mut text = TargetText {
        title: mark::name(&standing.target.title),
        short: mark::name(&standing.target.short),
        goal: ledger.print(&standing.goal, goal_words(standing)),
        by_share,
        yes_no: standing.target.measure == Measure::YesNo,
        result: total.map(|q| beside(q, ledger)),
        result_period: result
            .filter(|(p, _)| *p != period && !within(*p, period))
            .map(|(p, _)| mark::name(&p.name())),
        per_year: standing.span == Span::EachYear,
        ..TargetText::default()
    };
    if let Some(share) = standing.share.as_ref().filter(|_| by_share) {
        text.share = Some(ledger.value_beside(share, Some(100.0)));
        text.current = standing.current.as_ref().filter(|c| Some(*c) != total).map(|c| ledger.amount(c));
    }
    (text.difference, text.difference_side) = sided(&standing.difference, ["cao hơn", "thấp hơn"], ledger);
    (text.change, text.change_side) = sided(&standing.change, ["tăng", "giảm"], ledger);
    if let Some(pace) = &standing.pace {
        text.pace = Some(ledger.value(pace));
        (text.pace_gap, text.pace_side) = sided(&standing.pace_gap, ["nhanh hơn", "chậm hơn"], ledger);
    }
    if matches!(standing.status, Status::OnPace | Status::Behind | Status::NotMet) {
        text.remaining = positive(&standing.remaining).map(|q| ledger.amount(q));
        text.needed = positive(&standing.needed).map(|q| ledger.amount(q));
        text.forecast = standing.forecast_year.as_ref().map(|f| forecast(f, ledger));
        text.forecast_term = standing.forecast_term.as_ref().map(|f| forecast(f, ledger));
    }
    text
}

/// A part of the reported year counts as the report's own time.
fn within(inner: Period, outer: Period) -> bool {
    outer.first_day() <= inner.first_day() && inner.last_day() <= outer.last_day()
}

/// The goal in the source's own words, else as a value with its unit.
pub fn goal_words(standing: &TargetStanding) -> String {
    let words = mark::clean(&standing.target.words);
    if !words.is_empty() {
        return words;
    }
    format!("{}{}", wording::value(&standing.goal), wording::unit_after(&standing.goal))
}

fn positive(quantity: &Option<Quantity>) -> Option<&Quantity> {
    quantity.as_ref().filter(|q| q.as_number().is_some_and(|n| n > 0.0))
}

/// The value with its unit, and the per cent behind a share: `29/58 (50%)`.
pub fn with_unit(quantity: &Quantity, goal: Option<f64>, ledger: &mut Ledger) -> String {
    match (&quantity.value, quantity.as_number()) {
        (Value::Share { .. }, Some(percent)) => {
            let expression = wording::value(quantity).replace('/', " / ");
            let inputs = vec![quantity.clone()];
            let percent = Quantity::formula(percent, "%", expression, inputs);
            let share = ledger.value(quantity);
            let percent = ledger.value_beside(&percent, goal);
            format!("{share} ({percent})")
        }
        _ => {
            let value = ledger.value_beside(quantity, goal);
            let unit = wording::unit_after(quantity);
            if unit.is_empty() { value } else { format!("{value} {}", mark::name(&unit)) }
        }
    }
}

type Sided = (Option<String>, Option<&'static str>);

/// The size of a difference and which way it goes; nothing of one that prints as zero.
fn sided(difference: &Option<Quantity>, words: [&'static str; 2], ledger: &mut Ledger) -> Sided {
    let Some(quantity) = difference else { return (None, None) };
    let Some(value) = quantity.as_number().filter(|v| v.abs() >= 0.05) else { return (None, None) };
    (Some(ledger.size(quantity)), Some(words[usize::from(value < 0.0)]))
}

fn forecast(forecast: &Forecast, ledger: &mut Ledger) -> ForecastText {
    ForecastText {
        value: ledger.amount(&forecast.value),
        low: ledger.value(&forecast.interval.0),
        high: ledger.value(&forecast.interval.1),
    }
}

/// Whether a target is judged by its share of what is asked (else by the difference from it).
pub fn by_share(standing: &TargetStanding) -> bool {
    matches!(standing.target.measure, Measure::Flow | Measure::Cumulative) && standing.share.is_some()
}
