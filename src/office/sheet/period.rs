//! The period that a sheet, a title or a file name speaks of.

use crate::period::Period;
use crate::vietnamese::fold;

/// A period of which the year may be missing: `Quý III`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partial {
    kind: Kind,
    year: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Quarter(u8),
    Half,
    NineMonths,
    Year,
}

impl Partial {
    /// The period, with the year of another text where its own is missing.
    pub fn with_year(self, year: Option<i32>) -> Option<Period> {
        let year = self.year.or(year)?;
        Some(match self.kind {
            Kind::Quarter(quarter) => Period::Quarter(year, quarter),
            Kind::Half => Period::Half(year),
            Kind::NineMonths => Period::NineMonths(year),
            Kind::Year => Period::Year(year),
        })
    }

    /// Its year, if it has one.
    pub fn year(self) -> Option<i32> {
        self.year
    }
}

/// Finds `quý III`, `quý 3/2023`, `Q3-2023`, `2023-Q3`, `6 tháng đầu năm 2023`, `9 tháng`, `năm 2023` in a text.
pub fn find(text: &str) -> Option<Partial> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let year = words.iter().find_map(|w| year(w));
    let after = |i: usize| words.get(i + 1).copied().unwrap_or_default();
    for (i, word) in words.iter().enumerate() {
        let kind = match (*word, after(i)) {
            ("quý" | "quy" | "q", number) => quarter(number).map(Kind::Quarter),
            ("6" | "sáu", "tháng") => Some(Kind::Half),
            ("9" | "chín", "tháng") => Some(Kind::NineMonths),
            ("h1", _) => Some(Kind::Half),
            ("9m", _) => Some(Kind::NineMonths),
            (short, _) => short.strip_prefix('q').and_then(quarter).map(Kind::Quarter),
        };
        if let Some(kind) = kind {
            return Some(Partial { kind, year });
        }
    }
    // A quarter that is none must not be taken for the year that stands beside it.
    let numeral = |word: &str| word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | '0'..='9'));
    if words.windows(2).any(|pair| pair[0] == "quý" && numeral(pair[1])) {
        return None;
    }
    let names_year = words.iter().any(|w| matches!(*w, "năm" | "nam")) || words.len() == 1;
    (year.is_some() && names_year).then_some(Partial { kind: Kind::Year, year })
}

fn quarter(text: &str) -> Option<u8> {
    match text {
        "i" | "1" => Some(1),
        "ii" | "2" => Some(2),
        "iii" | "3" => Some(3),
        "iv" | "4" => Some(4),
        _ => None,
    }
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    (text.len() == 4 && (1930..=2200).contains(&year)).then_some(year)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Titles, sheet names and file names as clerks write them.
    #[test]
    fn periods() {
        let full = |text: &str| find(text).and_then(|p| p.with_year(None));
        assert_eq!(full("KẾT QUẢ QUÝ III NĂM 2023"), Some(Period::Quarter(2023, 3)));
        assert_eq!(full("kết quả quý 3-2023"), Some(Period::Quarter(2023, 3)));
        assert_eq!(full("2023-Q3"), Some(Period::Quarter(2023, 3)));
        assert_eq!(full("ket-qua-quy-iii-2023"), Some(Period::Quarter(2023, 3)));
        assert_eq!(full("6 tháng đầu năm 2023"), Some(Period::Half(2023)));
        assert_eq!(full("9 tháng năm 2023"), Some(Period::NineMonths(2023)));
        assert_eq!(full("Xếp loại năm 2022"), Some(Period::Year(2022)));
        assert_eq!(find("Quý IV").unwrap().with_year(Some(2020)), Some(Period::Quarter(2020, 4)));
        assert_eq!(find("Kết quả quý V năm 2023"), None);
        assert_eq!(find("2023-Q5"), None);
        assert_eq!(find("Tổ chức cơ sở đảng"), None);
        assert_eq!(find("Ban hành kèm Quyết định 2023"), None);
    }
}
