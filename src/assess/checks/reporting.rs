//! Who and what has not reported.

use crate::assess::Scene;
use crate::assess::observe::Record;
use crate::assess::situation::senders;
use crate::assess::spread::values_of;
use crate::assess::terms::{as_period, quarters_of_term};
use crate::assess::view::View;
use crate::diagnostic::{Diagnostic, Place};
use crate::office::Measure;
use crate::period::Period;

/// How many names a message lists.
const LISTED: usize = 5;

/// The first names, and how many more.
pub(super) fn some_of(names: &[&str]) -> String {
    match names.len() {
        0..=LISTED => names.join(", "),
        n => format!("{}, … (+{})", names[..LISTED].join(", "), n - LISTED),
    }
}

/// The target has no value for the period, or only an older one. Ratings are due with their year, answers when
/// they are due.
pub(super) fn missing_or_stale(scene: &Scene<'_>, record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let period = scene.period;
    let view = View::new(record, scene.articles, period);
    let (due, value) = match record.target.measure {
        _ if record.is_yearly_answer() => {
            (matches!(period, Period::Year(_) | Period::Term(..)), view.rated())
        }
        Measure::YesNo => (view.clock().closed, record.value(period)),
        _ => (true, record.value(period)),
    };
    if !due || value.is_some() {
        return;
    }
    let finding = |code| {
        let finding = Diagnostic::warning(code).place(record.target.place.clone());
        finding.arg("target", &record.target.short).arg("period", period.name())
    };
    let stale = match record.target.measure {
        Measure::Cumulative | Measure::Level => record.latest_standing(view.now),
        _ => None,
    };
    found.push(match stale {
        Some((last, _)) => finding("result-stale").arg("last", last.name()),
        None => finding("result-missing"),
    });
}

/// Earlier quarters without a value: what is summed lacks them.
pub(super) fn missing_quarters(scene: &Scene<'_>, record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    if record.target.measure != Measure::Flow || record.observed.is_empty() {
        return;
    }
    let view = View::new(record, scene.articles, scene.period);
    let first = match scene.period {
        Period::Term(..) => quarters_of_term(record.term).0,
        _ => view.clock().first,
    };
    let missing = record.flow_between(first, view.now).missing;
    let missing: Vec<String> =
        missing.into_iter().filter(|q| *q < view.now).map(|q| as_period(q).name()).collect();
    if missing.is_empty() {
        return;
    }
    let names: Vec<&str> = missing.iter().map(String::as_str).collect();
    found.push(
        Diagnostic::warning("quarters-missing")
            .place(record.target.place.clone())
            .arg("target", &record.target.short)
            .arg("count", names.len())
            .arg("quarters", some_of(&names)),
    );
}

/// Organisations that sent nothing at all for the period, though others did.
pub(super) fn silent(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    let senders = senders(scene.office, scene.period);
    let silent = scene.organisations.iter().filter(|o| !senders.contains(o.id.as_str()));
    let names: Vec<&str> = silent.map(|o| o.name.as_str()).collect();
    let (false, false, Some(first)) = (senders.is_empty(), names.is_empty(), scene.organisations.first())
    else {
        return;
    };
    found.push(
        Diagnostic::warning("organisations-silent")
            .place(Place::file(&first.place.file))
            .arg("count", names.len())
            .arg("total", scene.organisations.len())
            .arg("period", scene.period.name())
            .arg("names", some_of(&names)),
    );
}

/// Organisations that reported something, but not on this target, on which others did.
pub(super) fn silent_on_target(scene: &Scene<'_>, record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let given = values_of(record, scene.period);
    if given.is_empty() {
        return;
    }
    let senders = senders(scene.office, scene.period);
    let lacks = |o: &&crate::office::Organisation| {
        senders.contains(o.id.as_str()) && !given.contains_key(o.id.as_str())
    };
    let names: Vec<&str> = scene.organisations.iter().filter(lacks).map(|o| o.name.as_str()).collect();
    if names.is_empty() {
        return;
    }
    found.push(
        Diagnostic::note("organisations-silent-on-target")
            .place(record.target.place.clone())
            .arg("target", &record.target.short)
            .arg("count", names.len())
            .arg("period", scene.period.name())
            .arg("names", some_of(&names)),
    );
}
