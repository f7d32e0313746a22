//! Fingerprints of bytes.

use sha2::{Digest, Sha256};

/// Hexadecimal SHA-256, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
