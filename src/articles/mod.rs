//! A saved page's text → [`Article`]: title, dates, body and figures, with the page's furniture left out.

pub mod dates;
pub mod decode;
mod heading;
mod lexicon;
mod model;
mod parts;
mod read;
mod signs;
pub mod text;
pub mod tokens;
mod zones;

pub use decode::{Encoding, printable};
pub use model::*;
pub use read::{Context, read_page};
