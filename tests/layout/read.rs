//! Reads laid-out pages back: lines of text with their element, place and width.

use std::collections::BTreeMap;

use baocao::layout::Pages;
use baocao::layout::page::{Item, NodeId, Role, Tag, TextItem};

/// Text of one element on one baseline.
#[derive(Clone, Debug)]
pub struct Line {
    pub page: usize,
    pub node: Option<NodeId>,
    pub y: f64,
    pub left: f64,
    pub right: f64,
    pub text: String,
    pub size: f64,
    pub face: &'static str,
    /// Widths of its spaces in em, the trailing one left out.
    pub spaces: Vec<f64>,
}

fn width(text: &TextItem, glyphs: usize) -> f64 {
    text.glyphs[..glyphs].iter().map(|g| f64::from(g.advance)).sum()
}

fn line(page: usize, item: &TextItem) -> Line {
    let trailing = item.text.len() - item.text.trim_end_matches(' ').len();
    let seen = item.glyphs.len() - trailing;
    let mut spaces = Vec::new();
    let mut at = 0;
    for glyph in &item.glyphs[..seen] {
        if &item.text[at..at + usize::from(glyph.len)] == " " {
            spaces.push(f64::from(glyph.advance) / item.size);
        }
        at += usize::from(glyph.len);
    }
    Line {
        page,
        node: match item.tag {
            Tag::Content(node) => Some(node),
            Tag::Artifact => None,
        },
        y: item.y,
        left: item.x,
        right: item.x + width(item, seen),
        text: item.text.clone(),
        size: item.size,
        face: item.face.name(),
        spaces,
    }
}

/// The nearest block element (P, H, TD, …) of an inline one (Link, Reference, Span).
pub fn block(pages: &Pages, mut node: NodeId) -> NodeId {
    loop {
        let at = &pages.structure[node.0 as usize];
        match (at.role, at.parent) {
            (Role::Link | Role::Reference | Role::Span, Some(parent)) => node = parent,
            _ => return node,
        }
    }
}

pub fn role(pages: &Pages, node: NodeId) -> Role {
    pages.structure[node.0 as usize].role
}

/// Whether the element or one above it has the role.
pub fn inside(pages: &Pages, mut node: NodeId, wanted: Role) -> bool {
    loop {
        let at = &pages.structure[node.0 as usize];
        if at.role == wanted {
            return true;
        }
        match at.parent {
            Some(parent) => node = parent,
            None => return false,
        }
    }
}

/// All text, items of one element on one baseline joined, in order of the pages.
pub fn lines(pages: &Pages) -> Vec<Line> {
    let items = pages.pages.iter().enumerate().flat_map(|(index, page)| {
        let texts =
            page.items.iter().filter_map(|i| if let Item::Text(text) = i { Some(text) } else { None });
        texts.map(move |text| line(index, text))
    });
    join(items.map(|next| Line { node: next.node.map(|node| block(pages, node)), ..next }))
}

/// Joins pieces of text that stand in one element and on one baseline.
pub fn join(pieces: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut open: BTreeMap<(usize, Option<NodeId>, i64), usize> = BTreeMap::new();
    for mut next in pieces {
        // Raised marks belong to the line that they stand on.
        let key = (next.page, next.node, (next.y * 100.0).round() as i64);
        match open.get(&key).copied() {
            Some(at) if next.node.is_some() => {
                let known = &mut lines[at];
                known.right = known.right.max(next.right);
                known.left = known.left.min(next.left);
                known.text.push_str(&next.text);
                known.spaces.append(&mut next.spaces);
            }
            _ => {
                open.insert(key, lines.len());
                lines.push(next);
            }
        }
    }
    lines
}

const MM: f64 = 25.4 / 72.0;

/// The pages as text: a line of print a line, with left end, right end and baseline in mm, size and face.
pub fn transcript(pages: &Pages) -> String {
    let lines = lines(pages);
    let mut text = String::new();
    for (index, page) in pages.pages.iter().enumerate() {
        text += &format!("page {} {:.0}×{:.0} mm\n", page.label, page.width * MM, page.height * MM);
        for line in lines.iter().filter(|l| l.page == index) {
            let role = match line.node {
                Some(node) => format!("{:?}", role(pages, node)),
                None => "·".to_owned(),
            };
            text += &format!(
                "{:6.1} {:6.1} {:6.1}  {:4} {:<12} {:<7} {}\n",
                line.left * MM,
                line.right * MM,
                line.y * MM,
                line.size,
                line.face.trim_start_matches("Tinos-"),
                role,
                line.text.trim_end()
            );
        }
    }
    for item in &pages.outline {
        text +=
            &format!("outline {}{} → {}\n", "  ".repeat(usize::from(item.level)), item.title, item.page + 1);
    }
    text
}
