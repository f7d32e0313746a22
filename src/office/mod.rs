//! The office's folder: read, checked, and turned into an [`Office`].

mod model;

pub use model::*;
