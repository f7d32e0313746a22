#![allow(clippy::unwrap_used)]

use super::*;
use proptest::prelude::*;

/// Ties shown as `~`.
fn shown(text: &str) -> String {
    tie(&text.replace('~', " ")).replace('\u{a0}', "~")
}

/// Each line is both the input (without its ties) and the wanted output: the rules of domain.md §6 and issue 5.
#[test]
fn rules() {
    for line in [
        // Number and unit or per cent.
        "kết nạp 128~đảng viên, đạt 72,7% so với",
        "đạt 95~% trở lên",
        "35~triệu đồng và 2.000~người",
        "14/17~tổ chức đạt 82,4%",
        "đạt 42/44~(95,5%), còn 2 (một số)",
        "tăng 3 so với quý~II; giảm 5 và",
        "từ 180~-~200~đảng viên",
        "từ 180 đến 200~đảng viên",
        "hơn 200~đại biểu (12~nữ)",
        // Periods and dates.
        "quý~III/2023 và QUÝ~IV/2023, quý~I",
        "ngày~26~tháng~9 năm~2023",
        "Sáng~26/9, Đảng ủy Khối",
        "ngày~26/9/2023 tại Thái Bình, ngày~16.7, trong ngày 2.000~người",
        "6~tháng đầu năm~2023, 9~tháng năm~2023",
        "năm~2023 tổ chức 3~lớp",
        "nhiệm~kỳ~2020~-~2025 đạt",
        "nhiệm~kỳ~2020-2025 đạt, NHIỆM~KỲ~2020~–~2025",
        // Papers and their parts.
        "Số~05-BC/ĐUK; Số:~05/BC-ĐUK",
        "Số~~~~~~-BC/ĐUK",
        "khoản~2 Điều~5 Nghị định~30/2020/NĐ-CP",
        "Nghị quyết~35-NQ/TW, Chỉ thị~05-CT/TW và Quy định~132-QĐ/TW",
        "Trung ương~4 khóa~XII, khoá~XIII",
        "Đại hội~XIII, Đại hội lần~thứ~XIV, lần~thứ~nhất",
        "Phần thứ~nhất, thứ~Ba",
        "(Bảng~1, Hình~1 và Phụ~lục~2), Phụ~lục~A, điểm~a",
        // People and abbreviations.
        "đồng~chí~Nguyễn Văn~A phát biểu",
        "các đồng chí trong ban",
        "đ/c~Trần Thị Hoa, ông~Lê Văn Hùng",
        "T/M~BAN THƯỜNG VỤ",
        "TM.~BAN CHẤP HÀNH; TP.~Thái Bình",
        // Marks.
        "kết quả~: tốt~; “~Học tập~”",
        "≥~95% và 36~+ 45~+ 47~= 128",
        "36~+ 45 được 128~/~176",
        "công tác dân vận~- khéo",
        "-~Lưu Văn phòng",
        "1.~Ưu điểm, a) đoàn thể",
        // No ties.
        "XỬ LÝ VI PHẠM VÀ XI MĂNG",
        "Sở Y tế, hồ Chí Linh",
        "số đảng viên trong kỳ đạt",
        // A number too great for the label before it counts what comes after it.
        "trong quý 45~đảng viên được kết nạp; mỗi quý 40,3~đảng viên, trong năm 128~người",
        // A label of two syllables is none without its first; a full stop ends everything.
        "giải quyết 4~đơn thư theo Nghị quyết~35 và Quyết định~99",
        "làm theo Bác. Nắm tình hình; bổ sung quý. III",
    ] {
        assert_eq!(shown(line), line);
    }
}

/// Capitals, old spelling, decomposed letters and spaces that are tied already change nothing.
#[test]
fn writing_does_not_matter() {
    use unicode_normalization::UnicodeNormalization;
    let text = "PHỤ LỤC 2: khoá XIII, ngày 26 tháng 9";
    let tied: String = text.nfd().collect();
    assert_eq!(tie(&tied).nfc().collect::<String>(), tie(text));
    assert_eq!(tie(&text.replace(' ', "\u{a0}")), text.replace(' ', "\u{a0}"));
}

/// A forced line break and a tab are no spaces, and nothing ties across them.
#[test]
fn forced_breaks_stay() {
    assert_eq!(shown("quý\nIII\tĐiều 5"), "quý\nIII\tĐiều~5");
}

/// A figure is a run of its own: the tie to its unit stands in the next one.
#[test]
fn ties_across_runs() {
    let (mut a, mut b, mut c) = ("có ".to_owned(), "128".to_owned(), " đảng viên, quý ".to_owned());
    let mut d = "III".to_owned();
    tie_across(&mut [&mut a, &mut b, &mut c, &mut d]);
    assert_eq!([a, b, c, d].join("|").replace('\u{a0}', "~"), "có |128|~đảng viên, quý~|III");
}

/// The length of a text must not matter to the time a word takes: 200,000 words in one go.
#[test]
fn long_text() {
    let text = "ngày 26 tháng 9 đồng chí Nguyễn kết nạp 128 đảng viên - ".repeat(20_000);
    assert_eq!(tie(&text).matches('\u{a0}').count(), 20_000 * 7);
}

proptest! {
    /// Tying only turns spaces into no-break spaces, and a second time changes nothing.
    #[test]
    fn idempotent_and_harmless(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "ngày", "26", "tháng", "9", "năm", "2023", "quý", "III", "III/2023", "-", "–", "Số", "-BC", "(", ")",
                "“", "”", "%", "95%", "đồng", "chí", "Nguyễn", "A", "T/M", "BAN", "Phụ", "lục", "nhiệm", "kỳ", "2020",
                "128", "đảng", "viên,", "và", "/", "+", "≥", "1.", "\n", "\t", "\u{a0}", "", "35-NQ/TW", "uỷ", "khóa",
            ]),
            0..14,
        )
    ) {
        let text = words.join(" ");
        let tied = tie(&text);
        prop_assert_eq!(tied.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
        prop_assert_eq!(tie(&tied), tied.clone());
        let mut pieces: Vec<String> = text.split_inclusive(' ').map(str::to_owned).collect();
        tie_across(&mut pieces.iter_mut().collect::<Vec<_>>());
        prop_assert_eq!(pieces.concat(), tied);
    }
}
