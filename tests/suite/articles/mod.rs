//! Tests of the room `articles`.

mod score;

use crate::driver;
use score::{Score, gold_pages, pages_of, score};

/// Holds the floors of issue 3 over every page with expectations; prints the table:
/// `cargo test --test suite articles::scores -- --nocapture`.
#[test]
fn scores() {
    let sets = [
        ("tests/articles/pages", pages_of(&driver::project("tests/articles/pages"))),
        ("tests/figures/pages", pages_of(&driver::project("tests/figures/pages"))),
        ("../shared/pages", gold_pages()),
    ];
    let mut total = Score::default();
    println!("{}", Score::head());
    for (name, pages) in &sets {
        let of_set = score(pages);
        println!("{}", of_set.row(name));
        total += &of_set;
    }
    println!("{}", total.row("all"));
    for remark in &total.remarks {
        println!("  {remark}");
    }
    assert_eq!(total.below_floors(), Vec::<String>::new());
}
