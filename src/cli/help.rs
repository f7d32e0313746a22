//! Help in the reader's language: every text of `--help` is a message `help-…` of `locales/`.

use std::ffi::OsString;

use clap::Command;

use crate::locale::Locale;

/// The language asked for by `--lang`, read before anything else so that usage messages speak it too.
pub fn language(args: &[OsString]) -> Locale {
    let english = args.iter().any(|arg| arg == "--lang=en")
        || args.windows(2).any(|w| w[0] == "--lang" && w[1] == "en");
    if english { Locale::En } else { Locale::Vi }
}

/// Puts the texts of the language into a command and its subcommands.
pub fn localized(command: Command, locale: Locale) -> Command {
    let text = |id: &str| locale.text(id, &[]);
    let command = worded(command.about(text("help-about")), "", locale)
        .subcommand_help_heading(heading(locale, "help-commands"));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| {
            worded(sub.about(text(&format!("help-{name}"))), &format!("{name}-"), locale)
        })
    })
}

fn worded(command: Command, prefix: &str, locale: Locale) -> Command {
    let arguments = heading(locale, "help-arguments");
    let options = heading(locale, "help-options");
    let command = command
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", locale.text("help-usage", &[])))
        .disable_help_flag(true)
        .arg(clap::Arg::new("help").short('h').long("help").action(clap::ArgAction::Help))
        .mut_args(|arg| {
            let id = arg.get_id().as_str();
            let help = locale
                .get(&format!("help-{prefix}{id}"), &[])
                .or_else(|| locale.get(&format!("help-{id}"), &[]))
                .unwrap_or_default();
            let heading = if arg.is_positional() { arguments.clone() } else { options.clone() };
            let arg = arg.help(help).help_heading(heading);
            if arg.get_action().takes_values() {
                arg.hide_possible_values(true).hide_default_value(true)
            } else {
                arg
            }
        });
    if prefix.is_empty() {
        return command.disable_version_flag(true).arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(locale.text("help-version", &[]))
                .help_heading(options),
        );
    }
    command
}

fn heading(locale: Locale, id: &str) -> String {
    locale.text(id, &[]).trim_end_matches(':').to_owned()
}
