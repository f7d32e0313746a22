//! Vietnamese prose → figures: value, unit, comparator, kind and exact span.

mod model;

pub use model::*;

/// Conflicts between articles.
pub fn compare(_articles: &[crate::articles::Article]) -> Vec<crate::diagnostic::Diagnostic> {
    Vec::new()
}
