//! The office's folder: read, checked, and turned into an [`Office`].

mod blank;
mod cite;
mod fields;
mod folder;
mod issuer;
mod log;
mod model;
mod number;
mod organisations;
mod phrase;
mod read;
mod results;
mod sheet;
mod source;
mod terms;
mod yaml;

pub use cite::Citation;
pub(crate) use fields::nearest;
pub use model::*;
pub use read::{read, read_readable};
