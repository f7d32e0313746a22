//! A saved page's text → [`Article`]: title, dates, body and figures, with the page's furniture left out.

pub mod decode;
mod model;
pub mod text;

pub use decode::{Encoding, printable};
pub use model::*;
