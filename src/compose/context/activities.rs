//! The office's own work figures as sentences.

use crate::assess::Assessment;
use crate::compose::context::{Inputs, days, lies_in};
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::office::{Activity, Section};
use crate::quantity::Quantity;

/// The activities of the section in the period; the same activity of several periods is summed.
pub fn sentences(inputs: Inputs<'_>, section: Section, ledger: &mut Ledger) -> Vec<String> {
    let mut groups: Vec<(&str, Vec<&Activity>)> = Vec::new();
    let of_section = |a: &&Activity| a.section == section && belongs(a, inputs.assessment);
    // What the office writes of the whole period takes the place of what it wrote of its parts.
    let whole = inputs.office.activities.iter().filter(of_section);
    let whole = whole.into_iter().any(|a| a.period == inputs.assessment.period);
    let within = |a: &&Activity| of_section(a) && (!whole || a.period == inputs.assessment.period);
    for activity in inputs.office.activities.iter().filter(within) {
        match groups.iter_mut().find(|(text, _)| *text == activity.text) {
            Some((_, group)) => group.push(activity),
            None => groups.push((&activity.text, vec![activity])),
        }
    }
    groups.into_iter().map(|(text, group)| sentence(text, &without_overlap(group), ledger)).collect()
}

/// Whether the activity is told of in the report. What judges or looks ahead goes out of date with its period: only
/// that of the last one counts.
fn belongs(activity: &Activity, assessment: &Assessment) -> bool {
    let ages = [Section::Strengths, Section::Limitations, Section::NextTasks, Section::Proposals]
        .contains(&activity.section);
    let last = days(assessment).1;
    lies_in(activity.period, assessment)
        && (!ages || activity.period == assessment.period || activity.period.last_day() == last)
}

/// Longer periods first; what lies in one already taken is left out, so that nothing is counted twice.
fn without_overlap(mut group: Vec<&Activity>) -> Vec<&Activity> {
    let length = |a: &Activity| a.period.last_day() - a.period.first_day();
    group.sort_by_key(|a| std::cmp::Reverse(length(a)));
    let mut taken: Vec<&Activity> = Vec::new();
    for activity in group {
        if taken.iter().all(|t| t.period.is_apart(activity.period)) {
            taken.push(activity);
        }
    }
    taken.sort_by_key(|a| a.period.first_day());
    taken
}

fn sentence(text: &str, group: &[&Activity], ledger: &mut Ledger) -> String {
    let clean = mark::clean(text);
    let mut parts = clean.trim_end_matches(['.', ';', ',']).split("{}");
    let mut marked = mark::name_unless_empty(parts.next().unwrap_or_default());
    for (i, part) in parts.enumerate() {
        let values: Vec<Quantity> = group
            .iter()
            .filter_map(|a| a.values.get(i))
            .map(|(v, s)| Quantity::number(*v, "", s.clone()))
            .collect();
        if let Some(total) = total(values) {
            marked.push_str(&ledger.value(&total));
        }
        marked.push_str(&mark::name_unless_empty(part));
    }
    mark::capitalised(&marked) + "."
}

/// The sum of the values as a formula; a single one as it is.
fn total(values: Vec<Quantity>) -> Option<Quantity> {
    if values.len() < 2 {
        return values.into_iter().next();
    }
    let numbers: Vec<f64> = values.iter().filter_map(Quantity::as_number).collect();
    let terms: Vec<String> = values.iter().map(wording::value).collect();
    let sum = numbers.iter().sum();
    Some(Quantity::formula(sum, "", terms.join(" + "), values))
}
