//! Any text at all, and a long one.

use proptest::prelude::*;

use super::read;

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

/// A number whose noun is lost at the end of the text, found by fuzzing.
#[test]
fn a_number_may_end_the_text() {
    for text in ["đạt 88,8% 8 số", "có 12 các", "(18/18", "gồm 5 tổng số", "35 là", "tăng 3 \"", "4 tỷ"]
    {
        read(text);
    }
}

/// A text may begin with the word that makes a number a name: nothing stands before it to look at.
#[test]
fn a_label_may_begin_the_text() {
    for text in ["số 12 đảng viên", "số 3/25 chi bộ", "Số 12."] {
        read(text);
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
