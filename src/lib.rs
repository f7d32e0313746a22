//! baocao writes the periodic report of a Vietnamese provincial Party office as an archival PDF.
//!
//! ```text
//! office folder ──read──▶ Office ──extract──▶ articles with figures ──assess──▶ Assessment
//!                                                                                  │
//! PDF + manifest ◀─publish─ bytes ◀──write── Pages ◀──lay out── Document ◀──compose┘  (templates)
//! ```

pub mod articles;
pub mod assess;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod document;
pub mod figures;
pub mod fonts;
pub mod layout;
pub mod locale;
pub mod office;
pub mod pdf;
pub mod period;
mod pipeline;
pub mod publish;
pub mod quantity;
pub mod vietnamese;

pub use pipeline::{Making, Report, make_report};
