//! Results by organisation, grouped by cluster, with the clusters' sums.

use crate::assess::{Assessment, TargetStanding};
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::target_table::bare;
use crate::compose::tables::{cell, head, named, ordinal, row, table, value_or_dash};
use crate::document::{Align, Cell, Row, Table, TextStyle};

/// The table; none where no organisation has a value.
pub fn build(assessment: &Assessment, ledger: &mut Ledger) -> Option<Table> {
    let shown: Vec<&TargetStanding> =
        assessment.targets.iter().filter(|t| t.by_organisation.iter().any(Option::is_some)).collect();
    if shown.is_empty() {
        return None;
    }
    let mut aligns = vec![Align::Centre, Align::Left];
    aligns.extend(shown.iter().map(|_| Align::Decimal));
    let mut heads = vec![head("TT", ledger), head("Tổ chức cơ sở đảng", ledger)];
    heads.extend(shown.iter().map(|t| head(&title(t), ledger)));
    let mut body = Vec::new();
    let mut n = 0;
    for (at, cluster) in assessment.clusters.iter().enumerate() {
        let members: Vec<usize> = members(assessment, Some(&cluster.id));
        if members.is_empty() {
            continue;
        }
        body.push(cluster_row(&format!("Cụm {}", named(&cluster.name)), at, &shown, ledger));
        for i in members {
            n += 1;
            body.push(organisation_row(n, i, assessment, &shown, ledger));
        }
    }
    let rest: Vec<usize> = (0..assessment.organisations.len())
        .filter(|i| {
            !assessment.clusters.iter().any(|c| assessment.organisations[*i].cluster.as_ref() == Some(&c.id))
        })
        .collect();
    for i in rest {
        n += 1;
        body.push(organisation_row(n, i, assessment, &shown, ledger));
    }
    Some(table("organisation-table", aligns, vec![row(heads)], body))
}

fn members(assessment: &Assessment, cluster: Option<&String>) -> Vec<usize> {
    let organisations = assessment.organisations.iter().enumerate();
    organisations.filter(|(_, o)| o.cluster.as_ref() == cluster).map(|(i, _)| i).collect()
}

/// The short title with its unit.
fn title(standing: &TargetStanding) -> String {
    let short = named(&standing.target.short);
    let unit = standing
        .by_organisation
        .iter()
        .flatten()
        .map(|q| q.unit.as_str())
        .find(|u| !u.is_empty() && *u != "%");
    match unit {
        Some(unit) => format!("{short} ({})", mark::name(unit)),
        None => short,
    }
}

fn cluster_row(name: &str, at: usize, shown: &[&TargetStanding], ledger: &mut Ledger) -> Row {
    let bold = TextStyle { bold: true, ..TextStyle::default() };
    let mut cells = vec![Cell { colspan: 2, heads_row: true, ..Cell::new(ink::runs(name, bold, ledger)) }];
    for standing in shown {
        let sum = standing.by_cluster.get(at).and_then(Option::as_ref);
        cells.push(match sum {
            Some(sum) => {
                let marked = bare(sum, standing, ledger);
                Cell::new(ink::runs(&marked, bold, ledger))
            }
            None => cell("", ledger),
        });
    }
    row(cells)
}

fn organisation_row(
    n: usize,
    i: usize,
    assessment: &Assessment,
    shown: &[&TargetStanding],
    ledger: &mut Ledger,
) -> Row {
    let organisation = &assessment.organisations[i];
    let name = Cell { heads_row: true, ..cell(&named(&organisation.name), ledger) };
    let mut cells = vec![ordinal(n), name];
    if assessment.missing.contains(&i) {
        let columns = u16::try_from(shown.len()).unwrap_or(u16::MAX);
        let italic = TextStyle { italic: true, ..TextStyle::default() };
        let text = ink::runs("chưa gửi số liệu", italic, ledger);
        cells.push(Cell { colspan: columns, align: Some(Align::Centre), ..Cell::new(text) });
        return row(cells);
    }
    for standing in shown {
        let value = standing.by_organisation.get(i).and_then(Option::as_ref);
        let marked = value.map(|q| bare(q, standing, ledger));
        cells.push(value_or_dash(marked, ledger));
    }
    row(cells)
}
