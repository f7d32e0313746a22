//! Values of other periods beside this one's, and when they cannot be compared.

use std::collections::BTreeSet;

use crate::assess::arithmetic::{POINTS, difference};
use crate::assess::model::Span;
use crate::assess::observe::Record;
use crate::assess::organisations::Successors;
use crate::assess::terms::term_of;
use crate::assess::view::{View, exact};
use crate::diagnostic::Diagnostic;
use crate::office::{Measure, Target};
use crate::period::Period;
use crate::quantity::Quantity;

/// The values of a target seen from a period.
pub(crate) struct Values {
    pub current: Option<Quantity>,
    pub previous: Option<Quantity>,
    pub last_year: Option<Quantity>,
    pub change: Option<Quantity>,
    pub change_last_year: Option<Quantity>,
    pub year_to_date: Option<Quantity>,
    pub term_to_date: Option<Quantity>,
    pub latest: Option<(Period, Quantity)>,
    pub cumulative: Option<Quantity>,
    /// What the goal is measured against.
    pub measured: Option<Quantity>,
    pub by_quarter: Vec<(Period, Option<Quantity>)>,
}

impl View<'_> {
    /// All values, and the changes between those that can be compared.
    pub(super) fn values(&self, findings: &mut Vec<Diagnostic>) -> Values {
        let (before, year_before) = (self.period.previous(), self.period.last_year());
        let current = self.record.value(self.period);
        let previous = self.elsewhere(before, findings);
        let last_year = self.elsewhere(year_before, findings);
        let (year_to_date, term_to_date) = (self.year_to_date(), self.term_to_date());
        let latest = self.latest();
        let cumulative = match (self.target().measure, self.span()) {
            (Measure::Flow, Span::EachYear) if !self.is_term() => year_to_date.clone(),
            (Measure::Flow, _) => term_to_date.clone(),
            _ => latest.as_ref().map(|(_, value)| value.clone()),
        };
        Values {
            change: self.change(current.as_ref(), previous.as_ref(), before, findings),
            change_last_year: self.change(current.as_ref(), last_year.as_ref(), year_before, findings),
            measured: self.measured(),
            by_quarter: self.by_quarter(),
            current,
            previous,
            last_year,
            year_to_date,
            term_to_date,
            latest,
            cumulative,
        }
    }

    /// The value of another period, also of the term before where the target is the same there.
    pub(super) fn elsewhere(
        &self,
        period: Option<Period>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Quantity> {
        let period = period?;
        let term = term_of(self.office(), period)?;
        if term.period == self.record.term.period {
            return self.record.value(period);
        }
        let before = term.targets.iter().find(|t| t.id == self.target().id)?;
        let value =
            Record::new(self.office(), self.articles, term, before, self.period.last_day()).value(period)?;
        if let Some(why) = not_comparable(self.target(), before) {
            findings.push(
                Diagnostic::note("comparison-refused")
                    .place(self.target().place.clone())
                    .related(before.place.clone())
                    .arg("target", &self.target().short)
                    .arg("period", period.name())
                    .arg("term", term.period.name())
                    .arg("why", why),
            );
            return None;
        }
        Some(value)
    }

    /// The change from another period; refused where counts are sums over different organisations.
    pub(super) fn change(
        &self,
        to: Option<&Quantity>,
        from: Option<&Quantity>,
        before: Option<Period>,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Quantity> {
        let change = difference(exact(to)?, exact(from)?)?;
        let (now, then) = (self.summed_over(self.period), self.summed_over(before?));
        if let (Some(now), Some(then)) = (now, then)
            && change.unit != POINTS
            && now != then
        {
            findings.push(
                Diagnostic::note("comparison-scope-differs")
                    .place(self.target().place.clone())
                    .arg("target", &self.target().short)
                    .arg("period", self.period.name())
                    .arg("before", before?.name())
                    .arg("now", now.len())
                    .arg("then", then.len()),
            );
            return None;
        }
        Some(change)
    }

    /// Ids of the organisations, successors for those merged, whose values alone make up the period's value.
    pub(super) fn summed_over(&self, period: Period) -> Option<BTreeSet<&str>> {
        let (_, seen) = self.record.standing_at(period)?;
        let successors = Successors::new(self.office());
        let day = self.period.last_day();
        let heirs = seen.by_organisation.keys().map(|id| successors.on(id, day));
        seen.is_sum.then(|| heirs.collect())
    }
}

/// Why two targets of the same id in two terms cannot be compared, a word for the message's selector.
fn not_comparable(now: &Target, before: &Target) -> Option<&'static str> {
    let base = |t: &Target| t.base.as_ref().map(|b| (b.text.clone(), b.value.map(f64::to_bits)));
    if now.measure != before.measure || now.unit != before.unit {
        return Some("unit");
    }
    if now.rating != before.rating {
        return Some("scale");
    }
    (base(now) != base(before)).then_some("base")
}
