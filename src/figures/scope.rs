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

/// What the office's own files call the bloc.
pub fn bloc_names(office: &Office) -> [&String; 3] {
    [&office.issuer.name, &office.issuer.short, &office.issuer.organisation]
}

impl<'a> Names<'a> {
    /// The names in an office's files; without an office only the bloc's usual ones.
    pub fn new(office: Option<&'a Office>) -> Self {
        let mut phrases = Phrases::default();
        for name in ["toàn Đảng bộ", "toàn khối", "Đảng bộ Khối", "Đảng ủy Khối", "toàn Đảng bộ Khối"]
        {
            phrases.add(name, Named::Bloc);
        }
        let Some(office) = office else { return Names { office: None, phrases } };
        for name in bloc_names(office) {
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
        Names { office: Some(office), phrases }
    }

    fn scope(&self, named: Named) -> Scope {
        match (named, self.office) {
            (Named::Cluster(index), Some(office)) => Scope::Part(office.clusters[index].id.clone()),
            (Named::Organisation(index), Some(office)) => Scope::Part(office.organisations[index].id.clone()),
            _ => Scope::Bloc,
        }
    }

    /// Whom a headline tells of: the one other body that it names, if it names no second one and not the bloc.
    pub fn subject(&self, title: &[Token], text: &str) -> Scope {
        let mut mentions = self.mentions(title, text, &(0..title.len())).into_iter().map(|(_, scope)| scope);
        let first = mentions.next().unwrap_or_default();
        if mentions.all(|scope| scope == first) { first } else { Scope::Bloc }
    }

    /// The bodies mentioned in the tokens of a sentence, in order, with the token each begins at.
    pub fn mentions(&self, tokens: &[Token], text: &str, sentence: &Range<usize>) -> Vec<(usize, Scope)> {
        let mut found = Vec::new();
        let tokens = &tokens[..sentence.end];
        let mut i = sentence.start;
        while i < sentence.end {
            let known = self.phrases.starting_at(tokens, i).map(|(end, named)| (end, self.scope(named)));
            let other = other_body(tokens, i).map(|end| {
                (end, Scope::Other(text[tokens[i].span.start..tokens[end - 1].span.end].to_owned()))
            });
            // The longer name wins: «Đảng bộ Khối doanh nghiệp» is not «Đảng bộ Khối».
            match known.into_iter().chain(other).max_by_key(|(end, scope)| (*end, *scope == Scope::Bloc)) {
                Some((end, scope)) => {
                    // Who is given something is not whom the sentence is about.
                    if !(i > sentence.start && matches!(tokens[i - 1].folded.as_str(), "cho" | "tặng")) {
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
    (named && !own && tokens[i].capital).then_some(last)
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
