//! The charts' data.

use crate::assess::{Assessment, TargetStanding};
use crate::compose::context::{by_share, rests_on, with_unit};
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::document::{BulletBar, Categories, Chart, ChartData, FigureId, TextStyle};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::Quantity;

/// Fewest points of a trend.
const TREND_POINTS: usize = 3;
/// Most small panels.
const PANELS: usize = 6;

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

/// `128/176 · 72,7%` for what adds up, else `91,4% (2022)`.
fn bar_text(standing: &TargetStanding, ledger: &mut Ledger) -> String {
    let goal = standing.goal.as_number();
    if let (true, Some(total), Some(share)) = (by_share(standing), &standing.cumulative, &standing.share) {
        let share = ledger.value_beside(share, Some(100.0));
        if standing.goal.unit == "%" {
            return with_unit(total, goal, ledger);
        }
        let over = ledger.value(&standing.goal);
        return format!("{}/{over} · {share}", ledger.value(total));
    }
    match rests_on(standing) {
        Some((period, quantity)) => {
            let value = ledger.value_beside(quantity, goal);
            match period {
                Period::Year(year) => format!("{value} ({})", mark::name(&year.to_string())),
                _ => value,
            }
        }
        None => standing.status.words().to_owned(),
    }
}

/// The quarters of the term, one small panel a target that has enough of them.
pub fn trends(assessment: &Assessment, ledger: &mut Ledger) -> Option<Chart> {
    let enough = |t: &&TargetStanding| {
        t.by_quarter.iter().filter(|(_, v)| number(v).is_some()).count() >= TREND_POINTS
    };
    let shown: Vec<&TargetStanding> = assessment.targets.iter().filter(enough).take(PANELS).collect();
    let data = match shown[..] {
        [] => return None,
        [one] => ChartData::Trend(categories(one, ledger)),
        _ => ChartData::SmallMultiples(
            shown.iter().map(|t| (mark::clean(&t.target.short), categories(t, ledger))).collect(),
        ),
    };
    Some(chart("trend-chart", data))
}

fn number(value: &Option<Quantity>) -> Option<f64> {
    value.as_ref().and_then(Quantity::as_number)
}

/// One target's quarters, from the first that has a value.
fn categories(standing: &TargetStanding, ledger: &mut Ledger) -> Categories {
    let first = standing.by_quarter.iter().position(|(_, v)| number(v).is_some()).unwrap_or(0);
    let quarters = &standing.by_quarter[first..];
    let figures: Vec<Option<FigureId>> =
        quarters.iter().map(|(_, v)| v.as_ref().map(|q| ledger.id(q, &wording::value(q)))).collect();
    Categories {
        labels: quarters.iter().map(|(p, _)| label(*p)).collect(),
        series: vec![(
            mark::clean(&standing.target.short),
            quarters.iter().map(|(_, v)| number(v)).collect(),
        )],
        figures: vec![figures],
        unit: if quarters.iter().filter_map(|(_, v)| v.as_ref()).any(|q| q.unit == "%") {
            "%".to_owned()
        } else {
            mark::clean(&standing.goal.unit)
        },
        ..Categories::default()
    }
}

/// `III/2023`.
fn label(period: Period) -> String {
    period.name().trim_start_matches("quý ").to_owned()
}
