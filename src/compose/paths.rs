//! Every path of the templates, looked up in a model that has everything: strict mode does not see `{{#if typo}}`,
//! and what one office's data never reaches would fail another's.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Path, Template as Compiled};
use serde::Deserialize;
use serde_json::Value;

use crate::compose::filler::Filler;
use crate::compose::model::{Model, SectionText};
use crate::compose::render::{TEXT_HELPERS, TREES};
use crate::compose::template::{Template, Templates, partial_name};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::Section;

/// Handlebars' own helpers that templates may use.
const HELPERS: [&str; 13] =
    ["if", "unless", "each", "with", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not"];

/// Everything that the report's templates name and the model does not have.
pub fn check(templates: &Templates) -> Vec<Diagnostic> {
    let Some(model) = example() else { return Vec::new() };
    let mut checker = Checker { templates, root: &model, seen: BTreeSet::new(), wrong: Vec::new() };
    let report = templates.get("report");
    let appendices = report.iter().flat_map(|r| &r.front.appendices).filter_map(|name| templates.get(name));
    for template in report.into_iter().chain(appendices) {
        checker.template(template, &mut vec![Scope::of(&model)]);
    }
    checker.wrong.sort();
    checker.wrong.dedup();
    checker.wrong
}

/// Every path that a template can print or ask for, in order; `[]` stands for the entries of a list, `*` for the id
/// of a section.
pub fn template_paths() -> Vec<String> {
    let mut paths = Vec::new();
    if let Some(model) = example() {
        collect(&model, "", &mut paths);
    }
    paths
}

fn collect(value: &Value, path: &str, paths: &mut Vec<String>) {
    match value {
        Value::Object(fields) if path == "sections" => {
            if let Some(section) = fields.values().next() {
                collect(section, "sections.*", paths);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(field, &path, paths);
            }
        }
        Value::Array(entries) => {
            if let Some(entry) = entries.first() {
                collect(entry, &format!("{path}[]"), paths);
            }
        }
        _ => paths.push(path.to_owned()),
    }
}

/// A model in which every field is filled and every list has an entry.
fn example() -> Option<Value> {
    let mut model = Model::deserialize(Filler).ok()?;
    let section = SectionText::deserialize(Filler).ok()?;
    model.sections = Section::ALL.into_iter().map(|s| (s.id().to_owned(), section.clone())).collect();
    serde_json::to_value(model).ok()
}

/// What paths start from: a value, and the names that a block gives.
#[derive(Clone)]
struct Scope<'a> {
    value: Option<&'a Value>,
    names: Vec<(String, Option<&'a Value>)>,
}

impl<'a> Scope<'a> {
    fn of(value: &'a Value) -> Self {
        Scope { value: Some(value), names: Vec::new() }
    }
}

struct Checker<'a> {
    templates: &'a Templates,
    root: &'a Value,
    seen: BTreeSet<(String, usize)>,
    wrong: Vec<Diagnostic>,
}

impl<'a> Checker<'a> {
    fn template(&mut self, template: &Template, scopes: &mut Vec<Scope<'a>>) {
        let scope = scopes.last().and_then(|s| s.value).map_or(0, |v| std::ptr::from_ref(v).addr());
        if self.seen.insert((template.name.clone(), scope)) {
            self.elements(&template.compiled, &template.file, scopes);
        }
    }

    fn elements(&mut self, compiled: &Compiled, file: &str, scopes: &mut Vec<Scope<'a>>) {
        for (element, at) in compiled.elements.iter().zip(&compiled.mapping) {
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let place = Place::at(file, number(at.0), number(at.1));
            match element {
                TemplateElement::Expression(helper) => self.expression(helper, &place, scopes),
                TemplateElement::HelperBlock(helper) => self.block(helper, &place, file, scopes),
                TemplateElement::PartialExpression(partial) => {
                    let context = partial.params.first().map(|p| self.parameter(p, &place, scopes));
                    let Some(template) = partial_name(partial).and_then(|n| self.templates.get(n)) else {
                        continue;
                    };
                    let hash: BTreeMap<&String, &Parameter> = partial.hash.iter().collect();
                    let names: Vec<_> =
                        hash.iter().map(|(n, p)| ((*n).clone(), self.parameter(p, &place, scopes))).collect();
                    let value = context.unwrap_or_else(|| scopes.last().and_then(|s| s.value));
                    scopes.push(Scope { value, names });
                    self.template(template, scopes);
                    scopes.pop();
                }
                _ => {}
            }
        }
    }

    fn expression(&mut self, helper: &HelperTemplate, place: &Place, scopes: &[Scope<'a>]) {
        let name = name(&helper.name);
        if helper.params.is_empty() && helper.hash.is_empty() {
            if !TREES.contains(&name.as_str()) {
                self.parameter(&helper.name, place, scopes);
            }
            return;
        }
        self.known_helper(&name, place);
        for parameter in &helper.params {
            self.parameter(parameter, place, scopes);
        }
    }

    fn block(&mut self, helper: &HelperTemplate, place: &Place, file: &str, scopes: &mut Vec<Scope<'a>>) {
        let name = name(&helper.name);
        self.known_helper(&name, place);
        let values: Vec<Option<&Value>> =
            helper.params.iter().map(|p| self.parameter(p, place, scopes)).collect();
        let value = values.first().copied().flatten();
        let inner = match name.as_str() {
            "each" => Some(value.and_then(|v| v.as_array().and_then(|a| a.first()).or_else(|| first_of(v)))),
            "with" => Some(value),
            _ => None,
        };
        if let Some(template) = &helper.template {
            match inner {
                Some(value) => {
                    scopes.push(Scope { value, names: block_names(helper, value) });
                    self.elements(template, file, scopes);
                    scopes.pop();
                }
                None => self.elements(template, file, scopes),
            }
        }
        if let Some(template) = &helper.inverse {
            self.elements(template, file, scopes);
        }
    }

    fn known_helper(&mut self, name: &str, place: &Place) {
        if !HELPERS.contains(&name) && !TEXT_HELPERS.contains(&name) && !TREES.contains(&name) {
            self.wrong
                .push(Diagnostic::error("template-unknown-helper").place(place.clone()).arg("what", name));
        }
    }

    /// The value that a parameter names in the example; what does not exist is wrong.
    fn parameter(&mut self, parameter: &Parameter, place: &Place, scopes: &[Scope<'a>]) -> Option<&'a Value> {
        match parameter {
            Parameter::Subexpression(sub) => {
                if let TemplateElement::Expression(helper) = sub.as_element() {
                    self.expression(helper, place, scopes);
                }
                None
            }
            Parameter::Path(Path::Relative(_)) | Parameter::Name(_) => {
                let raw = name(parameter);
                match self.resolve(&raw, scopes) {
                    Ok(value) => value,
                    Err(()) => {
                        let found = Diagnostic::error("template-unknown-path").place(place.clone());
                        self.wrong.push(found.arg("what", raw));
                        None
                    }
                }
            }
            _ => None,
        }
    }

    /// The value behind a path; none where it cannot be told, an error where it cannot exist.
    fn resolve(&self, raw: &str, scopes: &[Scope<'a>]) -> Result<Option<&'a Value>, ()> {
        let mut rest = raw;
        let mut depth = scopes.len();
        while let Some(up) = rest.strip_prefix("../") {
            depth = depth.saturating_sub(1);
            rest = up;
        }
        if let Some(root) = rest.strip_prefix("@root") {
            return descend(Some(self.root), root.trim_start_matches(['.', '/']));
        }
        if rest.starts_with('@') {
            return Ok(None);
        }
        let Some(scope) = depth.checked_sub(1).and_then(|d| scopes.get(d)) else { return Err(()) };
        let first = rest.split(['.', '/']).next().unwrap_or_default();
        if let Some((_, value)) = scope.names.iter().find(|(n, _)| n == first) {
            return descend(*value, rest[first.len()..].trim_start_matches(['.', '/']));
        }
        let rest = rest.strip_prefix("this").map_or(rest, |r| r.trim_start_matches(['.', '/']));
        descend(scope.value, rest)
    }
}

fn descend<'a>(start: Option<&'a Value>, path: &str) -> Result<Option<&'a Value>, ()> {
    let Some(mut value) = start else { return Ok(None) };
    for key in path.split(['.', '/']).filter(|k| !k.is_empty()) {
        value = value.get(key).ok_or(())?;
    }
    Ok(Some(value))
}

fn first_of(value: &Value) -> Option<&Value> {
    value.as_object().and_then(|o| o.values().next())
}

fn name(parameter: &Parameter) -> String {
    match parameter {
        Parameter::Name(name) => name.clone(),
        Parameter::Path(Path::Relative((_, raw))) | Parameter::Path(Path::Local((_, _, raw))) => raw.clone(),
        _ => String::new(),
    }
}

fn block_names<'a>(helper: &HelperTemplate, value: Option<&'a Value>) -> Vec<(String, Option<&'a Value>)> {
    match &helper.block_param {
        Some(handlebars::template::BlockParam::Single(one)) => vec![(name(one), value)],
        Some(handlebars::template::BlockParam::Pair((one, two))) => {
            vec![(name(one), value), (name(two), None)]
        }
        _ => Vec::new(),
    }
}
