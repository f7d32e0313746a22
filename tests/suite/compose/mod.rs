//! Tests of the room `compose`.

mod made;
mod outline;

use baocao::articles::Article;
use baocao::assess::{Assessment, Situation, Status};
use baocao::compose::{check_digits, compose, notes, template_paths};
use baocao::diagnostic::Diagnostic;
use baocao::document::{Block, Document, Origin, ParagraphKind, Run};
use baocao::figures::Review;
use baocao::layout::{Profile, lay_out};
use baocao::locale::Locale;
use baocao::office::{Office, Section};
use baocao::period::Period;
use baocao::publish::{Manifest, ManifestSource};
use baocao::quantity::Value;

use crate::driver;

fn composed(office: &Office, articles: &[Article], assessment: &Assessment) -> Document {
    compose(office, articles, assessment).unwrap_or_else(|wrong| panic!("{}", told(&wrong)))
}

/// Findings as a person reads them, one a line.
fn told(wrong: &[Diagnostic]) -> String {
    let line = |d: &Diagnostic| {
        let place = d.place.as_ref().map(|p| format!("{p}: ")).unwrap_or_default();
        format!("{place}{}", Locale::Vi.message(d))
    };
    wrong.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The whole of a quarter's report on hand-made values, so that any change of wording is seen.
#[test]
fn quarter_report() {
    let (office, articles, assessment) = made::quarter();
    insta::assert_snapshot!(outline::of(&composed(&office, &articles, &assessment)));
}

/// One template set serves every kind of report: titles, openings, next periods.
#[test]
fn kinds_of_report() {
    let (office, articles, assessment) = made::quarter();
    let kinds = [Period::Half(2023), Period::NineMonths(2023), Period::Year(2023), Period::Term(2020, 2025)];
    let shown = kinds.map(|period| {
        let assessment = Assessment { period, ..assessment.clone() };
        let document = composed(&office, &articles, &assessment);
        outline::of(&document).split("\n\n=== ").next().unwrap().to_owned()
    });
    insta::assert_snapshot!(shown.join("\n\n################\n\n"));
}

/// The sample offices' reports as they read, without their appendices.
#[test]
fn sample_reports() {
    for (office, period) in [
        ("thai-binh", "2020-Q3"),
        ("thai-binh", "2023-Q3"),
        ("thai-nguyen", "2020-Q4"),
        ("lang-son", "2019-Q3"),
        ("lang-son", "2020-Q4"),
    ] {
        let document = sample(office, period);
        assert_eq!(check_digits(&document), vec![], "{office} {period}");
        let text = outline::of(&document);
        insta::assert_snapshot!(format!("{office}-{period}"), text.split("\n\n=== ").next().unwrap());
    }
}

fn sample(office: &str, period: &str) -> Document {
    let (read, wrong) = baocao::office::read(&driver::project(&format!("data/{office}")));
    let office = read.unwrap_or_else(|| panic!("{}", told(&wrong)));
    let (articles, _) = baocao::articles::read_all(&office, Locale::Vi);
    let assessment = baocao::assess::assess(&office, &articles, period.parse().unwrap()).unwrap();
    composed(&office, &articles, &assessment)
}

/// Office Vietnamese has no doubled words, no doubled stops, no blank before a comma, in any sample.
#[test]
fn sentences_are_clean() {
    for (office, period) in [("thai-binh", "2020-Q3"), ("thai-binh", "2023-Q3"), ("lang-son", "2020-Q4")] {
        let text = outline::of(&sample(office, period)).replace('·', " ");
        for wrong in ["..", " ,", " .", ",,", ";;", ",;", ";.", ",.", ": .", "( ", " )", "{{", "}}", "  - - "]
        {
            let found: Vec<&str> =
                text.lines().filter(|l| !l.starts_with('|') && l.contains(wrong)).collect();
            assert_eq!(found, Vec::<&str>::new(), "{wrong:?} in {office} {period}");
        }
        // Words that Vietnamese repeats on purpose are not among the samples' wordings.
        for line in text.lines().filter(|l| !l.starts_with(['|', ' ', '['])) {
            let words: Vec<&str> = line.split(' ').collect();
            let doubled = words.windows(2).find(|w| w[0].len() > 2 && w[0] == w[1] && w[0] != "|");
            assert_eq!(doubled, None, "{line}");
        }
    }
}

/// An office without any figures still gets its report, which says so once and not in every section.
#[test]
fn office_without_figures() {
    let office = Office { activities: vec![], ..made::office() };
    let mut assessment = made::assessment();
    assessment.situation = Situation::default();
    assessment.missing = vec![];
    assessment.organisations = vec![];
    assessment.clusters = vec![];
    assessment.targets =
        assessment.targets.into_iter().map(|t| made::standing(t.target, Status::NoData)).collect();
    insta::assert_snapshot!(outline::of(&composed(&office, &[], &assessment)));
}

/// Without articles nothing is cited and the appendix of sources has no press.
#[test]
fn office_without_articles() {
    let (office, _, assessment) = made::quarter();
    let text = outline::of(&composed(&office, &[], &assessment));
    assert!(!text.contains('^') || !text.contains("^1"), "{text}");
    assert!(!text.contains("Báo chí"));
    assert!(text.contains("Số liệu của Văn phòng"));
}

/// Names and titles made of markup, markers and controls come out as the text they are.
#[test]
fn hostile_names_stay_text() {
    let (mut office, mut articles, mut assessment) = made::quarter();
    let hostile =
        "# Tên *đậm* <b>HTML</b> {{period.name}} {{{x}}} [a](https://a.b) `mã` | ô | [^1] \\ &amp; 1. ~~x~~";
    let marks = "\u{E000}\u{E010}\u{E001}47\u{E002}\u{202E}\u{200B}\u{7}";
    office.issuer.organisation = format!("Đảng bộ {hostile}{marks}");
    office.issuer.name = format!("Đảng ủy {hostile}");
    assessment.organisations[1].name = format!("1. {hostile}\n\n## Phần\n\n```baocao\ntarget-table\n```");
    assessment.targets[1].target.title = format!("- {hostile}");
    articles[0].title = Some(format!("{marks}{hostile}"));
    office.activities[0].text = format!("Mở {{}} lớp {hostile} {{}}");
    let document = composed(&office, &articles, &assessment);
    let text = outline::of(&document).replace('·', " ");
    assert_eq!(text.matches(hostile).count(), 13, "{text}");
    assert!(!text.contains(['\u{E000}', '\u{202E}', '\u{200B}', '\u{7}']));
    let parts = document.blocks.iter().filter(|b| matches!(b, Block::Part { .. })).count();
    let tables = document.blocks.iter().filter(|b| matches!(b, Block::Table(_))).count();
    assert_eq!((parts, tables), (2, 1));
}

/// A figure that nobody has reviewed makes a draft; a rejected one takes its sentence with it; a corrected one shows
/// the new value, and the appendix says why.
#[test]
fn reviews_count() {
    let (office, mut articles, assessment) = made::quarter();
    articles[0].figures[0].review = Review::Pending;
    let draft = composed(&office, &articles, &assessment);
    assert_eq!(draft.letterhead.draft.as_deref(), Some("DỰ THẢO"));

    articles[0].figures[0].review = Review::Rejected;
    let text = outline::of(&composed(&office, &articles, &assessment));
    assert!(!text.contains("gần 2.000"), "{text}");

    let figure = &mut articles[0].figures[0];
    figure.review = Review::Corrected {
        original: Value::Number(17.0),
        reason: "theo danh sách của Văn phòng".into(),
    };
    figure.value = Value::Number(18.0);
    let corrected = composed(&office, &articles, &assessment);
    assert_eq!(corrected.letterhead.draft, None);
    let text = outline::of(&corrected).replace('·', " ");
    assert!(text.contains("gồm [18] tổ chức cơ sở đảng"), "{text}");
    assert!(text.contains("sửa thành 18 tổ chức cơ sở đảng: theo danh sách của Văn phòng."), "{text}");
}

/// Whether the digit check can fail: a planted number, a changed figure, a number beyond a quotation.
#[test]
fn planted_numbers_are_found() {
    let (office, articles, assessment) = made::quarter();
    let good = composed(&office, &articles, &assessment);
    assert_eq!(check_digits(&good), vec![]);

    let plant = |run: Run| {
        let mut planted = good.clone();
        planted.blocks.push(Block::Paragraph { kind: ParagraphKind::Body, runs: vec![run] });
        told(&check_digits(&planted))
    };
    assert_eq!(
        plant(Run::plain("Kết nạp 48 đảng viên")),
        "Có chữ số không rõ nguồn trong câu `Kết nạp 48 đảng viên`"
    );
    assert_eq!(plant(Run { origin: Origin::Template, ..Run::plain("Nghị quyết 35") }), "");
    let figure = good.figures.iter().position(|f| f.text == "72,7%").unwrap();
    let id = Some(baocao::document::FigureId(figure as u32));
    assert_eq!(plant(Run { figure: id, ..Run::plain("72,7%") }), "");
    assert_eq!(
        plant(Run { figure: id, ..Run::plain("72,8%") }),
        "Số liệu in ra `72,8%` khác với số liệu đã đăng ký"
    );
    let quoted = find_quotation(&good).unwrap();
    assert_eq!(
        plant(Run { origin: Origin::Quoted(quoted), ..Run::plain("khóa 99") }),
        "Có chữ số không rõ nguồn trong câu `khóa 99`"
    );
}

fn find_quotation(document: &Document) -> Option<std::sync::Arc<baocao::quantity::Quotation>> {
    document.blocks.iter().find_map(|block| match block {
        Block::Paragraph { runs, .. } => runs.iter().find_map(|run| match &run.origin {
            Origin::Quoted(quotation) => Some(quotation.clone()),
            _ => None,
        }),
        _ => None,
    })
}

/// Every figure of the document can be followed to its source, and none is listed that is not printed.
#[test]
fn sources_list_every_figure() {
    let (office, articles, assessment) = made::quarter();
    let document = composed(&office, &articles, &assessment);
    let pages = lay_out(&document, &Profile::built_in("dang").unwrap()).unwrap();
    let listed = Manifest::new(&office, &document, &pages);
    assert_eq!(listed.figures.len(), document.figures.len());
    let admissions = listed.figures.iter().find(|f| f.text == "47").unwrap();
    // A value of a file as it stands, not an illustrative one.
    let ManifestSource::Place(place) = listed.quantities[admissions.quantity].source else { panic!() };
    assert_eq!(place.file, "results/2023-Q3.yaml");
}

fn with_template(name: &str, text: &str) -> Result<Document, String> {
    let (mut office, articles, assessment) = made::quarter();
    office.templates.insert(name.into(), text.into());
    compose(&office, &articles, &assessment).map_err(|wrong| told(&wrong))
}

/// An office changes one template; the others stay.
#[test]
fn office_overrides_a_template() {
    let document =
        with_template("proposals", "## Kiến nghị\n\nĐề nghị bố trí kinh phí in **2** tập tài liệu.\n")
            .unwrap();
    let text = outline::of(&document).replace('·', " ");
    assert!(text.contains("Đề nghị bố trí kinh phí in *2* tập tài liệu."), "{text}");
}

/// Each template mistake is told with its file, line and column.
#[test]
fn template_mistakes() {
    let cases = [
        ("syntax", "A\n{{#if draft}}\nB\n"),
        ("mismatch", "{{#if draft}}A{{/each}}\n"),
        ("unknown path", "Kỳ {{period.nam}}.\n"),
        ("unknown path in if", "A\n\n{{#if targets.exceded}}B{{/if}}\n"),
        ("unknown path in each", "{{#each targets.behind}}{{titel}}{{/each}}\n"),
        ("unknown helper", "{{tinh-tong draft}}\n"),
        ("triple braces", "A {{{period.name}}}\n"),
        ("ampersand", "A {{& period.name}}\n"),
        ("dynamic partial", "{{> (lookup this \"x\")}}\n"),
        ("missing partial", "A\n  {{> khong-co}}\n"),
        ("cycle", "{{> situation}}\n"),
        ("inline partial", "{{#*inline \"a\"}}x{{/inline}}\n"),
        ("html", "A\n\nB <b>đậm</b>\n"),
        ("html block", "<div>\n{{period.name}}\n</div>\n"),
        ("image", "Ảnh: ![a](b.png)\n"),
        ("code", "```\nmã\n```\n"),
        ("no tree", "```baocao\nkhong-co\n```\n"),
        ("reference", "Xem [](ref:flow-table).\n"),
        ("link", "[a](javascript:1)\n"),
        ("counted", "{{#each targets.behind}}Thứ {{@index}}{{/each}}\n"),
        ("front matter", "---\ntieu-de: A\n---\nB\n"),
        ("front matter type", "---\ntitle: [a]\n---\nB\n"),
        ("front matter open", "---\ntitle: A\nB\n"),
    ];
    let told: Vec<String> = cases
        .iter()
        .map(|(name, text)| {
            let what = with_template("situation", text).map_or_else(|e| e, |_| "(được nhận)".to_owned());
            format!("{name}: {what}")
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

/// Limits: size, nesting, output.
#[test]
fn template_limits() {
    let large = "a".repeat(256 * 1024 + 1);
    let deep = format!("{}x{}", "{{#if draft}}".repeat(65), "{{/if}}".repeat(65));
    let brackets = format!("{{{{#if {}draft{}}}}}x{{{{/if}}}}", "(not ".repeat(200), ")".repeat(200));
    let fits = format!("{}x{}", "{{#if draft}}".repeat(64), "{{/if}}".repeat(64));
    let told =
        [&large, &deep, &brackets].map(|text| with_template("situation", text).map(|_| ()).unwrap_err());
    assert_eq!(told[0], "templates/situation.md.hbs: Mẫu lớn hơn 256 kB");
    assert_eq!(told[1], "templates/situation.md.hbs:1:1: Mẫu lồng nhau quá 64 cấp");
    assert_eq!(told[2], "templates/situation.md.hbs:1:1: Mẫu lồng nhau quá 64 cấp");
    assert!(with_template("situation", &fits).is_ok());
    let loops = "{{#each sections}}{{#each @root.sections}}{{#each @root.sections}}{{#each @root.sections}}\
                 {{#each @root.sections}}{{@root.issuer.reporter}} {{@root.issuer.reporter}} {{@root.issuer.reporter}} \
                 {{/each}}{{/each}}{{/each}}{{/each}}{{/each}}";
    let told = with_template("situation", loops).map(|_| ()).unwrap_err();
    assert!(told.ends_with("Nội dung mẫu in ra lớn hơn 32 MB"), "{told}");
}

/// The working note lists findings with place, sentence and hint, in both languages, and has no figure of the report.
#[test]
fn working_note() {
    let (office, _, assessment) = made::quarter();
    let findings = vec![
        Diagnostic::warning("template-no-partial")
            .place(baocao::diagnostic::Place::at("results/2023-Q3.yaml", 12, 3))
            .arg("name", "a"),
        Diagnostic::error("template-unescaped"),
    ];
    let shown = [Locale::Vi, Locale::En].map(|l| outline::of(&notes(&office, &assessment, &findings, l)));
    insta::assert_snapshot!(shown.join("\n\n"));
    assert_eq!(check_digits(&notes(&office, &assessment, &findings, Locale::Vi)), vec![]);
}

/// The same activity of several quarters is summed in a report of the year, and what one period holds is not counted
/// again with the periods inside it.
#[test]
fn activities_add_up() {
    let (mut office, articles, assessment) = made::quarter();
    let mut activity = made::activity(Section::Emulation, "Khen thưởng {} tập thể", &[5.0], 80);
    activity.period = Period::Quarter(2023, 1);
    let mut second = made::activity(Section::Emulation, "Khen thưởng {} tập thể", &[7.0], 81);
    second.period = Period::Quarter(2023, 2);
    office.activities = vec![activity.clone(), second.clone()];
    let year = Assessment { period: Period::Year(2023), ..assessment };
    let text = outline::of(&composed(&office, &articles, &year)).replace('·', " ");
    assert!(text.contains("Khen thưởng [12] tập thể."), "{text}");
    assert!(text.contains("[12] = 5 + 7"), "{text}");
    let mut half = activity.clone();
    half.period = Period::Half(2023);
    half.values[0].0 = 13.0;
    office.activities = vec![activity, second, half];
    let text = outline::of(&composed(&office, &articles, &year)).replace('·', " ");
    assert!(text.contains("Khen thưởng [13] tập thể."), "{text}");
}

/// Every message of the room exists in both languages, with a hint.
#[test]
fn messages_are_whole() {
    let vietnamese = std::fs::read_to_string(driver::project("locales/vi/compose.ftl")).unwrap();
    let ids = vietnamese.lines().filter_map(|l| l.split_once(" =")).map(|(id, _)| id.trim());
    for id in ids.filter(|id| id.starts_with("template-") || id.starts_with("compose-")) {
        for locale in [Locale::Vi, Locale::En] {
            assert!(locale.get(id, &[]).is_some(), "{id}");
            assert!(locale.get(&format!("{id}.hint"), &[]).is_some(), "{id}.hint");
        }
    }
}

/// The guide beside the templates lists every path there is, and no other.
#[test]
fn guide_lists_every_path() {
    let guide = std::fs::read_to_string(driver::project("templates/README.md")).unwrap();
    let listed: Vec<&str> =
        guide.lines().filter_map(|l| l.strip_prefix("    ")).filter(|l| !l.contains('{')).collect();
    assert_eq!(listed.join("\n"), template_paths().join("\n"));
}
