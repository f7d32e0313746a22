//! Shaping: words to glyphs with kerning and without ligatures. The one place that knows harfrust.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Buffer, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Diagnostic;
use crate::fonts::Face;
use crate::layout::page::Glyph;

/// Words kept per face; enough for any report, and a bound for a long batch.
const CACHE_LIMIT: usize = 100_000;

/// A glyph with its advance in em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shape {
    pub id: u16,
    pub advance: f32,
    pub len: u8,
}

/// A piece of a word in one face.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Part {
    pub face: Face,
    pub text: Box<str>,
    pub shapes: Vec<Shape>,
}

impl Part {
    /// Width in em.
    pub fn width(&self) -> f64 {
        self.shapes.iter().map(|s| f64::from(s.advance)).sum()
    }
}

/// A font ready for shaping.
struct Loaded {
    font: Font,
    plan: ShapePlan,
}

static FONTS: LazyLock<[Option<Loaded>; 6]> = LazyLock::new(|| Face::ALL.map(load));

fn load(face: Face) -> Option<Loaded> {
    let font = Font::new(face.bytes(), 0)?;
    let off = |tag: &[u8; 4]| Feature::new(Tag::new(tag), 0, ..);
    // A ligature would stand for two letters with one glyph: copied text and letter-wise cuts stay simple without.
    let features = [off(b"liga"), off(b"clig"), off(b"dlig")];
    let language = "vi".parse().ok();
    let plan =
        ShapePlan::new(&font, Direction::LeftToRight, Some(Script::LATIN), language.as_ref(), &features);
    Some(Loaded { font, plan })
}

/// Shapes words and keeps them, face by face; shared by all reports that a thread lays out.
pub(crate) struct Shaper {
    words: [HashMap<Box<str>, Rc<[Part]>>; 6],
    fonts: [Option<ShaperFont<'static, 'static>>; 6],
    buffer: Buffer,
    missing: BTreeSet<(String, char)>,
}

impl Shaper {
    pub fn new() -> Self {
        Shaper {
            words: Default::default(),
            fonts: FONTS.each_ref().map(|f| f.as_ref().map(|f| ShaperFont::new(&f.font))),
            buffer: Buffer::new(),
            missing: BTreeSet::new(),
        }
    }

    /// The glyphs of a word (or any text without line breaks), cut where a face lacks a glyph and Source Sans 3 has it.
    pub fn word(&mut self, face: Face, text: &str) -> Rc<[Part]> {
        if let Some(parts) = self.words[face as usize].get(text) {
            return Rc::clone(parts);
        }
        let parts: Rc<[Part]> = self.parts(face, text).into();
        if !self.failed(&parts) {
            let words = &mut self.words[face as usize];
            if words.len() >= CACHE_LIMIT {
                words.clear();
            }
            words.insert(text.into(), Rc::clone(&parts));
        }
        parts
    }

    /// Glyphs of `text` at `size` pt, as a page item holds them.
    pub fn glyphs(&mut self, face: Face, size: f64, text: &str) -> Vec<Glyph> {
        let parts = self.word(face, text);
        parts.iter().flat_map(|p| &p.shapes).map(|s| s.sized(size)).collect()
    }

    /// Width of `text` in pt.
    pub fn width(&mut self, face: Face, size: f64, text: &str) -> f64 {
        self.word(face, text).iter().map(Part::width).sum::<f64>() * size
    }

    /// What no face could show since the last call.
    pub fn take_missing(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.missing)
            .into_iter()
            .map(|(text, char)| {
                Diagnostic::error("glyph-missing")
                    .arg("char", char)
                    .arg("code", format!("U+{:04X}", char as u32))
                    .arg("text", text)
            })
            .collect()
    }

    /// A word with a missing glyph is shaped anew each time, so that each report hears of it.
    fn failed(&self, parts: &[Part]) -> bool {
        parts.iter().any(|p| p.shapes.iter().any(|s| s.id == 0))
    }

    fn parts(&mut self, face: Face, text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let used = self.face_for(face, first);
            let end = rest.char_indices().find(|&(_, c)| self.face_for(face, c) != used);
            let (run, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            let (used, lost) = used.map_or((face, true), |used| (used, false));
            if lost {
                self.missing.extend(run.chars().map(|c| (text.to_owned(), c)));
            }
            parts.push(Part { face: used, text: run.into(), shapes: self.shape(used, run) });
            rest = after;
        }
        parts
    }

    fn face_for(&self, face: Face, char: char) -> Option<Face> {
        let bold = matches!(face, Face::Bold | Face::BoldItalic | Face::SansBold);
        let second = if bold { Face::SansBold } else { Face::Sans };
        [face, second].into_iter().find(|&f| {
            let font = self.fonts[f as usize].as_ref();
            font.is_some_and(|font| font.nominal_glyph(char as u32).is_some_and(|g| g.to_u32() != 0))
        })
    }

    fn shape(&mut self, face: Face, text: &str) -> Vec<Shape> {
        let index = face as usize;
        let (Some(font), Some(loaded)) = (&self.fonts[index], &FONTS[index]) else {
            return vec![Shape { id: 0, advance: 0.5, len: 0 }];
        };
        self.buffer.reset();
        self.buffer.push_str(text);
        self.buffer.set_direction(Direction::LeftToRight);
        self.buffer.set_script(Some(Script::LATIN));
        self.buffer.set_language("vi".parse().ok());
        if harfrust::shape(font, &mut self.buffer, ShapeOptions::new().plan(Some(&loaded.plan))).is_err() {
            return vec![Shape { id: 0, advance: 0.5, len: 0 }];
        }
        let em = f32::from(font.units_per_em());
        let infos = self.buffer.glyph_infos();
        let positions = self.buffer.glyph_positions();
        (0..infos.len())
            .map(|i| {
                let start = infos[i].cluster as usize;
                // The first glyph of a cluster stands for its bytes; those after it for none.
                let first = i == 0 || infos[i - 1].cluster as usize != start;
                let next = infos[i..].iter().map(|g| g.cluster as usize).find(|&c| c > start);
                let len = if first { next.unwrap_or(text.len()) - start } else { 0 };
                Shape {
                    id: infos[i].glyph_id as u16,
                    advance: positions[i].x_advance as f32 / em,
                    len: u8::try_from(len).unwrap_or(u8::MAX),
                }
            })
            .collect()
    }
}

impl Shape {
    /// At a size in pt.
    pub fn sized(self, size: f64) -> Glyph {
        Glyph { id: self.id, advance: (f64::from(self.advance) * size) as f32, len: self.len }
    }
}

/// NFC, without characters that show nothing; every white space a space, every no-break space U+00A0; `\n` stays.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\n' => cleaned.push(c),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => cleaned.push('\u{a0}'),
            c if c.is_whitespace() => cleaned.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => cleaned.push(c),
        }
    }
    cleaned
}

/// Zero-width, joining, directional and soft hyphen characters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}
