//! The legend: drawn swatches with their names, in as many rows as the width takes.

use super::marks::{Pattern, cross};
use super::pen::{ASCENT, Anchor, HALF_CAPITAL, INK, LEADING, Line, Pen, Piece, SMALL, dashed, solid};

/// What stands before a legend's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Swatch {
    /// A filled area.
    Area(Pattern),
    /// The bullet chart's target tick.
    Target,
    /// The bullet chart's pace mark.
    Pace,
    /// A horizontal or vertical reference line.
    Reference,
    /// The cross of a missing value.
    Missing,
}

impl Swatch {
    fn width(self) -> f64 {
        match self {
            Swatch::Area(_) | Swatch::Reference => 18.0,
            Swatch::Target | Swatch::Pace | Swatch::Missing => 7.0,
        }
    }
}

const GAP: f64 = 5.0;
const BETWEEN: f64 = 16.0;

/// Adds the entries below what the piece holds, and room after them.
pub fn draw(pen: &mut Pen, piece: &mut Piece, width: f64, entries: &[(Swatch, &str)]) {
    if entries.is_empty() {
        return;
    }
    let (mut x, mut top) = (0.0, piece.height);
    for (swatch, name) in entries {
        let before = swatch.width() + GAP;
        let lines = pen.wrap(SMALL, name, width - before);
        let wide = before + lines.iter().map(|l| l.width).fold(0.0, f64::max);
        if x > 0.0 && x + wide > width {
            x = 0.0;
            top = piece.height;
        }
        draw_entry(pen, piece, *swatch, &lines, x, top);
        piece.height = piece.height.max(top + lines.len() as f64 * LEADING);
        x += wide + BETWEEN;
    }
    piece.height += 6.0;
}

fn draw_entry(pen: &Pen, piece: &mut Piece, swatch: Swatch, lines: &[Line], x: f64, top: f64) {
    let middle = top + ASCENT - HALF_CAPITAL;
    let wide = swatch.width();
    let centre = x + wide / 2.0;
    match swatch {
        Swatch::Area(pattern) => pattern.draw(pen, piece, [x, middle - 3.5, wide, 7.0]),
        Swatch::Target => target_mark(pen, piece, centre, middle - 4.5, middle + 4.5),
        Swatch::Pace => pace_mark(pen, piece, centre, middle - 2.0, middle + 4.5),
        Swatch::Reference => {
            pen.stroke(piece, &[(x, middle), (x + wide, middle)], reference_stroke());
        }
        Swatch::Missing => cross(pen, piece, centre, middle, 2.4),
    }
    pen.lines(piece, lines, x + wide + GAP, top, Anchor::Start);
}

/// The bullet chart's target: a heavy upright stroke.
pub fn target_mark(pen: &Pen, piece: &mut Piece, x: f64, top: f64, bottom: f64) {
    pen.stroke(piece, &[(x, top), (x, bottom)], solid(2.0, INK));
}

/// The bullet chart's pace: a dotted upright stroke with a white edge, so that it shows on a dark bar, under a wedge.
pub fn pace_mark(pen: &Pen, piece: &mut Piece, x: f64, top: f64, bottom: f64) {
    pen.stroke(piece, &[(x, top), (x, bottom)], solid(2.4, 1.0));
    pen.stroke(piece, &[(x, top), (x, bottom)], dashed(1.2, INK, (1.2, 1.2)));
    pen.polygon(piece, &[(x - 2.4, top - 3.6), (x + 2.4, top - 3.6), (x, top)], Some(INK), None);
}

/// Reference lines: long dashes.
pub fn reference_stroke() -> crate::layout::page::Stroke {
    dashed(1.0, INK, (6.0, 3.0))
}
