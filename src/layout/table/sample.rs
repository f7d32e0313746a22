//! Some rows of a table, for trying how many lines they take at other column widths.

use super::super::breaking::{After, Unit};

/// Rows looked at; those of a longer table stand for the rest.
const ROWS: usize = 60;
/// Steps in which width is moved between columns, in pt.
const STEPS: [f64; 4] = [24.0, 12.0, 6.0, 3.0];
/// Weight of a line that makes no row taller, in rows' lines.
const INNER_LINE: f64 = 0.01;

/// Words of sampled cells: row, column, paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    rows: Vec<Vec<Vec<Unit>>>,
    /// Every how many rows one is looked at, and how many have passed.
    stride: usize,
    passed: usize,
    taking: bool,
}

impl Sample {
    /// For a table of so many rows.
    pub fn new(rows: usize) -> Self {
        Sample { stride: rows.div_ceil(ROWS).max(1), ..Sample::default() }
    }

    /// Starts a row.
    pub fn next_row(&mut self, columns: usize) {
        self.taking = self.passed.is_multiple_of(self.stride);
        self.passed += 1;
        if self.taking {
            self.rows.push(vec![Vec::new(); columns]);
        }
    }

    /// Adds a paragraph of a cell of the row.
    pub fn add(&mut self, column: usize, mut units: Vec<Unit>) {
        if let Some(last) = units.last_mut() {
            last.after = After::Newline;
        }
        if let Some(row) = self.rows.last_mut().filter(|_| self.taking) {
            row[column].append(&mut units);
        }
    }

    /// Moves width between columns as long as the rows get lower; no column becomes narrower than `least`.
    ///
    /// `scale` is the type size in parts of that measured at, `padding` the room at each side of a text.
    pub fn save_lines(&self, widths: &mut [f64], least: &[f64], scale: f64, padding: f64) {
        let count = |column: usize, width: f64| -> Vec<usize> {
            let room = (width - 2.0 * padding) / scale;
            self.rows.iter().map(|row| lines(&row[column], room)).collect()
        };
        let columns = widths.len();
        for step in STEPS {
            // Each move saves something, so this ends; the bound is for safety.
            for _ in 0..40 {
                let now: Vec<Vec<usize>> = (0..columns).map(|c| count(c, widths[c])).collect();
                let less: Vec<Vec<usize>> = (0..columns).map(|c| count(c, widths[c] - step)).collect();
                let more: Vec<Vec<usize>> = (0..columns).map(|c| count(c, widths[c] + step)).collect();
                let mut best = (height(&now, None) - 1e-9, None);
                for from in (0..columns).filter(|&c| widths[c] - step >= least[c]) {
                    for to in (0..columns).filter(|&c| c != from) {
                        let cost = height(&now, Some((from, &less[from], to, &more[to])));
                        if cost < best.0 {
                            best = (cost, Some((from, to)));
                        }
                    }
                }
                let Some((from, to)) = best.1 else { break };
                widths[from] -= step;
                widths[to] += step;
            }
        }
    }
}

type Move<'a> = (usize, &'a [usize], usize, &'a [usize]);

/// Height of all rows in lines, with two columns' line counts exchanged.
fn height(lines: &[Vec<usize>], moved: Option<Move>) -> f64 {
    let rows = lines.first().map_or(0, Vec::len);
    let at = |column: usize, row: usize| match moved {
        Some((from, less, _, _)) if column == from => less[row],
        Some((_, _, to, more)) if column == to => more[row],
        _ => lines[column][row],
    };
    (0..rows)
        .map(|row| {
            let counts = (0..lines.len()).map(|column| at(column, row));
            let (most, sum) = counts.fold((0, 0), |(most, sum), n| (most.max(n), sum + n));
            most as f64 + INNER_LINE * sum as f64
        })
        .sum()
}

/// Lines that words take when each line is filled.
fn lines(units: &[Unit], room: f64) -> usize {
    let (mut lines, mut used, mut group, mut gap) = (usize::from(!units.is_empty()), 0.0, 0.0, 0.0);
    for (i, unit) in units.iter().enumerate() {
        group += unit.width;
        if unit.after == After::Tie {
            group += unit.space;
            continue;
        }
        if used > 0.0 && used + gap + group > room + 1e-6 {
            lines += 1;
            used = group;
        } else {
            used += gap + group;
        }
        (group, gap) = (0.0, unit.space);
        if unit.after == After::Newline && i + 1 < units.len() {
            lines += 1;
            (used, gap) = (0.0, 0.0);
        }
    }
    lines
}
