//! The office's folder: read, checked, and turned into an [`Office`].

mod blank;
mod cite;
mod fields;
mod folder;
mod issuer;
mod log;
mod model;
mod nearest;
mod number;
mod organisations;
mod phrase;
mod read;
mod register;
mod results;
mod sheet;
mod source;
mod stated;
mod terms;
mod yaml;

pub use cite::Citation;
pub use model::*;
pub(crate) use nearest::nearest;
pub use read::{read, read_readable};
