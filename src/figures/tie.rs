//! Figures → the office's targets, where wording, unit and scope agree.

use chrono::NaiveDate;

use super::lexicon::{LEXICON, SYNONYMS, UnitClass};
use super::model::{Figure, FigureKind};
use super::token::{Token, tokenize};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::{Office, Target, Term};
use crate::quantity::Value;

/// What a wording asks for: who is counted, at which rating, and the other words that matter.
#[derive(Debug, Default)]
struct Sense {
    /// Group of the counted noun (`lexicon/synonyms.yaml`), or the noun itself.
    noun: Option<String>,
    /// Rating, as written.
    rating: Option<String>,
    /// Words that matter, sorted.
    words: Vec<String>,
}

/// Share of the target's words that a figure's wording must have.
const ENOUGH: f64 = 0.5;

/// Ties figures to the targets of the term that holds on `date` (of the figure's own period, where it names a term).
///
/// Aims are tied where also the value is the target's. A figure of a part of the bloc, or of another body, is never
/// tied. Gives findings for aims that fit no target or contradict one; `place` gives a byte of the file its line.
pub fn tie(
    figures: &mut [Figure],
    office: &Office,
    date: Option<NaiveDate>,
    place: &dyn Fn(usize) -> Place,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let senses: Vec<(&Term, Vec<Vec<Sense>>)> =
        office.terms.iter().map(|term| (term, term.targets.iter().map(of_target).collect())).collect();
    for figure in figures.iter_mut() {
        if !matches!(figure.kind, FigureKind::Target | FigureKind::Result) || figure.scope.is_some() {
            continue;
        }
        let coming = |term: &Term| figure.kind == FigureKind::Target && begins_soon(figure, term, date);
        let holding = senses.iter().find(|(term, _)| concerns(figure, term, date));
        let Some((term, of_targets)) = holding.or_else(|| senses.iter().find(|(term, _)| coming(term)))
        else {
            continue;
        };
        let sense = Sense::of(&tokenize(&figure.phrase));
        let fitting: Vec<&Target> = (term.targets.iter().zip(of_targets))
            .filter(|(target, wanted)| same_unit(figure, target) && wanted.iter().any(|w| agree(&sense, w)))
            .map(|(target, _)| target)
            .collect();
        match (fitting.as_slice(), figure.kind) {
            ([target], FigureKind::Target) if !same_value(figure, target) => {
                findings.push(contradicts(figure, target, place));
            }
            ([target], _) => figure.target = Some(target.id.clone()),
            ([], FigureKind::Target) if !term.targets.is_empty() => {
                findings.push(about(figure, "figure-fits-no-target", place));
            }
            ([_, _, ..], _) => findings.push(about(figure, "figure-fits-several-targets", place)),
            _ => {}
        }
    }
    findings
}

fn about(figure: &Figure, code: &'static str, place: &dyn Fn(usize) -> Place) -> Diagnostic {
    Diagnostic::note(code).place(place(figure.start)).arg("phrase", &figure.phrase)
}

fn contradicts(figure: &Figure, target: &Target, place: &dyn Fn(usize) -> Place) -> Diagnostic {
    Diagnostic::warning("figure-contradicts-target")
        .place(place(figure.start))
        .arg("phrase", &figure.phrase)
        .arg("target", &target.title)
        .arg("words", &target.words)
        .related(target.place.clone())
}

/// Whether the figure speaks of the term: by the term it names, else by the day.
fn concerns(figure: &Figure, term: &Term, date: Option<NaiveDate>) -> bool {
    match figure.period {
        Some(named @ crate::period::Period::Term(..)) => named == term.period,
        Some(period) => term.from <= period.last_day() && period.first_day() <= term.to,
        None => date.is_some_and(|day| term.from <= day && day <= term.to),
    }
}

/// Whether aims told on `date` may be those of a term that begins within the year after it.
fn begins_soon(figure: &Figure, term: &Term, date: Option<NaiveDate>) -> bool {
    figure.period.is_none() && date.is_some_and(|day| day < term.from && (term.from - day).num_days() <= 366)
}

fn same_unit(figure: &Figure, target: &Target) -> bool {
    match (&figure.value, &target.value) {
        (Value::Yes(_), Value::Yes(_)) => true,
        (Value::Yes(_), _) | (_, Value::Yes(_)) => false,
        (Value::Share { .. }, _) => true,
        _ if figure.unit == "%" || target.unit == "%" => figure.unit == target.unit,
        _ => group(&tokenize(&figure.unit)) == group(&tokenize(&target.unit)),
    }
}

fn same_value(figure: &Figure, target: &Target) -> bool {
    match (&figure.value, &target.value) {
        (Value::Number(a), Value::Number(b)) => (a - b).abs() < 1e-9,
        (Value::Range(a, b), Value::Range(c, d)) => (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9,
        (Value::Yes(a), Value::Yes(b)) => a == b,
        _ => false,
    }
}

fn agree(figure: &Sense, target: &Sense) -> bool {
    let noun = match (&figure.noun, &target.noun) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    };
    if !noun || figure.rating != target.rating {
        return false;
    }
    let wanted = target.words.len();
    let common = target.words.iter().filter(|word| figure.words.binary_search(word).is_ok()).count();
    wanted == 0 || common as f64 >= ENOUGH * wanted as f64
}

/// Senses of the target's title and of its other names.
fn of_target(target: &Target) -> Vec<Sense> {
    std::iter::once(&target.title).chain(&target.aliases).map(|name| Sense::of(&tokenize(name))).collect()
}

/// The first noun's group: `TCCSĐ`, `chi bộ, đảng bộ` and `tổ chức cơ sở đảng` are one.
fn group(tokens: &[Token]) -> Option<String> {
    (0..tokens.len()).find_map(|i| {
        let (end, class) = LEXICON.units.starting_at(tokens, i)?;
        let counted =
            !matches!(class, UnitClass::Programme | UnitClass::Duration | UnitClass::Day | UnitClass::Times);
        counted.then(|| {
            let written = tokens[i..end].iter().map(|t| t.folded.as_str()).collect::<Vec<_>>().join(" ");
            SYNONYMS.get(&written).cloned().unwrap_or(written)
        })
    })
}

impl Sense {
    fn of(tokens: &[Token]) -> Sense {
        let mut sense = Sense { noun: group(tokens), ..Sense::default() };
        let mut i = 0;
        while i < tokens.len() {
            if let Some((end, ())) = LEXICON.ratings.starting_at(tokens, i) {
                let written = tokens[i..end].iter().map(|t| t.folded.as_str()).collect::<Vec<_>>().join(" ");
                sense.rating.get_or_insert(written);
                i = end;
                continue;
            }
            let noun = LEXICON.units.starting_at(tokens, i).map(|(end, _)| end);
            let dull = LEXICON.before.starting_at(tokens, i).or_else(|| LEXICON.after.starting_at(tokens, i));
            match (noun, dull) {
                (Some(end), _) => i = end,
                (_, Some((end, _))) => i = end,
                _ => {
                    let word = &tokens[i];
                    if word.is_word()
                        && LEXICON.not_nouns.starting_at(tokens, i).is_none()
                        && word.folded.len() > 1
                    {
                        sense.words.push(word.folded.clone());
                    }
                    i += 1;
                }
            }
        }
        sense.words.sort();
        sense.words.dedup();
        sense
    }
}
