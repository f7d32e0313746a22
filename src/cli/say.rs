//! How diagnostics look on a terminal or in cron's mail: plain text, one block each, meaning without colour.

use std::io::{self, Write};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::Locale;

/// Writes a diagnostic as `error[code]: place: message`, with other places and the hint on lines of their own.
///
/// `folder` is the office's folder as the user named it, put before the places so that they can be opened.
pub fn diagnostic(out: &mut dyn Write, locale: Locale, folder: &Path, found: &Diagnostic) -> io::Result<()> {
    let word = locale.text(severity_id(found.severity), &[]);
    write!(out, "{word}[{}]: ", found.code)?;
    if let Some(place) = &found.place {
        write!(out, "{}: ", folder.join(place.to_string()).display())?;
    }
    writeln!(out, "{}", locale.message(found))?;
    for place in &found.related {
        writeln!(out, "  {} {}", locale.text("say-also", &[]), folder.join(place.to_string()).display())?;
    }
    if let Some(hint) = locale.hint(found) {
        writeln!(out, "  {} {hint}", locale.text("say-hint", &[]))?;
    }
    Ok(())
}

/// Writes all of them, errors first, each kind in the order of place.
pub fn diagnostics(
    out: &mut dyn Write,
    locale: Locale,
    folder: &Path,
    found: &[Diagnostic],
) -> io::Result<()> {
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.cmp(b)));
    sorted.dedup();
    sorted.into_iter().try_for_each(|one| diagnostic(out, locale, folder, one))
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "say-error",
        Severity::Warning => "say-warning",
        Severity::Note => "say-note",
    }
}
