//! Targets × results → where every target stands, and whether the figures can be right.
//!
//! ```text
//! Office ──observe──▶ Record (a target's results by exact period, in the unit of its goal)
//!                        │ series: quarters summed for what happens, the last known for what stands
//!                        ▼
//!                  View (a record from one period) ──judge, forecast──▶ TargetStanding ──spread──▶ by organisation
//! ```
//!
//! What a result means depends on its target's measure:
//!
//! - `flow`: what happened in the period. Years are the sums of their quarters; a value of six or nine months or of a
//!   year stands for its quarters. A flow in per cent of a fixed base is compared in counts (3 % × 5.874); in per cent
//!   of bases that come with each result it is the rate so far and has no pace.
//! - `cumulative`: the running total since the term began, on the period's last day. A silent organisation keeps its
//!   last one.
//! - `level`: the value on the period's last day. Without a due day it must hold on any day.
//! - `rating`, and `yes_no` with a rating: the year's, judged with the year. Before, it is not yet due.
//! - `yes_no`: the answer on the period's last day.

mod arithmetic;
mod articles;
mod checks;
mod compare;
mod forecast;
mod judge;
mod model;
mod observe;
mod organisations;
mod outlook;
mod series;
mod situation;
mod spread;
mod standing;
mod terms;
mod units;
mod verdict;
mod view;

use chrono::NaiveDate;

use crate::articles::Article;
use crate::diagnostic::Diagnostic;
use crate::office::{Office, Organisation, Term};
use crate::period::Period;

pub use model::*;

use observe::Record;
use view::View;

/// Where every target of the period's term stands, with all findings for the period.
///
/// The term is the one in force on the period's last day; nothing dated later is looked at. Errors:
/// `period-without-term` when no term covers the period.
pub fn assess(office: &Office, articles: &[Article], period: Period) -> Result<Assessment, Vec<Diagnostic>> {
    let Some(term) = terms::term_of(office, period) else {
        return Err(vec![without_term(office, period)]);
    };
    let scene = Scene::new(office, articles, term, period);
    let (targets, mut findings) = examine(&scene);
    checks::illustrative(&[&scene], &mut findings);
    Ok(Assessment {
        period,
        term: term.clone(),
        situation: situation::situation(office, period, &scene.organisations),
        targets,
        missing: missing(office, period, &scene.organisations),
        clusters: office.clusters.clone(),
        findings: in_order(findings),
        organisations: scene.organisations,
    })
}

/// Every target's standing, and what does not fit.
fn examine(scene: &Scene<'_>) -> (Vec<TargetStanding>, Vec<Diagnostic>) {
    let mut findings = checks::of_period(scene);
    let targets = scene.records.iter().map(|record| {
        let mut standing = View::new(record, scene.articles, scene.period).standing(&mut findings);
        spread::spread(record, scene.period, &scene.organisations, &scene.office.clusters, &mut standing);
        standing
    });
    (targets.collect(), findings)
}

/// Whether the figures can be right: everything that does not fit, by place.
///
/// Without a period everything is looked at, and what concerns one period for each term's latest that has results.
pub fn check(office: &Office, articles: &[Article], period: Option<Period>) -> Vec<Diagnostic> {
    if let Some(period) = period {
        return match assess(office, articles, period) {
            Ok(assessment) => assessment.findings,
            Err(findings) => findings,
        };
    }
    let latest = |term: &Term| {
        let periods = office.results.iter().map(|r| r.period);
        let of_term = periods.filter(|p| terms::term_of(office, *p).is_some_and(|t| t.period == term.period));
        of_term.max_by_key(|p| (p.last_day(), p.first_day()))
    };
    let scene = |term| Some(Scene::new(office, articles, term, latest(term)?));
    let scenes: Vec<Scene<'_>> = office.terms.iter().filter_map(scene).collect();
    let mut findings = check_readable(office, articles);
    findings.extend(scenes.iter().flat_map(|scene| examine(scene).1));
    checks::illustrative(&scenes.iter().collect::<Vec<_>>(), &mut findings);
    in_order(findings)
}

/// [`check`] for an office some of whose files could not be read: nothing is said to be missing.
pub fn check_readable(office: &Office, articles: &[Article]) -> Vec<Diagnostic> {
    let of_term = |term: &Term| checks::of_term(&Scene::new(office, articles, term, term.period));
    in_order(office.terms.iter().flat_map(of_term).collect())
}

/// By place, the gravest first at each, nothing twice.
fn in_order(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| {
        (&a.place, b.severity, a.code, &a.args).cmp(&(&b.place, a.severity, b.code, &b.args))
    });
    findings.dedup();
    findings
}

/// A term's records as they are known at a period's end, with what the checks need beside them.
pub(crate) struct Scene<'a> {
    pub office: &'a Office,
    pub articles: &'a [Article],
    pub term: &'a Term,
    pub period: Period,
    /// One a target, in the term's order.
    pub records: Vec<Record<'a>>,
    /// Those that exist on the period's last day.
    pub organisations: Vec<Organisation>,
}

impl<'a> Scene<'a> {
    fn new(office: &'a Office, articles: &'a [Article], term: &'a Term, period: Period) -> Self {
        // A term's report also takes what was counted after its nominal last day and still belongs to it.
        let until = if matches!(period, Period::Term(..)) { NaiveDate::MAX } else { period.last_day() };
        let records = term.targets.iter().map(|t| Record::new(office, articles, term, t, until)).collect();
        let day = if period == term.period { term.to } else { period.last_day() };
        let organisations = organisations::existing(office, day).cloned().collect();
        Scene { office, articles, term, period, records, organisations }
    }
}

/// Indices of the organisations that sent nothing, where any sent something.
fn missing(office: &Office, period: Period, organisations: &[Organisation]) -> Vec<usize> {
    let senders = situation::senders(office, period);
    if senders.is_empty() {
        return Vec::new();
    }
    (0..organisations.len()).filter(|i| !senders.contains(organisations[*i].id.as_str())).collect()
}

fn without_term(office: &Office, period: Period) -> Diagnostic {
    let term =
        |t: &Term| format!("{} ({} - {})", t.period, t.from.format("%d/%m/%Y"), t.to.format("%d/%m/%Y"));
    let terms: Vec<String> = office.terms.iter().map(term).collect();
    Diagnostic::error("period-without-term")
        .arg("period", period.name())
        .arg("count", terms.len())
        .arg("terms", terms.join("; "))
}
