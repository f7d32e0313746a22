//! Tables: column widths from content, spans, repeated headers, rows that stay whole.

mod cell;
mod columns;
mod pieces;
mod placing;
mod rows;
mod sample;

use self::columns::Columns;
use self::rows::RowSetter;
use super::flow::{Break, Mark, Repeat, Slab};
use super::line::{Form, Stand, shift};
use super::page::{NodeId, Role, Tag};
use super::setter::{Setter, as_artifacts};
use crate::document::{Run, Table};

/// Prices of a page break between two rows: anywhere, next to a lone first or last row, in a table that fits a page.
const BETWEEN_ROWS: f64 = 2.0;
const LONE_ROW: f64 = 6.0;
const SMALL_TABLE: f64 = 5.0;
/// A header up to this share of the page is repeated; a higher one would leave no room for rows.
const REPEATED: f64 = 0.4;
/// A table up to this share of the page is better moved than cut.
const SMALL: f64 = 0.45;

impl Setter<'_> {
    /// Sets a table with caption and note.
    pub fn table(&mut self, table: &Table) {
        if table.columns.is_empty() || (table.header.is_empty() && table.body.is_empty()) {
            return;
        }
        self.tables += 1;
        let section = self.tree.section();
        let node = self.tree.add(Role::Table, section);
        let columns = Columns::fit(self, table);
        let start = self.flow.slabs.len();
        let repeat_caption = self.caption(table, node);
        let first_row = self.flow.slabs.len();
        let mut rows = RowSetter::new(self, table, &columns, node);
        rows.header(repeat_caption);
        rows.body();
        if table.caption.is_empty() {
            self.mark_first(start, &table.anchor);
        }
        self.price_breaks(first_row);
        self.table_note(&table.note, section);
    }

    fn mark_first(&mut self, slab: usize, anchor: &str) {
        if let Some(first) = self.flow.slabs.get_mut(slab).filter(|_| !anchor.is_empty()) {
            first.marks.push(Mark { anchor: anchor.to_owned(), outline: None, y: 0.0 });
        }
    }

    /// Sets the caption; gives what stands above the header on further pages.
    fn caption(&mut self, table: &Table, node: NodeId) -> Repeat {
        let spec = self.profile.caption;
        let pitch = self.pitch(spec.size);
        let form = Form::new(Stand::Centred, self.width(), spec.size, pitch);
        let gap = self.profile.body.gap;
        if table.caption.is_empty() {
            self.flow.room_below(gap);
            return Repeat { height: 0.0, items: Vec::new() };
        }
        let caption = self.tree.add(Role::Caption, node);
        let lines = self.lines(&table.caption, spec, &form, Tag::Content(caption));
        let mut slab = self.stack(lines, pitch);
        slab.before = gap;
        Self::mark(&mut slab, &table.anchor);
        self.flow.push(slab);
        self.flow.room_below(gap / 2.0);
        self.flow.keep_with_next();
        self.continued_caption(&table.caption, &form)
    }

    /// `Bảng 1. … (tiếp theo)`; the label alone where the whole takes more than a line.
    fn continued_caption(&mut self, caption: &[Run], form: &Form) -> Repeat {
        let spec = self.profile.caption;
        let mut runs: Vec<Run> = caption
            .iter()
            .filter(|r| r.footnote.is_none())
            .map(|r| Run { link: None, ..r.clone() })
            .collect();
        let mut more = Run::plain(" (tiếp\u{a0}theo)");
        more.style.italic = true;
        runs.push(more.clone());
        let mut lines = self.lines(&runs, spec, form, Tag::Artifact);
        if lines.len() > 1 {
            runs.truncate(1);
            runs.push(more.clone());
            lines = self.lines(&runs, spec, form, Tag::Artifact);
        }
        if lines.len() > 1 {
            lines = self.lines(&[more], spec, form, Tag::Artifact);
        }
        let mut slab = Slab::default();
        for line in lines {
            slab.put(line, 0.0, slab.height);
            slab.height += form.pitch;
        }
        Repeat { height: slab.height + self.profile.body.gap / 2.0, items: as_artifacts(&slab.items) }
    }

    /// Puts prices on the page breaks between the rows pushed since `first`.
    fn price_breaks(&mut self, first: usize) {
        let slabs = &mut self.flow.slabs[first..];
        let height: f64 = slabs.iter().map(|s| s.height).sum();
        let small = height < SMALL * self.flow.geometry.height;
        let rows = slabs.len();
        for (i, slab) in slabs.iter_mut().enumerate() {
            if let Break::Free(price) = &mut slab.break_before {
                *price += if small { SMALL_TABLE } else { BETWEEN_ROWS };
                if i <= 2 || i + 1 == rows {
                    *price += LONE_ROW;
                }
            }
        }
    }

    /// Sets the small print below a table or chart.
    pub fn table_note(&mut self, note: &[Run], section: NodeId) {
        let gap = self.profile.body.gap;
        if !note.is_empty() {
            let tag = Tag::Content(self.tree.add(Role::P, section));
            let spec = self.profile.note;
            let pitch = self.pitch(spec.size);
            let form = Form::new(Stand::Left, self.width(), spec.size, pitch);
            let lines = self.lines(note, spec, &form, tag);
            self.flow.room_below(gap / 2.0);
            self.flow.keep_with_next();
            self.push_whole(lines, pitch, gap / 2.0, gap);
        }
        self.flow.room_below(gap + 3.0);
    }
}

/// Items of a slab put below a caption.
fn below(caption: &Repeat, slab: &Slab) -> Repeat {
    let mut items = as_artifacts(&slab.items);
    shift(&mut items, 0.0, caption.height);
    let mut all = caption.items.clone();
    all.append(&mut items);
    Repeat { height: caption.height + slab.height, items: all }
}
