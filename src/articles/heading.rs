//! Source marks at the start of a lead.

use std::ops::Range;

use super::province::is_province;

/// Letters that a mark may have at most.
const LONGEST: usize = 12;
/// Bytes that a newspaper's name before a dash may have, the dash included.
const OUTLET: usize = 40;
/// Bytes that a caption glued to the lead may have.
const GLUED: usize = 300;

/// The newspaper's mark at the start of a lead (`LSO-`, `(ĐN)-`, `(QNO) -`, `(TTV)`, `CTTĐT -`): its letters, and
/// where the lead goes on.
pub fn source_mark(text: &str) -> Option<(Range<usize>, usize)> {
    let bracketed = text.starts_with(['(', '[']);
    let start = usize::from(bracketed);
    let inside =
        |c: char| c.is_alphanumeric() || matches!(c, '.' | '&') || bracketed && matches!(c, ' ' | '-');
    let letters = text[start..].find(|c: char| !inside(c)).unwrap_or(0);
    let end = start + letters;
    let mark = &text[start..end];
    if mark.contains(' ') {
        return newspaper(text, start..end);
    }
    // `(Baonghean.vn) - Sáng 10/7`: the newspaper's address; `PhuthoPortal - Sáng 10/7`: its name in one word.
    let address = mark.len() < 48 && mark.len() > 3 && mark.ends_with(".vn");
    let pairs = mark.chars().zip(mark.chars().skip(1));
    let humps = mark.len() < 24 && pairs.filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count() > 0;
    let capitals = mark.chars().filter(|c| c.is_uppercase()).count();
    let small = mark.chars().filter(|c| c.is_lowercase()).count();
    let initials = (2..=LONGEST).contains(&mark.chars().count()) && capitals >= 2 && small <= 1;
    // «(Baonghean) - Sáng 10/7»
    let paper = mark.is_ascii() && (bracketed && mark.starts_with("Bao") && mark.len() > 5 || mark.len() > 8);
    if !initials && !address && !humps && !paper {
        return if bracketed { None } else { outlet(text) };
    }
    let mut rest = &text[end..];
    if bracketed {
        rest = rest.strip_prefix([')', ']'])?;
    }
    let after = rest.trim_start_matches([' ', '-', '–', '—', '.', ':']);
    let dashed = rest[..rest.len() - after.len()].contains(['-', '–', '—']);
    let goes_on =
        after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '"' | '“'));
    // `UBND tỉnh …` and `HĐND - UBND` begin sentences; `MTTQ` does not stand before a dash alone.
    if (bracketed && !paper || dashed) && goes_on && !looks_like_body(mark) {
        return Some((start..end, text.len() - after.len()));
    }
    if bracketed { None } else { outlet(text) }
}

/// A caption that the page's text glued to its lead (`… đón Tết (Thanhuy.vn) – Sáng 10/7`): where the mark begins.
pub fn glued_caption(text: &str) -> Option<usize> {
    let head = text.get(..text.floor_char_boundary(GLUED))?;
    let marked =
        |at: &usize| source_mark(&text[*at..]).is_some_and(|(mark, _)| text[*at..][mark].ends_with(".vn"));
    let at = head.match_indices('(').map(|(at, _)| at).filter(|at| *at > 0).find(marked)?;
    (!text[..at].contains(['.', '!', '?', ';'])).then_some(at)
}

/// `(Báo Quảng Ngãi)-`, `(TCT online) -`: a newspaper's whole name, of any words where a dash sets the lead off.
fn newspaper(text: &str, mark: Range<usize>) -> Option<(Range<usize>, usize)> {
    let rest = text[mark.end..].strip_prefix([')', ']'])?;
    let after = rest.trim_start_matches([' ', '-', '–', '—']);
    let dashed = rest[..rest.len() - after.len()].contains(['-', '–', '—']);
    let name = &text[mark.clone()];
    let press = ["Báo ", "Web ", "Website ", "Đài ", "Cổng ", "Trang "];
    let named =
        press.iter().any(|word| name.starts_with(word)) || dashed && name.starts_with(char::is_uppercase);
    let short = mark.len() < 48 && name.split(' ').count() <= 6;
    (named && short && after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“')))
        .then_some((mark, text.len() - after.len()))
}

/// `Lâm Đồng Online - Sáng 10/7`, `Báo Lào Cai - Sáng 10/7`, `Yên Bái - Sáng 10/7`: the name stands before a dash.
fn outlet(text: &str) -> Option<(Range<usize>, usize)> {
    let head = &text[..text.floor_char_boundary(OUTLET)];
    let name = head[..head.find(['-', '–'])?].trim_end();
    let after = text[name.len()..].trim_start_matches([' ', '-', '–']);
    let words = name.split(' ').count();
    let named = name.split(' ').all(|word| word.starts_with(char::is_uppercase)) && words <= 4;
    let online = [" Online", " online", " Plus"].iter().any(|end| name.ends_with(end));
    let press = ["Báo ", "Đài "].iter().any(|start| name.starts_with(start));
    let known = named && (online || press || is_province(name));
    (known && after.starts_with(char::is_uppercase)).then_some((0..name.len(), text.len() - after.len()))
}

/// Abbreviations of bodies, which may stand before a dash in a sentence.
fn looks_like_body(mark: &str) -> bool {
    matches!(
        mark,
        "HĐND" | "UBND" | "MTTQ" | "BCH" | "BTV" | "TCCSĐ" | "CCB" | "LĐLĐ" | "TNCS" | "ĐUK" | "CNVC"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<(&str, &str)> {
        source_mark(text).map(|(mark, rest)| (&text[mark], &text[rest..]))
    }

    #[test]
    fn marks_of_many_outlets_are_read() {
        assert_eq!(mark("(Web Quảng Trị) Nhằm"), Some(("Web Quảng Trị", "Nhằm")));
        assert_eq!(mark("(Baonghean) - Sáng 10/7"), Some(("Baonghean", "Sáng 10/7")));
        assert_eq!(mark("LSO-Sáng 21/12"), Some(("LSO", "Sáng 21/12")));
        assert_eq!(mark("(ĐN)- Từ đầu năm"), Some(("ĐN", "Từ đầu năm")));
        assert_eq!(mark("(QNO) - Ngày 16.7"), Some(("QNO", "Ngày 16.7")));
        assert_eq!(mark("(TTV) Sáng nay"), Some(("TTV", "Sáng nay")));
        assert_eq!(mark("(BL-HL) Sáng nay"), Some(("BL-HL", "Sáng nay")));
        assert_eq!(mark("CTTĐT - Chiều 5/4"), Some(("CTTĐT", "Chiều 5/4")));
        assert_eq!(mark("(Báo Quảng Ngãi)- Đến nay"), Some(("Báo Quảng Ngãi", "Đến nay")));
        assert_eq!(mark("(Tạp chí Dân vận) – Sáng 10/7"), Some(("Tạp chí Dân vận", "Sáng 10/7")));
        assert_eq!(mark("(Baonghean.vn) - Sáng 10/7"), Some(("Baonghean.vn", "Sáng 10/7")));
        assert_eq!(mark("PhuthoPortal - Sáng 10/7"), Some(("PhuthoPortal", "Sáng 10/7")));
        assert_eq!(mark("SÓC TRĂNG - Sáng 10/7"), Some(("SÓC TRĂNG", "Sáng 10/7")));
        assert_eq!(mark("Giaothonghanoi - Sáng 10/7"), Some(("Giaothonghanoi", "Sáng 10/7")));
        assert_eq!(mark("Lâm Đồng Online - Sáng 10/7"), Some(("Lâm Đồng Online", "Sáng 10/7")));
        assert_eq!(mark("Báo Lào Cai – Sáng 10/7"), Some(("Báo Lào Cai", "Sáng 10/7")));
        assert_eq!(mark("Yên Bái - Sáng 10/7"), Some(("Yên Bái", "Sáng 10/7")));
        assert_eq!(mark("GD&TĐ - Sáng 10/7"), Some(("GD&TĐ", "Sáng 10/7")));
        assert_eq!(mark("[Báo Tỉnh] - Sáng 10/7"), Some(("Báo Tỉnh", "Sáng 10/7")));
        assert_eq!(mark("VOV.VN - Với"), Some(("VOV.VN", "Với")));
        assert_eq!(mark("(QBĐT) - Phát biểu"), Some(("QBĐT", "Phát biểu")));
    }

    #[test]
    fn sentences_that_begin_with_an_abbreviation_have_none() {
        assert_eq!(mark("UBND tỉnh tổ chức"), None);
        assert_eq!(mark("(Ảnh tư liệu) Đại biểu dự hội nghị"), None);
        assert_eq!(mark("HĐND - UBND tỉnh"), None);
        assert_eq!(mark("Đảng bộ Khối - đơn vị dẫn đầu"), None);
        assert_eq!(mark("ĐOÀN KẾT – DÂN CHỦ"), None);
        assert_eq!(mark("VietinBank Nghệ An đóng góp"), None);
    }
}
