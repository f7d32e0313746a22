//! Drives the real binary on fixture folders and reads back what it made; one module a room.
#![allow(clippy::unwrap_used, missing_docs)]

mod articles;
mod assess;
mod charts;
mod cli;
mod compose;
mod driver;
mod figures;
mod layout;
mod locale;
mod marked;
mod office;
mod pdf;
mod places;
mod publish;
mod samples;
mod vietnamese;
