//! Tests of the room `office`: reading folders, sound and broken.

mod messages;
mod order;
mod scaffold;
mod sheets;

use std::fs;
use std::path::Path;

use baocao::diagnostic::Diagnostic;
use baocao::locale::Locale;
use baocao::office::{self, Office};
use tempfile::TempDir;

use crate::driver::{project, sample_office};

/// A copy of the small sound office in `tests/office/small`, to be broken.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let copy = Copy(TempDir::new().unwrap());
        copy_folder(&project("tests/office/small"), copy.0.path());
        copy
    }

    /// Writes a file.
    fn put(self, file: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces a text that has to be in the file.
    fn edit(self, file: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.0.path().join(file)).unwrap();
        assert!(text.contains(from), "`{from}` is not in {file}");
        let text = text.replacen(from, to, 1);
        self.put(file, text)
    }

    /// Removes a file.
    fn remove(self, file: &str) -> Self {
        fs::remove_file(self.0.path().join(file)).unwrap();
        self
    }

    fn read(&self) -> (Option<Office>, Vec<Diagnostic>) {
        office::read(self.0.path())
    }
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Findings as a person reads them, one block each.
fn shown(found: &[Diagnostic], locale: Locale) -> String {
    let mut text = String::new();
    for one in found {
        let place = one.place.as_ref().map(ToString::to_string).unwrap_or_default();
        text.push_str(&format!("{place}: {} [{}]\n", locale.message(one), one.code));
        for other in &one.related {
            text.push_str(&format!("    {other}\n"));
        }
        text.push_str(&format!("    {}\n", locale.hint(one).unwrap()));
    }
    text
}

/// Compares with a file of the project; `UPDATE=1` writes it anew.
fn assert_file(file: &str, text: &str) {
    let path = project(file);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(kept, text, "{file} (UPDATE=1 writes it anew)");
}

/// The sample offices are what the reports are made of: nothing in them is wrong.
#[test]
fn sample_offices_are_sound() {
    for id in ["thai-binh", "thai-nguyen", "lang-son"] {
        let (office, found) = office::read(&project(&format!("data/{id}")));
        assert_eq!(found, [], "{id}");
        assert_eq!(office.unwrap().id, id);
    }
}

/// The facts that the sample of Thái Bình has from its sources: 17 organisations in the cluster, 14 and 3.
#[test]
fn the_cluster_of_thai_binh() {
    use baocao::office::OrganisationKind::{Cell, Committee};
    let office = sample_office("thai-binh");
    let of = |kind| {
        let cluster = Some("van-hoa-xa-hoi-giao-duc");
        office.organisations.iter().filter(|o| o.cluster.as_deref() == cluster && o.kind == kind).count()
    };
    assert_eq!((of(Committee), of(Cell)), (14, 3));
}

/// Everything of a sound folder arrives, with its place: the other tests break one thing at a time.
#[test]
fn the_small_office() {
    use baocao::period::Period;
    use baocao::quantity::{Comparator, Source, Value};
    let (office, found) = Copy::new().read();
    assert_eq!(found, []);
    let office = office.unwrap();
    assert_eq!(office.issuer.symbol, "ĐUK");
    assert_eq!(office.profile_overrides["body.size"].0, "14");
    assert_eq!(office.outlets["BTA"], "Báo tỉnh A");
    assert_eq!(office.inputs.len(), 5);
    let members = &office.organisations[0].members;
    assert_eq!(members[1].1, 1250.0);
    assert!(members[1].2.is_illustrative());

    let targets = &office.terms[0].targets;
    let Source::Article(quotation) = &*targets[0].source else { panic!("{:?}", targets[0].source) };
    assert_eq!(quotation.phrase, "90%\u{a0}tổ chức\ncơ sở đảng");
    let page = &office.pages[&quotation.file];
    assert_eq!(&page[quotation.start..quotation.end], quotation.phrase.as_bytes());
    assert_eq!(targets[1].value, Value::Range(180.0, 200.0));
    assert_eq!(office.document(&targets[1].source), Some("Nghị quyết Đại hội"));
    assert_eq!((targets[2].comparator, targets[2].tolerance), (Comparator::About, Some(2.5)));

    let results = &office.results;
    assert_eq!(results.len(), 5);
    assert!(results.iter().all(|r| r.period == Period::Quarter(2023, 3)));
    assert_eq!(results[2].note.as_deref(), Some("hai nữ"));
    assert_eq!(results[2].place.to_string(), "results/2023-Q3.yaml:6:26");
    assert_eq!((&results[3].value, results[3].unit.as_str()), (&Value::Number(35.34), "%"));
    assert_eq!(office.activities[0].values[1].0, 3.0);
    assert!(office.activities[1].values.is_empty());
}

/// Sources that quote a page get its title only once the pages have been read.
#[test]
fn quotations_take_titles() {
    use baocao::quantity::Source;
    let mut office = Copy::new().read().0.unwrap();
    office
        .cite(|file| (file == "articles/bai-bao.txt").then(|| ("Mục tiêu nhiệm kỳ".to_owned(), None, None)));
    let Source::Article(quotation) = &*office.terms[0].targets[0].source else { panic!() };
    assert_eq!(quotation.title, "Mục tiêu nhiệm kỳ");
}
