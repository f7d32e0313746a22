//! Flows and their page breaks → pages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::flow::{Flow, Slab};
use super::line::rule;
use super::page::{
    Attributes, Destination, Item, LinkArea, NodeId, OutlineItem, Page, Pages, Role, SignatureField, Tag,
    TextItem, glyphs_width,
};
use super::paginate::{Fill, paginate};
use super::setter::{Setter, as_artifacts, moved, retag};
use super::shape::Shaper;
use crate::document::FootnoteId;
use crate::fonts::Face;

/// Height of the figures 0 to 9 of Tinos in em.
const FIGURE_HEIGHT: f64 = 0.676;
/// Gap between the footnotes' rule and their first line, in pt.
const NOTES_GAP: f64 = 4.0;

/// A page before it is drawn.
struct Sheet<'a> {
    flow: &'a Flow,
    slabs: Range<usize>,
}

impl Setter<'_> {
    /// Breaks the flows into pages and draws them.
    pub fn emit(&mut self, flows: Vec<Flow>) -> Pages {
        let sheets: Vec<Sheet> = flows
            .iter()
            .flat_map(|flow| paginate(flow).into_iter().map(move |slabs| Sheet { flow, slabs }))
            .collect();
        let numbers = numbers(&sheets);
        let mut pages = Pages::default();
        let mut emitter = Emitter { charts: BTreeMap::new(), noted: BTreeMap::new(), numbers };
        for sheet in &sheets {
            emitter.page(self, &mut pages, sheet, sheets.len());
        }
        pages.structure = std::mem::take(&mut self.tree.nodes);
        pages
    }
}

/// Page number of each anchor.
fn numbers(sheets: &[Sheet]) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for (page, sheet) in sheets.iter().enumerate() {
        for mark in sheet.flow.slabs[sheet.slabs.clone()].iter().flat_map(|s| &s.marks) {
            numbers.entry(mark.anchor.clone()).or_insert(page + 1);
        }
    }
    numbers
}

struct Emitter {
    /// Figure element of a chart on the page it was last on.
    charts: BTreeMap<NodeId, (usize, NodeId)>,
    /// Footnotes that have been printed once.
    noted: BTreeMap<FootnoteId, usize>,
    numbers: BTreeMap<String, usize>,
}

impl Emitter {
    fn page(&mut self, setter: &mut Setter, pages: &mut Pages, sheet: &Sheet, total: usize) {
        let geometry = sheet.flow.geometry;
        let index = pages.pages.len();
        let mut page = Page {
            width: geometry.page_width,
            height: geometry.page_height,
            label: (index + 1).to_string(),
            ..Page::default()
        };
        if index > 0 {
            page.items.push(page_number(setter, &page, index + 1, total));
        }
        let mut y = geometry.top;
        if let Some(head) = sheet.flow.slabs[sheet.slabs.start].head {
            let repeat = &sheet.flow.repeats[head];
            page.items.extend(moved(&repeat.items, geometry.left, y));
            y += repeat.height;
        }
        let mut fill = Fill::new(sheet.flow, sheet.slabs.start);
        for at in sheet.slabs.clone() {
            let slab = &sheet.flow.slabs[at];
            fill.add(sheet.flow, at);
            if at > sheet.slabs.start {
                y += slab.before;
            }
            self.slab(setter, pages, &mut page, slab, index, (geometry.left, y));
            y += slab.height;
            if at + 1 == sheet.slabs.end {
                page.items.extend(moved(&slab.foot, geometry.left, y));
            }
        }
        self.notes(setter, pages, &mut page, sheet.flow, &fill.notes(), index);
        let mut seen = std::collections::BTreeSet::new();
        page.figures.retain(|f| seen.insert(*f));
        pages.pages.push(page);
    }

    fn slab(
        &mut self,
        setter: &mut Setter,
        pages: &mut Pages,
        page: &mut Page,
        slab: &Slab,
        index: usize,
        (x, y): (f64, f64),
    ) {
        let mut items = moved(&slab.items, x, y);
        if let Some(chart) = slab.chart {
            self.chart(setter, &mut items, chart, index, [x, y, x + page.width, y + slab.height]);
        }
        page.items.append(&mut items);
        page.links.extend(slab.links.iter().map(|link| link_at(link, x, y)));
        page.figures.extend_from_slice(&slab.figures);
        for mark in &slab.marks {
            let top = y + mark.y;
            pages.destinations.push(Destination { anchor: mark.anchor.clone(), page: index, x, y: top });
            if let Some((level, title)) = &mark.outline {
                let item = OutlineItem { level: *level, title: title.clone(), page: index, y: top };
                pages.outline.push(item);
            }
        }
        if let Some(([left, top, right, bottom], node)) = slab.signature {
            pages.signature = Some(SignatureField {
                page: index,
                rect: [x + left, y + top, x + right, y + bottom],
                name: "ChuKy".to_owned(),
                tooltip: signature_tooltip(setter),
                node,
            });
        }
        if let Some(number) = &slab.contents {
            let text = self.numbers.get(&number.anchor).map_or(String::new(), usize::to_string);
            let width = setter.shaper.width(Face::Regular, number.size, &text);
            let at = (x + number.right - width, y + number.baseline);
            page.items.push(text_item(setter.shaper, number.size, &text, at, Tag::Content(number.node)));
        }
    }

    /// Widens the chart's bounding box; a chart that goes on to another page gets a figure of its own there.
    fn chart(
        &mut self,
        setter: &mut Setter,
        items: &mut [Item],
        chart: NodeId,
        index: usize,
        slab_box: [f64; 4],
    ) {
        let node = match self.charts.get(&chart) {
            Some(&(page, node)) if page == index => node,
            Some(_) => continued_figure(setter, chart),
            None => chart,
        };
        self.charts.insert(chart, (index, node));
        if node != chart {
            retag(items, chart, node);
        }
        let [left, top, right, bottom] = ink(items).unwrap_or(slab_box);
        if let Some(attributes) = setter.tree.attributes(node) {
            attributes.bbox = match attributes.bbox {
                Some((page, [l, t, r, b])) if page == index => {
                    Some((page, [l.min(left), t.min(top), r.max(right), b.max(bottom)]))
                }
                _ => Some((index, [left, top, right, bottom])),
            };
        }
    }

    fn notes(
        &mut self,
        setter: &mut Setter,
        pages: &mut Pages,
        page: &mut Page,
        flow: &Flow,
        notes: &[FootnoteId],
        index: usize,
    ) {
        if notes.is_empty() {
            return;
        }
        let geometry = flow.geometry;
        let height: f64 = notes.iter().filter_map(|n| flow.notes.get(n)).map(|n| n.height).sum();
        let mut y = geometry.top + geometry.height - height;
        let line = y - NOTES_GAP;
        let length = setter.profile.footnotes.rule;
        page.items.push(rule(geometry.left, line, geometry.left + length, line, 0.5));
        for id in notes {
            let Some(note) = flow.notes.get(id) else { continue };
            let items = moved(&note.items, geometry.left, y);
            if note.first && !self.noted.contains_key(id) {
                self.noted.insert(*id, index);
                page.items.extend(items);
                page.links.extend(note.links.iter().map(|link| link_at(link, geometry.left, y)));
                let anchor = super::inline::note_anchor(*id);
                if (id.0 as usize) < setter.document.footnotes.len() {
                    pages.destinations.push(Destination { anchor, page: index, x: geometry.left, y });
                }
            } else {
                page.items.extend(as_artifacts(&items));
            }
            page.figures.extend_from_slice(&note.figures);
            y += note.height;
        }
    }
}

fn continued_figure(setter: &mut Setter, chart: NodeId) -> NodeId {
    let original = &setter.tree.nodes[chart.0 as usize];
    let parent = original.parent.unwrap_or(NodeId(0));
    let alt = original.attributes.alt.as_ref().map(|alt| format!("(tiếp theo) {alt}"));
    setter.tree.add_with(Role::Figure, parent, Attributes { alt, ..Attributes::default() })
}

/// Box around everything drawn.
fn ink(items: &[Item]) -> Option<[f64; 4]> {
    let mut bounds: Option<[f64; 4]> = None;
    let mut widen = |x: f64, y: f64| {
        let [l, t, r, b] = bounds.unwrap_or([x, y, x, y]);
        bounds = Some([l.min(x), t.min(y), r.max(x), b.max(y)]);
    };
    for item in items {
        match item {
            Item::Text(text) => {
                widen(text.x, text.y - text.size);
                widen(text.x + glyphs_width(&text.glyphs), text.y + 0.25 * text.size);
            }
            Item::Path(path) => {
                for segment in &path.segments {
                    if let super::page::Segment::Move(x, y) | super::page::Segment::Line(x, y) = *segment {
                        widen(x, y);
                    }
                }
            }
            Item::Touch(_) => {}
        }
    }
    bounds
}

fn link_at(link: &LinkArea, dx: f64, dy: f64) -> LinkArea {
    let [left, top, right, bottom] = link.rect;
    LinkArea { rect: [left + dx, top + dy, right + dx, bottom + dy], ..link.clone() }
}

fn signature_tooltip(setter: &Setter) -> String {
    let closing = &setter.document.closing;
    match &closing.name {
        Some(name) => format!("Chữ ký: {} {name}", closing.position),
        None => format!("Chữ ký: {}", closing.position),
    }
}

/// The page number, centred over the text area, its figures' top at the profile's distance.
fn page_number(setter: &mut Setter, page: &Page, number: usize, total: usize) -> Item {
    let spec = setter.profile.page_number;
    let text = if spec.total { format!("{number}/{total}") } else { number.to_string() };
    let face = super::inline::face(spec.text.bold, spec.text.italic);
    let width = setter.shaper.width(face, spec.text.size, &text);
    let sheet = setter.profile.sheet;
    let middle = sheet.left + (page.width - sheet.left - sheet.right) / 2.0;
    let y = spec.top + FIGURE_HEIGHT * spec.text.size;
    let mut item = text_item(setter.shaper, spec.text.size, &text, (middle - width / 2.0, y), Tag::Artifact);
    if let Item::Text(text) = &mut item {
        text.face = face;
    }
    item
}

fn text_item(shaper: &mut Shaper, size: f64, text: &str, (x, y): (f64, f64), tag: Tag) -> Item {
    let glyphs = shaper.glyphs(Face::Regular, size, text);
    Item::Text(TextItem { x, y, size, face: Face::Regular, grey: 0.0, text: text.to_owned(), glyphs, tag })
}
