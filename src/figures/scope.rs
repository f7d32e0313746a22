//! Whom a figure speaks of: the bloc, a cluster or organisation of the office, or a body outside it.

use std::ops::Range;

use super::lexicon::{LEXICON, Phrases};
use super::token::Token;
use crate::office::Office;

/// Whom words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// The whole bloc.
    Bloc,
    /// All of whom the page tells of: `toàn Đảng bộ`.
    Whole,
    /// Another bloc of the province: `Đảng bộ Khối Doanh nghiệp`.
    OtherBloc,
    /// A cluster, by its place in the office.
    Cluster(usize),
    /// An organisation, by its place in the office.
    Organisation(usize),
}

/// The names by which an office's bodies are mentioned.
#[derive(Debug, Default)]
pub struct Names<'a> {
    office: Option<&'a Office>,
    phrases: Phrases<Named>,
}

/// Whom a stretch of text speaks of.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Scope {
    /// The bloc, or nothing said.
    #[default]
    Bloc,
    /// A cluster or organisation of the office, by id.
    Part(String),
    /// Another body, in the text's words.
    Other(String),
}

/// Blocs that an office may have beside it.
const OTHER_BLOCS: [&str; 4] = [
    "Đảng bộ Khối doanh nghiệp",
    "Đảng ủy Khối doanh nghiệp",
    "Đảng bộ Khối nông nghiệp",
    "Đảng ủy Khối nông nghiệp",
];

/// What the office's own files call the bloc.
pub fn bloc_names(office: &Office) -> [&String; 3] {
    [&office.issuer.name, &office.issuer.short, &office.issuer.organisation]
}

impl<'a> Names<'a> {
    /// The names in an office's files; without an office only the bloc's usual ones.
    pub fn new(office: Option<&'a Office>) -> Self {
        let mut phrases = Phrases::default();
        for name in ["toàn khối", "Đảng bộ Khối", "Đảng ủy Khối", "toàn Đảng bộ Khối"]
        {
            phrases.add(name, Named::Bloc);
        }
        phrases.add("toàn Đảng bộ", Named::Whole);
        let Some(office) = office else { return Names { office: None, phrases } };
        for name in bloc_names(office) {
            phrases.add(name, Named::Bloc);
        }
        // The office's own names, which are known by now, go before these.
        for name in OTHER_BLOCS {
            phrases.add(name, Named::OtherBloc);
        }
        for (index, cluster) in office.clusters.iter().enumerate() {
            for name in std::iter::once(&cluster.name).chain(&cluster.aliases) {
                phrases.add(&format!("cụm {name}"), Named::Cluster(index));
                phrases.add(&format!("cụm thi đua {name}"), Named::Cluster(index));
            }
        }
        for (index, organisation) in office.organisations.iter().enumerate() {
            for name in std::iter::once(&organisation.name).chain(&organisation.aliases) {
                phrases.add(name, Named::Organisation(index));
            }
        }
        Names { office: Some(office), phrases }
    }

    /// Whom words name; nobody of their own where they mean all of whom the page tells of.
    fn scope(&self, named: Named, words: &str) -> Option<Scope> {
        Some(match (named, self.office) {
            (Named::Whole, _) => return None,
            (Named::OtherBloc, _) => Scope::Other(words.to_owned()),
            (Named::Cluster(index), Some(office)) => Scope::Part(office.clusters[index].id.clone()),
            (Named::Organisation(index), Some(office)) => Scope::Part(office.organisations[index].id.clone()),
            _ => Scope::Bloc,
        })
    }

    /// Whom a page tells of: the one other body that its headline names, if it names no second one and not the bloc; where the
    /// headline names nobody and no paragraph the bloc, the first body that its first paragraph names.
    pub fn subject(&self, title: (&[Token], &str), body: &[(&[Token], &str)]) -> Scope {
        let named = |(tokens, text): (&[Token], &str)| {
            self.mentions(tokens, text, &(0..tokens.len()), None).into_iter().map(|(_, scope)| scope)
        };
        let mut in_title = named(title);
        if let Some(first) = in_title.next() {
            return if in_title.all(|scope| scope == first) { first } else { Scope::Bloc };
        }
        if body.iter().any(|paragraph| named(*paragraph).any(|scope| scope == Scope::Bloc)) {
            return Scope::Bloc;
        }
        body.first().and_then(|lead| named(*lead).next()).unwrap_or_default()
    }

    /// The bodies mentioned in the tokens of a sentence, in order, with the token each begins at. `subject` is whom the page
    /// tells of: «toàn Đảng bộ» is all of it; where it is not known yet such words are passed over.
    pub fn mentions(
        &self,
        tokens: &[Token],
        text: &str,
        sentence: &Range<usize>,
        subject: Option<&Scope>,
    ) -> Vec<(usize, Scope)> {
        let mut found = Vec::new();
        let tokens = &tokens[..sentence.end];
        let mut i = sentence.start;
        while i < sentence.end {
            let words = |end: usize| &text[tokens[i].span.start..tokens[end - 1].span.end];
            let known = self.phrases.starting_at(tokens, i);
            let known = known.map(|(end, named)| (end, self.scope(named, words(end))));
            let other = other_body(tokens, i).map(|end| (end, Some(Scope::Other(words(end).to_owned()))));
            // The longer name wins: «Đảng bộ Khối doanh nghiệp» is not «Đảng bộ Khối».
            let longest = known.into_iter().chain(other);
            match longest.max_by_key(|(end, scope)| (*end, *scope == Some(Scope::Bloc))) {
                Some((end, scope)) => {
                    // Who is given something is not whom the sentence is about.
                    let given = i > sentence.start && matches!(tokens[i - 1].folded.as_str(), "cho" | "tặng");
                    if let Some(scope) = scope.or_else(|| subject.cloned()).filter(|_| !given) {
                        found.push((i, scope));
                    }
                    i = end;
                }
                None => i += 1,
            }
        }
        found
    }
}

/// One past the name of a body outside the bloc, or of a part of it that the office does not list: `toàn tỉnh`,
/// `Cụm thi đua số 3`, `Đảng bộ huyện Ninh Sơn`, `Trường Cao đẳng …`.
fn other_body(tokens: &[Token], i: usize) -> Option<usize> {
    let (end, kind) = LEXICON.bodies.starting_at(tokens, i)?;
    if kind == BodyKind::Whole {
        return Some(end);
    }
    let mut last = end;
    while last < end + 8 && tokens.get(last).is_some_and(|t| continues_name(tokens, last, t)) {
        last += 1;
    }
    let own = tokens.get(end).is_some_and(|t| t.is("khối"));
    let named = tokens[end..last].iter().any(|t| t.capital || t.is_numeral());
    let place = matches!(tokens[i].folded.as_str(), "huyện" | "xã" | "phường" | "thị" | "thành" | "quận");
    let capital = tokens[i].capital || place && tokens.get(end).is_some_and(|t| t.capital);
    (named && !own && capital).then_some(last)
}

/// Whether token `i` goes on a body's name: a capital, a number after `số`, or a plain word that is no verb.
fn continues_name(tokens: &[Token], i: usize, token: &Token) -> bool {
    if token.is_numeral() {
        return tokens[i - 1].is("số") || tokens[i - 1].is("cụm");
    }
    let verb =
        LEXICON.cues.starting_at(tokens, i).is_some() || LEXICON.before.starting_at(tokens, i).is_some();
    token.is_word()
        && !verb
        && (token.capital || !matches!(token.folded.as_str(), "của" | "cho" | "được" | "cùng" | "thuộc"))
}

/// How a body of the lexicon is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyKind {
    /// By the words alone: `toàn tỉnh`.
    Whole,
    /// By what follows them: `Đảng bộ huyện …`.
    Named,
}
