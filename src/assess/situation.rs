//! Head counts at the period's end, from the organisations' file.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::assess::arithmetic::{figure, per_cent_of, sum};
use crate::assess::model::Situation;
use crate::assess::organisations::Successors;
use crate::diagnostic::Place;
use crate::office::{Office, Organisation, OrganisationKind};
use crate::period::Period;
use crate::quantity::{Quantity, Source};

/// The head counts; none where the office's files have no organisations.
pub(crate) fn situation(office: &Office, period: Period, organisations: &[Organisation]) -> Situation {
    let Some(first) = organisations.first() else { return Situation::default() };
    let file = |file: &str| Arc::new(Source::Place(Place::file(file)));
    let of_kind = |kind, unit: &str| {
        let count = organisations.iter().filter(|o| o.kind == kind).count();
        Quantity::number(count as f64, unit, file(&first.place.file))
    };
    let committees = of_kind(OrganisationKind::Committee, "đảng bộ cơ sở");
    let cells = of_kind(OrganisationKind::Cell, "chi bộ cơ sở");
    let expression = format!("{} + {}", number(&committees), number(&cells));
    let inputs = vec![committees.clone(), cells.clone()];
    let total = Quantity::formula(organisations.len() as f64, "tổ chức cơ sở đảng", expression, inputs);
    let reported = reported(office, period, organisations, &total);
    Situation {
        reported_share: reported.as_ref().and_then(|r| per_cent_of(r, &total)),
        reported,
        members: members(organisations, period.last_day()),
        clusters: office
            .clusters
            .first()
            .map(|c| Quantity::number(office.clusters.len() as f64, "cụm", file(&c.place.file))),
        organisations: Some(total),
        committees: Some(committees),
        cells: Some(cells),
    }
}

fn number(q: &Quantity) -> String {
    q.as_number().map(figure).unwrap_or_default()
}

/// Members of all organisations by each one's last count; none when one of them has no count.
pub(crate) fn members(organisations: &[Organisation], day: NaiveDate) -> Option<Quantity> {
    let count = |o: &Organisation| {
        let (_, count, source) = o.members.iter().filter(|(on, ..)| *on <= day).max_by_key(|(on, ..)| *on)?;
        Some(Quantity::number(*count, "đảng viên", source.clone()))
    };
    sum(organisations.iter().map(count).collect::<Option<Vec<Quantity>>>()?, None)
}

/// Ids of the organisations that sent a figure for the period, those merged or renamed under their successor's.
pub(crate) fn senders(office: &Office, period: Period) -> BTreeSet<&str> {
    let successors = Successors::new(office);
    let (first, last) = (period.first_day(), period.last_day());
    let inside =
        office.results.iter().filter(|r| first <= r.period.first_day() && r.period.last_day() <= last);
    inside.filter_map(|r| r.organisation.as_deref()).map(|id| successors.on(id, last)).collect()
}

fn reported(
    office: &Office,
    period: Period,
    organisations: &[Organisation],
    total: &Quantity,
) -> Option<Quantity> {
    let senders = senders(office, period);
    if senders.is_empty() {
        return None;
    }
    let sent = organisations.iter().filter(|o| senders.contains(o.id.as_str())).count();
    let expression = format!("đếm tổ chức gửi số liệu {}", period.name());
    Some(Quantity::formula(sent as f64, "tổ chức cơ sở đảng", expression, vec![total.clone()]))
}
