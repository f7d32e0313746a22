//! Which days are events, and which are another thing's.

use baocao::articles::{Context, read_page};

/// The event of a page with the sentence as its lead, or after two other paragraphs.
fn event(sentence: &str, published: &str, lead: bool) -> Option<String> {
    let plain =
        "Đảng bộ Khối có 60 tổ chức cơ sở đảng; cấp ủy các nơi đã lãnh đạo đơn vị hoàn thành nhiệm vụ.";
    let other =
        "Đảng viên sinh hoạt đều ở 60 chi bộ, chất lượng các buổi sinh hoạt đã khá hơn nhiều so với trước.";
    let body =
        if lead { format!("{sentence}\n\n{plain}") } else { format!("{plain}\n\n{other}\n\n{sentence}") };
    let page = format!("Tin hoạt động của Đảng bộ Khối trong kỳ\n\n{published}\n\n{body}\n");
    let article = read_page("trang.txt", page.as_bytes(), &Context::default()).unwrap();
    article.event.map(|e| format!("{}/{}", e.from, e.to))
}

/// A wrong day would date the report's figures wrongly: none of these is the day of what is reported.
#[test]
fn days_of_other_things_are_no_events() {
    for sentence in [
        // Documents.
        "Kế hoạch số 21-KH/ĐUK, ngày15/01/2024 của Đảng ủy Khối nêu rõ số cuộc kiểm tra phải làm trong năm.",
        "Nghị quyết số 9-NQ/TU, ngày 21/02/2024 về chuyển đổi số được các cấp ủy tổ chức học tập.",
        "Báo cáo ngày 05/6/2024 của Đảng ủy Khối cho thấy các chi bộ đã tổ chức sinh hoạt đều.",
        "Theo Quyết định 151/QĐ-UBND, ngày 10/5/2023 của UBND tỉnh, các cơ quan tổ chức sắp xếp lại.",
        "Tại Quyết định 151 của Tỉnh ủy, ngày 10/5/2024, hai đảng bộ được tổ chức lại.",
        "Theo đề án do Tỉnh ủy thông qua ngày 12/6/2024, Đảng bộ được tổ chức lại.",
        "Ngày 15/3/2024, Ban Thường vụ Đảng ủy Khối ban hành kế hoạch kiểm tra, giám sát.",
        "Ngày 15/3/2024, Ban Thường vụ Đảng ủy Khối ra thêm công văn về kiểm điểm, xếp loại.",
        "Ngày 11/01/2020, Ban Thường vụ Tỉnh ủy ra Quyết định số 8 sắp xếp các đảng bộ trực thuộc.",
        "Ngày 17/5 vừa qua, Ban Tổ chức Tỉnh ủy đã có Hướng dẫn số 12 về rà soát đảng viên.",
        "Đại hội các chi đoàn là bước chuẩn bị cho Đại hội Đoàn tỉnh, dự kiến vào ngày 21/9/2024.",
        // Foundings, births, feasts.
        "Đảng bộ Khối được thành lập vào ngày 15/3/2004 và nay có 60 tổ chức cơ sở đảng.",
        "Ngày 15/3/2004, Đảng bộ Khối được thành lập theo quyết định của Tỉnh ủy.",
        "Ngày 01/3/2024, Đảng bộ Khối mới chính thức đi vào hoạt động.",
        "Đồng chí Trần Văn A, sinh ngày 19/5/1960, vào Đảng ngày 3/2/1995, được tặng Huy hiệu tại đại hội.",
        "Kỷ niệm 94 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2024), Đảng ủy Khối tổ chức trao Huy hiệu.",
        "Chào mừng ngày 8/3, Công đoàn Khối tổ chức hội thi nấu ăn.",
        "Vào ngày 3/2 hằng năm, Đảng ủy Khối tổ chức trao Huy hiệu Đảng.",
        "Ngày 11/6/1948 Bác ra lời kêu gọi, các chi bộ tổ chức ôn lại.",
        // Deadlines and spans.
        "Chậm nhất là ngày 30/6/2024, các đảng bộ cơ sở tổ chức xong đại hội.",
        "Hạn cuối nộp bài dự thi là ngày 30/6/2024.",
        "Tại thời điểm ngày 31/12/2023, Đảng bộ Khối tổ chức sinh hoạt ở 60 chi bộ.",
        "Nội dung kiểm tra là việc làm từ ngày 01/01/2023 đến ngày 31/12/2023 tại Chi bộ Sở Y tế.",
        // Earlier stages.
        "Trước đó, chiều 5/3, Đảng ủy Khối đã tổ chức vòng sơ khảo với 40 thí sinh.",
        "Hội thi đã qua vòng loại ngày 5/6/2024 và bước vào chung kết.",
        "Như đã đưa tin, ngày 5/6/2024, Đảng ủy Khối tổ chức vòng loại.",
        "Sau hội nghị ngày 5/6/2024, các chi bộ đã tổ chức học tập.",
        "Công trình khởi công ngày 10/5/2024 và sẽ được tổ chức bàn giao vào mùa thu.",
        "Cách đây 20 năm, ngày 15/3/2004, Đảng bộ Khối tổ chức đại hội lần thứ nhất.",
        "Từ đại hội tổ chức ngày 12/6/2020 đến nay, Đảng bộ Khối đã kết nạp 500 đảng viên.",
    ] {
        for published in ["", "20/6/2024 08:12"] {
            for lead in [true, false] {
                assert_eq!(event(sentence, published, lead), None, "{sentence} {published} {lead}");
            }
        }
    }
}

/// What is told two months and more after its day is no news; a deadline to come leaves the publishing date alone.
#[test]
fn days_far_from_the_publishing_date_are_no_events() {
    let past = "Ngày 24/02/2020, hai đảng bộ cùng họp và tổ chức lại bộ máy.";
    assert_eq!(event(past, "26/2/2021 08:12", true), None);
    assert_eq!(event(past, "26/2/2020 08:12", true).as_deref(), Some("2020-02-24/2020-02-24"));
    let to_come = "Cuộc thi phát động từ ngày 15/3/2024 và kết thúc ngày 30/9/2024.";
    assert_eq!(event(to_come, "20/4/2024 08:12", true), None);
}

/// A congress lasts as long as the page says; a contest is told of on the day it opens.
#[test]
fn congresses_last_and_contests_open() {
    for (sentence, days) in [
        (
            "Sáng nay 23/6, Đảng bộ Khối mở đại hội. Đại hội kéo dài 3 ngày (23 đến 25/6).",
            "2020-06-23/2020-06-25",
        ),
        (
            "Sáng nay 23/6, Đảng bộ Khối mở đại hội. Đại hội diễn ra trong 2 ngày 23 và 24/6.",
            "2020-06-23/2020-06-24",
        ),
        (
            "Sáng nay 23/6, Đoàn Khối mở hội thi. Hội thi diễn ra trong 2 ngày 23 và 24/6.",
            "2020-06-23/2020-06-23",
        ),
        ("Kể từ 10.6 cho tới hết 2.7.2020, lần lượt cả 22 đảng bộ đã mở đại hội.", "2020-06-10/2020-07-02"),
    ] {
        assert_eq!(event(sentence, "3/7/2020 08:12", true).as_deref(), Some(days), "{sentence}");
    }
}

/// A document that has been carried out for so many years tells the year.
#[test]
fn years_of_a_document_tell_the_year() {
    let told = "Ngày 20/9, Tỉnh ủy họp sơ kết 3 năm thực hiện Nghị quyết 22-NQ/TW, ban hành ngày 02/02/2008.";
    assert_eq!(event(told, "", true).as_deref(), Some("2011-09-20/2011-09-20"));
}

/// A document or an occasion named before the event's day takes nothing from it.
#[test]
fn events_beside_documents_and_feasts_are_read() {
    for (sentence, day) in [
        ("Thực hiện Kế hoạch số 12-KH/ĐUK, ngày 15/3, Đảng ủy Khối tổ chức hội nghị học tập.", "2024-03-15"),
        ("Căn cứ Hướng dẫn số 9-HD/TW ngày 5/1/2024, sáng 15/3/2024, Đảng ủy Khối tập huấn.", "2024-03-15"),
        ("Ngày 15/3, Tỉnh ủy công bố quyết định thành lập Đảng bộ Khối.", "2024-03-15"),
        ("Kỷ niệm 94 năm Ngày thành lập Đảng, ngày 15/3/2024, Đảng ủy Khối tổ chức gặp mặt.", "2024-03-15"),
        ("Hội nghị sơ kết được tổ chức vào ngày 15/3/2024.", "2024-03-15"),
    ] {
        let expected = format!("{day}/{day}");
        assert_eq!(event(sentence, "16/3/2024 08:12", true), Some(expected), "{sentence}");
    }
}

/// What someone told the newspaper on a day is no event, even though the day is that of the page; a meeting at which
/// it was told is one.
#[test]
fn a_day_on_which_something_was_told_is_no_event() {
    let told =
        "Hôm nay 4/7, Phó Trưởng Ban Tổ chức cho biết: sáu tháng đầu năm 2024 đã kết nạp 209 đảng viên.";
    assert_eq!(event(told, "4/7/2024 08:12", true), None);
    let held = "Hôm nay 4/7, tại hội nghị giao ban, Phó Trưởng Ban cho biết: đã kết nạp 209 đảng viên.";
    assert_eq!(event(held, "4/7/2024 08:12", true).as_deref(), Some("2024-07-04/2024-07-04"));
}

/// A day long before the page is told as history, `hôm nay` inside a clause says nowadays: neither dates a page.
#[test]
fn history_and_nowadays_are_no_events() {
    for sentence in [
        "Ngày 6/11/1996, Quốc hội khai mạc kỳ họp ra Nghị quyết chia tách tỉnh.",
        "Gia đình ông có cơ ngơi hôm nay là nhờ hội nghị bàn cách làm ăn do chi bộ tổ chức.",
    ] {
        for lead in [true, false] {
            assert_eq!(event(sentence, "20/6/2024 08:12", lead), None, "{sentence} {lead}");
        }
    }
    let opens = "Hôm nay, Đảng ủy Khối khai mạc hội nghị sơ kết với 120 đại biểu.";
    assert_eq!(event(opens, "20/6/2024 08:12", true).as_deref(), Some("2024-06-20/2024-06-20"));
}

/// A school year gives the year of a day, a contest's name may hold commas, a class that closes has its last day.
#[test]
fn school_years_contests_and_classes_that_close() {
    for (sentence, days) in [
        ("Đón năm học mới 2022-2023, ngày 2-9, Đoàn Khối trao quà cho học sinh.", "2022-09-02/2022-09-02"),
        (
            "Hội thi Kể chuyện về tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2018 được tổ chức ngày 14.5 tại huyện.",
            "2018-05-14/2018-05-14",
        ),
        (
            "Lễ bế giảng lớp bồi dưỡng diễn ra ngày 13/11. Sau 5 ngày (09-13/11/2015) lên lớp, 82 học viên nhận chứng nhận.",
            "2015-11-13/2015-11-13",
        ),
    ] {
        assert_eq!(event(sentence, "", true).as_deref(), Some(days), "{sentence}");
    }
}
