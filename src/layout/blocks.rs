//! Parts, headings, paragraphs and lists.

use super::flow::Slab;
use super::inline::Inline;
use super::line::{Form, Line, Stand, shift};
use super::page::{Attributes, NodeId, Role, Tag};
use super::profile::{MM, TextSpec};
use super::setter::{Setter, plain};
use crate::document::{Appendix, Block, ListItem, ParagraphKind, Run};

/// Room between a label and its text, and the step of a deeper list, in mm.
const LABEL_GAP: f64 = 1.5;
const LIST_STEP: f64 = 6.0;

impl Setter<'_> {
    /// Sets blocks in order.
    pub fn blocks(&mut self, blocks: &[Block]) {
        for (i, block) in blocks.iter().enumerate() {
            self.block_of(block);
            if leads_in(block, blocks.get(i + 1)) {
                self.flow.keep_with_next();
            }
        }
    }

    fn block_of(&mut self, block: &Block) {
        match block {
            Block::Part { number, title, anchor } => self.part(number, title, anchor),
            Block::Heading { level, number, title, anchor } => self.heading(*level, number, title, anchor),
            Block::Paragraph { kind, runs } => self.paragraph(*kind, runs),
            Block::List(items) => {
                let section = self.tree.section();
                self.list(items, section, 0);
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn part(&mut self, number: &str, title: &[Run], anchor: &str) {
        let (number_spec, title_spec) = (self.profile.part_number, self.profile.part_title);
        self.centred_heading(number, number_spec, title, title_spec, anchor);
    }

    /// Number over title, both centred, structure level 1: parts and appendices.
    fn centred_heading(
        &mut self,
        number: &str,
        number_spec: TextSpec,
        title: &[Run],
        title_spec: TextSpec,
        anchor: &str,
    ) {
        let heading = Tag::Content(self.tree.open_section(1));
        let width = self.width();
        let mut slab = Slab::default();
        if !number.is_empty() {
            let pitch = self.pitch(number_spec.size);
            let form = Form { trail: true, ..Form::new(Stand::Centred, width, number_spec.size, pitch) };
            let lines = self.text_lines(number, number_spec, &form, heading);
            slab = self.stack(lines, pitch);
        }
        let pitch = self.pitch(title_spec.size);
        let form = Form::new(Stand::Centred, width, title_spec.size, pitch);
        for line in self.lines(title, title_spec, &form, heading) {
            self.set_notes(&line);
            slab.put(line, 0.0, slab.height);
            slab.height += pitch;
        }
        slab.before = 2.0 * self.profile.body.gap;
        let mark = Self::outline(anchor, 1, numbered(number, &plain(title)));
        slab.marks.push(mark);
        self.flow.push(slab);
        self.flow.room_below(self.profile.body.gap);
        self.flow.keep_with_next();
    }

    fn heading(&mut self, level: u8, number: &str, title: &[Run], anchor: &str) {
        let spec = self.profile.headings[usize::from(level.clamp(2, 4) - 2)];
        let heading = Tag::Content(self.tree.open_section(level.max(2)));
        let pitch = self.pitch(spec.size);
        let indent = self.profile.body.indent;
        let form = Form { first: indent, ..Form::new(Stand::Left, self.width(), spec.size, pitch) };
        let mut runs =
            vec![Run::plain(if number.is_empty() { String::new() } else { format!("{number}\u{a0}") })];
        runs.extend_from_slice(title);
        let lines = self.lines(&runs, spec, &form, heading);
        let mut slab = self.stack(lines, pitch);
        slab.before = self.profile.body.gap;
        let mark =
            Self::outline(anchor, level.max(2), format!("{number} {}", plain(title)).trim().to_owned());
        slab.marks.push(mark);
        self.flow.push(slab);
        self.flow.room_below(self.profile.body.gap);
        self.flow.keep_with_next();
    }

    fn paragraph(&mut self, kind: ParagraphKind, runs: &[Run]) {
        if runs.iter().all(|r| r.text.trim().is_empty()) {
            return;
        }
        let body = self.profile.body;
        let parent = self.tree.section();
        let tag = Tag::Content(self.tree.add(Role::P, parent));
        let (spec, stand, first, gap) = match kind {
            ParagraphKind::Body => (self.body_text(), Stand::Justified, body.indent, body.gap),
            ParagraphKind::Flush => (self.body_text(), Stand::Justified, 0.0, body.gap),
            ParagraphKind::Centred => (self.body_text(), Stand::Centred, 0.0, body.gap),
            ParagraphKind::Note => (self.profile.note, Stand::Left, 0.0, body.gap / 2.0),
        };
        let pitch = self.pitch(spec.size);
        let form = Form { first, ..Form::new(stand, self.width(), spec.size, pitch) };
        let lines = self.lines(runs, spec, &form, tag);
        self.push_paragraph(lines, pitch, gap);
    }

    /// Regular text of the body's size.
    pub fn body_text(&self) -> TextSpec {
        TextSpec { size: self.profile.body.size, ..TextSpec::default() }
    }

    fn list(&mut self, items: &[ListItem], parent: NodeId, depth: usize) {
        let numbering = items.first().map(|item| numbering(&item.label));
        let list = self.tree.add_with(Role::L, parent, Attributes { numbering, ..Attributes::default() });
        let labels: Vec<(NodeId, Inline)> = items.iter().map(|item| self.label(item, list)).collect();
        let label_width = labels.iter().map(|(_, label)| label.extent().most).fold(0.0, f64::max);
        let left = self.profile.body.indent + depth as f64 * LIST_STEP * MM;
        let text_left = left + label_width + LABEL_GAP * MM;
        for (item, (node, label)) in items.iter().zip(labels) {
            self.list_item(item, node, label, (left, text_left), depth);
        }
    }

    fn label(&mut self, item: &ListItem, list: NodeId) -> (NodeId, Inline) {
        let node = self.tree.add(Role::LI, list);
        let label = self.tree.add(Role::Lbl, node);
        let spec = self.body_text();
        let runs = [Run::plain(item.label.as_str())];
        (node, Inline::new(self.shaper, &mut self.tree, &runs, spec, Tag::Content(label)))
    }

    fn list_item(
        &mut self,
        item: &ListItem,
        node: NodeId,
        mut label: Inline,
        (left, text_left): (f64, f64),
        depth: usize,
    ) {
        let body = self.profile.body;
        let content = self.tree.add(Role::LBody, node);
        let form =
            Form { left: text_left, ..Form::new(Stand::Justified, self.width(), body.size, body.pitch) };
        let mut lines = self.lines(&item.runs, self.body_text(), &form, Tag::Content(content));
        let label_form = Form { trail: true, ..Form::new(Stand::Left, self.width(), body.size, body.pitch) };
        if let (Some(first), Some(label)) =
            (lines.first_mut(), label.lines(self.shaper, &label_form).into_iter().next())
        {
            prepend(first, label, left);
        }
        self.push_paragraph(lines, body.pitch, body.gap);
        if !item.children.is_empty() {
            self.list(&item.children, content, depth + 1);
        }
    }

    /// Starts an appendix: heading and blocks; its flow is new.
    pub fn appendix(&mut self, appendix: &Appendix) {
        self.tree.open_part();
        let (number_spec, title_spec) = (self.profile.appendix_number, self.profile.appendix_title);
        self.centred_heading(&appendix.number, number_spec, &appendix.title, title_spec, &appendix.anchor);
        self.blocks(&appendix.blocks);
    }
}

/// `Phần thứ nhất – KẾT QUẢ`, as outline and contents name parts and appendices.
pub(crate) fn numbered(number: &str, title: &str) -> String {
    match (number.is_empty(), title.is_empty()) {
        (false, false) => format!("{number} – {title}"),
        _ => format!("{number}{title}"),
    }
}

/// Whether a paragraph only announces what follows: it is bold all through, or ends in a colon before a list, table
/// or chart.
fn leads_in(block: &Block, next: Option<&Block>) -> bool {
    let Block::Paragraph { runs, .. } = block else { return false };
    let announced = matches!(next, Some(Block::List(_) | Block::Table(_) | Block::Chart(_)));
    let bold = !runs.is_empty() && runs.iter().all(|r| r.style.bold || r.text.trim().is_empty());
    next.is_some() && (bold || announced && plain(runs).trim_end().ends_with(':'))
}

/// Puts a label before a line's text.
fn prepend(line: &mut Line, mut label: Line, dx: f64) {
    shift(&mut label.items, dx, 0.0);
    label.items.append(&mut line.items);
    line.items = label.items;
}

/// ListNumbering of PDF 1.7 for a label.
fn numbering(label: &str) -> &'static str {
    match label.chars().next() {
        Some(c) if c.is_ascii_digit() => "Decimal",
        Some(c) if c.is_lowercase() => "LowerAlpha",
        Some('I' | 'V' | 'X') => "UpperRoman",
        Some(c) if c.is_uppercase() => "UpperAlpha",
        _ => "Disc",
    }
}
