//! The structure tree while it grows.

use super::page::{Attributes, Node, NodeId, Role};

/// Structure elements in document order, a parent before its children.
#[derive(Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    /// Open sections: heading level and element.
    sections: Vec<(u8, NodeId)>,
    /// Level of the last heading, so that levels never skip.
    last_level: u8,
}

impl Tree {
    /// The root Document element alone.
    pub fn new() -> Self {
        let root = Node { role: Role::Document, parent: None, attributes: Attributes::default() };
        Tree { nodes: vec![root], sections: vec![(0, NodeId(0))], last_level: 0 }
    }

    /// Adds an element.
    pub fn add(&mut self, role: Role, parent: NodeId) -> NodeId {
        self.add_with(role, parent, Attributes::default())
    }

    /// Adds an element with attributes.
    pub fn add_with(&mut self, role: Role, parent: NodeId, attributes: Attributes) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(Node { role, parent: Some(parent), attributes });
        id
    }

    /// The attributes of an element.
    pub fn attributes(&mut self, id: NodeId) -> Option<&mut Attributes> {
        self.nodes.get_mut(id.0 as usize).map(|n| &mut n.attributes)
    }

    /// Starts a Part (the body, an appendix) below the root.
    pub fn open_part(&mut self) {
        let part = self.add(Role::Part, NodeId(0));
        self.sections = vec![(0, part)];
        self.last_level = 0;
    }

    /// The innermost open section: blocks are its children.
    pub fn section(&self) -> NodeId {
        self.sections.last().map_or(NodeId(0), |s| s.1)
    }

    /// Closes all sections of the part: what follows belongs to the part itself.
    pub fn close_sections(&mut self) {
        self.sections.truncate(1);
    }

    /// Starts the section of a heading of this level (1 = top) and gives its heading element.
    pub fn open_section(&mut self, level: u8) -> NodeId {
        let level = level.clamp(1, 6).min(self.last_level + 1);
        self.last_level = level;
        self.sections.retain(|&(open, _)| open < level);
        let parent = self.section();
        let section = self.add(Role::Sect, parent);
        self.sections.push((level, section));
        self.add(Role::H(level), section)
    }
}
