//! A fault of the program ends one report with exit 1, not the whole night's batch with a stack trace.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

use crate::diagnostic::Diagnostic;

thread_local! {
    static FAULT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps what a panic says for [`guarded`], instead of printing it.
pub fn install() {
    panic::set_hook(Box::new(|info| {
        FAULT.with_borrow_mut(|fault| *fault = info.to_string().replace('\n', " "))
    }));
}

/// Does the work; a panic in it becomes the diagnostic `internal-error`.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Diagnostic> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| Diagnostic::error("internal-error").arg("error", FAULT.with_borrow(String::clone)))
}
