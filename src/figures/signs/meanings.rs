//! What the words around a quantity mean, whichever they are.

use super::super::grammar::Quantity;
use super::super::meaning::{Meaning, Meanings};
use super::super::sentence::Sentence;
use super::Signs;

/// Meanings before and after the quantity that are looked at.
const BEFORE: usize = 6;
const AFTER: usize = 5;
/// Meanings at the sentence's head.
const HEAD: usize = 3;
/// Tokens from the number to the noun it counts at most.
const NOUN: usize = 4;

fn name(meaning: Option<Meaning>) -> &'static str {
    meaning.map_or("none", Meaning::name)
}

impl Sentence<'_> {
    /// What is said before and after it, what it counts, and what the page's headline speaks of.
    pub(super) fn of_meanings(&self, signs: &mut Signs, q: &Quantity) {
        let all = &self.named.meanings;
        let before = &all[..all.partition_point(|m| m.at.end <= q.core.start)];
        let after = &all[all.partition_point(|m| m.at.start < q.number)..];
        let head = || before.iter().take(HEAD).map(|m| m.meaning);
        let back = || before.iter().rev().map(|m| m.meaning);
        let ahead = || after.iter().take(AFTER).map(|m| m.meaning);
        let counted = name(after.first().filter(|m| m.at.start <= q.number + NOUN).map(|m| m.meaning));
        signs.name(["counts", counted]);
        let mut verbs = back().filter(|m| m.is_verb());
        let (last, earlier) = (name(verbs.next()), name(verbs.next()));
        signs.name(["means", last]);
        signs.name(["means", last, counted]);
        signs.name(["means-earlier", earlier]);
        signs.name(["means", last, "after", earlier]);
        let then = name(ahead().find(|m| m.is_verb()));
        signs.name(["means-then", then]);
        signs.name(["means-then", then, counted]);
        if let Some(noun) = back().find(|m| m.is_noun()) {
            signs.name(["noun", noun.name()]);
            signs.name(["noun", noun.name(), counted]);
            signs.name(["noun", noun.name(), last]);
        }
        signs.name(["next", name(back().next())]);
        signs.name(["next", name(back().next()), name(back().nth(1))]);
        signs.name(["counts", name(ahead().next()), name(ahead().nth(1))]);
        let spoken: Meanings = back().take(BEFORE).collect();
        spoken.each().for_each(|m| signs.name(["spoken", m.name()]));
        let spoken: Meanings = ahead().collect();
        spoken.each().for_each(|m| signs.name(["spoken-after", m.name()]));
        let begins: Meanings = head().collect();
        begins.each().for_each(|m| signs.name(["begins", m.name()]));
        signs.name(["begins", name(head().next()), name(head().nth(1))]);
        for meaning in self.carry.headline.each() {
            signs.name(["headline", meaning.name()]);
            signs.name(["headline", meaning.name(), counted]);
        }
    }
}
