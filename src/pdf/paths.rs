//! Paths → printpdf's rectangles, lines and polygons.

use printpdf::{Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rect, WindingOrder};

use super::text::hundredths;
use crate::layout::page::{PathItem, Segment};

/// Paints a path on a page of this height, in the colours that are set.
pub fn paint(ops: &mut Vec<Op>, path: &PathItem, height: f64) {
    let mode = match (path.fill, path.stroke) {
        (Some(_), Some(_)) => PaintMode::FillStroke,
        (Some(_), None) => PaintMode::Fill,
        (None, Some(_)) => PaintMode::Stroke,
        (None, None) => return,
    };
    let rings = rings(&path.segments, height);
    if let [ring] = &rings[..]
        && let Some(mut rectangle) = ring.rectangle()
    {
        rectangle.mode = Some(mode);
        ops.push(Op::DrawRectangle { rectangle });
    } else if mode == PaintMode::Stroke {
        ops.extend(rings.into_iter().map(|ring| {
            let (is_closed, points) = (ring.closed, ring.corners());
            Op::DrawLine { line: Line { points, is_closed } }
        }));
    } else {
        let rings = rings.into_iter().map(|ring| PolygonRing { points: ring.corners() }).collect();
        ops.push(Op::DrawPolygon { polygon: Polygon { rings, mode, winding_order: WindingOrder::NonZero } });
    }
}

/// A subpath.
struct Ring {
    points: Vec<Point>,
    closed: bool,
}

/// The subpaths, turned upright.
fn rings(segments: &[Segment], height: f64) -> Vec<Ring> {
    let mut rings: Vec<Ring> = Vec::new();
    let point = |x, y| Point { x: Pt(hundredths(x)), y: Pt(hundredths(height - y)) };
    for segment in segments {
        match (*segment, rings.last_mut()) {
            (Segment::Line(x, y), Some(ring)) => ring.points.push(point(x, y)),
            (Segment::Move(x, y) | Segment::Line(x, y), _) => {
                rings.push(Ring { points: vec![point(x, y)], closed: false });
            }
            (Segment::Close, Some(ring)) => ring.closed = true,
            (Segment::Close, None) => {}
        }
    }
    rings
}

impl Ring {
    fn corners(self) -> Vec<LinePoint> {
        self.points.into_iter().map(|p| LinePoint { p, bezier: false }).collect()
    }

    /// The rectangle that a closed subpath of four or five corners makes, if its sides are level and upright.
    fn rectangle(&self) -> Option<Rect> {
        let [a, b, c, d] = match &self.points[..] {
            [a, b, c, d] => [a, b, c, d],
            [a, b, c, d, e] if a == e => [a, b, c, d],
            _ => return None,
        };
        let level = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
        let upright = a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y;
        let size = |from: Pt, to: Pt| Pt(hundredths((f64::from(to.0) - f64::from(from.0)).abs()));
        let (left, bottom) = (Pt(a.x.0.min(c.x.0)), Pt(a.y.0.min(c.y.0)));
        (self.closed && (level || upright))
            .then(|| Rect::from_xywh(left, bottom, size(a.x, c.x), size(a.y, c.y)))
    }
}
