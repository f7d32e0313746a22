//! One run at a time in an office: a kernel lock, which ends with the process that holds it.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// Held while it lives.
#[derive(Debug)]
pub struct Lock {
    _folder: File,
}

/// The lock was not had.
#[derive(Debug)]
pub enum LockError {
    /// Another run holds it.
    Held,
    /// The folder could not be opened or locked.
    Io(io::Error),
}

impl Lock {
    /// Takes the lock of an office without waiting. The office's folder itself is locked (as by `flock FOLDER`),
    /// so that nothing is written before there is something to publish.
    pub fn take(office: &Path) -> Result<Lock, LockError> {
        let folder = File::open(office).map_err(LockError::Io)?;
        match folder.try_lock() {
            Ok(()) => Ok(Lock { _folder: folder }),
            Err(TryLockError::WouldBlock) => Err(LockError::Held),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}
