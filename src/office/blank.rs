//! The sheet that an office sends to its organisations to fill in.

use crate::period::Period;

use super::model::{Measure, Office, Organisation, Target};
use super::results::term_at;

impl Office {
    /// A sheet of the period's targets by organisation in CSV with `;`, which spreadsheets open in columns and
    /// [`super::read()`] reads back; none when no term covers the period.
    pub fn sheet(&self, period: Period) -> Option<String> {
        let term = term_at(&self.terms, period)?;
        let yearly = matches!(period, Period::Year(_) | Period::Term(..));
        let targets: Vec<&Target> = term.targets.iter().filter(|t| is_asked(t, yearly)).collect();
        let day = period.last_day();
        let mut rows = vec![vec![format!("Kết quả {}", period.name())], Vec::new()];
        rows.extend(headings(&targets));
        let columns = rows.last().map_or(0, Vec::len);
        let existing = |o: &&Organisation| o.validity.covers(day);
        let mut number = 0;
        for cluster in self.clusters.iter().map(Some).chain([None]) {
            let id = cluster.map(|c| c.id.as_str());
            let members: Vec<&Organisation> =
                self.organisations.iter().filter(existing).filter(|o| o.cluster.as_deref() == id).collect();
            if members.is_empty() {
                continue;
            }
            if let Some(cluster) = cluster {
                rows.push(vec![String::new(), format!("Cụm {}", cluster.name)]);
            }
            for organisation in members {
                number += 1;
                rows.push(vec![number.to_string(), organisation.name.clone()]);
            }
        }
        rows.push(vec![String::new(), "Tổng cộng".to_owned()]);
        Some(csv(&rows, columns))
    }
}

/// Ratings are asked for once a year; what only the bloc itself can answer is not asked of organisations.
fn is_asked(target: &Target, yearly: bool) -> bool {
    match target.measure {
        Measure::YesNo => false,
        Measure::Rating => yearly && target.rating.is_some(),
        Measure::Flow | Measure::Cumulative | Measure::Level => !yearly,
    }
}

/// One or two rows of headings: a share asks for its part and its whole below the target's name.
fn headings(targets: &[&Target]) -> Vec<Vec<String>> {
    let mut upper = vec!["TT".to_owned(), "Tổ chức cơ sở đảng".to_owned()];
    let mut lower = vec![String::new(), String::new()];
    for target in targets {
        let name = match target.measure {
            Measure::Cumulative => format!("{} (lũy kế từ đầu nhiệm kỳ)", target.short),
            _ => target.short.clone(),
        };
        upper.push(name);
        if is_share(target) {
            upper.push(String::new());
            lower.extend(["Đạt".to_owned(), "Tổng số".to_owned()]);
        } else {
            lower.push(String::new());
        }
    }
    match lower.iter().all(String::is_empty) {
        true => vec![upper],
        false => vec![upper, lower],
    }
}

fn is_share(target: &Target) -> bool {
    let fixed = target.base.as_ref().is_some_and(|base| base.value.is_some());
    target.measure != Measure::Rating && target.unit == "%" && !fixed
}

/// CSV with byte order mark, `;` and CRLF, as Vietnamese spreadsheets write it.
fn csv(rows: &[Vec<String>], columns: usize) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        let fields: Vec<String> = row.iter().map(|field| quoted(field)).collect();
        text.push_str(&fields.join(";"));
        text.push_str(&";".repeat(columns.saturating_sub(row.len().max(1))));
        text.push_str("\r\n");
    }
    text
}

fn quoted(field: &str) -> String {
    if field.contains([';', '"', ',', '\n']) {
        return format!("\"{}\"", field.replace('"', "\"\""));
    }
    field.to_owned()
}
