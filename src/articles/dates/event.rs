//! Which date of a text is the event's.

use std::collections::BTreeSet;
use std::ops::Range;

use super::other::{no_event, of_another_thing, pair, without_occasion};
use super::scan::{Day, Mention, scan};
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
    /// Whether the words before it make it another thing's: a document's, an anniversary's, a deadline's.
    pub of_thing: bool,
    /// Whether something was only told that day, and nothing held: the day is the newspaper's.
    pub said: bool,
}

/// Every date of the text with what speaks for it.
pub fn candidates(paragraphs: &[Vec<Token>]) -> Vec<Candidate> {
    let mut all = Vec::new();
    for (paragraph, tokens) in paragraphs.iter().enumerate() {
        let mut mentions = scan(tokens);
        pair(&mut mentions);
        for mut mention in mentions {
            mention.days = mention.days.map(|days| {
                counted_back(tokens, &mention).or_else(|| counted_on(tokens, &mention)).unwrap_or(days)
            });
            // `ngày 17/11 hoặc ngày 18/11` leaves the day open.
            let Range { start, end } = mention.tokens.clone();
            let or = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|t| t.word() == "hoặc");
            // «đại hội hôm 20/7; sang tháng 8 tới lượt 7 chi bộ còn lại»: it is not over that day.
            let goes_on = tokens[end..tokens.len().min(end + 10)]
                .windows(2)
                .any(|w| w[0].word() == "sang" && w[1].word() == "tháng");
            let open = or(Some(end)) || or(start.checked_sub(1)) || goes_on;
            let dated = mention.announced || mention.year.is_some() || counted_days(tokens, &mention);
            if dated && !open && !no_event(&mention) {
                let planned = planned(tokens, &mention);
                let of_thing = of_another_thing(tokens, &mention) || issued(tokens, &mention);
                let score = score(tokens, &mention, paragraph, of_thing)
                    + if planned { weight("planned-word") } else { 0.0 };
                let other = near(tokens, &mention, "document");
                let said = without_occasion(tokens, &mention, "said");
                all.push(Candidate { mention, paragraph, score, planned, other, of_thing, said });
            }
        }
    }
    lasting(paragraphs, &mut all);
    closing_day(paragraphs, &mut all);
    all
}

/// «Lễ bế giảng diễn ra ngày 13/11 … Sau 5 ngày (09-13/11/2015)»: a class that closes has the day on which it does, with
/// the year of its span.
fn closing_day(paragraphs: &[Vec<Token>], all: &mut [Candidate]) {
    let closes = |c: &Candidate| {
        let sentence = sentence(&paragraphs[c.paragraph], &c.mention);
        sentence.windows(2).any(|w| w[0].word() == "bế" && w[1].word() == "giảng")
    };
    let single = |c: &&Candidate| c.mention.days.is_some_and(|(from, to)| from == to) && closes(c);
    let Some(day) = all.iter().find(single).and_then(|c| c.mention.days) else { return };
    let spans = |c: &Candidate| c.mention.days.is_some_and(|(from, to)| from != to && to == day.1);
    for candidate in all.iter_mut().filter(|c| spans(c)) {
        candidate.mention.days = Some(day);
    }
}

/// «Sáng nay 23-6, Đảng bộ Khối mở Đại hội … kéo dài 3 ngày (23 đến 25-6)»: a congress lasts as long as it says, and the
/// day on which it opens is only the first.
fn lasting(paragraphs: &[Vec<Token>], all: &mut [Candidate]) {
    for at in 0..all.len() {
        let (tokens, mention) = (&paragraphs[all[at].paragraph], &all[at].mention);
        let Some((from, _)) = mention.days.filter(|(from, to)| from != to) else { continue };
        if all[at].of_thing || !lexicon().list("congress").within(sentence(tokens, mention)) {
            continue;
        }
        let opens = all.iter().filter(|c| c.mention.days == Some((from, from)) && !c.of_thing);
        if let Some(best) = opens.map(|c| c.score).reduce(f64::max) {
            all[at].score = all[at].score.max(best + 0.5);
        }
    }
}

/// The candidate for which most speaks; the first of equals.
pub fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let threshold = weight("threshold");
    let mut best: Option<&Candidate> = None;
    for candidate in candidates.iter().filter(|c| c.score >= threshold) {
        if best.is_none_or(|b| candidate.score > b.score) {
            best = Some(candidate);
        }
    }
    best.filter(|best| !rounds_up(candidates, best))
}

/// A round-up leads with no day and tells of one after another, each in a paragraph of its own: none is the event's.
fn rounds_up(candidates: &[Candidate], best: &Candidate) -> bool {
    let told = |c: &&Candidate| c.mention.announced && c.score >= 3.0 && !c.planned && !c.of_thing;
    let told: Vec<&Candidate> = candidates.iter().filter(told).collect();
    let paragraphs: BTreeSet<usize> = told.iter().map(|c| c.paragraph).collect();
    let days: BTreeSet<_> = told.iter().filter_map(|c| c.mention.days).collect();
    best.paragraph > 0 && best.mention.half.is_none() && paragraphs.len() > 2 && days.len() > 2
}

/// «Ngày 17/5 vừa qua, Ban Tổ chức Tỉnh ủy đã có Hướng dẫn số 42»: the day of a document, or of what is only prepared.
fn issued(tokens: &[Token], mention: &Mention) -> bool {
    let end = sentence_end(tokens, mention.tokens.end).min(mention.tokens.end + NEAR);
    let numbered = |w: &[Token]| {
        w[4].word() == "số" && (w[1].word() == "có" || w[0].word() == "ban" && w[1].word() == "hành")
    };
    let start = sentence_start(tokens, mention.tokens.start);
    // «… là bước chuẩn bị cho Đại hội Đoàn tỉnh, dự kiến vào các ngày 21 - 22/9»: another occasion's.
    let prepares = |w: &[Token]| [w[0].word(), w[1].word(), w[2].word()] == ["bước", "chuẩn", "bị"];
    tokens[mention.tokens.end..end.max(mention.tokens.end)].windows(5).any(numbered)
        || tokens[start..mention.tokens.start].windows(3).any(prepares)
}

/// `Sau 2 ngày làm việc (13 và 14-8)`: days that were counted before they are named.
fn counted_days(tokens: &[Token], mention: &Mention) -> bool {
    let start = mention.tokens.start;
    let interval = mention.days.is_some_and(|(from, to)| from != to);
    interval && tokens[start.saturating_sub(5)..start].iter().any(|t| t.word() == "ngày")
}

/// `Sau 2 ngày làm việc, sáng 12/6, Đại hội bế mạc`: the days that end with the one on which a congress closes.
fn counted_back(tokens: &[Token], mention: &Mention) -> Option<(Day, Day)> {
    let (from, to) = mention.days?;
    let sentence = sentence(tokens, mention);
    let tells = |list: &str| lexicon().list(list).within(sentence);
    if from != to || !tells("closing") || tells("opening") {
        return None;
    }
    // «qua hơn 2 ngày làm việc», «sau gần ba ngày» tell no first day.
    let count = |t: &Token| t.number().is_some() || matches!(t.word(), "hai" | "ba");
    let about = sentence.windows(2).any(|w| matches!(w[0].word(), "hơn" | "gần") && count(&w[1]));
    let count = sentence.windows(4).filter(|_| !about).find_map(|w| {
        let count = match (w[0].number(), w[0].word()) {
            // The tail of `1,5` counts nothing.
            (Some((count @ 2..=5, _)), _) if w[0].spaced => count,
            (_, "hai") => 2,
            (_, "ba") => 3,
            _ => return None,
        };
        let days = [w[1].word(), w[2].word(), w[3].word()] == ["ngày", "làm", "việc"];
        days.then_some(count)
    })?;
    let first = to.day.checked_sub(count - 1).filter(|day| *day > 0)?;
    Some((Day { day: first, ..to }, to))
}

/// Tokens after a congress's first day within which its last is named.
const AFTER: usize = 60;

/// «Chiều 20-10, Đại hội … Đại hội làm việc trong 3 ngày, đến 22-10»: the days from the one on which a congress begins.
fn counted_on(tokens: &[Token], mention: &Mention) -> Option<(Day, Day)> {
    let (from, to) = mention.days.filter(|(from, to)| from == to)?;
    if !lexicon().list("congress").within(sentence(tokens, mention)) {
        return None;
    }
    let after = &tokens[mention.tokens.end..tokens.len().min(mention.tokens.end + AFTER)];
    let last = after.windows(6).find_map(|w| {
        let days = w[0].word() == "trong" && w[2].word() == "ngày" && w[4].word() == "đến";
        let ((count @ 2..=5, _), (last, _)) = (w[1].number()?, w[5].number()?) else { return None };
        (days && last == from.day + count - 1).then_some(last)
    })?;
    Some((from, Day { day: last, ..to }))
}

fn weight(name: &str) -> f64 {
    lexicon().event(name)
}

fn score(tokens: &[Token], mention: &Mention, paragraph: usize, of_thing: bool) -> f64 {
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
    // «Đảng bộ cũng đã đại hội trong các ngày 18, 19/6»: one of the things that the article looks back on.
    let told = tokens[sentence_start(tokens, start)..start]
        .windows(2)
        .any(|w| matches!((w[0].word(), w[1].word()), ("cũng" | "trước", "đã" | "đó") | ("đây", "nhất")));
    add("looked-back", paragraph > 0 && told);
    add("not-event-word", of_thing);
    score
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

/// The sentence that the date stands in.
fn sentence<'a>(tokens: &'a [Token], mention: &Mention) -> &'a [Token] {
    &tokens[sentence_start(tokens, mention.tokens.start)..sentence_end(tokens, mention.tokens.end)]
}

pub(super) fn sentence_start(tokens: &[Token], at: usize) -> usize {
    let floor = at.saturating_sub(NEAR * 4);
    (floor..at).rev().find(|i| ends_sentence(tokens, *i)).map_or(floor, |i| i + 1)
}

pub(super) fn sentence_end(tokens: &[Token], at: usize) -> usize {
    let ceiling = tokens.len().min(at + NEAR * 4);
    (at..ceiling).find(|i| ends_sentence(tokens, *i)).unwrap_or(ceiling)
}

fn ends_sentence(tokens: &[Token], at: usize) -> bool {
    matches!(tokens[at].sign(), Some('.' | '!' | '?' | ';')) && tokens.get(at + 1).is_none_or(|t| t.spaced)
}
