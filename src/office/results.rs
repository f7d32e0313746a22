//! `results/*.yaml`: what was reached in a period, and the work that belongs to no target.

use std::str::FromStr;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place};
use crate::period::Period;
use crate::quantity::Source;

use super::fields::{self, Fields, wrong_type};
use super::log::Log;
use super::model::{Activity, Organisation, RatingScale, ResultValue, Section, Target, Term};
use super::organisations::{sourced_number, unknown_id};
use super::register::Register;
use super::source::{Declared, Sources};
use super::stated::Checks;
use super::yaml::{Entry, Mark, Node, Yaml};

/// What results are read against.
pub struct Context<'a> {
    pub log: &'a Log,
    pub sources: &'a Sources<'a>,
    pub terms: &'a [Term],
    /// Whether every term could be read: else a period without a term is no new mistake.
    pub terms_complete: bool,
    /// Organisations; empty only when they could not be read.
    pub organisations: &'a Register<'a>,
    /// Rating scales; none when they could not be read.
    pub scales: Option<&'a [RatingScale]>,
}

/// What one file gives.
#[derive(Debug, Default)]
pub struct Results {
    pub values: Vec<ResultValue>,
    pub activities: Vec<Activity>,
}

/// Reads one YAML file.
pub fn read(root: &Node, context: &Context<'_>) -> Results {
    let mut results = Results::default();
    let log = context.log;
    let Some(fields) = Fields::of(root, "results", log) else { return results };
    let default = context.sources.declared(&fields, &Declared::Line);
    let period = match fields.get("period") {
        Some(node) => fields::period(node, "period", log),
        None => period_of_name(log.file()).or_else(|| {
            say_no_period(&fields);
            None
        }),
    };
    let targets = fields.map("results");
    let activities = fields.list("activities");
    fields.finish();
    let Some(period) = period else { return results };
    let term = term_of(context, period, fields.mark);
    let reader = Reader { context, period, term };
    for entry in targets {
        reader.target(entry, &default, &mut results.values);
    }
    results.activities = activities.iter().filter_map(|node| reader.activity(node, &default)).collect();
    results
}

/// `results/2023-Q3.yaml`, `results/2023-Q3 khối văn xã.yaml` → 2023-Q3.
pub fn period_of_name(file: &str) -> Option<Period> {
    Period::from_str(code_of_name(file)).ok()
}

/// The file's name up to its extension or first space, where a period's code stands.
fn code_of_name(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.split([' ', '_']).next().unwrap_or(stem)
}

/// Reports a file whose period is neither in its name nor in the field `period`.
fn say_no_period(fields: &Fields<'_>) {
    let code = code_of_name(fields.log.file());
    if code.starts_with(|c: char| c.is_ascii_digit()) {
        let place = Place::file(fields.log.file());
        fields.log.push(Diagnostic::error("period-unknown").place(place).arg("text", code));
    } else {
        fields.require("period");
    }
}

/// The term in which the period ends, or a finding that none is.
pub fn term_of<'a>(context: &Context<'a>, period: Period, mark: Mark) -> Option<&'a Term> {
    let term = term_at(context.terms, period);
    if term.is_none() && context.terms_complete {
        context.log.push(context.log.error("term-uncovered", mark).arg("period", period));
    }
    term
}

/// The term that a period is reported under: the one that holds on its last day.
pub fn term_at(terms: &[Term], period: Period) -> Option<&Term> {
    if let Period::Term(..) = period {
        return terms.iter().find(|t| t.period == period);
    }
    let day = period.last_day();
    terms.iter().find(|t| t.from <= day && day <= t.to)
}

struct Reader<'a> {
    context: &'a Context<'a>,
    period: Period,
    term: Option<&'a Term>,
}

impl Reader<'_> {
    /// The results of one target: a value, or `{total: …, by-organisation: …}`.
    fn target(&self, entry: &Entry, default: &Declared, values: &mut Vec<ResultValue>) {
        let (context, log) = (self.context, self.context.log);
        let Some(term) = self.term else { return };
        let Some(target) = term.targets.iter().find(|t| t.id == entry.key) else {
            let names = term.targets.iter().map(|t| t.id.as_str());
            let node = Node { mark: entry.mark, value: Yaml::Null };
            unknown_id(&node, "target", &entry.key, names, log);
            return;
        };
        let short = match &entry.value.value {
            Yaml::Map(fields) => fields.iter().any(|field| field.key == "value"),
            _ => true,
        };
        if short {
            values.extend(self.value(&entry.value, target, None, default));
            return;
        }
        let Some(fields) = Fields::of(&entry.value, &entry.key, log) else { return };
        let default = context.sources.declared(&fields, default);
        if let Some(total) = fields.get("total") {
            values.extend(self.value(total, target, None, &default));
        }
        for part in fields.map("by-organisation") {
            let Some(organisation) = context.organisations.get(&part.key) else {
                if context.organisations.is_empty() {
                    break;
                }
                let names = context.organisations.ids();
                let node = Node { mark: part.mark, value: Yaml::Null };
                unknown_id(&node, "organisation", &part.key, names, log);
                continue;
            };
            values.extend(self.value(&part.value, target, Some(organisation), &default));
        }
        fields.finish();
    }

    /// A value, or `{value: …, note: …, source: …}`.
    fn value(
        &self,
        node: &Node,
        target: &Target,
        organisation: Option<&Organisation>,
        default: &Declared,
    ) -> Option<ResultValue> {
        let (context, log) = (self.context, self.context.log);
        let (value, note, declared) = match &node.value {
            Yaml::Null => return None,
            Yaml::Map(_) => {
                let fields = Fields::of(node, &target.id, log)?;
                let declared = context.sources.declared(&fields, default);
                let value = fields.require("value");
                let note = fields.text("note");
                fields.finish();
                (value?, note, declared)
            }
            _ => (node, None, default.clone()),
        };
        let Yaml::Scalar { text, plain } = &value.value else {
            wrong_type(value, &target.id, "value", log);
            return None;
        };
        let one = organisation.is_some();
        let checks = Checks { target, period: self.period, scales: context.scales, one };
        match checks.state(text, *plain) {
            Ok(stated) => Some(ResultValue {
                target: target.id.clone(),
                organisation: organisation.map(|o| o.id.clone()),
                period: self.period,
                value: stated.value,
                unit: stated.unit,
                note,
                source: context.sources.at(&declared, value.mark, log),
                place: log.place(value.mark),
            }),
            Err(problem) => {
                log.push(problem.place(log.place(value.mark)));
                None
            }
        }
    }

    fn activity(&self, node: &Node, default: &Declared) -> Option<Activity> {
        let (context, log) = (self.context, self.context.log);
        let fields = Fields::of(node, "activities", log)?;
        let declared = context.sources.declared(&fields, default);
        let sections = Section::ALL.map(|s| (s.id(), s));
        let section = fields.required_choice("section", &sections);
        let text = fields.required_text("text");
        let values: Vec<(f64, Arc<Source>)> = fields
            .list("values")
            .iter()
            .filter_map(|node| {
                sourced_number(node, "values", context.sources, &declared, log)
                    .map(|(number, _, source)| (number, source))
            })
            .collect();
        fields.finish();
        let places = text.matches("{}").count();
        let given = fields.list("values").len();
        if places != given {
            let problem = log.error("activity-values", fields.mark).arg("places", places);
            log.push(problem.arg("values", given));
            return None;
        }
        let source = context.sources.at(&declared, fields.mark, log);
        let (period, place) = (self.period, fields.place());
        Some(Activity { section: section?, text, values, source, period, place })
    }
}

/// Results in the order of period and file; two for the same target, organisation and period are reported.
pub fn sort(values: &mut [ResultValue], found: &mut Vec<Diagnostic>) {
    values.sort_by(|a, b| (a.period, &a.place).cmp(&(b.period, &b.place)));
    let mut seen: std::collections::BTreeMap<_, &Place> = std::collections::BTreeMap::new();
    for value in values.iter() {
        let key = (value.period, value.target.as_str(), value.organisation.as_deref());
        if let Some(first) = seen.get(&key) {
            let problem = Diagnostic::error("result-duplicate").place(value.place.clone());
            let problem = problem.arg("target", &value.target).arg("period", value.period);
            found.push(problem.arg("first", first).related((*first).clone()));
        } else {
            seen.insert(key, &value.place);
        }
    }
}
