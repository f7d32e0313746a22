//! Small multiples: one small column chart a panel, all on one scale.

use crate::document::Categories;

use super::Drawing;
use super::bars::{draw_columns, entries};
use super::legend::{self, Swatch};
use super::pen::{Anchor, LEADING, Line, Pen, Piece, SMALL, STRONG};
use super::plot::{Plot, figure, tick_numbers, unit_line};
use super::scale::{Scale, number};

const HEIGHT: f64 = 58.0;
/// Panels are no narrower, nor wider.
const NARROWEST: f64 = 100.0;
const WIDEST: f64 = 190.0;
const GUTTER: f64 = 14.0;

/// What all panels share.
struct Grid {
    scale: Scale,
    numbers: Vec<Line>,
    left: f64,
    panel: f64,
    width: f64,
    gap: bool,
}

/// Draws the chart; each row of panels is a piece.
pub fn draw(pen: &mut Pen, panels: &[(String, Categories)], width: f64) -> Drawing {
    let Some((_, first)) = panels.first() else { return Drawing::default() };
    let values = panels.iter().flat_map(|p| {
        let reference = p.1.reference.as_ref().map(|r| r.0);
        p.1.series.iter().flat_map(|s| s.1.iter().flatten().copied()).chain(reference)
    });
    let scale = Scale::from_zero(values, 3);
    let (numbers, left) = tick_numbers(pen, &scale, &first.unit);
    let most = (((width - left + GUTTER) / (NARROWEST + GUTTER)) as usize).max(1);
    let across = most.min(panels.len());
    let panel = ((width - left + GUTTER) / across as f64 - GUTTER).min(WIDEST);
    let gap = panels.iter().any(|p| entries(&p.1, true).iter().any(|e| e.0 == Swatch::Missing));
    let grid = Grid { scale, numbers, left, panel, width, gap };
    let head = head(pen, first, &grid);
    let pieces = panels.chunks(across).map(|row| draw_row(pen, &grid, row)).collect();
    Drawing { head, pieces }
}

fn head(pen: &mut Pen, first: &Categories, grid: &Grid) -> Piece {
    let mut head = Piece::default();
    let mut legend = entries(first, false);
    if let Some((_, label)) = &first.reference {
        legend.push((Swatch::Reference, label));
    }
    if grid.gap {
        legend.push((Swatch::Missing, super::NO_DATA));
    }
    legend::draw(pen, &mut head, grid.width, &legend);
    unit_line(pen, &mut head, &first.unit);
    head
}

fn draw_row(pen: &mut Pen, grid: &Grid, panels: &[(String, Categories)]) -> Piece {
    let mut piece = Piece::default();
    let titles: Vec<Vec<Line>> = panels.iter().map(|p| pen.wrap(STRONG, &p.0, grid.panel)).collect();
    let tallest = titles.iter().map(Vec::len).max().unwrap_or(0) as f64 * LEADING;
    let top = tallest + LEADING + 2.0;
    let mut below: f64 = 0.0;
    for (i, ((_, data), title)) in panels.iter().zip(&titles).enumerate() {
        let left = grid.left + i as f64 * (grid.panel + GUTTER);
        let slots = data.labels.len();
        let plot = Plot { scale: grid.scale, left, top, width: grid.panel, height: HEIGHT, slots };
        // Titles stand on the same last line.
        pen.lines(&mut piece, title, left, tallest - title.len() as f64 * LEADING, Anchor::Start);
        plot.axes(pen, &mut piece, if i == 0 { &grid.numbers } else { &[] });
        let numbers = fitting_numbers(pen, &plot, data);
        draw_columns(pen, &mut piece, &plot, data, numbers.as_ref());
        if numbers.is_none() {
            last_number(pen, &mut piece, &plot, data);
        }
        plot.reference(pen, &mut piece, data);
        if slots > 0 {
            let edges = (left - GUTTER / 2.0 + 2.0, (plot.right() + GUTTER / 2.0 - 2.0).min(grid.width));
            below = below.max(plot.categories(pen, &mut piece, &data.labels, edges));
        }
    }
    piece.height = top + HEIGHT + below + 12.0;
    piece
}

/// Numbers for the columns, if all of them fit over theirs.
fn fitting_numbers(pen: &mut Pen, plot: &Plot, data: &Categories) -> Option<Vec<Vec<Option<Line>>>> {
    let room = plot.slot() / data.series.len().max(1) as f64;
    let mut numbers = Vec::new();
    for (_, values) in &data.series {
        let lines: Vec<Option<Line>> =
            values.iter().map(|v| v.map(|v| pen.line(SMALL, &number(v, &data.unit)))).collect();
        if lines.iter().flatten().any(|l| l.width > room * 0.95) {
            return None;
        }
        numbers.push(lines);
    }
    Some(numbers)
}

/// Where the columns are too narrow for numbers, the last value still gets its own, flush with the panel.
fn last_number(pen: &mut Pen, piece: &mut Piece, plot: &Plot, data: &Categories) {
    let [(_, values)] = data.series.as_slice() else { return };
    let Some((index, value)) = values.iter().enumerate().rev().find_map(|(i, v)| v.map(|v| (i, v))) else {
        return;
    };
    let line = pen.line(SMALL, &number(value, &data.unit));
    let x = (plot.x(index) - line.width / 2.0).min(plot.right() - line.width).max(plot.left);
    // Above the highest of the columns that it spans.
    let spanned =
        |i: &usize| plot.x(*i) + plot.slot() / 2.0 > x && plot.x(*i) - plot.slot() / 2.0 < x + line.width;
    let tops = (0..values.len().min(plot.slots)).filter(spanned).filter_map(|i| values[i]).map(|v| plot.y(v));
    let baseline = tops.fold(plot.y(0.0), f64::min) - 3.0;
    pen.text_on_white(piece, &line, x, baseline, Anchor::Start);
    piece.figures.extend(figure(data, 0, index));
}
