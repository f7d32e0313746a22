//! A value that can reach the page, and where it comes from.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::diagnostic::Place;

/// What a number, range, share or word says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A count, or a per cent when the unit is `%`.
    Number(f64),
    /// `180 - 200`: lower and upper bound.
    Range(f64, f64),
    /// `925/962`: a part of a whole (never result over target).
    Share {
        /// The part, 925.
        part: f64,
        /// The whole, 962.
        whole: f64,
    },
    /// A yes/no result or target.
    Yes(bool),
    /// A rating, in the words of its source.
    Words(String),
}

/// How a value bounds what it speaks of (domain.md §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Exactly, or the aim of `phấn đấu 100%` (met when at least).
    Equal,
    /// `trở lên`, `ít nhất`, `tối thiểu`.
    AtLeast,
    /// `trên`, `hơn`.
    MoreThan,
    /// `không quá`, `tối đa`.
    AtMost,
    /// `dưới`.
    LessThan,
    /// `khoảng`.
    About,
    /// `gần`: approximately, from below.
    Nearly,
    /// `180 - 200`, `từ 180 đến 200`.
    Range,
}

/// A quoted phrase of a saved newspaper page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quotation {
    /// Path relative to the office's folder.
    pub file: String,
    /// Title of the article.
    pub title: String,
    /// Newspaper or broadcaster, if known.
    pub outlet: Option<String>,
    /// Publishing date, else the event's date, if known.
    pub date: Option<NaiveDate>,
    /// The exact words.
    pub phrase: String,
    /// First byte of the phrase in the file as it is.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// Where a figure comes from. Every figure on the page has one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A phrase of an article.
    Article(Quotation),
    /// A spreadsheet cell or a line of a YAML file.
    Place(Place),
    /// Worked out from other quantities; `expression` is the formula in words or signs with the numbers put in.
    Formula {
        /// For example `128 / 176`, `36 + 45 + 47`.
        expression: String,
        /// What went in, in the order of the expression.
        inputs: Vec<Quantity>,
    },
    /// Made up for a sample (`source: illustrative`), declared at this place.
    Illustrative(Place),
}

impl Source {
    /// Whether an illustrative value is in it, at any depth.
    pub fn is_illustrative(&self) -> bool {
        match self {
            Source::Illustrative(_) => true,
            Source::Formula { inputs, .. } => inputs.iter().any(|q| q.source.is_illustrative()),
            Source::Article(_) | Source::Place(_) => false,
        }
    }
}

/// A value with its unit and its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// What it says.
    pub value: Value,
    /// `%`, or what is counted in the source's words (`đảng viên`, `lớp`); empty for a yes/no.
    pub unit: String,
    /// How the value bounds what it speaks of.
    pub comparator: Comparator,
    /// Where it comes from.
    pub source: Arc<Source>,
}

impl Quantity {
    /// A plain number.
    pub fn number(value: f64, unit: impl Into<String>, source: Arc<Source>) -> Self {
        Quantity { value: Value::Number(value), unit: unit.into(), comparator: Comparator::Equal, source }
    }

    /// A number worked out by `expression` from `inputs`.
    pub fn formula(
        value: f64,
        unit: impl Into<String>,
        expression: impl Into<String>,
        inputs: Vec<Quantity>,
    ) -> Self {
        let source = Source::Formula { expression: expression.into(), inputs };
        Self::number(value, unit, Arc::new(source))
    }

    /// The number, where the value is a single one (a share gives its per cent).
    pub fn as_number(&self) -> Option<f64> {
        match self.value {
            Value::Number(n) => Some(n),
            Value::Share { part, whole } if whole != 0.0 => Some(part / whole * 100.0),
            _ => None,
        }
    }
}
