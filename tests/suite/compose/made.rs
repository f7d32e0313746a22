//! Hand-made offices, articles and assessments.

use std::sync::Arc;

use baocao::articles::{Article, Dated, EventDate, Extract};
use baocao::assess::{Assessment, Forecast, Situation, Span, Status, TargetStanding};
use baocao::diagnostic::Place;
use baocao::figures::{Figure, FigureKind, Review};
use baocao::office::{
    Activity, Cluster, Issuer, Measure, Office, Organisation, OrganisationKind, Section, Signer, Target, Term,
};
use baocao::period::Period;
use baocao::quantity::{Comparator, Quantity, Source, Value};
use chrono::NaiveDate;

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

pub fn source(line: u32) -> Arc<Source> {
    Arc::new(Source::Place(Place::at("results/2023-Q3.yaml", line, 9)))
}

fn number(value: f64, unit: &str, line: u32) -> Quantity {
    Quantity::number(value, unit, source(line))
}

fn formula(value: f64, unit: &str, expression: &str) -> Quantity {
    Quantity::formula(value, unit, expression, vec![])
}

pub fn office() -> Office {
    Office {
        id: "thai-binh".into(),
        issuer: Issuer {
            parent: "Đảng bộ tỉnh Thái Bình".into(),
            name: "Đảng ủy Khối các cơ quan tỉnh".into(),
            short: "Đảng ủy Khối".into(),
            organisation: "Đảng bộ Khối".into(),
            symbol: "ĐUK".into(),
            place: "Thái Bình".into(),
            province: "Thái Bình".into(),
        },
        signers: vec![Signer {
            authority: "T/M BAN THƯỜNG VỤ".into(),
            position: "PHÓ BÍ THƯ".into(),
            ..Signer::default()
        }],
        recipients: vec!["Ban Thường vụ Tỉnh ủy (để báo cáo)".into(), "Lưu Văn phòng Đảng ủy Khối".into()],
        profile: "dang".into(),
        activities: vec![
            activity(Section::Organisation, "Mở {} lớp bồi dưỡng với {} học viên", &[3.0, 214.0], 40),
            activity(
                Section::Inspection,
                "Kiểm tra {} tổ chức đảng, giám sát chuyên đề {} tổ chức đảng",
                &[12.0, 9.0],
                42,
            ),
        ],
        ..Office::default()
    }
}

pub fn activity(section: Section, text: &str, values: &[f64], line: u32) -> Activity {
    Activity {
        section,
        text: text.into(),
        values: values.iter().zip(line..).map(|(v, l)| (*v, source(l))).collect(),
        source: source(line),
        period: Period::Quarter(2023, 3),
        place: Place::at("results/2023-Q3.yaml", line, 3),
    }
}

pub fn target(id: &str, title: &str, measure: Measure, value: f64, unit: &str, words: &str) -> Target {
    Target {
        id: id.into(),
        title: title.into(),
        aliases: Vec::new(),
        short: title.into(),
        unit: unit.into(),
        measure,
        comparator: Comparator::AtLeast,
        value: Value::Number(value),
        words: words.into(),
        base: None,
        rating: None,
        tolerance: None,
        due: None,
        per_year: false,
        note: None,
        source: Arc::new(Source::Place(Place::at("terms/2020-2025.yaml", 12, 5))),
        place: Place::at("terms/2020-2025.yaml", 12, 5),
    }
}

pub fn standing(target: Target, status: Status) -> TargetStanding {
    let goal = Quantity {
        value: target.value.clone(),
        unit: target.unit.clone(),
        comparator: target.comparator,
        source: target.source.clone(),
    };
    TargetStanding {
        target,
        goal,
        span: Span::OverTerm,
        tolerance: None,
        current: None,
        previous: None,
        last_year: None,
        year_to_date: None,
        term_to_date: None,
        latest: None,
        cumulative: None,
        share: None,
        difference: None,
        change: None,
        change_last_year: None,
        pace: None,
        pace_gap: None,
        needed: None,
        needed_ratio: None,
        remaining_count: None,
        remaining: None,
        forecast_year: None,
        forecast_term: None,
        status,
        by_year: vec![],
        by_quarter: vec![],
        by_organisation: vec![],
        to_date_by_organisation: vec![],
        missing: vec![],
        best: vec![],
        furthest: vec![],
        by_cluster: vec![],
    }
}

pub fn term() -> Term {
    Term {
        period: Period::Term(2020, 2025),
        from: day(2020, 8, 11),
        to: day(2025, 8, 10),
        congress: "Đại hội đại biểu Đảng bộ Khối lần thứ XIV".into(),
        congress_days: Some((day(2020, 8, 10), day(2020, 8, 11))),
        programme: vec![],
        targets: vec![],
        place: Place::at("terms/2020-2025.yaml", 1, 1),
    }
}

fn admissions() -> TargetStanding {
    let quarter = Period::Quarter(2023, 3);
    TargetStanding {
        current: Some(number(47.0, "đảng viên", 4)),
        previous: Some(number(45.0, "đảng viên", 4)),
        cumulative: Some(formula(128.0, "đảng viên", "36 + 45 + 47")),
        latest: Some((quarter, formula(128.0, "đảng viên", "36 + 45 + 47"))),
        share: Some(formula(128.0 / 1.76, "%", "128 / 176")),
        difference: Some(formula(-48.0, "đảng viên", "128 − 176")),
        change: Some(formula(2.0, "đảng viên", "47 − 45")),
        pace: Some(formula(75.0, "%", "3 / 4 quý")),
        pace_gap: Some(formula(128.0 / 1.76 - 75.0, "điểm phần trăm", "72,7% − 75%")),
        needed: Some(formula(48.0, "đảng viên", "48 / 1 quý")),
        remaining_count: None,
        remaining: Some(formula(48.0, "đảng viên", "176 − 128")),
        forecast_year: Some(Forecast {
            value: formula(171.0, "đảng viên", "128 + 43"),
            interval: (formula(164.0, "đảng viên", ""), formula(178.0, "đảng viên", "")),
            method: "bình quân các quý đã qua".into(),
        }),
        by_year: vec![
            (Period::Year(2021), Some(number(181.0, "đảng viên", 7))),
            (Period::Year(2022), Some(number(179.0, "đảng viên", 8))),
            (Period::NineMonths(2023), Some(formula(128.0, "đảng viên", "36 + 45 + 47"))),
        ],
        by_quarter: (1..=3)
            .map(|q| (Period::Quarter(2023, q), Some(number(36.0 + f64::from(q), "đảng viên", u32::from(q)))))
            .collect(),
        by_organisation: vec![Some(number(3.0, "đảng viên", 20)), None, Some(number(0.0, "đảng viên", 22))],
        to_date_by_organisation: vec![
            Some(number(7.0, "đảng viên", 20)),
            None,
            Some(number(0.0, "đảng viên", 22)),
        ],
        by_cluster: vec![Some(formula(3.0, "đảng viên", "3 + 0"))],
        span: Span::EachYear,
        ..standing(
            target(
                "admissions",
                "Kết nạp đảng viên mới",
                Measure::Flow,
                176.0,
                "đảng viên",
                "176 đảng viên/năm",
            ),
            Status::Behind,
        )
    }
}

fn rated() -> TargetStanding {
    let mut made = standing(
        target("rated", "Tổ chức cơ sở đảng đạt trong sạch vững mạnh", Measure::Rating, 90.0, "%", "90%"),
        Status::NotYetDue,
    );
    let value = number(91.4, "%", 5);
    made.latest = Some((Period::Year(2022), value.clone()));
    made.cumulative = Some(value.clone());
    made.difference = Some(formula(1.4, "điểm phần trăm", "91,4 − 90"));
    made.share = Some(formula(101.6, "%", "91,4 / 90"));
    made.by_year = vec![(Period::Year(2021), Some(number(89.7, "%", 6))), (Period::Year(2022), Some(value))];
    made
}

fn models() -> TargetStanding {
    let mut made = standing(
        target(
            "models",
            "Tổ chức cơ sở đảng có mô hình học tập và làm theo Bác",
            Measure::Cumulative,
            50.0,
            "%",
            "khoảng 50%",
        ),
        Status::Met,
    );
    let share = Quantity { value: Value::Share { part: 29.0, whole: 58.0 }, ..number(0.0, "%", 9) };
    made.latest = Some((Period::Quarter(2023, 3), share.clone()));
    made.cumulative = Some(share);
    made.share = Some(formula(100.0, "%", "50 / 50"));
    made.difference = Some(formula(0.0, "điểm phần trăm", "50 − 50"));
    made
}

pub fn article() -> Article {
    let text = "Cụm văn hóa, xã hội và giáo dục gồm 17 tổ chức cơ sở đảng, trong đó có 14 đảng bộ, 3 chi bộ cơ sở với gần 2.000 đảng viên.";
    let event = "Chiều ngày 26/9, Ban Thường vụ Đảng uỷ Khối các cơ quan tỉnh giao ban quý III với cụm văn hóa, xã hội và giáo dục.";
    let tasks = "Thời gian tới, lãnh đạo Đảng ủy Khối đề nghị các tổ chức cơ sở đảng tiếp tục làm tốt công tác tư tưởng theo Nghị quyết số 35 của Bộ Chính trị (khóa XII)…";
    let figure = |phrase: &str, value: f64, unit: &str, comparator| {
        let start = 200 + text.find(phrase).unwrap();
        Figure {
            kind: FigureKind::Structure,
            value: Value::Number(value),
            unit: unit.into(),
            comparator,
            about: false,
            counts: unit.into(),
            phrase: phrase.into(),
            start,
            end: start + phrase.len(),
            period: None,
            section: Some(Section::Situation),
            target: None,
            scope: Some("van-hoa".into()),
            of_whole: false,
            review: Review::Accepted,
            signs: Vec::new(),
            section_signs: Vec::new(),
        }
    };
    let extract = |section, text: &str, start, figures: Vec<usize>| Extract {
        section,
        text: text.into(),
        start,
        end: start + text.len(),
        figures,
        score: 1.0,
    };
    Article {
        file: "articles/2023-09-26-giao-ban.txt".into(),
        title: Some("Đảng ủy Khối giao ban công tác xây dựng Đảng quý III".into()),
        outlet: Some("Đài Phát thanh và Truyền hình Thái Bình".into()),
        published: Some(Dated { date: day(2023, 9, 26), reason: String::new() }),
        event: Some(EventDate {
            from: day(2023, 9, 26),
            to: day(2023, 9, 26),
            half: None,
            reason: String::new(),
        }),
        figures: vec![
            figure("17 tổ chức cơ sở đảng", 17.0, "tổ chức cơ sở đảng", Comparator::Equal),
            figure("14 đảng bộ", 14.0, "đảng bộ", Comparator::Equal),
            figure("3 chi bộ cơ sở", 3.0, "chi bộ cơ sở", Comparator::Equal),
            figure("gần 2.000 đảng viên", 2000.0, "đảng viên", Comparator::Nearly),
        ],
        extracts: vec![
            extract(Section::Ideology, event, 10, vec![]),
            extract(Section::Situation, text, 200, vec![0, 1, 2, 3]),
            extract(Section::NextTasks, tasks, 900, vec![]),
        ],
        ..Article::default()
    }
}

fn organisation(id: &str, name: &str) -> Organisation {
    Organisation {
        id: id.into(),
        name: name.into(),
        kind: OrganisationKind::Cell,
        cluster: Some("van-hoa".into()),
        ..Organisation::default()
    }
}

pub fn assessment() -> Assessment {
    Assessment {
        period: Period::Quarter(2023, 3),
        term: term(),
        situation: Situation {
            organisations: Some(formula(58.0, "tổ chức", "41 + 17")),
            committees: Some(formula(41.0, "đảng bộ", "đếm các đảng bộ cơ sở")),
            cells: Some(formula(17.0, "chi bộ", "đếm các chi bộ cơ sở")),
            members: Some(formula(5874.0, "đảng viên", "cộng số đảng viên của 58 tổ chức")),
            clusters: Some(formula(4.0, "cụm", "đếm các cụm")),
            reported: Some(formula(2.0, "tổ chức", "3 − 1")),
            reported_share: Some(formula(66.7, "%", "2 / 3")),
        },
        targets: vec![rated(), admissions(), models()],
        organisations: vec![
            organisation("so-gd", "Đảng bộ Sở Giáo dục và Đào tạo"),
            organisation("so-vh", "Đảng bộ Sở Văn hóa, Thể thao và Du lịch"),
            organisation("bao", "Chi bộ Báo Thái Bình"),
        ],
        clusters: vec![Cluster {
            id: "van-hoa".into(),
            name: "văn hóa, xã hội và giáo dục".into(),
            ..Cluster::default()
        }],
        missing: vec![1],
        findings: vec![],
    }
}

pub fn quarter() -> (Office, Vec<Article>, Assessment) {
    (office(), vec![article()], assessment())
}
