//! Targets × results → where every target stands, and whether the figures can be right.
//!
//! ```text
//! Office ──observe──▶ Record (a target's results by exact period, in the unit of its goal)
//!                        │ series: quarters summed for what happens, the last known for what stands
//!                        ▼
//!                  View (a record from one period) ──judge, forecast──▶ TargetStanding ──spread──▶ by organisation
//! ```

mod arithmetic;
mod articles;
mod forecast;
mod judge;
mod model;
mod observe;
mod organisations;
mod series;
mod situation;
mod spread;
mod standing;
mod terms;
mod units;

use crate::articles::Article;
use crate::diagnostic::Diagnostic;
use crate::office::{Office, Organisation, Term};
use crate::period::Period;

pub use model::*;

use observe::Record;
use standing::View;

/// Where every target of the period's term stands, with all findings for the period.
///
/// The term is the one in force on the period's last day. Errors: `period-without-term` when none covers it.
pub fn assess(office: &Office, articles: &[Article], period: Period) -> Result<Assessment, Vec<Diagnostic>> {
    let Some(term) = terms::term_of(office, period) else {
        return Err(vec![without_term(office, period)]);
    };
    let mut findings = Vec::new();
    let organisations: Vec<Organisation> =
        organisations::existing(office, period.last_day()).cloned().collect();
    let targets = term
        .targets
        .iter()
        .map(|target| {
            let record = Record::new(office, articles, term, target);
            let mut standing = View::new(&record, articles, period).standing(&mut findings);
            spread::spread(&record, period, &organisations, &office.clusters, &mut standing);
            findings.extend(record.findings);
            standing
        })
        .collect();
    let situation = situation::situation(office, period, &organisations);
    findings.sort();
    findings.dedup();
    Ok(Assessment {
        period,
        term: term.clone(),
        situation,
        targets,
        missing: missing(office, period, &organisations),
        organisations,
        clusters: office.clusters.clone(),
        findings,
    })
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
