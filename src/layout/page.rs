//! Pages: everything placed, with the structure tree it belongs to. `layout` writes them, `pdf` reads them.
//!
//! Measures are points (1/72 inch), x to the right and y downward from the top left corner of the page.

use std::sync::Arc;

use crate::document::{FigureId, LinkTarget};
use crate::fonts::Face;

/// Index into [`Pages::structure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A laid-out report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pages {
    /// Pages in order.
    pub pages: Vec<Page>,
    /// Structure elements; a parent stands before its children, the root Document element first.
    pub structure: Vec<Node>,
    /// Outline entries in order, by `level` (1 = top).
    pub outline: Vec<OutlineItem>,
    /// Named places that links lead to.
    pub destinations: Vec<Destination>,
    /// Empty signature field, where the signer's name stands.
    pub signature: Option<SignatureField>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Width in pt.
    pub width: f64,
    /// Height in pt.
    pub height: f64,
    /// Items in reading order. Artifacts may stand anywhere.
    pub items: Vec<Item>,
    /// Link areas.
    pub links: Vec<LinkArea>,
    /// Figures printed on this page.
    pub figures: Vec<FigureId>,
    /// Printed page number, if one is printed; the page label.
    pub label: String,
}

/// Whether an item belongs to the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Content of this structure element.
    Content(NodeId),
    /// Page furniture: page numbers, rules, backgrounds, repeated header rows.
    Artifact,
}

/// Something on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Glyphs on one baseline in one face and size.
    Text(TextItem),
    /// A filled or stroked path.
    Path(PathItem),
    /// Puts an element without content (an empty cell) at its place in reading order.
    Touch(NodeId),
}

/// Glyphs on one baseline in one face and size; a line's trailing space is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct TextItem {
    /// Left end of the first glyph.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Type size in pt.
    pub size: f64,
    /// Face.
    pub face: Face,
    /// 0 black … 1 white.
    pub grey: f32,
    /// The text, NFC; a no-break space stands as U+0020.
    pub text: String,
    /// Glyphs in order; their `len`s add up to `text.len()`.
    pub glyphs: Vec<Glyph>,
    /// What it belongs to.
    pub tag: Tag,
}

/// A placed glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph id in the face (not the subset).
    pub id: u16,
    /// Distance in pt to the next glyph's origin, justification and kerning included.
    pub advance: f32,
    /// Bytes of the item's text it stands for.
    pub len: u8,
}

/// Width in pt of glyphs after one another.
pub(crate) fn glyphs_width(glyphs: &[Glyph]) -> f64 {
    glyphs.iter().map(|g| f64::from(g.advance)).sum()
}

/// A path: filled, stroked or both.
#[derive(Clone, Debug, PartialEq)]
pub struct PathItem {
    /// Points in order; see [`Segment`].
    pub segments: Vec<Segment>,
    /// Fill grey, if filled.
    pub fill: Option<f32>,
    /// Stroke, if stroked.
    pub stroke: Option<Stroke>,
    /// What it belongs to.
    pub tag: Tag,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Start a subpath.
    Move(f64, f64),
    /// Straight to.
    Line(f64, f64),
    /// Close the subpath.
    Close,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width in pt.
    pub width: f64,
    /// 0 black … 1 white.
    pub grey: f32,
    /// Dash and gap in pt, if dashed.
    pub dash: Option<(f64, f64)>,
}

/// Standard structure types of PDF 1.7 that the report uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The root.
    Document,
    /// A part of the document: the body, an appendix.
    Part,
    /// A section below a heading.
    Sect,
    /// Heading of level 1 to 6.
    H(u8),
    /// Paragraph.
    P,
    /// List.
    L,
    /// List item.
    LI,
    /// Label of a list item, or of a note.
    Lbl,
    /// Body of a list item.
    LBody,
    /// Table.
    Table,
    /// Its head.
    THead,
    /// Its body.
    TBody,
    /// Row.
    TR,
    /// Header cell.
    TH,
    /// Data cell.
    TD,
    /// Caption of a table or figure.
    Caption,
    /// Chart.
    Figure,
    /// Footnote.
    Note,
    /// Mark that refers to a footnote.
    Reference,
    /// Link.
    Link,
    /// Table of contents.
    TOC,
    /// Its entry.
    TOCI,
    /// Form field.
    Form,
    /// A piece of text with its own language.
    Span,
}

/// A structure element. Its children's order is the reading order of the items that belong to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Type.
    pub role: Role,
    /// Parent; none for the root alone.
    pub parent: Option<NodeId>,
    /// What some types carry.
    pub attributes: Attributes,
}

/// Attributes of a structure element; most have none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes {
    /// Text alternative of a Figure.
    pub alt: Option<String>,
    /// Page index and bounding box (left, top, right, bottom) of a Figure.
    pub bbox: Option<(usize, [f64; 4])>,
    /// Title shown for headings, where wanted.
    pub title: Option<String>,
    /// Language, when not Vietnamese.
    pub lang: Option<&'static str>,
    /// Scope of a TH.
    pub scope: Option<Scope>,
    /// Columns spanned, when more than 1.
    pub colspan: Option<u16>,
    /// Rows spanned, when more than 1.
    pub rowspan: Option<u16>,
    /// Unique id: of a Note, and of a TH that `headers` names.
    pub id: Option<String>,
    /// Ids of the TH that head this cell, where spans make it necessary.
    pub headers: Vec<String>,
    /// Numbering of a list: `Decimal`, `UpperRoman`, `None`, ….
    pub numbering: Option<&'static str>,
}

/// What a header cell heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its column.
    Column,
    /// Its row.
    Row,
    /// Both.
    Both,
}

/// An outline entry.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineItem {
    /// 1 = top.
    pub level: u8,
    /// Text.
    pub title: String,
    /// Page index.
    pub page: usize,
    /// Top of the heading.
    pub y: f64,
}

/// A named place.
#[derive(Clone, Debug, PartialEq)]
pub struct Destination {
    /// The anchor of the [`crate::document::Document`].
    pub anchor: String,
    /// Page index.
    pub page: usize,
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
}

/// A clickable area.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkArea {
    /// Left, top, right, bottom.
    pub rect: [f64; 4],
    /// Where it leads.
    pub target: Arc<LinkTarget>,
    /// The Link element it belongs to.
    pub node: NodeId,
    /// What a reader is told: the link's text.
    pub contents: String,
}

/// An empty signature field.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureField {
    /// Page index.
    pub page: usize,
    /// Left, top, right, bottom.
    pub rect: [f64; 4],
    /// Field name.
    pub name: String,
    /// Tooltip (TU).
    pub tooltip: String,
    /// The Form element it belongs to.
    pub node: NodeId,
}
