//! Whom a figure speaks of: the bloc, a cluster or organisation of the office, or a body outside it.

use std::ops::Range;

use super::lexicon::{LEXICON, Phrases};
use super::token::{Token, tokenize};
use crate::office::Office;
use crate::vietnamese::fold;

/// Whom words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// The whole bloc, by a name that no other bloc has.
    Bloc,
    /// A bloc, by words that every bloc has: `Đảng bộ Khối`.
    Bare,
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
    /// Whom the page means by `Đảng bộ Khối` alone.
    bare: Scope,
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

/// Tokens within which a sentence names whom it is about.
pub(super) const SUBJECT: usize = 8;

/// What the bloc is called by the office's own files, folded: its committee by the name of its organisation too and the other
/// way round, and each without the last word `tỉnh`.
pub fn bloc_names(office: &Office) -> Vec<String> {
    let issuer = &office.issuer;
    let mut names: Vec<String> =
        [&issuer.name, &issuer.short, &issuer.organisation].iter().map(|name| fold(name)).collect();
    let twin = |name: &String| {
        let committee = name.strip_prefix("đảng ủy ").map(|rest| format!("đảng bộ {rest}"));
        committee.or_else(|| name.strip_prefix("đảng bộ ").map(|rest| format!("đảng ủy {rest}")))
    };
    names.extend(names.iter().filter_map(twin).collect::<Vec<_>>());
    names.extend(
        names.iter().filter_map(|name| name.strip_suffix(" tỉnh")).map(String::from).collect::<Vec<_>>(),
    );
    names
}

/// Whether every bloc is called so.
fn is_bare(name: &str) -> bool {
    let tokens = tokenize(name);
    LEXICON.blocs.starting_at(&tokens, 0) == Some((tokens.len(), Named::Bare))
}

impl<'a> Names<'a> {
    /// The names in an office's files, beside those of the lexicon.
    pub fn new(office: Option<&'a Office>) -> Self {
        let mut phrases = Phrases::default();
        let Some(office) = office else { return Names::default() };
        for name in bloc_names(office).iter().filter(|name| !is_bare(name)) {
            phrases.add(name, Named::Bloc);
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
        Names { office: Some(office), phrases, bare: Scope::Bloc }
    }

    /// The longest name that starts at token `i`; of equal ones the office's.
    fn known(&self, tokens: &[Token], i: usize) -> Option<(usize, Named)> {
        let own = self.phrases.starting_at(tokens, i);
        let usual = LEXICON.blocs.starting_at(tokens, i);
        own.into_iter().chain(usual).reduce(|a, b| if b.0 > a.0 { b } else { a })
    }

    /// Whom words name; nobody of their own where they mean all of whom the page tells of.
    fn scope(&self, named: Named, words: &str) -> Option<Scope> {
        Some(match (named, self.office) {
            (Named::Whole, _) => return None,
            (Named::OtherBloc, _) => Scope::Other(words.to_owned()),
            (Named::Bare, _) => self.bare.clone(),
            (Named::Cluster(index), Some(office)) => Scope::Part(office.clusters[index].id.clone()),
            (Named::Organisation(index), Some(office)) => Scope::Part(office.organisations[index].id.clone()),
            _ => Scope::Bloc,
        })
    }

    /// Learns from a page's headline and paragraphs whom it means by `Đảng bộ Khối` alone: another bloc, where that is the first
    /// that it names and it never names this one in full.
    pub fn learn(&mut self, page: &[(&[Token], &str)]) {
        let mut first = None;
        for (tokens, text) in page {
            for i in 0..tokens.len() {
                match self.known(tokens, i) {
                    Some((_, Named::Bloc)) => return,
                    Some((_, Named::Bare)) => first = first.or(Some(Scope::Bloc)),
                    Some((end, Named::OtherBloc)) if first.is_none() => {
                        let words = &text[tokens[i].span.start..tokens[end - 1].span.end];
                        first = Some(Scope::Other(words.to_owned()));
                    }
                    _ => {}
                }
            }
        }
        self.bare = first.unwrap_or_default();
    }

    /// Whether the texts name the bloc.
    pub fn name_the_bloc(&self, texts: &[(&[Token], &str)]) -> bool {
        let named = |(tokens, text): &(&[Token], &str)| {
            self.mentions(tokens, text, &(0..tokens.len()), None)
                .iter()
                .any(|(_, scope)| *scope == Scope::Bloc)
        };
        texts.iter().any(named)
    }

    /// Whom a page, headline and paragraphs, tells of: the one other body that its headline names, if it names no second one and
    /// not the bloc; where the headline names nobody, the body that the first paragraph begins with, or the first that it names
    /// if the page does not name the bloc.
    pub fn subject(&self, page: &[(&[Token], &str)], names_bloc: bool) -> Scope {
        let named = |(tokens, text): &(&[Token], &str)| {
            self.mentions(tokens, text, &(0..tokens.len()), None).into_iter()
        };
        let mut of_texts = page.iter().map(named);
        let mut in_title = of_texts.next().into_iter().flatten().map(|(_, scope)| scope);
        if let Some(first) = in_title.next() {
            return if in_title.all(|scope| scope == first) { first } else { Scope::Bloc };
        }
        let first = of_texts.next().and_then(|mut lead| lead.next());
        first.filter(|(at, _)| *at < SUBJECT || !names_bloc).map(|(_, scope)| scope).unwrap_or_default()
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
            let known = self.known(tokens, i).map(|(end, named)| (end, self.scope(named, words(end))));
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
    match kind {
        BodyKind::Whole => return Some(end),
        BodyKind::None => return None,
        BodyKind::Named => {}
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
    /// No body: `hội nghị`.
    None,
}
