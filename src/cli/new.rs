//! `baocao new`: a sample folder for a new office, or a sheet of figures to fill in. Never overwrites anything.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::exit::Exit;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Locale;
use crate::office;
use crate::period::Period;

/// Arguments of `baocao new`.
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[arg(long, value_name = "PERIOD", value_parser = super::parse_period)]
    sheet: Option<Period>,
}

/// The files of a new office's folder.
const SCAFFOLD: [(&str, &str); 4] = [
    ("office.yaml", include_str!("scaffold/office.yaml")),
    ("organisations.yaml", include_str!("scaffold/organisations.yaml")),
    ("terms/2025-2030.yaml", include_str!("scaffold/term.yaml")),
    ("results/2026-Q1.yaml", include_str!("scaffold/results.yaml")),
];

/// Subfolders of an office.
const FOLDERS: [&str; 4] = ["terms", "results", "articles", "templates"];

/// Makes a sample folder, or with `--sheet` a sheet in the `results` of an office that is there, and names on `out`
/// what it made.
pub fn run(args: &NewArgs, locale: Locale, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let made = match args.sheet {
        None => scaffold(&args.dir),
        Some(period) => sheet(&args.dir, period),
    };
    match made {
        Ok(files) => {
            let named = files.iter().try_for_each(|file| writeln!(out, "{}", args.dir.join(file).display()));
            if named.is_ok() { Exit::Done } else { Exit::NotWritten }
        }
        Err((exit, found)) => {
            let _ = super::say::diagnostics(err, locale, &args.dir, &found);
            exit
        }
    }
}

type Failure = (Exit, Vec<Diagnostic>);

fn scaffold(dir: &Path) -> Result<Vec<String>, Failure> {
    let there: Vec<Diagnostic> = SCAFFOLD
        .iter()
        .filter(|(file, _)| fs::symlink_metadata(dir.join(file)).is_ok())
        .map(|(file, _)| Diagnostic::error("new-file-exists").place(Place::file(*file)))
        .collect();
    if !there.is_empty() {
        return Err((Exit::NotWritten, there));
    }
    for folder in FOLDERS {
        fs::create_dir_all(dir.join(folder)).map_err(|_| not_written(folder))?;
    }
    SCAFFOLD
        .iter()
        .map(|(file, text)| {
            create(&dir.join(file), text.as_bytes()).map_err(|error| failed(file, &error))?;
            Ok((*file).to_owned())
        })
        .collect()
}

fn sheet(dir: &Path, period: Period) -> Result<Vec<String>, Failure> {
    let (office, found) = office::read(dir);
    let Some(office) = office else { return Err((Exit::Invalid, found)) };
    let Some(text) = office.sheet(period) else {
        let problem = Diagnostic::error("term-uncovered").place(Place::file("terms"));
        return Err((Exit::Invalid, vec![problem.arg("period", period)]));
    };
    let file = format!("results/{period}.csv");
    fs::create_dir_all(dir.join("results")).map_err(|_| not_written("results"))?;
    create(&dir.join(&file), text.as_bytes()).map_err(|error| failed(&file, &error))?;
    Ok(vec![file])
}

/// Writes a file that is not there yet.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn failed(file: &str, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::AlreadyExists {
        let problem = Diagnostic::error("new-file-exists").place(Place::file(file));
        return (Exit::NotWritten, vec![problem]);
    }
    not_written(file)
}

fn not_written(file: &str) -> Failure {
    (Exit::NotWritten, vec![Diagnostic::error("new-not-written").place(Place::file(file))])
}
