//! Grouped bars: upright columns where labels and numbers fit, else one row of bars a category.

use crate::document::Categories;

use super::Drawing;
use super::legend::{self, Swatch, reference_stroke};
use super::marks::{Pattern, cross};
use super::pen::{
    ASCENT, AXIS, Anchor, GRID, HALF_CAPITAL, INK, LABEL, LEADING, Line, Pen, Piece, SMALL, solid,
};
use super::plot::{MarginLabel, Plot, REACH, figure, tick_numbers, unit_line, wrapped_labels};
use super::scale::{Scale, number};

const HEIGHT: f64 = 120.0;
/// Share of a slot that its columns fill.
const FILLED: f64 = 0.78;
/// Columns are no wider.
const WIDEST: f64 = 34.0;
/// Height of a lying bar, and from one to the next.
const BAR: f64 = 8.5;
const PITCH: f64 = 11.5;

/// Draws the chart.
pub fn draw(pen: &mut Pen, data: &Categories, width: f64) -> Drawing {
    if data.labels.is_empty() || data.series.is_empty() {
        return Drawing::default();
    }
    let numbers = numbers(pen, data);
    let widest = numbers.iter().flatten().flatten().map(|l| l.width).fold(0.0, f64::max);
    let slot = (width * 0.88) / data.labels.len() as f64;
    let upright = widest + 2.0 <= number_room(slot, data.series.len())
        && wrapped_labels(pen, &data.labels, slot - 4.0).is_some();
    if upright { columns(pen, data, &numbers, width) } else { rows(pen, data, &numbers, width) }
}

/// Width of a column in a slot.
fn column_width(slot: f64, count: usize) -> f64 {
    (slot * FILLED / count.max(1) as f64).min(WIDEST)
}

/// Room for a number over a column: the column's own, where another stands beside it.
pub fn number_room(slot: f64, count: usize) -> f64 {
    if count > 1 { column_width(slot, count) } else { slot * 0.95 }
}

/// Shaped numbers, by series and category.
type Numbers = Vec<Vec<Option<Line>>>;

fn numbers(pen: &mut Pen, data: &Categories) -> Numbers {
    let shaped = |values: &Vec<Option<f64>>, pen: &mut Pen| {
        let value = |i| values.get(i).copied().flatten();
        (0..data.labels.len()).map(|i| value(i).map(|v| pen.line(SMALL, &number(v, &data.unit)))).collect()
    };
    data.series.iter().map(|(_, values)| shaped(values, pen)).collect()
}

fn scale(data: &Categories) -> Scale {
    let values = data.series.iter().flat_map(|s| s.1.iter().flatten().copied());
    Scale::from_zero(values.chain(data.reference.as_ref().map(|r| r.0)), 4)
}

/// Legend entries: the series, where there are several, and the cross of missing values.
pub fn entries(data: &Categories, with_cross: bool) -> Vec<(Swatch, &str)> {
    let count = data.series.len();
    let mut entries: Vec<(Swatch, &str)> = Vec::new();
    if count > 1 {
        let area = |i| Swatch::Area(Pattern::of(i, count));
        entries.extend(data.series.iter().enumerate().map(|(i, (name, _))| (area(i), name.as_str())));
    }
    if with_cross && has_gap(data) {
        entries.push((Swatch::Missing, super::NO_DATA));
    }
    entries
}

fn has_gap(data: &Categories) -> bool {
    data.series.iter().any(|s| (0..data.labels.len()).any(|i| s.1.get(i).copied().flatten().is_none()))
}

fn columns(pen: &mut Pen, data: &Categories, numbers: &Numbers, width: f64) -> Drawing {
    let mut piece = Piece::default();
    legend::draw(pen, &mut piece, width, &entries(data, true));
    unit_line(pen, &mut piece, &data.unit);
    let scale = scale(data);
    let mut margin = MarginLabel::of(pen, data, false, width * 0.2);
    let (ticks, left) = tick_numbers(pen, &scale, &data.unit);
    let plot = Plot {
        scale,
        left,
        top: piece.height + LEADING,
        width: width - left - MarginLabel::room(&margin),
        height: HEIGHT,
        slots: data.labels.len(),
    };
    plot.axes(pen, &mut piece, &ticks);
    draw_columns(pen, &mut piece, &plot, data, Some(numbers));
    plot.reference(pen, &mut piece, data, REACH);
    plot.margin(pen, &mut piece, &mut margin);
    let below = if plot.scale.low < 0.0 { LEADING } else { 0.0 };
    piece.height = plot.bottom() + 4.0 + below;
    let foot = Plot { height: plot.height + below, ..plot };
    piece.height += foot.categories(pen, &mut piece, &data.labels, (0.0, width));
    Drawing { head: Piece::default(), pieces: vec![piece] }
}

/// The columns of a plot with their numbers, a cross where a value is missing.
pub fn draw_columns(pen: &Pen, piece: &mut Piece, plot: &Plot, data: &Categories, numbers: Option<&Numbers>) {
    let count = data.series.len();
    let wide = column_width(plot.slot(), count);
    let zero = plot.y(0.0);
    for i in 0..plot.slots {
        for (s, (_, values)) in data.series.iter().enumerate() {
            let x = plot.x(i) + (s as f64 - count as f64 / 2.0) * wide;
            let Some(value) = values.get(i).copied().flatten() else {
                cross(pen, piece, x + wide / 2.0, zero, 2.4_f64.min(wide / 2.0));
                continue;
            };
            Pattern::of(s, count).draw(pen, piece, [x, zero, wide, plot.y(value) - zero]);
            if let Some(line) = numbers.and_then(|n| n.get(s)?.get(i)?.as_ref()) {
                let above = plot.y(value) - 3.0;
                let below = plot.y(value) + 3.0 + 2.0 * HALF_CAPITAL;
                let baseline = if value < 0.0 { below } else { above };
                pen.text_on_white(piece, line, x + wide / 2.0, baseline, Anchor::Middle);
                piece.figures.extend(figure(data, s, i));
            }
        }
    }
}

/// Where lying bars stand.
struct Frame<'a> {
    data: &'a Categories,
    scale: Scale,
    left: f64,
    plot: f64,
}

impl Frame<'_> {
    fn x(&self, value: f64) -> f64 {
        self.left + self.plot * self.scale.at(value)
    }
}

fn rows(pen: &mut Pen, data: &Categories, numbers: &Numbers, width: f64) -> Drawing {
    let labels: Vec<Vec<Line>> = data.labels.iter().map(|l| pen.wrap(LABEL, l, width * 0.36)).collect();
    let left = labels.iter().flatten().map(|l| l.width).fold(0.0, f64::max) + 10.0;
    let missing = if has_gap(data) { pen.line(SMALL, super::NO_DATA).width } else { 0.0 };
    let room = numbers.iter().flatten().flatten().map(|l| l.width).fold(missing, f64::max) + 5.0;
    let scale = scale(data);
    // Numbers of negative values stand left of their bars.
    let before = if scale.low < 0.0 { room } else { 0.0 };
    let frame = Frame { data, scale, left: left + before, plot: width - left - before - room };
    let head = rows_head(pen, &frame, width);
    let pieces = (0..labels.len()).map(|i| row(pen, &frame, i, &labels[i], numbers)).collect();
    Drawing { head, pieces }
}

fn rows_head(pen: &mut Pen, frame: &Frame, width: f64) -> Piece {
    let mut head = Piece::default();
    let mut entries = entries(frame.data, false);
    if let Some((_, label)) = &frame.data.reference {
        entries.push((Swatch::Reference, label));
    }
    legend::draw(pen, &mut head, width, &entries);
    unit_line(pen, &mut head, &frame.data.unit);
    let baseline = head.height + ASCENT;
    let mut free = 0.0;
    for tick in frame.scale.ticks() {
        let line = pen.line(SMALL, &number(tick, &frame.data.unit));
        let x = (frame.x(tick) - line.width / 2.0).min(width - line.width);
        if x >= free {
            pen.text(&mut head, &line, x, baseline, Anchor::Start, INK);
            free = x + line.width + 6.0;
        }
    }
    head.height += LEADING + 2.0;
    head
}

fn row(pen: &mut Pen, frame: &Frame, index: usize, label: &[Line], numbers: &Numbers) -> Piece {
    let count = frame.data.series.len();
    let bars = PITCH * count as f64;
    let height = bars.max(label.len() as f64 * LEADING) + 7.0;
    let mut piece = Piece { height, ..Piece::default() };
    let middle = height / 2.0;
    let first = middle + HALF_CAPITAL - (label.len() as f64 - 1.0) * LEADING / 2.0;
    pen.lines(&mut piece, label, 0.0, first - ASCENT, Anchor::Start);
    let upright = |value: f64| [(frame.x(value), 0.0), (frame.x(value), height)];
    let grid: Vec<_> = frame.scale.ticks().iter().filter(|t| **t != 0.0).map(|t| upright(*t)).collect();
    pen.strokes(&mut piece, &grid, solid(0.5, GRID));
    for s in 0..count {
        let centre = middle - bars / 2.0 + PITCH * (s as f64 + 0.5);
        lying_bar(pen, &mut piece, frame, (s, index), centre, numbers);
    }
    pen.stroke(&mut piece, &upright(0.0), solid(0.8, AXIS));
    if let Some((value, _)) = frame.data.reference {
        pen.stroke(&mut piece, &upright(value), reference_stroke());
    }
    piece
}

fn lying_bar(
    pen: &mut Pen,
    piece: &mut Piece,
    frame: &Frame,
    (series, index): (usize, usize),
    centre: f64,
    numbers: &Numbers,
) {
    let zero = frame.x(0.0);
    let baseline = centre + HALF_CAPITAL;
    let value = frame.data.series.get(series).and_then(|s| s.1.get(index).copied().flatten());
    let line = numbers.get(series).and_then(|n| n.get(index)?.as_ref());
    let (Some(value), Some(line)) = (value, line) else {
        let line = pen.line(SMALL, super::NO_DATA);
        pen.text(piece, &line, zero + 4.0, baseline, Anchor::Start, INK);
        return;
    };
    let end = frame.x(value);
    let pattern = Pattern::of(series, frame.data.series.len());
    pattern.draw(pen, piece, [zero, centre - BAR / 2.0, end - zero, BAR]);
    let (x, anchor) = if value < 0.0 { (end - 4.0, Anchor::End) } else { (end + 4.0, Anchor::Start) };
    pen.text_on_white(piece, line, x, baseline, anchor);
    piece.figures.extend(figure(frame.data, series, index));
}
