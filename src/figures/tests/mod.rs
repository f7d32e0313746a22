#![allow(clippy::unwrap_used)]

mod articles;
mod data;
mod kinds;
mod numbers;
mod random;

use super::{Context, Figure, Reading, extract};
use crate::quantity::Value;

fn read(text: &str) -> Reading {
    let paragraphs: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> =
        paragraphs.iter().map(|p| p.as_ptr() as usize - text.as_ptr() as usize).collect();
    let locate = |paragraph: usize, range: std::ops::Range<usize>| {
        starts[paragraph] + range.start..starts[paragraph] + range.end
    };
    let date = chrono::NaiveDate::from_ymd_opt(2023, 10, 2);
    extract(&paragraphs, &locate, &Context { bytes: text.as_bytes(), date, ..Context::default() })
}

/// One line a figure: kind, comparator, value, unit, phrase.
fn lines(text: &str) -> Vec<String> {
    let value = |f: &Figure| match &f.value {
        Value::Number(n) => format!("{n}"),
        Value::Range(low, high) => format!("{low}..{high}"),
        Value::Share { part, whole } => format!("{part}/{whole}"),
        Value::Yes(yes) => format!("{yes}"),
        Value::Words(words) => words.clone(),
    };
    let line = |f: &Figure| format!("{:?} {:?} {} {} «{}»", f.kind, f.comparator, value(f), f.unit, f.phrase);
    read(text).figures.iter().map(line).collect()
}

/// The kinds of a text's figures, a letter each: `TRSE`.
fn kinds_of(text: &str) -> String {
    read(text).figures.iter().map(|f| format!("{:?}", f.kind).remove(0)).collect()
}
