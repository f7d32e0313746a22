//! The report's tables and charts as trees.

mod charts;
mod organisations;
mod target_table;
mod years;

use std::collections::BTreeMap;

use crate::compose::context::Inputs;
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::markdown::Tree;
use crate::document::{Align, Cell, Row, Run, Table, TextStyle};

/// What stands in a cell where there is no value.
const NOTHING: &str = "–";

/// Every tree that has data, by id.
pub fn trees(inputs: Inputs<'_>, ledger: &mut Ledger) -> BTreeMap<String, Tree> {
    let mut trees = BTreeMap::new();
    let mut add = |id: &str, tree: Option<Tree>| {
        if let Some(tree) = tree {
            trees.insert(id.to_owned(), tree);
        }
    };
    add("target-table", target_table::build(inputs.assessment, ledger).map(Tree::Table));
    add("target-chart", charts::bullets(inputs.assessment, ledger).map(Tree::Chart));
    add("trend-chart", charts::percents(inputs.assessment, ledger).map(Tree::Chart));
    add("flow-chart", charts::flow(inputs.assessment, ledger).map(Tree::Chart));
    add("year-table", years::build(inputs.assessment, ledger).map(Tree::Table));
    add("organisation-table", organisations::build(inputs.assessment, ledger).map(Tree::Table));
    trees
}

/// A cell of marked text.
pub fn cell(marked: &str, ledger: &Ledger) -> Cell {
    Cell::new(ink::runs(marked, TextStyle::default(), ledger))
}

/// A cell of marked lines.
pub fn lines(marked: &[String], ledger: &Ledger) -> Cell {
    let content = marked.iter().map(|m| ink::runs(m, TextStyle::default(), ledger)).collect();
    Cell { content, ..Cell::new(Vec::new()) }
}

/// A head cell.
pub fn head(marked: &str, ledger: &Ledger) -> Cell {
    Cell { align: Some(Align::Centre), ..cell(marked, ledger) }
}

/// A head cell of marked lines.
pub fn tall_head(marked: &[String], ledger: &Ledger) -> Cell {
    Cell { align: Some(Align::Centre), ..lines(marked, ledger) }
}

/// A value, or the dash.
pub fn value_or_dash(marked: Option<String>, ledger: &Ledger) -> Cell {
    match marked {
        Some(marked) => cell(&marked, ledger),
        None => Cell { align: Some(Align::Centre), ..cell(NOTHING, ledger) },
    }
}

/// `TT` of a row.
pub fn ordinal(n: usize) -> Cell {
    let run = Run { origin: crate::document::Origin::Template, ..Run::plain(n.to_string()) };
    Cell { align: Some(Align::Centre), ..Cell::new(vec![run]) }
}

pub fn table(anchor: &str, columns: Vec<Align>, header: Vec<Row>, body: Vec<Row>) -> Table {
    Table { anchor: anchor.to_owned(), columns, header, body, ..Table::default() }
}

pub fn row(cells: Vec<Cell>) -> Row {
    Row { cells, anchor: None }
}

/// Centres the columns of figures whose units differ: per cents and counts have no decimal point in common.
pub fn centre_mixed(columns: &mut [Align], body: &[Row]) {
    for (at, align) in columns.iter_mut().enumerate().filter(|(_, align)| **align == Align::Decimal) {
        let texts = body.iter().filter_map(|row| row.cells.get(at)).map(text);
        let figures: Vec<String> = texts.filter(|t| t.contains(|c: char| c.is_ascii_digit())).collect();
        let in_per_cent = figures.iter().filter(|t| t.contains('%')).count();
        let worded = figures.iter().any(|t| t.contains(char::is_alphabetic) || t.contains('('));
        if worded || (in_per_cent > 0 && in_per_cent < figures.len()) {
            *align = Align::Centre;
        }
    }
}

fn text(cell: &Cell) -> String {
    cell.content.iter().flatten().map(|run| run.text.as_str()).collect()
}

/// A unit or name as a marked text; nothing for nothing.
pub fn named(text: &str) -> String {
    if text.is_empty() { String::new() } else { mark::name(text) }
}
