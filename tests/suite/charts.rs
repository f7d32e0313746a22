//! Tests of the room `layout::chart`: drawings are measured, not looked at; `dump` writes them as pictures.

use std::fmt::Write;

use baocao::document::{BulletBar, Categories, ChartData, FigureId, Run};
use baocao::fonts::Face;
use baocao::layout::chart::{Drawing, Piece, alt, draw};
use baocao::layout::page::{Glyph, Item, NodeId, Segment, Tag, TextItem};
use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShaperFont};

/// Width of the text block of profile `dang`: 165 mm.
const WIDTH: f64 = 467.72;

/// Draws with the document's own faces, as layout does, and puts the head and the pieces below one another.
fn drawn(data: &ChartData, width: f64) -> Drawing {
    let fonts = Face::ALL.map(|face| Font::new(face.bytes(), 0).unwrap());
    let shapers: Vec<_> = fonts.iter().map(|font| (ShaperFont::new(font), Buffer::new())).collect();
    let mut shapers = shapers;
    let mut shape = |face: Face, size: f64, text: &str| {
        let (font, buffer) = &mut shapers[face as usize];
        buffer.reset();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        harfrust::shape(font, buffer, ShapeOptions::new()).unwrap();
        let scale = size as f32 / f32::from(font.units_per_em());
        let starts: Vec<usize> = buffer.glyph_infos().iter().map(|i| i.cluster as usize).collect();
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        glyphs
            .zip(starts.iter().zip(ends))
            .map(|((info, position), (start, end))| Glyph {
                id: info.glyph_id as u16,
                advance: position.x_advance as f32 * scale,
                len: (end - start) as u8,
            })
            .collect()
    };
    draw(data, width, Tag::Content(NodeId(7)), &mut shape)
}

/// The whole drawing as one piece.
fn joined(drawing: Drawing) -> Piece {
    let mut whole = drawing.head;
    for mut piece in drawing.pieces {
        piece.shift(0.0, whole.height);
        whole.height += piece.height;
        whole.items.extend(piece.items);
        whole.figures.extend(piece.figures);
    }
    whole
}

fn width_of(text: &TextItem) -> f64 {
    text.glyphs.iter().map(|g| f64::from(g.advance)).sum()
}

/// Left, top, right, bottom of a text's ink, from the capitals' height.
fn bounds(text: &TextItem) -> [f64; 4] {
    [text.x, text.y - 0.66 * text.size, text.x + width_of(text), text.y]
}

fn texts(piece: &Piece) -> Vec<&TextItem> {
    piece.items.iter().filter_map(|i| if let Item::Text(t) = i { Some(t) } else { None }).collect()
}

fn bar(label: &str, share: Option<f64>, pace: Option<f64>, text: &str) -> BulletBar {
    let text = if text.is_empty() {
        Vec::new()
    } else {
        vec![Run { text: text.to_owned(), figure: Some(FigureId(3)), ..Run::default() }]
    };
    BulletBar { label: label.to_owned(), share, pace, text }
}

fn bullets() -> ChartData {
    ChartData::Bullet(vec![
        bar("Kết nạp đảng viên mới", Some(0.727), Some(0.75), "128/176 · 72,7%"),
        bar("Đảng viên được học tập, quán triệt nghị quyết", Some(1.01), None, "96,1/95% · 101,2%"),
        bar(
            "Tổ chức cơ sở đảng có mô hình, công trình học tập và làm theo Bác",
            Some(1.0),
            Some(0.6),
            "29/29 · 100%",
        ),
        bar("Lớp bồi dưỡng trong nhiệm kỳ", Some(0.66), Some(0.6), "33/50 · 66%"),
        bar("Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ", None, None, "chưa đến kỳ đánh giá"),
    ])
}

fn categories(labels: &[&str], series: &[(&str, &[Option<f64>])], unit: &str) -> Categories {
    Categories {
        labels: labels.iter().map(|l| (*l).to_owned()).collect(),
        series: series.iter().map(|(n, v)| ((*n).to_owned(), v.to_vec())).collect(),
        unit: unit.to_owned(),
        ..Categories::default()
    }
}

fn grouped() -> ChartData {
    let plan: &[Option<f64>] = &[Some(160.0), Some(170.0), Some(176.0), Some(176.0), Some(180.0)];
    let result: &[Option<f64>] = &[Some(171.0), Some(164.0), Some(128.0), None, None];
    ChartData::Grouped(categories(
        &["2021", "2022", "9 tháng 2023", "2024", "2025"],
        &[("Kế hoạch năm", plan), ("Kết quả", result)],
        "đảng viên",
    ))
}

fn trend(reference: Option<(f64, String)>) -> ChartData {
    let a: &[Option<f64>] = &[Some(88.2), Some(90.1), None, Some(91.4), Some(92.0), Some(93.5)];
    let b: &[Option<f64>] = &[Some(95.0), Some(95.5), Some(95.2), Some(96.0), Some(97.3), Some(96.1)];
    let labels = ["Quý I/2022", "Quý II/2022", "Quý III/2022", "Quý IV/2022", "Quý I/2023", "Quý II/2023"];
    let series = [("Tổ chức cơ sở đảng hoàn thành tốt", a), ("Đảng viên học tập nghị quyết", b)];
    ChartData::Trend(Categories { reference, ..categories(&labels, &series, "%") })
}

fn single_trend() -> ChartData {
    let values: &[Option<f64>] = &[Some(36.0), Some(45.0), Some(47.0), Some(52.0)];
    ChartData::Trend(categories(
        &["Quý I", "Quý II", "Quý III", "Quý IV"],
        &[("Kết nạp", values)],
        "đảng viên",
    ))
}

fn stacked() -> ChartData {
    let v = |n: f64| Some(n);
    ChartData::Stacked(categories(
        &["Năm 2021", "Năm 2022", "Năm 2023 (9 tháng đầu năm, theo số liệu các đơn vị gửi)", "Năm 2024"],
        &[
            ("Hoàn thành xuất sắc", &[v(12.0), v(14.0), v(15.0), None]),
            ("Hoàn thành tốt", &[v(60.0), v(64.0), v(66.0), None]),
            ("Hoàn thành", &[v(9.0), v(4.0), v(2.0), None]),
            ("Không hoàn thành", &[v(1.0), v(1.0), v(0.5), None]),
        ],
        "tổ chức",
    ))
}

fn panels(count: usize) -> ChartData {
    let names =
        ["Cụm Văn hóa - Xã hội - Giáo dục", "Cụm Nội chính", "Cụm Kinh tế tổng hợp", "Cụm Doanh nghiệp"];
    let panel = |i: usize| {
        let value = |q: usize| (q + i != 5).then_some(((i * 7 + q * 5) % 19) as f64);
        let values: Vec<Option<f64>> = (0..4).map(value).collect();
        let name =
            format!("{} {}", names[i % 4], if i < 4 { String::new() } else { (i / 4 + 1).to_string() });
        (name.trim().to_owned(), categories(&["I", "II", "III", "IV"], &[("Kết nạp", &values)], "đảng viên"))
    };
    ChartData::SmallMultiples((0..count).map(panel).collect())
}

/// `count` items of each kind, with long labels, gaps, zeros and results far over the target.
fn many(count: usize) -> Vec<(&'static str, ChartData)> {
    let name = |i: usize| format!("Đảng bộ cơ sở Sở Nông nghiệp và Phát triển nông thôn số {}", i + 1);
    let labels: Vec<String> = (0..count).map(name).collect();
    let value = |i: usize, k: usize| (i % 11 != 7).then_some(((i * 37 + k * 13) % 101) as f64);
    let series = |k: usize| (format!("Loại {}", k + 1), (0..count).map(|i| value(i, k)).collect());
    let data = Categories {
        labels: labels.clone(),
        series: (0..3).map(series).collect(),
        unit: "đảng viên".into(),
        ..Categories::default()
    };
    let bars = (0..count)
        .map(|i| {
            let share = value(i, 0).map(|v| v / 40.0);
            bar(
                &labels[i],
                share,
                (i % 3 == 0).then_some(0.75),
                if share.is_none() { "" } else { "1.128/1.176 · 95,9%" },
            )
        })
        .collect();
    let months = (0..count).map(|i| format!("Tháng {}/{}", i % 12 + 1, 2019 + i / 12)).collect();
    vec![
        ("bullet", ChartData::Bullet(bars)),
        ("grouped", ChartData::Grouped(data.clone())),
        ("trend", ChartData::Trend(Categories { labels: months, ..data.clone() })),
        ("stacked", ChartData::Stacked(data)),
        ("multiples", panels(count)),
    ]
}

fn samples() -> Vec<(&'static str, ChartData)> {
    let negative: &[Option<f64>] = &[Some(-12.0), Some(8.0), Some(0.0), Some(15.5)];
    vec![
        ("bullet", bullets()),
        ("grouped", grouped()),
        ("negative", ChartData::Grouped(categories(&["A", "B", "C", "D"], &[("Tăng, giảm", negative)], "%"))),
        ("trend", trend(Some((90.0, "Chỉ tiêu nghị quyết 90%".into())))),
        ("single", single_trend()),
        ("stacked", stacked()),
        ("multiples", panels(6)),
    ]
}

/// Writes every sample as an SVG picture below `target/`: `cargo test dump_charts -- --ignored`.
#[test]
#[ignore = "for looking at the charts"]
fn dump_charts() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    let sizes =
        [1, 80].into_iter().flat_map(|n| many(n).into_iter().map(move |(k, d)| (format!("{k}-{n}"), d)));
    for (name, data) in samples().into_iter().map(|(k, d)| (k.to_owned(), d)).chain(sizes) {
        std::fs::write(folder.join(format!("{name}.svg")), svg(&joined(drawn(&data, WIDTH)))).unwrap();
        std::fs::write(folder.join(format!("{name}.txt")), alt(&data, "Kết quả")).unwrap();
    }
}

fn grey(value: f32) -> String {
    let level = (value * 255.0).round();
    format!("rgb({level},{level},{level})")
}

fn svg(piece: &Piece) -> String {
    let (w, h) = (WIDTH + 20.0, piece.height + 20.0);
    let mut out = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-10 -10 {w} {h}' width='{w}' height='{h}'>"
    );
    write!(out, "<rect x='-10' y='-10' width='{w}' height='{h}' fill='white'/>").unwrap();
    for item in &piece.items {
        match item {
            Item::Text(t) => {
                let weight = if t.face == Face::SansBold { 600 } else { 400 };
                let text = t.text.replace('&', "&amp;").replace('<', "&lt;");
                write!(
                    out,
                    "<text x='{}' y='{}' font-size='{}' font-weight='{weight}' font-family='Source Sans 3' fill='{}' xml:space='preserve'>{text}</text>",
                    t.x, t.y, t.size, grey(t.grey)
                )
                .unwrap();
            }
            Item::Path(p) => {
                let d: String = p
                    .segments
                    .iter()
                    .map(|s| match s {
                        Segment::Move(x, y) => format!("M{x} {y}"),
                        Segment::Line(x, y) => format!("L{x} {y}"),
                        Segment::Close => "Z".to_owned(),
                    })
                    .collect();
                let fill = p.fill.map_or("none".to_owned(), grey);
                let stroke = p.stroke.map_or(String::new(), |s| {
                    let dash = s.dash.map_or(String::new(), |(a, b)| format!(" stroke-dasharray='{a} {b}'"));
                    format!(" stroke='{}' stroke-width='{}'{dash}", grey(s.grey), s.width)
                });
                write!(out, "<path d='{d}' fill='{fill}'{stroke}/>").unwrap();
            }
            Item::Touch(_) => {}
        }
    }
    out.push_str("</svg>");
    out
}
