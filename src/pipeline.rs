//! One report, from the office to the bytes of its PDF and manifest.

use crate::articles::Article;
use crate::assess;
use crate::compose;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::hash::sha256;
use crate::layout::{self, Pages, Profile};
use crate::locale::Locale;
use crate::office::Office;
use crate::pdf::{self, Attachment, PdfError, Standard};
use crate::period::Period;
use crate::publish::Manifest;
use crate::trace;

/// What to make.
#[derive(Debug)]
pub struct Making<'a> {
    /// The office, as read.
    pub office: &'a Office,
    /// The period.
    pub period: Period,
    /// PDF/A-2a, or PDF/A-3a with the manifest inside.
    pub standard: Standard,
    /// Whether the input files go into a PDF/A-3a file too.
    pub attach_inputs: bool,
    /// Seconds since 1970 for the dates in the file (SOURCE_DATE_EPOCH); else the report's own date.
    pub epoch: Option<i64>,
    /// What was found when office and articles were read; goes to the working note.
    pub noticed: &'a [Diagnostic],
    /// Make the working note on findings too, in this language.
    pub notes: Option<Locale>,
}

/// A finished report.
#[derive(Debug)]
pub struct Report {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The manifest, JSON.
    pub manifest: String,
    /// The working note, if asked for.
    pub notes: Option<Vec<u8>>,
    /// Whether it bears a draft mark.
    pub draft: bool,
    /// What is worth knowing; nothing of severity error.
    pub findings: Vec<Diagnostic>,
}

impl Making<'_> {
    /// Hash over everything that the report's bytes depend on: inputs, period, options, program version.
    pub fn key(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let options = (self.standard, self.attach_inputs, self.epoch);
        sha256(format!("{} {} {version} {options:?}", self.office.inputs_hash(), self.period).as_bytes())
    }
}

/// Assesses, composes, lays out and writes one report. Errors are everything that stops it.
pub fn make_report(making: &Making, articles: &[Article]) -> Result<Report, Vec<Diagnostic>> {
    let office = making.office;
    let profile = Profile::with_overrides(&office.profile, &office.profile_overrides)?;
    let assessment = assess::assess(office, articles, making.period)?;
    if assessment.findings.iter().any(Diagnostic::is_error) {
        return Err(assessment.findings);
    }
    let document = compose::compose(office, articles, &assessment)?;
    let pages =
        layout::lay_out(&document, &profile).map_err(|found| trace::locate_missing_glyphs(office, found))?;
    let attachments = attachments(making, &document, &pages)?;
    let pdf = write(&pages, &document, making, attachments)?;
    let mut manifest = Manifest::new(office, &document, &pages);
    manifest.report_sha256 = Some(sha256(&pdf));
    let manifest = manifest.to_json().map_err(internal)?;
    let findings: Vec<Diagnostic> =
        making.noticed.iter().cloned().chain(assessment.findings.clone()).collect();
    let notes = match making.notes {
        Some(locale) => {
            let notes = compose::notes(office, &assessment, &findings, locale);
            Some(write(&layout::lay_out(&notes, &profile)?, &notes, making, Vec::new())?)
        }
        None => None,
    };
    let draft = document.letterhead.draft.is_some();
    Ok(Report { pdf, manifest, notes, draft, findings })
}

fn write(
    pages: &Pages,
    document: &Document,
    making: &Making,
    attachments: Vec<Attachment>,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let options = pdf::Options { standard: making.standard, attachments, epoch: making.epoch };
    pdf::write(pages, &document.meta, &options).map_err(|error| match error {
        // These come from data and templates; all else is a fault of the program.
        PdfError::MissingGlyph(..) | PdfError::UnknownAnchor(_) | PdfError::NoTitle => {
            vec![error.diagnostic()]
        }
        _ => internal(error),
    })
}

/// What a PDF/A-3a file carries inside.
fn attachments(
    making: &Making,
    document: &Document,
    pages: &Pages,
) -> Result<Vec<Attachment>, Vec<Diagnostic>> {
    if making.standard == Standard::A2a {
        return Ok(Vec::new());
    }
    let manifest = Manifest::new(making.office, document, pages).to_json().map_err(internal)?;
    let name = format!("bao-cao-{}.manifest.json", making.period.slug());
    let mut attachments = vec![Attachment::data(&name, "application/json", manifest.into_bytes())];
    if making.attach_inputs {
        for path in making.office.inputs.keys() {
            let bytes = std::fs::read(making.office.root.join(path)).map_err(internal)?;
            attachments.push(Attachment::source(path, mime(path), bytes));
        }
    }
    Ok(attachments)
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("yaml") => "application/yaml",
        Some("csv") => "text/csv",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("ods") => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "text/plain",
    }
}

fn internal(error: impl std::fmt::Display) -> Vec<Diagnostic> {
    vec![Diagnostic::error("internal-error").arg("error", error)]
}
