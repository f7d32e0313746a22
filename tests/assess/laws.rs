//! What must hold for any figures.

use baocao::assess::{Assessment, Status, assess};
use baocao::office::{Measure, Office, OrganisationKind};
use baocao::quantity::{Comparator, Value};
use proptest::prelude::*;

use super::builder::{last, office, organisation, period, result, target};
use super::table;

fn standing_of(measure: Measure, comparator: Comparator, goal: Value, value: f64, code: &str) -> Status {
    let mut office = office();
    target(&mut office, "t", measure, comparator, goal, "lớp");
    last(&mut office).per_year = measure == Measure::Flow;
    if measure == Measure::Rating {
        last(&mut office).unit = "%".to_owned();
        result(&mut office, "t", None, "2022", Value::Number(value), "%");
    } else {
        result(&mut office, "t", None, code, Value::Number(value), "lớp");
    }
    assess(&office, &[], period(if measure == Measure::Rating { "2022" } else { code })).unwrap().targets[0]
        .status
}

/// 0 is best; statuses without a judgement have no rank.
fn rank(status: Status) -> usize {
    Status::ALL.iter().position(|s| *s == status).unwrap()
}

fn measures() -> impl Strategy<Value = Measure> {
    prop_oneof![Just(Measure::Flow), Just(Measure::Cumulative), Just(Measure::Level), Just(Measure::Rating)]
}

fn comparators() -> impl Strategy<Value = Comparator> {
    use Comparator::*;
    prop_oneof![
        Just(Equal),
        Just(AtLeast),
        Just(MoreThan),
        Just(AtMost),
        Just(LessThan),
        Just(About),
        Just(Nearly),
        Just(Range)
    ]
}

fn periods() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("2023-H1"), Just("2023-9M"), Just("2023"), Just("2025-9M")]
}

/// An office with quarterly counts of organisations in two clusters.
fn with_organisations(counts: &[(u8, u8, u8)]) -> Office {
    let mut office = office();
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(50.0), "đảng viên");
    target(&mut office, "u", Measure::Cumulative, Comparator::AtLeast, Value::Number(50.0), "lớp");
    office.clusters =
        ["x", "y"].map(|id| baocao::office::Cluster { id: id.to_owned(), ..Default::default() }).to_vec();
    for (i, (a, b, c)) in counts.iter().enumerate() {
        let id = format!("o{i}");
        organisation(
            &mut office,
            &id,
            OrganisationKind::Committee,
            10.0,
            Some(if i % 2 == 0 { "x" } else { "y" }),
        );
        for (code, n) in [("2023-Q1", a), ("2023-Q2", b), ("2023-Q3", c)] {
            result(&mut office, "t", Some(&id), code, Value::Number(f64::from(*n)), "đảng viên");
        }
        result(&mut office, "u", Some(&id), "2023-Q3", Value::Number(f64::from(*a)), "lớp");
    }
    office
}

fn told(assessment: &Assessment) -> String {
    let mut text: String = assessment.targets.iter().map(table::lines).collect();
    for standing in &assessment.targets {
        let one = |q: &Option<_>| q.as_ref().map_or("-".to_owned(), table::shown);
        let all = standing
            .by_organisation
            .iter()
            .chain(&standing.to_date_by_organisation)
            .chain(&standing.by_cluster);
        text.extend(all.map(one).map(|t| t + "\n"));
    }
    text
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-5i32..200).prop_map(|n| Value::Number(f64::from(n))),
        (0i32..9, 0i32..9).prop_map(|(a, b)| Value::Share { part: f64::from(a), whole: f64::from(b) }),
        (0i32..9, 0i32..9).prop_map(|(a, b)| Value::Range(f64::from(a), f64::from(b))),
        any::<bool>().prop_map(Value::Yes),
        Just(Value::Words("Hoàn thành tốt nhiệm vụ".to_owned())),
        Just(Value::Words("Trong sạch vững mạnh".to_owned())),
    ]
}

fn codes() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("2020-Q3"),
        Just("2020"),
        Just("2021-H1"),
        Just("2021-Q2"),
        Just("2021-9M"),
        Just("2021"),
        Just("2025-Q3"),
        Just("2020-2025"),
    ]
}

type Row = (Option<u8>, &'static str, Value, bool);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((prop::option::of(0u8..3), codes(), values(), any::<bool>()), 0..12)
}

proptest! {
    /// Nonsense of any kind is told and never ends the program.
    #[test]
    fn any_results_are_assessed(
        measure in prop_oneof![measures(), Just(Measure::YesNo)],
        comparator in comparators(),
        goal in values(),
        per_cent in any::<bool>(),
        base in prop::option::of(0u8..9),
        rows in rows(),
        code in codes(),
    ) {
        let mut office = office();
        target(&mut office, "t", measure, comparator, goal, if per_cent { "%" } else { "lớp" });
        last(&mut office).base = super::builder::base("tổng số đảng viên", base.map(f64::from));
        last(&mut office).rating = per_cent.then(|| ("qd-132".to_owned(), "Hoàn thành tốt nhiệm vụ".to_owned()));
        for id in ["0", "1", "2"] {
            organisation(&mut office, id, OrganisationKind::Cell, 10.0, None);
        }
        for (who, at, value, per_cent) in rows {
            let who = who.map(|id| id.to_string());
            result(&mut office, "t", who.as_deref(), at, value, if per_cent { "%" } else { "" });
        }
        let assessment = assess(&office, &[], period(code)).unwrap();
        for finding in &assessment.findings {
            prop_assert!(baocao::locale::Locale::Vi.get(finding.code, &finding.args).is_some());
        }
        let finite = told(&assessment);
        prop_assert!(!finite.contains("NaN") && !finite.contains("inf"), "{finite}");
    }

    /// A better value never makes the status worse; under a ceiling the smaller value is the better one.
    #[test]
    fn status_never_worsens_when_the_value_improves(
        measure in measures(),
        comparator in comparators(),
        goal in 1u32..99,
        width in 0u32..20,
        a in 0u32..120,
        b in 0u32..120,
        code in periods(),
    ) {
        let (low, high) = (f64::from(a.min(b)), f64::from(a.max(b)));
        let ceiling = matches!(comparator, Comparator::AtMost | Comparator::LessThan);
        let (worse, better) = if ceiling { (high, low) } else { (low, high) };
        let goal = match comparator {
            Comparator::Range => Value::Range(f64::from(goal), f64::from(goal + width)),
            _ => Value::Number(f64::from(goal)),
        };
        let status = |value| rank(standing_of(measure, comparator, goal.clone(), value, code));
        prop_assert!(status(better) <= status(worse));
    }

    /// The order in which files are read changes nothing.
    #[test]
    fn order_of_results_changes_nothing(
        counts in prop::collection::vec((0u8..9, 0u8..9, 0u8..9), 1..6),
        turn in 0usize..18,
    ) {
        let office = with_organisations(&counts);
        let mut other = office.clone();
        other.results.rotate_left(turn % office.results.len());
        other.results.reverse();
        let at = |o: &Office| assess(o, &[], period("2023-Q3")).unwrap();
        let (a, b) = (at(&office), at(&other));
        prop_assert_eq!(told(&a), told(&b));
        prop_assert_eq!(a.findings, b.findings);
    }

    /// Organisations add up to clusters and clusters to the bloc; quarters add up to the year so far.
    #[test]
    fn parts_add_up_to_totals(counts in prop::collection::vec((0u8..9, 0u8..9, 0u8..9), 1..8)) {
        let assessment = assess(&with_organisations(&counts), &[], period("2023-Q3")).unwrap();
        let number = |q: &baocao::quantity::Quantity| q.as_number().unwrap();
        let sum = |all: &[Option<baocao::quantity::Quantity>]| all.iter().flatten().map(number).sum::<f64>();
        for standing in &assessment.targets {
            let bloc = number(standing.current.as_ref().unwrap());
            prop_assert_eq!(bloc, sum(&standing.by_organisation));
            prop_assert_eq!(bloc, sum(&standing.by_cluster));
        }
        let flow = &assessment.targets[0];
        let year: u32 = counts.iter().map(|(a, b, c)| u32::from(*a) + u32::from(*b) + u32::from(*c)).sum();
        prop_assert_eq!(number(flow.year_to_date.as_ref().unwrap()), f64::from(year));
        prop_assert_eq!(sum(&flow.to_date_by_organisation), f64::from(year));
    }

    /// Figures of a later period change nothing in a report that is made again.
    #[test]
    fn what_comes_later_changes_nothing(counts in prop::collection::vec((0u8..9, 0u8..9, 0u8..9), 1..6), later in 0u8..99) {
        let office = with_organisations(&counts);
        let mut grown = office.clone();
        result(&mut grown, "t", Some("o0"), "2023-Q4", Value::Number(f64::from(later)), "đảng viên");
        result(&mut grown, "u", None, "2024", Value::Number(f64::from(later)), "%");
        let at = |o: &Office| assess(o, &[], period("2023-Q3")).unwrap();
        let (a, b) = (at(&office), at(&grown));
        prop_assert_eq!(told(&a), told(&b));
        prop_assert_eq!(a.findings, b.findings);
    }
}
