//! Exit codes, all in one place.

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done, or nothing was due.
    Done = 0,
    /// A fault of the program itself.
    Internal = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// Invalid input; nothing was written.
    Invalid = 3,
    /// Some of several reports failed.
    SomeFailed = 4,
    /// Another run holds the office's lock.
    Locked = 5,
    /// Output could not be written.
    NotWritten = 6,
}

impl Exit {
    /// The code of a run of several reports: theirs when they agree, else [`Exit::SomeFailed`].
    pub fn of_several(exits: &[Exit]) -> Exit {
        match exits {
            [] => Exit::Done,
            [first, rest @ ..] if rest.iter().all(|exit| exit == first) => *first,
            _ => Exit::SomeFailed,
        }
    }
}
