//! Document → [`Pages`]: shaping, line breaking, tables, charts and pagination.
//!
//! ```text
//! runs ─inline─▶ words ─breaking─▶ lines ─blocks, table, letterhead, closing─▶ flow of slabs ─paginate─▶ pages
//! ```
//!
//! The body is one flow and each appendix another. Everything is linear in the document's length.

mod blocks;
mod breaking;
pub mod chart;
mod closing;
mod contents;
mod emit;
mod figure;
mod flow;
mod inline;
mod letterhead;
mod line;
pub mod page;
mod paginate;
mod profile;
mod setter;
mod shape;
mod table;
mod tall;
mod tree;

use std::cell::RefCell;
use std::collections::BTreeSet;

pub use page::Pages;
pub use profile::{Body, Closing, Footnotes, Head, MM, PageNumber, Profile, Sheet, Tables, TextSpec};

use self::flow::{Flow, Geometry};
use self::setter::Setter;
use self::shape::Shaper;
use self::tree::Tree;
use crate::diagnostic::Diagnostic;
use crate::document::Document;

thread_local! {
    /// Shaped words outlive a report: a batch shapes each word once a thread.
    static SHAPER: RefCell<Shaper> = RefCell::new(Shaper::new());
}

/// Lays out a report in a format profile.
///
/// # Errors
///
/// `glyph-missing` for every character that no face has.
pub fn lay_out(document: &Document, profile: &Profile) -> Result<Pages, Vec<Diagnostic>> {
    SHAPER.with_borrow_mut(|shaper| {
        let pages = lay_out_with(shaper, document, profile);
        let missing = shaper.take_missing();
        if missing.is_empty() { Ok(pages) } else { Err(missing) }
    })
}

fn lay_out_with(shaper: &mut Shaper, document: &Document, profile: &Profile) -> Pages {
    let upright = Geometry::new(&profile.sheet, false);
    let mut setter = Setter {
        profile,
        document,
        shaper,
        tree: Tree::new(),
        flow: Flow::new(upright),
        noted: BTreeSet::new(),
        tables: 0,
    };
    setter.tree.open_part();
    setter.letterhead();
    if document.contents {
        setter.contents();
    }
    setter.blocks(&document.blocks);
    setter.closing();
    let mut flows = vec![std::mem::replace(&mut setter.flow, Flow::new(upright))];
    for appendix in &document.appendices {
        setter.flow = Flow::new(Geometry::new(&profile.sheet, appendix.landscape));
        setter.appendix(appendix);
        flows.push(std::mem::replace(&mut setter.flow, Flow::new(upright)));
    }
    setter.emit(flows)
}
