//! The command line: one file a subcommand, and the one place that decides exit codes.

mod article;
mod check;
mod exit;
mod explain;
mod guard;
mod help;
mod new;
mod run;
pub mod say;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use chrono::NaiveDate;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use exit::Exit;

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::period::Period;

#[derive(Debug, Parser)]
#[command(name = "baocao", version, disable_help_subcommand = true, subcommand_required = true)]
struct Cli {
    #[arg(long, global = true, value_name = "vi|en", default_value = "vi", value_parser = ["vi", "en"])]
    lang: String,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::RunArgs),
    Check(check::CheckArgs),
    Article(article::ArticleArgs),
    New(new::NewArgs),
    Explain(explain::ExplainArgs),
}

/// Runs the program with the arguments (the program's name first), and gives its exit code.
pub fn main(args: Vec<OsString>) -> Exit {
    let locale = help::language(&args);
    let mut err = io::stderr().lock();
    guard::install();
    held(locale, &mut err, |err| start(args, locale, err))
}

/// Does the work; a fault of the program is said like any other mistake and ends in exit 1.
fn held(locale: Locale, err: &mut dyn Write, work: impl FnOnce(&mut dyn Write) -> Exit) -> Exit {
    guard::guarded(|| work(err)).unwrap_or_else(|fault| {
        let _ = say::diagnostic(err, locale, Path::new(""), &fault);
        Exit::Internal
    })
}

fn start(args: Vec<OsString>, locale: Locale, err: &mut dyn Write) -> Exit {
    let cli = match help::localized(Cli::command(), locale).try_get_matches_from(args) {
        Ok(matches) => Cli::from_arg_matches(&matches),
        Err(error) => Err(error),
    };
    match cli {
        Ok(cli) => dispatch(&cli.command, locale, err),
        Err(error) => usage::report(&error, locale, err),
    }
}

fn dispatch(command: &Command, locale: Locale, err: &mut dyn Write) -> Exit {
    let mut out = io::stdout().lock();
    match command {
        Command::Run(args) => match epoch() {
            Ok(epoch) => run::run(args, epoch, locale, err),
            Err(found) => usage::fail(&found, locale, err),
        },
        Command::Check(args) => check::run(args, locale, &mut out),
        Command::Article(args) => article::run(args, locale, &mut out, err),
        Command::New(args) => new::run(args, locale, &mut out, err),
        Command::Explain(args) => explain::run(args, locale, &mut out, err),
    }
}

/// SOURCE_DATE_EPOCH, the reproducible-builds convention for the dates in a file.
fn epoch() -> Result<Option<i64>, Diagnostic> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(None);
    };
    let value = value.to_string_lossy().into_owned();
    // 253402275599 is the last second of the year 9999 in Việt Nam.
    let seconds = value.parse::<i64>().ok().filter(|seconds| (0..=253_402_275_599).contains(seconds));
    seconds.map(Some).ok_or_else(|| Diagnostic::error("usage-epoch").arg("value", value))
}

fn parse_period(text: &str) -> Result<Period, String> {
    text.parse().map_err(|_| "usage-period".to_owned())
}

fn parse_date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "usage-date".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No input is known that makes the program fail, so the fault is made here: exit 1, one message, no trace.
    #[test]
    fn a_fault_of_the_program_is_exit_1() {
        guard::install();
        let mut said = Vec::new();
        let exit = held(Locale::Vi, &mut said, |_| panic!("a fault made on purpose"));
        let _ = std::panic::take_hook();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(exit as u8, 1);
        assert!(said.starts_with("lỗi[internal-error]: Lỗi của chương trình: "), "{said}");
        assert!(said.contains("a fault made on purpose"), "{said}");
        assert!(
            said.ends_with("\n  gợi ý: Xin gửi thông báo này cho người phụ trách chương trình\n"),
            "{said}"
        );
    }
}
