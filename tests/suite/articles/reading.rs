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
        (
            "Sáng 13/4, Đảng ủy Khối nhìn lại quý I/2018 và bàn việc quý II/2018.",
            Some("2018-04-13/2018-04-13"),
        ),
        ("Sáng 13/4, Đảng ủy Khối họp; thu ngân sách tăng 5% so với quý I/2018.", None),
        ("Lớp học do Đảng ủy Khối mở đã bế giảng hôm 9-3-2012.", Some("2012-03-09/2012-03-09")),
    ] {
        let page = format!("Tin của Đảng bộ Khối\n\n{sentence}\n");
        assert_eq!(event(&page).as_deref(), days, "{sentence}");
    }
}

/// A document signed on the event's day of another year says nothing of the event's year.
#[test]
fn a_document_of_the_same_day_gives_no_year() {
    let lead = "Đảng ủy Khối sơ kết hai năm thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 vào sáng 18/5.";
    let page = |date: &str| format!("Đảng ủy Khối sơ kết một kết luận\n\n{date}\n\n{lead}\n");
    assert_eq!(event(&page("19/05/2023 - 06:47")).as_deref(), Some("2023-05-18/2023-05-18"));
    assert_eq!(event(&page("")), None);
}

/// What a document decides is carried out in the weeks after it was signed; years of it that are looked back on may end any year.
#[test]
fn a_document_signed_weeks_before_gives_the_year() {
    let page = |told: &str| {
        let signed = "theo Quyết định số 642-QĐ/ĐUK ngày 12/2/2025 của Ban Thường vụ Đảng ủy Khối";
        format!("Bàn giao tổ chức đảng\n\nLễ bàn giao diễn ra sáng 27/2. {told} {signed}.\n")
    };
    assert_eq!(event(&page("19 tổ chức chuyển đi")).as_deref(), Some("2025-02-27/2025-02-27"));
    assert_eq!(event(&page("Lễ nhìn lại hai năm thực hiện việc chuyển giao")), None);
}

/// A congress that closes after days of work began on the first of them; one that opens has yet to begin.
#[test]
fn days_of_work_count_back_from_the_closing() {
    for (lead, days) in [
        ("Sau 1,5 ngày làm việc, Đại hội Đảng bộ Khối đã bế mạc sáng 12/6/2015.", "2015-06-12/2015-06-12"),
        ("Sau hai ngày làm việc, Đại hội Đảng bộ Khối đã bế mạc sáng 12/6/2015.", "2015-06-11/2015-06-12"),
        (
            "Đại hội Đảng bộ Khối khai mạc sáng 12/6/2015 và kết thúc sau 2 ngày làm việc.",
            "2015-06-12/2015-06-12",
        ),
    ] {
        let page = format!("Đại hội Đảng bộ Khối\n\n{lead}\n");
        assert_eq!(event(&page).as_deref(), Some(days), "{lead}");
    }
}

/// A round-up of several bodies' congresses has no event of its own.
#[test]
fn round_ups_have_no_event() {
    let page = "Các đảng bộ sở nhìn lại nhiệm kỳ\n\n10/07/2020 09:15\n\n\
        Nhiều đảng bộ sở đã họp đại hội trong mùa hè này.\n\n\
        Ngày 26/6, Đảng bộ Sở Xây dựng tổ chức đại hội với 60 đảng viên.\n\n\
        Ngày 28/6, Đảng bộ Sở Tư pháp tổ chức đại hội với 45 đảng viên.\n\n\
        Ngày 30/6, Đảng bộ Sở Y tế tổ chức đại hội với 80 đảng viên.\n";
    assert_eq!(event(page), None);
}

/// A lone date under the article is its publishing date where the event was some days before; else it is a clock.
#[test]
fn a_lone_date_under_the_article_is_the_publishing_date() {
    let page = |date: &str| {
        format!(
            "Bế giảng lớp đối tượng đảng\n\nSáng 9/3, Đảng ủy Khối đã bế giảng lớp bồi dưỡng cho 115 quần chúng ưu tú của các chi bộ trực thuộc.\n\nThanh Mai\n\n{date}\n"
        )
    };
    let published = |date: &str| read(&page(date)).published.map(|p| p.date.to_string());
    assert_eq!(published("07:52, 12/03/2012").as_deref(), Some("2012-03-12"));
    assert_eq!(event(&page("12/03/2012")).as_deref(), Some("2012-03-09/2012-03-09"));
    assert_eq!(published("12/10/2012"), None);
}

/// The name of a signature may stand under its label.
#[test]
fn signatures_of_two_lines_give_the_name() {
    let page = "Bàn nhiệm vụ năm 2022\n\n15/1/2022 08:12\n\nSáng 14/1, Đảng ủy Khối họp bàn nhiệm vụ.\n\nTin, ảnh:\nX.BÌNH\n";
    assert_eq!(read(page).author.as_deref(), Some("X.BÌNH"));
}

/// What stands where a headline is missing is none: a section's name, the line of a picture.
#[test]
fn pages_without_a_headline_have_no_title() {
    let body = "Sáng 14/1/2022, Đảng ủy Khối họp bàn nhiệm vụ với 60 đảng viên.\n";
    for first in ["Nhịp sống hôm nay", "Đảng ủy Sở khóa mới, nhiệm kỳ 2020 - 2025\n(Ảnh: Báo tỉnh)"]
    {
        assert_eq!(read(&format!("{first}\n\n{body}")).title, None, "{first}");
    }
}

/// A headline may read like the line of a picture.
#[test]
fn headlines_that_show_something_are_titles() {
    let title = "Trao giấy khen cho học viên lớp bồi dưỡng năm 2021";
    let page = format!("{title}\n\nSáng 14/1/2022, Đảng ủy Khối họp bàn nhiệm vụ với 60 đảng viên.\n");
    assert_eq!(read(&page).title.as_deref(), Some(title));
}

/// Lines under pictures are left out; whole paragraphs after them and what counts are kept.
#[test]
fn captions_and_paragraphs_are_told_apart() {
    let lead = "Sáng 14/1/2022, Đảng ủy Khối họp bàn nhiệm vụ với 60 đảng viên.";
    let next = "Trong năm, Đảng bộ Khối đã kết nạp 90 đảng viên. Thời gian tới, các chi bộ sẽ làm tốt hơn.";
    let body = |between: &str| {
        let page =
            format!("Đảng ủy Khối bàn nhiệm vụ mới\n\n{lead}\n\n{between}\n\n{next}\n\n{next}\n\nThu Hà\n");
        read(&page).body.into_iter().map(|p| p.text).collect::<Vec<_>>()
    };
    for caption in [
        "Một đại biểu nêu ý kiến ở Hội nghị.",
        "Thứ trưởng chúc mừng Đại hội.",
        "Ảnh: Thu Hà\nẢnh: Thu Hà",
        "Xe quà của Đảng ủy Khối đến với bà con.\nXe quà của Đảng ủy Khối đến với bà con.",
        "Lãnh đạo HĐND tỉnh tặng hoa chúc mừng Ban Chấp hành Đảng bộ Khối khóa mới, nhiệm kỳ 2020 - 2025 và cán bộ.",
        "Các tổ chức cơ sở đảng tiêu biểu năm 2021 nhận giấy khen từ lãnh đạo Tỉnh ủy.",
        "Trao giấy khen cho đoàn viên tiêu biểu. Đứng giữa (áo xanh) là Chủ tịch Công đoàn Viên chức tỉnh",
        "Bỏ phiếu bầu Ban Chấp hành Đảng bộ Khối\nlần thứ III, nhiệm kỳ 2020 - 2025.",
    ] {
        assert_eq!(body(caption), [lead, next], "{caption}");
    }
    let counted =
        "Ban Chấp hành khóa mới được Đại hội bầu có 21 đồng chí; đoàn dự đại hội cấp trên gồm 19 đồng chí.";
    assert_eq!(body(counted), [lead, counted, next]);
}

/// A newspaper's name in brackets is its mark, whatever its words, where a dash sets the lead off.
#[test]
fn marks_of_several_words_are_no_body() {
    let page = "Đảng bộ Cục Thuế đại hội\n\n(TCT online) - Sáng 14/1/2022, Đảng bộ Cục Thuế họp đại hội với 60 đảng viên.\n";
    let article = read(page);
    assert_eq!(article.source_mark.as_deref(), Some("TCT online"));
    assert!(article.body[0].text.starts_with("Sáng 14/1/2022"));
}

/// Lines broken anywhere within sentences are put together; a figure may stand on both sides of the break.
#[test]
fn sentences_broken_anywhere_are_joined() {
    let page = "Đảng bộ huyện họp đại hội\n\nVề dự đại hội có lãnh đạo các ban của Tỉnh ủy, lãnh đạo các ban\nxây dựng Đảng của huyện và 236 đại\n\
        biểu chính thức thay mặt hơn 7.300 đảng viên trong toàn Đảng bộ.\nĐại hội diễn ra trong hai ngày.\n";
    let article = read(page);
    assert_eq!(article.body.len(), 2, "{:?}", article.body);
    assert_eq!(article.figures[0].phrase.replace('\n', " "), "236 đại biểu chính thức thay mặt");
}

/// A lead may stand in the line of its time and date, and a caption may begin with the headline's words.
#[test]
fn dates_and_headlines_before_other_text_are_parted() {
    let title = "Học viên hoàn thành lớp bồi dưỡng lý luận chính trị";
    let page = format!(
        "{title}\n{title} Đồng chí Bí thư Đảng ủy Khối trao giấy khen.\n\n10:31 04/02/2023 Lớp bồi dưỡng do Đảng ủy Khối các cơ quan tỉnh mở đã bế giảng chiều 3-2.\n"
    );
    let article = read(&page);
    assert_eq!(article.title.as_deref(), Some(title));
    assert_eq!(article.published.map(|p| p.date.to_string()).as_deref(), Some("2023-02-04"));
    assert_eq!(
        article.body[0].text,
        "Lớp bồi dưỡng do Đảng ủy Khối các cơ quan tỉnh mở đã bế giảng chiều 3-2."
    );
}

/// A class or contest bears its year beside its number, an anniversary beside its count, a congress in its term.
#[test]
fn years_borne_by_the_occasion_are_used() {
    for (lead, days) in [
        ("Lớp bồi dưỡng đợt I năm 2019 của Đảng ủy Khối bế giảng chiều 22/3.", Some("2019-03-22/2019-03-22")),
        (
            "Ngày 13/5, Đảng ủy Khối khai mạc giải thể thao lần thứ XIX năm 2022.",
            Some("2022-05-13/2022-05-13"),
        ),
        (
            "Sáng 6/8, Đảng ủy Khối khai mạc giải bóng chuyền mừng 60 năm ngày thành lập Đảng bộ Khối (10/8/1956 - 10/8/2016).",
            Some("2016-08-06/2016-08-06"),
        ),
        ("Ngày 17-3, Đảng bộ thị trấn mở Đại hội lần thứ VIII (2020-2025).", Some("2020-03-17/2020-03-17")),
        ("Chiều 22/3, Đảng ủy Khối bế giảng lớp bồi dưỡng.", None),
    ] {
        let page = format!("Tin của Đảng bộ Khối\n\n{lead}\n");
        assert_eq!(event(&page).as_deref(), days, "{lead}");
    }
}

/// A headline with a stop is one where the page has no other; a chronicle's lines are body.
#[test]
fn headlines_with_a_stop_and_chronicles_are_kept() {
    let lead = "Năm qua, Đảng bộ Khối đã lãnh đạo các chi bộ làm tốt công tác xây dựng Đảng, nâng chất lượng sinh hoạt, giữ vững đoàn kết trong toàn Đảng bộ và hoàn thành mọi việc được giao.";
    let page = format!(
        "Đảng ủy Khối tổng kết công tác năm 2019, bàn nhiệm vụ năm 2020.\n\n{lead}\n\nNăm 2018: Chi bộ được công nhận trong sạch vững mạnh\n\nNăm 2019: Chi bộ được công nhận trong sạch vững mạnh\n"
    );
    let article = read(&page);
    assert_eq!(
        article.title.as_deref(),
        Some("Đảng ủy Khối tổng kết công tác năm 2019, bàn nhiệm vụ năm 2020.")
    );
    assert_eq!(article.body.len(), 3, "{:?}", article.furniture);
}
