//! Finds the table of a sheet and reads its values.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::period::Period;
use crate::quantity::Source;

use super::super::model::{ResultValue, Target, Term};
use super::super::register::unnumbered;
use super::super::results::{Context, period_of_name, term_at};
use super::super::stated::{Checks, Stated};
use super::grid::{Cell, Grid};
use super::header::{Header, HeaderKind};
use super::heading::{self, Part};
use super::{period, values};

/// The values of a sheet; none when it has no table.
pub fn read(grid: &Grid, context: &Context<'_>) -> Option<Vec<ResultValue>> {
    let header = Header::find(grid)?;
    let reader = Reader { grid, context, illustrative: is_illustrative(grid, header.top) };
    let Some(period) = reader.period(header.top) else {
        reader.say("sheet-period-missing", header.top, header.label);
        return Some(Vec::new());
    };
    let Some(term) = term_at(context.terms, period) else {
        if context.terms_complete {
            let place = grid.place(context.log.file(), header.top, header.label);
            let problem = Diagnostic::error("term-uncovered").place(place);
            context.log.push(problem.arg("period", period));
        }
        return Some(Vec::new());
    };
    Some(match header.kind {
        HeaderKind::Organisations => reader.by_organisation(&header, period, term),
        HeaderKind::Targets => reader.by_target(&header, period, term),
    })
}

fn is_illustrative(grid: &Grid, top: u32) -> bool {
    let above = grid.rows.range(..top).flat_map(|(_, row)| row.values());
    above.into_iter().any(|cell| matches!(cell, Cell::Text(text) if heading::is_illustrative(text)))
}

/// A target's columns.
struct Columns<'t> {
    target: &'t Target,
    parts: Vec<(Part, u32)>,
}

struct Reader<'a> {
    grid: &'a Grid,
    context: &'a Context<'a>,
    illustrative: bool,
}

impl<'a> Reader<'a> {
    fn say(&self, code: &'static str, row: u32, column: u32) {
        self.push(Diagnostic::error(code), row, column);
    }

    fn push(&self, problem: Diagnostic, row: u32, column: u32) {
        let log = self.context.log;
        log.push(problem.place(self.grid.place(log.file(), row, column)));
    }

    /// The period by a title above the table, the sheet's name or the file's name; the year by any of them.
    fn period(&self, top: u32) -> Option<Period> {
        let file = self.context.log.file();
        let stem = file.rsplit('/').next().unwrap_or(file);
        let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let titles =
            self.grid.rows.range(..top).flat_map(|(_, row)| row.values()).filter_map(|cell| match cell {
                Cell::Text(text) => period::find(text),
                _ => None,
            });
        let found: Vec<period::Partial> =
            titles.chain(period::find(&self.grid.name)).chain(period::find(stem)).collect();
        let year = found.iter().find_map(|p| p.year());
        found.first().and_then(|p| p.with_year(year)).or_else(|| period_of_name(file))
    }

    fn by_organisation(&self, header: &Header, period: Period, term: &Term) -> Vec<ResultValue> {
        let columns = self.target_columns(header, term);
        let mut values = Vec::new();
        let mut total_seen = false;
        for (row, cells) in self.grid.rows.range(header.bottom + 1..) {
            if is_numbering(cells) {
                continue;
            }
            let Some((at, label)) = label(cells, header.label) else {
                if has_values(cells, &columns, total_seen) {
                    self.say("sheet-row-without-label", *row, header.label);
                }
                continue;
            };
            if heading::is_cluster(&label) {
                continue;
            }
            let organisation = if heading::is_total(&label) {
                if total_seen {
                    self.say("sheet-several-totals", *row, at);
                    continue;
                }
                total_seen = true;
                None
            } else if let Some(found) = self.context.organisations.named(&label, period.last_day()) {
                Some(found.id.clone())
            } else {
                if has_values(cells, &columns, total_seen) {
                    self.unknown_organisation(*row, at, &label);
                }
                continue;
            };
            for columns in &columns {
                values.extend(self.value(*row, cells, columns, period, organisation.clone()));
            }
        }
        values
    }

    fn unknown_organisation(&self, row: u32, column: u32, label: &str) {
        let organisations = self.context.organisations;
        if organisations.is_empty() {
            return;
        }
        let near = self.context.log.suggest(unnumbered(label), organisations.names());
        let problem = Diagnostic::error("sheet-organisation-unknown").arg("name", label);
        self.push(problem.arg("near", near), row, column);
    }

    /// The columns of each target; a heading that stands for nothing is reported.
    fn target_columns<'t>(&self, header: &Header, term: &'t Term) -> Vec<Columns<'t>> {
        let mut found: Vec<Columns<'t>> = Vec::new();
        for (column, headings) in header.columns(self.grid) {
            let Some((row, at, text)) = headings.first() else { continue };
            if column == header.label || heading::is_ignored(text) {
                continue;
            }
            let Some((index, target)) = headings
                .iter()
                .enumerate()
                .find_map(|(i, h)| Some((i, heading::target(&h.2, &term.targets)?)))
            else {
                if heading::part(text) != Some(Part::Note) {
                    self.unknown_heading(*row, *at, text, term);
                }
                continue;
            };
            let part = match headings.get(index + 1) {
                None if headings[index].2.contains('%') => Part::Percent,
                None => Part::Value,
                Some((row, at, below)) => match heading::part(below) {
                    Some(part) => part,
                    None => {
                        self.unknown_heading(*row, *at, below, term);
                        continue;
                    }
                },
            };
            match found.iter_mut().find(|c| c.target.id == target.id) {
                Some(columns) if columns.parts.iter().any(|(p, _)| *p == part) => {
                    let problem = Diagnostic::error("sheet-heading-twice").arg("heading", &headings[index].2);
                    self.push(problem, *row, column);
                }
                Some(columns) => columns.parts.push((part, column)),
                None => found.push(Columns { target, parts: vec![(part, column)] }),
            }
        }
        found
    }

    fn unknown_heading(&self, row: u32, column: u32, text: &str, term: &Term) {
        let names = term.targets.iter().flat_map(|t| [t.title.as_str(), t.short.as_str()]);
        let near = self.context.log.suggest(text, names);
        let problem = Diagnostic::error("sheet-heading-unknown").arg("heading", text);
        self.push(problem.arg("near", near), row, column);
    }

    fn by_target(&self, header: &Header, period: Period, term: &Term) -> Vec<ResultValue> {
        let mut parts = Vec::new();
        for (column, headings) in header.columns(self.grid) {
            let Some((row, at, text)) = headings.last() else { continue };
            if column == header.label || heading::is_ignored(text) {
                continue;
            }
            match heading::part(text).or_else(|| heading::is_result(text).then_some(Part::Value)) {
                Some(part) => parts.push((part, column)),
                None => self.unknown_heading(*row, *at, text, term),
            }
        }
        let mut values = Vec::new();
        for (row, cells) in self.grid.rows.range(header.bottom + 1..) {
            if is_numbering(cells) {
                continue;
            }
            let Some((at, label)) = label(cells, header.label) else { continue };
            match heading::target(unnumbered(&label), &term.targets) {
                Some(target) => {
                    let columns = Columns { target, parts: parts.clone() };
                    values.extend(self.value(*row, cells, &columns, period, None));
                }
                None if parts.iter().any(|(_, column)| cells.contains_key(column)) => {
                    self.unknown_heading(*row, at, &label, term);
                }
                None => {}
            }
        }
        values
    }

    /// A cell's text; none when it says nothing, or what cannot be a value, which is reported.
    fn text(&self, row: u32, column: u32, cell: &Cell, target: &Target, percent: bool) -> Option<String> {
        match values::text(cell, target, percent) {
            Ok(text) => text,
            Err(problem) => {
                self.push(problem, row, column);
                None
            }
        }
    }

    /// The value of a target in a row.
    fn value(
        &self,
        row: u32,
        cells: &BTreeMap<u32, Cell>,
        columns: &Columns<'_>,
        period: Period,
        organisation: Option<String>,
    ) -> Option<ResultValue> {
        let get = |wanted: Part| {
            let (_, column) = columns.parts.iter().find(|(part, _)| *part == wanted)?;
            Some((*column, cells.get(column)?))
        };
        let (column, text) = match (get(Part::Value), get(Part::Whole), get(Part::Percent)) {
            (Some((column, part)), Some((whole_column, whole)), _) => {
                let part = self.text(row, column, part, columns.target, false)?;
                let whole = self.text(row, whole_column, whole, columns.target, false)?;
                (column, format!("{part}/{whole}"))
            }
            (Some((column, cell)), _, _) => (column, self.text(row, column, cell, columns.target, false)?),
            (None, _, Some((column, cell))) => (column, self.text(row, column, cell, columns.target, true)?),
            _ => return None,
        };
        let one = organisation.is_some();
        let checks = Checks { target: columns.target, period, scales: self.context.scales, one };
        match checks.state(&text, false) {
            Ok(Stated { value, unit }) => {
                let place = self.grid.place(self.context.log.file(), row, column);
                let source = match self.illustrative {
                    true => Source::Illustrative(place.clone()),
                    false => Source::Place(place.clone()),
                };
                let note = match get(Part::Note) {
                    Some((_, Cell::Text(note))) => Some(note.clone()),
                    _ => None,
                };
                let target = columns.target.id.clone();
                let source = Arc::new(source);
                Some(ResultValue { target, organisation, period, value, unit, note, source, place })
            }
            Err(problem) => {
                self.push(problem, row, column);
                None
            }
        }
    }
}

/// Whether a row has something in a column of values. Below the totals, where people sign, only numbers count.
fn has_values(cells: &BTreeMap<u32, Cell>, columns: &[Columns<'_>], below_total: bool) -> bool {
    let parts = columns.iter().flat_map(|c| &c.parts).filter(|(part, _)| *part != Part::Note);
    parts.filter_map(|(_, column)| cells.get(column)).any(|cell| match cell {
        Cell::Number { .. } => true,
        _ => !below_total,
    })
}

/// The row's label: in the column of labels, or left of it where a total's label spans several columns.
fn label(cells: &BTreeMap<u32, Cell>, column: u32) -> Option<(u32, String)> {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    };
    if let Some(label) = cells.get(&column).and_then(text) {
        return Some((column, label));
    }
    let left = cells.range(..column).find_map(|(c, cell)| Some((*c, text(cell)?)));
    left.filter(|(_, label)| heading::is_total(label) || heading::is_cluster(label))
}

/// A row that numbers the columns: `(1) (2) (3)`, `A B 1 2`.
fn is_numbering(cells: &BTreeMap<u32, Cell>) -> bool {
    let short = |text: &str| {
        let core = text.trim_matches(['(', ')', '[', ']']);
        core.len() <= 2
            && (core.bytes().all(|b| b.is_ascii_digit()) || core.bytes().all(|b| b.is_ascii_uppercase()))
    };
    cells.len() > 2
        && cells.values().all(|cell| match cell {
            Cell::Text(text) => short(text),
            Cell::Number { value, .. } => value.fract() == 0.0 && (0.0..100.0).contains(value),
            _ => false,
        })
}
