//! `baocao article` as a clerk and a program meet it.

use std::path::Path;

use serde_json::Value as Json;

use crate::driver::{baocao, project};

fn page(name: &str) -> String {
    project(&format!("tests/articles/pages/{name}.txt")).display().to_string()
}

/// A copy of a page in a folder of its own.
fn copied(name: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{name}.txt"));
    std::fs::copy(page(name), &path).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Other programs rely on the keys and on offsets that point into the file as it is.
#[test]
fn json_is_an_array_in_the_documented_shape() {
    let paths = [page("dau-to-hop"), page("utf16-le")];
    let run = baocao(&["article", &paths[0], &paths[1], "--json"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let all: Json = serde_json::from_str(&run.stdout).unwrap();
    let keys: Vec<&String> = all[0].as_object().unwrap().keys().collect();
    let expected = [
        "file",
        "title",
        "author",
        "source_mark",
        "published",
        "event",
        "body",
        "furniture",
        "figures",
        "findings",
    ];
    assert_eq!(keys, expected);
    assert_eq!(all[1]["file"], Json::from(paths[1].clone()));
    let figure = &all[0]["figures"][0];
    let keys: Vec<&String> = figure.as_object().unwrap().keys().collect();
    let expected =
        ["kind", "value", "unit", "comparator", "about", "phrase", "start", "end", "section", "target"];
    assert_eq!(keys, expected);
    let bytes = std::fs::read(&paths[0]).unwrap();
    let span = figure["start"].as_u64().unwrap() as usize..figure["end"].as_u64().unwrap() as usize;
    assert_eq!(std::str::from_utf8(&bytes[span]).unwrap(), figure["phrase"].as_str().unwrap());
}

/// Signs that a clerk does not write (`about`, `range`) are told in words.
#[test]
fn a_person_reads_no_names_of_comparators() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trang.txt");
    let text = "Đảng bộ Khối họp\n\nDự hội nghị có khoảng 50 đại biểu. Khối phấn đấu kết nạp từ 100 đến 120 đảng viên.\n";
    std::fs::write(&path, text).unwrap();
    let run = baocao(&["article", &path.display().to_string()]);
    for line in ["sự kiện khoảng 50 đại biểu", "chỉ tiêu = 100 - 120 đảng viên"] {
        assert!(run.stdout.contains(line), "{}", run.stdout);
    }
}

/// The clerk's view: figures marked in the text, dates with reasons, what was left out and why.
#[test]
fn a_person_sees_the_page_with_its_figures_and_reasons() {
    let run = baocao(&["article", &page("tong-ket-cuoi-nam")]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let shown = run.stdout.replace(&page("tong-ket-cuoi-nam"), "PAGE");
    let snapshot = project("tests/articles/view.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&snapshot, &shown).unwrap();
    }
    assert_eq!(shown, read(snapshot));
}

/// A page in a legacy encoding is refused with its line and the option that reads it, and read with that option.
#[test]
fn legacy_pages_are_refused_with_the_option_that_reads_them() {
    let path = page("tcvn3");
    let refused = baocao(&["article", &path]);
    assert_eq!(refused.code, 3);
    let first = refused.stderr.lines().next().unwrap();
    let expected = format!(
        "lỗi[article-encoding-legacy]: {path}:1:2: Trang `{path}` không ở mã UTF-8 mà có vẻ ở mã `tcvn3`"
    );
    assert_eq!(first, expected);
    assert!(refused.stderr.contains("--encoding tcvn3"));
    let read = baocao(&["article", &path, "--encoding", "tcvn3", "--json"]);
    assert_eq!(read.code, 0);
    assert!(read.stdout.contains("Học tập nghị quyết ở Đảng bộ Khối các cơ quan tỉnh"));
}

/// Mistakes on the command line and in the file system are told apart by exit code.
#[test]
fn mistakes_have_their_exit_codes() {
    let unknown = baocao(&["article", &page("tcvn3"), "--encoding", "latin-9"]);
    assert_eq!(unknown.code, 2, "{}", unknown.stderr);
    assert!(unknown.stderr.contains("Không có mã `latin-9`"));
    let missing = baocao(&["article", "/khong/co.txt"]);
    assert_eq!(missing.code, 3, "{}", missing.stderr);
}

/// What the clerk writes into a review, comments included, survives the next `--review`; what is new is added.
#[test]
fn reviews_keep_decisions_and_comments() {
    let (_folder, path) = copied("tong-ket-cuoi-nam");
    let review = path.replace(".txt", ".review.yaml");
    assert_eq!(baocao(&["article", &path, "--review"]).code, 0);
    let fresh = read(&review);
    assert_eq!(fresh.matches("decision: pending").count(), 3);
    // The clerk accepts one with a comment and throws another out of the file.
    let second = fresh.match_indices("- phrase:").nth(1).unwrap().0;
    let third = fresh.match_indices("- phrase:").nth(2).unwrap().0;
    let kept = fresh[..second].replacen("decision: pending", "decision: accept # đã gọi điện hỏi lại", 1);
    std::fs::write(&review, format!("{kept}{}", &fresh[third..])).unwrap();
    assert_eq!(baocao(&["article", &path, "--review"]).code, 0);
    let updated = read(&review);
    assert!(updated.starts_with(&kept), "{updated}");
    assert_eq!(updated.matches("decision: pending").count(), 2);
    let shown = baocao(&["article", &path]).stdout;
    assert!(shown.contains("- đã duyệt"), "{shown}");
}

/// A page that changed after its review is told, and so is a reviewed figure that is gone.
#[test]
fn reviews_that_no_longer_match_are_findings() {
    let (_folder, path) = copied("tong-ket-cuoi-nam");
    assert_eq!(baocao(&["article", &path, "--review"]).code, 0);
    let text = read(&path).replace("giám sát 12 tổ chức đảng", "giám sát 21 tổ chức đảng");
    std::fs::write(&path, text).unwrap();
    let shown = baocao(&["article", &path]).stdout;
    assert!(shown.contains("đã thay đổi sau khi duyệt"), "{shown}");
    assert!(shown.contains("không còn số liệu “giám sát 12 tổ chức đảng” đã duyệt"), "{shown}");
}

/// The encoding that the clerk found goes into the review, and later runs read the page by it.
#[test]
fn reviews_record_the_encoding() {
    let (_folder, path) = copied("vni-utf8");
    assert_eq!(baocao(&["article", &path]).code, 3);
    assert_eq!(baocao(&["article", &path, "--encoding", "vni", "--review"]).code, 0);
    assert!(read(path.replace(".txt", ".review.yaml")).contains("\nencoding: vni\n"));
    assert_eq!(baocao(&["article", &path]).code, 0);
}
