//! The target table in the body: one row a target, the columns that are filled (domain.md §3).

use crate::assess::{Assessment, Status, TargetStanding};
use crate::compose::context::{self, by_share, goal_in_table, percent, rests_on};
use crate::compose::ledger::Ledger;
use crate::compose::tables::{
    cell, centre_mixed, head, lines, named, ordinal, row, table, tall_head, value_or_dash,
};
use crate::compose::{mark, wording};
use crate::document::{Align, Cell, Row, Table};
use crate::period::Period;
use crate::quantity::Quantity;

/// A column after `TT` and `Chỉ tiêu`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
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
        Column::Goal | Column::Status => Align::Centre,
        _ => Align::Decimal,
    }));
    let mut heads = vec![head("TT", ledger), head("Chỉ tiêu", ledger)];
    heads.extend(columns.iter().map(|c| tall_head(&title(*c, assessment), ledger)));
    let body = assessment.targets.iter().enumerate();
    let body: Vec<Row> = body.map(|(i, t)| body_row(i + 1, t, assessment, &columns, ledger)).collect();
    centre_mixed(&mut aligns, &body);
    Some(table("target-table", aligns, vec![row(heads)], body))
}

fn columns(assessment: &Assessment) -> Vec<Column> {
    let any = |f: fn(&TargetStanding) -> bool| assessment.targets.iter().any(f);
    let mut columns = vec![Column::Goal];
    if any(|t| t.previous.is_some()) && assessment.period.previous().is_some() {
        columns.push(Column::Previous);
    }
    if any(|t| t.current.is_some()) && !matches!(assessment.period, Period::Term(..)) {
        columns.push(Column::Current);
    }
    if any(|t| cumulative(t).is_some()) {
        columns.push(Column::Cumulative);
        columns.push(Column::Compared);
    }
    columns.push(Column::Status);
    columns
}

fn title(column: Column, assessment: &Assessment) -> Vec<String> {
    let one = |text: &str| vec![text.to_owned()];
    let of = |period: Period| context::column(period).to_vec();
    match column {
        Column::Goal => one("Nghị quyết"),
        Column::Previous => assessment.period.previous().map(of).unwrap_or_default(),
        Column::Current => of(assessment.period),
        Column::Cumulative => one("Lũy kế"),
        Column::Compared => one("So với nghị quyết"),
        Column::Status => one("Đánh giá"),
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
    ledger.subject.clone_from(&standing.target.title);
    let title = Cell { heads_row: true, ..cell(&named(&standing.target.title), ledger) };
    let mut cells = vec![ordinal(n), title];
    for column in columns {
        let made = match column {
            Column::Goal => goal_cell(standing, ledger),
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

/// The goal with its unit, every line a figure.
pub fn goal_cell(standing: &TargetStanding, ledger: &mut Ledger) -> Cell {
    let texts: Vec<String> =
        goal_in_table(standing).into_iter().map(|line| ledger.print(&standing.goal, line)).collect();
    lines(&texts, ledger)
}

fn status(status: Status) -> &'static str {
    status.words()
}

/// A value without its unit, which stands in its own column.
fn plain(quantity: Option<&Quantity>, standing: &TargetStanding, ledger: &mut Ledger) -> Cell {
    let marked = quantity.map(|q| bare(q, standing, ledger));
    value_or_dash(marked, ledger)
}

/// A value without its unit; of a share its per cent.
pub fn bare(quantity: &Quantity, standing: &TargetStanding, ledger: &mut Ledger) -> String {
    let percent = percent(quantity);
    ledger.value_beside(percent.as_ref().unwrap_or(quantity), standing.goal.as_number())
}

/// The running total, with its year where it is of an earlier period.
pub fn cumulative_cell(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> Cell {
    let Some(quantity) = cumulative(standing).cloned() else { return value_or_dash(None, ledger) };
    let marked = bare(&quantity, standing, ledger);
    let older = rests_on(standing).map(|(p, _)| p).filter(|p| p.last_day() < period.first_day());
    match older {
        Some(older) => lines(&[marked, format!("({})", mark::name(&year_or_name(older)))], ledger),
        None => cell(&marked, ledger),
    }
}

/// The share of the target for what adds up, else the difference from it.
pub fn compared(standing: &TargetStanding, ledger: &mut Ledger) -> Cell {
    if by_share(standing) {
        let marked = standing.share.as_ref().map(|s| ledger.value_beside(s, Some(100.0)));
        return value_or_dash(marked, ledger);
    }
    let Some((difference, value)) = standing.difference.as_ref().and_then(|d| Some((d, d.as_number()?)))
    else {
        return value_or_dash(None, ledger);
    };
    if value.abs() < 0.05 {
        return cell("bằng", ledger);
    }
    let printed = ledger.print(difference, wording::signed(value, difference));
    let points = ["%", "điểm phần trăm"].contains(&difference.unit.as_str());
    if points { lines(&[printed, "điểm".to_owned()], ledger) } else { cell(&printed, ledger) }
}

/// `2022`, `quý II/2023`.
fn year_or_name(period: Period) -> String {
    match period {
        Period::Year(year) => year.to_string(),
        other => other.name(),
    }
}
