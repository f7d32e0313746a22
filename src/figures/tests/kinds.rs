//! Kinds of figures, with their parts.

use super::super::{Figure, FigureKind};
use super::{kinds_of, lines, read};
use crate::quantity::Value;

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

/// Seats, lessons, learners of a class and the bodies that people come from, as `tests/figures/KINDS.md` has them.
#[test]
fn kinds_of_seats_classes_and_parts() {
    for (text, kinds) in [
        (
            "Kết quả bầu cử, Ban Chấp hành nhiệm kỳ 2020 - 2025 có 26 ủy viên, đồng chí Nam được bầu làm bí thư.",
            "S",
        ),
        ("Ban Chấp hành Đảng bộ khóa mới được bầu có 9 đồng chí.", "S"),
        (
            "Khối họp ngày 7-8, dịp này Ban Thường vụ có mặt, Đảng bộ trao Huy hiệu Đảng cho 13 đảng viên.",
            "R",
        ),
        ("Đi dự Đại hội Đảng bộ tỉnh lần thứ X có 33 đại biểu chính thức, 2 đại biểu dự khuyết.", "SS"),
        ("Trong 5 ngày, học viên được học 5 bài và nghiên cứu 3 chuyên đề.", "ESS"),
        ("Từ chỗ chỉ có 18 đảng viên, nay chi bộ lên 32 đảng viên.", "SS"),
        ("Toàn Đảng bộ có 4.240 đảng viên, nhiều hơn năm 2017 là 560 đảng viên.", "SR"),
        (
            "Toàn ngành còn 3.443 người, giảm 131 người; trong đó: nữ 1.317 người, dân tộc thiểu số 382 người.",
            "SRSS",
        ),
        ("Đảng viên của toàn Đảng bộ là 87 đảng viên.", "S"),
        ("Khối trao 6 giải: 1 giải nhất, 2 giải nhì, 3 giải ba.", "RRRR"),
        ("11 tập thể và 34 cá nhân, đại diện 65 chi bộ, đã được Đảng ủy Khối biểu dương.", "RRS"),
        ("Khóa học kéo dài 16 tháng.", "E"),
    ] {
        assert_eq!(kinds_of(text), kinds, "{text}");
    }
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
        ("Mục tiêu của Đảng ủy Khối cơ quan và doanh nghiệp (CQ&DN) tỉnh là 100% chi bộ có mô hình.", "T"),
        ("Rừng trồng tập trung đạt 4.590 ha, bằng 252% kế hoạch.", "RR"),
        ("Mục tiêu đặt ra là nâng chất lượng sinh hoạt; 85% chi bộ hoàn thành tốt nhiệm vụ.", "T"),
        ("Nghị quyết nêu 24 chỉ tiêu, 3 khâu đột phá. Theo đó, 100% chi bộ sinh hoạt đúng quy định.", "SST"),
        ("Trong các chỉ tiêu được đại hội thông qua có: giao quân mỗi năm đủ 100%.", "T"),
        ("Khối kết nạp 6 đảng viên mới (Nghị quyết chỉ đặt 5 đảng viên).", "RT"),
        ("Ban Thường vụ phải quyết định xóa tên 2 đảng viên.", "R"),
        ("Phấn đấu mỗi năm 50% chi bộ được công nhận tốt, trong số này 20% tiêu biểu.", "TT"),
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
        ("Ban Chấp hành khi ấy vỏn vẹn 15 đồng chí, toàn Đảng bộ 55 tổ chức cơ sở đảng.", "SS"),
        ("Đảng bộ Sở Xây dựng (13 chi bộ, 186 đảng viên) là đơn vị dẫn đầu.", "SS"),
        ("Từ 34 đảng viên lúc thành lập, nay Đảng bộ có 71 đảng viên.", "SS"),
        (
            "Các đại biểu chọn ra đoàn đi dự đại hội cấp trên với 13 đại biểu chính thức, 2 đại biểu dự khuyết.",
            "SS",
        ),
        ("15 vị đã được bầu vào Ban Chấp hành.", "S"),
        ("Hai Đảng bộ Khối Cơ quan và Khối Doanh nghiệp nhập lại thành một.", "S"),
        ("Có mặt đông đủ (18/18 đồng chí), chi bộ tiến hành đại hội.", "E"),
        ("- Cán bộ, viên chức cả thảy: 717 người (biên chế: 427; hợp đồng: 290).", "SSS"),
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
            "Hội thi đã trao giải thưởng gồm 1 giải nhất, 2 giải nhì, 3 giải ba.",
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

/// What is asked for is no fact, though it says «được».
#[test]
fn asked_to_reach_at_least() {
    let text = "Đảng ủy Khối yêu cầu chi bộ sớm ổn định sinh hoạt, trong năm 2025 giới thiệu được ít nhất 3 quần chúng.";
    assert_eq!(lines(text), ["Target AtLeast 3 quần chúng «giới thiệu được ít nhất 3 quần chúng»"]);
}

/// Aims go on through the items of a list, and end with it.
#[test]
fn a_list_of_aims_over_paragraphs() {
    let text = "Đại hội đề ra các chỉ tiêu sau:\n- Kết nạp 600 đảng viên.\n- 95% đảng viên hoàn thành tốt nhiệm vụ.\n\
        Toàn khối có 4.200 đảng viên.";
    let kinds: Vec<FigureKind> = read(text).figures.iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [FigureKind::Target, FigureKind::Target, FigureKind::Structure]);
}

/// People told by what they are, and what a body only has or has come to: a make-up, though no verb says so.
#[test]
fn members_are_a_make_up() {
    let text = "Tỉnh có 37 báo cáo viên cấp tỉnh.\n\
        92% tốt nghiệp đại học trở lên, 61 đồng chí có trình độ cao cấp lý luận chính trị.\n\
        Trong 4.100 đảng viên toàn Khối có 1.850 nữ.\n\
        Nay Đảng bộ đã lớn mạnh với 71 tổ chức cơ sở đảng.\n\
        Đến giờ, chi bộ trường có 10 đảng viên, bằng 66% số giáo viên.\n\
        Năm học 2013 - 2014, Trường THCS Vinh Quang có 9 lớp với 326 học sinh, đội ngũ giáo viên là 15 người.\n\
        Năm qua kết nạp 40 đảng viên, trong đó 12 đồng chí là nữ.\n\
        Đợt này gồm 1 đảng viên 70 năm tuổi Đảng, 2 đảng viên 65 năm.";
    let kinds: Vec<String> = lines(text).iter().map(|l| l.split(' ').next().unwrap().to_owned()).collect();
    let of = ["Structure"; 11].into_iter().chain(["Result"; 4]).collect::<Vec<_>>();
    assert_eq!(kinds, of);
}

/// Bodies with a branch of their own, ages, shares of people by what they are, and delegations are a make-up; plans half
/// reached and what has shrunk are results.
#[test]
fn shares_ages_and_plans_half_reached() {
    for (text, kinds) in [
        ("Đã có chi bộ độc lập là 501/518 trường mầm non, 541/541 trường tiểu học.", "SS"),
        ("Hiện 100% thôn, làng đều đã có tổ chức đảng; 123/128 chi bộ thôn đã có cấp ủy.", "SS"),
        ("Trong quý, 98% chi bộ có tổ chức sinh hoạt chuyên đề.", "R"),
        (
            "Đảng viên so với cán bộ, giáo viên đạt 53,26% (27.980/52.533): mầm non 46,47% (5.669/12.200), tiểu học 56,84%.",
            "SSSSS",
        ),
        ("Ở cơ sở, 91/436 cấp ủy viên là nữ (đạt 20,8%). Cán bộ trẻ ở cấp ủy cơ sở chiếm 22,9%.", "SSS"),
        ("Tuổi bình quân của cấp ủy là 42,5 tuổi; hai nơi trẻ nhất lần lượt 40,5 tuổi và 41 tuổi.", "SSS"),
        (
            "Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 11 đồng chí (10 đại biểu chính thức và 1 đại biểu dự khuyết).",
            "SSS",
        ),
        (
            "Một số việc sẽ cố xong đúng hạn; việc kết nạp đã đạt 72% kế hoạch (riêng tháng 10 là 506 đảng viên).",
            "RR",
        ),
        (
            "Kết nạp 8 đảng viên, vượt chỉ tiêu Nghị quyết Đại hội Đảng bộ xã (mỗi năm kết nạp từ 4 đảng viên trở lên).",
            "RT",
        ),
        ("Từ 494 hộ nghèo nay còn 247 hộ.", "RR"),
        ("Số đảng viên mới kết nạp cả thảy 54 đồng chí, trong đó nữ 23 đồng chí.", "RR"),
        ("Đã đạt và vượt 5/5 chỉ tiêu. Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ từ 97% trở lên.", "RR"),
    ] {
        assert_eq!(kinds_of(text), kinds, "{text}");
    }
}

/// Levels told with `là`, delegates among those elected, those who set to work, people with a share before their bodies.
#[test]
fn levels_delegates_and_those_who_come() {
    for (text, kinds) in [
        ("Tính đến tháng 6, dưới Đảng bộ Khối là 125 tổ chức cơ sở đảng (TCCSĐ), 6.532 đảng viên.", "SS"),
        ("Lực lượng của Đảng bộ lúc này là 756 đảng viên. Biên chế được giao là 38 người.", "ST"),
        ("Đảng viên của cả huyện đến nay là 687 đảng viên.", "S"),
        ("Bệnh viện nay có quy mô 1.200 giường bệnh.", "S"),
        ("Đại hội bầu 13 đồng chí vào Ban Chấp hành và 22 đại biểu đi dự đại hội cấp trên.", "SS"),
        (
            "Số người được cử đi dự Đại hội Đảng bộ tỉnh là 26 đại biểu chính thức cùng 2 đại biểu dự khuyết.",
            "SS",
        ),
        ("Trời vừa sáng, hơn 30 đoàn viên đã bắt tay làm đường.", "E"),
        ("Về dự đại hội của Đảng bộ Sở (26/5/2020) có 172 đảng viên (97,7%) của 13 chi bộ.", "EEE"),
        (
            "Tại buổi gặp mặt, 1 đảng viên của Chi bộ Công ty được Đảng ủy trao Huy hiệu 30 năm tuổi Đảng.",
            "R",
        ),
        ("Quà trao tay gồm 10 chăn ấm cho 10 cụ cao tuổi, 30 chăn ấm cho 30 em học sinh nghèo.", "RRRR"),
        ("Chia ra có 8 huy hiệu 50 năm, 15 huy hiệu 40 năm cùng 10 huy hiệu 30 năm tuổi Đảng.", "RRR"),
        ("Đến thời điểm này, tỉnh có 510 đảng viên dân tộc thiểu số.", "S"),
        ("Cán bộ, công chức người Khmer có 609 người: cấp tỉnh 151, huyện 208, xã 250.", "SSSS"),
        ("Mục tiêu là giữ danh hiệu Đảng bộ huyện trong sạch, vững mạnh; kết nạp 100 đảng viên.", "TT"),
        ("250 đại biểu mang theo tiếng nói của hơn 32.000 đoàn viên đã dự đại hội.", "ES"),
    ] {
        assert_eq!(kinds_of(text), kinds, "{text}");
    }
}

/// Aims listed one in each line, without a mark, go on until something is told.
#[test]
fn aims_in_lines_without_marks() {
    let text = "Các đại biểu nhất trí một số chỉ tiêu chủ yếu: khai thác 132.900 tấn.\n\
        Thu mua mủ tiểu điền: 50.000 tấn; xuất khẩu chiếm khoảng 60%.\n\
        Mỗi người lao động thu nhập bình quân 12 triệu đồng/tháng.\n\
        Đại hội đã bầu 13 đồng chí vào Ban Chấp hành.";
    assert_eq!(kinds_of(text), "TTTTS");
}
