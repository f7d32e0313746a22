//! The lexicon of saved pages: phrases, weights and transitions, kept as data in `lexicon.yaml`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::articles::tokens::Token;
use crate::vietnamese::fold;

/// Words that a phrase may have at most; longer ones are cut when the lexicon is read.
const LONGEST: usize = 10;

#[derive(Deserialize)]
struct File {
    phrases: BTreeMap<String, Vec<String>>,
    weights: BTreeMap<String, BTreeMap<String, f64>>,
    transitions: BTreeMap<String, BTreeMap<String, f64>>,
    reasons: Vec<(String, String)>,
    event: BTreeMap<String, f64>,
    founded: BTreeMap<String, i32>,
}

/// The lexicon.
#[derive(Default)]
pub struct Lexicon {
    lists: BTreeMap<String, PhraseList>,
    weights: BTreeMap<String, BTreeMap<String, f64>>,
    transitions: BTreeMap<String, BTreeMap<String, f64>>,
    reasons: Vec<(String, String)>,
    event: BTreeMap<String, f64>,
    founded: BTreeMap<i32, PhraseList>,
}

/// A list of phrases.
#[derive(Default)]
pub struct PhraseList {
    phrases: BTreeSet<String>,
    longest: usize,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::built_in);

/// The built-in lexicon.
pub fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn built_in() -> Lexicon {
        // A test reads the file; a broken one cannot be built in unseen.
        let Ok(file) = serde_yaml::from_str::<File>(include_str!("lexicon.yaml")) else {
            return Lexicon::default();
        };
        Lexicon {
            lists: file.phrases.into_iter().map(|(name, list)| (name, PhraseList::new(&list))).collect(),
            weights: file.weights,
            transitions: file.transitions,
            reasons: file.reasons,
            event: file.event,
            founded: founded(file.founded),
        }
    }

    /// A list by its name; an empty one for an unknown name.
    pub fn list(&self, name: &str) -> &PhraseList {
        static EMPTY: PhraseList = PhraseList { phrases: BTreeSet::new(), longest: 0 };
        self.lists.get(name).unwrap_or(&EMPTY)
    }

    /// What `sign` speaks for `state`.
    pub fn weight(&self, sign: &str, state: &str) -> f64 {
        self.weights.get(sign).and_then(|states| states.get(state)).copied().unwrap_or(0.0)
    }

    /// The cost of going from one state to the next; none where it cannot follow.
    pub fn transition(&self, from: &str, to: &str) -> Option<f64> {
        self.transitions.get(from)?.get(to).copied()
    }

    /// Signs with the furniture's name that each gives, in order of precedence.
    pub fn reasons(&self) -> &[(String, String)] {
        &self.reasons
    }

    /// The year of the founding or feast that the tokens begin with, and its words.
    pub fn founded(&self, tokens: &[Token]) -> Option<(i32, String)> {
        let longest = self.founded.iter().filter_map(|(year, list)| Some((list.at(tokens)?, *year))).max()?;
        // The phrase must end there: `thành lập Đảng bộ Khối` is another founding.
        let ends = tokens.get(longest.0).is_none_or(|t| t.word().is_empty() || t.word() == "và");
        let words: Vec<&str> = tokens[..longest.0].iter().map(Token::word).collect();
        ends.then(|| (longest.1, words.join(" ")))
    }

    /// A weight of the event's date.
    pub fn event(&self, name: &str) -> f64 {
        self.event.get(name).copied().unwrap_or(0.0)
    }
}

fn founded(years: BTreeMap<String, i32>) -> BTreeMap<i32, PhraseList> {
    let mut lists: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for (phrase, year) in years {
        lists.entry(year).or_default().push(phrase);
    }
    lists.into_iter().map(|(year, phrases)| (year, PhraseList::new(&phrases))).collect()
}

impl PhraseList {
    fn new(phrases: &[String]) -> PhraseList {
        let phrases: BTreeSet<String> = phrases.iter().map(|phrase| fold(phrase)).collect();
        let longest = phrases.iter().map(|p| p.split(' ').count()).max().unwrap_or(0).min(LONGEST);
        PhraseList { phrases, longest }
    }

    /// How many tokens from the start of `tokens` make the longest phrase of the list; signs inside do not count.
    pub fn at(&self, tokens: &[Token]) -> Option<usize> {
        let mut text = String::new();
        let mut found = None;
        let mut words = 0;
        for (index, token) in tokens.iter().enumerate() {
            match token.number() {
                Some((number, _)) => push_word(&mut text, &number.to_string()),
                None if token.word().is_empty() => {
                    if index == 0 {
                        return None;
                    }
                    continue;
                }
                None => push_word(&mut text, token.word()),
            }
            words += 1;
            if words > self.longest {
                break;
            }
            if self.phrases.contains(&text) {
                found = Some(index + 1);
            }
        }
        found
    }

    /// Whether one of its phrases stands anywhere in the tokens.
    pub fn within(&self, tokens: &[Token]) -> bool {
        (0..tokens.len()).any(|at| self.at(&tokens[at..]).is_some())
    }

    /// Share of the words (numbers left out) that its phrases cover, 0 to 1.
    pub fn cover(&self, tokens: &[Token]) -> f64 {
        let mut at = 0;
        let (mut covered, mut words) = (0usize, 0usize);
        while at < tokens.len() {
            let taken = self.at(&tokens[at..]);
            let next = at + taken.unwrap_or(1);
            let count = tokens[at..next].iter().filter(|t| !t.word().is_empty()).count();
            words += count;
            if taken.is_some() {
                covered += count;
            }
            at = next;
        }
        if words == 0 { 0.0 } else { covered as f64 / words as f64 }
    }
}

fn push_word(text: &mut String, word: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(word);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::articles::tokens::tokens;

    #[test]
    fn the_built_in_file_is_whole() {
        let file: File = serde_yaml::from_str(include_str!("lexicon.yaml")).unwrap();
        for (from, to) in &file.transitions {
            for state in to.keys() {
                assert!(file.transitions.contains_key(state), "{from} leads to {state}, which leads nowhere");
            }
        }
        for states in file.weights.values() {
            assert!(states.keys().all(|state| file.transitions.contains_key(state)));
        }
    }

    #[test]
    fn phrases_match_by_folded_words() {
        let list = lexicon().list("form");
        assert_eq!(list.cover(&tokens("Ý kiến bạn đọc | Gửi ý kiến   In trang này")), 1.0);
        assert!(list.cover(&tokens("Đảng ủy Khối gửi ý kiến")) < 0.6);
        assert_eq!(lexicon().list("tags").at(&tokens("Từ khoá: Đảng bộ")), Some(2));
    }
}
