//! Where the reading of one file puts what it finds.

use std::cell::{Cell, RefCell};

use crate::diagnostic::{Diagnostic, Place};

use super::nearest::nearest;
use super::yaml::Mark;

/// Most names that are looked for: a file of thousands of unknown names is another file's, not misspelt.
const MAX_SUGGESTIONS: u32 = 200;

/// The findings of one file. Shared by the readers of its parts, so that none of them stops at the first.
#[derive(Debug)]
pub struct Log {
    file: String,
    found: RefCell<Vec<Diagnostic>>,
    suggestions: Cell<u32>,
}

impl Log {
    /// For a file, by its path relative to the office's folder.
    pub fn new(file: &str) -> Self {
        Log { file: file.to_owned(), found: RefCell::default(), suggestions: Cell::new(0) }
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

    /// The name that a misspelt one most likely stands for; `none` when none is near.
    pub fn suggest<'n>(&self, word: &str, names: impl IntoIterator<Item = &'n str>) -> &'n str {
        self.suggestions.set(self.suggestions.get() + 1);
        let near = if self.suggestions.get() > MAX_SUGGESTIONS { None } else { nearest(word, names) };
        near.unwrap_or("none")
    }

    /// What was found, in the order it was found.
    pub fn into_found(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}
