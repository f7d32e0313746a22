//! The manifest beside a report: its inputs with their hashes, and every figure with text, page and source.

use serde::Serialize;

use crate::document::{Document, FigureId};
use crate::layout::Pages;
use crate::office::Office;
use crate::quantity::Quantity;

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
    pub inputs: &'a std::collections::BTreeMap<String, String>,
    /// Figures in the order of the document.
    pub figures: Vec<ManifestFigure<'a>>,
}

/// A printed figure.
#[derive(Debug, Serialize)]
pub struct ManifestFigure<'a> {
    /// Text on the page.
    pub text: &'a str,
    /// Pages that it is printed on, from 1.
    pub pages: Vec<usize>,
    /// Value, unit and source.
    #[serde(flatten)]
    pub quantity: &'a Quantity,
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
        let figures = document.figures.iter().zip(on_pages).filter(|(_, pages)| !pages.is_empty());
        Manifest {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            office: &document.meta.office,
            period: &document.meta.period,
            title: &document.meta.title,
            inputs_hash: &document.meta.inputs_hash,
            report_sha256: None,
            inputs: &office.inputs,
            figures: figures
                .map(|(figure, pages)| ManifestFigure {
                    text: &figure.text,
                    pages,
                    quantity: &figure.quantity,
                })
                .collect(),
        }
    }

    /// JSON with a line feed at its end.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }
}
