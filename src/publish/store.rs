//! Puts a finished report in its place.

use std::fs;
use std::io;
use std::path::Path;

use super::write::is_temporary;
use super::{Entry, Ledger, report_path, write_atomically};
use crate::diagnostic::{Diagnostic, Place};
use crate::hash::sha256;
use crate::period::Period;

/// A report as it is to be filed.
#[derive(Debug)]
pub struct Filed<'a> {
    /// Period.
    pub period: Period,
    /// Hash over everything that went in.
    pub inputs: &'a str,
    /// The PDF.
    pub report: &'a [u8],
    /// The manifest.
    pub manifest: &'a [u8],
    /// Whether it bears a draft mark.
    pub draft: bool,
}

/// Whether the newest report of the period was made from the same inputs and its files are as they were made.
pub fn up_to_date(office: &Path, ledger: &Ledger, period: Period, inputs: &str) -> bool {
    ledger
        .last(period)
        .is_some_and(|last| last.inputs == inputs && intact(office, period, last) == Files::AsMade)
}

/// Which revision a report would become, or why none may be written.
///
/// A missing file is made again and a draft is replaced; a finished report is kept, and only `force` puts a new
/// revision beside it.
pub fn revision(
    office: &Path,
    ledger: &Ledger,
    period: Period,
    inputs: &str,
    force: bool,
) -> Result<u32, Diagnostic> {
    let Some(last) = ledger.last(period) else {
        return first_free(office, period, force);
    };
    let files = intact(office, period, last);
    if force && files != Files::Missing {
        return Ok(last.revision + 1);
    }
    match files {
        Files::Missing => Ok(last.revision),
        Files::AsMade if last.draft || last.inputs == inputs => Ok(last.revision),
        Files::AsMade => Err(refusal("report-exists", period, last.revision)),
        Files::Changed => Err(refusal("report-file-changed", period, last.revision)),
    }
}

/// A report that no ledger line speaks of is left alone: a run was cut off before its ledger line, or somebody
/// put it there.
fn first_free(office: &Path, period: Period, force: bool) -> Result<u32, Diagnostic> {
    let taken = |revision| office.join(report_path(period, revision, "pdf")).exists();
    match (1..).find(|revision| !taken(*revision)) {
        Some(revision) if revision == 1 || force => Ok(revision),
        _ => Err(refusal("report-file-changed", period, 1)),
    }
}

fn refusal(code: &'static str, period: Period, standing: u32) -> Diagnostic {
    let place = Place::file(report_path(period, standing, "pdf"));
    Diagnostic::error(code).place(place).arg("revision", standing + 1)
}

#[derive(Clone, Copy, PartialEq)]
enum Files {
    AsMade,
    Changed,
    Missing,
}

/// A manifest that is missing or changed can be made again; the report is what counts.
fn intact(office: &Path, period: Period, entry: &Entry) -> Files {
    let hash =
        |extension| fs::read(office.join(report_path(period, entry.revision, extension))).map(|b| sha256(&b));
    match (hash("pdf"), hash("manifest.json")) {
        (Ok(report), _) if report != entry.report => Files::Changed,
        (Ok(_), Ok(manifest)) if manifest == entry.manifest => Files::AsMade,
        _ => Files::Missing,
    }
}

/// Writes manifest, report and ledger line. The same bytes already there are not written again.
pub fn file(office: &Path, ledger: &mut Ledger, filed: &Filed, revision: u32) -> Result<(), Diagnostic> {
    let manifest = report_path(filed.period, revision, "manifest.json");
    let report = report_path(filed.period, revision, "pdf");
    let had_manifest = office.join(&manifest).exists();
    sweep(&office.join(&report));
    put(office, &manifest, filed.manifest)?;
    if let Err(error) = put(office, &report, filed.report) {
        if !had_manifest {
            // Nothing better can be done about a second failure than to report the first.
            let _ = fs::remove_file(office.join(&manifest));
        }
        return Err(error);
    }
    let entry = Entry {
        period: filed.period.to_string(),
        revision,
        inputs: filed.inputs.to_owned(),
        report: sha256(filed.report),
        manifest: sha256(filed.manifest),
        draft: filed.draft,
    };
    ledger.add(entry).map_err(|error| not_written("out/ledger.jsonl", &error))
}

/// Removes what a run that was killed in the middle of a write left beside the report. The lock is held, so no
/// other run is writing there; a file that cannot be removed does no harm.
fn sweep(report: &Path) {
    let Some(entries) = report.parent().and_then(|folder| fs::read_dir(folder).ok()) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_str().is_some_and(is_temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Writes one output file of the office, given by its path from the office's folder.
pub fn put(office: &Path, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
    let target = office.join(path);
    if fs::read(&target).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    write_atomically(&target, bytes).map_err(|error| not_written(path, &error))
}

/// The diagnostic of a failed write.
pub fn not_written(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::error("write-failed").place(Place::file(path)).arg("error", error)
}
