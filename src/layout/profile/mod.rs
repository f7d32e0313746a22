//! Format profiles (*thể thức*): every measure of an office paper, from `profiles/*.yaml` (domain.md §2).

mod reader;
mod values;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use self::reader::Reader;
use crate::diagnostic::{Diagnostic, Place};

/// Points in a millimetre.
pub const MM: f64 = 72.0 / 25.4;

const BUILT_IN: [(&str, &str); 2] = [
    ("dang", include_str!("../../../profiles/dang.yaml")),
    ("nha-nuoc", include_str!("../../../profiles/nha-nuoc.yaml")),
];

/// How a piece of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct TextSpec {
    /// Type size in pt.
    pub size: f64,
    /// Bold face.
    pub bold: bool,
    /// Italic face.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
}

/// The sheet and its margins, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Width of an upright page.
    pub width: f64,
    /// Height of an upright page.
    pub height: f64,
    /// Top margin.
    pub top: f64,
    /// Bottom margin.
    pub bottom: f64,
    /// Left margin.
    pub left: f64,
    /// Right margin.
    pub right: f64,
}

/// The page number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PageNumber {
    /// Its look.
    pub text: TextSpec,
    /// From the paper's top edge to the top of the figures, in pt.
    pub top: f64,
    /// Whether it reads `2/7` instead of `2`.
    pub total: bool,
}

/// The head of page one.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Share of the text width that the left column takes.
    pub left_share: f64,
    /// Width of its rules in pt.
    pub rule: f64,
    /// Lines at the right: the Party's name, or the national heading and motto.
    pub nation: Vec<(String, TextSpec)>,
    /// Length of the rule below them as a share of the last line; 0 for none.
    pub nation_rule: f64,
    /// Parent body.
    pub parent: TextSpec,
    /// Issuing body.
    pub issuer: TextSpec,
    /// Mark on its own line below the issuing body, `*`; empty for none.
    pub issuer_mark: String,
    /// Length of the rule below the issuing body as a share of its last line; 0 for none.
    pub issuer_rule: f64,
    /// Number and symbol.
    pub number: TextSpec,
    /// `Số ` or `Số: `.
    pub number_prefix: String,
    /// Between number and symbol.
    pub number_separator: String,
    /// Inside the symbol, `BC/ĐUK` or `BC-ĐUK`.
    pub symbol_separator: String,
    /// Place and date.
    pub place_date: TextSpec,
    /// Whether place and date stand as high as the number.
    pub date_beside_number: bool,
    /// Draft mark.
    pub draft: TextSpec,
    /// Urgency mark.
    pub urgency: TextSpec,
    /// Whether the urgency mark stands in a box.
    pub urgency_boxed: bool,
    /// `BÁO CÁO`.
    pub title: TextSpec,
    /// Subject (*trích yếu*).
    pub subject: TextSpec,
    /// Mark below the subject, `-----`; empty for none.
    pub subject_mark: String,
    /// Length of the rule below the subject as a share of its last line; 0 for none.
    pub subject_rule: f64,
}

/// Running text, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// Type size.
    pub size: f64,
    /// Distance of baselines.
    pub pitch: f64,
    /// Room between paragraphs.
    pub gap: f64,
    /// First-line indent.
    pub indent: f64,
}

/// Signature block and recipients.
#[derive(Clone, Debug, PartialEq)]
pub struct Closing {
    /// Share of the text width left of the signature block.
    pub left: f64,
    /// Lines of room for the signature.
    pub lines: f64,
    /// `T/M BAN THƯỜNG VỤ`.
    pub authority: TextSpec,
    /// `PHÓ BÍ THƯ`.
    pub position: TextSpec,
    /// Signer's name.
    pub name: TextSpec,
    /// `Nơi nhận:`.
    pub label: String,
    /// Its look.
    pub label_text: TextSpec,
    /// The list of recipients.
    pub list: TextSpec,
    /// Mark at line ends, `,` or `;`.
    pub separator: String,
}

/// Footnotes, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Footnotes {
    /// Type size.
    pub size: f64,
    /// Distance of baselines.
    pub pitch: f64,
    /// Length of the rule above them.
    pub rule: f64,
}

/// Tables, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tables {
    /// Type size of cells.
    pub size: f64,
    /// Smallest type size of a table that is too wide.
    pub least_size: f64,
    /// Room between a rule and the text, at the sides.
    pub padding: f64,
    /// Width of rules.
    pub rule: f64,
}

/// A format profile. All lengths are points.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Its name, `dang` or `nha-nuoc`.
    pub name: String,
    /// The sheet.
    pub sheet: Sheet,
    /// The page number.
    pub page_number: PageNumber,
    /// The head of page one.
    pub head: Head,
    /// Running text.
    pub body: Body,
    /// `Phần thứ nhất`.
    pub part_number: TextSpec,
    /// The part's title.
    pub part_title: TextSpec,
    /// Headings of level 2, 3 and 4.
    pub headings: [TextSpec; 3],
    /// Signature block and recipients.
    pub closing: Closing,
    /// Footnotes.
    pub footnotes: Footnotes,
    /// Captions of tables and charts.
    pub caption: TextSpec,
    /// Tables.
    pub tables: Tables,
    /// Notes below tables and charts.
    pub note: TextSpec,
    /// `Phụ lục 1`.
    pub appendix_number: TextSpec,
    /// The appendix's title.
    pub appendix_title: TextSpec,
    /// Title of the table of contents.
    pub contents_title: String,
    /// Levels of headings in the table of contents.
    pub contents_levels: u8,
}

impl Profile {
    /// Names of the built-in profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().map(|(name, _)| *name)
    }

    /// A built-in profile as it is.
    ///
    /// # Errors
    ///
    /// `profile-unknown` for any other name.
    pub fn built_in(name: &str) -> Result<Profile, Vec<Diagnostic>> {
        Self::with_overrides(name, &BTreeMap::new())
    }

    /// A built-in profile with values of the office in place of its own: path (`body.size`) → value and place.
    ///
    /// # Errors
    ///
    /// `profile-unknown`, and for each override `profile-unknown-key` or `profile-impossible-value`.
    pub fn with_overrides(
        name: &str,
        overrides: &BTreeMap<String, (String, Place)>,
    ) -> Result<Profile, Vec<Diagnostic>> {
        let Some((_, yaml)) = BUILT_IN.iter().find(|(known, _)| *known == name) else {
            let known = Self::names().collect::<Vec<_>>().join("`, `");
            return Err(vec![Diagnostic::error("profile-unknown").arg("profile", name).arg("known", known)]);
        };
        let mut leaves = values::parse(name, yaml)?;
        let wrong: Vec<Diagnostic> = overrides
            .iter()
            .filter_map(|(path, (text, place))| values::set(&mut leaves, path, text, place).err())
            .collect();
        if wrong.is_empty() { Reader::new(name, leaves).profile() } else { Err(wrong) }
    }
}
