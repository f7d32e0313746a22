//! Where in the office's files a character stands that no face has.

use crate::diagnostic::{Diagnostic, Place};
use crate::office::Office;

/// Gives every `glyph-missing` without a place the first place of its character in the office's text files.
///
/// Text has come a long way when layout finds that it cannot be set; the office's files are the only thing a clerk
/// can mend, so they are searched, and only then. A character from a spreadsheet stays without a place.
pub fn locate_missing_glyphs(office: &Office, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for one in found.iter_mut().filter(|one| one.code == "glyph-missing" && one.place.is_none()) {
        let character = one.args.iter().find(|(name, _)| *name == "char");
        if let Some(character) = character.and_then(|(_, text)| text.chars().next()) {
            one.place = office.inputs.keys().find_map(|file| first(office, file, character));
        }
    }
    found
}

fn first(office: &Office, file: &str, character: char) -> Option<Place> {
    let text = std::fs::read_to_string(office.root.join(file)).ok()?;
    let (line, text) = (1..).zip(text.lines()).find(|(_, line)| line.contains(character))?;
    let column = text.chars().take_while(|c| *c != character).count();
    Some(Place::at(file, line, u32::try_from(column + 1).unwrap_or(u32::MAX)))
}
