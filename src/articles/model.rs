//! What a careful reader takes from a saved page.

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::figures::{Figure, Sign};
use crate::office::Section;

/// A date with what speaks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The day.
    pub date: NaiveDate,
    /// Evidence, in words of the chosen language.
    pub reason: String,
}

/// Half of a day that a text gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfDay {
    /// Sáng.
    Morning,
    /// Chiều.
    Afternoon,
    /// Tối.
    Evening,
}

/// An event's day or days.
#[derive(Clone, Debug, PartialEq)]
pub struct EventDate {
    /// First day.
    pub from: NaiveDate,
    /// Last day; the same for one day.
    pub to: NaiveDate,
    /// Half of the day, if given.
    pub half: Option<HalfDay>,
    /// Evidence.
    pub reason: String,
}

/// A paragraph of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// NFC text, white space collapsed.
    pub text: String,
    /// First byte in the file as it is.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A line that is not the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Furniture {
    /// Its text.
    pub text: String,
    /// Why it was left out, a word of the lexicon: `clock`, `counter`, `caption`, `related`, `form`, ….
    pub reason: &'static str,
    /// First byte in the file as it is.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A whole sentence of the article that suits a section of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Extract {
    /// Section.
    pub section: Section,
    /// The sentence, NFC, white space collapsed.
    pub text: String,
    /// First byte in the file as it is.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Indices into [`Article::figures`] of the figures in it.
    pub figures: Vec<usize>,
    /// How well it suits, greater is better.
    pub score: f64,
}

/// A saved newspaper page, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Path relative to the office's folder.
    pub file: String,
    /// Title; kicker and headline joined by a space.
    pub title: Option<String>,
    /// Author.
    pub author: Option<String>,
    /// Source mark at the start of the lead, `LSO`.
    pub source_mark: Option<String>,
    /// Newspaper or broadcaster, by the office's `outlets`.
    pub outlet: Option<String>,
    /// Publishing date.
    pub published: Option<Dated>,
    /// Event date or interval.
    pub event: Option<EventDate>,
    /// Section of the report that its main message belongs to.
    pub section: Option<Section>,
    /// What was weighed for its section; empty where nobody asked.
    pub signs: Vec<Sign>,
    /// Body.
    pub body: Vec<Paragraph>,
    /// What was left out.
    pub furniture: Vec<Furniture>,
    /// Figures in order of their place.
    pub figures: Vec<Figure>,
    /// Sentences for the report, in order of their place.
    pub extracts: Vec<Extract>,
    /// What is doubtful.
    pub findings: Vec<Diagnostic>,
    /// Other files with the same story.
    pub also_in: Vec<String>,
}
