//! baocao writes the periodic report of a Vietnamese provincial Party office as an archival PDF.
//!
//! ```text
//! office folder ──read──▶ Office ──extract──▶ articles with figures ──assess──▶ Assessment
//!                                                                                  │
//! PDF + manifest ◀─publish─ bytes ◀──write── Pages ◀──lay out── Document ◀──compose┘  (templates)
//! ```
//!
//! Everything between reading and publishing is a pure function of the office's files, the period and the program's
//! version; [`make_report`] is that function. The rooms, in the order in which they may use one another:
//!
//! | room | takes | gives |
//! |---|---|---|
//! | [`vietnamese`] | text, numbers, dates | forms for the page, folds for matching, order, places where no line breaks |
//! | [`diagnostic`], [`locale`] | code, place, arguments | sentences in Vietnamese or English |
//! | [`quantity`], [`period`], [`hash`] | | a value with its source; a reporting period; fingerprints |
//! | [`office`] | the office's folder | an [`office::Office`], every value with its place, or everything wrong with it |
//! | [`figures`] | paragraphs | quantities with kind, comparator, section and exact span |
//! | [`articles`] | saved newspaper pages | [`articles::Article`]s: title, dates with evidence, body, figures, extracts |
//! | [`assess`] | office, articles, period | an [`assess::Assessment`]: where every target stands, and what does not fit |
//! | [`compose`] | all of these and templates | a [`document::Document`] in which every figure has its source |
//! | [`layout`] | a document and a page format | [`layout::Pages`]: every glyph placed, with the structure it belongs to |
//! | [`pdf`] | pages | the bytes of a PDF/A-2a (or A-3a) and PDF/UA-1 file |
//! | [`publish`] | a report | files that are whole or not there, and the ledger |
//! | [`cli`] | the command line | what a person or cron sees, and the exit code |
//!
//! Three rules hold everywhere. A number that reaches the page is a [`quantity::Quantity`] with a
//! [`quantity::Source`], or stands in a template's own text. Nothing depends on the clock, the machine's zone or
//! locale, the number of threads or the order of a hash map. What is wrong is a [`diagnostic::Diagnostic`], and as
//! many as can be found are given at once.

pub mod articles;
pub mod assess;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod document;
pub mod figures;
pub mod fonts;
pub mod hash;
pub mod layout;
pub mod locale;
pub mod office;
pub mod pdf;
pub mod period;
mod pipeline;
pub mod publish;
pub mod quantity;
mod trace;
pub mod vietnamese;

pub use pipeline::{Making, Report, make_report};
