//! A saved page's text → [`Article`]: title, dates, body and figures, with the page's furniture left out.

mod model;
pub mod text;

pub use model::*;
