//! Measures every element of an office paper against domain.md §2, in mm and pt: on the laid-out pages, and read back
//! from the PDF.

use baocao::document::Document;
use baocao::layout::page::{Item, Page, Segment};
use baocao::layout::{Profile, lay_out};
use baocao::pdf;

use super::printed::Printed;
use super::read::{Line, lines};
use super::sample;

const MM: f64 = 25.4 / 72.0;
/// Tolerances: 0.5 mm and 0.1 pt.
const PLACE: f64 = 0.5;
const SIZE: f64 = 0.1;

struct Measured {
    /// Width and height of each page in pt.
    sheets: Vec<(f64, f64)>,
    lines: Vec<Line>,
    rules: Vec<Vec<Rule>>,
}

/// A straight horizontal rule: left, right and height in pt.
#[derive(Debug)]
pub struct Rule {
    pub left: f64,
    pub right: f64,
    pub y: f64,
}

impl Measured {
    /// The sample as layout places it, and as the file shows it.
    fn both(profile: &str) -> [Self; 2] {
        Self::of(profile, &sample::quarterly())
    }

    fn of(profile: &str, document: &Document) -> [Self; 2] {
        let pages = lay_out(document, &Profile::built_in(profile).unwrap()).unwrap();
        let laid_out = Measured {
            sheets: pages.pages.iter().map(|p| (p.width, p.height)).collect(),
            lines: lines(&pages),
            rules: pages.pages.iter().map(rules).collect(),
        };
        let bytes = pdf::write(&pages, &document.meta, &pdf::Options::default()).unwrap();
        let Printed { sheets, lines, rules } = Printed::read(&bytes);
        [laid_out, Measured { sheets, lines, rules }]
    }

    /// The first line that starts so.
    fn line(&self, start: &str) -> &Line {
        self.lines.iter().find(|l| l.text.starts_with(start)).unwrap_or_else(|| panic!("no line {start}"))
    }

    fn check(&self, start: &str, size: f64, face: &str) -> &Line {
        let line = self.line(start);
        assert!((line.size - size).abs() < SIZE, "{start}: {} pt instead of {size}", line.size);
        assert_eq!(line.face, face, "{start}");
        line
    }

    /// The rule closest below a line, in mm.
    fn rule_below(&self, line: &Line) -> Option<Rule> {
        let rules = self.rules[line.page].iter().map(|r| Rule {
            left: r.left * MM,
            right: r.right * MM,
            y: r.y * MM,
        });
        rules.filter(|r| r.y > line.y * MM && r.y < line.y * MM + 4.0).min_by(|a, b| a.y.total_cmp(&b.y))
    }
}

fn rules(page: &Page) -> Vec<Rule> {
    let strokes = page.items.iter().filter_map(|item| match item {
        Item::Path(path) if path.fill.is_none() => Some(&path.segments),
        _ => None,
    });
    let subpaths = strokes.flat_map(|s| s.chunk_by(|_, next| !matches!(next, Segment::Move(..))));
    let rule = |subpath: &[Segment]| match *subpath {
        [Segment::Move(x0, y0), Segment::Line(x1, y1)] if y0 == y1 => {
            Some(Rule { left: x0, right: x1, y: y0 })
        }
        _ => None,
    };
    subpaths.filter_map(rule).collect()
}

fn near(what: &str, found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= PLACE, "{what}: {found:.2} mm instead of {wanted:.2} mm");
}

fn centre(line: &Line) -> f64 {
    (line.left + line.right) / 2.0 * MM
}

/// Middle of the text area: (30 + 195) / 2 mm.
const MIDDLE: f64 = 112.5;

/// Party papers: HD 36-HD/VPTW.
#[test]
fn dang_measures() {
    Measured::both("dang").iter().for_each(dang);
}

fn dang(m: &Measured) {
    let nation = m.check("ĐẢNG CỘNG SẢN VIỆT NAM", 15.0, "Tinos-Bold");
    let rule = m.rule_below(nation).unwrap();
    near("rule under the Party's name, left", rule.left, nation.left * MM);
    near("rule under the Party's name, right", rule.right, nation.right * MM);
    m.check("ĐẢNG BỘ TỈNH THÁI BÌNH", 14.0, "Tinos-Regular");
    let issuer = m.check("ĐẢNG ỦY KHỐI", 14.0, "Tinos-Bold");
    near("star below the issuing body", centre(m.check("*", 14.0, "Tinos-Regular")), centre(issuer));
    let number = m.check("Số", 14.0, "Tinos-Regular");
    assert_eq!(number.text, "Số      -BC/ĐUK");
    let date = m.check("Thái Bình, ngày", 14.0, "Tinos-Italic");
    assert_eq!(date.text, "Thái Bình, ngày      tháng 9 năm 2023");
    near("date below the Party's name", centre(date), centre(nation));
    near("title", centre(m.check("BÁO CÁO", 16.0, "Tinos-Bold")), MIDDLE);
    near("subject", centre(m.check("kết quả công tác", 15.0, "Tinos-Bold")), MIDDLE);
    near("mark under the subject", centre(m.check("-----", 15.0, "Tinos-Regular")), MIDDLE);
    common(m, 14.0);
    m.check("PHÓ BÍ THƯ", 14.0, "Tinos-Regular");
    let label = m.check("Nơi nhận", 14.0, "Tinos-Regular");
    let underline = m.rule_below(label).unwrap();
    near("underline, left", underline.left, 30.0);
    m.check("Ban Thường vụ Tỉnh ủy (để báo cáo),", 12.0, "Tinos-Regular");
    m.check("Lưu Văn phòng Đảng ủy Khối.", 12.0, "Tinos-Regular");
}

/// State papers: NĐ 30/2020/NĐ-CP.
#[test]
fn nha_nuoc_measures() {
    Measured::both("nha-nuoc").iter().for_each(nha_nuoc);
}

fn nha_nuoc(m: &Measured) {
    let nation = m.check("CỘNG HÒA XÃ HỘI", 13.0, "Tinos-Bold");
    let motto = m.check("Độc lập - Tự do - Hạnh phúc", 14.0, "Tinos-Bold");
    near("motto under the heading", centre(motto), centre(nation));
    let rule = m.rule_below(motto).unwrap();
    near("rule under the motto, left", rule.left, motto.left * MM);
    near("rule under the motto, right", rule.right, motto.right * MM);
    m.check("ĐẢNG BỘ TỈNH THÁI BÌNH", 13.0, "Tinos-Regular");
    let issuer = m.check("CÁC CƠ QUAN TỈNH", 13.0, "Tinos-Bold");
    share(&m.rule_below(issuer).unwrap(), issuer);
    let number = m.check("Số:", 13.0, "Tinos-Regular");
    assert_eq!(number.text, "Số:      /BC-ĐUK");
    let date = m.check("Thái Bình, ngày", 14.0, "Tinos-Italic");
    near("date as high as the number", date.y * MM, number.y * MM);
    near("title", centre(m.check("BÁO CÁO", 14.0, "Tinos-Bold")), MIDDLE);
    let subject = m.check("phương hướng, nhiệm vụ quý", 14.0, "Tinos-Bold");
    share(&m.rule_below(subject).unwrap(), m.line("kết quả công tác"));
    common(m, 14.0);
    m.check("PHÓ BÍ THƯ", 14.0, "Tinos-Bold");
    m.check("Nơi nhận", 12.0, "Tinos-BoldItalic");
    m.check("Ban Thường vụ Tỉnh ủy (để báo cáo);", 11.0, "Tinos-Regular");
    m.check("Lưu Văn phòng Đảng ủy Khối.", 11.0, "Tinos-Regular");
}

/// A rule of a third to a half of the text, below its middle.
fn share(rule: &Rule, text: &Line) {
    let part = (rule.right - rule.left) / ((text.right - text.left) * MM);
    assert!((0.33..=0.5).contains(&part), "rule is {part:.2} of {}", text.text);
    near("middle of the rule", (rule.left + rule.right) / 2.0, centre(text));
}

/// What both profiles share.
fn common(m: &Measured, size: f64) {
    for (width, height) in &m.sheets {
        let (short, long) = (width.min(*height) * MM, width.max(*height) * MM);
        near("width of the sheet", short, 210.0);
        near("height of the sheet", long, 297.0);
    }
    assert!(m.sheets.iter().any(|(width, height)| width > height), "an appendix lies on its side");
    let top = m.lines.iter().filter(|l| l.page == 0).map(|l| l.y - 0.891 * l.size).fold(f64::MAX, f64::min);
    near("top margin", top * MM, 20.0);
    body(m, size);
    page_numbers(m);
    let part = m.check("Phần thứ nhất", 14.0, "Tinos-Bold");
    near("part", centre(part), MIDDLE);
    near("heading", m.check("I- ĐẶC ĐIỂM", 14.0, "Tinos-Bold").left * MM, 40.0);
    near("heading", m.check("1. Công tác chính trị", 14.0, "Tinos-Bold").left * MM, 40.0);
    let authority = m.check("T/M BAN THƯỜNG VỤ", 14.0, "Tinos-Bold");
    let right_half = (MIDDLE + 195.0) / 2.0;
    near("signature block", centre(authority), right_half);
    let position = m.line("PHÓ BÍ THƯ");
    let name = m.check("Trần Thị Minh", 14.0, "Tinos-Bold");
    near("signer's name", centre(name), right_half);
    let room = (name.y - position.y) / 18.0;
    assert!((4.0..=6.0).contains(&room), "{room:.1} lines of room for the signature");
    let label = m.line("Nơi nhận");
    near("recipients, left", label.left * MM, 30.0);
    near("recipients as high as the signature block", label.y * MM, authority.y * MM);
}

fn body(m: &Measured, size: f64) {
    let first = m.check("Thực hiện chương trình công tác", size, "Tinos-Regular");
    let node = first.node;
    let paragraph: Vec<&Line> = m.lines.iter().filter(|l| l.node == node).collect();
    near("first-line indent", paragraph[0].left * MM, 40.0);
    for line in &paragraph[1..] {
        near("left margin", line.left * MM, 30.0);
    }
    for pair in paragraph.windows(2) {
        near("right margin", pair[0].right * MM, 195.0);
        let pitch = pair[1].y - pair[0].y;
        assert!((pitch - 18.0).abs() < SIZE, "pitch {pitch}");
    }
    let one = m.line("V- ĐÁNH GIÁ CHUNG");
    let next = m.line("1. Ưu điểm");
    assert!(next.y - one.y >= 24.0 - SIZE, "gap between paragraphs");
}

fn page_numbers(m: &Measured) {
    for (index, (width, _)) in m.sheets.iter().enumerate() {
        let number = (index + 1).to_string();
        let in_margin: Vec<&Line> =
            m.lines.iter().filter(|l| l.page == index && l.node.is_none() && l.y * MM < 20.0).collect();
        if index == 0 {
            assert!(in_margin.is_empty(), "page 1 bears a number");
            continue;
        }
        let [line] = in_margin[..] else { panic!("page {number} has no number") };
        assert_eq!(line.text, number);
        assert!((line.size - 14.0).abs() < SIZE);
        near("page number, middle", centre(line), (30.0 + width * MM - 15.0) / 2.0);
        near("page number, top of its figures", (line.y - 0.676 * line.size) * MM, 10.0);
    }
}

/// Every line and rule of the file stands where layout placed it, in its face and size: nothing is measured in vain.
#[test]
fn file_shows_what_layout_placed() {
    for profile in Profile::names() {
        for document in [sample::quarterly(), sample::term()] {
            let [placed, shown] = Measured::of(profile, &document);
            assert_eq!(placed.lines.len(), shown.lines.len(), "{profile}");
            for (a, b) in placed.lines.iter().zip(&shown.lines) {
                assert_eq!((a.page, &a.text, a.face), (b.page, &b.text, b.face), "{profile}");
                let edges = [(a.left, b.left), (a.right, b.right), (a.y, b.y), (a.size, b.size)];
                assert!(edges.iter().all(|(a, b)| (a - b).abs() < SIZE), "{profile}: {a:?} and {b:?}");
            }
            for (a, b) in placed.rules.iter().zip(&shown.rules) {
                let close =
                    |(a, b): (&Rule, &Rule)| (a.left - b.left).abs() < SIZE && (a.y - b.y).abs() < SIZE;
                assert!(a.len() == b.len() && a.iter().zip(b).all(close), "{profile}: {a:.2?} and {b:.2?}");
            }
        }
    }
}
