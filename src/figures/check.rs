//! Figures that cannot all be right: parts against wholes, shares against per cents, one statement against another.

use std::collections::BTreeMap;

use super::lexicon::SYNONYMS;
use super::model::{Figure, FigureKind};
use crate::articles::Article;
use crate::diagnostic::{Diagnostic, Place};
use crate::period::Period;
use crate::quantity::{Comparator, Value};
use crate::vietnamese::{fold, format_number};

/// Aims and bases of one page that are compared with each other.
const MOST: usize = 256;

/// A page's figures, with the text between each and the one before (empty for the first of a sentence).
pub struct Sequence<'a> {
    /// Figures in the order of their place.
    pub figures: &'a [Figure],
    /// Folded text before each figure, back to the one before in its sentence.
    pub before: &'a [String],
    /// Line and column of a byte.
    pub place: &'a dyn Fn(usize) -> Place,
}

/// What does not fit among the figures of one page.
pub fn page(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = parts(sequence);
    findings.extend(shares(sequence));
    findings.extend(of_target(sequence));
    findings.extend(bases(sequence));
    findings.extend(repeated(sequence));
    findings
}

fn count(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Number(n) if figure.unit != "%" && figure.comparator == Comparator::Equal => Some(n),
        _ => None,
    }
}

fn per_cent(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Number(n) if figure.unit == "%" => Some(n),
        _ => None,
    }
}

fn noun(figure: &Figure) -> String {
    let folded = fold(&figure.unit);
    SYNONYMS.get(&folded).cloned().unwrap_or(folded)
}

/// Half of the last digit that a per cent is given with: 67 → 0,5; 35,34 → 0,005. Taken a little wider.
fn rounding(per_cent: f64) -> f64 {
    let digits = (0..4).find(|d| {
        let shifted = per_cent * 10f64.powi(*d);
        (shifted - shifted.round()).abs() < 1e-6
    });
    0.51 * 10f64.powi(-digits.unwrap_or(4))
}

fn finding(code: &'static str, sequence: &Sequence, first: &Figure, others: &[&Figure]) -> Diagnostic {
    let mut diagnostic =
        Diagnostic::warning(code).place((sequence.place)(first.start)).arg("phrase", &first.phrase);
    let phrases: Vec<&str> = others.iter().map(|f| f.phrase.as_str()).collect();
    diagnostic = diagnostic.arg("others", phrases.join("; "));
    for other in others {
        diagnostic = diagnostic.related((sequence.place)(other.start));
    }
    diagnostic
}

/// `17 tổ chức cơ sở đảng, trong đó có 14 đảng bộ, 3 chi bộ cơ sở`: the parts make the whole.
fn parts(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let is_part = |f: &Figure| {
        let unit = fold(&f.unit);
        matches!(unit.as_str(), "đảng bộ" | "đảng bộ cơ sở" | "chi bộ" | "chi bộ cơ sở")
    };
    for (index, whole) in sequence.figures.iter().enumerate() {
        let Some(stated) = count(whole).filter(|_| noun(whole) == "tổ chức cơ sở đảng") else {
            continue;
        };
        let opens = sequence
            .before
            .get(index + 1)
            .is_some_and(|gap| ["trong đó", "gồm", "("].iter().any(|word| gap.contains(word)));
        if !opens {
            continue;
        }
        let listed: Vec<&Figure> = sequence.figures[index + 1..]
            .iter()
            .zip(&sequence.before[index + 1..])
            .take_while(|(part, gap)| is_part(part) && !gap.is_empty() && count(part).is_some())
            .map(|(part, _)| part)
            .take(2)
            .collect();
        let sum: f64 = listed.iter().filter_map(|part| count(part)).sum();
        if listed.len() == 2 && noun(listed[0]) != noun(listed[1]) && (sum - stated).abs() > 1e-9 {
            findings.push(
                finding("figure-parts-differ", sequence, whole, &listed).arg("sum", format_number(sum)),
            );
        }
    }
    findings
}

/// `925/962 (96,15%)`, `35.599/35.900 đảng viên, đạt 99,16%`: part by whole is the per cent quoted.
fn shares(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for figure in sequence.figures {
        let Value::Share { part, whole } = figure.value else { continue };
        let actual = part / whole * 100.0;
        if quoted_inside(&figure.phrase).is_some_and(|quoted| (actual - quoted).abs() > rounding(quoted)) {
            findings.push(
                finding("figure-share-differs", sequence, figure, &[figure])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    for (index, pair) in sequence.figures.windows(2).enumerate() {
        let (Value::Share { part, whole }, Some(quoted)) = (&pair[0].value, per_cent(&pair[1])) else {
            continue;
        };
        if *whole <= 0.0 || !quotes(&sequence.before[index + 1]) || pair[1].comparator != Comparator::Equal {
            continue;
        }
        let actual = part / whole * 100.0;
        if (actual - quoted).abs() > rounding(quoted) {
            findings.push(
                finding("figure-share-differs", sequence, &pair[0], &[&pair[1]])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    findings
}

/// The per cent in a share's own bracket: 96,15 of `925/962 đảng viên (96,15%)`.
fn quoted_inside(phrase: &str) -> Option<f64> {
    let (_, bracket) = phrase.split_once('(')?;
    let (number, _) = bracket.split_once('%')?;
    let digits = number.rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').map_or(0, |at| at + 1);
    number.get(digits..)?.replace(',', ".").parse().ok()
}

/// Whether the words before a per cent say that it repeats the figure before.
fn quotes(gap: &str) -> bool {
    let gap = gap.trim_matches(|c: char| !c.is_alphanumeric() && c != '(');
    gap.is_empty()
        || gap == "("
        || gap.ends_with("đạt")
        || gap.ends_with("tỷ lệ")
        || gap.ends_with("chiếm")
        || gap.ends_with("bằng")
}

/// `kết nạp 134 đảng viên, đạt 67% chỉ tiêu` with the target itself on the page: count ÷ target is the per cent.
fn of_target(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let aims: Vec<&Figure> = sequence
        .figures
        .iter()
        .filter(|f| f.kind == FigureKind::Target && count(f).is_some())
        .take(MOST)
        .collect();
    for (index, pair) in sequence.figures.windows(2).enumerate() {
        let (Some(done), Some(quoted)) = (count(&pair[0]), per_cent(&pair[1])) else { continue };
        let counts = fold(&pair[1].counts);
        let of_plan = ["chỉ tiêu", "kế hoạch", "nghị quyết"].iter().any(|word| counts.contains(word));
        if pair[0].kind != FigureKind::Result
            || !of_plan
            || sequence.before[index + 1].is_empty()
            || quoted <= 0.0
        {
            continue;
        }
        let aim = aims.iter().find(|f| noun(f) == noun(&pair[0]) && f.scope == pair[0].scope);
        let Some((aim, wanted)) = aim.and_then(|f| Some((f, count(f)?))).filter(|(_, wanted)| *wanted > 0.0)
        else {
            continue;
        };
        let actual = done / wanted * 100.0;
        if (actual - quoted).abs() > rounding(quoted) && (actual - quoted).abs() < 40.0 {
            findings.push(
                finding("figure-target-share-differs", sequence, &pair[0], &[&pair[1], aim])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    findings
}

/// Per cents of one base beside their counts: `350 … (6,6%)` and `150 … (3,02%)` of the same members cannot both hold.
fn bases(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut implied: Vec<(String, Option<Period>, usize, f64, f64)> = Vec::new();
    let mut findings = Vec::new();
    for (index, pair) in sequence.figures.windows(2).enumerate() {
        let (Some(part), Some(quoted)) = (count(&pair[0]), per_cent(&pair[1])) else { continue };
        let counts = fold(&pair[1].counts);
        let plan = ["chỉ tiêu", "kế hoạch", "nghị quyết", "cùng kỳ"].iter().any(|word| counts.contains(word));
        let gap = &sequence.before[index + 1];
        if plan || quoted <= 0.0 || gap.is_empty() || !quotes(gap) || pair[1].comparator != Comparator::Equal
        {
            continue;
        }
        let slack = rounding(quoted);
        let (low, high) = (part / (quoted + slack) * 100.0, part / (quoted - slack).max(1e-6) * 100.0);
        let base = noun(&pair[0]);
        let other = implied.iter().find(|(noun, period, _, l, h)| {
            *noun == base && *period == pair[0].period && (high + 0.5 < *l || low - 0.5 > *h)
        });
        if let Some((_, _, at, l, h)) = other {
            let middle = |a: f64, b: f64| format_number(((a + b) / 2.0).round());
            findings.push(
                finding("figure-bases-differ", sequence, &pair[0], &[&sequence.figures[*at]])
                    .arg("base", middle(low, high))
                    .arg("other-base", middle(*l, *h)),
            );
        }
        if implied.len() < MOST {
            implied.push((base, pair[0].period, index, low, high));
        }
    }
    findings
}

/// Noun, period, scope and target.
type Subject = (String, Option<Period>, Option<String>, Option<String>);

/// What two figures must share to be statements of the same thing.
fn subject(figure: &Figure) -> Option<Subject> {
    let head_count = figure.kind == FigureKind::Structure && figure.target.is_none();
    let tied = figure.target.is_some() && figure.kind == FigureKind::Result;
    let whole = noun(figure) == "tổ chức cơ sở đảng" && fold(&figure.counts) == fold(&figure.unit);
    (tied || head_count && whole)
        .then(|| (noun(figure), figure.period, figure.scope.clone(), figure.target.clone()))
}

fn differ(a: &Figure, b: &Figure) -> bool {
    let exact = |f: &Figure| f.comparator == Comparator::Equal && !f.about;
    exact(a)
        && exact(b)
        && a.value != b.value
        && std::mem::discriminant(&a.value) == std::mem::discriminant(&b.value)
}

/// Two paragraphs that state the same thing differently.
fn repeated(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<_, &Figure> = BTreeMap::new();
    for figure in sequence.figures {
        let Some(about) = subject(figure) else { continue };
        match seen.get(&about) {
            Some(first) if differ(first, figure) => {
                findings.push(finding("figure-stated-twice", sequence, figure, &[first]));
            }
            Some(_) => {}
            None => {
                seen.insert(about, figure);
            }
        }
    }
    findings
}

/// Results of one target and period that two articles state differently.
pub fn compare(articles: &[Article]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<_, (&Article, &Figure)> = BTreeMap::new();
    for article in articles {
        for figure in &article.figures {
            let Some(about) = subject(figure).filter(|(_, period, ..)| period.is_some()) else { continue };
            match seen.get(&about) {
                Some((other, first)) if other.file != article.file && differ(first, figure) => findings.push(
                    Diagnostic::warning("figure-articles-differ")
                        .place(Place::file(&article.file))
                        .arg("phrase", &figure.phrase)
                        .arg("others", &first.phrase)
                        .arg("file", &other.file)
                        .related(Place::file(&other.file)),
                ),
                Some(_) => {}
                None => {
                    seen.insert(about, (article, figure));
                }
            }
        }
    }
    findings
}
