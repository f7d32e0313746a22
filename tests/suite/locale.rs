//! Tests of `locales/`: every message exists, in both languages, with the same arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::driver::project;

/// Message id (or `id.attribute`) → the arguments it names.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(project("locales").join(lang)).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut message = String::new();
        let mut current = String::new();
        for line in text.lines() {
            let trimmed = line.trim_start();
            let name = trimmed.split_once(" =").map(|(name, _)| name);
            match name {
                Some(name) if !line.starts_with(' ') && !line.starts_with('#') => {
                    message = name.to_owned();
                    current = message.clone();
                    assert!(
                        found.insert(current.clone(), BTreeSet::new()).is_none(),
                        "{lang}: {current} stands twice"
                    );
                }
                Some(name) if trimmed.starts_with('.') => {
                    current = format!("{message}{name}");
                    found.insert(current.clone(), BTreeSet::new());
                }
                _ => {}
            }
            for part in line.split('$').skip(1) {
                let end =
                    part.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(part.len());
                found.get_mut(&current).unwrap().insert(part[..end].to_owned());
            }
        }
    }
    found
}

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|e| e == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// A reader of either language gets every sentence, hint and explanation, with the same values in it.
#[test]
fn both_languages_say_the_same() {
    let (vi, en) = (messages("vi"), messages("en"));
    let keys = |m: &BTreeMap<String, BTreeSet<String>>| m.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(keys(&vi).symmetric_difference(&keys(&en)).collect::<Vec<_>>(), Vec::<&String>::new());
    for (key, arguments) in &vi {
        assert_eq!(arguments, &en[key], "arguments of {key}");
    }
}

/// Every code that the program can give has its sentence: no reader ever sees a bare code.
#[test]
fn every_code_has_a_message() {
    let vi = messages("vi");
    let mut text = String::new();
    sources(&project("src"), &mut text);
    let mut missing = BTreeSet::new();
    for start in ["Diagnostic::error(", "Diagnostic::warning(", "Diagnostic::note("] {
        for part in text.split(start).skip(1) {
            let Some(code) = part.trim_start().strip_prefix('"').and_then(|p| p.split('"').next()) else {
                continue;
            };
            if !vi.contains_key(code) {
                missing.insert(code.to_owned());
            }
        }
    }
    assert_eq!(missing, BTreeSet::new());
}
