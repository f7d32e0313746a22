//! Bytes → lines of text: encodings told apart by evidence, NFC, white space and unprintable characters cleaned.

mod characters;
mod detect;
mod legacy;
mod page;

pub use characters::{Class, classify};
pub use detect::detect;
pub use page::{Line, Page, printable, raw, read_lines};

/// How a page's bytes stand for characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1258: letters with combining tones.
    Windows1258,
    /// TCVN3 (ABC): one byte a letter, fonts named `.Vn…`; also when those bytes were saved as UTF-8 characters.
    Tcvn3,
    /// VNI for Windows: a letter and a mark beside it, fonts named `VNI-…`; also when saved as UTF-8 characters.
    Vni,
}

impl Encoding {
    /// Every encoding, in the order in which evidence is weighed.
    pub const ALL: [Encoding; 6] = [
        Encoding::Utf8,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Windows1258,
        Encoding::Tcvn3,
        Encoding::Vni,
    ];

    /// Its name on the command line and in reviews.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1258 => "windows-1258",
            Encoding::Tcvn3 => "tcvn3",
            Encoding::Vni => "vni",
        }
    }

    /// The encoding of that name; capitals do not matter.
    pub fn named(name: &str) -> Option<Encoding> {
        Encoding::ALL.into_iter().find(|e| e.name().eq_ignore_ascii_case(name))
    }
}
