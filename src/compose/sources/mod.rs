//! The appendix of sources: what the report has used, and its tables of articles, office files and formulas.

mod files;
mod formulas;
mod press;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::compose::visit::{self, Visit};
use crate::document::{Block, FigureId, Origin, Table};
use crate::quantity::Quotation;

pub use files::office_files;
pub use formulas::formulas;
pub use press::{corrections, press, unreviewed};

/// What the report has used so far, in reading order.
#[derive(Debug, Default)]
pub struct Used {
    /// Figures with the place of their first use.
    pub figures: Vec<(FigureId, String)>,
    /// Quotations with the place of their first use.
    pub quotations: Vec<(Arc<Quotation>, String)>,
}

impl Used {
    /// Adds what the blocks use; `place` is what they stand in, for an appendix.
    pub fn add(&mut self, blocks: &mut [Block], place: &str) {
        let mut seen: BTreeSet<FigureId> = self.figures.iter().map(|(id, _)| *id).collect();
        let mut places = Places { fixed: place.to_owned(), ..Places::default() };
        visit::blocks(blocks, &mut |visit| match visit {
            Visit::Block(block) => places.enter(block),
            Visit::Figure(id) if seen.insert(*id) => self.figures.push((*id, places.here())),
            Visit::Run(run) => {
                if let Some(id) = run.figure.filter(|id| seen.insert(*id)) {
                    self.figures.push((id, places.here()));
                }
                if let Origin::Quoted(q) = &run.origin
                    && !self.quotations.iter().any(|(known, _)| Arc::ptr_eq(known, q))
                {
                    self.quotations.push((q.clone(), places.here()));
                }
            }
            Visit::Figure(_) => {}
        });
    }
}

/// Where a block stands, in words.
#[derive(Default)]
struct Places {
    fixed: String,
    part: String,
    section: String,
    point: String,
    tree: Option<String>,
}

impl Places {
    fn enter(&mut self, block: &Block) {
        self.tree = None;
        match block {
            Block::Part { number, .. } => {
                self.part.clone_from(number);
                self.section.clear();
                self.point.clear();
            }
            Block::Heading { level: 2, number, .. } => {
                self.section = number.trim_end_matches('-').to_owned();
                self.point.clear();
            }
            Block::Heading { level: 3, number, .. } => self.point = number.trim_end_matches('.').to_owned(),
            Block::Table(Table { caption, .. }) | Block::Chart(crate::document::Chart { caption, .. }) => {
                self.tree = caption.first().map(|r| r.text.trim_end_matches('.').replace('\u{a0}', " "));
            }
            _ => {}
        }
    }

    fn here(&self) -> String {
        if let Some(tree) = &self.tree {
            return tree.clone();
        }
        if !self.fixed.is_empty() {
            return self.fixed.clone();
        }
        match (self.section.is_empty(), self.point.is_empty()) {
            (true, _) if self.part.is_empty() => "mở đầu".to_owned(),
            (true, _) => self.part.clone(),
            (false, true) => format!("mục {}{}", self.section, self.of_part()),
            (false, false) => format!("mục {}.{}{}", self.section, self.point, self.of_part()),
        }
    }
}

impl Places {
    /// The part, where its sections bear numbers that those of the first part bear too.
    fn of_part(&self) -> String {
        let first = self.part.is_empty() || self.part.ends_with(" nhất");
        if first { String::new() } else { format!(", {}", self.part) }
    }
}

fn joined(places: &[String]) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for place in places {
        if !distinct.contains(&place.as_str()) {
            distinct.push(place);
        }
    }
    distinct.join("; ")
}

/// Whether a place is in the body's text, not in an appendix or a chart.
fn in_body(place: &str) -> bool {
    !place.starts_with("Phụ lục") && !place.starts_with("Hình")
}
