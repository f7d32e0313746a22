//! The appendix of sources, and the list of figures for the manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::articles::Article;
use crate::compose::ink::Citations;
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::tables::{cell, head, lines, named, ordinal, row, table};
use crate::compose::visit::{self, Visit};
use crate::diagnostic::Place;
use crate::document::{Align, Block, Document, FigureId, Origin, Row, Table};
use crate::figures::Review;
use crate::quantity::{Quantity, Quotation, Source};
use crate::vietnamese::short_date;

/// A figure of the report with its source, for the manifest.
#[derive(Clone, Debug, Serialize)]
pub struct FigureSource<'a> {
    /// Index of the figure in the document.
    pub id: u32,
    /// The text on the page.
    pub text: &'a str,
    /// Its value and source.
    #[serde(flatten)]
    pub quantity: &'a Quantity,
    /// Whether an illustrative value is in it.
    pub illustrative: bool,
}

/// Every figure of the document in reading order.
pub fn sources(document: &Document) -> Vec<FigureSource<'_>> {
    document
        .figures
        .iter()
        .zip(0u32..)
        .map(|(figure, id)| FigureSource {
            id,
            text: &figure.text,
            quantity: &figure.quantity,
            illustrative: figure.quantity.source.is_illustrative(),
        })
        .collect()
}

/// What the report has used so far, in reading order.
#[derive(Debug, Default)]
pub struct Used {
    /// Figures with the place of their first use.
    pub figures: Vec<(FigureId, String)>,
    /// Quotations with the place of their first use.
    pub quotations: Vec<(Arc<Quotation>, String)>,
}

impl Used {
    /// Adds what the blocks use; `place` is what they stand in, for an appendix.
    pub fn add(&mut self, blocks: &mut [Block], place: &str) {
        let mut seen: BTreeSet<FigureId> = self.figures.iter().map(|(id, _)| *id).collect();
        let mut places = Places { fixed: place.to_owned(), ..Places::default() };
        visit::blocks(blocks, &mut |visit| match visit {
            Visit::Block(block) => places.enter(block),
            Visit::Figure(id) if seen.insert(*id) => self.figures.push((*id, places.here())),
            Visit::Run(run) => {
                if let Some(id) = run.figure.filter(|id| seen.insert(*id)) {
                    self.figures.push((id, places.here()));
                }
                if let Origin::Quoted(q) = &run.origin
                    && !self.quotations.iter().any(|(known, _)| Arc::ptr_eq(known, q))
                {
                    self.quotations.push((q.clone(), places.here()));
                }
            }
            Visit::Figure(_) => {}
        });
    }
}

/// Where a block stands, in words.
#[derive(Default)]
struct Places {
    fixed: String,
    part: String,
    section: String,
    point: String,
    tree: Option<String>,
}

impl Places {
    fn enter(&mut self, block: &Block) {
        self.tree = None;
        match block {
            Block::Part { number, .. } => {
                self.part.clone_from(number);
                self.section.clear();
                self.point.clear();
            }
            Block::Heading { level: 2, number, .. } => {
                self.section = number.trim_end_matches('-').to_owned();
                self.point.clear();
            }
            Block::Heading { level: 3, number, .. } => self.point = number.trim_end_matches('.').to_owned(),
            Block::Table(Table { caption, .. }) | Block::Chart(crate::document::Chart { caption, .. }) => {
                self.tree = caption.first().map(|r| r.text.trim_end_matches('.').replace('\u{a0}', " "));
            }
            _ => {}
        }
    }

    fn here(&self) -> String {
        if let Some(tree) = &self.tree {
            return tree.clone();
        }
        if !self.fixed.is_empty() {
            return self.fixed.clone();
        }
        match (self.section.is_empty(), self.point.is_empty()) {
            (true, _) if self.part.is_empty() => "mở đầu".to_owned(),
            (true, _) => self.part.clone(),
            (false, true) => format!("mục {}{}", self.section, self.of_part()),
            (false, false) => format!("mục {}.{}{}", self.section, self.point, self.of_part()),
        }
    }
}

impl Places {
    /// The part, where its sections bear numbers that those of the first part bear too.
    fn of_part(&self) -> String {
        let first = self.part.is_empty() || self.part.ends_with(" nhất");
        if first { String::new() } else { format!(", {}", self.part) }
    }
}

fn joined(places: &[String]) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for place in places {
        if !distinct.contains(&place.as_str()) {
            distinct.push(place);
        }
    }
    distinct.join("; ")
}

/// The cited articles: number, exact words, outlet and title, date, where used.
pub fn press(articles: &[Article], citations: &Citations, used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut body = Vec::new();
    for (n, file) in (1..).zip(citations.files()) {
        body.push(article_row(n, file, articles, used, ledger));
    }
    let heads = ["Số", "Nguồn và câu dẫn", "Dùng tại"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    let aligns = vec![Align::Centre, Align::Left, Align::Left];
    (!body.is_empty()).then(|| table("article-sources", aligns, header, body))
}

fn article_row(n: usize, file: &str, articles: &[Article], used: &Used, ledger: &mut Ledger) -> Row {
    let mut quotations: Vec<Arc<Quotation>> = Vec::new();
    let mut places = Vec::new();
    for (q, place) in used.quotations.iter().filter(|(q, _)| q.file == file) {
        places.push(place.clone());
        add_quotation(&mut quotations, q.clone());
    }
    for (id, place) in &used.figures {
        let Some(figure) = ledger.figures.get(id.0 as usize) else { continue };
        for q in quoted(&figure.quantity).into_iter().filter(|q| q.file == file) {
            places.push(place.clone());
            add_quotation(&mut quotations, Arc::new(q));
        }
    }
    quotations.sort_by_key(|q| q.start);
    let mut texts = vec![bibliography(articles.iter().find(|a| a.file == file), file)];
    for quotation in &quotations {
        let marked = mark::clean(&quotation.phrase);
        texts.push(format!("“{}”", ledger.quote((**quotation).clone(), &marked)));
    }
    let cells = vec![ordinal(n), lines(&texts, ledger), cell(&named(&joined(&places)), ledger)];
    Row { cells, anchor: Some(Citations::anchor(n)) }
}

/// `Báo Lạng Sơn, bài “…”, ngày 21/12/2020 (tệp articles/….txt):`.
fn bibliography(article: Option<&Article>, file: &str) -> String {
    let Some(article) = article else { return format!("Tệp {}:", named(file)) };
    let title = named(article.title.as_deref().unwrap_or(file));
    let words = match &article.outlet {
        Some(outlet) => format!("{}, bài “{title}”", named(outlet)),
        None => format!("Bài “{title}”"),
    };
    let day = article.published.as_ref().map(|d| d.date).or(article.event.as_ref().map(|e| e.from));
    let day = day.map_or_else(String::new, |d| format!(", ngày {}", mark::name(&short_date(d))));
    format!("{words}{day} (tệp {}):", named(file))
}

/// Adds a quotation unless one that holds it is there.
fn add_quotation(quotations: &mut Vec<Arc<Quotation>>, new: Arc<Quotation>) {
    if quotations.iter().any(|q| q.start <= new.start && new.end <= q.end) {
        return;
    }
    quotations.retain(|q| !(new.start <= q.start && q.end <= new.end));
    quotations.push(new);
}

fn quoted(quantity: &Quantity) -> Vec<Quotation> {
    match &*quantity.source {
        Source::Article(q) => vec![q.clone()],
        Source::Formula { inputs, .. } => inputs.iter().flat_map(quoted).collect(),
        _ => Vec::new(),
    }
}

/// A value that stands in a file of the office.
struct Stated {
    place: Place,
    /// The figure that prints it in the body; none where it only goes into others or into another appendix.
    figure: Option<(FigureId, String)>,
    illustrative: bool,
}

/// The office's files: which values of them the report uses, and where they stand.
pub fn office_files(used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut files: BTreeMap<String, BTreeMap<Place, Stated>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (id, place) in &used.figures {
        if let Some(figure) = ledger.figures.get(id.0 as usize) {
            let printed =
                (!place.starts_with("Phụ lục") && !place.starts_with("Hình")).then_some((*id, &*figure.text));
            stated(&figure.quantity, printed, &mut seen, &mut |s: Stated| {
                let values = files.entry(s.place.file.clone()).or_default();
                match values.get_mut(&s.place) {
                    Some(known) if known.figure.is_some() => {}
                    Some(known) => known.figure = s.figure,
                    None => {
                        values.insert(s.place.clone(), s);
                    }
                }
            });
        }
    }
    let (shown, rest): (Vec<_>, Vec<_>) =
        files.iter().partition(|(_, v)| v.values().any(|s| s.figure.is_some()));
    let mut body: Vec<Row> = Vec::new();
    for (file, values) in shown {
        body.push(file_row(body.len() + 1, file, values, ledger));
    }
    if !rest.is_empty() {
        body.push(rest_row(body.len() + 1, &rest, ledger));
    }
    let heads = ["TT", "Tệp", "Số liệu và vị trí trong tệp"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    let aligns = vec![Align::Centre, Align::Left, Align::Left];
    (!body.is_empty()).then(|| table("office-sources", aligns, header, body))
}

/// The values of files that a quantity goes back to. What only goes into others is added once: figures of one report
/// share their inputs, and `seen` holds the sources that were looked at.
fn stated(
    quantity: &Quantity,
    figure: Option<(FigureId, &str)>,
    seen: &mut BTreeSet<*const Source>,
    add: &mut dyn FnMut(Stated),
) {
    if figure.is_none() && !seen.insert(Arc::as_ptr(&quantity.source)) {
        return;
    }
    match &*quantity.source {
        Source::Place(place) | Source::Illustrative(place) => add(Stated {
            place: place.clone(),
            figure: figure.map(|(id, text)| (id, text.to_owned())),
            illustrative: matches!(&*quantity.source, Source::Illustrative(_)),
        }),
        Source::Formula { inputs, .. } => inputs.iter().for_each(|input| stated(input, None, seen, add)),
        Source::Article(_) => {}
    }
}

/// `47 (dòng 12); 214 (dòng 40); 104 số liệu khác (dòng 8 - 118)`; a star behind what is illustrative, or behind the
/// file's name where all of it is.
fn file_row(n: usize, file: &str, values: &BTreeMap<Place, Stated>, ledger: &Ledger) -> Row {
    let all_illustrative = values.values().all(|v| v.illustrative);
    let star = |illustrative: bool| if illustrative && !all_illustrative { "*" } else { "" };
    let mut parts = Vec::new();
    for value in values.values() {
        if let Some((id, text)) = &value.figure {
            let text = mark::figure(*id, text);
            parts.push(format!("{text}{} ({})", star(value.illustrative), position(&value.place)));
        }
    }
    let others: Vec<&Stated> = values.values().filter(|v| v.figure.is_none()).collect();
    if let Some(lines) = span(&others) {
        parts.push(format!(
            "{} số liệu khác{} ({lines})",
            count(others.len()),
            star(others.iter().any(|v| v.illustrative))
        ));
    }
    let name = format!("{}{}", named(file), if all_illustrative { "*" } else { "" });
    Row { cells: vec![ordinal(n), cell(&name, ledger), cell(&parts.join("; "), ledger)], anchor: None }
}

/// The files none of whose values is printed by itself.
fn rest_row(n: usize, files: &[(&String, &BTreeMap<Place, Stated>)], ledger: &Ledger) -> Row {
    let star =
        |values: &BTreeMap<Place, Stated>| if values.values().any(|v| v.illustrative) { "*" } else { "" };
    let names: Vec<String> =
        files.iter().map(|(file, values)| format!("{}{}", named(file), star(values))).collect();
    let total = count(files.iter().map(|(_, values)| values.len()).sum());
    let text = format!(
        "{total} số liệu dùng để tính lũy kế, so sánh, dự kiến và vẽ biểu đồ, ở các tệp: {}",
        names.join(", ")
    );
    let files = format!("{} tệp khác", count(files.len()));
    Row { cells: vec![ordinal(n), cell(&files, ledger), cell(&text, ledger)], anchor: None }
}

fn count(n: usize) -> String {
    mark::name(&crate::vietnamese::format_integer(i64::try_from(n).unwrap_or(i64::MAX)))
}

/// `dòng 8 - 118`.
fn span(values: &[&Stated]) -> Option<String> {
    let lines: Vec<u32> = values.iter().filter_map(|v| v.place.line).collect();
    match (lines.first(), lines.last(), values.first()) {
        (Some(first), Some(last), _) if first != last => {
            Some(format!("dòng {}", mark::name(&format!("{first} - {last}"))))
        }
        (_, _, Some(first)) => Some(position(&first.place)),
        _ => None,
    }
}

/// `ô Quý III!D12`, `dòng 12`.
fn position(place: &Place) -> String {
    match (&place.cell, place.line) {
        (Some(cell), _) => format!("ô {}", named(cell)),
        (None, Some(line)) => format!("dòng {}", mark::name(&line.to_string())),
        (None, None) => "cả tệp".to_owned(),
    }
}

/// What worked-out figures speak of, how they are worked out, where they are used.
struct Worked {
    subject: String,
    steps: Vec<(FigureId, String, String)>,
    places: Vec<String>,
}

/// Worked-out figures of the body, one row a subject.
pub fn formulas(used: &Used, ledger: &mut Ledger) -> Option<Table> {
    let mut subjects: Vec<Worked> = Vec::new();
    for (id, place) in
        used.figures.iter().filter(|(_, p)| !p.starts_with("Phụ lục") && !p.starts_with("Hình"))
    {
        let index = id.0 as usize;
        let (Some(figure), Some(subject)) = (ledger.figures.get(index), ledger.subjects.get(index)) else {
            continue;
        };
        let Source::Formula { expression, .. } = &*figure.quantity.source else { continue };
        if expression.is_empty() || expression.replace(' ', "") == figure.text {
            continue;
        }
        let step = (*id, figure.text.clone(), expression.clone());
        let at = subjects.iter().position(|w| w.subject == *subject).unwrap_or_else(|| {
            subjects.push(Worked { subject: subject.clone(), steps: Vec::new(), places: Vec::new() });
            subjects.len() - 1
        });
        let worked = &mut subjects[at];
        worked.places.push(place.clone());
        if !worked.steps.iter().any(|(_, text, known)| same_size(text, &step.1) && *known == step.2) {
            worked.steps.push(step);
        }
    }
    let body: Vec<Row> = subjects.iter().map(|worked| worked_row(worked, ledger)).collect();
    let heads = ["Nội dung", "Cách tính", "Dùng tại"];
    let header = vec![row(heads.map(|h| head(h, ledger)).into())];
    (!body.is_empty())
        .then(|| table("formula-sources", vec![Align::Left, Align::Left, Align::Left], header, body))
}

/// Whether two texts say the same but for a plus sign.
fn same_size(a: &str, b: &str) -> bool {
    a.trim_start_matches('+') == b.trim_start_matches('+')
}

fn worked_row(worked: &Worked, ledger: &Ledger) -> Row {
    let steps = worked.steps.iter().map(|(id, text, expression)| {
        let joint = if expression.starts_with(|c: char| c.is_alphabetic()) { ": " } else { " = " };
        format!("{}{joint}{}", mark::figure(*id, text), named(expression))
    });
    let steps = steps.collect::<Vec<_>>().join("; ");
    row([named(&worked.subject), steps, named(&joined(&worked.places))]
        .iter()
        .map(|c| cell(c, ledger))
        .collect())
}

/// Figures of the used articles that the clerk has corrected: `28 lớp, sửa thành 30 lớp: lý do`.
pub fn corrections(articles: &[Article], used: &Used) -> Vec<String> {
    let mut corrections = Vec::new();
    for article in articles.iter().filter(|a| used.quotations.iter().any(|(q, _)| q.file == a.file)) {
        for figure in &article.figures {
            if let Review::Corrected { reason, .. } = &figure.review {
                let new = Quantity {
                    value: figure.value.clone(),
                    unit: figure.unit.clone(),
                    comparator: figure.comparator,
                    source: Arc::new(Source::Place(Place::file(&article.file))),
                };
                let (text, unit) =
                    (crate::compose::wording::value(&new), crate::compose::wording::unit_after(&new));
                let old = mark::clean(&figure.phrase);
                corrections.push(mark::name(&format!(
                    "“{old}” ({}) sửa thành {text}{unit}: {reason}",
                    article.file
                )));
            }
        }
    }
    corrections
}

/// Whether a figure that nobody has reviewed stands in words that the report quotes.
pub fn unreviewed(articles: &[Article], used: &Used) -> bool {
    used.quotations.iter().any(|(q, _)| {
        let figures = articles.iter().filter(|a| a.file == q.file).flat_map(|a| &a.figures);
        figures.into_iter().any(|f| f.review == Review::Pending && q.start <= f.start && f.end <= q.end)
    })
}
