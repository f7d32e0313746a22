//! Folding for matching: what a reader takes for the same word folds to the same text.

use unicode_normalization::UnicodeNormalization;

/// NFC, lower case, new-style tone placement (`uỷ` → `ủy`), every white space one space, zero-width left out.
///
/// For comparing only; offsets are not kept.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        if c.is_whitespace() || c == '\u{a0}' {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        {
            folded.push(c);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    place_tones(&folded)
}

/// `oà oá oả oã oạ oè … uỳ uý uỷ uỹ uỵ` at a word's end to `òa … ủy`.
fn place_tones(text: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("oà", "òa"),
        ("oá", "óa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oè", "òe"),
        ("oé", "óe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uỳ", "ùy"),
        ("uý", "úy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    let mut words = Vec::new();
    for word in text.split(' ') {
        let core = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let tail = &word[core.len()..];
        let swapped =
            PAIRS.iter().find(|(from, _)| core.ends_with(from) && !core.ends_with(&format!("q{from}")));
        words.push(match swapped {
            Some((from, to)) => format!("{}{to}{tail}", &core[..core.len() - from.len()]),
            None => word.to_owned(),
        });
    }
    words.join(" ")
}
