//! Checks of organisations.

use std::collections::BTreeMap;

use crate::assess::Scene;
use crate::assess::organisations::Successors;
use crate::assess::terms::term_of;
use crate::diagnostic::{Diagnostic, Place};

/// Results for a period in which the organisation did not exist, once for each organisation and file.
pub(super) fn outside_validity(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    let organisations = Successors::new(scene.office);
    let mut told: BTreeMap<(&str, &str), (Place, Diagnostic)> = BTreeMap::new();
    for row in &scene.office.results {
        let Some(organisation) = row.organisation.as_deref().and_then(|id| organisations.get(id)) else {
            continue;
        };
        let of_term = term_of(scene.office, row.period).is_some_and(|t| t.period == scene.term.period);
        let (first, last) = (row.period.first_day(), row.period.last_day());
        let validity = organisation.validity;
        let existed =
            validity.from.is_none_or(|from| from <= last) && validity.to.is_none_or(|to| first <= to);
        if existed || !of_term || last > scene.period.last_day() {
            continue;
        }
        let heir = organisations.on(&organisation.id, last);
        let finding = Diagnostic::warning("organisation-not-existing")
            .arg("organisation", &organisation.name)
            .arg("period", row.period.name())
            .arg(
                "successor",
                organisations.get(heir).filter(|_| heir != organisation.id).map_or("-", |o| &o.name),
            );
        let key = (organisation.id.as_str(), row.place.file.as_str());
        let entry = told.entry(key).or_insert_with(|| (row.place.clone(), finding));
        entry.0 = entry.0.clone().min(row.place.clone());
    }
    found.extend(told.into_values().map(|(place, finding)| finding.place(place)));
}

/// Organisations without a head count at the period's end: the sum cannot be told.
pub(super) fn members_unknown(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    let day = scene.period.last_day();
    let unknown = |o: &&crate::office::Organisation| !o.members.iter().any(|(on, ..)| *on <= day);
    let without: Vec<_> = scene.organisations.iter().filter(unknown).collect();
    // Where no organisation has a count, the office does not keep them here.
    let Some(first) = without.first().filter(|_| without.len() < scene.organisations.len()) else { return };
    let names: Vec<&str> = without.iter().map(|o| o.name.as_str()).collect();
    found.push(
        Diagnostic::warning("members-unknown")
            .place(first.place.clone())
            .arg("count", names.len())
            .arg("names", super::reporting::some_of(&names))
            .arg("date", day.format("%d/%m/%Y")),
    );
}
