//! Every message of the room is there in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use crate::driver::project;

fn ids(language: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(project(&format!("locales/{language}/articles.ftl"))).unwrap();
    let mut ids = BTreeSet::new();
    let mut message = String::new();
    for line in text.lines() {
        let Some((id, _)) = line.split_once(" = ") else { continue };
        match id.trim_start().strip_prefix('.') {
            Some(attribute) => ids.insert(format!("{message}.{attribute}")),
            None if !id.starts_with(' ') => {
                message = id.to_owned();
                ids.insert(message.clone())
            }
            None => false,
        };
    }
    ids
}

/// Texts between quotes in the room's sources.
fn quoted(folder: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            quoted(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            into.extend(text.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
}

/// A message that one language lacks would show its id to a person.
#[test]
fn both_languages_have_the_same_messages() {
    assert_eq!(ids("vi"), ids("en"));
}

/// Each finding and reason that the sources name has its sentence, each finding its hint.
#[test]
fn every_code_has_its_sentence_and_hint() {
    let mut used = BTreeSet::new();
    quoted(&project("src/articles"), &mut used);
    let known = ids("vi");
    let codes = used.iter().filter(|text| {
        let room =
            ["article-", "review-", "date-event-", "date-published-"].iter().any(|p| text.starts_with(p));
        room && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    });
    let mut count = 0;
    for code in codes {
        count += 1;
        assert!(known.contains(code), "{code}");
        assert!(code.starts_with("date-") || known.contains(&format!("{code}.hint")), "{code}.hint");
    }
    assert!(count > 25, "only {count} codes found");
}
