//! Which term holds, and where a standing's figures come from.

use baocao::articles::Article;
use baocao::assess::{Assessment, Status, assess};
use baocao::figures::{FigureKind, Review};
use baocao::office::{Measure, Office};
use baocao::quantity::{Comparator, Source, Value};

use super::builder::{article, figure, last, office, period, result, target, term};

fn term_at(office: &Office, code: &str) -> String {
    assess(office, &[], period(code)).unwrap().term.period.to_string()
}

/// The term in force on the period's last day: the quarter of the congress belongs to the new one, as thai-binh's
/// 2020-Q3 with its congress of 10-11/8/2020; the one before to the old, as lang-son's 2019-Q3.
#[test]
fn the_term_in_force_at_the_periods_end_holds() {
    let mut office = office();
    office.terms.push(term("2015-2020", "2015-08-20", "2020-08-10"));
    for (code, expected) in [
        ("2019-Q3", "2015-2020"),
        ("2020-Q2", "2015-2020"),
        ("2020-H1", "2015-2020"),
        ("2020-Q3", "2020-2025"),
        ("2020-9M", "2020-2025"),
        ("2020", "2020-2025"),
        // No later term is known: the one that covers any of its days.
        ("2025-Q3", "2020-2025"),
        ("2020-2025", "2020-2025"),
        ("2015-2020", "2015-2020"),
    ] {
        assert_eq!(term_at(&office, code), expected, "{code}");
    }
    for code in ["2015-Q2", "2026-Q1", "2025-2030"] {
        let found = assess(&office, &[], period(code)).unwrap_err();
        assert_eq!(found[0].code, "period-without-term", "{code}");
    }
}

/// Twenty-eight classes since the term began, as an article of 8/7/2019 says.
fn with_article(review: Review) -> (Office, Vec<Article>) {
    let mut office = office();
    office.terms[0] = term("2015-2020", "2015-08-20", "2020-08-10");
    target(&mut office, "t", Measure::Cumulative, Comparator::AtLeast, Value::Number(30.0), "lớp");
    let mut article = article(&mut office, "2019-07-08", "Đến nay đã mở 28 lớp bồi dưỡng.");
    figure(&mut article, FigureKind::Result, "28 lớp", Comparator::Equal, Value::Number(28.0), "lớp", None);
    article.figures[0].review = review;
    (office, vec![article])
}

fn at_2019(office: &Office, articles: &[Article]) -> Assessment {
    assess(office, articles, period("2019-Q3")).unwrap()
}

/// An accepted figure of an article stands where the office has no result, and keeps its phrase as source.
#[test]
fn an_accepted_figure_of_an_article_is_a_result() {
    let (office, articles) = with_article(Review::Accepted);
    let standing = &at_2019(&office, &articles).targets[0];
    let current = standing.current.as_ref().unwrap();
    assert_eq!(current.as_number(), Some(28.0));
    let Source::Article(quotation) = &*current.source else { panic!() };
    assert_eq!((quotation.phrase.as_str(), quotation.file.as_str()), ("28 lớp", "articles/bai-bao.txt"));
    assert_eq!(standing.status, Status::OnPace);
}

/// What nobody has accepted is no result.
#[test]
fn pending_and_rejected_figures_are_no_results() {
    for review in [Review::Pending, Review::Rejected] {
        let (office, articles) = with_article(review);
        let standing = &at_2019(&office, &articles).targets[0];
        assert_eq!((standing.current.is_some(), standing.status), (false, Status::NoData));
    }
}

/// The office's own result stands before an article's; the two are a finding when they differ.
#[test]
fn the_offices_result_stands_before_an_articles() {
    let (mut office, articles) = with_article(Review::Accepted);
    result(&mut office, "t", None, "2019-Q3", Value::Number(27.0), "lớp");
    let assessment = at_2019(&office, &articles);
    assert_eq!(assessment.targets[0].current.as_ref().unwrap().as_number(), Some(27.0));
    assert!(assessment.findings.iter().any(|f| f.code == "article-differs-from-result"));
}

/// The sentence "Trong 2 chỉ tiêu, 1 chỉ tiêu …" has its counts with their sources.
#[test]
fn the_tally_counts_every_target_once() {
    let mut office = office();
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(10.0), "lớp");
    last(&mut office).per_year = true;
    target(&mut office, "u", Measure::Rating, Comparator::AtLeast, Value::Number(90.0), "%");
    result(&mut office, "t", None, "2023-Q1", Value::Number(11.0), "lớp");
    let assessment = assess(&office, &[], period("2023-Q1")).unwrap();
    let tally: Vec<String> = assessment
        .tally()
        .iter()
        .map(|(status, q)| {
            format!("{} {} = {}", status.words(), super::table::shown(q), q.as_number().unwrap())
        })
        .collect();
    assert_eq!(
        tally,
        [
            "vượt 1 chỉ tiêu = đếm các chỉ tiêu vượt: Chỉ tiêu t = 1",
            "chưa đến kỳ đánh giá 1 chỉ tiêu = đếm các chỉ tiêu chưa đến kỳ đánh giá: Chỉ tiêu u = 1",
        ]
    );
    assert_eq!(assessment.target_count().as_number(), Some(2.0));
}
