//! The six faces, built into the binary.

/// A face of `fonts/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Tinos Regular.
    Regular,
    /// Tinos Bold.
    Bold,
    /// Tinos Italic.
    Italic,
    /// Tinos Bold Italic.
    BoldItalic,
    /// Source Sans 3 Regular: charts and marks.
    Sans,
    /// Source Sans 3 SemiBold.
    SansBold,
}

impl Face {
    /// Every face, in a fixed order.
    pub const ALL: [Face; 6] =
        [Face::Regular, Face::Bold, Face::Italic, Face::BoldItalic, Face::Sans, Face::SansBold];

    /// The TrueType file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../fonts/Tinos-Regular.ttf"),
            Face::Bold => include_bytes!("../fonts/Tinos-Bold.ttf"),
            Face::Italic => include_bytes!("../fonts/Tinos-Italic.ttf"),
            Face::BoldItalic => include_bytes!("../fonts/Tinos-BoldItalic.ttf"),
            Face::Sans => include_bytes!("../fonts/SourceSans3-Regular.ttf"),
            Face::SansBold => include_bytes!("../fonts/SourceSans3-SemiBold.ttf"),
        }
    }

    /// PostScript name.
    pub fn name(self) -> &'static str {
        match self {
            Face::Regular => "Tinos-Regular",
            Face::Bold => "Tinos-Bold",
            Face::Italic => "Tinos-Italic",
            Face::BoldItalic => "Tinos-BoldItalic",
            Face::Sans => "SourceSans3-Regular",
            Face::SansBold => "SourceSans3-SemiBold",
        }
    }
}
