//! Markdown events → blocks.

use std::collections::BTreeMap;
use std::sync::Arc;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use crate::compose::ink::{Look, Paragraph};
use crate::compose::markdown::{Desk, FENCE, Tree};
use crate::compose::template::refused_event;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{
    Align, Block, Cell, FootnoteId, LinkTarget, ListItem, Origin, ParagraphKind, Row, Run, Table, TextStyle,
};

const ORDINALS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

struct OpenList {
    next: Option<u64>,
    items: Vec<ListItem>,
}

/// A list; one numbered item alone is a paragraph, for there is nothing to count.
fn alone_or_list(mut list: OpenList) -> Block {
    let numbered = list.next.is_some() && list.items.len() == 1;
    match list.items.pop_if(|item| numbered && item.children.is_empty()) {
        Some(item) => Block::Paragraph { kind: ParagraphKind::Body, runs: item.runs },
        None => Block::List(list.items),
    }
}

/// Turns events into blocks; see [`Desk`] for what outlasts one template.
pub struct Reader<'a> {
    file: &'a str,
    desk: &'a mut Desk,
    blocks: Vec<Block>,
    wrong: Vec<Diagnostic>,
    /// Texts being written, the innermost last.
    texts: Vec<Paragraph>,
    bold: usize,
    italic: usize,
    link: Option<Arc<LinkTarget>>,
    /// Part and headings so far, by level.
    counts: [usize; 4],
    lists: Vec<OpenList>,
    /// Items below each open item.
    children: Vec<Vec<ListItem>>,
    table: Option<Table>,
    row: Row,
    notes: BTreeMap<String, FootnoteId>,
    note: Option<FootnoteId>,
    fence: bool,
}

impl<'a> Reader<'a> {
    /// A reader of one rendered template.
    pub fn new(file: &'a str, desk: &'a mut Desk) -> Self {
        Reader {
            file,
            desk,
            blocks: Vec::new(),
            wrong: Vec::new(),
            texts: Vec::new(),
            bold: 0,
            italic: 0,
            link: None,
            counts: [0; 4],
            lists: Vec::new(),
            children: Vec::new(),
            table: None,
            row: Row::default(),
            notes: BTreeMap::new(),
            note: None,
            fence: false,
        }
    }

    /// The blocks, or what the rendered text must not hold.
    pub fn finish(self) -> Result<Vec<Block>, Vec<Diagnostic>> {
        if self.wrong.is_empty() { Ok(self.blocks) } else { Err(self.wrong) }
    }

    fn refuse(&mut self, code: &'static str, what: &str) {
        self.wrong.push(Diagnostic::error(code).place(Place::file(self.file)).arg("what", what));
    }

    /// Takes the next event.
    pub fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == FENCE => self.fence = true,
            Event::End(TagEnd::CodeBlock) => self.fence = false,
            Event::Text(id) if self.fence => self.tree(id.trim()),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.line_break(),
            Event::FootnoteReference(label) => {
                let id = self.footnote(&label);
                if let Some(text) = self.texts.last_mut() {
                    text.push_footnote(id, &"*".repeat(id.0 as usize + 1));
                }
            }
            event if refused_event(&event).is_some() => {
                self.refuse("template-markup", refused_event(&event).unwrap_or_default());
            }
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn in_item_or_note(&self) -> bool {
        !self.children.is_empty() || self.note.is_some()
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph if self.in_item_or_note() && self.texts.last().is_none_or(Paragraph::is_empty) => {
            }
            Tag::Paragraph if self.in_item_or_note() => self.line_break(),
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell => self.texts.push(Paragraph::default()),
            Tag::Item => {
                self.texts.push(Paragraph::default());
                self.children.push(Vec::new());
            }
            Tag::FootnoteDefinition(label) => {
                self.texts.push(Paragraph::default());
                self.note = Some(self.footnote(&label));
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { dest_url, .. } => self.open_link(&dest_url),
            Tag::List(next) => self.lists.push(OpenList { next, items: Vec::new() }),
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(alignment).collect();
                self.table = Some(Table { columns, ..Table::default() });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.in_item_or_note() => {}
            TagEnd::Paragraph => self.paragraph(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Emphasis => self.italic -= 1,
            TagEnd::Link => self.link = None,
            TagEnd::Item => self.item(),
            TagEnd::List(_) => self.list(),
            TagEnd::FootnoteDefinition => {
                let runs = self.plain_runs();
                if let Some(slot) = self.note.take().and_then(|id| self.desk.footnotes.get_mut(id.0 as usize))
                {
                    *slot = runs;
                }
            }
            TagEnd::TableCell => {
                let runs = self.cited_runs();
                self.row.cells.push(Cell::new(runs));
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    let rows = if tag == TagEnd::TableHead { &mut table.header } else { &mut table.body };
                    rows.push(row);
                }
            }
            TagEnd::Table => self.blocks.extend(self.table.take().map(Block::Table)),
            _ => {}
        }
    }

    fn look(&self) -> Look {
        let style = TextStyle { bold: self.bold > 0, italic: self.italic > 0, ..TextStyle::default() };
        Look { style, link: self.link.clone() }
    }

    fn text(&mut self, text: &str) {
        let look = self.look();
        if let Some(paragraph) = self.texts.last_mut() {
            paragraph.push(text, &look, &self.desk.ledger);
        }
    }

    fn line_break(&mut self) {
        if let Some(text) = self.texts.last_mut() {
            text.push_break();
        }
    }

    fn plain_runs(&mut self) -> Vec<Run> {
        self.texts.pop().map(Paragraph::runs).unwrap_or_default()
    }

    fn cited_runs(&mut self) -> Vec<Run> {
        let Desk { ledger, citations, .. } = &mut *self.desk;
        self.texts.pop().map(|t| t.cited_runs(ledger, citations)).unwrap_or_default()
    }

    /// A paragraph; one that begins with `: ` is the caption, with `:: ` the note, of the table or chart above.
    fn paragraph(&mut self) {
        let text = self.texts.last().map(Paragraph::text).unwrap_or_default();
        if [":", "::"].contains(&text.as_str()) {
            self.texts.pop();
            return;
        }
        let below = matches!(self.blocks.last(), Some(Block::Table(_) | Block::Chart(_)));
        let skip = if below && text.starts_with(":: ") {
            3
        } else if below && text.starts_with(": ") {
            2
        } else {
            0
        };
        if let Some(paragraph) = self.texts.last_mut() {
            paragraph.drop_start(skip);
        }
        let runs = if skip == 2 { self.plain_runs() } else { self.cited_runs() };
        match (skip, self.blocks.last_mut()) {
            (2, Some(Block::Table(Table { caption, anchor, .. }))) => {
                *caption = captioned(&self.desk.numbers, anchor, runs)
            }
            (2, Some(Block::Chart(chart))) => {
                chart.caption = captioned(&self.desk.numbers, &chart.anchor, runs)
            }
            (3, Some(Block::Table(table))) => table.note = runs,
            (3, Some(Block::Chart(chart))) => chart.note = runs,
            _ if runs.is_empty() => {}
            _ => self.blocks.push(Block::Paragraph { kind: ParagraphKind::Body, runs }),
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let mut title = self.plain_runs();
        let depth = level as usize;
        let Some(count) = self.counts.get_mut(depth - 1) else { return };
        *count += 1;
        let count = *count;
        self.counts[depth..].fill(0);
        if depth <= 2 {
            title.iter_mut().for_each(|r| r.text = r.text.to_uppercase());
        }
        let anchor = format!("muc-{}", self.counts.map(|n| n.to_string()).join("-"));
        self.blocks.push(match depth {
            1 => {
                let ordinal = ORDINALS.get(count - 1).copied().unwrap_or("cuối");
                Block::Part { number: format!("Phần thứ {ordinal}"), title, anchor }
            }
            2 => Block::Heading { level: 2, number: format!("{}-", roman(count)), title, anchor },
            3 => Block::Heading { level: 3, number: format!("{count}."), title, anchor },
            _ => Block::Heading { level: 4, number: format!("{})", letter(count)), title, anchor },
        });
    }

    fn item(&mut self) {
        let runs = self.cited_runs();
        let children = self.children.pop().unwrap_or_default();
        let depth = self.lists.len();
        if let Some(list) = self.lists.last_mut() {
            let label = match (list.next, depth) {
                (Some(n), 1) => format!("{n}."),
                (Some(n), _) => format!("{})", letter(usize::try_from(n).unwrap_or(1))),
                (None, 1) => "-".to_owned(),
                (None, _) => "+".to_owned(),
            };
            list.next = list.next.map(|n| n + 1);
            list.items.push(ListItem { label, runs, children });
        }
    }

    fn list(&mut self) {
        let Some(list) = self.lists.pop() else { return };
        match self.children.last_mut() {
            Some(above) => above.extend(list.items),
            None => self.blocks.push(alone_or_list(list)),
        }
    }

    /// `ref:ID` names a table or chart; `#anchor` a place of this document; else a web or mail address.
    fn open_link(&mut self, target: &str) {
        if let Some(id) = target.strip_prefix("ref:") {
            match self.desk.numbers.get(id).cloned() {
                Some(text) => {
                    let link = Some(Arc::new(LinkTarget::Anchor(id.to_owned())));
                    let run = Run { text, link, origin: Origin::Template, ..Run::default() };
                    if let Some(paragraph) = self.texts.last_mut() {
                        paragraph.push_run(run);
                    }
                }
                None => self.refuse("template-no-reference", id),
            }
        } else if let Some(anchor) = target.strip_prefix('#') {
            self.link = Some(Arc::new(LinkTarget::Anchor(anchor.to_owned())));
        } else if ["https://", "http://", "mailto:"].iter().any(|s| target.starts_with(s)) {
            self.link = Some(Arc::new(LinkTarget::Uri(target.to_owned())));
        } else {
            self.refuse("template-link", target);
        }
    }

    fn footnote(&mut self, label: &str) -> FootnoteId {
        if let Some(id) = self.notes.get(label) {
            return *id;
        }
        let id = FootnoteId(u32::try_from(self.desk.footnotes.len()).unwrap_or(u32::MAX));
        self.desk.footnotes.push(Vec::new());
        self.notes.insert(label.to_owned(), id);
        id
    }

    fn tree(&mut self, id: &str) {
        match self.desk.trees.get(id) {
            Some(Tree::Table(table)) => self.blocks.push(Block::Table(table.clone())),
            Some(Tree::Chart(chart)) => self.blocks.push(Block::Chart(chart.clone())),
            None => self.refuse("template-no-tree", id),
        }
    }
}

/// `Bảng 1.` in bold before the caption's own text.
fn captioned(numbers: &BTreeMap<String, String>, anchor: &str, caption: Vec<Run>) -> Vec<Run> {
    let number = numbers
        .get(anchor)
        .map(|n| Run { origin: Origin::Template, ..Run::bold(format!("{}.", n.replace(' ', "\u{a0}"))) });
    let space = number.is_some().then(|| Run { origin: Origin::Template, ..Run::plain(" ") });
    number.into_iter().chain(space).chain(caption).collect()
}

fn alignment(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}

/// `I`, `II`, … of a heading.
pub fn roman(mut n: usize) -> String {
    const STEPS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (step, letters) in STEPS {
        while n >= step {
            text.push_str(letters);
            n -= step;
        }
    }
    text
}

/// `a`, `b`, `c`, `d`, `đ`, `e`, `g`, … as Vietnamese papers letter their points.
fn letter(n: usize) -> char {
    const LETTERS: [char; 22] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u',
        'v', 'x',
    ];
    LETTERS[(n.max(1) - 1) % LETTERS.len()]
}
