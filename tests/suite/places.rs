//! The sections that readers gave pages and figures: `sections.tsv` beside the pages.
//!
//! A line for each: page, bytes of the figure (`944..963`) or `page`, section (two with `/` between where readers differ),
//! phrase.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// Where the figures of one page belong.
#[derive(Default)]
pub struct Places {
    /// The page's own sections.
    pub page: Vec<String>,
    /// Bytes of each figure's mark and its sections.
    pub figures: Vec<(Range<usize>, Vec<String>)>,
}

/// By page, without `.txt`; nothing where the folder has no such file.
pub fn read(folder: &Path) -> BTreeMap<String, Places> {
    let mut found: BTreeMap<String, Places> = BTreeMap::new();
    let text = std::fs::read_to_string(folder.join("sections.tsv")).unwrap_or_default();
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (Some(page), Some(place), Some(sections)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let sections = sections.split('/').map(str::to_owned).collect();
        let places = found.entry(page.to_owned()).or_default();
        let span =
            place.split_once("..").and_then(|(start, end)| Some(start.parse().ok()?..end.parse().ok()?));
        match span {
            Some(span) => places.figures.push((span, sections)),
            None => places.page = sections,
        }
    }
    found
}

/// How many bytes two places share.
pub fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

impl Places {
    /// The sections of the figure with these bytes: of the mark that shares most of them.
    pub fn of(&self, start: usize, end: usize) -> Option<&[String]> {
        let shared = |mark: &Range<usize>| shared(mark, &(start..end));
        let marks = self.figures.iter().filter(|(mark, _)| shared(mark) > 0);
        marks.max_by_key(|(mark, _)| shared(mark)).map(|(_, sections)| sections.as_slice())
    }
}
