//! Folding for matching: what a reader takes for the same word folds to the same text.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::letter::{dyet, is_surely_nfc};
use super::spelling::{Spelling, spell};

/// The text in normal form C, the only one that goes onto a page.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_surely_nfc) {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// NFC, lower case, `đ` for its look-alikes, new-style tone placement (`uỷ` → `ủy`), every white space one space, zero-width left out.
///
/// For comparing only; offsets are not kept. Idempotent.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    push_folded(&mut folded, text);
    if folded.ends_with(' ') {
        folded.pop();
    }
    // Composing comes after the invisible characters are out: one may stand between a letter and its mark.
    if let Cow::Owned(composed) = nfc(&folded) {
        folded = composed;
    }
    match spell(&folded, Spelling::New) {
        Cow::Owned(respelt) => respelt,
        Cow::Borrowed(_) => folded,
    }
}

fn push_folded(folded: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii_lowercase() {
            folded.push(c);
        } else if c.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !is_invisible(c) {
            folded.extend(c.to_lowercase().map(dyet));
        }
    }
}

/// Zero-width and bidirectional controls, word joiner, byte-order mark and soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// What pages mix: capitals, both styles, both normal forms, no-break spaces, soft hyphens.
    #[test]
    fn readers_see_the_same() {
        let decomposed: String = "Đảng UỶ khối".nfd().collect();
        for text in [
            "đảng ủy khối",
            "  Đảng uỷ\u{a0} Khối\n",
            "ĐẢNG ỦY\tKHỐI",
            "Đảng\u{200b} u\u{ad}ỷ khối",
            &decomposed,
        ] {
            assert_eq!(fold(text), "đảng ủy khối", "{text:?}");
        }
        assert_eq!(fold("“Hoà bình”, thuỷ, quý"), "“hòa bình”, thủy, quý");
        assert_eq!(fold(" \u{feff} "), "");
        assert_eq!(fold("Ðảng bộ Ɖoàn"), "đảng bộ đoàn");
    }

    /// Folding must keep different words apart.
    #[test]
    fn tones_and_letters_stay() {
        assert_ne!(fold("ma"), fold("má"));
        assert_ne!(fold("đa"), fold("da"));
    }

    proptest! {
        /// Tables are folded once and looked up with folded words: folding twice must change nothing.
        #[test]
        fn idempotent(text in "[a-zA-ZđĐêÊơƯỷỦuyY\u{301}\u{323}\u{ad}\u{200b}\u{a0} .,-]{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        /// Both normal forms fold alike.
        #[test]
        fn normal_forms(text in "[a-zđêơưủýạệ A-ZĐÊ]{0,40}") {
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text.nfc().collect::<String>()));
        }
    }
}
