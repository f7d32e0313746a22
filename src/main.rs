//! The program `baocao`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(baocao::cli::main(std::env::args_os().collect()) as u8)
}
