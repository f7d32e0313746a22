//! Marked text → runs: figures, names and quotations told apart, ties set, sources cited.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::compose::ledger::Ledger;
use crate::compose::mark::{Pieces, QuotationId, Voucher};
use crate::document::{FootnoteId, LinkTarget, Origin, Run, TextStyle};
use crate::quantity::{Quantity, Source};
use crate::vietnamese;

/// The numbers of the cited articles, in the order of their first citation.
#[derive(Debug, Default)]
pub struct Citations {
    files: Vec<String>,
}

impl Citations {
    /// The article's number, from 1; a new one where it has none yet.
    fn number(&mut self, file: &str) -> usize {
        let at = self.files.iter().position(|f| f == file).unwrap_or_else(|| {
            self.files.push(file.to_owned());
            self.files.len() - 1
        });
        at + 1
    }

    /// Cited files by number; the first has number 1.
    pub fn files(&self) -> &[String] {
        &self.files
    }

    /// Anchor of the row with this number.
    pub fn anchor(number: usize) -> String {
        format!("nguon-{number}")
    }
}

/// Text being put together: a run, and the quotation that it stands in.
#[derive(Clone, Debug)]
struct Piece {
    run: Run,
    quotation: Option<QuotationId>,
}

/// How the text that comes next looks.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Style.
    pub style: TextStyle,
    /// Link.
    pub link: Option<Arc<LinkTarget>>,
}

/// Collects one paragraph.
#[derive(Debug, Default)]
pub struct Paragraph {
    marks: Pieces,
    pieces: Vec<Piece>,
}

impl Paragraph {
    /// Appends marked text.
    pub fn push(&mut self, marked: &str, look: &Look, ledger: &Ledger) {
        for c in marked.chars() {
            let Some(c) = self.marks.take(c) else { continue };
            let voucher = self.marks.voucher();
            let quotation = self.marks.quotation();
            let figure = match voucher {
                Some(Voucher::Figure(id)) => Some(id),
                _ => None,
            };
            let origin = match voucher {
                Some(Voucher::Quotation(id)) => ledger
                    .quotations
                    .get(id.0 as usize)
                    .map_or(Origin::Unstated, |q| Origin::Quoted(q.clone())),
                Some(Voucher::Name) => Origin::Name,
                Some(Voucher::Data) => Origin::Unstated,
                Some(Voucher::Figure(_)) | None => Origin::Template,
            };
            self.append(
                c,
                Run { style: look.style, figure, link: look.link.clone(), origin, ..Run::default() },
                quotation,
            );
        }
    }

    fn append(&mut self, c: char, run: Run, quotation: Option<QuotationId>) {
        if c == ' ' && self.pieces.last().is_none_or(|p| p.run.text.ends_with([' ', '\n'])) {
            return;
        }
        match self.pieces.last_mut() {
            Some(last) if last.quotation == quotation && same(&last.run, &run) => last.run.text.push(c),
            _ => self.pieces.push(Piece { run: Run { text: c.to_string(), ..run }, quotation }),
        }
    }

    /// Appends a finished run: a footnote's mark, a reference.
    pub fn push_run(&mut self, run: Run) {
        self.pieces.push(Piece { run, quotation: None });
    }

    /// Appends a footnote's mark.
    pub fn push_footnote(&mut self, id: FootnoteId, mark: &str) {
        self.push_run(Run {
            text: mark.to_owned(),
            style: TextStyle { superscript: true, ..TextStyle::default() },
            footnote: Some(id),
            origin: Origin::Template,
            ..Run::default()
        });
    }

    /// Appends a line break.
    pub fn push_break(&mut self) {
        while self.pieces.last_mut().is_some_and(|p| p.run.text.ends_with(' ') && p.run.text.pop().is_some())
        {
        }
        self.append('\n', Run { origin: Origin::Template, ..Run::default() }, None);
    }

    /// Whether it has no text.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|p| p.run.text.trim().is_empty())
    }

    /// The text so far.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|p| p.run.text.as_str()).collect()
    }

    /// Takes away the first `count` characters.
    pub fn drop_start(&mut self, mut count: usize) {
        for piece in &mut self.pieces {
            let gone: usize = piece.run.text.chars().take(count).map(char::len_utf8).sum();
            count -= piece.run.text.chars().count().min(count);
            piece.run.text.drain(..gone);
        }
        self.pieces.retain(|p| !p.run.text.is_empty());
    }

    /// The runs, tied, without marks of sources.
    pub fn runs(mut self) -> Vec<Run> {
        self.trim();
        let mut runs: Vec<Run> =
            self.pieces.into_iter().map(|p| p.run).filter(|r| !r.text.is_empty()).collect();
        tie(&mut runs);
        runs
    }

    /// The runs, tied, with the numbers of the cited articles at the ends of the sentences that use them.
    pub fn cited_runs(mut self, ledger: &Ledger, citations: &mut Citations) -> Vec<Run> {
        self.trim();
        let marks = self.citation_marks(ledger, citations);
        let mut runs = Vec::new();
        let mut at = 0;
        for piece in self.pieces {
            let mut run = piece.run;
            let length = run.text.chars().count();
            for (position, numbers) in marks.range(at..at + length) {
                let bytes: usize = run.text.chars().take(position + 1 - at).map(char::len_utf8).sum();
                let rest = run.text.split_off(bytes);
                let tail = Run { text: rest, ..run.clone() };
                runs.push(run);
                runs.extend(superscripts(numbers));
                run = tail;
                at = position + 1;
            }
            at += run.text.chars().count();
            runs.push(run);
        }
        runs.retain(|r| !r.text.is_empty());
        tie(&mut runs);
        runs
    }

    fn trim(&mut self) {
        while let Some(last) = self.pieces.last_mut() {
            last.run.text.truncate(last.run.text.trim_end_matches([' ', '\n']).len());
            if !last.run.text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
    }

    /// Where marks stand: after the last character of a sentence, unless the next one cites the same.
    fn citation_marks(&self, ledger: &Ledger, citations: &mut Citations) -> BTreeMap<usize, Vec<usize>> {
        let text: Vec<char> = self.text().chars().collect();
        let ends = sentence_ends(&text);
        let mut sentences: Vec<Vec<usize>> = vec![Vec::new(); ends.len()];
        let mut at = 0;
        for piece in &self.pieces {
            let sentence = ends.iter().position(|e| at <= *e).unwrap_or(0);
            for file in cited_files(piece, ledger) {
                let number = citations.number(&file);
                if let Some(s) = sentences.get_mut(sentence).filter(|s| !s.contains(&number)) {
                    s.push(number);
                }
            }
            at += piece.run.text.chars().count();
        }
        let repeats = |i: usize| sentences.get(i + 1) == Some(&sentences[i]);
        let kept = (0..ends.len()).filter(|i| !sentences[*i].is_empty() && !repeats(*i));
        kept.map(|i| (ends[i], sorted(&sentences[i]))).collect()
    }
}

fn sorted(numbers: &[usize]) -> Vec<usize> {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers
}

fn same(a: &Run, b: &Run) -> bool {
    let origins = match (&a.origin, &b.origin) {
        (Origin::Quoted(a), Origin::Quoted(b)) => Arc::ptr_eq(a, b),
        (a, b) => a == b,
    };
    origins && a.figure == b.figure && a.style == b.style && a.link == b.link && a.footnote.is_none()
}

/// Index of each sentence's last character; the text's last one always.
fn sentence_ends(text: &[char]) -> Vec<usize> {
    let mut ends = Vec::new();
    for (i, c) in text.iter().enumerate() {
        let closes = matches!(c, '.' | '!' | '?' | '”') && text.get(i + 1) == Some(&' ');
        let full = *c != '”' || i > 0 && matches!(text[i - 1], '.' | '!' | '?');
        if closes && full && text.get(i + 2).is_some_and(|n| n.is_uppercase()) {
            ends.push(i);
        }
    }
    if !text.is_empty() && ends.last() != Some(&(text.len() - 1)) {
        ends.push(text.len() - 1);
    }
    ends
}

/// The articles that vouch for a piece.
fn cited_files(piece: &Piece, ledger: &Ledger) -> Vec<String> {
    let quoted = piece.quotation.and_then(|q| ledger.quotations.get(q.0 as usize)).map(|q| q.file.clone());
    let figure = piece.run.figure.and_then(|f| ledger.figures.get(f.0 as usize));
    let mut files: Vec<String> = quoted.into_iter().collect();
    if let Some(figure) = figure {
        article_files(&figure.quantity, &mut files);
    }
    files
}

fn article_files(quantity: &Quantity, files: &mut Vec<String>) {
    match &*quantity.source {
        Source::Article(quotation) if !files.contains(&quotation.file) => files.push(quotation.file.clone()),
        Source::Formula { inputs, .. } => inputs.iter().for_each(|input| article_files(input, files)),
        _ => {}
    }
}

/// `1`, `1,2` raised, each number a link to its row in the appendix of sources.
pub fn superscripts(numbers: &[usize]) -> Vec<Run> {
    let style = TextStyle { superscript: true, ..TextStyle::default() };
    let mut runs = Vec::new();
    for (i, number) in numbers.iter().enumerate() {
        if i > 0 {
            runs.push(Run { text: ",".to_owned(), style, origin: Origin::Template, ..Run::default() });
        }
        let link = Some(Arc::new(LinkTarget::Anchor(Citations::anchor(*number))));
        runs.push(Run { text: number.to_string(), style, link, origin: Origin::Template, ..Run::default() });
    }
    runs
}

/// Sets the ties over a whole paragraph, so that they hold across runs.
fn tie(runs: &mut [Run]) {
    let whole: String = runs.iter().filter(|r| !r.style.superscript).map(|r| r.text.as_str()).collect();
    let tied = vietnamese::tie(&whole);
    let mut letters = tied.chars();
    for run in runs.iter_mut().filter(|r| !r.style.superscript) {
        let count = run.text.chars().count();
        run.text = letters.by_ref().take(count).collect();
    }
}

/// Runs of marked text in one look.
pub fn runs(marked: &str, style: TextStyle, ledger: &Ledger) -> Vec<Run> {
    let mut paragraph = Paragraph::default();
    paragraph.push(marked, &Look { style, link: None }, ledger);
    paragraph.runs()
}
