//! Tests of the room `figures`: saved pages with figures marked by hand, and how much of them is found.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use baocao::articles::{Context, read_page};
use baocao::figures::{Figure, FigureKind};
use baocao::quantity::{Comparator, Value};
use serde_json::{Value as Json, json};

use crate::driver;
use crate::marked::Marked;

/// What a page, or all pages, came to.
#[derive(Default)]
struct Score {
    expected: usize,
    found: usize,
    matched: usize,
    kinds: usize,
    comparators: usize,
    units: usize,
    report: String,
}

impl Score {
    fn precision(&self) -> f64 {
        self.matched as f64 / self.found.max(1) as f64
    }
    fn recall(&self) -> f64 {
        self.matched as f64 / self.expected.max(1) as f64
    }
    fn of_matched(&self, right: usize) -> f64 {
        right as f64 / self.matched.max(1) as f64
    }
    fn line(&self) -> String {
        format!(
            "expected {} found {} · precision {:.3} recall {:.3} · kind {:.3} comparator {:.3} unit {:.3}",
            self.expected,
            self.found,
            self.precision(),
            self.recall(),
            self.of_matched(self.kinds),
            self.of_matched(self.comparators),
            self.of_matched(self.units)
        )
    }
}

fn value(figure: &Figure) -> Json {
    match &figure.value {
        Value::Number(n) => json!(n),
        Value::Range(low, high) => json!([low, high]),
        Value::Share { part, whole } => json!({"part": part, "whole": whole}),
        Value::Yes(yes) => json!(yes),
        Value::Words(words) => json!(words),
    }
}

fn same_number(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(_), Json::Number(_)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= 1e-9 * a.abs().max(1.0)
        }
        (Json::Array(a), Json::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_number(a, b))
        }
        (Json::Object(a), Json::Object(_)) => a.iter().all(|(key, a)| same_number(a, &b[key])),
        _ => a == b,
    }
}

fn kind(figure: &Figure) -> &'static str {
    match figure.kind {
        FigureKind::Target => "target",
        FigureKind::Result => "result",
        FigureKind::Structure => "structure",
        FigureKind::Event => "event",
    }
}

fn comparator(figure: &Figure) -> &'static str {
    match figure.comparator {
        Comparator::Equal => "equal",
        Comparator::AtLeast => "at_least",
        Comparator::MoreThan => "more_than",
        Comparator::AtMost => "at_most",
        Comparator::LessThan => "less_than",
        Comparator::About => "about",
        Comparator::Nearly => "nearly",
        Comparator::Range => "range",
    }
}

/// A figure found is the one expected when both say the same value of overlapping words, both or neither in per cent.
fn matches(expected: &Json, figure: &Figure) -> bool {
    let (start, end) =
        (expected["start"].as_u64().unwrap() as usize, expected["end"].as_u64().unwrap() as usize);
    let overlap = figure.start < end && start < figure.end;
    overlap
        && same_number(&expected["value"], &value(figure))
        && (expected["unit"] == "%") == (figure.unit == "%")
}

/// Whether one of two nouns goes on from the other: `giải nhì` is told as `giải` too, `chi bộ` as `chi bộ trực thuộc`.
fn same_noun(a: &str, b: &str) -> bool {
    let (a, b) = (baocao::vietnamese::fold(a), baocao::vietnamese::fold(b));
    !a.is_empty() && !b.is_empty() && (a.starts_with(&b) || b.starts_with(&a))
}

fn score_page(text: &Path, into: &mut Score) {
    let name = text.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = std::fs::read(text).unwrap();
    let expected: Json =
        serde_json::from_str(&std::fs::read_to_string(text.with_extension("json")).unwrap()).unwrap();
    let article = read_page(&name, &bytes, &Context::default()).unwrap();
    let expected = expected["figures"].as_array().unwrap();
    let mut taken = vec![false; article.figures.len()];
    for wanted in expected {
        let hit = (0..taken.len()).find(|&i| !taken[i] && matches(wanted, &article.figures[i]));
        let Some(i) = hit else {
            writeln!(
                into.report,
                "{name}: missed {} «{}»",
                wanted["value"],
                wanted["phrase"].as_str().unwrap()
            )
            .unwrap();
            continue;
        };
        taken[i] = true;
        let figure = &article.figures[i];
        into.matched += 1;
        let same_unit = wanted["value"] == true || same_noun(&figure.unit, wanted["unit"].as_str().unwrap());
        for (right, count, what, got) in [
            (wanted["kind"] == kind(figure), &mut into.kinds, "kind", kind(figure)),
            (
                wanted["comparator"] == comparator(figure),
                &mut into.comparators,
                "comparator",
                comparator(figure),
            ),
            (same_unit, &mut into.units, "unit", figure.unit.as_str()),
        ] {
            *count += usize::from(right);
            if !right {
                writeln!(into.report, "{name}: {what} {} for {} «{}»", got, wanted[what], figure.phrase)
                    .unwrap();
            }
        }
    }
    for (figure, _) in article.figures.iter().zip(taken).filter(|(_, taken)| !taken) {
        writeln!(
            into.report,
            "{name}: extra {} {} {} «{}»",
            kind(figure),
            value(figure),
            figure.unit,
            figure.phrase
        )
        .unwrap();
    }
    into.expected += expected.len();
    into.found += article.figures.len();
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt") && path.with_extension("json").exists())
        .collect();
    found.sort();
    found
}

/// The room's promise: what is taken from pages in many wordings is right, and little is missed.
#[test]
fn figures_of_the_pages_are_found_and_understood() {
    let mut score = Score::default();
    let pages = pages(&driver::project("tests/figures/pages"));
    for page in &pages {
        score_page(page, &mut score);
    }
    println!("{} pages · {}\n{}", pages.len(), score.line(), score.report);
    assert!(score.precision() >= 0.97, "{}\n{}", score.line(), score.report);
    assert!(score.recall() >= 0.92, "{}\n{}", score.line(), score.report);
    assert!(score.of_matched(score.kinds) >= 0.95, "{}\n{}", score.line(), score.report);
    assert!(score.of_matched(score.comparators) >= 0.95, "{}\n{}", score.line(), score.report);
    assert!(score.of_matched(score.units) >= 0.95, "{}\n{}", score.line(), score.report);
}

/// Sentences of many hands, marked in place: their figures are found and told apart, and no file has an item that is left out.
#[test]
fn marked_sentences() {
    let (mut marked, mut found, mut extra, mut right) = (0, 0, 0, 0);
    for file in std::fs::read_dir(driver::project("tests/figures/sentences")).unwrap() {
        let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let items = Marked::read(&source);
        assert_eq!(items.len(), source.matches("@ ").count());
        for item in items {
            marked += item.figures.len();
            for (figure, kind) in item.figures_with_kinds(None) {
                found += usize::from(kind.is_some());
                extra += usize::from(kind.is_none());
                right += usize::from(kind == Some(figure.kind));
            }
        }
    }
    println!("marked {marked} found {found} more {extra} kind {:.3}", right as f64 / found as f64);
    assert!(found as f64 / marked as f64 >= 0.85, "{found} of {marked}");
    assert!(right as f64 / found as f64 >= 0.95, "{right} of {found}");
}
