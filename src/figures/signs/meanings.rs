//! What the words around a quantity mean, whichever they are.

use super::super::grammar::Quantity;
use super::super::meaning::Meaning;
use super::super::sentence::Sentence;
use super::Signs;

/// Meanings before and after the quantity that are looked at.
const BEFORE: usize = 6;
const AFTER: usize = 5;
/// Meanings at the sentence's head.
const HEAD: usize = 3;
/// Tokens from the number to the noun it counts at most.
const NOUN: usize = 4;

fn name(meaning: Option<&Meaning>) -> &'static str {
    meaning.map_or("none", |m| m.name())
}

impl Sentence<'_> {
    /// What is said before and after it, what it counts, and what the page's headline speaks of.
    pub(super) fn of_meanings(&self, signs: &mut Signs, q: &Quantity) {
        let all = &self.named.meanings;
        let before = &all[..all.partition_point(|m| m.at.end <= q.core.start)];
        let after = &all[all.partition_point(|m| m.at.start < q.number)..];
        let counted = after.first().filter(|m| m.at.start <= q.number + NOUN).map(|m| m.meaning);
        let counted = name(counted.as_ref());
        let back: Vec<Meaning> = before.iter().rev().map(|m| m.meaning).collect();
        let ahead: Vec<Meaning> = after.iter().take(AFTER).map(|m| m.meaning).collect();
        signs.name(["counts", counted]);
        let mut verbs = back.iter().filter(|m| m.is_verb());
        let (last, earlier) = (name(verbs.next()), name(verbs.next()));
        signs.name(["means", last]);
        signs.name(["means", last, counted]);
        signs.name(["means-earlier", earlier]);
        signs.name(["means", last, "after", earlier]);
        let then = name(ahead.iter().find(|m| m.is_verb()));
        signs.name(["means-then", then]);
        signs.name(["means-then", then, counted]);
        if let Some(noun) = back.iter().find(|m| m.is_noun()) {
            signs.name(["noun", noun.name()]);
            signs.name(["noun", noun.name(), counted]);
            signs.name(["noun", noun.name(), last]);
        }
        signs.name(["next", name(back.first())]);
        signs.name(["next", name(back.first()), name(back.get(1))]);
        signs.name(["counts", name(ahead.first()), name(ahead.get(1))]);
        each_once(&back[..back.len().min(BEFORE)], |m| signs.name(["spoken", m.name()]));
        each_once(&ahead, |m| signs.name(["spoken-after", m.name()]));
        let head: Vec<Meaning> = before.iter().take(HEAD).map(|m| m.meaning).collect();
        each_once(&head, |m| signs.name(["begins", m.name()]));
        signs.name(["begins", name(head.first()), name(head.get(1))]);
        for meaning in self.carry.headline.each() {
            signs.name(["headline", meaning.name()]);
            signs.name(["headline", meaning.name(), counted]);
        }
    }
}

fn each_once(meanings: &[Meaning], mut each: impl FnMut(Meaning)) {
    for (at, meaning) in meanings.iter().enumerate() {
        if !meanings[..at].contains(meaning) {
            each(*meaning);
        }
    }
}
