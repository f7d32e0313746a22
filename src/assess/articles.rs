//! Figures of articles that speak of a target's result.

use chrono::NaiveDate;

use crate::articles::Article;
use crate::assess::terms::{as_period, quarter_of, term_of};
use crate::assess::units::Units;
use crate::diagnostic::Place;
use crate::figures::{Figure, FigureKind, Review};
use crate::office::{Measure, Office, Target};
use crate::period::Period;
use crate::quantity::{Quantity, Quotation, Source, Value};

/// A result that an article states of the bloc, tied to a target.
pub(crate) struct ArticleResult<'a> {
    /// The article.
    pub article: &'a Article,
    /// The figure.
    pub figure: &'a Figure,
    /// The period it is of.
    pub period: Period,
}

/// Every result of the bloc that an article ties to a target, rejected ones left out.
pub(crate) fn results<'a>(
    articles: &'a [Article],
    target: &'a Target,
) -> impl Iterator<Item = ArticleResult<'a>> + 'a {
    let figures = articles.iter().flat_map(|a| a.figures.iter().map(move |f| (a, f)));
    figures.filter_map(move |(article, figure)| {
        let speaks = figure.target.as_deref() == Some(&target.id)
            && figure.kind == FigureKind::Result
            && figure.scope.is_none()
            && figure.review != Review::Rejected;
        let period = speaks.then(|| period_of(article, figure, target))??;
        Some(ArticleResult { article, figure, period })
    })
}

/// The period a figure is of: as the text says, else for a value at a date the quarter of the article's event or
/// publishing. What happened in an unnamed stretch of time has none.
fn period_of(article: &Article, figure: &Figure, target: &Target) -> Option<Period> {
    if figure.period.is_some() || !matches!(target.measure, Measure::Cumulative | Measure::Level) {
        return figure.period;
    }
    let event = article.event.as_ref().map(|e| e.to);
    let day = event.or(article.published.as_ref().map(|d| d.date))?;
    Some(as_period(quarter_of(day)))
}

/// Results that the clerk has accepted or corrected, in the unit the target is compared in. They stand where the
/// office's results have nothing.
pub(crate) fn accepted_results(
    office: &Office,
    articles: &[Article],
    target: &Target,
    units: Units,
    until: NaiveDate,
) -> Vec<(Period, Quantity)> {
    let mut taken: Vec<(Period, &str, usize, Quantity)> = results(articles, target)
        .filter(|r| r.period.last_day() <= until)
        .filter(|r| matches!(r.figure.review, Review::Accepted | Review::Corrected { .. }))
        .filter(|r| {
            term_of(office, r.period).is_some_and(|t| t.targets.iter().any(|o| std::ptr::eq(o, target)))
        })
        .filter(|r| suits(r.figure, units))
        .map(|r| (r.period, r.article.file.as_str(), r.figure.start, quantity(r.article, r.figure)))
        .collect();
    taken.sort_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)));
    taken.into_iter().map(|(period, _, _, value)| (period, value)).collect()
}

fn suits(figure: &Figure, units: Units) -> bool {
    let per_cent = figure.unit == "%";
    match (&figure.value, units) {
        (Value::Number(_), Units::Count | Units::CountOf(_)) => !per_cent,
        (Value::Number(_), Units::PerCent | Units::PerCentOf(_)) => per_cent,
        (Value::Share { .. }, Units::PerCent) => true,
        (Value::Yes(_), Units::Answer) => true,
        _ => false,
    }
}

fn quantity(article: &Article, figure: &Figure) -> Quantity {
    let quotation = Quotation {
        file: article.file.clone(),
        title: article.title.clone().unwrap_or_default(),
        outlet: article.outlet.clone(),
        date: article.published.as_ref().map(|d| d.date).or(article.event.as_ref().map(|e| e.from)),
        phrase: figure.phrase.clone(),
        start: figure.start,
        end: figure.end,
    };
    let unit = match figure.value {
        Value::Share { .. } => "%".to_owned(),
        _ => figure.unit.clone(),
    };
    let source = std::sync::Arc::new(Source::Article(quotation));
    Quantity { value: figure.value.clone(), unit, comparator: figure.comparator, source }
}

/// Line and column of a byte of a saved page.
pub(crate) fn place_in_page(office: &Office, file: &str, start: usize) -> Place {
    let Some(before) = office.pages.get(file).and_then(|bytes| bytes.get(..start)) else {
        return Place::file(file);
    };
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let line_start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let column = String::from_utf8_lossy(&before[line_start..]).chars().count() + 1;
    match (u32::try_from(line), u32::try_from(column)) {
        (Ok(line), Ok(column)) => Place::at(file, line, column),
        _ => Place::file(file),
    }
}
