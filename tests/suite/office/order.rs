//! The order in which files were made or are listed changes nothing.

use std::fs;

use baocao::office;
use proptest::prelude::*;

use super::copy_folder;
use crate::driver::project;

fn files(of: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(project(of).join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                open.push(format!("{path}/"));
            } else {
                found.push(path);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Files made in any order give the same office, down to the places.
    #[test]
    fn order_of_files(files in Just(files("data/lang-son")).prop_shuffle()) {
        let plain = tempfile::TempDir::new().unwrap();
        let (first, second) = (plain.path().join("a/lang-son"), plain.path().join("b/lang-son"));
        fs::create_dir_all(&first).unwrap();
        copy_folder(&project("data/lang-son"), &first);
        for file in &files {
            let to = second.join(file);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(project("data/lang-son").join(file), to).unwrap();
        }
        let (first, second) = (office::read(&first), office::read(&second));
        let (mut one, mut other) = (first.0.unwrap(), second.0.unwrap());
        one.root.clear();
        other.root.clear();
        prop_assert_eq!(format!("{one:?}"), format!("{other:?}"));
        prop_assert_eq!(first.1, second.1);
    }
}
