//! The working note: what the checks found, for the office's own desk, never part of the report.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::assess::Assessment;
use crate::compose::{context, mark};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{
    Align, Block, Cell, Closing, Document, Letterhead, Metadata, Origin, ParagraphKind, Row, Run, Table,
};
use crate::locale::Locale;
use crate::office::Office;

/// A note that lists the findings by severity, each with its place, its sentence and what to do. Its own words and
/// the findings' are in the language of `locale`.
pub fn notes(office: &Office, assessment: &Assessment, findings: &[Diagnostic], locale: Locale) -> Document {
    let period = assessment.period;
    let say = |id: &str, args: &[(&'static str, String)]| locale.text(id, args);
    let title = say("notes-title", &[("period", period_name(assessment, locale))]);
    let intro = if findings.is_empty() { "notes-none" } else { "notes-intro" };
    let mut blocks = vec![paragraph(&say(intro, &[("count", findings.len().to_string())]))];
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let found: Vec<&Diagnostic> = findings.iter().filter(|d| d.severity == severity).collect();
        if !found.is_empty() {
            let count = [("count", found.len().to_string())];
            blocks.push(heading(blocks.len(), &say(severity_id(severity), &count)));
            blocks.push(Block::Table(table(&found, locale)));
        }
    }
    let day = context::days(assessment).1;
    Document {
        meta: Metadata {
            title: title.clone(),
            subject: title.clone(),
            author: mark::clean(&office.issuer.name),
            office: office.id.clone(),
            period: period.to_string(),
            date: day,
            inputs_hash: office.inputs_hash(),
        },
        letterhead: Letterhead {
            parent: mark::clean(&office.issuer.parent).to_uppercase(),
            issuer: mark::clean(&office.issuer.name).to_uppercase(),
            symbol: mark::clean(&office.issuer.symbol),
            place: mark::clean(&office.issuer.place),
            month: day.month(),
            year: day.year(),
            type_name: say("notes-type", &[]),
            subject: vec![title],
            ..Letterhead::default()
        },
        blocks,
        closing: Closing::default(),
        appendices: Vec::new(),
        footnotes: Vec::new(),
        figures: Vec::new(),
        contents: false,
    }
}

fn period_name(assessment: &Assessment, locale: Locale) -> String {
    match locale {
        Locale::Vi => assessment.period.name(),
        Locale::En => assessment.period.to_string(),
    }
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "notes-errors",
        Severity::Warning => "notes-warnings",
        Severity::Note => "notes-notes",
    }
}

fn run(text: &str) -> Run {
    Run { origin: Origin::Template, ..Run::plain(mark::clean(text)) }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { kind: ParagraphKind::Body, runs: vec![run(text)] }
}

fn heading(n: usize, title: &str) -> Block {
    // A part first would ask for a part's number; the note has sections only.
    Block::Heading {
        level: 2,
        number: String::new(),
        title: vec![run(&title.to_uppercase())],
        anchor: format!("muc-{n}"),
    }
}

/// One row a finding: where, what, what to do. Findings of one place stand together.
fn table(found: &[&Diagnostic], locale: Locale) -> Table {
    let mut by_place: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in found {
        let place = diagnostic.place.as_ref().map(ToString::to_string).unwrap_or_default();
        by_place.entry(place).or_default().push(diagnostic);
    }
    let heads = ["notes-head-number", "notes-head-place", "notes-head-finding"];
    let header =
        heads.map(|id| Cell { align: Some(Align::Centre), ..Cell::new(vec![run(&locale.text(id, &[]))]) });
    let mut body = Vec::new();
    for (place, diagnostics) in by_place {
        for diagnostic in diagnostics {
            body.push(finding(body.len() + 1, &place, diagnostic, locale));
        }
    }
    Table {
        columns: vec![Align::Centre, Align::Left, Align::Left],
        header: vec![Row { cells: header.into(), anchor: None }],
        body,
        ..Table::default()
    }
}

fn finding(n: usize, place: &str, diagnostic: &Diagnostic, locale: Locale) -> Row {
    let mut texts = vec![vec![run(&format!("{}.", locale.message(diagnostic)))]];
    if let Some(hint) = locale.hint(diagnostic) {
        let mut hint = run(&hint);
        hint.style.italic = true;
        texts.push(vec![hint]);
    }
    let mut places = vec![vec![run(if place.is_empty() { "–" } else { place })]];
    places.extend(diagnostic.related.iter().map(|p| vec![run(&p.to_string())]));
    let places = Cell { content: places, ..Cell::new(Vec::new()) };
    let texts = Cell { content: texts, ..Cell::new(Vec::new()) };
    Row { cells: vec![Cell::new(vec![run(&n.to_string())]), places, texts], anchor: None }
}
