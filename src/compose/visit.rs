//! Every run and figure of a document, in reading order.

use crate::document::{Appendix, Block, Chart, ChartData, Document, FigureId, ListItem, Run, Table};

/// What [`blocks`] and [`document`] come upon.
pub enum Visit<'a> {
    /// A block begins; for places.
    Block(&'a mut Block),
    /// A run.
    Run(&'a mut Run),
    /// A figure that a chart prints.
    Figure(&'a mut FigureId),
}

/// Calls `f` for everything of the document: body, appendices, footnotes.
pub fn document(document: &mut Document, f: &mut dyn FnMut(Visit<'_>)) {
    blocks(&mut document.blocks, f);
    appendices(&mut document.appendices, f);
    document.footnotes.iter_mut().for_each(|note| runs(note, f));
}

/// Calls `f` for everything of the appendices.
pub fn appendices(appendices: &mut [Appendix], f: &mut dyn FnMut(Visit<'_>)) {
    for appendix in appendices {
        runs(&mut appendix.title, f);
        blocks(&mut appendix.blocks, f);
    }
}

/// Calls `f` for everything of the blocks.
pub fn blocks(blocks: &mut [Block], f: &mut dyn FnMut(Visit<'_>)) {
    for block in blocks {
        f(Visit::Block(block));
        match block {
            Block::Part { title, .. } | Block::Heading { title, .. } => runs(title, f),
            Block::Paragraph { runs: text, .. } => runs(text, f),
            Block::List(list) => items(list, f),
            Block::Table(table) => self::table(table, f),
            Block::Chart(chart) => self::chart(chart, f),
        }
    }
}

fn runs(runs: &mut [Run], f: &mut dyn FnMut(Visit<'_>)) {
    runs.iter_mut().for_each(|run| f(Visit::Run(run)));
}

fn items(list: &mut [ListItem], f: &mut dyn FnMut(Visit<'_>)) {
    for item in list {
        runs(&mut item.runs, f);
        items(&mut item.children, f);
    }
}

fn table(table: &mut Table, f: &mut dyn FnMut(Visit<'_>)) {
    runs(&mut table.caption, f);
    for row in table.header.iter_mut().chain(&mut table.body) {
        for cell in &mut row.cells {
            cell.content.iter_mut().for_each(|text| runs(text, f));
        }
    }
    runs(&mut table.note, f);
}

fn chart(chart: &mut Chart, f: &mut dyn FnMut(Visit<'_>)) {
    runs(&mut chart.caption, f);
    match &mut chart.data {
        ChartData::Bullet(bars) => bars.iter_mut().for_each(|bar| runs(&mut bar.text, f)),
        ChartData::Grouped(c) | ChartData::Trend(c) | ChartData::Stacked(c) => figures(&mut c.figures, f),
        ChartData::SmallMultiples(panels) => panels.iter_mut().for_each(|(_, c)| figures(&mut c.figures, f)),
    }
    runs(&mut chart.note, f);
}

fn figures(all: &mut [Vec<Option<FigureId>>], f: &mut dyn FnMut(Visit<'_>)) {
    all.iter_mut().flatten().flatten().for_each(|id| f(Visit::Figure(id)));
}
