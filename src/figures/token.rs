//! Words, numerals and signs of a Vietnamese text, with the place of each; sentences over them.

use std::ops::Range;

use crate::vietnamese::{fold, is_letter, nfc};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters: `đảng`, `đ/c`, `TCCSĐ`.
    Word,
    /// Digits with the separators inside: `2.000`, `35,34`.
    Numeral,
    /// One sign.
    Sign,
}

/// A word, numeral or sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Bytes in the text.
    pub span: Range<usize>,
    /// Folded form for matching; quotes and dashes are folded to `"` and `-`.
    pub folded: String,
    /// Whether it begins with a capital letter.
    pub capital: bool,
    /// Whether white space (or the text's start) stands before it.
    pub spaced: bool,
}

impl Token {
    /// Whether it is this word or sign.
    pub fn is(&self, folded: &str) -> bool {
        self.folded == folded
    }

    /// Whether it is a numeral.
    pub fn is_numeral(&self) -> bool {
        self.kind == TokenKind::Numeral
    }

    /// Whether it is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The tokens of a text, in order; in time linear in its length.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut spaced = true;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || is_invisible(c) || c.is_control() {
            spaced |= !is_invisible(c);
            at += c.len_utf8();
            continue;
        }
        let (kind, end) = if c.is_ascii_digit() {
            (TokenKind::Numeral, numeral_end(text, at))
        } else if is_letter(c) {
            (TokenKind::Word, word_end(text, at))
        } else {
            (TokenKind::Sign, at + c.len_utf8())
        };
        tokens.push(Token {
            kind,
            span: at..end,
            folded: folded(kind, &text[at..end]),
            capital: c.is_uppercase(),
            spaced,
        });
        spaced = false;
        at = end;
    }
    tokens
}

fn folded(kind: TokenKind, text: &str) -> String {
    match (kind, text) {
        (TokenKind::Word, _) => fold(text),
        (_, "–" | "—" | "‐" | "‑" | "−") => "-".to_owned(),
        (_, "⁄" | "∕") => "/".to_owned(),
        (_, "“" | "”" | "„" | "«" | "»" | "''") => "\"".to_owned(),
        _ => nfc(text).into_owned(),
    }
}

/// Digits, and separators that stand between digits.
fn numeral_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while end < bytes.len() {
        let inside = match bytes[end] {
            b'0'..=b'9' => true,
            b'.' | b',' => bytes.get(end + 1).is_some_and(u8::is_ascii_digit),
            _ => false,
        };
        if !inside {
            break;
        }
        end += 1;
    }
    end
}

/// Letters with their marks; a slash joins single letters and capitals (`đ/c`, `QĐ/TU`).
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut letters = 0;
    let mut capitals = true;
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        let joins = c == '/'
            && rest.peek().is_some_and(|next| is_letter(*next) && (letters == 1 || next.is_uppercase()))
            && (letters == 1 || capitals);
        if !(is_letter(c) || is_mark(c) || is_invisible(c) || joins) {
            break;
        }
        letters += u32::from(is_letter(c));
        capitals &= !c.is_lowercase();
        end += c.len_utf8();
    }
    end
}

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 16] =
    ["tp", "tx", "tt", "ts", "ths", "pgs", "gs", "bs", "ks", "đ/c", "t", "p", "q", "tr", "ncs", "st"];

/// Tokens after which a sentence is cut, so that work stays linear on a text without full stops.
const LONGEST_SENTENCE: usize = 400;

/// The sentences of a text as ranges of its tokens, the closing sign included.
pub fn sentences(tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        if ends_sentence(tokens, i) || i + 1 - start >= LONGEST_SENTENCE {
            found.push(start..i + 1);
            start = i + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

fn ends_sentence(tokens: &[Token], i: usize) -> bool {
    let closing = |t: &Token| matches!(t.folded.as_str(), "\"" | ")" | "]" | "/" | ".") && !t.spaced;
    if !matches!(tokens[i].folded.as_str(), "." | "!" | "?" | "…" | "\"" | ")" | "/") {
        return false;
    }
    let Some(next) = tokens.get(i + 1) else { return false };
    if closing(next) || !next.spaced {
        return false;
    }
    // A closing quote or bracket ends a sentence when the stop stands inside it; `./.` closes articles.
    let mut stop = i;
    while stop > 0 && !tokens[stop].spaced && matches!(tokens[stop].folded.as_str(), "\"" | ")" | "/") {
        stop -= 1;
    }
    if !matches!(tokens[stop].folded.as_str(), "." | "!" | "?" | "…") {
        return false;
    }
    let opens = next.capital
        || next.is_numeral()
        || matches!(next.folded.as_str(), "\"" | "-" | "*" | "+" | "(" | "•");
    let ellipsis = tokens[stop].is("…") || stop > 0 && tokens[stop - 1].is(".");
    let abbreviated = stop > 0
        && !ellipsis
        && tokens[stop].is(".")
        && tokens[stop - 1].is_word()
        && (ABBREVIATIONS.contains(&tokens[stop - 1].folded.as_str())
            || tokens[stop - 1].capital && tokens[stop - 1].span.len() <= 2);
    opens && !abbreviated
}
