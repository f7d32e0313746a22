//! Runs the binary and holds what it said.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::Command;

use baocao::office::{self, Office};

/// What a run gave back.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `baocao` with the arguments, with an empty environment, from the file system's root.
pub fn baocao<S: AsRef<std::ffi::OsStr>>(args: &[S]) -> Run {
    baocao_in(args, &[])
}

/// The same with some environment variables set.
pub fn baocao_in<S: AsRef<std::ffi::OsStr>>(args: &[S], environment: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    let command = command.args(args).env_clear().envs(environment.iter().copied()).current_dir("/");
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path below the project's folder.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A sample office of the project, as it is read.
pub fn sample_office(name: &str) -> Office {
    office::read(&project(&format!("data/{name}"))).0.unwrap()
}

/// The shared material beside the project's folder, or none with a line that says the test is skipped.
pub fn shared(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !found.exists() {
        eprintln!("skipped: ../shared/{path} is not here");
        return None;
    }
    Some(found)
}
