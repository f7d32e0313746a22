//! Text outside the pages: strings of the file's dictionaries, and dates.

use lopdf::{Object, StringFormat};
use unicode_normalization::UnicodeNormalization;

/// Text as metadata can hold it: NFC; control characters and what XML 1.0 forbids become single spaces.
///
/// In a text string U+001B would start a language code, and XMP could not carry the same text.
pub fn clean(text: &str) -> String {
    let composed: String = text.nfc().collect();
    match composed.contains(forbidden) {
        true => composed.replace(forbidden, " ").split_whitespace().collect::<Vec<_>>().join(" "),
        false => composed,
    }
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
