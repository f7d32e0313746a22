//! How series look: told apart by grey, hatching, dashes and shapes, never by one of them alone.

use crate::layout::page::Stroke;

use super::pen::{INK, Pen, Piece, dashed, solid};

/// Fill of an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pattern {
    /// One grey.
    Plain(f32),
    /// White with diagonal strokes, rising or falling.
    Hatched {
        /// Rising to the right.
        rising: bool,
        /// Falling to the right.
        falling: bool,
    },
}

impl Pattern {
    /// The pattern of series `index` of `count`; the last series, the result, is the darkest.
    pub fn of(index: usize, count: usize) -> Pattern {
        const DARK: Pattern = Pattern::Plain(0.25);
        const LIGHT: Pattern = Pattern::Plain(0.88);
        const RISING: Pattern = Pattern::Hatched { rising: true, falling: false };
        const MIDDLE: Pattern = Pattern::Plain(0.6);
        const FALLING: Pattern = Pattern::Hatched { rising: false, falling: true };
        const CROSSED: Pattern = Pattern::Hatched { rising: true, falling: true };
        let order: &[Pattern] = match count {
            0 | 1 => &[DARK],
            2 => &[LIGHT, DARK],
            3 => &[LIGHT, RISING, DARK],
            _ => &[DARK, LIGHT, RISING, MIDDLE, FALLING, CROSSED],
        };
        order[index % order.len()]
    }

    /// Whether text on it must be white.
    pub fn is_dark(self) -> bool {
        matches!(self, Pattern::Plain(grey) if grey < 0.5)
    }

    /// Draws a rectangle with it, outlined.
    pub fn draw(self, pen: &Pen, piece: &mut Piece, [x, y, w, h]: [f64; 4]) {
        let (x, w) = if w < 0.0 { (x + w, -w) } else { (x, w) };
        let (y, h) = if h < 0.0 { (y + h, -h) } else { (y, h) };
        if w <= 0.0 || h <= 0.0 {
            return;
        }
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        let outline = solid(0.5, 0.25);
        match self {
            Pattern::Plain(grey) => pen.polygon(piece, &corners, Some(grey), Some(outline)),
            Pattern::Hatched { rising, falling } => {
                pen.polygon(piece, &corners, Some(1.0), None);
                let mut strokes = Vec::new();
                if rising {
                    strokes.extend(hatch([x, y, w, h], false));
                }
                if falling {
                    strokes.extend(hatch([x, y, w, h], true));
                }
                pen.strokes(piece, &strokes, solid(0.7, 0.3));
                pen.polygon(piece, &corners, None, Some(outline));
            }
        }
    }
}

/// Distance between hatch strokes, along x, in pt.
const HATCH: f64 = 3.6;

/// Diagonal strokes clipped to the rectangle.
fn hatch([x, y, w, h]: [f64; 4], falling: bool) -> Vec<[(f64, f64); 2]> {
    let count = ((w + h) / HATCH) as usize;
    (0..=count.min(2000))
        .map(|i| HATCH * (i as f64 + 0.5))
        .filter(|d| *d < w + h)
        .map(|d| {
            // From the top edge (or the right one) down to the left edge (or the bottom).
            let from = if d <= w { (d, 0.0) } else { (w, d - w) };
            let to = if d <= h { (0.0, d) } else { (d - h, h) };
            let place = |(dx, dy): (f64, f64)| (if falling { x + w - dx } else { x + dx }, y + dy);
            [place(from), place(to)]
        })
        .collect()
}

/// Stroke of line series `index`.
pub fn line_stroke(index: usize) -> Stroke {
    match index % 4 {
        0 => solid(1.4, INK),
        1 => dashed(1.3, 0.3, (5.0, 2.5)),
        2 => dashed(1.5, 0.3, (1.5, 2.2)),
        _ => solid(1.0, 0.55),
    }
}

/// Draws the point mark of line series `index` at (x, y).
pub fn point(pen: &Pen, piece: &mut Piece, index: usize, x: f64, y: f64) {
    let edge = Some(solid(1.0, INK));
    let around = |radius: f64, corners: usize, turn: f64| -> Vec<(f64, f64)> {
        (0..corners)
            .map(|i| {
                let angle = std::f64::consts::TAU * (i as f64 + turn) / corners as f64;
                (x + radius * angle.sin(), y - radius * angle.cos())
            })
            .collect()
    };
    match index % 6 {
        0 => pen.polygon(piece, &around(2.4, 24, 0.0), Some(INK), None),
        1 => pen.polygon(piece, &around(3.1, 4, 0.5), Some(1.0), edge),
        2 => pen.polygon(piece, &around(3.4, 3, 0.0), Some(0.5), edge),
        3 => pen.polygon(piece, &around(3.2, 4, 0.0), Some(INK), None),
        4 => pen.polygon(piece, &around(2.6, 24, 0.0), Some(1.0), edge),
        _ => cross(pen, piece, x, y, 2.4),
    }
}

/// A small cross: a value that is not there.
pub fn cross(pen: &Pen, piece: &mut Piece, x: f64, y: f64, r: f64) {
    pen.strokes(
        piece,
        &[[(x - r, y - r), (x + r, y + r)], [(x - r, y + r), (x + r, y - r)]],
        solid(0.9, INK),
    );
}
