//! The flat list of values → the typed profile.

use super::values::{Leaves, Value};
use super::{Body, Closing, Footnotes, Head, MM, PageNumber, Profile, Sheet, Tables, TextSpec};
use crate::diagnostic::Diagnostic;

/// Takes values out of the list; what is not there or of another kind is noted and the whole refused.
pub(super) struct Reader<'a> {
    name: &'a str,
    leaves: Leaves,
    missing: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub fn new(name: &'a str, leaves: Leaves) -> Self {
        Reader { name, leaves, missing: Vec::new() }
    }

    fn take(&mut self, path: &str) -> Option<Value> {
        let leaf = self.leaves.remove(path);
        if leaf.is_none() {
            self.missing
                .push(Diagnostic::error("profile-broken").arg("profile", self.name).arg("detail", path));
        }
        leaf.map(|leaf| leaf.value)
    }

    /// A length in points, or a bare number.
    fn number(&mut self, path: &str) -> f64 {
        match self.take(path) {
            Some(Value::Millimetres(mm)) => mm * MM,
            Some(Value::Points(value) | Value::Number(value)) => value,
            _ => 0.0,
        }
    }

    fn flag(&mut self, path: &str) -> bool {
        matches!(self.take(path), Some(Value::Flag(true)))
    }

    fn text(&mut self, path: &str) -> String {
        match self.take(path) {
            Some(Value::Text(text)) => text,
            _ => String::new(),
        }
    }

    fn spec(&mut self, path: &str) -> TextSpec {
        let style = match self.take(&format!("{path}.style")) {
            Some(Value::Style(style)) => style,
            _ => String::new(),
        };
        let has = |word| style.split(' ').any(|w| w == word);
        TextSpec {
            size: self.number(&format!("{path}.size")),
            bold: has("bold"),
            italic: has("italic"),
            underline: has("underline"),
        }
    }

    /// The whole profile.
    ///
    /// # Errors
    ///
    /// `profile-broken` for each value that is missing, or that nothing asks for.
    pub fn profile(mut self) -> Result<Profile, Vec<Diagnostic>> {
        let profile = Profile {
            name: self.name.to_owned(),
            sheet: self.sheet(),
            page_number: PageNumber {
                text: self.spec("page_number"),
                top: self.number("page_number.top"),
                total: self.flag("page_number.total"),
            },
            head: self.head(),
            body: Body {
                size: self.number("body.size"),
                pitch: self.number("body.pitch"),
                gap: self.number("body.gap"),
                indent: self.number("body.indent"),
            },
            part_number: self.spec("part.number"),
            part_title: self.spec("part.title"),
            headings: ["heading.second", "heading.third", "heading.fourth"].map(|path| self.spec(path)),
            closing: self.closing(),
            footnotes: Footnotes {
                size: self.number("footnote.size"),
                pitch: self.number("footnote.pitch"),
                rule: self.number("footnote.rule"),
            },
            caption: self.spec("caption"),
            tables: Tables {
                size: self.number("table.size"),
                least_size: self.number("table.least_size"),
                padding: self.number("table.padding"),
                rule: self.number("table.rule"),
            },
            note: self.spec("note"),
            appendix_number: self.spec("appendix.number"),
            appendix_title: self.spec("appendix.title"),
            contents_title: self.text("contents.title"),
            contents_levels: self.number("contents.levels") as u8,
        };
        let name = self.name;
        let unread = self.leaves.keys().map(|path| {
            Diagnostic::error("profile-broken").arg("profile", name).arg("detail", path.as_str())
        });
        let wrong: Vec<Diagnostic> = self.missing.into_iter().chain(unread).collect();
        if wrong.is_empty() { Ok(profile) } else { Err(wrong) }
    }

    fn sheet(&mut self) -> Sheet {
        Sheet {
            width: self.number("page.width"),
            height: self.number("page.height"),
            top: self.number("page.top"),
            bottom: self.number("page.bottom"),
            left: self.number("page.left"),
            right: self.number("page.right"),
        }
    }

    fn head(&mut self) -> Head {
        let nation = ["nation.first", "nation.second"]
            .map(|path| (self.text(&format!("{path}.text")), self.spec(path)))
            .into_iter()
            .filter(|(text, _)| !text.is_empty())
            .collect();
        Head {
            left_share: self.number("letterhead.left_share"),
            rule: self.number("letterhead.rule"),
            nation,
            nation_rule: self.number("nation.rule"),
            parent: self.spec("parent"),
            issuer: self.spec("issuer"),
            issuer_mark: self.text("issuer.mark"),
            issuer_rule: self.number("issuer.rule"),
            number: self.spec("number"),
            number_prefix: self.text("number.prefix"),
            number_separator: self.text("number.separator"),
            symbol_separator: self.text("number.symbol_separator"),
            place_date: self.spec("place_date"),
            date_beside_number: self.flag("place_date.beside_number"),
            draft: self.spec("draft"),
            urgency: self.spec("urgency"),
            urgency_boxed: self.flag("urgency.boxed"),
            title: self.spec("title"),
            subject: self.spec("subject"),
            subject_mark: self.text("subject.mark"),
            subject_rule: self.number("subject.rule"),
        }
    }

    fn closing(&mut self) -> Closing {
        Closing {
            left: self.number("signature.left"),
            lines: self.number("signature.lines"),
            authority: self.spec("signature.authority"),
            position: self.spec("signature.position"),
            name: self.spec("signature.name"),
            label: self.text("recipients.label.text"),
            label_text: self.spec("recipients.label"),
            list: self.spec("recipients.list"),
            separator: self.text("recipients.separator"),
        }
    }
}
