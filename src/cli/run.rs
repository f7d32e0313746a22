//! `baocao run`: makes reports. The one command that writes reports, and the one that cron calls.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{FixedOffset, NaiveDate, Utc};
use rayon::prelude::*;

use super::exit::Exit;
use super::{guard, say};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::locale::Locale;
use crate::office::{self, Office};
use crate::pdf::Standard;
use crate::period::Period;
use crate::publish::{self, Entry, Filed, Ledger, LedgerError, Lock, LockError};
use crate::{Making, Report, articles};

/// Arguments of `baocao run`.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    #[arg(required = true, value_name = "OFFICE")]
    offices: Vec<PathBuf>,
    #[arg(long = "period", value_name = "PERIOD", value_parser = super::parse_period, required_unless_present = "due")]
    periods: Vec<Period>,
    #[arg(long, conflicts_with = "periods")]
    due: bool,
    #[arg(long, value_name = "DATE", value_parser = super::parse_date, requires = "due")]
    now: Option<NaiveDate>,
    #[arg(long, conflicts_with = "due")]
    force: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    notes: bool,
    #[arg(long, value_enum)]
    standard: Option<Standard>,
    #[arg(long)]
    attach_inputs: bool,
}

/// Reports in work at a time: bounds memory, feeds both cores.
const BATCH: usize = 16;

/// Makes the reports of every office named; speaks on `err` only when something is wrong (or for `--dry-run`).
pub fn run(args: &RunArgs, epoch: Option<i64>, locale: Locale, err: &mut dyn Write) -> Exit {
    let mut exits = Vec::new();
    for batch in args.offices.chunks(BATCH) {
        let done: Vec<(Vec<Exit>, Vec<u8>)> = batch
            .par_iter()
            .map(|folder| {
                let mut said = Vec::new();
                let mut job = Job { args, epoch, locale, folder, said: &mut said };
                let exits = job.office().unwrap_or_else(|exit| vec![exit]);
                (exits, said)
            })
            .collect();
        for (of_office, said) in done {
            exits.extend(of_office);
            let _ = err.write_all(&said);
        }
    }
    Exit::of_several(&exits)
}

struct Job<'a> {
    args: &'a RunArgs,
    epoch: Option<i64>,
    locale: Locale,
    folder: &'a Path,
    said: &'a mut Vec<u8>,
}

impl Job<'_> {
    /// Makes the reports of one office: one exit a report, or the one that stopped it all.
    fn office(&mut self) -> Result<Vec<Exit>, Exit> {
        let (office, found) = office::read(self.folder);
        let mut office = office.ok_or_else(|| self.fail(Exit::Invalid, &found))?;
        if self.args.attach_inputs && self.standard(&office) == Standard::A2a {
            return Err(self.fail(Exit::Usage, &[Diagnostic::error("usage-attach")]));
        }
        let _lock = Lock::take(self.folder).map_err(|error| self.lock_failed(&error))?;
        let mut ledger = Ledger::read(self.folder).map_err(|error| self.ledger_failed(&error))?;
        let periods = self.periods(&office, &ledger)?;
        let missing = |period: &Period| !self.is_up_to_date(&office, &ledger, *period);
        let mut todo: Vec<Period> = periods.iter().copied().filter(missing).collect();
        todo.dedup();
        if todo.is_empty() {
            return Ok(vec![Exit::Done; periods.len()]);
        }
        let (articles, found_in_articles) = articles::read_all(&office, self.locale);
        let found: Vec<Diagnostic> = found.into_iter().chain(found_in_articles).collect();
        if self.stops(&found) {
            return Err(self.fail(Exit::Invalid, &found));
        }
        office.cite(|file| {
            let page = articles.iter().find(|a| a.file == file || a.also_in.iter().any(|f| f == file))?;
            let date = page.published.as_ref().map(|d| d.date).or(page.event.as_ref().map(|e| e.to));
            Some((page.title.clone().unwrap_or_default(), page.outlet.clone(), date))
        });
        let mut exits = vec![Exit::Done; periods.len() - todo.len()];
        for batch in todo.chunks(BATCH) {
            let made: Vec<(Period, Result<Report, Vec<Diagnostic>>)> = batch
                .par_iter()
                .map(|period| {
                    let making = self.making(&office, *period, &found);
                    let made = guard::guarded(|| crate::make_report(&making, &articles));
                    (*period, made.unwrap_or_else(|fault| Err(vec![fault])))
                })
                .collect();
            for (period, result) in made {
                exits.push(self.finish(&office, &mut ledger, period, result));
            }
        }
        Ok(exits)
    }

    fn periods(&mut self, office: &Office, ledger: &Ledger) -> Result<Vec<Period>, Exit> {
        if !self.args.due {
            return Ok(self.args.periods.clone());
        }
        let Some(schedule) = &office.schedule else {
            let found = Diagnostic::error("no-schedule").place(Place::file("office.yaml"));
            return Err(self.fail(Exit::Invalid, &[found]));
        };
        Ok(publish::due(office, schedule, ledger, self.args.now.unwrap_or_else(today)))
    }

    fn making<'o>(&self, office: &'o Office, period: Period, noticed: &'o [Diagnostic]) -> Making<'o> {
        Making {
            office,
            period,
            standard: self.standard(office),
            attach_inputs: self.args.attach_inputs,
            epoch: self.epoch,
            noticed,
            notes: self.args.notes.then_some(self.locale),
        }
    }

    fn standard(&self, office: &Office) -> Standard {
        let configured = || office.standard.as_deref().and_then(Standard::from_name).unwrap_or_default();
        self.args.standard.unwrap_or_else(configured)
    }

    fn is_up_to_date(&self, office: &Office, ledger: &Ledger, period: Period) -> bool {
        let inputs = self.making(office, period, &[]).key();
        !self.args.force && !self.args.notes && publish::up_to_date(self.folder, ledger, period, &inputs)
    }

    /// Files one report that was made, or says why it was not.
    fn finish(
        &mut self,
        office: &Office,
        ledger: &mut Ledger,
        period: Period,
        made: Result<Report, Vec<Diagnostic>>,
    ) -> Exit {
        let exit = match made {
            Err(found) if found.iter().any(|one| one.code == "internal-error") => {
                self.fail(Exit::Internal, &found)
            }
            Err(found) => self.fail(Exit::Invalid, &found),
            Ok(report) if self.stops(&report.findings) => self.fail(Exit::Invalid, &report.findings),
            Ok(report) => match self.file(office, ledger, period, &report) {
                Ok(()) => Exit::Done,
                Err(found) => self.fail(Exit::NotWritten, &[found]),
            },
        };
        if exit != Exit::Done && self.args.due && !self.args.dry_run {
            // A report that is owed is tried again by the next run; when even that cannot be noted, the disk
            // is full or read-only and the next run finds it due by its date.
            let _ = ledger.add(Entry::owed(period));
        }
        exit
    }

    fn file(
        &mut self,
        office: &Office,
        ledger: &mut Ledger,
        period: Period,
        report: &Report,
    ) -> Result<(), Diagnostic> {
        let inputs = self.making(office, period, &[]).key();
        let same = !self.args.force && publish::up_to_date(self.folder, ledger, period, &inputs);
        let revision = publish::revision(self.folder, ledger, period, &inputs, self.args.force)?;
        if self.args.dry_run {
            let path = self.folder.join(publish::report_path(period, revision, "pdf"));
            let text = self.locale.text("would-make", &[("path", path.display().to_string())]);
            let _ = writeln!(self.said, "{text}");
            return Ok(());
        }
        if let Some(notes) = &report.notes {
            publish::put(self.folder, &publish::notes_path(period), notes)?;
        }
        if same {
            return Ok(());
        }
        let manifest = report.manifest.as_bytes();
        let filed = Filed { period, inputs: &inputs, report: &report.pdf, manifest, draft: report.draft };
        publish::file(self.folder, ledger, &filed, revision)
    }

    fn stops(&self, found: &[Diagnostic]) -> bool {
        let limit = if self.args.strict { Severity::Warning } else { Severity::Error };
        found.iter().any(|one| one.severity >= limit)
    }

    /// Says what stops the run: errors, and under `--strict` warnings.
    fn fail(&mut self, exit: Exit, found: &[Diagnostic]) -> Exit {
        let limit = if self.args.strict { Severity::Warning } else { Severity::Error };
        let stopping: Vec<Diagnostic> = found.iter().filter(|one| one.severity >= limit).cloned().collect();
        let _ = say::diagnostics(self.said, self.locale, self.folder, &stopping);
        exit
    }

    fn lock_failed(&mut self, error: &LockError) -> Exit {
        let office = self.folder.display();
        match error {
            LockError::Held => {
                self.fail(Exit::Locked, &[Diagnostic::error("lock-held").arg("office", office)])
            }
            LockError::Io(error) => {
                let found = Diagnostic::error("lock-failed").arg("office", office).arg("error", error);
                self.fail(Exit::NotWritten, &[found])
            }
        }
    }

    fn ledger_failed(&mut self, error: &LedgerError) -> Exit {
        let file = "out/ledger.jsonl";
        let found = match error {
            LedgerError::Io(error) => {
                Diagnostic::error("ledger-unreadable").place(Place::file(file)).arg("error", error)
            }
            LedgerError::Line(line) => Diagnostic::error("ledger-line").place(Place::at(file, *line, 1)),
        };
        self.fail(Exit::Invalid, &[found])
    }
}

/// Today in Việt Nam, whatever TZ says.
fn today() -> NaiveDate {
    let now = Utc::now();
    FixedOffset::east_opt(7 * 3600).map_or(now.date_naive(), |zone| now.with_timezone(&zone).date_naive())
}
