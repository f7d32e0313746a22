//! What the office's files say, after checking. Every value that can reach the page knows its place.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::period::Period;
use crate::quantity::{Comparator, Source, Value};
pub use crate::vietnamese::Spelling;

/// Days on which something holds; open ends are unbounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Validity {
    /// Whether it holds on the day.
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|f| f <= day) && self.to.is_none_or(|t| day <= t)
    }

    /// Whether there is a day on which both hold.
    pub fn meets(self, other: Validity) -> bool {
        let before = |to: Option<NaiveDate>, from: Option<NaiveDate>| match (to, from) {
            (Some(to), Some(from)) => to < from,
            _ => false,
        };
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// Everything read from an office's folder.
#[derive(Clone, Debug, Default)]
pub struct Office {
    /// The folder.
    pub root: PathBuf,
    /// Its name, `thai-binh`.
    pub id: String,
    /// Issuing body.
    pub issuer: Issuer,
    /// Who signs, with validity.
    pub signers: Vec<Signer>,
    /// Recipients in order, the filing line last.
    pub recipients: Vec<String>,
    /// `dang` or `nha-nuoc`.
    pub profile: String,
    /// Values of the profile that the office changes, as `path.to.value` → YAML scalar, with place.
    pub profile_overrides: BTreeMap<String, (String, Place)>,
    /// `ủy` or `uỷ` on output.
    pub spelling: Spelling,
    /// Rating scales with validity.
    pub rating_scales: Vec<RatingScale>,
    /// Newspapers and broadcasters by their source mark (`LSO` → `Báo Lạng Sơn`).
    pub outlets: BTreeMap<String, String>,
    /// Reports that `--due` makes, from this period's end on.
    pub schedule: Option<Schedule>,
    /// `a-2a` (default) or `a-3a`.
    pub standard: Option<String>,
    /// Clusters (*cụm*).
    pub clusters: Vec<Cluster>,
    /// Grassroots organisations, in file order.
    pub organisations: Vec<Organisation>,
    /// Terms, by first year.
    pub terms: Vec<Term>,
    /// Results of every period, in the order of period and file.
    pub results: Vec<ResultValue>,
    /// Work figures that belong to no target: inspections, badges, conferences.
    pub activities: Vec<Activity>,
    /// Overridden templates: name → text.
    pub templates: BTreeMap<String, String>,
    /// Saved newspaper pages, by path relative to the root, bytes as they are.
    pub pages: BTreeMap<String, Vec<u8>>,
    /// Reviews (`*.review.yaml`), by path relative to the root.
    pub reviews: BTreeMap<String, String>,
    /// Documents that values are said to come from (`source: {document: …}`), by the place of the value.
    pub documents: BTreeMap<Place, String>,
    /// Every file read, with the hexadecimal SHA-256 of its bytes, by path.
    pub inputs: BTreeMap<String, String>,
}

impl Office {
    /// Hexadecimal SHA-256 over the list of inputs with their hashes, as `sha256sum` would print it.
    pub fn inputs_hash(&self) -> String {
        let list: String = self.inputs.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect();
        crate::hash::sha256(list.as_bytes())
    }
}

/// The issuing body.
#[derive(Clone, Debug, Default)]
pub struct Issuer {
    /// `Đảng bộ tỉnh Thái Bình`.
    pub parent: String,
    /// `Đảng ủy Khối các cơ quan tỉnh`.
    pub name: String,
    /// Short form in running text: `Đảng ủy Khối`.
    pub short: String,
    /// The party organisation it leads, in running text: `Đảng bộ Khối`.
    pub organisation: String,
    /// `ĐUK`.
    pub symbol: String,
    /// Place before the date: `Thái Bình`.
    pub place: String,
    /// Province, for telling own articles from others': `Thái Bình`.
    pub province: String,
}

/// Who signs.
#[derive(Clone, Debug, Default)]
pub struct Signer {
    /// `T/M BAN THƯỜNG VỤ`.
    pub authority: String,
    /// `PHÓ BÍ THƯ`.
    pub position: String,
    /// Name, when known.
    pub name: Option<String>,
    /// When they sign.
    pub validity: Validity,
}

/// A rating scale (*thang xếp loại*).
#[derive(Clone, Debug, Default)]
pub struct RatingScale {
    /// Id.
    pub id: String,
    /// Levels, best first, in the source's words.
    pub levels: Vec<String>,
    /// When it is in force.
    pub validity: Validity,
    /// Document it comes from.
    pub source: String,
    /// Greatest share of the best level among those of the two best, in per cent, with the rule that says so.
    pub excellent_cap: Option<(f64, String)>,
}

/// What `--due` makes.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// Nothing that ended before this day is due.
    pub from: NaiveDate,
    /// Kinds: `quarter`, `half`, `nine-months`, `year`, `term`.
    pub kinds: Vec<String>,
}

/// A cluster of organisations (*cụm*).
#[derive(Clone, Debug, Default)]
pub struct Cluster {
    /// Id.
    pub id: String,
    /// Name as it follows `Cụm`: `văn hóa, xã hội và giáo dục`.
    pub name: String,
    /// Other names in texts.
    pub aliases: Vec<String>,
    /// Place in the file.
    pub place: Place,
}

/// Kind of a grassroots organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrganisationKind {
    /// *Đảng bộ cơ sở*: has sub-cells.
    #[default]
    Committee,
    /// *Chi bộ cơ sở*: has none.
    Cell,
}

/// A grassroots Party organisation (*tổ chức cơ sở đảng*).
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names in texts and spreadsheets.
    pub aliases: Vec<String>,
    /// Kind.
    pub kind: OrganisationKind,
    /// Cluster id.
    pub cluster: Option<String>,
    /// Members with the day counted and the source; in order of day.
    pub members: Vec<(NaiveDate, f64, Arc<Source>)>,
    /// When it exists.
    pub validity: Validity,
    /// Organisation it became or joined after `validity.to`.
    pub successor: Option<String>,
    /// Place in the file.
    pub place: Place,
}

/// A congress term (*nhiệm kỳ*).
#[derive(Clone, Debug)]
pub struct Term {
    /// First and last year, `2020-2025`.
    pub period: Period,
    /// First and last day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The bloc's congress: `Đại hội đại biểu Đảng bộ Khối lần thứ XIV`.
    pub congress: String,
    /// Days of the congress, if known.
    pub congress_days: Option<(NaiveDate, NaiveDate)>,
    /// Structure figures of the resolution: 5 programmes, 3 breakthroughs.
    pub programme: Vec<ProgrammeItem>,
    /// Targets in order.
    pub targets: Vec<Target>,
    /// Place in the file.
    pub place: Place,
}

/// A counted part of the action programme.
#[derive(Clone, Debug)]
pub struct ProgrammeItem {
    /// 5.
    pub count: f64,
    /// `chương trình`.
    pub unit: String,
    /// Where the count comes from.
    pub source: Arc<Source>,
}

/// Kind of measure (domain.md §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// Yearly share of organisations, members or agencies rated at least some level.
    Rating,
    /// A yearly flow against a base: admissions.
    Flow,
    /// Cumulative over the term.
    Cumulative,
    /// Level at a date.
    Level,
    /// Yes or no.
    YesNo,
}

/// Base of a percentage. Never assumed.
#[derive(Clone, Debug)]
pub struct Base {
    /// What is counted, in the source's words: `tổng số đảng viên đầu nhiệm kỳ`.
    pub text: String,
    /// Its value where it is fixed (term-start head count); else it comes with each result.
    pub value: Option<f64>,
    /// Day on which it is counted.
    pub date: Option<NaiveDate>,
    /// Where the value comes from.
    pub source: Option<Arc<Source>>,
}

/// A target (*chỉ tiêu*) of a term.
#[derive(Clone, Debug)]
pub struct Target {
    /// Id, unique in its term.
    pub id: String,
    /// Title in the resolution's own words.
    pub title: String,
    /// Short title for charts; the title when none is given.
    pub short: String,
    /// Other names in texts and spreadsheets.
    pub aliases: Vec<String>,
    /// `%`, `đảng viên`, `lớp`.
    pub unit: String,
    /// Kind of measure.
    pub measure: Measure,
    /// Comparator.
    pub comparator: Comparator,
    /// Value.
    pub value: Value,
    /// Value in the source's own words: `95% trở lên`.
    pub words: String,
    /// Base, for percentages.
    pub base: Option<Base>,
    /// Rating scale and the lowest level that counts, for `rating`.
    pub rating: Option<(String, String)>,
    /// For `about`: how far below still counts as met, in the target's unit.
    pub tolerance: Option<f64>,
    /// Day by which it is due; the term's end when none is given.
    pub due: Option<NaiveDate>,
    /// Whether a flow's value is owed each year (else over the term).
    pub per_year: bool,
    /// Remark on how it is judged, for the table's foot.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// Place in the file.
    pub place: Place,
}

/// A result of a target for a period, of the whole bloc or of one organisation.
#[derive(Clone, Debug)]
pub struct ResultValue {
    /// Target id.
    pub target: String,
    /// Organisation id; none for the bloc's stated total.
    pub organisation: Option<String>,
    /// Period.
    pub period: Period,
    /// Number, per cent, share (count of base), yes/no, or a rating in words.
    pub value: Value,
    /// Unit of the value when it is a number: `%` or the target's.
    pub unit: String,
    /// Note of the unit that sent it.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// Place in the file (also when illustrative).
    pub place: Place,
}

/// A work figure that belongs to no target.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Section it belongs to.
    pub section: Section,
    /// Sentence in the office's words with `{}` where the values go: `Mở {} lớp bồi dưỡng với {} học viên`.
    pub text: String,
    /// Values in order; none for a sentence without figures.
    pub values: Vec<(f64, Arc<Source>)>,
    /// Where the sentence comes from.
    pub source: Arc<Source>,
    /// Period.
    pub period: Period,
    /// Place in the file.
    pub place: Place,
}

/// Sections of the report that articles, figures and activities go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Đặc điểm, tình hình.
    Situation,
    /// Lãnh đạo thực hiện nhiệm vụ chính trị.
    PoliticalTask,
    /// Chính trị, tư tưởng, đạo đức.
    Ideology,
    /// Tổ chức, cán bộ, đảng viên, bảo vệ chính trị nội bộ.
    Organisation,
    /// Kiểm tra, giám sát, kỷ luật.
    Inspection,
    /// Dân vận, đoàn thể.
    MassWork,
    /// Thi đua, khen thưởng.
    Emulation,
    /// Chỉ tiêu nhiệm kỳ.
    Targets,
    /// Đánh giá chung: ưu điểm.
    Strengths,
    /// Đánh giá chung: hạn chế, nguyên nhân.
    Limitations,
    /// Phương hướng, nhiệm vụ.
    NextTasks,
    /// Kiến nghị, đề xuất.
    Proposals,
}

impl Office {
    /// The document that a YAML value is said to come from: `Nghị quyết Đại hội …`.
    pub fn document(&self, source: &Source) -> Option<&str> {
        match source {
            Source::Place(place) => self.documents.get(place).map(String::as_str),
            _ => None,
        }
    }
}

impl Section {
    /// Every section in the report's order.
    pub const ALL: [Section; 12] = [
        Section::Situation,
        Section::PoliticalTask,
        Section::Ideology,
        Section::Organisation,
        Section::Inspection,
        Section::MassWork,
        Section::Emulation,
        Section::Targets,
        Section::Strengths,
        Section::Limitations,
        Section::NextTasks,
        Section::Proposals,
    ];

    /// Its name in files: `political-task`.
    pub fn id(self) -> &'static str {
        match self {
            Section::Situation => "situation",
            Section::PoliticalTask => "political-task",
            Section::Ideology => "ideology",
            Section::Organisation => "organisation",
            Section::Inspection => "inspection",
            Section::MassWork => "mass-work",
            Section::Emulation => "emulation",
            Section::Targets => "targets",
            Section::Strengths => "strengths",
            Section::Limitations => "limitations",
            Section::NextTasks => "next-tasks",
            Section::Proposals => "proposals",
        }
    }
}
