//! Table of contents: headings with leader dots; the page numbers come when the pages are known.

use std::sync::Arc;

use super::flow::{ContentsNumber, Slab};
use super::line::{Form, Stand};
use super::page::{NodeId, Role, Tag};
use super::profile::{MM, TextSpec};
use super::setter::Setter;
use crate::document::{Block, LinkTarget, Run};

/// Width kept for page numbers, and step of a deeper entry, in mm.
const NUMBER_WIDTH: f64 = 10.0;
const STEP: f64 = 6.0;

/// A line of the contents.
struct Entry {
    level: u8,
    runs: Vec<Run>,
    anchor: String,
}

impl Setter<'_> {
    /// Sets the table of contents.
    pub fn contents(&mut self) {
        let entries = self.entries();
        if entries.is_empty() {
            return;
        }
        let section = self.tree.section();
        let list = self.tree.add(Role::TOC, section);
        let title = self.tree.add(Role::Caption, list);
        let spec = self.profile.part_title;
        let form = Form::new(Stand::Centred, self.width(), spec.size, self.pitch(spec.size));
        let lines = self.text_lines(&self.profile.contents_title, spec, &form, Tag::Content(title));
        self.push_whole(lines, form.pitch, 12.0, self.profile.body.gap);
        self.flow.keep_with_next();
        // Open lists, innermost last, with the level of their entries.
        let mut open = vec![(entries.iter().map(|entry| entry.level).min().unwrap_or(1), list)];
        for entry in entries {
            open.retain(|&(level, _)| level <= entry.level);
            let (level, mut list) = open.last().copied().unwrap_or((entry.level, list));
            if level < entry.level {
                list = self.tree.add(Role::TOC, list);
                open.push((entry.level, list));
            }
            self.entry(entry, list);
        }
        self.flow.room_below(12.0);
    }

    fn entries(&self) -> Vec<Entry> {
        let levels = self.profile.contents_levels;
        let numbered = |number: &str, title: &[Run]| {
            let mut runs = vec![Run::plain(number)];
            runs.extend(title.iter().filter(|r| r.footnote.is_none()).cloned());
            runs
        };
        let mut entries: Vec<Entry> = Vec::new();
        for block in &self.document.blocks {
            let (level, number, title, anchor) = match block {
                Block::Part { number, title, anchor } => (1, format!("{number} – "), title, anchor),
                Block::Heading { level, number, title, anchor } => {
                    (*level, format!("{number}\u{a0}"), title, anchor)
                }
                _ => continue,
            };
            if level <= levels && !anchor.is_empty() {
                entries.push(Entry { level, runs: numbered(&number, title), anchor: anchor.clone() });
            }
        }
        for appendix in self.document.appendices.iter().filter(|a| !a.anchor.is_empty()) {
            let runs = numbered(&format!("{} – ", appendix.number), &appendix.title);
            entries.push(Entry { level: 1, runs, anchor: appendix.anchor.clone() });
        }
        entries
    }

    fn entry(&mut self, entry: Entry, list: NodeId) {
        let item = self.tree.add(Role::TOCI, list);
        let reference = self.tree.add(Role::Reference, item);
        let target = Arc::new(LinkTarget::Anchor(entry.anchor.clone()));
        let mut runs = entry.runs;
        for run in &mut runs {
            run.link = Some(Arc::clone(&target));
            run.figure = None;
        }
        let spec = TextSpec { bold: entry.level == 1, ..self.body_text() };
        let pitch = self.profile.body.pitch;
        let left = f64::from(entry.level.saturating_sub(1)) * STEP * MM;
        let text_width = self.width() - NUMBER_WIDTH * MM;
        let form = Form { left, trail: true, ..Form::new(Stand::Left, text_width - 12.0, spec.size, pitch) };
        let lines = self.lines(&runs, spec, &form, Tag::Content(reference));
        let end = lines.last().map_or(left, |l| l.x + l.width);
        let node = lines.iter().flat_map(|l| &l.links).next().map_or(reference, |l| l.node);
        let mut slab = self.stack(lines, pitch);
        let baseline = slab.height - pitch + form.baseline();
        self.leader(&mut slab, end + 4.0, text_width, baseline);
        slab.before = 2.0;
        slab.contents = Some(ContentsNumber {
            anchor: entry.anchor,
            right: self.width(),
            baseline,
            size: spec.size,
            node,
        });
        self.flow.push(slab);
    }

    /// Dots on a common grid up to `right`, page furniture.
    fn leader(&mut self, slab: &mut Slab, from: f64, right: f64, baseline: f64) {
        let spec = self.body_text();
        let step = 2.0 * self.shaper.width(crate::fonts::Face::Regular, spec.size, ".");
        let count = ((right - from) / step).floor();
        if count < 2.0 {
            return;
        }
        let text = ". ".repeat(count as usize);
        let x = right - count * step;
        let mut glyphs = self.shaper.glyphs(crate::fonts::Face::Regular, spec.size, &text);
        for (i, glyph) in glyphs.iter_mut().enumerate() {
            glyph.advance = if i % 2 == 0 { (step / 2.0) as f32 } else { (step - step / 2.0) as f32 };
        }
        slab.items.push(super::page::Item::Text(super::page::TextItem {
            x,
            y: baseline,
            size: spec.size,
            face: crate::fonts::Face::Regular,
            grey: 0.0,
            text,
            glyphs,
            tag: Tag::Artifact,
        }));
    }
}
