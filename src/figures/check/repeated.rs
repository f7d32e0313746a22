//! What is stated twice, and differently.

use std::collections::BTreeMap;

use super::{Around, Sequence, finding, noun};
use crate::articles::Article;
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::model::{Figure, FigureKind};
use crate::period::Period;
use crate::quantity::Comparator;
use crate::vietnamese::fold;

/// Noun, period, scope and target.
type Subject = (String, Option<Period>, Option<String>, Option<String>);

/// What two figures must share to be statements of the same thing.
fn subject(figure: &Figure) -> Option<Subject> {
    let tied = figure.target.is_some() && figure.kind == FigureKind::Result;
    (tied || figure.of_whole)
        .then(|| (noun(figure), figure.period, figure.scope.clone(), figure.target.clone()))
}

fn differ(a: &Figure, b: &Figure) -> bool {
    let exact = |f: &Figure| f.comparator == Comparator::Equal && !f.about;
    exact(a)
        && exact(b)
        && a.value != b.value
        && std::mem::discriminant(&a.value) == std::mem::discriminant(&b.value)
}

/// `Đảng bộ Khối hiện có 66 tổ chức cơ sở đảng`: all that the bloc has now; no part of them, and of no other time.
pub fn is_of_whole(figure: &Figure, around: &Around) -> bool {
    let blocs = ["đảng bộ khối", "đảng ủy khối", "toàn đảng bộ", "toàn khối"];
    let other =
        ["năm", "tháng", "ngày", "lúc", "khi", "trước", "sau", "kỳ", "lập", "tăng", "thêm", "riêng", "thuộc"];
    let part = ["trong", "ở", "thuộc", "ngoài", "mới", "loại", "khối"];
    figure.kind == FigureKind::Structure
        && noun(figure) == "tổ chức cơ sở đảng"
        && fold(&figure.counts) == fold(&figure.unit)
        && around.first
        && blocs.iter().any(|bloc| around.before.contains(bloc))
        && !around.before.split(|c: char| !c.is_alphanumeric()).any(|word| other.contains(&word))
        && !around.after.split_whitespace().next().is_some_and(|word| part.contains(&word))
}

/// Two paragraphs that state the same thing differently.
pub(super) fn repeated(sequence: &Sequence) -> Vec<Diagnostic> {
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
