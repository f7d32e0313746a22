//! Builds small offices without files.

use std::sync::Arc;

use baocao::articles::{Article, Dated, EventDate, Paragraph};
use baocao::diagnostic::Place;
use baocao::figures::{Figure, FigureKind, Review};
use baocao::office::{
    Base, Measure, Office, Organisation, OrganisationKind, RatingScale, ResultValue, Target, Term, Validity,
};
use baocao::period::Period;
use baocao::quantity::{Comparator, Source, Value};
use chrono::NaiveDate;

/// A day as `2020-08-11`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A period by its code.
pub fn period(code: &str) -> Period {
    code.parse().unwrap()
}

/// A line of a file as source.
pub fn source(place: &Place) -> Arc<Source> {
    Arc::new(Source::Place(place.clone()))
}

/// An office with the term 2020–2025 of a congress on 10–11/8/2020 and no targets.
pub fn office() -> Office {
    let mut office = Office { id: "mau".to_owned(), ..Office::default() };
    office.issuer.province = "Thái Bình".to_owned();
    office.terms.push(term("2020-2025", "2020-08-11", "2025-08-10"));
    office.rating_scales.push(RatingScale {
        id: "qd-132".to_owned(),
        levels: [
            "Hoàn thành xuất sắc nhiệm vụ",
            "Hoàn thành tốt nhiệm vụ",
            "Hoàn thành nhiệm vụ",
            "Không hoàn thành nhiệm vụ",
        ]
        .map(str::to_owned)
        .to_vec(),
        validity: Validity { from: Some(day("2018-01-01")), to: None },
        source: "Quy định 132-QĐ/TW".to_owned(),
        excellent_cap: Some((20.0, "Quy định 132-QĐ/TW".to_owned())),
    });
    office
}

/// A term.
pub fn term(code: &str, from: &str, to: &str) -> Term {
    Term {
        period: period(code),
        from: day(from),
        to: day(to),
        congress: String::new(),
        congress_days: None,
        programme: Vec::new(),
        targets: Vec::new(),
        place: Place::file(format!("terms/{code}.yaml")),
    }
}

/// A target of the office's last term, at line 10, 20, ….
pub fn target(
    office: &mut Office,
    id: &str,
    measure: Measure,
    comparator: Comparator,
    value: Value,
    unit: &str,
) {
    let term = office.terms.last_mut().unwrap();
    let line = 10 * (term.targets.len() as u32 + 1);
    let place = Place::at(term.place.file.clone(), line, 3);
    term.targets.push(Target {
        id: id.to_owned(),
        title: format!("Chỉ tiêu {id}"),
        short: format!("Chỉ tiêu {id}"),
        unit: unit.to_owned(),
        measure,
        comparator,
        value,
        words: String::new(),
        base: None,
        rating: None,
        tolerance: None,
        due: None,
        per_year: false,
        note: None,
        aliases: Vec::new(),
        source: source(&place),
        place: place.clone(),
    });
    office.documents.insert(place, "Nghị quyết Đại hội".to_owned());
}

/// The target added last.
pub fn last(office: &mut Office) -> &mut Target {
    office.terms.last_mut().unwrap().targets.last_mut().unwrap()
}

/// A base.
pub fn base(text: &str, value: Option<f64>) -> Option<Base> {
    let place = Place::at("terms/2020-2025.yaml", 5, 1);
    Some(Base { text: text.to_owned(), value, date: None, source: value.map(|_| source(&place)) })
}

/// An organisation that always existed.
pub fn organisation(
    office: &mut Office,
    id: &str,
    kind: OrganisationKind,
    members: f64,
    cluster: Option<&str>,
) {
    let place = Place::at("organisations.yaml", 3 * (office.organisations.len() as u32 + 1), 3);
    office.organisations.push(Organisation {
        id: id.to_owned(),
        name: format!("Đảng bộ {id}"),
        kind,
        cluster: cluster.map(str::to_owned),
        members: vec![(day("2020-01-01"), members, source(&place))],
        place,
        ..Organisation::default()
    });
}

/// A result of the bloc or an organisation, each on a line of its own in the period's file.
pub fn result(
    office: &mut Office,
    target: &str,
    organisation: Option<&str>,
    code: &str,
    value: Value,
    unit: &str,
) {
    let place = Place::at(format!("results/{code}.yaml"), office.results.len() as u32 + 2, 5);
    office.results.push(ResultValue {
        target: target.to_owned(),
        organisation: organisation.map(str::to_owned),
        period: period(code),
        value,
        unit: unit.to_owned(),
        note: None,
        source: source(&place),
        place,
    });
}

/// An article of a day with one paragraph and no figures.
pub fn article(office: &mut Office, published: &str, text: &str) -> Article {
    let file = "articles/bai-bao.txt".to_owned();
    office.pages.insert(file.clone(), format!("Tiêu đề\n\n{text}\n").into_bytes());
    let start = "Tiêu đề\n\n".len();
    let date = day(published);
    Article {
        file,
        title: Some("Tiêu đề".to_owned()),
        published: Some(Dated { date, reason: String::new() }),
        event: Some(EventDate { from: date, to: date, half: None, reason: String::new() }),
        body: vec![Paragraph { text: text.to_owned(), start, end: start + text.len() }],
        ..Article::default()
    }
}

/// Adds a figure whose phrase stands in the article's paragraph.
pub fn figure(
    article: &mut Article,
    kind: FigureKind,
    phrase: &str,
    comparator: Comparator,
    value: Value,
    unit: &str,
    period: Option<&str>,
) {
    let paragraph = &article.body[0];
    let start = paragraph.start + paragraph.text.find(phrase).unwrap();
    article.figures.push(Figure {
        kind,
        value,
        unit: unit.to_owned(),
        comparator,
        about: false,
        counts: String::new(),
        phrase: phrase.to_owned(),
        start,
        end: start + phrase.len(),
        period: period.map(self::period),
        section: None,
        target: Some("t".to_owned()),
        scope: None,
        of_whole: false,
        review: Review::Accepted,
        signs: Vec::new(),
        section_signs: Vec::new(),
    });
}
