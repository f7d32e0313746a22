//! A newspaper's sentence in the form of a report: the day in full, the body's short name, no connective that
//! hangs in the air, the numbers as figures. The words stay the article's own.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::articles::{Article, Extract};
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::figures::{Figure, Review};
use crate::office::Office;
use crate::quantity::{Quantity, Quotation, Source, Value};
use crate::vietnamese::{short_date, spell};

/// Words that tie a sentence to the one before it in the article, which the report does not print.
const CONNECTIVES: [&str; 17] = [
    "Theo đó",
    "Qua đó",
    "Trong đó",
    "Đồng thời",
    "Bên cạnh đó",
    "Ngoài ra",
    "Tuy nhiên",
    "Do đó",
    "Vì vậy",
    "Nhân dịp này",
    "Tại hội nghị",
    "Cùng với đó",
    "Song song với đó",
    "Trên cơ sở đó",
    "Cũng tại hội nghị",
    "Được biết",
    "Vừa qua",
];

/// What begins a task.
const TASK_VERBS: [&str; 26] = [
    "tiếp tục",
    "tập trung",
    "đẩy mạnh",
    "tăng cường",
    "chủ động",
    "quan tâm",
    "thực hiện",
    "nâng cao",
    "đổi mới",
    "rà soát",
    "làm tốt",
    "phối hợp",
    "chú trọng",
    "triển khai",
    "xây dựng",
    "phát huy",
    "củng cố",
    "kịp thời",
    "hoàn thành",
    "chuẩn bị",
    "tổ chức",
    "phấn đấu",
    "khắc phục",
    "nắm chắc",
    "duy trì",
    "bám sát",
];

/// What introduces a list of tasks.
const TASK_LEADS: [&str; 8] = ["như:", "gồm:", "sau:", "là:", "là,", "cụ thể:", "trọng tâm:", "giải pháp:"];

/// Whether the clerk has decided on every figure of the extract; none where one is rejected, so that the sentence
/// must not be used.
pub fn reviewed(article: &Article, extract: &Extract) -> Option<bool> {
    let figures = || extract.figures.iter().filter_map(|i| article.figures.get(*i));
    if figures().any(|f| f.review == Review::Rejected) {
        return None;
    }
    Some(figures().all(|f| f.review != Review::Pending))
}

/// Where words of the article come from.
pub fn quotation(article: &Article, phrase: &str, start: usize, end: usize) -> Quotation {
    Quotation {
        file: article.file.clone(),
        title: mark::clean(article.title.as_deref().unwrap_or_default()),
        outlet: article.outlet.clone(),
        date: article.published.as_ref().map(|d| d.date).or(article.event.as_ref().map(|e| e.from)),
        phrase: phrase.to_owned(),
        start,
        end,
    }
}

/// A piece of the sentence that prints as something else.
struct Edit {
    start: usize,
    end: usize,
    marked: String,
}

/// A sentence being edited.
struct Draft {
    text: Vec<char>,
    edits: Vec<Edit>,
}

impl Draft {
    fn edit(&mut self, start: usize, end: usize, marked: String) -> bool {
        let free = start <= end && self.edits.iter().all(|e| end <= e.start || e.end <= start);
        if free {
            self.edits.push(Edit { start, end, marked });
        }
        free
    }

    fn slice(&self, start: usize, end: usize) -> String {
        self.text[start..end].iter().collect()
    }

    /// The marked text of a part, with the edits that lie in it.
    fn marked(&self, start: usize, end: usize) -> String {
        let mut marked = String::new();
        let mut at = start;
        for edit in self.edits.iter().filter(|e| start <= e.start && e.end <= end) {
            marked.push_str(&self.slice(at, edit.start));
            marked.push_str(&edit.marked);
            at = edit.end;
        }
        marked + &self.slice(at, end)
    }
}

/// The extract as a sentence of the report.
pub fn event(article: &Article, extract: &Extract, office: &Office, ledger: &mut Ledger) -> String {
    let mut draft = draft(article, extract, office, ledger);
    let start = skip_connective(&draft);
    let start =
        if start == 0 { full_date(&mut draft, article.event.as_ref().map(|e| e.from)) } else { start };
    let end = sentence_end(&draft.text);
    draft.edits.sort_by_key(|e| e.start);
    let marked = mark::capitalised(&draft.marked(start, end)) + ".";
    ledger.quote(quotation(article, &extract.text, extract.start, extract.end), &marked)
}

/// The extract as tasks, each a phrase that begins with what is to be done and has no full stop.
pub fn tasks(article: &Article, extract: &Extract, office: &Office, ledger: &mut Ledger) -> Vec<String> {
    let mut draft = draft(article, extract, office, ledger);
    draft.edits.sort_by_key(|e| e.start);
    let end = sentence_end(&draft.text);
    let start = task_start(&draft.text[..end]);
    let mut tasks = Vec::new();
    for (from, to) in split_tasks(&draft.text, start, end) {
        let marked = mark::capitalised(&draft.marked(from, to));
        tasks.push(ledger.quote(quotation(article, &extract.text, extract.start, extract.end), &marked));
    }
    tasks
}

/// The sentence with its figures, names and quotation marks set.
fn draft(article: &Article, extract: &Extract, office: &Office, ledger: &mut Ledger) -> Draft {
    let text = spell(&mark::clean(&extract.text), office.spelling).into_owned();
    let mut draft = Draft { text: curly(&text).chars().collect(), edits: Vec::new() };
    for index in &extract.figures {
        if let Some(figure) = article.figures.get(*index) {
            mark_figure(&mut draft, article, figure, office, ledger);
        }
    }
    shorten_issuer(&mut draft, office);
    draft
}

/// `"…"` as `“…”`.
fn curly(text: &str) -> String {
    let mut open = false;
    let swap = |c| match c {
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        c => c,
    };
    text.chars().map(swap).collect()
}

/// The end of the sentence without full stops, dots and blanks.
fn sentence_end(text: &[char]) -> usize {
    let last = text.iter().rposition(|c| !matches!(c, '.' | '…' | ' ' | ';' | ',' | ':'));
    last.map_or(0, |i| i + 1)
}

fn starts_with(text: &[char], prefix: &str) -> bool {
    let mut letters = text.iter();
    prefix.chars().all(|p| letters.next().is_some_and(|c| c.to_lowercase().eq(p.to_lowercase())))
}

/// Index after a leading connective and its comma.
fn skip_connective(draft: &Draft) -> usize {
    for connective in CONNECTIVES {
        if starts_with(&draft.text, connective) {
            let after = connective.chars().count();
            if draft.text.get(after) == Some(&',') {
                return after + 1 + usize::from(draft.text.get(after + 1) == Some(&' '));
            }
        }
    }
    0
}

/// Puts `Ngày 26/9/2023` in place of `Chiều ngày 26/9`, `Sáng nay (8/7)`; gives the sentence's start.
fn full_date(draft: &mut Draft, event: Option<NaiveDate>) -> usize {
    let Some(event) = event else { return 0 };
    let mut at = 0;
    for words in [
        &["sáng ", "chiều ", "tối ", "trưa "][..],
        &["ngày ", "nay ", "nay, "][..],
        &["ngày ", "(", "(ngày "][..],
    ] {
        if let Some(word) = words.iter().rev().find(|w| starts_with(&draft.text[at..], w)) {
            at += word.chars().count();
        }
    }
    let digits = draft.text[at..].iter().take_while(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'));
    let date: String = digits.collect();
    let mut parts = date.split(['/', '-', '.']).map(|p| p.parse::<u32>().ok());
    if (parts.next().flatten(), parts.next().flatten()) != (Some(event.day()), Some(event.month())) {
        return 0;
    }
    if parts.next().is_some_and(|year| year != u32::try_from(event.year()).ok()) {
        return 0;
    }
    let mut end = at + date.chars().count();
    end += usize::from(draft.text.get(end) == Some(&')'));
    draft.edit(0, end, format!("Ngày {}", mark::name(&short_date(event))));
    0
}

/// `Đảng ủy Khối` for the body's full name: it speaks of itself.
fn shorten_issuer(draft: &mut Draft, office: &Office) {
    let name = mark::clean(&office.issuer.name);
    let short = spell(&mark::clean(&office.issuer.short), office.spelling).into_owned();
    let name = spell(&name, office.spelling).into_owned();
    if name.is_empty() || short.is_empty() {
        return;
    }
    let length = name.chars().count();
    let mut at = 0;
    while at + length <= draft.text.len() {
        if starts_with(&draft.text[at..], &name) {
            draft.edit(at, at + length, mark::name(&short));
            at += length;
        } else {
            at += 1;
        }
    }
}

/// Marks the figure's number where its phrase stands.
fn mark_figure(draft: &mut Draft, article: &Article, figure: &Figure, office: &Office, ledger: &mut Ledger) {
    let phrase = spell(&mark::clean(&figure.phrase), office.spelling).into_owned();
    let length = phrase.chars().count();
    let found = (0..draft.text.len().saturating_sub(length - length.min(1)))
        .filter(|at| at + length <= draft.text.len() && starts_with(&draft.text[*at..], &phrase));
    for at in found.collect::<Vec<_>>() {
        for (start, end) in numbers(&draft.text[at..at + length], &figure.original_value()) {
            let (start, end) = (at + start, at + end);
            if draft.edits.iter().any(|e| e.start < end && start < e.end) {
                continue;
            }
            let source = quotation(article, &figure.phrase, figure.start, figure.end);
            let quantity = Quantity {
                value: figure.value.clone(),
                unit: figure.unit.clone(),
                comparator: figure.comparator,
                source: Arc::new(Source::Article(source)),
            };
            let text = match figure.review {
                Review::Corrected { .. } => wording::value(&quantity),
                _ => draft.slice(start, end),
            };
            let marked = ledger.print(&quantity, text);
            draft.edit(start, end, marked);
            return;
        }
    }
}

impl Figure {
    /// The value that the page has.
    fn original_value(&self) -> Value {
        match &self.review {
            Review::Corrected { original, .. } => original.clone(),
            _ => self.value.clone(),
        }
    }
}

/// Places of the numbers in a phrase, those that say the value first; a per cent sign and a word such as `gần`
/// belong to the number.
fn numbers(phrase: &[char], value: &Value) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < phrase.len() {
        if !phrase[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let inside = |i: usize| {
            phrase[i].is_ascii_digit()
                || matches!(phrase[i], '.' | ',' | '/') && phrase.get(i + 1).is_some_and(char::is_ascii_digit)
        };
        let end = (at..phrase.len()).find(|i| !inside(*i)).unwrap_or(phrase.len());
        found.push((at, end));
        at = end;
    }
    let says = |(start, end): &(usize, usize)| {
        let text: String = phrase[*start..*end].iter().collect();
        let plain = |t: &str| t.replace('.', "").replace(',', ".").parse::<f64>().ok();
        match value {
            Value::Number(n) => plain(&text) == Some(*n),
            Value::Share { part, whole } => {
                text.split_once('/').is_some_and(|(p, w)| plain(p) == Some(*part) && plain(w) == Some(*whole))
            }
            _ => false,
        }
    };
    if let (Value::Range(..), Some((start, _)), Some((_, end))) = (value, found.first(), found.last()) {
        found = vec![(*start, *end)];
    }
    found.sort_by_key(|range| !says(range));
    found.into_iter().map(|(start, end)| widened(phrase, start, end)).collect()
}

fn widened(phrase: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    if phrase.get(end) == Some(&'%') {
        end += 1;
    } else if phrase.get(end) == Some(&' ') && phrase.get(end + 1) == Some(&'%') {
        end += 2;
    }
    for word in ["gần ", "hơn ", "trên ", "khoảng ", "dưới "] {
        let length = word.chars().count();
        let fits = start >= length && starts_with(&phrase[start - length..], word);
        if fits && (start == length || phrase[start - length - 1] == ' ') {
            start -= length;
            break;
        }
    }
    (start, end)
}

/// Where a task begins: at the sentence's own verb, after `như:`, or at the verb after `đề nghị …`.
fn task_start(text: &[char]) -> usize {
    let task_at = |at: usize| TASK_VERBS.iter().any(|v| starts_with(&text[at..], v));
    if task_at(0) {
        return 0;
    }
    let words: Vec<usize> = (0..text.len()).filter(|i| *i == 0 || text[i - 1] == ' ').collect();
    let lead = words.iter().find_map(|at| {
        let lead = TASK_LEADS.iter().find(|l| starts_with(&text[*at..], l))?;
        Some(at + lead.chars().count() + 1)
    });
    if let Some(start) = lead.filter(|s| *s < text.len()) {
        return start;
    }
    let asks = ["đề nghị", "yêu cầu", "đề ra", "sẽ", "cần", "phải"];
    let ask = words.iter().position(|at| asks.iter().any(|a| starts_with(&text[*at..], a)));
    ask.and_then(|i| words[i..].iter().copied().find(|at| task_at(*at))).unwrap_or(0)
}

/// Parts at semicolons, where each begins with a task's verb; else the whole.
fn split_tasks(text: &[char], start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = start;
    for i in start..end {
        if text[i] == ';' && text.get(i + 1) == Some(&' ') {
            parts.push((from, i));
            from = i + 2;
        }
    }
    parts.push((from, end));
    let tasks = parts.iter().all(|(from, _)| TASK_VERBS.iter().any(|v| starts_with(&text[*from..], v)));
    if tasks { parts } else { vec![(start, end)] }
}
