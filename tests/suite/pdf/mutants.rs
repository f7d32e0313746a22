//! A good file, broken in one way at a time: the checks must refuse every one.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{Variant, checks};

type Breakage = (&'static str, &'static str, fn(&mut Document));

/// What is broken, what the checks must say (a part of it), and how to break it.
const BREAKAGES: &[Breakage] = &[
    ("no Alt", "Figure", |file| drop(element(file, "Figure", 0).remove(b"Alt"))),
    ("empty Alt", "no Alt", |file| element(file, "Figure", 0).set("Alt", Object::string_literal(" "))),
    ("no BBox", "no BBox", |file| drop(element(file, "Figure", 0).remove(b"A"))),
    ("no Lang", "no Lang", |file| drop(catalog(file).remove(b"Lang"))),
    ("no OutputIntent", "no OutputIntents", |file| drop(catalog(file).remove(b"OutputIntents"))),
    ("no XMP", "Metadata", |file| drop(catalog(file).remove(b"Metadata"))),
    ("not marked", "MarkInfo", |file| drop(catalog(file).remove(b"MarkInfo"))),
    ("title not shown", "title is not shown", |file| drop(catalog(file).remove(b"ViewerPreferences"))),
    ("untagged text", "neither content nor artifact", untagged_text),
    ("nested artifact", "inside another", nested_artifact),
    ("wrong W", "wide, its glyph", wrong_width),
    ("no ToUnicode", "ToUnicode", |file| drop(font(file).remove(b"ToUnicode"))),
    ("font not embedded", "not embedded", |file| drop(descriptor(file).remove(b"FontFile2"))),
    ("heading skipped", "level is skipped", |file| element(file, "H2", 0).set("S", "H4")),
    ("empty parent tree entry", "has no element", |file| parents(file)[0] = Object::Null),
    ("short parent tree", "entries for", |file| drop(parents(file).pop())),
    ("title differs", "Title is", |file| info(file).set("Title", Object::string_literal("Khác"))),
    ("Info alone", "in Info alone", |file| info(file).set("Trapped", "False")),
    ("element without Type", "no type", |file| drop(element(file, "P", 0).remove(b"Type"))),
    ("no id of a note", "no id", |file| drop(element(file, "Note", 0).remove(b"ID"))),
    ("same id twice", "id is taken", |file| {
        let id = element(file, "Note", 0).get(b"ID").unwrap().clone();
        element(file, "Note", 1).set("ID", id);
    }),
    ("TH without scope", "no scope", |file| drop(element(file, "TH", 0).remove(b"A"))),
    ("row without a cell", "columns", |file| {
        element(file, "TR", 2).get_mut(b"K").unwrap().as_array_mut().unwrap().pop();
    }),
    ("cell outside a row", "stands in", |file| element(file, "P", 0).set("S", "TD")),
    ("unknown header cell", "unknown header", |file| {
        let cell = find(file, 0, |cell| named(cell, b"S", "TD") && attributes(cell).has(b"Headers"));
        let attributes = cell.get_mut(b"A").unwrap().as_dict_mut().unwrap();
        attributes.set("Headers", vec![Object::string_literal("khác")]);
    }),
    ("caption not first", "not first", |file| element(file, "TBody", 0).set("S", "Caption")),
    ("link without words", "no words", |file| {
        let link = element(file, "Link", 0);
        let annotation = link.get(b"K").unwrap().as_array().unwrap().last().unwrap().clone();
        link.set("K", annotation);
    }),
    ("no tab order", "no Tabs", |file| drop(page(file).remove(b"Tabs"))),
    ("link without Contents", "without Contents", |file| drop(annotation(file, "Link").remove(b"Contents"))),
    ("field without TU", "without TU", |file| drop(annotation(file, "Widget").remove(b"TU"))),
    ("link outside its element", "annotation", |file| drop(annotation(file, "Link").remove(b"StructParent"))),
];

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

fn info(file: &mut Document) -> &mut Dictionary {
    let id = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    file.get_dictionary_mut(id).unwrap()
}

/// The first dictionary, in order of object numbers, of which this holds; or the one `skip` places later.
fn find(file: &mut Document, skip: usize, holds: impl Fn(&Dictionary) -> bool) -> &mut Dictionary {
    let found = |object: &Object| object.as_dict().is_ok_and(&holds);
    let id: ObjectId = *file.objects.iter().filter(|(_, object)| found(object)).nth(skip).unwrap().0;
    file.get_dictionary_mut(id).unwrap()
}

fn named(dictionary: &Dictionary, key: &[u8], name: &str) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name.as_bytes())
}

fn element<'a>(file: &'a mut Document, role: &str, skip: usize) -> &'a mut Dictionary {
    find(file, skip, |dictionary| named(dictionary, b"S", role) && dictionary.has(b"P"))
}

fn attributes(element: &Dictionary) -> Dictionary {
    element.get(b"A").and_then(Object::as_dict).cloned().unwrap_or_default()
}

fn annotation<'a>(file: &'a mut Document, kind: &str) -> &'a mut Dictionary {
    find(file, 0, |dictionary| named(dictionary, b"Subtype", kind))
}

fn font(file: &mut Document) -> &mut Dictionary {
    find(file, 0, |dictionary| named(dictionary, b"Subtype", "Type0"))
}

fn descriptor(file: &mut Document) -> &mut Dictionary {
    find(file, 0, |dictionary| named(dictionary, b"Type", "FontDescriptor"))
}

fn page(file: &mut Document) -> &mut Dictionary {
    find(file, 0, |dictionary| named(dictionary, b"Type", "Page"))
}

/// The parent tree's array for the first page.
fn parents(file: &mut Document) -> &mut Vec<Object> {
    let numbers = find(file, 0, |dictionary| dictionary.has(b"Nums") && !dictionary.has(b"S"));
    let numbers = match numbers.get(b"Nums").unwrap().as_array().unwrap() {
        first if first[1].as_reference().is_ok() => first[1].as_reference().unwrap(),
        _ => panic!("the parent tree's entries are references"),
    };
    file.get_object_mut(numbers).unwrap().as_array_mut().unwrap()
}

fn wrong_width(file: &mut Document) {
    let descendant = find(file, 0, |dictionary| named(dictionary, b"Subtype", "CIDFontType2"));
    let widths = descendant.get_mut(b"W").unwrap().as_array_mut().unwrap()[1].as_array_mut().unwrap();
    widths[1] = Object::Real(widths[1].as_float().unwrap() + 2.0);
}

fn edit_content(file: &mut Document, edit: impl Fn(&mut Vec<lopdf::content::Operation>)) {
    let page = file.page_iter().next().unwrap();
    let mut content = Content::decode(&file.get_page_content(page)).unwrap();
    edit(&mut content.operations);
    file.change_page_content(page, content.encode().unwrap()).unwrap();
}

fn untagged_text(file: &mut Document) {
    edit_content(file, |operations| {
        let last = operations.iter().rposition(|operation| operation.operator == "BDC").unwrap();
        let end = operations.iter().rposition(|operation| operation.operator == "EMC").unwrap();
        operations.remove(end);
        operations.remove(last);
    });
}

fn nested_artifact(file: &mut Document) {
    edit_content(file, |operations| {
        let text = operations.iter().position(|operation| operation.operator == "TJ").unwrap();
        let artifact = vec![Object::Name(b"Artifact".to_vec())];
        operations.insert(text, lopdf::content::Operation::new("BMC", artifact));
        operations.insert(text + 2, lopdf::content::Operation::new("EMC", Vec::new()));
    });
}

fn saved(file: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// A check that cannot fail proves nothing.
#[test]
fn every_broken_file_is_refused() {
    let good = Document::load_mem(&Variant { rows: 3, ..Variant::FULL }.write()).unwrap();
    assert_eq!(checks::faults(&saved(&mut good.clone())), Vec::<String>::new(), "the good file, saved again");
    for (name, expected, breakage) in BREAKAGES {
        let mut broken = good.clone();
        breakage(&mut broken);
        let faults = checks::faults(&saved(&mut broken));
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{name}: {faults:#?}");
    }
}
