//! Annotations: links, and the signature field with its form.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::text::{hundredths, number, string};
use super::{File, PdfError};
use crate::document::LinkTarget;
use crate::layout::Pages;
use crate::layout::page::{Destination, LinkArea, NodeId, SignatureField};

/// An annotation as the structure tree needs it.
pub struct Annotation {
    object: ObjectId,
    page: ObjectId,
    /// Its key in the parent tree, after those of the pages.
    pub struct_parent: i64,
    /// The element it belongs to.
    pub node: NodeId,
}

impl Annotation {
    /// The kid that stands for it in its element.
    pub fn reference(&self) -> Object {
        dictionary! { "Type" => "OBJR", "Obj" => self.object, "Pg" => self.page }.into()
    }
}

/// The elements of a page's annotations, in the order in which [`add`] makes them.
pub fn owners(pages: &Pages, page: usize) -> impl Iterator<Item = NodeId> {
    let links = pages.pages.get(page).into_iter().flat_map(|page| page.links.iter().map(|link| link.node));
    links.chain(pages.signature.iter().filter(move |field| field.page == page).map(|field| field.node))
}

/// Adds the links of all pages and the signature field.
pub fn add(file: &mut File, pages: &Pages) -> Result<Vec<Annotation>, PdfError> {
    let destinations: BTreeMap<&str, &Destination> =
        pages.destinations.iter().rev().map(|place| (place.anchor.as_str(), place)).collect();
    if let Some(field) = pages.signature.as_ref().filter(|field| field.page >= pages.pages.len()) {
        return Err(PdfError::NoSuchPage(field.page));
    }
    let mut annotations = Vec::new();
    for (index, (page, &page_id)) in pages.pages.iter().zip(&file.pages.clone()).enumerate() {
        let mut on_page: Vec<Object> = Vec::new();
        let mut add = |file: &mut File, mut dictionary: Dictionary, node: NodeId| {
            let struct_parent = (pages.pages.len() + annotations.len()) as i64;
            dictionary.set("StructParent", struct_parent);
            let object = file.add(dictionary);
            on_page.push(object.into());
            annotations.push(Annotation { object, page: page_id, struct_parent, node });
            object
        };
        for link in &page.links {
            let link_annotation = link_annotation(file, pages, page.height, link, &destinations)?;
            add(file, link_annotation, link.node);
        }
        if let Some(field) = pages.signature.as_ref().filter(|field| field.page == index) {
            let widget = widget(file, field, page_id, page.height);
            let widget = add(file, widget, field.node);
            let fields: Vec<Object> = vec![widget.into()];
            // SigFlags 1: there is a signature field. Whoever signs adds 2, append only.
            let form = file.add(dictionary! { "Fields" => fields, "SigFlags" => 1 });
            file.catalog.set("AcroForm", form);
        }
        let has_annotations = !on_page.is_empty();
        let page = file.page(index)?;
        page.set("StructParents", index as i64);
        page.set("Tabs", "S");
        if has_annotations {
            page.set("Annots", on_page);
        }
    }
    Ok(annotations)
}

fn link_annotation(
    file: &File,
    pages: &Pages,
    height: f64,
    link: &LinkArea,
    destinations: &BTreeMap<&str, &Destination>,
) -> Result<Dictionary, PdfError> {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "F" => 4,
        "Rect" => rectangle(link.rect, height),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "Contents" => string(&link.contents),
    };
    match link.target.as_ref() {
        LinkTarget::Anchor(anchor) => {
            let place =
                destinations.get(anchor.as_str()).ok_or_else(|| PdfError::UnknownAnchor(anchor.clone()))?;
            let height = pages.pages.get(place.page).ok_or(PdfError::NoSuchPage(place.page))?.height;
            let page = *file.pages.get(place.page).ok_or(PdfError::NoSuchPage(place.page))?;
            annotation.set("Dest", destination(page, place.x, height - place.y));
        }
        LinkTarget::Uri(uri) => {
            let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(ascii_uri(uri)) };
            annotation.set("A", action);
        }
    }
    Ok(annotation)
}

/// A place on a page, at the reader's own zoom.
pub fn destination(page: ObjectId, x: f64, y: f64) -> Object {
    vec![page.into(), "XYZ".into(), number(x), number(y), Object::Null].into()
}

/// An address in ASCII: everything else as percent-encoded UTF-8 (RFC 3987, 3.1).
fn ascii_uri(uri: &str) -> String {
    let mut out = String::with_capacity(uri.len());
    for byte in uri.bytes() {
        match byte {
            b'!'..=b'~' if !b"\"<>\\^`{|}".contains(&byte) => out.push(char::from(byte)),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

/// The empty field that signing software looks for: no value, and an appearance that shows nothing.
fn widget(file: &mut File, field: &SignatureField, page: ObjectId, height: f64) -> Dictionary {
    let [left, top, right, bottom] = field.rect;
    let bounds = vec![0.into(), 0.into(), number(right - left), number(bottom - top)];
    let appearance = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => bounds,
        "Resources" => Dictionary::new(),
    };
    let appearance = file.add(Stream::new(appearance, Vec::new()));
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => string(&field.name),
        "TU" => string(&field.tooltip),
        "F" => 4,
        "Rect" => rectangle(field.rect, height),
        "P" => page,
        "AP" => dictionary! { "N" => appearance },
    }
}

/// Left, top, right, bottom → left, bottom, right, top, upright.
fn rectangle([left, top, right, bottom]: [f64; 4], height: f64) -> Object {
    [left, height - bottom, right, height - top].map(|v| Object::Real(hundredths(v))).to_vec().into()
}
