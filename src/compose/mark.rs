//! Private-use marks that carry a text's provenance through Handlebars and Markdown.
//!
//! Every string that the office's files contribute is wrapped by [`figure`], [`name`] or [`quotation`] before a
//! template sees it; [`escape`] wraps whatever a template prints. What is left outside any mark is the template's
//! own text. [`Pieces`] reads the marks back.

use crate::document::FigureId;
use crate::vietnamese::{dyet, nfc};

const FIGURE: char = '\u{E000}';
const TEXT: char = '\u{E001}';
const END: char = '\u{E002}';
const NAME: char = '\u{E003}';
const QUOTATION: char = '\u{E004}';
const DATA: char = '\u{E005}';
/// Sixteen digits of an id.
const DIGIT: u32 = 0xE010;

/// Index of a quotation in the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotationId(pub u32);

/// Data as text fit for the page: NFC, white space collapsed, without controls, bidi marks, zero-width and
/// private-use characters, `Đ` for its look-alikes. U+00A0 becomes a space: ties are set anew for the whole paragraph.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in nfc(text).chars() {
        if c.is_whitespace() || c == '\u{2028}' || c == '\u{2029}' {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if !is_unprintable(c) {
            cleaned.push(dyet(c));
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

fn id(n: u32) -> impl Iterator<Item = char> {
    (0..8).rev().map(move |i| n >> (i * 4) & 0xF).filter_map(|d| char::from_u32(DIGIT + d))
}

/// A figure's printed text. `text` is the program's own.
pub fn figure(figure: FigureId, text: &str) -> String {
    [FIGURE].into_iter().chain(id(figure.0)).chain([TEXT]).chain(clean(text).chars()).chain([END]).collect()
}

/// A name, title, date or period of the office's files.
pub fn name(text: &str) -> String {
    format!("{NAME}{}{END}", clean(text))
}

/// A part of an office's own sentence, with the blanks at its ends.
pub fn name_unless_empty(text: &str) -> String {
    if text.trim().is_empty() {
        return if text.is_empty() { String::new() } else { " ".to_owned() };
    }
    let before = if text.starts_with(' ') { " " } else { "" };
    let after = if text.ends_with(' ') { " " } else { "" };
    format!("{before}{}{after}", name(text.trim()))
}

/// Quoted words; `marked` is clean and may hold figures and names.
pub fn quotation(quotation: QuotationId, marked: &str) -> String {
    [QUOTATION].into_iter().chain(id(quotation.0)).chain([TEXT]).chain(marked.chars()).chain([END]).collect()
}

/// What a template prints, as Markdown that can only be text: white space and controls collapsed, every ASCII
/// punctuation character behind a backslash, the whole between marks.
pub fn escape(data: &str) -> String {
    let mut escaped = String::with_capacity(data.len() + 16);
    escaped.push(DATA);
    let mut space = false;
    for c in data.chars() {
        if c.is_whitespace() && c != '\u{a0}' {
            space = true;
            continue;
        }
        if c.is_control() {
            continue;
        }
        if std::mem::take(&mut space) {
            escaped.push(' ');
        }
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    if space {
        escaped.push(' ');
    }
    escaped.push(END);
    escaped
}

/// What vouches for a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voucher {
    /// A figure.
    Figure(FigureId),
    /// A name of the office's files.
    Name,
    /// Quoted words.
    Quotation(QuotationId),
    /// Nobody: data that came in without a mark.
    Data,
}

/// Reads marked text character by character, over as many calls as the Markdown reader makes of it.
#[derive(Debug, Default)]
pub struct Pieces {
    open: Vec<Voucher>,
    id: Option<(char, u32)>,
}

impl Pieces {
    /// The character if it is text; marks are taken in.
    pub fn take(&mut self, c: char) -> Option<char> {
        match c {
            FIGURE | QUOTATION => self.id = Some((c, 0)),
            '\u{E010}'..='\u{E01F}' => {
                if let Some((_, n)) = &mut self.id {
                    *n = *n << 4 | (u32::from(c) - DIGIT);
                }
            }
            TEXT => match self.id.take() {
                Some((FIGURE, n)) => self.open.push(Voucher::Figure(FigureId(n))),
                Some((_, n)) => self.open.push(Voucher::Quotation(QuotationId(n))),
                None => {}
            },
            NAME => self.open.push(Voucher::Name),
            DATA => self.open.push(Voucher::Data),
            END => {
                self.open.pop();
            }
            _ => return Some(c),
        }
        None
    }

    /// What vouches for the next character; none in the template's own text.
    pub fn voucher(&self) -> Option<Voucher> {
        self.open.last().copied()
    }

    /// The quotation that the next character stands in, at any depth.
    pub fn quotation(&self) -> Option<QuotationId> {
        self.open.iter().rev().find_map(|v| match v {
            Voucher::Quotation(q) => Some(*q),
            _ => None,
        })
    }
}

/// Marked text without its marks.
pub fn plain(marked: &str) -> String {
    let mut pieces = Pieces::default();
    marked.chars().filter_map(|c| pieces.take(c)).collect()
}

/// Changes the first letter of marked text, and nothing else.
fn first_letter(marked: &str, change: impl Fn(char) -> String) -> String {
    let mut pieces = Pieces::default();
    let Some((at, c)) = marked.char_indices().find(|(_, c)| pieces.take(*c).is_some()) else {
        return marked.to_owned();
    };
    format!("{}{}{}", &marked[..at], change(c), &marked[at + c.len_utf8()..])
}

/// With a capital first letter.
pub fn capitalised(marked: &str) -> String {
    first_letter(marked, |c| c.to_uppercase().collect())
}

/// With a small first letter, unless it begins a name or an abbreviation (`Đảng bộ Khối`, `TCCSĐ`).
pub fn lowered(marked: &str) -> String {
    const NAMES: [&str; 8] =
        ["Đảng bộ Khối", "Đảng ủy", "Đảng uỷ", "Đảng ta", "Nhà nước", "Trung ương", "Bộ ", "Huy hiệu"];
    let text = plain(marked);
    let word = text.split(' ').next().unwrap_or_default();
    let abbreviation = word.chars().skip(1).any(char::is_uppercase);
    if abbreviation || NAMES.iter().any(|name| text.starts_with(name)) {
        return marked.to_owned();
    }
    first_letter(marked, |c| c.to_lowercase().collect())
}
