//! Signs of a line: what speaks for or against its being title, body, caption or furniture.

use std::collections::BTreeMap;

use super::dates::{DateLine, Mention, date_line, scan};
use super::decode::Page;
use super::lexicon::lexicon;
use super::tokens::{Token, tokens};
use super::{captions, names, website};
use crate::vietnamese::fold;

/// Tokens of a line that are looked at; the rest only makes it long.
const LOOK: usize = 120;
/// Bytes of a line that are looked at.
const LOOK_BYTES: usize = 1200;
/// Bytes from which on a line is a paragraph.
const PARAGRAPH: usize = 200;

/// Signs of one line, each with its strength, and the date line it may be.
#[derive(Debug, Default)]
pub struct Signs {
    /// Name in the lexicon → strength, 0 to 1 and seldom more.
    pub found: Vec<(&'static str, f64)>,
    /// The date, for a line that only says one.
    pub date: Option<DateLine>,
}

impl Signs {
    /// Whether it has the sign, at half strength or more.
    pub fn has(&self, name: &str) -> bool {
        self.found.iter().any(|(sign, strength)| *sign == name && *strength >= 0.5)
    }

    pub(super) fn add(&mut self, name: &'static str, present: bool) {
        self.add_strength(name, if present { 1.0 } else { 0.0 });
    }

    fn add_strength(&mut self, name: &'static str, strength: f64) {
        if strength > 0.0 {
            self.found.push((name, strength));
        }
    }
}

/// The signs of every line of a page.
pub fn signs(page: &Page) -> Vec<Signs> {
    let folded: Vec<String> = page.lines.iter().map(|line| fold(head(page.line(line)))).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for text in &folded {
        *count.entry(text.trim_end_matches(['.', ' ', '|'])).or_default() += 1;
    }
    let mut all = Vec::with_capacity(folded.len());
    for (index, line) in page.lines.iter().enumerate() {
        let text = page.line(line);
        let mut signs = Signs::default();
        let look = tokens(head(text));
        of_words(&mut signs, text, &look);
        of_lexicon(&mut signs, text, &look);
        let menu = !signs.has("navigation") && website::is_menu(line, index, &look);
        signs.add("navigation", menu);
        let key = folded[index].trim_end_matches(['.', ' ', '|']);
        signs.add("doubled", count.get(key).copied().unwrap_or(0) > 1 && look.len() > 4);
        let same = |other: Option<usize>| {
            let other = other.and_then(|at| folded.get(at));
            look.len() > 4 && other.is_some_and(|f| f.trim_end_matches(['.', ' ', '|']) == key)
        };
        signs.add("doubled-next", same(Some(index + 1)));
        // `TITLE Đồng chí … phát biểu.`: the picture's own text, the headline first.
        let begun = |other: &String| {
            let next = text.split(' ').nth(other.split(' ').count());
            let named = next.is_some_and(|word| word.starts_with(char::is_uppercase));
            other.len() > 32 && named && key.starts_with(&format!("{other} "))
        };
        signs.add("glued-title", index > 0 && index < 20 && folded[..index.min(8)].iter().any(begun));
        // The picture's own text and the line under it; far apart, only what may be a caption.
        let beside = same(Some(index + 1)) || same(index.checked_sub(1));
        let pictured = ["caption-open", "photo", "stop"].iter().any(|name| signs.has(name));
        signs.add("twice", beside && pictured || signs.has("doubled") && captions::may_be(&signs));
        captions::of_neighbours(&mut signs, page, index, all.last());
        // Other stories, each cut short: a paragraph of the article that trails off stands alone.
        let cut = |at: Option<usize>| {
            at.and_then(|at| page.lines.get(at)).is_some_and(|line| trails_off(page.line(line)))
        };
        let told = signs.has("words-41-up") || text.contains(';');
        signs.add(
            "teaser",
            !told && signs.has("ellipsis") && (cut(Some(index + 1)) || cut(index.checked_sub(1))),
        );
        signs.add("first-lines", index < 6);
        let close = page.lines.get(index + 1).is_some_and(|line| !line.after_blank || index < 3);
        let introduces = page.lines.get(index + 1).is_some_and(|next| is_item(page.line(next)));
        let kicker = index < 8 && close && text.ends_with(':') && (3..20).contains(&look.len());
        let other = ["bullet", "credit", "ui", "navigation", "related-label"];
        let no_kicker = introduces || other.iter().any(|name| signs.has(name));
        signs.add("kicker", kicker && !no_kicker);
        signs.add("above-headline", index < 6 && website::above_headline(page, index, &look));
        let menu = index == 1 && all.last().is_some_and(|first: &Signs| first.has("masthead"));
        signs.add("masthead", menu || website::is_masthead(page, index, &look));
        // «- Nữ trong cấp ủy chiếm tỷ lệ:» / «+ Thành phố: 7 người (13,46%)»
        let counts = look.iter().any(|t| t.number().is_some()) && signs.date.is_none();
        let listing = |before: &Signs| before.has("listed") || before.has("colon") && before.has("dash-item");
        signs.add("listed", signs.has("dash-item") && counts && all.last().is_some_and(listing));
        signs.add("introduces", introduces && text.ends_with(':'));
        signs.add("blank-before", line.after_blank);
        let caption =
            ["caption-open", "caption-verb", "caption-place", "photo", "photo-credit", "bar-end", "twice"];
        signs.add("detached", line.after_blank && !caption.iter().any(|name| signs.has(name)));
        let next = page.lines.get(index + 1).filter(|next| next.after_blank).map(|next| page.line(next));
        let paragraph = next.is_some_and(|next| next.len() > PARAGRAPH && next.ends_with('.'));
        signs.add("subheading", paragraph && all.last().is_some_and(ends_part) && may_head(&signs));
        all.push(signs);
    }
    // One alone may be a caption that nothing marks; an article with headings has more.
    if all.iter().filter(|signs| signs.has("subheading")).count() < 2 {
        all.iter_mut().for_each(|signs| signs.found.retain(|(name, _)| *name != "subheading"));
    }
    all
}

/// A whole paragraph of the article, or the caption after it.
fn ends_part(signs: &Signs) -> bool {
    signs.has("photo") || signs.has("stop") && (signs.has("words-41-up") || signs.has("words-25-40"))
}

/// Whether a line between two paragraphs may head the second.
fn may_head(signs: &Signs) -> bool {
    let short = signs.has("words-4-7") || signs.has("words-8-24");
    let other = [
        "ui",
        "navigation",
        "related-label",
        "related-mark",
        "date-line",
        "counter",
        "name",
        "credit",
        "star",
    ];
    short && signs.has("detached") && signs.has("no-stop") && !other.iter().any(|name| signs.has(name))
}

/// `- …`, `1. …`, `a) …`: an item of a list, which the line before introduces.
pub(super) fn is_item(text: &str) -> bool {
    let marker = text.split(' ').next().unwrap_or_default();
    let numbered = marker.len() <= 3 && marker.len() > 1 && marker.ends_with(['.', ')']);
    numbered || matches!(marker, "-" | "+" | "*" | "•" | "–")
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(LOOK_BYTES)]
}

/// Signs that need no list of words.
fn of_words(signs: &mut Signs, text: &str, look: &[Token]) {
    let words = look.iter().filter(|t| !t.word().is_empty()).count();
    let numbers = look.iter().filter(|t| t.number().is_some()).count();
    signs.date = date_line(look);
    signs.add("punctuation", words == 0 && numbers == 0);
    signs.add(
        "bare-number",
        words == 0 && numbers > 0 && numbers <= 3 && text.len() < 16 && signs.date.is_none(),
    );
    let size = match words {
        0..=3 => "words-1-3",
        4..=7 => "words-4-7",
        8..=24 => "words-8-24",
        25..=40 => "words-25-40",
        _ => "words-41-up",
    };
    signs.add(size, words > 0);
    let end = unquoted(names::before_signature(text));
    let ellipsis = trails_off(text);
    // A part may be named in capitals at the end of a sentence: `./.`.
    signs.add("ellipsis", ellipsis);
    signs.add("stop", !ellipsis && (end.ends_with(['.', '!', '?']) || end.ends_with("./")));
    signs.add("no-stop", !end.ends_with(['.', '!', '?', '…', ';', ':', ',']));
    signs.add("colon", end.ends_with(':'));
    signs.add("comma", end.ends_with(','));
    signs.add("semicolon", end.ends_with(';'));
    signs.add("bar-end", text.ends_with('|'));
    signs.add("sentences", sentences(text) > 1);
    let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    signs.add("capitals", capitals && words > 1);
    signs.add("lower-start", text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase));
    signs.add("star", text.starts_with('*'));
    signs.add("bullet", text.starts_with(['•', '-', '+', '–', '◦', '▪', '■', '»', '›', '·']) && words > 0);
    signs.add("dash-item", text.starts_with(['-', '+']) && words > 1);
    // `Năm 2003: …`: an item of a chronicle.
    let year = matches!(look, [first, year, colon, ..]
        if first.word() == "năm" && year.number().is_some_and(|(_, digits)| digits == 4) && colon.sign() == Some(':'));
    signs.add("year-item", year && words > 3);
    signs.add("related-mark", text.starts_with(">>") || text.starts_with('»') || text.starts_with(">> "));
    let crumbs =
        text.matches(['»', '›', '>']).count() + text.matches(" / ").count() + text.matches(" | ").count();
    signs.add("breadcrumb", crumbs > 0 && words < 30 && !text.starts_with(">>") && !text.starts_with('»'));
    signs.add("image", website::is_image(text));
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    signs.add("bracketed", inside.is_some_and(|text| !text.contains(['(', ')'])) && words > 3);
    signs.add("initials", names::is_initials(text, look));
}

/// The text without the quotes and brackets that close it.
fn unquoted(text: &str) -> &str {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ', '|', '»'])
}

fn trails_off(text: &str) -> bool {
    let end = unquoted(text);
    end.ends_with("...") || end.ends_with('…')
}

/// Sentence ends inside the line, the last included: a stop, a space and a capital.
pub(super) fn sentences(text: &str) -> usize {
    let mut count = 1;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let mut after = text[at + 1..].chars();
        let word = || text[..at].chars().rev().take_while(|c| c.is_alphabetic());
        let before = word().count();
        // `ThS. Lê Thu`, `PGS. TS. Lê Thu`
        let degree = before == 3 && word().filter(|c| c.is_uppercase()).count() > 1;
        if after.next() == Some(' ') && before > 2 && !degree && after.next().is_some_and(char::is_uppercase)
        {
            count += 1;
        }
        if count > 1 {
            break;
        }
    }
    count
}

/// Signs of what websites put around their articles.
fn of_website(signs: &mut Signs, text: &str, look: &[Token]) {
    let lexicon = lexicon();
    let counter = website::is_counter(look) || website::ends_counting(look);
    signs.add("counter", signs.date.is_none() && counter);
    let form = cover(lexicon.list("form").cover(look));
    signs.add_strength("ui", if website::is_button(look) { 1.0 } else { form });
    let navigation = lexicon.list("navigation").cover(look);
    // Menu words also make titles: only a line of nothing else is a menu.
    signs.add("navigation", navigation >= 0.99 || (navigation >= 0.7 && text.contains(['»', '|', '/', '>'])));
    signs.add_strength("related-label", cover(lexicon.list("related").cover(look)));
}

/// Signs that the lexicon knows.
fn of_lexicon(signs: &mut Signs, text: &str, look: &[Token]) {
    let lexicon = lexicon();
    let short = look.len() <= 60;
    signs.add("date-line", signs.date.is_some());
    if short {
        of_website(signs, text, look);
    }
    // «XÂY DỰNG ĐẢNG», «Tiếng Việt» sign nothing.
    let furniture = ["ui", "navigation", "related-label"].iter().any(|name| signs.has(name));
    signs.add("name", !furniture && names::is_name(text, look));
    let words: Vec<&Token> = look.iter().filter(|t| t.sign().is_none()).collect();
    let first = look.iter().position(|t| t.sign().is_none()).unwrap_or(0);
    let from_first = &look[first..];
    let tag = lexicon.list("tags").at(from_first);
    let colon = |taken: usize| from_first.get(taken).and_then(Token::sign) == Some(':');
    signs.add("tags", tag.is_some_and(|taken| colon(taken) || taken == from_first.len()));
    let copyright =
        (0..from_first.len().min(30)).filter(|at| lexicon.list("copyright").at(&from_first[*at..]).is_some());
    signs.add(
        "copyright",
        short && copyright.count() > 0 && (text.contains([':', '©', '@']) || words.len() < 12),
    );
    signs.add(
        "address",
        text.contains("http")
            || website::names_site(text, words.len())
            || text.contains("www.")
            || text.contains('©')
            || website::names_email(text),
    );
    names::of_signature(signs, text, look, from_first);
    captions::of_line(signs, text, look, from_first);
    // Dates are looked for where a line begins, and in the whole of one that may be a lead.
    let leadlike = (13..=60).contains(&words.len());
    let reach = if leadlike { look.len() } else { look.len().min(30) };
    let mentions = if look.len() < LOOK * 4 { scan(&look[..reach]) } else { Vec::new() };
    let starts = mentions.first().is_some_and(|m| m.tokens.start <= first + 1 && m.announced);
    signs.add("dated-lead", starts && words.len() > 12);
    // «… khai giảng sáng 8/11»: a lead tells the day, a headline does not.
    let told = |m: &Mention| m.announced && m.days.is_some() && m.year.is_none();
    signs.add("tells-day", leadlike && !starts && mentions.iter().any(told));
    let only_date = signs.date.as_ref().is_some_and(|date| date.rest.is_empty());
    signs.add("dated-item", !only_date && words.len() < 40 && dated_end(text, look));
    // A headline may bear the mark too; it has no stop at its end.
    let headline = words.len() < 25 && !text.ends_with(['.', '!', '?', '…']);
    let marked = super::heading::source_mark(text).is_some() && words.len() > 8;
    signs.add("source-mark", marked && !headline);
    signs.add(
        "other-item",
        lexicon.list("other-item").at(from_first).is_some() && text.starts_with(['*', '-', '•']),
    );
    let narrative = |at: &usize| lexicon.list("narrative").at(&look[*at..]).is_some();
    let narrative: Vec<usize> = (0..look.len()).filter(narrative).collect();
    // Years name a thing too; the other words only tell.
    let told = narrative.iter().any(|at| look[*at].word() != "năm") || look.iter().any(|t| t.word() == "vừa");
    signs.add("told", told);
    signs.add_strength("narrative", (narrative.len() as f64 / 2.0).min(1.0));
}

/// Phrases must cover most of a line to name it.
fn cover(share: f64) -> f64 {
    if share >= 0.7 { share } else { 0.0 }
}

/// `(26/09/2023)` or `- 26/9/2023` at the end: an item of a list of stories.
fn dated_end(text: &str, look: &[Token]) -> bool {
    let closes = text.ends_with([')', ']']) || look.last().is_some_and(|t| t.number().is_some());
    let tail = &look[look.len().saturating_sub(14)..];
    closes
        && look.len() > 6
        && scan(tail)
            .last()
            .is_some_and(|m| m.tokens.end + 4 >= tail.len() && m.days.is_some() && m.year.is_some())
}
