//! What is a number and what is none, values and comparators.

use super::super::lexicon::LEXICON;
use super::super::numeral::{Reading as Digits, number_at, read_digits};
use super::super::token::tokenize;
use super::{lines, read};
use crate::quantity::Comparator;

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

/// Amounts whose unit stands after both numbers, is glued to them or left out, or whose number has two scales.
#[test]
fn amounts_of_odd_shape() {
    for (text, expected) in [
        ("Tăng trưởng đạt13,04%.", vec!["Result Equal 13.04 % «Tăng trưởng đạt13,04%»"]),
        (
            "Khai thác 88.068 tấn/162.000 tấn.",
            vec!["Result Equal 88068/162000 tấn «Khai thác 88.068 tấn/162.000 tấn»"],
        ),
        (
            "Đã trao các suất quà từ 100 ngàn đồng đến 1,5 triệu đồng.",
            vec!["Result Range 100000..1500000 đồng «từ 100 ngàn đồng đến 1,5 triệu đồng»"],
        ),
        (
            "Doanh thu đạt 31 ngàn 800 tỷ đồng.",
            vec!["Result Equal 31800000000000 đồng «đạt 31 ngàn 800 tỷ đồng»"],
        ),
        (
            "Đã kết nạp 120 đảng viên, hơn 1/3 là nữ.",
            vec![
                "Result Equal 120 đảng viên «Đã kết nạp 120 đảng viên»",
                "Result MoreThan 1/3 đảng viên «hơn 1/3 là nữ»",
            ],
        ),
        (
            "Trước 2/9 đã kết nạp 9 đảng viên, không dưới 2/3 là nữ.",
            vec![
                "Result Equal 9 đảng viên «đã kết nạp 9 đảng viên»",
                "Result AtLeast 2/3 đảng viên «không dưới 2/3 là nữ»",
            ],
        ),
        ("Đã góp 8,2 - 9 tỷ đồng.", vec!["Result Range 8200000000..9000000000 đồng «8,2 - 9 tỷ đồng»"]),
        ("Đã góp 8,2 tỷ đồng.", vec!["Result Equal 8200000000 đồng «8,2 tỷ đồng»"]),
        ("Nộp ngân sách 38,5 tỷ, vượt kế hoạch.", vec!["Result Equal 38500000000 đồng «38,5 tỷ»"]),
        (
            "Thu nhập bình quân đã từ 25 triệu lên 42 triệu/năm.",
            vec!["Result Equal 25000000 đồng «đã từ 25 triệu»", "Result Equal 42000000 đồng «42 triệu»"],
        ),
        (
            "Số đảng viên giảm từ 54 xuống 42 trong năm qua.",
            vec![
                "Structure Equal 54 đảng viên «Số đảng viên giảm từ 54»",
                "Structure Equal 42 đảng viên «42 trong năm qua»",
            ],
        ),
        (
            "Đã kiểm tra 36 đảng viên và 18 tổ chức đảng (trong đó cấp ủy là 12 và 7).",
            vec![
                "Result Equal 36 đảng viên «Đã kiểm tra 36 đảng viên»",
                "Result Equal 18 tổ chức đảng «18 tổ chức đảng»",
                "Result Equal 12 đảng viên «12»",
                "Result Equal 7 tổ chức đảng «7»",
            ],
        ),
        (
            "Sau 3 tuần thi, mỗi đội có 15 phút; lớp học trong thời gian hơn 2 tháng.",
            vec![
                "Event Equal 3 tuần «3 tuần thi»",
                "Event Equal 15 phút «15 phút»",
                "Event MoreThan 2 tháng «hơn 2 tháng»",
            ],
        ),
        (
            "Thời gian 6 tháng đầu năm, đã kết nạp 7 đảng viên.",
            vec!["Result Equal 7 đảng viên «đã kết nạp 7 đảng viên»"],
        ),
        (
            "Toàn xã có ba chi bộ là Chi bộ 1, Chi bộ 3 và Chi bộ 5.",
            vec!["Structure Equal 3 chi bộ «ba chi bộ là Chi bộ 1»"],
        ),
    ] {
        assert_eq!(lines(text), expected, "{text}");
    }
}
