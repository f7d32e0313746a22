//! Targets × results → where every target stands, and whether the figures can be right.

mod model;

pub use model::*;
