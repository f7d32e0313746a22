//! A quantity as a Vietnamese paper prints it.

use crate::quantity::{Comparator, Quantity, Source, Value};
use crate::vietnamese::{format_decimal, format_number};

/// Decimals of a number: a source's own number keeps two at most, a worked-out one shows one.
fn decimals(quantity: &Quantity) -> usize {
    match &*quantity.source {
        Source::Formula { .. } => 1,
        _ => 2,
    }
}

fn with_unit_sign(number: String, unit: &str) -> String {
    if unit == "%" { number + "%" } else { number }
}

/// A number with `%` where that is its unit; another unit is left to the sentence. Enough decimals that a value
/// which is not zero does not print as zero.
pub fn number(value: f64, quantity: &Quantity) -> String {
    let places = decimals(quantity);
    let text = format_decimal(value, places);
    let text = if text == "0" && value != 0.0 { format_number(value) } else { text };
    with_unit_sign(text, &quantity.unit)
}

/// The number, with more decimals where rounding would print it as the `goal` that it is not.
pub fn number_beside(value: f64, quantity: &Quantity, goal: f64) -> String {
    let places = decimals(quantity);
    let goal_text = format_decimal(goal, 4);
    let text = (places..=4)
        .map(|p| format_decimal(value, p))
        .find(|text| (value - goal).abs() < 1e-9 || *text != goal_text)
        .unwrap_or_else(|| format_decimal(value, places));
    with_unit_sign(text, &quantity.unit)
}

/// The word that stands before a value: `gần`, `hơn`, `khoảng`; empty for an exact one.
pub fn before(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Nearly => "gần ",
        Comparator::About => "khoảng ",
        Comparator::MoreThan => "hơn ",
        Comparator::LessThan => "dưới ",
        Comparator::AtMost => "không quá ",
        Comparator::AtLeast => "ít nhất ",
        Comparator::Equal | Comparator::Range => "",
    }
}

/// The value with its comparator, without a unit other than `%`: `gần 2.000`, `35,34%`, `925/962`, `180 - 200`.
pub fn value(quantity: &Quantity) -> String {
    let text = match &quantity.value {
        Value::Number(n) => number(*n, quantity),
        Value::Range(low, high) => {
            with_unit_sign(format!("{} - {}", format_number(*low), format_number(*high)), &quantity.unit)
        }
        Value::Share { part, whole } => format!("{}/{}", format_number(*part), format_number(*whole)),
        Value::Yes(true) => "đạt".to_owned(),
        Value::Yes(false) => "không đạt".to_owned(),
        Value::Words(words) => words.clone(),
    };
    format!("{}{text}", before(quantity.comparator))
}

/// The unit that follows the value in a sentence, with its space; empty for `%`, shares of a count and words.
pub fn unit_after(quantity: &Quantity) -> String {
    match quantity.value {
        Value::Yes(_) | Value::Words(_) => String::new(),
        _ if quantity.unit.is_empty() || quantity.unit == "%" => String::new(),
        _ => format!(" {}", quantity.unit),
    }
}

/// A difference with its sign, for tables: `+1,4`, `−2,3` (U+2212).
pub fn signed(value: f64, quantity: &Quantity) -> String {
    let size = format_decimal(value.abs(), decimals(quantity).max(1));
    if size == "0" {
        return size;
    }
    format!("{}{size}", if value < 0.0 { '\u{2212}' } else { '+' })
}

/// The unit of a difference: percentage points for per cents.
pub fn difference_unit(unit: &str) -> &str {
    if unit == "%" { "điểm phần trăm" } else { unit }
}

/// `a`, `a và b`, `a, b và c`; with semicolons where an item holds a comma.
pub fn list(items: &[String]) -> String {
    let comma = if items.iter().any(|i| i.contains([',', ';'])) { "; " } else { ", " };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first, last] if comma == ", " => format!("{first} và {last}"),
        [start @ .., last] if comma == ", " => format!("{} và {last}", start.join(comma)),
        _ => items.join(comma),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::Place;

    fn stated(value: Value, unit: &str, comparator: Comparator) -> Quantity {
        let source = Arc::new(Source::Place(Place::file("a.yaml")));
        Quantity { value, unit: unit.to_owned(), comparator, source }
    }

    fn worked(value: f64, unit: &str) -> Quantity {
        Quantity::formula(value, unit, "a / b", Vec::new())
    }

    /// A source's own decimals stay, worked-out ones are one; comparators stand before; result over target and part
    /// of a whole keep their forms.
    #[test]
    fn values() {
        let cases = [
            (stated(Value::Number(35.34), "%", Comparator::Equal), "35,34%"),
            (stated(Value::Number(2000.0), "đảng viên", Comparator::Nearly), "gần 2.000"),
            (
                stated(Value::Share { part: 8793.0, whole: 9500.0 }, "đảng viên", Comparator::Equal),
                "8.793/9.500",
            ),
            (stated(Value::Range(180.0, 200.0), "đảng viên", Comparator::Range), "180 - 200"),
            (stated(Value::Number(50.0), "%", Comparator::About), "khoảng 50%"),
            (stated(Value::Yes(true), "", Comparator::Equal), "đạt"),
            (worked(72.727, "%"), "72,7%"),
            (worked(0.004, "%"), "0%"),
            (worked(0.04, "%"), "0,04%"),
            (worked(128.0, "đảng viên"), "128"),
        ];
        for (quantity, text) in cases {
            assert_eq!(value(&quantity), text);
        }
    }

    /// Rounding never makes a value look like the goal that it misses.
    #[test]
    fn beside_a_goal() {
        assert_eq!(number_beside(89.97, &worked(89.97, "%"), 90.0), "89,97%");
        assert_eq!(number_beside(90.0, &worked(90.0, "%"), 90.0), "90%");
        assert_eq!(number_beside(91.44, &worked(91.44, "%"), 90.0), "91,4%");
        assert_eq!(number_beside(99.9996, &worked(99.9996, "%"), 100.0), "99,9996%");
    }

    /// Signs are those of print; what rounds to nothing has none.
    #[test]
    fn differences() {
        assert_eq!(signed(1.44, &worked(1.44, "%")), "+1,4");
        assert_eq!(signed(-2.27, &worked(-2.27, "%")), "−2,3");
        assert_eq!(signed(-0.01, &worked(-0.01, "%")), "0");
    }

    /// `và` before the last, semicolons where items hold commas.
    #[test]
    fn lists() {
        let list_of = |items: &[&str]| list(&items.iter().map(|i| (*i).to_owned()).collect::<Vec<_>>());
        assert_eq!(list_of(&[]), "");
        assert_eq!(list_of(&["a"]), "a");
        assert_eq!(list_of(&["a", "b"]), "a và b");
        assert_eq!(list_of(&["a", "b", "c"]), "a, b và c");
        assert_eq!(list_of(&["a, b", "c"]), "a, b; c");
    }
}
