//! Office + articles + Assessment → the templates' model.

mod activities;
mod evaluation;
pub mod events;
mod period;
mod situation;
mod targets;

use crate::articles::Article;
use crate::assess::Assessment;
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::model::{IssuerText, Model, SectionText, TermText};
use crate::office::{Office, Section, Signer};
use crate::period::Period;
use crate::vietnamese::short_date;

pub use period::{column, days};
pub use targets::{
    by_share, forecast_of, goal_in_table, has_trend, over_years, percent, rests_on, trending, whole_goal,
};

/// What the report is made from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The office.
    pub office: &'a Office,
    /// Its articles.
    pub articles: &'a [Article],
    /// The assessment of the period.
    pub assessment: &'a Assessment,
}

/// The model.
pub fn build(inputs: Inputs<'_>, ledger: &mut Ledger) -> Model {
    let Inputs { office, assessment, .. } = inputs;

    let stories = events::stories(inputs);
    let sections = Section::ALL
        .into_iter()
        .map(|section| (section.id().to_owned(), self::section(inputs, &stories, section, ledger)))
        .collect::<std::collections::BTreeMap<_, _>>();
    let built = BUILDING.map(|id| sections.get(id).is_some_and(|s| s.any));
    let without_data = BUILDING
        .iter()
        .filter_map(|id| sections.get(*id))
        .filter(|s| !s.any)
        .map(|s| s.title.clone())
        .collect();
    let mut evaluation = evaluation::text(inputs, ledger);
    let told = |id: &str| sections.get(id).is_some_and(|s| s.any);
    evaluation.any = evaluation.judged.is_some() || told("strengths") || told("limitations");
    ledger.subject = "Đặc điểm, tình hình".to_owned();
    Model {
        kind: period::kind(assessment.period),
        period: period::text(assessment),
        next: period::next(assessment.period),
        issuer: issuer(office, assessment),
        term: term(assessment, ledger),
        situation: situation::text(assessment, ledger),
        without_data,
        party_building: built.contains(&true),
        sections,
        targets: targets::text(assessment, ledger),
        evaluation,
        ..Model::default()
    }
}

/// The sections of Party building, by id.
const BUILDING: [&str; 5] = ["ideology", "organisation", "inspection", "mass-work", "emulation"];

fn section(
    inputs: Inputs<'_>,
    stories: &[events::Story<'_>],
    section: Section,
    ledger: &mut Ledger,
) -> SectionText {
    ledger.subject = mark::capitalised(title(section));
    let own = activities::sentences(inputs, section, ledger);
    let reported = events::paragraphs(inputs, stories, section, ledger);
    let joined = Some(own.join(" ")).filter(|text| !text.is_empty());
    let paragraphs: Vec<String> = joined.into_iter().chain(reported.iter().cloned()).collect();
    SectionText { any: !paragraphs.is_empty(), title: title(section).to_owned(), own, reported, paragraphs }
}

/// The section's name in running text.
fn title(section: Section) -> &'static str {
    match section.id() {
        "political-task" => "lãnh đạo thực hiện nhiệm vụ chính trị",
        "ideology" => "công tác chính trị, tư tưởng, đạo đức",
        "organisation" => "công tác tổ chức, cán bộ, đảng viên và bảo vệ chính trị nội bộ",
        "inspection" => "công tác kiểm tra, giám sát và kỷ luật đảng",
        "mass-work" => "công tác dân vận và lãnh đạo các đoàn thể",
        "emulation" => "công tác thi đua, khen thưởng",
        "targets" => "kết quả thực hiện các chỉ tiêu",
        "next-tasks" => "phương hướng, nhiệm vụ",
        _ => "đặc điểm, tình hình",
    }
}

fn issuer(office: &Office, assessment: &Assessment) -> IssuerText {
    let issuer = &office.issuer;
    let name = mark::clean(&issuer.name);
    let authority = signer(office, assessment).map(|s| s.authority.to_lowercase()).unwrap_or_default();
    let body = if authority.contains("thường vụ") {
        "Ban Thường vụ "
    } else if authority.contains("chấp hành") {
        "Ban Chấp hành "
    } else {
        ""
    };
    IssuerText {
        reporter: mark::name(&format!("{body}{name}")),
        name: mark::name(&name),
        short: mark::name(&issuer.short),
        organisation: mark::name(&issuer.organisation),
        parent: mark::name(&issuer.parent),
        province: mark::name(&issuer.province),
    }
}

/// Who signs a report of the period: the one in office on the day after it ends, else the last given.
pub fn signer<'a>(office: &'a Office, assessment: &Assessment) -> Option<&'a Signer> {
    let day = days(assessment).1;
    office.signers.iter().find(|s| s.validity.covers(day)).or(office.signers.last())
}

fn term(assessment: &Assessment, ledger: &mut Ledger) -> TermText {
    let term = &assessment.term;
    let (first, last) = days(assessment);
    let congress_days = term.congress_days.filter(|(_, to)| first <= *to && *to <= last);
    let programme = term.programme.iter().map(|item| {
        let quantity = crate::quantity::Quantity::number(item.count, item.unit.clone(), item.source.clone());
        ledger.amount(&quantity)
    });
    TermText {
        name: mark::name(&term.period.name()),
        congress: Some(term.congress.trim()).filter(|c| !c.is_empty()).map(mark::name),
        programme: programme.collect(),
        congress_days: congress_days.map(|(from, to)| mark::name(&day_range(from, to))),
    }
}

/// `10/8/2020`, or `10 và 11/8/2020`.
fn day_range(from: chrono::NaiveDate, to: chrono::NaiveDate) -> String {
    use chrono::Datelike;
    if from == to {
        return short_date(to);
    }
    let joint = if (to - from).num_days() == 1 { " và " } else { " - " };
    if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}{joint}{}", from.day(), short_date(to))
    } else {
        format!("{}{joint}{}", short_date(from), short_date(to))
    }
}

/// Whether a period lies in the report's.
fn lies_in(period: Period, assessment: &Assessment) -> bool {
    let (first, last) = days(assessment);
    period == assessment.period || first <= period.first_day() && period.last_day() <= last
}
