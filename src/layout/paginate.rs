//! Which slabs stand on which page: the cheapest way over the whole flow, in time linear in its length.
//!
//! Pages are filled from the front, as a reader expects: room left on a page counts more than the same room on a later
//! one. A page ends early only where the rules or the prices of breaks demand it.

use std::ops::Range;

use super::flow::{Break, Flow};
use crate::document::FootnoteId;

/// Room for the rule above the footnotes of a page, in pt.
const NOTES_HEAD: f64 = 10.0;

const PAGE: f64 = 10.0;
/// Price of an empty page, in proportion.
const EMPTY: f64 = 60.0;
/// What room on the next page counts in parts of room on this.
const LATER: f64 = 0.5;
/// A page emptier than this share of its height is to be avoided; a quarter would be a fault.
const EMPTY_SHARE: f64 = 0.22;
const TOO_EMPTY: f64 = 400.0;
const FORBIDDEN: f64 = 1e6;
const SHORT_END: f64 = 30.0;
/// A last page with less than this share of text looks like a leftover.
const SHORT_END_SHARE: f64 = 0.12;
const SLACK: f64 = 1e-3;

/// The best way to set the rest of the flow from some slab on.
#[derive(Clone, Copy)]
struct Best {
    /// Prices of pages and breaks.
    price: f64,
    /// Room left, that of later pages discounted.
    room: f64,
    /// One past the last slab of the page.
    end: usize,
}

/// The slabs of each page.
pub(crate) fn paginate(flow: &Flow) -> Vec<Range<usize>> {
    let count = flow.slabs.len();
    let mut best = vec![Best { price: 0.0, room: 0.0, end: count }; count + 1];
    for start in (0..count).rev() {
        best[start] = best_page(flow, start, &best);
    }
    let mut pages = Vec::new();
    let mut start = 0;
    while start < count {
        pages.push(start..best[start].end);
        start = best[start].end;
    }
    pages
}

/// The best page that starts with slab `start`, those after it being known.
fn best_page(flow: &Flow, start: usize, best: &[Best]) -> Best {
    let room = flow.geometry.height;
    let mut fill = Fill::new(flow, start);
    let mut found: Option<Best> = None;
    let mut last_resort = start + 1;
    for (end, rest) in best.iter().enumerate().skip(start + 1) {
        let used = fill.add(flow, end - 1);
        if used > room + SLACK && end > start + 1 {
            break;
        }
        last_resort = end;
        let Some((price, empty)) = page_cost(flow, end, used / room) else { continue };
        let next = Best { price: price + rest.price, room: empty + LATER * rest.room, end };
        if found.is_none_or(|known| next.price + next.room < known.price + known.room) {
            found = Some(next);
        }
    }
    found.unwrap_or(Best {
        price: FORBIDDEN + best[last_resort].price,
        room: best[last_resort].room,
        end: last_resort,
    })
}

/// Price of a page that ends before slab `end` and is filled to this share, and that of the room left; none where it
/// must not end.
fn page_cost(flow: &Flow, end: usize, filled: f64) -> Option<(f64, f64)> {
    let Some(next) = flow.slabs.get(end) else {
        let short = (SHORT_END_SHARE - filled).max(0.0) / SHORT_END_SHARE;
        return Some((PAGE + SHORT_END * short, 0.0));
    };
    let Break::Free(price) = next.break_before else { return None };
    let empty = (1.0 - filled).max(0.0);
    let too_empty = if empty > EMPTY_SHARE { TOO_EMPTY * empty } else { 0.0 };
    Some((PAGE + price + too_empty, EMPTY * empty))
}

/// Height of a page while slabs are added to it.
pub(crate) struct Fill {
    used: f64,
    notes: Vec<FootnoteId>,
    first: bool,
}

impl Fill {
    pub fn new(flow: &Flow, start: usize) -> Self {
        let head = flow.slabs[start].head.map_or(0.0, |h| flow.repeats[h].height);
        Fill { used: head, notes: Vec::new(), first: true }
    }

    /// Adds a slab with its footnotes; the height used so far.
    pub fn add(&mut self, flow: &Flow, index: usize) -> f64 {
        let slab = &flow.slabs[index];
        if !std::mem::take(&mut self.first) {
            self.used += slab.before;
        }
        self.used += slab.height;
        for &note in &slab.notes {
            if self.notes.contains(&note) {
                continue;
            }
            if self.notes.is_empty() {
                self.used += NOTES_HEAD;
            }
            self.notes.push(note);
            self.used += flow.notes.get(&note).map_or(0.0, |n| n.height);
        }
        self.used
    }

    /// The footnotes of the page in order.
    pub fn notes(self) -> Vec<FootnoteId> {
        self.notes
    }
}
