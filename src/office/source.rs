//! `source:` of a value: an article's phrase, a document, or `illustrative`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Place;
use crate::quantity::{Quotation, Source};

use super::fields::{Fields, text, wrong_type};
use super::log::Log;
use super::phrase;
use super::yaml::{Mark, Node, Yaml};

/// A source as a file declares it, before it is tied to the place of a value.
#[derive(Clone, Debug, Default)]
pub enum Declared {
    /// Nothing declared: the value's own line is its source.
    #[default]
    Line,
    /// A document of that title.
    Document(String),
    /// Made up for a sample.
    Illustrative,
    /// A phrase of a saved page.
    Article(Quotation),
}

/// What sources may point to, and what they have pointed to.
pub struct Sources<'a> {
    pages: &'a BTreeMap<String, Vec<u8>>,
    documents: RefCell<BTreeMap<Place, String>>,
}

impl<'a> Sources<'a> {
    /// For an office's saved pages.
    pub fn new(pages: &'a BTreeMap<String, Vec<u8>>) -> Self {
        Sources { pages, documents: RefCell::default() }
    }

    /// The titles of the documents that values come from, by the values' places.
    pub fn into_documents(self) -> BTreeMap<Place, String> {
        self.documents.into_inner()
    }

    /// What the field `source` of a mapping declares; `default` when it is left out.
    pub fn declared(&self, fields: &Fields<'_>, default: &Declared) -> Declared {
        match fields.get("source") {
            Some(node) => self.declaration(node, fields.log).unwrap_or_default(),
            None => default.clone(),
        }
    }

    fn declaration(&self, node: &Node, log: &Log) -> Option<Declared> {
        match &node.value {
            Yaml::Scalar { text, .. } if text == "illustrative" => return Some(Declared::Illustrative),
            Yaml::Map(_) => {}
            _ => {
                wrong_type(node, "source", "source", log);
                return None;
            }
        }
        let fields = Fields::of(node, "source", log)?;
        let (article, document) = (fields.get("article"), fields.text("document"));
        let phrase = fields.get("phrase");
        fields.finish();
        match (article, document) {
            (None, Some(title)) => Some(Declared::Document(title)),
            (Some(article), None) => self.quotation(article, phrase, &fields),
            _ => {
                wrong_type(node, "source", "source", log);
                None
            }
        }
    }

    /// The quoted phrase of a page, which has to stand there.
    fn quotation(&self, article: &Node, phrase: Option<&Node>, fields: &Fields<'_>) -> Option<Declared> {
        let log = fields.log;
        let file = text(article, "article", log)?;
        let words = text(phrase.or_else(|| fields.require("phrase"))?, "phrase", log)?;
        let path = format!("articles/{file}");
        let Some(bytes) = self.pages.get(&path) else {
            let names = self.pages.keys().filter_map(|p| p.strip_prefix("articles/"));
            let near = log.suggest(&file, names);
            log.push(log.error("article-missing", article.mark).arg("file", &file).arg("near", near));
            return None;
        };
        let found = std::str::from_utf8(bytes).ok().and_then(|page| phrase::find(page, &words));
        let Some((start, end)) = found else {
            let mark = phrase.map_or(article.mark, |node| node.mark);
            log.push(log.error("phrase-missing", mark).arg("file", &file).arg("phrase", &words));
            return None;
        };
        let phrase = String::from_utf8_lossy(&bytes[start..end]).into_owned();
        let title = String::new();
        Some(Declared::Article(Quotation { file: path, title, outlet: None, date: None, phrase, start, end }))
    }

    /// The source of a value at a mark.
    pub fn at(&self, declared: &Declared, mark: Mark, log: &Log) -> Arc<Source> {
        let place = log.place(mark);
        Arc::new(match declared {
            Declared::Line => Source::Place(place),
            Declared::Illustrative => Source::Illustrative(place),
            Declared::Article(quotation) => Source::Article(quotation.clone()),
            Declared::Document(title) => {
                self.documents.borrow_mut().insert(place.clone(), title.clone());
                Source::Place(place)
            }
        })
    }
}
