//! An article as other programs read it.

use serde::Serialize;
use serde_json::{Value as Json, json};

use super::Article;
use super::review::comparator_sign;
use crate::diagnostic::Diagnostic;
use crate::figures::Figure;
use crate::locale::Locale;
use crate::quantity::Value;
use crate::vietnamese::format_number;

#[derive(Serialize)]
struct Shape<'a> {
    file: &'a str,
    title: &'a Option<String>,
    author: &'a Option<String>,
    source_mark: &'a Option<String>,
    published: Option<Json>,
    event: Option<Json>,
    body: Vec<&'a str>,
    furniture: Vec<&'a str>,
    figures: Vec<Json>,
    findings: Vec<Json>,
}

/// The article in the shape that the README documents; offsets are bytes of the file as it is.
pub fn json(article: &Article, locale: Locale) -> Json {
    let shape = Shape {
        file: &article.file,
        title: &article.title,
        author: &article.author,
        source_mark: &article.source_mark,
        published: article.published.as_ref().map(|p| json!({"date": p.date, "reason": p.reason})),
        event: article.event.as_ref().map(|e| json!({"from": e.from, "to": e.to, "reason": e.reason})),
        body: article.body.iter().map(|p| p.text.as_str()).collect(),
        furniture: article.furniture.iter().map(|f| f.text.as_str()).collect(),
        figures: article.figures.iter().map(figure).collect(),
        findings: article.findings.iter().map(|f| finding(f, locale)).collect(),
    };
    serde_json::to_value(shape).unwrap_or_default()
}

fn figure(figure: &Figure) -> Json {
    json!({
        "kind": figure.kind.id(),
        "value": value(&figure.value),
        "unit": figure.unit,
        "comparator": comparator_sign(figure.comparator),
        "about": figure.about,
        "phrase": figure.phrase,
        "start": figure.start,
        "end": figure.end,
        "section": figure.section.map(|s| s.id()),
        "target": figure.target,
    })
}

fn value(value: &Value) -> Json {
    match value {
        Value::Number(n) => number(*n),
        Value::Range(a, b) => json!([number(*a), number(*b)]),
        Value::Share { part, whole } => json!({"part": number(*part), "whole": number(*whole)}),
        Value::Yes(yes) => json!(yes),
        Value::Words(words) => json!(words),
    }
}

/// The value as a person reads it.
pub fn value_text(value: &Value) -> String {
    match value {
        Value::Number(n) => format_number(*n),
        Value::Range(a, b) => format!("{} - {}", format_number(*a), format_number(*b)),
        Value::Share { part, whole } => format!("{}/{}", format_number(*part), format_number(*whole)),
        Value::Yes(true) => "có".to_owned(),
        Value::Yes(false) => "không".to_owned(),
        Value::Words(words) => words.clone(),
    }
}

/// Whole numbers without `.0`.
fn number(value: f64) -> Json {
    if value.fract() == 0.0 && value.abs() < 1e15 { json!(value as i64) } else { json!(value) }
}

fn finding(finding: &Diagnostic, locale: Locale) -> Json {
    json!({
        "code": finding.code,
        "severity": finding.severity,
        "place": finding.place.as_ref().map(ToString::to_string),
        "message": locale.message(finding),
        "hint": locale.hint(finding),
    })
}
