//! Single rules of layout, each on the smallest document that shows it.

use std::sync::Arc;

use baocao::diagnostic::Diagnostic;
use baocao::document::*;
use baocao::fonts::Face;
use baocao::layout::page::{Item, Role, Scope, Segment, Tag};
use baocao::layout::{Pages, Profile, lay_out};
use baocao::locale::Locale;
use baocao::vietnamese::tie;
use unicode_normalization::UnicodeNormalization;

use super::read::{inside, lines, role};
use super::{rules, sample};

fn dang() -> Profile {
    Profile::built_in("dang").unwrap()
}

fn document(blocks: Vec<Block>) -> Document {
    Document { blocks, ..sample::with_rows(1, 1) }
}

fn body(runs: Vec<Run>) -> Block {
    Block::Paragraph { kind: ParagraphKind::Body, runs }
}

fn set(blocks: Vec<Block>) -> Pages {
    lay_out(&document(blocks), &dang()).unwrap()
}

/// No justified line of the sample texts has spaces looser than 1.6 or tighter than 0.8 of their natural width.
#[test]
fn spaces_of_justified_lines_stay_between_the_limits() {
    for document in [sample::quarterly(), sample::term(), sample::with_entries(30)] {
        let pages = lay_out(&document, &dang()).unwrap();
        let right = 195.0 / 25.4 * 72.0;
        let justified = |l: &super::read::Line| {
            l.node.is_some_and(|n| matches!(role(&pages, n), Role::P | Role::LBody))
                && (l.right - right).abs() < 0.05
        };
        let mut seen = 0;
        for line in lines(&pages).iter().filter(|l| justified(l)) {
            for space in &line.spaces {
                let factor = space / 0.25;
                assert!((0.799..=1.601).contains(&factor), "{factor:.2}: {}", line.text);
                seen += 1;
            }
        }
        assert!(seen > 100, "only {seen} spaces looked at");
    }
}

/// Decomposed input gives the same pages as composed input.
#[test]
fn nfd_gives_the_same_pages() {
    let composed = sample::quarterly();
    let mut decomposed = composed.clone();
    let nfd = |text: &mut String| *text = text.nfd().collect();
    let head = &mut decomposed.letterhead;
    let texts = [&mut head.parent, &mut head.issuer, &mut head.symbol, &mut head.place, &mut head.type_name];
    texts.into_iter().chain(&mut head.subject).for_each(nfd);
    for block in &mut decomposed.blocks {
        match block {
            Block::Paragraph { runs, .. } => runs.iter_mut().for_each(|r| nfd(&mut r.text)),
            Block::Part { number, title, .. } | Block::Heading { number, title, .. } => {
                nfd(number);
                title.iter_mut().for_each(|r| nfd(&mut r.text));
            }
            Block::Table(table) => {
                for cell in table.header.iter_mut().chain(&mut table.body).flat_map(|r| &mut r.cells) {
                    cell.content.iter_mut().flatten().for_each(|r| nfd(&mut r.text));
                }
            }
            Block::List(_) | Block::Chart(_) => {}
        }
    }
    assert_ne!(composed.blocks, decomposed.blocks);
    let (a, b) = (lay_out(&composed, &dang()).unwrap(), lay_out(&decomposed, &dang()).unwrap());
    assert_eq!(a.pages, b.pages);
}

/// Every Vietnamese letter with every tone, in capitals and small letters.
fn letters() -> Vec<String> {
    let vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let small = vowels.iter().flat_map(|v| tones.map(|t| format!("{v}{t}").nfc().collect::<String>()));
    small.chain(["đ".to_owned()]).flat_map(|l| [l.to_uppercase(), l]).collect()
}

/// Every Vietnamese letter in each face is one glyph of that face, and in a table cell no accent touches a rule.
#[test]
fn no_accent_is_clipped_in_a_cell() {
    for (bold, italic) in [(false, false), (true, false), (false, true), (true, true)] {
        let style = TextStyle { bold, italic, ..TextStyle::default() };
        let row = |letter: &String| Row {
            cells: vec![Cell::new(vec![Run { text: letter.clone(), style, ..Run::default() }])],
            anchor: None,
        };
        let table = Table {
            columns: vec![Align::Left],
            body: letters().iter().map(row).collect(),
            ..Table::default()
        };
        let pages = set(vec![Block::Table(table)]);
        let mut seen = 0;
        for page in &pages.pages {
            let mut rules: Vec<f64> = Vec::new();
            let mut glyphs: Vec<(f64, f64, String)> = Vec::new();
            for item in &page.items {
                match item {
                    Item::Path(path) => rules.extend(path.segments.windows(2).filter_map(|s| match s {
                        [Segment::Move(_, a), Segment::Line(_, b)] if a == b => Some(*a),
                        _ => None,
                    })),
                    Item::Text(t) if matches!(t.tag, Tag::Content(n) if role(&pages, n) == Role::TD) => {
                        assert_eq!(t.glyphs.len(), 1, "{}", t.text);
                        let (top, bottom) = ink(t.face, t.glyphs[0].id, t.size);
                        glyphs.push((t.y - top, t.y - bottom, t.text.clone()));
                    }
                    _ => {}
                }
            }
            for (top, bottom, letter) in glyphs {
                let clear = rules.iter().map(|r| {
                    if *r <= top {
                        top - r
                    } else if *r >= bottom {
                        r - bottom
                    } else {
                        -1.0
                    }
                });
                let clear = clear.fold(f64::MAX, f64::min);
                assert!(clear > 0.8, "{letter}: {clear:.2} pt from a rule");
                seen += 1;
            }
        }
        assert_eq!(seen, letters().len());
    }
}

/// Ink of a glyph above and below the baseline in pt.
fn ink(face: Face, id: u16, size: f64) -> (f64, f64) {
    let font = harfrust::Font::new(face.bytes(), 0).unwrap();
    let font = harfrust::ShaperFont::new(&font);
    let extents = font.glyph_extents(harfrust::GlyphId::new(id.into())).unwrap();
    let scale = size / f64::from(font.units_per_em());
    let top = f64::from(extents.y_bearing);
    (top * scale, (top + f64::from(extents.height)) * scale)
}

/// A character that no face has is an error that names it; one that only Source Sans 3 has is set in it.
#[test]
fn missing_glyphs_are_errors() {
    let wrong = lay_out(&document(vec![body(vec![Run::plain("kết quả 漢 tốt")])]), &dang()).unwrap_err();
    let said: Vec<String> = wrong.iter().map(|d: &Diagnostic| Locale::Vi.message(d)).collect();
    assert_eq!(said, ["Không phông chữ nào có ký tự `漢` (U+6F22) trong `漢`"]);
    let pages = set(vec![body(vec![Run::plain("đạt ✓ rồi")])]);
    let check = pages.pages.iter().flat_map(|p| &p.items).find_map(|item| match item {
        Item::Text(t) if t.text.contains('✓') => Some(t.face),
        _ => None,
    });
    assert_eq!(check, Some(Face::Sans));
}

/// Controls, directional marks and zero-width characters leave no trace; the glyphs account for every byte.
#[test]
fn hostile_text_changes_nothing_but_the_text() {
    let text = "a\u{202e}b\u{0}c\u{200b}d\u{ad}e ) \\ endobj <pdfaid:part> \u{feff}\u{7}x";
    let pages = set(vec![body(vec![Run::plain(text)]), body(vec![Run::plain("W".repeat(10_000))])]);
    let all = lines(&pages);
    assert!(all.iter().any(|l| l.text == "abcde ) \\ endobj <pdfaid:part> x"), "{:?}", all[10]);
    assert_eq!(all.iter().map(|l| l.text.matches('W').count()).sum::<usize>(), 10_000);
    assert_eq!(rules::faults(&pages, &dang()), Vec::<String>::new());
    for item in pages.pages.iter().flat_map(|p| &p.items) {
        if let Item::Text(t) = item {
            let bytes: usize = t.glyphs.iter().map(|g| usize::from(g.len)).sum();
            assert_eq!(bytes, t.text.len(), "{}", t.text);
        }
    }
}

/// A web address is cut after its punctuation, so that it neither sticks out nor tears the line before it apart.
#[test]
fn web_addresses_are_cut() {
    let address = "https://khoicoquan.example.vn/tin-tuc/xay-dung-dang/ket-qua-quy-iii-2023.html";
    let text =
        tie(&format!("Toàn văn báo cáo được đăng trên cổng thông tin tại địa chỉ {address} từ tháng 10."));
    let pages = set(vec![body(vec![Run::plain(text)])]);
    let cut: Vec<String> = lines(&pages)
        .into_iter()
        .map(|l| l.text)
        .filter(|t| t.contains("://") || t.contains("2023.html"))
        .collect();
    assert_eq!(cut.len(), 2, "{cut:?}");
    assert!(cut[0].ends_with(['/', '-', '.']), "{cut:?}");
    assert_eq!(rules::faults(&pages, &dang()), Vec::<String>::new());
}

/// A face that changes inside a word allows no break there.
#[test]
fn faces_change_inside_a_word() {
    let mut runs = Vec::new();
    for i in 0..60 {
        runs.extend([Run::plain(format!("{}nội", if i > 0 { " " } else { "" })), Run::bold("dung")]);
    }
    let pages = set(vec![body(runs)]);
    for line in lines(&pages).iter().filter(|l| l.text.contains("nội")) {
        assert!(line.text.trim_end().ends_with("dung") && line.text.starts_with("nội"), "{}", line.text);
    }
}

/// Spanned header cells have ids that the cells below name; rows joined by a span stay together.
#[test]
fn spans_keep_rows_together_and_name_their_headers() {
    let cell = |text: &str| Cell::new(vec![Run::plain(text)]);
    let header = vec![
        Row {
            cells: vec![Cell { rowspan: 2, ..cell("Cụm") }, Cell { colspan: 2, ..cell("Kết nạp") }],
            anchor: None,
        },
        Row { cells: vec![cell("Quý II"), cell("Quý III")], anchor: None },
    ];
    let mut rows = Vec::new();
    for i in 0..40 {
        let cluster = Cell { rowspan: 3, heads_row: true, ..cell(&format!("Cụm {i}")) };
        rows.push(Row { cells: vec![cluster, cell("1"), cell("2")], anchor: None });
        rows.extend([cell("3"), cell("5")].map(|c| Row { cells: vec![c, cell("4")], anchor: None }));
    }
    let table = Table {
        columns: vec![Align::Left, Align::Decimal, Align::Decimal],
        header,
        body: rows,
        ..Table::default()
    };
    let pages = set(vec![Block::Table(table)]);
    let node = |role: Role| pages.structure.iter().filter(move |n| n.role == role);
    let scopes: Vec<_> = node(Role::TH).map(|n| n.attributes.scope).collect();
    assert_eq!(scopes[..4], [Some(Scope::Column); 4]);
    assert_eq!(scopes[4], Some(Scope::Row));
    let headers: Vec<_> = node(Role::TD).take(2).map(|n| n.attributes.headers.join(" ")).collect();
    assert_eq!(headers, ["t1-h2 t1-h3", "t1-h2 t1-h4"]);
    for page in &pages.pages {
        let numbers = page.items.iter().filter(
            |i| matches!(i, Item::Text(t) if matches!(t.tag, Tag::Content(n) if role(&pages, n) == Role::TD)),
        );
        assert_eq!(numbers.count() % 6, 0, "a group of three rows is cut");
    }
}

/// A row taller than a page goes on over pages, every line once, its rules closed at each page's foot.
#[test]
fn a_row_taller_than_a_page_is_cut_between_lines() {
    let paragraph = |i: usize| vec![Run::plain(format!("Dòng {i}"))];
    let tall = Cell { content: (0..120).map(paragraph).collect(), ..Cell::new(Vec::new()) };
    let row = Row { cells: vec![Cell::new(vec![Run::plain("1")]), tall], anchor: None };
    let head = |text: &str| Cell::new(vec![Run::plain(text)]);
    let header = vec![Row { cells: vec![head("TT"), head("Nội dung")], anchor: None }];
    let caption = vec![Run::plain("Bảng 1")];
    let table = Table {
        caption,
        columns: vec![Align::Centre, Align::Left],
        header,
        body: vec![row],
        ..Table::default()
    };
    let pages = set(vec![Block::Table(table)]);
    let texts: Vec<String> = lines(&pages)
        .into_iter()
        .map(|l| l.text.trim().to_owned())
        .filter(|t| t.starts_with("Dòng "))
        .collect();
    assert_eq!(texts, (0..120).map(|i| format!("Dòng {i}")).collect::<Vec<_>>());
    let used = lines(&pages).iter().filter(|l| l.text.starts_with("Dòng")).map(|l| l.page).max();
    assert!(used >= Some(2));
    let faults = rules::faults(&pages, &dang());
    let other: Vec<&String> = faults.iter().filter(|f| !f.contains("row cut")).collect();
    assert!(other.is_empty(), "{other:?}");
}

/// A footnote stands on each page that refers to it, once in the structure, and its mark links to it.
#[test]
fn footnotes_stand_on_their_page() {
    let mark = |id: u32| Run {
        text: (id + 1).to_string(),
        style: TextStyle { superscript: true, ..TextStyle::default() },
        footnote: Some(FootnoteId(id)),
        ..Run::default()
    };
    let text =
        "Nội dung của đoạn văn này dài vừa đủ một dòng và thêm vài chữ nữa để sang dòng thứ hai của trang.";
    let blocks = (0..60).map(|i| body(vec![Run::plain(text), mark(i % 3)])).collect();
    let footnotes = (0..3).map(|i| vec![Run::plain(format!("Nguồn thứ {i}."))]).collect();
    let pages = lay_out(&Document { footnotes, ..document(blocks) }, &dang()).unwrap();
    assert_eq!(pages.structure.iter().filter(|n| n.role == Role::Note).count(), 3);
    let full = lines(&pages);
    for page in 0..pages.pages.len() {
        let here = |l: &&super::read::Line| l.page == page;
        let marks: std::collections::BTreeSet<&str> = full
            .iter()
            .filter(here)
            .filter(|l| l.size > 9.0 && l.size < 10.0)
            .map(|l| l.text.as_str())
            .collect();
        let notes = full.iter().filter(here).filter(|l| l.text.contains("Nguồn thứ")).count();
        assert_eq!(notes, marks.len(), "page {}", page + 1);
    }
    let link = pages.pages[0].links.first().unwrap();
    assert_eq!(*link.target, LinkTarget::Anchor("footnote-1".to_owned()));
    assert!(pages.destinations.iter().any(|d| d.anchor == "footnote-1" && d.page == 0));
    assert!(inside(&pages, link.node, Role::Reference));
}

/// The page that a figure is printed on is known, in text, tables and charts.
#[test]
fn figures_know_their_page() {
    let figure = |id: u32| Run { text: "128".to_owned(), figure: Some(FigureId(id)), ..Run::default() };
    let table = Table {
        columns: vec![Align::Decimal],
        body: (0..100).map(|i| Row { cells: vec![Cell::new(vec![figure(i + 1)])], anchor: None }).collect(),
        ..Table::default()
    };
    let pages = set(vec![body(vec![figure(0)]), Block::Table(table)]);
    let all: Vec<u32> = pages.pages.iter().flat_map(|p| &p.figures).map(|f| f.0).collect();
    assert_eq!(all, (0..=100).collect::<Vec<_>>());
    assert_eq!(pages.pages[0].figures[0], FigureId(0));
}

/// Links keep their target, their words and an area on each line they cover.
#[test]
fn links_cover_their_words() {
    let target = Arc::new(LinkTarget::Uri("https://example.vn".to_owned()));
    let words = "toàn văn nghị quyết của đại hội và chương trình hành động kèm theo được đăng ở cổng thông tin của tỉnh";
    let link = Run { text: words.to_owned(), link: Some(Arc::clone(&target)), ..Run::default() };
    let pages = set(vec![body(vec![Run::plain("Xem "), link, Run::plain(".")])]);
    let areas = &pages.pages[0].links;
    assert_eq!(areas.len(), 2);
    assert!(areas.iter().all(|a| a.contents == words && a.target == target && a.rect[0] < a.rect[2]));
    assert_eq!(areas[0].node, areas[1].node);
}

/// Who hears the report is told what a raised mark leads to.
#[test]
fn raised_marks_say_what_they_lead_to() {
    let style = TextStyle { superscript: true, ..TextStyle::default() };
    let target = Arc::new(LinkTarget::Anchor("nguon-1".to_owned()));
    let source = Run { text: "1".to_owned(), style, link: Some(target), ..Run::default() };
    let note = Run { text: "2".to_owned(), style, footnote: Some(FootnoteId(0)), ..Run::default() };
    let footnotes = vec![vec![Run::plain("Số liệu minh họa.")]];
    let document =
        Document { footnotes, ..document(vec![body(vec![Run::plain("Có 53 tổ chức"), source, note])]) };
    let pages = lay_out(&document, &dang()).unwrap();
    let said: Vec<&str> = pages.pages[0].links.iter().map(|link| link.contents.as_str()).collect();
    assert_eq!(said, ["Nguồn số 1", "Chú thích 2"]);
}

/// Contents are lists within lists, as the headings are sections within sections.
#[test]
fn contents_are_nested_like_the_headings() {
    let pages = lay_out(&sample::term(), &dang()).unwrap();
    let parent = |at: usize| pages.structure[at].parent.map(|parent| pages.structure[parent.0 as usize].role);
    let lists: Vec<usize> =
        (0..pages.structure.len()).filter(|&at| pages.structure[at].role == Role::TOC).collect();
    assert_eq!(parent(lists[0]), Some(Role::Sect));
    assert!(lists.len() > 1 && lists[1..].iter().all(|&list| parent(list) == Some(Role::TOC)));
    assert_eq!(pages.structure[lists[0] + 1].role, Role::Caption);
}

/// A sheet without signer and recipients has no field to sign.
#[test]
fn what_nobody_signs_has_no_signature_field() {
    let document =
        Document { closing: Closing::default(), ..document(vec![body(vec![Run::plain("Hết.")])]) };
    let pages = lay_out(&document, &dang()).unwrap();
    assert_eq!(pages.signature, None);
    assert!(pages.structure.iter().all(|node| node.role != Role::Form));
}

/// A long chart goes on over pages, each part a figure of its own with text and box.
#[test]
fn a_long_chart_goes_on_over_pages() {
    let mut chart = sample::chart();
    if let ChartData::Bullet(bars) = &mut chart.data {
        let bar = bars[0].clone();
        *bars = vec![bar; 80];
    }
    let pages = set(vec![Block::Chart(chart)]);
    let figures: Vec<_> = pages.structure.iter().filter(|n| n.role == Role::Figure).collect();
    assert!(figures.len() >= 2, "{}", figures.len());
    let on: Vec<usize> = figures.iter().map(|f| f.attributes.bbox.unwrap().0).collect();
    assert!(on.windows(2).all(|w| w[0] < w[1]));
    assert!(figures[1].attributes.alt.as_ref().unwrap().starts_with("(tiếp theo)"));
    assert_eq!(rules::faults(&pages, &dang()), Vec::<String>::new());
}

/// The rules can fail: pages that break one are told apart.
#[test]
fn broken_pages_are_found() {
    let good = lay_out(&sample::with_rows(40, 2), &dang()).unwrap();
    let break_ = |change: fn(&mut Pages)| {
        let mut pages = good.clone();
        change(&mut pages);
        rules::faults(&pages, &dang())
    };
    assert_eq!(break_(|_| ()), Vec::<String>::new());
    let moved = break_(|pages| {
        if let Some(Item::Text(t)) = pages.pages[0].items.last_mut() {
            t.x += 600.0;
        }
        if let Some(Item::Text(t)) = pages.pages[0].items.first_mut() {
            t.x -= 80.0;
        }
    });
    assert!(moved.iter().any(|f| f.contains("outside the margins")), "{moved:?}");
    let cut = break_(|pages| {
        let at = pages.pages[1]
            .items
            .iter()
            .position(|i| matches!(i, Item::Text(t) if matches!(t.tag, Tag::Content(_))))
            .unwrap();
        let item = pages.pages[1].items.remove(at);
        pages.pages[0].items.push(item);
    });
    assert!(cut.iter().any(|f| f.contains("row cut")), "{cut:?}");
    let skipped = break_(|pages| {
        pages.structure.iter_mut().for_each(|n| {
            if n.role == Role::H(2) {
                n.role = Role::H(3)
            }
        })
    });
    assert!(skipped.iter().any(|f| f.contains("heading level 3 after 1")), "{skipped:?}");
    let unsigned = break_(|pages| pages.signature = None);
    assert_eq!(unsigned, ["no signature field"]);
}

/// Names, titles and recipients of absurd length go on over pages instead of off the paper.
#[test]
fn absurd_lengths_stay_on_the_paper() {
    let long = "rất dài ".repeat(2_000);
    let mut document = document(vec![
        Block::Heading {
            level: 2,
            number: "I-".into(),
            title: vec![Run::plain(long.as_str())],
            anchor: "a".into(),
        },
        Block::Table(Table {
            caption: vec![Run::plain(long.as_str())],
            columns: vec![Align::Left; 2],
            header: vec![Row { cells: vec![Cell::new(vec![Run::plain(long.as_str())])], anchor: None }],
            body: vec![Row { cells: vec![Cell::new(vec![Run::plain("1")])], anchor: None }; 3],
            note: vec![Run::plain(long.as_str())],
            ..Table::default()
        }),
    ]);
    document.letterhead.issuer = long.to_uppercase();
    document.letterhead.subject = vec![long.clone()];
    document.closing.recipients = vec!["Ban Thường vụ Tỉnh ủy".to_owned(); 200];
    document.closing.name = Some(long);
    let pages = lay_out(&document, &dang()).unwrap();
    let faults = rules::faults(&pages, &dang());
    let outside: Vec<&String> = faults.iter().filter(|f| f.contains("outside")).collect();
    assert!(outside.is_empty(), "{} {:?}", outside.len(), outside.first());
}

/// A footnote longer than a page goes on at the foot of the pages after, every word once.
#[test]
fn a_long_footnote_goes_on_over_pages() {
    let mark = Run {
        text: "1".to_owned(),
        style: TextStyle { superscript: true, ..TextStyle::default() },
        footnote: Some(FootnoteId(0)),
        ..Run::default()
    };
    let text =
        "Nội dung của đoạn văn này dài vừa đủ một dòng và thêm vài chữ nữa để sang dòng thứ hai của trang.";
    let mut blocks = vec![body(vec![Run::plain(text), mark])];
    blocks.extend((0..60).map(|_| body(vec![Run::plain(text)])));
    let words: Vec<String> = (0..1_500).map(|i| format!("từ{i}")).collect();
    let footnotes = vec![vec![Run::plain(words.join(" "))]];
    let pages = lay_out(&Document { footnotes, ..document(blocks) }, &dang()).unwrap();
    let found: String = lines(&pages)
        .into_iter()
        .filter(|l| l.node.is_some_and(|n| inside(&pages, n, Role::Note) && role(&pages, n) == Role::P))
        .map(|l| l.text)
        .collect();
    assert_eq!(found.split_whitespace().collect::<Vec<_>>(), words);
    assert_eq!(rules::faults(&pages, &dang()), Vec::<String>::new());
}
