//! Finds the table of a sheet and reads its values.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::period::Period;
use crate::quantity::Source;

use super::super::fields::nearest;
use super::super::model::{Measure, ResultValue, Target, Term};
use super::super::number;
use super::super::results::{Checks, Context, Stated, period_of_name, term_at};
use super::grid::{Cell, Grid};
use super::heading::{self, Part};
use super::period;

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

enum HeaderKind {
    /// Organisations in rows, targets in columns.
    Organisations,
    /// Targets in rows.
    Targets,
}

/// The rows that head a table.
struct Header {
    kind: HeaderKind,
    /// First row.
    top: u32,
    /// Last row.
    bottom: u32,
    /// Column of the organisations or targets.
    label: u32,
}

impl Header {
    fn find(grid: &Grid) -> Option<Header> {
        let found = grid.rows.iter().find_map(|(row, cells)| {
            let several = cells.len() > 1;
            let column = |is: fn(&str) -> bool| {
                cells.iter().find(|(_, cell)| matches!(cell, Cell::Text(t) if is(t))).map(|(c, _)| *c)
            };
            if !several {
                return None;
            }
            let results = column(heading::is_result).is_some();
            match (column(heading::is_target_list), column(heading::is_organisation)) {
                (Some(label), _) if results => Some((HeaderKind::Targets, *row, label)),
                (_, Some(label)) => Some((HeaderKind::Organisations, *row, label)),
                _ => None,
            }
        });
        let (kind, top, label) = found?;
        let mut bottom = top;
        for (row, cells) in grid.rows.range(top + 1..) {
            let header = *row == bottom + 1
                && !cells.contains_key(&label)
                && cells
                    .values()
                    .all(|cell| matches!(cell, Cell::Text(text) if number::parse(text).is_none()))
                && cells.range(..label).next().is_none();
            if !header {
                break;
            }
            bottom = *row;
        }
        Some(Header { kind, top, bottom, label })
    }

    /// The heading parts of each column, from the top down; a merged cell counts for every column that has a
    /// heading below it.
    fn columns(&self, grid: &Grid) -> BTreeMap<u32, Vec<(u32, u32, String)>> {
        let text = |row: u32, column: u32| match grid.rows.get(&row)?.get(&column)? {
            Cell::Text(text) => Some(text.clone()),
            Cell::Number { value, .. } => Some(value.to_string()),
            _ => None,
        };
        let mut columns: BTreeMap<u32, Vec<(u32, u32, String)>> = BTreeMap::new();
        let last = (self.top..=self.bottom)
            .filter_map(|row| grid.rows.get(&row)?.keys().next_back().copied())
            .max()
            .unwrap_or(self.label);
        for column in 0..=last {
            for row in self.top..=self.bottom {
                let below = (row + 1..=self.bottom).any(|r| text(r, column).is_some());
                let mut at = column;
                while below && text(row, at).is_none() && at > 0 {
                    at -= 1;
                }
                if let Some(heading) = text(row, at) {
                    columns.entry(column).or_default().push((row, at, heading));
                }
            }
        }
        columns
    }
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
            } else if let Some(found) = heading::organisation(&label, self.context.organisations) {
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
        let names = organisations.iter().flat_map(|o| std::iter::once(&o.name).chain(&o.aliases));
        let near = nearest(heading::unnumbered(label), names.map(String::as_str)).unwrap_or("none");
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
        let near = nearest(text, names).unwrap_or("none");
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
            match heading::target(heading::unnumbered(&label), &term.targets) {
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

    /// A cell as the text that a YAML file would have; none for a dash or what cannot be a value (which is said).
    fn text(&self, row: u32, column: u32, cell: &Cell, target: &Target, percent: bool) -> Option<String> {
        // For a per cent of organisations a mark says that this organisation counts.
        let yes_no = target.measure == Measure::YesNo || target.unit == "%";
        match cell {
            Cell::Number { value, percent: true } => Some(format!("{}%", decimal(*value))),
            Cell::Number { value, .. } if percent && *value > 0.0 && *value < 1.0 => {
                self.push(
                    Diagnostic::error("sheet-percent-unclear").arg("text", decimal(*value)),
                    row,
                    column,
                );
                None
            }
            Cell::Number { value, .. } if percent => Some(format!("{}%", decimal(*value))),
            Cell::Number { value, .. } => Some(decimal(*value)),
            Cell::Text(text) => match (heading::plain(text).as_str(), yes_no) {
                ("", _) if !text.contains('%') => None,
                ("x" | "có" | "đạt", true) => Some("true".to_owned()),
                ("không" | "chưa" | "không đạt" | "chưa đạt", true) => Some("false".to_owned()),
                ("x" | "có", false) => Some("1".to_owned()),
                ("không" | "chưa", false) => Some("0".to_owned()),
                _ if percent && !text.contains(['%', '/']) => Some(format!("{text}%")),
                _ => Some(text.clone()),
            },
            Cell::Bool(value) if yes_no => Some(value.to_string()),
            Cell::Bool(value) => Some(u8::from(*value).to_string()),
            Cell::Date => {
                self.say("sheet-date-in-cell", row, column);
                None
            }
            Cell::Error(error) => {
                self.push(Diagnostic::error("sheet-cell-error").arg("error", error), row, column);
                None
            }
            Cell::Uncomputed => {
                self.say("sheet-formula-without-value", row, column);
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

/// A number with a decimal comma, so that no dot can be taken for a grouping one.
fn decimal(value: f64) -> String {
    value.to_string().replace('.', ",")
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
