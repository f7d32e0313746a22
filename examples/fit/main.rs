//! Fits the weights of the lexicon to pages and sentences marked by hand and prints them.
//!
//! ```sh
//! cargo run --release --example fit kinds tests/figures/sentences tests/figures/pages tests/articles/pages > kinds.tsv
//! cargo run --release --example fit sections tests/figures/sentences tests/figures/pages > sections.tsv
//! ```
//!
//! Sections are told by the kinds that the program is built with: build it with new kinds before fitting sections.
//!
//! `--check` prints instead how well folds of pages are told by the others, `--on FOLDER…` how well the pages of other
//! folders are told.

mod items;
mod kinds;
#[path = "../../tests/suite/marked.rs"]
mod marked;
#[path = "../../tests/suite/places.rs"]
mod places;
mod regression;
mod sections;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders: Vec<String> = std::env::args().skip(1).collect();
    let check = folders.iter().position(|a| a == "--check").map(|at| folders.remove(at)).is_some();
    let others = folders.iter().position(|a| a == "--on").map(|at| folders.split_off(at)).unwrap_or_default();
    let others = others.get(1..).unwrap_or_default();
    match folders.split_first() {
        Some((what, folders)) if what == "kinds" => kinds::run(folders, others, check),
        Some((what, folders)) if what == "sections" => sections::run(folders, others, check),
        _ => Err("kinds or sections, then folders".into()),
    }
}
