//! The flow: what is set, as one long column of pieces that pages are filled with.

use std::collections::BTreeMap;

use super::line::{Line, shift};
use super::page::{Item, LinkArea, NodeId};
use super::profile::Sheet;
use super::tall;
use crate::document::{FigureId, FootnoteId};

/// A footnote higher than this share of the page is cut.
const LONG_NOTE: f64 = 0.3;

/// Whether a page may end before a slab.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Break {
    /// At this price.
    Free(f64),
    /// Only where nothing else is possible.
    Never,
}

/// Something that readers can be led to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    pub anchor: String,
    /// Level and text of the outline entry, for headings.
    pub outline: Option<(u8, String)>,
    /// Distance from the slab's top.
    pub y: f64,
}

/// An unbreakable piece of the column; items from its top left corner.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slab {
    /// Room above it, dropped at a page's top.
    pub before: f64,
    pub height: f64,
    pub break_before: Break,
    pub items: Vec<Item>,
    pub links: Vec<LinkArea>,
    pub figures: Vec<FigureId>,
    pub notes: Vec<FootnoteId>,
    pub marks: Vec<Mark>,
    /// What stands above it when it comes first on a page: the table's header again.
    pub head: Option<usize>,
    /// Drawn at its foot when it comes last on a page: the rule that closes a table cut there.
    pub foot: Vec<Item>,
    /// The figure it is a piece of.
    pub chart: Option<NodeId>,
    /// Place of the signature field, left, top, right, bottom, and its element.
    pub signature: Option<([f64; 4], NodeId)>,
    /// The heading whose page number belongs at the right end of this line of the contents.
    pub contents: Option<ContentsNumber>,
}

/// A page number still to come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ContentsNumber {
    pub anchor: String,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub node: NodeId,
}

impl Default for Slab {
    fn default() -> Self {
        Slab {
            before: 0.0,
            height: 0.0,
            break_before: Break::Free(0.0),
            items: Vec::new(),
            links: Vec::new(),
            figures: Vec::new(),
            notes: Vec::new(),
            marks: Vec::new(),
            head: None,
            foot: Vec::new(),
            chart: None,
            signature: None,
            contents: None,
        }
    }
}

impl Slab {
    /// Puts a set line into the slab, its top left corner at (dx, dy).
    pub fn put(&mut self, mut line: Line, dx: f64, dy: f64) {
        shift(&mut line.items, dx, dy);
        self.items.append(&mut line.items);
        for mut link in line.links {
            link.rect = [link.rect[0] + dx, link.rect[1] + dy, link.rect[2] + dx, link.rect[3] + dy];
            self.links.push(link);
        }
        self.figures.append(&mut line.figures);
        self.notes.extend(line.notes.into_iter().map(|(note, _)| note));
    }
}

/// Set once, drawn again on each page that a table or chart goes on to; all its items are artifacts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Repeat {
    pub height: f64,
    pub items: Vec<Item>,
}

/// A footnote's text, set for this flow's width.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Note {
    pub height: f64,
    pub items: Vec<Item>,
    pub links: Vec<LinkArea>,
    pub figures: Vec<FigureId>,
    /// Whether its first print in this flow is its place in the structure.
    pub first: bool,
}

/// The page that a flow fills, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Geometry {
    pub page_width: f64,
    pub page_height: f64,
    pub left: f64,
    pub top: f64,
    /// Width and height of the text area.
    pub width: f64,
    pub height: f64,
}

impl Geometry {
    /// The sheet upright or on its side; the margins stay where they are for the reader.
    pub fn new(sheet: &Sheet, landscape: bool) -> Self {
        let (page_width, page_height) =
            if landscape { (sheet.height, sheet.width) } else { (sheet.width, sheet.height) };
        Geometry {
            page_width,
            page_height,
            left: sheet.left,
            top: sheet.top,
            width: page_width - sheet.left - sheet.right,
            height: page_height - sheet.top - sheet.bottom,
        }
    }
}

/// The body, or an appendix: starts a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Flow {
    pub geometry: Geometry,
    pub slabs: Vec<Slab>,
    pub repeats: Vec<Repeat>,
    pub notes: BTreeMap<FootnoteId, Note>,
    /// Rests of footnotes too long for one page: they go to the foot of the page that the next slab stands on.
    rests: Vec<FootnoteId>,
    /// Room that the last slab wants below it.
    after: f64,
    /// Whether the next slab must not start a page.
    keep: bool,
}

impl Flow {
    pub fn new(geometry: Geometry) -> Self {
        Flow {
            geometry,
            slabs: Vec::new(),
            repeats: Vec::new(),
            notes: BTreeMap::new(),
            rests: Vec::new(),
            after: 0.0,
            keep: false,
        }
    }

    /// Adds a slab; the room above it is the greater of what it wants and what the one before wants below.
    pub fn push(&mut self, mut slab: Slab) {
        slab.before = slab.before.max(std::mem::take(&mut self.after));
        if std::mem::take(&mut self.keep) {
            slab.break_before = Break::Never;
        }
        if slab.height > self.geometry.height {
            self.slabs.extend(tall::cut(slab, self.geometry.height));
        } else {
            self.slabs.push(slab);
        }
        for rest in std::mem::take(&mut self.rests) {
            self.slabs.push(Slab { notes: vec![rest], ..Slab::default() });
        }
    }

    /// Takes up a footnote; one that is long for a page goes on at the foot of the next.
    pub fn add_note(&mut self, id: FootnoteId, note: Note) {
        let room = LONG_NOTE * self.geometry.height;
        if note.height <= room {
            self.notes.insert(id, note);
            return;
        }
        let Note { height, items, links, figures, first } = note;
        let whole = Slab { height, items, links, figures, ..Slab::default() };
        for (i, Slab { height, items, links, figures, .. }) in tall::cut(whole, room).into_iter().enumerate()
        {
            let id = if i == 0 { id } else { FootnoteId(u32::MAX - self.notes.len() as u32) };
            self.notes.insert(id, Note { height, items, links, figures, first });
            if i > 0 {
                self.rests.push(id);
            }
        }
    }

    /// Room wanted below what was pushed last.
    pub fn room_below(&mut self, after: f64) {
        self.after = self.after.max(after);
    }

    /// The next slab stays on the page of the last one.
    pub fn keep_with_next(&mut self) {
        self.keep = true;
    }

    /// Forbids breaks before the last `count` slabs.
    pub fn keep_last(&mut self, count: usize) {
        let from = self.slabs.len().saturating_sub(count).max(1).min(self.slabs.len());
        for slab in &mut self.slabs[from..] {
            slab.break_before = Break::Never;
        }
    }
}
