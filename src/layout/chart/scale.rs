//! Axes: round numbers for ticks, and where a value lies.

use crate::vietnamese::format_decimal;

/// An axis from `low` to `high` in equal steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// First tick.
    pub low: f64,
    /// Last tick.
    pub high: f64,
    /// From tick to tick.
    pub step: f64,
}

impl Scale {
    /// Round ticks around `low..=high`, about `count` of them.
    pub fn around(low: f64, high: f64, count: usize) -> Scale {
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let rough = span / count.max(1) as f64;
        let power = 10f64.powi(rough.log10().floor() as i32);
        // 2.5 only where it stays whole: 25, 250.
        let factors: &[f64] =
            if power >= 10.0 { &[1.0, 2.0, 2.5, 5.0, 10.0] } else { &[1.0, 2.0, 5.0, 10.0] };
        let step = factors.iter().map(|f| f * power).find(|s| *s >= rough * 0.999).unwrap_or(power * 10.0);
        let low = (low / step + 1e-9).floor() * step;
        let high = (high / step - 1e-9).ceil() * step;
        Scale { low, high: if high > low { high } else { low + step }, step }
    }

    /// For bars: round ticks that start from zero, or reach it from below.
    pub fn from_zero(values: impl Iterator<Item = f64>, count: usize) -> Scale {
        let (low, high) = bounds(values).unwrap_or((0.0, 1.0));
        let scale = Scale::around(low.min(0.0), high.max(0.0), count);
        // Counts have no fractions to mark.
        if scale.step < 1.0 && scale.high > 1.0 {
            Scale::around(low.min(0.0), high.max(0.0), 2)
        } else {
            scale
        }
    }

    /// For lines: from zero, unless all values lie high above it, where zero would hide every change.
    pub fn for_lines(values: impl Iterator<Item = f64>, per_cent: bool, count: usize) -> Scale {
        let Some((low, high)) = bounds(values) else { return Scale::around(0.0, 1.0, count) };
        if low < 0.0 || low < 0.75 * high || high <= 0.0 {
            return Scale::around(low.min(0.0), high.max(0.0), count);
        }
        let margin = (high - low).max(high * 0.02) * 0.15;
        let top = if per_cent && high <= 100.0 { (high + margin).min(100.0) } else { high + margin };
        Scale::around((low - margin).max(0.0), top, count)
    }

    /// The ticks.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.high - self.low) / self.step).round() as usize;
        (0..=count.min(100)).map(|i| self.low + i as f64 * self.step).collect()
    }

    /// Share of the axis at which the value lies, 0 at `low` and 1 at `high`; values beyond lie at the end.
    pub fn at(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// A value with its per cent sign, if per cent is its unit.
pub fn number(value: f64, unit: &str) -> String {
    let sign = if unit == "%" { "%" } else { "" };
    format!("{}{sign}", format_decimal(value, 2))
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|v| v.is_finite()).fold(None, |bounds, v| match bounds {
        None => Some((v, v)),
        Some((low, high)) => Some((f64::min(low, v), f64::max(high, v))),
    })
}

/// Boxes (top, height) in ascending order moved as little as two passes can, so that none overlap and all lie in
/// `low..=high` (as far as there is room).
pub fn spread(boxes: &mut [(f64, f64)], low: f64, high: f64) {
    let mut least = low;
    for (top, height) in boxes.iter_mut() {
        *top = top.max(least);
        least = *top + *height;
    }
    let mut most = high;
    for (top, height) in boxes.iter_mut().rev() {
        *top = top.min(most - *height);
        most = *top;
    }
}
