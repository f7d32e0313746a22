//! The outline and the page labels.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::File;
use super::form::destination;
use super::text::string;
use crate::layout::Pages;

/// Adds the outline, the page labels and what a reader's window shows.
pub fn add(file: &mut File, pages: &Pages) {
    if !pages.outline.is_empty() {
        let outline = outline(file, pages);
        file.catalog.set("Outlines", outline);
        file.catalog.set("PageMode", "UseOutlines");
    }
    let labels = dictionary! { "Nums" => labels(pages) };
    file.catalog.set("PageLabels", labels);
    file.catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
}

/// An outline item while its neighbours are being found.
#[derive(Default, Clone)]
struct Links {
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// Items below it, at any depth: all are shown open.
    below: i64,
}

/// The outline with the hierarchy of its levels; a level that skips one hangs below the last higher one.
fn outline(file: &mut File, pages: &Pages) -> ObjectId {
    let mut links = vec![Links::default(); pages.outline.len()];
    let mut root = Links::default();
    let mut open: Vec<usize> = Vec::new();
    for (index, item) in pages.outline.iter().enumerate() {
        while open.last().is_some_and(|&last| pages.outline[last].level >= item.level) {
            open.pop();
        }
        let parent = open.last().copied();
        let previous = parent.map_or(root.last, |parent| links[parent].last);
        links[index].parent = parent;
        links[index].previous = previous;
        if let Some(previous) = previous {
            links[previous].next = Some(index);
        }
        let above = match parent {
            Some(parent) => &mut links[parent],
            None => &mut root,
        };
        above.first = above.first.or(Some(index));
        above.last = Some(index);
        for &ancestor in &open {
            links[ancestor].below += 1;
        }
        open.push(index);
    }
    let root_id = file.objects.new_object_id();
    let ids: Vec<ObjectId> = pages.outline.iter().map(|_| file.objects.new_object_id()).collect();
    for ((item, own), &id) in pages.outline.iter().zip(&links).zip(&ids) {
        let mut entry = dictionary! {
            "Title" => string(&item.title),
            "Parent" => own.parent.map_or(root_id, |parent| ids[parent]),
        };
        let at = |index: Option<usize>| index.map(|index| ids[index]);
        set_links(&mut entry, [("Prev", at(own.previous)), ("Next", at(own.next))]);
        set_links(&mut entry, [("First", at(own.first)), ("Last", at(own.last))]);
        if own.below > 0 {
            entry.set("Count", own.below);
        }
        if let (Some(&page), Some(sheet)) = (file.pages.get(item.page), pages.pages.get(item.page)) {
            entry.set("Dest", destination(page, 0.0, sheet.height - item.y));
        }
        file.objects.set_object(id, entry);
    }
    let mut entry = dictionary! { "Type" => "Outlines", "Count" => pages.outline.len() as i64 };
    let at = |index: Option<usize>| index.map(|index| ids[index]);
    set_links(&mut entry, [("First", at(root.first)), ("Last", at(root.last))]);
    file.objects.set_object(root_id, entry);
    root_id
}

fn set_links(entry: &mut Dictionary, links: [(&str, Option<ObjectId>); 2]) {
    for (key, id) in links {
        if let Some(id) = id {
            entry.set(key, id);
        }
    }
}

/// Ranges of page labels. A page without a printed number counts on from its neighbours, as readers do.
fn labels(pages: &Pages) -> Vec<Object> {
    let mut ranges: Vec<Object> = Vec::new();
    // The number that the open range gives to the page at hand.
    let mut expected: Option<i64> = None;
    for (index, page) in pages.pages.iter().enumerate() {
        let number = match page.label.as_str() {
            "" => Some(expected.unwrap_or(index as i64 + 1)),
            label => label.parse::<i64>().ok().filter(|&number| number > 0 && number.to_string() == label),
        };
        if number.is_none() || number != expected {
            let range = match number {
                Some(start) => dictionary! { "S" => "D", "St" => start },
                None => dictionary! { "P" => string(&page.label) },
            };
            ranges.extend([(index as i64).into(), range.into()]);
        }
        expected = number.map(|number| number + 1);
    }
    ranges
}
