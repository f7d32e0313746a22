//! The structure tree while it grows.

use super::page::{Attributes, Node, NodeId, Role};

/// Structure elements in document order, a parent before its children.
#[derive(Debug)]
pub(crate) struct Tree {
    pub nodes: Vec<Node>,
    /// Open sections, innermost last: level of the heading as asked for, and element. The part comes first, with 0.
    sections: Vec<(u8, NodeId)>,
}

impl Tree {
    /// The root Document element alone.
    pub fn new() -> Self {
        let root = Node { role: Role::Document, parent: None, attributes: Attributes::default() };
        Tree { nodes: vec![root], sections: vec![(0, NodeId(0))] }
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
    ///
    /// The element's level is the depth of its section: no level is skipped (ISO 14289-1, 7.4.2), and headings asked
    /// for at the same level stay side by side.
    pub fn open_section(&mut self, level: u8) -> NodeId {
        let level = level.max(1);
        self.sections.retain(|&(open, _)| open < level);
        let depth = self.sections.len().min(6) as u8;
        let parent = self.section();
        let section = self.add(Role::Sect, parent);
        self.sections.push((level, section));
        self.add(Role::H(depth), section)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An appendix has no headings of level 2: those of level 3 must not become one another's sections.
    #[test]
    fn headings_of_one_level_stay_side_by_side() {
        let mut tree = Tree::new();
        tree.open_part();
        let headings = [1, 3, 3, 4, 3, 2, 1, 9].map(|level| tree.open_section(level));
        let roles = headings.map(|heading| tree.nodes[heading.0 as usize].role);
        assert_eq!(roles, [1, 2, 2, 3, 2, 2, 1, 2].map(Role::H));
    }
}
