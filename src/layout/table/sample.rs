//! Some rows of a table, for trying how many lines they take at other column widths.

use super::super::breaking::{After, Unit};

/// Rows looked at; those of a longer table stand for the rest.
const ROWS: usize = 60;
/// Spanned cells looked at; they stand in the header, or are few.
const SPANS: usize = 12;
/// Steps in which width is moved between columns, in pt.
const STEPS: [f64; 4] = [24.0, 12.0, 6.0, 3.0];
/// Columns of a table that is looked at; the work grows with their cube.
const COLUMNS: usize = 16;
/// Moves tried for each step.
const MOVES: usize = 40;
/// Weight of a line that makes no row taller, in rows' lines.
const INNER_LINE: f64 = 0.01;
/// Room above and below a row's text, in lines.
const ROW_PADDING: f64 = 0.35;
/// Weight of a tie that a column is too narrow for, in lines.
const BROKEN_TIE: f64 = 0.3;

/// A paragraph over several columns.
#[derive(Clone, Debug)]
struct Span {
    row: usize,
    column: usize,
    colspan: usize,
    units: Vec<Unit>,
}

/// Words of sampled cells: row, column, paragraphs.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    rows: Vec<Vec<Vec<Unit>>>,
    spans: Vec<Span>,
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
    pub fn add(&mut self, column: usize, colspan: usize, mut units: Vec<Unit>) {
        if let Some(last) = units.last_mut() {
            last.after = After::Newline;
        }
        let Some(row) = self.rows.last_mut().filter(|_| self.taking) else { return };
        if colspan == 1 {
            row[column].append(&mut units);
        } else if self.spans.len() < SPANS {
            self.spans.push(Span { row: self.rows.len() - 1, column, colspan, units });
        }
    }

    /// Height of the rows in lines, room above and below the text included.
    pub fn height(&self, widths: &[f64], scale: f64, padding: f64) -> f64 {
        let counts: Vec<Vec<f64>> =
            widths.iter().enumerate().map(|(c, &width)| self.count(c, width, scale, padding)).collect();
        let spans = self.span_lines(widths, scale, padding);
        height(&counts, &spans, None) + ROW_PADDING * self.rows.len() as f64
    }

    /// Row and lines of each spanned cell.
    fn span_lines(&self, widths: &[f64], scale: f64, padding: f64) -> Vec<(usize, f64)> {
        let room = |s: &Span| widths[s.column..s.column + s.colspan].iter().sum::<f64>() - 2.0 * padding;
        self.spans.iter().map(|s| (s.row, lines(&s.units, room(s) / scale))).collect()
    }

    /// Lines of each row's cell in a column of this width.
    fn count(&self, column: usize, width: f64, scale: f64, padding: f64) -> Vec<f64> {
        let room = (width - 2.0 * padding) / scale;
        self.rows.iter().map(|row| lines(&row[column], room)).collect()
    }

    /// Moves width between columns as long as the rows get lower; no column becomes narrower than `least`.
    ///
    /// `scale` is the type size in parts of that measured at, `padding` the room at each side of a text.
    pub fn save_lines(&self, widths: &mut [f64], least: &[f64], scale: f64, padding: f64) {
        if widths.len() > COLUMNS {
            return;
        }
        let count = |column: usize, width: f64| self.count(column, width, scale, padding);
        for step in STEPS {
            let counts = |widths: &[f64], column: usize| {
                [0.0, -step, step].map(|by| count(column, widths[column] + by))
            };
            let mut columns: Vec<Counts> = (0..widths.len()).map(|column| counts(widths, column)).collect();
            // Each move saves something, so this ends; the bound is for safety.
            for _ in 0..MOVES {
                let best = self.best_move(&columns, widths, least, step, (scale, padding));
                let Some((from, to)) = best else { break };
                widths[from] -= step;
                widths[to] += step;
                for column in [from, to] {
                    columns[column] = counts(widths, column);
                }
            }
        }
    }

    /// The column that `step` is best taken from and that it is best given to; none where no move saves anything.
    fn best_move(
        &self,
        columns: &[Counts],
        widths: &[f64],
        least: &[f64],
        step: f64,
        (scale, padding): (f64, f64),
    ) -> Option<(usize, usize)> {
        let now: Vec<&[f64]> = columns.iter().map(|[now, _, _]| now.as_slice()).collect();
        let spans = |widths: &[f64]| self.span_lines(widths, scale, padding);
        let mut best = (height(&now, &spans(widths), None) - 1e-9, None);
        let mut moved = widths.to_vec();
        for from in 0..widths.len() {
            if widths[from] - step < least[from] {
                continue;
            }
            for to in (0..widths.len()).filter(|&c| c != from) {
                moved[from] -= step;
                moved[to] += step;
                let cost = height(&now, &spans(&moved), Some((from, &columns[from][1], to, &columns[to][2])));
                moved[from] = widths[from];
                moved[to] = widths[to];
                if cost < best.0 {
                    best = (cost, Some((from, to)));
                }
            }
        }
        best.1
    }
}

/// Lines of each row's cell in a column as wide as it is, a step narrower and a step wider.
type Counts = [Vec<f64>; 3];

type Move<'a> = (usize, &'a [f64], usize, &'a [f64]);

/// Height of all rows in lines, with two columns' line counts exchanged.
fn height<C: AsRef<[f64]>>(lines: &[C], spans: &[(usize, f64)], moved: Option<Move>) -> f64 {
    let rows = lines.first().map_or(0, |column| column.as_ref().len());
    let at = |column: usize, row: usize| match moved {
        Some((from, less, _, _)) if column == from => less[row],
        Some((_, _, to, more)) if column == to => more[row],
        _ => lines[column].as_ref()[row],
    };
    (0..rows)
        .map(|row| {
            let counts = (0..lines.len()).map(|column| at(column, row));
            let spanned = spans.iter().filter(|s| s.0 == row).map(|s| s.1);
            let (most, sum) =
                counts.chain(spanned).fold((0.0f64, 0.0), |(most, sum), n| (most.max(n), sum + n));
            most + INNER_LINE * sum
        })
        .sum()
}

/// Lines that words take when each line is filled; a tie that has to be broken counts as part of a line.
fn lines(units: &[Unit], room: f64) -> f64 {
    let mut fill = Filling { room, lines: 0.0, used: f64::INFINITY, gap: 0.0 };
    let mut start = 0;
    while start < units.len() {
        let tied = units[start..].iter().take_while(|u| u.after == After::Tie).count();
        let end = (start + tied).min(units.len() - 1);
        let group = &units[start..=end];
        let width = group.iter().map(|u| u.width).sum::<f64>()
            + group[..group.len() - 1].iter().map(|u| u.space).sum::<f64>();
        if width <= room + 1e-6 {
            fill.add(width, units[end].space);
        } else {
            for unit in group {
                fill.add(unit.width, unit.space);
            }
            fill.lines += BROKEN_TIE * tied as f64;
        }
        if units[end].after == After::Newline {
            fill.used = f64::INFINITY;
        }
        start = end + 1;
    }
    fill.lines
}

/// A column while words are put into it.
struct Filling {
    room: f64,
    lines: f64,
    used: f64,
    gap: f64,
}

impl Filling {
    fn add(&mut self, width: f64, space: f64) {
        if self.used + self.gap + width > self.room + 1e-6 {
            self.lines += 1.0;
            self.used = width;
        } else {
            self.used += self.gap + width;
        }
        self.gap = space;
    }
}
