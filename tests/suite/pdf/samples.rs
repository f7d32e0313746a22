//! Whole documents: what `layout` makes of them, and what the program writes for the sample offices.

use baocao::layout::{Profile, lay_out};
use baocao::pdf::{Options, write};

use super::builder::metadata;
use super::{checks, composed_text, drawn_text, reading};

/// What `layout` makes of documents of all sizes becomes a conforming file with the same text.
#[test]
fn laid_out_documents_conform() {
    use crate::layout::sample::{quarterly, term, with_entries, with_rows};
    for profile in Profile::names() {
        let profile = Profile::built_in(profile).unwrap();
        for document in [quarterly(), term(), with_rows(0, 0), with_rows(120, 3), with_entries(200)] {
            let pages = lay_out(&document, &profile).unwrap();
            let bytes = write(&pages, &metadata(), &Options::default()).unwrap();
            let faults = checks::faults(&bytes);
            assert!(faults.is_empty(), "{} blocks: {faults:#?}", document.blocks.len());
            assert_eq!(drawn_text(&bytes), composed_text(&pages), "{} blocks", document.blocks.len());
        }
    }
}

/// A report of a copy of a sample office under a page format, read from where the program puts it.
fn sample(office: &str, period: &str, profile: &str, options: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(office);
    crate::publish::copy(&crate::driver::project("data").join(office), &copy);
    let settings = std::fs::read_to_string(copy.join("office.yaml")).unwrap();
    let settings = settings.replace("profile: dang", &format!("profile: {profile}"));
    std::fs::write(copy.join("office.yaml"), settings).unwrap();
    let mut arguments = vec!["run", copy.to_str().unwrap(), "--period", period];
    arguments.extend_from_slice(options);
    let run = crate::driver::baocao(&arguments);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{office} {period} {profile}");
    let mut files =
        std::fs::read_dir(copy.join("out").join(period)).unwrap().map(|file| file.unwrap().path());
    std::fs::read(files.find(|path| path.extension().is_some_and(|extension| extension == "pdf")).unwrap())
        .unwrap()
}

/// Every sample report conforms, in every page format.
#[test]
fn sample_reports_conform() {
    for (office, period, _) in crate::samples::SAMPLES {
        for profile in ["dang", "nha-nuoc"] {
            let faults = checks::faults(&sample(office, period, profile, &[]));
            assert!(faults.is_empty(), "{office} {period} {profile}: {faults:#?}");
        }
    }
}

/// A report of every kind conforms, with its manifest and its inputs attached.
#[test]
fn every_kind_of_report_conforms_with_attachments() {
    for (office, period) in [
        ("thai-binh", "2023-Q3"),
        ("thai-binh", "2023-H1"),
        ("thai-binh", "2023-9M"),
        ("thai-binh", "2022"),
        ("thai-binh", "2020-2025"),
        ("thai-nguyen", "2020"),
        ("lang-son", "2015-2020"),
    ] {
        let bytes = sample(office, period, "dang", &["--standard", "a-3a", "--attach-inputs"]);
        let faults = checks::faults(&bytes);
        assert!(faults.is_empty(), "{office} {period}: {faults:#?}");
        let report = reading::Report::read(&bytes);
        let attached = report.catalog().get(b"AF").unwrap().as_array().unwrap();
        assert!(attached.len() > 3, "{office} {period}: {} attachments", attached.len());
    }
}

/// Threads, time zone, locale, user and folder change no byte of a whole run.
#[test]
fn whole_runs_give_the_same_bytes() {
    let surroundings = [
        [("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LC_ALL", "C"), ("USER", "an"), ("LANG", "C")],
        [
            ("RAYON_NUM_THREADS", "2"),
            ("TZ", "US/Hawaii"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("USER", "x"),
            ("LANG", "vi"),
        ],
    ];
    let made: Vec<Vec<u8>> = surroundings
        .into_iter()
        .map(|variables| {
            let folder = tempfile::tempdir().unwrap();
            let copy = folder.path().join("thai-binh");
            crate::publish::copy(&crate::driver::project("data/thai-binh"), &copy);
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_baocao"));
            command.args(["run", copy.to_str().unwrap(), "--period", "2023-Q3"]).env_clear().envs(variables);
            assert!(command.status().unwrap().success());
            let mut files =
                std::fs::read_dir(copy.join("out/2023-Q3")).unwrap().map(|file| file.unwrap().path());
            let pdf = files.find(|path| path.extension().is_some_and(|extension| extension == "pdf"));
            std::fs::read(pdf.unwrap()).unwrap()
        })
        .collect();
    assert!(made[0] == made[1]);
}
