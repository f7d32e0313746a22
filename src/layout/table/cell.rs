//! A cell's text and how it stands in its column.

use super::super::inline::{Extent, Inline};
use super::super::line::{Form, Line, Stand};
use super::super::page::Tag;
use super::super::profile::TextSpec;
use super::super::setter::Setter;
use super::placing::Placed;
use super::sample::Sample;
use crate::document::{Align, Cell};

/// Width of a number left and right of its decimal comma, in pt.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Halves {
    pub left: f64,
    pub right: f64,
}

/// The number of a cell split before its decimal comma or its unit; none where it holds no single number.
fn split_number(cell: &Cell) -> Option<usize> {
    let [runs] = cell.content.as_slice() else { return None };
    let text: String = runs.iter().map(|r| r.text.as_str()).collect();
    let number = text.trim_start_matches(['-', '+', '\u{2212}']);
    let sign = text.len() - number.len();
    let whole = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    let rest = &number[whole..];
    let decimals =
        rest.strip_prefix(',').map_or(rest, |r| r.trim_start_matches(|c: char| c.is_ascii_digit()));
    let unit = decimals.trim_matches(['\u{a0}', ' ']);
    let plain = unit.is_empty() || unit == "%" || runs.iter().any(|r| r.footnote.is_some() && r.text == unit);
    (whole > 0 && plain).then_some(sign + whole)
}

/// Widths of the halves of a number; none where the cell holds no single number.
pub(super) fn halves(setter: &mut Setter, cell: &Cell, spec: TextSpec) -> Option<Halves> {
    let mut split = split_number(cell)?;
    let runs = cell.content.first()?;
    let mut left = 0.0;
    for run in runs {
        let part = run.text.get(..split.min(run.text.len())).unwrap_or(&run.text);
        let face = super::super::inline::face(spec.bold || run.style.bold, spec.italic != run.style.italic);
        left += setter.shaper.width(face, spec.size, part);
        split -= part.len();
        if split == 0 {
            break;
        }
    }
    let whole = Inline::new(setter.shaper, &mut setter.tree, runs, spec, Tag::Artifact).extent().most;
    Some(Halves { left, right: whole - left })
}

/// Widths of a cell's text; its words go into the sample too.
pub(super) fn extent(setter: &mut Setter, placed: &Placed, spec: TextSpec, sample: &mut Sample) -> Extent {
    let mut extent = Extent::default();
    for runs in &placed.cell.content {
        let text = Inline::new(setter.shaper, &mut setter.tree, runs, spec, Tag::Artifact);
        extent = extent.max(text.extent());
        sample.add(placed.column, placed.colspan, text.units);
    }
    extent
}

/// How and where a cell's text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellForm {
    pub spec: TextSpec,
    pub align: Align,
    /// Room for the text.
    pub width: f64,
    pub pitch: f64,
    /// Halves of the widest number of the column.
    pub column: Halves,
}

/// Breaks a cell's paragraphs into lines.
pub(super) fn lines(setter: &mut Setter, cell: &Cell, form: &CellForm, tag: Tag) -> Vec<Line> {
    let number = match form.align {
        Align::Decimal => halves(setter, cell, form.spec),
        _ => None,
    };
    let stand = match form.align {
        Align::Left => Stand::Left,
        Align::Right => Stand::Right,
        Align::Centre => Stand::Centred,
        Align::Decimal if number.is_some() => Stand::Left,
        Align::Decimal => Stand::Centred,
    };
    let mut lines = Vec::new();
    let last = cell.content.len().saturating_sub(1);
    for (i, runs) in cell.content.iter().enumerate() {
        let mut text = Form::new(stand, form.width, form.spec.size, form.pitch);
        text.trail = i < last;
        if let Some(number) = number {
            let comma = (form.width - form.column.left - form.column.right) / 2.0 + form.column.left;
            text.left = (comma - number.left).max(0.0).min(form.width - number.left - number.right).max(0.0);
        }
        lines.append(&mut setter.lines(runs, form.spec, &text, tag));
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::split_number;
    use crate::document::{Cell, Run};

    /// Single numbers split before the comma or unit; parts of a whole, ranges and words do not.
    #[test]
    fn numbers_split_at_the_comma() {
        let at = |text: &str| split_number(&Cell::new(vec![Run::plain(text)]));
        assert_eq!(at("72,7%"), Some(2));
        assert_eq!(at("5.874"), Some(5));
        assert_eq!(at("\u{2212}1,5"), Some(4));
        assert_eq!(at("100\u{a0}%"), Some(3));
        assert_eq!(at("8.793/6.500"), None);
        assert_eq!(at("95% trở lên"), None);
        assert_eq!(at("–"), None);
        assert_eq!(at(""), None);
    }
}
