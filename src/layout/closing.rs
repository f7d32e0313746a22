//! Signature block and recipients, side by side and never apart.

use super::flow::{Break, Slab};
use super::line::{Form, Stand, baseline};
use super::page::{Attributes, Item, NodeId, Role, Tag};
use super::profile::TextSpec;
use super::setter::Setter;
use crate::document::{Closing, Run};

/// Lines of text that go with the block when it starts a page.
const COMPANY: usize = 2;

impl Setter<'_> {
    /// Sets the closing as one slab that takes the last two lines of text with it.
    pub fn closing(&mut self) {
        let closing = &self.document.closing;
        self.tree.close_sections();
        if *closing == Closing::default() {
            // A sheet for the office itself is neither signed nor sent.
            return;
        }
        let mut slab = Slab { before: 12.0, break_before: Break::Never, ..Slab::default() };
        let signature = self.signature(&mut slab);
        let recipients = if closing.recipients.is_empty() { 0.0 } else { self.recipients(&mut slab) };
        slab.height = signature.max(recipients);
        self.flow.keep_last(COMPANY - 1);
        self.flow.push(slab);
    }

    /// The right half; gives its height.
    fn signature(&mut self, slab: &mut Slab) -> f64 {
        let closing = &self.document.closing;
        let form = &self.profile.closing;
        let left = self.width() * form.left;
        let mut y = 0.0;
        y = self.signature_line(slab, &closing.authority, form.authority, left, y);
        y = self.signature_line(slab, &closing.position, form.position, left, y);
        let room = form.lines * self.profile.body.pitch;
        let parent = self.tree.section();
        let field = self.tree.add(Role::Form, parent);
        let width = self.width() - left;
        let rect = [left + 0.12 * width, y + 4.0, left + 0.88 * width, y + room - 4.0];
        slab.items.push(Item::Touch(field));
        slab.signature = Some((rect, field));
        y += room;
        if let Some(name) = &closing.name {
            y = self.signature_line(slab, name, form.name, left, y);
        } else {
            y += self.pitch(form.name.size);
        }
        y
    }

    fn signature_line(&mut self, slab: &mut Slab, text: &str, spec: TextSpec, left: f64, y: f64) -> f64 {
        if text.is_empty() {
            return y;
        }
        let node = self.paragraph_node();
        let form = Form::new(Stand::Centred, self.width() - left, spec.size, self.pitch(spec.size));
        self.place(slab, &[Run::plain(text)], spec, &form, (node, left, y))
    }

    fn paragraph_node(&mut self) -> NodeId {
        let parent = self.tree.section();
        self.tree.add(Role::P, parent)
    }

    /// Puts a small paragraph at (left, y) of the slab; gives the y below it.
    fn place(
        &mut self,
        slab: &mut Slab,
        runs: &[Run],
        spec: TextSpec,
        form: &Form,
        (node, left, mut y): (NodeId, f64, f64),
    ) -> f64 {
        for line in self.lines(runs, spec, form, Tag::Content(node)) {
            slab.put(line, left, y);
            y += form.pitch;
        }
        y
    }

    /// The left half; gives its height.
    fn recipients(&mut self, slab: &mut Slab) -> f64 {
        let closing = &self.document.closing;
        let form = &self.profile.closing;
        let width = self.width() * form.left - 12.0;
        let label = form.label_text;
        let parent = self.tree.section();
        let numbering = Attributes { numbering: Some("Disc"), ..Attributes::default() };
        let list = self.tree.add_with(Role::L, parent, numbering);
        let node = self.tree.add(Role::Caption, list);
        let label_form = Form::new(Stand::Left, width, label.size, self.pitch(label.size));
        // The colon is not underlined.
        let (words, colon) = form.label.split_at(form.label.trim_end_matches(':').len());
        let mut word = Run::plain(words);
        word.style.underline = label.underline;
        let bare = TextSpec { underline: false, ..label };
        let authority = form.authority.size;
        let lower = baseline(authority, self.pitch(authority)) - label_form.baseline();
        let mut y = self.place(slab, &[word, Run::plain(colon)], bare, &label_form, (node, 0.0, lower));
        let spec = form.list;
        let pitch = self.pitch(spec.size);
        let dash = self.shaper.width(super::inline::face(spec.bold, spec.italic), spec.size, "- ");
        for (i, recipient) in closing.recipients.iter().enumerate() {
            let mark = if i + 1 == closing.recipients.len() { "." } else { form.separator.as_str() };
            let item = self.tree.add(Role::LI, list);
            let label = self.tree.add(Role::Lbl, item);
            let body = self.tree.add(Role::LBody, item);
            let label_form = Form { trail: true, ..Form::new(Stand::Left, width, spec.size, pitch) };
            self.place(slab, &[Run::plain("-")], spec, &label_form, (label, 0.0, y));
            let text = Run::plain(format!("{recipient}{mark}"));
            let text_form = Form { left: dash, ..label_form };
            y = self.place(slab, &[text], spec, &Form { trail: false, ..text_form }, (body, 0.0, y));
        }
        y
    }
}
