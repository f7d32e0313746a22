//! Spreadsheets as units send them in.

use baocao::office::ResultValue;
use baocao::quantity::Value;
use proptest::prelude::*;

use super::Copy;
use crate::driver::{project, sample_office};

/// Target, organisation, value with unit, cell.
fn lines(results: &[ResultValue]) -> Vec<String> {
    let show = |r: &ResultValue| {
        let value = match &r.value {
            Value::Number(n) => format!("{n}{}", r.unit),
            Value::Share { part, whole } => format!("{part}/{whole}"),
            Value::Yes(yes) => yes.to_string(),
            Value::Words(words) => words.clone(),
            Value::Range(low, high) => format!("{low}-{high}"),
        };
        let organisation = r.organisation.as_deref().unwrap_or("-");
        let note = r.note.as_deref().map(|n| format!(" ({n})")).unwrap_or_default();
        format!("{} {} {organisation} {value}{note} {}", r.period, r.target, r.place)
    };
    results.iter().filter(|r| r.place.cell.is_some()).map(show).collect()
}

fn read(file: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let (office, found) = Copy::new().put(file, bytes).read();
    assert_eq!(found, []);
    lines(&office.unwrap().results)
}

/// The form that most units use: a title, numbered rows, clusters, a total, a signature below.
#[test]
fn a_common_table() {
    let table = "\u{feff}KẾT QUẢ QUÝ IV NĂM 2023;;;\r\n\r\n\
        TT;TỔ CHỨC CƠ SỞ ĐẢNG;KẾT NẠP ĐẢNG VIÊN MỚI (người);Ghi chú\r\n\
        (1);(2);(3);(4)\r\n\
        I;Cụm văn hóa, xã hội;;\r\n\
        1;Sở  Y tế;1.204;\r\n\
        2;1. đảng bộ sở nội vụ;-;\r\n\
        ;;;\r\n\
        3;hoi-chu-thap-do;2;\r\n\
        Tổng cộng;;1.206;\r\n\
        ;;Người lập;\r\n";
    assert_eq!(
        read("results/bảng.csv", table),
        [
            "2023-Q4 ket-nap - 1206đảng viên results/bảng.csv!C10",
            "2023-Q4 ket-nap so-y-te 1204đảng viên results/bảng.csv!C6",
            "2023-Q4 ket-nap hoi-chu-thap-do 2đảng viên results/bảng.csv!C9",
        ]
    );
}

/// Merged headings: the parts below a target's name make a share; the comma is the delimiter and decimals are quoted.
#[test]
fn merged_headings() {
    let table = "Quý IV/2023,,,,\nĐơn vị,Kết nạp,,Đảng viên dùng Sổ tay điện tử,\n,Số lượng,Ghi chú,Đạt,Tổng số\n\
        Sở Y tế,4,hai nữ,40,50\nSở Nội vụ,,,\"35,5%\",\n";
    assert_eq!(
        read("results/t.csv", table),
        [
            "2023-Q4 ket-nap so-y-te 4đảng viên (hai nữ) results/t.csv!B4",
            "2023-Q4 so-tay so-y-te 40/50 results/t.csv!D4",
            "2023-Q4 so-tay so-noi-vu 35.5% results/t.csv!D5",
        ]
    );
}

/// A table of targets gives the bloc's own values; marks and words of yes and no are understood.
#[test]
fn a_table_of_targets() {
    let table = "TT\tChỉ tiêu\tKết quả\n1\tKết nạp\t7\n2\tĐảng viên dùng Sổ tay điện tử\t48/53\n\
        3\tĐảng bộ Khối hoàn thành tốt nhiệm vụ\tĐạt\n";
    assert_eq!(
        read("results/quý 4-2023.csv", table),
        [
            "2023-Q4 ket-nap - 7đảng viên results/quý 4-2023.csv!C2",
            "2023-Q4 so-tay - 48/53 results/quý 4-2023.csv!C3",
            "2023-Q4 khoi - true results/quý 4-2023.csv!C4",
        ]
    );
}

/// Ratings by organisation of a year, in the words of the scale that was in force.
#[test]
fn ratings_of_a_year() {
    let table = "Chi, đảng bộ;TCCSĐ hoàn thành tốt\nSở Y tế;Hoàn thành tốt nhiệm vụ\n";
    assert_eq!(
        read("results/xếp loại năm 2022.csv", table),
        ["2022 xep-loai so-y-te hoàn thành tốt nhiệm vụ results/xếp loại năm 2022.csv!B2"]
    );
}

/// Workbooks: several sheets with a period each, formulas' cached values, per cents as numbers, hidden sheets.
#[test]
fn workbooks() {
    for name in ["quý.xlsx", "quý.ods"] {
        let bytes = std::fs::read(project(&format!("tests/office/{name}"))).unwrap();
        let found = read(&format!("results/năm 2022 {name}"), bytes);
        let expected = [
            "2022-Q1 ket-nap so-y-te 1đảng viên FILE!Quý I!C4",
            "2022-Q1 ket-nap so-noi-vu 2đảng viên FILE!Quý I!C5",
            "2022-Q1 ket-nap - 3đảng viên FILE!Quý I!C6",
            "2022-Q1 so-tay so-y-te 35.7% FILE!Quý I!D4",
            "2022-Q2 ket-nap so-y-te 5đảng viên FILE!Quý II!C4",
        ];
        let file = format!("results/năm 2022 {name}");
        assert_eq!(found, expected.map(|line| line.replace("FILE", &file)), "{name}");
    }
}

/// What spreadsheets make of figures is reported, not guessed at: dates, errors, formulas that were never computed.
#[test]
fn doubtful_cells() {
    let bytes = std::fs::read(project("tests/office/nghi-vấn.xlsx")).unwrap();
    let (office, found) = Copy::new().put("results/quý I năm 2022.xlsx", bytes).read();
    assert!(office.is_none());
    let found: Vec<String> = found
        .iter()
        .map(|f| format!("{} {}", f.code, f.place.as_ref().unwrap().cell.as_ref().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            "sheet-not-read Khác",
            "sheet-date-in-cell Số liệu!B2",
            "sheet-cell-error Số liệu!B3",
            "sheet-formula-without-value Số liệu!B4",
            "sheet-percent-unclear Số liệu!C2",
            "sheet-cell-far-away Số liệu!C30001",
        ]
    );
}

/// The sample office's workbook: a value, its cell, and that it is illustrative.
#[test]
fn the_sample_workbook() {
    let results = sample_office("lang-son").results;
    let cell = |r: &&ResultValue| r.place.cell.as_deref() == Some("Toàn Đảng bộ!C5");
    let found = results.iter().find(cell).unwrap();
    assert_eq!((&found.value, found.unit.as_str()), (&Value::Number(96.34), "%"));
    assert!(found.source.is_illustrative());
}

/// A small file that unpacks to gigabytes is refused before anything is unpacked.
#[test]
fn bombs_are_refused() {
    let mut bytes = std::fs::read(project("tests/office/quý.xlsx")).unwrap();
    let entry = bytes.windows(4).position(|w| w == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
    let (office, found) = Copy::new().put("results/quý I năm 2022.xlsx", bytes).read();
    assert!(office.is_none());
    assert_eq!(found[0].code, "sheet-unreadable");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// A damaged workbook gives findings, never a fault.
    #[test]
    fn damaged_workbooks(
        name in prop_oneof![Just("quý.xlsx"), Just("quý.ods")],
        damage in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..12),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let mut bytes = std::fs::read(project(&format!("tests/office/{name}"))).unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()).max(1));
        }
        Copy::new().put(&format!("results/năm 2022 {name}"), bytes).read();
    }
}
