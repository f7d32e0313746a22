//! What every report must be, checked on its bytes: two validation profiles, and what those do not look at.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::reading::{Element, Report, fonts};

/// Panics unless the file conforms to PDF/UA-1 and to the part of PDF/A that it claims.
pub fn conforms(bytes: &[u8]) -> Report {
    let faults = faults(bytes);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    Report::read(bytes)
}

/// Everything wrong with a file.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let archive = match String::from_utf8_lossy(bytes).contains("<pdfaid:part>3</pdfaid:part>") {
        true => ValidationProfile::PdfA3a,
        false => ValidationProfile::PdfA2a,
    };
    let mut faults = Vec::new();
    for profile in [archive, ValidationProfile::PdfUa1] {
        match validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)) {
            Ok(report) => {
                faults.extend(report.failures.iter().map(|failure| format!("{profile}: {failure}")))
            }
            Err(error) => faults.push(format!("{profile}: {error}")),
        }
    }
    let report = Report::read(bytes);
    catalog(&report, &mut faults);
    metadata(&report, &mut faults);
    pages(&report, &mut faults);
    parent_tree(&report, &mut faults);
    elements(&report, &mut faults);
    for font in embedded_fonts(&report) {
        font_program(&report, &font, &mut faults);
    }
    faults
}

fn catalog(report: &Report, faults: &mut Vec<String>) {
    let catalog = report.catalog();
    for key in ["Lang", "MarkInfo", "OutputIntents", "Metadata", "StructTreeRoot", "PageLabels"] {
        if !catalog.has(key.as_bytes()) {
            faults.push(format!("catalog: no {key}"));
        }
    }
    let title = catalog.get(b"ViewerPreferences").and_then(Object::as_dict);
    if !title.is_ok_and(|p| p.get(b"DisplayDocTitle").is_ok_and(|shown| matches!(shown.as_bool(), Ok(true))))
    {
        faults.push("catalog: the title is not shown".into());
    }
    let id = report.file.trailer.get(b"ID").and_then(Object::as_array);
    if !id.is_ok_and(|id| id.len() == 2 && id[0] == id[1]) {
        faults.push("trailer: no ID".into());
    }
}

/// What stands between two tags of the XMP packet, unescaped.
pub fn xmp(report: &Report, property: &str) -> Option<String> {
    let packet = report.catalog().get_deref(b"Metadata", &report.file).ok()?.as_stream().ok()?;
    let packet = String::from_utf8(packet.content.clone()).ok()?;
    let (_, rest) = packet.split_once(&format!("<{property}>"))?;
    let (mut value, _) = rest.split_once(&format!("</{property}>"))?;
    if let Some((_, item)) = value.split_once("<rdf:li") {
        value = item.split_once('>')?.1.split_once("</rdf:li>")?.0;
    }
    Some(value.replace("&#101;", "e").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

/// The Info dictionary's text under a key.
pub fn info(report: &Report, key: &str) -> Option<String> {
    let info = report.file.trailer.get_deref(b"Info", &report.file).ok()?.as_dict().ok()?;
    lopdf::decode_text_string(info.get(key.as_bytes()).ok()?).ok()
}

fn metadata(report: &Report, faults: &mut Vec<String>) {
    let properties = [
        ("Title", "dc:title"),
        ("Subject", "dc:description"),
        ("Author", "dc:creator"),
        ("Creator", "xmp:CreatorTool"),
        ("Producer", "pdf:Producer"),
        ("CreationDate", "xmp:CreateDate"),
        ("ModDate", "xmp:ModifyDate"),
    ];
    let known: BTreeSet<&str> = properties.iter().map(|(key, _)| *key).collect();
    for (key, property) in properties {
        let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let (mut info, mut xmp) = (info(report, key), xmp(report, property));
        if key.ends_with("Date") {
            (info, xmp) = (info.map(digits), xmp.map(digits));
        }
        if info != xmp {
            faults.push(format!("metadata: {key} is {info:?} in Info and {xmp:?} in XMP"));
        }
    }
    let entries = report.file.trailer.get_deref(b"Info", &report.file).and_then(Object::as_dict).unwrap();
    for (key, _) in entries.iter().filter(|(key, _)| !known.contains(&*String::from_utf8_lossy(key))) {
        faults.push(format!("metadata: {} is in Info alone", String::from_utf8_lossy(key)));
    }
}

fn pages(report: &Report, faults: &mut Vec<String>) {
    for (index, sheet) in report.pages.iter().enumerate() {
        let place = format!("page {}", index + 1);
        faults.extend(sheet.faults.iter().map(|fault| format!("{place}: {fault}")));
        let numbers: Vec<i64> = sheet.marked.iter().map(|(mcid, _)| *mcid).collect();
        if numbers != (0..numbers.len() as i64).collect::<Vec<_>>() {
            faults.push(format!("{place}: marked-content ids are {numbers:?}"));
        }
        let page = report.file.get_dictionary(sheet.id).unwrap();
        if !page.get(b"Tabs").is_ok_and(|tabs| matches!(tabs.as_name(), Ok(b"S"))) {
            faults.push(format!("{place}: no Tabs"));
        }
        for annotation in annotations(report, page) {
            let annotation = report.file.get_dictionary(annotation).unwrap();
            let kind = annotation.get(b"Subtype").unwrap().as_name().unwrap();
            let spoken = if kind == b"Widget" { "TU" } else { "Contents" };
            let text = annotation.get(spoken.as_bytes()).and_then(lopdf::decode_text_string);
            if !text.is_ok_and(|text| !text.is_empty()) {
                faults.push(format!("{place}: an annotation without {spoken}"));
            }
            if !annotation.get(b"F").is_ok_and(|flags| matches!(flags.as_i64(), Ok(4))) {
                faults.push(format!("{place}: an annotation that is not printed"));
            }
        }
    }
}

fn annotations(report: &Report, page: &Dictionary) -> Vec<ObjectId> {
    let annotations = page.get_deref(b"Annots", &report.file).and_then(Object::as_array);
    annotations.map(|a| a.iter().map(|a| a.as_reference().unwrap()).collect()).unwrap_or_default()
}

/// Every marked-content id of every page, and every annotation, leads to the element that holds it, and back.
fn parent_tree(report: &Report, faults: &mut Vec<String>) {
    let Some(entries) = parent_entries(report) else {
        return faults.push("structure: no parent tree".into());
    };
    let marks: BTreeMap<(ObjectId, i64), ObjectId> =
        report.elements.iter().flat_map(|e| e.marked.iter().map(|&mark| (mark, e.id))).collect();
    let objects: BTreeMap<ObjectId, ObjectId> =
        report.elements.iter().flat_map(|e| e.objects.iter().map(|&object| (object, e.id))).collect();
    let mut used = BTreeSet::new();
    for (index, sheet) in report.pages.iter().enumerate() {
        let page = report.file.get_dictionary(sheet.id).unwrap();
        let key = page.get(b"StructParents").and_then(Object::as_i64).unwrap_or(-1);
        used.insert(key);
        let owners = entries.get(&key).and_then(|entry| entry.as_array().ok()).cloned().unwrap_or_default();
        if owners.len() != sheet.marked.len() {
            let (owners, marked) = (owners.len(), sheet.marked.len());
            faults.push(format!("parent tree: page {} has {owners} entries for {marked} marks", index + 1));
        }
        for (mcid, owner) in owners.iter().enumerate() {
            let holder = marks.get(&(sheet.id, mcid as i64)).copied();
            if holder.is_none() || holder != owner.as_reference().ok() {
                faults.push(format!("parent tree: mark {mcid} of page {} has no element", index + 1));
            }
        }
        for annotation in annotations(report, page) {
            let dictionary = report.file.get_dictionary(annotation).unwrap();
            let key = dictionary.get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
            used.insert(key);
            let owner = entries.get(&key).and_then(|entry| entry.as_reference().ok());
            if owner.is_none() || owner != objects.get(&annotation).copied() {
                faults.push(format!("parent tree: an annotation of page {} has no element", index + 1));
            }
        }
    }
    if used != entries.keys().copied().collect() {
        faults.push("parent tree: an entry without page or annotation".into());
    }
}

fn parent_entries(report: &Report) -> Option<BTreeMap<i64, Object>> {
    let root = report.catalog().get_deref(b"StructTreeRoot", &report.file).ok()?.as_dict().ok()?;
    let tree = root.get_deref(b"ParentTree", &report.file).ok()?.as_dict().ok()?;
    let numbers = tree.get_deref(b"Nums", &report.file).ok()?.as_array().ok()?;
    let entry = |pair: &[Object]| {
        let entry = report.resolve(&pair[1]);
        // An element itself stays a reference; an array of elements is followed.
        let entry = if entry.as_array().is_ok() { entry.clone() } else { pair[1].clone() };
        (pair[0].as_i64().unwrap(), entry)
    };
    Some(numbers.chunks(2).map(entry).collect())
}

fn elements(report: &Report, faults: &mut Vec<String>) {
    let mut level = 0;
    let mut ids = BTreeSet::new();
    let id = |cell: &Element| Some(cell.dictionary.get(b"ID").ok()?.as_str().ok()?.to_vec());
    let header_cells: BTreeSet<Vec<u8>> = report.of("TH").filter_map(id).collect();
    for (index, element) in report.elements.iter().enumerate() {
        let role = element.role.as_str();
        let say = |fault: &str| format!("{role} {:?}: {fault}", short(&element.text));
        let owner = element.parent.map(|parent| report.elements[parent].id);
        let named = element.dictionary.get(b"P").and_then(Object::as_reference).ok();
        if !element.dictionary.get(b"Type").is_ok_and(|t| matches!(t.as_name(), Ok(b"StructElem"))) {
            faults.push(say("no type"));
        }
        if owner.is_some() && named != owner {
            faults.push(say("its parent does not know it"));
        }
        if let Ok(id) = element.dictionary.get(b"ID")
            && !ids.insert(id.as_str().unwrap().to_vec())
        {
            faults.push(say("its id is taken"));
        }
        if let Some(deeper) = role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()) {
            if deeper > level + 1 {
                faults.push(say("a heading level is skipped"));
            }
            level = deeper;
        }
        let attribute = |key: &[u8]| {
            let attributes = element.dictionary.get_deref(b"A", &report.file).ok()?.as_dict().ok()?;
            attributes.get(key).ok().cloned()
        };
        let alt = || element.dictionary.get(b"Alt").and_then(lopdf::decode_text_string);
        match role {
            "Figure" if !alt().is_ok_and(|alt| !alt.trim().is_empty()) => faults.push(say("no Alt")),
            "Figure" if attribute(b"BBox").is_none() => faults.push(say("no BBox")),
            "Note" if !element.dictionary.has(b"ID") => faults.push(say("no id")),
            "TH" if attribute(b"Scope").is_none() => faults.push(say("no scope")),
            "L" if attribute(b"ListNumbering").is_none() => faults.push(say("no numbering")),
            "Link" | "Form" if element.objects.is_empty() => faults.push(say("no annotation")),
            "Link" if element.marked.is_empty() => faults.push(say("no words")),
            "Form" if element.objects.len() != 1 || !element.marked.is_empty() => {
                faults.push(say("more than its field"));
            }
            "TD" if headers(attribute(b"Headers")).any(|id| !header_cells.contains(&id)) => {
                faults.push(say("an unknown header cell"));
            }
            "Table" => table(report, index, faults),
            _ => {}
        }
        if ["Table", "L", "TOC"].contains(&role)
            && report.children(index).iter().skip(1).any(|&kid| report.elements[kid].role == "Caption")
        {
            faults.push(say("a caption that is not first"));
        }
        let parent = element.parent.map_or("", |parent| report.elements[parent].role.as_str());
        if !may_stand(role, parent) {
            faults.push(say(&format!("stands in {parent:?}")));
        }
    }
    if level == 0 {
        faults.push("structure: no heading".into());
    }
}

/// The ids of the header cells that a cell names.
fn headers(attribute: Option<Object>) -> impl Iterator<Item = Vec<u8>> {
    let headers = attribute.and_then(|headers| headers.as_array().ok().cloned()).unwrap_or_default();
    headers.into_iter().map(|id| id.as_str().unwrap().to_vec())
}

/// ISO 32000-1, 14.8.4: which parents some types must have.
fn may_stand(role: &str, parent: &str) -> bool {
    match role {
        "Document" => parent.is_empty(),
        "TR" => ["THead", "TBody"].contains(&parent),
        "THead" | "TBody" => parent == "Table",
        "TH" | "TD" => parent == "TR",
        "LI" => parent == "L",
        "LBody" => parent == "LI",
        "Lbl" => ["LI", "Note", "Reference", "TOCI"].contains(&parent),
        "TOCI" => parent == "TOC",
        _ => {
            !["Table", "THead", "TBody", "TR", "L", "TOC"].contains(&parent)
                || ["Caption", "L", "TOC"].contains(&role)
        }
    }
}

/// Every row covers the same columns, spans counted.
fn table(report: &Report, index: usize, faults: &mut Vec<String>) {
    let rows: Vec<usize> = report
        .children(index)
        .into_iter()
        .flat_map(|part| report.children(part))
        .filter(|&row| report.elements[row].role == "TR")
        .collect();
    // Per column, how many more rows a cell from above covers.
    let mut covered: Vec<i64> = Vec::new();
    let mut width = None;
    for row in rows {
        let mut column = 0;
        for cell in report.children(row) {
            while covered.get(column).is_some_and(|&rows| rows > 0) {
                column += 1;
            }
            let (columns, rows) = (span(report, cell, b"ColSpan"), span(report, cell, b"RowSpan"));
            covered.resize(covered.len().max(column + columns as usize), 0);
            covered[column..column + columns as usize].fill(rows);
            column += columns as usize;
        }
        let filled = covered.iter().filter(|&&rows| rows > 0).count();
        if filled != *width.get_or_insert(filled) || filled != covered.len() {
            faults.push(format!("Table: a row of {filled} columns: {:?}", short(&report.elements[row].text)));
        }
        covered.iter_mut().for_each(|rows| *rows -= 1);
    }
}

fn span(report: &Report, cell: usize, key: &[u8]) -> i64 {
    let attributes = report.elements[cell].dictionary.get_deref(b"A", &report.file).and_then(Object::as_dict);
    attributes.and_then(|attributes| attributes.get(key)).and_then(Object::as_i64).unwrap_or(1)
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A font and the codes that the pages show of it.
pub struct ShownFont {
    pub dictionary: Dictionary,
    pub codes: BTreeSet<u16>,
}

/// Every font of every page, once.
pub fn embedded_fonts(report: &Report) -> Vec<ShownFont> {
    let mut shown: BTreeMap<String, ShownFont> = BTreeMap::new();
    for sheet in &report.pages {
        for (name, dictionary) in fonts(&report.file, sheet.id) {
            let font = shown.entry(name.clone()).or_insert(ShownFont { dictionary, codes: BTreeSet::new() });
            font.codes.extend(sheet.codes.get(&name).into_iter().flatten());
        }
    }
    shown.into_values().collect()
}

/// What a font's W says of a code, in thousandths of an em.
pub fn width(report: &Report, font: &ShownFont, code: u16) -> f64 {
    let descendant = font.dictionary.get_deref(b"DescendantFonts", &report.file).unwrap().as_array().unwrap();
    let descendant = report.resolve(&descendant[0]).as_dict().unwrap();
    let widths = descendant.get_deref(b"W", &report.file).unwrap().as_array().unwrap()[1].as_array().unwrap();
    widths.get(usize::from(code)).and_then(|width| width.as_float().ok()).map_or(1000.0, f64::from)
}

/// The font is a tagged subset, whole, and its widths are those of its program.
fn font_program(report: &Report, font: &ShownFont, faults: &mut Vec<String>) {
    let file = &report.file;
    let base = font.dictionary.get(b"BaseFont").unwrap().as_name().unwrap();
    let name = String::from_utf8_lossy(base).into_owned();
    let mut say = |fault: &str| faults.push(format!("font {name}: {fault}"));
    if base.get(6) != Some(&b'+') || !base[..6].iter().all(u8::is_ascii_uppercase) {
        say("no subset tag");
    }
    let descendant = font.dictionary.get_deref(b"DescendantFonts", file).unwrap().as_array().unwrap();
    let descendant = report.resolve(&descendant[0]).as_dict().unwrap();
    let descriptor = descendant.get_deref(b"FontDescriptor", file).unwrap().as_dict().unwrap();
    let Ok(program) = descriptor.get_deref(b"FontFile2", file).and_then(Object::as_stream) else {
        return say("not embedded");
    };
    let program = program.decompressed_content().unwrap();
    for &code in &font.codes {
        if code == 0 {
            say("shows the missing glyph");
        }
        let real = super::builder::advance_of(&program, code) * 1000.0;
        let told = width(report, font, code);
        if (told - real).abs() > 0.01 {
            say(&format!("code {code} is {told} wide, its glyph {real}"));
        }
    }
}
