//! Stacked share bars: one bar a category, its parts adding up to 100 %.

use crate::document::Categories;
use crate::vietnamese::format_decimal;

use super::Drawing;
use super::bars::entries;
use super::legend;
use super::marks::Pattern;
use super::pen::{ASCENT, AXIS, Anchor, HALF_CAPITAL, INK, LABEL, LEADING, Line, Pen, Piece, SMALL, solid};
use super::plot::figure;
use super::scale::spread;

const BAR: f64 = 15.0;

/// A part of a bar.
struct Part {
    series: usize,
    /// Share of the whole before it, and its own.
    from: f64,
    share: f64,
    number: Line,
}

/// Draws the chart; each category is a piece.
pub fn draw(pen: &mut Pen, data: &Categories, width: f64) -> Drawing {
    if data.labels.is_empty() || data.series.is_empty() {
        return Drawing::default();
    }
    let labels: Vec<Vec<Line>> = data.labels.iter().map(|l| pen.wrap(LABEL, l, width * 0.36)).collect();
    let left = labels.iter().flatten().map(|l| l.width).fold(0.0, f64::max) + 10.0;
    let mut head = Piece::default();
    legend::draw(pen, &mut head, width, &entries(data, false));
    let mut pieces = Vec::with_capacity(labels.len());
    for (i, label) in labels.iter().enumerate() {
        let parts = parts(pen, data, i);
        pieces.push(row(pen, data, label, &parts, i, (left, width - left)));
    }
    Drawing { head, pieces }
}

/// The parts of a category; none when nothing is known of it.
fn parts(pen: &mut Pen, data: &Categories, index: usize) -> Vec<Part> {
    let value = |s: &(String, Vec<Option<f64>>)| s.1.get(index).copied().flatten().filter(|v| *v > 0.0);
    let total: f64 = data.series.iter().filter_map(value).sum();
    // Shares given in per cent keep their own whole, so that a missing part stays a gap.
    let whole = if data.unit == "%" { total.max(100.0) } else { total };
    let mut from = 0.0;
    let mut parts = Vec::new();
    for (series, values) in data.series.iter().enumerate() {
        let Some(value) = value(values) else { continue };
        let share = value / whole;
        let text = if data.unit == "%" { format_decimal(value, 2) } else { format_decimal(share * 100.0, 1) };
        parts.push(Part { series, from, share, number: pen.line(SMALL, &format!("{text}%")) });
        from += share;
    }
    parts
}

fn row(
    pen: &mut Pen,
    data: &Categories,
    label: &[Line],
    parts: &[Part],
    index: usize,
    (left, wide): (f64, f64),
) -> Piece {
    let mut piece = Piece::default();
    let fits = |part: &&Part| part.number.width + 6.0 <= part.share * wide;
    // Numbers of narrow parts stand above the bar.
    let lane = if parts.iter().all(|p| fits(&p)) { 0.0 } else { LEADING + 3.0 };
    piece.height = (BAR + lane).max(label.len() as f64 * LEADING) + 8.0;
    let middle = (piece.height + lane) / 2.0;
    let bar = [left, middle - BAR / 2.0, wide, BAR];
    let first = middle + HALF_CAPITAL - (label.len() as f64 - 1.0) * LEADING / 2.0;
    let top = (first - ASCENT).clamp(0.0, (piece.height - label.len() as f64 * LEADING).max(0.0));
    pen.lines(&mut piece, label, 0.0, top, Anchor::Start);
    if parts.is_empty() {
        let line = pen.line(SMALL, super::NO_DATA);
        pen.text(&mut piece, &line, left + 4.0, middle + HALF_CAPITAL, Anchor::Start, INK);
        return piece;
    }
    for part in parts {
        let pattern = Pattern::of(part.series, data.series.len());
        pattern.draw(pen, &mut piece, [left + part.from * wide, bar[1], part.share * wide, BAR]);
        piece.figures.extend(figure(data, part.series, index));
    }
    for part in parts.iter().filter(fits) {
        inside(pen, &mut piece, data, part, left + (part.from + part.share / 2.0) * wide, middle);
    }
    let narrow: Vec<&Part> = parts.iter().filter(|p| !fits(p)).collect();
    above(pen, &mut piece, &narrow, (left, wide), bar[1]);
    piece
}

/// The number inside its part, on white where the part is hatched.
fn inside(pen: &Pen, piece: &mut Piece, data: &Categories, part: &Part, centre: f64, middle: f64) {
    let pattern = Pattern::of(part.series, data.series.len());
    if let Pattern::Hatched { .. } = pattern {
        let wide = part.number.width + 3.0;
        pen.fill(piece, [centre - wide / 2.0, middle - 5.0, wide, 10.0], 1.0);
    }
    let grey = if pattern.is_dark() { 1.0 } else { INK };
    pen.text(piece, &part.number, centre, middle + HALF_CAPITAL, Anchor::Middle, grey);
}

/// Numbers of narrow parts above the bar, moved apart, each with a thin stroke to its part.
fn above(pen: &Pen, piece: &mut Piece, parts: &[&Part], (left, wide): (f64, f64), top: f64) {
    let centre = |part: &Part| left + (part.from + part.share / 2.0) * wide;
    let gap = 5.0;
    let mut places: Vec<(f64, f64)> =
        parts.iter().map(|p| (centre(p) - p.number.width / 2.0, p.number.width + gap)).collect();
    spread(&mut places, left, left + wide + gap);
    for (part, (x, room)) in parts.iter().zip(places) {
        let middle = x + (room - gap) / 2.0;
        pen.text(piece, &part.number, x, top - 5.0, Anchor::Start, INK);
        pen.stroke(piece, &[(middle, top - 3.5), (centre(part), top)], solid(0.5, AXIS));
    }
}
