//! Pages saved with lines broken to a fixed width: the lines of a paragraph are put together again.

use super::decode::{Line, Page};
use super::text::Mapped;

/// Characters of the longest line up to which a page may be one with broken lines.
const WIDEST: usize = 120;
/// Characters of the shortest such width.
const NARROWEST: usize = 50;
/// Characters that a word may leave free at a full line's end.
const SLACK: usize = 14;

/// The page with broken lines joined, where it has such lines; else as it is.
pub fn unwrap_lines(page: Page) -> Page {
    let lengths: Vec<usize> = page.lines.iter().map(|line| page.line(line).chars().count()).collect();
    let width = lengths.iter().copied().max().unwrap_or(0);
    if !(NARROWEST..=WIDEST).contains(&width) {
        return page;
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
        return page;
    }
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
        open = goes_on(index);
    }
    joined
}

fn join(text: &mut Mapped, from: &Mapped, line: &Line) {
    let end = text.file_span(0..text.as_str().len()).end;
    let start = from.file_span(line.range.clone()).start;
    text.push(" ", end..start);
    text.append(from, line.range.clone());
}
