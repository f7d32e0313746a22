//! Figures that cannot all be right: parts against wholes, shares against per cents, one statement against another.

mod repeated;
mod shares;

use super::model::Figure;
use super::sense::SYNONYMS;
use crate::diagnostic::{Diagnostic, Place};
use crate::quantity::{Comparator, Value};
use crate::vietnamese::{fold, format_number};
pub use repeated::{compare, is_of_whole};

/// Figures that are compared with each other one by one, so that time stays linear.
const MOST: usize = 256;

/// A page's figures, with what stands around each.
pub struct Sequence<'a> {
    /// Figures in the order of their place.
    pub figures: &'a [Figure],
    /// What stands around each figure.
    pub around: &'a [Around],
    /// Line and column of a byte.
    pub place: &'a dyn Fn(usize) -> Place,
}

/// Where a figure stands in its sentence.
pub struct Around {
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Whether it is the first figure of its sentence.
    pub first: bool,
    /// Folded text between it and the figure before, or the beginning of its sentence.
    pub before: String,
    /// Folded text between it and the next figure, or the end of its sentence.
    pub after: String,
}

impl Sequence<'_> {
    /// Text between the figure and the one before it in its sentence; none for the first.
    fn gap(&self, index: usize) -> Option<&str> {
        self.around.get(index).filter(|around| !around.first).map(|around| around.before.as_str())
    }
}

/// What does not fit among the figures of one page.
pub fn page(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = parts(sequence);
    findings.extend(shares::quoted(sequence));
    findings.extend(shares::of_target(sequence));
    findings.extend(shares::bases(sequence));
    findings.extend(repeated::repeated(sequence));
    findings
}

fn count(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Number(n) if figure.unit != "%" && figure.comparator == Comparator::Equal => Some(n),
        _ => None,
    }
}

fn noun(figure: &Figure) -> String {
    let folded = fold(&figure.unit);
    SYNONYMS.get(&folded).cloned().unwrap_or(folded)
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
    let is_basic = |f: &Figure| {
        let unit = fold(&f.unit);
        matches!(unit.as_str(), "đảng bộ" | "đảng bộ cơ sở" | "chi bộ" | "chi bộ cơ sở")
    };
    let is_part = |f: &Figure| {
        let unit = fold(&f.unit);
        unit.starts_with("đảng bộ") || unit.starts_with("chi bộ")
    };
    for (index, whole) in sequence.figures.iter().enumerate() {
        let Some(stated) = count(whole).filter(|_| noun(whole) == "tổ chức cơ sở đảng") else {
            continue;
        };
        let opens = sequence
            .gap(index + 1)
            .is_some_and(|gap| ["trong đó", "gồm", "("].iter().any(|word| gap.contains(word)));
        if !opens {
            continue;
        }
        let listed: Vec<&Figure> = sequence.figures[index + 1..]
            .iter()
            .zip(&sequence.around[index + 1..])
            .take_while(|(part, around)| is_part(part) && !around.first && count(part).is_some())
            .map(|(part, _)| part)
            .collect();
        let [first, second, ..] = listed[..] else { continue };
        let pair = [first, second];
        let sum: f64 = pair.iter().filter_map(|part| count(part)).sum();
        // «127 tổ chức; cơ quan có 70, doanh nghiệp có 57 (49 đảng bộ và 78 chi bộ)»: the parts of what was told before.
        let paragraph = sequence.around[index].paragraph;
        let of_another = (0..index)
            .rev()
            .take(MOST)
            .take_while(|i| sequence.around[*i].paragraph == paragraph)
            .any(|i| count(&sequence.figures[i]) == Some(sum));
        // What follows may be more parts, or parts of them: «… và 37 chi bộ trực thuộc».
        let sums = listed.iter().filter_map(|part| count(part)).scan(0.0, |sum, part| {
            *sum += part;
            Some(*sum)
        });
        let fits = sums.skip(1).any(|sum| sum == stated);
        if pair.into_iter().all(is_basic) && noun(first) != noun(second) && !of_another && !fits {
            findings
                .push(finding("figure-parts-differ", sequence, whole, &pair).arg("sum", format_number(sum)));
        }
    }
    findings
}
