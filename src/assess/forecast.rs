//! Forecasts, *dự kiến*: the mean change of the last quarters carried on, with a prediction interval.
//!
//! Each quarter to come is taken to be one more draw from the same distribution as the last `n` quarters. The sum of
//! `m` such draws has the mean `m·x̄`, and its 80 % prediction interval is
//! `m·x̄ ± t(0,9; n−1) · s · √(m + m²/n)`. Nothing is forecast from fewer than three quarters, nor further ahead than
//! twice the quarters seen, nor where the interval leaves what a value can be: near 100 % the change of the past does
//! not go on.

use crate::assess::arithmetic::{figure, joined, operand};
use crate::assess::model::Forecast;
use crate::quantity::{Comparator, Quantity};

/// What the report calls the method.
const METHOD: &str = "bình quân các quý gần nhất, khoảng dự báo 80% theo phân phối Student";

/// Two years: every season twice at most.
const MOST_POINTS: usize = 8;
const FEWEST_POINTS: usize = 3;

/// 90 % quantiles of Student's t for 2 to 7 degrees of freedom.
const T90: [f64; 6] = [1.886, 1.638, 1.533, 1.476, 1.440, 1.415];

/// The value `ahead` quarters from now, from the value so far and the changes of the quarters before, the latest
/// last. None above `greatest`; never below zero, nor, where no change was negative, below the value so far.
pub(crate) fn forecast(
    so_far: &Quantity,
    changes: &[Quantity],
    ahead: i32,
    greatest: f64,
) -> Option<Forecast> {
    let recent = &changes[changes.len().saturating_sub(MOST_POINTS)..];
    let n = recent.len();
    let m = f64::from(ahead);
    if so_far.comparator != Comparator::Equal || n < FEWEST_POINTS || ahead < 1 || m > 2.0 * n as f64 {
        return None;
    }
    let values = recent.iter().map(Quantity::as_number).collect::<Option<Vec<f64>>>()?;
    let start = so_far.as_number()?;
    let count = n as f64;
    let mean = values.iter().sum::<f64>() / count;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let t = T90.get(n - FEWEST_POINTS)?;
    let half = t * variance.sqrt() * (m + m * m / count).sqrt();
    if start + m * mean + half > greatest {
        return None;
    }
    let floor = if values.iter().all(|v| *v >= 0.0) { start } else { 0.0 };

    let inputs: Vec<Quantity> = std::iter::once(so_far).chain(recent).cloned().collect();
    let terms: Vec<String> = recent.iter().map(operand).collect();
    let central = format!("{} + {ahead} × ({}) / {n}", operand(so_far), joined(&terms));
    let quantity = |value: f64, expression: String| {
        Quantity::formula(value.max(floor), so_far.unit.clone(), expression, inputs.clone())
    };
    let middle = start + m * mean;
    let spread = format!(
        "{} × {} × √({ahead} + {ahead}²/{n})",
        t.to_string().replace('.', ","),
        figure(variance.sqrt())
    );
    Some(Forecast {
        value: quantity(middle, central),
        interval: (
            quantity(middle - half, format!("{} - {spread}", figure(middle))),
            quantity(middle + half, format!("{} + {spread}", figure(middle))),
        ),
        method: METHOD.to_owned(),
    })
}
