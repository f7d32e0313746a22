//! The words around a quantity, each a sign of its own.

use super::super::grammar::Quantity;
use super::super::sentence::Sentence;
use super::super::token::Token;
use super::Signs;

/// Words before and after the quantity that are looked at.
const AROUND: usize = 12;
/// Words at the sentence's head.
const HEAD: usize = 5;
/// Words right beside it.
const NEAR: usize = 4;

/// How a token is told: numerals are all the same.
fn told(token: &Token) -> &str {
    if token.is_numeral() { "#" } else { &token.folded }
}

/// The tokens as they are told, each once.
fn distinct(tokens: &[Token]) -> impl Iterator<Item = &str> {
    let new = |at: usize| tokens[..at].iter().all(|before| told(before) != told(&tokens[at]));
    (0..tokens.len()).filter(move |at| new(*at)).map(|at| told(&tokens[at]))
}

/// Two words that stand together.
fn pairs(tokens: &[Token], mut each: impl FnMut(&str, &str)) {
    tokens.windows(2).for_each(|pair| each(told(&pair[0]), told(&pair[1])));
}

/// Three words that stand together.
fn triples(tokens: &[Token], mut each: impl FnMut(&str, &str, &str)) {
    tokens.windows(3).for_each(|three| each(told(&three[0]), told(&three[1]), told(&three[2])));
}

impl Sentence<'_> {
    /// Words before it, alone and with its class, words after it, and the sentence's first ones.
    pub(super) fn of_words(&self, signs: &mut Signs, q: &Quantity) {
        let tokens = &self.scan.tokens[self.scan.start..self.scan.end];
        let (start, end) = (q.core.start - self.scan.start, q.core.end - self.scan.start);
        let before = &tokens[start.saturating_sub(AROUND)..start];
        distinct(before).for_each(|word| signs.with_class("word", word));
        let after = &tokens[end..tokens.len().min(end + AROUND)];
        distinct(after).for_each(|word| {
            signs.name(["word-after", word]);
            signs.name([signs.class, "word-after", word]);
        });
        distinct(&tokens[start.saturating_sub(NEAR)..start]).for_each(|word| signs.name(["near", word]));
        distinct(&after[..after.len().min(NEAR)]).for_each(|word| signs.name(["near-after", word]));
        pairs(before, |a, b| signs.name(["words", a, b]));
        pairs(after, |a, b| signs.name(["words-after", a, b]));
        triples(before, |a, b, c| signs.name(["words", a, b, c]));
        let from = q.number - self.scan.start;
        let told_of = &tokens[from..tokens.len().min(from + AROUND)];
        triples(told_of, |a, b, c| signs.name(["words-after", a, b, c]));
        let head = &tokens[..start.min(HEAD)];
        distinct(head).for_each(|word| signs.name(["head-word", word]));
        if let [first, second, ..] = head {
            signs.name(["head-words", told(first), told(second)]);
        }
        let core: Vec<&str> = tokens[start..end].iter().map(told).collect();
        signs.name(["core", &core.join(" ")]);
    }
}
