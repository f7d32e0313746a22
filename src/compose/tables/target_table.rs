//! The target table in the body: one row a target, the columns that are filled (domain.md §3).

use crate::assess::{Assessment, Status, TargetStanding};
use crate::compose::context::{self, by_share, goal_words, rests_on, with_unit};
use crate::compose::ledger::Ledger;
use crate::compose::tables::{cell, head, lines, named, ordinal, row, table, value_or_dash};
use crate::compose::{mark, wording};
use crate::document::{Align, Cell, Row, Table};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Quantity, Value};

/// A column after `TT` and `Chỉ tiêu`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Unit,
    Goal,
    Previous,
    Current,
    Cumulative,
    Compared,
    Status,
}

/// The table; none without targets.
pub fn build(assessment: &Assessment, ledger: &mut Ledger) -> Option<Table> {
    if assessment.targets.is_empty() {
        return None;
    }
    let columns = columns(assessment);
    let mut aligns = vec![Align::Centre, Align::Left];
    aligns.extend(columns.iter().map(|c| match c {
        Column::Unit | Column::Goal | Column::Status => Align::Centre,
        _ => Align::Decimal,
    }));
    let mut heads = vec![head("TT", ledger), head("Chỉ tiêu", ledger)];
    heads.extend(columns.iter().map(|c| head(&title(*c, assessment), ledger)));
    let body = assessment.targets.iter().enumerate();
    let body = body.map(|(i, t)| body_row(i + 1, t, assessment, &columns, ledger)).collect();
    Some(table("target-table", aligns, vec![row(heads)], body))
}

fn columns(assessment: &Assessment) -> Vec<Column> {
    let any = |f: fn(&TargetStanding) -> bool| assessment.targets.iter().any(f);
    let mut columns = Vec::new();
    if any(|t| !unit(t).is_empty()) {
        columns.push(Column::Unit);
    }
    columns.push(Column::Goal);
    if any(|t| t.previous.is_some()) && assessment.period.previous().is_some() {
        columns.push(Column::Previous);
    }
    if any(|t| t.current.is_some()) {
        columns.push(Column::Current);
    }
    if any(|t| cumulative(t).is_some()) {
        columns.push(Column::Cumulative);
        columns.push(Column::Compared);
    }
    columns.push(Column::Status);
    columns
}

fn title(column: Column, assessment: &Assessment) -> String {
    let period = assessment.period;
    match column {
        Column::Unit => "ĐVT".to_owned(),
        Column::Goal => "Nghị quyết".to_owned(),
        Column::Previous => period.previous().map(|p| mark::name(&context::column(p))).unwrap_or_default(),
        Column::Current => mark::name(&context::column(period)),
        Column::Cumulative => "Lũy kế".to_owned(),
        Column::Compared => "So với nghị quyết".to_owned(),
        Column::Status => "Đánh giá".to_owned(),
    }
}

/// The unit of measurement: of the target, without the per cent sign that its values carry.
fn unit(standing: &TargetStanding) -> &str {
    match standing.target.measure {
        Measure::YesNo => "",
        _ if standing.goal.unit == "%" => "",
        _ => &standing.goal.unit,
    }
}

/// What stands under *Lũy kế*.
fn cumulative(standing: &TargetStanding) -> Option<&Quantity> {
    standing.cumulative.as_ref().or(rests_on(standing).map(|(_, q)| q))
}

fn body_row(
    n: usize,
    standing: &TargetStanding,
    assessment: &Assessment,
    columns: &[Column],
    ledger: &mut Ledger,
) -> Row {
    let title = Cell { heads_row: true, ..cell(&named(&standing.target.title), ledger) };
    let mut cells = vec![ordinal(n), title];
    for column in columns {
        let made = match column {
            Column::Unit => cell(&unit_or_percent(standing), ledger),
            Column::Goal => {
                let marked = ledger.print(&standing.goal, goal_words(standing));
                cell(&marked, ledger)
            }
            Column::Previous => plain(standing.previous.as_ref(), standing, ledger),
            Column::Current => plain(standing.current.as_ref(), standing, ledger),
            Column::Cumulative => cumulative_cell(standing, assessment.period, ledger),
            Column::Compared => compared(standing, ledger),
            Column::Status => cell(status(standing.status), ledger),
        };
        cells.push(made);
    }
    Row { cells, anchor: Some(format!("chi-tieu-{n}")) }
}

fn unit_or_percent(standing: &TargetStanding) -> String {
    let unit = unit(standing);
    if unit.is_empty() && standing.target.measure != Measure::YesNo { "%".to_owned() } else { named(unit) }
}

fn status(status: Status) -> &'static str {
    status.words()
}

/// A value without its unit, which stands in its own column.
fn plain(quantity: Option<&Quantity>, standing: &TargetStanding, ledger: &mut Ledger) -> Cell {
    let marked = quantity.map(|q| bare(q, standing, ledger));
    value_or_dash(marked, ledger)
}

pub fn bare(quantity: &Quantity, standing: &TargetStanding, ledger: &mut Ledger) -> String {
    let goal = standing.goal.as_number();
    match quantity.value {
        Value::Share { .. } => with_unit(quantity, goal, ledger),
        _ => ledger.value_beside(quantity, goal),
    }
}

/// The running total, with its year where it is of an earlier period.
pub fn cumulative_cell(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> Cell {
    let Some(quantity) = cumulative(standing).cloned() else { return value_or_dash(None, ledger) };
    let marked = bare(&quantity, standing, ledger);
    let older = rests_on(standing).map(|(p, _)| p).filter(|p| p.last_day() < period.first_day());
    match older {
        Some(older) => lines(&[marked, format!("({})", mark::name(&older.name()))], ledger),
        None => cell(&marked, ledger),
    }
}

/// The share of the target for what adds up, else the difference from it.
pub fn compared(standing: &TargetStanding, ledger: &mut Ledger) -> Cell {
    if by_share(standing) {
        let marked = standing.share.as_ref().map(|s| ledger.value_beside(s, Some(100.0)));
        return value_or_dash(marked, ledger);
    }
    let marked = standing.difference.as_ref().and_then(|d| {
        let value = d.as_number()?;
        let short = if d.unit == "%" || d.unit == "điểm phần trăm" { " điểm" } else { "" };
        Some(format!("{}{short}", ledger.print(d, wording::signed(value, d))))
    });
    value_or_dash(marked, ledger)
}
