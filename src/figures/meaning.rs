//! What words mean, in classes: `lexicon/meanings.tsv`. Figures told in words that no weight knows are told by what these
//! words mean.
//!
//! A line for each phrase: its words as tokens are folded, a tab, its class (`verb.give`, `noun.party`, `time.past`). Plain
//! lines, as they are read at every start.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::token::Token;

/// Classes at most, as many as a [`Meanings`] holds.
const CLASSES: u8 = 128;

/// A class of meaning, by its place among the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning(u8);

impl Meaning {
    /// Its name in the file.
    pub fn name(self) -> &'static str {
        TABLE.names[usize::from(self.0)]
    }

    /// Whether it is what is done.
    pub fn is_verb(self) -> bool {
        self.name().starts_with("verb")
    }

    /// Whether it is what is counted or spoken of.
    pub fn is_noun(self) -> bool {
        self.name().starts_with("noun")
    }
}

/// A phrase that means something: its tokens and its class.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meant {
    /// Its tokens.
    pub at: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

/// Some classes, each once.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Meanings(u128);

impl Meanings {
    /// Those of these tokens.
    pub(super) fn of(tokens: &[Token]) -> Meanings {
        meant(tokens, 0..tokens.len()).into_iter().map(|found| found.meaning).collect()
    }

    /// The classes in the order of their names in the file.
    pub(super) fn each(self) -> impl Iterator<Item = Meaning> {
        (0..CLASSES).filter(move |at| self.0 >> at & 1 == 1).map(Meaning)
    }
}

impl FromIterator<Meaning> for Meanings {
    fn from_iter<I: IntoIterator<Item = Meaning>>(meanings: I) -> Meanings {
        Meanings(meanings.into_iter().fold(0, |all, meaning| all | 1 << meaning.0))
    }
}

/// What the phrases of some tokens mean, from left to right; the longest that fits is taken.
pub(super) fn meant(tokens: &[Token], range: Range<usize>) -> Vec<Meant> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match TABLE.starting_at(&tokens[..range.end], at) {
            Some((end, meaning)) => {
                found.push(Meant { at: at..end, meaning });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The file: the names of its classes, and by their first word its phrases.
#[derive(Default)]
struct Table {
    names: Vec<&'static str>,
    by_first: FxHashMap<&'static str, Vec<(&'static str, Meaning)>>,
}

// A test reads the file strictly.
static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../lexicon/meanings.tsv")));

impl Table {
    fn read(lines: &'static str) -> Table {
        let mut table = Table::default();
        let mut numbers: FxHashMap<&str, u8> = FxHashMap::default();
        for (phrase, class) in lines.lines().filter_map(|line| line.split_once('\t')) {
            let next = u8::try_from(numbers.len()).ok().filter(|next| *next < CLASSES);
            let Some(number) = numbers.get(class).copied().or(next) else { continue };
            if numbers.insert(class, number).is_none() {
                table.names.push(class);
            }
            let first = phrase.split(' ').next().unwrap_or(phrase);
            table.by_first.entry(first).or_default().push((phrase, Meaning(number)));
        }
        table
    }

    /// The longest phrase that starts at token `at`: one past its last token, and what it means.
    fn starting_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Meaning)> {
        let phrases = self.by_first.get(tokens[at].folded.as_str())?;
        let fits = |(phrase, meaning): &(&str, Meaning)| {
            let mut end = at;
            for word in phrase.split(' ') {
                tokens.get(end).filter(|t| t.folded == word)?;
                end += 1;
            }
            Some((end, *meaning))
        };
        phrases.iter().filter_map(fits).max_by_key(|(end, _)| *end)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::token::tokenize;
    use super::*;

    /// A phrase that is not folded, stands twice or has no class would never be found, or found as something else.
    #[test]
    fn the_file_is_read_whole() {
        let lines: Vec<(&str, &str)> = include_str!("../../lexicon/meanings.tsv")
            .lines()
            .map(|line| line.split_once('\t').unwrap())
            .collect();
        assert!(lines.is_sorted() && lines.windows(2).all(|pair| pair[0].0 != pair[1].0));
        for (phrase, class) in &lines {
            let folded: Vec<String> = tokenize(phrase).into_iter().map(|t| t.folded).collect();
            assert_eq!(folded.join(" "), *phrase);
            assert!(["verb.", "noun.", "time."].iter().any(|kind| class.starts_with(kind)), "{class}");
        }
        assert_eq!(TABLE.by_first.values().map(Vec::len).sum::<usize>(), lines.len());
        assert_eq!(TABLE.names.len(), 69);
    }

    /// The longest phrase is taken, whatever its case and Unicode form.
    #[test]
    fn phrases_are_found() {
        let tokens = tokenize("Đảng ủy và TRAO tặng bằng khen");
        let found: Vec<_> =
            meant(&tokens, 0..tokens.len()).into_iter().map(|m| (m.at, m.meaning.name())).collect();
        assert_eq!(found, [(0..2, "noun.party"), (3..5, "verb.give"), (5..7, "noun.award")]);
    }
}
