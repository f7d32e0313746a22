//! A page as lines of clean text over one map to its bytes.

use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::legacy;
use super::{Class, Encoding, classify};
use crate::articles::text::Mapped;

/// Marks that a letter may carry; more are dropped (Vietnamese has two).
const MARKS: usize = 8;

/// A line that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its bytes in [`Page::text`].
    pub range: Range<usize>,
    /// Its number in the file, from 1.
    pub number: u32,
    /// Whether an empty line (or the page's start) stands before it.
    pub after_blank: bool,
    /// How often more than one space stands between two words, as between the links of a menu.
    pub gaps: u32,
}

/// A page's lines.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The text of all lines, one after the other, without anything between.
    pub text: Mapped,
    /// The lines that hold something, in order.
    pub lines: Vec<Line>,
    /// How many unprintable characters were left out, and the line of the first.
    pub unprintable: Option<(usize, u32)>,
}

impl Page {
    /// The text of a line.
    pub fn line(&self, line: &Line) -> &str {
        &self.text.as_str()[line.range.clone()]
    }
}

/// Reads a page's lines: NFC, white space collapsed to single spaces and trimmed, unprintable characters left out.
///
/// Bytes that the encoding has no character for are left out as unprintable.
pub fn read_lines(bytes: &[u8], encoding: Encoding) -> Page {
    let mut reader = Reader { line: 1, ..Reader::default() };
    characters(bytes, encoding, &mut |c, at| reader.take(c, at));
    reader.end_line();
    reader.page
}

/// The bytes as characters, nothing cleaned or composed.
pub fn raw(bytes: &[u8], encoding: Encoding) -> String {
    let mut text = String::with_capacity(bytes.len());
    characters(bytes, encoding, &mut |c, _| text.push(c));
    text
}

/// A text as it may be printed on one line: NFC, white space collapsed, nothing unprintable.
pub fn printable(text: &str) -> String {
    let page = read_lines(text.as_bytes(), Encoding::Utf8);
    let lines: Vec<&str> = page.lines.iter().map(|line| page.line(line)).collect();
    lines.join(" ")
}

fn characters(bytes: &[u8], encoding: Encoding, each: &mut dyn FnMut(char, Range<usize>)) {
    match encoding {
        Encoding::Utf8 => utf8(bytes, each),
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes, each),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes, each),
        Encoding::Windows1258 | Encoding::Tcvn3 | Encoding::Vni => legacy::characters(bytes, encoding, each),
    }
}

fn utf8(bytes: &[u8], each: &mut dyn FnMut(char, Range<usize>)) {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            each(c, at..at + c.len_utf8());
            at += c.len_utf8();
        }
        if !chunk.invalid().is_empty() {
            each(char::REPLACEMENT_CHARACTER, at..at + chunk.invalid().len());
            at += chunk.invalid().len();
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, each: &mut dyn FnMut(char, Range<usize>)) {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut at = 0;
    for decoded in char::decode_utf16(units) {
        let (c, size) = match decoded {
            Ok(c) => (c, c.len_utf16() * 2),
            Err(_) => (char::REPLACEMENT_CHARACTER, 2),
        };
        each(c, at..at + size);
        at += size;
    }
}

/// Puts lines together from characters.
#[derive(Default)]
struct Reader {
    page: Page,
    /// Number of the line being read.
    line: u32,
    /// Where the line being read starts in the text.
    start: usize,
    /// A letter with its marks that is not yet in the text.
    cluster: String,
    marks: usize,
    cluster_at: Range<usize>,
    /// White space since the last letter.
    space: Option<Range<usize>>,
    /// Whether that is more than one space.
    wide: bool,
    gaps: u32,
    blank: bool,
    started: bool,
    after_return: bool,
}

impl Reader {
    fn take(&mut self, c: char, at: Range<usize>) {
        let class = classify(c);
        if !(c == '\n' && self.after_return) && class == Class::Break {
            self.end_line();
            self.line += 1;
        }
        self.after_return = c == '\r';
        match class {
            Class::Plain => self.letter(c, at),
            Class::Mark if !self.cluster.is_empty() => {
                if self.marks < MARKS {
                    self.cluster.push(c);
                    self.marks += 1;
                }
                self.cluster_at.end = at.end;
            }
            Class::Mark | Class::Invisible | Class::Break => {}
            Class::Space => {
                self.flush();
                self.wide = c == '\t' || self.space.is_some();
                match &mut self.space {
                    Some(space) => space.end = at.end,
                    None => self.space = Some(at),
                }
            }
            Class::Unprintable => {
                let (count, _) = self.page.unprintable.get_or_insert((0, self.line));
                *count += 1;
            }
        }
    }

    fn letter(&mut self, c: char, at: Range<usize>) {
        self.flush();
        if let Some(space) = self.space.take()
            && self.page.text.as_str().len() > self.start
        {
            self.page.text.push(" ", space);
            self.gaps += u32::from(self.wide);
        }
        self.cluster.push(c);
        self.marks = 0;
        self.cluster_at = at;
    }

    /// Puts the letter that waits for its marks into the text.
    fn flush(&mut self) {
        if self.cluster.is_empty() {
            return;
        }
        if is_nfc_quick(self.cluster.chars()) == IsNormalized::Yes {
            self.page.text.push(&self.cluster, self.cluster_at.clone());
        } else {
            let composed: String = self.cluster.nfc().collect();
            self.page.text.push(&composed, self.cluster_at.clone());
        }
        self.cluster.clear();
    }

    fn end_line(&mut self) {
        self.flush();
        self.space = None;
        let end = self.page.text.as_str().len();
        if end == self.start {
            self.blank = true;
            return;
        }
        let after_blank = self.blank || !self.started;
        let gaps = std::mem::take(&mut self.gaps);
        self.page.lines.push(Line { range: self.start..end, number: self.line, after_blank, gaps });
        self.start = end;
        self.blank = false;
        self.started = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8], encoding: Encoding) -> Vec<(String, u32, bool)> {
        let page = read_lines(bytes, encoding);
        page.lines.iter().map(|l| (page.line(l).to_owned(), l.number, l.after_blank)).collect()
    }

    #[test]
    fn every_line_end_counts_once_and_blank_lines_leave_a_trace() {
        let read = lines("một\r\nhai\rba\n\n \u{a0}\nbốn".as_bytes(), Encoding::Utf8);
        let expected = [("một", 1, true), ("hai", 2, false), ("ba", 3, false), ("bốn", 6, true)]
            .map(|(t, n, b)| (t.to_owned(), n, b));
        assert_eq!(read, expected);
    }

    #[test]
    fn what_cannot_be_printed_never_gets_into_the_text() {
        let page = read_lines("a\u{0}\u{202e}b\u{200b}c\u{ad}d\u{e000}\u{fffd}".as_bytes(), Encoding::Utf8);
        assert_eq!(page.text.as_str(), "abcd");
        assert_eq!(page.unprintable, Some((4, 1)));
    }

    #[test]
    fn decomposed_letters_are_composed_and_keep_their_bytes() {
        let nfd: String = "Đảng uỷ".nfd().collect();
        let page = read_lines(nfd.as_bytes(), Encoding::Utf8);
        assert_eq!(page.text.as_str(), "Đảng uỷ");
        let start = "Đảng u".len();
        let span = page.text.file_span(start..start + "ỷ".len());
        assert_eq!(nfd[span].nfc().collect::<String>(), "ỷ");
    }

    #[test]
    fn a_thousand_marks_on_one_letter_stay_small() {
        let page = read_lines(format!("a{}", "\u{301}".repeat(1000)).as_bytes(), Encoding::Utf8);
        assert!(page.text.as_str().len() < 32);
    }

    #[test]
    fn legacy_pages_read_as_vietnamese() {
        let expected = [("Đảng ủy Khối".to_owned(), 1, true)];
        assert_eq!(lines(b"\xa7\xb6ng \xf1y Kh\xe8i", Encoding::Tcvn3), expected);
        assert_eq!(lines("§¶ng ñy Khèi".as_bytes(), Encoding::Tcvn3), expected);
        assert_eq!(lines(b"\xd1a\xfbng u\xfby Kho\xe1i", Encoding::Vni), expected);
        assert_eq!(lines("Ñaûng uûy Khoái".as_bytes(), Encoding::Vni), expected);
        assert_eq!(lines(b"\xd0a\xd2ng u\xd2y Kh\xf4\xeci", Encoding::Windows1258), expected);
    }

    #[test]
    fn utf16_reads_with_its_bytes() {
        let bytes: Vec<u8> = "Quý III".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let page = read_lines(&bytes, Encoding::Utf16Be);
        assert_eq!(page.text.as_str(), "Quý III");
        assert_eq!(page.text.file_span(5..8), 8..14);
    }
}
