//! How much of what a careful reader takes from a page the program takes: counts, table and floors.

use std::collections::BTreeMap;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};

use baocao::articles::{Article, Context, Encoding, json, read_page};
use baocao::locale::Locale;
use baocao::office::Section;
use baocao::vietnamese::fold;
use serde_json::Value as Json;

use crate::driver;
use crate::places::{self, Places};

/// Right and wrong counts of one set of pages.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pages: usize,
    titles: Share,
    authors: Share,
    published: Dates,
    event: Dates,
    sentences: Found,
    furniture: Share,
    figures: Found,
    kinds: Share,
    comparators: Share,
    sections: Share,
    page_sections: Share,
    /// One line for each thing that is not as expected.
    pub remarks: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn value(self) -> f64 {
        if self.all == 0 { 1.0 } else { self.right as f64 / self.all as f64 }
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Dates {
    share: Share,
    wrong: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Found {
    matched: usize,
    found: usize,
    expected: usize,
}

impl Found {
    fn precision(self) -> f64 {
        if self.found == 0 { 1.0 } else { self.matched as f64 / self.found as f64 }
    }

    fn recall(self) -> f64 {
        if self.expected == 0 { 1.0 } else { self.matched as f64 / self.expected as f64 }
    }

    fn f(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r == 0.0 { 0.0 } else { 2.0 * p * r / (p + r) }
    }
}

impl AddAssign<&Score> for Score {
    fn add_assign(&mut self, other: &Score) {
        self.pages += other.pages;
        let shares = [
            (&mut self.titles, other.titles),
            (&mut self.authors, other.authors),
            (&mut self.published.share, other.published.share),
            (&mut self.event.share, other.event.share),
            (&mut self.furniture, other.furniture),
            (&mut self.kinds, other.kinds),
            (&mut self.comparators, other.comparators),
            (&mut self.sections, other.sections),
            (&mut self.page_sections, other.page_sections),
        ];
        for (own, other) in shares {
            own.right += other.right;
            own.all += other.all;
        }
        self.published.wrong += other.published.wrong;
        self.event.wrong += other.event.wrong;
        for (own, other) in [(&mut self.sentences, other.sentences), (&mut self.figures, other.figures)] {
            own.matched += other.matched;
            own.found += other.found;
            own.expected += other.expected;
        }
        self.remarks.extend(other.remarks.iter().cloned());
    }
}

impl Score {
    /// One row of the table.
    pub fn row(&self, name: &str) -> String {
        format!(
            "{name:<22} {:>5} {:>6.3} {:>6.3} {:>6.3} {:>3} {:>6.3} {:>3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3} {:>6.3}",
            self.pages,
            self.titles.value(),
            self.authors.value(),
            self.published.share.value(),
            self.published.wrong,
            self.event.share.value(),
            self.event.wrong,
            self.sentences.f(),
            self.furniture.value(),
            self.figures.precision(),
            self.figures.recall(),
            self.kinds.value(),
            self.comparators.value(),
            self.sections.value(),
            self.page_sections.value(),
        )
    }

    /// The table's head.
    pub fn head() -> String {
        let names = [
            "title", "author", "publ", "!", "event", "!", "body F", "furn", "prec", "recall", "kind", "comp",
            "sect", "of pg",
        ];
        let mut head = format!("{:<22} {:>5}", "", "pages");
        for name in names {
            let width = if name == "!" { 3 } else { 6 };
            head.push_str(&format!(" {name:>width$}"));
        }
        head
    }

    /// What falls below the floors; `kind` is that of kinds, `section` that of figures' sections.
    pub fn below_floors(&self, kind: f64, section: f64) -> Vec<String> {
        let floors = [
            ("figure precision", self.figures.precision(), 0.97),
            ("figure recall", self.figures.recall(), 0.92),
            ("figure kind", self.kinds.value(), kind),
            ("figure section", self.sections.value(), section),
            ("publishing date", self.published.share.value(), 0.95),
            ("event date", self.event.share.value(), 0.95),
            ("body sentences F", self.sentences.f(), 0.97),
        ];
        let mut below: Vec<String> = floors
            .iter()
            .filter(|(_, value, floor)| value < floor)
            .map(|(name, value, floor)| format!("{name} is {value:.3}, below {floor}"))
            .collect();
        if self.published.wrong + self.event.wrong > 0 {
            below.push(format!("{} wrong dates", self.published.wrong + self.event.wrong));
        }
        below
    }
}

/// A page with what is expected of it; keys that are left out are not scored.
pub struct Page {
    pub name: String,
    pub bytes: Vec<u8>,
    expected: Json,
    places: Option<Places>,
}

/// The pages of a folder, each with the `.json` of its name.
pub fn pages_of(folder: &Path) -> Vec<Page> {
    let Ok(listed) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = listed.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut places = places::read(folder);
    let mut read = |path: &PathBuf| {
        let expected = path.with_extension("json");
        let text =
            std::fs::read_to_string(&expected).unwrap_or_else(|e| panic!("{}: {e}", expected.display()));
        let expected: Json = serde_json::from_str(&text).unwrap();
        let expected = expected.as_array().map_or(expected.clone(), |all| all[0].clone());
        let places = places.remove(path.file_stem().unwrap().to_str().unwrap());
        Page { name: name(path), bytes: std::fs::read(path).unwrap(), expected, places }
    };
    paths.iter().map(&mut read).collect()
}

/// The five real pages with `gold.json`, where they are.
pub fn gold_pages() -> Vec<Page> {
    let Some(folder) = driver::shared("pages") else { return Vec::new() };
    let gold: Json =
        serde_json::from_str(&std::fs::read_to_string(folder.join("gold.json")).unwrap()).unwrap();
    let page = |gold: &Json| {
        let file = gold["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join(file)).unwrap();
        let expected = from_gold(gold, std::str::from_utf8(&bytes).unwrap());
        Page { name: file.to_owned(), bytes, expected, places: None }
    };
    gold.as_array().unwrap().iter().map(page).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// gold.json's own shape in the shape of `baocao article --json`; words, captions and ordinals are no figures.
fn from_gold(gold: &Json, text: &str) -> Json {
    let published = gold["published"].as_str().map(|date| serde_json::json!({"date": date}));
    let event = gold["event"].as_str().map(|days| {
        let (from, to) = days.split_once('/').unwrap_or((days, days));
        serde_json::json!({"from": from, "to": to})
    });
    let mut figures = Vec::new();
    for figure in gold["figures"].as_array().unwrap() {
        let value = &figure["value"];
        let counts = value.is_number() || value.is_boolean();
        if !counts || figure["in_caption"].as_bool() == Some(true) {
            continue;
        }
        let phrase = figure["source_phrase"].as_str().unwrap();
        let start = text.find(phrase).unwrap_or_else(|| panic!("gold phrase not in its page: {phrase}"));
        figures.push(serde_json::json!({
            "kind": figure["kind"], "value": value, "unit": figure["unit"],
            "phrase": phrase, "start": start, "end": start + phrase.len(),
        }));
    }
    let mut expected = serde_json::json!({
        "title": gold["title"], "author": gold["author"], "figures": figures,
    });
    expected["published"] = published.unwrap_or(Json::Null);
    expected["event"] = event.unwrap_or(Json::Null);
    expected
}

/// Reads the pages and counts.
pub fn score(pages: &[Page]) -> Score {
    let mut all = Score::default();
    for page in pages {
        all += &score_page(page);
    }
    all
}

fn score_page(page: &Page) -> Score {
    let mut score = Score { pages: 1, ..Score::default() };
    let expected = &page.expected;
    let refusal = expected["refused"].as_str();
    let plain = read_page(&page.name, &page.bytes, &Context::default());
    if plain.as_ref().err().map(|d| d.code) != refusal {
        score.remarks.push(format!("{}: refused {:?}, expected {refusal:?}", page.name, plain.err()));
    }
    let encoding = expected["encoding"].as_str().and_then(Encoding::named);
    let context = Context { encoding, ..Context::default() };
    let Ok(article) = read_page(&page.name, &page.bytes, &context) else {
        score.remarks.push(format!("{}: not read", page.name));
        return score;
    };
    let got = json(&article, Locale::Vi);
    let mut marker = Marker { page, got: &got, score: &mut score };
    marker.words("title");
    marker.words("author");
    marker.words("source_mark");
    marker.date("published", &["date"]);
    marker.date("event", &["from", "to"]);
    marker.body();
    marker.furniture();
    marker.figures();
    marker.sections(article.section);
    marker.findings(&article);
    score
}

struct Marker<'a> {
    page: &'a Page,
    got: &'a Json,
    score: &'a mut Score,
}

impl Marker<'_> {
    fn remark(&mut self, text: String) {
        self.score.remarks.push(format!("{}: {text}", self.page.name));
    }

    fn words(&mut self, key: &str) {
        let Some(expected) = self.page.expected.get(key) else { return };
        let text = |value: &Json| value.as_str().map(fold);
        let right = text(expected) == text(&self.got[key]);
        match key {
            "title" => self.score.titles.count(right),
            "author" => self.score.authors.count(right),
            _ => {}
        }
        if !right {
            self.remark(format!("{key} {} expected {expected}", self.got[key]));
        }
    }

    fn date(&mut self, key: &str, parts: &[&str]) {
        let Some(expected) = self.page.expected.get(key) else { return };
        let got = &self.got[key];
        let right = parts.iter().all(|part| expected.get(part) == got.get(part));
        let wrong = !right && !got.is_null();
        let dates = if key == "published" { &mut self.score.published } else { &mut self.score.event };
        dates.share.count(right);
        dates.wrong += usize::from(wrong);
        if !right {
            self.remark(format!("{key} {got} expected {expected}"));
        }
    }

    /// The sections of the page and of its figures; an aim's is not asked for.
    fn sections(&mut self, section: Option<Section>) {
        let Some(places) = &self.page.places else { return };
        let right =
            |got: &Json, wanted: &[String]| got.as_str().is_some_and(|s| wanted.iter().any(|w| w == s));
        let page = &serde_json::json!(section.map(Section::id));
        self.score.page_sections.count(right(page, &places.page));
        if !right(page, &places.page) {
            self.remark(format!("section of the page {page} expected {}", places.page.join(" or ")));
        }
        for figure in self.got["figures"].as_array().unwrap().iter().filter(|f| f["kind"] != "target") {
            let at = |key: &str| figure[key].as_u64().unwrap() as usize;
            let Some(wanted) = places.of(at("start"), at("end")) else { continue };
            let right = right(&figure["section"], wanted);
            self.score.sections.count(right);
            if !right {
                let (told, phrase) = (&figure["section"], &figure["phrase"]);
                self.remark(format!("section {told} expected {} «{phrase}»", wanted.join(" or ")));
            }
        }
    }

    fn body(&mut self) {
        let Some(expected) = self.page.expected.get("body") else { return };
        let mut wanted = sentences(expected);
        let found = sentences(&self.got["body"]);
        let mut matched = 0;
        let mut extra = Vec::new();
        for sentence in &found {
            match wanted.iter().position(|w| w == sentence) {
                Some(at) => {
                    wanted.swap_remove(at);
                    matched += 1;
                }
                None => extra.push(sentence.clone()),
            }
        }
        self.score.sentences.matched += matched;
        self.score.sentences.found += found.len();
        self.score.sentences.expected += matched + wanted.len();
        for sentence in extra {
            self.remark(format!("not body: {sentence}"));
        }
        for sentence in wanted {
            self.remark(format!("body missed: {sentence}"));
        }
    }

    fn furniture(&mut self) {
        let Some(expected) = self.page.expected.get("furniture").and_then(Json::as_array) else { return };
        let got: Vec<String> =
            self.got["furniture"].as_array().unwrap().iter().map(|f| fold(f.as_str().unwrap())).collect();
        let mut missed = Vec::new();
        for line in expected {
            let line = fold(line.as_str().unwrap());
            let left_out =
                line.is_empty() || got.iter().any(|g| g.contains(&line) || line.contains(g.as_str()));
            self.score.furniture.count(left_out);
            if !left_out {
                missed.push(line);
            }
        }
        for line in missed {
            self.remark(format!("furniture missed: {line}"));
        }
    }

    fn figures(&mut self) {
        let Some(expected) = self.page.expected.get("figures").and_then(Json::as_array) else { return };
        let got = self.got["figures"].as_array().unwrap();
        let mut free: Vec<&Json> = expected.iter().collect();
        self.score.figures.found += got.len();
        self.score.figures.expected += expected.len();
        for figure in got {
            let Some(at) = free.iter().position(|wanted| same_figure(wanted, figure)) else {
                self.remark(format!(
                    "no figure: {} {} «{}»",
                    figure["kind"], figure["value"], figure["phrase"]
                ));
                continue;
            };
            let wanted = free.swap_remove(at);
            self.score.figures.matched += 1;
            let kind = wanted["kind"] == figure["kind"];
            self.score.kinds.count(kind);
            if !kind {
                let words = format!("{} expected {} «{}»", figure["kind"], wanted["kind"], figure["phrase"]);
                self.remark(format!("kind {words}"));
            }
            if let Some(comparator) = wanted.get("comparator") {
                let right = sign(comparator) == figure["comparator"].as_str().unwrap_or("");
                self.score.comparators.count(right);
                if !right {
                    let words =
                        format!("{} expected {comparator} «{}»", figure["comparator"], figure["phrase"]);
                    self.remark(format!("comparator {words}"));
                }
            }
        }
        for wanted in free {
            self.remark(format!(
                "figure missed: {} {} «{}»",
                wanted["kind"], wanted["value"], wanted["phrase"]
            ));
        }
    }

    fn findings(&mut self, article: &Article) {
        let Some(expected) = self.page.expected.get("findings").and_then(Json::as_array) else { return };
        for code in expected.iter().filter_map(Json::as_str) {
            if !article.findings.iter().any(|f| f.code == code) {
                self.remark(format!("no finding {code}"));
            }
        }
    }
}

/// A comparator's sign, also from its name in the model.
fn sign(comparator: &Json) -> &str {
    match comparator.as_str().unwrap_or("") {
        "equal" => "=",
        "at_least" => "≥",
        "more_than" => ">",
        "at_most" => "≤",
        "less_than" => "<",
        other => other,
    }
}

/// The same value, per cent or not, at a place that overlaps.
fn same_figure(wanted: &Json, got: &Json) -> bool {
    let place = |f: &Json, key: &str| f[key].as_u64().unwrap_or(0);
    let overlap = place(wanted, "start") < place(got, "end") && place(got, "start") < place(wanted, "end");
    let percent = |f: &Json| f["unit"].as_str().is_some_and(|unit| unit.contains('%'));
    overlap && percent(wanted) == percent(got) && numbers(&wanted["value"]) == numbers(&got["value"])
}

/// A value with its numbers as text, `2000.0` like `2000`.
fn numbers(value: &Json) -> String {
    match value {
        Json::Number(n) => format!("{}", n.as_f64().unwrap_or(f64::NAN)),
        Json::Array(all) => all.iter().map(numbers).collect::<Vec<_>>().join(" - "),
        Json::Object(map) => {
            let sorted: BTreeMap<&String, String> = map.iter().map(|(k, v)| (k, numbers(v))).collect();
            format!("{sorted:?}")
        }
        other => other.to_string(),
    }
}

fn sentences(paragraphs: &Json) -> Vec<String> {
    let mut all = Vec::new();
    for paragraph in paragraphs.as_array().unwrap() {
        let text = fold(paragraph.as_str().unwrap());
        all.extend(
            text.split(['.', '!', '?']).map(|s| s.trim().to_owned()).filter(|s| s.chars().count() > 1),
        );
    }
    all
}
