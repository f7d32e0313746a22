//! Templates + assessment + articles → [`Document`].
//!
//! ```text
//! Office, articles, Assessment ──context──▶ Model ──templates──▶ Markdown ──reader──▶ blocks ──▶ Document
//!                        └──ledger: every figure with its source, as marked text ──────┘   check: every digit
//! ```
//!
//! A figure never travels as a bare number: [`ledger`] registers it and gives marked text ([`mark`]) in its stead,
//! which Handlebars and Markdown pass on untouched and [`ink`] turns into a run that names the figure.

mod check;
mod context;
mod filler;
mod ink;
mod ledger;
mod mark;
mod markdown;
mod model;
mod notes;
mod paths;
mod reader;
mod render;
mod sentence;
mod sources;
mod tables;
mod template;
mod visit;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::Datelike;
use serde_json::Value;

use crate::articles::Article;
use crate::assess::Assessment;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{
    Appendix, Block, Closing, Document, FigureId, Letterhead, Metadata, Origin, ReportFigure, Run,
};
use crate::figures::Review;
use crate::office::Office;
use crate::period::Period;
use crate::vietnamese;

use context::Inputs;
use markdown::{Desk, Tree};
use model::Model;
use render::Renderer;
use sources::Used;
use template::{Template, Templates};

pub use check::digits as check_digits;
pub use notes::notes;
pub use paths::template_paths;

/// Greatest number of columns of a table on an upright page.
const UPRIGHT_COLUMNS: usize = 8;

/// Writes the report: everything it says, every figure with its source. Errors are those of the templates, with
/// file, line and column, and any digit that nobody vouches for.
pub fn compose(
    office: &Office,
    articles: &[Article],
    assessment: &Assessment,
) -> Result<Document, Vec<Diagnostic>> {
    let inputs = Inputs { office, articles, assessment };
    let templates = templates(&office.templates)?;
    let mut renderer = Renderer::new(&templates);
    let mut flags = Flags::likely(inputs);
    let mut document = Draft::new(inputs, &templates, &mut renderer, flags).write()?;
    // What the report says of its own figures is known only when they stand there.
    for _ in 0..2 {
        if document.1 == flags {
            break;
        }
        flags = document.1;
        document = Draft::new(inputs, &templates, &mut renderer, flags).write()?;
    }
    let wrong = check::digits(&document.0);
    if wrong.is_empty() { Ok(document.0) } else { Err(wrong) }
}

/// The office's templates, checked. Those of an office without its own are compiled once a process.
fn templates(overrides: &BTreeMap<String, String>) -> Result<Cow<'static, Templates>, Vec<Diagnostic>> {
    static BUILT_IN: LazyLock<Result<Templates, Vec<Diagnostic>>> =
        LazyLock::new(|| checked_templates(&BTreeMap::new()));
    if !overrides.is_empty() {
        return checked_templates(overrides).map(Cow::Owned);
    }
    BUILT_IN.as_ref().map(Cow::Borrowed).map_err(Clone::clone)
}

fn checked_templates(overrides: &BTreeMap<String, String>) -> Result<Templates, Vec<Diagnostic>> {
    let templates = template::load(overrides)?;
    let wrong = paths::check(&templates);
    if wrong.is_empty() { Ok(templates) } else { Err(wrong) }
}

/// What a report says of its own figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Flags {
    draft: bool,
    illustrative: bool,
    cited: bool,
}

impl Flags {
    /// What the inputs let expect: writing the report a second time is the exception then.
    fn likely(inputs: Inputs<'_>) -> Self {
        let (first, last) = context::days(inputs.assessment);
        let told = |article: &&Article| {
            context::events::day_of(article).is_some_and(|day| first <= day && day <= last)
        };
        let figures = inputs.articles.iter().filter(told).flat_map(|article| &article.figures);
        Flags {
            draft: figures.into_iter().any(|figure| figure.review == Review::Pending),
            illustrative: inputs.office.results.iter().any(|row| row.source.is_illustrative()),
            cited: inputs.articles.iter().any(|article| told(&article)),
        }
    }
}

/// A report being written.
struct Draft<'a> {
    inputs: Inputs<'a>,
    templates: &'a Templates,
    renderer: &'a mut Renderer<'static>,
    model: Model,
    desk: Desk,
    used: Used,
}

impl<'a> Draft<'a> {
    fn new(
        inputs: Inputs<'a>,
        templates: &'a Templates,
        renderer: &'a mut Renderer<'static>,
        flags: Flags,
    ) -> Self {
        let mut desk = Desk::default();
        let mut model = context::build(inputs, &mut desk.ledger);
        desk.trees = tables::trees(inputs, &mut desk.ledger);
        model.draft = flags.draft;
        model.illustrative = flags.illustrative;
        model.cited = flags.cited;
        Draft { inputs, templates, renderer, model, desk, used: Used::default() }
    }

    fn write(mut self) -> Result<(Document, Flags), Vec<Diagnostic>> {
        let mut blocks = self.template("report")?;
        self.used.add(&mut blocks, "");
        let report = self.get("report")?.clone();
        let title = self.plain(&report.front.title, &report)?;
        let type_name = self.plain(&report.front.type_name, &report)?;
        let subject =
            report.front.subject.iter().map(|s| self.plain(s, &report)).collect::<Result<Vec<_>, _>>()?;
        let appendices = self.appendices(&report.front.appendices)?;
        let flags = self.flags();
        let contents = report.front.contents.iter().any(|k| k == kind_id(self.inputs.assessment.period));
        let mut document = Document {
            meta: self.metadata(title, &subject),
            letterhead: self.letterhead(type_name, subject, flags.draft),
            blocks,
            closing: self.closing(),
            appendices,
            footnotes: std::mem::take(&mut self.desk.footnotes),
            figures: std::mem::take(&mut self.desk.ledger.figures),
            contents,
        };
        keep_printed_figures(&mut document);
        respell(&mut document, self.inputs.office);
        Ok((document, flags))
    }

    fn get(&self, name: &str) -> Result<&'a Template, Vec<Diagnostic>> {
        self.templates.get(name).ok_or_else(|| {
            let place = Place::file("templates/report.md.hbs");
            vec![Diagnostic::error("template-no-partial").place(place).arg("name", name)]
        })
    }

    fn has(&mut self) -> Value {
        let trees = &self.desk.trees;
        self.model.has = model::Has {
            target_table: trees.contains_key("target-table"),
            target_chart: trees.contains_key("target-chart"),
            trend_chart: trees.contains_key("trend-chart"),
            flow_chart: trees.contains_key("flow-chart"),
            year_table: trees.contains_key("year-table"),
            organisation_table: trees.contains_key("organisation-table"),
            article_sources: trees.contains_key("article-sources"),
            office_sources: trees.contains_key("office-sources"),
            formula_sources: trees.contains_key("formula-sources"),
        };
        serde_json::to_value(&self.model).unwrap_or_default()
    }

    fn renderer(&mut self) -> &Renderer<'static> {
        let trees = &self.desk.trees;
        self.renderer.set_trees(|id| trees.contains_key(id));
        self.renderer
    }

    fn template(&mut self, name: &str) -> Result<Vec<Block>, Vec<Diagnostic>> {
        let template = self.get(name)?;
        let model = self.has();
        let markdown = self.renderer().render(name, &model).map_err(|d| vec![d])?;
        let mut blocks = markdown::read(&markdown, &template.file, &mut self.desk).map_err(|wrong| {
            wrong.into_iter().map(|d| template::locate(d, self.templates)).collect::<Vec<_>>()
        })?;
        blocks.iter_mut().for_each(describe_chart);
        Ok(blocks)
    }

    /// A text of a front matter as runs.
    fn runs(&mut self, text: &str, template: &Template) -> Result<Vec<Run>, Vec<Diagnostic>> {
        let model = self.has();
        let markdown = self.renderer().render_text(text, &template.file, &model).map_err(|d| vec![d])?;
        markdown::inline(&markdown, &template.file, &mut self.desk)
    }

    fn plain(&mut self, text: &str, template: &Template) -> Result<String, Vec<Diagnostic>> {
        Ok(self.runs(text, template)?.into_iter().map(|r| r.text).collect())
    }

    /// The appendices that have anything to say, numbered in order; the sources last know what the others used.
    fn appendices(&mut self, names: &[String]) -> Result<Vec<Appendix>, Vec<Diagnostic>> {
        let mut appendices: Vec<Appendix> = Vec::new();
        for name in names {
            let template = self.get(name)?;
            if template.text.contains("-sources") {
                self.add_sources();
            }
            let mut blocks = self.template(name)?;
            if !blocks.iter().any(|b| matches!(b, Block::Table(_) | Block::Chart(_))) {
                continue;
            }
            let number = format!("Phụ lục {}", appendices.len() + 1);
            // What the sources quote is no use of theirs.
            if !template.text.contains("-sources") {
                self.used.add(&mut blocks, &number);
            }
            let mut title = self.runs(&template.front.title, template)?;
            title.iter_mut().for_each(|r| r.text = r.text.to_uppercase());
            let landscape = match template.front.landscape.as_str() {
                "true" => true,
                "auto" => blocks.iter().any(is_wide),
                _ => false,
            };
            let anchor = format!("phu-luc-{}", appendices.len() + 1);
            appendices.push(Appendix { number, title, anchor, landscape, blocks });
        }
        Ok(appendices)
    }

    fn add_sources(&mut self) {
        let Desk { ledger, citations, trees, .. } = &mut self.desk;
        let made = [
            ("article-sources", sources::press(self.inputs.articles, citations, &self.used, ledger)),
            ("office-sources", sources::office_files(&self.used, ledger)),
            ("formula-sources", sources::formulas(&self.used, ledger)),
        ];
        for (id, table) in made {
            trees.extend(table.map(|t| (id.to_owned(), Tree::Table(t))));
        }
        self.model.sources.corrections = sources::corrections(self.inputs.articles, &self.used);
    }

    fn flags(&self) -> Flags {
        let figures = &self.desk.ledger.figures;
        let printed = self.used.figures.iter().filter_map(|(id, _)| figures.get(id.0 as usize));
        Flags {
            draft: sources::unreviewed(self.inputs.articles, &self.used),
            cited: !self.desk.citations.files().is_empty(),
            illustrative: printed.into_iter().any(|f| f.quantity.source.is_illustrative()),
        }
    }

    fn metadata(&self, title: String, subject: &[String]) -> Metadata {
        let office = self.inputs.office;
        Metadata {
            title,
            subject: subject.join(" "),
            author: mark::clean(&office.issuer.name),
            office: office.id.clone(),
            period: self.inputs.assessment.period.to_string(),
            date: context::days(self.inputs.assessment).1,
            inputs_hash: office.inputs_hash(),
        }
    }

    fn letterhead(&self, type_name: String, subject: Vec<String>, draft: bool) -> Letterhead {
        let issuer = &self.inputs.office.issuer;
        let day = context::days(self.inputs.assessment).1;
        Letterhead {
            parent: mark::clean(&issuer.parent).to_uppercase(),
            issuer: mark::clean(&issuer.name).to_uppercase(),
            symbol: format!("BC/{}", mark::clean(&issuer.symbol)),
            place: mark::clean(&issuer.place),
            month: day.month(),
            year: day.year(),
            type_name,
            subject,
            draft: draft.then(|| "DỰ THẢO".to_owned()),
            ..Letterhead::default()
        }
    }

    fn closing(&self) -> Closing {
        let signer = context::signer(self.inputs.office, self.inputs.assessment);
        let recipients = self.inputs.office.recipients.iter().map(|r| mark::clean(r)).collect();
        Closing {
            authority: signer.map(|s| mark::clean(&s.authority)).unwrap_or_default(),
            position: signer.map(|s| mark::clean(&s.position)).unwrap_or_default(),
            name: signer.and_then(|s| s.name.as_deref()).map(mark::clean),
            recipients,
        }
    }
}

/// Id of the kind of report, as `contents` names it.
fn kind_id(period: Period) -> &'static str {
    match period {
        Period::Quarter(..) => "quarter",
        Period::Half(_) => "half",
        Period::NineMonths(_) => "nine-months",
        Period::Year(_) => "year",
        Period::Term(..) => "term",
    }
}

fn is_wide(block: &Block) -> bool {
    matches!(block, Block::Table(table) if table.columns.len() > UPRIGHT_COLUMNS)
}

/// Gives a chart the text that stands for it.
fn describe_chart(block: &mut Block) {
    if let Block::Chart(chart) = block {
        let title: String = chart.caption.iter().skip(2).map(|r| r.text.as_str()).collect();
        chart.alt = crate::layout::chart::alt(&chart.data, title.trim());
    }
}

/// Keeps the figures that the document prints, numbered in reading order.
fn keep_printed_figures(document: &mut Document) {
    let all = std::mem::take(&mut document.figures);
    let mut kept: Vec<ReportFigure> = Vec::new();
    let mut ids: BTreeMap<FigureId, FigureId> = BTreeMap::new();
    let mut keep = |id: FigureId| {
        let new = ids.entry(id).or_insert_with(|| {
            kept.extend(all.get(id.0 as usize).cloned());
            FigureId(u32::try_from(kept.len()).unwrap_or(u32::MAX).saturating_sub(1))
        });
        *new
    };
    visit::document(document, &mut |visit| match visit {
        visit::Visit::Run(run) => run.figure = run.figure.map(&mut keep),
        visit::Visit::Figure(id) => *id = keep(*id),
        visit::Visit::Block(_) => {}
    });
    document.figures = kept;
}

/// Places the tones as the office does, everywhere but in quoted words.
fn respell(document: &mut Document, office: &Office) {
    let spell = |text: &mut String| *text = vietnamese::spell(text, office.spelling).into_owned();
    visit::document(document, &mut |visit| {
        if let visit::Visit::Run(run) = visit
            && !matches!(run.origin, Origin::Quoted(_))
        {
            spell(&mut run.text);
        }
    });
    let Letterhead { parent, issuer, subject, type_name, .. } = &mut document.letterhead;
    [parent, issuer, type_name].into_iter().chain(subject).for_each(spell);
    let Closing { authority, position, recipients, .. } = &mut document.closing;
    [authority, position].into_iter().chain(recipients).for_each(spell);
}
