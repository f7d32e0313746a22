//! A target by organisation and by cluster.

use std::collections::BTreeMap;

use crate::assess::judge::Bound;
use crate::assess::model::{Span, TargetStanding};
use crate::assess::observe::Record;
use crate::assess::organisations::Successors;
use crate::assess::series::cover;
use crate::assess::terms::{as_period, quarters_in_term, quarters_of_term};
use crate::assess::units::{Units, does, level, scale_of, together};
use crate::office::{Cluster, Measure, Organisation};
use crate::period::Period;
use crate::quantity::{Quantity, Value};

type ById<'a> = BTreeMap<&'a str, Quantity>;

/// Fills in what concerns organisations and clusters.
pub(crate) fn spread(
    record: &Record<'_>,
    period: Period,
    organisations: &[Organisation],
    clusters: &[Cluster],
    standing: &mut TargetStanding,
) {
    let spread = Spread { record, period, successors: Successors::new(record.office) };
    let now = spread.values();
    let to_date = spread.to_date(standing.span, &now);
    let in_order = |values: &ById<'_>| -> Vec<Option<Quantity>> {
        organisations.iter().map(|o| values.get(o.id.as_str()).cloned()).collect()
    };
    standing.by_organisation = in_order(&now);
    standing.to_date_by_organisation = in_order(&to_date);
    if !now.is_empty() {
        standing.missing =
            (0..organisations.len()).filter(|i| standing.by_organisation[*i].is_none()).collect();
    }
    (standing.best, standing.furthest) = spread.extremes(&standing.to_date_by_organisation);
    standing.by_cluster =
        clusters.iter().map(|c| spread.cluster(c, organisations, &standing.by_organisation)).collect();
}

/// Each organisation's value of the period, those merged or renamed under their successor's id.
pub(crate) fn values_of<'a>(record: &'a Record<'a>, period: Period) -> BTreeMap<&'a str, Quantity> {
    Spread { record, period, successors: Successors::new(record.office) }.values()
}

struct Spread<'a> {
    record: &'a Record<'a>,
    period: Period,
    successors: Successors<'a>,
}

impl<'a> Spread<'a> {
    /// The organisations' values at exactly one period, those merged or renamed under their successor's id: flows
    /// added, of what stands the successor's own.
    fn exact(&self, period: Period) -> ById<'a> {
        let Some(seen) = self.record.observed.get(&period) else { return ById::new() };
        let day = self.period.last_day();
        let mut groups: BTreeMap<&str, Vec<(bool, &Quantity)>> = BTreeMap::new();
        for (id, value) in &seen.by_organisation {
            let heir = self.successors.on(id, day);
            groups.entry(heir).or_default().push((heir == id, value));
        }
        let flow = self.record.target.measure == Measure::Flow;
        let one = |values: Vec<(bool, &Quantity)>| {
            let own = values.iter().find(|(own, _)| *own && !flow).map(|(_, q)| (*q).clone());
            let office = self.record.office;
            let all = || values.iter().map(|(_, q)| (*q).clone()).collect::<Vec<_>>();
            match values.as_slice() {
                [(_, only)] => Some((*only).clone()),
                _ => own.or_else(|| together(office, self.record.target, self.record.units, all(), 0)),
            }
        };
        groups.into_iter().filter_map(|(id, values)| Some((id, one(values)?))).collect()
    }

    /// Each organisation's value of the period.
    fn values(&self) -> ById<'a> {
        if self.record.target.measure == Measure::Flow {
            let (first, last) = quarters_in_term(self.record.term, self.period);
            let own = self.exact(self.period);
            return if own.is_empty() { self.summed(first, last) } else { own };
        }
        match self.record.standing_at(self.period) {
            Some((period, _)) => self.exact(period),
            None => ById::new(),
        }
    }

    fn summed(&self, first: i32, last: i32) -> ById<'a> {
        let first = first.max(quarters_of_term(self.record.term).0);
        let (year, end) = (first.div_euclid(4), last.div_euclid(4));
        let longer = (year..=end).flat_map(|y| [Period::Year(y), Period::NineMonths(y), Period::Half(y)]);
        let periods = (first..=last).map(as_period).chain(longer);
        let by_period: BTreeMap<Period, ById<'a>> = periods.map(|p| (p, self.exact(p))).collect();
        let ids = by_period.values().flat_map(|values| values.keys().copied());
        let ids: std::collections::BTreeSet<&str> = ids.collect();
        let total = |id: &str| {
            let at = |p: Period| by_period.get(&p)?.get(id).cloned();
            cover(first, last, at).sum(self.record.units.base())
        };
        ids.into_iter().filter_map(|id| Some((id, total(id)?))).collect()
    }

    /// Each organisation's value in the stretch that the goal is owed for.
    fn to_date(&self, span: Span, now: &ById<'a>) -> ById<'a> {
        let last = quarters_in_term(self.record.term, self.period).1;
        if self.record.is_yearly_answer() {
            let year =
                self.record.latest_year(self.period).and_then(|(year, _)| self.record.standing_at(year));
            return year.map(|(period, _)| self.exact(period)).unwrap_or_default();
        }
        match (self.record.target.measure, span) {
            (Measure::Flow, Span::EachYear) if !matches!(self.period, Period::Term(..)) => {
                self.summed(self.record.year_start(last), last)
            }
            (Measure::Flow, _) => self.summed(quarters_of_term(self.record.term).0, last),
            _ => now.clone(),
        }
    }

    /// Indices of the best and of those furthest behind; none where all are the same.
    fn extremes(&self, values: &[Option<Quantity>]) -> (Vec<usize>, Vec<usize>) {
        let scores: Vec<(usize, f64)> =
            values.iter().enumerate().filter_map(|(i, q)| Some((i, self.score(q.as_ref()?)?))).collect();
        let best = scores.iter().map(|(_, s)| *s).fold(f64::NEG_INFINITY, f64::max);
        let worst = scores.iter().map(|(_, s)| *s).fold(f64::INFINITY, f64::min);
        if best <= worst {
            return (Vec::new(), Vec::new());
        }
        let with = |score: f64| scores.iter().filter(|(_, s)| *s == score).map(|(i, _)| *i).collect();
        (with(best), with(worst))
    }

    /// Greater is better.
    fn score(&self, value: &Quantity) -> Option<f64> {
        let (office, target) = (self.record.office, self.record.target);
        let ceiling = Bound::of(target, &self.record.goal).is_some_and(Bound::is_ceiling);
        let score = match &value.value {
            Value::Words(words) => -(level(scale_of(office, target)?.0, words)? as f64),
            Value::Yes(_) => f64::from(does(office, target, &value.value)?),
            _ => value.as_number()?,
        };
        Some(if ceiling { -score } else { score })
    }

    fn cluster(
        &self,
        cluster: &Cluster,
        organisations: &[Organisation],
        values: &[Option<Quantity>],
    ) -> Option<Quantity> {
        let members =
            || organisations.iter().zip(values).filter(|(o, _)| o.cluster.as_deref() == Some(&cluster.id));
        let given: Vec<Quantity> = members().filter_map(|(_, q)| q.clone()).collect();
        // The fixed base is the whole bloc's; a cluster's counts stay counts.
        let counts = given.iter().all(|q| matches!(q.value, Value::Number(_)) && q.unit != "%");
        let units = match self.record.units {
            Units::PerCentOf(_) if counts => Units::Count,
            Units::PerCentOf(_) => Units::PerCent,
            units => units,
        };
        together(self.record.office, self.record.target, units, given, members().count())
    }
}
