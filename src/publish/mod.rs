//! What is due, the lock, the atomic write, the ledger and the manifest: the step that leaves something behind.
//!
//! A report and its manifest are written to temporary files, synced and renamed, the manifest first, so that a
//! report never stands without its manifest; the ledger follows last. A run that is cut off anywhere leaves
//! whole files only, and the next run does what is missing.

mod due;
mod ledger;
mod lock;
mod manifest;
mod store;
mod write;

use std::path::{Path, PathBuf};

use crate::period::Period;

pub use due::due;
pub use ledger::{Entry, Ledger, LedgerError};
pub use lock::{Lock, LockError};
pub use manifest::{Manifest, ManifestFigure, ManifestQuantity, ManifestSource};
pub use store::{Filed, file, not_written, put, revision, up_to_date};
pub use write::write_atomically;

/// The folder below the office's that everything is written to.
pub fn output_folder(office: &Path) -> PathBuf {
    office.join("out")
}

/// Where a revision of a report and its manifest stand, relative to the office's folder, with `/` between parts.
///
/// Revision 1 is `out/2023-Q3/bao-cao-quy-iii-2023.pdf`; later ones end in `-ban-2`, `-ban-3`, ….
pub fn report_path(period: Period, revision: u32, extension: &str) -> String {
    let suffix = if revision > 1 { format!("-ban-{revision}") } else { String::new() };
    format!("out/{period}/bao-cao-{}{suffix}.{extension}", period.slug())
}

/// Where the working note on points to look at stands; it is no part of the report and has no revisions.
pub fn notes_path(period: Period) -> String {
    format!("out/{period}/luu-y-{}.pdf", period.slug())
}
