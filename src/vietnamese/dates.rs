//! Dates as Party and state papers write them (HD 36-HD/VPTW and NĐ 30/2020/NĐ-CP pad the same numbers).

use chrono::{Datelike, NaiveDate};

/// Room for a day that is written in by hand; no-break spaces, which nothing collapses.
const BLANK_DAY: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// `ngày 05 tháng 02 năm 2026`: days below 10 and the months 1 and 2 get a zero in front, other months none.
///
/// Without a day its place stays blank.
pub fn long_date(day: Option<u32>, month: u32, year: i32) -> String {
    let day = day.map_or_else(|| BLANK_DAY.to_owned(), |d| format!(" {d:02} "));
    let zero = if month <= 2 { "0" } else { "" };
    format!("ngày{day}tháng {zero}{month} năm {year}")
}

/// The place and date line of a letterhead: `Thái Bình, ngày 05 tháng 02 năm 2026`.
pub fn place_date(place: &str, day: Option<u32>, month: u32, year: i32) -> String {
    format!("{place}, {}", long_date(day, month, year))
}

/// `26/9/2023`, as running text writes it: nothing padded.
pub fn short_date(date: NaiveDate) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The padding rule of both format guides: days below 10, months 1 and 2 only.
    #[test]
    fn pads_days_below_ten_and_the_first_two_months() {
        assert_eq!(long_date(Some(5), 2, 2026), "ngày 05 tháng 02 năm 2026");
        assert_eq!(long_date(Some(10), 1, 2026), "ngày 10 tháng 01 năm 2026");
        assert_eq!(long_date(Some(9), 3, 2026), "ngày 09 tháng 3 năm 2026");
        assert_eq!(place_date("Thái Bình", Some(26), 12, 2023), "Thái Bình, ngày 26 tháng 12 năm 2023");
    }

    /// A blank day must leave room to write in, which white-space collapsing cannot take away.
    #[test]
    fn blank_day_is_no_break_room() {
        let line = place_date("Thái Bình", None, 9, 2023);
        assert_eq!(line.replace('\u{a0}', "_"), "Thái Bình, ngày______tháng 9 năm 2023");
        assert_eq!(line.split_ascii_whitespace().collect::<Vec<_>>().join(" "), line);
    }

    /// Running text pads nothing.
    #[test]
    fn short_dates_are_not_padded() {
        assert_eq!(short_date(NaiveDate::from_ymd_opt(2023, 9, 6).unwrap()), "6/9/2023");
    }
}
