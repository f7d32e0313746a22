//! Tests of the room `assess`.

#[path = "../assess/broken.rs"]
mod broken;
#[path = "../assess/builder.rs"]
mod builder;
#[path = "../assess/checks.rs"]
mod checks;
#[path = "../assess/laws.rs"]
mod laws;
#[path = "../assess/organisations.rs"]
mod organisations;
#[path = "../assess/sources.rs"]
mod sources;
#[path = "../assess/statuses.rs"]
mod statuses;
#[path = "../assess/table.rs"]
mod table;

use baocao::locale::Locale;

use crate::driver::{baocao, project};

/// Holds a text against a file of `tests/assess/`, line for line; `UPDATE_TABLES=1` writes it anew.
fn holds(file: &str, actual: &str) {
    let path = project("tests/assess").join(file);
    if std::env::var_os("UPDATE_TABLES").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    for (line, (a, e)) in actual.lines().zip(expected.lines()).enumerate() {
        assert_eq!(a, e, "{file}:{}", line + 1);
    }
    assert_eq!(actual.lines().count(), expected.lines().count(), "{file}");
}

/// The hand-calculated table holds, case for case.
#[test]
fn standings_are_those_worked_out_by_hand() {
    let cases = std::fs::read_to_string(project("tests/assess/standings.txt")).unwrap();
    holds("standings.txt", &table::run(&cases));
}

/// Every measure with every comparator judges values around the goal as it must.
#[test]
fn statuses_of_every_measure_and_comparator() {
    holds("statuses.txt", &statuses::table());
}

/// Each check speaks where it must, in the exact words of both languages, and is silent where nothing is wrong.
#[test]
fn every_check_can_fail_and_can_pass() {
    let mut told = String::new();
    for (code, fires, quiet) in checks::CHECKS {
        let found: Vec<_> = checks::found(&fires()).into_iter().filter(|d| d.code == code).collect();
        assert!(!found.is_empty(), "{code} does not speak");
        found.iter().for_each(|one| told.push_str(&checks::told(one)));
        let wrongly: Vec<_> = checks::found(&quiet()).into_iter().filter(|d| d.code == code).collect();
        assert_eq!(wrongly, [], "{code} speaks where nothing is wrong");
    }
    holds("findings.txt", &told);
}

/// No message of this room is without a case, and none is left unexplained.
#[test]
fn every_code_of_the_room_has_a_case_and_an_explanation() {
    let text = std::fs::read_to_string(project("locales/vi/assess.ftl")).unwrap();
    let ids = text.lines().filter(|l| !l.starts_with([' ', '#'])).filter_map(|l| l.split_once(" ="));
    for (code, _) in ids.filter(|(id, _)| !id.starts_with("check-") && !id.starts_with("explain-")) {
        assert!(checks::CHECKS.iter().any(|(with_case, ..)| *with_case == code), "{code} has no case");
        for locale in [Locale::Vi, Locale::En] {
            assert!(locale.get(&format!("{code}.explain"), &[]).is_some(), "{code} has no explanation");
        }
    }
}

/// `explain` knows every code of every room, in both languages.
#[test]
fn explain_covers_every_code() {
    let codes = Locale::Vi.codes();
    assert_eq!(codes, Locale::En.codes());
    assert!(codes.len() > 100, "{}", codes.len());
    let run = baocao(&["explain", "total-differs", "--lang", "en"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(
        run.stdout,
        "total-differs

The stated total of target `…` (…) is `…`, but the values of … organisations add up to `…`

When every organisation has reported, the total has to be the sum of their values. Where they differ the report uses the sum and both are shown here.

hint: Check the organisations' values and the total; the report uses the sum of the organisations
"
    );
}

/// A misspelt code is a fault of the command line and names the one that was meant.
#[test]
fn explain_suggests_the_code_that_was_meant() {
    let run = baocao(&["explain", "total-differ"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("Không có mã thông báo `total-differ`"), "{}", run.stderr);
    assert!(run.stderr.contains("Có phải `total-differs`?"), "{}", run.stderr);
}
