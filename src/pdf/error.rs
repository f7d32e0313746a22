//! What can keep pages from becoming a file.

use crate::diagnostic::Diagnostic;

/// Why pages could not be written. Each is a fault of the program or its fonts, not of the office's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// A glyph that stands for no character of its face: page (from 1) and the text it was to show.
    MissingGlyph(usize, String),
    /// A measure that is not a number, on this page (from 1).
    NotFinite(usize),
    /// The lengths of a text's glyphs do not add up to the text: page (from 1) and text.
    Clusters(usize, String),
    /// A face could not be read or subset.
    Font(&'static str),
    /// A link to a place that is not in the document.
    UnknownAnchor(String),
    /// A page index beyond the last page.
    NoSuchPage(usize),
    /// A structure element index beyond the last element, or a parent that stands after its child.
    Structure(u32),
    /// The report has no title, which PDF/UA asks for.
    NoTitle,
    /// Attachments in a PDF/A-2a file.
    AttachmentsNeedA3a,
    /// printpdf or lopdf refused something.
    Printpdf(String),
}

impl PdfError {
    /// The error as a diagnostic, for a reader.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            PdfError::MissingGlyph(page, text) => {
                Diagnostic::error("pdf-missing-glyph").arg("page", page).arg("text", text)
            }
            PdfError::NotFinite(page) => Diagnostic::error("pdf-not-finite").arg("page", page),
            PdfError::Clusters(page, text) => {
                Diagnostic::error("pdf-clusters").arg("page", page).arg("text", text)
            }
            PdfError::Font(face) => Diagnostic::error("pdf-font").arg("face", face),
            PdfError::UnknownAnchor(anchor) => Diagnostic::error("pdf-unknown-anchor").arg("anchor", anchor),
            PdfError::NoSuchPage(index) => Diagnostic::error("pdf-no-such-page").arg("page", index + 1),
            PdfError::Structure(node) => Diagnostic::error("pdf-structure").arg("node", node),
            PdfError::NoTitle => Diagnostic::error("pdf-no-title"),
            PdfError::AttachmentsNeedA3a => Diagnostic::error("pdf-attachments-need-a3a"),
            PdfError::Printpdf(reason) => Diagnostic::error("pdf-printpdf").arg("reason", reason),
        }
    }
}

impl std::fmt::Display for PdfError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::locale::Locale::En.message(&self.diagnostic()))
    }
}

impl std::error::Error for PdfError {}

impl From<lopdf::Error> for PdfError {
    fn from(error: lopdf::Error) -> Self {
        PdfError::Printpdf(error.to_string())
    }
}

impl From<std::io::Error> for PdfError {
    fn from(error: std::io::Error) -> Self {
        PdfError::Printpdf(error.to_string())
    }
}
