//! Runs → words: cuts text at spaces and shapes the pieces.

use std::rc::Rc;
use std::sync::Arc;

use super::{Inline, Link, Look, Piece, Word, face, note_anchor};
use crate::document::{LinkTarget, Run};
use crate::layout::breaking::{After, Unit};
use crate::layout::page::{Attributes, NodeId, Role, Tag};
use crate::layout::profile::TextSpec;
use crate::layout::shape::{Shaper, clean};
use crate::layout::tree::Tree;

/// Size of a superscript and how high it stands, in parts of the type size.
const SUPERSCRIPT: (f64, f64) = (0.65, 0.36);
/// Characters after which a web address may be cut.
const CUTS: &str = "/-._?&=@:,;";
/// Tokens this long may be cut after [`CUTS`] even when they are no address.
const LONG_TOKEN: usize = 30;

/// Collects the words of a paragraph.
pub(super) struct Build<'a> {
    shaper: &'a mut Shaper,
    inline: Inline,
    word: Vec<Piece>,
}

impl<'a> Build<'a> {
    pub fn new(shaper: &'a mut Shaper) -> Self {
        Build { shaper, inline: Inline::default(), word: Vec::new() }
    }

    /// Takes all runs.
    pub fn runs(mut self, tree: &mut Tree, runs: &[Run], spec: TextSpec, tag: Tag) -> Inline {
        for run in runs {
            let text = clean(&run.text);
            let look = self.look(tree, run, &text, spec, tag);
            self.run(look, &text);
        }
        self.finish(spec, tag)
    }

    fn look(&mut self, tree: &mut Tree, run: &Run, text: &str, spec: TextSpec, tag: Tag) -> usize {
        let style = run.style;
        let face = face(spec.bold || style.bold, spec.italic != style.italic);
        let (scale, rise) = if style.superscript { SUPERSCRIPT } else { (1.0, 0.0) };
        let (tag, link) = self.element(tree, run, text, tag);
        self.inline.looks.push(Look {
            face,
            size: spec.size * scale,
            rise: spec.size * rise,
            underline: spec.underline || style.underline,
            tag,
            link,
            figure: run.figure,
            note: run.footnote,
        });
        self.inline.looks.len() - 1
    }

    /// The element a run belongs to, and its link.
    fn element(&mut self, tree: &mut Tree, run: &Run, text: &str, tag: Tag) -> (Tag, Option<usize>) {
        let Tag::Content(parent) = tag else { return (tag, None) };
        if let Some(note) = run.footnote {
            let reference = tree.add(Role::Reference, parent);
            let node = tree.add(Role::Link, reference);
            let target = Arc::new(LinkTarget::Anchor(note_anchor(note)));
            return (Tag::Content(node), Some(self.link(target, node, &format!("Chú thích {text}"))));
        }
        if let Some(target) = &run.link {
            // A link may change face in its middle: runs that lead to the same place are one link.
            let (before, open) = match self.inline.looks.last().and_then(|l| l.link) {
                Some(i) if Arc::ptr_eq(&self.inline.links[i].target, target) => (Some(i), true),
                _ => (None, false),
            };
            if let (Some(i), true) = (before, open) {
                self.inline.links[i].contents.push_str(text);
                return (Tag::Content(self.inline.links[i].node), Some(i));
            }
            let node = tree.add(Role::Link, parent);
            // A bare number would say nothing to who hears it: raised, it is a source's in the appendix of sources.
            let source = run.style.superscript && matches!(**target, LinkTarget::Anchor(_));
            let contents = if source { format!("Nguồn số {text}") } else { text.to_owned() };
            return (Tag::Content(node), Some(self.link(Arc::clone(target), node, &contents)));
        }
        match run.lang {
            Some(lang) => {
                let attributes = Attributes { lang: Some(lang), ..Attributes::default() };
                (Tag::Content(tree.add_with(Role::Span, parent, attributes)), None)
            }
            None => (tag, None),
        }
    }

    fn link(&mut self, target: Arc<LinkTarget>, node: NodeId, text: &str) -> usize {
        self.inline.links.push(Link { target, node, contents: text.replace('\u{a0}', " ") });
        self.inline.links.len() - 1
    }

    fn run(&mut self, look: usize, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.find([' ', '\u{a0}', '\n']).unwrap_or(rest.len());
            if end > 0 {
                self.token(look, &rest[..end]);
            }
            let mut after = rest[end..].chars();
            match after.next() {
                Some(' ') => self.space(look),
                Some('\u{a0}') => self.close(look, After::Tie),
                Some(_) => self.close(look, After::Newline),
                None => {}
            }
            rest = after.as_str();
        }
    }

    /// A token without spaces; addresses may be cut after their punctuation.
    fn token(&mut self, look: usize, token: &str) {
        let address = token.contains("://") || token.starts_with("www.") || token.len() > LONG_TOKEN;
        if !address {
            return self.piece(look, token);
        }
        let mut start = 0;
        for (at, c) in token.char_indices() {
            let end = at + c.len_utf8();
            let next = token[end..].chars().next();
            let punctuation = CUTS.contains(c) && next.is_some_and(|n| !CUTS.contains(n));
            if punctuation && end - start >= 3 && token.len() - end >= 3 {
                self.piece(look, &token[start..end]);
                self.close(look, After::Cut);
                start = end;
            }
        }
        self.piece(look, &token[start..]);
    }

    fn piece(&mut self, look: usize, text: &str) {
        let parts = self.shaper.word(self.inline.looks[look].face, text);
        for part in 0..parts.len() {
            let (shapes, text) = (0..parts[part].shapes.len(), 0..parts[part].text.len());
            self.word.push(Piece { look, parts: Rc::clone(&parts), part, shapes, text });
        }
    }

    fn space(&mut self, look: usize) {
        if self.word.is_empty() && self.inline.units.last().is_none_or(|u| u.after != After::Cut) {
            return;
        }
        self.close(look, After::Space);
    }

    fn close(&mut self, look: usize, after: After) {
        let pieces = std::mem::take(&mut self.word);
        let width = pieces.iter().map(|p| p.width() * self.inline.looks[p.look].size).sum();
        let space = match after {
            After::Space | After::Tie => {
                let Look { face, size, .. } = self.inline.looks[look];
                self.shaper.width(face, size, " ")
            }
            After::Cut | After::Newline | After::End => 0.0,
        };
        self.inline.units.push(Unit { width, space, after });
        self.inline.words.push(Word { pieces, space_look: look });
    }

    fn finish(mut self, spec: TextSpec, tag: Tag) -> Inline {
        if self.inline.looks.is_empty() {
            let face = face(spec.bold, spec.italic);
            let look = Look {
                face,
                size: spec.size,
                rise: 0.0,
                underline: false,
                tag,
                link: None,
                figure: None,
                note: None,
            };
            self.inline.looks.push(look);
        }
        let look = self.inline.looks.len() - 1;
        match self.inline.units.last_mut() {
            Some(last) if self.word.is_empty() && last.after == After::Space => {
                (last.space, last.after) = (0.0, After::End);
            }
            _ => self.close(look, After::End),
        }
        self.inline
    }
}
