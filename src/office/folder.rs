//! Reads the files of an office's folder: only plain files inside it, in a fixed order, each with its hash.

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Place};
use crate::hash::sha256;

/// Largest text file that is read, in bytes.
pub const MAX_TEXT: u64 = 4 << 20;
/// Largest spreadsheet that is read, in bytes.
pub const MAX_SHEET: u64 = 16 << 20;
/// Most files that are read from one folder.
const MAX_FILES: usize = 10_000;

/// An office's folder while it is read.
pub struct Folder<'a> {
    root: &'a Path,
    /// Hashes of the files read so far.
    pub inputs: BTreeMap<String, String>,
    /// What was found wrong with files as such.
    pub found: Vec<Diagnostic>,
}

impl<'a> Folder<'a> {
    /// The folder at `root`, or why it cannot be one.
    pub fn open(root: &'a Path) -> Result<Self, Diagnostic> {
        match fs::metadata(root) {
            Ok(data) if data.is_dir() => Ok(Folder { root, inputs: BTreeMap::new(), found: Vec::new() }),
            Ok(_) => Err(Diagnostic::error("folder-is-file").arg("path", root.display())),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(Diagnostic::error("folder-missing").arg("path", root.display()))
            }
            Err(error) => Err(Diagnostic::error("folder-unreadable")
                .arg("path", root.display())
                .arg("reason", reason(&error))),
        }
    }

    /// The plain files directly in a subfolder, sorted by path; none when there is no such subfolder.
    /// Hidden files and the lock files of office programs are passed over.
    pub fn list(&mut self, sub: &str) -> Vec<String> {
        let path = self.root.join(sub);
        match fs::symlink_metadata(&path) {
            Err(_) => return Vec::new(),
            Ok(data) if data.is_symlink() => {
                self.found.push(Diagnostic::error("symlink-refused").place(Place::file(sub)));
                return Vec::new();
            }
            Ok(data) if !data.is_dir() => {
                self.found.push(Diagnostic::error("folder-expected").place(Place::file(sub)));
                return Vec::new();
            }
            Ok(_) => {}
        }
        let mut names = match self.names(&path, sub) {
            Ok(names) => names,
            Err(error) => {
                let problem = Diagnostic::error("file-unreadable").place(Place::file(sub));
                self.found.push(problem.arg("reason", reason(&error)));
                return Vec::new();
            }
        };
        names.sort();
        if names.len() > MAX_FILES {
            let problem = Diagnostic::error("too-many-files").place(Place::file(sub));
            self.found.push(problem.arg("count", names.len()).arg("limit", MAX_FILES));
            names.clear();
        }
        names
    }

    fn names(&mut self, path: &Path, sub: &str) -> std::io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else {
                let shown = entry.file_name().to_string_lossy().into_owned();
                let problem = Diagnostic::error("file-name-not-utf8").place(Place::file(sub));
                self.found.push(problem.arg("name", shown));
                continue;
            };
            if name.starts_with('.') || name.starts_with("~$") {
                continue;
            }
            let file = format!("{sub}/{name}");
            if entry.file_type()?.is_dir() {
                self.found.push(Diagnostic::warning("file-not-read").place(Place::file(file)));
            } else {
                names.push(file);
            }
        }
        Ok(names)
    }

    /// The bytes of a file, at most `limit` of them.
    pub fn bytes(&mut self, file: &str, limit: u64) -> Option<Vec<u8>> {
        match self.try_bytes(file, limit) {
            Ok(bytes) if bytes.is_empty() => {
                self.found.push(Diagnostic::error("file-empty").place(Place::file(file)));
                None
            }
            Ok(bytes) => {
                self.inputs.insert(file.to_owned(), sha256(&bytes));
                Some(bytes)
            }
            Err(problem) => {
                self.found.push(problem.place(Place::file(file)));
                None
            }
        }
    }

    fn try_bytes(&self, file: &str, limit: u64) -> Result<Vec<u8>, Diagnostic> {
        let path = self.root.join(file);
        let unreadable =
            |error: std::io::Error| Diagnostic::error("file-unreadable").arg("reason", reason(&error));
        let data = fs::symlink_metadata(&path).map_err(unreadable)?;
        if data.is_symlink() {
            return Err(Diagnostic::error("symlink-refused"));
        }
        // A pipe or device would block or never end.
        if !data.is_file() {
            return Err(Diagnostic::error("file-not-plain"));
        }
        let mut bytes = Vec::new();
        let opened = fs::File::open(&path).map_err(unreadable)?;
        opened.take(limit + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        if bytes.len() as u64 > limit {
            let megabytes = limit >> 20;
            return Err(Diagnostic::error("file-too-large").arg("limit", megabytes));
        }
        Ok(bytes)
    }

    /// The text of a file in UTF-8, without a byte order mark.
    pub fn text(&mut self, file: &str) -> Option<String> {
        let bytes = self.bytes(file, MAX_TEXT)?;
        match decode(bytes) {
            Ok(text) => Some(text),
            Err((line, column)) => {
                let place = Place::at(file, line, column);
                self.found.push(Diagnostic::error("file-not-utf8").place(place));
                None
            }
        }
    }
}

/// UTF-8 without byte order mark, or the line and column of the first byte that is none.
pub fn decode(bytes: Vec<u8>) -> Result<String, (u32, u32)> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let good = String::from_utf8_lossy(good);
            let line = good.matches('\n').count() + 1;
            let column = good.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
            let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            Err((number(line), number(column)))
        }
    }
}

/// The word under which messages speak of a failure to read.
fn reason(error: &std::io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "permission",
        _ => "other",
    }
}
