//! In which unit a target's results are compared, and each result turned into it or refused with the reason.

use crate::assess::arithmetic::{figure, same, share, sum};
use crate::diagnostic::Diagnostic;
use crate::office::{Measure, Office, RatingScale, ResultValue, Target};
use crate::quantity::{Comparator, Quantity, Value};
use crate::vietnamese::fold;

/// The unit that a target's results are compared in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Units {
    /// A count.
    Count,
    /// Per cent of a base that comes with each result.
    PerCent,
    /// Per cent of a fixed base: shares over that base.
    PerCentOf(f64),
    /// A count; the goal is a per cent of the fixed base: yearly admissions of 3 % of the head count.
    CountOf(f64),
    /// Yes or no.
    Answer,
}

impl Units {
    /// The unit for a target, given its results: a flow in per cent of a fixed base is compared in counts unless
    /// the office reports it in per cent.
    pub fn of(target: &Target, rows: &[&ResultValue]) -> Units {
        if target.measure == Measure::YesNo || matches!(target.value, Value::Yes(_)) {
            return Units::Answer;
        }
        let per_cent = target.unit == "%" || target.measure == Measure::Rating;
        let base = target.base.as_ref().and_then(|b| b.value);
        match base {
            _ if !per_cent => Units::Count,
            None => Units::PerCent,
            Some(base) if target.measure == Measure::Flow && !rows.iter().any(|r| is_per_cent(r)) => {
                Units::CountOf(base)
            }
            Some(base) => Units::PerCentOf(base),
        }
    }

    /// The fixed base of a per cent.
    pub fn base(self) -> Option<f64> {
        match self {
            Units::PerCentOf(base) => Some(base),
            _ => None,
        }
    }
}

fn is_per_cent(row: &ResultValue) -> bool {
    row.unit == "%" && matches!(row.value, Value::Number(_))
}

/// The target's value in the unit that results are compared in; `counted` names what results count.
pub(crate) fn goal(target: &Target, units: Units, counted: &str) -> Quantity {
    let stated = Quantity {
        value: target.value.clone(),
        unit: target.unit.clone(),
        comparator: target.comparator,
        source: target.source.clone(),
    };
    let (Units::CountOf(base), Value::Number(per_cent)) = (units, &target.value) else { return stated };
    let mut inputs = vec![stated.clone()];
    if let Some(source) = target.base.as_ref().and_then(|b| b.source.clone()) {
        inputs.push(Quantity::number(base, counted, source));
    }
    let expression = format!("{}% × {}", figure(*per_cent), figure(base));
    let count = Quantity::formula(per_cent * base / 100.0, counted, expression, inputs);
    Quantity { comparator: target.comparator, ..count }
}

/// A result as a quantity that can be compared with the goal; the finding says why it cannot. `counted` is the unit
/// of a count that names none.
pub(crate) fn convert(
    office: &Office,
    target: &Target,
    units: Units,
    counted: &str,
    row: &ResultValue,
) -> Result<Quantity, Box<Diagnostic>> {
    let one = row.organisation.is_some();
    let is_count = matches!(row.value, Value::Number(_));
    let stated = Quantity {
        value: row.value.clone(),
        unit: if row.unit.is_empty() && is_count { counted.to_owned() } else { row.unit.clone() },
        comparator: Comparator::Equal,
        source: row.source.clone(),
    };
    let per_cent = |q: Quantity| Quantity { unit: "%".to_owned(), ..q };
    match (&row.value, units) {
        (Value::Number(_), Units::Count | Units::CountOf(_)) if !is_per_cent(row) => Ok(stated),
        (Value::Number(_), Units::PerCent | Units::PerCentOf(_)) if is_per_cent(row) => Ok(stated),
        (Value::Number(_), Units::PerCentOf(_)) if one => Ok(stated),
        (Value::Number(n), Units::PerCentOf(base)) if base != 0.0 => {
            Ok(share(*n, base, format!("{} / {}", figure(*n), figure(base)), vec![stated]))
        }
        (Value::Share { whole, .. }, Units::PerCentOf(base) | Units::CountOf(base))
            if !one && !same(*whole, base) =>
        {
            let finding = refused("result-base-differs", target, row);
            Err(Box::new(finding.arg("base", figure(base)).arg("given", figure(*whole))))
        }
        (Value::Share { .. }, Units::PerCent | Units::PerCentOf(_)) => Ok(per_cent(stated)),
        (Value::Share { part, .. }, Units::CountOf(_)) => {
            Ok(Quantity { value: Value::Number(*part), unit: counted.to_owned(), ..stated })
        }
        (Value::Yes(_), Units::Answer) => Ok(stated),
        (Value::Yes(_), _) if one => Ok(stated),
        (Value::Words(words), Units::Answer) => {
            let reached = reaches(office, target, row, words)?;
            Ok(Quantity { value: Value::Yes(reached), unit: String::new(), ..stated })
        }
        (Value::Words(words), _) if one && (target.rating.is_some() || target.measure == Measure::Rating) => {
            reaches(office, target, row, words).map(|_| stated)
        }
        (Value::Number(_), Units::PerCent) => Err(Box::new(refused("result-without-base", target, row))),
        _ => Err(Box::new(refused("result-wrong-kind", target, row))),
    }
}

fn refused(code: &'static str, target: &Target, row: &ResultValue) -> Diagnostic {
    Diagnostic::warning(code)
        .place(row.place.clone())
        .arg("target", &target.short)
        .arg("period", row.period.name())
        .arg("value", said(&row.value, &row.unit))
        .arg("unit", if target.unit.is_empty() { "-" } else { &target.unit })
}

/// A value as a message shows it.
pub(crate) fn said(value: &Value, unit: &str) -> String {
    let number = |text: String| match unit {
        "" => text,
        "%" => format!("{text}%"),
        unit => format!("{text} {unit}"),
    };
    match value {
        Value::Number(n) => number(figure(*n)),
        Value::Range(low, high) => number(format!("{} - {}", figure(*low), figure(*high))),
        Value::Share { part, whole } => format!("{}/{}", figure(*part), figure(*whole)),
        Value::Yes(true) => "có".to_owned(),
        Value::Yes(false) => "không".to_owned(),
        Value::Words(words) => words.clone(),
    }
}

/// Whether a rating in words reaches the target's lowest level, on the target's own scale and no other.
fn reaches(
    office: &Office,
    target: &Target,
    row: &ResultValue,
    words: &str,
) -> Result<bool, Box<Diagnostic>> {
    let Some((scale, _)) = scale_of(office, target) else {
        return Err(Box::new(refused("rating-without-scale", target, row)));
    };
    let outside =
        || Box::new(refused("rating-not-in-scale", target, row).arg("scale", scale.levels.join("; ")));
    level_reached(office, target, words).ok_or_else(outside)
}

/// Whether the words are at least the target's lowest level; none where they are not on the target's scale.
pub(crate) fn level_reached(office: &Office, target: &Target, words: &str) -> Option<bool> {
    let (scale, lowest) = scale_of(office, target)?;
    Some(level(scale, words)? <= level(scale, lowest)?)
}

/// A rating's place on the scale, 0 the best.
pub(crate) fn level(scale: &RatingScale, words: &str) -> Option<usize> {
    let same = |level: &String| level == words;
    scale.levels.iter().position(same).or_else(|| {
        let words = fold(words);
        scale.levels.iter().position(|level| fold(level) == words)
    })
}

/// An organisation's answer as yes or no; none for a number.
pub(crate) fn does(office: &Office, target: &Target, value: &Value) -> Option<bool> {
    match value {
        Value::Yes(yes) => Some(*yes),
        Value::Words(words) => level_reached(office, target, words),
        _ => None,
    }
}

/// The organisations' values as one: counts added, over `base` where it is fixed; shares of the sums; of answers and
/// ratings the share of those that do, over those rated for ratings, over the base or all `existing` for the rest.
/// None when they cannot be added.
pub(crate) fn together(
    office: &Office,
    target: &Target,
    units: Units,
    values: Vec<Quantity>,
    existing: usize,
) -> Option<Quantity> {
    let whole_of = |given: usize| match units {
        Units::PerCentOf(base) => base,
        _ if target.measure == Measure::Rating => given as f64,
        _ => existing.max(given) as f64,
    };
    let over = |part: f64, values: Vec<Quantity>| {
        let whole = whole_of(values.len());
        share(part, whole, format!("{} / {}", figure(part), figure(whole)), values)
    };
    match (&values.first()?.value, units) {
        (Value::Number(_), Units::PerCentOf(_)) if values.iter().all(|q| q.unit != "%") => {
            let part = sum(values.clone(), None)?.as_number()?;
            return Some(over(part, values));
        }
        (Value::Number(_) | Value::Share { .. } | Value::Range(..), _) => return sum(values, units.base()),
        (Value::Yes(_) | Value::Words(_), _) => {}
    }
    let answers = values.iter().map(|q| does(office, target, &q.value)).collect::<Option<Vec<bool>>>()?;
    let part = answers.iter().filter(|yes| **yes).count() as f64;
    match units {
        Units::Answer => None,
        Units::PerCent | Units::PerCentOf(_) => Some(over(part, values)),
        Units::Count | Units::CountOf(_) => {
            let expression = format!("đếm {} trong {} tổ chức gửi số liệu", figure(part), values.len());
            Some(Quantity::formula(part, target.unit.clone(), expression, values))
        }
    }
}

/// The target's rating scale and the lowest level that counts.
pub(crate) fn scale_of<'a>(office: &'a Office, target: &'a Target) -> Option<(&'a RatingScale, &'a str)> {
    let (id, lowest) = target.rating.as_ref()?;
    Some((office.rating_scales.iter().find(|s| s.id == *id)?, lowest))
}
