//! The few numbers of a TrueType file that a font dictionary needs.

use std::sync::OnceLock;

use crate::fonts::Face;

/// Measures of a face, in font units unless said otherwise.
pub struct Metrics {
    pub units_per_em: f64,
    /// Left, bottom, right, top of all glyphs.
    pub bounds: [f64; 4],
    pub ascent: f64,
    pub descent: f64,
    pub cap_height: f64,
    /// Degrees, counter-clockwise from the vertical.
    pub italic_angle: f64,
    /// 400 regular, 700 bold.
    pub weight: f64,
    advances: Vec<u16>,
}

impl Metrics {
    /// The metrics of a built-in face, read once a process; none if the file is broken.
    pub fn of(face: Face) -> Option<&'static Metrics> {
        static CACHE: [OnceLock<Option<Metrics>>; Face::ALL.len()] =
            [const { OnceLock::new() }; Face::ALL.len()];
        CACHE.get(face as usize)?.get_or_init(|| Metrics::read(face.bytes())).as_ref()
    }

    /// A length in thousandths of an em.
    pub fn scaled(&self, length: f64) -> f64 {
        length * 1000.0 / self.units_per_em
    }

    /// A glyph's advance in thousandths of an em.
    pub fn advance(&self, glyph: u16) -> f64 {
        let advance = self.advances.get(usize::from(glyph)).or(self.advances.last());
        self.scaled(f64::from(advance.copied().unwrap_or(0)))
    }

    fn read(font: &[u8]) -> Option<Metrics> {
        let head = table(font, b"head")?;
        let hhea = table(font, b"hhea")?;
        let os2 = table(font, b"OS/2")?;
        let hmtx = table(font, b"hmtx")?;
        let count = usize::from(u16_at(hhea, 34)?);
        let advances = (0..count).map(|i| u16_at(hmtx, 4 * i)).collect::<Option<_>>()?;
        let length = |table, at| i16_at(table, at).map(f64::from);
        let slope = length(hhea, 20)?.atan2(length(hhea, 18)?);
        Some(Metrics {
            units_per_em: f64::from(u16_at(head, 18)?),
            bounds: [length(head, 36)?, length(head, 38)?, length(head, 40)?, length(head, 42)?],
            ascent: length(hhea, 4)?,
            descent: length(hhea, 6)?,
            cap_height: length(os2, 88)?,
            italic_angle: -slope.to_degrees() + 0.0,
            weight: f64::from(u16_at(os2, 4)?),
            advances,
        })
    }
}

/// A table of a TrueType file.
pub fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let count = usize::from(u16_at(font, 4)?);
    let record = font.get(12..12 + 16 * count)?.chunks_exact(16).find(|record| record.starts_with(tag))?;
    let start = u32_at(record, 8)? as usize;
    font.get(start..start.checked_add(u32_at(record, 12)? as usize)?)
}

/// A big-endian number.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    Some(i16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// A big-endian number.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
