//! Runs → shaped words: what a paragraph consists of before its lines are known.

mod build;

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use self::build::Build;
use super::breaking::{After, Unit};
use super::page::{NodeId, Tag};
use super::profile::TextSpec;
use super::shape::{Part, Shape, Shaper};
use super::tree::Tree;
use crate::document::{FigureId, FootnoteId, LinkTarget, Run};
use crate::fonts::Face;

/// How a piece looks and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    pub face: Face,
    pub size: f64,
    pub rise: f64,
    pub underline: bool,
    pub tag: Tag,
    pub link: Option<usize>,
    pub figure: Option<FigureId>,
    pub note: Option<FootnoteId>,
}

/// Part of a word in one look: glyphs `shapes` of a shaped part, for `text` of its bytes.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub look: usize,
    parts: Rc<[Part]>,
    part: usize,
    shapes: Range<usize>,
    text: Range<usize>,
}

impl Piece {
    pub fn face(&self) -> Face {
        self.parts[self.part].face
    }

    pub fn shapes(&self) -> &[Shape] {
        &self.parts[self.part].shapes[self.shapes.clone()]
    }

    pub fn text(&self) -> &str {
        &self.parts[self.part].text[self.text.clone()]
    }

    /// Width in em.
    fn width(&self) -> f64 {
        self.shapes().iter().map(|s| f64::from(s.advance)).sum()
    }
}

/// A word of the paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub pieces: Vec<Piece>,
    /// Look of the space after it.
    pub space_look: usize,
}

/// A link of the paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub target: Arc<LinkTarget>,
    pub node: NodeId,
    pub contents: String,
}

/// A paragraph's words, spaces and looks; `units` and `words` run in parallel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline {
    pub units: Vec<Unit>,
    pub words: Vec<Word>,
    pub looks: Vec<Look>,
    pub links: Vec<Link>,
}

impl Inline {
    /// Shapes the runs in the style `spec`. Links, footnote marks and foreign words get elements below `tag`.
    pub fn new(shaper: &mut Shaper, tree: &mut Tree, runs: &[Run], spec: TextSpec, tag: Tag) -> Self {
        Build::new(shaper).runs(tree, runs, spec, tag)
    }

    /// How narrow and how wide the paragraph can be set.
    pub fn extent(&self) -> Extent {
        let mut extent = Extent::default();
        let (mut stretch, mut line) = (0.0, 0.0);
        for unit in &self.units {
            stretch += unit.width;
            line += unit.width;
            extent.word = extent.word.max(unit.width);
            extent.least = extent.least.max(stretch);
            extent.most = extent.most.max(line);
            stretch = if unit.after == After::Tie { stretch + unit.space } else { 0.0 };
            line = if unit.after == After::Newline { 0.0 } else { line + unit.space };
        }
        extent
    }

    /// Makes every word narrower than `width` by cutting it between letters.
    pub fn cut_to(&mut self, width: f64) {
        if self.units.iter().all(|u| u.width <= width) {
            return;
        }
        let old = std::mem::take(self);
        (self.looks, self.links) = (old.looks, old.links);
        for (unit, word) in old.units.into_iter().zip(old.words) {
            if unit.width <= width {
                self.units.push(unit);
                self.words.push(word);
            } else {
                self.push_letters(unit, &word);
            }
        }
    }

    fn push_letters(&mut self, unit: Unit, word: &Word) {
        let first = self.units.len();
        for piece in &word.pieces {
            let (mut shape, mut byte) = (piece.shapes.start, piece.text.start);
            while shape < piece.shapes.end {
                let all = &piece.parts[piece.part].shapes;
                let end = (shape + 1..piece.shapes.end).find(|&s| all[s].len > 0).unwrap_or(piece.shapes.end);
                let bytes: usize = all[shape..end].iter().map(|s| usize::from(s.len)).sum();
                let letter = Piece { shapes: shape..end, text: byte..byte + bytes, ..piece.clone() };
                let width = letter.width() * self.looks[piece.look].size;
                self.units.push(Unit { width, space: 0.0, after: After::Cut });
                self.words.push(Word { pieces: vec![letter], space_look: word.space_look });
                (shape, byte) = (end, byte + bytes);
            }
        }
        if let Some(last) = self.units[first..].last_mut() {
            (last.space, last.after) = (unit.space, unit.after);
        }
    }
}

/// Widths of a paragraph, in pt.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Extent {
    /// Widest word: the least width with ties broken.
    pub word: f64,
    /// Widest stretch without a break.
    pub least: f64,
    /// Natural width of the longest line.
    pub most: f64,
}

impl Extent {
    /// The wider of two in each respect.
    pub fn max(self, other: Extent) -> Extent {
        Extent {
            word: self.word.max(other.word),
            least: self.least.max(other.least),
            most: self.most.max(other.most),
        }
    }
}

/// The anchor of a footnote's text.
pub(crate) fn note_anchor(note: FootnoteId) -> String {
    format!("footnote-{}", note.0 + 1)
}

/// The text face with these properties.
pub(crate) fn face(bold: bool, italic: bool) -> Face {
    match (bold, italic) {
        (false, false) => Face::Regular,
        (true, false) => Face::Bold,
        (false, true) => Face::Italic,
        (true, true) => Face::BoldItalic,
    }
}
