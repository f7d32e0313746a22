//! How much each sign speaks for each kind: `lexicon/kinds.tsv`, fitted by `examples/fit_kinds.rs`.
//!
//! A line for each sign: its name and a weight for each kind, in hundredths, set apart by tabs. Plain lines, as no person
//! writes them and they are read at every start.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::model::FigureKind;

/// The kinds in the order of the weights.
pub const WEIGHED: [FigureKind; 4] =
    [FigureKind::Result, FigureKind::Structure, FigureKind::Event, FigureKind::Target];

/// The weights of one sign.
type Row = [i32; WEIGHED.len()];

/// Fewest bytes that a line of the file mostly has.
const LINE: usize = 24;

/// Weights by sign.
#[derive(Debug, PartialEq)]
pub struct Weights(FxHashMap<&'static str, Row>);

// A test reads the file strictly; one that is broken would make everything a result here.
static BUILT_IN: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("../../lexicon/kinds.tsv")));

impl Weights {
    /// Weights from lines like those of `lexicon/kinds.tsv`; others are passed over.
    #[must_use]
    pub fn read(lines: &'static str) -> Weights {
        let mut rows = FxHashMap::with_capacity_and_hasher(lines.len() / LINE, Default::default());
        rows.extend(lines.lines().filter_map(row));
        Weights(rows)
    }

    /// The weights that the program is built with.
    #[must_use]
    pub fn built_in() -> &'static Weights {
        &BUILT_IN
    }
}

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
pub struct Weighed {
    weights: &'static Weights,
    sums: Row,
}

impl Weighed {
    /// Nothing told yet but what each kind has to begin with.
    pub fn new(weights: &'static Weights) -> Weighed {
        Weighed { weights, sums: weights.0.get("all").copied().unwrap_or_default() }
    }

    /// Adds a sign; one that the file does not know says nothing.
    pub fn add(&mut self, sign: &str) {
        if let Some(weights) = self.weights.0.get(sign) {
            self.sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
    }

    /// The kind for which most speaks; the first of equals.
    pub fn kind(&self) -> FigureKind {
        let mut best = 0;
        for (at, sum) in self.sums.iter().enumerate() {
            if *sum > self.sums[best] {
                best = at;
            }
        }
        WEIGHED[best]
    }
}
