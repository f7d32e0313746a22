//! Results in spreadsheets: `.xlsx`, `.ods` and `.csv` as units send them in.
//!
//! Two forms of table are read. A table with a column of organisations has a column (or a group of columns
//! below one heading) for each target; a table with a column of targets gives the bloc's own values. Titles
//! above the table, the sheet's name or the file's name say the period.

mod grid;
mod header;
mod heading;
mod period;
mod table;
mod values;

use crate::diagnostic::{Diagnostic, Place};

use super::register::plain;
use super::results::{Context, Results};

/// Reads one spreadsheet; what is wrong goes to the context's log.
pub fn read(bytes: Vec<u8>, extension: &str, context: &Context<'_>) -> Results {
    let mut results = Results::default();
    let log = context.log;
    let grids = grid::load(bytes, extension, log);
    let (mut tables, mut without) = (0, Vec::new());
    for grid in &grids {
        match table::read(grid, context) {
            Some(values) => {
                tables += 1;
                results.values.extend(values);
            }
            None if grid.rows.is_empty() => {}
            None => without.push(grid),
        }
    }
    if tables == 0 && !grids.is_empty() {
        log.push(Diagnostic::error("sheet-no-table").place(Place::file(log.file())));
    } else {
        for grid in without.iter().filter(|g| !is_guide(&g.name)) {
            let place = Place::cell(log.file(), &grid.name);
            log.push(Diagnostic::warning("sheet-not-read").place(place));
        }
    }
    results
}

/// A sheet that explains the others.
fn is_guide(name: &str) -> bool {
    matches!(plain(name).as_str(), "hướng dẫn" | "ghi chú" | "giải thích")
}
