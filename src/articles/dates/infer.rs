//! The year of an event's day that leaves it out: from the publishing date, a clock, or what the text tells.

use chrono::{Datelike, NaiveDate};

use super::event::Candidate;
use super::evidence::Evidence;
use super::numbers::year;
use super::scan::Day;
use super::year::Years;
use crate::articles::lexicon::lexicon;
use crate::articles::tokens::Token;

/// Days after its event within which a date does not lie by chance.
pub const NEXT_DAY: i64 = 1;

/// Days after it was signed within which a document is carried out.
const SIGNED: i64 = 45;

/// A year for a date that has none, and the message that says why.
pub struct Inferred {
    /// The year.
    pub year: i32,
    /// Code of the message.
    pub reason: &'static str,
    /// Its arguments.
    pub args: Vec<(&'static str, String)>,
}

/// The year of a day that has none.
pub fn infer(
    evidence: &Evidence,
    event: &Candidate,
    published: Option<NaiveDate>,
    clock: Option<NaiveDate>,
    candidates: &[Candidate],
) -> Option<Inferred> {
    let (day, _) = event.mention.days?;
    // A document's date may fall on the event's day of another year.
    let same = |c: &&Candidate| {
        let dated = c.mention.year.is_some() && c.mention.days.is_some_and(|(from, _)| from == day);
        let close = published.and_then(|published| nearest(day, published)).map(|date| date.year());
        dated && !c.of_thing && close.is_none_or(|year| c.mention.year == Some(year))
    };
    if let Some(year) = candidates.iter().find(same).and_then(|c| c.mention.year) {
        return Some(Inferred { year, reason: "date-event-year-same-day", args: Vec::new() });
    }
    if let Some(published) = published {
        let date = nearest(day, published)?;
        let late = (published - date).num_days();
        let fits = late >= -1 || event.planned || event.score < 8.0;
        return fits.then(|| Inferred {
            year: date.year(),
            reason: "date-event-year-published",
            args: vec![("published", published.format("%d/%m/%Y").to_string())],
        });
    }
    if let Some(year) = clock.and_then(|clock| just_before(event, clock)) {
        let args = clock.map(|c| ("clock", c.format("%d/%m/%Y").to_string())).into_iter().collect();
        return Some(Inferred { year, reason: "date-event-year-clock", args });
    }
    let before_clock = |year: &i32| day.in_year(*year).is_some_and(|date| clock.is_none_or(|c| date <= c));
    let told = &evidence.body[event.paragraph];
    if let Some(year) = congress_year(told, event.mention.tokens.start).filter(before_clock) {
        return Some(Inferred { year, reason: "date-event-year-congress", args: Vec::new() });
    }
    let borne = school_year(told, day)
        .or_else(|| numbered_year(told))
        .or_else(|| contest_year(&told[..event.mention.tokens.start]));
    if let Some(year) = borne.filter(before_clock) {
        let args = vec![("named", year.to_string())];
        return Some(Inferred { year, reason: "date-event-year-named", args });
    }
    let anniversary = evidence.body.iter().take(2).find_map(|tokens| anniversary(tokens));
    if let Some((year, phrase)) = anniversary.filter(|(year, _)| before_clock(year)) {
        let args = vec![("anniversary", phrase)];
        return Some(Inferred { year, reason: "date-event-year-anniversary", args });
    }
    if let Some((year, signed)) = years_of_it(evidence, candidates).filter(|(year, _)| before_clock(year)) {
        let args = vec![("signed", signed.format("%d/%m/%Y").to_string())];
        return Some(Inferred { year, reason: "date-event-year-carried-out", args });
    }
    if let Some(signed) = signed_before(evidence, day, candidates).filter(|date| before_clock(&date.year())) {
        let args = vec![("signed", signed.format("%d/%m/%Y").to_string())];
        let year = signed.year();
        return Some(Inferred { year, reason: "date-event-year-signed", args });
    }
    let mut years = Years::default();
    evidence.body.iter().chain(evidence.captions).for_each(|tokens| years.add(tokens));
    candidates.iter().filter(|c| !c.other).filter_map(|c| c.mention.year).for_each(|year| years.name(year));
    from_text(event, &years, clock)
}

/// `đón năm học mới 2022-2023`: the half of a school year that the day lies in.
fn school_year(tokens: &[Token], day: Day) -> Option<i32> {
    (1..tokens.len()).find_map(|at| {
        let (first, last) = (year(tokens, at)?, year(tokens, at + 2)?);
        let named =
            tokens[at.saturating_sub(3)..at].windows(2).any(|w| w[0].word() == "năm" && w[1].word() == "học");
        (named && last == first + 1).then_some(if day.month >= 8 { first } else { last })
    })
}

/// `lớp bồi dưỡng … đợt I năm 2019`, `giải thể thao lần thứ XIX năm 2022`: the year that an occasion bears beside its
/// number.
fn numbered_year(tokens: &[Token]) -> Option<i32> {
    let numeral = |token: &Token| {
        let word = token.word();
        let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        roman || token.number().is_some_and(|(_, digits)| digits < 3)
    };
    (0..tokens.len()).find_map(|at| {
        let named =
            matches!(tokens[at].word(), "đợt" | "thứ" | "khóa" | "lần") && numeral(tokens.get(at + 1)?);
        let word = at + 2 + usize::from(tokens.get(at + 2)?.sign().is_some());
        year(tokens, word + 1).filter(|_| named && tokens[word].word() == "năm")
    })
}

/// `Hội thi Cán bộ Đoàn giỏi năm 2016 … mở ngày 9-4`: the year that a contest's name ends with, before its day.
fn contest_year(tokens: &[Token]) -> Option<i32> {
    let contests = lexicon().list("contest");
    (0..tokens.len()).find_map(|at| {
        let name = contests.at(&tokens[at..])?;
        // A contest's name may list: `Kể chuyện về tư tưởng, đạo đức, phong cách Hồ Chí Minh năm 2018`.
        let lists = |i: usize| tokens.get(i + 1).is_some_and(|t| matches!(t.word(), "đạo" | "phong"));
        let ends = |i: &usize| {
            matches!(tokens[*i].sign(), Some('.')) || tokens[*i].sign() == Some(',') && !lists(*i)
        };
        let last = tokens.len().min(at + name + 18);
        let end = (at + name..last).find(ends).unwrap_or(last);
        let year = |i: usize| year(tokens, i + 1).filter(|_| tokens[i].word() == "năm");
        (at + name..end).find_map(year)
    })
}

/// The year of the first anniversary that a paragraph names, with its words: `nhân 93 năm ngày thành lập Đảng` is 2023.
fn anniversary(tokens: &[Token]) -> Option<(i32, String)> {
    (0..tokens.len()).find_map(|at| {
        let (count, 1..=3) = tokens[at].number()? else { return None };
        if count < 5 || tokens.get(at + 1)?.word() != "năm" {
            return None;
        }
        let founding = tokens[at + 2..].iter().take(3).any(|t| matches!(t.word(), "ngày" | "thành"));
        if let Some(year) = counted_span(&tokens[at + 2..], count).filter(|_| founding) {
            return Some((year, format!("{count} năm")));
        }
        let skip = tokens[at + 2..].iter().take(2).take_while(|t| matches!(t.word(), "ngày" | "năm")).count();
        let (founded, words) = lexicon().founded(&tokens[at + 2 + skip..])?;
        Some((founded + i32::try_from(count).ok()?, format!("{count} năm {words}")))
    })
}

/// The latest document of the page, signed in the weeks before the day: what it decides is carried out then, unless the
/// page looks back on years of it.
fn signed_before(evidence: &Evidence, day: Day, candidates: &[Candidate]) -> Option<NaiveDate> {
    let years_of_it = |tokens: &Vec<Token>| {
        tokens.windows(2).any(|w| w[0].word() == "năm" && matches!(w[1].word(), "thực" | "triển"))
    };
    let date = |c: &Candidate| c.mention.days?.1.in_year(c.mention.year?);
    let signed = candidates.iter().filter(|c| c.other).filter_map(date).max()?;
    let after = (day.in_year(signed.year())? - signed).num_days();
    ((1..=SIGNED).contains(&after) && !evidence.body.iter().any(years_of_it)).then_some(signed)
}

/// `họp sơ kết 3 năm thực hiện Nghị quyết 22, ban hành ngày 02/02/2008`: so many years after the page's only document.
fn years_of_it(evidence: &Evidence, candidates: &[Candidate]) -> Option<(i32, NaiveDate)> {
    let count = |w: &[Token]| {
        let years = w[1].word() == "năm" && matches!(w[2].word(), "thực" | "triển") && w[0].spaced;
        w[0].number().filter(|(count, _)| years && (2..=20).contains(count)).map(|(count, _)| count)
    };
    let mut counts = evidence.body.iter().flat_map(|tokens| tokens.windows(3).filter_map(count));
    let count = counts.next().filter(|first| counts.all(|other| other == *first))?;
    let date = |c: &Candidate| c.mention.days?.1.in_year(c.mention.year?);
    let mut signed = candidates.iter().filter(|c| c.other || c.of_thing).filter_map(date);
    let only = signed.next().filter(|first| signed.all(|other| other == *first))?;
    Some((only.year() + i32::try_from(count).ok()?, only))
}

/// `60 năm … (10/8/1956 - 10/8/2016)`: the second of two years that lie so many apart.
fn counted_span(tokens: &[Token], count: u32) -> Option<i32> {
    let mut years = (0..tokens.len().min(32)).filter_map(|at| year(tokens, at));
    let (first, last) = (years.next()?, years.next()?);
    (i32::try_from(count).ok()? == last - first).then_some(last)
}

/// The first year of a term whose congress the paragraph tells of, of several the last before the day: congresses are
/// held in the year a term begins.
fn congress_year(tokens: &[Token], day: usize) -> Option<i32> {
    let list = |name: &str| lexicon().list(name);
    let tells = list("congress").within(tokens) && !list("after-congress").within(tokens);
    // «nhiệm kỳ 2020-2025», «lần thứ VIII (2020-2025)»
    let opens = |at: &usize| tokens[*at].word() == "kỳ" || tokens[*at].sign() == Some('(');
    let term = |at: usize| Some((at, year(tokens, at + 1)?, year(tokens, at + 3)?));
    let terms: Vec<_> = (0..tokens.len()).filter(opens).filter_map(term).collect();
    let before = terms.iter().rev().find(|(at, ..)| *at < day);
    let (_, first, last) = before.or(terms.first())?;
    (tells && (1..=5).contains(&(last - first))).then_some(*first)
}

/// The day in the year that brings it nearest to `published`.
pub fn nearest(day: Day, published: NaiveDate) -> Option<NaiveDate> {
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let dates = years.into_iter().filter_map(|year| day.in_year(year));
    dates.min_by_key(|date| {
        let late = (published - *date).num_days();
        // A story comes after its event more often than before.
        if late >= 0 { late } else { -late * 2 }
    })
}

/// The year by the years that the text names, and the clock that it must lie before.
fn from_text(event: &Candidate, years: &Years, clock: Option<NaiveDate>) -> Option<Inferred> {
    let (day, _) = event.mention.days?;
    let before_clock = |date: NaiveDate| clock.is_none_or(|c| date <= c || event.planned);
    let fits = |year: i32| {
        let date = day.in_year(year)?;
        let weekday = event.mention.weekday.is_none_or(|w| w == date.weekday());
        (before_clock(date) && weekday).then_some(date)
    };
    let args = |year: i32| {
        let clock = clock.map_or_else(String::new, |c| c.format("%d/%m/%Y").to_string());
        vec![("clock", clock), ("named", year.to_string())]
    };
    let found = |year: i32, named: i32, with_clock: &'static str, alone: &'static str| {
        let reason = if clock.is_some() { with_clock } else { alone };
        fits(year).map(|_| Inferred { year, reason, args: args(named) })
    };
    if let Some(year) = years.of_quarters(day.month) {
        return found(year, year, "date-event-year-named-clock", "date-event-year-named");
    }
    let over = years.over.filter(|over| years.named.is_none_or(|named| named <= *over + 1));
    match (years.named, over) {
        (Some(named), _) if years.runs || over.is_none_or(|over| over < named) => {
            // A year's end looks forward to the named year; its first half may look back on it, its autumn both ways.
            let year = if years.pair && day.month == 12 { named - 1 } else { named };
            let doubtful = if years.pair { (10..12).contains(&day.month) } else { day.month <= 6 };
            if doubtful && !years.runs && clock.is_none() {
                return None;
            }
            found(year, named, "date-event-year-named-clock", "date-event-year-named")
        }
        (_, Some(over)) if years.closing == Some(over) && day.month >= 11 => {
            found(over, over, "date-event-year-closing-clock", "date-event-year-closing")
        }
        (_, Some(over)) => {
            let latest = clock.and_then(|c| (over + 1..=c.year()).rev().find(|year| fits(*year).is_some()));
            let next = day.month <= 3 || years.compared == Some(over);
            let sure = latest == Some(over + 1) || clock.is_none() && next;
            if sure {
                found(over + 1, over, "date-event-year-over-clock", "date-event-year-over")
            } else {
                None
            }
        }
        _ => near_clock(event, clock, fits),
    }
}

/// The year that puts the event on the day of the clock or the day before, which no other reading would do by chance.
fn just_before(event: &Candidate, clock: NaiveDate) -> Option<i32> {
    let (_, to) = event.mention.days.filter(|_| !event.planned)?;
    let date = nearest(to, clock)?;
    (0..=NEXT_DAY).contains(&(clock - date).num_days()).then(|| date.year())
}

/// Saved within a month of the last such day.
fn near_clock(
    event: &Candidate,
    clock: Option<NaiveDate>,
    fits: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<Inferred> {
    let clock = clock.filter(|_| !event.planned)?;
    let date = [clock.year(), clock.year() - 1].into_iter().find_map(fits)?;
    ((clock - date).num_days() <= 31).then(|| Inferred {
        year: date.year(),
        reason: "date-event-year-clock",
        args: vec![("clock", clock.format("%d/%m/%Y").to_string())],
    })
}
