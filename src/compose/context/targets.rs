//! Where each target stands, in words.

use crate::assess::{Assessment, Forecast, Span, Status, TargetStanding};
use crate::compose::ledger::Ledger;
use crate::compose::model::{ForecastText, TargetText, TargetsText};
use crate::compose::{mark, wording};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity, Value};

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
    ledger.subject = "Số chỉ tiêu theo đánh giá".to_owned();
    if !assessment.targets.is_empty() {
        text.count = Some(ledger.value(&assessment.target_count()));
    }
    for (status, count) in assessment.tally() {
        text.summary.push(format!("{} chỉ tiêu {}", ledger.value(&count), status.words()));
    }
    let flow = assessment.targets.iter().find(|t| t.target.measure == Measure::Flow);
    text.flow = flow.map(|t| mark::lowered(&mark::name(&t.target.short)));
    if let [only] = trending(assessment)[..] {
        text.trend = Some(mark::name(&only.target.title));
    }
    text.any_result = assessment.targets.iter().any(|t| t.latest.is_some());
    text.paced = assessment.targets.iter().any(|t| t.pace.is_some());
    for forecast in assessment.targets.iter().filter_map(forecast_of) {
        let method = mark::name(&forecast.method);
        if !text.methods.contains(&method) {
            text.methods.push(method);
        }
    }
    text.forecast = !text.methods.is_empty();
    for (n, standing) in (1..).zip(&assessment.targets) {
        if let Some(note) = &standing.target.note {
            let note = mark::clean(note);
            text.remarks.push(mark::name(&format!("Chỉ tiêu {n}: {}", note.trim_end_matches('.'))));
        }
    }
    text
}

/// Fewest points of a trend.
const TREND_POINTS: usize = 3;

/// The targets whose standing in per cent is known for enough quarters to draw; ratings are yearly and left out.
pub fn trending(assessment: &Assessment) -> Vec<&TargetStanding> {
    let in_percent = |t: &&TargetStanding| {
        let values = || t.by_quarter.iter().filter_map(|(_, v)| v.as_ref());
        matches!(t.target.measure, Measure::Cumulative | Measure::Level)
            && (t.goal.unit == "%" || values().any(|q| q.unit == "%"))
            && has_trend(t)
    };
    assessment.targets.iter().filter(in_percent).collect()
}

/// Whether enough quarters have a value.
pub fn has_trend(standing: &TargetStanding) -> bool {
    let known = standing.by_quarter.iter().filter(|(_, v)| number(v).is_some());
    known.count() >= TREND_POINTS
}

/// The value that the status rests on, with its period.
pub fn rests_on(standing: &TargetStanding) -> Option<(Period, &Quantity)> {
    standing.latest.as_ref().map(|(period, quantity)| (*period, quantity))
}

/// Whether a target is judged by its share of what is asked (else by the difference from it).
pub fn by_share(standing: &TargetStanding) -> bool {
    matches!(standing.target.measure, Measure::Flow | Measure::Cumulative) && standing.share.is_some()
}

/// Whether a target owed each year is told of over a whole term: its sum has no goal to stand against.
pub fn over_years(standing: &TargetStanding, period: Period) -> bool {
    let each_year = standing.target.measure == Measure::Flow && standing.span == Span::EachYear;
    each_year && matches!(period, Period::Term(..))
}

/// The forecast for the end of what the target is owed for.
pub fn forecast_of(standing: &TargetStanding) -> Option<&Forecast> {
    match standing.span {
        Span::EachYear => standing.forecast_year.as_ref(),
        _ => standing.forecast_term.as_ref().or(standing.forecast_year.as_ref()),
    }
}

fn target(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> TargetText {
    ledger.subject.clone_from(&standing.target.title);
    let goal = standing.goal.as_number();
    let by_share = by_share(standing);
    let result = rests_on(standing);
    let total = standing.cumulative.as_ref().filter(|_| by_share).or(result.map(|(_, q)| q));
    let lags = matches!(standing.status, Status::Behind | Status::NotMet);
    let mut text = TargetText {
        title: mark::name(&standing.target.title),
        short: mark::name(&standing.target.short),
        goal: ledger.print(&standing.goal, goal_words(standing)),
        goal_count: converted(standing).map(|q| ledger.amount(&q)),
        by_share,
        yes_no: standing.target.measure == Measure::YesNo,
        result: total.map(|q| with_unit(q, goal, ledger)),
        result_period: result
            .filter(|(p, _)| p.last_day() < period.first_day())
            .map(|(p, _)| mark::name(&p.name())),
        per_year: standing.span == Span::EachYear,
        over_years: over_years(standing, period),
        nothing: by_share && total.and_then(Quantity::as_number) == Some(0.0),
        lags,
        ..TargetText::default()
    };
    if let Some(share) = standing.share.as_ref().filter(|_| by_share) {
        text.share = Some(ledger.value_beside(share, Some(100.0)));
    }
    if standing.target.measure == Measure::Flow {
        let told = |c: &&Quantity| Some(*c) != total && !over_years(standing, period);
        text.current = standing.current.as_ref().filter(told).map(|c| ledger.amount(c));
        if matches!(period, Period::Quarter(..)) {
            let change = sided(&standing.change_last_year, ["tăng", "giảm"], ledger);
            (text.change_last_year, text.change_last_year_side) = change;
        }
    }
    (text.difference, text.difference_side) = sided(&standing.difference, ["cao hơn", "thấp hơn"], ledger);
    (text.change, text.change_side) = sided(&standing.change, ["tăng", "giảm"], ledger);
    if by_share && standing.status == Status::Exceeded {
        text.surplus = positive(&standing.difference).map(|d| ledger.missing(d));
    } else if let Some(pace) = &standing.pace {
        text.pace = Some(ledger.value(pace));
        (text.pace_gap, text.pace_side) = sided(&standing.pace_gap, ["nhanh hơn", "chậm hơn"], ledger);
    }
    if lags || standing.status == Status::OnPace {
        let in_things = positive(&standing.remaining_count);
        text.remaining = in_things.or(positive(&standing.remaining)).map(|q| ledger.missing(q));
        let needed = positive(&standing.needed).filter(|n| n.as_number() != number(&standing.remaining));
        text.needed = needed.filter(|_| in_things.is_none()).map(|q| ledger.rate(q));
        text.forecast = forecast_of(standing).map(|f| forecast(f, ledger));
    }
    text
}

fn number(quantity: &Option<Quantity>) -> Option<f64> {
    quantity.as_ref().and_then(Quantity::as_number)
}

/// The goal in the source's own words, else as a value with its unit.
pub fn goal_words(standing: &TargetStanding) -> String {
    let words = mark::clean(&standing.target.words);
    if !words.is_empty() {
        return words;
    }
    format!("{}{}", wording::value(&standing.goal), wording::unit_after(&standing.goal))
}

/// The goal in lines for a table's cell: the comparator, the number and its unit (`từ 150` over `đảng viên`), or the
/// source's words for a goal that is no number.
pub fn goal_in_table(standing: &TargetStanding) -> Vec<String> {
    const SHORT: usize = 12;
    let words = mark::clean(&standing.target.words);
    if standing.target.measure == Measure::YesNo {
        let short = !words.is_empty() && words.chars().count() <= SHORT;
        return vec![if short { words } else { wording::value(&standing.goal) }];
    }
    let bare = Quantity { comparator: Comparator::Equal, ..stated_goal(standing) };
    let word = match standing.goal.comparator {
        Comparator::AtLeast => "từ ",
        Comparator::MoreThan => "trên ",
        other => wording::before(other),
    };
    let number = format!("{word}{}", wording::value(&bare));
    match converted(standing) {
        Some(count) => vec![number, format!("({}{})", wording::value(&count), wording::unit_after(&count))],
        None if wording::unit_after(&bare).is_empty() => vec![number],
        None => vec![number, bare.unit],
    }
}

/// The goal as the resolution states it.
fn stated_goal(standing: &TargetStanding) -> Quantity {
    Quantity {
        value: standing.target.value.clone(),
        unit: standing.target.unit.clone(),
        comparator: standing.goal.comparator,
        source: standing.target.source.clone(),
    }
}

/// The goal in things that are counted, where the resolution states it otherwise (3% of the members): whole things.
pub fn converted(standing: &TargetStanding) -> Option<Quantity> {
    let goal = &standing.goal;
    (goal.unit != standing.target.unit && goal.unit != "%").then(|| whole_goal(goal))
}

/// A goal in whole things: the least number that meets it.
pub fn whole_goal(goal: &Quantity) -> Quantity {
    match goal.value {
        Value::Number(n) if goal.unit != "%" => {
            let ceiling = matches!(goal.comparator, Comparator::AtMost | Comparator::LessThan);
            let value = Value::Number(if ceiling { (n + 1e-9).floor() } else { (n - 1e-9).ceil() });
            Quantity { value, comparator: Comparator::Equal, ..goal.clone() }
        }
        Value::Range(low, _) => {
            Quantity { value: Value::Number(low), comparator: Comparator::Equal, ..goal.clone() }
        }
        _ => Quantity { comparator: Comparator::Equal, ..goal.clone() },
    }
}

fn positive(quantity: &Option<Quantity>) -> Option<&Quantity> {
    quantity.as_ref().filter(|q| q.as_number().is_some_and(|n| n > 0.0))
}

/// The per cent of a share; none of what is no share.
pub fn percent(quantity: &Quantity) -> Option<Quantity> {
    let (Value::Share { .. }, Some(percent)) = (&quantity.value, quantity.as_number()) else { return None };
    let share = Quantity { comparator: Comparator::Equal, ..quantity.clone() };
    let expression = wording::value(&share).replace('/', " / ");
    Some(Quantity {
        comparator: quantity.comparator,
        ..Quantity::formula(percent, "%", expression, vec![quantity.clone()])
    })
}

/// The value with its unit; a share as `58,5% (31/53)`.
pub fn with_unit(quantity: &Quantity, goal: Option<f64>, ledger: &mut Ledger) -> String {
    if let Some(percent) = percent(quantity) {
        let share = Quantity { comparator: Comparator::Equal, ..quantity.clone() };
        return format!("{} ({})", ledger.value_beside(&percent, goal), ledger.value(&share));
    }
    let value = ledger.value_beside(quantity, goal);
    let unit = wording::unit_after(quantity);
    if unit.is_empty() { value } else { format!("{value} {}", mark::name(&unit)) }
}

type Sided = (Option<String>, Option<String>);

/// The size of a difference and which way it goes; nothing of one that prints as zero.
fn sided(difference: &Option<Quantity>, words: [&'static str; 2], ledger: &mut Ledger) -> Sided {
    let Some(quantity) = difference else { return (None, None) };
    let Some(value) = quantity.as_number().filter(|v| v.abs() >= 0.05) else { return (None, None) };
    (Some(ledger.size(quantity)), Some(words[usize::from(value < 0.0)].to_owned()))
}

fn forecast(forecast: &Forecast, ledger: &mut Ledger) -> ForecastText {
    let value = ledger.rounded(&forecast.value);
    let (low, high) = (ledger.rounded(&forecast.interval.0), ledger.rounded(&forecast.interval.1));
    let point = mark::plain(&low) == mark::plain(&high);
    let unit = wording::unit_after(&forecast.value);
    let value = if unit.is_empty() { value } else { format!("{value} {}", mark::name(&unit)) };
    ForecastText { value, low: (!point).then_some(low), high: (!point).then_some(high) }
}
