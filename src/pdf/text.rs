//! Text outside the pages: strings of the file's dictionaries, and dates.

use lopdf::{Object, StringFormat};
use unicode_normalization::UnicodeNormalization;

/// The longest text in UTF-16 units: a string may hold 32,767 bytes (ISO 19005-2, 6.1.13).
const LONGEST: usize = 16_000;

/// Text as metadata can hold it: NFC; control characters and what XML 1.0 forbids become single spaces; what
/// would make a string too long for PDF/A becomes `…`.
///
/// In a text string U+001B would start a language code, and XMP could not carry the same text.
pub fn clean(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let mut text = match composed.contains(forbidden) {
        true => composed.replace(forbidden, " ").split_whitespace().collect::<Vec<_>>().join(" "),
        false => composed,
    };
    let mut units = 0;
    let too_long = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    if let Some((end, _)) = too_long {
        text.truncate(end);
        text.push('…');
    }
    text
}

fn forbidden(c: char) -> bool {
    // The last two code points of each plane are no characters.
    c.is_control() || c == '\u{FEFF}' || (c as u32) & 0xFFFE == 0xFFFE
}

/// A text string: ASCII as it is (PDFDocEncoding), all else UTF-16BE with its byte order mark.
pub fn string(text: &str) -> Object {
    let text = clean(text);
    if text.is_ascii() {
        return Object::String(text.into_bytes(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Literal)
}

/// A name.
pub fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A number, rounded to hundredths: 0.01 pt is a third of the finest printer's dot.
pub fn number(value: f64) -> Object {
    Object::Real(hundredths(value))
}

/// A measure rounded to hundredths; never a negative zero.
pub fn hundredths(value: f64) -> f32 {
    ((value * 100.0).round() / 100.0 + 0.0) as f32
}
