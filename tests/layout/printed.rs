//! Reads a PDF back as a viewer would place it: lines of text with their element, sheets, and straight rules.

use std::collections::BTreeMap;

use baocao::fonts::Face;
use baocao::layout::page::NodeId;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::measures::Rule;
use super::read::{Line, join};
use crate::pdf::reading::{Report, codes, fonts, to_unicode_maps};

/// What a file shows, in points from the top left corner of each page.
pub struct Printed {
    /// Width and height of each page.
    pub sheets: Vec<(f64, f64)>,
    pub lines: Vec<Line>,
    /// Horizontal rules by page.
    pub rules: Vec<Vec<Rule>>,
}

impl Printed {
    pub fn read(bytes: &[u8]) -> Printed {
        let report = Report::read(bytes);
        let elements = blocks(&report);
        let mut printed = Printed { sheets: Vec::new(), lines: Vec::new(), rules: Vec::new() };
        let mut pieces = Vec::new();
        for (index, sheet) in report.pages.iter().enumerate() {
            let (width, height) = size(&report.file, sheet.id);
            let mut reader = Reader::new(&report.file, sheet.id, index, height, &elements);
            for operation in Content::decode(&report.file.get_page_content(sheet.id)).unwrap().operations {
                reader.step(&operation.operator, &operation.operands);
            }
            reader.finish_piece();
            printed.sheets.push((width, height));
            printed.rules.push(reader.rules);
            pieces.append(&mut reader.pieces);
        }
        printed.lines = join(pieces.into_iter());
        printed
    }
}

/// The block element of every marked content: links, references and spans belong to what they stand in.
fn blocks(report: &Report) -> BTreeMap<(ObjectId, i64), NodeId> {
    let mut blocks = BTreeMap::new();
    for (index, element) in report.elements.iter().enumerate() {
        let mut block = index;
        while matches!(report.elements[block].role.as_str(), "Link" | "Reference" | "Span") {
            block = report.elements[block].parent.unwrap();
        }
        blocks.extend(element.marked.iter().map(|mark| (*mark, NodeId(block as u32))));
    }
    blocks
}

fn size(file: &Document, page: ObjectId) -> (f64, f64) {
    let page = file.get_dictionary(page).unwrap();
    let sheet = page.get_deref(b"MediaBox", file).unwrap().as_array().unwrap();
    let edge = |i: usize| number(&sheet[i]);
    (edge(2) - edge(0), edge(3) - edge(1))
}

fn number(object: &Object) -> f64 {
    f64::from(object.as_float().unwrap())
}

/// A font of a page.
struct Font {
    name: &'static str,
    texts: BTreeMap<u16, String>,
    /// Thousandths of an em by code.
    widths: BTreeMap<u16, f64>,
}

fn font(file: &Document, dictionary: &Dictionary, texts: BTreeMap<u16, String>) -> Font {
    let base = String::from_utf8_lossy(dictionary.get(b"BaseFont").unwrap().as_name().unwrap()).into_owned();
    let base = base.split_once('+').map_or(base.as_str(), |(_, name)| name);
    let name = Face::ALL.into_iter().map(Face::name).find(|name| *name == base).unwrap();
    let descendants = dictionary.get_deref(b"DescendantFonts", file).unwrap().as_array().unwrap();
    let descendant = file.dereference(&descendants[0]).unwrap().1.as_dict().unwrap();
    let mut widths = BTreeMap::new();
    let mut rest = descendant.get_deref(b"W", file).unwrap().as_array().unwrap().as_slice();
    while let [first, second, tail @ ..] = rest {
        let code = first.as_i64().unwrap() as u16;
        rest = match (file.dereference(second).unwrap().1, tail) {
            (Object::Array(list), _) => {
                widths.extend(list.iter().enumerate().map(|(i, w)| (code + i as u16, number(w))));
                tail
            }
            (last, [width, tail @ ..]) => {
                widths.extend((code..=last.as_i64().unwrap() as u16).map(|code| (code, number(width))));
                tail
            }
            _ => panic!("W ends early"),
        };
    }
    Font { name, texts, widths }
}

/// Follows the operators of a page.
struct Reader<'a> {
    page: usize,
    id: ObjectId,
    height: f64,
    elements: &'a BTreeMap<(ObjectId, i64), NodeId>,
    fonts: BTreeMap<String, Font>,
    /// The resource name and size that `Tf` set.
    font: (String, f64),
    /// Start of the text line, and the pen on it.
    start: (f64, f64),
    pen: f64,
    marks: Vec<Option<NodeId>>,
    /// Text said by `ActualText` instead of the codes inside its span.
    spoken: Vec<Option<String>>,
    path: Vec<(f64, f64)>,
    /// Characters of the piece being shown with where each begins and ends.
    shown: Vec<(String, f64, f64)>,
    pieces: Vec<Line>,
    rules: Vec<Rule>,
}

impl<'a> Reader<'a> {
    fn new(
        file: &Document,
        id: ObjectId,
        page: usize,
        height: f64,
        elements: &'a BTreeMap<(ObjectId, i64), NodeId>,
    ) -> Self {
        let mut texts = to_unicode_maps(file, id);
        let fonts = fonts(file, id)
            .into_iter()
            .map(|(name, dictionary)| {
                let texts = texts.remove(&name).unwrap();
                let font = font(file, &dictionary, texts);
                (name, font)
            })
            .collect();
        Reader {
            page,
            id,
            height,
            elements,
            fonts,
            font: (String::new(), 0.0),
            start: (0.0, 0.0),
            pen: 0.0,
            marks: Vec::new(),
            spoken: Vec::new(),
            path: Vec::new(),
            shown: Vec::new(),
            pieces: Vec::new(),
            rules: Vec::new(),
        }
    }

    fn step(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "BDC" | "BMC" => self.begin(operands),
            "EMC" => {
                self.finish_piece();
                self.marks.pop();
                self.spoken.pop();
            }
            "ET" => self.finish_piece(),
            "BT" => (self.start, self.pen) = ((0.0, 0.0), 0.0),
            "Tf" => {
                self.finish_piece();
                let name = String::from_utf8(operands[0].as_name().unwrap().to_vec()).unwrap();
                self.font = (name, number(&operands[1]));
            }
            "Td" => {
                self.finish_piece();
                self.start = (self.start.0 + number(&operands[0]), self.start.1 + number(&operands[1]));
                self.pen = self.start.0;
            }
            "TJ" => operands[0].as_array().unwrap().iter().for_each(|item| self.show(item)),
            "m" => self.path = vec![(number(&operands[0]), number(&operands[1]))],
            "l" => self.path.push((number(&operands[0]), number(&operands[1]))),
            "S" => self.rule(),
            // The writer places everything by Td and coordinates; another way needs another reader.
            "cm" | "Tm" | "TD" | "T*" | "Tc" | "Tw" | "Tz" | "Ts" | "TL" | "'" | "\"" => panic!("{operator}"),
            _ => {}
        }
    }

    fn begin(&mut self, operands: &[Object]) {
        let properties = operands.get(1).and_then(|p| p.as_dict().ok());
        let mark = properties.and_then(|p| p.get(b"MCID").ok()?.as_i64().ok());
        let spoken = properties.and_then(|p| p.get(b"ActualText").ok());
        let around = self.marks.last().copied().flatten();
        self.marks.push(mark.map(|mark| self.elements[&(self.id, mark)]).or(around));
        self.spoken.push(spoken.map(|text| lopdf::decode_text_string(text).unwrap()));
    }

    fn show(&mut self, item: &Object) {
        let (name, size) = &self.font;
        if !matches!(item, Object::String(..)) {
            self.pen -= number(item) / 1000.0 * size;
            return;
        }
        let font = &self.fonts[name];
        for code in codes(item) {
            let text = match self.spoken.last_mut() {
                Some(Some(said)) => std::mem::take(said),
                _ => font.texts[&code].clone(),
            };
            let end = self.pen + font.widths[&code] / 1000.0 * size;
            self.shown.push((text, self.pen, end));
            self.pen = end;
        }
    }

    /// Ends the piece of text that began with the last `Td` or mark.
    fn finish_piece(&mut self) {
        let shown = std::mem::take(&mut self.shown);
        let Some(last) = shown.iter().rposition(|(text, ..)| text != " ") else { return };
        let (name, size) = &self.font;
        let gap = |i: usize| shown[i + 1].1 - shown[i].1;
        let spaces = (0..last).filter(|&i| shown[i].0 == " ").map(|i| gap(i) / size).collect();
        self.pieces.push(Line {
            page: self.page,
            node: self.marks.last().copied().flatten(),
            y: self.height - self.start.1,
            left: shown[0].1,
            right: shown[last].2,
            text: shown.iter().map(|(text, ..)| text.as_str()).collect(),
            size: *size,
            face: self.fonts[name].name,
            spaces,
        });
    }

    fn rule(&mut self) {
        if let [(x0, y0), (x1, y1)] = std::mem::take(&mut self.path)[..]
            && y0 == y1
        {
            self.rules.push(Rule { left: x0, right: x1, y: self.height - y0 });
        }
    }
}
