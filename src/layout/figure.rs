//! Charts with their captions.

use super::chart::{self, Piece};
use super::flow::{Break, Repeat, Slab};
use super::line::{Form, Stand};
use super::page::{Attributes, NodeId, Role, Tag};
use super::setter::{Setter, as_artifacts};
use crate::document::Chart;

/// A chart up to this share of the page is never cut.
const WHOLE: f64 = 0.2;
/// Price of a page break between two pieces of a chart: it is cut only to save a page from being too empty.
const INSIDE_CHART: f64 = 30.0;

impl Setter<'_> {
    /// Sets a chart, its caption below it, its note below that.
    pub fn chart(&mut self, chart: &Chart) {
        let section = self.tree.section();
        let attributes = Attributes { alt: Some(chart.alt.clone()), ..Attributes::default() };
        let node = self.tree.add_with(Role::Figure, section, attributes);
        let width = self.width();
        let shaper = &mut *self.shaper;
        let drawing = chart::draw(&chart.data, width, Tag::Content(node), &mut |face, size, text| {
            shaper.glyphs(face, size, text)
        });
        let height: f64 = drawing.head.height + drawing.pieces.iter().map(|p| p.height).sum::<f64>();
        let start = self.flow.slabs.len();
        self.flow.room_below(2.0 * self.profile.body.gap);
        if height <= WHOLE * self.flow.geometry.height {
            self.whole_chart(drawing.head, drawing.pieces, node);
        } else {
            self.long_chart(drawing.head, drawing.pieces, node);
        }
        if let Some(first) = self.flow.slabs.get_mut(start) {
            Self::mark(first, &chart.anchor);
        }
        self.chart_caption(chart, section);
    }

    fn whole_chart(&mut self, head: Piece, pieces: Vec<Piece>, node: NodeId) {
        let mut slab = Slab { chart: Some(node), ..Slab::default() };
        for piece in std::iter::once(head).chain(pieces) {
            append(&mut slab, piece);
        }
        self.flow.push(slab);
    }

    fn long_chart(&mut self, head: Piece, pieces: Vec<Piece>, node: NodeId) {
        self.flow.repeats.push(Repeat { height: head.height, items: as_artifacts(&head.items) });
        let repeat = self.flow.repeats.len() - 1;
        let mut first = Slab { chart: Some(node), ..Slab::default() };
        append(&mut first, head);
        for (i, piece) in pieces.into_iter().enumerate() {
            let mut slab = if i == 0 {
                std::mem::take(&mut first)
            } else {
                let break_before = Break::Free(INSIDE_CHART);
                Slab { chart: Some(node), head: Some(repeat), break_before, ..Slab::default() }
            };
            append(&mut slab, piece);
            self.flow.push(slab);
        }
    }

    fn chart_caption(&mut self, chart: &Chart, section: NodeId) {
        let gap = self.profile.body.gap;
        if !chart.caption.is_empty() {
            let spec = self.profile.caption;
            let caption = Tag::Content(self.tree.add(Role::Caption, section));
            let form = Form::new(Stand::Centred, self.width(), spec.size, self.pitch(spec.size));
            let lines = self.lines(&chart.caption, spec, &form, caption);
            self.flow.keep_with_next();
            self.push_whole(lines, form.pitch, gap, gap);
        }
        self.table_note(&chart.note, section);
    }
}

fn append(slab: &mut Slab, mut piece: Piece) {
    piece.shift(0.0, slab.height);
    slab.height += piece.height;
    slab.items.append(&mut piece.items);
    slab.figures.append(&mut piece.figures);
}
