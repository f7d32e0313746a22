//! Every measure with every comparator: the status of values around the goal, while there is time and at its end.

use std::fmt::Write;

use baocao::assess::assess;
use baocao::office::Measure;
use baocao::quantity::{Comparator, Value};

use super::builder::{last, office, period, result, target};

const MEASURES: [(&str, Measure, &str, &str); 4] = [
    // Half of the time has passed at the first period, all of it at the second.
    ("flow", Measure::Flow, "2023-H1", "2023"),
    ("cumulative", Measure::Cumulative, "2022-Q4", "2025-Q3"),
    ("level", Measure::Level, "2022-Q4", "2025-Q3"),
    // A rating is only ever judged with its year.
    ("rating", Measure::Rating, "2022", "2022"),
];

const GOALS: [(&str, Comparator, Value); 8] = [
    ("= 80", Comparator::Equal, Value::Number(80.0)),
    (">= 80", Comparator::AtLeast, Value::Number(80.0)),
    ("> 80", Comparator::MoreThan, Value::Number(80.0)),
    ("<= 80", Comparator::AtMost, Value::Number(80.0)),
    ("< 80", Comparator::LessThan, Value::Number(80.0)),
    ("~ 80 ± 4", Comparator::About, Value::Number(80.0)),
    ("gần 80 ± 4", Comparator::Nearly, Value::Number(80.0)),
    ("76 - 84", Comparator::Range, Value::Range(76.0, 84.0)),
];

const VALUES: [f64; 10] = [37.0, 38.0, 40.0, 41.0, 75.0, 76.0, 79.0, 80.0, 81.0, 85.0];

/// One line a measure, goal and period.
pub fn table() -> String {
    let mut out = String::from("From each value on: the status, in the middle of the time and at its end.\n");
    for (name, measure, half, end) in MEASURES {
        for (words, comparator, goal) in &GOALS {
            let _ = writeln!(out, "{name} {words}");
            let periods: &[&str] = if half == end { &[end] } else { &[half, end] };
            for code in periods {
                let mut last_status = "";
                let _ = write!(out, "  {code}:");
                for value in VALUES {
                    let status = status(measure, *comparator, goal.clone(), value, code);
                    if status != last_status {
                        let _ = write!(out, " {value} {status};");
                    }
                    last_status = status;
                }
                out.push('\n');
            }
        }
    }
    out
}

fn status(measure: Measure, comparator: Comparator, goal: Value, value: f64, code: &str) -> &'static str {
    let mut office = office();
    target(&mut office, "t", measure, comparator, goal, "%");
    last(&mut office).base = super::builder::base("tổng số đảng viên", Some(100.0));
    last(&mut office).tolerance = Some(4.0);
    last(&mut office).per_year = measure == Measure::Flow;
    result(&mut office, "t", None, code, Value::Number(value), "%");
    assess(&office, &[], period(code)).unwrap().targets[0].status.words()
}
