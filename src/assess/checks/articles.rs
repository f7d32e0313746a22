//! Articles against the office's own figures.

use super::place_of;
use crate::articles::Article;
use crate::assess::Scene;
use crate::assess::arithmetic::{operand, same};
use crate::assess::articles::{place_in_page, results};
use crate::assess::observe::Record;
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{Figure, FigureKind, Review};
use crate::quantity::{Comparator, Quantity, Value};

/// How far below `gần`, and how far around `khoảng`, a value may lie: a tenth.
const NEAR: f64 = 0.1;

/// An article and the office's results speak of the same thing and do not agree.
pub(super) fn conflicts(scene: &Scene<'_>, record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    for result in results(scene.articles, record.target) {
        let Some(own) = record.value(result.period) else { continue };
        if agree(result.figure, &own) != Some(false) {
            continue;
        }
        let finding = Diagnostic::warning("article-differs-from-result")
            .place(place(scene, result.article, result.figure))
            .arg("target", &record.target.short)
            .arg("period", result.period.name())
            .arg("phrase", &result.figure.phrase)
            .arg("result", operand(&own));
        found.push(match place_of(&own.source) {
            Some(place) => finding.arg("place", &place).related(place),
            None => finding.arg("place", "-"),
        });
    }
}

fn place(scene: &Scene<'_>, article: &Article, figure: &Figure) -> Place {
    place_in_page(scene.office, &article.file, figure.start)
}

/// Whether what the text says can be the value; none where they are not of the same kind.
fn agree(figure: &Figure, own: &Quantity) -> Option<bool> {
    if let (Value::Yes(a), Value::Yes(b)) = (&figure.value, &own.value) {
        return Some(a == b);
    }
    if let (Value::Share { part: a, whole: b }, Value::Share { part: c, whole: d }) =
        (&figure.value, &own.value)
    {
        return Some(same(*a, *c) && same(*b, *d));
    }
    let per_cent = figure.unit == "%" || matches!(figure.value, Value::Share { .. });
    if per_cent != (own.unit == "%") {
        return match (&figure.value, &own.value) {
            (Value::Number(n), Value::Share { part, .. }) if !per_cent => Some(close(figure, *n, *part)),
            _ => None,
        };
    }
    let said = match figure.value {
        Value::Number(n) => n,
        Value::Share { part, whole } if whole != 0.0 => part / whole * 100.0,
        Value::Range(low, high) => return own.as_number().map(|v| low <= v && v <= high),
        _ => return None,
    };
    own.as_number().map(|value| close(figure, said, value))
}

fn close(figure: &Figure, said: f64, value: f64) -> bool {
    match figure.comparator {
        Comparator::AtLeast => value >= said || same(value, said),
        Comparator::MoreThan => value > said,
        Comparator::AtMost => value <= said || same(value, said),
        Comparator::LessThan => value < said,
        Comparator::Nearly => value <= said && value >= said * (1.0 - NEAR),
        Comparator::About => (value - said).abs() <= said.abs() * NEAR,
        // A newspaper rounds per cents to its own number of decimals.
        _ if figure.unit == "%" => (value - said).abs() <= half_of_last_digit(said) + 1e-9,
        _ => same(value, said),
    }
}

fn half_of_last_digit(said: f64) -> f64 {
    let places = (0..4).find(|p| same(said * 10f64.powi(*p), (said * 10f64.powi(*p)).round())).unwrap_or(4);
    0.5 / 10f64.powi(places)
}

fn figures<'a>(scene: &Scene<'a>, kind: FigureKind) -> impl Iterator<Item = (&'a Article, &'a Figure)> {
    let all = scene.articles.iter().flat_map(|a| a.figures.iter().map(move |f| (a, f)));
    all.filter(move |(_, f)| f.kind == kind && f.review != Review::Rejected)
}

/// A result of a period that had not begun when the article appeared.
pub(super) fn before_its_time(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    for (article, figure) in figures(scene, FigureKind::Result) {
        let (Some(period), Some(published)) = (figure.period, &article.published) else { continue };
        if period.first_day() > published.date {
            found.push(
                Diagnostic::warning("result-before-its-time")
                    .place(place(scene, article, figure))
                    .arg("phrase", &figure.phrase)
                    .arg("period", period.name())
                    .arg("date", published.date.format("%d/%m/%Y")),
            );
        }
    }
}

/// A figure of an article of this period that speaks of another one.
pub(super) fn outside_period(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    let (first, last) = (scene.period.first_day(), scene.period.last_day());
    for (article, figure) in figures(scene, FigureKind::Result) {
        let event = article.event.as_ref().map(|e| e.to).or(article.published.as_ref().map(|d| d.date));
        let (Some(period), Some(day)) = (figure.period, event) else { continue };
        let overlaps = period.first_day() <= last && first <= period.last_day();
        if scene.period.contains(day) && !overlaps {
            found.push(
                Diagnostic::note("figure-outside-period")
                    .place(place(scene, article, figure))
                    .arg("phrase", &figure.phrase)
                    .arg("of", period.name())
                    .arg("period", scene.period.name()),
            );
        }
    }
}
