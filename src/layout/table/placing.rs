//! Which columns a row's cells stand in.

use crate::document::{Cell, Row};

/// A cell with its first column.
pub(super) struct Placed<'a> {
    pub cell: &'a Cell,
    pub column: usize,
    pub colspan: usize,
}

/// Puts cells into columns, leaving out those covered by a span from above.
pub(super) struct Placing {
    /// Rows that each column is still covered for.
    covered: Vec<usize>,
}

impl Placing {
    pub fn new(columns: usize) -> Self {
        Placing { covered: vec![0; columns] }
    }

    /// Cells of the next row.
    pub fn row<'a>(&mut self, row: &'a Row) -> Vec<Placed<'a>> {
        let mut placed = Vec::with_capacity(row.cells.len());
        let mut column = 0;
        let mut next = vec![0; self.covered.len()];
        for (c, left) in self.covered.iter().enumerate() {
            next[c] = left.saturating_sub(1);
        }
        for cell in &row.cells {
            while self.covered.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            if column >= self.covered.len() {
                break;
            }
            let colspan = usize::from(cell.colspan.max(1)).min(self.covered.len() - column);
            for covered in &mut next[column..column + colspan] {
                *covered = usize::from(cell.rowspan.max(1)) - 1;
            }
            placed.push(Placed { cell, column, colspan });
            column += colspan;
        }
        self.covered = next;
        placed
    }

    /// Whether a span reaches into the next row.
    pub fn is_open(&self) -> bool {
        self.covered.iter().any(|&rows| rows > 0)
    }
}
