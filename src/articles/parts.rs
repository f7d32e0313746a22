//! From states of lines to title, author, body and furniture.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Furniture;
use super::decode::Page;
use super::heading::{glued_caption, source_mark};
use super::lexicon::lexicon;
use super::names::{is_initials, is_name, signature};
use super::signs::{Signs, is_item};
use super::text::Mapped;
use super::tokens::{Token, tokens};
use super::zones::State;
use crate::vietnamese::fold;

/// Characters from which on a line may be one that was broken to fit a width.
const WRAPPED: usize = 50;

/// Bytes of a paragraph's end in which a signature is looked for.
const SIGNED: usize = 60;

/// Characters of a line's start that tell it from others.
const STEM: usize = 40;

/// A page taken apart.
#[derive(Default)]
pub struct Parts {
    /// Title.
    pub title: Option<String>,
    /// Its lines.
    pub headlines: Vec<Mapped>,
    /// Author.
    pub author: Option<String>,
    /// Source mark.
    pub source_mark: Option<String>,
    /// Paragraphs.
    pub body: Vec<Mapped>,
    /// What was left out, in order.
    pub furniture: Vec<Furniture>,
}

/// Takes a page apart by the states of its lines.
pub fn parts(page: &Page, signs: &[Signs], states: &[State]) -> Parts {
    let mut taker = Taker { page, signs, parts: Parts::default(), titles: Vec::new(), seen: BTreeSet::new() };
    let starts = ellipsis_targets(page, states);
    let mut previous_body: Option<usize> = None;
    for (index, state) in states.iter().enumerate() {
        match state {
            State::Title => taker.title(index),
            State::Body => {
                if taker.doubled(index, &starts) {
                    taker.leave_out(index, "doubled");
                } else if previous_body.is_some_and(|p| p + 1 == index) && taker.goes_on(index) {
                    taker.join(index);
                    previous_body = Some(index);
                } else {
                    taker.paragraph(index);
                    previous_body = Some(index);
                }
            }
            State::Author => taker.author(index),
            _ => taker.furniture(index, *state),
        }
    }
    taker.finish()
}

/// What takes a page apart, line by line.
pub(super) struct Taker<'a> {
    pub(super) page: &'a Page,
    signs: &'a [Signs],
    pub(super) parts: Parts,
    pub(super) titles: Vec<String>,
    seen: BTreeSet<String>,
}

impl Taker<'_> {
    pub(super) fn text(&self, index: usize) -> &str {
        self.page.line(&self.page.lines[index])
    }

    pub(super) fn leave_out(&mut self, index: usize, reason: &'static str) {
        let range = self.page.lines[index].range.clone();
        let span = self.page.text.file_span(range);
        let text = self.text(index).to_owned();
        self.furnish(text, span, reason);
    }

    /// Lists what is left out: its text, its bytes in the file, and why.
    pub(super) fn furnish(&mut self, text: String, span: Range<usize>, reason: &'static str) {
        self.parts.furniture.push(Furniture { text, reason, start: span.start, end: span.end });
    }

    /// Whether the line says again what the page has said, or begins what it says in full elsewhere.
    fn doubled(&self, index: usize, starts: &BTreeSet<String>) -> bool {
        let text = self.text(index);
        let folded = fold(text);
        let title =
            self.titles.iter().any(|title| fold(title) == folded) || fold(&self.titles.join(" ")) == folded;
        let cut = cut_text(text).is_some_and(|stem| starts.contains(&stem));
        title || self.seen.contains(&folded) || cut || self.lead_again(text)
    }

    /// Whether the line is the lead once more, with a word or two changed.
    fn lead_again(&self, text: &str) -> bool {
        let [lead] = self.parts.body.as_slice() else { return false };
        let lengths = (lead.as_str().len() as f64, text.len() as f64);
        let alike = (lengths.0 - lengths.1).abs() <= lengths.0 * 0.12;
        alike && text.chars().count() > 2 * STEM && stem(lead.as_str()) == stem(text)
    }

    /// Whether the line continues the one before, broken only to fit a width.
    fn goes_on(&self, index: usize) -> bool {
        if self.page.lines[index].after_blank {
            return false;
        }
        let before = self.parts.body.last().map_or("", |p| p.as_str());
        let open = !before.ends_with(['.', '!', '?', ':', ';', '…', '”', '"']);
        let text = self.text(index);
        open && before.chars().count() >= WRAPPED
            && text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
    }

    fn join(&mut self, index: usize) {
        let range = self.page.lines[index].range.clone();
        let gap = self.page.text.file_span(range.clone()).start;
        if let Some(last) = self.parts.body.last_mut() {
            let end = last.file_span(0..last.as_str().len()).end;
            last.push(" ", end..gap);
            last.append(&self.page.text, range);
        }
    }

    pub(super) fn paragraph(&mut self, index: usize) {
        let mut range = self.page.lines[index].range.clone();
        let text = self.text(index).to_owned();
        self.seen.insert(fold(&text));
        range.start += self.before_lead(index, &text);
        let text = self.page.text.as_str()[range.clone()].to_owned();
        if self.parts.source_mark.is_none()
            && self.parts.body.len() < 2
            && let Some((mark, rest)) = source_mark(&text)
        {
            self.parts.source_mark = Some(text[mark].to_owned());
            let span = self.page.text.file_span(range.start..range.start + rest);
            let text = text[..rest].trim_end().to_owned();
            self.furnish(text, span, "source-mark");
            range.start += rest;
        }
        let trimmed = self.page.text.as_str()[range.clone()].trim_end_matches([' ', '|']).len();
        self.parts.body.push(self.page.text.slice(range.start..range.start + trimmed));
    }

    /// How much of the first paragraph stands before its lead: a caption glued to it, a stray dash that begins no list.
    fn before_lead(&mut self, index: usize, text: &str) -> usize {
        if !self.parts.body.is_empty() {
            return 0;
        }
        if let Some(at) = glued_caption(text) {
            let start = self.page.lines[index].range.start;
            let span = self.page.text.file_span(start..start + at - 1);
            let text = text[..at].trim_end().to_owned();
            self.furnish(text, span, "caption");
            return at;
        }
        let list = self.page.lines.get(index + 1).is_some_and(|next| is_item(self.page.line(next)));
        let after = text.trim_start_matches(['-', '–', ' ']);
        if list || after.is_empty() { 0 } else { text.len() - after.len() }
    }

    fn author(&mut self, index: usize) {
        match signature(self.text(index)) {
            Some(name) if self.parts.author.is_none() => self.parts.author = Some(name),
            Some(_) => self.leave_out(index, "credit"),
            None => self.leave_out(index, "credit"),
        }
    }

    fn furniture(&mut self, index: usize, state: State) {
        let signs = &self.signs[index];
        if state == State::Meta && self.parts.author.is_none() {
            self.byline(index);
        }
        let named = lexicon().reasons().iter().find(|(sign, _)| signs.has(sign));
        let reason = match (&signs.date, named) {
            (Some(_), _) if state != State::Other => "date",
            (_, Some((_, reason))) if state != State::Caption && state != State::Other => reason.as_str(),
            _ => match state {
                State::Caption => "caption",
                State::Other => "other-item",
                State::Head => "navigation",
                State::Meta => "byline",
                _ => "related",
            },
        };
        self.leave_out(index, reason);
    }

    /// A name under the title, alone or beside the date.
    fn byline(&mut self, index: usize) {
        let text = self.text(index);
        let look = tokens(text);
        let name = match &self.signs[index].date {
            Some(date) => {
                let listed = |at: &usize| lexicon().list("credit").at(&look[*at..]).is_some();
                // `NGUYÊN ĐOAN (thực hiện) 10/10/2018`, `Tác giả: …`: the role is no part of the name.
                let known = |at: &usize| listed(at) || (*at > 0 && listed(&(at - 1)));
                let rest: Vec<Token> =
                    date.rest.iter().filter(|at| !known(at)).map(|at| look[*at].clone()).collect();
                let together = rest.windows(2).all(|w| {
                    let between = &text[w[0].range.end..w[1].range.start];
                    between.trim_matches([' ', '-', '–', ',', '&']).is_empty()
                });
                match (rest.first(), rest.last()) {
                    (Some(first), Some(last)) if together => {
                        let name = &text[first.range.start..last.range.end];
                        // «Báo Lạng Sơn 06/06/2023» names where the page was taken from.
                        let press = rest.len() > 1 && lexicon().list("press").at(&rest).is_some();
                        let initials = name.contains('.') && is_initials(name, &tokens(name));
                        let signs = initials || is_name(text, &rest);
                        (signs && !press).then(|| name.to_owned())
                    }
                    _ => None,
                }
            }
            None => {
                signature(text).filter(|_| self.signs[index].has("name") || self.signs[index].has("credit"))
            }
        };
        self.parts.author = name;
    }

    fn finish(mut self) -> Parts {
        self.drop_section_name();
        if !self.titles.is_empty() {
            self.parts.title = Some(self.titles.join(" "));
        }
        if self.parts.author.is_none() {
            self.inline_author();
        }
        self.parts.furniture.sort_by_key(|item| item.start);
        self.parts
    }

    /// A name after the last sentence of the last paragraph.
    fn inline_author(&mut self) {
        let Some(last) = self.parts.body.last() else { return };
        let text = last.as_str();
        // «… của tỉnh. M.HẠNH - T.VÂN»: the first stop of the last words after which stands nothing but a name.
        let floor = text.floor_char_boundary(text.len().saturating_sub(SIGNED));
        let stops = text[floor..]
            .match_indices(['.', '…', '!'])
            .map(|(at, stop)| (floor + at, floor + at + stop.len()));
        let signs = |(_, after): &(usize, usize)| {
            let name = text[*after..].trim().trim_matches(['(', ')', '/', ' ']);
            is_name(name, &tokens(name))
        };
        let Some((stop, after)) = stops.into_iter().find(signs) else { return };
        let name = text[after..].trim().trim_matches(['(', ')', '/', ' ']);
        let look = tokens(name);
        if (2..=9).contains(&look.len()) && stop > 40 {
            self.parts.author = Some(name.to_owned());
            let kept = last.slice(0..after);
            if let Some(last) = self.parts.body.last_mut() {
                *last = kept;
            }
        }
    }
}

/// The first characters of every body line, which a cut lead (`…`) may repeat.
fn ellipsis_targets(page: &Page, states: &[State]) -> BTreeSet<String> {
    let body = page.lines.iter().zip(states).filter(|(_, state)| **state == State::Body);
    body.filter_map(|(line, _)| {
        let text = page.line(line);
        if cut_text(text).is_some() { None } else { Some(stem(text)) }
    })
    .collect()
}

/// The stem of a text that is cut off with dots.
fn cut_text(text: &str) -> Option<String> {
    let cut = text.strip_suffix("...").or_else(|| text.strip_suffix('…'))?;
    (cut.chars().count() > 45).then(|| stem(cut))
}

fn stem(text: &str) -> String {
    fold(text).chars().take(STEM).collect()
}
