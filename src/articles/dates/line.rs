//! Lines that only say a date.

use super::scan::{Day, Mention, scan, time};
use crate::articles::lexicon::lexicon;
use crate::articles::tokens::Token;

/// Words beside date and labels that such a line may hold: an author's name.
const BYLINE: usize = 5;

/// What a date line calls its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// `Hôm nay`: a clock.
    Clock,
    /// `Cập nhật`, `Ngày đăng`.
    Published,
    /// Nothing.
    None,
}

/// A line that only says a date, with a time, a label, a counter or a name at most.
#[derive(Clone, Debug, PartialEq)]
pub struct DateLine {
    /// Its date, with a year.
    pub mention: Mention,
    /// What it calls it.
    pub label: Label,
    /// Whether it says a time.
    pub timed: bool,
    /// Tokens that are neither date nor label: a name, perhaps.
    pub rest: Vec<usize>,
}

/// Reads a line as a date line; none where it says more.
pub fn date_line(tokens: &[Token]) -> Option<DateLine> {
    if tokens.len() > 40 {
        return None;
    }
    let mention = scan(tokens).into_iter().find(|m| m.year.is_some() && m.days.is_some());
    let mention = mention.or_else(|| short_year(tokens))?;
    if mention.half.is_some() {
        return None;
    }
    let lists = ["form", "counter", "date", "published", "clock"].map(|name| (name, lexicon().list(name)));
    let (mut label, mut timed, mut rest) = (Label::None, false, Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if at == mention.tokens.start {
            // `Hôm nay, ngày 13 tháng 11 năm 2018`: the grammar took the label with the date.
            if mention.relative == Some(0) {
                label = Label::Clock;
            }
            timed |= (at..mention.tokens.end).any(|i| time(tokens, i).is_some());
            at = mention.tokens.end;
        } else if let Some(end) = time(tokens, at) {
            timed = true;
            at = end;
        } else if let Some((name, taken)) =
            lists.iter().filter_map(|(n, list)| Some((*n, list.at(&tokens[at..])?))).max_by_key(|(_, t)| *t)
        {
            match name {
                "clock" => label = Label::Clock,
                "published" if label == Label::None => label = Label::Published,
                _ => {}
            }
            // `Cập nhật ngày 11/11/2013`: the date begins inside the label.
            let into_date = at < mention.tokens.start && at + taken > mention.tokens.start;
            at = if into_date { mention.tokens.start } else { at + taken };
        } else if let Some((_, end)) = super::scan::weekday(tokens, at) {
            at = end;
        } else {
            if tokens[at].sign().is_none() {
                rest.push(at);
            }
            at += 1;
        }
    }
    let words = rest.iter().filter(|at| !tokens[**at].word().is_empty()).count();
    (words <= BYLINE && rest.len() - words <= 2).then_some(DateLine { mention, label, timed, rest })
}

/// `18/08/16 15:43`: a year of two digits, beside a time.
fn short_year(tokens: &[Token]) -> Option<Mention> {
    let timed = (0..tokens.len()).any(|at| time(tokens, at).is_some());
    let joined = |at: usize| tokens[at].sign().filter(|s| matches!(s, '/' | '-' | '.'));
    let at = (0..tokens.len().checked_sub(4)?)
        .find(|at| joined(at + 1).is_some() && joined(at + 1) == joined(at + 3))?;
    let number = |at: usize| tokens[at].number().filter(|(_, digits)| *digits == 2).map(|(value, _)| value);
    let day = Day::new(number(at)?, number(at + 2)?)?;
    let year = 2000 + i32::try_from(number(at + 4)?).ok()?;
    timed.then_some(Mention {
        tokens: at..at + 5,
        days: Some((day, day)),
        year: Some(year),
        ..Mention::default()
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::articles::tokens::tokens;

    fn day(line: &str) -> Option<String> {
        let read = date_line(&tokens(line))?;
        let (from, _) = read.mention.days?;
        Some(from.in_year(read.mention.year?)?.to_string())
    }

    #[test]
    fn every_form_of_the_domain_notes_is_read() {
        let forms = [
            ("Thứ 6, 31/07/2020 | 00:00:00", "2020-07-31"),
            ("Cập nhật: Thứ bẩy 17/10/2020 - 09:58", "2020-10-17"),
            ("Thứ 5, 07/12/2023, 00:19[GMT+7]", "2023-12-07"),
            ("Chủ nhật, 27/09/2020", "2020-09-27"),
            ("THỨ BA, 29/11/2022 15:34:53", "2022-11-29"),
            ("10:04, 03/04/2017", "2017-04-03"),
            ("Cập nhật lúc 10:29, Thứ Hai, 27/08/2018 (GMT+7)", "2018-08-27"),
            ("Hôm nay, ngày 13 tháng 11 năm 2018", "2018-11-13"),
            ("23.11.2017 - 8:20", "2017-11-23"),
            ("16/10/2020 02:48:00 AM", "2020-10-16"),
            ("07:21 SA 12/03/2019", "2019-03-12"),
            ("08:21, ngày 16-04-2021", "2021-04-16"),
            ("03/23/2017", "2017-03-23"),
            ("16:29, Thứ Hai, 22/07/2019 (GMT+7)", "2019-07-22"),
            ("Cập nhật ngày: 11/11/2013 04:10:07", "2013-11-11"),
            ("Thứ sáu, 23/10/2020 - 10:10", "2020-10-23"),
            ("- 16/10/2020 02:48:00 AM - Đã xem: 643", "2020-10-16"),
            ("2020-07-31T08:00", "2020-07-31"),
            ("05:12 CH @ Thứ Năm - 15 Tháng Chín, 2022", "2022-09-15"),
            ("Đã đăng vào 25 Th5, 2019 lúc 7:08", "2019-05-25"),
            ("Tháng Sáu 12, 2019", "2019-06-12"),
            ("Th6 12, 2019", "2019-06-12"),
            ("Posted on May 25, 2019", "2019-05-25"),
            ("25 May 2019", "2019-05-25"),
            ("Thứ hai, 05 Tháng 12 2016 08:15", "2016-12-05"),
            ("18/08/16 15:43", "2016-08-18"),
            ("14:54 10-08-23", "2023-08-10"),
            ("17/9/2019 09:12' Gửi bài này In bài này", "2019-09-17"),
            ("Thứ Tư, ngày 8 tháng 4 năm 2015", "2015-04-08"),
        ];
        for (line, expected) in forms {
            assert_eq!(day(line).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn labels_and_weekdays_are_kept() {
        let read = |line: &str| date_line(&tokens(line)).unwrap();
        assert_eq!(read("Hôm nay, ngày 13 tháng 11 năm 2018").label, Label::Clock);
        assert_eq!(read("Cập nhật: Thứ bẩy 17/10/2020 - 09:58").label, Label::Published);
        assert_eq!(read("Cập nhật: Thứ bẩy 17/10/2020 - 09:58").mention.weekday, Some(Weekday::Sat));
        assert_eq!(read("10:04, 03/04/2017").label, Label::None);
        assert!(read("03/23/2017").mention.month_first);
    }

    #[test]
    fn sentences_are_no_date_lines() {
        assert_eq!(day("Sáng 21/12/2020, Đảng ủy Khối tổ chức hội nghị học tập nghị quyết"), None);
        assert_eq!(day("Nghị quyết số 18 ngày 25-10-2017 của Ban Chấp hành Trung ương"), None);
        assert_eq!(day("648 lượt xem"), None);
    }
}
