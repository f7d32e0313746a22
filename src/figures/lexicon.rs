//! The lexicon: phrases with what they mean, read from `lexicon/*.yaml`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::scope::{BodyKind, Named};
use super::token::{Token, tokenize};

/// Phrases, each with a meaning; the longest that fits wins.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases { by_first: HashMap::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; a text without words adds nothing.
    pub fn add(&mut self, phrase: &str, meaning: T) {
        let words: Vec<String> = tokenize(phrase).into_iter().map(|token| token.folded).collect();
        if let Some(first) = words.first() {
            let entries = self.by_first.entry(first.clone()).or_default();
            entries.push((words, meaning));
            entries.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
    }

    pub(super) fn add_all(&mut self, phrases: &[String], meaning: T) {
        for phrase in phrases {
            self.add(phrase, meaning);
        }
    }

    /// The longest phrase that starts at token `at`: one past its last token, and its meaning.
    pub fn starting_at(&self, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let entries = self.by_first.get(&tokens.get(at)?.folded)?;
        entries.iter().find_map(|(words, meaning)| {
            let end = at + words.len();
            let fits = end <= tokens.len() && words.iter().zip(&tokens[at..end]).all(|(w, t)| t.folded == *w);
            fits.then_some((end, *meaning))
        })
    }

    /// The longest phrase that ends right before token `end`, and begins at `floor` or later: its first token.
    pub fn ending_at(&self, tokens: &[Token], floor: usize, end: usize) -> Option<(usize, T)> {
        let first = end.saturating_sub(6).max(floor);
        (first..end).find_map(|at| {
            let entries = self.by_first.get(&tokens[at].folded)?;
            entries.iter().find_map(|(words, meaning)| {
                let fits = at + words.len() == end
                    && words.iter().zip(&tokens[at..end]).all(|(w, t)| t.folded == *w);
                fits.then_some((at, *meaning))
            })
        })
    }
}

pub(super) type Lists = BTreeMap<String, Vec<String>>;

pub(super) fn lists(source: &str) -> Lists {
    // The files are built in and a test reads them strictly; a list that is missing is empty here.
    serde_saphyr::from_str(source).unwrap_or_default()
}

pub(super) fn phrases<T: Copy>(lists: &Lists, meanings: &[(&str, T)]) -> Phrases<T> {
    let mut found = Phrases::default();
    for (name, meaning) in meanings {
        found.add_all(lists.get(*name).map_or(&[], Vec::as_slice), *meaning);
    }
    found
}

/// What a unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitClass {
    /// Party organisations, agencies, unions.
    Organisation,
    /// People.
    Person,
    /// People and groups at an event.
    Delegate,
    /// Parts of a programme.
    Programme,
    /// Work held, issued, checked, built.
    Work,
    /// Things given or built.
    Thing,
    /// Money.
    Money,
    /// Physical measures.
    Measure,
    /// Spans of time, which are no figures.
    Duration,
    /// Days, weeks and minutes: a figure only as an event's length.
    Day,
    /// Years running.
    Streak,
    /// Ages and years of membership.
    Age,
    /// How many times.
    Times,
    /// Per cent.
    Percent,
    /// A noun the lexicon does not know.
    Unknown,
}

impl UnitClass {
    /// Whether it counts organisations or people.
    pub fn is_head_count(self) -> bool {
        matches!(self, UnitClass::Organisation | UnitClass::Person)
    }

    /// Its name in data.
    pub fn id(self) -> &'static str {
        match self {
            UnitClass::Percent => "percent",
            UnitClass::Unknown => "unknown",
            other => UNITS.iter().find(|(_, class)| *class == other).map_or("", |(name, _)| name),
        }
    }
}

/// How a word before or after a number bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Above.
    MoreThan,
    /// At least.
    AtLeast,
    /// At most.
    AtMost,
    /// Below.
    LessThan,
    /// About.
    About,
    /// Nearly.
    Nearly,
    /// Changes nothing.
    Exactly,
}

/// What a word says of the quantities after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    /// Aims and plans follow.
    Target,
    /// The same, unless facts have been spoken of.
    TargetWeak,
    /// Aims follow if it introduces them.
    TargetNoun,
    /// Says nothing.
    Neutral,
    /// Facts follow.
    Past,
    /// A verb of work done.
    Result,
    /// A make-up follows.
    Structure,
    /// What follows is what the quantity before was.
    Join,
    /// An event's part follows.
    Event,
    /// The same, beside an event's name.
    EventWeak,
}

impl Cue {
    /// Its name in data.
    pub fn id(self) -> &'static str {
        CUES.iter().find(|(_, cue)| *cue == self).map_or("", |(name, _)| name)
    }

    /// Whether it says more than that something is made up or joined to something.
    pub fn tells(self) -> bool {
        !matches!(self, Cue::Join | Cue::Neutral | Cue::Structure)
    }
}

/// Everything the grammar knows of words.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Units by class.
    pub units: Phrases<UnitClass>,
    /// Comparators before a number.
    pub before: Phrases<Bound>,
    /// Comparators after a number.
    pub after: Phrases<Bound>,
    /// Words between a number and its noun.
    pub determiners: Phrases<()>,
    /// Nouns that make the number after them a name.
    pub labels: Phrases<()>,
    /// Nouns that do so unless a unit follows it.
    pub documents: Phrases<()>,
    /// Words after which `một` counts nothing.
    pub one_not_after: Phrases<()>,
    /// Number words that count nothing.
    pub not_counting: Phrases<()>,
    /// Words before the number five.
    pub five_after: Phrases<()>,
    /// Bodies other than the bloc.
    pub bodies: Phrases<BodyKind>,
    /// Names of blocs.
    pub blocs: Phrases<Named>,
    /// Words that are never a unit.
    pub not_nouns: Phrases<()>,
    /// Words that a number of what was counted before stands after.
    pub tallied: Phrases<()>,
    /// Words before how long a class or contest lasts.
    pub lasting: Phrases<()>,
    /// Names of badges.
    pub badges: Phrases<()>,
    /// Cues of kind.
    pub cues: Phrases<Cue>,
    /// Names of events.
    pub event_names: Phrases<()>,
    /// Names of a class that is over.
    pub closings: Phrases<()>,
    /// Openings of sentences that tell what was done.
    pub reports: Phrases<()>,
    /// Awards, penalties and complaints: what is counted beside them was given, done or found.
    pub outcomes: Phrases<()>,
    /// What people are: age, schooling, sex.
    pub attributes: Phrases<()>,
    /// Committees, whose seats are a make-up.
    pub committees: Phrases<()>,
    /// Ratings.
    pub ratings: Phrases<()>,
    /// Single organisations.
    pub single: Phrases<()>,
    /// Distributive words; true for spans of time.
    pub each: Phrases<bool>,
}

const UNITS: [(&str, UnitClass); 13] = [
    ("organisation", UnitClass::Organisation),
    ("person", UnitClass::Person),
    ("delegate", UnitClass::Delegate),
    ("programme", UnitClass::Programme),
    ("work", UnitClass::Work),
    ("thing", UnitClass::Thing),
    ("money", UnitClass::Money),
    ("measure", UnitClass::Measure),
    ("duration", UnitClass::Duration),
    ("day", UnitClass::Day),
    ("streak", UnitClass::Streak),
    ("age", UnitClass::Age),
    ("times", UnitClass::Times),
];

const BEFORE: [(&str, Bound); 7] = [
    ("more_than", Bound::MoreThan),
    ("at_least", Bound::AtLeast),
    ("at_most", Bound::AtMost),
    ("less_than", Bound::LessThan),
    ("about", Bound::About),
    ("nearly", Bound::Nearly),
    ("exactly", Bound::Exactly),
];

const AFTER: [(&str, Bound); 2] = [("after_at_least", Bound::AtLeast), ("after_at_most", Bound::AtMost)];

const CUES: [(&str, Cue); 10] = [
    ("target", Cue::Target),
    ("target_weak", Cue::TargetWeak),
    ("target_noun", Cue::TargetNoun),
    ("neutral", Cue::Neutral),
    ("past", Cue::Past),
    ("result", Cue::Result),
    ("structure", Cue::Structure),
    ("join", Cue::Join),
    ("event", Cue::Event),
    ("event_weak", Cue::EventWeak),
];

const BODIES: [(&str, BodyKind); 3] =
    [("whole", BodyKind::Whole), ("named", BodyKind::Named), ("none", BodyKind::None)];

const BLOCS: [(&str, Named); 5] = [
    ("bare", Named::Bare),
    ("agencies", Named::Bloc),
    ("other_blocs", Named::OtherBloc),
    ("of_districts", Named::OtherBloc),
    ("all", Named::Whole),
];

/// The built-in lexicon.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let units = lists(include_str!("../../lexicon/units.yaml"));
    let grammar = lists(include_str!("../../lexicon/grammar.yaml"));
    let cues = lists(include_str!("../../lexicon/cues.yaml"));
    let bodies = lists(include_str!("../../lexicon/bodies.yaml"));
    Lexicon {
        units: phrases(&units, &UNITS),
        before: phrases(&grammar, &BEFORE),
        after: phrases(&grammar, &AFTER),
        determiners: phrases(&grammar, &[("determiners", ())]),
        labels: phrases(&grammar, &[("labels", ())]),
        documents: phrases(&grammar, &[("documents", ())]),
        one_not_after: phrases(&grammar, &[("one_not_after", ())]),
        not_counting: phrases(&grammar, &[("not_counting", ())]),
        five_after: phrases(&grammar, &[("five_after", ())]),
        not_nouns: phrases(&grammar, &[("not_nouns", ())]),
        tallied: phrases(&grammar, &[("tallied", ())]),
        lasting: phrases(&grammar, &[("lasting", ())]),
        badges: phrases(&grammar, &[("badges", ())]),
        cues: phrases(&cues, &CUES),
        event_names: phrases(&cues, &[("event_names", ())]),
        closings: phrases(&cues, &[("closings", ())]),
        reports: phrases(&cues, &[("reports", ())]),
        outcomes: phrases(&cues, &[("outcomes", ())]),
        attributes: phrases(&cues, &[("attributes", ())]),
        committees: phrases(&cues, &[("committees", ())]),
        ratings: phrases(&cues, &[("ratings", ())]),
        single: phrases(&cues, &[("single", ())]),
        bodies: phrases(&bodies, &BODIES),
        blocs: phrases(&bodies, &BLOCS),
        each: phrases(&cues, &[("each", false), ("each_time", true)]),
    }
});
