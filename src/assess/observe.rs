//! A target's results at each exact period: the bloc's value, from organisations where they give it, and theirs.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::articles::Article;
use crate::assess::arithmetic::{operand, same};
use crate::assess::articles::accepted_results;
use crate::assess::organisations::{Successors, existing};
use crate::assess::terms::term_of;
use crate::assess::units::{Units, convert, goal, said, together};
use crate::diagnostic::Diagnostic;
use crate::office::{Measure, Office, ResultValue, Target, Term};
use crate::period::Period;
use crate::quantity::{Quantity, Value};

/// What is known of a target at one period.
#[derive(Clone, Debug, Default)]
pub(crate) struct Observed {
    /// The bloc's value.
    pub bloc: Option<Quantity>,
    /// Each organisation's value, by its id.
    pub by_organisation: BTreeMap<String, Quantity>,
    /// Whether the bloc's value is the sum of these organisations' values and of no others.
    pub is_sum: bool,
}

/// The last running totals of organisations, for periods in which they are silent: what has been reached stays.
type Carried<'a> = BTreeMap<&'a str, (&'a ResultValue, Quantity)>;

/// A target of a term with all its results.
pub(crate) struct Record<'a> {
    /// The office.
    pub office: &'a Office,
    /// The term.
    pub term: &'a Term,
    /// The target.
    pub target: &'a Target,
    /// Unit that results are compared in.
    pub units: Units,
    /// The goal in that unit.
    pub goal: Quantity,
    /// What a part of the base counts, in the sources' words; empty when unknown.
    pub counted: String,
    /// Results by exact period.
    pub observed: BTreeMap<Period, Observed>,
    /// What does not fit in the results.
    pub findings: Vec<Diagnostic>,
}

impl<'a> Record<'a> {
    /// Collects the target's results in its term that were known at the end of `until`, so that a report made again
    /// later says the same. The order of the office's files does not matter.
    pub fn new(
        office: &'a Office,
        articles: &[Article],
        term: &'a Term,
        target: &'a Target,
        until: NaiveDate,
    ) -> Self {
        let mut by_period: BTreeMap<Period, Vec<&ResultValue>> = BTreeMap::new();
        for row in office.results.iter().filter(|r| r.target == target.id && r.period.last_day() <= until) {
            if term_of(office, row.period).is_some_and(|t| t.period == term.period) {
                by_period.entry(row.period).or_default().push(row);
            }
        }
        let rows: Vec<&ResultValue> = by_period.values().flatten().copied().collect();
        let units = Units::of(target, &rows);
        let counted = counted_in(target, &rows);
        let mut findings = Vec::new();
        let mut observed = BTreeMap::new();
        let mut carried = Carried::new();
        let mut in_time: Vec<(Period, Vec<&ResultValue>)> = by_period.into_iter().collect();
        in_time.sort_by_key(|(period, _)| (period.last_day(), period.first_day()));
        for (period, rows) in in_time {
            let group = Group { office, target, units, counted: &counted, period };
            observed.insert(period, group.observe(rows, &mut carried, &mut findings));
        }
        for (period, value) in accepted_results(office, articles, target, units, until) {
            let at: &mut Observed = observed.entry(period).or_default();
            at.bloc.get_or_insert(value);
        }
        let goal = goal(target, units, &counted);
        Record { office, term, target, units, goal, counted, observed, findings }
    }
}

/// What the results count, in their own words, or the target's unit.
fn counted_in(target: &Target, rows: &[&ResultValue]) -> String {
    let named = rows.iter().map(|r| r.unit.as_str()).find(|u| !u.is_empty() && *u != "%");
    match named {
        Some(unit) => unit.to_owned(),
        None if target.unit == "%" => {
            target.base.as_ref().map(|b| counted_noun(&b.text)).unwrap_or_default().to_owned()
        }
        None => target.unit.clone(),
    }
}

/// What a base counts: `tổng số đảng viên đầu nhiệm kỳ` counts `đảng viên`. A part counts the same as its whole.
pub(crate) fn counted_noun(base: &str) -> &str {
    const BEFORE: [&str; 3] = ["tổng số ", "tổng ", "số "];
    const AFTER: [&str; 9] =
        [" đầu ", " cuối ", " trong ", " của ", " được ", " hiện ", " tại ", " tính ", " toàn "];
    let bare = BEFORE.iter().find_map(|word| base.strip_prefix(word)).unwrap_or(base);
    let end = AFTER.iter().filter_map(|word| bare.find(word)).min().unwrap_or(bare.len());
    bare[..end].trim()
}

/// The results of one target at one period.
struct Group<'a> {
    office: &'a Office,
    target: &'a Target,
    units: Units,
    counted: &'a str,
    period: Period,
}

impl<'a> Group<'a> {
    fn observe(
        &self,
        mut rows: Vec<&'a ResultValue>,
        carried: &mut Carried<'a>,
        findings: &mut Vec<Diagnostic>,
    ) -> Observed {
        rows.sort_by(|a, b| (&a.organisation, &a.place).cmp(&(&b.organisation, &b.place)));
        let mut stated = None;
        let mut of_organisations: Vec<(&'a ResultValue, Quantity)> = Vec::new();
        let mut before: Option<&ResultValue> = None;
        for row in rows {
            if let Some(first) = before.filter(|b| b.organisation == row.organisation) {
                findings.extend(self.twice(first, row));
                continue;
            }
            before = Some(row);
            match convert(self.office, self.target, self.units, self.counted, row) {
                Ok(value) if row.organisation.is_none() => stated = Some((row, value)),
                Ok(value) => of_organisations.push((row, value)),
                Err(finding) => findings.push(*finding),
            }
        }
        let by_organisation = of_organisations
            .iter()
            .filter_map(|(row, value)| Some((row.organisation.clone()?, value.clone())))
            .collect();
        let given = of_organisations.len();
        if self.target.measure == Measure::Cumulative && given > 0 {
            of_organisations = self.with_carried(of_organisations, carried);
        }
        let total = self.total(&of_organisations, findings);
        let is_sum = stated.is_none() && given == of_organisations.len();
        Observed {
            bloc: self.choose(stated, total, &of_organisations[..given], findings),
            by_organisation,
            is_sum,
        }
    }

    /// Adds the last running totals of organisations that are silent now, and remembers those given now.
    fn with_carried(
        &self,
        mut rows: Vec<(&'a ResultValue, Quantity)>,
        carried: &mut Carried<'a>,
    ) -> Vec<(&'a ResultValue, Quantity)> {
        for (row, value) in &rows {
            if let Some(id) = row.organisation.as_deref() {
                carried.insert(id, (row, value.clone()));
            }
        }
        let given = reporters(&rows);
        let silent = carried.iter().filter(|(id, _)| !given.contains(**id));
        rows.extend(silent.map(|(_, kept)| kept.clone()));
        rows
    }

    /// Two rows for the same thing: the first counts, and a difference is told.
    fn twice(&self, first: &ResultValue, second: &ResultValue) -> Option<Diagnostic> {
        (first.value != second.value).then(|| {
            Diagnostic::warning("result-twice")
                .place(second.place.clone())
                .related(first.place.clone())
                .arg("target", &self.target.short)
                .arg("period", self.period.name())
                .arg("first", said(&first.value, &first.unit))
                .arg("second", said(&second.value, &second.unit))
                .arg("first-place", &first.place)
        })
    }

    /// The organisations' values as one. Where a merged organisation and its successor both give a value that stands
    /// (no flow), the successor's holds both.
    fn total(&self, rows: &[(&ResultValue, Quantity)], findings: &mut Vec<Diagnostic>) -> Option<Quantity> {
        let successors = Successors::new(self.office);
        let day = self.period.last_day();
        let given = reporters(rows);
        let counts = |row: &ResultValue| match row.organisation.as_deref() {
            Some(id) if self.target.measure != Measure::Flow => {
                let heir = successors.on(id, day);
                heir == id || !given.contains(heir)
            }
            _ => true,
        };
        let values = rows.iter().filter(|(r, _)| counts(r)).map(|(_, q)| q.clone()).collect();
        let existing = existing(self.office, day).count();
        let total = together(self.office, self.target, self.units, values, existing);
        if let (None, Some((first, _))) = (&total, rows.first()) {
            let finding = Diagnostic::warning("organisations-not-addable").place(first.place.clone());
            findings.push(finding.arg("target", &self.target.short).arg("period", self.period.name()));
        }
        total
    }

    /// The bloc's value: from the organisations when all have given theirs, or when no total is stated; else the
    /// stated total. When both are known and do not fit, a finding shows both.
    fn choose(
        &self,
        stated: Option<(&ResultValue, Quantity)>,
        total: Option<Quantity>,
        rows: &[(&ResultValue, Quantity)],
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Quantity> {
        let (Some((row, stated)), Some(total)) = (&stated, &total) else {
            return stated.map(|(_, value)| value).or(total);
        };
        let given = reporters(rows);
        let all = existing(self.office, self.period.last_day()).all(|o| given.contains(o.id.as_str()));
        if !fits(stated, total, all) {
            let mut finding = Diagnostic::warning(if all { "total-differs" } else { "parts-exceed-total" })
                .place(row.place.clone())
                .arg("target", &self.target.short)
                .arg("period", self.period.name())
                .arg("stated", operand(stated))
                .arg("sum", operand(total))
                .arg("count", rows.len());
            if let Some((first, _)) = rows.first() {
                finding = finding.related(first.place.clone());
            }
            findings.push(finding);
        }
        Some(if all { total.clone() } else { stated.clone() })
    }
}

fn reporters<'r>(rows: &[(&'r ResultValue, Quantity)]) -> BTreeSet<&'r str> {
    rows.iter().filter_map(|(r, _)| r.organisation.as_deref()).collect()
}

/// Whether a stated total fits the organisations' sum: the same when all have reported, else not below it.
fn fits(stated: &Quantity, total: &Quantity, all: bool) -> bool {
    let count = |q: &Quantity| match q.value {
        Value::Share { part, .. } => Some(part),
        Value::Number(n) if q.unit != "%" => Some(n),
        _ => None,
    };
    match (count(stated), count(total)) {
        (Some(a), Some(b)) if !all => a >= b || same(a, b),
        _ if !all => true,
        (Some(a), Some(b)) => same(a, b) && wholes_agree(stated, total),
        // A rounded per cent beside the exact share: half of its last digit may be missing.
        _ => match (stated.as_number(), total.as_number()) {
            (Some(a), Some(b)) => (a - b).abs() <= 0.05 + 1e-9,
            _ => true,
        },
    }
}

fn wholes_agree(a: &Quantity, b: &Quantity) -> bool {
    match (&a.value, &b.value) {
        (Value::Share { whole: a, .. }, Value::Share { whole: b, .. }) => same(*a, *b),
        _ => true,
    }
}
