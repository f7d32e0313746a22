//! Where the reading of one file puts what it finds.

use std::cell::RefCell;

use crate::diagnostic::{Diagnostic, Place};

use super::yaml::Mark;

/// The findings of one file. Shared by the readers of its parts, so that none of them stops at the first.
#[derive(Debug)]
pub struct Log {
    file: String,
    found: RefCell<Vec<Diagnostic>>,
}

impl Log {
    /// For a file, by its path relative to the office's folder.
    pub fn new(file: &str) -> Self {
        Log { file: file.to_owned(), found: RefCell::default() }
    }

    /// The file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// A place in the file.
    pub fn place(&self, mark: Mark) -> Place {
        mark.place(&self.file)
    }

    /// Takes a finding.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    /// An error at a place of the file, which the caller completes.
    pub fn error(&self, code: &'static str, mark: Mark) -> Diagnostic {
        Diagnostic::error(code).place(self.place(mark))
    }

    /// What was found, in the order it was found.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}
