//! A value far from its own history.
//!
//! The modified z-score of Iglewicz and Hoaglin (1993): a value is told when it lies more than 3.5 scaled median
//! absolute deviations (1.4826 · MAD) from the median of the earlier values. A history that hardly moves would make
//! every change a jump, so the scale is at least a tenth of the median, and for counts at least √(mean + 1), by
//! which rare events (Poisson) differ of themselves, and a count must be off by more than five.

use std::collections::BTreeMap;

use super::place_of;
use crate::assess::arithmetic::{figure, operand};
use crate::assess::observe::Record;
use crate::assess::organisations::name_of;
use crate::diagnostic::Diagnostic;
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::Quantity;

/// Earlier values needed before anything is called a jump.
const HISTORY: usize = 5;
const LIMIT: f64 = 3.5;
/// Differences of counts that are never told.
const SMALL: f64 = 5.0;

/// Quarterly values that jump against the earlier ones of the same organisation, or of the bloc where no
/// organisation is given. Of running totals, what was added in each quarter is looked at.
pub(super) fn jumps(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(record.target.measure, Measure::Rating | Measure::YesNo) {
        return;
    }
    let mut series: BTreeMap<Option<&str>, Vec<(Period, &Quantity)>> = BTreeMap::new();
    let quarters = record.observed.iter().filter(|(p, _)| matches!(p, Period::Quarter(..)));
    for (period, seen) in quarters {
        for (id, value) in &seen.by_organisation {
            series.entry(Some(id)).or_default().push((*period, value));
        }
        if let (true, Some(value)) = (seen.by_organisation.is_empty(), &seen.bloc) {
            series.entry(None).or_default().push((*period, value));
        }
    }
    for (who, values) in series {
        for jump in in_series(record, &values) {
            found.push(
                jump.arg("scope", who.map_or("bloc", |_| "organisation"))
                    .arg("organisation", who.map_or("-", |id| name_of(record.office, id))),
            );
        }
    }
}

fn in_series(record: &Record<'_>, values: &[(Period, &Quantity)]) -> Vec<Diagnostic> {
    let numbers: Vec<f64> = values.iter().filter_map(|(_, q)| q.as_number()).collect();
    if numbers.len() < values.len() {
        return Vec::new();
    }
    let running = record.target.measure == Measure::Cumulative;
    let (skip, numbers) = match running {
        true => (1, numbers.windows(2).map(|w| w[1] - w[0]).collect()),
        false => (0, numbers),
    };
    let counts = values.iter().all(|(_, q)| q.unit != "%");
    let judged = (HISTORY..numbers.len()).filter_map(|i| {
        let (median, scale) = spread_of(&numbers[..i], counts)?;
        let distance = (numbers[i] - median).abs();
        let small = counts && distance <= SMALL;
        (distance > LIMIT * scale && !small).then(|| (i + skip, median, distance / scale))
    });
    let finding = |(i, median, distance): (usize, f64, f64)| {
        let (period, value) = values[i];
        let finding = Diagnostic::warning("value-jumps")
            .arg("target", &record.target.short)
            .arg("period", period.name())
            .arg("value", operand(value))
            .arg("median", figure(median))
            .arg("distance", figure(distance))
            .arg("kind", if running { "change" } else { "value" });
        Diagnostic { place: place_of(&value.source), ..finding }
    };
    judged.map(finding).collect()
}

/// Median and scaled median absolute deviation; none where both are zero.
fn spread_of(values: &[f64], counts: bool) -> Option<(f64, f64)> {
    let middle = median(values.to_vec());
    let deviation = median(values.iter().map(|v| (v - middle).abs()).collect());
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let least = if counts { (mean.abs() + 1.0).sqrt() } else { 0.0 };
    let scale = (1.4826 * deviation).max(0.1 * middle.abs()).max(least);
    (scale > 0.0).then_some((middle, scale))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    if values.len().is_multiple_of(2) { (values[half - 1] + values[half]) / 2.0 } else { values[half] }
}
