//! The Document: what the report says, before anything is placed on a page.
//!
//! `compose` writes it, `layout` reads it. Text is flat [`Run`]s; a run that shows a figure names it by
//! [`FigureId`], so that figures can be followed to their page and their source.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::quantity::{Quantity, Quotation};

/// Index into [`Document::figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId(pub u32);

/// Index into [`Document::footnotes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FootnoteId(pub u32);

/// A figure as the report prints it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportFigure {
    /// The text on the page, `72,7%`.
    pub text: String,
    /// Its value and source.
    pub quantity: Quantity,
}

/// A whole report.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What the file says of itself.
    pub meta: Metadata,
    /// The head of page one.
    pub letterhead: Letterhead,
    /// Body, in order.
    pub blocks: Vec<Block>,
    /// Signature block and recipients, after the body.
    pub closing: Closing,
    /// Each starts a page.
    pub appendices: Vec<Appendix>,
    /// Footnote texts, by [`FootnoteId`].
    pub footnotes: Vec<Vec<Run>>,
    /// Figures, by [`FigureId`].
    pub figures: Vec<ReportFigure>,
    /// Whether a table of contents stands after the letterhead (long reports).
    pub contents: bool,
}

/// What the file says of itself (Info and XMP).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Metadata {
    /// Title, for the window's title bar.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Issuing body.
    pub author: String,
    /// Office id (folder name).
    pub office: String,
    /// Period code, `2023-Q3`.
    pub period: String,
    /// The report's date: the file's creation date, at 00:00 +07:00.
    pub date: NaiveDate,
    /// Hexadecimal SHA-256 over all inputs.
    pub inputs_hash: String,
}

/// The head of page one (domain.md §2). Which lines show, and how, is the profile's.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Letterhead {
    /// Parent body, capitals: `ĐẢNG BỘ TỈNH THÁI BÌNH`.
    pub parent: String,
    /// Issuing body, capitals: `ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH`.
    pub issuer: String,
    /// `BC/ĐUK`, the symbol after the number.
    pub symbol: String,
    /// Number, when already given.
    pub number: Option<u32>,
    /// `Thái Bình`.
    pub place: String,
    /// Day, when already given.
    pub day: Option<u32>,
    /// Month of issue.
    pub month: u32,
    /// Year of issue.
    pub year: i32,
    /// `BÁO CÁO`.
    pub type_name: String,
    /// Subject lines (*trích yếu*), lower-case first letter.
    pub subject: Vec<String>,
    /// `DỰ THẢO` or `Dự thảo lần 2`.
    pub draft: Option<String>,
    /// Urgency mark, `HỎA TỐC`.
    pub urgency: Option<String>,
}

/// How a run looks beside the paragraph's own style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct TextStyle {
    /// Bold face.
    pub bold: bool,
    /// Italic face.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Raised and smaller: footnote marks.
    pub superscript: bool,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// A [`Block`] or table row by its anchor in this document.
    Anchor(String),
    /// An outside address.
    Uri(String),
}

/// Who vouches for the digits of a [`Run`] that is no figure. [`crate::compose`] proves that somebody does.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Origin {
    /// Nobody; a digit in such a run is an error.
    #[default]
    Unstated,
    /// The template's own text, or a label that the program numbers itself.
    Template,
    /// A name, title, date or period of the office's files.
    Name,
    /// Words quoted from an article.
    Quoted(Arc<Quotation>),
}

/// A piece of text in one style. A line break inside a paragraph is `\n`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Run {
    /// The text, NFC, with U+00A0 where a line must not break.
    pub text: String,
    /// Its look.
    pub style: TextStyle,
    /// The figure it prints, if any.
    pub figure: Option<FigureId>,
    /// Set when the run is a footnote's mark; `text` is then the printed mark.
    pub footnote: Option<FootnoteId>,
    /// Where it links to.
    pub link: Option<Arc<LinkTarget>>,
    /// Language, when not Vietnamese (`en`).
    pub lang: Option<&'static str>,
    /// Who vouches for its digits, when it is no figure.
    pub origin: Origin,
}

impl Run {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Run { text: text.into(), ..Run::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Run { text: text.into(), style: TextStyle { bold: true, ..TextStyle::default() }, ..Run::default() }
    }
}

/// A paragraph's kind; its measures are the profile's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ParagraphKind {
    /// Justified, first line indented.
    #[default]
    Body,
    /// Justified, no indent.
    Flush,
    /// Centred.
    Centred,
    /// Small, flush left: notes below a table.
    Note,
}

/// One block of the body or of an appendix.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `Phần thứ nhất` over its capital title, centred. Structure level 1.
    Part {
        /// `Phần thứ nhất`.
        number: String,
        /// `KẾT QUẢ …`.
        title: Vec<Run>,
        /// Name that links and contents use.
        anchor: String,
    },
    /// A numbered heading on its own line. Structure level 2 and deeper.
    Heading {
        /// 2 for `I- …`, 3 for `1. …`, 4 for `1.1. …` or `a) …`.
        level: u8,
        /// `I-`, `1.`; printed before the title.
        number: String,
        /// The title.
        title: Vec<Run>,
        /// Name that links and contents use.
        anchor: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its kind.
        kind: ParagraphKind,
        /// Its text.
        runs: Vec<Run>,
    },
    /// A list with its own labels.
    List(Vec<ListItem>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
}

/// One item of a [`Block::List`].
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// `-`, `+`, `1.`, `a)`.
    pub label: String,
    /// Its text.
    pub runs: Vec<Run>,
    /// Items below it.
    pub children: Vec<ListItem>,
}

/// Horizontal alignment of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Centre,
    /// Flush right.
    Right,
    /// Numbers of the column stand with their decimal commas (or last digits) below one another, the whole centred.
    Decimal,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// Name that links use.
    pub anchor: String,
    /// `Bảng 1.` and the title; empty for none.
    pub caption: Vec<Run>,
    /// One alignment a column.
    pub columns: Vec<Align>,
    /// Header rows, repeated on each page.
    pub header: Vec<Row>,
    /// Body rows.
    pub body: Vec<Row>,
    /// Printed below in small type; empty for none.
    pub note: Vec<Run>,
}

/// A table row.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Row {
    /// Cells, left to right; columns covered by a row span from above are left out.
    pub cells: Vec<Cell>,
    /// Name that links use.
    pub anchor: Option<String>,
}

/// A table cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Paragraphs.
    pub content: Vec<Vec<Run>>,
    /// Columns it covers, 1 or more.
    pub colspan: u16,
    /// Rows it covers, 1 or more.
    pub rowspan: u16,
    /// Overrides the column's alignment.
    pub align: Option<Align>,
    /// A body cell that heads its row (TH with scope Row).
    pub heads_row: bool,
}

impl Cell {
    /// A cell of one paragraph.
    pub fn new(runs: Vec<Run>) -> Self {
        Cell { content: vec![runs], colspan: 1, rowspan: 1, align: None, heads_row: false }
    }
}

/// A chart with its caption and the text that stands for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Name that links use.
    pub anchor: String,
    /// `Hình 1.` and the title.
    pub caption: Vec<Run>,
    /// Text alternative generated from the data.
    pub alt: String,
    /// The data.
    pub data: ChartData,
    /// Printed below in small type; empty for none.
    pub note: Vec<Run>,
}

/// What a chart shows. Printed numbers are given as figures, so that they keep their source.
#[derive(Clone, Debug, PartialEq)]
pub enum ChartData {
    /// Result against target with a pace mark, one bar a row; lengths are shares of the target.
    Bullet(Vec<BulletBar>),
    /// Bars side by side per category: plan and result by year.
    Grouped(Categories),
    /// Lines over an ordered axis.
    Trend(Categories),
    /// Shares that add up to 100 %.
    Stacked(Categories),
    /// One small bar chart per named panel on a common scale.
    SmallMultiples(Vec<(String, Categories)>),
}

/// One row of a bullet chart.
#[derive(Clone, Debug, PartialEq)]
pub struct BulletBar {
    /// Direct label, left.
    pub label: String,
    /// Result ÷ target; none when there is no data, which the chart says.
    pub share: Option<f64>,
    /// Expected share by now, if the target has a pace.
    pub pace: Option<f64>,
    /// Text at the right: `128/176 · 72,7%`, or `chưa có số liệu`.
    pub text: Vec<Run>,
}

/// Series over categories.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Categories {
    /// Category labels in order.
    pub labels: Vec<String>,
    /// Name and one value a category; none is a gap, never 0.
    pub series: Vec<(String, Vec<Option<f64>>)>,
    /// The figure behind each value, parallel to `series`; empty where none is printed.
    pub figures: Vec<Vec<Option<FigureId>>>,
    /// Unit on the axis, `%` or `đảng viên`.
    pub unit: String,
    /// A horizontal mark with its label: the resolution's target.
    pub reference: Option<(f64, String)>,
}

/// Signature block and recipients (domain.md §2).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Closing {
    /// `T/M BAN THƯỜNG VỤ`.
    pub authority: String,
    /// `PHÓ BÍ THƯ`.
    pub position: String,
    /// Signer's name; none leaves the room blank.
    pub name: Option<String>,
    /// Recipients without dash or mark, the filing line last: `Lưu Văn phòng Đảng ủy Khối`.
    pub recipients: Vec<String>,
}

/// An appendix (*phụ lục*).
#[derive(Clone, Debug, PartialEq)]
pub struct Appendix {
    /// `Phụ lục 1` or `Phụ lục I`.
    pub number: String,
    /// Capital title.
    pub title: Vec<Run>,
    /// Name that links use.
    pub anchor: String,
    /// Whether its pages lie on their side.
    pub landscape: bool,
    /// Content.
    pub blocks: Vec<Block>,
}
