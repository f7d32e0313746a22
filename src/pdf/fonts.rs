//! Which glyphs the pages use, what each stands for, and the font objects that embed them.

use lopdf::{Dictionary, Object, Stream, dictionary};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::sfnt::Metrics;
use super::text::{hundredths, name};
use super::unhint::unhint;
use super::{File, PdfError};
use crate::fonts::Face;
use crate::layout::Pages;
use crate::layout::page::{Item, TextItem};

/// The subset of every face that the pages use.
pub struct Fonts {
    subsets: [Option<Subset>; Face::ALL.len()],
}

/// A face with the glyphs that are used, renumbered from 1 in order of their first use.
pub struct Subset {
    face: Face,
    metrics: &'static Metrics,
    /// New glyph id by old; 0 where unused.
    renumbered: Vec<u16>,
    /// By new id.
    glyphs: Vec<UsedGlyph>,
}

struct UsedGlyph {
    old: u16,
    /// Texts it is used for, each with how often.
    uses: Vec<(String, usize)>,
    /// What ToUnicode says it stands for.
    text: String,
    /// Thousandths of an em.
    width: f64,
}

/// The glyphs of one cluster, and the text they stand for.
pub struct Cluster<'a> {
    pub glyphs: std::ops::Range<usize>,
    pub text: &'a str,
}

/// Splits a text item into clusters: a glyph with its own text, and the glyphs without that follow it.
pub fn clusters(item: &TextItem) -> impl Iterator<Item = Cluster<'_>> {
    let (mut glyph, mut byte) = (0, 0);
    std::iter::from_fn(move || {
        let first = item.glyphs.get(glyph)?;
        let start = glyph;
        glyph += 1;
        while item.glyphs.get(glyph).is_some_and(|next| next.len == 0) {
            glyph += 1;
        }
        let end = byte + usize::from(first.len);
        let text = item.text.get(byte..end).unwrap_or("");
        byte = end;
        Some(Cluster { glyphs: start..glyph, text })
    })
}

impl Fonts {
    /// Walks all pages.
    pub fn collect(pages: &Pages) -> Result<Self, PdfError> {
        let mut fonts = Fonts { subsets: [const { None }; Face::ALL.len()] };
        for (index, page) in pages.pages.iter().enumerate() {
            for item in &page.items {
                if let Item::Text(item) = item {
                    fonts.count(item, index + 1)?;
                }
            }
        }
        for subset in fonts.subsets.iter_mut().flatten() {
            subset.settle();
        }
        Ok(fonts)
    }

    fn count(&mut self, item: &TextItem, page: usize) -> Result<(), PdfError> {
        let length: usize = item.glyphs.iter().map(|glyph| usize::from(glyph.len)).sum();
        if length != item.text.len() || item.glyphs.first().is_some_and(|glyph| glyph.len == 0) {
            return Err(PdfError::Clusters(page, item.text.clone()));
        }
        let slot = self.subsets.get_mut(item.face as usize).ok_or(PdfError::Font(item.face.name()))?;
        let subset = match slot {
            Some(subset) => subset,
            None => slot.insert(Subset::new(item.face)?),
        };
        for cluster in clusters(item) {
            let alone = cluster.glyphs.len() == 1;
            for glyph in item.glyphs.get(cluster.glyphs).unwrap_or_default() {
                if glyph.id == 0 {
                    return Err(PdfError::MissingGlyph(page, cluster.text.to_owned()));
                }
                subset.count(glyph.id, alone.then_some(cluster.text));
            }
        }
        Ok(())
    }

    /// The subset of a face.
    pub fn subset(&self, face: Face) -> Option<&Subset> {
        self.subsets.get(face as usize)?.as_ref()
    }

    /// Writes the font objects, and names them in the pages' resources.
    pub fn embed(&self, file: &mut File) -> Result<(), PdfError> {
        let mut fonts = Dictionary::new();
        for subset in self.subsets.iter().flatten() {
            fonts.set(resource_name(subset.face), subset.embed(file)?);
        }
        file.objects.get_dictionary_mut(file.resources)?.set("Font", fonts);
        Ok(())
    }
}

/// The name of a face in the pages' resources; printpdf keeps `F1` to `F14` for itself.
pub fn resource_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Italic => "I",
        Face::BoldItalic => "BI",
        Face::Sans => "S",
        Face::SansBold => "SB",
    }
}

impl Subset {
    fn new(face: Face) -> Result<Self, PdfError> {
        let metrics = Metrics::of(face).ok_or(PdfError::Font(face.name()))?;
        let mut subset = Subset { face, metrics, renumbered: Vec::new(), glyphs: Vec::new() };
        subset.count(0, None);
        Ok(subset)
    }

    fn count(&mut self, old: u16, text: Option<&str>) {
        let index = usize::from(old);
        if self.renumbered.len() <= index {
            self.renumbered.resize(index + 1, 0);
        }
        if self.renumbered[index] == 0 && (old != 0 || self.glyphs.is_empty()) {
            self.renumbered[index] = self.glyphs.len() as u16;
            let width = self.metrics.advance(old);
            self.glyphs.push(UsedGlyph { old, uses: Vec::new(), text: String::new(), width });
        }
        let uses = &mut self.glyphs[usize::from(self.renumbered[index])].uses;
        let Some(text) = text else { return };
        match uses.iter_mut().find(|(known, _)| known == text) {
            Some((_, times)) => *times += 1,
            None => uses.push((text.to_owned(), 1)),
        }
    }

    /// Gives each glyph the text it is used for most, the first in code order among equals.
    fn settle(&mut self) {
        for glyph in &mut self.glyphs {
            let most = glyph.uses.drain(..).max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
            // A glyph that only ever follows another in a cluster has no text of its own; the cluster's
            // ActualText speaks for it, and the map must not be empty.
            glyph.text = most.map_or_else(|| "\u{200B}".to_owned(), |(text, _)| text);
        }
    }

    /// The number a glyph has in the subset, and its width in thousandths of an em.
    pub fn glyph(&self, old: u16) -> (u16, f64) {
        let new = self.renumbered.get(usize::from(old)).copied().unwrap_or(0);
        (new, self.glyphs.get(usize::from(new)).map_or(0.0, |glyph| glyph.width))
    }

    /// What ToUnicode says of a glyph.
    pub fn text(&self, old: u16) -> &str {
        let new = self.renumbered.get(usize::from(old)).copied().unwrap_or(0);
        self.glyphs.get(usize::from(new)).map_or("", |glyph| &glyph.text)
    }

    /// `ABCDEF+Tinos-Regular`: six letters from the used glyphs, as ISO 32000-1, 9.6.4 asks.
    fn name(&self) -> String {
        let mut hash = Sha256::new_with_prefix(self.face.name());
        for glyph in &self.glyphs {
            hash.update(glyph.old.to_be_bytes());
        }
        let tag: String = hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        format!("{tag}+{}", self.face.name())
    }

    fn program(&self) -> Result<Vec<u8>, PdfError> {
        let mut remapper = GlyphRemapper::new();
        for glyph in &self.glyphs {
            remapper.remap(glyph.old);
        }
        let subset = subsetter::subset(self.face.bytes(), 0, &remapper).ok();
        subset.and_then(|font| unhint(&font)).ok_or(PdfError::Font(self.face.name()))
    }

    fn embed(&self, file: &mut File) -> Result<Object, PdfError> {
        let base = name(&self.name());
        let program = self.program()?;
        let program = Stream::new(dictionary! { "Length1" => program.len() as i64 }, program);
        let program = file.add(program);
        let descriptor = self.descriptor(&base, program);
        let descriptor = file.add(descriptor);
        let widths = self.glyphs.iter().map(|glyph| thousandths(glyph.width)).collect::<Vec<_>>();
        let descendant = dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => base.clone(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "CIDToGIDMap" => "Identity",
            "FontDescriptor" => descriptor,
            "W" => vec![0.into(), widths.into()],
        };
        let descendant = file.add(descendant);
        let to_unicode = Stream::new(Dictionary::new(), self.to_unicode().into_bytes());
        let to_unicode = file.add(to_unicode);
        let font = file.add(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => base,
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()],
            "ToUnicode" => to_unicode,
        });
        Ok(font.into())
    }

    fn descriptor(&self, base: &Object, program: lopdf::ObjectId) -> Dictionary {
        const SERIF: i64 = 1 << 1;
        // Vietnamese letters are outside the standard Latin set, so the font counts as symbolic.
        const SYMBOLIC: i64 = 1 << 2;
        const ITALIC: i64 = 1 << 6;
        let metrics = self.metrics;
        let scaled = |length| Object::Integer(metrics.scaled(length).round() as i64);
        let serif = if matches!(self.face, Face::Sans | Face::SansBold) { 0 } else { SERIF };
        let italic = if metrics.italic_angle == 0.0 { 0 } else { ITALIC };
        // No table holds the stem's width; this is the customary estimate from the weight.
        let stem = 50.0 + (metrics.weight / 65.0).powi(2);
        dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => base.clone(),
            "Flags" => SYMBOLIC | serif | italic,
            "FontBBox" => metrics.bounds.map(scaled).to_vec(),
            "ItalicAngle" => Object::Real(hundredths(metrics.italic_angle)),
            "Ascent" => scaled(metrics.ascent),
            "Descent" => scaled(metrics.descent),
            "CapHeight" => scaled(metrics.cap_height),
            "StemV" => stem.round() as i64,
            "FontFile2" => program,
        }
    }

    /// The CMap from glyph numbers to text (ISO 32000-1, 9.10.3).
    fn to_unicode(&self) -> String {
        let mut map = String::from(concat!(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n",
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n",
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
        ));
        let mapped: Vec<(usize, &UsedGlyph)> = self.glyphs.iter().enumerate().skip(1).collect();
        for block in mapped.chunks(100) {
            map += &format!("{} beginbfchar\n", block.len());
            for (new, glyph) in block {
                let text: String = glyph.text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
                map += &format!("<{new:04X}> <{text}>\n");
            }
            map += "endbfchar\n";
        }
        map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    }
}

/// A width, to a thousandth of its unit; whole numbers as integers.
fn thousandths(width: f64) -> Object {
    let rounded = (width * 1000.0).round() / 1000.0;
    if rounded.fract() == 0.0 { Object::Integer(rounded as i64) } else { Object::Real(rounded as f32) }
}
