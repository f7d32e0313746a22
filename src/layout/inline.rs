//! Runs → shaped words: what a paragraph consists of before its lines are known.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::breaking::{After, Unit};
use super::page::{Attributes, NodeId, Role, Tag};
use super::profile::TextSpec;
use super::shape::{Part, Shape, Shaper, clean};
use super::tree::Tree;
use crate::document::{FigureId, FootnoteId, LinkTarget, Run};
use crate::fonts::Face;

/// Size of a superscript and how high it stands, in parts of the type size.
const SUPERSCRIPT: (f64, f64) = (0.65, 0.36);
/// Characters after which a web address may be cut.
const CUTS: &str = "/-._?&=@:,;";
/// Tokens this long may be cut after [`CUTS`] even when they are no address.
const LONG_TOKEN: usize = 30;

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
        let mut build = Build { shaper, inline: Inline::default(), word: Vec::new() };
        for run in runs {
            let text = clean(&run.text);
            let look = build.look(tree, run, &text, spec, tag);
            build.run(look, &text);
        }
        build.finish(spec, tag)
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

struct Build<'a> {
    shaper: &'a mut Shaper,
    inline: Inline,
    word: Vec<Piece>,
}

impl Build<'_> {
    fn look(&mut self, tree: &mut Tree, run: &Run, text: &str, spec: TextSpec, tag: Tag) -> usize {
        let style = run.style;
        let face = face(spec.bold || style.bold, spec.italic != style.italic);
        let (scale, rise) = if style.superscript { SUPERSCRIPT } else { (1.0, 0.0) };
        let (tag, link) = self.element(tree, run, text, tag);
        self.inline.looks.push(Look {
            face,
            size: spec.size * scale,
            rise: spec.size * rise,
            underline: spec.underline || style.underline,
            tag,
            link,
            figure: run.figure,
            note: run.footnote,
        });
        self.inline.looks.len() - 1
    }

    /// The element a run belongs to, and its link.
    fn element(&mut self, tree: &mut Tree, run: &Run, text: &str, tag: Tag) -> (Tag, Option<usize>) {
        let Tag::Content(parent) = tag else { return (tag, None) };
        if let Some(note) = run.footnote {
            let reference = tree.add(Role::Reference, parent);
            let node = tree.add(Role::Link, reference);
            let target = Arc::new(LinkTarget::Anchor(note_anchor(note)));
            return (Tag::Content(node), Some(self.link(target, node, text)));
        }
        if let Some(target) = &run.link {
            // A link may change face in its middle: runs that lead to the same place are one link.
            let (before, open) = match self.inline.looks.last().and_then(|l| l.link) {
                Some(i) if Arc::ptr_eq(&self.inline.links[i].target, target) => (Some(i), true),
                _ => (None, false),
            };
            if let (Some(i), true) = (before, open) {
                self.inline.links[i].contents.push_str(text);
                return (Tag::Content(self.inline.links[i].node), Some(i));
            }
            let node = tree.add(Role::Link, parent);
            return (Tag::Content(node), Some(self.link(Arc::clone(target), node, text)));
        }
        match run.lang {
            Some(lang) => {
                let attributes = Attributes { lang: Some(lang), ..Attributes::default() };
                (Tag::Content(tree.add_with(Role::Span, parent, attributes)), None)
            }
            None => (tag, None),
        }
    }

    fn link(&mut self, target: Arc<LinkTarget>, node: NodeId, text: &str) -> usize {
        self.inline.links.push(Link { target, node, contents: text.replace('\u{a0}', " ") });
        self.inline.links.len() - 1
    }

    fn run(&mut self, look: usize, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find([' ', '\u{a0}', '\n']).unwrap_or(rest.len());
            if end > 0 {
                self.token(look, &rest[..end]);
            }
            let mut after = rest[end..].chars();
            match after.next() {
                Some(' ') => self.space(look),
                Some('\u{a0}') => self.close(look, After::Tie),
                Some(_) => self.close(look, After::Newline),
                None => {}
            }
            rest = after.as_str();
        }
    }

    /// A token without spaces; addresses may be cut after their punctuation.
    fn token(&mut self, look: usize, token: &str) {
        let address = token.contains("://") || token.starts_with("www.") || token.len() > LONG_TOKEN;
        if !address {
            return self.piece(look, token);
        }
        let mut start = 0;
        for (at, c) in token.char_indices() {
            let end = at + c.len_utf8();
            let next = token[end..].chars().next();
            let punctuation = CUTS.contains(c) && next.is_some_and(|n| !CUTS.contains(n));
            if punctuation && end - start >= 3 && token.len() - end >= 3 {
                self.piece(look, &token[start..end]);
                self.close(look, After::Cut);
                start = end;
            }
        }
        self.piece(look, &token[start..]);
    }

    fn piece(&mut self, look: usize, text: &str) {
        let parts = self.shaper.word(self.inline.looks[look].face, text);
        for part in 0..parts.len() {
            let (shapes, text) = (0..parts[part].shapes.len(), 0..parts[part].text.len());
            self.word.push(Piece { look, parts: Rc::clone(&parts), part, shapes, text });
        }
    }

    fn space(&mut self, look: usize) {
        if self.word.is_empty() && self.inline.units.last().is_none_or(|u| u.after != After::Cut) {
            return;
        }
        self.close(look, After::Space);
    }

    fn close(&mut self, look: usize, after: After) {
        let pieces = std::mem::take(&mut self.word);
        let width = pieces.iter().map(|p| p.width() * self.inline.looks[p.look].size).sum();
        let space = match after {
            After::Space | After::Tie => {
                let Look { face, size, .. } = self.inline.looks[look];
                self.shaper.width(face, size, " ")
            }
            After::Cut | After::Newline | After::End => 0.0,
        };
        self.inline.units.push(Unit { width, space, after });
        self.inline.words.push(Word { pieces, space_look: look });
    }

    fn finish(mut self, spec: TextSpec, tag: Tag) -> Inline {
        if self.inline.looks.is_empty() {
            let face = face(spec.bold, spec.italic);
            let look = Look {
                face,
                size: spec.size,
                rise: 0.0,
                underline: false,
                tag,
                link: None,
                figure: None,
                note: None,
            };
            self.inline.looks.push(look);
        }
        let look = self.inline.looks.len() - 1;
        match self.inline.units.last_mut() {
            Some(last) if self.word.is_empty() && last.after == After::Space => {
                (last.space, last.after) = (0.0, After::End);
            }
            _ => self.close(look, After::End),
        }
        self.inline
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
