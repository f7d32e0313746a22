//! `baocao check`: everything that is wrong or doubtful in an office's folder. Writes nothing.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::exit::Exit;
use crate::articles;
use crate::assess;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::locale::Locale;
use crate::office;
use crate::period::Period;

/// Arguments of `baocao check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    #[arg(value_name = "OFFICE")]
    office: PathBuf,
    #[arg(long, value_name = "PERIOD", value_parser = super::parse_period)]
    period: Option<Period>,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    strict: bool,
}

/// Shows every finding on `out`, which is the command's data; [`Exit::Invalid`] when there is an error, or a warning
/// under `--strict`.
pub fn run(args: &CheckArgs, locale: Locale, out: &mut dyn Write) -> Exit {
    let found = findings(args, locale);
    let shown =
        if args.json { show_json(out, locale, &found) } else { show(out, locale, &args.office, &found) };
    let stops = |one: &Diagnostic| one.is_error() || args.strict && one.severity == Severity::Warning;
    match shown {
        Err(_) => Exit::NotWritten,
        Ok(()) if found.iter().any(stops) => Exit::Invalid,
        Ok(()) => Exit::Done,
    }
}

/// Of the files, the articles and the figures: by severity, then by place. Where a file has errors the rest is
/// checked all the same, but not for what is missing, which may stand where nothing could be read.
fn findings(args: &CheckArgs, locale: Locale) -> Vec<Diagnostic> {
    let (office, mut found) = office::read_readable(&args.office);
    let whole = !found.iter().any(Diagnostic::is_error);
    if let Some(office) = office {
        let (articles, of_articles) = articles::read_all(&office, locale);
        found.extend(of_articles);
        found.extend(articles.iter().flat_map(|a| a.findings.iter().cloned()));
        found.extend(match whole {
            true => assess::check(&office, &articles, args.period),
            false => assess::check_readable(&office, &articles),
        });
    }
    found.sort_by(|a, b| b.severity.cmp(&a.severity).then_with(|| a.cmp(b)));
    found.dedup();
    found
}

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

fn id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn show(out: &mut dyn Write, locale: Locale, folder: &Path, found: &[Diagnostic]) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "{}", locale.text("check-nothing", &[]));
    }
    let count = |severity| found.iter().filter(|one| one.severity == severity).count();
    for severity in SEVERITIES.into_iter().filter(|s| count(*s) > 0) {
        let heading = format!("check-{}s", id(severity));
        writeln!(out, "{}", locale.text(&heading, &[("count", count(severity).to_string())]))?;
        for one in found.iter().filter(|one| one.severity == severity) {
            show_one(out, locale, folder, one)?;
        }
        writeln!(out)?;
    }
    let counts: Vec<(&'static str, String)> =
        SEVERITIES.into_iter().map(|severity| (id(severity), count(severity).to_string())).collect();
    writeln!(out, "{}", locale.text("check-sum", &counts))
}

fn show_one(out: &mut dyn Write, locale: Locale, folder: &Path, one: &Diagnostic) -> io::Result<()> {
    let openable = |place: &Place| folder.join(place.to_string()).display().to_string();
    write!(out, "  ")?;
    if let Some(place) = &one.place {
        write!(out, "{}: ", openable(place))?;
    }
    writeln!(out, "{} [{}]", locale.message(one), one.code)?;
    for place in &one.related {
        writeln!(out, "    {} {}", locale.text("say-also", &[]), openable(place))?;
    }
    if let Some(hint) = locale.hint(one) {
        writeln!(out, "    {} {hint}", locale.text("say-hint", &[]))?;
    }
    Ok(())
}

fn show_json(out: &mut dyn Write, locale: Locale, found: &[Diagnostic]) -> io::Result<()> {
    let all: Vec<Value> = found.iter().map(|one| object(locale, one)).collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}

fn object(locale: Locale, one: &Diagnostic) -> Value {
    let nowhere = Place::default();
    let place = one.place.as_ref().unwrap_or(&nowhere);
    json!({
        "code": one.code,
        "severity": id(one.severity),
        "file": one.place.as_ref().map(|p| &p.file),
        "line": place.line,
        "column": place.column,
        "cell": place.cell,
        "message": locale.message(one),
        "hint": locale.hint(one),
        "related": one.related,
    })
}
