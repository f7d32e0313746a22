//! How much each sign speaks for each answer to a question: what kind a figure is of (`lexicon/kinds.tsv`), which section
//! of the report it belongs to (`lexicon/sections.tsv`). Both are fitted by `examples/fit`.
//!
//! A line for each sign: its name and a weight for each answer, in hundredths, set apart by tabs. Plain lines, as no person
//! writes them and they are read at every start.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// The name of a sign: `class:person`, `verb:word:kết nạp`, `listed:result`.
pub type Sign = Cow<'static, str>;

/// The weights of one sign, one for each of `N` answers.
type Row<const N: usize> = [i32; N];

/// Fewest bytes that a line of the file mostly has.
const LINE: usize = 32;

/// Weights by sign, for a question with `N` answers.
#[derive(Debug, PartialEq)]
pub struct Weights<const N: usize>(FxHashMap<&'static str, Row<N>>);

impl<const N: usize> Weights<N> {
    /// Weights from lines like those of `lexicon/kinds.tsv`; others are passed over.
    #[must_use]
    pub fn read(lines: &'static str) -> Weights<N> {
        let mut rows = FxHashMap::with_capacity_and_hasher(lines.len() / LINE, Default::default());
        rows.extend(lines.lines().filter_map(row));
        Weights(rows)
    }
}

/// A line of the file.
pub(super) fn row<const N: usize>(line: &str) -> Option<(&str, Row<N>)> {
    let (sign, weights) = line.split_once('\t')?;
    let mut row = [0; N];
    let mut bytes = weights.bytes();
    for (at, weight) in row.iter_mut().enumerate() {
        *weight = number(&mut bytes, at + 1 < N)?;
    }
    Some((sign, row))
}

/// A whole number up to a tab, or the last of the line. Read by hand, as there are some hundred thousand at every start.
fn number(bytes: &mut std::str::Bytes, tab: bool) -> Option<i32> {
    let (mut value, mut sign, mut digits) = (0i32, 1, 0);
    loop {
        match bytes.next() {
            Some(b'-') if digits == 0 && sign == 1 => sign = -1,
            Some(digit @ b'0'..=b'9') if digits < 6 => {
                value = value * 10 + i32::from(digit - b'0');
                digits += 1;
            }
            Some(b'\t') if tab && digits > 0 => return Some(sign * value),
            None if !tab && digits > 0 => return Some(sign * value),
            _ => return None,
        }
    }
}

/// The signs of one question while they are told: what they come to, and their names where someone asks for them.
pub(super) struct Signs<const N: usize> {
    weights: &'static Weights<N>,
    sums: Row<N>,
    name: String,
    /// What some signs are told together with: a figure's class.
    pub class: &'static str,
    kept: Option<Vec<Sign>>,
}

impl<const N: usize> Signs<N> {
    /// Nothing told yet but what each answer has to begin with; `keep` asks for the names.
    pub fn new(weights: &'static Weights<N>, keep: bool) -> Self {
        let sums = weights.0.get("all").copied().unwrap_or([0; N]);
        Signs { weights, sums, name: String::new(), class: "", kept: keep.then(Vec::new) }
    }

    /// Adds a sign if it holds; one that the file does not know says nothing.
    pub fn add(&mut self, sign: &'static str, holds: bool) {
        if holds {
            add(&mut self.sums, self.weights, sign);
            if let Some(kept) = &mut self.kept {
                kept.push(Cow::Borrowed(sign));
            }
        }
    }

    /// Adds each of the signs that holds.
    pub fn all<const M: usize>(&mut self, signs: [(&'static str, bool); M]) {
        signs.into_iter().for_each(|(sign, holds)| self.add(sign, holds));
    }

    /// Adds the sign whose name is these parts, joined by colons.
    pub fn name<const M: usize>(&mut self, parts: [&str; M]) {
        self.name.clear();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.name.push(':');
            }
            self.name.push_str(part);
        }
        add(&mut self.sums, self.weights, &self.name);
        if let Some(kept) = &mut self.kept {
            kept.push(Cow::Owned(self.name.clone()));
        }
    }

    /// Adds a sign alone and together with the class.
    pub fn with_class(&mut self, what: &str, value: &str) {
        self.name([what, value]);
        self.name([self.class, what, value]);
    }

    /// The answer for which most speaks, the first of equals, and the names of the signs if asked for.
    pub fn answer(self) -> (usize, Vec<Sign>) {
        let mut best = 0;
        for (at, sum) in self.sums.iter().enumerate() {
            if *sum > self.sums[best] {
                best = at;
            }
        }
        (best, self.kept.unwrap_or_default())
    }
}

fn add<const N: usize>(sums: &mut Row<N>, weights: &Weights<N>, sign: &str) {
    if let Some(weights) = weights.0.get(sign) {
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
    }
}
