//! The ledger, `out/ledger.jsonl`: one line for every report made, and for every due report that failed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::period::Period;

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Period code, `2023-Q3`.
    pub period: String,
    /// 1, 2, …; 0 for a due report that could not be made and is owed.
    pub revision: u32,
    /// Hash over everything that went in: inputs, options and program version.
    pub inputs: String,
    /// SHA-256 of the report; empty when owed.
    pub report: String,
    /// SHA-256 of the manifest; empty when owed.
    pub manifest: String,
    /// Whether the report bears a draft mark.
    pub draft: bool,
}

impl Entry {
    /// A due report that failed.
    pub fn owed(period: Period) -> Self {
        let none = String::new;
        Entry {
            period: period.to_string(),
            revision: 0,
            inputs: none(),
            report: none(),
            manifest: none(),
            draft: false,
        }
    }
}

/// What the office's ledger says.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    path: PathBuf,
    entries: Vec<Entry>,
}

/// The ledger could not be read.
#[derive(Debug)]
pub enum LedgerError {
    /// The file could not be read.
    Io(io::Error),
    /// This line is not the ledger's.
    Line(u32),
}

impl Ledger {
    /// Reads the office's ledger; a missing file is an empty ledger.
    pub fn read(office: &Path) -> Result<Ledger, LedgerError> {
        let path = super::output_folder(office).join("ledger.jsonl");
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                String::new()
            }
            Err(error) => return Err(LedgerError::Io(error)),
        };
        let mut entries = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let entry: Entry = serde_json::from_str(line).map_err(|_| LedgerError::Line(number))?;
            entry.period.parse::<Period>().map_err(|_| LedgerError::Line(number))?;
            entries.push(entry);
        }
        Ok(Ledger { path, entries })
    }

    /// The newest report of the period.
    pub fn last(&self, period: Period) -> Option<&Entry> {
        let code = period.to_string();
        self.entries.iter().rfind(|entry| entry.period == code && entry.revision > 0)
    }

    /// Periods with a report.
    pub fn made(&self) -> impl Iterator<Item = Period> {
        self.entries.iter().filter(|entry| entry.revision > 0).filter_map(|entry| entry.period.parse().ok())
    }

    /// Periods that were due, failed, and have no report since.
    pub fn owed(&self) -> impl Iterator<Item = Period> {
        let owed = self.entries.iter().filter(|entry| entry.revision == 0);
        owed.filter_map(|entry| entry.period.parse().ok()).filter(|period| self.last(*period).is_none())
    }

    /// Adds the entry and writes the whole ledger; an entry that stands already is not added again.
    pub fn add(&mut self, entry: Entry) -> io::Result<()> {
        if self.entries.contains(&entry) {
            return Ok(());
        }
        self.entries.push(entry);
        let mut text = String::new();
        for entry in &self.entries {
            text.push_str(&serde_json::to_string(entry)?);
            text.push('\n');
        }
        super::write_atomically(&self.path, text.as_bytes())
    }
}
