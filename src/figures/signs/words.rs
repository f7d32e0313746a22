//! The words around a quantity, each a sign of its own.

use super::super::grammar::Quantity;
use super::super::sentence::Sentence;
use super::super::token::Token;
use super::Signs;

/// Words before and after the quantity that are looked at.
const AROUND: usize = 12;
/// Words at the sentence's head.
const HEAD: usize = 5;

/// How a token is told: numerals are all the same.
fn told(token: &Token) -> &str {
    if token.is_numeral() { "#" } else { &token.folded }
}

impl Sentence<'_> {
    /// Words before it, alone and with its class, words after it, and the sentence's first ones.
    pub(super) fn of_words(&self, signs: &mut Signs, q: &Quantity) {
        let tokens = &self.scan.tokens[self.scan.start..self.scan.end];
        let (start, end) = (q.core.start - self.scan.start, q.core.end - self.scan.start);
        let before = &tokens[start.saturating_sub(AROUND)..start];
        for (at, token) in before.iter().enumerate() {
            if before[at + 1..].iter().all(|other| told(other) != told(token)) {
                signs.with_class("word", told(token));
            }
        }
        let after = &tokens[end..tokens.len().min(end + AROUND)];
        for (at, token) in after.iter().enumerate() {
            if after[..at].iter().all(|other| told(other) != told(token)) {
                signs.name(["word-after", told(token)]);
            }
        }
        let head = &tokens[..start.min(HEAD)];
        for (at, token) in head.iter().enumerate() {
            if head[..at].iter().all(|other| told(other) != told(token)) {
                signs.name(["head-word", told(token)]);
            }
        }
        if let [first, second, ..] = head {
            signs.name(["head-words", told(first), told(second)]);
        }
        let core: Vec<&str> = tokens[start..end].iter().map(told).collect();
        signs.name(["core", &core.join(" ")]);
    }
}
