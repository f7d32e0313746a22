//! The upright plot that trend, column and panel charts share: value axis, gridlines, category labels, margin labels.

use crate::document::{Categories, FigureId};

use super::legend::reference_stroke;
use super::marks::{line_stroke, point};
use super::pen::{
    ASCENT, AXIS, Anchor, GRID, HALF_CAPITAL, INK, LABEL, LEADING, Line, Pen, Piece, SMALL, solid,
};
use super::scale::{Scale, number, spread};

/// From the tick's number to the plot.
const TICK_GAP: f64 = 6.0;
/// From the plot to the labels in its right margin.
const MARGIN_GAP: f64 = 8.0;
/// How far the reference line reaches towards its label.
pub const REACH: f64 = 4.0;
/// Line sample before a series' name.
const SAMPLE: f64 = 16.0;

/// Left, top, right, bottom.
pub type Bounds = [f64; 4];

/// Whether two boxes overlap.
pub fn overlap(a: Bounds, b: Bounds) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Where a plot stands in its piece, and its value axis.
#[derive(Clone, Debug)]
pub struct Plot {
    pub scale: Scale,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    /// Categories, in equal slots.
    pub slots: usize,
}

impl Plot {
    /// Middle of a category's slot.
    pub fn x(&self, index: usize) -> f64 {
        self.left + self.slot() * (index as f64 + 0.5)
    }

    pub fn slot(&self) -> f64 {
        self.width / self.slots.max(1) as f64
    }

    pub fn y(&self, value: f64) -> f64 {
        self.top + self.height * (1.0 - self.scale.at(value))
    }

    pub fn right(&self) -> f64 {
        self.left + self.width
    }

    pub fn bottom(&self) -> f64 {
        self.top + self.height
    }

    /// Gridlines, the line of zero (or the lowest tick), and the ticks' numbers where given.
    pub fn axes(&self, pen: &Pen, piece: &mut Piece, numbers: &[Line]) {
        let ticks = self.scale.ticks();
        let base = if self.scale.low <= 0.0 { 0.0 } else { self.scale.low };
        let across = |value: f64| [(self.left, self.y(value)), (self.right(), self.y(value))];
        let grid: Vec<_> = ticks.iter().filter(|t| **t != base).map(|t| across(*t)).collect();
        pen.strokes(piece, &grid, solid(0.5, GRID));
        pen.stroke(piece, &across(base), solid(0.8, AXIS));
        if self.scale.low > 0.0 {
            self.axis_break(pen, piece);
        }
        for (tick, line) in ticks.iter().zip(numbers) {
            pen.text(piece, line, self.left - TICK_GAP, self.y(*tick) + HALF_CAPITAL, Anchor::End, INK);
        }
    }

    /// Two slanted strokes through the axis: it does not start from zero.
    fn axis_break(&self, pen: &Pen, piece: &mut Piece) {
        let (x, y) = (self.left + 3.0, self.bottom() - 5.0);
        let slanted = |dy: f64| [(x - 4.0, y + dy + 1.5), (x + 4.0, y + dy - 1.5)];
        pen.stroke(piece, &[(x, self.bottom()), (x, y - 8.0)], solid(0.8, AXIS));
        pen.stroke(piece, &[(x, y - 1.25), (x, y + 1.25)], solid(2.5, 1.0));
        pen.strokes(piece, &[slanted(-1.25), slanted(1.25)], solid(0.8, AXIS));
    }

    /// Category labels below the plot, all of them wrapped into their slots, or only every second, third, … where
    /// they would not fit; gives their height.
    pub fn categories(&self, pen: &mut Pen, piece: &mut Piece, labels: &[String], edges: (f64, f64)) -> f64 {
        if let Some(wrapped) = wrapped_labels(pen, labels, self.slot() - 4.0) {
            let lines = wrapped.iter().map(Vec::len).max().unwrap_or(0);
            for (i, label) in wrapped.iter().enumerate() {
                pen.lines(piece, label, self.x(i), self.bottom() + 3.0, Anchor::Middle);
            }
            return 3.0 + lines as f64 * LEADING;
        }
        let lines: Vec<Line> = labels.iter().map(|l| pen.line(SMALL, l)).collect();
        let widest = lines.iter().map(|l| l.width).fold(0.0, f64::max).min(edges.1 - edges.0);
        let every = ((widest + 8.0) / self.slot()).ceil() as usize;
        let mut free = edges.1;
        for (i, line) in
            lines.iter().enumerate().rev().filter(|(i, _)| (lines.len() - 1 - i).is_multiple_of(every))
        {
            let x = (self.x(i) + line.width / 2.0).min(free) - line.width;
            if x < edges.0 {
                continue;
            }
            pen.text(piece, line, x, self.bottom() + 3.0 + ASCENT, Anchor::Start, INK);
            free = x - 8.0;
        }
        3.0 + LEADING
    }

    /// The dashed line of the reference value, as far as `beyond` the plot.
    pub fn reference(&self, pen: &Pen, piece: &mut Piece, data: &Categories, beyond: f64) {
        if let Some((value, _)) = data.reference {
            pen.stroke(
                piece,
                &[(self.left, self.y(value)), (self.right() + beyond, self.y(value))],
                reference_stroke(),
            );
        }
    }

    /// Series names and the reference's label in the right margin, each at its height, moved apart where needed.
    pub fn margin(&self, pen: &Pen, piece: &mut Piece, labels: &mut [MarginLabel]) {
        labels.sort_by(|a, b| self.y(a.value).total_cmp(&self.y(b.value)));
        let mut boxes: Vec<(f64, f64)> =
            labels.iter().map(|label| (self.y(label.value) - label.height() / 2.0, label.height())).collect();
        spread(&mut boxes, self.top - LEADING, self.bottom() + 2.0);
        for (label, (top, height)) in labels.iter().zip(boxes) {
            let x = self.right() + MARGIN_GAP;
            let middle = top + height / 2.0;
            let mut text_x = x;
            if let Some(index) = label.series {
                let first = top + ASCENT - HALF_CAPITAL;
                pen.stroke(piece, &[(x, first), (x + SAMPLE, first)], line_stroke(index));
                point(pen, piece, index, x + SAMPLE / 2.0, first);
                text_x += SAMPLE + 4.0;
            } else if (self.y(label.value) - middle).abs() > 1.0 {
                let from = (self.right() + REACH, self.y(label.value));
                pen.stroke(piece, &[from, (x - 1.0, middle)], solid(0.5, AXIS));
            }
            pen.lines(piece, &label.lines, text_x, top, Anchor::Start);
        }
    }
}

/// A label in the right margin.
pub struct MarginLabel {
    /// The value it stands at.
    pub value: f64,
    /// The line series it names; none for the reference.
    pub series: Option<usize>,
    /// Its text.
    pub lines: Vec<Line>,
}

impl MarginLabel {
    /// Labels of a chart: names of line series (when there are several) and the reference.
    pub fn of(pen: &mut Pen, data: &Categories, names: bool, width: f64) -> Vec<MarginLabel> {
        let mut labels = Vec::new();
        for (i, (name, values)) in data.series.iter().enumerate().filter(|_| names) {
            if let Some(value) = values.iter().flatten().next_back() {
                let lines = pen.wrap(LABEL, name, width - SAMPLE - 4.0);
                labels.push(MarginLabel { value: *value, series: Some(i), lines });
            }
        }
        if let Some((value, label)) = &data.reference {
            labels.push(MarginLabel { value: *value, series: None, lines: pen.wrap(LABEL, label, width) });
        }
        labels
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * LEADING
    }

    /// Room that the labels need right of the plot.
    pub fn room(labels: &[MarginLabel]) -> f64 {
        let sample = |label: &MarginLabel| if label.series.is_some() { SAMPLE + 4.0 } else { 0.0 };
        let wide =
            |label: &MarginLabel| label.lines.iter().map(|l| l.width).fold(0.0, f64::max) + sample(label);
        labels.iter().map(wide).reduce(f64::max).map_or(0.0, |w| w + MARGIN_GAP)
    }

    /// Height that the labels need together.
    pub fn stack(labels: &[MarginLabel]) -> f64 {
        labels.iter().map(MarginLabel::height).sum()
    }
}

/// The ticks' numbers, and the room they take left of the plot.
pub fn tick_numbers(pen: &mut Pen, scale: &Scale, unit: &str) -> (Vec<Line>, f64) {
    let lines: Vec<Line> = scale.ticks().iter().map(|t| pen.line(SMALL, &number(*t, unit))).collect();
    let room = lines.iter().map(|l| l.width).fold(0.0, f64::max) + TICK_GAP;
    (lines, room)
}

/// `Đơn vị: đảng viên` above the axis; per cent stands at every number instead.
pub fn unit_line(pen: &mut Pen, piece: &mut Piece, unit: &str) {
    if unit.is_empty() || unit == "%" {
        return;
    }
    let line = pen.line(SMALL, &format!("Đơn vị: {unit}"));
    pen.text(piece, &line, 0.0, piece.height + ASCENT, Anchor::Start, INK);
    piece.height += LEADING + 3.0;
}

/// Labels in at most three lines each of the width without cutting a word, if they go.
pub fn wrapped_labels(pen: &mut Pen, labels: &[String], width: f64) -> Option<Vec<Vec<Line>>> {
    for word in labels.iter().flat_map(|l| l.split(' ')) {
        if pen.line(SMALL, word).width > width {
            return None;
        }
    }
    let wrapped: Vec<Vec<Line>> = labels.iter().map(|l| pen.wrap(SMALL, l, width)).collect();
    wrapped.iter().all(|lines| lines.len() <= 3).then_some(wrapped)
}

/// The figure behind a value, if the chart names it.
pub fn figure(data: &Categories, series: usize, index: usize) -> Option<FigureId> {
    data.figures.get(series)?.get(index).copied().flatten()
}
