//! Vietnamese prose → figures: value, unit, comparator, kind and exact span.
//!
//! A paragraph is cut into tokens and sentences ([`token`]); a sentence's quantities are read by a small grammar
//! ([`grammar`]), numbers that are none left out ([`skip`]); cues around a quantity say what it is ([`kind`]); the
//! phrase it is quoted by is found last ([`phrase`]). Words and their meaning are data, `lexicon/*.yaml`.

mod aims;
mod check;
mod cues;
mod dates;
mod event;
mod extract;
mod grammar;
mod kind;
mod lexicon;
mod make_up;
mod model;
mod nested;
mod numeral;
mod period;
mod phrase;
mod read;
mod scope;
mod sentence;
mod signs;
mod skip;
mod tie;
mod token;
mod topic;
mod value;
mod weights;

#[cfg(test)]
mod tests;

pub use check::compare;
pub use extract::{Context, Reading, extract};
pub use model::*;
pub use signs::Sign;
pub use weights::WEIGHED;
