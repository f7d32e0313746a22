//! Charts as vectors in the document's Sans faces: readable in greyscale and for the colour-blind.
//!
//! A drawing is a head (legend and axis) and pieces that stack below it without gaps, so that a chart of many rows
//! can go over pages. Nothing here knows a page, a target or a period.

mod alt;
mod bars;
mod bullet;
mod legend;
mod marks;
mod multiples;
mod pen;
mod plot;
mod scale;
mod stacked;
mod trend;
mod wrap;

use crate::document::ChartData;
use crate::layout::page::Tag;

pub use alt::alt;
pub use pen::{Piece, Shape};

use pen::Pen;

/// Printed where a value is not there.
pub const NO_DATA: &str = "chưa có số liệu";

/// A drawn chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Legend and axis: stands above the first piece, and again where the chart goes on on another page.
    pub head: Piece,
    /// What follows, top to bottom without gaps; none is split.
    pub pieces: Vec<Piece>,
}

/// Draws the chart into the width (pt); every item carries `tag`, `shape` gives the glyphs.
///
/// No text is smaller than 8.5 pt. Without data the drawing says so.
pub fn draw(data: &ChartData, width: f64, tag: Tag, shape: &mut Shape) -> Drawing {
    let mut pen = Pen::new(tag, shape);
    let drawing = match data {
        ChartData::Bullet(rows) => bullet::draw(&mut pen, rows, width),
        ChartData::Grouped(categories) => bars::draw(&mut pen, categories, width),
        ChartData::Trend(categories) => trend::draw(&mut pen, categories, width),
        ChartData::Stacked(categories) => stacked::draw(&mut pen, categories, width),
        ChartData::SmallMultiples(panels) => multiples::draw(&mut pen, panels, width),
    };
    if drawing.pieces.is_empty() { empty(&mut pen, width) } else { drawing }
}

/// A chart without anything to show.
fn empty(pen: &mut Pen, width: f64) -> Drawing {
    let mut piece = Piece { height: 3.0 * pen::LEADING, ..Piece::default() };
    let line = pen.line(pen::LABEL, NO_DATA);
    pen.text(&mut piece, &line, width / 2.0, 2.0 * pen::LEADING, pen::Anchor::Middle, pen::INK);
    Drawing { head: Piece::default(), pieces: vec![piece] }
}
