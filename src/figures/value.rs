//! What an amount is worth under its unit, and how the words around it bound it.

use super::amount::{Amount, AmountKind};
use super::lexicon::{Bound, UnitClass};
use super::numeral::{Number, Reading, exact};
use super::skip::Scan;
use crate::quantity::{Comparator, Value};

/// The value under the reading that the unit asks for.
pub(super) fn resolve(amount: &Amount, class: UnitClass) -> Option<Value> {
    let decimal =
        matches!(class, UnitClass::Percent | UnitClass::Measure | UnitClass::Age | UnitClass::Times);
    let read = |n: &Number| match n.reading {
        Some(Reading::CommaThree { thousands, decimal: d }) => Some(if decimal { d } else { thousands }),
        Some(Reading::DotThree { thousands, decimal: d }) => {
            Some(if class == UnitClass::Percent { d } else { thousands })
        }
        Some(Reading::Dotted(d)) => {
            (decimal || class == UnitClass::Thing || class == UnitClass::Money).then_some(d)
        }
        _ => Some(n.value),
    };
    let first = read(&amount.first)?;
    let Some(second) = amount.second.as_ref() else { return Some(Value::Number(first)) };
    let last = read(second)?;
    match amount.kind {
        AmountKind::Range => {
            // `1 - 2 triệu`: the scale speaks of both.
            let low = if second.scaled && !amount.first.scaled && first < 1000.0 {
                scaled_low(first, last)
            } else {
                first
            };
            (low < last).then_some(Value::Range(low, last))
        }
        _ => {
            // `1.428/1.340 tỷ đồng`: here too.
            let scaled = second.scaled && !amount.first.scaled && first < 1e6;
            let part = if scaled { scaled_low(first, last) } else { first };
            Some(Value::Share { part, whole: last })
        }
    }
}

fn scaled_low(low: f64, high: f64) -> f64 {
    let mut factor = 1.0;
    for candidate in [1e3, 1e6, 1e9] {
        if high >= candidate {
            factor = candidate;
        }
    }
    exact(low * factor)
}

/// Comparators before a number, `từ` among them.
pub(super) struct Bounds {
    /// First token of them, or of the number.
    pub start: usize,
    bound: Option<Bound>,
    about: bool,
    from: bool,
}

pub(super) fn bounds_before(scan: &Scan, i: usize) -> Bounds {
    let mut bounds = Bounds { start: i, bound: None, about: false, from: false };
    let mut at = i;
    loop {
        if scan.follows(at, "từ") && bounds.start == at && !bounds.from && !scan.follows(at - 1, "đến") {
            // «tăng từ 81% … lên 94,2%», «từ 25 triệu lên 42 triệu»: where it was, no floor.
            let rises = |to: usize| scan.is_any(to, &["lên", "xuống"]) && !scan.follows(to, "trở");
            bounds.from = !scan.follows_any(at - 1, &["tăng", "giảm", "nâng"]) && !(i + 1..i + 4).any(rises);
            at -= 1;
            bounds.start = at;
            continue;
        }
        let found = scan.lexicon.before.ending_at(&scan.tokens[..scan.end], scan.start, at);
        // `đại hội cấp trên 18 đồng chí` compares nothing.
        let compares = |first: usize| !(scan.follows(first, "cấp") && scan.is(first, "trên"));
        let found = found.filter(|(first, bound)| *bound != Bound::Exactly && compares(*first));
        let Some((first, bound)) = found else { break };
        bounds.about |= matches!(bound, Bound::About | Bound::Nearly);
        if bounds.bound.is_none() || bounds.bound == Some(Bound::About) {
            bounds.bound = Some(bound);
        }
        at = first;
        bounds.start = first;
    }
    bounds
}

/// The comparator and whether the amount is approximate.
pub(super) fn compare(
    bounds: &Bounds,
    after: Option<Bound>,
    value: &Value,
    class: UnitClass,
) -> (Comparator, bool) {
    if matches!(value, Value::Range(..)) {
        return (Comparator::Range, bounds.about);
    }
    let measured = matches!(class, UnitClass::Percent | UnitClass::Money | UnitClass::Measure);
    let comparator = match after.or(bounds.bound) {
        Some(Bound::MoreThan) => Comparator::MoreThan,
        Some(Bound::AtLeast) => Comparator::AtLeast,
        Some(Bound::AtMost) => Comparator::AtMost,
        Some(Bound::LessThan) => Comparator::LessThan,
        Some(Bound::About) => Comparator::About,
        Some(Bound::Nearly) => Comparator::Nearly,
        // «từ 3%» is a floor; «đến từ 5 đảng bộ», «từ 1.000 bài gửi về» say where from.
        Some(Bound::Exactly) | None if bounds.from && measured => Comparator::AtLeast,
        Some(Bound::Exactly) | None => Comparator::Equal,
    };
    (comparator, bounds.about)
}
