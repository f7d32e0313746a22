//! Every figure and quotation that the report may print, and the marked text that stands for it.

use std::sync::Arc;

use crate::compose::{mark, wording};
use crate::document::{FigureId, ReportFigure};
use crate::quantity::{Quantity, Quotation, Value};
use crate::vietnamese::format_decimal;

/// Figures and quotations in the order in which they were asked for; those that no template prints are dropped
/// when the document is done.
#[derive(Debug, Default)]
pub struct Ledger {
    /// By [`FigureId`].
    pub figures: Vec<ReportFigure>,
    /// What each figure speaks of, parallel to `figures`.
    pub subjects: Vec<String>,
    /// What the figures speak of that are asked for now.
    pub subject: String,
    /// By [`mark::QuotationId`].
    pub quotations: Vec<Arc<Quotation>>,
}

impl Ledger {
    /// The marked text of a figure that prints as `text`.
    pub fn print(&mut self, quantity: &Quantity, text: impl Into<String>) -> String {
        let text = mark::clean(&text.into());
        mark::figure(self.id(quantity, &text), &text)
    }

    /// The figure's id, for charts, whose numbers are no text.
    pub fn id(&mut self, quantity: &Quantity, text: &str) -> FigureId {
        let id = FigureId(u32::try_from(self.figures.len()).unwrap_or(u32::MAX));
        self.subjects.push(self.subject.clone());
        self.figures.push(ReportFigure { text: text.to_owned(), quantity: quantity.clone() });
        id
    }

    /// The value without unit (but with `%`): `gần 2.000`, `72,7%`, `925/962`.
    pub fn value(&mut self, quantity: &Quantity) -> String {
        let text = wording::value(quantity);
        match quantity.value {
            Value::Yes(_) | Value::Words(_) => mark::name(&text),
            _ => self.print(quantity, text),
        }
    }

    /// The value with its unit: `47 đảng viên`.
    pub fn amount(&mut self, quantity: &Quantity) -> String {
        let unit = wording::unit_after(quantity);
        let value = self.value(quantity);
        if unit.is_empty() { value } else { format!("{value} {}", mark::name(&unit)) }
    }

    /// The value, a number so exact that it does not print as the goal that it is not.
    pub fn value_beside(&mut self, quantity: &Quantity, goal: Option<f64>) -> String {
        match (&quantity.value, goal) {
            (Value::Number(n), Some(goal)) => {
                let text = format!(
                    "{}{}",
                    wording::before(quantity.comparator),
                    wording::number_beside(*n, quantity, goal)
                );
                self.print(quantity, text)
            }
            _ => self.value(quantity),
        }
    }

    /// A forecast: a count as a whole number, a per cent with one decimal.
    pub fn rounded(&mut self, quantity: &Quantity) -> String {
        match quantity.as_number() {
            Some(n) if quantity.unit != "%" => self.print(quantity, format_decimal(n, 0)),
            _ => self.value(quantity),
        }
    }

    /// What is missing, in whole things.
    pub fn missing(&mut self, quantity: &Quantity) -> String {
        let unit = wording::unit_after(quantity);
        match quantity.as_number() {
            Some(n) if quantity.unit != "%" && !unit.contains("điểm") => {
                let value = self.print(quantity, format_decimal((n - 1e-9).ceil(), 0));
                if unit.is_empty() { value } else { format!("{value} {}", mark::name(&unit)) }
            }
            _ => self.amount(quantity),
        }
    }

    /// A run-rate: from ten on as a whole number with `khoảng`.
    pub fn rate(&mut self, quantity: &Quantity) -> String {
        let unit = wording::unit_after(quantity);
        match quantity.as_number() {
            Some(n) if n >= 10.0 && n.fract() != 0.0 && quantity.unit != "%" => {
                let value = self.print(quantity, format!("khoảng {}", format_decimal(n, 0)));
                format!("{value} {}", mark::name(&unit))
            }
            _ => self.amount(quantity),
        }
    }

    /// The size of a difference with its unit: `1,4 điểm phần trăm`, `48 đảng viên`.
    pub fn size(&mut self, quantity: &Quantity) -> String {
        let bare = Quantity { unit: String::new(), ..quantity.clone() };
        let text = wording::number(quantity.as_number().unwrap_or_default().abs(), &bare);
        format!("{} {}", self.print(quantity, text), mark::name(wording::difference_unit(&quantity.unit)))
    }

    /// Words quoted from an article.
    pub fn quote(&mut self, quotation: Quotation, marked: &str) -> String {
        let id = mark::QuotationId(u32::try_from(self.quotations.len()).unwrap_or(u32::MAX));
        self.quotations.push(Arc::new(quotation));
        mark::quotation(id, marked)
    }
}
