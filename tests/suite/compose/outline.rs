//! A composed document as plain text, for reading and comparing.

use baocao::document::{Block, Chart, ChartData, Document, ListItem, Run, Table};

/// The document's text: figures in `[ ]`, superscripts after `^`, bold between `*`, no-break spaces as `·`.
pub fn of(document: &Document) -> String {
    let mut out = Vec::new();
    let head = &document.letterhead;
    out.push(format!(
        "{} | {} | Số -{} | {}, tháng {}/{}",
        head.parent, head.issuer, head.symbol, head.place, head.month, head.year
    ));
    out.push(format!("{} / {}", head.type_name, head.subject.join(" / ")));
    out.extend(head.draft.as_ref().map(|d| format!("({d})")));
    out.extend(document.contents.then(|| "(mục lục)".to_owned()));
    blocks(&document.blocks, &mut out);
    let closing = &document.closing;
    out.push(format!("{} | {} | {:?}", closing.authority, closing.position, closing.name));
    out.extend(closing.recipients.iter().map(|r| format!("  - {r}")));
    for appendix in &document.appendices {
        let side = if appendix.landscape { " (ngang)" } else { "" };
        out.push(format!("\n=== {}: {}{side}", appendix.number, runs(&appendix.title)));
        blocks(&appendix.blocks, &mut out);
    }
    for note in &document.footnotes {
        out.push(format!("(chân trang) {}", runs(note)));
    }
    out.push(format!("({} số liệu)", document.figures.len()));
    out.join("\n")
}

fn blocks(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Part { number, title, .. } => out.push(format!("\n## {number}: {}", runs(title))),
            Block::Heading { number, title, .. } => out.push(format!("\n# {number} {}", runs(title))),
            Block::Paragraph { runs: text, .. } => out.push(runs(text)),
            Block::List(list) => items(list, "", out),
            Block::Table(t) => table(t, out),
            Block::Chart(c) => chart(c, out),
        }
    }
}

fn items(list: &[ListItem], indent: &str, out: &mut Vec<String>) {
    for item in list {
        out.push(format!("{indent}{} {}", item.label, runs(&item.runs)));
        items(&item.children, &format!("{indent}  "), out);
    }
}

fn table(table: &Table, out: &mut Vec<String>) {
    out.push(format!("[{}]", runs(&table.caption)));
    for row in table.header.iter().chain(&table.body) {
        let cells = row.cells.iter().map(|c| {
            let text = c.content.iter().map(|t| runs(t)).collect::<Vec<_>>().join(" / ");
            let span = if c.colspan > 1 { format!(" <{}", c.colspan) } else { String::new() };
            let down = if c.rowspan > 1 { format!(" ^{}", c.rowspan) } else { String::new() };
            format!("{text}{span}{down}")
        });
        out.push(format!("| {} |", cells.collect::<Vec<_>>().join(" | ")));
    }
    if !table.note.is_empty() {
        out.push(format!("({})", runs(&table.note)));
    }
}

fn chart(chart: &Chart, out: &mut Vec<String>) {
    out.push(format!("[{}]", runs(&chart.caption)));
    match &chart.data {
        ChartData::Bullet(bars) => {
            out.extend(
                bars.iter().map(|b| format!("  {}: {:?} {:?} {}", b.label, b.share, b.pace, runs(&b.text))),
            );
        }
        ChartData::SmallMultiples(panels) => {
            out.extend(
                panels.iter().map(|(n, c)| format!("  {n}: {:?} {:?} {}", c.labels, c.series[0].1, c.unit)),
            );
        }
        ChartData::Trend(c) | ChartData::Grouped(c) | ChartData::Stacked(c) => {
            out.push(format!("  {:?} {:?} {}", c.labels, c.series, c.unit));
        }
    }
}

fn runs(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        let inner = run.text.replace('\u{a0}', "·").replace('\n', " ⏎ ");
        let shown = match run {
            r if r.figure.is_some() => format!("[{inner}]"),
            r if r.style.superscript => format!("^{inner}"),
            _ => inner,
        };
        text.push_str(&if run.style.bold { format!("*{shown}*") } else { shown });
    }
    text
}
