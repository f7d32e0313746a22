//! Vietnamese prose → figures: value, unit, comparator, kind and exact span.
//!
//! A paragraph is cut into tokens and sentences ([`token`]); a sentence's quantities are read by a small grammar
//! ([`grammar`] of [`amount`]s and [`noun`]s, [`unnamed`]), numbers that are none left out ([`skip`]). What a quantity
//! is ([`kind`]) follows from what its [`signs`] weigh together ([`weights`]): patterns of aims ([`aims`], [`named_aims`], with the
//! turn between aims and facts in [`course`]), of make-ups ([`make_up`], [`members`], [`bodies`], [`levels`], [`parts`]) and of
//! occasions ([`event`]), and the words around it with what they mean ([`meaning`]); ratings of one body are read beside them ([`rating`]), and the phrase a figure is quoted by last
//! ([`phrase`]). Pages, figures and sentences go to the section of the report that they tell of ([`topic`]). A figure is said of
//! the bloc, of a part of it or of another body ([`scope`]), and is tied to a target of the office where the two wordings make one
//! [`sense`] ([`tie`]); figures that cannot all be right are found by [`check`]. Words, their meaning and the weights are data,
//! `lexicon/*`.

mod aims;
mod amount;
mod bodies;
mod check;
mod course;
mod cues;
mod dates;
mod event;
mod extract;
mod grammar;
mod kind;
mod levels;
mod lexicon;
mod make_up;
mod meaning;
mod members;
mod model;
mod named_aims;
mod nested;
mod noun;
mod numeral;
mod parts;
mod period;
mod phrase;
mod rating;
mod read;
mod scope;
mod sense;
mod sentence;
mod signs;
mod skip;
mod tie;
mod token;
mod topic;
mod unnamed;
mod value;
mod weights;

#[cfg(test)]
mod tests;

pub use check::compare;
pub use extract::{Context, Reading, extract};
pub use model::*;
pub use signs::{KindWeights, WEIGHED, kind_weights};
pub use topic::{PLACES, SectionWeights};
pub use weights::{Sign, Weights};
