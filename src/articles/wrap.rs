//! Lines as the article had them: those broken to a fixed width, or anywhere within sentences, are put together again, and
//! a lead is parted from the clock before it.

use super::dates::{scan, time};
use super::decode::{Line, Page};
use super::text::Mapped;
use super::tokens::tokens;

/// Characters of the longest line up to which a page may be one with broken lines.
const WIDEST: usize = 120;
/// Characters of the shortest such width.
const NARROWEST: usize = 50;
/// Characters that a word may leave free at a full line's end.
const SLACK: usize = 14;

/// Lines at the page's head that may begin with the clock of its publishing.
const HEAD: usize = 8;
/// Words of a lead at least.
const LEAD: usize = 12;
/// Bytes of a line that are looked at for it.
const LONGEST: usize = 400;

/// The page with a lead set apart from the time and date before it: `10:31 04/02/2023 Sáng 3/2, …`.
pub fn part_dates(mut page: Page) -> Page {
    for index in 0..page.lines.len().min(HEAD) {
        let line = page.lines[index].clone();
        let text = page.line(&line);
        let Some(at) = lead_after_date(&text[..text.floor_char_boundary(LONGEST)]) else { continue };
        let middle = line.range.start + at;
        page.lines[index].range.end = line.range.start + text[..at].trim_end().len();
        let lead = Line { range: middle..line.range.end, after_blank: true, ..line };
        page.lines.insert(index + 1, lead);
        break;
    }
    page
}

/// Where the lead begins after a time and a date with its year.
fn lead_after_date(text: &str) -> Option<usize> {
    let tokens = tokens(text);
    let date = time(&tokens, 0)?;
    let mention = scan(&tokens).into_iter().next()?;
    let lead = tokens.get(mention.tokens.end)?;
    let whole = mention.tokens.start <= date && mention.year.is_some() && mention.days.is_some();
    let words = tokens[mention.tokens.end..].iter().filter(|t| !t.word().is_empty()).count();
    let begins = text[lead.range.clone()].starts_with(char::is_uppercase);
    (whole && begins && words >= LEAD).then_some(lead.range.start)
}

/// The page with broken lines joined, where it has such lines; else as it is.
pub fn unwrap_lines(page: Page) -> Page {
    let lengths: Vec<usize> = page.lines.iter().map(|line| page.line(line).chars().count()).collect();
    let width = lengths.iter().copied().max().unwrap_or(0);
    if !(NARROWEST..=WIDEST).contains(&width) {
        return join_sentences(page);
    }
    let goes_on = |index: usize| {
        let next = page.lines.get(index + 1);
        lengths[index] + SLACK >= width && next.is_some_and(|line| !line.after_blank)
    };
    let full: Vec<usize> = (0..lengths.len()).filter(|index| goes_on(*index)).collect();
    let broken =
        full.iter().filter(|index| !page.line(&page.lines[**index]).ends_with(['.', '!', '?', ':', ';']));
    let broken = broken.count();
    if broken < 2 || broken * 2 < full.len() {
        return join_sentences(page);
    }
    let breaks: Vec<bool> = (0..lengths.len()).map(goes_on).collect();
    join_lines(page, &breaks)
}

/// Lines broken within a sentence, at any width: the next begins with a small letter and no blank line stands between.
fn join_sentences(page: Page) -> Page {
    let broken = |index: usize| {
        let text = page.line(&page.lines[index]);
        let open = text.ends_with(|c: char| c.is_alphanumeric() || c == ',') && text.contains(' ');
        let small = |line: &Line| {
            let next = page.line(line);
            !line.after_blank && next.starts_with(char::is_lowercase) && next.contains(' ')
        };
        open && page.lines.get(index + 1).is_some_and(small)
    };
    let breaks: Vec<bool> = (0..page.lines.len()).map(broken).collect();
    if breaks.iter().filter(|broken| **broken).count() < 2 {
        return page;
    }
    join_lines(page, &breaks)
}

/// Joins each line that is marked with the next.
fn join_lines(page: Page, breaks: &[bool]) -> Page {
    let mut joined = Page { unprintable: page.unprintable, ..Page::default() };
    let mut open = false;
    for (index, line) in page.lines.iter().enumerate() {
        let start = joined.text.as_str().len();
        match joined.lines.last_mut().filter(|_| open) {
            Some(last) => {
                join(&mut joined.text, &page.text, line);
                last.range.end = joined.text.as_str().len();
            }
            None => {
                joined.text.append(&page.text, line.range.clone());
                let range = start..joined.text.as_str().len();
                joined.lines.push(Line { range, ..line.clone() });
            }
        }
        open = breaks[index];
    }
    joined
}

fn join(text: &mut Mapped, from: &Mapped, line: &Line) {
    let end = text.file_span(0..text.as_str().len()).end;
    let start = from.file_span(line.range.clone()).start;
    text.push(" ", end..start);
    text.append(from, line.range.clone());
}
