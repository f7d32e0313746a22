//! Results by organisation, grouped by cluster, with the clusters' sums.

use crate::assess::{Assessment, Span, TargetStanding};
use crate::compose::context::percent;
use crate::compose::ink;
use crate::compose::ledger::Ledger;
use crate::compose::tables::{cell, head, named, ordinal, row, table, value_or_dash};
use crate::compose::{mark, wording};
use crate::document::{Align, Cell, Row, Table, TextStyle};
use crate::quantity::{Comparator, Quantity, Value};

/// A column of values.
#[derive(Clone, Copy)]
struct Column<'a> {
    standing: &'a TargetStanding,
    /// Whether it shows what is cumulated, beside a column of the period.
    to_date: bool,
    /// Whether the target counts organisations, so that each has it or not.
    counts_organisations: bool,
}

impl<'a> Column<'a> {
    fn values(self) -> &'a [Option<Quantity>] {
        if self.to_date { &self.standing.to_date_by_organisation } else { &self.standing.by_organisation }
    }
}

/// The table; none where no organisation has a value.
pub fn build(assessment: &Assessment, ledger: &mut Ledger) -> Option<Table> {
    let columns: Vec<Column<'_>> = assessment.targets.iter().flat_map(columns).collect();
    if columns.is_empty() {
        return None;
    }
    let mut aligns = vec![Align::Centre, Align::Left];
    aligns
        .extend(columns.iter().map(|c| if c.counts_organisations { Align::Centre } else { Align::Decimal }));
    let mut body = Vec::new();
    let mut n = 0;
    for (at, cluster) in assessment.clusters.iter().enumerate() {
        let members = members(assessment, &cluster.id);
        if members.is_empty() {
            continue;
        }
        body.push(cluster_row(&format!("Cụm {}", named(&cluster.name)), at, &members, &columns, ledger));
        for i in members {
            n += 1;
            body.push(organisation_row(n, i, assessment, &columns, ledger));
        }
    }
    for i in without_cluster(assessment) {
        n += 1;
        body.push(organisation_row(n, i, assessment, &columns, ledger));
    }
    Some(table("organisation-table", aligns, header(&columns, assessment, ledger), body))
}

/// A target's columns: of the period, and cumulated where that differs.
fn columns(standing: &TargetStanding) -> Vec<Column<'_>> {
    // Bounds of a period of which the organisations reported only a part say nothing of them.
    let exact = |q: &Quantity| !matches!(q.comparator, Comparator::AtLeast | Comparator::AtMost);
    if !standing.by_organisation.iter().flatten().any(exact) {
        return Vec::new();
    }
    let one = |n: f64| n == 0.0 || n == 1.0;
    let has_or_not = |q: &Quantity| match q.value {
        Value::Share { part, .. } => one(part),
        Value::Number(n) => q.unit != "%" && standing.goal.unit == "%" && one(n),
        Value::Yes(_) => true,
        _ => false,
    };
    let counts_organisations = standing.by_organisation.iter().flatten().all(has_or_not);
    let now = Column { standing, to_date: false, counts_organisations };
    let number = |q: &Option<Quantity>| q.as_ref().and_then(Quantity::as_number);
    let pairs = standing.to_date_by_organisation.iter().zip(&standing.by_organisation);
    let differs = pairs.into_iter().any(|(a, b)| number(a).is_some() && number(a) != number(b));
    if differs { vec![now, Column { to_date: true, ..now }] } else { vec![now] }
}

fn members(assessment: &Assessment, cluster: &str) -> Vec<usize> {
    let organisations = assessment.organisations.iter().enumerate();
    organisations.filter(|(_, o)| o.cluster.as_deref() == Some(cluster)).map(|(i, _)| i).collect()
}

fn without_cluster(assessment: &Assessment) -> Vec<usize> {
    let known = |id: &str| assessment.clusters.iter().any(|c| c.id == id);
    let organisations = assessment.organisations.iter().enumerate();
    organisations.filter(|(_, o)| !o.cluster.as_deref().is_some_and(known)).map(|(i, _)| i).collect()
}

/// One head row, or two where a target has a column of the period and one that is cumulated.
fn header(columns: &[Column<'_>], assessment: &Assessment, ledger: &Ledger) -> Vec<Row> {
    let two = columns.iter().any(|c| c.to_date);
    let rows = if two { 2 } else { 1 };
    let tall = |text: &str| Cell { rowspan: rows, ..head(text, ledger) };
    let mut first = vec![tall("TT"), tall("Tổ chức cơ sở đảng")];
    let mut second = Vec::new();
    for (i, column) in columns.iter().enumerate() {
        let title = title(*column);
        if columns.get(i + 1).is_some_and(|next| next.to_date) {
            first.push(Cell { colspan: 2, ..head(&title, ledger) });
            second.push(head("Kỳ này", ledger));
        } else if column.to_date {
            let year = mark::name(&assessment.period.year().to_string());
            let each_year = column.standing.span == Span::EachYear;
            let text = if each_year {
                format!("Lũy kế năm {year}")
            } else {
                "Lũy kế nhiệm kỳ".to_owned()
            };
            second.push(head(&text, ledger));
        } else {
            first.push(tall(&title));
        }
    }
    if two { vec![row(first), row(second)] } else { vec![row(first)] }
}

/// The short title with its unit.
fn title(column: Column<'_>) -> String {
    let short = named(&column.standing.target.short);
    let mut units = column.values().iter().flatten().map(|q| q.unit.as_str());
    match units.find(|u| !u.is_empty()).filter(|_| !column.counts_organisations) {
        Some(unit) => format!("{short} ({})", mark::name(unit)),
        None => short,
    }
}

/// The sum of counts; none of what cannot be added, such as ratings and per cents.
fn total<'a>(values: impl Iterator<Item = &'a Quantity>) -> Option<Quantity> {
    let values: Vec<Quantity> = values.cloned().collect();
    let count = |q: &Quantity| match q.value {
        Value::Number(n) if q.unit != "%" => Some(n),
        _ => None,
    };
    let numbers = values.iter().map(count).collect::<Option<Vec<f64>>>()?;
    let whole = values.iter().all(|q| q.comparator == Comparator::Equal);
    let comparator = if whole { Comparator::Equal } else { Comparator::AtLeast };
    if !values.iter().all(|q| matches!(q.comparator, Comparator::Equal | Comparator::AtLeast)) {
        return None;
    }
    let unit = values.first()?.unit.clone();
    let terms: Vec<String> = values.iter().map(wording::value).collect();
    Some(Quantity { comparator, ..Quantity::formula(numbers.iter().sum(), &unit, terms.join(" + "), values) })
}

fn cluster_row(name: &str, at: usize, members: &[usize], columns: &[Column<'_>], ledger: &mut Ledger) -> Row {
    let bold = TextStyle { bold: true, ..TextStyle::default() };
    let mut cells = vec![Cell { colspan: 2, heads_row: true, ..Cell::new(ink::runs(name, bold, ledger)) }];
    for column in columns {
        let sum = match column.to_date {
            true => total(members.iter().filter_map(|i| column.values().get(*i)?.as_ref())),
            false => column.standing.by_cluster.get(at).cloned().flatten(),
        };
        let marked =
            sum.map(|sum| if column.counts_organisations { ledger.value(&sum) } else { value(&sum, ledger) });
        cells.push(Cell::new(ink::runs(&marked.unwrap_or_default(), bold, ledger)));
    }
    row(cells)
}

/// A value; of a share its per cent.
fn value(quantity: &Quantity, ledger: &mut Ledger) -> String {
    ledger.value(percent(quantity).as_ref().unwrap_or(quantity))
}

fn organisation_row(
    n: usize,
    i: usize,
    assessment: &Assessment,
    columns: &[Column<'_>],
    ledger: &mut Ledger,
) -> Row {
    let organisation = &assessment.organisations[i];
    let name = Cell { heads_row: true, ..cell(&named(&organisation.name), ledger) };
    let mut cells = vec![ordinal(n), name];
    if assessment.missing.contains(&i) {
        let span = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        let italic = TextStyle { italic: true, ..TextStyle::default() };
        let text = ink::runs("chưa gửi số liệu", italic, ledger);
        cells.push(Cell { colspan: span, align: Some(Align::Centre), ..Cell::new(text) });
        return row(cells);
    }
    for column in columns {
        let value = column.values().get(i).and_then(Option::as_ref);
        let marked = value.map(|q| match column.counts_organisations {
            true => ledger.print(
                q,
                if q.value == Value::Yes(true) || q.as_number() > Some(0.0) { "có" } else { "chưa" },
            ),
            false => self::value(q, ledger),
        });
        cells.push(value_or_dash(marked, ledger));
    }
    row(cells)
}
