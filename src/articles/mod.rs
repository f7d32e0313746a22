//! A saved page's text → [`Article`]: title, dates, body and figures, with the page's furniture left out.

mod all;
mod captions;
pub mod dates;
pub mod decode;
mod heading;
mod json;
mod lexicon;
mod model;
mod names;
mod parts;
mod province;
mod read;
pub mod review;
mod signs;
pub mod text;
mod titles;
pub mod tokens;
mod website;
mod wrap;
mod zones;

pub use all::read_all;
pub use decode::{Encoding, printable};
pub use json::{json, value_text};
pub use model::*;
pub use read::{Context, read_page};
