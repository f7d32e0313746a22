//! Paragraphs with their figures marked in place, as `tests/figures/sentences/*.txt` has them.
//!
//! ```text
//! @ Headline
//! Đảng bộ hiện có {s:11 chi bộ}; trong năm kết nạp {r:9 đảng viên}.
//! ```
//!
//! `s` marks a make-up, `r` a result, `t` a target, `e` what an event has; each line is a paragraph, a blank line ends the
//! item.

use std::ops::Range;

use baocao::figures::{Context, Figure, FigureKind, KindWeights, Reading, extract};
use chrono::NaiveDate;

use crate::places::shared;

/// Paragraphs under their headline, and the places of their figures in bytes.
pub struct Marked {
    /// Headline.
    pub title: String,
    /// The paragraphs without marks, one in each line.
    pub text: String,
    /// Places and kinds.
    pub figures: Vec<(Range<usize>, FigureKind)>,
}

impl Marked {
    /// The items of a file.
    pub fn read(source: &str) -> Vec<Marked> {
        source.split("\n\n").filter_map(|item| Marked::item(item.trim())).collect()
    }

    fn item(item: &str) -> Option<Marked> {
        let (title, marked) = item.strip_prefix("@ ")?.split_once('\n')?;
        let mut parts = marked.split('{');
        let mut read =
            Marked { title: title.to_owned(), text: parts.next()?.to_owned(), figures: Vec::new() };
        for part in parts {
            let (figure, rest) = part.split_once('}')?;
            let (kind, figure) = figure.split_once(':')?;
            let kind = match kind {
                "s" => FigureKind::Structure,
                "r" => FigureKind::Result,
                "t" => FigureKind::Target,
                _ => FigureKind::Event,
            };
            let start = read.text.len();
            read.text.push_str(figure);
            read.figures.push((start..read.text.len(), kind));
            read.text.push_str(rest);
        }
        Some(read)
    }

    /// What the program takes from the paragraphs. `trial`: weights of kinds in place of the built-in ones.
    pub fn reading(&self, trial: Option<&'static KindWeights>) -> Reading {
        let context = Context {
            title: Some(&self.title),
            date: NaiveDate::from_ymd_opt(2023, 8, 23),
            trial,
            ..Context::default()
        };
        let paragraphs: Vec<&str> = self.text.lines().collect();
        let start =
            |paragraph: usize| paragraphs[..paragraph].iter().map(|text| text.len() + 1).sum::<usize>();
        let locate =
            |paragraph, span: Range<usize>| start(paragraph) + span.start..start(paragraph) + span.end;
        extract(&paragraphs, &locate, &context)
    }

    /// The figures that the program takes from the paragraphs, each with the kind it is marked with: that of the mark it shares
    /// most bytes with, each mark taken once.
    pub fn figures_with_kinds(
        &self,
        trial: Option<&'static KindWeights>,
    ) -> Vec<(Figure, Option<FigureKind>)> {
        let reading = self.reading(trial);
        let mut free: Vec<&(Range<usize>, FigureKind)> = self.figures.iter().collect();
        let mut found = Vec::new();
        for figure in reading.figures {
            let shared = |mark: &Range<usize>| shared(mark, &(figure.start..figure.end));
            let best =
                (0..free.len()).filter(|&i| shared(&free[i].0) > 0).max_by_key(|&i| shared(&free[i].0));
            let kind = best.map(|at| free.remove(at).1);
            found.push((figure, kind));
        }
        found
    }
}
