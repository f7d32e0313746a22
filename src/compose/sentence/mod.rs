//! A newspaper's sentence in the form of a report: the day in full, the body's short name, no connective that
//! hangs in the air, the numbers as figures. The words stay the article's own.

mod lexicon;
mod number;
mod select;
mod task;

use chrono::{Datelike, NaiveDate};

use crate::articles::{Article, Extract};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::office::Office;
use crate::quantity::Quotation;
use crate::vietnamese::{fold, short_date, spell};

use lexicon::{CONNECTIVES, LOOSE_TIMES};
use number::mark_figure;
use task::{ground, split_tasks, task_start};

pub use select::{is_dangling, lead, looks_ahead, reviewed, taken, tells_on};

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
    space_terms(&mut draft);
    date_quarters(&mut draft, article);
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

/// `2020 - 2025` for `2020-2025`, `2020 – 2025`, as the rest of the report writes it.
fn space_terms(draft: &mut Draft) {
    let year = |text: &[char]| text.len() == 4 && text.iter().all(char::is_ascii_digit);
    for at in 4..draft.text.len() {
        let (before, after) = draft.text.split_at(at);
        let joint = after.iter().take_while(|c| matches!(c, ' ' | '-' | '–')).count();
        let dashes = after[..joint].iter().filter(|c| **c != ' ').count();
        let next = after.get(joint..joint + 4).is_some_and(year);
        let ends = after.get(joint + 4).is_none_or(|c| !c.is_ascii_digit());
        if dashes == 1 && year(&before[at - 4..]) && next && ends {
            draft.edit(at, at + joint, " - ".to_owned());
        }
    }
}

/// `quý III/2023` for `quý III`: the reader of a longer period's report does not know the article's year.
fn date_quarters(draft: &mut Draft, article: &Article) {
    let day = article.event.as_ref().map(|e| e.from).or(article.published.as_ref().map(|d| d.date));
    let Some(day) = day else { return };
    for at in 0..draft.text.len() {
        let begins = at == 0 || !draft.text[at - 1].is_alphanumeric();
        if !begins || !starts_with(&draft.text[at..], "quý ") {
            continue;
        }
        let numeral = draft.text[at + 4..].iter().take_while(|c| matches!(c, 'I' | 'V')).count();
        let end = at + 4 + numeral;
        let rest = &draft.text[end..];
        let dated = rest.first().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.'))
            && !matches!(rest, ['.'] | ['.', ' ', ..]);
        if numeral > 0 && !dated && !starts_with(rest, " năm") {
            draft.edit(end, end, format!("/{}", mark::name(&day.year().to_string())));
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use chrono::NaiveDate;

    use super::*;
    use crate::articles::{Dated, EventDate, Paragraph};
    use crate::office::{Cluster, Issuer, Section};

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
