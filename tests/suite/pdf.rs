//! Tests of the room `pdf`.

pub mod builder;
pub mod checks;
mod mutants;
pub mod reading;
mod samples;

use baocao::document::{LinkTarget, Metadata};
use baocao::fonts::Face;
use baocao::layout::Pages;
use baocao::layout::page::{Glyph, Item, NodeId, Tag, TextItem};
use baocao::locale::Locale;
use baocao::pdf::{Attachment, Options, PdfError, Standard, write};
use sha2::{Digest, Sha256};

use builder::{Builder, PORTRAIT, glyph, metadata, shape};

const LANDSCAPE: (f64, f64) = (PORTRAIT.1, PORTRAIT.0);
const PROSE: &str = "Trong quý III năm 2023, Đảng ủy Khối đã chỉ đạo các tổ chức cơ sở đảng thực hiện tốt nhiệm \
    vụ chính trị; toàn khối có 17 tổ chức cơ sở đảng với gần 2.000 đảng viên, đạt 72,7% chỉ tiêu đề ra (tăng \
    1,5 điểm phần trăm).";

/// What a generated report holds.
#[derive(Clone, Copy, Debug, Default)]
struct Variant {
    rows: usize,
    spans: bool,
    notes: usize,
    figures: usize,
    links: bool,
    landscape: bool,
    signature: bool,
    paragraphs: usize,
    long_names: bool,
    attachments: usize,
}

impl Variant {
    /// Everything a report can have.
    const FULL: Variant = Variant {
        rows: 60,
        spans: true,
        notes: 2,
        figures: 1,
        links: true,
        landscape: true,
        signature: true,
        paragraphs: 3,
        long_names: false,
        attachments: 0,
    };

    fn pages(&self) -> Pages {
        let mut b = Builder::new(PORTRAIT);
        let root = b.root;
        b.heading(root, 1, "Phần thứ nhất. KẾT QUẢ THỰC HIỆN");
        b.heading(root, 2, "I- Công tác chính trị, tư tưởng");
        for _ in 0..self.paragraphs {
            b.p(root, PROSE);
        }
        for note in 0..self.notes {
            b.footnote(root, "Số liệu lấy từ báo cáo của cơ sở.", &format!("Báo cáo số {note}-BC/ĐUK."));
        }
        b.heading(root, 2, "II- Công tác tổ chức, cán bộ");
        if self.paragraphs > 0 {
            b.list(root, &["Mở 5 lớp bồi dưỡng;", "Kết nạp 128 đảng viên."]);
        }
        for _ in 0..self.figures {
            b.figure(root, "Biểu đồ: kết nạp 128 trên 176 đảng viên, đạt 72,7%.");
        }
        if self.links {
            let heading = "II- Công tác tổ chức, cán bộ".to_owned();
            b.link(root, "Xem mục II", LinkTarget::Anchor(heading));
            b.link(root, "Trang nguồn", LinkTarget::Uri("https://bao.example/tin tức?a=1&b=(2)".into()));
        }
        if self.rows > 0 {
            b.table(root, &["TT", "Đơn vị", "Kết quả"], &self.rows());
        }
        if self.signature {
            b.signature(root);
        }
        if self.landscape {
            b.turn(LANDSCAPE);
        } else if self.spans {
            b.page();
        }
        if self.landscape || self.spans {
            b.heading(root, 1, "Phụ lục");
        }
        if self.spans {
            b.spanned_table(root, 5);
        }
        b.pages
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let name = |row: usize| match self.long_names {
            true => format!("Đảng bộ {} số {row}", "Sở Văn hóa, Thể thao và Du lịch ".repeat(20)),
            false => format!("Đảng bộ số {row}"),
        };
        let result = |row: usize| if row.is_multiple_of(7) { "" } else { "đạt" };
        (0..self.rows).map(|row| vec![(row + 1).to_string(), name(row), result(row).to_owned()]).collect()
    }

    fn options(&self) -> Options {
        let attachments: Vec<Attachment> = (0..self.attachments)
            .map(|index| {
                Attachment::data(format!("số liệu {index}.json"), "application/json", b"{}".to_vec())
            })
            .collect();
        let standard = if attachments.is_empty() { Standard::A2a } else { Standard::A3a };
        Options { standard, attachments, ..Options::default() }
    }

    fn write(&self) -> Vec<u8> {
        write(&self.pages(), &metadata(), &self.options()).unwrap()
    }
}

/// A page with one line that belongs to a paragraph below a heading.
fn line(text: TextItem) -> Pages {
    let mut b = Builder::new(PORTRAIT);
    let root = b.root;
    b.heading(root, 1, "BÁO CÁO");
    let mut pages = b.pages;
    let node = baocao::layout::page::Node {
        role: baocao::layout::page::Role::P,
        parent: Some(root),
        attributes: Default::default(),
    };
    pages.structure.push(node);
    pages.pages[0].items.push(Item::Text(TextItem { tag: Tag::Content(NodeId(2)), ..text }));
    pages
}

fn text_item(text: &str, glyphs: Vec<Glyph>) -> TextItem {
    let tag = Tag::Artifact;
    TextItem { x: 72.0, y: 200.0, size: 14.0, face: Face::Regular, grey: 0.0, text: text.into(), glyphs, tag }
}

/// A whole report conforms, and its structure and text are what was composed.
#[test]
fn full_report_reads_as_composed() {
    let bytes = Variant { rows: 3, ..Variant::FULL }.write();
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("full.pdf"), &bytes).unwrap();
    let report = checks::conforms(&bytes);
    assert_eq!(report.of("P").next().unwrap().text, PROSE);
    insta::assert_snapshot!(report.outline());
}

/// Reports of every make conform.
#[test]
fn generated_reports_conform() {
    let bit = |number: usize, bit: usize| number >> bit & 1 == 1;
    let mut variants: Vec<Variant> = (0..48)
        .map(|n| Variant {
            rows: [0, 1, 2, 25, 60][n % 5],
            spans: bit(n, 0),
            notes: [0, 1, 4][n % 3],
            figures: n % 2 + n % 3,
            links: bit(n, 1),
            landscape: bit(n, 2),
            signature: bit(n, 3),
            paragraphs: [0, 1, 12][n % 3],
            long_names: bit(n, 4),
            attachments: if bit(n, 5) { n % 4 } else { 0 },
        })
        .collect();
    variants.extend([
        Variant::default(),
        Variant::FULL,
        Variant { rows: 500, ..Variant::default() },
        Variant { rows: 500, attachments: 2, ..Variant::FULL },
        Variant { notes: 60, ..Variant::default() },
        Variant { paragraphs: 150, ..Variant::FULL },
    ]);
    assert!(variants.len() >= 50);
    for variant in variants {
        let bytes = variant.write();
        let faults = checks::faults(&bytes);
        assert!(faults.is_empty(), "{variant:?}: {faults:#?}");
        assert_eq!(drawn_text(&bytes), composed_text(&variant.pages()), "{variant:?}");
    }
}

/// The text of each page's content, artifacts left out, in the order in which it is drawn.
fn drawn_text(bytes: &[u8]) -> Vec<String> {
    let report = reading::Report::read(bytes);
    report.pages.iter().map(|sheet| sheet.marked.iter().map(|(_, text)| text.as_str()).collect()).collect()
}

/// The same from what was to be drawn.
fn composed_text(pages: &Pages) -> Vec<String> {
    let content = |item: &Item| match item {
        Item::Text(TextItem { text, tag: Tag::Content(_), .. }) => Some(text.clone()),
        _ => None,
    };
    pages.pages.iter().map(|page| page.items.iter().filter_map(content).collect()).collect()
}

/// The same report gives the same bytes in any order, on any number of threads.
#[test]
fn bytes_do_not_depend_on_order_or_threads() {
    let variants =
        [Variant::FULL, Variant::default(), Variant { rows: 200, attachments: 2, ..Variant::FULL }];
    let forward: Vec<Vec<u8>> = variants.iter().map(Variant::write).collect();
    let mut backward: Vec<Vec<u8>> = variants.iter().rev().map(Variant::write).collect();
    backward.reverse();
    assert!(forward == backward);
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let batch: Vec<Vec<u8>> = pool.install(|| {
            use rayon::prelude::*;
            variants.par_iter().map(Variant::write).collect()
        });
        assert!(forward == batch);
    }
}

/// Prints a hash, for `bytes_do_not_depend_on_the_process` to compare between processes.
#[test]
#[ignore = "helper of another test"]
fn print_hash() {
    println!("hash {:?}", Sha256::digest(Variant::FULL.write()));
}

/// Time zone, locale, folder and process change nothing.
#[test]
fn bytes_do_not_depend_on_the_process() {
    let places =
        [("UTC", "C", "/"), ("Asia/Ho_Chi_Minh", "vi_VN.UTF-8", "/usr"), ("US/Hawaii", "tr_TR.UTF-8", "/")];
    let hashes: Vec<String> = places
        .iter()
        .map(|(zone, locale, folder)| {
            let mut command = std::process::Command::new(std::env::current_exe().unwrap());
            command.args(["--exact", "pdf::print_hash", "--ignored", "--nocapture"]);
            command.env_clear().env("TZ", zone).env("LC_ALL", locale).current_dir(folder);
            let output = String::from_utf8(command.output().unwrap().stdout).unwrap();
            output.lines().find(|line| line.contains("hash")).unwrap().to_owned()
        })
        .collect();
    assert!(hashes.iter().all(|hash| *hash == hashes[0]), "{hashes:#?}");
}

/// SOURCE_DATE_EPOCH sets the dates; without it they are the report's.
#[test]
fn dates_come_from_the_report_or_the_epoch() {
    let pages = Variant::default().pages();
    let date = |epoch| {
        let options = Options { epoch, ..Options::default() };
        let report = checks::conforms(&write(&pages, &metadata(), &options).unwrap());
        (checks::info(&report, "CreationDate").unwrap(), checks::xmp(&report, "xmp:CreateDate").unwrap())
    };
    let stated = |pdf: &str, xmp: &str| (pdf.to_owned(), xmp.to_owned());
    assert_eq!(date(None), stated("D:20230930000000+07'00'", "2023-09-30T00:00:00+07:00"));
    assert_eq!(date(Some(1_700_000_000)), stated("D:20231115051320+07'00'", "2023-11-15T05:13:20+07:00"));
}

/// The file's description holds the office, the period, the version and the inputs' hash.
#[test]
fn description_names_the_inputs() {
    let report = checks::conforms(&Variant::default().write());
    let told: Vec<String> = ["bc:office", "bc:period", "bc:version", "bc:inputsHash", "dc:language"]
        .iter()
        .map(|property| checks::xmp(&report, property).unwrap())
        .collect();
    let meta = metadata();
    assert_eq!(told, [&meta.office, &meta.period, env!("CARGO_PKG_VERSION"), &meta.inputs_hash, "vi-VN"]);
}

/// Hostile text changes nothing but the text, wherever it stands.
#[test]
fn hostile_text_stays_text() {
    let texts = [
        ")",
        "\\",
        "((\\)",
        "endobj endstream 1 0 obj <</Type/Catalog>>",
        "</rdf:li><pdfaid:part>1</pdfaid:part> & ]]> <!-- <?xpacket end=\"w\"?>",
        "a\u{0}b\u{1B}vi\u{1B}\u{7}c\r\nd\u{85}",
        "\u{202E}tfel ot thgir\u{202C} \u{2066}x\u{2069}",
        "\u{FEFF}þÿ \u{FFFE}\u{FFFF}\u{10FFFF} 😀",
        "Ba\u{301}o ca\u{301}o",
        &"Đảng ủy Khối ".repeat(800),
    ];
    let calm = checks::conforms(&Variant::FULL.write()).outline();
    for text in texts {
        let mut pages = Variant::FULL.pages();
        for item in &mut pages.outline {
            item.title = text.to_owned();
        }
        for link in pages.pages.iter_mut().flat_map(|page| &mut page.links) {
            link.contents = text.to_owned();
        }
        for node in &mut pages.structure {
            node.attributes.alt = node.attributes.alt.as_ref().map(|_| text.to_owned());
        }
        let field = pages.signature.as_mut().unwrap();
        field.tooltip = text.to_owned();
        let meta = Metadata {
            title: text.into(),
            subject: text.into(),
            author: text.into(),
            office: text.into(),
            ..metadata()
        };
        let attachment = Attachment::source(text, "text/plain", b"endstream".to_vec());
        let options = Options { standard: Standard::A3a, attachments: vec![attachment], epoch: None };
        let bytes = write(&pages, &meta, &options).unwrap();
        let report = checks::conforms(&bytes);
        let expected: String = unicode_normalization::UnicodeNormalization::nfc(text)
            .map(|c| if c.is_control() || "\u{FEFF}\u{FFFE}\u{FFFF}\u{10FFFF}".contains(c) { ' ' } else { c })
            .collect();
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let title = checks::info(&report, "Title").unwrap();
        assert_eq!(words(&title), words(&expected));
        assert_eq!(report.outline(), calm, "{text}");
    }
}

/// A string longer than PDF/A allows is cut, in Info and XMP alike.
#[test]
fn endless_text_is_cut() {
    let meta =
        Metadata { title: "Đảng".repeat(20_000), subject: "\u{1F600}".repeat(20_000), ..metadata() };
    let report = checks::conforms(&write(&Variant::default().pages(), &meta, &Options::default()).unwrap());
    let title = checks::info(&report, "Title").unwrap();
    assert_eq!((title.chars().count(), title.ends_with("Đảng…")), (16_001, true));
}

/// Text that shares a glyph with other text, or takes several glyphs, is copied as it was composed.
#[test]
fn shared_glyphs_keep_their_text() {
    let text = "a\u{2010}b - c - d";
    let mut glyphs = shape(Face::Regular, 14.0, text);
    let hyphen = glyph(Face::Regular, '-');
    glyphs[1].id = hyphen;
    let report =
        checks::conforms(&write(&line(text_item(text, glyphs)), &metadata(), &Options::default()).unwrap());
    assert_eq!(report.of("P").next().unwrap().text, text);

    let (base, mark) = (glyph(Face::Regular, 'e'), glyph(Face::Regular, '\u{323}'));
    let glyphs = vec![
        Glyph { id: base, advance: 6.0, len: 1 },
        Glyph { id: base, advance: 6.0, len: 3 },
        Glyph { id: mark, advance: 0.0, len: 0 },
    ];
    let report =
        checks::conforms(&write(&line(text_item("eẹ", glyphs)), &metadata(), &Options::default()).unwrap());
    assert_eq!(report.of("P").next().unwrap().text, "eẹ");
}

/// What cannot become a conforming file is refused with a message in both languages.
#[test]
fn impossible_pages_are_refused() {
    let good = shape(Face::Regular, 14.0, "ab");
    let unknown = LinkTarget::Anchor("không có".into());
    let mut linked = Builder::new(PORTRAIT);
    let root = linked.root;
    linked.link(root, "liên kết", unknown);
    let mut orphan = line(text_item("ab", good.clone()));
    orphan.structure[2].parent = Some(NodeId(2));
    let missing = vec![good[0], Glyph { id: 0, ..good[1] }];
    let infinite = vec![good[0], Glyph { advance: f32::INFINITY, ..good[1] }];
    let cases = [
        (line(text_item("ab", missing)), PdfError::MissingGlyph(1, "b".into())),
        (line(text_item("ab", infinite)), PdfError::NotFinite(1)),
        (line(text_item("abc", good)), PdfError::Clusters(1, "abc".into())),
        (linked.pages, PdfError::UnknownAnchor("không có".into())),
        (orphan, PdfError::Structure(2)),
        (Pages::default(), PdfError::NoSuchPage(0)),
    ];
    let mut messages = String::new();
    for (pages, error) in cases {
        assert_eq!(write(&pages, &metadata(), &Options::default()), Err(error.clone()));
        messages += &told(&error);
    }
    let pages = Variant::default().pages();
    let attached =
        Options { attachments: vec![Attachment::data("a", "text/plain", vec![])], ..Options::default() };
    assert_eq!(write(&pages, &metadata(), &attached), Err(PdfError::AttachmentsNeedA3a));
    let untitled = Metadata { title: "\n".into(), ..metadata() };
    assert_eq!(write(&pages, &untitled, &Options::default()), Err(PdfError::NoTitle));
    for error in
        [PdfError::AttachmentsNeedA3a, PdfError::NoTitle, PdfError::Font("X"), PdfError::Printpdf("x".into())]
    {
        messages += &told(&error);
    }
    insta::assert_snapshot!(messages);
}

fn told(error: &PdfError) -> String {
    let diagnostic = error.diagnostic();
    [Locale::Vi, Locale::En]
        .map(|locale| format!("{}\n  {}\n", locale.message(&diagnostic), locale.hint(&diagnostic).unwrap()))
        .concat()
}

/// Justified text reaches its measure to a hundredth of a point.
#[test]
fn positions_are_exact() {
    let text = "Đảng ủy Khối các cơ quan tỉnh đã chỉ đạo";
    let mut glyphs = shape(Face::Regular, 14.0, text);
    for (glyph, _) in glyphs.iter_mut().zip(text.chars()).filter(|(_, c)| *c == ' ') {
        glyph.advance += 1.2345;
    }
    let wanted: f64 = glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum();
    let bytes = write(&line(text_item(text, glyphs)), &metadata(), &Options::default()).unwrap();
    let report = checks::conforms(&bytes);
    let (file, page) = (&report.file, report.pages[0].id);
    let content = lopdf::content::Content::decode(&file.get_page_content(page)).unwrap();
    let array = content.operations.iter().rfind(|operation| operation.operator == "TJ").unwrap();
    let font = checks::embedded_fonts(&report).into_iter().find(|font| font.codes.len() > 15).unwrap();
    let shown: f64 = array.operands[0]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| match piece.as_str() {
            Ok(codes) => codes.chunks(2).map(|code| checks::width(&report, &font, u16::from(code[1]))).sum(),
            Err(_) => -f64::from(piece.as_float().unwrap()),
        })
        .sum();
    assert!((shown * 14.0 / 1000.0 - wanted).abs() < 0.01, "{} {wanted}", shown * 14.0 / 1000.0);
}
