//! What a whole text tells of its figures: spelling, periods, scope, contradictions, extracts.

use super::super::token::{sentences, tokenize};
use super::super::{Context, extract};
use super::read;
use crate::office::Section;

/// `uỷ`, decomposed letters, no-break spaces and capitals change nothing but the spans.
#[test]
fn spelling_does_not_matter() {
    use unicode_normalization::UnicodeNormalization;
    let plain = "Đảng ủy Khối đã kết nạp gần 2.000 đảng viên, đạt 35,34% chỉ tiêu.";
    let facts = |text: &str| {
        let read = read(text);
        read.figures.iter().map(|f| (f.kind, format!("{:?}", f.value), f.comparator)).collect::<Vec<_>>()
    };
    let decomposed: String = plain.nfd().collect();
    for other in [decomposed, plain.replace("ủy", "uỷ"), plain.replace(' ', "\u{a0}"), plain.to_uppercase()]
    {
        assert_eq!(facts(plain), facts(&other), "{other}");
    }
}

/// Periods that a text says, with a bare quarter's year from the date.
#[test]
fn periods_are_read() {
    for (text, code) in [
        ("Quý III, kết nạp 20 đảng viên.", "2023-Q3"),
        ("Quý II/2022, kết nạp 20 đảng viên.", "2022-Q2"),
        ("6 tháng đầu năm 2021, kết nạp 20 đảng viên.", "2021-H1"),
        ("9 tháng năm 2020, kết nạp 20 đảng viên.", "2020-9M"),
        ("Năm 2019, kết nạp 20 đảng viên, tăng 3 đảng viên so với năm 2018.", "2019"),
        ("Nhiệm kỳ 2015 - 2020, kết nạp 20 đảng viên.", "2015-2020"),
    ] {
        for figure in read(text).figures {
            assert_eq!(figure.period.unwrap().to_string(), code, "{text}");
        }
    }
}

/// What a part or another body has is never the bloc's.
#[test]
fn scope_is_kept() {
    let text = "Cụm thi đua số 3 có 11 đơn vị. Đảng bộ Khối có 66 tổ chức cơ sở đảng. Toàn tỉnh kết nạp 288 đảng viên.";
    let scopes: Vec<Option<String>> = read(text).figures.into_iter().map(|f| f.scope).collect();
    assert_eq!(scopes, [Some("Cụm thi đua số 3".to_owned()), None, Some("Toàn tỉnh".to_owned())]);
}

/// An article about one part tells of it where nobody else is named; a rating is that of the body it names.
#[test]
fn the_headline_says_whom_an_article_tells_of() {
    let scopes = |title: &str, text: &str| {
        let context = Context { title: Some(title), ..Context::default() };
        let figures = extract(&[text], &|_, range| range, &context).figures;
        figures.into_iter().map(|f| f.scope.unwrap_or_default()).collect::<Vec<_>>()
    };
    let text = "Đảng bộ có 88 đảng viên. Năm 2022, Đảng bộ Sở Y tế được công nhận hoàn thành tốt nhiệm vụ.";
    assert_eq!(scopes("Đại hội Đảng bộ Sở Y tế", text), ["Đảng bộ Sở Y tế", "Đảng bộ Sở Y tế"]);
    assert_eq!(scopes("Đảng ủy Khối làm việc với Đảng bộ Sở Y tế", text), ["", "Đảng bộ Sở Y tế"]);
}

/// Each kind of figures that cannot all be right is found, and sound ones are not.
#[test]
fn contradictions_are_found() {
    for (text, code) in [
        (
            "Khối có 66 tổ chức cơ sở đảng, trong đó có 39 đảng bộ, 28 chi bộ cơ sở.",
            Some("figure-parts-differ"),
        ),
        ("Khối có 17 tổ chức cơ sở đảng, gồm 14 đảng bộ và 3 chi bộ cơ sở.", None),
        ("Lập 49 tổ chức cơ sở đảng (gồm 4 đảng bộ cơ sở, 8 chi bộ cơ sở và 37 chi bộ trực thuộc).", None),
        ("Có 12 tổ chức cơ sở đảng, gồm 4 đảng bộ, 8 chi bộ cơ sở và 37 chi bộ trực thuộc.", None),
        ("Đã có 925/962 đảng viên (95,15%) học tập nghị quyết.", Some("figure-share-differs")),
        ("Đã có 925/962 đảng viên (96,15%) học tập nghị quyết.", None),
        ("Đã có 35.599/35.900 đảng viên, đạt 98,16%.", Some("figure-share-differs")),
        (
            "Chỉ tiêu năm là 210 đảng viên, đến nay đã kết nạp 134 đảng viên, đạt 67% chỉ tiêu.",
            Some("figure-target-share-differs"),
        ),
        ("Chỉ tiêu năm là 200 đảng viên, đến nay đã kết nạp 134 đảng viên, đạt 67% chỉ tiêu.", None),
        (
            "Xuất sắc có 350 đảng viên (6,6%), không hoàn thành có 150 đảng viên (3,02%).",
            Some("figure-bases-differ"),
        ),
        ("Xuất sắc có 350 đảng viên (6,6%), không hoàn thành có 160 đảng viên (3,02%).", None),
        // One base is stated; the other pair has none.
        (
            "Kết nạp 41 đảng viên; nữ 10 đảng viên, chiếm 26,6%; người dân tộc 24 đảng viên, chiếm 58,5%.",
            Some("figure-bases-differ"),
        ),
        // Each base is stated, a share of a share, shares of plans, sums of money.
        (
            "Xếp loại 147 chi bộ: xuất sắc 28 chi bộ, tỷ lệ 19,04%; xếp loại 51 tổ chức: tốt 35 tổ chức, tỷ lệ 68,62%.",
            None,
        ),
        ("Xếp loại tốt có 439 tổ chức (62,62%), tiêu biểu 107 tổ chức (24,37%).", None),
        (
            "Kết nạp: Đảng bộ A 21 đảng viên, bằng 105% chỉ tiêu; Đảng bộ B 52 đảng viên, bằng 50,98%; Đảng bộ C 13 đảng viên, bằng 17,33%.",
            None,
        ),
        ("Khai thác 28.141 tấn (90%), thu mua 14.940 tấn (80%).", None),
        ("Đã đạt 15/16 chỉ tiêu. Tỷ lệ 91,6% chi bộ hoàn thành tốt nhiệm vụ.", None),
        ("Đã đạt 2/3 chỉ tiêu, giá trị sản xuất công nghiệp tăng 21,2%.", None),
        (
            "Khối có 127 tổ chức cơ sở đảng; doanh nghiệp có 57 tổ chức cơ sở đảng (49 đảng bộ và 78 chi bộ).",
            None,
        ),
        (
            "Đảng bộ Khối có 66 tổ chức cơ sở đảng. Đảng bộ Khối có 68 tổ chức cơ sở đảng.",
            Some("figure-stated-twice"),
        ),
        // Other times and parts of the bloc.
        (
            "Đảng bộ Khối có 66 tổ chức cơ sở đảng. Lúc thành lập, Đảng bộ Khối có 15 tổ chức cơ sở đảng.",
            None,
        ),
        ("Đảng bộ Khối có 66 tổ chức cơ sở đảng. Riêng doanh nghiệp có 23 tổ chức cơ sở đảng.", None),
        ("Đảng bộ Khối có 66 tổ chức cơ sở đảng, thêm 11 tổ chức cơ sở đảng.", None),
    ] {
        let codes: Vec<&str> = read(text).findings.iter().map(|f| f.code).collect();
        assert_eq!(codes, Vec::from_iter(code), "{text}");
    }
}

/// Extracts are whole sentences that stand alone; guests go with their event; speeches and scraps stay out.
#[test]
fn extracts_stand_alone() {
    let text = "Sáng 21/12, Đảng ủy Khối tổ chức hội nghị học tập, quán triệt nghị quyết đại hội đảng bộ các cấp. \
        Dự hội nghị có hơn 200 cán bộ, đảng viên. Đồng chí Bí thư nhấn mạnh vai trò của công tác tuyên truyền. \
        Bên cạnh đó, công tác kiểm tra, giám sát được tăng cường trong toàn Đảng bộ. \
        Từ đầu năm đến nay, Đảng ủy Khối đã kết nạp 90 đảng viên mới. \
        Thời gian tới, Đảng ủy Khối tiếp tục nâng cao chất lượng sinh hoạt chi bộ.";
    let extracts: Vec<(Section, usize)> =
        read(text).extracts.iter().map(|e| (e.section, e.text.matches('.').count())).collect();
    assert_eq!(extracts, [(Section::Ideology, 2), (Section::Organisation, 1), (Section::NextTasks, 1)]);
}

/// A sentence never ends inside an abbreviation, a date or a number.
#[test]
fn sentences_end_where_a_reader_ends_them() {
    let text = "Đảng bộ TP. Lạng Sơn họp ngày 16.7. Có 2.000 đảng viên dự (gần 50%). “Rất tốt.” Kết quả… Sau đó, T.Ư đánh giá.";
    assert_eq!(sentences(&tokenize(text)).len(), 5);
}

/// Each figure goes to the section whose work it tells of, also where no word of party work stands beside it.
#[test]
fn figures_go_to_their_sections() {
    use crate::office::Section;
    for (text, section) in [
        ("Doanh thu đạt 8.411 tỷ đồng.", Section::PoliticalTask),
        ("Đã khai thác 88.068 tấn mủ cao su.", Section::PoliticalTask),
        ("Đã kỷ luật 8 đảng viên vi phạm.", Section::Inspection),
        ("Đã kết nạp 31 đảng viên.", Section::Organisation),
        ("Đã tặng 150 phần quà cho hộ nghèo.", Section::MassWork),
        ("Đã tổ chức 10 buổi tuyên truyền truyền thống của Đảng.", Section::Ideology),
        ("Nghị quyết nêu 3 khâu đột phá.", Section::Targets),
        ("Khối đã đạt và vượt 15/16 chỉ tiêu của nghị quyết.", Section::Targets),
        ("Đã tặng giấy khen cho 12 tập thể.", Section::Emulation),
        ("Khối có 66 tổ chức cơ sở đảng.", Section::Situation),
    ] {
        let figures = read(text).figures;
        assert_eq!(figures[0].section, Some(section), "{text}");
    }
}
