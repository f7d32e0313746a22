//! From all dates of a page to the two that are asked for, with their evidence, or to none.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use super::event::{Candidate, best, candidates};
use super::evidence::{Evidence, Line, Resolved};
use super::infer::{Inferred, NEXT_DAY, infer, nearest};
use super::line::Label;
use super::scan::Mention;
use crate::articles::{Dated, EventDate};
use crate::diagnostic::{Diagnostic, Place};

/// Days after its event within which an unlabelled date above the title is taken for the publishing date where the
/// line says a time and is the page's only date line: pages are saved weeks later, as a rule.
const SAME_WEEK: i64 = 7;
/// Days after its event within which an unlabelled date under the article is its publishing date.
const WEEKS: i64 = 21;
/// Days after an event within which a newspaper still brings it.
const FRESH: i64 = 45;
/// Days before its publishing from which on a date is told as something past.
const PAST: i64 = 60;

/// Years before every date line of a page from which on a day of its text is history, and no event of it.
const HISTORY: i32 = 15;

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

impl<'a> Resolver<'a> {
    fn run(mut self) -> Resolved {
        let dates = self.datings();
        let mut candidates = candidates(self.evidence.body);
        // «Chiều cùng ngày …»: what the page tells of has a day that it does not name; what is planned is another's.
        let same_day = crate::articles::lexicon::lexicon().list("same-day");
        if self.evidence.body.iter().any(|tokens| same_day.within(tokens)) {
            candidates.retain(|c| !c.planned || c.mention.half.is_some());
        }
        let history = |year: i32| dates.iter().all(|dating| dating.date.year() - year >= HISTORY);
        candidates.retain(|c| dates.is_empty() || !c.mention.year.is_some_and(history));
        let best = best(&candidates);
        let mut published = self
            .line_below(&dates)
            .or_else(|| self.line_labelled(&dates))
            .or_else(|| self.line_above(&dates, best))
            .or_else(|| self.line_signing(&dates, best));
        let clock = dates.iter().filter(|d| Some(d.index) != published).map(|d| d.date).max();
        if let (Some(index), Some(event)) = (published, best)
            && let Some(turned) = turned(&dates, index, event)
        {
            self.publish(&dates, index, turned, "date-published-month-first");
            self.event(event, Some(turned), clock, &candidates);
            return self.out;
        }
        let date = published.and_then(|index| dates.iter().find(|d| d.index == index)).map(|d| d.date);
        let current: Vec<Candidate> =
            candidates.iter().filter(|c| date.is_none_or(|date| current(c, date))).cloned().collect();
        let best = super::event::best(&current);
        if let (Some(date), Some(event)) = (date, best)
            && self.contradicts(date, event)
        {
            published = None;
        }
        match (published, date) {
            (Some(index), Some(date)) => {
                let line = &self.evidence.lines[index];
                let why = match line.date.label {
                    Label::Published => "date-published-label",
                    _ if line.in_title => "date-published-title",
                    _ => "date-published-line",
                };
                self.publish(&dates, index, date, why);
                if let Some(event) = best {
                    self.event(event, Some(date), clock, &candidates);
                }
            }
            _ => self.without_line(&dates, best, clock.or(date), &candidates),
        }
        self.out.event = self.out.event.filter(|_| best.is_none_or(|best| !best.said));
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

    /// The only date line of the page, with a time or right on the title, above the title, unless the event lies too far
    /// back: a page's clock stands beside another date, says no time, or stands first and says its time zone.
    fn line_above(&self, dates: &[Dating], best: Option<&Candidate>) -> Option<usize> {
        let ([only], [_]) = (dates, self.evidence.lines.as_slice()) else { return None };
        let beside = only.line.date.timed || only.line.heads_title;
        let named = beside && only.line.date.label == Label::None;
        let zoned = ["GMT", "ICT", "UTC"].iter().any(|zone| only.line.text.contains(zone));
        if !only.line.above_title || only.line.first && zoned || !named {
            return None;
        }
        let late = late(best, only.date);
        let planned = best.is_some_and(|event| event.planned);
        late.is_none_or(|late| (-1..=SAME_WEEK).contains(&late) || planned && late < 0).then_some(only.index)
    }

    /// The only date line of the page, right under the article, some days after the event that it tells of.
    fn line_signing(&self, dates: &[Dating], best: Option<&Candidate>) -> Option<usize> {
        let ([only], [_]) = (dates, self.evidence.lines.as_slice()) else { return None };
        let signs = only.line.signs_off && only.line.date.label == Label::None;
        let close = late(best, only.date).is_some_and(|late| (0..=WEEKS).contains(&late));
        (signs && close).then_some(only.index)
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
            None => infer(self.evidence, event, published, clock, candidates),
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
}

/// Days from the event, in its likeliest year, to `date`.
fn late(event: Option<&Candidate>, date: NaiveDate) -> Option<i64> {
    let mention = &event?.mention;
    let (_, day) = mention.days?;
    let happened = full(mention).or_else(|| nearest(day, date))?;
    Some((date - happened).num_days())
}

/// Whether the date may be what a story published on that day reports, not something long past or a deadline. The half
/// of a day is told of events alone: then the publishing date may be the wrong one.
fn current(candidate: &Candidate, published: NaiveDate) -> bool {
    let late = late(Some(candidate), published).unwrap_or(0);
    let deadline =
        late < -1 && candidate.mention.year.is_some() && !candidate.planned && candidate.score < 8.0;
    candidate.mention.half.is_some() || late <= PAST && !deadline
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
