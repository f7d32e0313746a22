//! The office's files: which of their values the report uses, and where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Used, in_body};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::{cell, head, named, ordinal, row, table};
use crate::diagnostic::Place;
use crate::document::{Align, FigureId, Row, Table};
use crate::quantity::{Quantity, Source};
use crate::vietnamese::format_integer;

/// A value that stands in a file of the office.
struct Stated {
    place: Place,
    /// The figure that prints it in the body; none where it only goes into others or into another appendix.
    figure: Option<(FigureId, String)>,
    illustrative: bool,
}

/// The office's files: which values of them the report uses, and where they stand.
pub fn office_files(used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut files: BTreeMap<String, BTreeMap<Place, Stated>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (id, place) in &used.figures {
        if let Some(figure) = ledger.figures.get(id.0 as usize) {
            let printed = in_body(place).then_some((*id, &*figure.text));
            stated(&figure.quantity, printed, &mut seen, &mut |s: Stated| {
                let values = files.entry(s.place.file.clone()).or_default();
                match values.get_mut(&s.place) {
                    Some(known) if known.figure.is_some() => {}
                    Some(known) => known.figure = s.figure,
                    None => {
                        values.insert(s.place.clone(), s);
                    }
                }
            });
        }
    }
    let (shown, rest): (Vec<_>, Vec<_>) =
        files.iter().partition(|(_, v)| v.values().any(|s| s.figure.is_some()));
    let mut body: Vec<Row> = Vec::new();
    for (file, values) in shown {
        body.push(file_row(body.len() + 1, file, values, ledger));
    }
    if !rest.is_empty() {
        body.push(rest_row(body.len() + 1, &rest, ledger));
    }
    let heads = ["TT", "Tệp", "Số liệu và vị trí trong tệp"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    let aligns = vec![Align::Centre, Align::Left, Align::Left];
    (!body.is_empty()).then(|| table("office-sources", aligns, header, body))
}

/// The values of files that a quantity goes back to. What only goes into others is added once: figures of one report
/// share their inputs, and `seen` holds the sources that were looked at.
fn stated(
    quantity: &Quantity,
    figure: Option<(FigureId, &str)>,
    seen: &mut BTreeSet<*const Source>,
    add: &mut dyn FnMut(Stated),
) {
    if figure.is_none() && !seen.insert(Arc::as_ptr(&quantity.source)) {
        return;
    }
    match &*quantity.source {
        Source::Place(place) | Source::Illustrative(place) => add(Stated {
            place: place.clone(),
            figure: figure.map(|(id, text)| (id, text.to_owned())),
            illustrative: matches!(&*quantity.source, Source::Illustrative(_)),
        }),
        Source::Formula { inputs, .. } => inputs.iter().for_each(|input| stated(input, None, seen, add)),
        Source::Article(_) => {}
    }
}

/// `47 (dòng 12); 214 (dòng 40); 104 số liệu khác (dòng 8 - 118)`; a star behind what is illustrative, or behind the
/// file's name where all of it is.
fn file_row(n: usize, file: &str, values: &BTreeMap<Place, Stated>, ledger: &Ledger) -> Row {
    let all_illustrative = values.values().all(|v| v.illustrative);
    let star = |illustrative: bool| if illustrative && !all_illustrative { "*" } else { "" };
    let mut parts = Vec::new();
    for value in values.values() {
        if let Some((id, text)) = &value.figure {
            let text = mark::figure(*id, text);
            parts.push(format!("{text}{} ({})", star(value.illustrative), position(&value.place)));
        }
    }
    let others: Vec<&Stated> = values.values().filter(|v| v.figure.is_none()).collect();
    if let Some(lines) = span(&others) {
        parts.push(format!(
            "{} số liệu khác{} ({lines})",
            count(others.len()),
            star(others.iter().any(|v| v.illustrative))
        ));
    }
    let name = format!("{}{}", named(file), if all_illustrative { "*" } else { "" });
    Row { cells: vec![ordinal(n), cell(&name, ledger), cell(&parts.join("; "), ledger)], anchor: None }
}

/// The files none of whose values is printed by itself.
fn rest_row(n: usize, files: &[(&String, &BTreeMap<Place, Stated>)], ledger: &Ledger) -> Row {
    let star =
        |values: &BTreeMap<Place, Stated>| if values.values().any(|v| v.illustrative) { "*" } else { "" };
    let names: Vec<String> =
        files.iter().map(|(file, values)| format!("{}{}", named(file), star(values))).collect();
    let total = count(files.iter().map(|(_, values)| values.len()).sum());
    let text = format!(
        "{total} số liệu dùng để tính lũy kế, so sánh, dự kiến và vẽ biểu đồ, ở các tệp: {}",
        names.join(", ")
    );
    let files = format!("{} tệp khác", count(files.len()));
    Row { cells: vec![ordinal(n), cell(&files, ledger), cell(&text, ledger)], anchor: None }
}

fn count(n: usize) -> String {
    mark::name(&format_integer(i64::try_from(n).unwrap_or(i64::MAX)))
}

/// `dòng 8 - 118`.
fn span(values: &[&Stated]) -> Option<String> {
    let lines: Vec<u32> = values.iter().filter_map(|v| v.place.line).collect();
    match (lines.first(), lines.last(), values.first()) {
        (Some(first), Some(last), _) if first != last => {
            Some(format!("dòng {}", mark::name(&format!("{first} - {last}"))))
        }
        (_, _, Some(first)) => Some(position(&first.place)),
        _ => None,
    }
}

/// `ô Quý III!D12`, `dòng 12`.
fn position(place: &Place) -> String {
    match (&place.cell, place.line) {
        (Some(cell), _) => format!("ô {}", named(cell)),
        (None, Some(line)) => format!("dòng {}", mark::name(&line.to_string())),
        (None, None) => "cả tệp".to_owned(),
    }
}
