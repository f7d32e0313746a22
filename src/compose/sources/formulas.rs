//! Worked-out figures: how each comes about, by what they speak of.

use super::{Used, in_body, joined};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::{cell, head, named, row, table};
use crate::document::{Align, FigureId, Row, Table};
use crate::quantity::Source;

/// What worked-out figures speak of, how they are worked out, where they are used.
struct Worked {
    subject: String,
    steps: Vec<(FigureId, String, String)>,
    places: Vec<String>,
}

/// Worked-out figures of the body, one row a subject.
pub fn formulas(used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut subjects: Vec<Worked> = Vec::new();
    for (id, place) in used.figures.iter().filter(|(_, p)| in_body(p)) {
        let index = id.0 as usize;
        let (Some(figure), Some(subject)) = (ledger.figures.get(index), ledger.subjects.get(index)) else {
            continue;
        };
        let Source::Formula { expression, .. } = &*figure.quantity.source else { continue };
        if expression.is_empty() || expression.replace(' ', "") == figure.text {
            continue;
        }
        let step = (*id, figure.text.clone(), expression.clone());
        let at = subjects.iter().position(|w| w.subject == *subject).unwrap_or_else(|| {
            subjects.push(Worked { subject: subject.clone(), steps: Vec::new(), places: Vec::new() });
            subjects.len() - 1
        });
        let worked = &mut subjects[at];
        worked.places.push(place.clone());
        if !worked.steps.iter().any(|(_, text, known)| same_size(text, &step.1) && *known == step.2) {
            worked.steps.push(step);
        }
    }
    let body: Vec<Row> = subjects.iter().map(|worked| worked_row(worked, ledger)).collect();
    let heads = ["Nội dung", "Cách tính", "Dùng tại"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    (!body.is_empty())
        .then(|| table("formula-sources", vec![Align::Left, Align::Left, Align::Left], header, body))
}

/// Whether two texts say the same but for a plus sign.
fn same_size(a: &str, b: &str) -> bool {
    a.trim_start_matches('+') == b.trim_start_matches('+')
}

fn worked_row(worked: &Worked, ledger: &Ledger) -> Row {
    let steps = worked.steps.iter().map(|(id, text, expression)| {
        let joint = if expression.starts_with(|c: char| c.is_alphabetic()) { ": " } else { " = " };
        format!("{}{joint}{}", mark::figure(*id, text), named(expression))
    });
    let steps = steps.collect::<Vec<_>>().join("; ");
    row([named(&worked.subject), steps, named(&joined(&worked.places))]
        .iter()
        .map(|c| cell(c, ledger))
        .collect())
}
