//! How much each sign speaks for each kind: `lexicon/kinds.json`, fitted by `examples/fit_kinds.rs`.
//!
//! JSON, as no person writes it and it is read at every start.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::model::FigureKind;

/// Kinds that are told apart by weights; aims have rules of their own.
pub const WEIGHED: [FigureKind; 3] = [FigureKind::Result, FigureKind::Structure, FigureKind::Event];

/// Weights of signs, in the order of [`WEIGHED`].
struct Weights(HashMap<String, [f64; WEIGHED.len()]>);

/// The built-in weights.
static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // A test reads the file strictly; one that is broken would make everything a result here.
    Weights(serde_json::from_str(include_str!("../../lexicon/kinds.json")).unwrap_or_default())
});

/// What the signs told so far come to.
pub struct Weighed([f64; WEIGHED.len()]);

impl Default for Weighed {
    fn default() -> Self {
        Weighed(WEIGHTS.0.get("all").copied().unwrap_or_default())
    }
}

impl Weighed {
    /// Adds a sign; one that the file does not know says nothing.
    pub fn add(&mut self, sign: &str) {
        if let Some(weights) = WEIGHTS.0.get(sign) {
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
