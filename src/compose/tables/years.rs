//! The targets by year of the term, with the forecast for its end.

use crate::assess::{Assessment, TargetStanding};
use crate::compose::context::{self, goal_words};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::target_table::{bare, compared, cumulative_cell};
use crate::compose::tables::{cell, head, lines, named, ordinal, row, table, value_or_dash};
use crate::document::{Align, Cell, Row, Table};
use crate::period::Period;

/// The table; none where fewer than two years have a value.
pub fn build(assessment: &Assessment, ledger: &mut Ledger) -> Option<Table> {
    let years = years(assessment);
    if years.len() < 2 {
        return None;
    }
    let forecast = assessment.targets.iter().any(|t| t.forecast_term.is_some() || t.forecast_year.is_some());
    let mut aligns = vec![Align::Centre, Align::Left, Align::Centre];
    aligns.extend(years.iter().map(|_| Align::Decimal));
    aligns.extend([Align::Decimal, Align::Decimal]);
    let body = assessment.targets.iter().enumerate();
    let body = body.map(|(i, t)| body_row(i + 1, t, assessment.period, &years, forecast, ledger)).collect();
    if forecast {
        aligns.push(Align::Centre);
    }
    let header = header(&years, forecast, ledger);
    Some(table("year-table", aligns, header, body))
}

/// The years in which any target has a value.
fn years(assessment: &Assessment) -> Vec<Period> {
    let mut years: Vec<Period> = Vec::new();
    for (year, value) in assessment.targets.iter().flat_map(|t| &t.by_year) {
        if value.is_some() && !years.contains(year) {
            years.push(*year);
        }
    }
    years.sort_by_key(|y| (y.first_day(), y.last_day()));
    years
}

fn header(years: &[Period], forecast: bool, ledger: &Ledger) -> Vec<Row> {
    let tall = |text: &str| Cell { rowspan: 2, ..head(text, ledger) };
    let wide =
        Cell { colspan: u16::try_from(years.len()).unwrap_or(u16::MAX), ..head("Kết quả", ledger) };
    let mut first = vec![
        tall("TT"),
        tall("Chỉ tiêu"),
        tall("Nghị quyết"),
        wide,
        tall("Lũy kế"),
        tall("So với nghị quyết"),
    ];
    if forecast {
        first.push(tall("Dự kiến"));
    }
    let names = years.iter().map(|y| head(&mark::name(&short(*y)), ledger)).collect();
    vec![row(first), row(names)]
}

/// `2022`, `9 tháng 2023`.
fn short(year: Period) -> String {
    match year {
        Period::Year(y) => y.to_string(),
        other => context::column(other),
    }
}

fn body_row(
    n: usize,
    standing: &TargetStanding,
    period: Period,
    years: &[Period],
    forecast: bool,
    ledger: &mut Ledger,
) -> Row {
    let title = Cell { heads_row: true, ..cell(&named(&standing.target.title), ledger) };
    let goal = ledger.print(&standing.goal, goal_words(standing));
    let mut cells = vec![ordinal(n), title, cell(&goal, ledger)];
    for year in years {
        let value = standing.by_year.iter().find(|(y, _)| y == year).and_then(|(_, v)| v.as_ref());
        let marked = value.map(|q| bare(q, standing, ledger));
        cells.push(value_or_dash(marked, ledger));
    }
    cells.push(cumulative_cell(standing, period, ledger));
    cells.push(compared(standing, ledger));
    if forecast {
        cells.push(forecast_cell(standing, period, ledger));
    }
    row(cells)
}

/// `năm 2023: 171`, `nhiệm kỳ: 96,5%`, each on its line with its interval.
fn forecast_cell(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> Cell {
    let year = mark::name(&format!("năm {}", period.year()));
    let pairs = [
        (standing.forecast_year.as_ref(), year),
        (standing.forecast_term.as_ref(), "hết nhiệm kỳ".to_owned()),
    ];
    let mut texts = Vec::new();
    for (forecast, label) in pairs {
        if let Some(f) = forecast {
            let value = ledger.value(&f.value);
            let (low, high) = (ledger.value(&f.interval.0), ledger.value(&f.interval.1));
            texts.push(format!("{label}: {value} ({low} - {high})"));
        }
    }
    if texts.is_empty() { value_or_dash(None, ledger) } else { lines(&texts, ledger) }
}
