//! Quick answers for the characters that Vietnamese is written with; the Unicode tables for all others.
//!
//! Every word of every page is looked at character by character, and a table's binary search costs more than all else
//! there.

/// Whether the character stands in Latin-1's letters, Latin Extended-A and -B or Latin Extended Additional.
fn is_latin(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
}

/// [`char::is_alphabetic`].
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { is_latin(c) || c.is_alphabetic() }
}

/// Whether the character is composed and composes with nothing before it, so that a text of such is NFC. Not all
/// such characters are known: `false` means that one has to look.
pub fn is_surely_nfc(c: char) -> bool {
    c < '\u{300}' || is_latin(c) || matches!(c, '\u{2010}'..='\u{2027}' | '\u{e000}'..='\u{f8ff}')
}

/// `Đ` for the Icelandic `Ð` and the African `Ɖ`, which look the same and are typed for it; others as they are.
pub fn dyet(c: char) -> char {
    match c {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    /// The short cuts must say what the tables say, for every character.
    #[test]
    fn same_as_the_tables() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            if is_surely_nfc(c) {
                assert!(is_nfc_quick([c].into_iter()) == IsNormalized::Yes, "{c:?}");
                assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
            }
        }
    }
}
