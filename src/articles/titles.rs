//! From lines of a headline to the title.

use super::dates::{DateLine, date_line};
use super::heading::source_mark;
use super::lexicon::lexicon;
use super::parts::Taker;
use super::tokens::{Token, tokens};
use super::website;
use crate::vietnamese::fold;

/// Distinct lines that a title may have: a kicker, a headline and its second line.
const TITLE_LINES: usize = 3;
/// Words from which on a headline is none of a section.
const HEADLINE_WORDS: usize = 5;
/// Share of a headline's words from which on they are a section's name.
const SECTION: f64 = 0.7;

/// The bracket that ends a line.
fn last_bracket(text: &str) -> Option<usize> {
    text.trim_end().strip_suffix(')').and_then(|text| text.rfind('('))
}

/// Where the name of the website starts that a headline ends with: `… - Báo Hà Giang điện tử`.
fn site_name(text: &str) -> Option<usize> {
    let (at, sign) = text.match_indices(['-', '–', '|']).next_back()?;
    let name = fold(text[at + sign.len()..].trim());
    let newspaper = name.starts_with("báo ") && (name.ends_with(" điện tử") || name.ends_with(" online"));
    let portal = name.starts_with("cổng thông tin") || name.starts_with("trang thông tin");
    (text[..at].ends_with(' ') && (newspaper || portal)).then_some(at)
}

/// Where something starts that a headline ends with and that is none of it, and what it is: a website's name, a counter
/// (`Đảng bộ Khối tổng kết năm 2016 (Lượt xem: 571)`) or a stamp (`… (10:11 27/11/2017)`).
fn appendage(text: &str) -> Option<(usize, &'static str)> {
    if let Some(at) = site_name(text) {
        return Some((at, "navigation"));
    }
    let open = last_bracket(text)?;
    let counter = website::is_counter(&tokens(&text[open..]));
    let reason = if counter { "counter" } else { stamp(text).map(|_| "date")? };
    Some((open, reason))
}

/// The date with a time that a headline ends with in a bracket: when the page was published.
pub(super) fn stamp(text: &str) -> Option<DateLine> {
    let inside = text[last_bracket(text)? + 1..].trim_end().strip_suffix(')')?;
    date_line(&tokens(inside)).filter(|date| date.timed)
}

/// `I. NHỮNG NĂM ĐẦU`, `1. Quá trình hình thành`: heads a part of the article.
fn is_numbered(text: &str) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X');
    text.split_once(['.', '/', ')']).is_some_and(|(number, rest)| {
        (1..=4).contains(&number.len()) && number.chars().all(numeral) && rest.starts_with(' ')
    })
}

impl Taker<'_> {
    /// Takes a line of the headline.
    pub(super) fn title(&mut self, index: usize) {
        let whole = self.text(index).trim_end_matches(['|', ' ']);
        let first = self.titles.is_empty();
        if !first && is_numbered(whole) {
            self.paragraph(index);
            return;
        }
        // «• Chú trọng phát triển đảng viên»
        let text = if first { whole.trim_start_matches(['•', '▪', '-', '–', ' ']) } else { whole };
        let bullet = whole.len() - text.len();
        let marked = source_mark(text).filter(|_| text.starts_with('('));
        // «(VOV) - Tỉnh kỷ luật 6 cá nhân …» under the headline is the lead.
        let dashed = |after: &str| after.trim_start().starts_with(['-', '–', ':']);
        let lead = marked.is_some() && text.split_once(')').is_some_and(|(_, after)| dashed(after));
        if lead && !self.titles.is_empty() {
            self.paragraph(index);
            return;
        }
        // «(TTV) Đảng bộ Khối …»: the headline keeps what stands at its head, as the page prints it.
        let mark = marked.map(|(mark, _)| text[mark].to_owned());
        let end = text.len();
        let (text, appended) = match appendage(text) {
            Some((open, reason)) => (text[..open].trim_end(), Some((text[open..].to_owned(), reason))),
            None => (text, None),
        };
        let text = text.to_owned();
        if self.parts.source_mark.is_none() {
            self.parts.source_mark = mark;
        }
        let start = self.page.lines[index].range.start + bullet;
        if let Some((rest, reason)) = appended {
            let span = self.page.text.file_span(start + end - rest.len()..start + end);
            self.furnish(rest, span, reason);
        }
        let folded = fold(&text);
        let known = self.in_capitals(&text)
            || self.titles.iter().any(|title| {
                let title = fold(title);
                title == folded
                    || title.starts_with(&format!("{folded} "))
                    || title.ends_with(&format!(" {folded}"))
                    || folded.starts_with(&format!("{title} - "))
            });
        if known || self.titles.len() == TITLE_LINES {
            self.leave_out(index, "doubled");
        } else {
            self.parts.headlines.push(self.page.text.slice(start..start + text.len()));
            self.titles.push(text);
        }
    }

    /// Whether the line is the headline once more, or a part of it, in capitals, perhaps with a word changed.
    fn in_capitals(&self, text: &str) -> bool {
        let small = |text: &str| text.chars().any(char::is_lowercase);
        let said = tokens(&self.titles.join(" "));
        let words: Vec<Token> = tokens(text).into_iter().filter(|t| t.sign().is_none()).collect();
        let again = words.iter().filter(|word| said.iter().any(|t| t.kind == word.kind)).count();
        let louder = !small(text) && self.titles.iter().any(|title| small(title));
        louder && words.len() > 3 && again * 10 >= words.len() * 8
    }

    /// A section's name is no headline, where the page lost its headline: it is short, and a word of menus or of nothing
    /// that the article tells.
    pub(super) fn drop_section_name(&mut self) {
        let [only] = self.parts.headlines.as_slice() else { return };
        let text = only.as_str().to_owned();
        let section = lexicon().list("navigation").cover(&tokens(&text)) >= SECTION;
        let short = text.split(' ').count() < HEADLINE_WORDS;
        if !short || !section && self.is_told(&text) {
            return;
        }
        let span = only.file_span(0..text.len());
        self.furnish(text, span, "navigation");
        self.parts.headlines.clear();
        self.titles.clear();
    }

    /// Whether two words of the text stand side by side in the article too.
    fn is_told(&self, text: &str) -> bool {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let pairs: Vec<String> = words.windows(2).map(|pair| pair.join(" ")).collect();
        let body = self.parts.body.iter().map(|paragraph| fold(paragraph.as_str()));
        body.into_iter().any(|paragraph| pairs.iter().any(|pair| paragraph.contains(pair)))
    }
}
