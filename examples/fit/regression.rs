//! Multinomial logistic regression with a quadratic penalty, by accelerated gradient descent from zero: the same examples
//! give the same weights.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use baocao::figures::{Sign, Weights};

/// What the weights depend on.
#[derive(Clone, Copy)]
pub struct Fit {
    /// Strength of the data against the penalty.
    pub trust: f64,
    /// Signs seen less often say nothing.
    pub seen: usize,
    /// Steps of the descent.
    pub steps: usize,
    /// Hundredths below which all weights of a sign are left out.
    pub least: f64,
}

/// Weights by sign, for `N` answers.
pub type Fitted<const N: usize> = BTreeMap<Sign, [f64; N]>;

/// Signs and the answer that they stand beside.
#[derive(Clone)]
pub struct Example {
    pub signs: Vec<Sign>,
    pub answer: usize,
    /// What the program told.
    pub told: usize,
    /// How many times it counts.
    pub weight: f64,
    /// Page and phrase, for who looks.
    pub place: String,
}

/// The weights that tell the examples best.
pub fn fit<const N: usize>(examples: &[&Example], with: Fit) -> Fitted<N> {
    let mut seen: BTreeMap<&Sign, usize> = BTreeMap::new();
    for sign in examples.iter().flat_map(|e| &e.signs) {
        *seen.entry(sign).or_default() += 1;
    }
    let names: Vec<&Sign> =
        seen.into_iter().filter(|(_, count)| *count >= with.seen).map(|(sign, _)| sign).collect();
    // The last weight is of no sign: what each answer has to begin with; it bears no penalty.
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| e.signs.iter().filter_map(|s| names.binary_search(&s).ok()).chain([names.len()]).collect())
        .collect();
    // A step for each weight that never overshoots: the penalty and half of what its rows can curve.
    let mut curve = vec![1.0 / with.trust; names.len() + 1];
    for (row, example) in rows.iter().zip(examples) {
        row.iter().for_each(|at| curve[*at] += 0.5 * example.weight * row.len() as f64);
    }
    let mut weights = vec![[0.0; N]; names.len() + 1];
    let mut ahead = weights.clone();
    for step in 0..with.steps {
        let mut slope: Vec<[f64; N]> = ahead.iter().map(|w| w.map(|w| w / with.trust)).collect();
        slope[names.len()] = [0.0; N];
        for (row, example) in rows.iter().zip(examples) {
            let mut off = shares(&ahead, row);
            off[example.answer] -= 1.0;
            off = off.map(|off| off * example.weight);
            for at in row {
                slope[*at].iter_mut().zip(off).for_each(|(slope, off)| *slope += off);
            }
        }
        let momentum = step as f64 / (step as f64 + 3.0);
        for at in 0..weights.len() {
            for answer in 0..N {
                let next = ahead[at][answer] - slope[at][answer] / curve[at];
                ahead[at][answer] = next + momentum * (next - weights[at][answer]);
                weights[at][answer] = next;
            }
        }
    }
    let all = (Sign::Borrowed("all"), weights[names.len()]);
    names.into_iter().cloned().zip(weights).chain([all]).collect()
}

fn shares<const N: usize>(weights: &[[f64; N]], row: &[usize]) -> [f64; N] {
    let mut sums = [0.0; N];
    for at in row {
        sums.iter_mut().zip(weights[*at]).for_each(|(sum, weight)| *sum += weight);
    }
    let top = sums.iter().copied().fold(f64::MIN, f64::max);
    let powers = sums.map(|sum| (sum - top).exp());
    let total: f64 = powers.iter().sum();
    powers.map(|power| power / total)
}

/// The lines of the lexicon's file.
pub fn lines<const N: usize>(weights: &Fitted<N>, least: f64) -> String {
    let mut lines = String::new();
    for (sign, weight) in weights {
        // Adding zero leaves no minus before a zero.
        let rounded = weight.map(|w| (w * 100.0).round() + 0.0);
        if sign == "all" || rounded.iter().any(|w| w.abs() >= least) {
            let _ = writeln!(lines, "{sign}\t{}", rounded.map(|w| format!("{w:.0}")).join("\t"));
        }
    }
    lines
}

/// Weights as the program has them.
pub fn as_weights<const N: usize>(fitted: &Fitted<N>, least: f64) -> &'static Weights<N> {
    // Once for each fit, until the end.
    Box::leak(Box::new(Weights::read(Box::leak(lines(fitted, least).into_boxed_str()))))
}

/// Prints the examples told wrong and how many are told right; `names` are the answers'.
pub fn report<const N: usize>(examples: &[Example], names: [&str; N]) {
    let wrong: Vec<&Example> = examples.iter().filter(|e| e.told != e.answer).collect();
    for example in &wrong {
        println!("{} told as {}: {}", names[example.answer], names[example.told], example.place);
    }
    let right = examples.len() - wrong.len();
    println!("{right} of {}, {:.4}", examples.len(), right as f64 / examples.len() as f64);
}
