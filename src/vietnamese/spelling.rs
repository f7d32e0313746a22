//! Where the tone stands on `oa`, `oe` and `uy`: `hòa`, `ủy` (new style) or `hoà`, `uỷ` (old style).

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::letter::is_letter;

/// Placement of the tone on `oa`, `oe` and `uy`; an office's setting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// `ủy`, on the first vowel.
    #[default]
    New,
    /// `uỷ`, on the second.
    Old,
}

/// First vowel with the tone, second vowel with the tone, both lower case; `oa`, `oe`, `uy` × five tones.
const PAIRS: [[char; 4]; 15] = [
    // new: first, second; old: first, second
    ['ò', 'a', 'o', 'à'],
    ['ó', 'a', 'o', 'á'],
    ['ỏ', 'a', 'o', 'ả'],
    ['õ', 'a', 'o', 'ã'],
    ['ọ', 'a', 'o', 'ạ'],
    ['ò', 'e', 'o', 'è'],
    ['ó', 'e', 'o', 'é'],
    ['ỏ', 'e', 'o', 'ẻ'],
    ['õ', 'e', 'o', 'ẽ'],
    ['ọ', 'e', 'o', 'ẹ'],
    ['ù', 'y', 'u', 'ỳ'],
    ['ú', 'y', 'u', 'ý'],
    ['ủ', 'y', 'u', 'ỷ'],
    ['ũ', 'y', 'u', 'ỹ'],
    ['ụ', 'y', 'u', 'ỵ'],
];

/// The text (NFC) with the tone of every syllable that ends in `oa`, `oe` or `uy` placed the given way.
///
/// Capitals stay; `quý`, `quỳ` have one spelling only, and syllables that go on (`toàn`, `thuỷnh`) are left alone.
/// Borrows when nothing changes.
pub fn spell(text: &str, spelling: Spelling) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut done = 0;
    // The last letters of the current word.
    let mut before: [Option<(usize, char)>; 3] = [None; 3];
    for (at, c) in text.char_indices().map(|(i, c)| (i, Some(c))).chain([(text.len(), None)]) {
        let letter = c.filter(|c| is_part_of_word(*c));
        if letter.is_none() {
            if let [onset, Some((start, first)), Some((_, second))] = before
                && let Some((first, second)) = respelt(onset.map(|o| o.1), first, second, spelling)
            {
                out.push_str(&text[done..start]);
                out.extend([first, second]);
                done = at;
            }
            before = [None; 3];
        } else if let Some(c) = letter {
            before = [before[1], before[2], Some((at, c))];
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Letters, digits, and marks: one that composed with nothing is part of its letter.
fn is_part_of_word(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        is_letter(c) || c.is_numeric() || is_combining_mark(c)
    }
}

/// The last two letters of a word in the given style, if they change.
fn respelt(onset: Option<char>, first: char, second: char, spelling: Spelling) -> Option<(char, char)> {
    // `q` takes the u, so that `quý` holds its tone on y in both styles.
    if onset.is_some_and(|o| matches!(o, 'q' | 'Q')) {
        return None;
    }
    if first.is_ascii() == second.is_ascii() {
        return None;
    }
    let (a, b) = (lower(first), lower(second));
    let pair = PAIRS.iter().find_map(|&[new1, new2, old1, old2]| match spelling {
        Spelling::New => (old1 == a && old2 == b).then_some((new1, new2)),
        Spelling::Old => (new1 == a && new2 == b).then_some((old1, old2)),
    })?;
    Some((like(pair.0, first), like(pair.1, second)))
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// `c` in the case of `model`.
fn like(c: char, model: char) -> char {
    if model.is_uppercase() { c.to_uppercase().next().unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// Both directions on every pair, with capitals and punctuation, as an office may set either.
    #[test]
    fn both_styles() {
        let new = "Đảng ủy hòa (XÓA), khỏe khoắn; Ủy ban: HÓA thủy; tùy, lũy kế, xòe";
        let old = "Đảng uỷ hoà (XOÁ), khoẻ khoắn; Uỷ ban: HOÁ thuỷ; tuỳ, luỹ kế, xoè";
        assert_eq!(spell(new, Spelling::Old), old);
        assert_eq!(spell(old, Spelling::New), new);
    }

    /// Syllables with only one spelling must not be touched.
    #[test]
    fn one_spelling_only() {
        for text in [
            "quý III",
            "Quỳnh quỵ",
            "toàn, hoạt, khoét, huỳnh, chuyển",
            "2020",
            "toán",
            "uy\u{323}\u{309}",
            "",
        ] {
            assert!(matches!(spell(text, Spelling::New), Cow::Borrowed(_)), "{text}");
            assert!(matches!(spell(text, Spelling::Old), Cow::Borrowed(_)), "{text}");
        }
    }

    proptest! {
        /// Respelling loses nothing: it is idempotent, and the way back restores a text of one style.
        #[test]
        fn there_and_back(text in "[oòóaàáeéuủyỷýqhtQHUỦYỶ ,]{0,24}") {
            let new = spell(&text, Spelling::New).into_owned();
            prop_assert_eq!(spell(&new, Spelling::New), new.as_str());
            let old = spell(&new, Spelling::Old).into_owned();
            prop_assert_eq!(spell(&old, Spelling::New), new.as_str());
            prop_assert_eq!(text.chars().count(), new.chars().count());
        }
    }
}
