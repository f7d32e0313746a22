//! Mistakes on the command line, in the reader's language.

use std::io::{self, Write};
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::exit::Exit;
use super::say;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// Prints help or version to standard output, or says what is wrong with the command line.
pub fn report(error: &clap::Error, locale: Locale, err: &mut dyn Write) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Whoever closes the pipe early has read enough.
            let _ = write!(io::stdout(), "{}", error.render());
            Exit::Done
        }
        _ => fail(&diagnose(error), locale, err),
    }
}

/// Says what is wrong and gives the exit code for it.
pub fn fail(found: &Diagnostic, locale: Locale, err: &mut dyn Write) -> Exit {
    let _ = say::diagnostic(err, locale, Path::new(""), found);
    Exit::Usage
}

fn diagnose(error: &clap::Error) -> Diagnostic {
    let context = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => Diagnostic::error("usage-unknown-argument").arg("argument", argument),
        ErrorKind::InvalidSubcommand => {
            Diagnostic::error("usage-unknown-command").arg("command", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Diagnostic::error("usage-no-command")
        }
        ErrorKind::MissingRequiredArgument => Diagnostic::error("usage-missing").arg("arguments", argument),
        ErrorKind::ArgumentConflict => Diagnostic::error("usage-conflict")
            .arg("argument", argument)
            .arg("others", context(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            Diagnostic::error("usage-no-value").arg("argument", argument)
        }
        ErrorKind::InvalidValue => Diagnostic::error("usage-invalid-value")
            .arg("value", context(ContextKind::InvalidValue))
            .arg("argument", argument)
            .arg("possible", context(ContextKind::ValidValue)),
        ErrorKind::ValueValidation => Diagnostic::error(validation(error))
            .arg("value", context(ContextKind::InvalidValue))
            .arg("argument", argument),
        _ => Diagnostic::error("usage-other").arg("text", error.kind()),
    }
}

/// The parsers of this room give the code of their message as their error.
fn validation(error: &clap::Error) -> &'static str {
    match std::error::Error::source(error).map(ToString::to_string).as_deref() {
        Some("usage-period") => "usage-period",
        Some("usage-date") => "usage-date",
        _ => "usage-other",
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
