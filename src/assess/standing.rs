//! One target's standing at the period, put together.

use crate::assess::model::TargetStanding;
use crate::assess::view::View;
use crate::diagnostic::Diagnostic;

impl View<'_> {
    /// The whole standing, but for what concerns organisations.
    pub fn standing(&self, findings: &mut Vec<Diagnostic>) -> TargetStanding {
        let clock = self.clock();
        let values = self.values(findings);
        let outlook = self.outlook(&values, clock);
        TargetStanding {
            target: self.record.target.clone(),
            goal: self.record.goal.clone(),
            span: self.span(),
            tolerance: self.tolerance(),
            status: self.status(values.measured.as_ref(), clock),
            by_year: self.by_year(),
            current: values.current,
            previous: values.previous,
            last_year: values.last_year,
            year_to_date: values.year_to_date,
            term_to_date: values.term_to_date,
            latest: values.latest,
            cumulative: values.cumulative,
            change: values.change,
            change_last_year: values.change_last_year,
            by_quarter: values.by_quarter,
            share: outlook.share,
            difference: outlook.difference,
            pace: outlook.pace,
            pace_gap: outlook.pace_gap,
            remaining: outlook.remaining,
            remaining_count: outlook.remaining_count,
            needed: outlook.needed,
            needed_ratio: outlook.needed_ratio,
            forecast_year: outlook.forecast_year,
            forecast_term: outlook.forecast_term,
            by_organisation: Vec::new(),
            to_date_by_organisation: Vec::new(),
            missing: Vec::new(),
            best: Vec::new(),
            furthest: Vec::new(),
            by_cluster: Vec::new(),
        }
    }
}
