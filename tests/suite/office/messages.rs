//! Every mistake is found, at its place, in words that a clerk understands, in both languages.

use baocao::locale::Locale;
use proptest::prelude::*;

use super::{Copy, assert_file, shown};
use crate::driver::project;

const OFFICE: &str = "office.yaml";
const ORGANISATIONS: &str = "organisations.yaml";
const TERM: &str = "terms/2020-2025.yaml";
const RESULTS: &str = "results/2023-Q3.yaml";

/// Ten different mistakes in four files: all ten are reported at once, each at its line.
#[test]
fn ten_mistakes_at_once() {
    let copy = Copy::new()
        .edit(OFFICE, "spelling: ủy", "speling: ủy")
        .edit(OFFICE, "from: 2020-08-11\n    to: 2025-08-10", "from: 2020-08-11\n    to: 2019-08-10")
        .edit(ORGANISATIONS, "id: so-noi-vu", "id: so-y-te")
        .edit(ORGANISATIONS, "2020-08-11: 1200", "2020-02-30: 1200")
        .edit(ORGANISATIONS, "cluster: van-xa", "cluster: van-xax")
        .edit(TERM, "unit: chương trình", "unit: chương trình\n    unit: nội dung")
        .edit(TERM, "measure: flow", "measure: flows")
        .edit(TERM, "at-least: hoàn thành tốt nhiệm vụ", "at-least: hoàn thành rất tốt")
        .edit(RESULTS, "so-tay: 35,34%", "so-tay: 135,34%")
        .edit(RESULTS, "values: [4, {value: 3, source: illustrative}]", "values: [4]")
        .edit(RESULTS, "      so-noi-vu: {value: 3, note: hai nữ}\n", "");
    let (office, found) = copy.read();
    assert!(office.is_none());
    assert_eq!(found.len(), 10, "{}", shown(&found, Locale::Vi));
    assert_file("tests/office/ten-mistakes.vi.txt", &shown(&found, Locale::Vi));
    assert_file("tests/office/ten-mistakes.en.txt", &shown(&found, Locale::En));
}

/// One broken folder for each mistake that a file can hold.
fn broken() -> Vec<(&'static str, Copy)> {
    let office = |from, to| Copy::new().edit(OFFICE, from, to);
    let organisations = |from, to| Copy::new().edit(ORGANISATIONS, from, to);
    let term = |from, to| Copy::new().edit(TERM, from, to);
    let results = |from, to| Copy::new().edit(RESULTS, from, to);
    let sheet = |text: &str| Copy::new().put("results/quý IV năm 2023.csv", text);
    let deep = format!("issuer: {}1{}\n", "[".repeat(20), "]".repeat(20));
    let many = format!("x: [{}]\n", "1,".repeat(60_000));
    vec![
        ("missing file", Copy::new().remove(OFFICE)),
        ("empty file", Copy::new().put(RESULTS, "")),
        ("nothing but comments", Copy::new().put(OFFICE, "# chưa điền\n")),
        ("not UTF-8", Copy::new().put(RESULTS, b"results:\n  k: \xe9\n")),
        ("too large", Copy::new().put("articles/to.txt", vec![b' '; (4 << 20) + 1])),
        ("unknown file", Copy::new().put("results/ghi chú.docx", "x")),
        ("no term", Copy::new().remove(TERM)),
        ("syntax", office("profile: dang", "profile: \"dang")),
        ("percent sign without quotes", term("unit: \"%\"", "unit: %")),
        ("alias", office("spelling: ủy", "spelling: &a ủy")),
        ("tag", office("spelling: ủy", "spelling: !!str ủy")),
        ("too deep", Copy::new().put(OFFICE, deep)),
        ("too many", Copy::new().put(OFFICE, many)),
        ("two documents", office("profile: dang", "---\nprofile: dang")),
        ("key is a list", office("profile: dang", "[a, b]: dang")),
        ("duplicate key", office("profile: dang", "profile: dang\nprofile: nha-nuoc")),
        ("unknown key, like another", office("profile: dang", "profil: dang")),
        ("unknown key, like none", office("profile: dang", "phông chữ: Tinos")),
        ("missing key", office("  symbol: ĐUK\n", "")),
        ("key without value", office("  symbol: ĐUK\n", "  symbol:\n")),
        ("number for text", office("symbol: ĐUK", "symbol: 12")),
        (
            "text for list",
            office("recipients:\n  - Thường trực Tỉnh ủy\n  - Lưu Văn phòng", "recipients: Tỉnh ủy"),
        ),
        (
            "list for map",
            office("schedule:\n  from: 2023-07-01\n  kinds: [quarter, year]", "schedule: [quarter]"),
        ),
        ("text for number", office("percent: 20", "percent: hai mươi")),
        ("text for yes or no", term("per-year: true", "per-year: yes")),
        (
            "nothing for source",
            term("source: {article: bai-bao.txt, phrase: 90% tổ chức cơ sở đảng}", "source: báo"),
        ),
        ("list for value", term("value: 90", "value: [90]")),
        ("not a day", office("from: 2023-07-01", "from: tháng bảy")),
        ("impossible day", office("from: 2023-07-01", "from: 31/6/2023")),
        ("ends before it begins", office("    to: 2023-10-03", "    to: 2017-10-03")),
        ("unknown word", office("kinds: [quarter, year]", "kinds: [quater, year]")),
        ("form of an id", organisations("id: hoi-chu-thap-do", "id: Hội-chữ-thập-đỏ")),
        ("id twice", organisations("id: hoi-chu-thap-do", "id: so-y-te")),
        ("unknown cluster", organisations("cluster: van-xa\n    members", "cluster: kinh-te\n    members")),
        ("unknown successor", organisations("successor: so-y-te", "successor: so-y-tế")),
        ("name of two", organisations("name: Chi bộ Hội Chữ thập đỏ tỉnh", "name: Sở Y tế")),
        ("half a member", organisations("2020-08-11: 1200", "2020-08-11: 1200,5")),
        ("grouped number without quotes", organisations("2020-08-11: 1200", "2020-08-11: 1.200")),
        ("scales overlap", office("from: 2023-10-04", "from: 2023-10-03")),
        ("cap above 100", office("percent: 20", "percent: 200")),
        ("unknown scale", term("scale: qd-132", "scale: qd-123")),
        ("unknown level", term("at-least: hoàn thành tốt nhiệm vụ", "at-least: tốt")),
        ("term is a year", term("term: 2020-2025", "term: 2020")),
        ("unknown period", term("term: 2020-2025", "term: 2020 - 2025")),
        ("congress ends before it begins", term("[2020-08-10, 2020-08-11]", "[2020-08-11, 2020-08-10]")),
        ("per cent without base", term("    base: tổng số đảng viên\n", "")),
        ("per cent above 100", term("value: 90", "value: 190")),
        ("per cent of another unit", term("value: 180 - 200", "value: 180%")),
        ("range without its comparator", term("comparator: range", "comparator: at-least")),
        ("unknown article", term("article: bai-bao.txt", "article: bai-bao-1.txt")),
        ("phrase that is not there", term("phrase: 90% tổ chức", "phrase: 95% tổ chức")),
        ("terms overlap", second_term("2025-08-10")),
        ("unknown target", results("so-tay: 35,34%", "sổ-tay: 35,34%")),
        ("unknown organisation", results("so-y-te: 4", "so-yte: 4")),
        ("count for a share", results("so-tay: 35,34%", "so-tay: 35")),
        ("words for a number", results("total: 7", "total: bảy")),
        ("below zero", results("total: 7", "total: -7")),
        ("part above whole", results("so-tay: 35,34%", "so-tay: 54/53")),
        ("no period", Copy::new().put("results/ket-qua.yaml", "results: {}\n")),
        ("misspelt period in a name", Copy::new().put("results/2020-Q5.yaml", "results: {}\n")),
        (
            "quarter that is none",
            Copy::new().put("results/quý V năm 2023.csv", "Đơn vị;Kết nạp\nSở Y tế;1\n"),
        ),
        ("period without term", Copy::new().put("results/2030-Q1.yaml", "results: {}\n")),
        ("given twice", Copy::new().put("results/2023-Q3 bổ sung.yaml", "results: {khoi: false}\n")),
        ("values and places", results("values: [4, {value: 3, source: illustrative}]", "values: []")),
        (
            "level of no scale",
            Copy::new().put("results/2022.yaml", "results: {xep-loai: trong sạch vững mạnh}\n"),
        ),
        ("sheet without table", sheet("a;b\n1;2\n")),
        ("sheet that is no workbook", Copy::new().put("results/quý IV năm 2023.xlsx", "PK")),
        ("sheet without period", Copy::new().put("results/bảng.csv", "Đơn vị;Kết nạp\nSở Y tế;1\n")),
        (
            "sheet of a period without term",
            Copy::new().put("results/năm 2030.csv", "Đơn vị;Kết nạp\nSở Y tế;1\n"),
        ),
        ("unknown heading", sheet("Đơn vị;Kết nạb\nSở Y tế;1\n")),
        ("heading twice", sheet("Đơn vị;Kết nạp;Kết nạp\nSở Y tế;1;1\n")),
        ("unknown name", sheet("Đơn vị;Kết nạp\nSở Ý tế;1\nSở Tài chính;2\n")),
        ("row without name", sheet("Đơn vị;Kết nạp\n;1\n")),
        ("two totals", sheet("Đơn vị;Kết nạp\nSở Y tế;1\nCộng;1\nTổng cộng;1\n")),
        ("words in a sheet", sheet("Đơn vị;Kết nạp\nSở Y tế;một\n")),
    ]
}

fn second_term(from: &str) -> Copy {
    let text = format!("term: 2025-2030\nfrom: {from}\nto: 2030-08-10\ncongress: Đại hội\ntargets: []\n");
    Copy::new().put("terms/2025-2030.yaml", text)
}

/// Each mistake gives its own exact message and nothing else: a second message would send the clerk astray.
#[test]
fn one_message_a_mistake() {
    let (mut vi, mut en) = (String::new(), String::new());
    for (name, copy) in broken() {
        let (office, found) = copy.read();
        assert!(!found.is_empty(), "{name}");
        assert_eq!(office.is_none(), found.iter().any(|f| f.is_error()), "{name}");
        vi.push_str(&format!("# {name}\n{}\n", shown(&found, Locale::Vi)));
        en.push_str(&format!("# {name}\n{}\n", shown(&found, Locale::En)));
    }
    assert_file("tests/office/messages.vi.txt", &vi);
    assert_file("tests/office/messages.en.txt", &en);
}

/// A message that no folder brings about is either dead or untested; the list names those that need more than a file.
#[test]
fn every_message_is_brought_about() {
    const ELSEWHERE: [&str; 16] = [
        "folder-missing",
        "folder-is-file",
        "folder-unreadable",
        "folder-expected",
        "file-not-plain",
        "file-name-not-utf8",
        "symlink-refused",
        "too-many-files",
        "sheet-not-read",
        "sheet-cell-far-away",
        "sheet-date-in-cell",
        "sheet-cell-error",
        "sheet-formula-without-value",
        "sheet-percent-unclear",
        "new-file-exists",
        "new-not-written",
    ];
    let brought: Vec<&str> =
        broken().iter().flat_map(|(_, copy)| copy.read().1).map(|found| found.code).collect();
    for locale in ["vi", "en"] {
        let text = std::fs::read_to_string(project(&format!("locales/{locale}/office.ftl"))).unwrap();
        for line in text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase())) {
            let code = line.split(" =").next().unwrap();
            assert!(brought.contains(&code) || ELSEWHERE.contains(&code), "{locale}: {code}");
        }
    }
}

/// A folder that is not there, or is a file, says so.
#[test]
fn no_folder() {
    let copy = Copy::new();
    let path = copy.0.path().join("không-có");
    assert_eq!(baocao::office::read(&path).1[0].code, "folder-missing");
    assert_eq!(baocao::office::read(&copy.0.path().join(OFFICE)).1[0].code, "folder-is-file");
    let copy = copy.remove(RESULTS);
    std::fs::remove_dir(copy.0.path().join("results")).unwrap();
    assert_eq!(copy.put("results", "x").read().1[0].code, "folder-expected");
}

/// Links could lead outside the folder and pipes would block: neither is read.
#[cfg(unix)]
#[test]
fn only_plain_files() {
    let copy = Copy::new().remove("articles/bai-bao.txt");
    std::os::unix::fs::symlink("/etc/passwd", copy.0.path().join("articles/bai-bao.txt")).unwrap();
    let codes: Vec<&str> = copy.read().1.iter().map(|f| f.code).collect();
    assert_eq!(codes, ["symlink-refused", "article-missing"]);

    let copy = Copy::new();
    let fifo = copy.0.path().join("articles/ống.txt");
    assert!(std::process::Command::new("mkfifo").arg(fifo).status().unwrap().success());
    assert_eq!(copy.read().1[0].code, "file-not-plain");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Whatever stands in a file, reading it ends and says where it fails.
    #[test]
    fn nothing_panics(text in "[a-z:\\-\\[\\]{}&*!%#'\">| \n\t0-9ạế]{0,200}") {
        let (_, found) = Copy::new().put(OFFICE, &text).read();
        for one in &found {
            prop_assert!(one.place.is_some(), "{one:?}");
        }
    }

    /// The same for tables.
    #[test]
    fn no_table_panics(rows in "((Đơn vị|Kết nạp|Sở Y tế|Tổng cộng|quý 3 năm 2023|#|[0-9,.%/x\\-]{0,6});?\n?){0,40}") {
        Copy::new().put("results/t.csv", &rows).read();
    }
}
