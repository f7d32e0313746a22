//! Reads a whole folder, all mistakes of all files at once.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Place};

use super::folder::{self, Folder};
use super::log::Log;
use super::model::Office;
use super::register::Register;
use super::source::Sources;
use super::{issuer, organisations, results, sheet, terms, yaml};

/// Reads an office's folder.
///
/// Gives the office when nothing in the folder is an error, and everything found in any case, in the order
/// of file, line and column.
pub fn read(root: &Path) -> (Option<Office>, Vec<Diagnostic>) {
    let (office, found) = read_readable(root);
    let good = !found.iter().any(Diagnostic::is_error);
    (office.filter(|_| good), found)
}

/// Reads what can be read, for checks of a folder that has errors; no report may be made of it.
///
/// None only when the folder itself cannot be opened.
pub fn read_readable(root: &Path) -> (Option<Office>, Vec<Diagnostic>) {
    let mut folder = match Folder::open(root) {
        Ok(folder) => folder,
        Err(problem) => return (None, vec![problem]),
    };
    let mut office = Office { root: root.to_path_buf(), id: id(root), ..Office::default() };
    read_articles(&mut folder, &mut office);
    read_templates(&mut folder, &mut office);
    let pages = std::mem::take(&mut office.pages);
    let sources = Sources::new(&pages);
    let mut found = Vec::new();
    let mut parts = Parts::default();
    read_yaml(&mut folder, "office.yaml", &mut found, |node, log| {
        parts.scales = issuer::read(node, log, &mut office).is_some();
    });
    read_yaml(&mut folder, "organisations.yaml", &mut found, |node, log| {
        organisations::read(node, log, &sources, &mut office);
    });
    read_terms(&mut folder, &sources, &mut office, &mut parts, &mut found);
    read_results(&mut folder, &sources, &mut office, &parts, &mut found);
    office.documents = sources.into_documents();
    office.pages = pages;
    office.inputs = std::mem::take(&mut folder.inputs);
    found.append(&mut folder.found);
    found.sort();
    found.dedup();
    (Some(office), found)
}

/// Which parts could be read, so that what points to the others is not reported as well.
#[derive(Default)]
struct Parts {
    scales: bool,
    terms: bool,
}

/// The folder's own name.
fn id(root: &Path) -> String {
    let full = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    full.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn read_yaml(
    folder: &mut Folder<'_>,
    file: &str,
    found: &mut Vec<Diagnostic>,
    take: impl FnOnce(&yaml::Node, &Log),
) {
    let Some(text) = folder.text(file) else { return };
    let log = Log::new(file);
    match yaml::parse(&text, &log) {
        Some(node) if !matches!(node.value, yaml::Yaml::Null) => take(&node, &log),
        Some(_) => log.push(Diagnostic::error("file-empty").place(Place::file(file))),
        None => {}
    }
    let said = log.into_found();
    // A file of nothing but comments has no root at all.
    if said.is_empty() && text.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#')) {
        found.push(Diagnostic::error("file-empty").place(Place::file(file)));
    }
    found.extend(said);
}

fn read_articles(folder: &mut Folder<'_>, office: &mut Office) {
    for file in folder.list("articles") {
        if file.ends_with(".txt") {
            if let Some(bytes) = folder.bytes(&file, folder::MAX_TEXT) {
                office.pages.insert(file, bytes);
            }
        } else if file.ends_with(".review.yaml") {
            if let Some(text) = folder.text(&file) {
                office.reviews.insert(file, text);
            }
        } else {
            folder.found.push(Diagnostic::warning("file-not-read").place(Place::file(file)));
        }
    }
}

fn read_templates(folder: &mut Folder<'_>, office: &mut Office) {
    for file in folder.list("templates") {
        if let Some(text) = folder.text(&file) {
            let name = file.strip_prefix("templates/").unwrap_or(&file).to_owned();
            office.templates.insert(name, text);
        }
    }
}

fn read_terms(
    folder: &mut Folder<'_>,
    sources: &Sources<'_>,
    office: &mut Office,
    parts: &mut Parts,
    found: &mut Vec<Diagnostic>,
) {
    let mut files = 0;
    for file in folder.list("terms") {
        if !file.ends_with(".yaml") {
            folder.found.push(Diagnostic::warning("file-not-read").place(Place::file(file)));
            continue;
        }
        files += 1;
        read_yaml(folder, &file, found, |node, log| {
            let context =
                terms::Context { log, sources, scales: parts.scales.then_some(&office.rating_scales) };
            office.terms.extend(terms::read(node, &context));
        });
    }
    parts.terms = files > 0 && office.terms.len() == files;
    if files == 0 {
        found.push(Diagnostic::error("terms-missing").place(Place::file("terms")));
    }
    terms::check_overlaps(&mut office.terms, found);
}

fn read_results(
    folder: &mut Folder<'_>,
    sources: &Sources<'_>,
    office: &mut Office,
    parts: &Parts,
    found: &mut Vec<Diagnostic>,
) {
    let register = Register::new(&office.organisations);
    let against = Against { sources, office, register: &register, parts };
    let mut gathered = results::Results::default();
    for file in folder.list("results") {
        let mut all = results::Results::default();
        let extension = file.rsplit('.').next().unwrap_or_default().to_lowercase();
        match extension.as_str() {
            "yaml" => read_yaml(folder, &file, found, |node, log| {
                all = results::read(node, &against.context(log));
            }),
            "xlsx" | "ods" | "csv" => {
                let Some(bytes) = folder.bytes(&file, folder::MAX_SHEET) else { continue };
                let log = Log::new(&file);
                all = sheet::read(bytes, &extension, &against.context(&log));
                found.extend(log.into_found());
            }
            _ => folder.found.push(Diagnostic::warning("file-not-read").place(Place::file(&file))),
        }
        gathered.values.append(&mut all.values);
        gathered.activities.append(&mut all.activities);
    }
    office.results = gathered.values;
    office.activities = gathered.activities;
    results::sort(&mut office.results, found);
    office.activities.sort_by(|a, b| (a.period, &a.place).cmp(&(b.period, &b.place)));
}

/// What every file of results is read against.
struct Against<'a> {
    sources: &'a Sources<'a>,
    office: &'a Office,
    register: &'a Register<'a>,
    parts: &'a Parts,
}

impl Against<'_> {
    fn context<'c>(&'c self, log: &'c Log) -> results::Context<'c> {
        results::Context {
            log,
            sources: self.sources,
            terms: &self.office.terms,
            terms_complete: self.parts.terms,
            organisations: self.register,
            scales: self.parts.scales.then_some(&self.office.rating_scales),
        }
    }
}
