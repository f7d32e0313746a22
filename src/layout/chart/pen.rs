//! The drawing surface: shaped lines of text, wrapped labels, paths.

use crate::document::FigureId;
use crate::fonts::Face;
use crate::layout::line::shift;
use crate::layout::page::{Glyph, Item, PathItem, Segment, Stroke, Tag, TextItem, glyphs_width};
use crate::vietnamese::nfc;

/// Gives the glyphs of a text (NFC, spaces U+0020 only) in a face and size; their `len`s add up to its length.
pub type Shape<'a> = dyn FnMut(Face, f64, &str) -> Vec<Glyph> + 'a;

/// Leading of every chart text in pt.
pub const LEADING: f64 = 11.5;
/// From the top of a line to its baseline, so that capitals with two marks stay inside.
pub const ASCENT: f64 = 8.8;
/// Half the height of a capital or digit: from the middle of a mark down to the baseline beside it.
pub const HALF_CAPITAL: f64 = 3.0;
/// Black of text and result marks.
pub const INK: f32 = 0.0;
/// Grey of axis lines.
pub const AXIS: f32 = 0.45;
/// Grey of gridlines.
pub const GRID: f32 = 0.78;

/// Face and size of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type(pub Face, pub f64);

/// Labels and values.
pub const LABEL: Type = Type(Face::Sans, 9.0);
/// Values that matter and panel titles.
pub const STRONG: Type = Type(Face::SansBold, 9.0);
/// Axis numbers and legends.
pub const SMALL: Type = Type(Face::Sans, 8.5);

/// A part of a drawing that is not split over pages. Its items lie from (0, 0), its top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Height in pt.
    pub height: f64,
    /// What is drawn, in reading order.
    pub items: Vec<Item>,
    /// Figures printed in it.
    pub figures: Vec<FigureId>,
}

/// A shaped line of text.
#[derive(Clone, Debug, Default)]
pub struct Line {
    spans: Vec<(Type, String, Vec<Glyph>)>,
    /// Figures printed in it.
    pub figures: Vec<FigureId>,
    /// Width in pt.
    pub width: f64,
}

/// How a text stands at its x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    /// x is its left end.
    Start,
    /// x is its middle.
    Middle,
    /// x is its right end.
    End,
}

/// Shapes text and makes items with the caller's tag.
pub struct Pen<'a, 's> {
    shape: &'a mut Shape<'s>,
    tag: Tag,
}

impl<'a, 's> Pen<'a, 's> {
    pub fn new(tag: Tag, shape: &'a mut Shape<'s>) -> Self {
        Pen { shape, tag }
    }

    /// One line in one face.
    pub fn line(&mut self, kind: Type, text: &str) -> Line {
        let mut line = Line::default();
        self.push(&mut line, kind, text);
        line
    }

    /// Adds a text at the line's end.
    pub fn push(&mut self, line: &mut Line, kind: Type, text: &str) {
        let text = nfc(text).replace('\u{a0}', " ");
        let glyphs = (self.shape)(kind.0, kind.1, &text);
        line.width += glyphs_width(&glyphs);
        line.spans.push((kind, text, glyphs));
    }

    /// Puts a line on the piece, `y` its baseline.
    pub fn text(&self, piece: &mut Piece, line: &Line, x: f64, y: f64, anchor: Anchor, grey: f32) {
        let mut x = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - line.width / 2.0,
            Anchor::End => x - line.width,
        };
        for (Type(face, size), text, glyphs) in &line.spans {
            piece.items.push(Item::Text(TextItem {
                x,
                y,
                size: *size,
                face: *face,
                grey,
                text: text.clone(),
                glyphs: glyphs.clone(),
                tag: self.tag,
            }));
            x += glyphs_width(glyphs);
        }
        piece
            .figures
            .extend(line.figures.iter().filter(|f| !piece.figures.contains(f)).copied().collect::<Vec<_>>());
    }

    /// [`Pen::text`] on white, so that no gridline runs through it.
    pub fn text_on_white(&self, piece: &mut Piece, line: &Line, x: f64, y: f64, anchor: Anchor) {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - line.width / 2.0,
            Anchor::End => x - line.width,
        };
        let top = y - 2.0 * HALF_CAPITAL - 0.8;
        self.fill(piece, [left - 1.0, top, line.width + 2.0, 2.0 * HALF_CAPITAL + 1.6], 1.0);
        self.text(piece, line, left, y, Anchor::Start, INK);
    }

    /// Puts lines below one another, the first line's top at `top`.
    pub fn lines(&self, piece: &mut Piece, lines: &[Line], x: f64, top: f64, anchor: Anchor) {
        for (i, line) in lines.iter().enumerate() {
            self.text(piece, line, x, top + ASCENT + i as f64 * LEADING, anchor, INK);
        }
    }

    /// A filled rectangle.
    pub fn fill(&self, piece: &mut Piece, [x, y, w, h]: [f64; 4], grey: f32) {
        self.polygon(piece, &[(x, y), (x + w, y), (x + w, y + h), (x, y + h)], Some(grey), None);
    }

    /// A closed shape.
    pub fn polygon(
        &self,
        piece: &mut Piece,
        points: &[(f64, f64)],
        fill: Option<f32>,
        stroke: Option<Stroke>,
    ) {
        let mut segments = trace(points);
        segments.push(Segment::Close);
        piece.items.push(Item::Path(PathItem { segments, fill, stroke, tag: self.tag }));
    }

    /// An open line through the points.
    pub fn stroke(&self, piece: &mut Piece, points: &[(f64, f64)], stroke: Stroke) {
        let segments = trace(points);
        piece.items.push(Item::Path(PathItem { segments, fill: None, stroke: Some(stroke), tag: self.tag }));
    }

    /// Several separate strokes as one path.
    pub fn strokes(&self, piece: &mut Piece, pairs: &[[(f64, f64); 2]], stroke: Stroke) {
        if pairs.is_empty() {
            return;
        }
        let segments = pairs.iter().flat_map(|pair| trace(pair)).collect();
        piece.items.push(Item::Path(PathItem { segments, fill: None, stroke: Some(stroke), tag: self.tag }));
    }
}

/// A solid stroke.
pub fn solid(width: f64, grey: f32) -> Stroke {
    Stroke { width, grey, dash: None }
}

/// A dashed stroke.
pub fn dashed(width: f64, grey: f32, dash: (f64, f64)) -> Stroke {
    Stroke { width, grey, dash: Some(dash) }
}

fn trace(points: &[(f64, f64)]) -> Vec<Segment> {
    let step =
        |(i, &(x, y)): (usize, &(f64, f64))| if i == 0 { Segment::Move(x, y) } else { Segment::Line(x, y) };
    points.iter().enumerate().map(step).collect()
}

impl Piece {
    /// Moves everything by `dx` to the right and `dy` down.
    pub fn shift(&mut self, dx: f64, dy: f64) {
        shift(&mut self.items, dx, dy);
    }
}
