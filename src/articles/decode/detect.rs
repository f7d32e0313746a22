//! Which encoding a page is in, by evidence.
//!
//! Each reading is judged by how many of its words are among the commonest Vietnamese ones. A wrong reading
//! hardly ever makes one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::{Class, Encoding, classify, raw};
use crate::diagnostic::{Diagnostic, Place};
use crate::vietnamese::fold;

/// Bytes that evidence is taken from.
const SAMPLE: usize = 64 * 1024;
/// Common words that a reading must hold to be believed.
const ENOUGH: usize = 3;

/// One word in so many must be common: noise makes one now and then.
const SELDOM: usize = 12;

static COMMON: LazyLock<BTreeSet<&str>> =
    LazyLock::new(|| include_str!("common-words.txt").split_whitespace().filter(|w| !w.is_ascii()).collect());

/// The encoding to read a page in, where the page says so itself: a byte-order mark, UTF-16's pattern of zero
/// bytes, or UTF-8.
///
/// # Errors
///
/// `article-encoding-legacy` names the legacy encoding that the page seems to be in and the first line that shows
/// it; `article-encoding-unknown` says that it is none of those known.
pub fn detect(file: &str, bytes: &[u8]) -> Result<Encoding, Diagnostic> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Diagnostic::error("article-too-large").place(Place::file(file)));
    }
    match bytes {
        [0xef, 0xbb, 0xbf, ..] if std::str::from_utf8(bytes).is_ok() => return Ok(Encoding::Utf8),
        [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
        _ => {}
    }
    if let Some(utf16) = zero_bytes(bytes) {
        return Ok(utf16);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => match legacy_in_utf8(bytes) {
            Some(legacy) => {
                let first = text.find(|c: char| !c.is_ascii() && classify(c) == Class::Plain).unwrap_or(0);
                Err(refusal(file, bytes, first, Some(legacy)))
            }
            None => Ok(Encoding::Utf8),
        },
        Err(error) => Err(refusal(file, bytes, error.valid_up_to(), legacy_in_bytes(bytes))),
    }
}

/// UTF-16 without a mark: most Latin letters leave every second byte zero.
fn zero_bytes(bytes: &[u8]) -> Option<Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = sample.len() / 5;
    match () {
        () if sample.len() < 8 => None,
        () if odd > enough && even * 8 < odd => Some(Encoding::Utf16Le),
        () if even > enough && odd * 8 < even => Some(Encoding::Utf16Be),
        () => None,
    }
}

/// A legacy encoding whose bytes were saved as UTF-8 characters.
fn legacy_in_utf8(bytes: &[u8]) -> Option<Encoding> {
    let as_is = common_words(bytes, Encoding::Utf8);
    let (legacy, count) = best(bytes, &[Encoding::Tcvn3, Encoding::Vni]);
    (count >= ENOUGH && count > as_is * 2).then_some(legacy)
}

/// A legacy encoding whose bytes are no UTF-8.
fn legacy_in_bytes(bytes: &[u8]) -> Option<Encoding> {
    let (legacy, count) = best(bytes, &[Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni]);
    let utf8 = common_words(bytes, Encoding::Utf8);
    (count >= ENOUGH && count > utf8 * 2).then_some(legacy)
}

fn best(bytes: &[u8], candidates: &[Encoding]) -> (Encoding, usize) {
    let counts = candidates.iter().map(|e| (*e, common_words(bytes, *e)));
    counts.max_by_key(|(_, count)| *count).unwrap_or((Encoding::Utf8, 0))
}

fn common_words(bytes: &[u8], encoding: Encoding) -> usize {
    let text = fold(&raw(&bytes[..bytes.len().min(SAMPLE)], encoding));
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let (all, common) =
        words.fold((0, 0), |(all, common), word| (all + 1, common + usize::from(COMMON.contains(word))));
    if common * SELDOM >= all { common } else { 0 }
}

fn refusal(file: &str, bytes: &[u8], at: usize, legacy: Option<Encoding>) -> Diagnostic {
    let before = &bytes[..at];
    let line = 1 + before.iter().filter(|b| **b == b'\n').count();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |n| n + 1);
    let column = 1 + String::from_utf8_lossy(&before[start..]).chars().count();
    let place =
        Place::at(file, u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
    match legacy {
        Some(legacy) => Diagnostic::error("article-encoding-legacy")
            .place(place)
            .arg("encoding", legacy.name())
            .arg("file", file),
        None => Diagnostic::error("article-encoding-unknown").place(place).arg("file", file),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_say_what_they_are_are_read() {
        let text = "Đảng ủy Khối các cơ quan tỉnh";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(detect("a.txt", text.as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(detect("a.txt", &le), Ok(Encoding::Utf16Le));
        assert_eq!(detect("a.txt", &marked), Ok(Encoding::Utf16Be));
        assert_eq!(detect("a.txt", b""), Ok(Encoding::Utf8));
    }

    #[test]
    fn legacy_pages_are_refused_with_line_and_name() {
        // The signs of Windows-1252 as which each page shows, also saved byte for byte.
        let cases = [
            ("2020\n§¶ng bé c¸c c¬ quan ®· cña tØnh vµ c¸c", "tcvn3"),
            ("2020\nÑaûng boä caùc cô quan ñaõ cuûa tænh vaø caùc", "vni"),
        ];
        for (signs, name) in cases {
            let latin: Vec<u8> = signs.chars().map(|c| u8::try_from(c).unwrap()).collect();
            for bytes in [signs.as_bytes(), &latin] {
                let refused = detect("a.txt", bytes).unwrap_err();
                assert_eq!(refused.code, "article-encoding-legacy", "{name}");
                assert_eq!(refused.args[0].1, name);
                assert_eq!(refused.place.unwrap().line, Some(2));
            }
        }
        let cp1258 = b"2020\n\xd0a\xd2ng c\xe1c c\xf5 quan cu\xd2a v\xe0 c\xe1c \xf0a\xde";
        assert_eq!(detect("a.txt", cp1258).unwrap_err().args[0].1, "windows-1258");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_too() {
        assert_eq!(detect("a.txt", b"abc\n\xff\xfe\x80").unwrap_err().code, "article-encoding-unknown");
    }
}
