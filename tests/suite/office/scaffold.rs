//! `baocao new`.

use std::fs;

use baocao::office;
use baocao::period::Period;
use baocao::quantity::Value;
use tempfile::TempDir;

use crate::driver::{baocao, project};

/// A new folder is sound as it is, and a report can be made of it at once.
#[test]
fn a_new_folder_is_sound() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("tinh-a");
    let run = baocao(&["new".as_ref(), folder.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout.lines().count(), 4);
    let (office, found) = office::read(&folder);
    assert_eq!(found, []);
    assert_eq!(office.unwrap().id, "tinh-a");
}

/// What a clerk has written is never overwritten, and nothing else is written then.
#[test]
fn nothing_is_overwritten() {
    let place = TempDir::new().unwrap();
    fs::write(place.path().join("office.yaml"), "của tôi\n").unwrap();
    let run = baocao(&["new".as_ref(), place.path().as_os_str()]);
    assert_eq!(run.code, 6);
    assert!(run.stderr.contains("[new-file-exists]"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(place.path().join("office.yaml")).unwrap(), "của tôi\n");
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

/// The sheet to fill in is a sound table without values; filled in, each value is read from its cell.
#[test]
fn a_sheet_to_fill_in() {
    let place = TempDir::new().unwrap();
    let folder = place.path().join("thai-binh");
    fs::create_dir(&folder).unwrap();
    super::copy_folder(&project("data/thai-binh"), &folder);
    let make = || baocao(&["new".as_ref(), folder.as_os_str(), "--sheet".as_ref(), "2023-Q4".as_ref()]);
    assert_eq!(make().code, 0);
    assert_eq!(make().code, 6);
    let of_period = || {
        let (office, found) = office::read(&folder);
        assert_eq!(found, []);
        office
            .unwrap()
            .results
            .into_iter()
            .filter(|r| r.period == Period::Quarter(2023, 4))
            .collect::<Vec<_>>()
    };
    assert!(of_period().is_empty());
    let sheet = folder.join("results/2023-Q4.csv");
    let filled: String = fs::read_to_string(&sheet)
        .unwrap()
        .lines()
        .map(|line| match line.contains("Sở Y tế") {
            true => format!("{}\r\n", line.replacen(";;", ";3;x;2;140;148", 1).trim_end_matches(';')),
            false => format!("{line}\r\n"),
        })
        .collect();
    fs::write(&sheet, filled).unwrap();
    let values: Vec<(String, Value)> = of_period().into_iter().map(|r| (r.target, r.value)).collect();
    assert!(values.contains(&("ket-nap".to_owned(), Value::Number(3.0))), "{values:?}");
    assert!(values.contains(&("mo-hinh".to_owned(), Value::Yes(true))), "{values:?}");
}
