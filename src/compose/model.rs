//! What templates can print. Every text is marked ([`crate::compose::mark`]); none where there is no data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The whole model.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Model {
    /// Kind of report.
    pub kind: Kind,
    /// Period reported on.
    pub period: PeriodText,
    /// Period whose tasks the report sets.
    pub next: NextText,
    /// Issuing body.
    pub issuer: IssuerText,
    /// Term.
    pub term: TermText,
    /// Whether unreviewed figures make the report a draft.
    pub draft: bool,
    /// Whether illustrative figures stand in the report.
    pub illustrative: bool,
    /// Whether the report cites articles.
    pub cited: bool,
    /// Head counts.
    pub situation: SituationText,
    /// Activities and events by section id.
    pub sections: BTreeMap<String, SectionText>,
    /// Titles of the sections of Party building that have nothing.
    pub without_data: Vec<String>,
    /// Whether any section of Party building has something.
    pub party_building: bool,
    /// Where the targets stand.
    pub targets: TargetsText,
    /// Strengths and weaknesses.
    pub evaluation: EvaluationText,
    /// Which tables and charts have data.
    pub has: Has,
    /// What the appendix of sources says beside its tables.
    pub sources: SourcesText,
}

/// Kind of report; one of them is true.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kind {
    /// A quarter.
    pub quarter: bool,
    /// Six months.
    pub half: bool,
    /// Nine months.
    pub nine_months: bool,
    /// A year.
    pub year: bool,
    /// A term.
    pub term: bool,
}

/// The period in words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PeriodText {
    /// `quý III/2023`.
    pub name: String,
    /// The same without the year where that is clear: `quý III`, `6 tháng đầu năm`, `năm`.
    pub short: String,
    /// `30/9/2023`.
    pub last_day: String,
    /// `2023`.
    pub year: String,
    /// The period before, without the year where it is the same: `quý II`.
    pub previous: Option<String>,
    /// The same period of last year: `cùng kỳ năm 2022`.
    pub last_year: Option<String>,
}

/// What comes next.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct NextText {
    /// `quý IV/2023`.
    pub name: String,
    /// `2024`.
    pub year: String,
    /// Whether its end closes a year, so that ratings are due.
    pub closes_year: bool,
    /// Whether it begins a year.
    pub opens_year: bool,
    /// Whether its end closes the first half of a year.
    pub closes_half: bool,
    /// Whether it is a new term.
    pub new_term: bool,
}

/// The issuing body.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct IssuerText {
    /// `Đảng ủy Khối các cơ quan tỉnh`.
    pub name: String,
    /// `Đảng ủy Khối`.
    pub short: String,
    /// `Đảng bộ Khối`.
    pub organisation: String,
    /// `Đảng bộ tỉnh Thái Bình`.
    pub parent: String,
    /// `Thái Bình`.
    pub province: String,
    /// Who reports: `Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh`.
    pub reporter: String,
}

/// The term.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TermText {
    /// `nhiệm kỳ 2020 - 2025`.
    pub name: String,
    /// `Đại hội đại biểu Đảng bộ Khối lần thứ XIV`.
    pub congress: Option<String>,
    /// Days of the congress when they lie in the period: `10 - 11/8/2020`.
    pub congress_days: Option<String>,
    /// Counted parts of the action programme: `5 chương trình`, `3 nội dung đột phá`.
    pub programme: Vec<String>,
}

/// Head counts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SituationText {
    /// `58`.
    pub organisations: Option<String>,
    /// `41`.
    pub committees: Option<String>,
    /// `17`.
    pub cells: Option<String>,
    /// `5.874`.
    pub members: Option<String>,
    /// `4`.
    pub clusters: Option<String>,
    /// `55`.
    pub reported: Option<String>,
    /// `94,8%`.
    pub reported_share: Option<String>,
    /// Whether all organisations sent figures.
    pub all_reported: bool,
    /// Number of organisations that sent nothing.
    pub missing: Option<String>,
    /// Their names, when they are few.
    pub missing_names: Vec<String>,
}

/// What is told of a section.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SectionText {
    /// Whether there is anything.
    pub any: bool,
    /// Title in running text: `công tác dân vận, đoàn thể`.
    pub title: String,
    /// The office's own sentences, one an activity.
    pub own: Vec<String>,
    /// What the articles tell, one paragraph an article; in `next-tasks` one task each, without full stop.
    pub reported: Vec<String>,
    /// Both as paragraphs: the office's own sentences in one, then the articles'.
    pub paragraphs: Vec<String>,
}

/// Where the targets stand.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TargetsText {
    /// How many are followed.
    pub count: Option<String>,
    /// `1 chỉ tiêu vượt`, `2 chỉ tiêu đúng tiến độ`, ….
    pub summary: Vec<String>,
    /// Exceeded.
    pub exceeded: Vec<TargetText>,
    /// Met.
    pub met: Vec<TargetText>,
    /// On pace.
    pub on_pace: Vec<TargetText>,
    /// Behind.
    pub behind: Vec<TargetText>,
    /// Not met.
    pub not_met: Vec<TargetText>,
    /// Not yet due.
    pub not_yet_due: Vec<TargetText>,
    /// Without data.
    pub no_data: Vec<TargetText>,
    /// Name of the flow that the flow chart shows.
    pub flow: Option<String>,
    /// Name of the target that the trend chart shows, where it is only one.
    pub trend: Option<String>,
    /// Whether any target has a result.
    pub any_result: bool,
    /// Whether a pace is worked out for any target.
    pub paced: bool,
    /// Whether anything is forecast.
    pub forecast: bool,
    /// Names of the forecasts' methods.
    pub methods: Vec<String>,
    /// Remarks on how targets are judged.
    pub remarks: Vec<String>,
}

/// One target.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TargetText {
    /// Whether it is owed each year and told of over the whole term.
    pub over_years: bool,
    /// Whether nothing of what adds up has been reached yet.
    pub nothing: bool,
    /// Title in the resolution's words.
    pub title: String,
    /// Short title.
    pub short: String,
    /// `95% trở lên`.
    pub goal: String,
    /// The goal in things that are counted, where its words give a per cent: `125 đảng viên`.
    pub goal_count: Option<String>,
    /// Whether it is judged by a share of the target (else by the difference from it).
    pub by_share: bool,
    /// Whether it is answered by yes or no.
    pub yes_no: bool,
    /// The value that the status rests on: `128 đảng viên`.
    pub result: Option<String>,
    /// The period of that value, when it is not the report's.
    pub result_period: Option<String>,
    /// `72,7%`.
    pub share: Option<String>,
    /// Size of the difference from the target.
    pub difference: Option<String>,
    /// `cao hơn` or `thấp hơn`; none when equal.
    pub difference_side: Option<String>,
    /// By how much a running total is beyond the target.
    pub surplus: Option<String>,
    /// This period's own value, for what adds up over a year.
    pub current: Option<String>,
    /// Size of the change from the period before.
    pub change: Option<String>,
    /// `tăng` or `giảm`; none when unchanged.
    pub change_side: Option<String>,
    /// Size of the change from the same period of last year, for what adds up over a year.
    pub change_last_year: Option<String>,
    /// `tăng` or `giảm`.
    pub change_last_year_side: Option<String>,
    /// Expected share by now.
    pub pace: Option<String>,
    /// Size of the distance from the pace, in percentage points.
    pub pace_gap: Option<String>,
    /// `nhanh hơn` or `chậm hơn`.
    pub pace_side: Option<String>,
    /// What is missing to the target.
    pub remaining: Option<String>,
    /// Run-rate still needed per quarter.
    pub needed: Option<String>,
    /// Whether the year's target is spoken of (else the term's).
    pub per_year: bool,
    /// Whether it is behind or not met.
    pub lags: bool,
    /// Forecast for the end of what the target is owed for: the year or the term.
    pub forecast: Option<ForecastText>,
}

/// A forecast.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ForecastText {
    /// `171 đảng viên`.
    pub value: String,
    /// Lower end; none where the interval is a point.
    pub low: Option<String>,
    /// Upper end.
    pub high: Option<String>,
}

/// Strengths and weaknesses, from the standings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EvaluationText {
    /// Whether there is anything to evaluate.
    pub any: bool,
    /// How many targets have a standing that is good: exceeded, met or on pace.
    pub good: Option<String>,
    /// How many have a standing at all.
    pub judged: Option<String>,
    /// All judged targets are good.
    pub all_good: bool,
    /// Targets that are exceeded or met, by short title.
    pub reached: Vec<String>,
    /// Organisations that did best on some target: sentences' ends.
    pub leaders: Vec<LeaderText>,
    /// Targets that lag, with the organisations that stand at zero.
    pub lagging: Vec<LaggingText>,
    /// Notes that units sent with results that lag.
    pub reasons: Vec<String>,
}

/// The best organisation of a target.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LeaderText {
    /// Target.
    pub target: String,
    /// Organisation.
    pub organisation: String,
    /// Its value with unit.
    pub value: String,
    /// Whether the value is of the year, else of the term.
    pub per_year: bool,
}

/// A target that lags.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LaggingText {
    /// Target.
    pub target: String,
    /// Whether nothing of it has been reached yet.
    pub nothing: bool,
    /// How many organisations have nothing of it yet.
    pub without: Option<String>,
    /// `58%`, where it is judged by its share.
    pub share: Option<String>,
    /// Expected share by now.
    pub pace: Option<String>,
}

/// Which tables and charts have data.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Has {
    /// Target table.
    pub target_table: bool,
    /// Bullet chart.
    pub target_chart: bool,
    /// Trend of per cents by quarter.
    pub trend_chart: bool,
    /// What came in by quarter.
    pub flow_chart: bool,
    /// Table by year.
    pub year_table: bool,
    /// Table by organisation.
    pub organisation_table: bool,
    /// Articles are cited.
    pub article_sources: bool,
    /// Figures of the office's files.
    pub office_sources: bool,
    /// Worked-out figures.
    pub formula_sources: bool,
}

/// What the appendix of sources says beside its tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SourcesText {
    /// Corrections: `28 lớp sửa thành 30 lớp: lý do`.
    pub corrections: Vec<String>,
}
