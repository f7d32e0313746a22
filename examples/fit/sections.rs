//! Which section of the report each page and figure belongs to: `lexicon/sections.tsv`.

use std::error::Error;

use baocao::articles::{Context, read_page};
use baocao::figures::{PLACES, Sign, kind_weights};
use baocao::office::Section;

use crate::items::{Item, Source, read_folders};
use crate::places::Places;
use crate::regression::{Example, Fit, Fitted, fit, lines, report};

const FIT: Fit = Fit { trust: 0.3, seen: 5, steps: 200, least: 10.0 };
const FOLDS: usize = 4;
const N: usize = PLACES.len();

/// Prints the weights, or with `check` how well folds of pages are told by the others, or how well the pages of `others` are.
pub fn run(folders: &[String], others: &[String], check: bool) -> Result<(), Box<dyn Error>> {
    let pages = examples_of(folders)?;
    let all: Vec<&Example> = pages.iter().flatten().collect();
    let names = PLACES.map(Section::id);
    if check {
        let told = (0..FOLDS).flat_map(|fold| {
            let other = |(at, _): &(usize, &Vec<Example>)| at % FOLDS != fold;
            let others: Vec<&Example> =
                pages.iter().enumerate().filter(other).flat_map(|(_, page)| page).collect();
            let weights = fit(&others, FIT);
            let own = pages.iter().enumerate().filter(move |(at, _)| at % FOLDS == fold);
            own.flat_map(|(_, page)| page).map(|e| told_by(&weights, e)).collect::<Vec<_>>()
        });
        report(&told.collect::<Vec<_>>(), names);
    } else if others.is_empty() {
        print!("{}", lines(&fit::<N>(&all, FIT), FIT.least));
    } else {
        let weights = fit(&all, FIT);
        let others = examples_of(others)?;
        report(&others.iter().flatten().map(|e| told_by(&weights, e)).collect::<Vec<_>>(), names);
    }
    Ok(())
}

/// The example as these weights tell it.
fn told_by(weights: &Fitted<N>, example: &Example) -> Example {
    let mut sums = weights["all"];
    for weight in example.signs.iter().filter_map(|sign| weights.get(sign)) {
        sums.iter_mut().zip(weight).for_each(|(sum, weight)| *sum += weight);
    }
    let told = (0..N).max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or_default();
    Example { told, ..example.clone() }
}

/// The examples of each item that readers put somewhere.
fn examples_of(folders: &[String]) -> Result<Vec<Vec<Example>>, Box<dyn Error>> {
    let items = read_folders(folders)?;
    Ok(items.iter().filter_map(|item| Some(examples(item, item.places.as_ref()?))).collect())
}

/// The page and its figures; where readers differ the first is taken.
fn examples(item: &Item, places: &Places) -> Vec<Example> {
    let (signs, figures) = match &item.source {
        Source::Page { bytes, .. } => {
            let context = Context { trial: Some(kind_weights()), ..Context::default() };
            let Ok(article) = read_page("page", bytes, &context) else { return Vec::new() };
            (article.signs, article.figures)
        }
        Source::Paragraph(marked) => {
            let reading = marked.reading(Some(kind_weights()));
            (reading.signs, reading.figures)
        }
    };
    let example = |signs: Vec<Sign>, sections: &[String], phrase: &str| {
        let answer = PLACES.iter().position(|s| sections.first().is_some_and(|own| own == s.id()))?;
        let weight = item.weight();
        Some(Example { signs, answer, told: 0, weight, place: format!("{} «{phrase}»", item.name) })
    };
    let page = example(signs, &places.page, "page");
    let weighed = figures.into_iter().filter(|figure| !figure.section_signs.is_empty());
    let figures = weighed.filter_map(|figure| {
        example(figure.section_signs, places.of(figure.start, figure.end)?, &figure.phrase)
    });
    page.into_iter().chain(figures).collect()
}
