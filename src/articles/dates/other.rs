//! What makes a date another thing's than the event's: a document's, a founding's, a feast's, a deadline's, an earlier
//! stage's.

use super::event::{sentence_end, sentence_start};
use super::scan::Mention;
use crate::articles::lexicon::lexicon;
use crate::articles::tokens::Token;

/// Days from which on an interval is a span that is looked at, or a campaign, and no event.
const LONG: i64 = 45;
/// Before this year lie foundings and births.
const EARLIEST: i32 = 1990;
/// Tokens after a date among which it is told that a document was issued.
const CLAUSE: usize = 24;

/// Whether the words around the date make it another thing's.
pub fn of_another_thing(tokens: &[Token], mention: &Mention) -> bool {
    let start = mention.tokens.start;
    if opens_earlier(tokens, start) {
        return true;
    }
    let interval = mention.days.is_some_and(|(from, to)| from != to);
    let sure = mention.half.is_some() || mention.relative.is_some() || interval;
    !sure
        && (follows_another_thing(tokens, start)
            || belongs(tokens, start)
            || lexicon().list("after-date").at(&tokens[mention.tokens.end..]).is_some()
            || numbered(tokens, mention)
            || without_occasion(tokens, mention, "issued"))
}

/// Takes out `3/2/1930 - 3/2/2024`: an anniversary's first and last year.
pub fn pair(mentions: &mut Vec<Mention>) {
    let years = |at: usize| {
        let (first, last) = (&mentions[at - 1], &mentions[at]);
        let close = last.tokens.start <= first.tokens.end + 3 && first.days == last.days;
        close && first.year.zip(last.year).is_some_and(|(a, b)| a < b)
    };
    let pairs: Vec<usize> = (1..mentions.len()).filter(|at| years(*at)).collect();
    let mut at = 0..;
    let paired = |at: usize| pairs.binary_search(&at).is_ok();
    mentions.retain(|_| at.next().is_none_or(|at| !paired(at) && !paired(at + 1)));
}

/// Whether the date lies before the newspapers that are saved, or its interval is longer than any event.
pub fn no_event(mention: &Mention) -> bool {
    let Some((from, to)) = mention.days else { return false };
    if mention.year.is_some_and(|year| year < EARLIEST) {
        return true;
    }
    let year = mention.year.unwrap_or(2020);
    let first = mention.first_year.unwrap_or(if from > to { year - 1 } else { year });
    let ends = from.in_year(first).zip(to.in_year(year));
    ends.is_some_and(|(from, to)| (to - from).num_days() >= LONG)
}

/// `Trước đó, chiều 5/3, …`, `Nhân ngày 27/7`: what happened before, or the day that gives the occasion.
fn opens_earlier(tokens: &[Token], start: usize) -> bool {
    let from = sentence_start(tokens, start);
    let feast = start == from + 1 && tokens[from].word() == "nhân";
    feast || from < start && lexicon().list("earlier").at(&tokens[from..start]).is_some()
}

/// Whether the words just before the date make it a document's, an anniversary's or a deadline.
fn follows_another_thing(tokens: &[Token], start: usize) -> bool {
    let into = start > 0 && tokens[start - 1].word() == "vào";
    let end = start - usize::from(into);
    let acts = lexicon().list("dated-act");
    let act = (start.saturating_sub(5)..end).any(|from| acts.at(&tokens[from..end]) == Some(end - from));
    if act || into {
        return act;
    }
    let from = start.saturating_sub(4).max(clause_start(tokens, start));
    let list = lexicon().list("not-event");
    (from..start).any(|at| list.at(&tokens[at..start]).is_some())
        || (start >= 2 && tokens[start - 1].sign() == Some('('))
}

/// `Chậm nhất là ngày`, `kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh 19/5`: what the clause begins with has the date, unless
/// it tells of an event first.
fn belongs(tokens: &[Token], start: usize) -> bool {
    let list = lexicon().list("other-thing");
    let mut from = clause_start(tokens, start)..start;
    let begins = from.find_map(|at| list.at(&tokens[at..start]).map(|taken| at + taken));
    begins.is_some_and(|after| !lexicon().list("event").within(&tokens[after..start]))
}

/// `Kế hoạch số 103-KH/ĐU, ngày 15/01/2024 của …`: a comma between a document's number and its date. A date that goes on
/// with a comma and says no year may be the event's.
fn numbered(tokens: &[Token], mention: &Mention) -> bool {
    let Some(comma) = mention.tokens.start.checked_sub(1).filter(|at| tokens[*at].sign() == Some(',')) else {
        return false;
    };
    let clause = &tokens[clause_start(tokens, comma)..comma];
    let paper = lexicon().list("paper");
    let number = |at: usize| {
        let sign = |by: usize| clause.get(at + by).and_then(Token::sign);
        let named = clause.get(at + 2).is_some_and(|t| !t.word().is_empty());
        let code = named && (sign(1) == Some('/') || sign(1) == Some('-') && sign(3) == Some('/'));
        let called = |taken: usize| clause.get(at + taken).is_some_and(|t| t.number().is_some());
        clause[at].number().is_some() && code
            || clause[at].word() == "số" && called(1)
            || paper.at(&clause[at..]).is_some_and(called)
    };
    // A document that has its date already leaves the next one free.
    let dated = matches!(clause, [.., sign, last] if last.number().is_some() && sign.sign() == Some('/'));
    let document = !dated && (0..clause.len()).any(number);
    let goes_on = tokens.get(mention.tokens.end).and_then(Token::sign) == Some(',');
    document && (mention.year.is_some() || !goes_on)
}

/// `Ngày 15/3, Tỉnh ủy ban hành Nghị quyết …`, `Hôm nay 4/7, Phó Trưởng ban … cho biết: …`: something was issued or said
/// on that day, and no occasion is told.
pub fn without_occasion(tokens: &[Token], mention: &Mention, act: &str) -> bool {
    let from = mention.tokens.end;
    let to = sentence_end(tokens, from).min(from + CLAUSE);
    let acts = lexicon().list(act);
    let Some(at) = (from..to).find(|at| acts.at(&tokens[*at..to]).is_some()) else { return false };
    !lexicon().list("occasion").within(&tokens[from..at])
}

/// Where the clause before `start` begins: after a comma, or with its sentence.
fn clause_start(tokens: &[Token], start: usize) -> usize {
    let from = sentence_start(tokens, start);
    (from..start).rev().find(|at| tokens[*at].sign() == Some(',')).map_or(from, |at| at + 1)
}
