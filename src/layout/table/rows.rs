//! Rows of a table → slabs.

use super::super::flow::{Mark, Repeat, Slab};
use super::super::line::Line;
use super::super::page::{Attributes, Item, NodeId, PathItem, Role, Scope, Segment, Stroke, Tag};
use super::super::profile::TextSpec;
use super::super::setter::Setter;
use super::cell::{CellForm, Halves, lines};
use super::columns::Columns;
use super::placing::{Placed, Placing};
use super::{REPEATED, below};
use crate::document::{Align, Row, Table};

/// Room above and below a cell's text, in parts of the room at its sides.
const VERTICAL_PADDING: f64 = 0.6;

/// A cell of a group of rows, set but not placed.
pub(super) struct Set {
    pub row: usize,
    pub rowspan: usize,
    pub x: f64,
    pub width: f64,
    pub node: NodeId,
    pub lines: Vec<Line>,
}

/// Rows joined by spans; usually one.
pub(super) struct Group {
    pub cells: Vec<Set>,
    pub heights: Vec<f64>,
    pub anchors: Vec<Option<String>>,
}

/// Sets the rows of one table.
pub(super) struct RowSetter<'s, 'a> {
    pub(super) setter: &'s mut Setter<'a>,
    table: &'s Table,
    columns: &'s Columns,
    node: NodeId,
    pub(super) pitch: f64,
    pub(super) padding: f64,
    /// Ids of the header cells over each column; empty where scope alone is enough.
    header_ids: Vec<Vec<String>>,
    headers: usize,
    repeat: Option<usize>,
}

impl<'s, 'a> RowSetter<'s, 'a> {
    pub fn new(setter: &'s mut Setter<'a>, table: &'s Table, columns: &'s Columns, node: NodeId) -> Self {
        let pitch = setter.pitch(columns.size);
        let padding = setter.profile.tables.padding * VERTICAL_PADDING;
        let header_ids = vec![Vec::new(); table.columns.len()];
        RowSetter { setter, table, columns, node, pitch, padding, header_ids, headers: 0, repeat: None }
    }

    /// Sets the header rows as one slab, and what repeats them.
    pub fn header(&mut self, caption: Repeat) {
        let table = self.table;
        let mut slab = Slab::default();
        if !table.header.is_empty() {
            let head = self.setter.tree.add(Role::THead, self.node);
            let group = self.group(&table.header, head, true, &mut Placing::new(table.columns.len()));
            slab = self.draw(group);
        }
        if table.body.is_empty() && !table.header.is_empty() {
            // PDF/UA: a table with a head has a body, if an empty one.
            slab.items.push(Item::Touch(self.setter.tree.add(Role::TBody, self.node)));
        }
        let top = self.top_rule();
        if table.header.is_empty() {
            slab.items.push(top);
        } else {
            slab.items.insert(0, top);
        }
        let bare = Slab { items: vec![self.top_rule()], ..Slab::default() };
        let repeated = slab.height <= REPEATED * self.setter.flow.geometry.height;
        self.setter.flow.repeats.push(below(&caption, if repeated { &slab } else { &bare }));
        self.repeat = Some(self.setter.flow.repeats.len() - 1);
        self.setter.flow.push(slab);
        self.setter.flow.keep_with_next();
    }

    /// Sets the body rows, a slab a group of rows.
    pub fn body(&mut self) {
        let table = self.table;
        if table.body.is_empty() {
            return;
        }
        let body = self.setter.tree.add(Role::TBody, self.node);
        let mut placing = Placing::new(table.columns.len());
        let mut start = 0;
        let mut probe = Placing::new(table.columns.len());
        for end in 1..=table.body.len() {
            probe.row(&table.body[end - 1]);
            if probe.is_open() && end < table.body.len() {
                continue;
            }
            let group = self.group(&table.body[start..end], body, false, &mut placing);
            self.push_group(group, start == 0);
            start = end;
        }
    }

    fn push_group(&mut self, group: Group, first: bool) {
        let head = self.repeat.map_or(0.0, |r| self.setter.flow.repeats[r].height);
        let room = self.setter.flow.geometry.height - head;
        if group.heights.iter().sum::<f64>() <= room {
            let slab = self.draw(group);
            self.push(slab, first);
        } else {
            self.push_tall(group, first);
        }
    }

    pub(super) fn push(&mut self, mut slab: Slab, first: bool) {
        slab.head = if first { None } else { self.repeat };
        self.setter.flow.push(slab);
    }

    /// Shapes and breaks the cells of some rows, and finds the rows' heights.
    fn group(&mut self, rows: &[Row], parent: NodeId, header: bool, placing: &mut Placing) -> Group {
        let mut group = Group {
            cells: Vec::new(),
            heights: vec![self.pitch + 2.0 * self.padding; rows.len()],
            anchors: rows.iter().map(|r| r.anchor.clone()).collect(),
        };
        for (index, row) in rows.iter().enumerate() {
            let tr = self.setter.tree.add(Role::TR, parent);
            for placed in placing.row(row) {
                let cell = self.cell(&placed, tr, header, index, rows.len());
                group.cells.push(cell);
            }
        }
        let need = |cell: &Set| cell.lines.len() as f64 * self.pitch + 2.0 * self.padding;
        for cell in group.cells.iter().filter(|c| c.rowspan == 1) {
            group.heights[cell.row] = group.heights[cell.row].max(need(cell));
        }
        for cell in group.cells.iter().filter(|c| c.rowspan > 1) {
            let rows = cell.row..cell.row + cell.rowspan;
            let lack = need(cell) - group.heights[rows.clone()].iter().sum::<f64>();
            if lack > 0.0 {
                let share = lack / cell.rowspan as f64;
                group.heights[rows].iter_mut().for_each(|h| *h += share);
            }
        }
        group
    }

    fn cell(&mut self, placed: &Placed, tr: NodeId, header: bool, row: usize, rows: usize) -> Set {
        let (x, width) = self.columns.span(placed.column, placed.colspan);
        let rowspan = usize::from(placed.cell.rowspan.max(1)).min(rows - row);
        let heads = header || placed.cell.heads_row;
        let attributes = self.attributes(placed, header, rowspan);
        let node = self.setter.tree.add_with(if heads { Role::TH } else { Role::TD }, tr, attributes);
        let padding = self.setter.profile.tables.padding;
        let by_column = if header { Align::Centre } else { self.table.columns[placed.column] };
        let single = placed.colspan == 1;
        let form = CellForm {
            spec: TextSpec { size: self.columns.size, bold: header, ..TextSpec::default() },
            align: placed.cell.align.unwrap_or(if single || header { by_column } else { Align::Left }),
            width: width - 2.0 * padding,
            pitch: self.pitch,
            column: if single { self.columns.halves[placed.column] } else { Halves::default() },
        };
        let empty = placed.cell.content.iter().flatten().all(|r| r.text.trim().is_empty());
        let lines =
            if empty { Vec::new() } else { lines(self.setter, placed.cell, &form, Tag::Content(node)) };
        for line in &lines {
            self.setter.set_notes(line);
        }
        Set { row, rowspan, x, width, node, lines }
    }

    /// Spans, scope, and where spans make it necessary ids and headers.
    fn attributes(&mut self, placed: &Placed, header: bool, rowspan: usize) -> Attributes {
        let mut attributes = Attributes {
            colspan: (placed.colspan > 1).then_some(placed.colspan as u16),
            rowspan: (rowspan > 1).then_some(rowspan as u16),
            ..Attributes::default()
        };
        let columns = placed.column..placed.column + placed.colspan;
        if header {
            attributes.scope = Some(Scope::Column);
            let spans = self.table.header.iter().flat_map(|r| &r.cells).any(|c| c.colspan > 1);
            if spans {
                self.headers += 1;
                let id = format!("t{}-h{}", self.setter.tables, self.headers);
                let above: Vec<String> = self.header_ids[placed.column].clone();
                attributes.headers = above;
                columns.for_each(|c| self.header_ids[c].push(id.clone()));
                attributes.id = Some(id);
            }
        } else {
            attributes.scope = placed.cell.heads_row.then_some(Scope::Row);
            for id in columns.flat_map(|c| &self.header_ids[c]) {
                if !attributes.headers.contains(id) {
                    attributes.headers.push(id.clone());
                }
            }
        }
        attributes
    }

    /// Places a group's cells and rules in one slab.
    fn draw(&mut self, group: Group) -> Slab {
        let mut slab = Slab::default();
        let mut tops = vec![0.0];
        for height in &group.heights {
            tops.push(tops.last().copied().unwrap_or(0.0) + height);
        }
        slab.height = tops.last().copied().unwrap_or(0.0);
        let mut rules = self.side_rule(0.0, slab.height);
        for cell in group.cells {
            let (top, bottom) = (tops[cell.row], tops[cell.row + cell.rowspan]);
            rules.extend(edges(&cell, top, bottom, true));
            let text = cell.lines.len() as f64 * self.pitch;
            let y = top + (bottom - top - text) / 2.0;
            self.put(&mut slab, cell.node, cell.x, cell.lines, y);
        }
        for (anchor, top) in group.anchors.into_iter().zip(&tops) {
            slab.marks.extend(anchor.map(|anchor| Mark { anchor, outline: None, y: *top }));
        }
        slab.items.push(self.rules(rules));
        slab
    }

    pub(super) fn put(&mut self, slab: &mut Slab, node: NodeId, x: f64, lines: Vec<Line>, mut y: f64) {
        if lines.is_empty() {
            slab.items.push(Item::Touch(node));
        }
        let padding = self.setter.profile.tables.padding;
        for line in lines {
            slab.put(line, x + padding, y);
            y += self.pitch;
        }
    }

    fn width(&self) -> f64 {
        self.columns.edges.last().copied().unwrap_or(0.0)
    }

    pub(super) fn top_rule(&self) -> Item {
        self.rules(vec![Segment::Move(0.0, 0.0), Segment::Line(self.width(), 0.0)])
    }

    pub(super) fn side_rule(&self, top: f64, bottom: f64) -> Vec<Segment> {
        vec![Segment::Move(0.0, top), Segment::Line(0.0, bottom)]
    }

    pub(super) fn rules(&self, segments: Vec<Segment>) -> Item {
        let stroke = Some(Stroke { width: self.setter.profile.tables.rule, grey: 0.0, dash: None });
        Item::Path(PathItem { segments, fill: None, stroke, tag: Tag::Artifact })
    }
}

/// Right edge of a cell, and its bottom edge where it ends.
pub(super) fn edges(cell: &Set, top: f64, bottom: f64, ends: bool) -> Vec<Segment> {
    let (left, right) = (cell.x, cell.x + cell.width);
    let mut segments = vec![Segment::Move(right, top), Segment::Line(right, bottom)];
    if ends {
        segments.extend([Segment::Move(left, bottom), Segment::Line(right, bottom)]);
    }
    segments
}
