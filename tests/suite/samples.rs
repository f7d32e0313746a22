//! The five sample reports, made by the binary and read back.

use std::fs;

use crate::driver::{baocao, project};

/// Office, period and file name of every sample report.
pub const SAMPLES: [(&str, &str, &str); 5] = [
    ("thai-binh", "2020-Q3", "bao-cao-quy-iii-2020"),
    ("thai-binh", "2023-Q3", "bao-cao-quy-iii-2023"),
    ("thai-nguyen", "2020-Q4", "bao-cao-quy-iv-2020"),
    ("lang-son", "2019-Q3", "bao-cao-quy-iii-2019"),
    ("lang-son", "2020-Q4", "bao-cao-quy-iv-2020"),
];

/// The bytes of a report of a sample office for any period, made in a folder of its own.
pub fn make(office: &str, period: &str, name: &str, options: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(office);
    super::publish::copy(&project("data").join(office), &copy);
    let mut args = vec!["run", copy.to_str().unwrap(), "--period", period];
    args.extend_from_slice(options);
    let run = baocao(&args);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{office} {period}");
    fs::read(copy.join(format!("out/{period}/{name}.pdf"))).unwrap()
}

/// Every sample report is made, silently, and is small enough to mail.
#[test]
fn all_five_are_made() {
    for (office, period, name) in SAMPLES {
        let pdf = make(office, period, name, &[]);
        assert!(pdf.starts_with(b"%PDF-1.7"), "{office} {period}");
        assert!(pdf.len() < 100_000, "{office} {period} has {} bytes", pdf.len());
    }
}

/// One template set serves every kind of period.
#[test]
fn every_kind_of_period_is_made() {
    for (period, name) in [
        ("2023-Q3", "bao-cao-quy-iii-2023"),
        ("2023-H1", "bao-cao-6-thang-dau-nam-2023"),
        ("2023-9M", "bao-cao-9-thang-2023"),
        ("2022", "bao-cao-nam-2022"),
        ("2020-2025", "bao-cao-nhiem-ky-2020-2025"),
    ] {
        make("thai-binh", period, name, &[]);
    }
}
