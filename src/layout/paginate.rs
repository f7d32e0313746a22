//! Which slabs stand on which page: the cheapest way over the whole flow, in time linear in its length.

use std::ops::Range;

use super::flow::{Break, Flow};
use crate::document::FootnoteId;

/// Room for the rule above the footnotes of a page, in pt.
const NOTES_HEAD: f64 = 10.0;

const PAGE: f64 = 10.0;
const EMPTY: f64 = 120.0;
/// A page emptier than this share of its height is to be avoided; a quarter would be a fault.
const EMPTY_SHARE: f64 = 0.22;
const TOO_EMPTY: f64 = 400.0;
const FORBIDDEN: f64 = 1e6;
const SHORT_END: f64 = 30.0;
/// A last page with less than this share of text looks like a leftover.
const SHORT_END_SHARE: f64 = 0.12;
const SLACK: f64 = 1e-3;

#[derive(Clone, Copy)]
struct Best {
    cost: f64,
    from: usize,
}

/// The slabs of each page.
pub(crate) fn paginate(flow: &Flow) -> Vec<Range<usize>> {
    let count = flow.slabs.len();
    let mut best = vec![Best { cost: f64::INFINITY, from: 0 }; count + 1];
    best[0].cost = 0.0;
    for start in 0..count {
        if best[start].cost.is_finite() {
            try_pages(flow, start, &mut best);
        }
    }
    let mut pages = Vec::new();
    let mut end = count;
    while end > 0 {
        pages.push(best[end].from..end);
        end = best[end].from;
    }
    pages.reverse();
    pages
}

/// Tries every page that starts with slab `start`.
fn try_pages(flow: &Flow, start: usize, best: &mut [Best]) {
    let room = flow.geometry.height;
    let mut fill = Fill::new(flow, start);
    let mut possible = false;
    let mut last_resort = start + 1;
    for end in start + 1..=flow.slabs.len() {
        let used = fill.add(flow, end - 1);
        if used > room + SLACK && end > start + 1 {
            break;
        }
        last_resort = end;
        let Some(cost) = page_cost(flow, end, used / room) else { continue };
        possible = true;
        improve(best, start, end, cost);
    }
    if !possible {
        improve(best, start, last_resort, FORBIDDEN);
    }
}

fn improve(best: &mut [Best], start: usize, end: usize, cost: f64) {
    let total = best[start].cost + cost;
    if total < best[end].cost {
        best[end] = Best { cost: total, from: start };
    }
}

/// Price of a page that ends before slab `end` and is filled to this share; none where it must not end.
fn page_cost(flow: &Flow, end: usize, filled: f64) -> Option<f64> {
    let Some(next) = flow.slabs.get(end) else {
        let short = (SHORT_END_SHARE - filled).max(0.0) / SHORT_END_SHARE;
        return Some(PAGE + SHORT_END * short);
    };
    let Break::Free(price) = next.break_before else { return None };
    let empty = (1.0 - filled).max(0.0);
    let too_empty = if empty > EMPTY_SHARE { TOO_EMPTY * empty } else { 0.0 };
    Some(PAGE + price + EMPTY * empty * empty + too_empty)
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
