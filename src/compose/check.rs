//! The proof that every digit of the report has somebody who vouches for it.

use std::collections::BTreeSet;

use crate::compose::visit::{self, Visit};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, FigureId, Origin, Run};

/// Every digit that stands neither in a figure, nor in the template's own text, a name or a quotation; and every
/// figure that prints as something else than it is registered as.
pub fn digits(document: &Document) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let figures = document.figures.clone();
    let mut copy = document.clone();
    visit::document(&mut copy, &mut |visit| match visit {
        Visit::Run(run) => {
            let code = match run.figure {
                Some(id) => figure(run, id, &figures),
                None => unvouched(run),
            };
            wrong.extend(code.map(|code| Diagnostic::error(code).arg("text", run.text.clone())));
        }
        Visit::Figure(id) if figures.get(id.0 as usize).is_none() => {
            wrong.push(Diagnostic::error("compose-lost-figure").arg("text", id.0));
        }
        _ => {}
    });
    wrong
}

fn figure(run: &Run, id: FigureId, figures: &[crate::document::ReportFigure]) -> Option<&'static str> {
    let Some(figure) = figures.get(id.0 as usize) else { return Some("compose-lost-figure") };
    let same = numbers(&run.text).is_subset(&numbers(&figure.text));
    (!same).then_some("compose-changed-figure")
}

fn unvouched(run: &Run) -> Option<&'static str> {
    let digits = run.text.chars().any(|c| c.is_numeric());
    match &run.origin {
        Origin::Template | Origin::Name => None,
        Origin::Quoted(quotation) if numbers(&run.text).is_subset(&numbers(&quotation.phrase)) => None,
        _ if run.footnote.is_some() => None,
        _ => digits.then_some("compose-bare-number"),
    }
}

/// The groups of digits in a text.
fn numbers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_numeric()).filter(|group| !group.is_empty()).collect()
}
