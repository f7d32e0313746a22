//! What becomes of a character on its way into the text.

use unicode_normalization::char::is_combining_mark;

/// What a character is to a reader of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Stands in the text.
    Plain,
    /// Joins the character before it.
    Mark,
    /// White space of any width.
    Space,
    /// Ends a line.
    Break,
    /// Cannot be seen and means nothing here: zero width, soft hyphen, variation selector, byte-order mark.
    Invisible,
    /// Must never be printed: controls, directional marks, private use, noncharacters, U+FFFD.
    Unprintable,
}

/// The class of a character.
pub fn classify(c: char) -> Class {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Break,
        ' '..='~' if c != ' ' => Class::Plain,
        '\u{ad}' | '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' => Class::Invisible,
        '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Class::Invisible,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' => Class::Unprintable,
        '\u{2065}'..='\u{206f}' | '\u{fff0}'..='\u{ffff}' => Class::Unprintable,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{10ffff}' => Class::Unprintable,
        _ if c as u32 & 0xfffe == 0xfffe => Class::Unprintable,
        _ if c.is_whitespace() || matches!(c, '\u{2800}' | '\u{3164}' | '\u{180e}') => Class::Space,
        _ if c.is_control() => Class::Unprintable,
        _ if is_combining_mark(c) => Class::Mark,
        _ => Class::Plain,
    }
}
