//! What kind each figure is of: `lexicon/kinds.tsv`.
//!
//! The kinds told before a figure are signs too; while fitting they are told by weights fitted to other pages.

use std::collections::BTreeMap;
use std::error::Error;

use baocao::articles::{Context, read_page};
use baocao::figures::{Figure, FigureKind, KindWeights, WEIGHED};
use rayon::prelude::*;
use serde_json::Value as Json;

use crate::items::{Item, Source, read_folders};
use crate::places::shared;
use crate::regression::{Example, Fit, Fitted, as_weights, fit, lines, report};

const FIT: Fit = Fit { trust: 0.1, seen: 5, steps: 300, least: 4.0 };
/// For weights that only tell a fold.
const FOLD_FIT: Fit = Fit { steps: 120, ..FIT };
const FOLDS: usize = 4;
/// How often the folds are read anew: first nothing is known of the kinds before a figure.
const ROUNDS: usize = 3;

/// Prints the weights, or with `check` how well folds of pages are told by the others, or how well the pages of `others` are.
pub fn run(folders: &[String], others: &[String], check: bool) -> Result<(), Box<dyn Error>> {
    let items = read_folders(folders)?;
    let examples = cross_read(&items);
    let names = WEIGHED.map(FigureKind::id);
    if check {
        report(&examples, names);
    } else if others.is_empty() {
        print!("{}", lines(&fit_all(&examples), FIT.least));
    } else {
        let weights = as_weights(&fit_all(&examples), FIT.least);
        let others = read_folders(others)?;
        report(&others.iter().flat_map(|item| item.examples(weights)).collect::<Vec<_>>(), names);
    }
    Ok(())
}

fn fit_all(examples: &[Example]) -> Fitted<{ WEIGHED.len() }> {
    fit(&examples.iter().collect::<Vec<_>>(), FIT)
}

/// Reads every item with weights fitted to the items of other folds: what stands before a figure is told there as well, and as
/// badly, as on a page never seen.
fn cross_read(items: &[Item]) -> Vec<Example> {
    let mut weights = vec![as_weights(&BTreeMap::new(), FIT.least); FOLDS];
    for _ in 0..ROUNDS {
        let examples = read_folds(items, &weights);
        let others = |fold: usize| -> Vec<&Example> {
            let other = |(at, _): &(usize, &Vec<Example>)| at % FOLDS != fold;
            examples.iter().enumerate().filter(other).flat_map(|(_, examples)| examples).collect()
        };
        weights = (0..FOLDS)
            .into_par_iter()
            .map(|fold| as_weights(&fit(&others(fold), FOLD_FIT), FIT.least))
            .collect();
    }
    read_folds(items, &weights).into_iter().flatten().collect()
}

/// The examples of each item, told by the weights of its fold.
fn read_folds(items: &[Item], weights: &[&'static KindWeights]) -> Vec<Vec<Example>> {
    let read = |(at, item): (usize, &Item)| item.examples(weights[at % FOLDS]);
    items.iter().enumerate().map(read).collect()
}

fn kind_index(kind: FigureKind) -> Option<usize> {
    WEIGHED.iter().position(|weighed| *weighed == kind)
}

impl Item {
    /// Its figures, as read with these weights, that are marked.
    fn examples(&self, weights: &'static KindWeights) -> Vec<Example> {
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
            let told = kind_index(figure.kind)?;
            Some(Example { told, signs: figure.signs, answer: kind, weight: self.weight(), place })
        };
        weighed.filter_map(example).collect()
    }
}

fn page_figures(bytes: &[u8], expected: &Json, weights: &'static KindWeights) -> Vec<(Figure, usize)> {
    let context = Context { trial: Some(weights), ..Context::default() };
    let Ok(article) = read_page("page", bytes, &context) else { return Vec::new() };
    let marked = expected["figures"].as_array().map_or(&[][..], Vec::as_slice);
    let at =
        |figure: &Json, key: &str| figure[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let found = |figure: Figure| {
        // The place that the two share most of is the same figure's.
        let overlap = |m: &&Json| shared(&(at(m, "start")..at(m, "end")), &(figure.start..figure.end));
        let mark = marked.iter().max_by_key(overlap).filter(|m| overlap(m) > 0)?;
        let kind = WEIGHED.iter().position(|kind| Some(kind.id()) == mark["kind"].as_str())?;
        Some((figure, kind))
    };
    article.figures.into_iter().filter_map(found).collect()
}
