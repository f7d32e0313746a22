#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::lexicon::LEXICON;
use super::numeral::{Reading as Digits, number_at, read_digits};
use super::token::{sentences, tokenize};
use super::*;
use crate::office::Section;
use crate::quantity::{Comparator, Value};

fn read(text: &str) -> Reading {
    let paragraphs: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> =
        paragraphs.iter().map(|p| p.as_ptr() as usize - text.as_ptr() as usize).collect();
    let locate = |paragraph: usize, range: std::ops::Range<usize>| {
        starts[paragraph] + range.start..starts[paragraph] + range.end
    };
    let date = chrono::NaiveDate::from_ymd_opt(2023, 10, 2);
    extract(&paragraphs, &locate, &Context { bytes: text.as_bytes(), date, ..Context::default() })
}

/// One line a figure: kind, comparator, value, unit, phrase.
fn lines(text: &str) -> Vec<String> {
    let value = |f: &Figure| match &f.value {
        Value::Number(n) => format!("{n}"),
        Value::Range(low, high) => format!("{low}..{high}"),
        Value::Share { part, whole } => format!("{part}/{whole}"),
        Value::Yes(yes) => format!("{yes}"),
        Value::Words(words) => words.clone(),
    };
    let line = |f: &Figure| format!("{:?} {:?} {} {} «{}»", f.kind, f.comparator, value(f), f.unit, f.phrase);
    read(text).figures.iter().map(line).collect()
}

/// The kinds of a text's figures, a letter each: `TRSE`.
fn kinds_of(text: &str) -> String {
    read(text).figures.iter().map(|f| format!("{:?}", f.kind).remove(0)).collect()
}

/// Digits of every shape are read, and only numbers are.
#[test]
fn digits() {
    assert_eq!(read_digits("28"), Some(Digits::Plain(28.0)));
    assert_eq!(read_digits("2.000"), Some(Digits::DotThree { thousands: 2000.0, decimal: 2.0 }));
    assert_eq!(read_digits("1,353"), Some(Digits::CommaThree { thousands: 1353.0, decimal: 1.353 }));
    assert_eq!(read_digits("35,34"), Some(Digits::Decimal(35.34)));
    assert_eq!(read_digits("1.234,5"), Some(Digits::Plain(1234.5)));
    assert_eq!(read_digits("1,234.5"), Some(Digits::Plain(1234.5)));
    assert_eq!(read_digits("1.205.000"), Some(Digits::Plain(1_205_000.0)));
    assert_eq!(read_digits("16.7"), Some(Digits::Dotted(16.7)));
    assert_eq!(read_digits("1.2.3"), None);
    assert_eq!(read_digits("1234567890123456"), None);
}

/// Number words and scales, and the words that only look like them.
#[test]
fn number_words() {
    let value = |text: &str| {
        let tokens = tokenize(text);
        number_at(&tokens, text, 0, &LEXICON).map(|n| (n.value, n.end == tokens.len()))
    };
    for (text, expected) in [
        ("mười bảy", 17.0),
        ("hai mươi mốt", 21.0),
        ("ba trăm linh năm", 305.0),
        ("hai triệu ba trăm nghìn", 2_300_000.0),
        ("6 ngàn", 6000.0),
        ("1,2 triệu", 1_200_000.0),
        ("5,87 nghìn tỷ", 5.87e12),
        ("102 tỷ 140 triệu", 102_140_000_000.0),
        ("2 triệu rưỡi", 2_500_000.0),
    ] {
        let (got, whole) = value(text).unwrap();
        assert!((got - expected).abs() < 1e-6 * expected && whole, "{text}: {got}");
    }
    for text in ["một số", "năm 2023", "tư tưởng", "ba năm qua".trim_start_matches("ba "), "một trong những"]
    {
        assert_eq!(value(text), None, "{text}");
    }
}

/// Dates, times, documents, ordinals, badges, telephones and spans of time are never figures.
#[test]
fn what_counts_nothing() {
    for text in [
        "Sáng 16.7, ngày 26/9/2023, từ 26-29.4 và ngày 10-11/8/2020, hội nghị diễn ra lúc 8 giờ 30, kết thúc 17h30.",
        "Căn cứ Quyết định 1755-QĐ/TU, Nghị quyết số 35, Nghị định 30/2020/NĐ-CP, Chỉ thị 05-CT/TW và Điều 5, khoản 2.",
        "Các Nghị quyết Trung ương 4, 5, 6 khóa XII và Kết luận số 21 được quán triệt tại kỳ họp thứ 9.",
        "Đại hội lần thứ XIV, nhiệm kỳ 2020 -2025, Đại hội 13 của Đảng, khóa 12, quý III/2023, tháng 9 năm 2023.",
        "Đồng chí được trao Huy hiệu 40, 30 năm tuổi Đảng nhân dịp 3/2; huy hiệu 65 năm.",
        "Điện thoại: 0204.3854.123, đường dây nóng 0912 345 678.",
        "Sau 5 năm thực hiện và trong 6 tháng đầu năm, 10 năm qua, kỷ niệm 93 năm Ngày thành lập Đảng.",
        "Đây là 1 trong những nội dung trọng tâm; một số đơn vị, một phần việc, Covid-19, chi bộ “4 tốt”, cụm số 3.",
        "Ông Nguyễn Văn An, 52 tuổi, cùng hai đồng chí Trần Văn Bình và Lê Thị Cúc.",
    ] {
        assert_eq!(lines(text), Vec::<String>::new(), "{text}");
    }
}

/// Comparators before and after the number, alone and together.
#[test]
fn comparators() {
    for (text, expected, about) in [
        ("Kết nạp ít nhất 20 đảng viên.", Comparator::AtLeast, false),
        ("Có 95% trở lên đảng viên hoàn thành tốt nhiệm vụ.", Comparator::AtLeast, false),
        ("Phấn đấu 90% tổ chức cơ sở đảng trở lên hoàn thành tốt nhiệm vụ.", Comparator::AtLeast, false),
        ("Kết nạp từ 3% đảng viên.", Comparator::AtLeast, false),
        ("Kết nạp trên 20 đảng viên.", Comparator::MoreThan, false),
        ("Kết nạp khoảng hơn 20 đảng viên.", Comparator::MoreThan, true),
        ("Kiểm tra không quá 60 đảng viên.", Comparator::AtMost, false),
        ("Còn dưới 5% chi bộ ghép.", Comparator::LessThan, false),
        ("Đạt khoảng 50% chỉ tiêu.", Comparator::About, true),
        ("Có gần 2.000 đảng viên.", Comparator::Nearly, true),
        ("Kết nạp từ 180 đến 200 đảng viên.", Comparator::Range, false),
        ("Tỷ lệ cao hơn 1,5% so với nhiệm kỳ trước.", Comparator::Equal, false),
        ("Có 90,3% số đảng viên được xếp loại hoàn thành tốt nhiệm vụ trở lên.", Comparator::Equal, false),
    ] {
        let figures = read(text).figures;
        assert_eq!((figures[0].comparator, figures[0].about), (expected, about), "{text}");
        assert_eq!(figures.len(), 1, "{text}");
    }
}

/// The cues of kind, over one sentence and from one to the next; a plan never becomes a fact.
#[test]
fn kinds_of_plain_sentences() {
    let text = "Đảng bộ Khối hiện có 73 chi, đảng bộ trực thuộc với 5.356 đảng viên.\n\
        Từ đầu năm đến nay đã kết nạp 134 đảng viên, đạt 67% so với chỉ tiêu cả năm; phát thẻ cho 236 đảng viên.\n\
        Dự hội nghị có hơn 200 cán bộ, đảng viên.\n\
        Quý IV, Đảng bộ Khối sẽ mở 2 lớp bồi dưỡng và dự kiến kết nạp 20 quần chúng.\n\
        Nghị quyết nêu 5 chương trình và 3 nội dung đột phá.";
    assert_eq!(
        lines(text),
        [
            "Structure Equal 73 chi, đảng bộ «73 chi, đảng bộ trực thuộc»",
            "Structure Equal 5356 đảng viên «5.356 đảng viên»",
            "Result Equal 134 đảng viên «Từ đầu năm đến nay đã kết nạp 134 đảng viên»",
            "Result Equal 67 % «đạt 67% so với chỉ tiêu cả năm»",
            "Result Equal 236 đảng viên «236 đảng viên»",
            "Event MoreThan 200 cán bộ, đảng viên «hơn 200 cán bộ, đảng viên»",
            "Target Equal 2 lớp «sẽ mở 2 lớp bồi dưỡng»",
            "Target Equal 20 quần chúng «dự kiến kết nạp 20 quần chúng»",
            "Structure Equal 5 chương trình «5 chương trình»",
            "Structure Equal 3 nội dung «3 nội dung đột phá»",
        ]
    );
}

/// An aim that is told as reached is a result, what only measures by one leaves the next sentence alone.
#[test]
fn aims_reached_and_aims_beside() {
    for (text, kinds) in [
        (
            "Các chỉ tiêu nghị quyết đề ra đều được Đảng bộ hoàn thành: 92% chi bộ hoàn thành tốt nhiệm vụ.",
            "R",
        ),
        ("Đảng bộ đạt và vượt 4/6 chỉ tiêu: đến năm 2023, xã đạt chuẩn chiếm 40% số xã.", "RR"),
        (
            "Khối kết nạp 114 đảng viên mới (mục tiêu 60 đảng viên). Số đảng viên được xếp loại tốt trên 97%.",
            "RTR",
        ),
        ("Chỉ tiêu kết nạp phân bổ cho Đảng bộ Khối trong năm 2023 là 90 đảng viên.", "T"),
        ("Từ đầu năm tới nay, Khối mở 2 lớp với 90 học viên.", "RR"),
        (
            "Thực hiện chỉ tiêu kết nạp năm 2023 (250 đảng viên), Khối kết nạp được 180 đảng viên, đạt 72%.",
            "TRR",
        ),
        ("So với mục tiêu đại hội (90%), tỷ lệ chi bộ hoàn thành tốt nhiệm vụ đạt 93,5%.", "TR"),
        ("Từ nay đến cuối năm, toàn Khối kết nạp thêm 40 đảng viên.", "T"),
        (
            "Nghị quyết đại hội xác định: trên 80% chi bộ hoàn thành tốt nhiệm vụ; kết nạp 600 đảng viên.",
            "TT",
        ),
        ("Đại hội chốt 6 mục tiêu, đáng chú ý có 100% chi bộ hoàn thành tốt nhiệm vụ.", "ST"),
        (
            "Nghị quyết đề ra các chỉ tiêu: giữ vững đoàn kết, nâng chất lượng sinh hoạt ở mọi chi bộ. \
             90% đảng viên hoàn thành tốt nhiệm vụ.",
            "T",
        ),
        ("Kế hoạch nêu rõ: trong năm, Ban Thường vụ tiến hành 3 cuộc kiểm tra.", "T"),
        ("Thu nhập cao hơn cùng kỳ 10% (mục tiêu tăng từ 9% trở lên).", "RT"),
        ("Trong 10 chỉ tiêu chủ yếu, 8 chỉ tiêu vượt, 2 chỉ tiêu đạt.", "SRR"),
        ("Một số chỉ tiêu đạt cao như: 100% đảng viên học nghị quyết; kết nạp 160 đảng viên.", "RR"),
        ("Chỉ tiêu phát triển đảng viên đạt 106,7%.", "R"),
        ("Dự kiến mở 3 lớp bồi dưỡng cho 300 học viên.", "TT"),
        ("Phương hướng là phấn đấu kết nạp 150 đảng viên. Tại hội nghị, 8 đảng viên nhận Huy hiệu.", "TR"),
        ("Mục tiêu là nâng cao năng lực. Sau 2 năm, Đảng bộ kết nạp 289 đảng viên, đạt 48% chỉ tiêu.", "RR"),
        ("Khối đã đạt và vượt nhiều chỉ tiêu của nghị quyết: chi bộ trong sạch vững mạnh là trên 81%.", "R"),
        ("Nhóm các trường phải kết nạp 202 đảng viên, gồm 118 đoàn viên, 66 sinh viên.", "TTT"),
        ("Kể từ đầu năm tới ngày 12-9, Khối kết nạp 57 đảng viên.", "R"),
        (
            "Vi phạm tập trung nhiều ở các nội dung: đạo đức, lối sống: 14 (18,9%); tham nhũng: 5 (6,8%); kê khai: 8 (10,8%).",
            "RRRRRR",
        ),
        ("Từ 1.000 bài gửi về, Ban Giám khảo chọn 71 bài.", "RR"),
        ("Mục tiêu của Đảng ủy Khối cơ quan và doanh nghiệp (CQ&DN) tỉnh là 100% chi bộ có mô hình.", "T"),
        ("Rừng trồng tập trung đạt 4.590 ha, bằng 252% kế hoạch.", "RR"),
        ("Mục tiêu đặt ra là nâng chất lượng sinh hoạt; 85% chi bộ hoàn thành tốt nhiệm vụ.", "T"),
    ] {
        assert_eq!(kinds_of(text), kinds, "{text}");
    }
}

/// What a body has, who was called to a congress and who was sent on from it, and totals of what was done.
#[test]
fn levels_guests_and_totals() {
    for (text, kinds) in [
        ("Năm 2022 toàn Khối có 5.620 đảng viên, tăng 210 đảng viên; trong đó nữ 2.300 đồng chí.", "SRS"),
        ("Đảng bộ Khối có 929 đảng viên mới được kết nạp.", "R"),
        ("Tính đến nay số tổ chức đảng cơ sở của Khối là 76 (44 đảng bộ, 32 chi bộ).", "SSS"),
        ("Ban Chấp hành Đảng bộ nhiệm kỳ mới do Đại hội bầu ra có 25 đồng chí.", "S"),
        ("Đảng bộ Khối nay đã có 77 chi bộ.", "S"),
        ("Kết nạp 28 quần chúng, nâng tổng số đảng viên mới trong năm lên 112 đồng chí.", "RR"),
        ("Có 245/250 đại biểu được triệu tập về dự đại hội, đạt 98%.", "EE"),
        ("Đại hội bầu Ban Chấp hành gồm 27 đồng chí, đoàn đại biểu dự đại hội cấp trên 18 đồng chí.", "SS"),
        ("Số tổ chức đảng được kiểm tra là 36; được giám sát là 24.", "RR"),
    ] {
        assert_eq!(kinds_of(text), kinds, "{text}");
    }
}

/// Parts are what their whole is, with the noun that stands before each number or before them all.
#[test]
fn parts_of_a_whole() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "Toàn Đảng bộ có 252 đảng viên (chính thức 238, dự bị 14).",
            &["Structure 252 đảng viên", "Structure 238 đảng viên", "Structure 14 đảng viên"],
        ),
        (
            "Khối có 95 tổ chức cơ sở đảng (chi bộ cơ sở 49, đảng bộ cơ sở 46).",
            &["Structure 95 tổ chức cơ sở đảng", "Structure 49 chi bộ cơ sở", "Structure 46 đảng bộ cơ sở"],
        ),
        (
            "Có 8 đảng viên được nhận Huy hiệu Đảng. Gồm 1 đảng viên 60 năm tuổi Đảng; 7 đảng viên 40 năm tuổi Đảng.",
            &["Result 8 đảng viên", "Result 1 đảng viên", "Result 7 đảng viên"],
        ),
        (
            "Giải thưởng gồm 1 giải nhất, 2 giải nhì, 3 giải ba.",
            &["Result 1 giải nhất", "Result 2 giải nhì", "Result 3 giải ba"],
        ),
        (
            "Khối có 87 tổ chức cơ sở đảng. Chia theo loại hình: nhà nước 11, cổ phần 22, tư nhân 54.",
            &[
                "Structure 87 tổ chức cơ sở đảng",
                "Structure 11 nhà nước",
                "Structure 22 cổ phần",
                "Structure 54 tư nhân",
            ],
        ),
        (
            "Khối có 5.620 đảng viên (nữ: 2.300, dự bị: 210).",
            &["Structure 5620 đảng viên", "Structure 2300 đảng viên", "Structure 210 đảng viên"],
        ),
        (
            "Xếp loại tổ chức cơ sở đảng: hoàn thành tốt nhiệm vụ 51, hoàn thành nhiệm vụ 3.",
            &["Result 51 tổ chức cơ sở đảng", "Result 3 tổ chức cơ sở đảng"],
        ),
        ("Bầu 03 (ba) đồng chí vào Ủy ban Kiểm tra.", &["Structure 3 đồng chí"]),
        (
            "Có 5 đảng viên bị thi hành kỷ luật: cảnh cáo một, khai trừ bốn.",
            &["Result 5 đảng viên", "Result 1 đảng viên", "Result 4 đảng viên"],
        ),
    ];
    for (text, expected) in cases {
        let line = |f: &Figure| match f.value {
            Value::Number(n) => format!("{:?} {n} {}", f.kind, f.unit),
            _ => String::new(),
        };
        assert_eq!(read(text).figures.iter().map(line).collect::<Vec<_>>(), expected, "{text}");
    }
}

/// The rating of one body is a figure, aimed at or reached; a slogan and a rating of many are none.
#[test]
fn ratings_of_one_body() {
    for (text, expected) in [
        ("Năm 2022, Đảng bộ Khối được công nhận hoàn thành tốt nhiệm vụ.", "Result"),
        ("Nhiệm kỳ tới, Đảng bộ Sở Xây dựng phấn đấu đạt trong sạch, vững mạnh.", "Target"),
        ("Đảng bộ lãnh đạo các cơ quan hoàn thành tốt nhiệm vụ.", ""),
        ("Xây dựng Đảng bộ Khối trong sạch, vững mạnh.", ""),
        ("Các chi bộ được xếp loại hoàn thành tốt nhiệm vụ.", ""),
    ] {
        let found: Vec<String> = read(text).figures.iter().map(|f| format!("{:?}", f.kind)).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
}

/// One sentence holds a yes/no aim and a per cent; what defines an aim is no figure of its own.
#[test]
fn aims_within_aims() {
    let text = "Mục tiêu phấn đấu: Đảng bộ Khối và 90% trở lên các chi bộ đạt hoàn thành tốt nhiệm vụ; \
        khoảng 50% tổ chức cơ sở đảng xây dựng được 1 công trình hoặc 1 mô hình.";
    assert_eq!(
        lines(text),
        [
            "Target Equal true  «Đảng bộ Khối và 90% trở lên các chi bộ đạt hoàn thành tốt nhiệm vụ»",
            "Target AtLeast 90 % «90% trở lên các chi bộ đạt hoàn thành tốt nhiệm vụ»",
            "Target About 50 % «khoảng 50% tổ chức cơ sở đảng xây dựng được 1 công trình hoặc 1 mô hình»",
        ]
    );
}

/// Aims go on through the items of a list, and end with it.
#[test]
fn a_list_of_aims_over_paragraphs() {
    let text = "Đại hội đề ra các chỉ tiêu sau:\n- Kết nạp 600 đảng viên.\n- 95% đảng viên hoàn thành tốt nhiệm vụ.\n\
        Toàn khối có 4.200 đảng viên.";
    let kinds: Vec<FigureKind> = read(text).figures.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FigureKind::Target, FigureKind::Target, FigureKind::Structure]);
}

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
        (
            "Đảng bộ Khối có 66 tổ chức cơ sở đảng. Đảng bộ Khối có 68 tổ chức cơ sở đảng.",
            Some("figure-stated-twice"),
        ),
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

/// The lexicon's files hold lists of phrases only, each list under a name that is known.
#[test]
fn the_lexicon_is_read_whole() {
    for (source, names) in [
        (include_str!("../../lexicon/units.yaml"), 13),
        (include_str!("../../lexicon/grammar.yaml"), 18),
        (include_str!("../../lexicon/cues.yaml"), 18),
        (include_str!("../../lexicon/sections.yaml"), 12),
        (include_str!("../../lexicon/bodies.yaml"), 2),
        (include_str!("../../lexicon/synonyms.yaml"), 4),
    ] {
        let lists: BTreeMap<String, Vec<String>> = serde_saphyr::from_str(source).unwrap();
        assert_eq!(lists.len(), names, "{:?}", lists.keys());
        assert!(lists.values().flatten().all(|phrase| !tokenize(phrase).is_empty()));
    }
}

/// The weights are read whole; a file that is broken would make everything a result.
#[test]
fn the_weights_are_read() {
    let weights: BTreeMap<String, Vec<f64>> =
        serde_json::from_str(include_str!("../../lexicon/kinds.json")).unwrap();
    assert!(weights.contains_key("all") && weights.len() > 100);
    assert!(weights.values().all(|w| w.len() == super::WEIGHED.len() && w.iter().all(|w| w.is_finite())));
}

/// A sentence never ends inside an abbreviation, a date or a number.
#[test]
fn sentences_end_where_a_reader_ends_them() {
    let text = "Đảng bộ TP. Lạng Sơn họp ngày 16.7. Có 2.000 đảng viên dự (gần 50%). “Rất tốt.” Kết quả… Sau đó, T.Ư đánh giá.";
    assert_eq!(sentences(&tokenize(text)).len(), 5);
}

/// Pieces that figures are made of, and pieces that break them, in any order.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "kết nạp",
        "đã",
        "phấn đấu",
        "gồm",
        "trong đó",
        "hơn",
        "từ",
        "đến",
        "trở lên",
        "khoảng",
        "2.000",
        "35,34",
        "1,353",
        "26/9",
        "16.7",
        "925/962",
        "%",
        "(",
        ")",
        "đảng viên",
        "chi bộ",
        "tổ chức cơ sở đảng",
        "và",
        ",",
        ";",
        ":",
        ".",
        "…",
        "-",
        "–",
        "\"",
        "“",
        "năm",
        "quý III",
        "số",
        "hai mươi",
        "một",
        "năm",
        "triệu",
        "đồng",
        "ngày",
        "Nghị quyết",
        "Đảng bộ Khối",
        "đạt",
        "hoàn thành tốt nhiệm vụ",
        "\u{a0}",
        "\u{200b}",
        "\u{301}",
        "0912345678",
        "999999999999999",
        "/",
        "QĐ/TU",
        "e\u{301}",
        "\u{202e}",
        "toàn tỉnh",
        "mỗi",
        "huy hiệu",
        "tuổi Đảng",
        "\n",
    ]);
    prop::collection::vec((piece, prop::bool::ANY), 0..60).prop_map(|pieces| {
        pieces.iter().map(|(p, spaced)| format!("{p}{}", if *spaced { " " } else { "" })).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Every span re-reads as its phrase, lies on character boundaries, and holds the number.
    #[test]
    fn spans_are_phrases(text in prose()) {
        let read = read(&text);
        for figure in &read.figures {
            prop_assert_eq!(text.get(figure.start..figure.end), Some(figure.phrase.as_str()));
            prop_assert!(!figure.phrase.is_empty());
        }
        for extract in &read.extracts {
            prop_assert_eq!(text.get(extract.start..extract.end), Some(extract.text.as_str()));
            prop_assert!(extract.figures.iter().all(|i| *i < read.figures.len()));
        }
        prop_assert!(read.figures.is_sorted_by_key(|f| f.start));
    }

    /// Nothing a file may hold makes it fail.
    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,300}") {
        read(&text);
    }
}

/// A line without a full stop takes work in step with its length: ten times the text, about ten times the figures.
#[test]
fn a_long_line_is_read_to_its_end() {
    let line =
        "đã kết nạp 134 đảng viên, đạt 67% chỉ tiêu; Đảng bộ Khối có 17 tổ chức cơ sở đảng, ".repeat(3000);
    let figures = read(&line).figures;
    assert!(figures.len() > 8900, "{}", figures.len());
    assert!(figures.last().unwrap().end > line.len() - 100);
}
