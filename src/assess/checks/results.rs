//! Checks of the results against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::place_of;
use super::reporting::some_of;
use crate::assess::Scene;
use crate::assess::arithmetic::{figure, operand, same};
use crate::assess::observe::Record;
use crate::assess::organisations::{existing, name_of};
use crate::assess::series::cover;
use crate::assess::terms::{as_period, quarters_of, quarters_of_term, term_of};
use crate::assess::units::{level, scale_of};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::{Measure, ResultValue};
use crate::period::Period;
use crate::quantity::{Quantity, Source, Value};
use crate::vietnamese::fold;

/// A flow given for a longer period and for all its quarters: the sum has to be the same. Of what stands, the
/// longer period and its last quarter have to say the same.
pub(super) fn parts_of_period(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    for (period, seen) in &record.observed {
        let (Some(whole), false) = (&seen.bloc, matches!(period, Period::Quarter(..) | Period::Term(..)))
        else {
            continue;
        };
        let Some(parts) = parts(record, *period) else { continue };
        let (Some(a), Some(b)) = (whole.as_number(), parts.as_number()) else { continue };
        if !same(a, b) {
            let finding = Diagnostic::warning("parts-differ-from-period")
                .arg("target", &record.target.short)
                .arg("period", period.name())
                .arg("whole", operand(whole))
                .arg("parts", written(&parts));
            found.push(placed(finding, &whole.source, &parts.source));
        }
    }
}

fn parts(record: &Record<'_>, period: Period) -> Option<Quantity> {
    let (first, last) = quarters_of(period);
    match record.target.measure {
        Measure::Flow => {
            let first = first.max(quarters_of_term(record.term).0);
            // Six months may stand for their quarters inside nine; the period itself may not.
            let at = |p: Period| if p == period { None } else { record.exact(p) };
            let cover = cover(first, last, at);
            if cover.missing.is_empty() { cover.sum(record.units.base()) } else { None }
        }
        Measure::Cumulative | Measure::Level => record.exact(as_period(last)),
        Measure::Rating | Measure::YesNo => None,
    }
}

/// A sum with its terms, `36 + 45 = 81`; a single value as it is.
fn written(q: &Quantity) -> String {
    match &*q.source {
        Source::Formula { expression, .. } => format!("{expression} = {}", operand(q)),
        _ => operand(q),
    }
}

fn placed(finding: Diagnostic, at: &Source, other: &Source) -> Diagnostic {
    let finding = match place_of(at) {
        Some(place) => finding.place(place),
        None => finding,
    };
    match place_of(other) {
        Some(place) => finding.related(place),
        None => finding,
    }
}

/// A running total of the term does not fall, neither the bloc's nor an organisation's.
pub(super) fn decrease(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    if record.target.measure != Measure::Cumulative {
        return;
    }
    let quarters = record.observed.keys().flat_map(|p| <[_; 2]>::from(quarters_of(*p)));
    let quarters: BTreeSet<_> = quarters.collect();
    let mut before: BTreeMap<Option<&str>, (Period, &Quantity)> = BTreeMap::new();
    for (period, seen) in quarters.into_iter().filter_map(|q| record.standing_at(as_period(q))) {
        let organisations = seen.by_organisation.iter().map(|(id, q)| (Some(id.as_str()), q));
        for (who, value) in seen.bloc.iter().map(|q| (None, q)).chain(organisations) {
            if let Some((earlier, was)) = before.insert(who, (period, value))
                && falls(was, value)
            {
                let finding = Diagnostic::warning("cumulative-decreases")
                    .arg("target", &record.target.short)
                    .arg("scope", who.map_or("bloc", |_| "organisation"))
                    .arg("organisation", who.map_or("-", |id| name_of(record.office, id)))
                    .arg("earlier", earlier.name())
                    .arg("was", operand(was))
                    .arg("period", period.name())
                    .arg("value", operand(value));
                found.push(placed(finding, &value.source, &was.source));
            }
        }
    }
}

/// Counts are compared, not per cents: the whole may grow.
fn falls(was: &Quantity, is: &Quantity) -> bool {
    match (&was.value, &is.value) {
        (Value::Share { part: a, .. }, Value::Share { part: b, .. }) => a > b && !same(*a, *b),
        (Value::Number(a), Value::Number(b)) => was.unit == is.unit && a > b && !same(*a, *b),
        (Value::Yes(true), Value::Yes(false)) => true,
        _ => false,
    }
}

/// More than the rule's share rated excellent among those of the two best levels. Whose denominator differs between
/// rules, so only a warning.
pub(super) fn excellent_over_cap(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let Some((scale, _)) = scale_of(record.office, record.target) else { return };
    let Some((cap, rule)) = &scale.excellent_cap else { return };
    for (period, seen) in &record.observed {
        let levels = seen.by_organisation.values().filter_map(|q| match &q.value {
            Value::Words(words) => level(scale, words),
            _ => None,
        });
        let levels: Vec<usize> = levels.collect();
        let excellent = levels.iter().filter(|l| **l == 0).count() as f64;
        let well = levels.iter().filter(|l| **l <= 1).count() as f64;
        if well == 0.0 || excellent / well * 100.0 <= cap + 1e-9 {
            continue;
        }
        let place = seen.by_organisation.values().find_map(|q| place_of(&q.source));
        found.push(Diagnostic {
            place,
            ..Diagnostic::warning("excellent-over-cap")
                .arg("target", &record.target.short)
                .arg("period", period.name())
                .arg("excellent", figure(excellent))
                .arg("well", figure(well))
                .arg("share", figure(excellent / well * 100.0))
                .arg("cap", figure(*cap))
                .arg("rule", rule)
        });
    }
}

/// A share out of all organisations whose whole is not the number of organisations that exist.
pub(super) fn whole_and_organisations(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let all = |text: &str| fold(text).starts_with("tổng số tổ chức cơ sở đảng");
    if !record.target.base.as_ref().is_some_and(|b| b.value.is_none() && all(&b.text)) {
        return;
    }
    for (period, seen) in &record.observed {
        let Some(bloc) = seen.bloc.as_ref().filter(|_| !seen.is_sum) else { continue };
        let (Value::Share { whole, .. }, Source::Place(place) | Source::Illustrative(place)) =
            (&bloc.value, &*bloc.source)
        else {
            continue;
        };
        let count = existing(record.office, period.last_day()).count();
        if count > 0 && !same(*whole, count as f64) {
            found.push(
                Diagnostic::warning("whole-differs-from-organisations")
                    .place(place.clone())
                    .arg("target", &record.target.short)
                    .arg("period", period.name())
                    .arg("value", operand(bloc))
                    .arg("count", count),
            );
        }
    }
}

/// Ratings of a period in which the target's scale is not in force; once for each file.
pub(super) fn scale_not_in_force(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let Some((scale, _)) = scale_of(record.office, record.target) else { return };
    for (period, seen) in &record.observed {
        let values = seen.by_organisation.values().chain(&seen.bloc);
        let Some(place) = values.filter_map(|q| place_of(&q.source)).min() else { continue };
        if !scale.validity.covers(period.last_day()) {
            found.push(
                Diagnostic::warning("scale-not-in-force")
                    .place(place)
                    .arg("target", &record.target.short)
                    .arg("scale", &scale.source)
                    .arg("period", period.name()),
            );
        }
    }
}

/// Made-up values that reports on these periods may show, all in one note.
pub(crate) fn illustrative(scenes: &[&Scene<'_>], found: &mut Vec<Diagnostic>) {
    let places: BTreeSet<&Place> = scenes
        .iter()
        .flat_map(|scene| sources(scene))
        .filter_map(|source| match source {
            Source::Illustrative(place) => Some(place),
            _ => None,
        })
        .collect();
    let Some(first) = places.first() else { return };
    let files: BTreeSet<&str> = places.iter().map(|p| p.file.as_str()).collect();
    let files: Vec<&str> = files.into_iter().collect();
    found.push(
        Diagnostic::note("illustrative-values")
            .place((*first).clone())
            .arg("count", places.len())
            .arg("files", some_of(&files)),
    );
}

/// The sources of every value known at the period's end.
fn sources<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Source> {
    let until = scene.period.last_day();
    let in_term = move |r: &&ResultValue| {
        r.period.last_day() <= until
            && term_of(scene.office, r.period).is_some_and(|t| t.period == scene.term.period)
    };
    let results = scene.office.results.iter().filter(in_term).map(|r| &*r.source);
    let targets = scene.term.targets.iter().map(|t| &*t.source);
    let bases = scene.term.targets.iter().filter_map(|t| t.base.as_ref()?.source.as_deref());
    let members = scene.organisations.iter().flat_map(|o| o.members.iter().map(|(_, _, source)| &**source));
    let of_period = scene.office.activities.iter().filter(move |a| a.period == scene.period);
    let activities = of_period.flat_map(|a| a.values.iter().map(|(_, source)| &**source));
    results.chain(targets).chain(bases).chain(members).chain(activities)
}
