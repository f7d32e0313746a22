//! Rendered Markdown → blocks of the document: headings numbered, trees put in place of their fences.

use std::collections::BTreeMap;

use pulldown_cmark::{Options, Parser};

use crate::compose::ink::Citations;
use crate::compose::ledger::Ledger;
use crate::compose::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::document::{Block, Chart, Run, Table};

/// CommonMark with tables and footnotes.
pub const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES);

/// Info string of the fences that stand for trees.
pub const FENCE: &str = "baocao";

/// A table or chart that a template can call for by its id.
#[derive(Clone, Debug)]
pub enum Tree {
    /// A table; caption and note come from the template.
    Table(Table),
    /// A chart; caption and note come from the template.
    Chart(Chart),
}

/// What lasts over the body and the appendices.
#[derive(Debug, Default)]
pub struct Desk {
    /// Figures and quotations.
    pub ledger: Ledger,
    /// Numbers of cited articles.
    pub citations: Citations,
    /// Footnotes, by id.
    pub footnotes: Vec<Vec<Run>>,
    /// Trees by id.
    pub trees: BTreeMap<String, Tree>,
    /// `Bảng 1`, `Hình 1` by the tree's id.
    pub numbers: BTreeMap<String, String>,
    tables: usize,
    charts: usize,
}

impl Desk {
    /// Numbers the trees of the text in order: `Bảng 1`, `Hình 1`. References may stand before them.
    fn number_trees(&mut self, markdown: &str) {
        let mut lines = markdown.lines();
        while let Some(line) = lines.next() {
            if line.trim_start().strip_prefix("```") != Some(FENCE) {
                continue;
            }
            let Some(id) = lines.next() else { break };
            let (count, word) = match self.trees.get(id) {
                Some(Tree::Table(_)) => (&mut self.tables, "Bảng"),
                Some(Tree::Chart(_)) => (&mut self.charts, "Hình"),
                None => continue,
            };
            *count += 1;
            self.numbers.insert(id.to_owned(), format!("{word} {count}"));
        }
    }
}

/// Reads one rendered template. `file` is named where the rendered text holds what a template must not.
pub fn read(markdown: &str, file: &str, desk: &mut Desk) -> Result<Vec<Block>, Vec<Diagnostic>> {
    desk.number_trees(markdown);
    let mut reader = Reader::new(file, desk);
    for event in Parser::new_ext(markdown, OPTIONS) {
        reader.event(event);
    }
    reader.finish()
}

/// Reads one line of inline Markdown: a title, a subject.
pub fn inline(markdown: &str, file: &str, desk: &mut Desk) -> Result<Vec<Run>, Vec<Diagnostic>> {
    let blocks = read(markdown, file, desk)?;
    let runs = blocks.into_iter().find_map(|b| match b {
        Block::Paragraph { runs, .. } => Some(runs),
        _ => None,
    });
    Ok(runs.unwrap_or_default())
}
