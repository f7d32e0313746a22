//! One page → [`Article`].

use std::ops::Range;

use super::dates::{Evidence, Resolved, resolve};
use super::decode::{Encoding, Page, detect, raw, read_lines};
use super::parts::{Parts, parts};
use super::signs::signs;
use super::text::Mapped;
use super::tokens::tokens;
use super::wrap::{part_dates, unwrap_lines};
use super::zones::{State, states};
use super::{Article, Furniture, Paragraph, dates, province};
use crate::diagnostic::{Diagnostic, Place};
use crate::figures::{self, KindWeights};
use crate::locale::Locale;
use crate::office::Office;
use crate::quantity::Value;

/// What reading a page may know beside it.
#[derive(Clone, Copy, Default)]
pub struct Context<'a> {
    /// The office that files it.
    pub office: Option<&'a Office>,
    /// Language of reasons.
    pub locale: Locale,
    /// The encoding that the clerk says it has; else it is told by evidence.
    pub encoding: Option<Encoding>,
    /// Weights to weigh kinds with instead of the built-in ones, for whoever fits weights; the page and its figures
    /// then keep their signs.
    pub trial: Option<&'static KindWeights>,
}

/// Code of the finding that a page is of another province.
pub(super) const OTHER_PROVINCE: &str = "article-other-province";

/// Reads one saved page.
///
/// # Errors
///
/// One diagnostic when the page's bytes cannot be read as text: see [`super::decode::detect`].
pub fn read_page(file: &str, bytes: &[u8], context: &Context) -> Result<Article, Diagnostic> {
    let encoding = match context.encoding {
        Some(encoding) => encoding,
        None => detect(file, bytes)?,
    };
    let page = part_dates(unwrap_lines(read_lines(bytes, encoding)));
    let signs = signs(&page);
    let states = states(&signs);
    let parts = parts(&page, &signs, &states);
    let dates = settle_dates(file, &page, &signs, &states, &parts, context.locale);
    let (headlines, body) = (parts.headlines.clone(), parts.body.clone());
    let mut article = assemble(file, &page, parts, dates);
    article.outlet = outlet(&article, context.office);
    notes(&mut article, &page, file);
    let foreign = context.office.and_then(|office| province::other(&article, &office.issuer.province));
    // A story of another province says nothing of this office's targets.
    let office = context.office.filter(|_| foreign.is_none());
    take_figures(&mut article, &headlines, &body, bytes, &Context { office, ..*context });
    article.findings.extend(foreign.zip(context.office).map(|(other, office)| {
        Diagnostic::warning(OTHER_PROVINCE)
            .place(Place::file(file))
            .arg("province", other)
            .arg("own", &office.issuer.province)
    }));
    for figure in &mut article.figures {
        figure.phrase = raw(bytes.get(figure.start..figure.end).unwrap_or_default(), encoding);
    }
    Ok(article)
}

fn settle_dates(
    file: &str,
    page: &Page,
    signs: &[super::signs::Signs],
    states: &[State],
    parts: &Parts,
    locale: Locale,
) -> (Resolved, Vec<usize>) {
    let first_body = states.iter().position(|s| *s == State::Body).unwrap_or(states.len());
    let last_body = states.iter().rposition(|s| *s == State::Body).unwrap_or(states.len());
    let signs_off = |index: usize| {
        let between = states.get(last_body + 1..index);
        between.is_some_and(|lines| lines.iter().all(|state| *state == State::Author))
    };
    let titled = states.contains(&State::Title);
    let mut lines = Vec::new();
    let mut indices = Vec::new();
    for (index, line) in page.lines.iter().enumerate() {
        let date = match states[index] {
            State::Body => None,
            State::Title => super::titles::stamp(page.line(line)),
            _ => signs[index].date.clone(),
        };
        let Some(date) = date else { continue };
        indices.push(index);
        lines.push(dates::Line {
            date,
            text: page.line(line),
            number: line.number,
            above_title: states[index] == State::Head && titled,
            in_title: states[index] == State::Title,
            heads_title: states.get(index + 1) == Some(&State::Title) && !page.lines[index + 1].after_blank,
            after_article: index > first_body,
            signs_off: signs_off(index),
            first: index == 0,
        });
    }
    let texts: Vec<_> = parts.body.iter().map(Mapped::as_str).collect();
    let body: Vec<_> = texts.iter().map(|text| tokens(text)).collect();
    let captions: Vec<_> = (0..page.lines.len())
        .filter(|i| states[*i] == State::Caption)
        .map(|i| tokens(page.line(&page.lines[i])))
        .collect();
    (resolve(&Evidence { file, locale, lines, texts: &texts, body: &body, captions: &captions }), indices)
}

fn assemble(file: &str, page: &Page, parts: Parts, (resolved, lines): (Resolved, Vec<usize>)) -> Article {
    let span = |index: usize| page.text.file_span(page.lines[index].range.clone());
    let published = resolved.published_line.map(|at| span(lines[at]));
    let mut furniture: Vec<Furniture> = parts.furniture;
    for item in furniture.iter_mut().filter(|item| item.reason == "date") {
        if published.as_ref().is_some_and(|line| line.contains(&item.start)) {
            item.reason = "published";
        } else if lines.iter().any(|index| span(*index).contains(&item.start)) {
            item.reason = "clock";
        }
    }
    Article {
        file: file.to_owned(),
        title: parts.title,
        author: parts.author,
        source_mark: parts.source_mark,
        published: resolved.published,
        event: resolved.event,
        body: parts.body.iter().map(paragraph).collect(),
        furniture,
        findings: resolved.findings,
        ..Article::default()
    }
}

/// Figures and extracts of the body, and the figures that only the headline has.
fn take_figures(article: &mut Article, headlines: &[Mapped], body: &[Mapped], bytes: &[u8], known: &Context) {
    let texts: Vec<&str> = body.iter().map(Mapped::as_str).collect();
    let locate = |paragraph: usize, range: Range<usize>| body[paragraph].file_span(range);
    let date = article.event.as_ref().map(|e| e.from).or_else(|| article.published.as_ref().map(|p| p.date));
    let title = article.title.as_deref();
    let context = figures::Context {
        office: known.office,
        file: &article.file,
        bytes,
        date,
        title,
        names_bloc: false,
        trial: known.trial,
    };
    let mut reading = figures::extract(&texts, &locate, &context);
    let lines: Vec<&str> = headlines.iter().map(Mapped::as_str).collect();
    let locate = |line: usize, range: Range<usize>| headlines[line].file_span(range);
    let context = figures::Context { names_bloc: reading.names_bloc, ..context };
    let mut figures = figures::extract(&lines, &locate, &context).figures;
    figures.retain(|headline| !reading.figures.iter().any(|figure| tells_again(figure, headline)));
    for extract in &mut reading.extracts {
        extract.figures.iter_mut().for_each(|index| *index += figures.len());
    }
    figures.extend(reading.figures);
    article.figures = figures;
    article.extracts = reading.extracts;
    article.section = reading.section;
    article.signs = reading.signs;
    article.findings.extend(reading.findings);
}

/// Whether the body tells what the headline told, perhaps rounded (`hơn 500` for 512): it is taken there, with more
/// around it.
fn tells_again(figure: &figures::Figure, headline: &figures::Figure) -> bool {
    let (Value::Number(exact) | Value::Share { part: exact, .. }, Value::Number(told)) =
        (&figure.value, &headline.value)
    else {
        return figure.value == headline.value;
    };
    let same_kind = (figure.unit == "%") == (headline.unit == "%");
    exact == told || same_kind && *told >= 20.0 && (exact - told).abs() <= told * 0.05
}

fn paragraph(text: &Mapped) -> Paragraph {
    let span = text.file_span(0..text.as_str().len());
    Paragraph { text: text.as_str().to_owned(), start: span.start, end: span.end }
}

/// The newspaper by its source mark.
fn outlet(article: &Article, office: Option<&Office>) -> Option<String> {
    let mark = article.source_mark.as_ref()?;
    office?.outlets.get(mark).cloned()
}

fn notes(article: &mut Article, page: &Page, file: &str) {
    if let Some((count, line)) = page.unprintable {
        let note =
            Diagnostic::note("article-unprintable").place(Place::at(file, line, 1)).arg("count", count);
        article.findings.push(note);
    }
    if article.title.is_none() {
        article.findings.push(Diagnostic::warning("article-no-title").place(Place::file(file)));
    }
    if article.body.is_empty() {
        article.findings.push(Diagnostic::warning("article-no-body").place(Place::file(file)));
    }
}
