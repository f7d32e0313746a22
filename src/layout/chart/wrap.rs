//! Wrapping of labels: even lines, breaks at U+0020, words cut only where nothing else helps.

use crate::document::{FigureId, Run};
use crate::vietnamese::nfc;

use super::pen::{LABEL, Line, Pen, STRONG, Type};

impl Pen<'_, '_> {
    /// Runs wrapped to the width: bold runs in the bold face; a break only at U+0020.
    pub fn wrap_runs(&mut self, runs: &[Run], width: f64) -> Vec<Line> {
        let words = words_of(runs);
        self.wrap_words(&words, width)
    }

    /// A label wrapped to the width in as few lines as that takes, and those as even as can be.
    pub fn wrap(&mut self, kind: Type, text: &str, width: f64) -> Vec<Line> {
        let words: Vec<Word> = nfc(text)
            .split([' ', '\n'])
            .filter(|w| !w.is_empty())
            .map(|w| vec![(kind, w.to_owned(), None)])
            .collect();
        self.wrap_words(&words, width)
    }

    fn wrap_words(&mut self, words: &[Word], width: f64) -> Vec<Line> {
        let words = self.split_overlong(words, width);
        let widths: Vec<f64> = words.iter().map(|w| self.word_width(w)).collect();
        let space = self.line(LABEL, " ").width;
        let count = fill(&widths, space, width).len();
        // The narrowest measure that needs no more lines makes them even.
        let (mut low, mut high) = (widths.iter().copied().fold(0.0, f64::max), width);
        for _ in 0..12 {
            let middle = f64::midpoint(low, high);
            if fill(&widths, space, middle).len() <= count { high = middle } else { low = middle }
        }
        let mut start = 0;
        let mut lines = Vec::new();
        for end in fill(&widths, space, high) {
            lines.push(self.join(&words[start..end]));
            start = end;
        }
        lines
    }

    /// Words wider than the width are cut between letters: there is no other place.
    fn split_overlong(&mut self, words: &[Word], width: f64) -> Vec<Word> {
        let mut fitting = Vec::new();
        for word in words {
            if self.word_width(word) <= width {
                fitting.push(word.clone());
                continue;
            }
            for (kind, text, figure) in word {
                // Ties give way before letters do.
                for tied in text.split('\u{a0}').filter(|t| !t.is_empty()) {
                    let mut part = String::new();
                    for c in tied.chars() {
                        let wider = format!("{part}{c}");
                        if !part.is_empty() && self.line(*kind, &wider).width > width {
                            fitting.push(vec![(*kind, std::mem::take(&mut part), *figure)]);
                            part.push(c);
                        } else {
                            part = wider;
                        }
                    }
                    fitting.push(vec![(*kind, part, *figure)]);
                }
            }
        }
        fitting
    }

    fn word_width(&mut self, word: &Word) -> f64 {
        word.iter().map(|(kind, text, _)| self.line(*kind, text).width).sum()
    }

    fn join(&mut self, words: &[Word]) -> Line {
        let mut spans: Vec<(Type, String)> = Vec::new();
        let mut line = Line::default();
        for (i, word) in words.iter().enumerate() {
            if i > 0
                && let Some((_, text)) = spans.last_mut()
            {
                text.push(' ');
            }
            for (kind, text, figure) in word {
                match spans.last_mut() {
                    Some((last, joined)) if last == kind => joined.push_str(text),
                    _ => spans.push((*kind, text.clone())),
                }
                line.figures.extend(figure.filter(|f| !line.figures.contains(f)));
            }
        }
        for (kind, text) in spans {
            self.push(&mut line, kind, &text);
        }
        line
    }
}

/// What stands between two spaces: pieces of runs with their figures.
type Word = Vec<(Type, String, Option<FigureId>)>;

fn words_of(runs: &[Run]) -> Vec<Word> {
    let mut words: Vec<Word> = vec![Vec::new()];
    for run in runs {
        let kind = if run.style.bold { STRONG } else { LABEL };
        for (i, part) in nfc(&run.text).split([' ', '\n']).enumerate() {
            if i > 0 {
                words.push(Vec::new());
            }
            if let (Some(word), false) = (words.last_mut(), part.is_empty()) {
                word.push((kind, part.to_owned(), run.figure));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Where each line ends (one past its last word) when lines are filled one after the other.
fn fill(widths: &[f64], space: f64, measure: f64) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut used = 0.0;
    for (i, width) in widths.iter().enumerate() {
        if i > 0 && used + space + width > measure + 1e-6 {
            ends.push(i);
            used = *width;
        } else {
            used += width + if i > 0 { space } else { 0.0 };
        }
    }
    if !widths.is_empty() {
        ends.push(widths.len());
    }
    ends
}
