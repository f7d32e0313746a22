//! Tests of the room `layout::chart`: drawings are measured, not looked at; `dump` writes them as pictures.

use std::fmt::Write;

use baocao::document::{BulletBar, Categories, ChartData, FigureId, Run};
use baocao::fonts::Face;
use baocao::layout::chart::{Drawing, Piece, alt, draw};
use baocao::layout::page::{Glyph, Item, NodeId, Segment, Tag, TextItem};
use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShaperFont};
use proptest::prelude::*;

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

/// Panels of eleven quarters, as a term's report has them: no room for a number over each column.
fn quarters() -> ChartData {
    let labels: Vec<String> =
        (0..11).map(|i| format!("{}/{}", ["I", "II", "III", "IV"][i % 4], 2021 + i / 4)).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let panel = |k: usize| {
        let values: Vec<Option<f64>> =
            (0..11).map(|i| (i % 4 != k).then_some((i * 9 + k) as f64 + 0.5)).collect();
        // The third counts members: it must not stand on the scale of the per cents.
        let unit = if k == 2 { "đảng viên" } else { "%" };
        (format!("Chỉ tiêu {}", k + 1), categories(&labels, &[("Kết quả", &values)], unit))
    };
    ChartData::SmallMultiples((0..4).map(panel).collect())
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
        ("quarters", quarters()),
    ]
}

/// Every sample, and each kind with no, one and eighty items.
fn everything() -> Vec<(String, ChartData)> {
    let sized = [0, 1, 2, 5, 12, 80]
        .into_iter()
        .flat_map(|n| many(n).into_iter().map(move |(kind, data)| (format!("{kind}-{n}"), data)));
    samples().into_iter().map(|(kind, data)| (kind.to_owned(), data)).chain(sized).collect()
}

/// Nothing may stick out of the text block or of its piece: pieces are stacked and cut between pages.
#[test]
fn all_inside() {
    for (name, data) in everything() {
        for width in [WIDTH, 300.0, 700.0] {
            assert_inside(&name, &data, width);
        }
    }
}

fn assert_inside(name: &str, data: &ChartData, width: f64) {
    let drawing = drawn(data, width);
    for piece in std::iter::once(&drawing.head).chain(&drawing.pieces) {
        for text in texts(piece) {
            let [left, top, right, bottom] = bounds(text);
            let inside = left > -0.5 && right < width + 0.5 && top > -0.5 && bottom < piece.height + 0.5;
            assert!(
                inside,
                "{name} at {width}: {:?} at {left:.1} {top:.1} {right:.1} {bottom:.1}",
                text.text
            );
        }
        for (x, y) in points(piece) {
            let inside = (-0.5..=width + 0.5).contains(&x) && (-0.5..=piece.height + 0.5).contains(&y);
            assert!(inside, "{name} at {width}: path at {x:.1} {y:.1} of {:.1}", piece.height);
        }
    }
}

fn points(piece: &Piece) -> Vec<(f64, f64)> {
    let paths = piece.items.iter().filter_map(|i| if let Item::Path(p) = i { Some(p) } else { None });
    paths.flat_map(|p| points_of(&p.segments)).collect()
}

/// Labels are read, so none may stand on another.
#[test]
fn no_label_on_another() {
    for (name, data) in everything() {
        for width in [WIDTH, 300.0, 700.0] {
            assert_apart(&name, &data, width);
        }
    }
}

fn assert_apart(name: &str, data: &ChartData, width: f64) {
    let whole = joined(drawn(data, width));
    let texts = texts(&whole);
    for (i, a) in texts.iter().enumerate() {
        for b in &texts[i + 1..] {
            let (p, q) = (bounds(a), bounds(b));
            let apart = p[2] <= q[0] + 0.1 || q[2] <= p[0] + 0.1 || p[3] <= q[1] || q[3] <= p[1];
            assert!(apart, "{name} at {width}: {:?} on {:?}", a.text, b.text);
        }
    }
}

fn label() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Đảng",
        "bộ",
        "Sở",
        "Văn",
        "hóa,",
        "Thể",
        "thao",
        "nghiệp",
        "quý\u{a0}III",
        "2023",
    ]);
    prop::collection::vec(word, 1..9).prop_map(|words| words.join(" "))
}

fn any_value() -> impl Strategy<Value = Option<f64>> {
    let number = prop_oneof![0.0..1.0f64, 0.0..200.0f64, -50.0..50.0f64, 0.0..1e7f64, Just(0.0), Just(100.0)];
    prop::option::weighted(0.85, number)
}

fn any_categories() -> impl Strategy<Value = Categories> {
    let unit = prop::sample::select(vec!["%", "đảng viên", ""]);
    let reference = prop::option::of((0.0..200.0f64, label())).boxed();
    (1usize..14, 1usize..5).prop_flat_map(move |(n, k)| {
        let series = prop::collection::vec((label(), prop::collection::vec(any_value(), n)), k);
        (prop::collection::vec(label(), n), series, unit.clone(), reference.clone()).prop_map(
            |(labels, series, unit, reference)| Categories {
                labels,
                series,
                unit: unit.to_owned(),
                reference,
                ..Categories::default()
            },
        )
    })
}

fn any_chart() -> impl Strategy<Value = ChartData> {
    let share = || prop::option::of(0.0..4.0f64);
    let row = (label(), share(), share(), label()).prop_map(|(l, s, p, t)| bar(&l, s, p, &t));
    let nonnegative = any_categories().prop_map(|mut data| {
        data.series.iter_mut().flat_map(|s| &mut s.1).flatten().for_each(|v| *v = v.abs());
        data
    });
    prop_oneof![
        prop::collection::vec(row, 1..10).prop_map(ChartData::Bullet),
        any_categories().prop_map(ChartData::Grouped),
        any_categories().prop_map(ChartData::Trend),
        nonnegative.prop_map(ChartData::Stacked),
        prop::collection::vec((label(), any_categories()), 1..7).prop_map(ChartData::SmallMultiples),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the data, the drawing keeps its two promises.
    #[test]
    fn any_data(data in any_chart(), width in 300.0..720.0f64) {
        assert_inside("any", &data, width);
        assert_apart("any", &data, width);
        prop_assert!(!alt(&data, "Mẫu").contains("NaN"));
    }
}

/// Print must be readable (8.5 pt and more), in the Sans faces, and every glyph and item must belong to the Figure.
#[test]
fn readable_and_tagged() {
    for (name, data) in everything() {
        let whole = joined(drawn(&data, WIDTH));
        for item in &whole.items {
            let tag = match item {
                Item::Text(text) => {
                    assert!(text.size >= 8.5, "{name}: {text:?}");
                    assert!(matches!(text.face, Face::Sans | Face::SansBold), "{name}: {text:?}");
                    assert_eq!(
                        text.glyphs.iter().map(|g| usize::from(g.len)).sum::<usize>(),
                        text.text.len()
                    );
                    assert!(text.glyphs.iter().all(|g| g.id != 0), "{name}: no glyph in {:?}", text.text);
                    text.tag
                }
                Item::Path(path) => path.tag,
                Item::Touch(_) => panic!("{name}: touches an element"),
            };
            assert_eq!(tag, Tag::Content(NodeId(7)), "{name}");
        }
    }
}

/// Without data a chart says so, and so does its text alternative.
#[test]
fn without_data() {
    for (name, data) in many(0) {
        let whole = joined(drawn(&data, WIDTH));
        assert_eq!(
            texts(&whole).iter().map(|t| t.text.as_str()).collect::<Vec<_>>(),
            ["chưa có số liệu"],
            "{name}"
        );
        assert!(whole.height > 10.0);
        assert!(alt(&data, "").ends_with(" Chưa có số liệu."), "{name}: {}", alt(&data, ""));
    }
    let nothing: &[Option<f64>] = &[None, None];
    let data = ChartData::Trend(categories(&["Quý I", "Quý II"], &[("Kết nạp", nothing)], "đảng viên"));
    assert_eq!(joined(drawn(&data, WIDTH)), joined(drawn(&many(0)[2].1, WIDTH)));
}

/// A chart of eighty rows can be cut over pages: no piece is taller than a few rows, none is lost.
#[test]
fn eighty_items_are_many_pieces() {
    for (name, data) in many(80) {
        let drawing = drawn(&data, WIDTH);
        assert!(drawing.pieces.iter().all(|p| p.height > 5.0 && p.height < 250.0), "{name}");
        let wanted = match name {
            "trend" => 1,
            "multiples" => 20,
            _ => 80,
        };
        assert_eq!(drawing.pieces.len(), wanted, "{name}");
    }
}

/// In greyscale two series side by side differ: by 0.25 of the way from black to white, or by hatching.
#[test]
fn series_differ_in_grey() {
    for count in 2..=6 {
        let value: &[Option<f64>] = &[Some(10.0)];
        let names: Vec<String> = (1..=count).map(|i| format!("Loại {i}")).collect();
        let series: Vec<_> = names.iter().map(|n| (n.as_str(), value)).collect();
        for data in [
            ChartData::Grouped(categories(&["2023"], &series, "lớp")),
            ChartData::Stacked(categories(&["2023"], &series, "lớp")),
        ] {
            let whole = joined(drawn(&data, WIDTH));
            let looks = swatch_looks(&whole, count);
            assert_eq!(looks.len(), count, "{count}: {looks:?}");
            for (i, a) in looks.iter().enumerate() {
                for b in &looks[i + 1..] {
                    assert!(a.1 != b.1 || (a.0 - b.0).abs() >= 0.25, "{count}: {a:?} and {b:?}");
                }
            }
        }
    }
}

/// Fill and hatching (number of directions) of the first `count` areas, which are the legend's swatches.
fn swatch_looks(piece: &Piece, count: usize) -> Vec<(f32, usize)> {
    let mut looks: Vec<(f32, usize)> = Vec::new();
    for item in &piece.items {
        match item {
            Item::Path(p) if p.fill.is_some() => {
                if looks.len() == count {
                    break;
                }
                looks.push((p.fill.unwrap_or(1.0), 0));
            }
            Item::Path(p) if p.segments.len() > 5 => {
                // Rising and falling strokes lie in one path; the first and the last tell the directions.
                let slope = |s: &[Segment]| match s {
                    [Segment::Move(a, b), Segment::Line(c, d)] => Some(((c - a) * (d - b)).signum() as i8),
                    _ => None,
                };
                let slopes: std::collections::BTreeSet<_> = p.segments.chunks(2).map(slope).collect();
                let directions =
                    if slopes.contains(&Some(1)) { 2 } else { 0 } + usize::from(slopes.contains(&Some(-1)));
                if let Some(last) = looks.last_mut() {
                    last.1 = directions;
                }
            }
            _ => {}
        }
    }
    looks
}

/// A broken line is marked where it breaks; a line that begins late or ends early is not.
#[test]
fn gaps_inside_a_line_are_marked() {
    let v = Some;
    for (values, marked) in [
        ([v(1.0), None, v(3.0), v(4.0)], true),
        ([None, v(2.0), v(3.0), v(4.0)], false),
        ([v(1.0), v(2.0), v(3.0), None], false),
    ] {
        let full: &[Option<f64>] = &[v(5.0), v(6.0), v(7.0), v(8.0)];
        let data = categories(&["I", "II", "III", "IV"], &[("Một", full), ("Hai", &values)], "lớp");
        let whole = joined(drawn(&ChartData::Trend(data), WIDTH));
        assert_eq!(texts(&whole).iter().any(|t| t.text == "chưa có số liệu"), marked, "{values:?}");
    }
}

/// Figures that a chart prints are recorded, so that the manifest knows their page.
#[test]
fn printed_figures_are_recorded() {
    assert!(drawn(&bullets(), WIDTH).pieces.iter().all(|p| p.figures == [FigureId(3)]));
    let ChartData::Grouped(mut data) = grouped() else { panic!() };
    data.figures = vec![
        (10..15).map(|i| Some(FigureId(i))).collect(),
        vec![Some(FigureId(20)), None, Some(FigureId(22))],
    ];
    let recorded = joined(drawn(&ChartData::Grouped(data), WIDTH)).figures;
    assert_eq!(recorded, [10, 20, 11, 12, 22, 13, 14].map(FigureId));
}

/// A decomposed label gives the same drawing, and a no-break space stands as a space.
#[test]
fn normal_form_and_ties() {
    use unicode_normalization::UnicodeNormalization;
    let composed =
        ChartData::Bullet(vec![bar("Kết\u{a0}nạp đảng viên", Some(0.5), None, "5\u{a0}đảng viên")]);
    let decomposed = ChartData::Bullet(vec![bar(
        &"Kết\u{a0}nạp đảng viên".nfd().collect::<String>(),
        Some(0.5),
        None,
        &"5\u{a0}đảng viên".nfd().collect::<String>(),
    )]);
    let whole = joined(drawn(&composed, WIDTH));
    assert_eq!(whole, joined(drawn(&decomposed, WIDTH)));
    assert!(texts(&whole).iter().all(|t| !t.text.contains('\u{a0}')));
}

/// The geometry of each kind as text, reviewed by eye as pictures (`dump_charts`) and compared from then on.
#[test]
fn geometry() {
    for (name, data) in samples() {
        let drawing = drawn(&data, WIDTH);
        let mut text = format!("{}\n\nhead\n{}", alt(&data, "Mẫu"), listed(&drawing.head));
        for (i, piece) in drawing.pieces.iter().enumerate() {
            write!(text, "piece {}\n{}", i + 1, listed(piece)).unwrap();
        }
        insta::with_settings!({snapshot_path => "../charts", prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(name, text);
        });
    }
}

/// Items in order, in tenths of a point.
fn listed(piece: &Piece) -> String {
    let mut text = format!("  height {:.1}\n", piece.height);
    for item in &piece.items {
        match item {
            Item::Text(t) => {
                writeln!(
                    text,
                    "  {:5.1} {:5.1} {:?} {} {:.2} {:?}",
                    t.x, t.y, t.face, t.size, t.grey, t.text
                )
                .unwrap();
            }
            Item::Path(p) => {
                let (xs, ys): (Vec<f64>, Vec<f64>) = points_of(&p.segments).into_iter().unzip();
                let least = |v: &[f64]| v.iter().copied().fold(f64::INFINITY, f64::min);
                let most = |v: &[f64]| v.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let fill = p.fill.map_or(String::new(), |g| format!(" fill {g:.2}"));
                let stroke = p.stroke.map_or(String::new(), |s| {
                    let dash = s.dash.map_or(String::new(), |(a, b)| format!(" dash {a} {b}"));
                    format!(" stroke {} {:.2}{dash}", s.width, s.grey)
                });
                writeln!(
                    text,
                    "  {:5.1} {:5.1} to {:.1} {:.1}, {} steps{fill}{stroke}",
                    least(&xs),
                    least(&ys),
                    most(&xs),
                    most(&ys),
                    p.segments.len()
                )
                .unwrap();
            }
            Item::Touch(_) => {}
        }
    }
    text
}

fn points_of(segments: &[Segment]) -> Vec<(f64, f64)> {
    let place = |s: &Segment| match *s {
        Segment::Move(x, y) | Segment::Line(x, y) => Some((x, y)),
        Segment::Close => None,
    };
    segments.iter().filter_map(place).collect()
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
