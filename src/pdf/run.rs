//! Runs of glyphs → `TJ` operators.

use std::collections::BTreeMap;

use printpdf::{DictItem, Op};

use super::fonts::{Subset, clusters};
use crate::layout::page::TextItem;

/// Shows the glyphs of a line. Positions are exact: each number in the `TJ` array moves the pen from where the
/// widths have brought it to where layout wants it, so that roundings never add up.
pub fn show(ops: &mut Vec<Op>, item: &TextItem, subset: &Subset, size: f64) {
    let mut run = Run::default();
    // In thousandths of an em: where the pen is to be, and where a viewer has it.
    let (mut wanted, mut actual) = (0.0_f64, 0.0_f64);
    for cluster in clusters(item) {
        let glyphs = item.glyphs.get(cluster.glyphs).unwrap_or_default();
        // A cluster of several glyphs, or a glyph that stands for another text here than elsewhere.
        let spoken = !matches!(glyphs, [glyph] if subset.text(glyph.id) == cluster.text);
        if spoken {
            run.end(ops);
            let mut text = vec![0xFE, 0xFF];
            text.extend(cluster.text.encode_utf16().flat_map(u16::to_be_bytes));
            let properties = dictionary([("ActualText", DictItem::Bytes(text))]);
            ops.push(Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties });
        }
        for glyph in glyphs {
            let shift = (actual - wanted).round();
            if shift != 0.0 && actual != 0.0 {
                run.shift(shift as i64);
                actual -= shift;
            }
            let (new, width) = subset.glyph(glyph.id);
            run.glyph(new);
            actual += width;
            wanted += f64::from(glyph.advance) * 1000.0 / size;
        }
        if spoken {
            run.end(ops);
            ops.push(Op::EndMarkedContent);
        }
    }
    run.end(ops);
}

/// The array of a `TJ` operator.
#[derive(Default)]
struct Run {
    array: Vec<DictItem>,
    glyphs: Vec<u8>,
}

impl Run {
    fn glyph(&mut self, glyph: u16) {
        self.glyphs.extend(glyph.to_be_bytes());
    }

    fn shift(&mut self, thousandths: i64) {
        self.flush();
        self.array.push(DictItem::Int(thousandths));
    }

    fn flush(&mut self) {
        if !self.glyphs.is_empty() {
            let data = std::mem::take(&mut self.glyphs);
            self.array.push(DictItem::String { data, literal: true });
        }
    }

    /// printpdf has one operator per glyph and string; a whole run in one `TJ` is an eighth of that.
    fn end(&mut self, ops: &mut Vec<Op>) {
        self.flush();
        if !self.array.is_empty() {
            let array = DictItem::Array(std::mem::take(&mut self.array));
            ops.push(Op::Unknown { key: "TJ".to_owned(), value: vec![array] });
        }
    }
}

/// A property list of marked content.
pub fn dictionary<const N: usize>(entries: [(&str, DictItem); N]) -> DictItem {
    let map: BTreeMap<String, DictItem> = entries.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    DictItem::Dict { map }
}
