//! A newspaper's sentence in the form of a report: the day in full, the body's short name, no connective that
//! hangs in the air, the numbers as figures. The words stay the article's own.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::articles::{Article, Extract, Paragraph};
use crate::compose::ledger::Ledger;
use crate::compose::{mark, wording};
use crate::figures::{Figure, FigureKind, Review};
use crate::office::{Office, Section};
use crate::quantity::{Quantity, Quotation, Source, Value};
use crate::vietnamese::{fold, short_date, spell};

/// Words before a comma that tie a sentence to the one before it in the article, which the report does not print.
const CONNECTIVES: [&str; 25] = [
    "Báo cáo tại hội nghị cho thấy",
    "Báo cáo tại hội nghị nêu rõ",
    "Theo báo cáo tại hội nghị",
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
    "Theo đánh giá tại hội nghị",
    "Thời gian qua",
    "Trong thời gian qua",
    "Tại đây",
    "Mặt khác",
];

/// Times that only the article's day makes clear.
const LOOSE_TIMES: [&str; 4] = ["quý vừa qua", "tháng vừa qua", "năm vừa qua", "nhiệm kỳ vừa qua"];

/// Sentences that say nothing without the one before them begin so.
const DANGLING: [&str; 12] = [
    "Nội dung này",
    "Những nội dung này",
    "Việc này",
    "Điều này",
    "Điều đó",
    "Đây là",
    "Đó là",
    "Kết quả này",
    "Những kết quả này",
    "Hội nghị này",
    "Với những",
    "Cách làm này",
];

/// How a sentence that looks ahead begins, or what it asks.
const AHEAD: [&str; 9] = [
    "Thời gian tới",
    "Trong thời gian tới",
    "Những tháng cuối năm",
    "Từ nay đến cuối năm",
    "Những tháng còn lại",
    "Nhiệm vụ trọng tâm",
    "Quý tới",
    "Năm tới",
    "Sắp tới",
];

/// What begins a task.
const TASK_VERBS: [&str; 25] = [
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

/// Whether the sentence stands on its own feet.
pub fn is_dangling(extract: &Extract) -> bool {
    let text: Vec<char> = mark::clean(&extract.text).chars().collect();
    DANGLING.iter().any(|start| starts_with(&text, start))
}

/// Whether the sentence says what is to be done, whatever its topic.
pub fn looks_ahead(extract: &Extract) -> bool {
    let clean = mark::clean(&extract.text);
    let text: Vec<char> = clean.chars().collect();
    let asks = ["đề nghị các", "yêu cầu các", "đề nghị cấp ủy", "đề nghị từng"];
    AHEAD.iter().any(|start| starts_with(&text, start)) || asks.iter().any(|a| clean.contains(a))
}

/// Whether the sentence goes on telling of the event that the article's first sentence names.
pub fn tells_on(extract: &Extract) -> bool {
    const STARTS: [&str; 7] =
        ["Hội nghị ", "Dự hội nghị", "Sau hội nghị", "Đại hội ", "Các ý kiến", "Các đại biểu", "Buổi "];
    let text: Vec<char> = mark::clean(&extract.text).chars().collect();
    STARTS.iter().any(|start| starts_with(&text, start))
}

/// A sentence of a paragraph with its bytes in the file.
struct Sentence {
    text: String,
    start: usize,
    end: usize,
}

/// The paragraph's sentences. Within a paragraph that had to be normalised a sentence's own bytes are not known: the
/// paragraph's stand for them.
fn sentences(paragraph: &Paragraph) -> Vec<Sentence> {
    let verbatim = paragraph.end - paragraph.start == paragraph.text.len();
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in paragraph.text.match_indices(". ") {
        if paragraph.text[at + 2..].starts_with(char::is_uppercase) {
            found.push((from, at + 1));
            from = at + 2;
        }
    }
    found.push((from, paragraph.text.len()));
    let sentence = |(from, to): (usize, usize)| {
        let (start, end) = if verbatim {
            (paragraph.start + from, paragraph.start + to)
        } else {
            (paragraph.start, paragraph.end)
        };
        Sentence { text: paragraph.text[from..to].to_owned(), start, end }
    };
    found.into_iter().map(sentence).collect()
}

fn covered(article: &Article, start: usize, end: usize) -> bool {
    article.extracts.iter().any(|e| e.start < end && start < e.end)
}

/// The first sentence, where the article tells of an event and no extract begins with it.
pub fn lead(article: &Article) -> Option<Extract> {
    const EVENTS: [&str; 7] = ["hội nghị", "đại hội", "lễ ", "buổi ", "giao ban", "tọa đàm", "tập huấn"];
    article.event.as_ref()?;
    let Sentence { text, start, end } = sentences(article.body.first()?).into_iter().next()?;
    let folded = fold(&text);
    let tells = EVENTS.iter().any(|word| folded.contains(word)) && !covered(article, start, end);
    tells.then(|| Extract { section: topic(&folded), text, start, end, figures: Vec::new(), score: f64::MAX })
}

/// Sentences that no extract holds, but with figures of results or events that the clerk has taken: they belong into
/// the report.
pub fn taken(article: &Article) -> Vec<Extract> {
    let mut extracts: Vec<Extract> = Vec::new();
    for (index, figure) in article.figures.iter().enumerate() {
        let is_taken = matches!(figure.review, Review::Accepted | Review::Corrected { .. });
        let told = matches!(figure.kind, FigureKind::Result | FigureKind::Event | FigureKind::Structure);
        let Some(section) = figure.section.filter(|s| is_taken && told && *s != Section::Targets) else {
            continue;
        };
        let phrase = mark::clean(&figure.phrase);
        let paragraph = article.body.iter().find(|p| p.start <= figure.start && figure.end <= p.end);
        let holds = |s: &Sentence| s.start <= figure.start && figure.end <= s.end && s.text.contains(&phrase);
        let Some(sentence) = paragraph.and_then(|p| sentences(p).into_iter().find(holds)) else { continue };
        if let Some(known) = extracts.iter_mut().find(|e| e.text == sentence.text) {
            known.figures.push(index);
        } else if !covered(article, sentence.start, sentence.end) {
            let Sentence { text, start, end } = sentence;
            extracts.push(Extract { section, text, start, end, figures: vec![index], score: 5.0 });
        }
    }
    extracts
}

/// The section of an event by the words of its sentence.
fn topic(folded: &str) -> Section {
    const WORDS: [(&str, Section); 10] = [
        ("kiểm tra, giám sát", Section::Inspection),
        ("khen thưởng", Section::Emulation),
        ("thi đua", Section::Emulation),
        ("dân vận", Section::MassWork),
        ("đoàn thể", Section::MassWork),
        ("học tập", Section::Ideology),
        ("quán triệt", Section::Ideology),
        ("tuyên truyền", Section::Ideology),
        ("tư tưởng", Section::Ideology),
        ("", Section::Organisation),
    ];
    WORDS.into_iter().find(|(word, _)| folded.contains(word)).map_or(Section::Organisation, |(_, s)| s)
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
    let start = skip_loose_start(&draft);
    if start == 0 {
        full_date(&mut draft, article.event.as_ref().map(|e| e.from));
    }
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
    let ground = draft.marked(0, ground(&draft.text, start));
    let mut tasks = Vec::new();
    for (from, to) in split_tasks(&draft.text, start, end) {
        let marked = mark::capitalised(&format!("{ground}{}", draft.marked(from, to)));
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
    drop_also(&mut draft);
    shorten_names(&mut draft, office);
    name_cluster(&mut draft, article, office);
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

/// Index after what hangs in the air at the start: connectives with their comma, a clause that points back
/// (`Để đạt mục tiêu ấy,`), a time that only the article's day makes clear.
fn skip_loose_start(draft: &Draft) -> usize {
    let mut start = 0;
    while let Some(end) = loose_end(&draft.text[start..]) {
        start += end;
    }
    start
}

fn loose_end(text: &[char]) -> Option<usize> {
    let after_comma = |at: usize| {
        (text.get(at) == Some(&',')).then(|| at + 1 + usize::from(text.get(at + 1) == Some(&' ')))
    };
    for connective in CONNECTIVES.iter().filter(|c| starts_with(text, c)) {
        if let Some(end) = after_comma(connective.chars().count()) {
            return Some(end);
        }
    }
    if let Some(time) = LOOSE_TIMES.iter().find(|t| starts_with(text, t)) {
        let at = time.chars().count();
        return after_comma(at).or((text.get(at) == Some(&' ')).then_some(at + 1));
    }
    let comma = text.iter().position(|c| *c == ',')?;
    let clause: String = text[..comma].iter().collect();
    let points_back = [" ấy", " này", " đó"].iter().any(|word| clause.ends_with(word));
    (points_back && clause.split(' ').count() <= 7).then(|| after_comma(comma)).flatten()
}

/// Puts `Ngày 26/9/2023` in place of `Chiều ngày 26/9`, `Sáng nay (8/7)`.
fn full_date(draft: &mut Draft, event: Option<NaiveDate>) {
    let Some(event) = event else { return };
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
        return;
    }
    if parts.next().is_some_and(|year| year != u32::try_from(event.year()).ok()) {
        return;
    }
    let mut end = at + date.chars().count();
    end += usize::from(draft.text.get(end) == Some(&')'));
    draft.edit(0, end, format!("Ngày {}", mark::name(&short_date(event))));
}

/// `Đảng ủy Khối`, `Đảng bộ Khối` for the full names, with the province or without: the report speaks of itself.
fn shorten_names(draft: &mut Draft, office: &Office) {
    let issuer = &office.issuer;
    let clean = |text: &str| spell(&mark::clean(text), office.spelling).into_owned();
    let (name, short, organisation) =
        (clean(&issuer.name), clean(&issuer.short), clean(&issuer.organisation));
    let Some(tail) = name.strip_prefix(&short).filter(|_| !short.is_empty()) else { return };
    let ends = [
        format!(" {}", clean(&issuer.province)),
        format!(" tỉnh {}", clean(&issuer.province)),
        String::new(),
    ];
    for (short, tail) in [(&short, tail), (&organisation, tail), (&short, ""), (&organisation, "")] {
        for end in &ends {
            let long = format!("{short}{tail}{end}");
            if long != *short && !short.is_empty() {
                replace_all(draft, &long, &mark::name(short));
            }
        }
    }
}

fn replace_all(draft: &mut Draft, words: &str, marked: &str) {
    let length = words.chars().count();
    for at in 0..draft.text.len().saturating_sub(length - 1) {
        let whole = draft.text.get(at + length).is_none_or(|c| !c.is_alphanumeric());
        if whole && starts_with(&draft.text[at..], words) {
            draft.edit(at, at + length, marked.to_owned());
        }
    }
}

/// Takes out `cũng`, which points to a sentence that may not stand here.
fn drop_also(draft: &mut Draft) {
    if let Some(at) = (0..draft.text.len()).find(|at| starts_with(&draft.text[*at..], " cũng ")) {
        draft.edit(at, at + " cũng".chars().count(), String::new());
    }
}

/// `Cụm văn hóa, xã hội và giáo dục` for `Toàn cụm`, `cụm`, where the article speaks of one cluster only.
fn name_cluster(draft: &mut Draft, article: &Article, office: &Office) {
    let text = fold(&article.body.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" "));
    let told = |name: &String| text.contains(&format!("cụm {}", fold(name)));
    let mut clusters = office.clusters.iter().filter(|c| told(&c.name) || c.aliases.iter().any(told));
    let (Some(cluster), None) = (clusters.next(), clusters.next()) else { return };
    let sentence = fold(&draft.text.iter().collect::<String>());
    if std::iter::once(&cluster.name).chain(&cluster.aliases).any(|name| sentence.contains(&fold(name))) {
        return;
    }
    let name = mark::name(&cluster.name);
    for (words, before) in [("Toàn cụm", "Cụm "), ("trong cụm", "trong cụm "), ("thuộc cụm", "thuộc cụm ")]
    {
        let length = words.chars().count();
        let at = (0..draft.text.len()).find(|at| starts_with(&draft.text[*at..], words));
        if let Some(at) = at {
            draft.edit(at, at + length, format!("{before}{name}"));
            return;
        }
    }
}

/// Marks the figure's number where its phrase stands.
fn mark_figure(draft: &mut Draft, article: &Article, figure: &Figure, office: &Office, ledger: &mut Ledger) {
    let phrase = spell(&mark::clean(&figure.phrase), office.spelling).into_owned();
    let length = phrase.chars().count();
    let found = (0..draft.text.len()).filter(|at| length > 0 && starts_with(&draft.text[*at..], &phrase));
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

/// Where a task begins: after `như:`, at the verb after `đề nghị …` or `Thời gian tới, …`, or at the sentence's own.
fn task_start(text: &[char]) -> usize {
    let task_at = |at: usize| TASK_VERBS.iter().any(|v| starts_with(&text[at..], v));
    let words: Vec<usize> = (0..text.len()).filter(|i| *i == 0 || text[i - 1] == ' ').collect();
    let lead = words.iter().find_map(|at| {
        let lead = TASK_LEADS.iter().find(|l| starts_with(&text[*at..], l))?;
        Some(at + lead.chars().count() + 1)
    });
    if let Some(start) = lead.filter(|s| *s < text.len()) {
        return start;
    }
    let asks = ["đề nghị", "yêu cầu", "đề ra"];
    let ask = words.iter().position(|at| asks.iter().any(|a| starts_with(&text[*at..], a)));
    let ahead = AHEAD.iter().any(|start| starts_with(text, start)).then_some(0);
    let after = ask.or(ahead).unwrap_or(words.len());
    words[after..].iter().copied().find(|at| task_at(*at)).unwrap_or(0)
}

/// `Thực hiện Nghị quyết số 35 …, ` before a task that is asked for: it stays.
fn ground(text: &[char], start: usize) -> usize {
    let comma = text[..start].iter().position(|c| *c == ',');
    let grounded = ["Thực hiện ", "Theo ", "Căn cứ "].iter().any(|words| starts_with(text, words));
    comma.filter(|_| grounded).map_or(0, |at| at + 2)
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::NaiveDate;

    use super::*;
    use crate::articles::{Dated, EventDate};
    use crate::office::{Cluster, Issuer};

    fn office() -> Office {
        Office {
            issuer: Issuer {
                name: "Đảng ủy Khối các cơ quan tỉnh".into(),
                short: "Đảng ủy Khối".into(),
                organisation: "Đảng bộ Khối".into(),
                province: "Thái Bình".into(),
                ..Issuer::default()
            },
            clusters: vec![Cluster { id: "kt".into(), name: "kinh tế".into(), ..Cluster::default() }],
            ..Office::default()
        }
    }

    fn article(day: NaiveDate) -> Article {
        Article {
            file: "articles/a.txt".into(),
            published: Some(Dated { date: day, reason: String::new() }),
            event: Some(EventDate { from: day, to: day, half: None, reason: String::new() }),
            body: vec![Paragraph { text: "Giao ban cụm kinh tế quý III.".into(), start: 0, end: 30 }],
            ..Article::default()
        }
    }

    fn extract(text: &str) -> Extract {
        let end = text.len();
        Extract { section: Section::Ideology, text: text.into(), start: 0, end, figures: vec![], score: 1.0 }
    }

    fn as_event(text: &str) -> String {
        let article = article(NaiveDate::from_ymd_opt(2023, 9, 26).unwrap());
        mark::plain(&event(&article, &extract(text), &office(), &mut Ledger::default()))
    }

    /// The report gives the day in full, the body its short name, and drops what hangs in the air.
    #[test]
    fn events_in_report_form() {
        let cases = [
            (
                "Chiều ngày 26/9, Đảng uỷ Khối các cơ quan tỉnh tổ chức hội nghị…",
                "Ngày 26/9/2023, Đảng ủy Khối tổ chức hội nghị.",
            ),
            ("Sáng nay (26/9), Đảng ủy Khối họp.", "Ngày 26/9/2023, Đảng ủy Khối họp."),
            ("Sáng 26/9/2023, Đảng ủy Khối họp.", "Ngày 26/9/2023, Đảng ủy Khối họp."),
            // Another day than the event's stays as it is.
            ("Sáng 25/9, Đảng ủy Khối họp.", "Sáng 25/9, Đảng ủy Khối họp."),
            ("Nhân dịp này, 2 tập thể được khen.", "2 tập thể được khen."),
            ("Để đạt mục tiêu ấy, cấp ủy đổi mới.", "Cấp ủy đổi mới."),
            ("Đảng bộ Khối các cơ quan tỉnh Thái Bình có bước tiến.", "Đảng bộ Khối có bước tiến."),
            ("Toàn cụm có nhiều đổi mới.", "Cụm kinh tế có nhiều đổi mới."),
            ("Cụm kinh tế có nhiều đổi mới.", "Cụm kinh tế có nhiều đổi mới."),
            ("Chống \"tự diễn biến\" trong nội bộ.", "Chống “tự diễn biến” trong nội bộ."),
        ];
        for (text, expected) in cases {
            assert_eq!(as_event(text), expected);
        }
    }

    /// Tasks begin with what is to be done, and a list of them is told apart.
    #[test]
    fn tasks_begin_with_their_verb() {
        let article = article(NaiveDate::from_ymd_opt(2023, 9, 26).unwrap());
        let tasks_of = |text: &str| {
            let tasks = tasks(&article, &extract(text), &office(), &mut Ledger::default());
            tasks.iter().map(|t| mark::plain(t)).collect::<Vec<_>>()
        };
        assert_eq!(
            tasks_of(
                "Thời gian tới, Đảng ủy Khối đề nghị các tổ chức cơ sở đảng tiếp tục làm tốt công tác tư tưởng."
            ),
            ["Tiếp tục làm tốt công tác tư tưởng"]
        );
        assert_eq!(
            tasks_of(
                "Đảng ủy Khối đề ra các giải pháp như: tiếp tục đổi mới công tác; tập trung xây dựng Đảng…"
            ),
            ["Tiếp tục đổi mới công tác", "Tập trung xây dựng Đảng"]
        );
        assert_eq!(
            tasks_of("Thực hiện Nghị quyết số 35, Đảng ủy Khối đề nghị các cấp ủy chủ động phối hợp."),
            ["Thực hiện Nghị quyết số 35, chủ động phối hợp"]
        );
        assert_eq!(tasks_of("Rà soát từng chỉ tiêu của năm."), ["Rà soát từng chỉ tiêu của năm"]);
    }
}
