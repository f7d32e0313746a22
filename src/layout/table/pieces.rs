//! Rows taller than a page, cut between lines.

use super::super::flow::{Break, Mark, Slab};
use super::rows::{Group, RowSetter, Set, edges};

/// Lines of a piece of a row.
const PIECE_LINES: usize = 4;

impl RowSetter<'_, '_> {
    /// A group taller than a page: row by row, and a few lines at a time, its text at the top.
    pub(super) fn push_tall(&mut self, group: Group, mut first: bool) {
        let rows = group.heights.len();
        let mut anchors = group.anchors.into_iter();
        let mut cells = group.cells;
        for row in 0..rows {
            let count =
                cells.iter().filter(|c| c.row == row).map(|c| c.lines.len()).max().unwrap_or(0).max(1);
            let mut anchor = anchors.next().flatten();
            let pieces = count.div_ceil(PIECE_LINES);
            for piece in 0..pieces {
                let last = piece + 1 == pieces;
                let mut slab = self.piece(&mut cells, row, piece, (count, last));
                slab.marks.extend(anchor.take().map(|anchor| Mark { anchor, outline: None, y: 0.0 }));
                self.push(slab, first);
                first = false;
            }
        }
    }

    /// Some lines of a row with its side rules; the rule below it only where the row ends or the page does.
    fn piece(&mut self, cells: &mut [Set], row: usize, piece: usize, (count, last): (usize, bool)) -> Slab {
        let from = piece * PIECE_LINES;
        let shown = count.min(from + PIECE_LINES) - from;
        let top = if piece == 0 { self.padding } else { 0.0 };
        let bottom = if last { self.padding } else { 0.0 };
        let mut slab = Slab {
            height: top + shown as f64 * self.pitch + bottom,
            break_before: Break::Free(0.0),
            ..Slab::default()
        };
        let mut rules = self.side_rule(0.0, slab.height);
        for cell in cells.iter_mut().filter(|c| c.row <= row && row < c.row + c.rowspan) {
            let ends = last && row + 1 == cell.row + cell.rowspan;
            rules.extend(edges(cell, 0.0, slab.height, ends));
            if cell.row == row {
                let rest = cell.lines.split_off(cell.lines.len().min(shown));
                let lines = std::mem::replace(&mut cell.lines, rest);
                if !lines.is_empty() || piece == 0 {
                    let (node, x) = (cell.node, cell.x);
                    self.put(&mut slab, node, x, lines, top);
                }
            }
        }
        slab.items.push(self.rules(rules));
        slab.foot = vec![self.top_rule()];
        slab
    }
}
