//! What a text means as a result of a target, and what it cannot mean.

use crate::diagnostic::Diagnostic;
use crate::period::Period;
use crate::quantity::Value;
use crate::vietnamese::fold;

use super::model::{Measure, RatingScale, Target};
use super::number::{self, Reading};

/// A value of a target as a file states it.
#[derive(Debug)]
pub struct Stated {
    pub value: Value,
    pub unit: String,
}

/// What a target's measure allows its results to be.
pub struct Checks<'a> {
    pub target: &'a Target,
    pub period: Period,
    pub scales: Option<&'a [RatingScale]>,
    /// Whether the result is one organisation's: `true` and `false` then count towards a per cent of organisations.
    pub one: bool,
}

impl Checks<'_> {
    /// The text of a result as a value, or what is wrong with it.
    pub fn state(&self, text: &str, plain: bool) -> Result<Stated, Diagnostic> {
        let target = self.target;
        let wrong = |expected: &'static str| {
            let problem = Diagnostic::error("result-form").arg("target", &target.id);
            problem.arg("text", text).arg("expected", expected)
        };
        let stated = |value, unit: &str| Ok(Stated { value, unit: unit.to_owned() });
        if target.measure == Measure::YesNo {
            return match text {
                "true" => stated(Value::Yes(true), ""),
                "false" => stated(Value::Yes(false), ""),
                _ => self.level(text).map(|value| Stated { value, unit: String::new() }),
            };
        }
        let percent_target = target.unit == "%";
        if percent_target && self.one && matches!(text, "true" | "false") {
            return stated(Value::Yes(text == "true"), "");
        }
        match number::read(text, plain) {
            Reading::Ambiguous => Err(Diagnostic::error("number-ambiguous")
                .arg("text", text)
                .arg("plain", text.replace('.', ""))),
            Reading::Value(value, percent) => {
                self.in_range(&value, percent, text)?;
                match value {
                    Value::Share { .. } if percent_target => stated(value, "%"),
                    Value::Number(_) if percent => stated(value, "%"),
                    // A bare number for a target in per cent is a count (admissions against the head count at
                    // the term's start), which means something only where the base is fixed.
                    Value::Number(_) if percent_target && self.has_base() => stated(value, ""),
                    Value::Number(_) if percent_target => Err(wrong("share")),
                    Value::Number(_) => stated(value, &target.unit),
                    _ => Err(wrong("number")),
                }
            }
            Reading::NoNumber if target.measure == Measure::Rating => {
                self.level(text).map(|value| Stated { value, unit: String::new() })
            }
            Reading::NoNumber => Err(wrong("number")),
        }
    }

    fn has_base(&self) -> bool {
        self.target.base.as_ref().is_some_and(|base| base.value.is_some())
    }

    fn in_range(&self, value: &Value, percent: bool, text: &str) -> Result<(), Diagnostic> {
        let error = |code| Diagnostic::error(code).arg("key", &self.target.id).arg("text", text);
        match value {
            Value::Number(n) if *n < 0.0 => Err(error("number-negative")),
            Value::Number(n) if percent && *n > 100.0 => Err(error("percent-out-of-range")),
            Value::Share { part, whole } if *whole <= 0.0 || part > whole || *part < 0.0 => {
                Err(error("share-impossible"))
            }
            _ => Ok(()),
        }
    }

    /// A level of a scale that is in force in the period.
    fn level(&self, text: &str) -> Result<Value, Diagnostic> {
        let day = self.period.last_day();
        let Some(scales) = self.scales else { return Ok(Value::Words(text.to_owned())) };
        let in_force: Vec<&RatingScale> = scales.iter().filter(|s| s.validity.covers(day)).collect();
        let folded = fold(text);
        let level = in_force.iter().flat_map(|s| &s.levels).find(|l| fold(l) == folded);
        match level {
            Some(level) => Ok(Value::Words(level.clone())),
            None => {
                let levels: Vec<&str> =
                    in_force.iter().flat_map(|s| s.levels.iter().map(String::as_str)).collect();
                let problem = Diagnostic::error("result-level-unknown").arg("target", &self.target.id);
                Err(problem.arg("text", text).arg("levels", levels.join("; ")))
            }
        }
    }
}
