//! Pages as they come out of `layout`, read back item by item.

#[path = "../layout/cases.rs"]
mod cases;
#[path = "../layout/measures.rs"]
mod measures;
#[path = "../layout/printed.rs"]
mod printed;
#[path = "../layout/read.rs"]
mod read;
#[path = "../layout/rules.rs"]
mod rules;
#[path = "../layout/sample.rs"]
pub mod sample;

use baocao::layout::{Profile, lay_out};

/// The sample keeps every rule in both profiles.
#[test]
fn sample_keeps_the_rules() {
    for name in Profile::names() {
        let profile = Profile::built_in(name).unwrap();
        let pages = lay_out(&sample::quarterly(), &profile).unwrap();
        assert_eq!(rules::faults(&pages, &profile), Vec::<String>::new(), "{name}");
    }
}

/// Tables of 0 to 300 rows behind texts of different lengths keep every rule on every page.
#[test]
fn sweep_of_rows_keeps_the_rules() {
    let profile = Profile::built_in("dang").unwrap();
    let mut pages_before = 0;
    let mut near = 0;
    for rows in 0..=300usize {
        // Every count at first, then those around a change of the page count, and a coarse net between.
        let document = sample::with_rows(rows, rows % 7);
        let wanted = rows <= 60 || rows % 10 == 0 || near > 0;
        if !wanted {
            continue;
        }
        near = usize::saturating_sub(near, 1);
        let pages = lay_out(&document, &profile).unwrap();
        if pages.pages.len() != pages_before {
            pages_before = pages.pages.len();
            near = 4;
        }
        assert_eq!(rules::faults(&pages, &profile), Vec::<String>::new(), "{rows} rows");
    }
}

/// What each page says, where and in which face, as reviewed by eye.
#[test]
fn pages_are_as_reviewed() {
    for name in Profile::names() {
        let profile = Profile::built_in(name).unwrap();
        for (kind, document) in [("quarter", sample::quarterly()), ("term", sample::term())] {
            let pages = lay_out(&document, &profile).unwrap();
            assert_eq!(rules::faults(&pages, &profile), Vec::<String>::new(), "{name} {kind}");
            insta::with_settings!({snapshot_path => "../layout/snapshots", prepend_module_to_snapshot => false,
                omit_expression => true}, {
                insta::assert_snapshot!(format!("{kind}-{name}"), read::transcript(&pages));
            });
        }
    }
}
