//! A YAML file as a tree in which every key and value knows its line and column.
//!
//! The events come from serde-saphyr's parser; the tree is built here so that one reading reports every
//! duplicate key and every unwanted construct, and so that scalars keep the text that stands in the file:
//! whether `007` is a number is for the field to say, not for YAML.

use std::collections::HashMap;

use serde_saphyr::granit_parser::{Event, Options, Parser, ScalarStyle, Span};

use crate::diagnostic::{Diagnostic, Place};

use super::log::Log;

/// Deepest nesting that is read.
pub const MAX_DEPTH: usize = 16;
/// Most keys and values that are read from one file.
pub const MAX_NODES: usize = 50_000;

/// Line and column, both counted from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub line: u32,
    pub column: u32,
}

/// A value with its place.
#[derive(Debug)]
pub struct Node {
    pub mark: Mark,
    pub value: Yaml,
}

/// What stands at a place.
#[derive(Debug)]
pub enum Yaml {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar; `plain` when it stands without quotes.
    Scalar { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// A mapping in the order of the file; the first of two equal keys wins and the second is reported.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug)]
pub struct Entry {
    pub key: String,
    pub mark: Mark,
    pub value: Node,
}

impl Node {
    /// The word under which messages speak of this kind of value.
    pub fn kind(&self) -> &'static str {
        match &self.value {
            Yaml::Null => "nothing",
            Yaml::Scalar { text, plain: true } if text == "true" || text == "false" => "bool",
            Yaml::Scalar { text, plain: true } if is_number(text) => "number",
            Yaml::Scalar { .. } => "text",
            Yaml::List(_) => "list",
            Yaml::Map(_) => "map",
        }
    }
}

/// Whether YAML's readers take the plain scalar for a number. Leading zeros and underscores make it text.
pub fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(all_digits)
}

/// The tree of a file's text; none when it cannot be read at all. What is wrong goes to the log.
pub fn parse(text: &str, log: &Log) -> Option<Node> {
    let mut options = Options::default();
    options.disallow_directives = true;
    options.set_emit_comments(false);
    let mut builder = Builder { log, nodes: 0, open: Vec::new(), root: None, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => builder.event(event, span)?,
            Err(error) => {
                let at = error.marker();
                // The parser's own words are English and a programmer's; the hint names the usual causes.
                log.push(log.error("yaml-syntax", mark(at.line(), at.col())));
                return None;
            }
        }
    }
    builder.root
}

fn mark(line: usize, column: usize) -> Mark {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Mark { line: number(line.max(1)), column: number(column.saturating_add(1)) }
}

/// A collection that is still open.
enum Open {
    List(Mark, Vec<Node>),
    Map { mark: Mark, entries: Vec<Entry>, seen: HashMap<String, Mark>, key: Option<(String, Mark)> },
}

struct Builder<'a> {
    log: &'a Log,
    nodes: usize,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

impl Builder<'_> {
    /// Takes one event; none stops the reading after the reason has been logged.
    fn event(&mut self, event: Event<'_>, span: Span) -> Option<()> {
        let mark = mark(span.start.line(), span.start.col());
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.refuse("yaml-several-documents", mark);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.count(mark, anchor, tag.is_some())?;
                let plain = style == ScalarStyle::Plain;
                let nothing = plain && matches!(&*text, "" | "~" | "null");
                let value =
                    if nothing { Yaml::Null } else { Yaml::Scalar { text: text.into_owned(), plain } };
                self.add(Node { mark, value })?;
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.count(mark, anchor, tag.is_some())?;
                self.start(Open::List(mark, Vec::new()), mark)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.count(mark, anchor, tag.is_some())?;
                let open = Open::Map { mark, entries: Vec::new(), seen: HashMap::new(), key: None };
                self.start(open, mark)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let node = match self.open.pop()? {
                    Open::List(mark, items) => Node { mark, value: Yaml::List(items) },
                    Open::Map { mark, entries, .. } => Node { mark, value: Yaml::Map(entries) },
                };
                self.add(node)?;
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return self.refuse("yaml-alias", mark),
            _ => {}
        }
        Some(())
    }

    fn count(&mut self, mark: Mark, anchor: usize, tagged: bool) -> Option<()> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.log
                .push(Diagnostic::error("yaml-too-many").place(self.log.place(mark)).arg("limit", MAX_NODES));
            return None;
        }
        match (anchor, tagged) {
            (0, false) => Some(()),
            (0, true) => self.refuse("yaml-tag", mark),
            _ => self.refuse("yaml-alias", mark),
        }
    }

    fn start(&mut self, open: Open, mark: Mark) -> Option<()> {
        if self.open.len() >= MAX_DEPTH {
            let problem = Diagnostic::error("yaml-too-deep").place(self.log.place(mark));
            self.log.push(problem.arg("limit", MAX_DEPTH));
            return None;
        }
        self.open.push(open);
        Some(())
    }

    fn add(&mut self, node: Node) -> Option<()> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map { entries, seen, key, .. }) => match key.take() {
                Some((name, mark)) => {
                    if let Some(first) = seen.get(&name) {
                        let problem = Diagnostic::error("yaml-duplicate-key").place(self.log.place(mark));
                        let problem = problem.arg("key", &name).arg("line", first.line);
                        self.log.push(problem.related(self.log.place(*first)));
                    } else {
                        seen.insert(name.clone(), mark);
                        entries.push(Entry { key: name, mark, value: node });
                    }
                }
                None => match node.value {
                    Yaml::Scalar { text, .. } => *key = Some((text, node.mark)),
                    _ => return self.refuse("yaml-key-not-text", node.mark),
                },
            },
        }
        Some(())
    }

    fn refuse(&self, code: &'static str, mark: Mark) -> Option<()> {
        self.log.push(Diagnostic::error(code).place(self.log.place(mark)));
        None
    }
}

impl Mark {
    /// The place in a file.
    pub fn place(self, file: &str) -> Place {
        Place::at(file, self.line, self.column)
    }
}
