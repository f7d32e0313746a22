//! `check` on a folder with ten mistakes.

use crate::driver::{baocao, project};

/// Ten mistakes of files and figures, all shown at their places at once, without anything being written.
#[test]
fn ten_mistakes_are_shown_at_once() {
    let folder = project("tests/assess/broken");
    let run = baocao(&["check", folder.to_str().unwrap()]);
    assert_eq!((run.code, run.stderr.as_str()), (3, ""));
    let text = run.stdout.replace(folder.to_str().unwrap(), "broken");
    super::holds("broken.vi.txt", &text);
    let run = baocao(&["check", folder.to_str().unwrap(), "--lang", "en"]);
    super::holds("broken.en.txt", &run.stdout.replace(folder.to_str().unwrap(), "broken"));
    assert!(!folder.join("out").exists());
}

/// The same for programs: one object a finding, with its place in parts.
#[test]
fn json_gives_every_finding_its_place() {
    let folder = project("tests/assess/broken");
    let run = baocao(&["check", folder.to_str().unwrap(), "--json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(run.code, 3);
    assert!(all.len() >= 10);
    let unknown = all.iter().find(|one| one["code"] == "total-differs").unwrap();
    assert_eq!(unknown["severity"], "warning");
    assert_eq!(unknown["file"], "results/2023-Q1.yaml");
    assert_eq!((&unknown["line"], &unknown["column"]), (&3.into(), &12.into()));
    assert_eq!(unknown["cell"], serde_json::Value::Null);
    assert!(unknown["message"].as_str().unwrap().contains("`7`"));
    assert!(!unknown["hint"].as_str().unwrap().is_empty());
}

/// Warnings alone let the check pass; `--strict` does not.
#[test]
fn strict_makes_warnings_count() {
    let office = project("data/thai-binh");
    let office = office.to_str().unwrap();
    assert_eq!(baocao(&["check", office]).code, 0);
    assert_eq!(baocao(&["check", office, "--strict"]).code, 3);
}
