//! Finds a phrase in a saved page although white space and Unicode normal form differ.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A character of the folded text and the bytes of the original that it stands for.
struct Folded {
    char: char,
    start: usize,
    end: usize,
}

/// The bytes of `page` that hold `phrase`, the first time it occurs.
pub fn find(page: &str, phrase: &str) -> Option<(usize, usize)> {
    let text = fold(page);
    let words: Vec<char> = fold(phrase.trim()).iter().map(|f| f.char).collect();
    let first = *words.first()?;
    let last = text.len().checked_sub(words.len())?;
    (0..=last)
        .filter(|&i| text[i].char == first)
        .find(|&i| text[i..].iter().zip(&words).all(|(f, w)| f.char == *w))
        .map(|i| (text[i].start, text[i + words.len() - 1].end))
}

/// NFC, small letters, white space as one space.
fn fold(text: &str) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::with_capacity(text.len());
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let mut end = start + first.len_utf8();
        while let Some((at, mark)) = chars.next_if(|(_, c)| canonical_combining_class(*c) != 0) {
            end = at + mark.len_utf8();
        }
        if first.is_whitespace() {
            match folded.last_mut() {
                Some(last) if last.char == ' ' => last.end = end,
                _ => folded.push(Folded { char: ' ', start, end }),
            }
            continue;
        }
        for char in text[start..end].nfc().flat_map(char::to_lowercase) {
            folded.push(Folded { char, start, end });
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The bytes found are those of the page, whatever its spaces and its normal form are.
    #[test]
    fn finds_the_bytes() {
        let page = "Chỉ tiêu:\u{a0} 90%\ntổ chức cơ sở đảng";
        let (start, end) = find(page, "90% tổ chức").unwrap();
        assert_eq!(&page[start..end], "90%\ntổ chức");
        let decomposed: String = page.nfd().collect();
        let (start, end) = find(&decomposed, "90% Tổ chức").unwrap();
        assert_eq!(decomposed[start..end].nfc().collect::<String>(), "90%\ntổ chức");
        assert_eq!(find(page, "95% tổ chức"), None);
        assert_eq!(find("", "x"), None);
        assert_eq!(find("x", ""), None);
    }
}
