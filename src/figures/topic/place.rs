//! Where a figure and a page belong: signs (words, and what the lexicon says they speak of) with weights that were fitted to
//! pages read by hand (`lexicon/sections.tsv`).

use std::ops::Range;
use std::sync::LazyLock;

use super::super::meaning::Meanings;
use super::super::model::FigureKind;
use super::super::read::{Found, ParagraphReading};
use super::super::token::Token;
use super::super::weights::{Sign, Weights};
use super::{Points, best, points, token_range};
use crate::office::Section;

/// The sections that figures and pages are told to belong to, in the order of the weights. `tests/figures/SECTIONS.md` says
/// what goes where.
pub const PLACES: [Section; 8] = [
    Section::Situation,
    Section::PoliticalTask,
    Section::Ideology,
    Section::Organisation,
    Section::Inspection,
    Section::MassWork,
    Section::Emulation,
    Section::Targets,
];

/// The weights of sections.
pub type SectionWeights = Weights<{ PLACES.len() }>;
type Signs = super::super::weights::Signs<{ PLACES.len() }>;

// A test reads the file strictly; one that is broken would put everything into one section.
static BUILT_IN: LazyLock<SectionWeights> =
    LazyLock::new(|| Weights::read(include_str!("../../../lexicon/sections.tsv")));

/// Words before and after a figure's phrase that are looked at.
const AROUND: usize = 12;
/// Words of a phrase, a title or a first paragraph that are looked at.
const LONGEST: usize = 80;
/// Points from which on more are not told apart.
const MOST: usize = 4;

/// What a page speaks of as a whole.
pub struct Page<'a> {
    title: &'a [Token],
    lead: &'a [Token],
    /// Points of the title.
    pub title_points: Points,
    signs: Vec<String>,
    /// What the title speaks of.
    headline: Meanings,
    spoken: bool,
    keep: bool,
}

impl<'a> Page<'a> {
    /// The page with this title and body; `keep` asks for the names of signs.
    pub fn new(title: &'a [Token], headline: Meanings, body: &'a [ParagraphReading], keep: bool) -> Self {
        let lead = body.first().map_or(&[][..], |paragraph| &paragraph.tokens);
        let all = |tokens: &[Token]| points(tokens, &(0..tokens.len()));
        let title_points = all(title);
        let of_paragraphs: Vec<Points> = body.iter().map(|paragraph| all(&paragraph.tokens)).collect();
        let mut whole = Points::default();
        for points in &of_paragraphs {
            whole.iter_mut().zip(points).for_each(|(sum, own)| *sum += own);
        }
        let total: usize = whole.iter().sum();
        let quarters = whole.map(|own| (own * 4).checked_div(total).unwrap_or(0).min(3));
        let mut signs = Vec::new();
        tell("in-title", title_points, |sign| signs.push(sign));
        tell("in-lead", of_paragraphs.first().copied().unwrap_or_default(), |sign| signs.push(sign));
        tell_levels("in-body", whole, quarters, |sign| signs.push(sign));
        let spoken = total > 0 || title_points.iter().any(|own| *own > 0);
        Page { title, lead, title_points, signs, headline, spoken, keep }
    }

    /// The section of its main message, with the signs if they are kept; none where it speaks of none.
    pub fn section(&self) -> (Option<Section>, Vec<Sign>) {
        let mut signs = Signs::new(&BUILT_IN, self.keep);
        signs.name(["kind", "page"]);
        for sign in &self.signs {
            signs.name([sign]);
            signs.name(["page", sign]);
        }
        let (title, lead) = (first(self.title), first(self.lead));
        words(&mut signs, "title", title);
        pairs(&mut signs, "title", title);
        words(&mut signs, "lead", lead);
        self.headline.each().for_each(|m| signs.name(["title-means", m.name()]));
        Meanings::of(lead).each().for_each(|m| signs.name(["lead-means", m.name()]));
        self.answer(signs)
    }

    /// The section of each figure of a paragraph, with the signs if they are kept.
    pub fn sections(&self, paragraph: &ParagraphReading) -> Vec<(Option<Section>, Vec<Sign>)> {
        let mut told: Option<(usize, Points)> = None;
        let mut found = Vec::with_capacity(paragraph.figures.len());
        for figure in &paragraph.figures {
            let sentence = paragraph.sentences.get(figure.sentence).map_or(0..0, |s| s.tokens.clone());
            let spoken = match told {
                Some((index, points)) if index == figure.sentence => points,
                _ => points(&paragraph.tokens, &sentence),
            };
            told = Some((figure.sentence, spoken));
            found.push(self.of_figure(figure, &paragraph.tokens, sentence, spoken));
        }
        found
    }

    /// An aim belongs to the aims; any other figure is weighed.
    fn of_figure(
        &self,
        figure: &Found,
        tokens: &[Token],
        sentence: Range<usize>,
        spoken: Points,
    ) -> (Option<Section>, Vec<Sign>) {
        if figure.kind == FigureKind::Target {
            return (Some(Section::Targets), Vec::new());
        }
        let phrase = token_range(tokens, &figure.phrase);
        let quoted = first(&tokens[phrase.clone()]);
        let mut signs = Signs::new(&BUILT_IN, self.keep);
        signs.name(["kind", figure.kind.id()]);
        let mut unit = figure.unit.split(' ').map(str::to_lowercase);
        let (first, second) = (unit.next().unwrap_or_default(), unit.next());
        signs.name(["unit", &first]);
        if let Some(second) = second {
            signs.name(["unit", &format!("{first} {second}")]);
        }
        words(&mut signs, "phrase", quoted);
        pairs(&mut signs, "phrase", quoted);
        let (before, after) = around(tokens, &sentence, &phrase);
        let around = before.start..after.end;
        words(&mut signs, "before", &tokens[before]);
        words(&mut signs, "after", &tokens[after]);
        tell("in-phrase", points(tokens, &phrase), |sign| signs.name([&sign]));
        tell("in-sentence", spoken, |sign| signs.name([&sign]));
        self.signs.iter().for_each(|sign| signs.name([sign]));
        self.of_meanings(&mut signs, Meanings::of(quoted), Meanings::of(&tokens[around]));
        self.answer(signs)
    }

    /// What the phrase, the words around it and the title mean.
    fn of_meanings(&self, signs: &mut Signs, phrase: Meanings, around: Meanings) {
        phrase.each().for_each(|m| signs.name(["phrase-means", m.name()]));
        around.each().for_each(|m| signs.name(["means", m.name()]));
        for title in self.headline.each() {
            signs.name(["headline", title.name()]);
            phrase.each().for_each(|m| signs.name(["headline", title.name(), m.name()]));
        }
    }

    fn answer(&self, signs: Signs) -> (Option<Section>, Vec<Sign>) {
        let (place, signs) = signs.answer();
        (self.spoken.then_some(PLACES[place]), signs)
    }
}

/// Signs of what a text speaks of: how much of each section, and of which most.
fn tell(text: &str, points: Points, sign: impl FnMut(String)) {
    tell_levels(text, points, points.map(|own| own.min(MOST)), sign);
}

/// The same with how much is said of each section in levels of its own.
fn tell_levels(text: &str, points: Points, levels: Points, mut sign: impl FnMut(String)) {
    for ((section, own), level) in Section::ALL.into_iter().zip(points).zip(levels) {
        if own > 0 {
            sign(format!("{text}:{}:{level}", section.id()));
        }
    }
    match best(points, |_| true) {
        Some((section, _)) => sign(format!("{text}:most:{}", section.id())),
        None => sign(format!("{text}:none")),
    }
}

/// The tokens before and after the phrase in its sentence, no further than a semicolon.
fn around(tokens: &[Token], sentence: &Range<usize>, phrase: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let floor = sentence.start.max(phrase.start.saturating_sub(AROUND));
    let first = (floor..phrase.start).rev().find(|&i| tokens[i].is(";")).map_or(floor, |i| i + 1);
    let end = sentence.end.min(phrase.end + AROUND).max(phrase.end);
    let last = (phrase.end..end).find(|&i| tokens[i].is(";")).unwrap_or(end);
    (first.min(phrase.start)..phrase.start, phrase.end..last)
}

fn first(tokens: &[Token]) -> &[Token] {
    &tokens[..tokens.len().min(LONGEST)]
}

/// Each word once.
fn words(signs: &mut Signs, what: &str, tokens: &[Token]) {
    for (at, token) in tokens.iter().enumerate() {
        if token.is_word() && !tokens[..at].iter().any(|before| before.folded == token.folded) {
            signs.name([what, &token.folded]);
        }
    }
}

/// Two words that stand together.
fn pairs(signs: &mut Signs, what: &str, tokens: &[Token]) {
    let mut before: Option<&Token> = None;
    for token in tokens.iter().filter(|token| !token.is_numeral()) {
        if let Some(first) = before.filter(|first| first.is_word() && token.is_word()) {
            signs.name([what, &first.folded, &token.folded]);
        }
        before = Some(token);
    }
}
