//! The charts' data.

use crate::assess::{Assessment, Status, TargetStanding};
use crate::compose::context::{has_trend, over_years, percent, rests_on, trending, whole_goal};
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::document::{BulletBar, Categories, Chart, ChartData, FigureId, TextStyle};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity};
use crate::vietnamese::format_decimal;

/// Most lines of a trend.
const LINES: usize = 4;

/// Result against target, one bar a target whose result is a number; none without any.
pub fn bullets(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let period = assessment.period;
    let drawn = |t: &&TargetStanding| t.target.measure != Measure::YesNo && !over_years(t, period);
    let shown = assessment.targets.iter().filter(drawn);
    let bars: Vec<BulletBar> = shown.map(|t| bar(t, ledger)).collect();
    bars.iter().any(|b| b.share.is_some()).then(|| chart("target-chart", ChartData::Bullet(bars)))
}

fn chart(anchor: &str, data: ChartData) -> Chart {
    Chart { anchor: anchor.to_owned(), caption: Vec::new(), alt: String::new(), data, note: Vec::new() }
}

fn bar(standing: &TargetStanding, ledger: &mut Ledger) -> BulletBar {
    ledger.subject.clone_from(&standing.target.title);
    let mut bar = BulletBar {
        label: mark::clean(&standing.target.short),
        share: None,
        pace: standing.pace.as_ref().and_then(Quantity::as_number).map(|p| p / 100.0),
        text: ink::runs(standing.status.words(), TextStyle::default(), ledger),
    };
    let (Some((period, latest)), Some(share)) = (rests_on(standing), share(standing)) else { return bar };
    bar.share = share.as_number().map(|s| s / 100.0);
    let older = period.last_day() < standing_day(standing);
    if let (Period::Year(year), true) = (period, older || standing.status == Status::NotYetDue) {
        bar.label = format!("{} ({year})", bar.label);
    }
    let total = standing.cumulative.as_ref().unwrap_or(latest);
    let goal = whole_goal(&standing.goal);
    let value = percent(total).unwrap_or_else(|| total.clone());
    // The per cent sign stands once, behind the goal: `94,3/90%`.
    let unsigned = Quantity { unit: String::new(), ..value };
    let marked = format!(
        "{}/{} · {}",
        ledger.value_beside(&unsigned, goal.as_number()),
        ledger.value(&goal),
        ledger.value_beside(&share, Some(100.0))
    );
    bar.text = ink::runs(&marked, TextStyle::default(), ledger);
    bar
}

/// The last day that the standing knows of.
fn standing_day(standing: &TargetStanding) -> chrono::NaiveDate {
    standing.by_quarter.last().map_or(chrono::NaiveDate::MIN, |(period, _)| period.first_day())
}

/// The share of the target; worked out here for ratings, which are judged by their difference.
fn share(standing: &TargetStanding) -> Option<Quantity> {
    let (_, latest) = rests_on(standing)?;
    if let Some(share) = &standing.share {
        return Some(share.clone());
    }
    let (value, goal) = (latest.as_number()?, standing.goal.as_number().filter(|g| *g > 0.0)?);
    let unsigned = Quantity {
        unit: String::new(),
        comparator: Comparator::Equal,
        ..percent(latest).unwrap_or(latest.clone())
    };
    let expression = format!("{} / {}", wording::value(&unsigned), format_decimal(goal, 2));
    Some(Quantity::formula(
        value / goal * 100.0,
        "%",
        expression,
        vec![latest.clone(), standing.goal.clone()],
    ))
}

/// Standing values in per cent by quarter, one line a target; ratings are yearly and left out.
pub fn percents(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let shown: Vec<&TargetStanding> = trending(assessment).into_iter().take(LINES).collect();
    let trend = trend(&shown, ledger)?;
    Some(chart("trend-chart", ChartData::Trend(trend)))
}

/// What came in by quarter, of the first flow that has enough.
pub fn flow(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let flow = assessment.targets.iter().find(|t| t.target.measure == Measure::Flow && has_trend(t))?;
    let trend = trend(&[flow], ledger)?;
    Some(chart("flow-chart", ChartData::Trend(trend)))
}

fn unit(standing: &TargetStanding) -> String {
    let values = || standing.by_quarter.iter().filter_map(|(_, v)| v.as_ref());
    if values().any(|q| q.unit == "%") { "%".to_owned() } else { mark::clean(&standing.goal.unit) }
}

fn number(value: &Option<Quantity>) -> Option<f64> {
    value.as_ref().and_then(Quantity::as_number)
}

/// The targets' quarters from the first that any of them has.
fn trend(shown: &[&TargetStanding], ledger: &mut Ledger) -> Option<Categories> {
    let first =
        shown.iter().filter_map(|t| t.by_quarter.iter().position(|(_, v)| number(v).is_some())).min()?;
    let quarters = shown.first()?.by_quarter.get(first..)?;
    let mut trend = Categories {
        labels: quarters.iter().map(|(p, _)| label(*p)).collect(),
        unit: unit(shown.first()?),
        ..Categories::default()
    };
    for standing in shown {
        let mut figures: Vec<Option<FigureId>> = Vec::new();
        let mut values = Vec::new();
        for (_, value) in standing.by_quarter.get(first..).unwrap_or_default() {
            let shown = value.as_ref().map(|q| percent(q).unwrap_or_else(|| q.clone()));
            figures.push(shown.as_ref().map(|q| ledger.id(q, &wording::value(q))));
            values.push(shown.and_then(|q| q.as_number()).map(printed));
        }
        trend.series.push((mark::clean(&standing.target.short), values));
        trend.figures.push(figures);
    }
    Some(trend)
}

/// The value as the figure's text prints it: one decimal.
fn printed(value: f64) -> f64 {
    format_decimal(value, 1)
        .replace('.', "")
        .replace(',', ".")
        .replace('\u{2212}', "-")
        .parse()
        .unwrap_or(value)
}

/// `III/2023`.
fn label(period: Period) -> String {
    period.name().trim_start_matches("quý ").to_owned()
}
