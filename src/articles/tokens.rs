//! Words, numbers and signs of a line.

use std::ops::Range;

use crate::vietnamese::{fold, is_letter};

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Digits: their value (0 when longer than nine) and how many.
    Number(u32, usize),
    /// Letters, folded for comparing.
    Word(String),
    /// Any other visible character.
    Sign(char),
}

/// A token with its place in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the line.
    pub range: Range<usize>,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Token {
    /// The folded word, empty for others.
    pub fn word(&self) -> &str {
        match &self.kind {
            Kind::Word(word) => word,
            _ => "",
        }
    }

    /// The value of a number.
    pub fn number(&self) -> Option<(u32, usize)> {
        match self.kind {
            Kind::Number(value, digits) => Some((value, digits)),
            _ => None,
        }
    }

    /// The sign.
    pub fn sign(&self) -> Option<char> {
        match self.kind {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Digit,
    Letter,
    Sign,
}

/// The tokens of a line.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut spaced = true;
    let mut at = 0;
    while let Some(c) = line[at..].chars().next() {
        if c == ' ' {
            spaced = true;
            at += 1;
            continue;
        }
        let shape = shape(c);
        let length = match shape {
            Shape::Sign => c.len_utf8(),
            _ => run(&line[at..], shape),
        };
        let range = at..at + length;
        let kind = match shape {
            Shape::Sign => Kind::Sign(if matches!(c, '⁄' | '∕') { '/' } else { c }),
            Shape::Letter => Kind::Word(folded(&line[range.clone()])),
            Shape::Digit => Kind::Number(line[range.clone()].parse().unwrap_or(0), length),
        };
        tokens.push(Token { kind, range, spaced });
        spaced = false;
        at += length;
    }
    tokens
}

fn shape(c: char) -> Shape {
    match c {
        '0'..='9' => Shape::Digit,
        _ if is_letter(c) => Shape::Letter,
        _ => Shape::Sign,
    }
}

fn run(text: &str, wanted: Shape) -> usize {
    text.char_indices().find(|(_, c)| shape(*c) != wanted).map_or(text.len(), |(at, _)| at)
}

fn folded(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { fold(word) }
}
