//! `baocao explain CODE`: what a finding means, what the program does then, and what to do.

use std::io::{self, Write};

use super::exit::Exit;
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::office::nearest;

/// Arguments of `baocao explain`.
#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    #[arg(value_name = "CODE")]
    code: String,
}

/// Explains a code on `out`; for an unknown one gives [`Exit::Usage`] and, on `err`, the code most like it.
pub fn run(args: &ExplainArgs, locale: Locale, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    let codes = locale.codes();
    let code = args.code.trim();
    if !codes.contains(&code) {
        let unknown = match nearest(code, codes.iter().copied()) {
            Some(meant) => Diagnostic::error("explain-unknown-like").arg("code", code).arg("meant", meant),
            None => Diagnostic::error("explain-unknown").arg("code", code),
        };
        let _ = super::say::diagnostic(err, locale, std::path::Path::new(""), &unknown);
        return Exit::Usage;
    }
    match show(out, locale, code) {
        Ok(()) => Exit::Done,
        Err(_) => Exit::NotWritten,
    }
}

fn show(out: &mut dyn Write, locale: Locale, code: &str) -> io::Result<()> {
    writeln!(out, "{code}")?;
    let paragraph =
        |attribute: &str| locale.get(&format!("{code}{attribute}"), &[]).map(|text| without_arguments(&text));
    for text in [paragraph(""), paragraph(".explain")].into_iter().flatten() {
        writeln!(out, "\n{text}")?;
    }
    if let Some(hint) = paragraph(".hint") {
        writeln!(out, "\n{} {hint}", locale.text("say-hint", &[]))?;
    }
    Ok(())
}

/// A message as it stands in `locales/`, with `…` where a value goes.
fn without_arguments(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{$") {
        let Some((_, tail)) = after.split_once('}') else { break };
        shown.push_str(before);
        shown.push('…');
        rest = tail;
    }
    shown.push_str(rest);
    shown
}
