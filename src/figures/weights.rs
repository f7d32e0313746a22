//! How much each sign speaks for each kind: `lexicon/kinds.yaml`, fitted by `examples/fit_kinds.rs`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::model::FigureKind;
use super::signs::Sign;

/// Kinds that are told apart by weights; aims have rules of their own.
pub const WEIGHED: [FigureKind; 3] = [FigureKind::Result, FigureKind::Structure, FigureKind::Event];

/// Weights of signs, in the order of [`WEIGHED`].
pub struct Weights(HashMap<String, [f64; WEIGHED.len()]>);

/// The built-in weights.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    // A test reads the file strictly; one that is broken would make everything a result here.
    Weights(serde_saphyr::from_str(include_str!("../../lexicon/kinds.yaml")).unwrap_or_default())
});

impl Weights {
    /// The kind for which most speaks; the first of equals.
    pub fn kind(&self, signs: &[Sign]) -> FigureKind {
        let mut sums = self.0.get("all").copied().unwrap_or_default();
        for weights in signs.iter().filter_map(|sign| self.0.get(&**sign)) {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        let mut best = 0;
        for (at, sum) in sums.iter().enumerate() {
            if *sum > sums[best] {
                best = at;
            }
        }
        WEIGHED[best]
    }
}
