//! The command line: one file a subcommand, and the one place that decides exit codes.
