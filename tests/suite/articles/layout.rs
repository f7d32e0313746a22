//! Where a page's lines belong: headline, signature, lead, caption.

use baocao::articles::{Article, Context, read_page};

const LEAD: &str = "Sáng 14/1/2022, Đảng ủy Khối họp bàn nhiệm vụ với 60 đảng viên tham dự.";
const MORE: &str = "Trong năm, Đảng bộ Khối đã kết nạp 90 đảng viên, mở 4 lớp bồi dưỡng và kiểm tra 12 tổ chức đảng. Thời \
    gian tới, các chi bộ sẽ làm tốt hơn việc sinh hoạt chuyên đề, gắn với nhiệm vụ của từng cơ quan và đơn vị.";

fn read(page: &str) -> Article {
    read_page("trang.txt", page.as_bytes(), &Context::default()).unwrap()
}

fn body(page: &str) -> Vec<String> {
    read(page).body.into_iter().map(|p| p.text).collect()
}

/// A headline may be as short as a section's name; the article tells of it, or it is none.
#[test]
fn short_headlines_are_told_in_the_article() {
    let lead = "Sáng 14/1/2022, Đại hội Công đoàn Khối đã diễn ra với 90 đại biểu tham dự.";
    for (page, title) in [
        (format!("Đại hội Công đoàn Khối\n\n{lead}\n\n{MORE}\n"), Some("Đại hội Công đoàn Khối")),
        (format!("Đại hội Công đoàn Khối\n15/01/2022 08:12\n\n{lead}\n"), Some("Đại hội Công đoàn Khối")),
        (format!("Dòng sông quê ta\n\n{lead}\n\n{MORE}\n"), None),
        (format!("Tin hoạt động công đoàn\n\n{lead}\n\n{MORE}\n"), None),
    ] {
        assert_eq!(read(&page).title.as_deref(), title, "{page}");
    }
}

/// A short headline under its kicker, or above its date, is no section's name.
#[test]
fn short_headlines_above_a_date_stay() {
    for (page, title) in [
        (
            "Đảng bộ Khối các cơ quan tỉnh:\nSáu chỉ tiêu cho nhiệm kỳ mới\nCập nhật: Thứ bẩy 17/10/2020 - 09:58",
            "Đảng bộ Khối các cơ quan tỉnh: Sáu chỉ tiêu cho nhiệm kỳ mới",
        ),
        (
            "Sáu chỉ tiêu cho nhiệm kỳ mới\nCập nhật: Thứ bẩy 17/10/2020 - 09:58",
            "Sáu chỉ tiêu cho nhiệm kỳ mới",
        ),
    ] {
        assert_eq!(read(&format!("{page}\n\n{LEAD}\n\n{MORE}\n")).title.as_deref(), Some(title));
    }
}

/// A headline told twice, the second time in capitals, on two lines and with a word changed, is one.
#[test]
fn headlines_in_capitals_below_are_left_out() {
    let title = "Công đoàn Khối doanh nghiệp: nhìn lại 10 năm xây dựng";
    let page =
        format!("{title}\nNHÌN LẠI 10 NĂM XÂY DỰNG\nCỦA CÔNG ĐOÀN KHỐI DOANH NGHIỆP\n\n{LEAD}\n\n{MORE}\n");
    assert_eq!(read(&page).title.as_deref(), Some(title));
}

/// A stamp, a counter or a website that a headline ends with is none of it and listed as left out; a stamp dates the page.
#[test]
fn headlines_lose_what_is_appended() {
    let title = "Đảng bộ Khối sơ kết công tác năm";
    for (rest, reason, published) in [
        ("(10:11 17/01/2022)", "published", Some("2022-01-17")),
        ("(Lượt xem: 571)", "counter", None),
        ("- Báo Hà Giang điện tử", "navigation", None),
        ("| Cổng thông tin Đảng bộ tỉnh", "navigation", None),
    ] {
        let article = read(&format!("{title} {rest}\n\n{LEAD}\n\n{MORE}\n"));
        assert_eq!(article.title.as_deref(), Some(title));
        let left: Vec<_> = article.furniture.iter().map(|f| (f.text.as_str(), f.reason)).collect();
        assert_eq!(left, [(rest, reason)]);
        assert_eq!(article.published.map(|p| p.date.to_string()).as_deref(), published);
    }
}

/// A bare date right on the headline is the publishing date of an event of that week, and hides no headline.
#[test]
fn a_date_stands_right_on_its_headline() {
    let title = "Hội thi kể chuyện về Bác của Đoàn Khối để lại nhiều ấn tượng";
    let page = |date: &str| {
        read(&format!(
            "{date}\n{title}\n{LEAD}\nToàn cảnh hội thi\n{MORE}\nTrao giải cho các thí sinh\n{MORE}\n"
        ))
    };
    let article = page("17/01/2022");
    assert_eq!(article.title.as_deref(), Some(title));
    assert_eq!(article.published.map(|p| p.date.to_string()).as_deref(), Some("2022-01-17"));
    assert!(page("17/05/2022").published.is_none());
}

/// Buttons sign nothing; where a person works may stand beside the name, what the person did and for whom is none of it.
#[test]
fn signatures_are_told_from_buttons() {
    let author = |above: &str, below: &str| {
        read(&format!("Bàn nhiệm vụ năm 2022\n\n15/1/2022 08:12\n\n{above}\n\n{LEAD}\n\n{MORE}\n\n{below}\n"))
            .author
    };
    for buttons in ["A A", "A- A+", "A+ A-", "Aa"] {
        assert_eq!(author(buttons, "Tin, ảnh: THU THẢO").as_deref(), Some("THU THẢO"), "{buttons}");
    }
    let office = "Lê Văn Dũng, Ủy ban Kiểm tra Đảng ủy Khối";
    assert_eq!(author("", office).as_deref(), Some(office));
    for name in ["Thanh Hà - sưu tầm", "Thanh Hà (CTV)", "Thanh Hà/BAOTINH.VN", "Thanh Hà (tổng hợp)"]
    {
        assert_eq!(author("", name).as_deref(), Some("Thanh Hà"), "{name}");
    }
    assert_eq!(author("", "Đồng chí Lê Văn Dũng, Bí thư Đảng ủy Khối, phát biểu"), None);
}

/// A lead begins where its first sentence does: after a stray dash, a newspaper's mark, a caption glued to it.
#[test]
fn leads_begin_with_their_first_sentence() {
    let glued = "Lãnh đạo Công đoàn Khối tặng quà thợ mỏ dịp Tết (Baoquangninh.vn) – ";
    for before in [" - ", "BaoKhoi - ", "(Baotinh.vn) - ", glued] {
        let page = format!("Đảng ủy Khối bàn nhiệm vụ năm 2022\n\n{before}{LEAD}\n\n{MORE}\n");
        assert_eq!(body(&page), [LEAD, MORE], "{before}");
    }
    let list = format!("Đảng ủy Khối bàn nhiệm vụ năm 2022\n\n- {LEAD}\n\n- {MORE}\n");
    assert_eq!(body(&list), [format!("- {LEAD}"), format!("- {MORE}")]);
}

/// Short lines between paragraphs head them, unless they show people or a picture's name; one alone may be a caption.
#[test]
fn headings_inside_the_article_are_body() {
    let page = |first: &str, second: &str| {
        let parts = format!("{LEAD}\n\n{MORE}\n\n{first}\n\nHai là, {MORE}\n\n{second}\n\nBa là, {MORE}");
        body(&format!("Đảng ủy Khối bàn nhiệm vụ năm 2022\n\n{parts}\n")).len()
    };
    assert_eq!(page("Thêm nguồn đảng viên trẻ", "Đổi mới cách sinh hoạt"), 6);
    assert_eq!(page("Thêm nguồn đảng viên trẻ", "Toàn cảnh hội nghị"), 4);
    assert_eq!(page("Giấy khen được trao cho 12 chi bộ tiêu biểu", "DAI HOI KHOI DOANH NGHIEP"), 4);
}

/// Buttons, counters, menus and notices of websites (`tests/articles/furniture.txt`) leave title, author and body of a page alone, wherever they stand.
#[test]
fn furniture_leaves_the_article_alone() {
    let title = "Đảng bộ Khối các cơ quan tỉnh sơ kết 6 tháng đầu năm";
    let date = "Thứ Ba, 05/07/2016 - 08:30";
    let body = [
        "Chiều 4/7, Đảng ủy Khối các cơ quan tỉnh tổ chức hội nghị sơ kết 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2016.",
        "Trong 6 tháng, toàn Đảng bộ kết nạp 112 đảng viên mới, mở 2 lớp bồi dưỡng cho 190 học viên; các chi bộ giữ nền nếp sinh hoạt.",
        "Sáu tháng cuối năm, Đảng ủy Khối phấn đấu kết nạp thêm 100 đảng viên, hoàn thành kiểm tra 12 tổ chức đảng theo chương trình.",
    ];
    for line in include_str!("../../articles/furniture.txt").lines() {
        for gap in ["\n", "\n\n"] {
            for (place, author) in
                [(0, Some("Thu Hằng")), (2, Some("Thu Hằng")), (6, Some("Thu Hằng")), (5, None)]
            {
                let mut lines = vec![title, date, body[0], body[1], body[2]];
                lines.extend(author);
                lines.insert(place, line);
                let page = read_page("trang.txt", lines.join(gap).as_bytes(), &Context::default()).unwrap();
                let told = format!("«{line}» as line {place}");
                assert_eq!(page.title.as_deref(), Some(title), "{told}");
                assert_eq!(page.author.as_deref(), author, "{told}");
                let paragraphs: Vec<&str> = page.body.iter().map(|p| p.text.as_str()).collect();
                assert_eq!(paragraphs, body, "{told}");
            }
        }
    }
}

/// A site's masthead above its menu, a menu whose links stand apart, a bracket under the headline, a bullet before it and the
/// first part's number are none of it.
#[test]
fn mastheads_brackets_and_bullets_are_no_headline() {
    let headline = "Đảng bộ Khối các cơ quan tỉnh sơ kết công tác quý III";
    for head in [
        format!("LIÊN ĐOÀN LAO ĐỘNG TỈNH NHÀ\nTin tức hoạt động\n{headline}\n15/01/2022 08:12"),
        format!(
            "Báo Tỉnh Nhà - Cơ quan của Đảng bộ tỉnh\nVideo  Phóng sự ảnh  Pháp luật\n{headline}\n15/01/2022 08:12"
        ),
        format!("{headline}\n(Các chi bộ nhận cờ thi đua)"),
        format!("• {headline}\n15/01/2022 08:12"),
        format!(
            "HUYỆN ỦY SÔNG QUÊ\nTRANG CHỦ   MẶT TRẬN   ĐẢNG BỘ HUYỆN   LIÊN HỆ\n{headline}\n15/01/2022 08:12"
        ),
        format!("Trang chủ  Tin tức  Đảng bộ huyện  Mặt trận - Đoàn thể\n{headline}\n15/01/2022 08:12"),
        format!("{headline}\n\nI. NHỮNG KẾT QUẢ CHÍNH"),
    ] {
        let page = format!("{head}\n\n{LEAD}\n\n{MORE}\n");
        assert_eq!(read(&page).title.as_deref(), Some(headline), "{page}");
    }
}

/// A paragraph with double spaces in it is no menu, also as the page's first line.
#[test]
fn paragraphs_with_gaps_are_body() {
    let gaps = MORE.replace(", ", ",  ");
    assert_eq!(body(&format!("{gaps}\n\n{LEAD}\n")).len(), 2);
}

/// Counts listed under a line that ends with a colon are the article's, however short they are.
#[test]
fn counts_listed_under_a_line_are_body() {
    let page = format!(
        "Phụ nữ trong cấp ủy\n15/01/2022 08:12\n\n{MORE}\n\n- Nữ trong cấp ủy các cấp:\n\n+ Cấp tỉnh: có 7 người \
         (13,4%)\n\n+ Cấp huyện: 71 người (19,5%)\n\n{LEAD}\n"
    );
    assert_eq!(body(&page).len(), 5, "{:?}", body(&page));
}
