//! Page content: items → printpdf operators inside marked content.

use printpdf::{
    Color, DictItem, FontId, Greyscale, LineDashPattern, Op, PdfFontHandle, PdfPage, Point, Pt, Rect,
};
use rayon::prelude::*;

use super::fonts::{Fonts, resource_name};
use super::run::{dictionary, show};
use super::structure::role_name;
use super::text::hundredths;
use super::{PdfError, paths};
use crate::fonts::Face;
use crate::layout::Pages;
use crate::layout::page::{Item, NodeId, Page, PathItem, Segment, Stroke, Tag, TextItem};

/// A page as printpdf takes it, and what happened to the structure on it.
pub struct Drawn {
    pub page: PdfPage,
    /// In reading order.
    pub marks: Vec<Mark>,
}

/// A step of the reading order.
#[derive(Clone, Copy)]
pub enum Mark {
    /// The page's next marked-content sequence belongs to this element.
    Content(NodeId),
    /// An element without content stands here.
    Touch(NodeId),
}

/// Draws every page.
pub fn draw(pages: &Pages, fonts: &Fonts) -> Result<Vec<Drawn>, PdfError> {
    let drawn: Vec<Result<Drawn, PdfError>> = pages
        .pages
        .par_iter()
        .enumerate()
        .map(|(index, page)| Pen::new(pages, page, fonts, index + 1)?.page())
        .collect();
    // The first page's error is told, whichever thread was first.
    drawn.into_iter().collect()
}

/// Draws one page, and remembers the graphics state so that nothing is set twice.
struct Pen<'a> {
    pages: &'a Pages,
    page: &'a Page,
    fonts: &'a Fonts,
    ops: Vec<Op>,
    marks: Vec<Mark>,
    content_marks: i64,
    /// Start of the current text line, while a text object is open.
    line: Option<(f32, f32)>,
    font: Option<(Face, f32)>,
    fill: f32,
    stroke: Stroke,
}

impl<'a> Pen<'a> {
    fn new(pages: &'a Pages, page: &'a Page, fonts: &'a Fonts, number: usize) -> Result<Self, PdfError> {
        if !finite(page) {
            return Err(PdfError::NotFinite(number));
        }
        // The state a page starts with (ISO 32000-1, table 52).
        let stroke = Stroke { width: 1.0, grey: 0.0, dash: None };
        let (ops, marks) = (Vec::new(), Vec::new());
        Ok(Pen {
            pages,
            page,
            fonts,
            ops,
            marks,
            content_marks: 0,
            line: None,
            font: None,
            fill: 0.0,
            stroke,
        })
    }

    fn page(mut self) -> Result<Drawn, PdfError> {
        let mut rest = self.page.items.as_slice();
        while let Some(first) = rest.first() {
            let length = match tag(first) {
                None => 1,
                some => rest.iter().take_while(|item| tag(item) == some).count(),
            };
            let (group, tail) = rest.split_at(length);
            match first {
                Item::Touch(node) => self.marks.push(Mark::Touch(*node)),
                Item::Text(TextItem { tag, .. }) | Item::Path(PathItem { tag, .. }) => {
                    self.group(*tag, group)?;
                }
            }
            rest = tail;
        }
        self.end_text();
        let (width, height) = (hundredths(self.page.width), hundredths(self.page.height));
        let sheet = Rect::from_wh(Pt(width), Pt(height));
        let page =
            PdfPage { media_box: sheet.clone(), trim_box: sheet.clone(), crop_box: sheet, ops: self.ops };
        Ok(Drawn { page, marks: self.marks })
    }

    /// One marked-content sequence. It opens inside the text object if it holds nothing but text.
    fn group(&mut self, tag: Tag, items: &[Item]) -> Result<(), PdfError> {
        if items.iter().any(|item| matches!(item, Item::Path(_))) {
            self.end_text();
        } else {
            self.begin_text();
        }
        self.begin_marked(tag, items)?;
        for item in items {
            match item {
                Item::Text(text) => self.text(text)?,
                Item::Path(path) => self.path(path),
                Item::Touch(_) => {}
            }
        }
        if items.iter().any(|item| matches!(item, Item::Path(_))) {
            self.end_text();
        }
        self.ops.push(Op::EndMarkedContent);
        Ok(())
    }

    fn begin_marked(&mut self, tag: Tag, items: &[Item]) -> Result<(), PdfError> {
        let (tag, properties) = match tag {
            Tag::Content(node) => {
                let element = self.pages.structure.get(node.0 as usize).ok_or(PdfError::Structure(node.0))?;
                self.marks.push(Mark::Content(node));
                self.content_marks += 1;
                (role_name(element.role), dictionary([("MCID", DictItem::Int(self.content_marks - 1))]))
            }
            Tag::Artifact => {
                // Table 330 of ISO 32000-1: page numbers and running heads are pagination, rules are layout.
                let text = items.iter().any(|item| matches!(item, Item::Text(_)));
                let kind = if text { "Pagination" } else { "Layout" };
                ("Artifact", dictionary([("Type", DictItem::Name(kind.into()))]))
            }
        };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
        Ok(())
    }

    fn begin_text(&mut self) {
        if self.line.is_none() {
            self.ops.push(Op::StartTextSection);
            self.line = Some((0.0, 0.0));
        }
    }

    fn end_text(&mut self) {
        if self.line.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn text(&mut self, item: &TextItem) -> Result<(), PdfError> {
        let subset = self.fonts.subset(item.face).ok_or(PdfError::Font(item.face.name()))?;
        self.begin_text();
        self.set_fill(item.grey);
        let size = hundredths(item.size);
        if self.font != Some((item.face, size)) {
            self.font = Some((item.face, size));
            let font = PdfFontHandle::External(FontId(resource_name(item.face).to_owned()));
            self.ops.push(Op::SetFont { font, size: Pt(size) });
        }
        let (x, y) = (hundredths(item.x), hundredths(self.page.height - item.y));
        let (from_x, from_y) = self.line.replace((x, y)).unwrap_or_default();
        let step = |to: f32, from: f32| Pt(hundredths(f64::from(to) - f64::from(from)));
        self.ops.push(Op::SetTextCursor { pos: Point { x: step(x, from_x), y: step(y, from_y) } });
        show(&mut self.ops, item, subset, f64::from(size));
        Ok(())
    }

    fn set_fill(&mut self, grey: f32) {
        if self.fill != grey {
            self.fill = grey;
            self.ops.push(Op::SetFillColor { col: gray(grey) });
        }
    }

    fn set_stroke(&mut self, stroke: Stroke) {
        if self.stroke.grey != stroke.grey {
            self.ops.push(Op::SetOutlineColor { col: gray(stroke.grey) });
        }
        if self.stroke.width != stroke.width {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(hundredths(stroke.width)) });
        }
        if self.stroke.dash != stroke.dash {
            let pattern = stroke.dash.map(|(dash, gap)| [hundredths(dash), hundredths(gap)]);
            let pattern = pattern.iter().flatten().copied().collect();
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern } });
        }
        self.stroke = stroke;
    }

    fn path(&mut self, path: &PathItem) {
        self.end_text();
        if let Some(grey) = path.fill {
            self.set_fill(grey);
        }
        if let Some(stroke) = path.stroke {
            self.set_stroke(stroke);
        }
        paths::paint(&mut self.ops, path, self.page.height);
    }
}

fn tag(item: &Item) -> Option<Tag> {
    match item {
        Item::Text(TextItem { tag, .. }) | Item::Path(PathItem { tag, .. }) => Some(*tag),
        Item::Touch(_) => None,
    }
}

fn gray(grey: f32) -> Color {
    let percent = (grey.clamp(0.0, 1.0) * 1000.0).round() / 1000.0;
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

fn finite(page: &Page) -> bool {
    page.width.is_finite()
        && page.height.is_finite()
        && page.items.iter().all(|item| match item {
            Item::Text(text) => {
                (text.x + text.y + text.size).is_finite()
                    && text.size > 0.0
                    && text.glyphs.iter().all(|glyph| glyph.advance.is_finite())
            }
            Item::Path(path) => path.segments.iter().all(|segment| match segment {
                Segment::Move(x, y) | Segment::Line(x, y) => (x + y).is_finite(),
                Segment::Close => true,
            }),
            Item::Touch(_) => true,
        })
}
