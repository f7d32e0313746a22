//! Figures → the office's targets, where wording, unit and scope agree.

use chrono::NaiveDate;

use super::check::Around;
use super::lexicon::Phrases;
use super::model::{Figure, FigureKind};
use super::scope::bloc_names;
use super::sense::{Sense, group};
use crate::diagnostic::{Diagnostic, Place};
use crate::office::{Measure, Office, Target, Term};
use crate::quantity::Value;
use crate::vietnamese::fold;

/// What is known of the page.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The office whose page it is.
    pub office: &'a Office,
    /// The event's day, else the publishing day.
    pub date: Option<NaiveDate>,
    /// Whether the page names the bloc anywhere; what no page says of it is not tied.
    pub names_bloc: bool,
}

/// Ties figures to the targets of the term that holds on its date (of the figure's own period, where it names a term).
///
/// Aims are tied where also the value is the target's. A figure of a part of the bloc, or of another body, is never
/// tied. Gives findings for aims that fit no target or contradict one; `place` gives a byte of the file its line.
pub fn tie(
    figures: &mut [Figure],
    around: &[Around],
    known: Known,
    place: &dyn Fn(usize) -> Place,
) -> Vec<Diagnostic> {
    let Known { office, date, names_bloc } = known;
    let mut findings = Vec::new();
    let bloc = names(office);
    let of_terms: Vec<(&Term, Vec<Vec<Sense>>)> = office
        .terms
        .iter()
        .map(|term| (term, term.targets.iter().map(|target| of_target(target, &bloc)).collect()))
        .collect();
    let senses: Vec<Option<Sense>> =
        figures.iter().map(|figure| may_tie(figure).then(|| Sense::of(&figure.phrase, &bloc))).collect();
    for (index, figure) in figures.iter_mut().enumerate() {
        let Some(sense) = &senses[index] else { continue };
        let coming = |term: &Term| figure.kind == FigureKind::Target && begins_soon(figure, term, date);
        let holding = of_terms.iter().find(|(term, _)| concerns(figure, term, date));
        let Some((term, of_targets)) = holding.or_else(|| of_terms.iter().find(|(term, _)| coming(term)))
        else {
            continue;
        };
        let of_term = figure.kind == FigureKind::Target && tells_of_term(figure, around.get(index));
        let fitting: Vec<&Target> = (term.targets.iter().zip(of_targets))
            .filter(|(target, wanted)| {
                same_unit(figure, target) && wanted.iter().any(|w| says(figure, sense, w))
            })
            .filter(|(target, _)| !(of_term && target.per_year))
            .map(|(target, _)| target)
            .collect();
        match (fitting.as_slice(), figure.kind) {
            ([target], _) if !names_bloc => {
                findings.push(about(figure, "figure-bloc-unnamed", place).arg("target", &target.title));
            }
            _ if !names_bloc => {}
            ([target], FigureKind::Target) if !same_value(figure, target) => {
                findings.push(contradicts(figure, target, place));
            }
            ([target], FigureKind::Result) if one_level(index, &senses, around) => {
                findings.push(about(figure, "figure-one-level", place).arg("target", &target.title));
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

/// Aims and results of the bloc itself.
fn may_tie(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Target | FigureKind::Result) && figure.scope.is_none()
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
        // Of an admission in per cent of members the second number is the aim, not the base: «kết nạp 71/150 đảng viên».
        (Value::Share { .. }, _) if target.unit == "%" => target.measure != Measure::Flow,
        _ if figure.unit == "%" || target.unit == "%" => figure.unit == target.unit,
        _ => group(&figure.unit) == group(&target.unit),
    }
}

/// Whether the figure says what the target asks for; of the bloc itself, named beside others («Đảng bộ Khối và 90% trở lên các chi
/// bộ …»), the rating says all.
fn says(figure: &Figure, sense: &Sense, target: &Sense) -> bool {
    sense.states(target) || matches!(figure.value, Value::Yes(_)) && sense.rates(target)
}

fn same_value(figure: &Figure, target: &Target) -> bool {
    match (&figure.value, &target.value) {
        (Value::Number(a), Value::Number(b)) => (a - b).abs() < 1e-9,
        (Value::Range(a, b), Value::Range(c, d)) => (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9,
        (Value::Yes(a), Value::Yes(b)) => a == b,
        _ => false,
    }
}

/// Senses of the target's title and of its other names.
fn of_target(target: &Target, bloc: &Phrases<()>) -> Vec<Sense> {
    std::iter::once(&target.title).chain(&target.aliases).map(|name| Sense::of(name, bloc)).collect()
}

/// `cả nhiệm kỳ kết nạp từ 900 đến 1.000 đảng viên`: an aim of the whole term, and of no year.
fn tells_of_term(figure: &Figure, around: Option<&Around>) -> bool {
    let before = around.map_or("", |around| around.before.as_str());
    let last = before.rsplit([';', ':', '.']).next().unwrap_or_default();
    let phrase = fold(&figure.phrase);
    let told = |words: &[&str]| words.iter().any(|w| last.contains(w) || phrase.contains(w));
    told(&["cả nhiệm kỳ", "trong nhiệm kỳ", "nhiệm kỳ này", "toàn khóa", "5 năm"])
        && !told(&["mỗi năm", "hằng năm", "hàng năm", "bình quân", "/năm"])
}

/// The bloc's own names.
fn names(office: &Office) -> Phrases<()> {
    let mut names = Phrases::default();
    for name in bloc_names(office) {
        names.add(&name, ());
    }
    names
}

/// Whether the figure's sentence gives other ratings of the same beside it: it is one level of several.
fn one_level(index: usize, senses: &[Option<Sense>], around: &[Around]) -> bool {
    let Some(sense) = &senses[index] else { return false };
    let other = |other: Option<&Option<Sense>>| {
        other.and_then(Option::as_ref).is_some_and(|o| {
            o.rating.is_some() && o.rating != sense.rating && (o.noun.is_none() || o.noun == sense.noun)
        })
    };
    let alone = sense.rating.is_none() || sense.floor;
    let follows = around.get(index).is_some_and(|a| !a.first);
    let followed = around.get(index + 1).is_some_and(|a| !a.first);
    !alone
        && (follows && index > 0 && other(senses.get(index - 1)) || followed && other(senses.get(index + 1)))
}
