//! Charts with their captions.

use super::setter::Setter;
use crate::document::Chart;

impl Setter<'_> {
    /// Sets a chart, its caption below it.
    pub fn chart(&mut self, _chart: &Chart) {}
}
