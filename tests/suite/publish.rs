//! Tests of the room `publish`: cron's contract, through the real binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::driver::{baocao, project};

/// A copy of a sample office that a test may write to.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new(sample: &str) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        copy(&project("data").join(sample), &folder.path().join(sample));
        Desk { folder }
    }

    fn office(&self) -> PathBuf {
        let mut entries = fs::read_dir(self.folder.path()).unwrap();
        entries.next().unwrap().unwrap().path()
    }

    fn run(&self, args: &[&str]) -> crate::driver::Run {
        let office = self.office();
        let mut all = vec!["run", office.to_str().unwrap()];
        all.extend_from_slice(args);
        baocao(&all)
    }

    /// Every file below the office's folder, with its bytes.
    fn tree(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut tree = BTreeMap::new();
        let mut folders = vec![self.office()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    tree.insert(path.clone(), fs::read(path).unwrap());
                }
            }
        }
        tree
    }

    fn made(&self) -> Vec<String> {
        let office = self.office();
        let pdfs = self.tree().into_keys().filter(|path| path.extension().is_some_and(|e| e == "pdf"));
        pdfs.map(|path| path.strip_prefix(&office).unwrap().to_str().unwrap().to_owned()).collect()
    }
}

/// Copies a folder without what was made in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if entry.file_name() != "out" {
                copy(&entry.path(), &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[track_caller]
fn silent(run: &crate::driver::Run) {
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

const PDF: &str = "out/2023-Q3/bao-cao-quy-iii-2023.pdf";

/// Cron mails whatever is said: a good run says nothing and leaves report, manifest and ledger, nothing else.
#[test]
fn a_good_run_is_silent() {
    let desk = Desk::new("thai-binh");
    silent(&desk.run(&["--period", "2023-Q3"]));
    let out: Vec<String> = desk
        .tree()
        .into_keys()
        .filter_map(|path| path.strip_prefix(desk.office().join("out")).ok().map(|p| p.display().to_string()))
        .collect();
    assert_eq!(
        out,
        ["2023-Q3/bao-cao-quy-iii-2023.manifest.json", "2023-Q3/bao-cao-quy-iii-2023.pdf", "ledger.jsonl"]
    );
}

/// The same inputs make no new file: a second run touches nothing.
#[test]
fn a_second_run_touches_nothing() {
    let desk = Desk::new("thai-binh");
    desk.run(&["--period", "2023-Q3"]);
    let before = fs::metadata(desk.office().join(PDF)).unwrap().modified().unwrap();
    let tree = desk.tree();
    silent(&desk.run(&["--period", "2023-Q3"]));
    assert_eq!(fs::metadata(desk.office().join(PDF)).unwrap().modified().unwrap(), before);
    assert_eq!(desk.tree(), tree);
}

/// Two copies of the folder in two places give the same bytes: neither clock nor path nor environment is in them.
#[test]
fn the_same_inputs_give_the_same_bytes() {
    let bytes = |environment: &[(&str, &str)]| {
        let desk = Desk::new("thai-binh");
        let office = desk.office();
        let run =
            crate::driver::baocao_in(&["run", office.to_str().unwrap(), "--period", "2023-Q3"], environment);
        silent(&run);
        (
            fs::read(office.join(PDF)).unwrap(),
            fs::read(office.join(PDF.replace(".pdf", ".manifest.json"))).unwrap(),
        )
    };
    let first = bytes(&[]);
    assert_eq!(first, bytes(&[("TZ", "America/Los_Angeles"), ("RAYON_NUM_THREADS", "1")]));
    assert_eq!(
        first,
        bytes(&[("LC_ALL", "vi_VN.UTF-8"), ("LANG", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "2")])
    );
}

/// The language of messages is not an input: an English-speaking clerk gets the same paper.
#[test]
fn the_language_of_messages_changes_nothing() {
    let made = |lang| {
        let desk = Desk::new("thai-binh");
        silent(&desk.run(&["--period", "2023-Q3", "--lang", lang]));
        fs::read(desk.office().join(PDF)).unwrap()
    };
    assert_eq!(made("vi"), made("en"));
}

/// A lost report is made again at its old place, byte for byte.
#[test]
fn a_missing_file_is_made_again() {
    let desk = Desk::new("thai-binh");
    desk.run(&["--period", "2023-Q3"]);
    let tree = desk.tree();
    fs::remove_file(desk.office().join(PDF)).unwrap();
    silent(&desk.run(&["--period", "2023-Q3"]));
    assert_eq!(desk.tree(), tree);
}

/// A finished report may be signed: changed data do not replace it, `--force` puts revision 2 beside it.
#[test]
fn a_finished_report_is_kept() {
    let desk = Desk::new("thai-binh");
    silent(&desk.run(&["--period", "2023-Q3"]));
    let first = fs::read(desk.office().join(PDF)).unwrap();
    let office = desk.office().join("office.yaml");
    fs::write(&office, fs::read_to_string(&office).unwrap() + "\n# sửa\n").unwrap();
    let refused = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(refused.code, 6);
    let place = desk.office().join(PDF);
    assert_eq!(
        refused.stderr,
        format!(
            "lỗi[report-exists]: {}: Đã có báo cáo này, lập từ số liệu khác với số liệu hiện nay\n  gợi ý: \
             Thêm `--force` để lập bản thứ 2; bản đã có được giữ nguyên\n",
            place.display()
        )
    );
    silent(&desk.run(&["--period", "2023-Q3", "--force"]));
    assert_eq!(fs::read(&place).unwrap(), first);
    assert_eq!(desk.made(), ["out/2023-Q3/bao-cao-quy-iii-2023-ban-2.pdf", PDF]);
}

/// A file that was signed or edited after it was made is never written over.
#[test]
fn a_changed_report_is_left_alone() {
    let desk = Desk::new("thai-binh");
    desk.run(&["--period", "2023-Q3"]);
    fs::write(desk.office().join(PDF), "signed").unwrap();
    let refused = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(refused.code, 6);
    assert!(refused.stderr.starts_with("lỗi[report-file-changed]: "), "{}", refused.stderr);
    assert_eq!(fs::read(desk.office().join(PDF)).unwrap(), b"signed");
}

/// Another run at work in the same office: exit 5 at once, nothing written.
#[test]
fn a_held_lock_ends_the_run() {
    let desk = Desk::new("thai-binh");
    let tree = desk.tree();
    let holder = fs::File::open(desk.office()).unwrap();
    holder.lock().unwrap();
    let run = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(run.code, 5);
    assert_eq!(
        run.stderr,
        format!(
            "lỗi[lock-held]: Một lần chạy khác đang làm việc với thư mục `{}`\n  gợi ý: Chờ lần chạy kia xong rồi chạy lại\n",
            desk.office().display()
        )
    );
    assert_eq!(desk.tree(), tree);
}

/// Output that cannot be written is exit 6 and names the file.
#[test]
fn an_unwritable_place_is_named() {
    let desk = Desk::new("thai-binh");
    fs::write(desk.office().join("out"), "a file where a folder should be").unwrap();
    let run = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(run.code, 6);
    assert!(run.stderr.contains("lỗi[write-failed]: "), "{}", run.stderr);
}

/// Broken input is exit 3 and leaves the folder as it was.
#[test]
fn broken_input_writes_nothing() {
    let desk = Desk::new("thai-binh");
    let office = desk.office().join("office.yaml");
    fs::write(&office, fs::read_to_string(&office).unwrap() + "\nkhoa-la: 1\n").unwrap();
    let tree = desk.tree();
    let run = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(run.stderr.contains("office.yaml:"), "{}", run.stderr);
    assert_eq!(desk.tree(), tree);
}

/// A character that no face has is named with its line and column, and nothing is written.
#[test]
fn a_character_without_a_glyph_is_located() {
    let desk = Desk::new("thai-nguyen");
    let file = desk.office().join("organisations.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("name: Đảng bộ")).unwrap();
    let column = 1 + text.lines().nth(line - 1).unwrap().find("Đảng bộ").unwrap();
    fs::write(&file, text.replacen("name: Đảng bộ", "name: 😀 Đảng bộ", 1)).unwrap();
    let run = desk.run(&["--period", "2020-Q4"]);
    assert_eq!(run.code, 3);
    assert_eq!(
        run.stderr,
        format!(
            "lỗi[glyph-missing]: {}:{line}:{column}: Không phông chữ nào có ký tự `😀` (U+1F600) trong `😀`\n  gợi ý: \
             Thay hoặc bỏ ký tự này trong tệp nguồn\n",
            file.display()
        )
    );
    assert!(!desk.office().join("out").exists());
}

/// One good and one broken office in a run: the good one is done, the run says 4.
#[test]
fn some_of_several_failed() {
    let good = Desk::new("thai-binh");
    let broken = Desk::new("lang-son");
    fs::remove_file(broken.office().join("office.yaml")).unwrap();
    let offices = [good.office(), broken.office()];
    let run =
        baocao(&["run", offices[0].to_str().unwrap(), offices[1].to_str().unwrap(), "--period", "2020-Q4"]);
    assert_eq!(run.code, 4, "{}", run.stderr);
    assert_eq!(good.made(), ["out/2020-Q4/bao-cao-quy-iv-2020.pdf"]);
}

/// A period that no term covers is refused with the term files named.
#[test]
fn a_period_without_term_is_refused() {
    let desk = Desk::new("thai-binh");
    let run = desk.run(&["--period", "1999-Q1"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    assert!(!desk.office().join("out").exists());
}

/// A spoiled ledger stops the run at its line: the program must not guess what was made.
#[test]
fn a_spoiled_ledger_is_named() {
    let desk = Desk::new("thai-binh");
    desk.run(&["--period", "2023-Q3"]);
    let ledger = desk.office().join("out/ledger.jsonl");
    fs::write(&ledger, fs::read_to_string(&ledger).unwrap() + "half a li").unwrap();
    let run = desk.run(&["--period", "2023-Q3"]);
    assert_eq!(run.code, 3);
    assert!(
        run.stderr.contains("out/ledger.jsonl:2:1: Dòng này của sổ ghi không đúng dạng"),
        "{}",
        run.stderr
    );
}

/// A run that was killed while it wrote leaves a temporary file; the next run takes it away.
#[test]
fn leftovers_of_a_killed_run_go() {
    let desk = Desk::new("thai-binh");
    let left = desk.office().join("out/2023-Q3/.baocao-x1y2z3.tmp");
    fs::create_dir_all(left.parent().unwrap()).unwrap();
    fs::write(&left, "half a repo").unwrap();
    silent(&desk.run(&["--period", "2023-Q3"]));
    assert!(!left.exists());
}

/// A due report that fails is owed: it is made by a later run even when a newer report is there already.
#[test]
fn a_failed_due_report_is_owed() {
    let desk = Desk::new("thai-binh");
    silent(&desk.run(&["--period", "2023-Q2"]));
    let template = desk.office().join("templates/report.md.hbs");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, "{{#if}}").unwrap();
    assert_eq!(desk.run(&["--due", "--now", "2023-10-01"]).code, 3);
    fs::remove_file(&template).unwrap();
    silent(&desk.run(&["--period", "2023-Q4"]));
    silent(&desk.run(&["--due", "--now", "2024-01-02"]));
    assert!(desk.made().contains(&PDF.to_owned()), "{:?}", desk.made());
}

/// What `--due` makes: everything that ended since the newest report, once; then nothing, silently.
#[test]
fn due_catches_up_once() {
    let desk = Desk::new("thai-binh");
    silent(&desk.run(&["--period", "2023-Q2"]));
    silent(&desk.run(&["--due", "--now", "2023-09-30"]));
    assert!(!desk.made().contains(&PDF.to_owned()), "the quarter has not ended on its last day");
    silent(&desk.run(&["--due", "--now", "2023-10-01"]));
    let made = desk.made();
    assert!(made.contains(&PDF.to_owned()), "{made:?}");
    let tree = desk.tree();
    silent(&desk.run(&["--due", "--now", "2023-10-02"]));
    assert_eq!(desk.tree(), tree);
}

/// A dry run says what it would make and writes nothing.
#[test]
fn a_dry_run_writes_nothing() {
    let desk = Desk::new("thai-binh");
    let tree = desk.tree();
    let run = desk.run(&["--period", "2023-Q3", "--dry-run"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr, format!("Sẽ lập `{}`\n", desk.office().join(PDF).display()));
    assert_eq!(desk.tree(), tree);
}
