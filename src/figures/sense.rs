//! What a wording asks for, so that a figure's can be compared with a target's.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::{LEXICON, Phrases, UnitClass, lists, phrases};
use super::token::{Token, tokenize};

/// A noun as folded words → the noun it is compared as.
pub static SYNONYMS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let fold = |text: &str| written(&tokenize(text));
    let mut found = BTreeMap::new();
    for (noun, others) in lists(include_str!("../../lexicon/synonyms.yaml")) {
        found.extend(others.iter().map(|other| (fold(other), fold(&noun))));
    }
    found
});

/// How the wording of a figure is compared with a target's.
#[derive(Debug, Default)]
pub struct Wordings {
    /// Wordings that say the same, each with the place of the one it is read as.
    pub same: Phrases<usize>,
    /// The wordings that others are read as.
    pub names: Vec<Wording>,
    /// Words that make a figure no narrower.
    pub loose: Phrases<()>,
}

/// A wording that others are read as.
#[derive(Debug)]
pub struct Wording {
    /// In folded words.
    pub name: String,
    /// Whether it is a rating.
    pub rates: bool,
}

/// The built-in wordings.
pub static WORDINGS: LazyLock<Wordings> = LazyLock::new(|| {
    let source = lists(include_str!("../../lexicon/wordings.yaml"));
    let mut found = Wordings { loose: phrases(&source, &[("loose", ())]), ..Wordings::default() };
    for (name, others) in source.iter().filter(|(name, _)| *name != "loose") {
        let at = found.names.len();
        found.same.add(name, at);
        found.same.add_all(others, at);
        let tokens = tokenize(name);
        let rates = LEXICON.ratings.starting_at(&tokens, 0).is_some_and(|(end, ())| end == tokens.len());
        found.names.push(Wording { name: name.clone(), rates });
    }
    found
});

/// Who is counted, at which rating, and the other words that matter.
#[derive(Debug, Default)]
pub struct Sense {
    /// Group of the counted noun (`lexicon/synonyms.yaml`), or the noun itself.
    pub noun: Option<String>,
    /// Rating, in the wording that stands for it (`lexicon/wordings.yaml`).
    pub rating: Option<String>,
    /// Whether the rating and those above it are meant: `trở lên`.
    pub floor: bool,
    /// Words that matter, sorted.
    words: Vec<String>,
    /// What people are said to be (`nữ`, `người dân tộc`).
    attributes: Vec<String>,
}

impl Sense {
    /// What the wording says; `bloc` are the bloc's own names, which make nothing narrower.
    pub fn of(wording: &str, bloc: &Phrases<()>) -> Sense {
        let tokens = tokenize(wording);
        let mut sense = Sense { noun: counted(&tokens, bloc), ..Sense::default() };
        let mut i = 0;
        while i < tokens.len() {
            if let Some((end, ())) = bloc.starting_at(&tokens, i) {
                // «Đảng bộ Khối các cơ quan tỉnh» is longer than the office's own short name.
                i = WORDINGS.loose.starting_at(&tokens, i).map_or(end, |(loose, ())| loose.max(end));
                continue;
            }
            sense.floor |= tokens[i].is("trở") && tokens.get(i + 1).is_some_and(|t| t.is("lên"));
            if let Some((end, ())) = LEXICON.attributes.starting_at(&tokens, i) {
                sense.attributes.push(written(&tokens[i..end]));
            }
            // The noun says nothing more where it is said again: «kết nạp đảng viên mới so với tổng số đảng viên».
            let again = noun_at(&tokens, i).filter(|(_, noun)| sense.noun.as_ref() == Some(noun));
            i = again.map_or_else(|| sense.take(&tokens, i), |(end, _)| end);
        }
        sense.words.sort();
        sense.words.dedup();
        sense
    }

    /// Takes the longest wording, rating or loose phrase that starts at token `i`, or the word; gives one past it.
    fn take(&mut self, tokens: &[Token], i: usize) -> usize {
        let same = WORDINGS.same.starting_at(tokens, i);
        let loose = WORDINGS.loose.starting_at(tokens, i).map(|(end, ())| end);
        let rating = LEXICON.ratings.starting_at(tokens, i).map(|(end, ())| end);
        let longest = same.map(|(end, _)| end).max(loose).max(rating);
        match (same, longest) {
            (Some((end, at)), _) if Some(end) == longest => {
                let wording = &WORDINGS.names[at];
                if wording.rates {
                    self.rating.get_or_insert_with(|| wording.name.clone());
                } else {
                    self.words.push(wording.name.clone());
                }
                end
            }
            (_, Some(end)) if longest == loose => end,
            (_, Some(end)) => {
                self.rating.get_or_insert_with(|| written(&tokens[i..end]));
                end
            }
            _ => {
                let word = &tokens[i];
                let dull = LEXICON.not_nouns.starting_at(tokens, i).is_some()
                    || LEXICON.before.starting_at(tokens, i).is_some();
                if word.is_word() && !dull && word.folded.len() > 1 {
                    self.words.push(word.folded.clone());
                }
                i + 1
            }
        }
    }

    /// Whether a body that is rated so has the rating that the target asks of it.
    pub fn rates(&self, target: &Sense) -> bool {
        self.rating.is_some() && self.rating == target.rating && target.words.is_empty()
    }

    /// Whether a figure so worded states what the target asks for: the same noun, rating and attributes, at least half of
    /// its words, and few that it has not.
    pub fn states(&self, target: &Sense) -> bool {
        let common = target.words.iter().filter(|word| self.words.binary_search(word).is_ok()).count();
        let further = self.words.len() - common;
        self.noun.is_some()
            && self.noun == target.noun
            && self.rating == target.rating
            && self.attributes.iter().all(|a| target.attributes.contains(a))
            && 2 * common >= target.words.len()
            && 4 * further <= common
    }
}

fn written(tokens: &[Token]) -> String {
    tokens.iter().map(|t| t.folded.as_str()).collect::<Vec<_>>().join(" ")
}

/// The group of the first noun that is counted, outside the bloc's name and a rating (`nhiệm vụ`): `TCCSĐ`, `chi bộ, đảng bộ`
/// and `tổ chức cơ sở đảng` are one.
fn counted(tokens: &[Token], bloc: &Phrases<()>) -> Option<String> {
    let mut i = 0;
    while i < tokens.len() {
        let passed = [bloc, &LEXICON.ratings].iter().find_map(|list| list.starting_at(tokens, i));
        match (passed, noun_at(tokens, i)) {
            (Some((end, ())), _) => i = end,
            (None, Some((_, noun))) => return Some(noun),
            (None, None) => i += 1,
        }
    }
    None
}

/// The noun that is counted at token `i`: one past its last token, and its group.
fn noun_at(tokens: &[Token], i: usize) -> Option<(usize, String)> {
    let (end, class) = LEXICON.units.starting_at(tokens, i)?;
    let counts =
        !matches!(class, UnitClass::Programme | UnitClass::Duration | UnitClass::Day | UnitClass::Times);
    counts.then(|| {
        let noun = written(&tokens[i..end]);
        (end, SYNONYMS.get(&noun).cloned().unwrap_or(noun))
    })
}

/// The group of the first noun of a unit.
pub fn group(unit: &str) -> Option<String> {
    counted(&tokenize(unit), &Phrases::default())
}
