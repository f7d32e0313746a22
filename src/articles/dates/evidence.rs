//! What a page says of its dates, and what that comes to.

use super::line::DateLine;
use crate::articles::tokens::Token;
use crate::articles::{Dated, EventDate};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// A date line of the page.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// What it says.
    pub date: DateLine,
    /// Its text.
    pub text: &'a str,
    /// Its number in the file.
    pub number: u32,
    /// Whether it stands above the title.
    pub above_title: bool,
    /// Whether it is a stamp at the headline's end.
    pub in_title: bool,
    /// Whether the title follows in the very next line.
    pub heads_title: bool,
    /// Whether it stands after the article.
    pub after_article: bool,
    /// Whether it stands right under the article, with only the signature between.
    pub signs_off: bool,
    /// Whether it is the page's first line, where clocks stand.
    pub first: bool,
}

/// Everything that speaks of dates.
pub struct Evidence<'a> {
    /// The file, for findings.
    pub file: &'a str,
    /// Language of the reasons.
    pub locale: Locale,
    /// Lines that only say a date, in order.
    pub lines: Vec<Line<'a>>,
    /// The body's paragraphs.
    pub texts: &'a [&'a str],
    /// Their tokens.
    pub body: &'a [Vec<Token>],
    /// Captions: their years are evidence.
    pub captions: &'a [Vec<Token>],
}

/// What the dates came to.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Publishing date.
    pub published: Option<Dated>,
    /// Event.
    pub event: Option<EventDate>,
    /// Index into [`Evidence::lines`] of the line that says the publishing date.
    pub published_line: Option<usize>,
    /// What does not fit.
    pub findings: Vec<Diagnostic>,
}
