//! What can be wrong, as a value: a code, a severity, a place, and the arguments of a message.
//!
//! A [`Diagnostic`] holds no sentence. Sentences live in `locales/` under the diagnostic's code, with the
//! attributes `.hint` (what to do) and `.explain` (for `baocao explain CODE`), and are put together by
//! [`crate::locale`] when a person reads them.

use serde::Serialize;

/// How much a [`Diagnostic`] matters. Errors stop a run (exit 3); warnings stop it only under `--strict`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never stops anything.
    Note,
    /// May be wrong; the report is still written.
    Warning,
    /// Is wrong; nothing is written.
    Error,
}

/// Where in the office's folder something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// Path relative to the office's folder, with `/` between its parts.
    pub file: String,
    /// Line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Column in characters, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// Spreadsheet cell, `Sheet!D12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Place { file: file.into(), ..Place::default() }
    }

    /// A line and column of a text file, both counted from 1.
    pub fn at(file: impl Into<String>, line: u32, column: u32) -> Self {
        Place { file: file.into(), line: Some(line), column: Some(column), cell: None }
    }

    /// A cell of a spreadsheet, for example `Quý III!D12`.
    pub fn cell(file: impl Into<String>, cell: impl Into<String>) -> Self {
        Place { file: file.into(), cell: Some(cell.into()), ..Place::default() }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if let Some(cell) = &self.cell {
            return write!(f, "!{cell}");
        }
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(column) = self.column {
                write!(f, ":{column}")?;
            }
        }
        Ok(())
    }
}

/// One thing that is wrong or worth knowing, with its place and the arguments of its message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// Where it stands, if it stands anywhere.
    pub place: Option<Place>,
    /// How much it matters.
    pub severity: Severity,
    /// The message's id in `locales/`, in kebab case, for example `yaml-unknown-key`.
    pub code: &'static str,
    /// The message's named arguments, already formatted for a reader.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to it: the second value of a conflict, the first of two duplicates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Place>,
}

impl Diagnostic {
    /// A diagnostic without place or arguments.
    pub fn new(severity: Severity, code: &'static str) -> Self {
        Diagnostic { place: None, severity, code, args: Vec::new(), related: Vec::new() }
    }

    /// Something that stops the run.
    pub fn error(code: &'static str) -> Self {
        Self::new(Severity::Error, code)
    }

    /// Something that may be wrong.
    pub fn warning(code: &'static str) -> Self {
        Self::new(Severity::Warning, code)
    }

    /// Something worth knowing.
    pub fn note(code: &'static str) -> Self {
        Self::new(Severity::Note, code)
    }

    /// Adds the place.
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds a named argument of the message.
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds another place that belongs to it.
    pub fn related(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }

    /// Whether it stops the run.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
