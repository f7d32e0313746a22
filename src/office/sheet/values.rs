//! What a cell says, in the notation of a YAML file's value.

use crate::diagnostic::Diagnostic;

use super::super::model::{Measure, Target};
use super::super::register::plain;
use super::grid::Cell;

/// A cell as the text that a YAML file would have; none for a dash. What spreadsheets make of figures without being
/// asked (dates, parts of 1 for per cents) is refused, not guessed at.
pub fn text(cell: &Cell, target: &Target, percent: bool) -> Result<Option<String>, Diagnostic> {
    Ok(Some(match cell {
        Cell::Number { value, percent: true } => format!("{}%", decimal(*value)),
        Cell::Number { value, .. } if percent && *value > 0.0 && *value < 1.0 => {
            return Err(Diagnostic::error("sheet-percent-unclear").arg("text", decimal(*value)));
        }
        Cell::Number { value, .. } if percent => format!("{}%", decimal(*value)),
        Cell::Number { value, .. } => decimal(*value),
        Cell::Text(text) => return Ok(words(text, target, percent)),
        Cell::Bool(value) if is_answered(target) => value.to_string(),
        Cell::Bool(value) => u8::from(*value).to_string(),
        Cell::Date => return Err(Diagnostic::error("sheet-date-in-cell")),
        Cell::Error(error) => return Err(Diagnostic::error("sheet-cell-error").arg("error", error)),
        Cell::Uncomputed => return Err(Diagnostic::error("sheet-formula-without-value")),
    }))
}

/// For a per cent of organisations a mark says that this organisation counts; elsewhere it stands for one.
fn is_answered(target: &Target) -> bool {
    target.measure == Measure::YesNo || target.unit == "%"
}

fn words(text: &str, target: &Target, percent: bool) -> Option<String> {
    let word = match (plain(text).as_str(), is_answered(target)) {
        ("", _) if !text.contains('%') => return None,
        ("x" | "có" | "đạt", true) => "true",
        ("không" | "chưa" | "không đạt" | "chưa đạt", true) => "false",
        ("x" | "có", false) => "1",
        ("không" | "chưa", false) => "0",
        _ if percent && !text.contains(['%', '/']) => return Some(format!("{text}%")),
        _ => text,
    };
    Some(word.to_owned())
}

/// A number with a decimal comma, so that no dot can be taken for a grouping one.
fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
}
