//! The lexicon of saved pages: phrases, weights and transitions, kept as data in `lexicon.yaml`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::articles::tokens::{Kind, Token};
use crate::vietnamese::fold;

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

/// A list of phrases: the words after each first word, the longest phrase first.
#[derive(Default)]
pub struct PhraseList(HashMap<String, Vec<Vec<String>>>);

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
        static EMPTY: LazyLock<PhraseList> = LazyLock::new(PhraseList::default);
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
        let mut list: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for phrase in phrases {
            let folded = fold(phrase);
            let mut words = folded.split(' ').map(str::to_owned);
            if let Some(first) = words.next() {
                list.entry(first).or_default().push(words.collect());
            }
        }
        list.values_mut().for_each(|rests| rests.sort_by_key(|rest| std::cmp::Reverse(rest.len())));
        PhraseList(list)
    }

    /// How many tokens from the start of `tokens` make the longest phrase of the list; signs inside do not count.
    pub fn at(&self, tokens: &[Token]) -> Option<usize> {
        let rests = self.0.get(&*text(tokens.first()?)?)?;
        rests.iter().find_map(|rest| {
            let mut words = tokens.iter().enumerate().skip(1).filter_map(|(at, t)| Some((at, text(t)?)));
            rest.iter().try_fold(1, |_, word| words.next().filter(|(_, w)| w == word).map(|(at, _)| at + 1))
        })
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

/// A word, or a number's digits without leading zeros; none for a sign.
fn text(token: &Token) -> Option<Cow<'_, str>> {
    match &token.kind {
        Kind::Number(value, _) => Some(Cow::Owned(value.to_string())),
        Kind::Word(word) => Some(Cow::Borrowed(word)),
        Kind::Sign(_) => None,
    }
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
