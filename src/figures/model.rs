//! A figure that a text states.

use super::weights::Sign;
use crate::office::Section;
use crate::period::Period;
use crate::quantity::{Comparator, Value};

/// What a figure speaks of; `tests/figures/KINDS.md` says what is of which kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// Something aimed at: `phấn đấu`, `đề ra`, `chỉ tiêu`.
    Target,
    /// Something achieved: `đạt`, `đã tổ chức`.
    Result,
    /// How something is made up: `gồm 17 tổ chức`.
    Structure,
    /// Part of an event: `hơn 200 đại biểu dự`.
    Event,
}

impl FigureKind {
    /// Its name in data.
    pub fn id(self) -> &'static str {
        match self {
            FigureKind::Target => "target",
            FigureKind::Result => "result",
            FigureKind::Structure => "structure",
            FigureKind::Event => "event",
        }
    }
}

/// A quantity in a text (*số liệu*).
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Kind.
    pub kind: FigureKind,
    /// Value.
    pub value: Value,
    /// Unit in the text's own words: `%`, `đảng viên`, `lớp bồi dưỡng`.
    pub unit: String,
    /// Comparator.
    pub comparator: Comparator,
    /// Whether the text says it only approximately (`khoảng`, `gần`).
    pub about: bool,
    /// What it counts, in the text's words, as far as the grammar can tell.
    pub counts: String,
    /// Exact phrase: the bytes `start..end` of the file, decoded.
    pub phrase: String,
    /// First byte in the file as it is.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Period, if the text says one.
    pub period: Option<Period>,
    /// Section of the report.
    pub section: Option<Section>,
    /// Target id it is tied to, of the term that holds.
    pub target: Option<String>,
    /// Whom it speaks of when not of the bloc: the id of an organisation or cluster, or the text's own words for a body
    /// that the office does not list (`toàn tỉnh`); none for the bloc or where nothing is said.
    pub scope: Option<String>,
    /// Whether it counts all the organisations that the bloc has now: `Đảng bộ Khối có 66 tổ chức cơ sở đảng`.
    pub of_whole: bool,
    /// What the clerk decided.
    pub review: Review,
    /// What was weighed for its kind, by the names of `lexicon/kinds.tsv`; empty where nobody asked.
    pub signs: Vec<Sign>,
    /// What was weighed for its section, by the names of `lexicon/sections.tsv`; empty where nobody asked.
    pub section_signs: Vec<Sign>,
}

/// What the clerk decided of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Review {
    /// Nobody has looked at it.
    #[default]
    Pending,
    /// Taken as it is.
    Accepted,
    /// Another value stands in its place; the reason goes to the appendix. The figure holds the corrected value.
    Corrected {
        /// Value as the page has it.
        original: Value,
        /// Why.
        reason: String,
    },
    /// Must not be used.
    Rejected,
}
