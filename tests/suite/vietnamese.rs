//! The room `vietnamese` on real text: the sample offices' saved pages, and those beside the project if they are there.

use std::path::{Path, PathBuf};

use baocao::vietnamese::{Spelling, compare, compare_people, fold, nfc, spell, tie};

use crate::driver;

/// Every text file below the folder, in order.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut texts = Vec::new();
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts.extend(self::texts(&path));
        } else if path.extension().is_some_and(|e| e == "txt")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            texts.push((path, text));
        }
    }
    texts
}

fn corpus() -> Vec<(PathBuf, String)> {
    let mut corpus = texts(&driver::project("data"));
    assert!(!corpus.is_empty());
    corpus.extend(driver::shared("pages").map(|folder| texts(&folder)).into_iter().flatten());
    corpus
}

/// On whole pages with their furniture: ties change nothing but spaces, and doing anything twice changes nothing.
#[test]
fn pages_keep_their_words() {
    for (path, text) in corpus() {
        let text = nfc(&text);
        let tied = tie(&text);
        assert_eq!(tied.replace('\u{a0}', " "), text.replace('\u{a0}', " "), "{}", path.display());
        assert_eq!(tie(&tied), tied, "{}", path.display());
        let folded = fold(&text);
        assert_eq!(fold(&folded), folded, "{}", path.display());
        assert_eq!(fold(&tied), folded, "{}", path.display());
        let new = spell(&text, Spelling::New).into_owned();
        let old = spell(&new, Spelling::Old);
        assert_eq!(spell(&old, Spelling::New), new, "{}", path.display());
        assert_eq!(fold(&old), folded, "{}", path.display());
    }
}

/// No tie may make a lump that no line of a narrow column holds: eight words at most.
#[test]
fn ties_stay_short() {
    for (path, text) in corpus() {
        for lump in tie(&text.replace('\u{a0}', " ")).split([' ', '\n', '\t', '\r']) {
            assert!(lump.split('\u{a0}').count() <= 8, "{}: {lump:?}", path.display());
        }
    }
}

/// Sorting real names gives one order whatever the order they came in.
#[test]
fn sorting_is_stable_under_shuffling() {
    let mut words: Vec<String> =
        corpus().iter().flat_map(|(_, t)| t.split_whitespace().map(str::to_owned)).collect();
    words.sort();
    words.dedup();
    for order in [compare, compare_people] {
        let mut forward = words.clone();
        forward.sort_by(|a, b| order(a, b));
        let mut backward: Vec<String> = words.iter().rev().cloned().collect();
        backward.sort_by(|a, b| order(a, b));
        assert_eq!(forward, backward);
    }
}
