//! Single points of reading a page, each on a page of its own.

use baocao::articles::{Article, Context, read_page};
use baocao::figures::FigureKind;
use baocao::quantity::Value;

fn read(page: &str) -> Article {
    read_page("trang.txt", page.as_bytes(), &Context::default()).unwrap()
}

fn figures(page: &str) -> Vec<(FigureKind, Value)> {
    read(page).figures.into_iter().map(|f| (f.kind, f.value)).collect()
}

fn event(page: &str) -> Option<String> {
    read(page).event.map(|e| format!("{}/{}", e.from, e.to))
}

/// A number that only the headline has is taken there; one that the body tells, exactly or rounded, is taken once.
#[test]
fn headlines_give_what_the_body_lacks() {
    let page = "Khen thưởng 12 tập thể; hơn 500 đảng viên dự lớp\n\n15/5/2023 08:12\n\n\
        Sáng 14/5, Đảng ủy Khối tổ chức lớp bồi dưỡng với 512 đảng viên tham dự.\n";
    assert_eq!(
        figures(page),
        [(FigureKind::Result, Value::Number(12.0)), (FigureKind::Event, Value::Number(512.0))]
    );
}

/// A capital inside a sentence belongs to a name: `Cần Thơ` asks for nothing, `Ban Tổ chức` holds nothing.
#[test]
fn names_hold_no_cues() {
    let page = "Kết quả phát triển đảng\n\n15/5/2023 08:12\n\n\
        Khá nhất là Đảng bộ Đại học Kỹ thuật Cần Thơ với 14 đảng viên mới, Đảng bộ Sở Y tế với 9 đảng viên mới.\n";
    let kinds: Vec<FigureKind> = figures(page).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [FigureKind::Result, FigureKind::Result]);
}

/// `Ð` of another alphabet looks like `Đ` and is typed for it.
#[test]
fn look_alikes_of_a_letter_are_read() {
    let page = "Ðảng bộ Khối kết nạp đảng viên\n\n15/5/2023 08:12\n\nÐến nay, Ðảng bộ Khối đã kết nạp 90 Ðảng viên mới.\n";
    assert_eq!(figures(page), [(FigureKind::Result, Value::Number(90.0))]);
}

/// A year that is not written follows from an anniversary or from what is summed up; one that could be two stays open.
#[test]
fn years_follow_from_evidence_or_stay_open() {
    for (sentence, days) in [
        (
            "Sáng 29/8, nhân 80 năm Quốc khánh, Đảng ủy Khối trao Huy hiệu Đảng.",
            Some("2025-08-29/2025-08-29"),
        ),
        ("Sáng 29/8, nhân 80 năm thành lập Đảng bộ Khối, Đảng ủy Khối họp mặt.", None),
        ("Ngày 12/12, Đảng ủy Khối tổng kết năm 2022.", Some("2022-12-12/2022-12-12")),
        ("Ngày 20 và 21 - 6, Đại hội Đoàn Khối nhiệm kỳ 2022 - 2027 diễn ra.", Some("2022-06-20/2022-06-21")),
        ("Ngày 15/4, Đảng ủy Khối khen những nơi có thành tích năm 2020.", None),
    ] {
        let page = format!("Tin của Đảng bộ Khối\n\n{sentence}\n");
        assert_eq!(event(&page).as_deref(), days, "{sentence}");
    }
}
