//! The manifest beside a report: its inputs with their hashes, and every figure with text, page and source.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::Place;
use crate::document::{Document, FigureId};
use crate::layout::Pages;
use crate::office::Office;
use crate::quantity::{Comparator, Quantity, Quotation, Source, Value};

/// `bao-cao-….manifest.json`.
#[derive(Debug, Serialize)]
pub struct Manifest<'a> {
    /// `baocao`.
    pub program: &'static str,
    /// Its version.
    pub version: &'static str,
    /// Office id.
    pub office: &'a str,
    /// Period code.
    pub period: &'a str,
    /// Title of the report.
    pub title: &'a str,
    /// Hash over all inputs, as in the report's metadata.
    pub inputs_hash: &'a str,
    /// SHA-256 of the report; left out in the copy that is embedded in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_sha256: Option<String>,
    /// Input files with their SHA-256, by path.
    pub inputs: &'a BTreeMap<String, String>,
    /// Printed figures in the order of the document.
    pub figures: Vec<ManifestFigure<'a>>,
    /// Quantities that figures are made of, by their number: index into this list.
    pub quantities: Vec<ManifestQuantity<'a>>,
}

/// A printed figure.
#[derive(Debug, Serialize)]
pub struct ManifestFigure<'a> {
    /// Text on the page.
    pub text: &'a str,
    /// Pages that it is printed on, from 1.
    pub pages: Vec<usize>,
    /// Number of its quantity.
    pub quantity: usize,
}

/// A value with its source; formulas name their inputs by number, so that a sum used in ten places stands once.
#[derive(Debug, Serialize)]
pub struct ManifestQuantity<'a> {
    /// Value.
    pub value: &'a Value,
    /// Unit.
    pub unit: &'a str,
    /// Comparator.
    pub comparator: Comparator,
    /// Source.
    pub source: ManifestSource<'a>,
}

/// Where a quantity comes from.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ManifestSource<'a> {
    /// A phrase of an article.
    Article(&'a Quotation),
    /// A spreadsheet cell or a line of a YAML file.
    Place(&'a Place),
    /// Worked out from other quantities.
    Formula {
        /// The formula.
        expression: &'a str,
        /// Numbers of the quantities that went in, in the order of the expression.
        inputs: Vec<usize>,
    },
    /// Made up for a sample, declared at this place.
    Illustrative(&'a Place),
}

impl<'a> Manifest<'a> {
    /// Lists what stands on the pages.
    pub fn new(office: &'a Office, document: &'a Document, pages: &Pages) -> Self {
        let mut on_pages = vec![Vec::new(); document.figures.len()];
        for (number, page) in (1..).zip(&pages.pages) {
            for FigureId(id) in &page.figures {
                if let Some(list) = on_pages.get_mut(*id as usize)
                    && list.last() != Some(&number)
                {
                    list.push(number);
                }
            }
        }
        let mut quantities = Quantities::default();
        let mut figures = Vec::new();
        for (figure, pages) in document.figures.iter().zip(on_pages) {
            if !pages.is_empty() {
                let quantity = quantities.number(&figure.quantity);
                figures.push(ManifestFigure { text: &figure.text, pages, quantity });
            }
        }
        Manifest {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            office: &document.meta.office,
            period: &document.meta.period,
            title: &document.meta.title,
            inputs_hash: &document.meta.inputs_hash,
            report_sha256: None,
            inputs: &office.inputs,
            figures,
            quantities: quantities.list,
        }
    }

    /// JSON with a line feed at its end.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}

/// Numbers quantities; clones of one quantity share their source and with it their number.
#[derive(Default)]
struct Quantities<'a> {
    list: Vec<ManifestQuantity<'a>>,
    /// Numbers of the quantities with this source, which differ in value or unit.
    by_source: HashMap<*const Source, Vec<usize>>,
}

impl<'a> Quantities<'a> {
    fn number(&mut self, quantity: &'a Quantity) -> usize {
        let key = Arc::as_ptr(&quantity.source);
        let same = |number: &&usize| {
            let known = &self.list[**number];
            *known.value == quantity.value
                && known.unit == quantity.unit
                && known.comparator == quantity.comparator
        };
        if let Some(number) = self.by_source.get(&key).and_then(|numbers| numbers.iter().find(same)) {
            return *number;
        }
        let source = match &*quantity.source {
            Source::Article(quotation) => ManifestSource::Article(quotation),
            Source::Place(place) => ManifestSource::Place(place),
            Source::Illustrative(place) => ManifestSource::Illustrative(place),
            Source::Formula { expression, inputs } => {
                let inputs = inputs.iter().map(|input| self.number(input)).collect();
                ManifestSource::Formula { expression, inputs }
            }
        };
        let number = self.list.len();
        let Quantity { value, unit, comparator, .. } = quantity;
        self.list.push(ManifestQuantity { value, unit, comparator: *comparator, source });
        self.by_source.entry(key).or_default().push(number);
        number
    }
}
