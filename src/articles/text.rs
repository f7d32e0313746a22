//! Text for reading, with the way back to the bytes of the file as it is.

use std::ops::Range;

/// A stretch of text that stands for a stretch of the file. Where both are equally long they run in step, byte
/// for byte; else the stretch is one unit (a character with its marks, a run of white space).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: u32,
    text_len: u32,
    file: u32,
    file_len: u32,
}

impl Run {
    fn in_step(self) -> bool {
        self.text_len == self.file_len
    }
}

/// Decoded text (NFC, white space collapsed) in which every offset leads back to the file.
///
/// Offsets are bytes. Files of 4 GiB and more are refused before one is made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped {
    text: String,
    runs: Vec<Run>,
}

impl Mapped {
    /// Text that stands in a file from its byte `start` on, unchanged (for tests and texts of one's own).
    pub fn verbatim(text: &str, start: usize) -> Self {
        let mut mapped = Mapped::default();
        let mut at = start;
        for c in text.chars() {
            let mut utf8 = [0; 4];
            mapped.push(c.encode_utf8(&mut utf8), at..at + c.len_utf8());
            at += c.len_utf8();
        }
        mapped
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds text that stands for the file's bytes `file`, which lie after everything added before.
    pub fn push(&mut self, text: &str, file: Range<usize>) {
        let at = self.text.len() as u32;
        let run = Run {
            text: at,
            text_len: text.len() as u32,
            file: file.start as u32,
            file_len: file.len() as u32,
        };
        self.text.push_str(text);
        match self.runs.last_mut() {
            Some(last) if last.in_step() && run.in_step() && last.file + last.file_len == run.file => {
                last.text_len += run.text_len;
                last.file_len += run.file_len;
            }
            _ => self.runs.push(run),
        }
    }

    /// The file's bytes that the text's bytes `range` stand for; nothing at the range's start for an empty range.
    ///
    /// Offsets past the end are taken as the end.
    pub fn file_span(&self, range: Range<usize>) -> Range<usize> {
        let start = self.file_offset(range.start, false);
        if range.is_empty() {
            return start..start;
        }
        start..self.file_offset(range.end, true).max(start)
    }

    /// First file byte of the character at `offset`, or with `after` one past the character that ends there.
    fn file_offset(&self, offset: usize, after: bool) -> usize {
        let offset = offset as u32;
        let index =
            self.runs.partition_point(|run| if after { run.text < offset } else { run.text <= offset });
        let Some(run) = index.checked_sub(1).map(|i| self.runs[i]) else {
            return self.runs.first().map_or(0, |run| run.file as usize);
        };
        let inside = (offset - run.text).min(run.text_len);
        let within = match (run.in_step(), after || inside == run.text_len) {
            (true, _) => inside,
            (false, true) => run.file_len,
            (false, false) => 0,
        };
        (run.file + within) as usize
    }

    /// The part of the text in `range`, which must lie on character boundaries.
    pub fn slice(&self, range: Range<usize>) -> Mapped {
        let mut part = Mapped::default();
        part.append(self, range);
        part
    }

    /// Adds the part of `other` in `range`, which must lie after everything added before.
    pub fn append(&mut self, other: &Mapped, range: Range<usize>) {
        let first = other.runs.partition_point(|run| ((run.text + run.text_len) as usize) <= range.start);
        for run in &other.runs[first..] {
            let start = (run.text as usize).max(range.start);
            let end = ((run.text + run.text_len) as usize).min(range.end);
            if start >= end {
                break;
            }
            self.push(&other.text[start..end], other.file_span(start..end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_through_composed_marks_and_collapsed_space() {
        // "ệ" stands for 5 bytes at 10, the space for 3 at 15, "b" for one at 18.
        let mut mapped = Mapped::default();
        mapped.push("a", 9..10);
        mapped.push("ệ", 10..15);
        mapped.push(" ", 15..18);
        mapped.push("b", 18..19);
        assert_eq!(mapped.as_str(), "aệ b");
        assert_eq!(mapped.file_span(0..1), 9..10);
        assert_eq!(mapped.file_span(1..4), 10..15);
        assert_eq!(mapped.file_span(4..5), 15..18);
        assert_eq!(mapped.file_span(0..6), 9..19);
        assert_eq!(mapped.file_span(5..6), 18..19);
        assert_eq!(mapped.slice(1..6).file_span(0..3), 10..15);
    }

    #[test]
    fn verbatim_text_runs_in_step_with_its_file() {
        let mapped = Mapped::verbatim("quý III", 100);
        assert_eq!(mapped.file_span(5..8), 105..108);
        assert_eq!(mapped.runs.len(), 1);
    }

    #[test]
    fn a_gap_in_the_file_belongs_to_neither_neighbour() {
        let mut mapped = Mapped::default();
        mapped.push("a", 0..1);
        mapped.push("b", 4..5);
        assert_eq!(mapped.file_span(0..1), 0..1);
        assert_eq!(mapped.file_span(1..2), 4..5);
    }
}
