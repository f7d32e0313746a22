//! Vietnamese prose → figures: value, unit, comparator, kind and exact span.

mod model;

pub use model::*;
