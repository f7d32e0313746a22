//! Column widths from content: between the widest word and the natural width, then moved to where they save lines.

use super::super::inline::Extent;
use super::super::profile::TextSpec;
use super::super::setter::Setter;
use super::cell::{Halves, extent, halves};
use super::placing::{Placed, Placing};
use super::sample::Sample;
use crate::document::{Align, Table};

/// Step in which type is made smaller for a table that is too wide, in pt.
const SIZE_STEP: f64 = 0.5;

/// Smaller type is chosen for a table that is not too wide only down to this size, in pt, and where each step makes the
/// table lower by this share.
const READABLE: f64 = 10.5;
const SIZE_GAIN: f64 = 0.06;
/// Ties hold only while they leave this share of the width to the columns' texts.
const TIED_SHARE: f64 = 0.7;

/// Where the columns of a table stand, and its type size.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Left edge of each column, and the right edge of the last.
    pub edges: Vec<f64>,
    pub size: f64,
    /// Widest number of each decimal column.
    pub halves: Vec<Halves>,
}

/// Widths that the columns want: see [`Extent`]. Padding included where scaled.
struct Extents {
    word: Vec<f64>,
    least: Vec<f64>,
    most: Vec<f64>,
    halves: Vec<Halves>,
    sample: Sample,
}

impl Columns {
    /// Measures the table and gives its columns widths that fill the text area.
    pub fn fit(setter: &mut Setter, table: &Table) -> Self {
        let full = setter.profile.tables.size;
        let bare = Extents::measure(setter, table, TextSpec { size: full, ..TextSpec::default() });
        let at = |setter: &Setter, size: f64| Trial::new(setter, &bare, size / full, size);
        let mut best = at(setter, full);
        let mut size = full;
        while size - SIZE_STEP >= setter.profile.tables.least_size && best.wants_smaller(size) {
            size -= SIZE_STEP;
            let trial = at(setter, size);
            // Smaller type has to pay: with words that fit, or with a lower table.
            let needed = 1.0 - SIZE_GAIN * (best.size - size) / SIZE_STEP;
            if best.too_narrow || trial.height < needed * best.height {
                best = trial;
            }
        }
        let mut edges = vec![0.0];
        let mut edge = 0.0;
        for width in best.widths {
            edge += width;
            edges.push(edge);
        }
        Columns { edges, size: best.size, halves: best.halves }
    }

    /// Left edge and width of `colspan` columns.
    pub fn span(&self, column: usize, colspan: usize) -> (f64, f64) {
        let left = self.edges[column];
        (left, self.edges[column + colspan] - left)
    }
}

/// A table's columns at some type size.
struct Trial {
    size: f64,
    widths: Vec<f64>,
    halves: Vec<Halves>,
    /// Whether some word is wider than its column.
    too_narrow: bool,
    /// Whether everything has its natural width.
    roomy: bool,
    /// Height of the rows looked at, in pt.
    height: f64,
}

impl Trial {
    fn new(setter: &Setter, bare: &Extents, scale: f64, size: f64) -> Self {
        let (padding, room) = (setter.profile.tables.padding, setter.width());
        let mut extents = bare.scaled(scale, padding);
        let sum = |widths: &[f64]| widths.iter().sum::<f64>();
        if sum(&extents.least) > TIED_SHARE * room {
            extents.least.clone_from(&extents.word);
        }
        let too_narrow = sum(&extents.word) > room;
        let roomy = sum(&extents.most) <= room;
        let mut widths = distribute(&extents, room);
        if !roomy && !too_narrow {
            bare.sample.save_lines(&mut widths, &extents.least, scale, padding);
        }
        let height = bare.sample.height(&widths, scale, padding) * setter.pitch(size);
        Trial { size, widths, halves: extents.halves, too_narrow, roomy, height }
    }

    /// Whether a size below `size` is worth trying.
    fn wants_smaller(&self, size: f64) -> bool {
        self.too_narrow || (!self.roomy && size - SIZE_STEP >= READABLE)
    }
}

impl Extents {
    fn measure(setter: &mut Setter, table: &Table, spec: TextSpec) -> Self {
        let count = table.columns.len();
        let mut extents = Extents {
            word: vec![0.0; count],
            least: vec![0.0; count],
            most: vec![0.0; count],
            halves: vec![Halves::default(); count],
            sample: Sample::new(table.body.len()),
        };
        let mut spanned = Vec::new();
        for (rows, bold) in [(&table.header, true), (&table.body, false)] {
            let mut placing = Placing::new(count);
            let spec = TextSpec { bold, ..spec };
            for row in rows {
                extents.sample.next_row(count);
                for placed in placing.row(row) {
                    extents.add(setter, table, &placed, spec, &mut spanned);
                }
            }
        }
        for (column, halves) in extents.halves.clone().into_iter().enumerate() {
            let number = halves.left + halves.right;
            extents.widen(column, Extent { word: number, least: number, most: number });
        }
        for (column, colspan, text) in spanned {
            widen(&mut extents.word[column..column + colspan], text.word);
            widen(&mut extents.least[column..column + colspan], text.least);
            widen(&mut extents.most[column..column + colspan], text.most);
        }
        extents
    }

    fn add(
        &mut self,
        setter: &mut Setter,
        table: &Table,
        placed: &Placed,
        spec: TextSpec,
        spanned: &mut Vec<(usize, usize, Extent)>,
    ) {
        let column = placed.column;
        let align = placed.cell.align.unwrap_or(table.columns[column]);
        let number = align == Align::Decimal && !spec.bold && placed.colspan == 1;
        if let Some(number) = number.then(|| halves(setter, placed.cell, spec)).flatten() {
            let widest = &mut self.halves[column];
            widest.left = widest.left.max(number.left);
            widest.right = widest.right.max(number.right);
            return;
        }
        let text = extent(setter, placed, spec, &mut self.sample);
        if placed.colspan > 1 {
            spanned.push((column, placed.colspan, text));
        } else {
            self.widen(column, text);
        }
    }

    fn widen(&mut self, column: usize, text: Extent) {
        self.word[column] = self.word[column].max(text.word);
        self.least[column] = self.least[column].max(text.least);
        self.most[column] = self.most[column].max(text.most);
    }

    /// At another type size, with padding left and right.
    fn scaled(&self, factor: f64, padding: f64) -> Extents {
        // A hair more than the text, so that rounding never breaks a line that fits.
        let scale = |widths: &[f64]| widths.iter().map(|w| w * factor + 2.0 * padding + 0.01).collect();
        let halves =
            self.halves.iter().map(|h| Halves { left: h.left * factor, right: h.right * factor }).collect();
        Extents {
            word: scale(&self.word),
            least: scale(&self.least),
            most: scale(&self.most),
            halves,
            sample: Sample::default(),
        }
    }
}

/// Makes columns as wide together as a cell that spans them.
fn widen(columns: &mut [f64], width: f64) {
    let lack = width - columns.iter().sum::<f64>();
    if lack > 0.0 {
        let share = lack / columns.len() as f64;
        columns.iter_mut().for_each(|c| *c += share);
    }
}

/// Least widths plus a share of what is left in proportion to what each column still lacks; a table narrower than the
/// text area is widened in proportion to its columns.
fn distribute(extents: &Extents, room: f64) -> Vec<f64> {
    let least: f64 = extents.least.iter().sum();
    let most: f64 = extents.most.iter().sum();
    if most <= room {
        let factor = room / most;
        return extents.most.iter().map(|w| w * factor).collect();
    }
    if least >= room {
        return extents.least.iter().map(|w| w * room / least).collect();
    }
    let lack = most - least;
    extents
        .least
        .iter()
        .zip(&extents.most)
        .map(|(min, max)| min + (room - least) * (max - min) / lack)
        .collect()
}
