//! Builds [`Pages`] without the room `layout`: lines wrapped and justified greedily, with their structure.

use std::sync::Arc;

use baocao::document::{LinkTarget, Metadata};
use baocao::fonts::Face;
use baocao::layout::Pages;
use baocao::layout::page::*;

pub const PORTRAIT: (f64, f64) = (595.28, 841.89);
const MARGIN: f64 = 72.0;
const SIZE: f64 = 14.0;
const LEADING: f64 = 18.0;

/// Metadata of a made-up report.
pub fn metadata() -> Metadata {
    Metadata {
        title: "Báo cáo kết quả công tác quý III năm 2023".into(),
        subject: "Kết quả thực hiện nhiệm vụ quý III; phương hướng quý IV".into(),
        author: "Đảng ủy Khối các cơ quan tỉnh".into(),
        office: "tinh-mau".into(),
        period: "2023-Q3".into(),
        date: chrono::NaiveDate::from_ymd_opt(2023, 9, 30).unwrap(),
        inputs_hash: "0123456789abcdef".repeat(4),
    }
}

fn table<'a>(font: &'a [u8], tag: &[u8]) -> &'a [u8] {
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let count = usize::from(u16_at(font, 4));
    let record = (0..count).map(|i| 12 + 16 * i).find(|&at| &font[at..at + 4] == tag).unwrap();
    &font[number(record + 8)..number(record + 8) + number(record + 12)]
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_be_bytes(bytes[at..at + 2].try_into().unwrap())
}

/// A character's glyph, from the face's cmap of format 4; 0 if it has none.
pub fn glyph(face: Face, character: char) -> u16 {
    let cmap = table(face.bytes(), b"cmap");
    let at = |record: usize| u32::from_be_bytes(cmap[record + 4..record + 8].try_into().unwrap()) as usize;
    let count = usize::from(u16_at(cmap, 2));
    let map = (0..count).map(|i| &cmap[at(4 + 8 * i)..]).find(|map| u16_at(map, 0) == 4).unwrap();
    let doubled = usize::from(u16_at(map, 6));
    let code = u16::try_from(character as u32).unwrap_or(0xFFFF);
    let segment = (0..doubled).step_by(2).find(|&s| u16_at(map, 14 + s) >= code).unwrap();
    let start = u16_at(map, 16 + doubled + segment);
    if code < start {
        return 0;
    }
    let delta = u16_at(map, 16 + 2 * doubled + segment);
    let offset_at = 16 + 3 * doubled + segment;
    match usize::from(u16_at(map, offset_at)) {
        0 => code.wrapping_add(delta),
        offset => match u16_at(map, offset_at + offset + 2 * usize::from(code - start)) {
            0 => 0,
            glyph => glyph.wrapping_add(delta),
        },
    }
}

/// A glyph's advance in em.
pub fn advance(face: Face, glyph: u16) -> f64 {
    advance_of(face.bytes(), glyph)
}

/// A glyph's advance in em, in a font file.
pub fn advance_of(font: &[u8], glyph: u16) -> f64 {
    let count = u16_at(table(font, b"hhea"), 34);
    let units = u16_at(table(font, b"head"), 18);
    let raw = u16_at(table(font, b"hmtx"), 4 * usize::from(glyph.min(count - 1)));
    f64::from(raw) / f64::from(units)
}

/// One glyph a character.
pub fn shape(face: Face, size: f64, text: &str) -> Vec<Glyph> {
    text.chars()
        .map(|character| {
            let id = glyph(face, character);
            Glyph { id, advance: (advance(face, id) * size) as f32, len: character.len_utf8() as u8 }
        })
        .collect()
}

fn width(glyphs: &[Glyph]) -> f64 {
    glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum()
}

/// Pages in the making, and where the next line goes.
pub struct Builder {
    pub pages: Pages,
    pub root: NodeId,
    size: (f64, f64),
    y: f64,
}

impl Builder {
    pub fn new(size: (f64, f64)) -> Self {
        let mut builder = Builder { pages: Pages::default(), root: NodeId(0), size, y: 0.0 };
        builder.root = builder.push(Role::Document, None);
        builder.page();
        builder
    }

    /// Starts a page, with its number as an artifact from the second on.
    pub fn page(&mut self) {
        let label = (self.pages.pages.len() + 1).to_string();
        let (width, height) = self.size;
        self.pages.pages.push(Page { width, height, label: label.clone(), ..Page::default() });
        self.y = MARGIN;
        if label != "1" {
            self.text(Tag::Artifact, Face::Regular, SIZE, width / 2.0, MARGIN / 2.0, &label);
        }
    }

    /// Pages that follow lie this way.
    pub fn turn(&mut self, size: (f64, f64)) {
        self.size = size;
        self.page();
    }

    pub fn node(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.push(role, Some(parent))
    }

    fn push(&mut self, role: Role, parent: Option<NodeId>) -> NodeId {
        self.pages.structure.push(Node { role, parent, attributes: Attributes::default() });
        NodeId(self.pages.structure.len() as u32 - 1)
    }

    pub fn attributes(&mut self, node: NodeId) -> &mut Attributes {
        &mut self.pages.structure[node.0 as usize].attributes
    }

    fn last(&mut self) -> &mut Page {
        self.pages.pages.last_mut().unwrap()
    }

    /// The index of the page that the next line goes to, and where on it.
    pub fn here(&self) -> (usize, f64) {
        (self.pages.pages.len() - 1, self.y)
    }

    /// Shaped text at a place of the last page; gives its width.
    pub fn text(&mut self, tag: Tag, face: Face, size: f64, x: f64, y: f64, text: &str) -> f64 {
        let glyphs = shape(face, size, text);
        let width = width(&glyphs);
        let text = text.replace('\u{A0}', " ");
        self.glyphs(TextItem { x, y, size, face, grey: 0.0, text, glyphs, tag });
        width
    }

    pub fn glyphs(&mut self, item: TextItem) {
        let len = |c: char| c.len_utf8() as u8;
        let glyphs = item.text.chars().zip(&item.glyphs).map(|(c, g)| Glyph { len: len(c), ..*g }).collect();
        self.last().items.push(Item::Text(TextItem { glyphs, ..item }));
    }

    pub fn path(&mut self, tag: Tag, points: &[(f64, f64)], fill: Option<f32>, stroke: Option<Stroke>) {
        let mut segments: Vec<Segment> = points.iter().map(|&(x, y)| Segment::Line(x, y)).collect();
        segments[0] = Segment::Move(points[0].0, points[0].1);
        if points.len() > 2 {
            segments.push(Segment::Close);
        }
        self.last().items.push(Item::Path(PathItem { segments, fill, stroke, tag }));
    }

    pub fn rule(&mut self, y: f64) {
        let stroke = Stroke { width: 0.5, grey: 0.0, dash: None };
        let right = self.size.0 - MARGIN;
        self.path(Tag::Artifact, &[(MARGIN, y), (right, y)], None, Some(stroke));
    }

    fn room(&mut self, height: f64) {
        if self.y + height > self.size.1 - MARGIN {
            self.page();
        }
    }

    /// A paragraph of this element, wrapped and justified.
    pub fn paragraph(&mut self, node: NodeId, face: Face, text: &str) {
        let measure = self.size.0 - 2.0 * MARGIN;
        let mut line = String::new();
        let words: Vec<&str> = text.split(' ').collect();
        for (index, word) in words.iter().enumerate() {
            let longer = format!("{line}{word}");
            if !line.is_empty() && width(&shape(face, SIZE, &longer)) > measure {
                self.line(node, face, &std::mem::take(&mut line), Some(measure));
            }
            line += word;
            if index + 1 < words.len() {
                line.push(' ');
            }
        }
        self.line(node, face, &line, None);
    }

    /// A line; its spaces (but the last) take what the measure leaves.
    fn line(&mut self, node: NodeId, face: Face, text: &str, measure: Option<f64>) {
        self.room(LEADING);
        let mut glyphs = shape(face, SIZE, text);
        let gaps = text.trim_end().matches(' ').count();
        if let Some(measure) = measure.filter(|_| gaps > 0) {
            let natural = width(&shape(face, SIZE, text.trim_end()));
            let spare = ((measure - natural) / gaps as f64) as f32;
            for (glyph, _) in glyphs.iter_mut().zip(text.trim_end().chars()).filter(|(_, c)| *c == ' ') {
                glyph.advance += spare;
            }
        }
        self.y += LEADING;
        let (x, y, text) = (MARGIN, self.y, text.replace('\u{A0}', " "));
        self.glyphs(TextItem { x, y, size: SIZE, face, grey: 0.0, text, glyphs, tag: Tag::Content(node) });
    }

    pub fn p(&mut self, parent: NodeId, text: &str) -> NodeId {
        let node = self.node(Role::P, parent);
        self.paragraph(node, Face::Regular, text);
        node
    }

    /// A heading, with its outline entry and its place for links.
    pub fn heading(&mut self, parent: NodeId, level: u8, text: &str) -> NodeId {
        self.room(3.0 * LEADING);
        let node = self.node(Role::H(level), parent);
        let (page, y) = self.here();
        self.pages.outline.push(OutlineItem { level, title: text.to_owned(), page, y });
        self.pages.destinations.push(Destination { anchor: text.to_owned(), page, x: MARGIN, y });
        self.paragraph(node, Face::Bold, text);
        node
    }

    pub fn list(&mut self, parent: NodeId, items: &[&str]) {
        let list = self.node(Role::L, parent);
        self.attributes(list).numbering = Some("None");
        for text in items {
            self.room(LEADING);
            let item = self.node(Role::LI, list);
            let label = self.node(Role::Lbl, item);
            let body = self.node(Role::LBody, item);
            let y = self.y + LEADING;
            self.text(Tag::Content(label), Face::Regular, SIZE, MARGIN, y, "- ");
            self.p(body, &format!("   {text}"));
        }
    }

    /// A table: a header row, repeated on each page as an artifact, and rows of cells (empty ones are touched).
    pub fn table(&mut self, parent: NodeId, header: &[&str], rows: &[Vec<String>]) {
        let table = self.node(Role::Table, parent);
        let head = self.node(Role::THead, table);
        let row = self.node(Role::TR, head);
        let cells: Vec<NodeId> = header.iter().map(|_| self.node(Role::TH, row)).collect();
        for &cell in &cells {
            self.attributes(cell).scope = Some(Scope::Column);
        }
        let tags: Vec<Tag> = cells.iter().map(|&cell| Tag::Content(cell)).collect();
        self.row(&tags, Face::Bold, header);
        let body = self.node(Role::TBody, table);
        for texts in rows {
            if self.y + LEADING > self.size.1 - MARGIN {
                self.page();
                self.row(&vec![Tag::Artifact; header.len()], Face::Bold, header);
            }
            let row = self.node(Role::TR, body);
            let tags: Vec<Tag> = texts.iter().map(|_| Tag::Content(self.node(Role::TD, row))).collect();
            self.row(&tags, Face::Regular, &texts.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    fn row(&mut self, tags: &[Tag], face: Face, texts: &[&str]) {
        self.room(LEADING);
        let y = self.y + LEADING;
        self.rule(y + 4.0);
        let column = (self.size.0 - 2.0 * MARGIN) / tags.len() as f64;
        for (index, (&tag, text)) in tags.iter().zip(texts).enumerate() {
            match tag {
                Tag::Content(node) if text.is_empty() => {
                    let cell = self.node(Role::P, node);
                    self.last().items.push(Item::Touch(cell));
                }
                Tag::Content(node) => {
                    let cell = self.node(Role::P, node);
                    let x = MARGIN + column * index as f64;
                    self.text(Tag::Content(cell), face, 12.0, x, y, text);
                }
                Tag::Artifact => {
                    self.text(tag, face, 12.0, MARGIN + column * index as f64, y, text);
                }
            }
        }
        self.y = y;
    }

    /// A table whose head spans: a group of two columns over two, a first column over two rows.
    pub fn spanned_table(&mut self, parent: NodeId, rows: usize) {
        let table = self.node(Role::Table, parent);
        let head = self.node(Role::THead, table);
        let body = self.node(Role::TBody, table);
        let (first, second) = (self.node(Role::TR, head), self.node(Role::TR, head));
        let id = format!("{}-", table.0);
        let mut header =
            |row, text: &str, key: &str, colspan, rowspan, above: &[&str], scope, x: f64, y: f64| {
                let cell = self.node(Role::TH, row);
                let headers = above.iter().map(|above| format!("{id}{above}")).collect();
                *self.attributes(cell) = Attributes {
                    id: Some(format!("{id}{key}")),
                    scope: Some(scope),
                    colspan,
                    rowspan,
                    headers,
                    ..Attributes::default()
                };
                self.text(Tag::Content(cell), Face::Bold, 12.0, MARGIN + x, y, text);
            };
        let y = 120.0;
        header(first, "Đơn vị", "unit", None, Some(2), &[], Scope::Column, 0.0, y);
        header(first, "Quý III", "q3", Some(2), None, &[], Scope::Column, 150.0, y);
        header(second, "Chỉ tiêu", "target", None, None, &["q3"], Scope::Column, 150.0, y + 18.0);
        header(second, "Kết quả", "result", None, None, &["q3"], Scope::Column, 300.0, y + 18.0);
        for index in 0..rows {
            let row = self.node(Role::TR, body);
            let y = y + 18.0 * (index + 2) as f64;
            let unit = self.node(Role::TH, row);
            self.attributes(unit).scope = Some(Scope::Row);
            self.text(Tag::Content(unit), Face::Regular, 12.0, MARGIN, y, &format!("Đảng bộ {index}"));
            for (key, x) in [("target", 150.0), ("result", 300.0)] {
                let cell = self.node(Role::TD, row);
                self.attributes(cell).headers = vec![format!("{id}q3"), format!("{id}{key}")];
                self.text(Tag::Content(cell), Face::Regular, 12.0, MARGIN + x, y, "72,7%");
            }
        }
        self.y = y + 18.0 * (rows + 2) as f64;
    }

    /// Bars with labels, as one figure with its caption.
    pub fn figure(&mut self, parent: NodeId, alt: &str) {
        self.room(140.0);
        let figure = self.node(Role::Figure, parent);
        let (page, top) = self.here();
        *self.attributes(figure) = Attributes {
            alt: Some(alt.to_owned()),
            bbox: Some((page, [MARGIN, top, MARGIN + 300.0, top + 100.0])),
            ..Attributes::default()
        };
        let tag = Tag::Content(figure);
        for bar in 0..4 {
            let y = top + 10.0 + 22.0 * f64::from(bar);
            let right = MARGIN + 150.0 + 30.0 * f64::from(bar);
            self.text(tag, Face::Sans, 9.0, MARGIN, y + 10.0, "Kết nạp đảng viên");
            let corners = [(MARGIN + 90.0, y), (right, y), (right, y + 14.0), (MARGIN + 90.0, y + 14.0)];
            self.path(tag, &corners, Some(0.6), None);
        }
        let dashed = Stroke { width: 0.75, grey: 0.3, dash: Some((3.0, 2.0)) };
        self.path(tag, &[(MARGIN + 200.0, top), (MARGIN + 200.0, top + 100.0)], None, Some(dashed));
        self.path(
            tag,
            &[(MARGIN, top), (MARGIN + 5.0, top + 5.0), (MARGIN, top + 10.0)],
            Some(0.0),
            Some(dashed),
        );
        self.y = top + 104.0;
        let caption = self.node(Role::Caption, parent);
        self.paragraph(caption, Face::Italic, "Hình 1. Kết quả so với chỉ tiêu");
    }

    /// A paragraph with a footnote mark, and the note below it.
    pub fn footnote(&mut self, parent: NodeId, text: &str, note: &str) {
        let paragraph = self.p(parent, text);
        let reference = self.node(Role::Reference, paragraph);
        let link = self.node(Role::Link, reference);
        let (page, y) = self.here();
        let anchor = format!("footnote-{}", self.pages.structure.len());
        self.text(Tag::Content(link), Face::Regular, 9.0, MARGIN + 200.0, y - 5.0, "1");
        let rect = [MARGIN + 200.0, y - 12.0, MARGIN + 206.0, y];
        let target = Arc::new(LinkTarget::Anchor(anchor.clone()));
        self.last().links.push(LinkArea { rect, target, node: link, contents: "Chú thích 1".into() });
        let element = self.node(Role::Note, parent);
        self.attributes(element).id = Some(anchor.clone());
        self.pages.destinations.push(Destination { anchor, page, x: MARGIN, y });
        let label = self.node(Role::Lbl, element);
        self.text(Tag::Content(label), Face::Regular, 9.0, MARGIN, y + LEADING - 4.0, "1 ");
        self.p(element, &format!("   {note}"));
    }

    /// A line that is a link.
    pub fn link(&mut self, parent: NodeId, text: &str, target: LinkTarget) {
        self.room(LEADING);
        let paragraph = self.node(Role::P, parent);
        let node = self.node(Role::Link, paragraph);
        let y = self.y + LEADING;
        let width = self.text(Tag::Content(node), Face::Italic, SIZE, MARGIN, y, text);
        let rect = [MARGIN, y - SIZE, MARGIN + width, y + 4.0];
        self.last().links.push(LinkArea { rect, target: Arc::new(target), node, contents: text.to_owned() });
        self.y = y;
    }

    /// An empty signature field below the last line.
    pub fn signature(&mut self, parent: NodeId) {
        self.room(100.0);
        let node = self.node(Role::Form, parent);
        let (page, y) = self.here();
        self.last().items.push(Item::Touch(node));
        self.pages.signature = Some(SignatureField {
            page,
            rect: [320.0, y + 10.0, 520.0, y + 80.0],
            name: "ChuKy".into(),
            tooltip: "Chữ ký số của người ký báo cáo".into(),
            node,
        });
        self.y = y + 90.0;
    }
}
