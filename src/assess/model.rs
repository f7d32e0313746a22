//! The assessment of a term's targets at a period.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::office::{Cluster, Organisation, Target, Term};
use crate::period::Period;
use crate::quantity::{Quantity, Source};

/// Where a target stands (*đánh giá*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// vượt
    Exceeded,
    /// đạt
    Met,
    /// đúng tiến độ
    OnPace,
    /// chậm tiến độ
    Behind,
    /// không đạt (the period for it is closed)
    NotMet,
    /// chưa đến kỳ đánh giá
    NotYetDue,
    /// chưa có số liệu
    NoData,
}

impl Status {
    /// Every status, from best to worst, then those without a judgement.
    pub const ALL: [Status; 7] = [
        Status::Exceeded,
        Status::Met,
        Status::OnPace,
        Status::Behind,
        Status::NotMet,
        Status::NotYetDue,
        Status::NoData,
    ];

    /// In the paper's words.
    pub fn words(self) -> &'static str {
        match self {
            Status::Exceeded => "vượt",
            Status::Met => "đạt",
            Status::OnPace => "đúng tiến độ",
            Status::Behind => "chậm tiến độ",
            Status::NotMet => "không đạt",
            Status::NotYetDue => "chưa đến kỳ đánh giá",
            Status::NoData => "chưa có số liệu",
        }
    }
}

/// A value worked out for a later day, *dự kiến*.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Central value.
    pub value: Quantity,
    /// Lower and upper end of the interval.
    pub interval: (Quantity, Quantity),
    /// Name of the method, in Vietnamese.
    pub method: String,
}

/// What a target's value is owed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// Each calendar year: ratings, yearly flows.
    EachYear,
    /// The term as a whole, or until the due day.
    OverTerm,
    /// Any day: levels.
    AtDate,
}

/// One target at the period. A quantity is none where no data or no meaning is.
///
/// Shares of a whole are [`Value::Share`](crate::quantity::Value::Share) with unit `%`; differences of per cents
/// have the unit `điểm phần trăm`. A sum that lacks quarters has the comparator
/// [`AtLeast`](crate::quantity::Comparator::AtLeast).
#[derive(Clone, Debug)]
pub struct TargetStanding {
    /// The target.
    pub target: Target,
    /// The target's value as a quantity, in the unit that results are compared in.
    pub goal: Quantity,
    /// What the goal is owed for.
    pub span: Span,
    /// For `khoảng`: how far from the goal still counts as met, in the goal's unit.
    pub tolerance: Option<Quantity>,
    /// Value of this period: what happened in it for a flow, else the value at its end.
    pub current: Option<Quantity>,
    /// Value of the period before.
    pub previous: Option<Quantity>,
    /// Value of the same period of last year.
    pub last_year: Option<Quantity>,
    /// Cumulative in the year.
    pub year_to_date: Option<Quantity>,
    /// Cumulative in the term.
    pub term_to_date: Option<Quantity>,
    /// Latest value that the status rests on, with the period it is of (a rating of last year, the level now).
    pub latest: Option<(Period, Quantity)>,
    /// What the table shows as *Lũy kế*.
    pub cumulative: Option<Quantity>,
    /// Share of the target, in per cent.
    pub share: Option<Quantity>,
    /// Difference from the target, in percentage points or counts.
    pub difference: Option<Quantity>,
    /// Change from the previous period, in percentage points or counts.
    pub change: Option<Quantity>,
    /// Change from the same period of last year.
    pub change_last_year: Option<Quantity>,
    /// Share of the target expected by now, in per cent.
    pub pace: Option<Quantity>,
    /// Share of the target less the pace, in percentage points; negative when behind.
    pub pace_gap: Option<Quantity>,
    /// Run-rate still needed per quarter.
    pub needed: Option<Quantity>,
    /// Run-rate still needed as a multiple of this quarter's value.
    pub needed_ratio: Option<Quantity>,
    /// What is still missing to the target.
    pub remaining: Option<Quantity>,
    /// For a share, what is still missing in the things it counts: `2 tổ chức cơ sở đảng`.
    pub remaining_count: Option<Quantity>,
    /// Forecast for the year's end.
    pub forecast_year: Option<Forecast>,
    /// Forecast for the term's end.
    pub forecast_term: Option<Forecast>,
    /// Status.
    pub status: Status,
    /// One value a calendar year of the term, in order; the last may be a year to date.
    pub by_year: Vec<(Period, Option<Quantity>)>,
    /// One value a quarter of the term up to the period, in order.
    pub by_quarter: Vec<(Period, Option<Quantity>)>,
    /// One value an organisation for this period, in the order of [`Assessment::organisations`].
    pub by_organisation: Vec<Option<Quantity>>,
    /// The same cumulative, in the year for a yearly flow, in the term for one over the term; else as this period.
    pub to_date_by_organisation: Vec<Option<Quantity>>,
    /// Indices into [`Assessment::organisations`] of those that owe a value for this period and sent none.
    pub missing: Vec<usize>,
    /// Indices of those with the best value to date, where values differ.
    pub best: Vec<usize>,
    /// Indices of those furthest behind to date, where values differ.
    pub furthest: Vec<usize>,
    /// One sum a cluster for this period, in the order of [`Assessment::clusters`].
    pub by_cluster: Vec<Option<Quantity>>,
}

/// Head counts at the period's end.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Organisations.
    pub organisations: Option<Quantity>,
    /// Of these, *đảng bộ cơ sở*.
    pub committees: Option<Quantity>,
    /// Of these, *chi bộ cơ sở*.
    pub cells: Option<Quantity>,
    /// Members.
    pub members: Option<Quantity>,
    /// Clusters.
    pub clusters: Option<Quantity>,
    /// Organisations that sent figures for the period.
    pub reported: Option<Quantity>,
    /// Per cent of organisations that did.
    pub reported_share: Option<Quantity>,
}

/// Everything that can be said of a term's targets at a period.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Period.
    pub period: Period,
    /// Term that covers it.
    pub term: Term,
    /// Head counts.
    pub situation: Situation,
    /// Targets in the term's order.
    pub targets: Vec<TargetStanding>,
    /// Organisations that exist at the period's end, in file order.
    pub organisations: Vec<Organisation>,
    /// Clusters, in file order.
    pub clusters: Vec<Cluster>,
    /// Indices into `organisations` of those that sent nothing for the period.
    pub missing: Vec<usize>,
    /// What does not fit: all that [`crate::assess::check`] finds for the period.
    pub findings: Vec<Diagnostic>,
}

impl Assessment {
    /// How many targets the term has.
    pub fn target_count(&self) -> Quantity {
        let source = Arc::new(Source::Place(self.term.place.clone()));
        Quantity::number(self.targets.len() as f64, "chỉ tiêu", source)
    }

    /// How many targets stand where, in the order of [`Status`], those with none left out.
    pub fn tally(&self) -> Vec<(Status, Quantity)> {
        let counted = |status: Status| {
            let names = self.targets.iter().filter(|t| t.status == status).map(|t| t.target.short.as_str());
            let names: Vec<&str> = names.collect();
            let expression = format!("đếm các chỉ tiêu {}: {}", status.words(), names.join("; "));
            (status, Quantity::formula(names.len() as f64, "chỉ tiêu", expression, Vec::new()))
        };
        Status::ALL.into_iter().map(counted).filter(|(_, n)| n.as_number() != Some(0.0)).collect()
    }
}
