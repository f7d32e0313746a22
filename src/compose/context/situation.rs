//! Head counts in words.

use crate::assess::Assessment;
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::model::SituationText;
use crate::quantity::Quantity;

/// Most organisations that a sentence names one by one; more are counted and left to the appendix.
const NAMED: usize = 5;

/// The head counts at the period's end.
pub fn text(assessment: &Assessment, ledger: &mut Ledger) -> SituationText {
    let situation = &assessment.situation;
    let mut value = |q: &Option<Quantity>| q.as_ref().map(|q| ledger.value(q));
    let mut text = SituationText {
        organisations: value(&situation.organisations),
        committees: value(&positive(&situation.committees)),
        cells: value(&positive(&situation.cells)),
        members: value(&situation.members),
        clusters: value(&positive(&situation.clusters)),
        reported: value(&positive(&situation.reported)),
        reported_share: value(&situation.reported_share),
        all_reported: assessment.missing.is_empty() && positive(&situation.reported).is_some(),
        missing: None,
        missing_names: Vec::new(),
    };
    let names: Vec<&str> = assessment
        .missing
        .iter()
        .filter_map(|i| assessment.organisations.get(*i))
        .map(|o| o.name.as_str())
        .collect();
    if !names.is_empty() && text.reported.is_some() {
        let expression = format!("đếm các tổ chức chưa gửi số liệu: {}", names.join("; "));
        let count = Quantity::formula(names.len() as f64, "tổ chức", expression, Vec::new());
        text.missing = Some(ledger.value(&count));
        if names.len() <= NAMED {
            text.missing_names = names.into_iter().map(mark::name).collect();
        }
    }
    text
}

/// None for zero: nothing is said of what there is none of.
fn positive(quantity: &Option<Quantity>) -> Option<Quantity> {
    quantity.clone().filter(|q| q.as_number().is_none_or(|n| n > 0.0))
}
