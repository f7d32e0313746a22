//! Strengths and weaknesses, as far as figures show them.

use crate::assess::{Span, Status, TargetStanding};
use crate::compose::context::{Inputs, by_share, lies_in, rests_on};
use crate::compose::ledger::Ledger;
use crate::compose::mark;
use crate::compose::model::{EvaluationText, LaggingText, LeaderText};
use crate::office::Measure;
use crate::period::Period;
use crate::quantity::{Comparator, Quantity};

/// Most organisations that are named for a target.
const NAMED: usize = 2;

/// Most reasons that are told.
const REASONS: usize = 3;

/// What the standings and the units' notes say.
pub fn text(inputs: Inputs<'_>, ledger: &mut Ledger) -> EvaluationText {
    ledger.subject = "Số chỉ tiêu theo đánh giá".to_owned();
    let targets = &inputs.assessment.targets;
    let with = |wanted: &[Status]| targets.iter().filter(|t| wanted.contains(&t.status)).collect::<Vec<_>>();
    let good = with(&[Status::Exceeded, Status::Met, Status::OnPace]);
    let poor = with(&[Status::Behind, Status::NotMet]);
    let judged = good.len() + poor.len();
    let mut text = EvaluationText { all_good: judged > 0 && poor.is_empty(), ..EvaluationText::default() };
    if judged > 0 {
        text.judged = Some(count(judged, "đếm các chỉ tiêu được đánh giá", ledger));
        text.good = (!good.is_empty()).then(|| {
            let names = good.iter().map(|t| t.target.short.as_str()).collect::<Vec<_>>().join("; ");
            count(good.len(), &format!("đếm các chỉ tiêu vượt, đạt hoặc đúng tiến độ: {names}"), ledger)
        });
    }
    let reached = with(&[Status::Exceeded, Status::Met]);
    let few = reached.len() <= NAMED;
    text.reached =
        reached.iter().filter(|_| few).map(|t| mark::lowered(&mark::name(&t.target.title))).collect();
    text.leaders = good.iter().filter_map(|t| leader(inputs, t, ledger)).collect();
    text.lagging = poor.iter().map(|t| lagging(inputs, t, ledger)).collect();
    text.reasons = reasons(inputs, &poor);
    text
}

fn count(n: usize, expression: &str, ledger: &mut Ledger) -> String {
    ledger.value(&Quantity::formula(n as f64, "chỉ tiêu", expression, Vec::new()))
}

/// The organisation that is ahead of all others on a target.
fn leader(inputs: Inputs<'_>, standing: &TargetStanding, ledger: &mut Ledger) -> Option<LeaderText> {
    let [best] = standing.best[..] else { return None };
    ledger.subject.clone_from(&standing.target.title);
    let organisation = inputs.assessment.organisations.get(best)?;
    let value = standing.to_date_by_organisation.get(best)?.as_ref()?;
    if standing.target.measure != Measure::Flow || value.comparator != Comparator::Equal {
        return None;
    }
    Some(LeaderText {
        target: mark::lowered(&mark::name(&standing.target.short)),
        organisation: mark::name(&organisation.name),
        value: ledger.amount(value),
        per_year: standing.span == Span::EachYear && !matches!(inputs.assessment.period, Period::Term(..)),
    })
}

fn lagging(inputs: Inputs<'_>, standing: &TargetStanding, ledger: &mut Ledger) -> LaggingText {
    ledger.subject.clone_from(&standing.target.title);
    let values = || standing.to_date_by_organisation.iter();
    let zeros: Vec<&str> = values()
        .zip(&inputs.assessment.organisations)
        .filter(|(value, _)| value.as_ref().is_some_and(|q| q.as_number() == Some(0.0)))
        .map(|(_, organisation)| organisation.name.as_str())
        .collect();
    let some = zeros.len() > NAMED && zeros.len() < values().flatten().count();
    let latest = rests_on(standing).and_then(|(_, q)| q.as_number());
    LaggingText {
        target: mark::lowered(&mark::name(&standing.target.title)),
        nothing: by_share(standing) && latest == Some(0.0),
        share: standing
            .share
            .as_ref()
            .filter(|_| by_share(standing))
            .map(|s| ledger.value_beside(s, Some(100.0))),
        pace: standing.pace.as_ref().map(|p| ledger.value(p)),
        without: some.then(|| {
            let expression = format!("đếm các tổ chức chưa có kết quả: {}", zeros.join("; "));
            ledger.value(&Quantity::formula(zeros.len() as f64, "tổ chức", expression, Vec::new()))
        }),
    }
}

/// Notes sent with the period's results of targets that lag.
fn reasons(inputs: Inputs<'_>, poor: &[&TargetStanding]) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for result in &inputs.office.results {
        let lags = poor.iter().any(|t| t.target.id == result.target);
        if let Some(note) = result.note.as_ref().filter(|_| lags && lies_in(result.period, inputs.assessment))
        {
            let reason = mark::name(note.trim().trim_end_matches('.'));
            if reasons.len() < REASONS && !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
    }
    reasons
}
