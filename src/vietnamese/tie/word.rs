//! What a word between two spaces is to the rules.

/// Marks that open: they belong to what follows.
const OPENING: &str = "“‘«([{\"'";
/// Marks that close or go on: they belong to what stands before.
const CLOSING: &str = "”’»)]}\"'.,;:!?…%‰";

/// What a word is made of, its marks left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `2.000`, `35,34`, `14/17`: may count something.
    Number,
    /// `95%`, `26/9/2023`, `2023`, `35-NQ/TW`: digits that count nothing.
    Named,
    /// `XIV`, `III/2023`.
    Roman,
    /// `-`, `–` alone.
    Dash,
    /// `+`, `=`, `/`, `×` alone.
    Operator,
    /// `≥`, `≤`, `<`, `>`, `±` alone.
    Relation,
    /// Opening marks alone.
    Opening,
    /// Closing marks alone.
    Closing,
    /// Anything else.
    Other,
}

/// A word with its marks.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Without opening and closing marks.
    pub core: &'a str,
    /// Has opening marks.
    pub opened: bool,
    /// Closing marks.
    pub tail: &'a str,
    /// What it is.
    pub kind: Kind,
}

impl<'a> Word<'a> {
    pub fn new(text: &'a str) -> Self {
        let inner = text.trim_start_matches(|c| OPENING.contains(c));
        let core = inner.trim_end_matches(|c| CLOSING.contains(c));
        let tail = &inner[core.len()..];
        let opened = inner.len() < text.len();
        let kind = match (core.is_empty(), tail.is_empty()) {
            (true, true) => Kind::Opening,
            (true, false) => Kind::Closing,
            _ if tail.starts_with(['%', '‰']) && starts_with_digit(core) => Kind::Named,
            _ => kind(core),
        };
        Word { core, opened, tail, kind }
    }

    /// Starts with a digit or is a Roman number.
    pub fn is_numeral(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Named | Kind::Roman)
    }

    /// Starts with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.core.chars().next().is_some_and(char::is_uppercase)
    }

    /// Two letters or more, all capitals.
    pub fn is_shouted(&self) -> bool {
        self.core.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !self.core.chars().any(char::is_lowercase)
    }

    /// One Latin capital, as in `Nguyễn Văn A`; not `Y`, a word (`Sở Y tế`).
    pub fn is_initial(&self) -> bool {
        matches!(self.core.as_bytes(), [b'A'..=b'X' | b'Z'])
    }
}

fn starts_with_digit(text: &str) -> bool {
    text.trim_start_matches(['+', '-', '−', '±', '~', '≥', '≤', '<', '>'])
        .starts_with(|c: char| c.is_ascii_digit())
}

fn kind(core: &str) -> Kind {
    match core {
        "-" | "–" | "—" => Kind::Dash,
        "+" | "=" | "/" | "×" | "÷" | "·" | "−" => Kind::Operator,
        "≥" | "≤" | "<" | ">" | "±" | "~" => Kind::Relation,
        _ if starts_with_digit(core) => digits_kind(core),
        _ if is_roman(core.split(['/', '-']).next().unwrap_or(core)) => Kind::Roman,
        _ => Kind::Other,
    }
}

fn digits_kind(core: &str) -> Kind {
    let year =
        core.len() == 4 && matches!(&core[..2], "19" | "20") && core.bytes().all(|b| b.is_ascii_digit());
    let date = core.bytes().filter(|b| *b == b'/').count() > 1;
    let years = core.len() > 6 && core.ends_with(|c: char| c.is_ascii_digit()) && core.contains('-');
    let written = core.chars().any(|c| c.is_alphabetic() || c == '%');
    if year || date || years || written { Kind::Named } else { Kind::Number }
}

/// A Roman number from I to 39, in capitals: `XIV`. No longer ones: `MI`, `DI`, `CI` are syllables.
fn is_roman(text: &str) -> bool {
    let units = text.trim_start_matches('X');
    text.len() - units.len() <= 3
        && !text.is_empty()
        && matches!(units, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}
