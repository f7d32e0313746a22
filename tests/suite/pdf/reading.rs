//! Reads a report back: its structure tree, what is drawn on its pages, and the text of both.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A report, read back.
pub struct Report {
    pub file: Document,
    pub pages: Vec<Sheet>,
    /// Elements in reading order, each parent before its kids.
    pub elements: Vec<Element>,
}

/// A page.
pub struct Sheet {
    pub id: ObjectId,
    /// Text by marked-content id, in the order drawn.
    pub marked: Vec<(i64, String)>,
    /// Drawing operators that are neither content nor artifact, or marks inside marks.
    pub faults: Vec<String>,
    /// Codes shown, by font resource.
    pub codes: BTreeMap<String, BTreeSet<u16>>,
}

/// A structure element.
pub struct Element {
    pub id: ObjectId,
    pub role: String,
    pub depth: usize,
    pub parent: Option<usize>,
    pub dictionary: Dictionary,
    /// Pages and marked-content ids of its own content.
    pub marked: Vec<(ObjectId, i64)>,
    /// Annotations.
    pub objects: Vec<ObjectId>,
    /// Its own text and that of all below it.
    pub text: String,
}

impl Report {
    pub fn read(bytes: &[u8]) -> Report {
        let file = Document::load_mem(bytes).unwrap();
        let pages: Vec<Sheet> = file.page_iter().map(|id| sheet(&file, id)).collect();
        let mut report = Report { file, pages, elements: Vec::new() };
        let Some(root) = report.catalog().get_deref(b"StructTreeRoot", &report.file).ok().cloned() else {
            return report;
        };
        for kid in kids(root.as_dict().unwrap()) {
            report.walk(&kid, 0, None, None);
        }
        report
    }

    pub fn catalog(&self) -> &Dictionary {
        self.file.catalog().unwrap()
    }

    pub fn resolve<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.file.dereference(object).unwrap().1
    }

    /// Elements of a role.
    pub fn of<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |element| element.role == role)
    }

    /// Indices of an element's children.
    pub fn children(&self, index: usize) -> Vec<usize> {
        (0..self.elements.len()).filter(|&i| self.elements[i].parent == Some(index)).collect()
    }

    fn walk(&mut self, kid: &Object, depth: usize, parent: Option<usize>, page: Option<ObjectId>) -> String {
        if let Ok(mcid) = kid.as_i64() {
            return self.content(parent, page, mcid);
        }
        let id = kid.as_reference().ok();
        let dictionary = self.resolve(kid).as_dict().unwrap().clone();
        match dictionary.get(b"Type").and_then(Object::as_name).unwrap_or(b"StructElem") {
            b"MCR" => {
                let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                return self.content(parent, page, dictionary.get(b"MCID").unwrap().as_i64().unwrap());
            }
            b"OBJR" => {
                let object = dictionary.get(b"Obj").unwrap().as_reference().unwrap();
                self.elements[parent.unwrap()].objects.push(object);
                return String::new();
            }
            _ => {}
        }
        let page = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
        let role = String::from_utf8_lossy(dictionary.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let index = self.elements.len();
        self.elements.push(Element {
            id: id.unwrap(),
            role,
            depth,
            parent,
            dictionary: dictionary.clone(),
            marked: Vec::new(),
            objects: Vec::new(),
            text: String::new(),
        });
        let text: String =
            kids(&dictionary).iter().map(|kid| self.walk(kid, depth + 1, Some(index), page)).collect();
        self.elements[index].text = text.clone();
        text
    }

    fn content(&mut self, element: Option<usize>, page: Option<ObjectId>, mcid: i64) -> String {
        let page = page.unwrap();
        self.elements[element.unwrap()].marked.push((page, mcid));
        let sheet = self.pages.iter().find(|sheet| sheet.id == page).unwrap();
        sheet.marked.iter().filter(|(id, _)| *id == mcid).map(|(_, text)| text.as_str()).collect()
    }

    /// The structure as an indented outline with its text.
    pub fn outline(&self) -> String {
        let mut out = String::new();
        for element in &self.elements {
            let indent = "  ".repeat(element.depth);
            let own = if element.marked.is_empty() { String::new() } else { format!(" {:?}", element.text) };
            out += &format!("{indent}{}{own}\n", element.role);
        }
        out
    }
}

/// The entry K, always as a list.
fn kids(dictionary: &Dictionary) -> Vec<Object> {
    match dictionary.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    }
}

enum Mark {
    Content,
    Artifact,
    /// A span with its own text.
    Spoken,
}

fn sheet(file: &Document, id: ObjectId) -> Sheet {
    let (bytes, maps) = (file.get_page_content(id), to_unicode_maps(file, id));
    let mut sheet = Sheet { id, marked: Vec::new(), faults: Vec::new(), codes: BTreeMap::new() };
    let mut marks: Vec<Mark> = Vec::new();
    let mut font = String::new();
    for operation in Content::decode(&bytes).unwrap().operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" | "BMC" => begin(&mut sheet, &mut marks, operands),
            "EMC" => drop(marks.pop()),
            "Tf" => font = String::from_utf8(operands[0].as_name().unwrap().to_vec()).unwrap(),
            "TJ" | "Tj" => {
                let codes = codes(&operands[0]);
                let spoken = marks.iter().any(|mark| matches!(mark, Mark::Spoken));
                for code in codes {
                    sheet.codes.entry(font.clone()).or_default().insert(code);
                    let text = maps.get(&font).and_then(|map| map.get(&code));
                    if text.is_none() {
                        sheet.faults.push(format!("code {code} of font {font} has no text"));
                    }
                    let marked = marks.iter().any(|mark| matches!(mark, Mark::Content));
                    if let (Some((_, all)), true, false) = (sheet.marked.last_mut(), marked, spoken) {
                        *all += text.map_or("", String::as_str);
                    }
                }
                unmarked(&mut sheet, &marks, "text");
            }
            operator @ ("f" | "F" | "f*" | "S" | "s" | "B" | "B*" | "b" | "b*" | "Do" | "sh" | "BI") => {
                unmarked(&mut sheet, &marks, operator);
            }
            _ => {}
        }
    }
    if !marks.is_empty() {
        sheet.faults.push("a mark does not end".into());
    }
    sheet
}

fn begin(sheet: &mut Sheet, marks: &mut Vec<Mark>, operands: &[Object]) {
    let tag = operands[0].as_name().unwrap();
    let properties = operands.get(1).and_then(|properties| properties.as_dict().ok());
    let mcid = properties.and_then(|properties| properties.get(b"MCID").ok()?.as_i64().ok());
    let spoken = properties.and_then(|properties| properties.get(b"ActualText").ok());
    match (tag, mcid, spoken) {
        (b"Artifact", None, _) if marks.is_empty() => marks.push(Mark::Artifact),
        (_, Some(mcid), None) if marks.is_empty() => {
            sheet.marked.push((mcid, String::new()));
            marks.push(Mark::Content);
        }
        (b"Span", None, Some(text)) => {
            if let Some((_, marked)) = sheet.marked.last_mut() {
                *marked += &lopdf::decode_text_string(text).unwrap();
            }
            marks.push(Mark::Spoken);
        }
        _ => {
            sheet.faults.push(format!("a mark {:?} inside another", String::from_utf8_lossy(tag)));
            marks.push(Mark::Artifact);
        }
    }
}

fn unmarked(sheet: &mut Sheet, marks: &[Mark], what: &str) {
    if !marks.iter().any(|mark| matches!(mark, Mark::Content | Mark::Artifact)) {
        sheet.faults.push(format!("{what} is neither content nor artifact"));
    }
}

/// Two-byte codes of a string or an array of strings and numbers.
pub fn codes(object: &Object) -> Vec<u16> {
    match object {
        Object::Array(items) => items.iter().flat_map(codes).collect(),
        Object::String(bytes, _) => {
            bytes.chunks(2).map(|pair| u16::from_be_bytes(pair.try_into().unwrap())).collect()
        }
        _ => Vec::new(),
    }
}

/// Font dictionaries of a page by resource name.
pub fn fonts(file: &Document, page: ObjectId) -> BTreeMap<String, Dictionary> {
    let fonts = file.get_page_fonts(page).unwrap();
    fonts.into_iter().map(|(name, font)| (String::from_utf8(name).unwrap(), font.clone())).collect()
}

/// Text by code, by font resource.
pub fn to_unicode_maps(file: &Document, page: ObjectId) -> BTreeMap<String, BTreeMap<u16, String>> {
    let maps = fonts(file, page).into_iter().filter_map(|(name, font)| {
        let stream = font.get_deref(b"ToUnicode", file).ok()?.as_stream().ok()?;
        Some((name, to_unicode(&String::from_utf8(stream.decompressed_content().ok()?).ok()?)))
    });
    maps.collect()
}

/// The bfchar lines of a CMap.
fn to_unicode(map: &str) -> BTreeMap<u16, String> {
    let lines = map.lines().filter_map(|line| {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let unit = |hex: &[u8]| u16::from_str_radix(std::str::from_utf8(hex).unwrap(), 16).unwrap();
        let units: Vec<u16> = text.as_bytes().chunks(4).map(unit).collect();
        Some((unit(code.as_bytes()), String::from_utf16(&units).unwrap()))
    });
    // The first line is the code space.
    lines.skip(1).collect()
}
