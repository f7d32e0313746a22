//! A sheet's cells, from `.xlsx`, `.ods` or `.csv`, without regard to what they mean.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, Reader, SheetVisible, Xlsx};

use crate::diagnostic::{Diagnostic, Place};

use super::super::folder;
use super::super::log::Log;

/// Rows and columns beyond these are not read; a value there is reported.
const MAX_ROW: u32 = 20_000;
const MAX_COLUMN: u32 = 400;
/// Most bytes that a spreadsheet's parts may unpack to.
const MAX_UNPACKED: u64 = 128 << 20;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A number; `percent` when the cell is formatted as a per cent, and the number is already multiplied by 100.
    Number { value: f64, percent: bool },
    /// A text, trimmed.
    Text(String),
    /// A truth value.
    Bool(bool),
    /// A date, as spreadsheets make of `5/12`.
    Date,
    /// An error such as `#REF!`.
    Error(String),
    /// A formula whose value was never computed.
    Uncomputed,
}

/// A sheet: its name and its cells that hold something, by row and column counted from 0.
#[derive(Debug, Default)]
pub struct Grid {
    /// Name; empty for a CSV file.
    pub name: String,
    /// Rows that hold something.
    pub rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
}

impl Grid {
    fn set(&mut self, row: u32, column: u32, cell: Cell) {
        self.rows.entry(row).or_default().insert(column, cell);
    }

    /// The cell's name, `Quý III!D12`; `D12` in a CSV file.
    pub fn cell_name(&self, row: u32, column: u32) -> String {
        let mut letters = Vec::new();
        let mut rest = column + 1;
        while rest > 0 {
            letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
            rest = (rest - 1) / 26;
        }
        let letters: String = letters.iter().rev().collect();
        let sheet = if self.name.is_empty() { String::new() } else { format!("{}!", self.name) };
        format!("{sheet}{letters}{}", row + 1)
    }

    /// The place of a cell.
    pub fn place(&self, file: &str, row: u32, column: u32) -> Place {
        Place::cell(file, self.cell_name(row, column))
    }
}

/// The visible sheets of a file in their order; empty when it cannot be read, which is said.
pub fn load(bytes: Vec<u8>, extension: &str, log: &Log) -> Vec<Grid> {
    let found = match extension {
        "csv" => return csv(bytes, log).into_iter().collect(),
        _ if unpacked(&bytes).is_none_or(|size| size > MAX_UNPACKED) => None,
        "xlsx" => xlsx(bytes, log).ok(),
        _ => ods(bytes, log).ok(),
    };
    found.unwrap_or_else(|| {
        log.push(Diagnostic::error("sheet-unreadable").place(Place::file(log.file())));
        Vec::new()
    })
}

fn xlsx(bytes: Vec<u8>, log: &Log) -> Result<Vec<Grid>, calamine::XlsxError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut grids = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let mut grid = Grid { name: name.clone(), ..Grid::default() };
        let mut cells = book.worksheet_cells_reader(&name)?;
        while let Some((cell, style)) = cells.next_cell_with_style_id()? {
            let format = cells.styles().get(style).and_then(|s| s.number_format.as_ref());
            let percent = format.is_some_and(|f| f.format_code.contains('%'));
            let (row, column) = cell.get_position();
            let value = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::SharedString(text) => text_cell(text),
                other => convert(&Data::from(other.clone()), percent),
            };
            put(&mut grid, row, column, value, log);
        }
        drop(cells);
        let mut formulas = book.worksheet_cells_reader(&name)?;
        while let Some(formula) = formulas.next_formula()? {
            let (row, column) = formula.get_position();
            let known = grid.rows.get(&row).is_some_and(|r| r.contains_key(&column));
            if !known && !formula.get_value().is_empty() {
                put(&mut grid, row, column, Some(Cell::Uncomputed), log);
            }
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn ods(bytes: Vec<u8>, log: &Log) -> Result<Vec<Grid>, calamine::OdsError> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes))?;
    let mut grids = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let mut grid = Grid { name: name.clone(), ..Grid::default() };
        let range = book.worksheet_range(&name)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let at = |start: u32, n: usize| start.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
            put(&mut grid, at(top, row), at(left, column), convert(value, false), log);
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn visible(sheets: &[calamine::Sheet]) -> Vec<String> {
    sheets.iter().filter(|s| s.visible == SheetVisible::Visible).map(|s| s.name.clone()).collect()
}

fn put(grid: &mut Grid, row: u32, column: u32, value: Option<Cell>, log: &Log) {
    let Some(value) = value else { return };
    if row < MAX_ROW && column < MAX_COLUMN {
        grid.set(row, column, value);
    } else {
        let place = grid.place(log.file(), row, column);
        log.push(Diagnostic::error("sheet-cell-far-away").place(place));
    }
}

fn convert(value: &Data, percent: bool) -> Option<Cell> {
    let number = |value: f64| {
        // 0.941 * 100 is 94.1 to a reader, not 94.09999999999999.
        let value = if percent { (value * 1e8).round() / 1e6 } else { value };
        Some(Cell::Number { value, percent })
    };
    match value {
        Data::Int(n) => number(*n as f64),
        Data::Float(n) => number(*n),
        Data::String(text) => text_cell(text),
        Data::Bool(b) => Some(Cell::Bool(*b)),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Some(Cell::Date),
        Data::Error(error) => Some(Cell::Error(error.to_string())),
        Data::Empty => None,
    }
}

fn text_cell(text: &str) -> Option<Cell> {
    let text = text.trim();
    (!text.is_empty()).then(|| Cell::Text(text.to_owned()))
}

fn csv(bytes: Vec<u8>, log: &Log) -> Option<Grid> {
    let text = match folder::decode(bytes) {
        Ok(text) => text,
        Err((line, column)) => {
            log.push(Diagnostic::error("file-not-utf8").place(Place::at(log.file(), line, column)));
            return None;
        }
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(&text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let (mut row, mut read) = (0, 0);
    for record in reader.records() {
        let Ok(record) = record else {
            log.push(Diagnostic::error("sheet-unreadable").place(Place::file(log.file())));
            return None;
        };
        let start = record.position().map_or(0, csv::Position::byte);
        row += newlines(&text, &mut read, usize::try_from(start).unwrap_or(usize::MAX));
        for (column, field) in record.iter().enumerate() {
            put(&mut grid, row, u32::try_from(column).unwrap_or(u32::MAX), text_cell(field), log);
        }
    }
    Some(grid)
}

/// Line ends from byte `read` to the record that starts at or after byte `start`, where `read` then stands. The
/// reader passes over blank lines and counts them its own way; a cell's name has to count them all.
fn newlines(text: &str, read: &mut usize, start: usize) -> u32 {
    let blank = text.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(['\r', '\n']).len());
    let passed = text.get(*read..start + blank).unwrap_or_default();
    *read = start + blank;
    u32::try_from(passed.bytes().filter(|b| *b == b'\n').count()).unwrap_or(u32::MAX)
}

/// The delimiter of a CSV file: of `;`, tab and `,` the first that stands outside quotes in any of its first
/// lines. Vietnamese spreadsheets write `;`, because the comma is their decimal mark.
fn delimiter(text: &str) -> u8 {
    let mut quoted = false;
    let mut seen = [false; 3];
    for c in text.chars().take(20_000) {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => seen[0] = true,
            '\t' if !quoted => seen[1] = true,
            ',' if !quoted => seen[2] = true,
            _ => {}
        }
    }
    match seen {
        [true, ..] => b';',
        [_, true, _] => b'\t',
        _ => b',',
    }
}

/// The sum of the sizes that a ZIP archive's directory gives for its parts; none when there is no directory.
fn unpacked(zip: &[u8]) -> Option<u64> {
    let end = zip.windows(4).rposition(|w| w == b"PK\x05\x06")?;
    let number = |at: usize, bytes: usize| {
        let field = zip.get(at..at + bytes)?;
        Some(field.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b)))
    };
    let mut at = usize::try_from(number(end + 16, 4)?).ok()?;
    let mut total = 0u64;
    for _ in 0..number(end + 10, 2)? {
        if zip.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        total = total.saturating_add(number(at + 24, 4)?);
        let lengths = number(at + 28, 2)? + number(at + 30, 2)? + number(at + 32, 2)?;
        at += 46 + usize::try_from(lengths).ok()?;
    }
    Some(total)
}
