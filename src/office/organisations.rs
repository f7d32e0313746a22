//! `organisations.yaml`: clusters, grassroots organisations and their head counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Place};
use crate::quantity::Source;
use crate::vietnamese::fold;

use super::fields::{self, Fields};
use super::log::Log;
use super::model::{Cluster, Office, Organisation, OrganisationKind};
use super::source::{Declared, Sources};
use super::yaml::{Mark, Node, Yaml};

const KINDS: [(&str, OrganisationKind); 2] =
    [("committee", OrganisationKind::Committee), ("cell", OrganisationKind::Cell)];

/// Reads the file's tree into the office.
pub fn read(root: &Node, log: &Log, sources: &Sources<'_>, office: &mut Office) {
    let Some(fields) = Fields::of(root, "organisations.yaml", log) else { return };
    let default = sources.declared(&fields, &Declared::Line);
    office.clusters = fields.list("clusters").iter().filter_map(|node| cluster(node, log)).collect();
    fields.require("organisations");
    let nodes = fields.list("organisations");
    if let Some(node) = fields.get("organisations")
        && nodes.is_empty()
        && node.kind() == "list"
    {
        log.push(log.error("yaml-missing-key", node.mark).arg("key", "organisations"));
    }
    let mut ids = Ids::new(log);
    for cluster in &office.clusters {
        ids.add(&cluster.id, &cluster.place);
    }
    for node in nodes {
        if let Some(organisation) = organisation(node, log, sources, &default, &office.clusters) {
            ids.add(&organisation.id, &organisation.place);
            office.organisations.push(organisation);
        }
    }
    check_successors(nodes, log, &office.organisations);
    check_names(log, &office.organisations);
    fields.finish();
}

/// Ids seen in a file, to find those given twice.
pub struct Ids<'a> {
    log: &'a Log,
    seen: BTreeMap<String, Place>,
}

impl<'a> Ids<'a> {
    /// None yet.
    pub fn new(log: &'a Log) -> Self {
        Ids { log, seen: BTreeMap::new() }
    }

    /// Takes an id; reports it when it is there already.
    pub fn add(&mut self, id: &str, place: &Place) {
        if id.is_empty() {
            return;
        }
        if let Some(first) = self.seen.get(id) {
            let problem = Diagnostic::error("id-duplicate").place(place.clone());
            self.log.push(problem.arg("id", id).arg("first", first).related(first.clone()));
        } else {
            self.seen.insert(id.to_owned(), place.clone());
        }
    }
}

fn cluster(node: &Node, log: &Log) -> Option<Cluster> {
    let fields = Fields::of(node, "clusters", log)?;
    let cluster = Cluster {
        id: fields.id().unwrap_or_default(),
        name: fields.required_text("name"),
        aliases: fields.texts("aliases"),
        place: fields.place(),
    };
    fields.finish();
    Some(cluster)
}

fn organisation(
    node: &Node,
    log: &Log,
    sources: &Sources<'_>,
    default: &Declared,
    clusters: &[Cluster],
) -> Option<Organisation> {
    let fields = Fields::of(node, "organisations", log)?;
    let default = sources.declared(&fields, default);
    let cluster = fields.text("cluster");
    if let (Some(id), Some(node)) = (&cluster, fields.get("cluster"))
        && !clusters.iter().any(|c| c.id == *id)
    {
        unknown_id(node, "cluster", id, clusters.iter().map(|c| c.id.as_str()), log);
    }
    let organisation = Organisation {
        id: fields.id().unwrap_or_default(),
        name: fields.required_text("name"),
        aliases: fields.texts("aliases"),
        kind: fields.required_choice("kind", &KINDS).unwrap_or_default(),
        cluster,
        members: members(&fields, sources, &default),
        validity: fields.validity(),
        successor: fields.text("successor"),
        place: fields.place(),
    };
    fields.finish();
    Some(organisation)
}

/// Head counts by the day on which they were taken.
fn members(
    fields: &Fields<'_>,
    sources: &Sources<'_>,
    default: &Declared,
) -> Vec<(NaiveDate, f64, Arc<Source>)> {
    let log = fields.log;
    let mut counts = Vec::new();
    for entry in fields.map("members") {
        let day = fields::date_text(&entry.key, "members", entry.mark, log);
        let Some((count, source)) = count(&entry.value, "members", sources, default, log) else { continue };
        counts.extend(day.map(|day| (day, count, source)));
    }
    counts.sort_by_key(|(day, ..)| *day);
    counts
}

/// A number, or `{value: …, source: …}`, with the mark of the number.
pub fn sourced_number(
    node: &Node,
    key: &str,
    sources: &Sources<'_>,
    default: &Declared,
    log: &Log,
) -> Option<(f64, Mark, Arc<Source>)> {
    let (value, declared) = match &node.value {
        Yaml::Map(_) => {
            let fields = Fields::of(node, key, log)?;
            let declared = sources.declared(&fields, default);
            let value = fields.require("value");
            fields.finish();
            (value?, declared)
        }
        _ => (node, default.clone()),
    };
    let number = fields::number(value, key, log)?;
    Some((number, value.mark, sources.at(&declared, value.mark, log)))
}

/// A [`sourced_number`] that must be whole.
pub fn count(
    node: &Node,
    key: &str,
    sources: &Sources<'_>,
    default: &Declared,
    log: &Log,
) -> Option<(f64, Arc<Source>)> {
    let (number, mark, source) = sourced_number(node, key, sources, default, log)?;
    if number < 0.0 || number.fract() != 0.0 {
        log.push(log.error("count-not-whole", mark).arg("key", key).arg("text", number));
        return None;
    }
    Some((number, source))
}

/// Reports an id that stands for nothing. `kind` is a word of the message's list.
pub fn unknown_id<'n>(
    node: &Node,
    kind: &'static str,
    id: &str,
    names: impl IntoIterator<Item = &'n str>,
    log: &Log,
) {
    let near = log.suggest(id, names);
    let problem = log.error("unknown-id", node.mark).arg("kind", kind);
    log.push(problem.arg("id", id).arg("near", near));
}

fn check_successors(nodes: &[Node], log: &Log, organisations: &[Organisation]) {
    for node in nodes {
        let Yaml::Map(entries) = &node.value else { continue };
        let Some(entry) = entries.iter().find(|e| e.key == "successor") else { continue };
        let Yaml::Scalar { text, .. } = &entry.value.value else { continue };
        if !organisations.iter().any(|o| o.id == *text) {
            let names = organisations.iter().map(|o| o.id.as_str());
            unknown_id(&entry.value, "organisation", text, names, log);
        }
    }
}

/// A name that a spreadsheet may use stands for one organisation only, at any one time.
fn check_names(log: &Log, organisations: &[Organisation]) {
    let mut seen: BTreeMap<String, Vec<&Organisation>> = BTreeMap::new();
    for organisation in organisations {
        let names = std::iter::once(&organisation.name).chain(&organisation.aliases);
        let names: BTreeMap<String, &String> = names.map(|name| (fold(name), name)).collect();
        for (folded, name) in names {
            let others = seen.entry(folded).or_default();
            if let Some(first) = others.iter().find(|o| o.validity.meets(organisation.validity)) {
                let problem = Diagnostic::error("alias-shared").place(organisation.place.clone());
                let problem = problem.arg("name", name).arg("first", &first.id);
                log.push(problem.arg("second", &organisation.id).related(first.place.clone()));
            }
            others.push(organisation);
        }
    }
}
