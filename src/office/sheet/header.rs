//! The rows that head a table.

use std::collections::BTreeMap;

use super::super::number;
use super::grid::{Cell, Grid};
use super::heading;

/// A heading with its row and column.
pub type Heading = (u32, u32, String);

/// The two forms of table.
pub enum HeaderKind {
    /// Organisations in rows, targets in columns.
    Organisations,
    /// Targets in rows.
    Targets,
}

/// The rows that head a table.
pub struct Header {
    /// Which of them.
    pub kind: HeaderKind,
    /// First row.
    pub top: u32,
    /// Last row.
    pub bottom: u32,
    /// Column of the organisations or targets.
    pub label: u32,
}

impl Header {
    /// The first row that heads a table, with the rows of headings below it.
    pub fn find(grid: &Grid) -> Option<Header> {
        let found = grid.rows.iter().find_map(|(row, cells)| {
            let several = cells.len() > 1;
            let column = |is: fn(&str) -> bool| {
                cells.iter().find(|(_, cell)| matches!(cell, Cell::Text(t) if is(t))).map(|(c, _)| *c)
            };
            if !several {
                return None;
            }
            let results = column(heading::is_result).is_some();
            match (column(heading::is_target_list), column(heading::is_organisation)) {
                (Some(label), _) if results => Some((HeaderKind::Targets, *row, label)),
                (_, Some(label)) => Some((HeaderKind::Organisations, *row, label)),
                _ => None,
            }
        });
        let (kind, top, label) = found?;
        let mut bottom = top;
        for (row, cells) in grid.rows.range(top + 1..) {
            let header = *row == bottom + 1
                && !cells.contains_key(&label)
                && cells
                    .values()
                    .all(|cell| matches!(cell, Cell::Text(text) if number::parse(text).is_none()))
                && cells.range(..label).next().is_none();
            if !header {
                break;
            }
            bottom = *row;
        }
        Some(Header { kind, top, bottom, label })
    }

    /// The heading parts of each column, from the top down; a merged cell counts for every column that has a
    /// heading below it.
    pub fn columns(&self, grid: &Grid) -> BTreeMap<u32, Vec<Heading>> {
        let text = |row: u32, column: u32| match grid.rows.get(&row)?.get(&column)? {
            Cell::Text(text) => Some(text.clone()),
            Cell::Number { value, .. } => Some(value.to_string()),
            _ => None,
        };
        let mut columns: BTreeMap<u32, Vec<Heading>> = BTreeMap::new();
        let last = (self.top..=self.bottom)
            .filter_map(|row| grid.rows.get(&row)?.keys().next_back().copied())
            .max()
            .unwrap_or(self.label);
        for column in 0..=last {
            for row in self.top..=self.bottom {
                let below = (row + 1..=self.bottom).any(|r| text(r, column).is_some());
                let mut at = column;
                while below && text(row, at).is_none() && at > 0 {
                    at -= 1;
                }
                if let Some(heading) = text(row, at) {
                    columns.entry(column).or_default().push((row, at, heading));
                }
            }
        }
        columns
    }
}
