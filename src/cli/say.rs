//! How diagnostics look on a terminal or in cron's mail: plain text, one block each, meaning without colour.

use std::collections::BTreeMap;
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

/// Of one code in one file, no more than this many are written out.
const ALIKE: usize = 20;

/// Writes all of them, errors first, each kind in the order of place; many alike in a file end in their count.
pub fn diagnostics(
    out: &mut dyn Write,
    locale: Locale,
    folder: &Path,
    found: &[Diagnostic],
) -> io::Result<()> {
    let mut sorted: Vec<&Diagnostic> = found.iter().collect();
    sorted.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.cmp(b)));
    sorted.dedup();
    let mut alike: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in sorted {
        let count = alike.entry((one.code, one.place.as_ref().map_or("", |place| &place.file))).or_default();
        *count += 1;
        if *count <= ALIKE {
            diagnostic(out, locale, folder, one)?;
        }
    }
    for ((code, file), count) in alike.into_iter().filter(|(_, count)| *count > ALIKE) {
        let args =
            [("code", code.to_owned()), ("file", file.to_owned()), ("count", (count - ALIKE).to_string())];
        writeln!(out, "{}", locale.text("say-more", &args))?;
    }
    Ok(())
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "say-error",
        Severity::Warning => "say-warning",
        Severity::Note => "say-note",
    }
}
