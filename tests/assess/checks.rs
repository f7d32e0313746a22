//! Each check with a folder that it must speak of and one that it must not.

use baocao::articles::Article;
use baocao::assess::check;
use baocao::diagnostic::Diagnostic;
use baocao::figures::FigureKind;
use baocao::locale::Locale;
use baocao::office::{Measure, Office, OrganisationKind, Validity};
use baocao::quantity::{Comparator, Source, Value};

use super::builder::{article, base, day, figure, last, office, organisation, period, result, target, term};

/// A check's two cases: an office, its articles and the period that is looked at.
type Case = (Office, Vec<Article>, Option<&'static str>);

/// Code, the case it speaks of, the case it must be silent on.
type Check = (&'static str, fn() -> Case, fn() -> Case);

/// Every check.
pub const CHECKS: [Check; 32] = [
    ("period-without-term", || (office(), vec![], Some("2026-Q1")), || (office(), vec![], Some("2023-Q1"))),
    (
        "result-twice",
        || results(&[("2023-Q1", 36.0), ("2023-Q1", 37.0)]),
        || results(&[("2023-Q1", 36.0), ("2023-Q2", 37.0)]),
    ),
    ("result-base-differs", || of_base("2023-Q1", 5900.0), || of_base("2023-Q1", 5874.0)),
    ("result-without-base", || per_cent_target(None), || per_cent_target(Some(5874.0))),
    ("result-wrong-kind", || flow_with(Value::Yes(true)), || flow_with(Value::Number(3.0))),
    (
        "rating-without-scale",
        || rated(false, "Hoàn thành tốt nhiệm vụ"),
        || rated(true, "Hoàn thành tốt nhiệm vụ"),
    ),
    (
        "rating-not-in-scale",
        || rated(true, "Trong sạch vững mạnh"),
        || rated(true, "hoàn thành TỐT nhiệm vụ"),
    ),
    ("organisations-not-addable", || shares(Value::Number(95.0)), || shares(part(95.0, 100.0))),
    ("total-differs", || total(48.0, true), || total(47.0, true)),
    ("parts-exceed-total", || total(46.0, false), || total(47.0, false)),
    ("comparison-refused", || two_terms("%"), || two_terms("lớp")),
    ("comparison-scope-differs", || of_two_quarters(false), || of_two_quarters(true)),
    ("about-without-tolerance", || about(None), || about(Some(2.0))),
    ("target-without-source", || documented(false), || documented(true)),
    ("base-differs-from-members", || counted_base(250.0), || counted_base(200.0)),
    ("parts-differ-from-period", || year_of(129.0), || year_of(128.0)),
    ("cumulative-decreases", || running(&[20.0, 18.0]), || running(&[20.0, 20.0])),
    ("excellent-over-cap", || excellent(2), || excellent(1)),
    ("whole-differs-from-organisations", || of_all(3.0), || of_all(2.0)),
    ("scale-not-in-force", || rated_in("2017"), || rated_in("2018")),
    ("illustrative-values", || illustrative(true), || illustrative(false)),
    ("value-jumps", || quarters(60.0), || quarters(14.0)),
    ("organisation-not-existing", || merged("2022-Q4"), || merged("2022-Q1")),
    ("members-unknown", || head_counts(false), || head_counts(true)),
    ("result-missing", || flow_in("2023-Q2"), || flow_in("2023-Q3")),
    ("result-stale", || level_in("2023-Q2"), || level_in("2023-Q3")),
    (
        "quarters-missing",
        || results_at(&[("2023-Q1", 36.0), ("2023-Q3", 47.0)]),
        || results_at(&[("2023-H1", 36.0), ("2023-Q3", 47.0)]),
    ),
    ("organisations-silent", || silent(false), || silent(true)),
    ("organisations-silent-on-target", || silent_on_target(false), || silent_on_target(true)),
    ("article-differs-from-result", || said("chỉ đạt gần 50%", 42.9), || said("chỉ đạt gần 50%", 48.0)),
    ("result-before-its-time", || said_of("2023-Q4"), || said_of("2023-Q3")),
    ("figure-outside-period", || said_of("2023-Q2"), || said_of("2023-9M")),
];

/// What a case finds.
pub fn found(case: &Case) -> Vec<Diagnostic> {
    check(&case.0, &case.1, case.2.map(period))
}

/// A finding as a clerk reads it in both languages.
pub fn told(one: &Diagnostic) -> String {
    let place = one.place.as_ref().map_or("-".to_owned(), ToString::to_string);
    let mut text = format!("{} {:?} {place}\n", one.code, one.severity);
    for related in &one.related {
        text.push_str(&format!("  + {related}\n"));
    }
    for locale in [Locale::Vi, Locale::En] {
        text.push_str(&format!("  {}\n", locale.message(one)));
        text.push_str(&format!("    {}\n", locale.hint(one).unwrap()));
    }
    text
}

fn part(part: f64, whole: f64) -> Value {
    Value::Share { part, whole }
}

fn flow(office: &mut Office) {
    target(office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(176.0), "đảng viên");
    last(office).per_year = true;
}

fn results(values: &[(&str, f64)]) -> Case {
    let mut office = office();
    flow(&mut office);
    for (code, n) in values {
        result(&mut office, "t", None, code, Value::Number(*n), "đảng viên");
    }
    (office, vec![], None)
}

fn results_at(values: &[(&str, f64)]) -> Case {
    (results(values).0, vec![], Some("2023-Q3"))
}

fn flow_in(code: &str) -> Case {
    results_at(&[(code, 36.0)])
}

fn of_base(code: &str, whole: f64) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(3.0), "%");
    last(&mut office).base = base("tổng số đảng viên đầu nhiệm kỳ", Some(5874.0));
    result(&mut office, "t", None, code, part(47.0, whole), "%");
    (office, vec![], None)
}

fn per_cent_target(value: Option<f64>) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(3.0), "%");
    last(&mut office).base = base("tổng số đảng viên", value);
    result(&mut office, "t", None, "2023-Q1", Value::Number(47.0), "");
    (office, vec![], None)
}

fn flow_with(value: Value) -> Case {
    let mut office = office();
    flow(&mut office);
    result(&mut office, "t", None, "2023-Q1", value, "");
    (office, vec![], None)
}

fn rating(office: &mut Office, scale: bool) {
    target(office, "t", Measure::Rating, Comparator::AtLeast, Value::Number(90.0), "%");
    last(office).base = base("tổng số tổ chức cơ sở đảng", None);
    last(office).rating = scale.then(|| ("qd-132".to_owned(), "Hoàn thành tốt nhiệm vụ".to_owned()));
}

fn rated(scale: bool, words: &str) -> Case {
    let mut office = office();
    rating(&mut office, scale);
    organisation(&mut office, "a", OrganisationKind::Committee, 100.0, None);
    result(&mut office, "t", Some("a"), "2022", Value::Words(words.to_owned()), "");
    (office, vec![], None)
}

fn rated_in(code: &'static str) -> Case {
    let (mut office, _, _) = rated(true, "Hoàn thành tốt nhiệm vụ");
    office.terms[0] = baocao::office::Term { from: day("2015-09-01"), ..office.terms[0].clone() };
    office.results[0].period = period(code);
    (office, vec![], None)
}

fn excellent(best: usize) -> Case {
    let mut office = office();
    rating(&mut office, true);
    for i in 0..5 {
        let id = format!("o{i}");
        organisation(&mut office, &id, OrganisationKind::Committee, 100.0, None);
        let words = if i < best {
            "Hoàn thành xuất sắc nhiệm vụ"
        } else {
            "Hoàn thành tốt nhiệm vụ"
        };
        result(&mut office, "t", Some(&id), "2022", Value::Words(words.to_owned()), "");
    }
    (office, vec![], None)
}

fn of_all(whole: f64) -> Case {
    let mut office = office();
    rating(&mut office, true);
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
    }
    result(&mut office, "t", None, "2022", part(2.0, whole), "%");
    (office, vec![], None)
}

fn shares(value: Value) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Level, Comparator::AtLeast, Value::Number(95.0), "%");
    last(&mut office).base = base("tổng số đảng viên", None);
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
        result(&mut office, "t", Some(id), "2023-Q1", value.clone(), "%");
    }
    (office, vec![], None)
}

fn total(stated: f64, all: bool) -> Case {
    let (mut office, _, _) = results(&[("2023-Q3", stated)]);
    for (id, n) in [("a", 20.0), ("b", 27.0)] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
        result(&mut office, "t", Some(id), "2023-Q3", Value::Number(n), "đảng viên");
    }
    if !all {
        organisation(&mut office, "c", OrganisationKind::Committee, 100.0, None);
    }
    (office, vec![], None)
}

/// The same target id in two terms; the unit of the earlier one.
fn two_terms(unit: &str) -> Case {
    let mut office = office();
    let later = office.terms.remove(0);
    office.terms.push(term("2015-2020", "2015-08-11", "2020-08-10"));
    target(&mut office, "t", Measure::Level, Comparator::AtLeast, Value::Number(10.0), unit);
    office.terms.push(later);
    target(&mut office, "t", Measure::Level, Comparator::AtLeast, Value::Number(10.0), "lớp");
    result(&mut office, "t", None, "2020-Q2", Value::Number(9.0), unit);
    result(&mut office, "t", None, "2020-Q3", Value::Number(9.0), "lớp");
    (office, vec![], Some("2020-Q3"))
}

fn about(tolerance: Option<f64>) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Cumulative, Comparator::About, Value::Number(50.0), "%");
    last(&mut office).base = base("tổng số tổ chức cơ sở đảng", None);
    last(&mut office).tolerance = tolerance;
    (office, vec![], None)
}

fn documented(yes: bool) -> Case {
    let mut office = office();
    flow(&mut office);
    if !yes {
        office.documents.clear();
    }
    (office, vec![], None)
}

fn counted_base(value: f64) -> Case {
    let mut office = office();
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
    }
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(3.0), "%");
    last(&mut office).base = base("tổng số đảng viên đầu nhiệm kỳ", Some(value));
    last(&mut office).base.as_mut().unwrap().date = Some(day("2020-08-11"));
    (office, vec![], None)
}

fn year_of(whole: f64) -> Case {
    results(&[("2023-Q1", 36.0), ("2023-Q2", 45.0), ("2023-Q3", 47.0), ("2023-9M", whole)])
}

fn running(values: &[f64]) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Cumulative, Comparator::AtLeast, Value::Number(50.0), "lớp");
    for (n, code) in values.iter().zip(["2023-Q1", "2023-Q2"]) {
        result(&mut office, "t", None, code, Value::Number(*n), "lớp");
    }
    (office, vec![], None)
}

fn illustrative(yes: bool) -> Case {
    let (mut office, _, at) = results_at(&[("2023-Q3", 47.0)]);
    if yes {
        let place = office.results[0].place.clone();
        office.results[0].source = std::sync::Arc::new(Source::Illustrative(place));
    }
    (office, vec![], at)
}

fn quarters(latest: f64) -> Case {
    let values = [10.0, 12.0, 9.0, 11.0, 10.0, latest];
    let codes = ["2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2022-Q1", "2022-Q2"];
    results(&codes.into_iter().zip(values).collect::<Vec<_>>())
}

/// `cu` became `moi` on 1/7/2022.
fn merged(code: &str) -> Case {
    let mut office = office();
    flow(&mut office);
    organisation(&mut office, "cu", OrganisationKind::Cell, 40.0, None);
    organisation(&mut office, "moi", OrganisationKind::Committee, 90.0, None);
    office.organisations[0].validity = Validity { from: None, to: Some(day("2022-06-30")) };
    office.organisations[0].successor = Some("moi".to_owned());
    office.organisations[1].validity = Validity { from: Some(day("2022-07-01")), to: None };
    result(&mut office, "t", Some("cu"), code, Value::Number(2.0), "đảng viên");
    (office, vec![], None)
}

fn head_counts(both: bool) -> Case {
    let (mut office, _, at) = results_at(&[("2023-Q3", 47.0)]);
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
    }
    if !both {
        office.organisations[1].members.clear();
    }
    (office, vec![], at)
}

fn level_in(code: &str) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Level, Comparator::AtLeast, Value::Number(6000.0), "đảng viên");
    result(&mut office, "t", None, code, Value::Number(5874.0), "đảng viên");
    (office, vec![], Some("2023-Q3"))
}

fn silent(both: bool) -> Case {
    let mut office = office();
    flow(&mut office);
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 100.0, None);
        if both || id == "a" {
            result(&mut office, "t", Some(id), "2023-Q3", Value::Number(2.0), "đảng viên");
        }
    }
    (office, vec![], Some("2023-Q3"))
}

/// `a` and `b` in the second quarter; in the third also `b`, or not.
fn of_two_quarters(both: bool) -> Case {
    let (mut office, articles, at) = silent(both);
    for id in ["a", "b"] {
        result(&mut office, "t", Some(id), "2023-Q2", Value::Number(3.0), "đảng viên");
    }
    (office, articles, at)
}

fn silent_on_target(both: bool) -> Case {
    let (mut office, _, at) = silent(true);
    target(&mut office, "u", Measure::Level, Comparator::AtLeast, Value::Number(10.0), "lớp");
    result(&mut office, "u", Some("a"), "2023-Q3", Value::Number(2.0), "lớp");
    if both {
        result(&mut office, "u", Some("b"), "2023-Q3", Value::Number(2.0), "lớp");
    }
    (office, vec![], at)
}

fn said(phrase: &str, own: f64) -> Case {
    let mut office = office();
    target(&mut office, "t", Measure::Level, Comparator::AtLeast, Value::Number(50.0), "%");
    last(&mut office).base = base("tổng số tổ chức cơ sở đảng", None);
    result(&mut office, "t", None, "2023-Q3", Value::Number(own), "%");
    let mut article = article(&mut office, "2023-09-26", "Các tổ chức cơ sở đảng chỉ đạt gần 50% kế hoạch.");
    figure(
        &mut article,
        FigureKind::Result,
        phrase,
        Comparator::Nearly,
        Value::Number(50.0),
        "%",
        Some("2023-Q3"),
    );
    (office, vec![article], None)
}

/// An article of 26/9/2023 gives a result of the period.
fn said_of(code: &str) -> Case {
    let (mut office, _, at) = results_at(&[("2023-Q3", 47.0)]);
    let mut article = article(&mut office, "2023-09-26", "Đảng bộ Khối kết nạp 47 đảng viên.");
    let value = Value::Number(47.0);
    figure(
        &mut article,
        FigureKind::Result,
        "47 đảng viên",
        Comparator::Equal,
        value,
        "đảng viên",
        Some(code),
    );
    (office, vec![article], at)
}
