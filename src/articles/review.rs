//! What the clerk decided of a page's figures: `articles/NAME.review.yaml`, read and written.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::{Article, Encoding, printable};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{self, Figure};
use crate::hash::sha256;
use crate::office::Section;
use crate::quantity::{Comparator, Value};

/// What a fresh review begins with.
const HEAD: &str = "\
# Số liệu đề xuất từ trang báo cùng tên. Với mỗi số liệu, ghi decision:
#   accept  - dùng được;
#   correct - dùng giá trị ghi ở corrected, lý do ghi ở reason;
#   reject  - không dùng;
#   pending - chưa xem (báo cáo có số liệu này là bản dự thảo).
";

/// A review, read.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The encoding that the clerk found the page to be in.
    pub encoding: Option<Encoding>,
    path: String,
    sha256: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    page: Option<String>,
    encoding: Option<String>,
    #[serde(default)]
    figures: Vec<Entry>,
}

/// One figure of a review.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    phrase: String,
    start: Option<usize>,
    value: Option<Written>,
    unit: Option<String>,
    comparator: Option<String>,
    kind: Option<String>,
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<String>,
    decision: Decision,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<Written>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Decision {
    Pending,
    Accept,
    Correct,
    Reject,
}

/// A value as files write it.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(untagged)]
enum Written {
    Yes(bool),
    Whole(i64),
    Number(f64),
    Range([f64; 2]),
    Share { part: f64, whole: f64 },
    Words(String),
}

impl Written {
    fn of(value: &Value) -> Written {
        match value {
            Value::Number(n) if n.fract() == 0.0 && n.abs() < 1e15 => Written::Whole(*n as i64),
            Value::Number(n) => Written::Number(*n),
            Value::Range(a, b) => Written::Range([*a, *b]),
            Value::Share { part, whole } => Written::Share { part: *part, whole: *whole },
            Value::Yes(yes) => Written::Yes(*yes),
            Value::Words(words) => Written::Words(words.clone()),
        }
    }

    fn value(&self) -> Value {
        match self {
            Written::Yes(yes) => Value::Yes(*yes),
            Written::Whole(n) => Value::Number(*n as f64),
            Written::Number(n) => Value::Number(*n),
            Written::Range([a, b]) => Value::Range(*a, *b),
            Written::Share { part, whole } => Value::Share { part: *part, whole: *whole },
            Written::Words(words) => Value::Words(words.clone()),
        }
    }
}

/// The review's path for a page's path.
pub fn path(page: &str) -> String {
    format!("{}.review.yaml", page.strip_suffix(".txt").unwrap_or(page))
}

impl Review {
    /// Reads a review.
    ///
    /// # Errors
    ///
    /// `review-unreadable` with line and column for text that is no review, `review-correction` for a correction
    /// without value or reason, `review-encoding` for an unknown encoding.
    pub fn read(path: &str, text: &str) -> Result<Review, Vec<Diagnostic>> {
        let file: File = serde_saphyr::from_str(text).map_err(|error| vec![unreadable(path, &error)])?;
        let mut wrong = Vec::new();
        let encoding = file.encoding.as_deref().and_then(|name| {
            let known = Encoding::named(name);
            if known.is_none() {
                wrong.push(Diagnostic::error("review-encoding").place(Place::file(path)).arg("name", name));
            }
            known
        });
        for entry in file.figures.iter().filter(|e| e.decision == Decision::Correct) {
            let reason = entry.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
            if entry.corrected.is_none() || !reason {
                let finding = Diagnostic::error("review-correction");
                wrong.push(
                    finding
                        .place(phrase_place(path, text, &entry.phrase))
                        .arg("phrase", printable(&entry.phrase)),
                );
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let sha256 = file.page.unwrap_or_default();
        Ok(Review { encoding, path: path.to_owned(), sha256, entries: file.figures })
    }

    /// Puts the clerk's decisions on the article's figures.
    pub fn apply(&self, article: &mut Article, bytes: &[u8], found: &mut Vec<Diagnostic>) {
        let unchanged = self.unchanged(bytes);
        if !unchanged {
            let finding = Diagnostic::warning("review-page-changed").place(Place::file(&self.path));
            found.push(finding.arg("page", &article.file).related(Place::file(&article.file)));
        }
        let mut taken = vec![false; article.figures.len()];
        for entry in &self.entries {
            let Some(index) = self.figure(entry, &article.figures, &taken, unchanged) else {
                let finding = Diagnostic::warning("review-figure-missing").place(Place::file(&self.path));
                let finding = finding.arg("phrase", printable(&entry.phrase)).arg("page", &article.file);
                found.push(finding.related(Place::file(&article.file)));
                continue;
            };
            taken[index] = true;
            entry.decide(&mut article.figures[index]);
        }
    }

    /// The figure that an entry speaks of: the same words and value at the same place, or else anywhere; in a page
    /// that has not changed also the same value in words that overlap, so that a better reader keeps decisions.
    fn figure(&self, entry: &Entry, figures: &[Figure], taken: &[bool], unchanged: bool) -> Option<usize> {
        let phrase = printable(&entry.phrase);
        let value = |figure: &Figure| entry.value.as_ref().is_none_or(|v| v.value() == figure.value);
        let free = |index: &usize| !taken[*index] && value(&figures[*index]);
        let same = |index: &usize| printable(&figures[*index].phrase) == phrase;
        let all = || (0..figures.len()).filter(free);
        let here = all().find(|index| same(index) && entry.start == Some(figures[*index].start));
        let overlaps = |index: &usize| {
            let start = entry.start.unwrap_or(usize::MAX);
            figures[*index].start < start.saturating_add(entry.phrase.len()) && start < figures[*index].end
        };
        here.or_else(|| all().find(same)).or_else(|| all().find(|index| unchanged && overlaps(index)))
    }

    /// Whether the page is the one that was reviewed, as far as the review says.
    fn unchanged(&self, bytes: &[u8]) -> bool {
        self.sha256.is_empty() || self.sha256 == sha256(bytes)
    }
}

impl Entry {
    fn decide(&self, figure: &mut Figure) {
        figure.review = match self.decision {
            Decision::Pending => figures::Review::Pending,
            Decision::Accept => figures::Review::Accepted,
            Decision::Reject => figures::Review::Rejected,
            Decision::Correct => {
                let Some(corrected) = &self.corrected else { return };
                let original = std::mem::replace(&mut figure.value, corrected.value());
                figures::Review::Corrected { original, reason: self.reason.clone().unwrap_or_default() }
            }
        };
        // The clerk may put a figure in another section or tie it to another target.
        if let Some(section) = &self.section {
            figure.section = Section::ALL.into_iter().find(|s| s.id() == section).or(figure.section);
        }
        if self.target.is_some() {
            figure.target.clone_from(&self.target);
        }
    }

    fn proposed(figure: &Figure) -> Entry {
        Entry {
            phrase: figure.phrase.clone(),
            start: Some(figure.start),
            value: Some(Written::of(&figure.value)),
            unit: Some(figure.unit.clone()),
            comparator: Some(comparator_sign(figure.comparator).to_owned()),
            kind: Some(figure.kind.id().to_owned()),
            section: figure.section.map(|s| s.id().to_owned()),
            target: figure.target.clone(),
            decision: Decision::Pending,
            corrected: None,
            reason: None,
        }
    }
}

/// `=`, `≥`, `>`, `≤`, `<`, `about`, `nearly`, `range`.
pub fn comparator_sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equal => "=",
        Comparator::AtLeast => "≥",
        Comparator::MoreThan => ">",
        Comparator::AtMost => "≤",
        Comparator::LessThan => "<",
        Comparator::About => "about",
        Comparator::Nearly => "nearly",
        Comparator::Range => "range",
    }
}

/// A fresh review of an article, or the existing one with what is new added at its end and everything that the
/// clerk wrote kept as it is.
///
/// # Errors
///
/// What [`Review::read`] says of an existing review that cannot be used.
pub fn update(
    article: &Article,
    bytes: &[u8],
    encoding: Option<Encoding>,
    existing: Option<(&str, &str)>,
) -> Result<String, Vec<Diagnostic>> {
    let Some((path, text)) = existing else {
        let mut fresh = format!("{HEAD}page: {}\n", sha256(bytes));
        if let Some(encoding) = encoding {
            let _ = writeln!(fresh, "encoding: {}", encoding.name());
        }
        let entries: Vec<Entry> = article.figures.iter().map(Entry::proposed).collect();
        fresh.push_str(if entries.is_empty() { "figures: []\n" } else { "figures:\n" });
        fresh.push_str(&items(&entries, ""));
        return Ok(fresh);
    };
    let review = Review::read(path, text)?;
    let unchanged = review.unchanged(bytes);
    let mut taken = vec![false; article.figures.len()];
    for entry in &review.entries {
        if let Some(index) = review.figure(entry, &article.figures, &taken, unchanged) {
            taken[index] = true;
        }
    }
    let new: Vec<Entry> = article
        .figures
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| !**taken)
        .map(|(f, _)| Entry::proposed(f))
        .collect();
    let mut text = match review.sha256.as_str() {
        "" => text.to_owned(),
        old => text.replace(old, &sha256(bytes)),
    };
    if !new.is_empty() {
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let indent = item_indent(&text);
        if review.entries.is_empty() {
            text = text.replace("figures: []", "figures:");
        }
        text.push_str(&items(&new, &indent));
    }
    Ok(text)
}

/// Entries as items of a YAML list.
fn items(entries: &[Entry], indent: &str) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let yaml = serde_yaml::to_string(entries).unwrap_or_default();
    yaml.lines().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{indent}{line}");
        text
    })
}

/// The white space before the list's items, as the file has it.
fn item_indent(text: &str) -> String {
    let items = text.lines().skip_while(|line| !line.starts_with("figures:"));
    let item = items.skip(1).find(|line| line.trim_start().starts_with("- "));
    item.map_or_else(String::new, |line| line[..line.len() - line.trim_start().len()].to_owned())
}

fn unreadable(path: &str, error: &serde_saphyr::Error) -> Diagnostic {
    let place = match error.location() {
        Some(at) => {
            Place::at(path, u32::try_from(at.line()).unwrap_or(1), u32::try_from(at.column()).unwrap_or(1))
        }
        None => Place::file(path),
    };
    Diagnostic::error("review-unreadable").place(place).arg("detail", printable(&error.to_string()))
}

fn phrase_place(path: &str, text: &str, phrase: &str) -> Place {
    let line = text.lines().position(|line| line.contains(phrase));
    line.map_or_else(|| Place::file(path), |line| Place::at(path, u32::try_from(line + 1).unwrap_or(1), 1))
}
