//! Whether the figures can be right: one small function a check, each with a code of its own.

mod articles;
mod history;
mod organisations;
mod reporting;
mod results;
mod targets;

use crate::assess::Scene;
use crate::diagnostic::{Diagnostic, Place};
use crate::quantity::Source;

pub(crate) use results::illustrative;

/// Checks of a term as a whole.
pub(crate) fn of_term(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = scene.records.iter().flat_map(|r| r.findings.clone()).collect();
    for record in &scene.records {
        targets::about_without_tolerance(record, &mut found);
        targets::without_source(record, &mut found);
        results::parts_of_period(record, &mut found);
        results::decrease(record, &mut found);
        results::excellent_over_cap(record, &mut found);
        results::whole_and_organisations(record, &mut found);
        results::scale_not_in_force(record, &mut found);
        history::jumps(record, &mut found);
        articles::conflicts(scene, record, &mut found);
    }
    targets::base_and_members(scene, &mut found);
    organisations::outside_validity(scene, &mut found);
    articles::before_its_time(scene, &mut found);
    found
}

/// Checks of a term up to a period, and of the period itself.
pub(crate) fn of_period(scene: &Scene<'_>) -> Vec<Diagnostic> {
    let mut found = of_term(scene);
    for record in &scene.records {
        reporting::missing_or_stale(scene, record, &mut found);
        reporting::missing_quarters(scene, record, &mut found);
        reporting::silent_on_target(scene, record, &mut found);
    }
    reporting::silent(scene, &mut found);
    organisations::members_unknown(scene, &mut found);
    articles::outside_period(scene, &mut found);
    found
}

/// Where a source stands; of a formula, its first input.
fn place_of(source: &Source) -> Option<Place> {
    match source {
        Source::Place(place) | Source::Illustrative(place) => Some(place.clone()),
        Source::Formula { inputs, .. } => inputs.iter().find_map(|q| place_of(&q.source)),
        Source::Article(quotation) => Some(Place::file(&quotation.file)),
    }
}
