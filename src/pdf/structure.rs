//! The structure tree: elements in reading order, the parent tree, the ids.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::content::{Drawn, Mark};
use super::form::Annotation;
use super::text::{name, number, string};
use super::{File, PdfError};
use crate::layout::Pages;
use crate::layout::page::{Node, NodeId, Role, Scope};

/// What belongs to every element, in reading order.
pub struct Structure {
    /// By element.
    kids: Vec<Vec<Kid>>,
    attached: Vec<bool>,
    /// By page: the element of each marked-content id.
    owners: Vec<Vec<NodeId>>,
}

enum Kid {
    Element(NodeId),
    Marked { page: usize, mcid: usize },
    Annotation(usize),
}

impl Structure {
    /// Follows the pages' marks: an element stands among its parent's kids where its first content stands.
    pub fn collect(pages: &Pages, drawn: &[Drawn]) -> Result<Self, PdfError> {
        for (index, node) in pages.structure.iter().enumerate() {
            let parent_first = node.parent.is_none_or(|parent| (parent.0 as usize) < index);
            if !parent_first || (index == 0) != node.parent.is_none() {
                return Err(PdfError::Structure(index as u32));
            }
        }
        let count = pages.structure.len();
        let mut structure = Structure {
            kids: std::iter::repeat_with(Vec::new).take(count).collect(),
            attached: vec![false; count],
            owners: vec![Vec::new(); pages.pages.len()],
        };
        if let Some(root) = structure.attached.first_mut() {
            *root = true;
        }
        let mut annotation = 0;
        for (page, drawn) in drawn.iter().enumerate() {
            for mark in &drawn.marks {
                match *mark {
                    Mark::Touch(node) => structure.attach(&pages.structure, node)?,
                    Mark::Content(node) => {
                        structure.attach(&pages.structure, node)?;
                        let mcid = structure.owners[page].len();
                        structure.owners[page].push(node);
                        structure.kids[node.0 as usize].push(Kid::Marked { page, mcid });
                    }
                }
            }
            for node in super::form::owners(pages, page) {
                structure.attach(&pages.structure, node)?;
                structure.kids[node.0 as usize].push(Kid::Annotation(annotation));
                annotation += 1;
            }
        }
        Ok(structure)
    }

    fn attach(&mut self, nodes: &[Node], node: NodeId) -> Result<(), PdfError> {
        let index = node.0 as usize;
        let element = nodes.get(index).ok_or(PdfError::Structure(node.0))?;
        if std::mem::replace(&mut self.attached[index], true) {
            return Ok(());
        }
        if let Some(parent) = element.parent {
            self.attach(nodes, parent)?;
            self.kids[parent.0 as usize].push(Kid::Element(node));
        }
        Ok(())
    }

    /// Writes the elements, the parent tree and the id tree, and names the root in the catalog.
    pub fn add(&self, file: &mut File, pages: &Pages, annotations: &[Annotation]) {
        let root = file.objects.new_object_id();
        let ids: Vec<Option<ObjectId>> =
            self.attached.iter().map(|&attached| attached.then(|| file.objects.new_object_id())).collect();
        let id = |node: NodeId| ids.get(node.0 as usize).copied().flatten().unwrap_or(root);
        for (index, node) in pages.structure.iter().enumerate() {
            if let Some(own) = ids.get(index).copied().flatten() {
                let parent = node.parent.map_or(root, id);
                let element = self.element(index, node, parent, &file.pages, &id, annotations);
                file.objects.set_object(own, element);
            }
        }
        let mut parents: Vec<Object> = Vec::new();
        for (page, owners) in self.owners.iter().enumerate() {
            let owners: Vec<Object> = owners.iter().map(|&node| id(node).into()).collect();
            parents.extend([(page as i64).into(), file.add(owners).into()]);
        }
        for annotation in annotations {
            parents.extend([annotation.struct_parent.into(), id(annotation.node).into()]);
        }
        let next = self.owners.len() + annotations.len();
        let parent_tree = file.add(dictionary! { "Nums" => parents });
        let mut tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => id(NodeId(0)),
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next as i64,
        };
        let named: BTreeMap<&str, ObjectId> = pages
            .structure
            .iter()
            .zip(&ids)
            .filter_map(|(node, id)| Some((node.attributes.id.as_deref()?, (*id)?)))
            .collect();
        if !named.is_empty() {
            let names: Vec<Object> =
                named.into_iter().flat_map(|(key, id)| [byte_string(key), id.into()]).collect();
            let names = file.add(dictionary! { "Names" => names });
            tree.set("IDTree", names);
        }
        file.objects.set_object(root, tree);
        file.catalog.set("StructTreeRoot", root);
        file.catalog.set("MarkInfo", dictionary! { "Marked" => true });
    }

    fn element(
        &self,
        index: usize,
        node: &Node,
        parent: ObjectId,
        pages: &[ObjectId],
        id: &impl Fn(NodeId) -> ObjectId,
        annotations: &[Annotation],
    ) -> Dictionary {
        // Type may be left out by ISO 32000-1, table 323; early profiles for PDF/A-2a ask for it.
        let mut element =
            dictionary! { "Type" => "StructElem", "S" => name(role_name(node.role)), "P" => parent };
        let kids = self.kids.get(index).map_or(&[][..], Vec::as_slice);
        // The page of the element's own content; what stands on another page says so itself.
        let home = kids.iter().find_map(|kid| match kid {
            Kid::Marked { page, .. } => Some(*page),
            Kid::Element(_) | Kid::Annotation(_) => None,
        });
        if let Some(&page) = home.and_then(|home| pages.get(home)) {
            element.set("Pg", page);
        }
        let mut entries: Vec<Object> = Vec::with_capacity(kids.len());
        for kid in kids {
            match *kid {
                Kid::Element(node) => entries.push(id(node).into()),
                Kid::Marked { page, mcid } if Some(page) == home => entries.push((mcid as i64).into()),
                Kid::Marked { page, mcid } => {
                    let mut reference = dictionary! { "Type" => "MCR", "MCID" => mcid as i64 };
                    if let Some(&page) = pages.get(page) {
                        reference.set("Pg", page);
                    }
                    entries.push(reference.into());
                }
                Kid::Annotation(annotation) => {
                    entries.extend(annotations.get(annotation).map(Annotation::reference))
                }
            }
        }
        match (entries.pop(), entries.is_empty()) {
            (Some(only), true) => element.set("K", only),
            (Some(last), false) => {
                entries.push(last);
                element.set("K", entries);
            }
            (None, _) => {}
        }
        attributes(&mut element, node, pages);
        element
    }
}

/// The keys of an element that say more than its type.
fn attributes(element: &mut Dictionary, node: &Node, pages: &[ObjectId]) {
    let attributes = &node.attributes;
    if let Some(alt) = &attributes.alt {
        element.set("Alt", string(alt));
    }
    if let Some(title) = &attributes.title {
        element.set("T", string(title));
    }
    if let Some(lang) = attributes.lang {
        element.set("Lang", Object::string_literal(lang));
    }
    if let Some(id) = &attributes.id {
        element.set("ID", byte_string(id));
    }
    if let Some((page, [left, top, right, bottom])) = attributes.bbox {
        if !element.has(b"Pg")
            && let Some(&page) = pages.get(page)
        {
            element.set("Pg", page);
        }
        let bounds: Vec<Object> = [left, bottom, right, top].map(number).to_vec();
        element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => bounds });
    }
    if let Some(numbering) = attributes.numbering.filter(|_| node.role == Role::L) {
        element.set("A", dictionary! { "O" => "List", "ListNumbering" => name(numbering) });
    }
    if matches!(node.role, Role::TH | Role::TD) {
        table_attributes(element, node);
    }
}

fn table_attributes(element: &mut Dictionary, node: &Node) {
    let attributes = &node.attributes;
    let mut table = dictionary! { "O" => "Table" };
    if let Some(scope) = attributes.scope.filter(|_| node.role == Role::TH) {
        let scope = match scope {
            Scope::Column => "Column",
            Scope::Row => "Row",
            Scope::Both => "Both",
        };
        table.set("Scope", name(scope));
    }
    for (key, span) in [("ColSpan", attributes.colspan), ("RowSpan", attributes.rowspan)] {
        if let Some(span) = span.filter(|&span| span > 1) {
            table.set(key, i64::from(span));
        }
    }
    if !attributes.headers.is_empty() {
        table.set("Headers", attributes.headers.iter().map(|id| byte_string(id)).collect::<Vec<_>>());
    }
    if table.len() > 1 {
        element.set("A", table);
    }
}

/// The name of a standard structure type (ISO 32000-1, 14.8.4).
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Part => "Part",
        Role::Sect => "Sect",
        Role::H(0 | 1) => "H1",
        Role::H(2) => "H2",
        Role::H(3) => "H3",
        Role::H(4) => "H4",
        Role::H(5) => "H5",
        Role::H(_) => "H6",
        Role::P => "P",
        Role::L => "L",
        Role::LI => "LI",
        Role::Lbl => "Lbl",
        Role::LBody => "LBody",
        Role::Table => "Table",
        Role::THead => "THead",
        Role::TBody => "TBody",
        Role::TR => "TR",
        Role::TH => "TH",
        Role::TD => "TD",
        Role::Caption => "Caption",
        Role::Figure => "Figure",
        Role::Note => "Note",
        Role::Reference => "Reference",
        Role::Link => "Link",
        Role::TOC => "TOC",
        Role::TOCI => "TOCI",
        Role::Form => "Form",
        Role::Span => "Span",
    }
}

/// An element's id: a byte string, compared byte by byte.
fn byte_string(id: &str) -> Object {
    Object::string_literal(id)
}
