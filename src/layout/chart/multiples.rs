//! Small multiples: one small column chart a panel, all on one scale.

use crate::document::Categories;

use super::Drawing;
use super::bars::{draw_columns, entries, number_room};
use super::legend::{self, Swatch};
use super::pen::{Anchor, LEADING, Line, Pen, Piece, SMALL, STRONG};
use super::plot::{Plot, figure, tick_numbers, unit_line};
use super::scale::{Scale, number};

const HEIGHT: f64 = 58.0;
/// Panels are no narrower, nor wider.
const NARROWEST: f64 = 100.0;
const WIDEST: f64 = 190.0;
const GUTTER: f64 = 14.0;

/// The columns in which panels stand.
struct Grid {
    left: f64,
    panel: f64,
    width: f64,
}

type Panel = (String, Categories);

/// Panels in one unit, with their scale and its numbers.
struct Group<'a> {
    unit: &'a str,
    panels: Vec<&'a Panel>,
    scale: Scale,
    numbers: Vec<Line>,
}

/// Draws the chart; each row of panels is a piece. Panels in one unit stand together, on a scale of their own.
pub fn draw(pen: &mut Pen, panels: &[Panel], width: f64) -> Drawing {
    let Some((_, first)) = panels.first() else { return Drawing::default() };
    let (groups, left) = groups(pen, panels);
    let most = (((width - left + GUTTER) / (NARROWEST + GUTTER)) as usize).max(1);
    let across = groups.iter().map(|g| g.panels.len()).max().unwrap_or(1).min(most);
    let panel = ((width - left + GUTTER) / across as f64 - GUTTER).min(WIDEST);
    let grid = Grid { left, panel, width };
    let mut pieces = Vec::new();
    for group in &groups {
        for (i, row) in group.panels.chunks(across).enumerate() {
            let mut piece = Piece::default();
            if i == 0 {
                unit_line(pen, &mut piece, group.unit);
            }
            draw_row(pen, &mut piece, &grid, group, row);
            pieces.push(piece);
        }
    }
    Drawing { head: head(pen, first, panels, width), pieces }
}

/// The panels by unit, units in the order of their first panel, and the room of the widest axis numbers.
fn groups<'a>(pen: &mut Pen, panels: &'a [Panel]) -> (Vec<Group<'a>>, f64) {
    let mut units: Vec<(&str, Vec<&Panel>)> = Vec::new();
    for panel in panels {
        match units.iter_mut().find(|(unit, _)| *unit == panel.1.unit) {
            Some((_, group)) => group.push(panel),
            None => units.push((&panel.1.unit, vec![panel])),
        }
    }
    let mut left: f64 = 0.0;
    let mut groups = Vec::with_capacity(units.len());
    for (unit, panels) in units {
        let values = panels.iter().flat_map(|(_, data)| {
            let reference = data.reference.as_ref().map(|r| r.0);
            data.series.iter().flat_map(|s| s.1.iter().flatten().copied()).chain(reference)
        });
        let scale = Scale::from_zero(values, 3);
        let (numbers, room) = tick_numbers(pen, &scale, unit);
        left = left.max(room);
        groups.push(Group { unit, panels, scale, numbers });
    }
    (groups, left)
}

fn head(pen: &mut Pen, first: &Categories, panels: &[Panel], width: f64) -> Piece {
    let mut head = Piece::default();
    let mut legend = entries(first, false);
    if let Some((_, label)) = panels.iter().find_map(|p| p.1.reference.as_ref()) {
        legend.push((Swatch::Reference, label));
    }
    if panels.iter().any(|p| entries(&p.1, true).iter().any(|e| e.0 == Swatch::Missing)) {
        legend.push((Swatch::Missing, super::NO_DATA));
    }
    legend::draw(pen, &mut head, width, &legend);
    head
}

fn draw_row(pen: &mut Pen, piece: &mut Piece, grid: &Grid, group: &Group, panels: &[&Panel]) {
    let start = piece.height;
    let titles: Vec<Vec<Line>> = panels.iter().map(|p| pen.wrap(STRONG, &p.0, grid.panel)).collect();
    let tallest = titles.iter().map(Vec::len).max().unwrap_or(0) as f64 * LEADING;
    let top = start + tallest + LEADING + 2.0;
    // Numbers of negative values stand under their columns.
    let under = if group.scale.low < 0.0 { LEADING } else { 0.0 };
    let mut below: f64 = 0.0;
    for (i, ((_, data), title)) in panels.iter().zip(&titles).enumerate() {
        let left = grid.left + i as f64 * (grid.panel + GUTTER);
        let slots = data.labels.len();
        let plot = Plot { scale: group.scale, left, top, width: grid.panel, height: HEIGHT, slots };
        // Titles stand on the same last line.
        pen.lines(piece, title, left, start + tallest - title.len() as f64 * LEADING, Anchor::Start);
        plot.axes(pen, piece, if i == 0 { &group.numbers } else { &[] });
        let numbers = fitting_numbers(pen, &plot, data);
        draw_columns(pen, piece, &plot, data, numbers.as_ref());
        if numbers.is_none() {
            last_number(pen, piece, &plot, data);
        }
        plot.reference(pen, piece, data, 0.0);
        if slots > 0 {
            let edges = (left - GUTTER / 2.0 + 2.0, (plot.right() + GUTTER / 2.0 - 2.0).min(grid.width));
            let foot = Plot { height: HEIGHT + under, ..plot };
            below = below.max(under + foot.categories(pen, piece, &data.labels, edges));
        }
    }
    piece.height = top + HEIGHT + below + 12.0;
}

/// Numbers for the columns, if all of them fit over theirs.
fn fitting_numbers(pen: &mut Pen, plot: &Plot, data: &Categories) -> Option<Vec<Vec<Option<Line>>>> {
    let room = number_room(plot.slot(), data.series.len());
    let mut numbers = Vec::new();
    for (_, values) in &data.series {
        let lines: Vec<Option<Line>> =
            values.iter().map(|v| v.map(|v| pen.line(SMALL, &number(v, &data.unit)))).collect();
        if lines.iter().flatten().any(|l| l.width + 2.0 > room) {
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
    let x = (plot.x(index) - line.width / 2.0).min(plot.right() - line.width - 1.0).max(plot.left + 1.0);
    // Above the highest of the columns that it spans.
    let spanned =
        |i: &usize| plot.x(*i) + plot.slot() / 2.0 > x && plot.x(*i) - plot.slot() / 2.0 < x + line.width;
    let tops = (0..values.len().min(plot.slots)).filter(spanned).filter_map(|i| values[i]).map(|v| plot.y(v));
    let baseline = tops.fold(plot.y(0.0), f64::min) - 3.0;
    pen.text_on_white(piece, &line, x, baseline, Anchor::Start);
    piece.figures.extend(figure(data, 0, index));
}
