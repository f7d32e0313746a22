//! The rules that every laid-out page has to keep.

use std::collections::BTreeMap;

use baocao::layout::page::{Item, NodeId, Role, Tag};
use baocao::layout::{Pages, Profile};

use super::read::{Line, block, inside, lines, role};

/// Everything that is wrong with the pages.
pub fn faults(pages: &Pages, profile: &Profile) -> Vec<String> {
    let lines = lines(pages);
    let mut faults = Vec::new();
    margins(pages, profile, &lines, &mut faults);
    widows(pages, &lines, &mut faults);
    headings(pages, &lines, &mut faults);
    captions(pages, &lines, &mut faults);
    closing(pages, &lines, &mut faults);
    filling(pages, profile, &lines, &mut faults);
    rows(pages, &lines, &mut faults);
    repeated_headers(pages, &lines, &mut faults);
    structure(pages, &mut faults);
    faults
}

fn margins(pages: &Pages, profile: &Profile, lines: &[Line], faults: &mut Vec<String>) {
    let sheet = &profile.sheet;
    for line in lines {
        let page = &pages.pages[line.page];
        let number = line.node.is_none() && line.y < sheet.top;
        if number {
            continue;
        }
        let box_ = [sheet.left, sheet.top, page.width - sheet.right, page.height - sheet.bottom];
        let (top, bottom) = (line.y - 0.7 * line.size, line.y + 0.216 * line.size);
        if line.left < box_[0] - 0.01
            || line.right > box_[2] + 0.01
            || top < box_[1]
            || bottom > box_[3] + 0.5
        {
            faults.push(format!("page {}: outside the margins: {}", line.page + 1, line.text));
        }
    }
}

/// Lines of each paragraph by page.
fn paragraphs(pages: &Pages, lines: &[Line]) -> BTreeMap<NodeId, Vec<(usize, usize)>> {
    let mut found: BTreeMap<NodeId, Vec<(usize, usize)>> = BTreeMap::new();
    for line in lines {
        let Some(node) = line.node else { continue };
        if !matches!(role(pages, node), Role::P | Role::LBody) || inside(pages, node, Role::Note) {
            continue;
        }
        let counts = found.entry(node).or_default();
        match counts.last_mut() {
            Some((page, count)) if *page == line.page => *count += 1,
            _ => counts.push((line.page, 1)),
        }
    }
    found
}

fn widows(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    // A raised mark has a baseline of its own: count only full-size lines.
    let full: Vec<Line> = lines.iter().filter(|l| l.size > 10.0).cloned().collect();
    for counts in paragraphs(pages, &full).values().filter(|c| c.len() > 1) {
        for (page, count) in counts {
            if *count < 2 {
                faults.push(format!("page {}: widow or orphan", page + 1));
            }
        }
    }
}

/// Content lines of a page in order of reading, footnotes left out.
fn content<'a>(pages: &Pages, lines: &'a [Line], page: usize) -> Vec<&'a Line> {
    lines
        .iter()
        .filter(|l| l.page == page)
        .filter(|l| l.node.is_some_and(|n| !inside(pages, n, Role::Note)))
        .collect()
}

fn headings(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    for page in 0..pages.pages.len() {
        if let Some(last) = content(pages, lines, page).last()
            && let Some(Role::H(_)) = last.node.map(|n| role(pages, n))
        {
            faults.push(format!("page {}: heading at the foot: {}", page + 1, last.text));
        }
    }
}

fn captions(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    for (i, line) in lines.iter().enumerate() {
        let Some(node) = line.node.filter(|&n| role(pages, n) == Role::Caption) else { continue };
        let table = pages.structure[node.0 as usize].parent.filter(|&p| role(pages, p) == Role::Table);
        let cells: Vec<&Line> = lines[i..]
            .iter()
            .filter(|l| l.node.is_some_and(|n| matches!(role(pages, n), Role::TD | Role::TH)))
            .take(1)
            .collect();
        if table.is_some() && cells.iter().any(|c| c.page != line.page) {
            faults.push(format!("page {}: caption without its table: {}", line.page + 1, line.text));
        }
    }
}

/// Lines of text above the signature block, where it stands on this page.
fn lines_before_closing(page: &[&Line]) -> Option<usize> {
    let top = page.iter().find(|l| l.text.starts_with("T/M") || l.text.starts_with("TM"))?.y;
    let above: std::collections::BTreeSet<i64> =
        page.iter().filter(|l| l.y < top - 1.0).map(|l| l.y.round() as i64).collect();
    Some(above.len())
}

fn closing(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    let Some(signature) = &pages.signature else {
        faults.push("no signature field".to_owned());
        return;
    };
    let above = lines_before_closing(&content(pages, lines, signature.page));
    if above.is_none_or(|above| above < 2) {
        faults.push(format!("page {}: signature without two lines of text", signature.page + 1));
    }
    let [left, top, right, bottom] = signature.rect;
    if lines.iter().any(|l| {
        l.page == signature.page
            && l.right > left
            && l.left < right
            && l.y > top + 2.0
            && l.y - l.size * 0.7 < bottom
    }) {
        faults.push("text in the signature field".to_owned());
    }
}

/// No page that another page of the same flow follows is more than a quarter empty.
fn filling(pages: &Pages, profile: &Profile, lines: &[Line], faults: &mut Vec<String>) {
    let sheet = &profile.sheet;
    for page in 0..pages.pages.len().saturating_sub(1) {
        let next = content(pages, lines, page + 1);
        let starts_part = next.first().is_some_and(|l| {
            l.node.is_some_and(|n| role(pages, n) == Role::H(1) && l.text.starts_with("Phụ lục"))
        });
        // The signature block is whole and takes two lines of text with it: no other break is possible there.
        if starts_part || lines_before_closing(&next).is_some_and(|above| above <= 2) {
            continue;
        }
        let height = pages.pages[page].height - sheet.top - sheet.bottom;
        let lowest = lines.iter().filter(|l| l.page == page).map(|l| l.y).fold(0.0, f64::max);
        let rules = pages.pages[page].items.iter().filter_map(|item| match item {
            Item::Path(path) => path
                .segments
                .iter()
                .filter_map(|s| match s {
                    baocao::layout::page::Segment::Line(_, y) => Some(*y),
                    _ => None,
                })
                .reduce(f64::max),
            _ => None,
        });
        let lowest = rules.fold(lowest, f64::max);
        let empty = (sheet.top + height - lowest) / height;
        if empty > 0.25 {
            faults.push(format!("page {}: {:.0} % empty", page + 1, empty * 100.0));
        }
    }
}

/// Every row stands on one page.
fn rows(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    let mut at: BTreeMap<NodeId, usize> = BTreeMap::new();
    for line in lines {
        let Some(node) = line.node.filter(|&n| matches!(role(pages, n), Role::TD | Role::TH)) else {
            continue;
        };
        let Some(row) = pages.structure[node.0 as usize].parent else { continue };
        if *at.entry(row).or_insert(line.page) != line.page {
            faults.push(format!("page {}: row cut: {}", line.page + 1, line.text));
        }
    }
}

/// A page that starts inside a table repeats its caption and header.
fn repeated_headers(pages: &Pages, lines: &[Line], faults: &mut Vec<String>) {
    for page in 1..pages.pages.len() {
        let first = content(pages, lines, page).first().and_then(|l| l.node);
        let inside_body = first.is_some_and(|n| inside(pages, n, Role::TBody));
        let continued =
            lines.iter().any(|l| l.page == page && l.node.is_none() && l.text.contains("tiếp theo"));
        if inside_body != continued {
            faults.push(format!("page {}: header repeated: {continued}, needed: {inside_body}", page + 1));
        }
    }
}

/// Headings never skip a level, parents stand before children, every Figure has a text and a box.
fn structure(pages: &Pages, faults: &mut Vec<String>) {
    let mut level = 0;
    for (i, node) in pages.structure.iter().enumerate() {
        if node.parent.is_none_or(|p| p.0 as usize >= i) && i > 0 {
            faults.push(format!("element {i} stands before its parent"));
        }
        if let Role::H(next) = node.role {
            if next > level + 1 {
                faults.push(format!("heading level {next} after {level}"));
            }
            level = next;
        }
        if node.role == Role::Figure && (node.attributes.alt.is_none() || node.attributes.bbox.is_none()) {
            faults.push("figure without text or box".to_owned());
        }
    }
    let used: std::collections::BTreeSet<u32> = pages
        .pages
        .iter()
        .flat_map(|p| &p.items)
        .map(|item| match item {
            Item::Text(t) => t.tag,
            Item::Path(p) => p.tag,
            Item::Touch(node) => Tag::Content(*node),
        })
        .filter_map(|tag| match tag {
            Tag::Content(node) => Some(node),
            Tag::Artifact => None,
        })
        .flat_map(|node| [node.0, block(pages, node).0])
        .collect();
    for (i, node) in pages.structure.iter().enumerate() {
        let leaf = !pages.structure.iter().skip(i).any(|n| n.parent.is_some_and(|p| p.0 as usize == i));
        if pages.structure.len() < 500 && leaf && !used.contains(&(i as u32)) {
            faults.push(format!("element {i} ({:?}) has no content", node.role));
        }
    }
}
