//! The states of a page's lines: the likeliest path through title, body, captions and furniture (Viterbi).

use super::lexicon::{Lexicon, lexicon};
use super::signs::Signs;

/// What part of a page a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Menus and clocks above the title.
    Head,
    /// Kicker and headline.
    Title,
    /// Dates, counters and bylines below the title.
    Meta,
    /// The article.
    Body,
    /// Under a picture.
    Caption,
    /// Boxes and buttons inside the article.
    Inset,
    /// Signature.
    Author,
    /// Another body's item in the same page.
    Other,
    /// Everything after the article.
    Tail,
}

const STATES: [(State, &str); 9] = [
    (State::Head, "head"),
    (State::Title, "title"),
    (State::Meta, "meta"),
    (State::Body, "body"),
    (State::Caption, "caption"),
    (State::Inset, "inset"),
    (State::Author, "author"),
    (State::Other, "other"),
    (State::Tail, "tail"),
];

const IMPOSSIBLE: f64 = -1.0e9;

/// The state of every line, by the weights and transitions of the lexicon. Ties go to the earlier state.
pub fn states(signs: &[Signs]) -> Vec<State> {
    let table = Table::new(lexicon());
    let mut best = table.start;
    let mut from: Vec<[u8; STATES.len()]> = Vec::with_capacity(signs.len());
    for (index, line) in signs.iter().enumerate() {
        let emission = table.emission(line);
        if index == 0 {
            for (score, added) in best.iter_mut().zip(emission) {
                *score += added;
            }
            from.push([0; STATES.len()]);
            continue;
        }
        let mut next = [IMPOSSIBLE; STATES.len()];
        let mut back = [0u8; STATES.len()];
        for (to, slot) in next.iter_mut().enumerate() {
            for (origin, score) in best.iter().enumerate() {
                let reached = score + table.transitions[origin][to];
                if reached > *slot {
                    *slot = reached;
                    back[to] = origin as u8;
                }
            }
            *slot += emission[to];
        }
        best = next;
        from.push(back);
    }
    let mut path = trace(&best, &from);
    if !path.contains(&State::Title)
        && let Some(index) = lost_headline(signs, &path)
    {
        path[index] = State::Title;
    }
    path
}

/// The line that is the headline of a page that seems to have none: the first, where it reads like a caption, or the
/// first of the article, where it is one short sentence that tells no day.
fn lost_headline(signs: &[Signs], path: &[State]) -> Option<usize> {
    let none = |index: usize, marks: &[&str]| !marks.iter().any(|mark| signs[index].has(mark));
    // Under the masthead and right above the date.
    if signs.first().is_some_and(|first| first.has("masthead")) {
        let dated = (2..signs.len().min(8)).find(|&at| signs[at].has("date-line"))?;
        let marks = ["masthead", "navigation", "breadcrumb", "image", "ui", "words-1-3", "words-41-up"];
        return none(dated - 1, &marks).then_some(dated - 1);
    }
    let close = signs.get(1).is_some_and(|next| !next.has("blank-before"));
    if path.first() == Some(&State::Caption) {
        let marks = ["doubled", "photo", "photo-below", "image", "copyright", "ui", "address"];
        return (close && signs[0].has("no-stop") && none(0, &marks)).then_some(0);
    }
    let first = path.iter().take(8).position(|state| *state == State::Body)?;
    let next = path[first + 1..].iter().position(|state| *state == State::Body)? + first + 1;
    let marks = [
        "sentences",
        "dated-lead",
        "tells-day",
        "source-mark",
        "bullet",
        "introduces",
        "colon",
        "photo",
        "doubled",
        "told",
        "copyright",
        "ui",
        "caption-place",
    ];
    let long = ["words-25-40", "words-41-up"].iter().any(|size| signs[next].has(size));
    let begins = path[..first].iter().all(|state| matches!(state, State::Head | State::Meta));
    (begins && long && signs[first].has("words-8-24") && none(first, &marks)).then_some(first)
}

fn trace(best: &[f64; STATES.len()], from: &[[u8; STATES.len()]]) -> Vec<State> {
    let mut at = 0;
    for (index, score) in best.iter().enumerate() {
        if *score > best[at] {
            at = index;
        }
    }
    let mut path = Vec::with_capacity(from.len());
    for back in from.iter().rev() {
        path.push(STATES[at].0);
        at = usize::from(back[at]);
    }
    path.reverse();
    path
}

/// The lexicon's numbers by index.
struct Table {
    start: [f64; STATES.len()],
    transitions: [[f64; STATES.len()]; STATES.len()],
    lexicon: &'static Lexicon,
}

impl Table {
    fn new(lexicon: &'static Lexicon) -> Table {
        let row = |from: &str| STATES.map(|(_, to)| lexicon.transition(from, to).unwrap_or(IMPOSSIBLE));
        Table { start: row("start"), transitions: STATES.map(|(_, from)| row(from)), lexicon }
    }

    fn emission(&self, line: &Signs) -> [f64; STATES.len()] {
        STATES.map(|(_, state)| line.found.iter().map(|(sign, s)| s * self.lexicon.weight(sign, state)).sum())
    }
}
