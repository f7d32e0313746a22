//! Which date of a text is the event's.

use std::ops::Range;

use super::scan::{Mention, scan};
use crate::articles::lexicon::lexicon;
use crate::articles::tokens::Token;

/// Tokens on each side of a date that speak for or against it.
const NEAR: usize = 24;

/// A date that may be the event's.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The date.
    pub mention: Mention,
    /// Paragraph it stands in.
    pub paragraph: usize,
    /// How much speaks for it.
    pub score: f64,
    /// Whether its sentence speaks of the future.
    pub planned: bool,
    /// Whether it is the date of a document.
    pub other: bool,
}

/// Every date of the text with what speaks for it.
pub fn candidates(paragraphs: &[Vec<Token>]) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (paragraph, tokens) in paragraphs.iter().enumerate() {
        for mention in scan(tokens) {
            // `ngày 17/11 hoặc ngày 18/11` leaves the day open.
            let Range { start, end } = mention.tokens.clone();
            let or = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.word() == "hoặc");
            let open = or(Some(end)) || or(start.checked_sub(1));
            let dated = mention.announced || mention.year.is_some() || counted_days(tokens, &mention);
            if dated && !open {
                let planned = planned(tokens, &mention);
                let score =
                    score(tokens, &mention, paragraph) + if planned { weight("planned-word") } else { 0.0 };
                let other = near(tokens, &mention, "document");
                all.push(Candidate { mention, paragraph, score, planned, other });
            }
        }
    }
    all
}

/// `Sau 2 ngày làm việc (13 và 14-8)`: days that were counted before they are named.
fn counted_days(tokens: &[Token], mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let interval = mention.days.is_some_and(|(from, to)| from != to);
    interval && tokens[start.saturating_sub(5)..start].iter().any(|t| t.word() == "ngày")
}

fn weight(name: &str) -> f64 {
    lexicon().event(name)
}

fn score(tokens: &[Token], mention: &Mention, paragraph: usize) -> f64 {
    let mut score = 0.0;
    let mut add = |name: &str, holds: bool| score += if holds { weight(name) } else { 0.0 };
    add("half-day", mention.half.is_some());
    add("this-day", mention.relative.is_some());
    add("announced", mention.announced);
    add("year", mention.year.is_some());
    add("interval", mention.days.is_some_and(|(from, to)| from != to));
    add("first-paragraph", paragraph == 0);
    add("second-paragraph", paragraph == 1);
    let start = mention.tokens.start;
    add("sentence-start", sentence_start(tokens, start) + 2 >= start);
    add("event-word", near(tokens, mention, "event"));
    let interval = mention.days.is_some_and(|(from, to)| from != to);
    let sure = mention.half.is_some() || mention.relative.is_some() || interval;
    add("not-event-word", !sure && follows_another_thing(tokens, start));
    score
}

/// Whether the words just before the date make it a document's, an anniversary's or a deadline.
fn follows_another_thing(tokens: &[Token], start: usize) -> bool {
    if start > 0 && tokens[start - 1].word() == "vào" {
        return false;
    }
    let comma = |at: &usize| tokens[*at].sign() == Some(',');
    let from = start.saturating_sub(4).max(sentence_start(tokens, start));
    let from = (from..start).rev().find(comma).map_or(from, |at| at + 1);
    let list = lexicon().list("not-event");
    (from..start).any(|at| list.at(&tokens[at..start]).is_some())
        || (start >= 2 && tokens[start - 1].sign() == Some('('))
}

fn planned(tokens: &[Token], mention: &Mention) -> bool {
    near(tokens, mention, "planned")
}

/// Whether a phrase of the list stands near the date, in its sentence.
fn near(tokens: &[Token], mention: &Mention, list: &str) -> bool {
    let from = sentence_start(tokens, mention.tokens.start).max(mention.tokens.start.saturating_sub(NEAR));
    let to = sentence_end(tokens, mention.tokens.end).min(mention.tokens.end + NEAR);
    lexicon().list(list).within(&tokens[from..to.max(from)])
}

fn sentence_start(tokens: &[Token], at: usize) -> usize {
    let floor = at.saturating_sub(NEAR * 4);
    (floor..at).rev().find(|i| ends_sentence(tokens, *i)).map_or(floor, |i| i + 1)
}

fn sentence_end(tokens: &[Token], at: usize) -> usize {
    let ceiling = tokens.len().min(at + NEAR * 4);
    (at..ceiling).find(|i| ends_sentence(tokens, *i)).unwrap_or(ceiling)
}

fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    matches!(tokens[at].sign(), Some('.' | '!' | '?' | ';')) && tokens.get(at + 1).is_none_or(|t| t.spaced)
}
