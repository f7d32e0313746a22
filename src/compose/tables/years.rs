//! The targets by year of the term, with the forecast for its end.

use crate::assess::Span;
use crate::assess::{Assessment, TargetStanding};
use crate::compose::context::{self, forecast_of};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::target_table::{bare, compared, cumulative_cell, goal_cell};
use crate::compose::tables::{
    cell, centre_mixed, head, lines, named, ordinal, row, table, tall_head, value_or_dash,
};
use crate::document::{Align, Cell, Row, Table};
use crate::period::Period;

/// The table; none where fewer than two years have a value.
pub fn build(assessment: &Assessment, ledger: &mut Ledger) -> Option<Table> {
    let years = years(assessment);
    if years.len() < 2 {
        return None;
    }
    let forecast = assessment.targets.iter().any(|t| forecast_of(t).is_some());
    let mut aligns = vec![Align::Centre, Align::Left, Align::Centre];
    aligns.extend(years.iter().map(|_| Align::Decimal));
    aligns.extend([Align::Decimal, Align::Decimal]);
    let body = assessment.targets.iter().enumerate();
    let body: Vec<Row> =
        body.map(|(i, t)| body_row(i + 1, t, assessment.period, &years, forecast, ledger)).collect();
    centre_mixed(&mut aligns, &body);
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
    let names = years.iter().map(|y| tall_head(&short(*y), ledger)).collect();
    vec![row(first), row(names)]
}

/// `2022`, `9 tháng` over `2023`.
fn short(year: Period) -> Vec<String> {
    match year {
        Period::Year(y) => vec![mark::name(&y.to_string())],
        other => context::column(other).to_vec(),
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
    let mut cells = vec![ordinal(n), title, goal_cell(standing, ledger)];
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

/// `năm 2023: 171` over `(163 - 179)`.
fn forecast_cell(standing: &TargetStanding, period: Period, ledger: &mut Ledger) -> Cell {
    let Some(forecast) = forecast_of(standing) else { return value_or_dash(None, ledger) };
    let label = match standing.span {
        Span::EachYear => mark::name(&format!("năm {}", period.year())),
        _ if standing.forecast_term.is_some() => "hết nhiệm kỳ".to_owned(),
        _ => mark::name(&format!("hết năm {}", period.year())),
    };
    let value = ledger.rounded(&forecast.value);
    let (low, high) = (ledger.rounded(&forecast.interval.0), ledger.rounded(&forecast.interval.1));
    let first = format!("{label}: {value}");
    if mark::plain(&low) == mark::plain(&high) {
        return cell(&first, ledger);
    }
    lines(&[first, format!("({low} - {high})")], ledger)
}
