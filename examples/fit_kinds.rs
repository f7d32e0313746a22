//! Fits the weights of `lexicon/kinds.tsv` to pages and sentences marked by hand and prints them.
//!
//! `cargo run --release --example fit_kinds tests/figures/sentences tests/figures/pages tests/articles/pages > kinds.tsv`
//!
//! Multinomial logistic regression with a quadratic penalty, by accelerated gradient descent from zero: the same pages
//! give the same weights. What stands before a figure is weighed with the kinds that the built-in weights give, so fit once
//! more with the new weights built in; a few figures may go on changing sides. `--check` prints instead how well folds of pages are told by the
//! others, `--on FOLDER…` how well the pages of other folders are told.

#[path = "../tests/suite/marked.rs"]
mod marked;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use baocao::articles::{Context, read_page};
use baocao::figures::{FigureKind, Sign, WEIGHED};
use marked::Marked;
use serde_json::Value as Json;

/// Strength of the data against the penalty.
const TRUST: f64 = 0.4;
/// Signs seen less often say nothing.
const SEEN: usize = 3;
const STEPS: usize = 300;
/// Hundredths below which all weights of a sign are left out.
const LEAST: f64 = 4.0;
const FOLDS: usize = 10;

type Weight = [f64; WEIGHED.len()];

/// A figure that was weighed, and what it is.
struct Example {
    page: PathBuf,
    signs: Vec<Sign>,
    kind: usize,
    phrase: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let check = folders.iter().position(|a| a == "--check").map(|at| folders.remove(at)).is_some();
    let others = folders.iter().position(|a| a == "--on").map(|at| folders.split_off(at)).unwrap_or_default();
    let examples = read_folders(&folders)?;
    if check {
        cross_check(&examples);
    } else if others.len() > 1 {
        let others = read_folders(&others[1..])?;
        let weights = fit(&examples.iter().collect::<Vec<_>>());
        let right = told(&weights, &others.iter().collect::<Vec<_>>());
        println!("{right} of {}, {:.3}", others.len(), right as f64 / others.len() as f64);
    } else {
        print(&fit(&examples.iter().collect::<Vec<_>>()));
    }
    Ok(())
}

fn read_folders(folders: &[String]) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for folder in folders {
        examples.extend(read_folder(Path::new(folder))?);
    }
    Ok(examples)
}

fn read_folder(folder: &Path) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut pages: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    pages.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    pages.sort();
    let mut examples = Vec::new();
    for page in pages {
        if page.with_extension("json").exists() {
            examples.extend(read_examples(page)?);
        } else {
            examples.extend(read_sentences(&page)?);
        }
    }
    Ok(examples)
}

fn kind_index(kind: FigureKind) -> Option<usize> {
    WEIGHED.iter().position(|weighed| *weighed == kind)
}

/// The figures of marked paragraphs; each paragraph counts as a page.
fn read_sentences(file: &Path) -> Result<Vec<Example>, Box<dyn Error>> {
    let mut examples = Vec::new();
    for (at, marked) in Marked::read(&std::fs::read_to_string(file)?).into_iter().enumerate() {
        let page = file.with_extension(format!("{at:03}"));
        for (figure, kind) in marked.figures_with_kinds() {
            let Some(kind) = kind.and_then(kind_index).filter(|_| !figure.signs.is_empty()) else { continue };
            examples.push(Example { page: page.clone(), signs: figure.signs, kind, phrase: figure.phrase });
        }
    }
    Ok(examples)
}

fn read_examples(page: PathBuf) -> Result<Vec<Example>, Box<dyn Error>> {
    let expected: Json = serde_json::from_str(&std::fs::read_to_string(page.with_extension("json"))?)?;
    let expected = expected.as_array().map_or(&expected, |all| &all[0]);
    let Ok(article) =
        read_page("page", &std::fs::read(&page)?, &Context { keep_signs: true, ..Context::default() })
    else {
        return Ok(Vec::new());
    };
    let marked = expected["figures"].as_array().map_or(&[][..], Vec::as_slice);
    let at =
        |figure: &Json, key: &str| figure[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let mut examples = Vec::new();
    for figure in article.figures.into_iter().filter(|f| !f.signs.is_empty()) {
        // The place that the two share most of is the same figure's.
        let overlap =
            |m: &&Json| at(m, "end").min(figure.end).saturating_sub(at(m, "start").max(figure.start));
        let Some(mark) = marked.iter().max_by_key(overlap).filter(|m| overlap(m) > 0) else { continue };
        let kind = WEIGHED.iter().position(|kind| Some(kind.id()) == mark["kind"].as_str());
        let Some(kind) = kind else { continue };
        examples.push(Example { page: page.clone(), signs: figure.signs, kind, phrase: figure.phrase });
    }
    Ok(examples)
}

fn fit(examples: &[&Example]) -> BTreeMap<Sign, Weight> {
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
    for step in 0..STEPS {
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

fn print(weights: &BTreeMap<Sign, Weight>) {
    for (sign, weight) in weights {
        // Adding zero leaves no minus before a zero.
        let rounded = weight.map(|w| (w * 100.0).round() + 0.0);
        if sign == "all" || rounded.iter().any(|w| w.abs() >= LEAST) {
            println!("{sign}\t{}", rounded.map(|w| format!("{w:.0}")).join("\t"));
        }
    }
}

fn cross_check(examples: &[Example]) {
    let mut pages: Vec<&PathBuf> = examples.iter().map(|e| &e.page).collect();
    pages.dedup();
    let mut right = 0;
    for fold in 0..FOLDS {
        let held =
            |e: &&Example| pages.iter().position(|p| **p == e.page).is_some_and(|at| at % FOLDS == fold);
        let (tested, fitted): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(held);
        let weights = fit(&fitted);
        right += told(&weights, &tested);
    }
    println!("{right} of {} weighed figures, {:.3}", examples.len(), right as f64 / examples.len() as f64);
}

/// How many of the examples the weights tell right; prints the others.
fn told(weights: &BTreeMap<Sign, Weight>, examples: &[&Example]) -> usize {
    let mut right = 0;
    for example in examples {
        let mut sums = weights["all"];
        for weight in example.signs.iter().filter_map(|s| weights.get(s)) {
            sums.iter_mut().zip(weight).for_each(|(sum, w)| *sum += w);
        }
        let kind = (0..WEIGHED.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(0);
        right += usize::from(kind == example.kind);
        if kind != example.kind {
            let page = example.page.file_name().unwrap_or_default().to_string_lossy();
            let (is, told) = (WEIGHED[example.kind].id(), WEIGHED[kind].id());
            println!("{page}: {is} told as {told} «{}»", example.phrase);
        }
    }
    right
}
