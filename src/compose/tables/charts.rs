//! The charts' data.

use crate::assess::{Assessment, TargetStanding};
use crate::compose::context::{by_share, percent, rests_on};
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::document::{BulletBar, Categories, Chart, ChartData, FigureId, TextStyle};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity};
use crate::vietnamese::format_decimal;

/// Fewest points of a trend.
const TREND_POINTS: usize = 3;
/// Most lines of a trend.
const LINES: usize = 4;

/// Result against target, one bar a target whose result is a number; none without any.
pub fn bullets(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let shown = assessment.targets.iter().filter(|t| t.target.measure != Measure::YesNo);
    let bars: Vec<BulletBar> = shown.map(|t| bar(t, ledger)).collect();
    bars.iter().any(|b| b.share.is_some()).then(|| chart("target-chart", ChartData::Bullet(bars)))
}

fn chart(anchor: &str, data: ChartData) -> Chart {
    Chart { anchor: anchor.to_owned(), caption: Vec::new(), alt: String::new(), data, note: Vec::new() }
}

fn bar(standing: &TargetStanding, ledger: &mut Ledger) -> BulletBar {
    let share = standing.share.as_ref().and_then(Quantity::as_number).map(|s| s / 100.0);
    let share = share.filter(|_| rests_on(standing).is_some());
    let marked = match share {
        Some(_) => bar_text(standing, ledger),
        None => standing.status.words().to_owned(),
    };
    BulletBar {
        label: mark::clean(&standing.target.short),
        share,
        pace: standing.pace.as_ref().and_then(Quantity::as_number).map(|p| p / 100.0),
        text: ink::runs(&marked, TextStyle::default(), ledger),
    }
}

/// Result / target: `128/150 · 85,3%` of counts, `91,4% / 90%` of per cents.
fn bar_text(standing: &TargetStanding, ledger: &mut Ledger) -> String {
    let Some((period, latest)) = rests_on(standing) else { return standing.status.words().to_owned() };
    let total = standing.cumulative.as_ref().unwrap_or(latest);
    let goal = Quantity { comparator: Comparator::Equal, ..standing.goal.clone() };
    let over = ledger.value(&goal);
    let percent = percent(total);
    let value = ledger.value_beside(percent.as_ref().unwrap_or(total), goal.as_number());
    let year = match period {
        Period::Year(year) => format!(" ({})", mark::name(&year.to_string())),
        _ => String::new(),
    };
    match &standing.share {
        Some(share) if by_share(standing) && goal.unit != "%" => {
            format!("{value}/{over} · {}", ledger.value_beside(share, Some(100.0)))
        }
        _ => format!("{value} / {over}{year}"),
    }
}

/// Standing values in per cent by quarter, one line a target; ratings are yearly and left out.
pub fn percents(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let in_percent = |t: &&TargetStanding| {
        matches!(t.target.measure, Measure::Cumulative | Measure::Level) && unit(t) == "%" && has_trend(t)
    };
    let shown: Vec<&TargetStanding> = assessment.targets.iter().filter(in_percent).take(LINES).collect();
    let trend = trend(&shown, ledger)?;
    Some(chart("trend-chart", ChartData::Trend(trend)))
}

/// What came in by quarter, of the first flow that has enough.
pub fn flow(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let flow = assessment.targets.iter().find(|t| t.target.measure == Measure::Flow && has_trend(t))?;
    let trend = trend(&[flow], ledger)?;
    Some(chart("flow-chart", ChartData::Trend(trend)))
}

fn has_trend(standing: &TargetStanding) -> bool {
    standing.by_quarter.iter().filter(|(_, v)| number(v).is_some()).count() >= TREND_POINTS
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
    let first = shown.iter().filter_map(|t| t.by_quarter.iter().position(|(_, v)| number(v).is_some())).min()?;
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
    format_decimal(value, 1).replace('.', "").replace(',', ".").replace('\u{2212}', "-").parse().unwrap_or(value)
}

/// `III/2023`.
fn label(period: Period) -> String {
    period.name().trim_start_matches("quý ").to_owned()
}
