//! The setter: what every kind of block needs to get into the flow.

use std::collections::BTreeSet;

use super::flow::{Break, Flow, Mark, Note, Slab};
use super::inline::{Inline, note_anchor};
use super::line::{Form, Line, Stand, shift};
use super::page::{Attributes, Item, NodeId, Role, Tag};
use super::profile::{Profile, TextSpec};
use super::shape::Shaper;
use super::tree::Tree;
use crate::document::{Document, FootnoteId, Run, TextStyle};

/// Price of a page break inside a paragraph, where no widow or orphan comes of it.
const INSIDE_PARAGRAPH: f64 = 0.5;

/// Carries the flow, the tree and the fonts through the document.
pub(crate) struct Setter<'a> {
    pub profile: &'a Profile,
    pub document: &'a Document,
    pub shaper: &'a mut Shaper,
    pub tree: Tree,
    pub flow: Flow,
    /// Footnotes that have their place in the structure.
    pub noted: BTreeSet<FootnoteId>,
    /// Tables so far, for the ids of their header cells.
    pub tables: usize,
}

impl Setter<'_> {
    /// Width of the text area in pt.
    pub fn width(&self) -> f64 {
        self.flow.geometry.width
    }

    /// Natural distance of baselines for a type size: the body's proportion, rounded to half points.
    pub fn pitch(&self, size: f64) -> f64 {
        let body = self.profile.body;
        if (size - body.size).abs() < 0.1 {
            return body.pitch;
        }
        (size * 2.4).ceil() / 2.0
    }

    /// Shapes and breaks runs.
    pub fn lines(&mut self, runs: &[Run], spec: TextSpec, form: &Form, tag: Tag) -> Vec<Line> {
        Inline::new(self.shaper, &mut self.tree, runs, spec, tag).lines(self.shaper, form)
    }

    /// A plain text in one style, centred or flush.
    pub fn text_lines(&mut self, text: &str, spec: TextSpec, form: &Form, tag: Tag) -> Vec<Line> {
        self.lines(&[Run::plain(text)], spec, form, tag)
    }

    /// Pushes the lines of a paragraph, one slab each, without widows and orphans.
    pub fn push_paragraph(&mut self, lines: Vec<Line>, pitch: f64, gap: f64) {
        let count = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let inside = if i == 1 || i + 1 == count { Break::Never } else { Break::Free(INSIDE_PARAGRAPH) };
            let slab = Slab {
                before: if i == 0 { gap } else { 0.0 },
                break_before: if i == 0 { Break::Free(0.0) } else { inside },
                ..self.slab_of(line, pitch)
            };
            self.flow.push(slab);
        }
        self.flow.room_below(gap);
    }

    /// Pushes lines that stay together as one slab.
    pub fn push_whole(&mut self, lines: Vec<Line>, pitch: f64, before: f64, after: f64) {
        let mut slab = self.stack(lines, pitch);
        slab.before = before;
        self.flow.push(slab);
        self.flow.room_below(after);
    }

    /// Lines below one another in one slab.
    pub fn stack(&mut self, lines: Vec<Line>, pitch: f64) -> Slab {
        let mut slab = Slab::default();
        for line in lines {
            self.set_notes(&line);
            slab.put(line, 0.0, slab.height);
            slab.height += pitch;
        }
        slab
    }

    fn slab_of(&mut self, line: Line, pitch: f64) -> Slab {
        self.stack(vec![line], pitch)
    }

    /// Marks the next slab's top as a place that links lead to; call before pushing it.
    pub fn mark(slab: &mut Slab, anchor: &str) {
        if !anchor.is_empty() {
            slab.marks.push(Mark { anchor: anchor.to_owned(), outline: None, y: 0.0 });
        }
    }

    /// A mark with an outline entry.
    pub fn outline(anchor: &str, level: u8, title: String) -> Mark {
        Mark { anchor: anchor.to_owned(), outline: Some((level, title)), y: 0.0 }
    }

    /// Sets the texts of the footnotes that a line refers to, once a flow.
    pub fn set_notes(&mut self, line: &Line) {
        for (id, mark) in &line.notes {
            if !self.flow.notes.contains_key(id) {
                let note = self.note(*id, mark);
                self.flow.add_note(*id, note);
            }
        }
    }

    fn note(&mut self, id: FootnoteId, mark: &str) -> Note {
        let document = self.document;
        let Some(text) = document.footnotes.get(id.0 as usize) else { return Note::default() };
        let first = self.noted.insert(id);
        let (label_tag, text_tag) =
            if first { self.note_elements(id) } else { (Tag::Artifact, Tag::Artifact) };
        let size = self.profile.footnotes.size;
        let pitch = self.profile.footnotes.pitch;
        let spec = TextSpec { size, ..TextSpec::default() };
        let raised = TextStyle { superscript: true, ..TextStyle::default() };
        let label = Run { text: format!("{mark}\u{a0}"), style: raised, ..Run::default() };
        let mut form = Form::new(Stand::Justified, self.width(), size, pitch);
        let mut label = Inline::new(self.shaper, &mut self.tree, &[label], spec, label_tag);
        form.first = label.extent().most;
        let label = label.lines(self.shaper, &Form { first: 0.0, ..form });
        let lines = self.lines(text, spec, &form, text_tag);
        let mut slab = Slab::default();
        for line in label {
            slab.put(line, 0.0, 0.0);
        }
        for line in lines {
            slab.put(line, 0.0, slab.height);
            slab.height += pitch;
        }
        Note { height: slab.height, items: slab.items, links: slab.links, figures: slab.figures, first }
    }

    fn note_elements(&mut self, id: FootnoteId) -> (Tag, Tag) {
        let attributes = Attributes { id: Some(note_anchor(id)), ..Attributes::default() };
        let parent = self.tree.section();
        let note = self.tree.add_with(Role::Note, parent, attributes);
        let label = self.tree.add(Role::Lbl, note);
        let text = self.tree.add(Role::P, note);
        (Tag::Content(label), Tag::Content(text))
    }
}

/// The plain text of runs, for outline entries and text alternatives.
pub(crate) fn plain(runs: &[Run]) -> String {
    let text: String = runs.iter().filter(|r| r.footnote.is_none()).map(|r| r.text.as_str()).collect();
    text.replace(['\u{a0}', '\n'], " ")
}

/// Copies items as page furniture.
pub(crate) fn as_artifacts(items: &[Item]) -> Vec<Item> {
    let mut copies: Vec<Item> =
        items.iter().filter(|item| !matches!(item, Item::Touch(_))).cloned().collect();
    for item in &mut copies {
        match item {
            Item::Text(text) => text.tag = Tag::Artifact,
            Item::Path(path) => path.tag = Tag::Artifact,
            Item::Touch(_) => {}
        }
    }
    copies
}

/// Copies items to another place.
pub(crate) fn moved(items: &[Item], dx: f64, dy: f64) -> Vec<Item> {
    let mut copies = items.to_vec();
    shift(&mut copies, dx, dy);
    copies
}

/// Gives all content of one element to another.
pub(crate) fn retag(items: &mut [Item], from: NodeId, to: NodeId) {
    for item in items {
        let tag = match item {
            Item::Text(text) => &mut text.tag,
            Item::Path(path) => &mut path.tag,
            Item::Touch(_) => continue,
        };
        if *tag == Tag::Content(from) {
            *tag = Tag::Content(to);
        }
    }
}
