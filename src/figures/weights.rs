//! How much each sign speaks for each kind: `lexicon/kinds.tsv`, fitted by `examples/fit_kinds.rs`.
//!
//! A line for each sign: its name and a weight for each kind, in hundredths, set apart by tabs. Plain lines, as no person
//! writes them and they are read at every start.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::model::FigureKind;

/// The kinds in the order of the weights.
pub const WEIGHED: [FigureKind; 4] =
    [FigureKind::Result, FigureKind::Structure, FigureKind::Event, FigureKind::Target];

/// The weights of one sign.
type Row = [i32; WEIGHED.len()];

/// The built-in weights by sign.
static WEIGHTS: LazyLock<HashMap<&str, Row>> = LazyLock::new(|| {
    // A test reads the file strictly; one that is broken would make everything a result here.
    include_str!("../../lexicon/kinds.tsv").lines().filter_map(row).collect()
});

/// A line of the file.
pub(super) fn row(line: &str) -> Option<(&str, Row)> {
    let (sign, weights) = line.split_once('\t')?;
    let mut row = Row::default();
    let mut weights = weights.split('\t');
    for weight in &mut row {
        *weight = weights.next()?.parse().ok()?;
    }
    weights.next().is_none().then_some((sign, row))
}

/// What the signs told so far come to.
pub struct Weighed(Row);

impl Default for Weighed {
    fn default() -> Self {
        Weighed(WEIGHTS.get("all").copied().unwrap_or_default())
    }
}

impl Weighed {
    /// Adds a sign; one that the file does not know says nothing.
    pub fn add(&mut self, sign: &str) {
        if let Some(weights) = WEIGHTS.get(sign) {
            self.0.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
    }

    /// The kind for which most speaks; the first of equals.
    pub fn kind(&self) -> FigureKind {
        let mut best = 0;
        for (at, sum) in self.0.iter().enumerate() {
            if *sum > self.0[best] {
                best = at;
            }
        }
        WEIGHED[best]
    }
}
