//! Takes the hinting program and the names out of a subset TrueType font.
//!
//! Hints fit glyphs to the pixels of coarse screens; they weigh two fifths of a subset of Tinos and mean nothing
//! on paper or on today's screens. ISO 32000-1, 9.9 asks for `cvt `, `fpgm` and `prep` only where a glyph's
//! instructions need them, so instructions and tables leave together. The names of the font and its glyphs
//! (`name`, `post`) are not among the tables it asks for.

use super::sfnt::{table, u16_at, u32_at};

/// The same font without instructions; none if the font is broken.
pub fn unhint(font: &[u8]) -> Option<Vec<u8>> {
    let (glyf, loca) = glyphs(font)?;
    let mut head = table(font, b"head")?.to_vec();
    // Flags 2 and 4: instructions depend on the size, and may alter widths. Then the offsets' format: long.
    head.get_mut(17).map(|flags| *flags &= !0b1_0100)?;
    head.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
    let mut maxp = table(font, b"maxp")?.to_vec();
    // maxZones 1; no twilight points, storage, functions, instructions, stack.
    maxp.get_mut(14..28)?.copy_from_slice(&[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let copied = |tag| table(font, tag).map(<[u8]>::to_vec);
    let tables = [
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", copied(b"hhea")?),
        (b"hmtx", copied(b"hmtx")?),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    assemble(&tables)
}

/// The tables `glyf` and `loca` (long offsets).
fn glyphs(font: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let (source, offsets) = (table(font, b"glyf")?, table(font, b"loca")?);
    let long = u16_at(table(font, b"head")?, 50)? == 1;
    let offset = |glyph: usize| match long {
        true => u32_at(offsets, 4 * glyph).map(|offset| offset as usize),
        false => u16_at(offsets, 2 * glyph).map(|half| 2 * usize::from(half)),
    };
    let count = usize::from(u16_at(table(font, b"maxp")?, 4)?);
    let mut glyf: Vec<u8> = Vec::with_capacity(source.len());
    let mut loca: Vec<u8> = Vec::with_capacity(4 * (count + 1));
    for glyph in 0..count {
        loca.extend((glyf.len() as u32).to_be_bytes());
        let outline = source.get(offset(glyph)?..offset(glyph + 1)?)?;
        match u16_at(outline, 0) {
            None => {}
            Some(contours) if contours < 0x8000 => simple(&mut glyf, outline, usize::from(contours))?,
            Some(_) => composite(&mut glyf, outline)?,
        }
        glyf.resize(glyf.len().next_multiple_of(2), 0);
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    Some((glyf, loca))
}

/// Header, contour ends, no instructions, points.
fn simple(out: &mut Vec<u8>, outline: &[u8], contours: usize) -> Option<()> {
    let ends = 10 + 2 * contours;
    let instructions = usize::from(u16_at(outline, ends)?);
    out.extend(outline.get(..ends)?);
    out.extend([0, 0]);
    out.extend(outline.get(ends + 2 + instructions..)?);
    Some(())
}

/// Components without the flag that announces instructions.
fn composite(out: &mut Vec<u8>, outline: &[u8]) -> Option<()> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    const INSTRUCTIONS: u16 = 0x0100;
    out.extend(outline.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(outline, at)?;
        let arguments = if flags & WORDS != 0 { 4 } else { 2 };
        let transform = match flags {
            _ if flags & SCALE != 0 => 2,
            _ if flags & TWO_SCALES != 0 => 4,
            _ if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        let end = at + 4 + arguments + transform;
        out.extend((flags & !INSTRUCTIONS).to_be_bytes());
        out.extend(outline.get(at + 2..end)?);
        at = end;
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

/// A font file from its tables, which are in order of their tags.
fn assemble(tables: &[(&[u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let selector = count.ilog2() as u16;
    let range = 16 << selector;
    let mut font = 0x0001_0000_u32.to_be_bytes().to_vec();
    for field in [count, range, selector, count * 16 - range] {
        font.extend(field.to_be_bytes());
    }
    let mut offset = 12 + 16 * tables.len();
    let mut adjustment = 0;
    let mut data: Vec<u8> = Vec::new();
    for (tag, content) in tables {
        let start = data.len();
        data.extend(content);
        data.resize(data.len().next_multiple_of(4), 0);
        if *tag == b"head" {
            data.get_mut(start + 8..start + 12)?.fill(0);
            adjustment = offset + 8;
        }
        font.extend(*tag);
        for field in [checksum(data.get(start..)?), offset as u32, content.len() as u32] {
            font.extend(field.to_be_bytes());
        }
        offset += data.len() - start;
    }
    font.extend(data);
    let whole = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&font));
    font.get_mut(adjustment..adjustment + 4)?.copy_from_slice(&whole.to_be_bytes());
    Some(font)
}

/// The sum of a table's 32-bit words; its length is a multiple of four.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).filter_map(|word| u32_at(word, 0)).fold(0, u32::wrapping_add)
}
