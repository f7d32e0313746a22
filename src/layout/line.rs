//! Words → lines: chooses the breaks and places the glyphs.

use super::breaking::{After, Measure, justify, ragged, space_factor};
use super::inline::{Inline, Look};
use super::page::{Glyph, Item, LinkArea, PathItem, Segment, Stroke, Tag, TextItem, glyphs_width};
use super::shape::{Shape, Shaper};
use crate::document::{FigureId, FootnoteId};
use crate::fonts::Face;

/// Ascent and descent of Tinos (as of Times New Roman) in em.
pub(crate) const ASCENT: f64 = 0.891;
pub(crate) const DESCENT: f64 = 0.216;
/// Distance below the baseline and thickness of an underline, in em.
const UNDERLINE: (f64, f64) = (0.12, 0.05);

/// How lines stand in their measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    Justified,
    Left,
    Centred,
    Right,
}

/// The form of a paragraph. Lengths in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Form {
    pub stand: Stand,
    /// Width of the column.
    pub width: f64,
    /// Indent of every line.
    pub left: f64,
    /// Further indent of the first line.
    pub first: f64,
    /// Type size that the baseline's place is reckoned from.
    pub size: f64,
    /// Distance of baselines.
    pub pitch: f64,
    /// Keeps a space after the last line, where more text of the same element follows.
    pub trail: bool,
}

impl Form {
    /// A paragraph without indents.
    pub fn new(stand: Stand, width: f64, size: f64, pitch: f64) -> Self {
        Form { stand, width, left: 0.0, first: 0.0, size, pitch, trail: false }
    }

    /// Distance of a baseline from the top of its line.
    pub fn baseline(&self) -> f64 {
        baseline(self.size, self.pitch)
    }
}

/// Distance of the baseline from the top of a line of this size and pitch: the room left is shared above and below.
pub(crate) fn baseline(size: f64, pitch: f64) -> f64 {
    (pitch - (ASCENT + DESCENT) * size) / 2.0 + ASCENT * size
}

/// A set line; items from its top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    pub items: Vec<Item>,
    pub links: Vec<LinkArea>,
    pub figures: Vec<FigureId>,
    /// Footnotes with their printed marks.
    pub notes: Vec<(FootnoteId, String)>,
    /// Left end and natural width of what is seen.
    pub x: f64,
    pub width: f64,
}

impl Inline {
    /// Breaks and places the paragraph.
    pub fn lines(&mut self, shaper: &mut Shaper, form: &Form) -> Vec<Line> {
        let measure = Measure { first: form.width - form.left - form.first, other: form.width - form.left };
        self.cut_to(measure.first.min(measure.other).max(1.0));
        let ends = match form.stand {
            Stand::Justified => justify(&self.units, measure),
            Stand::Centred => ragged(&self.units, measure, true),
            Stand::Left | Stand::Right => ragged(&self.units, measure, false),
        };
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for end in ends {
            lines.push(self.line(shaper, form, start, end));
            start = end + 1;
        }
        lines
    }

    fn line(&self, shaper: &mut Shaper, form: &Form, start: usize, end: usize) -> Line {
        let units = &self.units[start..=end];
        let words: f64 = units.iter().map(|u| u.width).sum();
        let spaces: f64 = units[..units.len() - 1].iter().map(|u| u.space).sum();
        let indent = form.left + if start == 0 { form.first } else { 0.0 };
        let measure = form.width - indent;
        let after = self.units[end].after;
        let factor = match form.stand {
            Stand::Justified if spaces > 0.0 => {
                let factor = space_factor(words, spaces, measure);
                let natural = matches!(after, After::Newline | After::End) && factor >= 1.0;
                if natural { 1.0 } else { factor }
            }
            _ => 1.0,
        };
        let width = words + spaces * factor;
        let x = indent
            + match form.stand {
                Stand::Justified | Stand::Left => 0.0,
                Stand::Centred => (measure - width) / 2.0,
                Stand::Right => measure - width,
            };
        let mut pen = Pen::new(shaper, x, form);
        for index in start..=end {
            pen.word(self, index, factor, index == end);
        }
        pen.finish(self, x, width)
    }
}

/// Puts glyphs after one another on a line.
struct Pen<'a> {
    shaper: &'a mut Shaper,
    form: &'a Form,
    x: f64,
    line: Line,
    underlines: Vec<(f64, f64, f64)>,
    link_spans: Vec<(usize, f64, f64)>,
}

impl<'a> Pen<'a> {
    fn new(shaper: &'a mut Shaper, x: f64, form: &'a Form) -> Self {
        Pen { shaper, form, x, line: Line::default(), underlines: Vec::new(), link_spans: Vec::new() }
    }

    fn word(&mut self, inline: &Inline, index: usize, factor: f64, last: bool) {
        let word = &inline.words[index];
        for piece in &word.pieces {
            let look = &inline.looks[piece.look];
            let glyphs: Vec<Glyph> = piece.shapes().iter().map(|s: &Shape| s.sized(look.size)).collect();
            self.put(look, piece.face(), piece.text(), &glyphs, true);
        }
        let look = &inline.looks[word.space_look];
        let unit = inline.units[index];
        if !last && matches!(unit.after, After::Space | After::Tie) {
            let same = inline.words[index + 1]
                .pieces
                .first()
                .is_some_and(|p| inline.looks[p.look].link == look.link);
            self.space(look, unit.space * factor, same);
        } else if last && unit.after != After::Cut && (unit.after != After::End || self.form.trail) {
            let width = self.shaper.width(look.face, look.size, " ");
            self.space(look, width, false);
        }
    }

    fn space(&mut self, look: &Look, width: f64, inner: bool) {
        if let Some(mut space) = self.shaper.glyphs(look.face, look.size, " ").into_iter().next() {
            space.advance = width as f32;
            self.put(look, look.face, " ", &[space], inner);
        }
    }

    /// Adds glyphs to the last item, or starts one where the look changes. `marked` text is underlined and clickable.
    fn put(&mut self, look: &Look, face: Face, text: &str, glyphs: &[Glyph], marked: bool) {
        let y = self.form.baseline() - look.rise;
        match self.line.items.last_mut() {
            Some(Item::Text(last))
                if last.face == face && last.size == look.size && last.y == y && last.tag == look.tag =>
            {
                last.text.push_str(text);
                last.glyphs.extend_from_slice(glyphs);
            }
            _ => self.line.items.push(Item::Text(TextItem {
                x: self.x,
                y,
                size: look.size,
                face,
                grey: 0.0,
                text: text.to_owned(),
                glyphs: glyphs.to_vec(),
                tag: look.tag,
            })),
        }
        let from = self.x;
        self.x += glyphs_width(glyphs);
        if marked {
            self.mark(look, from);
        }
        if let Some(figure) = look.figure.filter(|f| !self.line.figures.contains(f)) {
            self.line.figures.push(figure);
        }
        if let Some(note) = look.note.filter(|n| !self.line.notes.iter().any(|(known, _)| known == n)) {
            self.line.notes.push((note, text.trim().to_owned()));
        }
    }

    fn mark(&mut self, look: &Look, from: f64) {
        if look.underline {
            match self.underlines.last_mut() {
                Some((_, to, size)) if (*to - from).abs() < 0.01 && *size == look.size => *to = self.x,
                _ => self.underlines.push((from, self.x, look.size)),
            }
        }
        if let Some(link) = look.link {
            match self.link_spans.last_mut() {
                Some((open, _, to)) if *open == link => *to = self.x,
                _ => self.link_spans.push((link, from, self.x)),
            }
        }
    }

    fn finish(mut self, inline: &Inline, x: f64, width: f64) -> Line {
        let base = self.form.baseline();
        for &(from, to, size) in &self.underlines {
            let y = base + UNDERLINE.0 * size;
            self.line.items.push(rule(from, y, to, y, UNDERLINE.1 * size));
        }
        for &(link, from, to) in &self.link_spans {
            let link = &inline.links[link];
            self.line.links.push(LinkArea {
                rect: [from, base - ASCENT * self.form.size, to, base + DESCENT * self.form.size],
                target: std::sync::Arc::clone(&link.target),
                node: link.node,
                contents: link.contents.clone(),
            });
        }
        self.line.x = x;
        self.line.width = width;
        self.line
    }
}

/// A black straight rule, page furniture.
pub(crate) fn rule(x0: f64, y0: f64, x1: f64, y1: f64, width: f64) -> Item {
    Item::Path(PathItem {
        segments: vec![Segment::Move(x0, y0), Segment::Line(x1, y1)],
        fill: None,
        stroke: Some(Stroke { width, grey: 0.0, dash: None }),
        tag: Tag::Artifact,
    })
}

/// Moves items by a distance.
pub(crate) fn shift(items: &mut [Item], dx: f64, dy: f64) {
    for item in items {
        match item {
            Item::Text(text) => {
                text.x += dx;
                text.y += dy;
            }
            Item::Path(path) => {
                for segment in &mut path.segments {
                    if let Segment::Move(x, y) | Segment::Line(x, y) = segment {
                        *x += dx;
                        *y += dy;
                    }
                }
            }
            Item::Touch(_) => {}
        }
    }
}
