//! Targets by organisation and cluster, through mergers and changes of name.

use baocao::assess::assess;
use baocao::office::{Cluster, Measure, Office, OrganisationKind, Validity};
use baocao::quantity::{Comparator, Quantity, Value};

use super::builder::{day, last, office, organisation, period, result, target};
use super::table::shown;

fn cluster(office: &mut Office, id: &str) {
    office.clusters.push(Cluster { id: id.to_owned(), name: id.to_owned(), ..Cluster::default() });
}

fn told(values: &[Option<Quantity>]) -> Vec<String> {
    values.iter().map(|q| q.as_ref().map_or("-".to_owned(), shown)).collect()
}

/// Two cells merge on 1/7/2022: their figures go on under the committee that they became.
fn merger() -> Office {
    let mut office = office();
    target(&mut office, "t", Measure::Flow, Comparator::AtLeast, Value::Number(10.0), "đảng viên");
    last(&mut office).per_year = true;
    cluster(&mut office, "x");
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Cell, 40.0, Some("x"));
        let old = office.organisations.last_mut().unwrap();
        old.validity = Validity { from: None, to: Some(day("2022-06-30")) };
        old.successor = Some("c".to_owned());
    }
    organisation(&mut office, "c", OrganisationKind::Committee, 80.0, Some("x"));
    office.organisations[2].validity = Validity { from: Some(day("2022-07-01")), to: None };
    organisation(&mut office, "d", OrganisationKind::Committee, 50.0, None);
    for (id, code, n) in [("a", "2022-Q1", 1.0), ("b", "2022-Q1", 2.0), ("d", "2022-Q1", 1.0)] {
        result(&mut office, "t", Some(id), code, Value::Number(n), "đảng viên");
    }
    for (id, code, n) in [("a", "2022-Q2", 1.0), ("d", "2022-Q2", 0.0), ("c", "2022-Q3", 4.0)] {
        result(&mut office, "t", Some(id), code, Value::Number(n), "đảng viên");
    }
    office
}

/// Figures of organisations that merged follow their successor, and nobody is counted twice or lost.
#[test]
fn figures_follow_the_successor() {
    let before = assess(&merger(), &[], period("2022-Q2")).unwrap();
    let names =
        |a: &baocao::assess::Assessment| a.organisations.iter().map(|o| o.id.clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), ["a", "b", "d"]);
    assert_eq!(told(&before.targets[0].by_organisation), ["1 đảng viên", "-", "0 đảng viên"]);
    assert_eq!(before.missing, [1]);
    assert_eq!(before.targets[0].missing, [1]);

    let after = assess(&merger(), &[], period("2022-Q3")).unwrap();
    assert_eq!(names(&after), ["c", "d"]);
    let standing = &after.targets[0];
    assert_eq!(told(&standing.by_organisation), ["4 đảng viên", "-"]);
    let c = standing.to_date_by_organisation[0].as_ref().unwrap();
    assert_eq!(c.as_number(), Some(8.0));
    assert_eq!(standing.year_to_date.as_ref().unwrap().as_number(), Some(9.0));
    assert_eq!((standing.best.as_slice(), standing.furthest.as_slice()), ([0].as_slice(), [1].as_slice()));
    assert_eq!(after.missing, [1]);
    assert_eq!(shown(after.situation.reported_share.as_ref().unwrap()), "50 % = 1 / 2");
}

/// The successor's own running total holds those of the merged; theirs of the same day are not added again.
#[test]
fn what_stands_is_not_counted_twice_in_a_merger() {
    let mut office = merger();
    office.results.clear();
    last(&mut office).measure = Measure::Cumulative;
    for (id, n) in [("a", 3.0), ("b", 2.0), ("c", 6.0)] {
        result(&mut office, "t", Some(id), "2022-Q3", Value::Number(n), "đảng viên");
    }
    let standing = &assess(&office, &[], period("2022-Q3")).unwrap().targets[0];
    assert_eq!(standing.current.as_ref().unwrap().as_number(), Some(6.0));
    assert_eq!(told(&standing.by_organisation), ["6 đảng viên", "-"]);
}

/// A circle of successors ends.
#[test]
fn a_circle_of_successors_ends() {
    let mut office = merger();
    office.organisations[2].validity.to = Some(day("2022-07-02"));
    office.organisations[2].successor = Some("a".to_owned());
    assert!(assess(&office, &[], period("2022-Q3")).is_ok());
}

/// Yes and no of organisations become a share of all of them, a rating one of those rated.
#[test]
fn answers_and_ratings_become_shares() {
    let mut office = office();
    target(&mut office, "model", Measure::Cumulative, Comparator::About, Value::Number(50.0), "%");
    target(&mut office, "rated", Measure::Rating, Comparator::AtLeast, Value::Number(90.0), "%");
    last(&mut office).rating = Some(("qd-132".to_owned(), "Hoàn thành tốt nhiệm vụ".to_owned()));
    cluster(&mut office, "x");
    for (i, id) in ["a", "b", "c", "d"].into_iter().enumerate() {
        organisation(&mut office, id, OrganisationKind::Committee, 10.0, (i < 2).then_some("x"));
    }
    for (id, yes) in [("a", true), ("b", false), ("c", true)] {
        result(&mut office, "model", Some(id), "2022", Value::Yes(yes), "");
    }
    for (id, words) in [
        ("a", "Hoàn thành tốt nhiệm vụ"),
        ("b", "Hoàn thành nhiệm vụ"),
        ("d", "Hoàn thành xuất sắc nhiệm vụ"),
    ] {
        result(&mut office, "rated", Some(id), "2022", Value::Words(words.to_owned()), "");
    }
    let assessment = assess(&office, &[], period("2022")).unwrap();
    let [model, rated] = assessment.targets.as_slice() else { panic!() };
    assert_eq!(shown(model.current.as_ref().unwrap()), "2/4 (50) % = 2 / 4");
    assert_eq!(told(&model.by_cluster), ["1/2 (50) % = 1 / 2"]);
    assert_eq!((model.best.as_slice(), model.furthest.as_slice()), ([0, 2].as_slice(), [1].as_slice()));
    assert_eq!(model.missing, [3]);
    assert_eq!(shown(rated.current.as_ref().unwrap()), "2/3 (66,67) % = 2 / 3");
    assert_eq!((rated.best.as_slice(), rated.furthest.as_slice()), ([3].as_slice(), [1].as_slice()));
}

/// Counts of organisations against a per cent of a fixed number of them stay counts one by one and by cluster.
#[test]
fn counts_over_a_fixed_base_stay_counts() {
    let mut office = office();
    target(&mut office, "t", Measure::Cumulative, Comparator::AtLeast, Value::Number(80.0), "%");
    last(&mut office).base = super::builder::base("tổng số tổ chức cơ sở đảng", Some(3.0));
    cluster(&mut office, "x");
    for (id, n) in [("a", 1.0), ("b", 0.0), ("c", 1.0)] {
        organisation(&mut office, id, OrganisationKind::Committee, 10.0, (id != "c").then_some("x"));
        result(&mut office, "t", Some(id), "2022", Value::Number(n), "");
    }
    let standing = &assess(&office, &[], period("2022")).unwrap().targets[0];
    assert_eq!(shown(standing.current.as_ref().unwrap()), "2/3 (66,67) % = 2 / 3");
    assert_eq!(standing.by_organisation[0].as_ref().map(shown).unwrap(), "1 tổ chức cơ sở đảng");
    assert_eq!(told(&standing.by_cluster), ["1 tổ chức cơ sở đảng = 1 + 0"]);
    assert_eq!(
        shown(standing.remaining_count.as_ref().unwrap()),
        "1 tổ chức cơ sở đảng = 80% × 3 - 2, làm tròn lên"
    );
}

/// A running total stays when its organisation is silent; the organisation is still told to be missing.
#[test]
fn running_totals_of_silent_organisations_stay() {
    let mut office = office();
    target(&mut office, "t", Measure::Cumulative, Comparator::AtLeast, Value::Number(10.0), "mô hình");
    for id in ["a", "b"] {
        organisation(&mut office, id, OrganisationKind::Committee, 10.0, None);
        result(&mut office, "t", Some(id), "2022-Q1", Value::Number(2.0), "mô hình");
    }
    result(&mut office, "t", Some("a"), "2022-Q2", Value::Number(3.0), "mô hình");
    let standing = &assess(&office, &[], period("2022-Q2")).unwrap().targets[0];
    assert_eq!(shown(standing.current.as_ref().unwrap()), "5 mô hình = 3 + 2");
    assert_eq!(shown(standing.change.as_ref().unwrap()), "1 mô hình = 5 - 4");
    assert_eq!(told(&standing.by_organisation), ["3 mô hình", "-"]);
    assert_eq!(standing.missing, [1]);
}
