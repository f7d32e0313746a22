//! Bullet chart: one row a target, its result as a bar, the target a heavy tick at 100 %, the pace a dotted mark.

use crate::document::BulletBar;

use super::legend::{self, Swatch, pace_mark, target_mark};
use super::marks::Pattern;
use super::pen::{
    ASCENT, Anchor, GRID, HALF_CAPITAL, INK, LABEL, LEADING, Line, Pen, Piece, SMALL, dashed, solid,
};
use super::{Drawing, NO_DATA};

/// Height of the grey band behind a bar.
const BAND: f64 = 13.0;
/// Height of the bar.
const BAR: f64 = 7.0;
/// Room of a row above and below its content.
const ROOM: f64 = 4.5;
/// Between label, plot and text.
const GUTTER: f64 = 10.0;
/// Results beyond this share of the target are cut off there, with a break in the bar.
const MOST: f64 = 2.0;

const REACHED: Pattern = Pattern::Plain(0.25);
const BEHIND: Pattern = Pattern::Hatched { rising: true, falling: false };

/// Where the columns stand, and how many shares of the target the plot holds.
struct Frame {
    width: f64,
    left: f64,
    plot: f64,
    shares: f64,
    step: f64,
}

impl Frame {
    fn x(&self, share: f64) -> f64 {
        self.left + self.plot * (share / self.shares).clamp(0.0, 1.0)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let (count, step) = ((self.shares / self.step + 1e-9) as usize, self.step);
        (0..=count).map(move |i| i as f64 * step)
    }
}

/// Draws the rows; each is a piece.
pub fn draw(pen: &mut Pen, bars: &[BulletBar], width: f64) -> Drawing {
    if bars.is_empty() {
        return Drawing::default();
    }
    let labels = column(bars.iter().map(|b| pen.wrap(LABEL, &b.label, width * 0.36)).collect());
    let texts = column(bars.iter().map(|b| pen.wrap_runs(&b.text, width * 0.3)).collect());
    let frame = frame(bars, width, labels.1, texts.1);
    let head = head(pen, bars, &frame);
    let mut pieces: Vec<Piece> = Vec::with_capacity(bars.len());
    for ((bar, label), text) in bars.iter().zip(&labels.0).zip(&texts.0) {
        pieces.push(row(pen, &frame, bar, label, text));
    }
    Drawing { head, pieces }
}

/// Wrapped cells with the width of the widest.
fn column(cells: Vec<Vec<Line>>) -> (Vec<Vec<Line>>, f64) {
    let width = cells.iter().flatten().map(|line| line.width).fold(0.0, f64::max);
    (cells, width)
}

fn frame(bars: &[BulletBar], width: f64, labels: f64, texts: f64) -> Frame {
    let greatest = bars.iter().flat_map(|b| [b.share, b.pace]).flatten().fold(0.0, f64::max);
    // A little beyond 100 % in any case, so that the target stands inside the band.
    let shares = if greatest <= 1.15 { 1.2 } else { (greatest * 1.02 / 0.25).ceil() * 0.25 };
    let step = if shares <= 1.5 { 0.25 } else { 0.5 };
    let left = labels + GUTTER;
    let right = if texts > 0.0 { texts + GUTTER } else { 0.0 };
    Frame { width, left, plot: width - left - right, shares: shares.min(MOST + 0.1), step }
}

fn head(pen: &mut Pen, bars: &[BulletBar], frame: &Frame) -> Piece {
    let mut piece = Piece::default();
    let mut entries = Vec::new();
    if bars.iter().any(|b| b.share.is_some() && !is_behind(b)) {
        entries.push((Swatch::Area(REACHED), "kết quả"));
    }
    if bars.iter().any(is_behind) {
        entries.push((Swatch::Area(BEHIND), "kết quả thấp hơn tiến độ"));
    }
    entries.push((Swatch::Target, "chỉ tiêu (100%)"));
    if bars.iter().any(|b| b.pace.is_some()) {
        entries.push((Swatch::Pace, "tiến độ phải đạt"));
    }
    legend::draw(pen, &mut piece, frame.width, &entries);
    let baseline = piece.height + ASCENT;
    for tick in frame.ticks() {
        let line = pen.line(SMALL, &format!("{:.0}%", tick * 100.0));
        pen.text(&mut piece, &line, frame.x(tick), baseline, Anchor::Middle, INK);
    }
    piece.height += LEADING + 1.0;
    piece
}

/// Whether a result is less than the pace asks for.
fn is_behind(bar: &BulletBar) -> bool {
    matches!((bar.share, bar.pace), (Some(share), Some(pace)) if share < pace)
}

fn row(pen: &mut Pen, frame: &Frame, bar: &BulletBar, label: &[Line], text: &[Line]) -> Piece {
    let mut piece = Piece::default();
    let lines = label.len().max(text.len()).max(1);
    piece.height = (lines as f64 * LEADING).max(BAND) + 2.0 * ROOM;
    let middle = piece.height / 2.0;
    cell(pen, &mut piece, label, (0.0, Anchor::Start), middle);
    grid(pen, &mut piece, frame);
    plot(pen, &mut piece, frame, bar, middle, text.is_empty());
    // Flush right, so that the per cents stand below one another.
    cell(pen, &mut piece, text, (frame.width, Anchor::End), middle);
    piece
}

/// Lines set around the middle of a row.
fn cell(pen: &Pen, piece: &mut Piece, lines: &[Line], (x, anchor): (f64, Anchor), middle: f64) {
    let first = middle + HALF_CAPITAL - (lines.len() as f64 - 1.0) * LEADING / 2.0;
    pen.lines(piece, lines, x, first - ASCENT, anchor);
}

fn grid(pen: &Pen, piece: &mut Piece, frame: &Frame) {
    let height = piece.height;
    let pairs: Vec<_> = frame.ticks().map(|t| [(frame.x(t), 0.0), (frame.x(t), height)]).collect();
    pen.strokes(piece, &pairs, solid(0.5, GRID));
}

fn plot(pen: &mut Pen, piece: &mut Piece, frame: &Frame, bar: &BulletBar, middle: f64, say: bool) {
    let band = [frame.left, middle - BAND / 2.0, frame.plot, BAND];
    let Some(share) = bar.share else {
        let [x, y, w, h] = band;
        let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
        pen.polygon(piece, &corners, None, Some(dashed(0.5, 0.45, (2.0, 2.0))));
        if say {
            let line = pen.line(SMALL, NO_DATA);
            pen.text(piece, &line, x + 4.0, middle + HALF_CAPITAL, Anchor::Start, INK);
        }
        target_mark(pen, piece, frame.x(1.0), middle - BAND / 2.0 - 1.5, middle + BAND / 2.0 + 1.5);
        return;
    };
    pen.fill(piece, band, 0.92);
    let pattern = if is_behind(bar) { BEHIND } else { REACHED };
    let end = frame.x(share);
    pattern.draw(pen, piece, [frame.left, middle - BAR / 2.0, end - frame.left, BAR]);
    if share > frame.shares {
        bar_break(pen, piece, end - 10.0, middle);
    }
    // At the end of a term the pace is the target, whose tick must stay whole.
    if let Some(pace) = bar.pace {
        pace_mark(pen, piece, frame.x(pace), middle - BAND / 2.0, middle + BAND / 2.0);
    }
    target_mark(pen, piece, frame.x(1.0), middle - BAND / 2.0 - 1.5, middle + BAND / 2.0 + 1.5);
}

/// Two slanted white cuts: the bar goes on beyond the plot.
fn bar_break(pen: &Pen, piece: &mut Piece, x: f64, middle: f64) {
    for dx in [0.0, 4.0] {
        let cut = [(x + dx - 2.0, middle + BAR), (x + dx + 2.0, middle - BAR)];
        pen.stroke(piece, &cut, solid(1.8, 1.0));
    }
}
