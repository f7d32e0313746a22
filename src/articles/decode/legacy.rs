//! Encodings from before Unicode, one character at a time.
//!
//! TCVN3 and VNI are laid over Windows-1252: their letters stand in the places of other signs. A page in one of
//! them may be saved byte for byte, or as UTF-8 of those other signs (`§¶ng ñy`); both are read.

use std::ops::Range;
use std::sync::LazyLock;

use super::Encoding;

/// TCVN 5712:1993, third set (VN3), from 0xA1 on; `\0` where it has nothing of its own.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ";

/// Marks that VNI puts beside a letter, as what they add to it.
const VNI_MARKS: [(char, &str); 17] = [
    ('ù', "\u{301}"),
    ('ø', "\u{300}"),
    ('û', "\u{309}"),
    ('õ', "\u{303}"),
    ('ï', "\u{323}"),
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];

/// Letters that VNI writes with one sign.
const VNI_LETTERS: [(char, char); 16] = [
    ('ô', 'ơ'),
    ('Ô', 'Ơ'),
    ('ö', 'ư'),
    ('Ö', 'Ư'),
    ('ñ', 'đ'),
    ('Ñ', 'Đ'),
    ('í', 'í'),
    ('Í', 'Í'),
    ('æ', 'ỉ'),
    ('Æ', 'Ỉ'),
    ('ó', 'ĩ'),
    ('Ó', 'Ĩ'),
    ('ò', 'ị'),
    ('Ò', 'Ị'),
    ('î', 'ỵ'),
    ('Î', 'Ỵ'),
];

static WINDOWS_1258: LazyLock<[char; 256]> = LazyLock::new(|| single_bytes(encoding_rs::WINDOWS_1258));
static WINDOWS_1252: LazyLock<[char; 256]> = LazyLock::new(|| single_bytes(encoding_rs::WINDOWS_1252));
static TCVN3_LETTERS: LazyLock<[char; 256]> = LazyLock::new(|| {
    let mut table = *WINDOWS_1252;
    for (slot, letter) in table[0xa1..].iter_mut().zip(TCVN3.chars()) {
        if letter != '\0' {
            *slot = letter;
        }
    }
    table
});

fn single_bytes(encoding: &'static encoding_rs::Encoding) -> [char; 256] {
    std::array::from_fn(|byte| {
        let byte = u8::try_from(byte).unwrap_or_default();
        let bytes = [byte];
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        text.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER)
    })
}

/// Gives every character of a page in a legacy encoding with its bytes to `each`.
///
/// Combining marks come as characters of their own, after their letter.
pub fn characters(bytes: &[u8], encoding: Encoding, each: &mut dyn FnMut(char, Range<usize>)) {
    match encoding {
        Encoding::Windows1258 => {
            for (at, byte) in bytes.iter().enumerate() {
                each(WINDOWS_1258[usize::from(*byte)], at..at + 1);
            }
        }
        Encoding::Tcvn3 => signs(bytes, &mut |c, at| each(tcvn3(c), at)),
        _ => vni(bytes, each),
    }
}

/// The Windows-1252 signs of a page, saved as those bytes or as their UTF-8.
fn signs(bytes: &[u8], each: &mut dyn FnMut(char, Range<usize>)) {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.char_indices().for_each(|(at, c)| each(c, at..at + c.len_utf8())),
        Err(_) => {
            for (at, byte) in bytes.iter().enumerate() {
                each(WINDOWS_1252[usize::from(*byte)], at..at + 1);
            }
        }
    }
}

fn tcvn3(sign: char) -> char {
    match u8::try_from(sign) {
        Ok(byte) if byte >= 0xa1 => TCVN3_LETTERS[usize::from(byte)],
        _ => sign,
    }
}

fn vni(bytes: &[u8], each: &mut dyn FnMut(char, Range<usize>)) {
    let mut takes_mark = false;
    signs(bytes, &mut |c, at| {
        let mark = VNI_MARKS.iter().find(|(sign, _)| c.to_lowercase().eq([*sign]));
        match mark {
            Some((_, added)) if takes_mark => {
                for combining in added.chars() {
                    each(combining, at.clone());
                }
                takes_mark = false;
            }
            _ => {
                takes_mark = matches!(c, 'a' | 'e' | 'o' | 'u' | 'y' | 'A' | 'E' | 'O' | 'U' | 'Y')
                    || matches!(c, 'ô' | 'ö' | 'Ô' | 'Ö');
                let letter = VNI_LETTERS.iter().find(|(sign, _)| *sign == c).map_or(c, |(_, letter)| *letter);
                each(letter, at);
            }
        }
    });
}
