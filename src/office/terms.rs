//! `terms/*.yaml`: a congress's term and its targets.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place};
use crate::period::Period;
use crate::quantity::{Comparator, Source, Value};

use super::fields::{self, Fields};
use super::log::Log;
use super::model::{Base, Measure, ProgrammeItem, RatingScale, Target, Term};
use super::number::{self, Reading};
use super::organisations::{Ids, count, unknown_id};
use super::source::{Declared, Sources};
use super::yaml::{Node, Yaml};

const MEASURES: [(&str, Measure); 5] = [
    ("rating", Measure::Rating),
    ("flow", Measure::Flow),
    ("cumulative", Measure::Cumulative),
    ("level", Measure::Level),
    ("yes-no", Measure::YesNo),
];

const COMPARATORS: [(&str, Comparator); 8] = [
    ("aim", Comparator::Equal),
    ("at-least", Comparator::AtLeast),
    ("more-than", Comparator::MoreThan),
    ("at-most", Comparator::AtMost),
    ("less-than", Comparator::LessThan),
    ("about", Comparator::About),
    ("nearly", Comparator::Nearly),
    ("range", Comparator::Range),
];

/// What the files of terms are read against.
pub struct Context<'a> {
    pub log: &'a Log,
    pub sources: &'a Sources<'a>,
    /// Rating scales; none when they could not be read, which has been said.
    pub scales: Option<&'a [RatingScale]>,
}

/// Reads one file; none when its span is not known, which has been said.
pub fn read(root: &Node, context: &Context<'_>) -> Option<Term> {
    let log = context.log;
    let fields = Fields::of(root, "term", log)?;
    let default = context.sources.declared(&fields, &Declared::Line);
    let period = fields.require("term").and_then(|node| fields::period(node, "term", log));
    fields.require("from");
    fields.require("to");
    let days = fields.validity();
    let congress = fields.required_text("congress");
    let congress_days = congress_days(&fields);
    let programme =
        fields.list("programme").iter().filter_map(|node| programme_item(node, context, &default)).collect();
    fields.require("targets");
    let mut ids = Ids::new(log);
    let mut targets = Vec::new();
    for node in fields.list("targets") {
        if let Some(target) = target(node, context, &default) {
            ids.add(&target.id, &target.place);
            targets.push(target);
        }
    }
    fields.finish();
    let period = term_period(period, &fields)?;
    let (from, to) = (days.from?, days.to?);
    Some(Term { period, from, to, congress, congress_days, programme, targets, place: fields.place() })
}

fn term_period(period: Option<Period>, fields: &Fields<'_>) -> Option<Period> {
    match period? {
        term @ Period::Term(..) => Some(term),
        other => {
            let mark = fields.get("term").map_or(fields.mark, |node| node.mark);
            fields.log.push(fields.log.error("term-not-a-term", mark).arg("text", other));
            None
        }
    }
}

/// `congress-days: [2020-08-10, 2020-08-11]`; one day stands for both.
fn congress_days(fields: &Fields<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let days: Vec<NaiveDate> = fields
        .list("congress-days")
        .iter()
        .filter_map(|node| fields::date(node, "congress-days", fields.log))
        .collect();
    let (first, last) = (*days.first()?, *days.last()?);
    if last < first {
        let mark = fields.get("congress-days").map_or(fields.mark, |node| node.mark);
        let problem = fields.log.error("validity-reversed", mark);
        fields.log.push(problem.arg("from", first.format("%d/%m/%Y")).arg("to", last.format("%d/%m/%Y")));
    }
    Some((first, last))
}

fn programme_item(node: &Node, context: &Context<'_>, default: &Declared) -> Option<ProgrammeItem> {
    let fields = Fields::of(node, "programme", context.log)?;
    let declared = context.sources.declared(&fields, default);
    let unit = fields.required_text("unit");
    let counted = fields
        .require("count")
        .and_then(|node| count(node, "count", context.sources, &declared, context.log));
    fields.finish();
    let (count, source) = counted?;
    Some(ProgrammeItem { count, unit, source })
}

fn target(node: &Node, context: &Context<'_>, default: &Declared) -> Option<Target> {
    let log = context.log;
    let fields = Fields::of(node, "targets", log)?;
    let declared = context.sources.declared(&fields, default);
    let id = fields.id().unwrap_or_default();
    let title = fields.required_text("title");
    let short = fields.text("short").unwrap_or_else(|| title.clone());
    let aliases = fields.texts("aliases");
    let measure = fields.required_choice("measure", &MEASURES);
    let comparator = fields.choice("comparator", &COMPARATORS).unwrap_or(Comparator::Equal);
    let unit = fields.text("unit").unwrap_or_default();
    let value = fields.require("value").and_then(|node| goal(node, &unit, comparator, log));
    let source = value_source(&fields, context, &declared);
    let words = fields.required_text("words");
    let base = fields.get("base").and_then(|node| base(node, context, &declared));
    let rating = fields.get("rating").and_then(|node| rating(node, context));
    let tolerance = fields.number("tolerance");
    let due = fields.date("due");
    let (per_year, note) = (fields.flag("per-year"), fields.text("note"));
    fields.finish();
    if unit == "%" && fields.get("base").is_none() {
        log.push(log.error("target-without-base", fields.mark).arg("id", &id));
    }
    // What is missing has been said; a target that results point to has to be there all the same.
    let (measure, value) = (measure.unwrap_or(Measure::Level), value.unwrap_or(Value::Yes(false)));
    let place = fields.place();
    Some(Target {
        id,
        title,
        short,
        aliases,
        unit,
        measure,
        comparator,
        value,
        words,
        base,
        rating,
        tolerance,
        due,
        per_year,
        note,
        source,
        place,
    })
}

fn value_source(fields: &Fields<'_>, context: &Context<'_>, declared: &Declared) -> Arc<Source> {
    let mark = fields.get("value").map_or(fields.mark, |node| node.mark);
    context.sources.at(declared, mark, context.log)
}

/// A target's value: a number, a range, or `true`.
fn goal(node: &Node, unit: &str, comparator: Comparator, log: &Log) -> Option<Value> {
    let Yaml::Scalar { text, plain } = &node.value else {
        fields::wrong_type(node, "value", "value", log);
        return None;
    };
    let value = match (text.as_str(), number::read(text, *plain)) {
        ("true", _) => Value::Yes(true),
        ("false", _) => Value::Yes(false),
        (_, Reading::Value(value @ (Value::Number(_) | Value::Range(..)), percent)) => {
            if percent && unit != "%" {
                log.push(log.error("unit-not-percent", node.mark).arg("text", text).arg("unit", unit));
            }
            value
        }
        (_, Reading::Ambiguous) => {
            log.push(fields::ambiguous(text, node.mark, log));
            return None;
        }
        _ => {
            fields::wrong_type(node, "value", "value", log);
            return None;
        }
    };
    if matches!(value, Value::Range(..)) != (comparator == Comparator::Range) {
        log.push(log.error("range-comparator", node.mark).arg("text", text));
    }
    check_percent(&value, unit == "%", text, node, log);
    Some(value)
}

/// A per cent of a part in a whole lies between 0 and 100.
fn check_percent(value: &Value, percent: bool, text: &str, node: &Node, log: &Log) {
    let within = |n: f64| (0.0..=100.0).contains(&n);
    let good = match value {
        Value::Number(n) => within(*n),
        Value::Range(low, high) => within(*low) && within(*high),
        _ => true,
    };
    if percent && !good {
        log.push(log.error("percent-out-of-range", node.mark).arg("key", "value").arg("text", text));
    }
}

fn base(node: &Node, context: &Context<'_>, default: &Declared) -> Option<Base> {
    if let Yaml::Scalar { .. } = node.value {
        let text = fields::text(node, "base", context.log)?;
        return Some(Base { text, value: None, date: None, source: None });
    }
    let fields = Fields::of(node, "base", context.log)?;
    let declared = context.sources.declared(&fields, default);
    let text = fields.required_text("text");
    let date = fields.date("date");
    let counted =
        fields.get("value").and_then(|node| count(node, "value", context.sources, &declared, context.log));
    fields.finish();
    let (value, source) = counted.unzip();
    Some(Base { text, value, date, source })
}

/// `rating: {scale: …, at-least: …}`: a level of a scale of the office.
fn rating(node: &Node, context: &Context<'_>) -> Option<(String, String)> {
    let log = context.log;
    let fields = Fields::of(node, "rating", log)?;
    let (scale_node, level_node) = (fields.require("scale"), fields.require("at-least"));
    fields.finish();
    let (scale_node, level_node) = (scale_node?, level_node?);
    let scale_id = fields::text(scale_node, "scale", log)?;
    let level = fields::text(level_node, "at-least", log)?;
    let scales = context.scales?;
    let Some(scale) = scales.iter().find(|s| s.id == scale_id) else {
        let names = scales.iter().map(|s| s.id.as_str());
        unknown_id(scale_node, "rating-scale", &scale_id, names, log);
        return None;
    };
    if !scale.levels.contains(&level) {
        let problem = log.error("level-unknown", level_node.mark).arg("level", &level);
        log.push(problem.arg("scale", &scale_id).arg("levels", scale.levels.join("; ")));
    }
    Some((scale_id, level))
}

/// Terms in the order of time; two that hold on the same day are reported.
pub fn check_overlaps(terms: &mut [Term], found: &mut Vec<Diagnostic>) {
    terms.sort_by(|a, b| (a.from, a.to, &a.place).cmp(&(b.from, b.to, &b.place)));
    for pair in terms.windows(2) {
        let (earlier, later) = (&pair[0], &pair[1]);
        if later.from <= earlier.to {
            let problem = Diagnostic::error("term-overlap").place(from_place(later));
            let problem = problem.arg("term", later.period).arg("other", earlier.period);
            found.push(problem.related(from_place(earlier)));
        }
    }
}

fn from_place(term: &Term) -> Place {
    term.place.clone()
}
