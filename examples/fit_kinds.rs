//! Fits the weights of `lexicon/kinds.tsv` to pages and sentences marked by hand and prints them.
//!
//! `cargo run --release --example fit_kinds tests/figures/sentences tests/figures/pages tests/articles/pages > kinds.tsv`
//!
//! Multinomial logistic regression with a quadratic penalty, by accelerated gradient descent from zero: the same pages
//! give the same weights. The kinds told before a figure are signs too; while fitting they are told by weights fitted to other
//! pages. `--check` prints instead how well folds of pages are told by the others, `--on FOLDER…` how well the pages of other
//! folders are told.

#[path = "../tests/suite/marked.rs"]
mod marked;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use baocao::articles::{Context, read_page};
use baocao::figures::{Figure, FigureKind, Sign, WEIGHED, Weights};
use marked::Marked;
use rayon::prelude::*;
use serde_json::Value as Json;

/// Strength of the data against the penalty.
const TRUST: f64 = 0.3;
/// Signs seen less often say nothing.
const SEEN: usize = 5;
const STEPS: usize = 300;
/// Steps for weights that only tell a fold.
const FOLD_STEPS: usize = 120;
/// Hundredths below which all weights of a sign are left out.
const LEAST: f64 = 4.0;
const FOLDS: usize = 4;
/// How often the folds are read anew: first nothing is known of the kinds before a figure.
const ROUNDS: usize = 3;

type Weight = [f64; WEIGHED.len()];
type Fitted = BTreeMap<Sign, Weight>;

/// A page or a paragraph marked by hand.
enum Source {
    Page { bytes: Vec<u8>, expected: Json },
    Paragraph(Marked),
}

struct Item {
    name: String,
    source: Source,
}

/// A figure that was weighed: what it is and what it was told as.
struct Example {
    signs: Vec<Sign>,
    kind: usize,
    told: usize,
    place: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let check = folders.iter().position(|a| a == "--check").map(|at| folders.remove(at)).is_some();
    let others = folders.iter().position(|a| a == "--on").map(|at| folders.split_off(at)).unwrap_or_default();
    let items = read_folders(&folders)?;
    let examples = cross_read(&items);
    if check {
        report(&examples);
    } else if others.len() > 1 {
        let weights = as_weights(&fit_all(&examples));
        let others = read_folders(&others[1..])?;
        report(&others.iter().flat_map(|item| item.examples(weights)).collect::<Vec<_>>());
    } else {
        print!("{}", lines(&fit_all(&examples)));
    }
    Ok(())
}

/// Reads every item with weights fitted to the items of other folds: what stands before a figure is told there as well, and as
/// badly, as on a page never seen.
fn cross_read(items: &[Item]) -> Vec<Example> {
    let mut weights = vec![as_weights(&Fitted::new()); FOLDS];
    for _ in 0..ROUNDS {
        let examples = read_folds(items, &weights);
        let others = |fold: usize| -> Vec<&Example> {
            let other = |(at, _): &(usize, &Vec<Example>)| at % FOLDS != fold;
            examples.iter().enumerate().filter(other).flat_map(|(_, examples)| examples).collect()
        };
        weights =
            (0..FOLDS).into_par_iter().map(|fold| as_weights(&fit(&others(fold), FOLD_STEPS))).collect();
    }
    read_folds(items, &weights).into_iter().flatten().collect()
}

/// The examples of each item, told by the weights of its fold.
fn read_folds(items: &[Item], weights: &[&'static Weights]) -> Vec<Vec<Example>> {
    let read = |(at, item): (usize, &Item)| item.examples(weights[at % FOLDS]);
    items.iter().enumerate().map(read).collect()
}

/// Weights as the program has them.
fn as_weights(fitted: &Fitted) -> &'static Weights {
    // Once for each fit, until the end.
    Box::leak(Box::new(Weights::read(Box::leak(lines(fitted).into_boxed_str()))))
}

fn read_folders(folders: &[String]) -> Result<Vec<Item>, Box<dyn Error>> {
    let mut items = Vec::new();
    for folder in folders {
        items.extend(read_folder(Path::new(folder))?);
    }
    Ok(items)
}

fn read_folder(folder: &Path) -> Result<Vec<Item>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    let mut items = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&file)?;
        if let Ok(expected) = std::fs::read_to_string(file.with_extension("json")) {
            let expected: Json = serde_json::from_str(&expected)?;
            let expected = expected.as_array().map_or(&expected, |all| &all[0]).clone();
            items.push(Item { name, source: Source::Page { bytes, expected } });
        } else {
            let marked = Marked::read(std::str::from_utf8(&bytes)?).into_iter().enumerate();
            items.extend(marked.map(|(at, marked)| Item {
                name: format!("{name} {}", at + 1),
                source: Source::Paragraph(marked),
            }));
        }
    }
    Ok(items)
}

fn kind_index(kind: FigureKind) -> Option<usize> {
    WEIGHED.iter().position(|weighed| *weighed == kind)
}

impl Item {
    /// Its figures, as read with these weights, that are marked.
    fn examples(&self, weights: &'static Weights) -> Vec<Example> {
        let figures = match &self.source {
            Source::Page { bytes, expected } => page_figures(bytes, expected, weights),
            Source::Paragraph(marked) => marked
                .figures_with_kinds(Some(weights))
                .into_iter()
                .filter_map(|(figure, kind)| Some((figure, kind_index(kind?)?)))
                .collect(),
        };
        let weighed = figures.into_iter().filter(|(figure, _)| !figure.signs.is_empty());
        let example = |(figure, kind): (Figure, usize)| {
            let place = format!("{} «{}»", self.name, figure.phrase);
            Some(Example { told: kind_index(figure.kind)?, signs: figure.signs, kind, place })
        };
        weighed.filter_map(example).collect()
    }
}

fn page_figures(bytes: &[u8], expected: &Json, weights: &'static Weights) -> Vec<(Figure, usize)> {
    let context = Context { trial: Some(weights), ..Context::default() };
    let Ok(article) = read_page("page", bytes, &context) else { return Vec::new() };
    let marked = expected["figures"].as_array().map_or(&[][..], Vec::as_slice);
    let at =
        |figure: &Json, key: &str| figure[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let found = |figure: Figure| {
        // The place that the two share most of is the same figure's.
        let overlap =
            |m: &&Json| at(m, "end").min(figure.end).saturating_sub(at(m, "start").max(figure.start));
        let mark = marked.iter().max_by_key(overlap).filter(|m| overlap(m) > 0)?;
        let kind = WEIGHED.iter().position(|kind| Some(kind.id()) == mark["kind"].as_str())?;
        Some((figure, kind))
    };
    article.figures.into_iter().filter_map(found).collect()
}

fn fit_all(examples: &[Example]) -> Fitted {
    fit(&examples.iter().collect::<Vec<_>>(), STEPS)
}

fn fit(examples: &[&Example], steps: usize) -> Fitted {
    let mut seen: BTreeMap<&Sign, usize> = BTreeMap::new();
    for sign in examples.iter().flat_map(|e| &e.signs) {
        *seen.entry(sign).or_default() += 1;
    }
    let names: Vec<&Sign> =
        seen.into_iter().filter(|(_, count)| *count >= SEEN).map(|(sign, _)| sign).collect();
    // The last weight is of no sign: what each kind has to begin with; it bears no penalty.
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| e.signs.iter().filter_map(|s| names.binary_search(&s).ok()).chain([names.len()]).collect())
        .collect();
    // A step for each weight that never overshoots: the penalty and half of what its rows can curve.
    let mut curve = vec![1.0 / TRUST; names.len() + 1];
    for row in &rows {
        row.iter().for_each(|at| curve[*at] += 0.5 * row.len() as f64);
    }
    let mut weights = vec![Weight::default(); names.len() + 1];
    let mut ahead = weights.clone();
    for step in 0..steps {
        let mut slope: Vec<Weight> = ahead.iter().map(|w| w.map(|w| w / TRUST)).collect();
        slope[names.len()] = Weight::default();
        for (row, example) in rows.iter().zip(examples) {
            let mut off = shares(&ahead, row);
            off[example.kind] -= 1.0;
            for at in row {
                slope[*at].iter_mut().zip(off).for_each(|(slope, off)| *slope += off);
            }
        }
        let momentum = step as f64 / (step as f64 + 3.0);
        for at in 0..weights.len() {
            for kind in 0..WEIGHED.len() {
                let next = ahead[at][kind] - slope[at][kind] / curve[at];
                ahead[at][kind] = next + momentum * (next - weights[at][kind]);
                weights[at][kind] = next;
            }
        }
    }
    let all = (Sign::Borrowed("all"), weights[names.len()]);
    names.into_iter().cloned().zip(weights).chain([all]).collect()
}

fn shares(weights: &[Weight], row: &[usize]) -> Weight {
    let mut sums = Weight::default();
    for at in row {
        sums.iter_mut().zip(weights[*at]).for_each(|(sum, weight)| *sum += weight);
    }
    let top = sums.iter().copied().fold(f64::MIN, f64::max);
    let powers = sums.map(|sum| (sum - top).exp());
    let total: f64 = powers.iter().sum();
    powers.map(|power| power / total)
}

/// The lines of `lexicon/kinds.tsv`.
fn lines(weights: &Fitted) -> String {
    let mut lines = String::new();
    for (sign, weight) in weights {
        // Adding zero leaves no minus before a zero.
        let rounded = weight.map(|w| (w * 100.0).round() + 0.0);
        if sign == "all" || rounded.iter().any(|w| w.abs() >= LEAST) {
            let _ = writeln!(lines, "{sign}\t{}", rounded.map(|w| format!("{w:.0}")).join("\t"));
        }
    }
    lines
}

/// Prints the figures told wrong and how many are told right.
fn report(examples: &[Example]) {
    let wrong: Vec<&Example> = examples.iter().filter(|e| e.told != e.kind).collect();
    for example in &wrong {
        println!("{} told as {}: {}", WEIGHED[example.kind].id(), WEIGHED[example.told].id(), example.place);
    }
    let right = examples.len() - wrong.len();
    println!("{right} of {}, {:.4}", examples.len(), right as f64 / examples.len() as f64);
}
