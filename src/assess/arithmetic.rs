//! Sums, differences and ratios of quantities that keep their formula. Nothing is rounded here.

use std::sync::Arc;

use crate::quantity::{Comparator, Quantity, Source, Value};
use crate::vietnamese::format_decimal;

/// Unit of a difference of two per cents.
pub(crate) const POINTS: &str = "điểm phần trăm";

/// Sums of more terms than this are told by their number instead of being written out.
const WRITTEN_OUT: usize = 12;

/// Whether two values are the same but for binary rounding.
pub(crate) fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// A number as it stands in a formula.
pub(crate) fn figure(value: f64) -> String {
    format_decimal(value, 2)
}

/// A quantity as it stands in a formula: `128`, `96,1%`, `29/58`.
pub(crate) fn operand(q: &Quantity) -> String {
    match &q.value {
        Value::Number(n) if q.unit == "%" => format!("{}%", figure(*n)),
        Value::Number(n) => figure(*n),
        Value::Range(low, high) => format!("{} - {}", figure(*low), figure(*high)),
        Value::Share { part, whole } => format!("{}/{}", figure(*part), figure(*whole)),
        Value::Yes(yes) => if *yes { "có" } else { "không" }.to_owned(),
        Value::Words(words) => words.clone(),
    }
}

/// Terms of a sum, `36 + 45 - 2`; only their number when they are many.
pub(crate) fn joined(terms: &[String]) -> String {
    match terms.len() {
        // Printed negatives have U+2212.
        0..=WRITTEN_OUT => terms.join(" + ").replace("+ \u{2212}", "- "),
        n => format!("tổng của {n} số"),
    }
}

/// The per cent of a share or a per-cent number is one; a count is its number.
fn is_per_cent(q: &Quantity) -> bool {
    q.unit == "%"
}

/// Whether every input is exact, so that what is worked out from them is.
fn weakest(inputs: &[Quantity]) -> Comparator {
    let lower_bound = inputs.iter().any(|q| q.comparator == Comparator::AtLeast);
    if lower_bound { Comparator::AtLeast } else { Comparator::Equal }
}

/// `36 + 45 + 47`; the quantity itself when there is one. Shares give the share of the sums, over `base` where the
/// base is fixed. None when there is nothing, when the kinds are mixed, or when per cents of unknown bases would
/// have to be added.
pub(crate) fn sum(inputs: Vec<Quantity>, base: Option<f64>) -> Option<Quantity> {
    if inputs.len() <= 1 {
        return inputs.into_iter().next();
    }
    let unit = inputs.iter().map(|q| q.unit.clone()).find(|u| !u.is_empty()).unwrap_or_default();
    let mut summed = match inputs.first()?.value {
        Value::Share { .. } => sum_of_shares(inputs, base)?,
        Value::Number(_) => {
            let per_cents = inputs.iter().filter(|q| is_per_cent(q)).count();
            if per_cents > 0 && (base.is_none() || per_cents < inputs.len()) {
                return None;
            }
            let numbers = inputs.iter().map(number).collect::<Option<Vec<f64>>>()?;
            let terms: Vec<String> = inputs.iter().map(operand).collect();
            let comparator = weakest(&inputs);
            let sum = Quantity::formula(numbers.iter().sum(), unit, joined(&terms), inputs);
            Quantity { comparator, ..sum }
        }
        _ => return None,
    };
    if is_per_cent(&summed) {
        summed.unit = "%".to_owned();
    }
    Some(summed)
}

fn number(q: &Quantity) -> Option<f64> {
    match q.value {
        Value::Number(n) => Some(n),
        _ => None,
    }
}

fn sum_of_shares(inputs: Vec<Quantity>, base: Option<f64>) -> Option<Quantity> {
    let shares = inputs.iter().map(|q| match q.value {
        Value::Share { part, whole } => Some((part, whole)),
        _ => None,
    });
    let shares = shares.collect::<Option<Vec<(f64, f64)>>>()?;
    let parts: Vec<String> = shares.iter().map(|(part, _)| figure(*part)).collect();
    let wholes: Vec<String> = shares.iter().map(|(_, whole)| figure(*whole)).collect();
    let part = shares.iter().map(|(part, _)| part).sum();
    let whole = base.unwrap_or_else(|| shares.iter().map(|(_, whole)| whole).sum());
    let below = base.map_or_else(|| format!("({})", joined(&wholes)), figure);
    let expression = match inputs.len() {
        0..=WRITTEN_OUT => format!("({}) / {below}", joined(&parts)),
        _ => format!("{} / {}", figure(part), figure(whole)),
    };
    Some(share(part, whole, expression, inputs))
}

/// A share worked out from `inputs`.
pub(crate) fn share(part: f64, whole: f64, expression: String, inputs: Vec<Quantity>) -> Quantity {
    let comparator = weakest(&inputs);
    let source = Arc::new(Source::Formula { expression, inputs });
    Quantity { value: Value::Share { part, whole }, unit: "%".to_owned(), comparator, source }
}

/// `to - from`, in points for per cents, else in the unit of `to`; none where one of them is no number or their
/// units are of different kinds.
pub(crate) fn difference(to: &Quantity, from: &Quantity) -> Option<Quantity> {
    if is_per_cent(to) != is_per_cent(from) {
        return None;
    }
    let value = to.as_number()? - from.as_number()?;
    let unit = if is_per_cent(to) { POINTS } else { &to.unit };
    let expression = format!("{} - {}", operand(to), operand(from));
    Some(Quantity::formula(value, unit, expression, vec![to.clone(), from.clone()]))
}

/// `part / whole` in per cent; none where one of them is no number, their units are of different kinds, or the
/// whole is zero.
pub(crate) fn per_cent_of(part: &Quantity, whole: &Quantity) -> Option<Quantity> {
    let (a, b) = (part.as_number()?, whole.as_number()?);
    if b == 0.0 || is_per_cent(part) != is_per_cent(whole) {
        return None;
    }
    let bare = |q: &Quantity| match q.value {
        Value::Share { .. } => format!("({})", operand(q)),
        _ => operand(q),
    };
    let expression = format!("{} / {}", bare(part), bare(whole));
    let ratio = Quantity::formula(a / b * 100.0, "%", expression, vec![part.clone(), whole.clone()]);
    Some(Quantity { comparator: part.comparator, ..ratio })
}
