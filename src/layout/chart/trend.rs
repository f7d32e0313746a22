//! Trend chart: lines over an ordered axis, named in the margin beside their last value.

use crate::document::Categories;

use super::Drawing;
use super::legend::{self, Swatch};
use super::marks::{cross, line_stroke, point};
use super::pen::{Anchor, HALF_CAPITAL, LEADING, Pen, Piece, SMALL};
use super::plot::{Bounds, MarginLabel, Plot, REACH, figure, overlap, tick_numbers, unit_line};
use super::scale::{Scale, number};

const HEIGHT: f64 = 130.0;
/// With more points than this, only the last, the least and the greatest of a line get their number.
const NUMBERED: usize = 16;
/// Radius that a point mark takes up.
const MARK: f64 = 3.6;

/// Draws the chart: one piece.
pub fn draw(pen: &mut Pen, data: &Categories, width: f64) -> Drawing {
    if data.labels.is_empty() || data.series.iter().all(|s| s.1.iter().all(Option::is_none)) {
        return Drawing::default();
    }
    let mut piece = Piece::default();
    if (0..data.labels.len()).any(|i| is_gap(data, i)) {
        legend::draw(pen, &mut piece, width, &[(Swatch::Missing, super::NO_DATA)]);
    }
    unit_line(pen, &mut piece, &data.unit);
    let values = data.series.iter().flat_map(|s| s.1.iter().flatten().copied());
    let scale = Scale::for_lines(values.chain(data.reference.as_ref().map(|r| r.0)), data.unit == "%", 4);
    let mut margin = MarginLabel::of(pen, data, data.series.len() > 1, width * 0.26);
    let (numbers, left) = tick_numbers(pen, &scale, &data.unit);
    let plot = Plot {
        scale,
        left,
        top: piece.height + LEADING + 2.0,
        width: width - left - MarginLabel::room(&margin),
        height: HEIGHT.max(MarginLabel::stack(&margin)),
        slots: data.labels.len(),
    };
    plot.axes(pen, &mut piece, &numbers);
    plot.reference(pen, &mut piece, data, REACH);
    lines(pen, &mut piece, &plot, data);
    values_at_points(pen, &mut piece, &plot, data);
    plot.margin(pen, &mut piece, &mut margin);
    piece.height = plot.bottom() + 4.0;
    piece.height += plot.categories(pen, &mut piece, &data.labels, (0.0, width));
    Drawing { head: Piece::default(), pieces: vec![piece] }
}

/// The points of a series that follow one another without a gap.
fn stretches(plot: &Plot, values: &[Option<f64>]) -> Vec<Vec<(f64, f64)>> {
    let mut stretches = vec![Vec::new()];
    for (i, value) in values.iter().enumerate().take(plot.slots) {
        match (value, stretches.last_mut()) {
            (Some(value), Some(last)) => last.push((plot.x(i), plot.y(*value))),
            _ => stretches.push(Vec::new()),
        }
    }
    stretches.retain(|stretch| !stretch.is_empty());
    stretches
}

fn lines(pen: &Pen, piece: &mut Piece, plot: &Plot, data: &Categories) {
    // Marks closer than this run into one another.
    let marked = plot.slot() > 2.5 * MARK;
    for (index, (_, values)) in data.series.iter().enumerate() {
        for stretch in stretches(plot, values) {
            if stretch.len() > 1 {
                pen.stroke(piece, &stretch, line_stroke(index));
            }
            for (x, y) in stretch.iter().filter(|_| marked || stretch.len() == 1) {
                point(pen, piece, index, *x, *y);
            }
        }
    }
    for i in (0..plot.slots).filter(|i| is_gap(data, *i)) {
        cross(pen, piece, plot.x(i), plot.bottom(), 2.4);
    }
}

/// Whether nothing is known of a category, or a line is broken there; a line may begin late or end early.
fn is_gap(data: &Categories, index: usize) -> bool {
    let known = |values: &[Option<f64>]| values.get(index).copied().flatten().is_some();
    let broken = |values: &[Option<f64>]| {
        let first = values.iter().position(Option::is_some);
        let last = values.iter().rposition(Option::is_some);
        !known(values) && first.is_some_and(|f| f < index) && last.is_some_and(|l| l > index)
    };
    data.series.iter().all(|s| !known(&s.1)) || data.series.iter().any(|s| broken(&s.1))
}

/// What a number must not touch.
struct Crowd {
    marks: Vec<Bounds>,
    segments: Vec<[(f64, f64); 2]>,
    numbers: Vec<Bounds>,
}

impl Crowd {
    fn of(plot: &Plot, data: &Categories) -> Crowd {
        let stretches: Vec<_> = data.series.iter().flat_map(|s| stretches(plot, &s.1)).collect();
        let around = |(x, y): &(f64, f64)| [x - MARK, y - MARK, x + MARK, y + MARK];
        let lines = stretches.iter().flat_map(|s| s.windows(2).map(|p| [p[0], p[1]]));
        let reference = data.reference.iter().map(|(value, _)| plot.y(*value));
        let reference = reference.map(|y| [(plot.left, y), (plot.right(), y)]);
        let segments = lines.chain(reference).collect();
        Crowd { marks: stretches.iter().flatten().map(around).collect(), segments, numbers: Vec::new() }
    }

    fn leaves(&self, b: Bounds) -> bool {
        !self.numbers.iter().chain(&self.marks).any(|other| overlap(*other, b))
            && !self.segments.iter().any(|s| crosses(*s, b))
    }
}

/// Numbers at the points: above or below, else beside that, where they touch no other number, mark or line.
fn values_at_points(pen: &mut Pen, piece: &mut Piece, plot: &Plot, data: &Categories) {
    let mut crowd = Crowd::of(plot, data);
    for (index, (_, values)) in data.series.iter().enumerate() {
        for (i, value) in numbered(&values[..values.len().min(plot.slots)]) {
            let line = pen.line(SMALL, &number(value, &data.unit));
            let half = line.width / 2.0 + 1.0;
            let (x, y) = (plot.x(i), plot.y(value));
            let (above, below) = (y - MARK - 2.0, y + MARK + 2.0 + 2.0 * HALF_CAPITAL);
            // Left above a rising line and right above a falling one there is room.
            let places = [(x, above), (x, below), (x - half, above), (x + half, above), (x + half, below)];
            // Wide numbers at the ends stay over the plot.
            let inside = |(x, y): (f64, f64)| (x.min(plot.right() - half).max(plot.left + half), y);
            let bounds = |(x, y): (f64, f64)| [x - half, y - 2.0 * HALF_CAPITAL - 1.0, x + half, y + 1.0];
            let free = |place: &(f64, f64)| place.1 < plot.bottom() - 2.0 && crowd.leaves(bounds(*place));
            let Some(place) = places.map(inside).into_iter().find(free) else { continue };
            pen.text_on_white(piece, &line, place.0, place.1, Anchor::Middle);
            piece.figures.extend(figure(data, index, i));
            crowd.numbers.push(bounds(place));
        }
    }
}

/// The points of a line that get their number: all, or the last, the least and the greatest; from the last to the first.
fn numbered(values: &[Option<f64>]) -> Vec<(usize, f64)> {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(i, v)| v.map(|v| (i, v))).rev().collect();
    if values.len() <= NUMBERED {
        return known;
    }
    let last = known.first().copied();
    let least = known.iter().copied().reduce(|a, b| if b.1 < a.1 { b } else { a });
    let greatest = known.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    let mut notable: Vec<(usize, f64)> = [last, least, greatest].into_iter().flatten().collect();
    notable.sort_by_key(|point| std::cmp::Reverse(point.0));
    notable.dedup();
    notable
}

/// Whether a segment passes through a box (Liang–Barsky).
fn crosses([from, to]: [(f64, f64); 2], b: Bounds) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut enter, mut leave) = (0.0f64, 1.0f64);
    for (step, room) in [(-dx, from.0 - b[0]), (dx, b[2] - from.0), (-dy, from.1 - b[1]), (dy, b[3] - from.1)]
    {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter < leave
}
