//! What is due, lock, atomic write, ledger and manifest.
