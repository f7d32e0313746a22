//! From all dates of a page to the two that are asked for, with their evidence, or to none.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use super::event::{Candidate, candidates};
use super::line::{DateLine, Label};
use super::scan::Mention;
use super::year::Years;
use crate::articles::tokens::Token;
use crate::articles::{Dated, EventDate};
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::Locale;

/// Days after its event within which an unlabelled date above the title is taken for the publishing date.
const NEXT_DAY: i64 = 1;
/// The same where the line says a time and is the page's only date line: pages are saved weeks later, as a rule.
const SAME_WEEK: i64 = 7;
/// Days after an event within which a newspaper still brings it.
const FRESH: i64 = 45;

/// A date line of the page.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// What it says.
    pub date: DateLine,
    /// Its text.
    pub text: &'a str,
    /// Its number in the file.
    pub number: u32,
    /// Whether it stands above the title.
    pub above_title: bool,
    /// Whether it stands after the article.
    pub after_article: bool,
    /// Whether it is the page's first line, where clocks stand.
    pub first: bool,
}

/// Everything that speaks of dates.
pub struct Evidence<'a> {
    /// The file, for findings.
    pub file: &'a str,
    /// Language of the reasons.
    pub locale: Locale,
    /// Lines that only say a date, in order.
    pub lines: Vec<Line<'a>>,
    /// The body's paragraphs.
    pub texts: &'a [&'a str],
    /// Their tokens.
    pub body: &'a [Vec<Token>],
    /// Captions: their years are evidence.
    pub captions: &'a [Vec<Token>],
}

/// What the dates came to.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Publishing date.
    pub published: Option<Dated>,
    /// Event.
    pub event: Option<EventDate>,
    /// Index into [`Evidence::lines`] of the line that says the publishing date.
    pub published_line: Option<usize>,
    /// What does not fit.
    pub findings: Vec<Diagnostic>,
}

/// Tells the clock, the publishing date and the event apart.
pub fn resolve(evidence: &Evidence) -> Resolved {
    Resolver { evidence, out: Resolved::default() }.run()
}

struct Resolver<'a> {
    evidence: &'a Evidence<'a>,
    out: Resolved,
}

/// A date line that says a possible date.
struct Dating<'a> {
    index: usize,
    line: &'a Line<'a>,
    date: NaiveDate,
}

/// A year for a date that has none, and the message that says why.
struct Inferred {
    year: i32,
    reason: &'static str,
    args: Vec<(&'static str, String)>,
}

impl<'a> Resolver<'a> {
    fn run(mut self) -> Resolved {
        let dates = self.datings();
        let mut candidates = candidates(self.evidence.body);
        // «Chiều cùng ngày …»: what the page tells of has a day that it does not name; what is planned is another's.
        let same_day = crate::articles::lexicon::lexicon().list("same-day");
        if self.evidence.body.iter().any(|tokens| same_day.within(tokens)) {
            candidates.retain(|c| !c.planned || c.mention.half.is_some());
        }
        let best = best(&candidates);
        let mut published = self
            .line_below(&dates)
            .or_else(|| self.line_labelled(&dates))
            .or_else(|| self.line_above(&dates, best));
        let clock = dates.iter().filter(|d| Some(d.index) != published).map(|d| d.date).max();
        if let (Some(index), Some(event)) = (published, best)
            && let Some(turned) = turned(&dates, index, event)
        {
            self.publish(&dates, index, turned, "date-published-month-first");
            self.event(event, Some(turned), clock, &candidates);
            return self.out;
        }
        let date = published.and_then(|index| dates.iter().find(|d| d.index == index)).map(|d| d.date);
        if let (Some(date), Some(event)) = (date, best)
            && self.contradicts(date, event)
        {
            published = None;
        }
        match (published, date) {
            (Some(index), Some(date)) => {
                let label = self.evidence.lines[index].date.label == Label::Published;
                self.publish(
                    &dates,
                    index,
                    date,
                    if label { "date-published-label" } else { "date-published-line" },
                );
                if let Some(event) = best {
                    self.event(event, Some(date), clock, &candidates);
                }
            }
            _ => self.without_line(&dates, best, clock.or(date), &candidates),
        }
        self.out
    }

    /// The lines whose dates exist and whose weekdays agree.
    fn datings(&mut self) -> Vec<Dating<'a>> {
        let mut dates = Vec::new();
        for (index, line) in self.evidence.lines.iter().enumerate() {
            let mention = &line.date.mention;
            let Some(date) = full(mention) else {
                self.finding("article-date-impossible", line.number, line.text);
                continue;
            };
            if mention.weekday.is_some_and(|weekday| weekday != date.weekday()) {
                match swapped(mention).filter(|d| Some(d.weekday()) == mention.weekday) {
                    Some(date) => dates.push(Dating { index, line, date }),
                    None => self.finding("article-date-weekday", line.number, line.text),
                }
                continue;
            }
            dates.push(Dating { index, line, date });
        }
        dates
    }

    /// The first date line below the title that is no clock.
    fn line_below(&self, dates: &[Dating]) -> Option<usize> {
        let below =
            |d: &&Dating| !d.line.above_title && !d.line.after_article && d.line.date.label != Label::Clock;
        dates.iter().find(below).map(|d| d.index)
    }

    /// A labelled date line anywhere; above the title also one that repeats itself or stands under another.
    fn line_labelled(&self, dates: &[Dating]) -> Option<usize> {
        dates.iter().find(|d| d.line.date.label == Label::Published).map(|d| d.index)
    }

    /// The only date line of the page, with a time, above the title, unless the event lies too far back: a page's clock
    /// stands beside another date, says no time, or stands first and says its time zone.
    fn line_above(&self, dates: &[Dating], best: Option<&Candidate>) -> Option<usize> {
        let ([only], [_]) = (dates, self.evidence.lines.as_slice()) else { return None };
        let named = only.line.date.timed && only.line.date.label == Label::None;
        let zoned = ["GMT", "ICT", "UTC"].iter().any(|zone| only.line.text.contains(zone));
        if !only.line.above_title || only.line.first && zoned || !named {
            return None;
        }
        let late = best.and_then(|event| {
            let day = event.mention.days.map(|(_, to)| to)?;
            let date = full(&event.mention).or_else(|| nearest(day, only.date))?;
            Some((only.date - date).num_days())
        });
        let planned = best.is_some_and(|event| event.planned);
        late.is_none_or(|late| (-1..=SAME_WEEK).contains(&late) || planned && late < 0).then_some(only.index)
    }

    fn publish(&mut self, dates: &[Dating], index: usize, date: NaiveDate, reason: &'static str) {
        let Some(dating) = dates.iter().find(|d| d.index == index) else { return };
        let weekday = if dating.line.date.mention.weekday.is_some() { "yes" } else { "no" };
        let args = vec![
            ("line", dating.line.text.to_owned()),
            ("number", dating.line.number.to_string()),
            ("weekday", weekday.to_owned()),
        ];
        self.out.published = Some(Dated { date, reason: self.evidence.locale.text(reason, &args) });
        self.out.published_line = Some(index);
    }

    /// No line says when the page was published: the text may.
    fn without_line(
        &mut self,
        dates: &[Dating],
        best: Option<&Candidate>,
        clock: Option<NaiveDate>,
        candidates: &[Candidate],
    ) {
        let Some(event) = best else { return };
        self.event(event, None, clock, candidates);
        let Some(day) = self.out.event.clone() else { return };
        if day.from == day.to && event.mention.relative == Some(0) && event.mention.days.is_some() {
            let reason = self.evidence.locale.text("date-published-this-day", &[]);
            self.out.published = Some(Dated { date: day.from, reason });
            return;
        }
        let alone = self.evidence.lines.len() == 1;
        let close = |d: &&Dating| {
            let late = (d.date - day.to).num_days();
            let within = if d.line.date.timed && alone { SAME_WEEK } else { NEXT_DAY };
            (0..=within).contains(&late) && d.line.date.label != Label::Clock && !d.line.after_article
        };
        if let Some(line) = dates.iter().find(close) {
            self.publish(dates, line.index, line.date, "date-published-close");
        }
    }

    /// A past event cannot lie after the day its story was published.
    fn contradicts(&mut self, published: NaiveDate, event: &Candidate) -> bool {
        let Some(date) = full(&event.mention) else {
            let days = event.mention.days.map(|(from, _)| from);
            let nearest = days.and_then(|day| nearest(day, published));
            let late = nearest.map_or(0, |date| (published - date).num_days());
            let lead = event.paragraph == 0 && event.mention.half.is_some();
            return lead && late > FRESH && self.too_late(published);
        };
        let early = (date - published).num_days();
        if early > 1 && !event.planned {
            let text = published.format("%d/%m/%Y").to_string();
            let finding = Diagnostic::warning("article-dates-contradict")
                .place(Place::file(self.evidence.file))
                .arg("published", text)
                .arg("event", date.format("%d/%m/%Y"));
            self.out.findings.push(finding);
            return true;
        }
        event.mention.half.is_some() && -early > FRESH && self.too_late(published)
    }

    fn too_late(&mut self, published: NaiveDate) -> bool {
        let finding = Diagnostic::note("article-date-is-clock")
            .place(Place::file(self.evidence.file))
            .arg("date", published.format("%d/%m/%Y"));
        self.out.findings.push(finding);
        true
    }

    fn finding(&mut self, code: &'static str, line: u32, text: &str) {
        let place = Place::at(self.evidence.file, line, 1);
        self.out.findings.push(Diagnostic::warning(code).place(place).arg("text", text));
    }

    /// Settles the event's days.
    fn event(
        &mut self,
        event: &Candidate,
        published: Option<NaiveDate>,
        clock: Option<NaiveDate>,
        candidates: &[Candidate],
    ) {
        let mention = &event.mention;
        let phrase = self.phrase(event);
        let Some((from, to)) = mention.days else {
            self.relative(event, published, &phrase);
            return;
        };
        let inferred = match mention.year {
            Some(year) => Some(Inferred { year, reason: "date-event-full", args: Vec::new() }),
            None => self.infer(event, published, clock, candidates),
        };
        let Some(inferred) = inferred else {
            let finding = Diagnostic::warning("article-event-year-open")
                .place(Place::file(self.evidence.file))
                .arg("phrase", &phrase);
            self.out.findings.push(finding);
            return;
        };
        let first_year =
            mention.first_year.unwrap_or(if from > to { inferred.year - 1 } else { inferred.year });
        let (Some(from), Some(to)) = (from.in_year(first_year), to.in_year(inferred.year)) else { return };
        if from == to && mention.weekday.is_some_and(|weekday| weekday != from.weekday()) {
            let finding = Diagnostic::warning("article-date-weekday").place(Place::file(self.evidence.file));
            self.out.findings.push(finding.arg("text", &phrase));
            return;
        }
        let mut args = inferred.args;
        args.push(("phrase", phrase));
        args.push(("year", inferred.year.to_string()));
        let reason = self.evidence.locale.text(inferred.reason, &args);
        self.out.event = Some(EventDate { from, to, half: mention.half, reason });
    }

    /// `Sáng nay`, `chiều qua` without a date.
    fn relative(&mut self, event: &Candidate, published: Option<NaiveDate>, phrase: &str) {
        let Some((published, back)) = published.zip(event.mention.relative) else { return };
        let day = published.checked_sub_days(Days::new(back.unsigned_abs()));
        let Some(day) = day else { return };
        let args = [("phrase", phrase.to_owned())];
        let reason = self.evidence.locale.text("date-event-relative", &args);
        self.out.event = Some(EventDate { from: day, to: day, half: event.mention.half, reason });
    }

    /// The date in the words of the text.
    fn phrase(&self, event: &Candidate) -> String {
        let tokens = &self.evidence.body[event.paragraph];
        let Range { start, end } = event.mention.tokens.clone();
        let text = self.evidence.texts[event.paragraph];
        let mut last = &tokens[end - 1];
        // `Sáng nay (8/7)`: the bracket closes after the date.
        let opened = tokens[start..end].iter().any(|t| t.sign() == Some('('));
        if let Some(next) = tokens.get(end).filter(|t| opened && t.sign() == Some(')')) {
            last = next;
        }
        text[tokens[start].range.start..last.range.end].to_owned()
    }

    /// The year of a day that has none.
    fn infer(
        &self,
        event: &Candidate,
        published: Option<NaiveDate>,
        clock: Option<NaiveDate>,
        candidates: &[Candidate],
    ) -> Option<Inferred> {
        let (day, _) = event.mention.days?;
        let same =
            |c: &&Candidate| c.mention.year.is_some() && c.mention.days.is_some_and(|(from, _)| from == day);
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
        if let Some(year) = congress_year(&self.evidence.body[event.paragraph])
            && day.in_year(year).is_some_and(|date| clock.is_none_or(|c| date <= c))
        {
            return Some(Inferred { year, reason: "date-event-year-congress", args: Vec::new() });
        }
        if let Some(inferred) = self.anniversary(event, clock) {
            return Some(inferred);
        }
        let mut years = Years::default();
        self.evidence.body.iter().chain(self.evidence.captions).for_each(|tokens| years.add(tokens));
        candidates
            .iter()
            .filter(|c| !c.other)
            .filter_map(|c| c.mention.year)
            .for_each(|year| years.name(year));
        from_text(event, &years, clock)
    }
}

impl Resolver<'_> {
    /// `nhân 80 năm Quốc khánh`: the year that the anniversary falls in.
    fn anniversary(&self, event: &Candidate, clock: Option<NaiveDate>) -> Option<Inferred> {
        let (day, _) = event.mention.days?;
        let (year, phrase) = self.evidence.body.iter().take(2).find_map(|tokens| anniversary(tokens))?;
        let before_clock = day.in_year(year).is_some_and(|date| clock.is_none_or(|c| date <= c));
        before_clock.then(|| Inferred {
            year,
            reason: "date-event-year-anniversary",
            args: vec![("anniversary", phrase)],
        })
    }
}

/// The year of the first anniversary that a paragraph names, with its words: `93 năm ngày thành lập Đảng` is 2023.
fn anniversary(tokens: &[Token]) -> Option<(i32, String)> {
    let lexicon = crate::articles::lexicon::lexicon();
    (0..tokens.len()).find_map(|at| {
        let (count, 1..=3) = tokens[at].number()? else { return None };
        if count < 5 || tokens.get(at + 1)?.word() != "năm" {
            return None;
        }
        let skip = tokens[at + 2..].iter().take(2).take_while(|t| matches!(t.word(), "ngày" | "năm")).count();
        let (founded, words) = lexicon.founded(&tokens[at + 2 + skip..])?;
        Some((founded + i32::try_from(count).ok()?, format!("{count} năm {words}")))
    })
}

/// The first year of a term whose congress the paragraph tells of: congresses are held in the year a term begins.
fn congress_year(tokens: &[Token]) -> Option<i32> {
    let list = |name: &str| crate::articles::lexicon::lexicon().list(name);
    let tells = list("congress").within(tokens) && !list("after-congress").within(tokens);
    let term = (0..tokens.len()).find(|at| tokens[*at].word() == "kỳ")?;
    let number =
        |at: usize| tokens.get(at)?.number().filter(|(_, digits)| *digits == 4).map(|(year, _)| year);
    let (first, last) = (number(term + 1)?, number(term + 3)?);
    let whole = tells && (1..=5).contains(&last.saturating_sub(first));
    i32::try_from(first).ok().filter(|_| whole)
}

/// The candidate for which most speaks; the first of equals.
fn best(candidates: &[Candidate]) -> Option<&Candidate> {
    let threshold = crate::articles::lexicon::lexicon().event("threshold");
    let mut best: Option<&Candidate> = None;
    for candidate in candidates.iter().filter(|c| c.score >= threshold) {
        if best.is_none_or(|b| candidate.score > b.score) {
            best = Some(candidate);
        }
    }
    best
}

/// The last day of a mention with a year.
fn full(mention: &Mention) -> Option<NaiveDate> {
    let (_, to) = mention.days?;
    to.in_year(mention.year?)
}

/// The date with month and day the other way round, where both ways make one.
fn swapped(mention: &Mention) -> Option<NaiveDate> {
    let (day, _) = mention.days.filter(|_| mention.ambiguous)?;
    NaiveDate::from_ymd_opt(mention.year?, day.day, day.month)
}

/// `03/09/2017` is the ninth of March when the story's event was on 8 March and not half a year before.
fn turned(dates: &[Dating], index: usize, event: &Candidate) -> Option<NaiveDate> {
    let dating = dates.iter().find(|d| d.index == index)?;
    if dating.line.date.mention.weekday.is_some() {
        return None;
    }
    let turned = swapped(&dating.line.date.mention)?;
    let (day, _) = event.mention.days?;
    let event_in = |year| event.mention.year.map_or_else(|| day.in_year(year), |y| day.in_year(y));
    let gap = |date: NaiveDate| event_in(date.year()).map(|e| (date - e).num_days());
    let (as_written, the_other) = (gap(dating.date)?, gap(turned)?);
    ((0..=3).contains(&the_other) && !(0..=FRESH).contains(&as_written) && !event.planned).then_some(turned)
}

/// The day in the year that brings it nearest to `published`.
fn nearest(day: super::scan::Day, published: NaiveDate) -> Option<NaiveDate> {
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
            let sure = latest == Some(over + 1) || (clock.is_none() && day.month <= 3);
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
