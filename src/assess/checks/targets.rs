//! Checks of the targets themselves.

use crate::assess::Scene;
use crate::assess::arithmetic::{POINTS, figure, operand, same};
use crate::assess::judge::tolerance;
use crate::assess::observe::Record;
use crate::assess::organisations::existing;
use crate::assess::situation::members;
use crate::diagnostic::Diagnostic;
use crate::office::Organisation;
use crate::quantity::{Comparator, Source};
use crate::vietnamese::fold;

/// `khoảng` without a tolerance is judged with a customary one, which has to be said.
pub(super) fn about_without_tolerance(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let target = record.target;
    let about = matches!(record.goal.comparator, Comparator::About | Comparator::Nearly);
    let (true, None, Some(goal)) = (about, target.tolerance, record.goal.as_number()) else { return };
    let unit = if record.goal.unit == "%" { POINTS } else { &record.goal.unit };
    found.push(
        Diagnostic::note("about-without-tolerance")
            .place(target.place.clone())
            .arg("target", &target.short)
            .arg("goal", operand(&record.goal))
            .arg("tolerance", format!("{} {unit}", figure(tolerance(target, goal)))),
    );
}

/// A target that names neither a document nor an article.
pub(super) fn without_source(record: &Record<'_>, found: &mut Vec<Diagnostic>) {
    let target = record.target;
    let bare = matches!(*target.source, Source::Place(_)) && record.office.document(&target.source).is_none();
    if bare {
        let finding = Diagnostic::warning("target-without-source").place(target.place.clone());
        found.push(finding.arg("target", &target.short));
    }
}

/// A base of members on a day beside the organisations' own head counts of that day.
pub(super) fn base_and_members(scene: &Scene<'_>, found: &mut Vec<Diagnostic>) {
    for target in &scene.term.targets {
        let Some(base) = &target.base else { continue };
        let (Some(value), Some(date)) = (base.value, base.date) else { continue };
        if !fold(&base.text).contains("đảng viên") {
            continue;
        }
        let then: Vec<Organisation> = existing(scene.office, date).cloned().collect();
        let Some(sum) = members(&then, date).and_then(|q| q.as_number()) else { continue };
        if !same(sum, value) {
            found.push(
                Diagnostic::warning("base-differs-from-members")
                    .place(target.place.clone())
                    .arg("target", &target.short)
                    .arg("base", figure(value))
                    .arg("sum", figure(sum))
                    .arg("date", date.format("%d/%m/%Y")),
            );
        }
    }
}
