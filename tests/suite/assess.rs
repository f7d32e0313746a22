//! Tests of the room `assess`.

#[path = "../assess/builder.rs"]
mod builder;

use baocao::assess::{Status, assess};
use baocao::office::Measure;
use baocao::quantity::{Comparator, Quantity, Value};

use builder::{office, period, result, target};

fn number(q: &Option<Quantity>) -> f64 {
    q.as_ref().unwrap().as_number().unwrap()
}

/// The figures of the reference picture: 36 + 45 + 47 of 176 by the third quarter.
#[test]
fn admissions_of_three_quarters() {
    let mut office = office();
    target(&mut office, "ket-nap", Measure::Flow, Comparator::AtLeast, Value::Number(176.0), "đảng viên");
    builder::last(&mut office).per_year = true;
    for (code, n) in [("2023-Q1", 36.0), ("2023-Q2", 45.0), ("2023-Q3", 47.0)] {
        result(&mut office, "ket-nap", None, code, Value::Number(n), "đảng viên");
    }
    let assessment = assess(&office, &[], period("2023-Q3")).unwrap();
    let standing = &assessment.targets[0];
    assert_eq!(standing.status, Status::Behind);
    assert_eq!(number(&standing.year_to_date), 128.0);
    assert_eq!(number(&standing.remaining), 48.0);
    assert!((number(&standing.share) - 72.727).abs() < 0.001);
    assert!((number(&standing.pace) - 75.0).abs() < 0.001);
    let forecast = standing.forecast_year.as_ref().unwrap();
    assert!((forecast.value.as_number().unwrap() - 170.667).abs() < 0.001);
}
