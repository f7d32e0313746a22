//! Slabs taller than a page, which only absurd input makes: cut between lines, so that nothing is lost.

use super::flow::{Break, Slab};
use super::line::{ASCENT, DESCENT, shift};
use super::page::{Item, Segment};

/// Cuts a slab into pieces not higher than `room`.
pub(crate) fn cut(mut slab: Slab, room: f64) -> Vec<Slab> {
    let mut cuts = cuts(&slab, room);
    cuts.push(slab.height);
    let mut pieces = Vec::with_capacity(cuts.len());
    let mut top = 0.0;
    for (i, &bottom) in cuts.iter().enumerate() {
        let last = i + 1 == cuts.len();
        let here = |y: f64| last || y < bottom - 0.01;
        let mut piece = Slab { height: bottom - top, break_before: Break::Free(0.0), ..Slab::default() };
        if i == 0 {
            (piece.before, piece.break_before, piece.head) = (slab.before, slab.break_before, slab.head);
            (piece.figures, piece.notes) =
                (std::mem::take(&mut slab.figures), std::mem::take(&mut slab.notes));
        }
        (piece.items, slab.items) = slab.items.into_iter().partition(|item| here(extent(item).0));
        (piece.links, slab.links) = slab.links.into_iter().partition(|link| here(link.rect[1]));
        (piece.marks, slab.marks) = slab.marks.into_iter().partition(|mark| here(mark.y));
        piece.signature = slab.signature.take_if(|(rect, _)| here(rect[1]));
        piece.contents = slab.contents.take_if(|number| here(number.baseline));
        piece.chart = slab.chart;
        move_up(&mut piece, top);
        pieces.push(piece);
        top = bottom;
    }
    pieces
}

/// Heights at which no line of text is cut, each within `room` of the one before where any such is.
fn cuts(slab: &Slab, room: f64) -> Vec<f64> {
    let texts = slab.items.iter().filter(|item| matches!(item, Item::Text(_)));
    let mut lines: Vec<(f64, f64)> = texts.map(extent).collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut cuts = Vec::new();
    let (mut top, mut clear) = (0.0, None);
    let mut lowest = 0.0f64;
    for (start, end) in lines {
        // A line that starts below all before it may start a piece.
        if start >= lowest - 1.5 && start > top {
            clear = Some(start);
        }
        if end > top + room
            && let Some(at) = clear.take()
        {
            cuts.push(at);
            top = at;
        }
        lowest = lowest.max(end);
    }
    cuts
}

/// Top and bottom of an item.
fn extent(item: &Item) -> (f64, f64) {
    match item {
        Item::Text(text) => (text.y - ASCENT * text.size, text.y + DESCENT * text.size),
        Item::Path(path) => path.segments.iter().fold((f64::MAX, f64::MIN), |(top, bottom), s| match s {
            Segment::Move(_, y) | Segment::Line(_, y) => (top.min(*y), bottom.max(*y)),
            Segment::Close => (top, bottom),
        }),
        Item::Touch(_) => (0.0, 0.0),
    }
}

fn move_up(piece: &mut Slab, by: f64) {
    shift(&mut piece.items, 0.0, -by);
    for link in &mut piece.links {
        (link.rect[1], link.rect[3]) = (link.rect[1] - by, link.rect[3] - by);
    }
    piece.marks.iter_mut().for_each(|mark| mark.y -= by);
    if let Some((rect, _)) = &mut piece.signature {
        (rect[1], rect[3]) = (rect[1] - by, rect[3] - by);
    }
    if let Some(number) = &mut piece.contents {
        number.baseline -= by;
    }
}
