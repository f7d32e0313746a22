//! What no page may do: crash the reader, print the unprintable, or point outside its file.

use std::sync::LazyLock;

use baocao::articles::decode::{Class, classify, raw};
use baocao::articles::{Article, Context, Encoding, read_page};
use baocao::office::Office;
use proptest::prelude::*;

use crate::driver::sample_office;

static OFFICE: LazyLock<Office> = LazyLock::new(|| sample_office("thai-binh"));

/// Reads in the encoding, without an office and with one, and checks what must hold of every article.
fn holds(bytes: &[u8], encoding: Encoding) {
    holds_with(bytes, encoding, None);
    holds_with(bytes, encoding, Some(&OFFICE));
}

fn holds_with(bytes: &[u8], encoding: Encoding, office: Option<&Office>) {
    let context = Context { encoding: Some(encoding), office, ..Context::default() };
    let Ok(article) = read_page("a.txt", bytes, &context) else { return };
    for text in texts(&article) {
        let printable = |c: char| c == ' ' || matches!(classify(c), Class::Plain | Class::Mark);
        assert!(text.chars().all(printable), "{text:?}");
    }
    for figure in &article.figures {
        assert!(figure.start < figure.end && figure.end <= bytes.len(), "{figure:?}");
        assert_eq!(raw(&bytes[figure.start..figure.end], encoding), figure.phrase);
    }
    let spans = article.body.iter().map(|p| (p.start, p.end));
    for (start, end) in spans.chain(article.furniture.iter().map(|f| (f.start, f.end))) {
        assert!(start <= end && end <= bytes.len());
    }
}

fn texts(article: &Article) -> Vec<&str> {
    let mut texts: Vec<&str> = article.body.iter().map(|p| p.text.as_str()).collect();
    texts.extend(article.furniture.iter().map(|f| f.text.as_str()));
    texts.extend(article.extracts.iter().map(|e| e.text.as_str()));
    texts.extend(article.title.as_deref());
    texts.extend(article.author.as_deref());
    texts
}

/// Pieces of which pages are made, and some of which they should not be.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "Đảng ủy Khối",
        "kết nạp",
        "hơn 200",
        "đảng viên",
        "95,5%",
        "trở lên",
        "phấn đấu",
        "925/962",
        "Sáng nay (8/7)",
        "Thứ 6, 31/07/2020 | 00:00",
        "Cập nhật:",
        "26-29.4",
        "ngày",
        "lượt xem",
        "LSO-",
        "(TTV)",
        "Tin, ảnh:",
        "* Cùng ngày",
        ".",
        "...",
        "|",
        "\n",
        "\n\n",
        "\r\n",
        "\u{a0}",
        "\u{200b}",
        "\u{202e}",
        "u\u{309}",
        "\u{301}",
        "gồm 17",
        "14 đảng bộ",
        "năm 2023",
        "từ",
        "đến",
        "-",
        ",",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        "🙂",
        "quý III/2023",
        "12",
        "/",
        "2.000",
        "XIV",
        "a",
    ];
    prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any mixture of a page's pieces, in every encoding that Unicode has.
    #[test]
    fn pages_of_any_pieces_hold(pieces in proptest::collection::vec(piece(), 0..120), spaced in any::<bool>()) {
        let text = pieces.join(if spaced { " " } else { "" });
        holds(text.as_bytes(), Encoding::Utf8);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        holds(&utf16, Encoding::Utf16Le);
    }

    /// Any bytes in any encoding.
    #[test]
    fn any_bytes_hold(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for encoding in Encoding::ALL {
            holds(&bytes, encoding);
        }
        let _ = read_page("a.txt", &bytes, &Context::default());
    }
}

/// Sizes and repetitions that make a careless reader slow or deep: all are read, none is timed.
#[test]
fn monstrous_pages_are_read() {
    let sentence = "Đảng bộ Khối kết nạp 12 đảng viên, đạt 95,5% kế hoạch. ";
    let pages = [
        format!("Tiêu đề\n\n{}\n", sentence.repeat(4_000)),
        "a\n".repeat(60_000),
        "12/8 ".repeat(20_000),
        "Sáng ".repeat(20_000),
        format!("a{}", "\u{301}".repeat(100_000)),
        format!("{}12{}", "(".repeat(50_000), ")".repeat(50_000)),
        "Thứ 6, 31/07/2020 | 00:00\n".repeat(4_000),
        "\0".repeat(200_000),
    ];
    for page in pages {
        holds(page.as_bytes(), Encoding::Utf8);
    }
}
