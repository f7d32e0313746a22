//! Whose province a story is of, by the names in it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::Article;
use crate::vietnamese::fold;

struct Province {
    name: &'static str,
    folded: String,
    letters: String,
}

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| {
    let names = include_str!("provinces.txt").lines().filter(|line| !line.is_empty());
    let province = |name| {
        let folded = fold(name);
        Province { name, letters: letters(&folded), folded }
    };
    names.map(province).collect()
});

/// Words that a province's name follows when it is said whose the bloc or its committee is.
const OWNERS: [&str; 4] = ["đảng bộ tỉnh ", "tỉnh ủy ", "tỉnh đoàn ", "tỉnh "];
/// A word that only one's own city follows so: other cities are visited.
const CITY: [&str; 1] = ["thành phố "];

/// Words that a province's name follows on a line of its newspaper or broadcaster.
const PRESS: [&str; 4] = ["báo ", "truyền hình ", "điện tử ", "điện tử tỉnh "];
/// Words that end like them and name no newspaper.
const NO_PRESS: [&str; 4] = ["thông báo ", "dự báo ", "cảnh báo ", "họp báo "];
/// Words that it follows where a committee or union heads its pages with its name.
const HEADINGS: [&str; 2] = ["tỉnh ", "thành phố "];
/// Words of such a heading at most.
const HEADING: usize = 12;

/// Another province that the page is of: the one that the story names as the owner, oftener than one's own; where one's own is
/// named nowhere, the one whose newspaper or committee printed it.
pub fn other(article: &Article, own: &str) -> Option<&'static str> {
    let own = fold(own);
    let mut story = fold(article.title.as_deref().unwrap_or(""));
    for paragraph in &article.body {
        story.push(' ');
        story.push_str(&fold(&paragraph.text));
    }
    of_story(&story, &own).or_else(|| {
        let known = article.outlet.is_some() || names(&story, &own);
        if known { None } else { of_printer(article, &own) }
    })
}

fn of_story(story: &str, own: &str) -> Option<&'static str> {
    let mut owners = following(story, &CITY).filter(|rest| starts_with_word(rest, own)).count();
    let mut counts: Vec<usize> = vec![0; PROVINCES.len()];
    for rest in following(story, &OWNERS) {
        if starts_with_word(rest, own) {
            owners += 1;
        } else if let Some(index) = starts_with_province(rest) {
            counts[index] += 1;
        }
    }
    let (best, count) =
        counts.iter().enumerate().max_by_key(|(index, count)| (**count, usize::MAX - index))?;
    (*count > owners).then(|| PROVINCES[best].name)
}

/// The one province that the lines around the story name as the printer's, if they do not name one's own anywhere.
fn of_printer(article: &Article, own: &str) -> Option<&'static str> {
    let begin = article.body.first().map_or(0, |paragraph| paragraph.start);
    let mut found = BTreeSet::new();
    for line in article.furniture.iter().filter(|line| !matches!(line.reason, "caption" | "related")) {
        let text = fold(&line.text);
        if names(&text, own) {
            return None;
        }
        found.extend(printed_by(&text));
        if line.start < begin && text.split(' ').count() <= HEADING {
            found.extend(following(&text, &HEADINGS).filter_map(starts_with_province));
        }
        let sites = text.split([' ', '/']).filter(|word| word.contains('.'));
        found.extend(sites.filter_map(of_site));
    }
    let mark = article.source_mark.as_deref().map(fold).unwrap_or_default();
    found.extend(of_site(&mark).or_else(|| printed_by(&mark).next()));
    let mut found = found.into_iter().map(|index| &PROVINCES[index]);
    let other = found.next().filter(|province| province.folded != own)?;
    found.next().is_none().then_some(other.name)
}

/// The provinces whose newspapers or broadcasters a line names.
fn printed_by(line: &str) -> impl Iterator<Item = usize> {
    let named = |rest: &str| {
        let head = &line[..line.len() - rest.len()];
        !NO_PRESS.iter().any(|words| head.ends_with(words))
    };
    following(line, &PRESS).filter(move |rest| named(rest)).filter_map(starts_with_province)
}

/// The province of a newspaper's site: `baonghean.vn`.
fn of_site(word: &str) -> Option<usize> {
    let letters = letters(word);
    let rest = &letters[letters.find("bao")? + 3..];
    PROVINCES.iter().position(|province| rest.starts_with(&province.letters))
}

/// Its letters without accents, as in an address.
fn letters(text: &str) -> String {
    let plain =
        text.nfd().filter(|c| c.is_alphanumeric() || *c == '.').map(|c| if c == 'đ' { 'd' } else { c });
    plain.collect()
}

/// What stands after each of the words.
fn following<'a>(text: &'a str, words: &'a [&str]) -> impl Iterator<Item = &'a str> {
    words.iter().flat_map(|word| text.match_indices(word)).map(|(at, found)| &text[at + found.len()..])
}

fn starts_with_province(text: &str) -> Option<usize> {
    PROVINCES.iter().position(|province| starts_with_word(text, &province.folded))
}

/// Whether the text has the words somewhere.
fn names(text: &str, words: &str) -> bool {
    text.match_indices(words)
        .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric) && starts_with_word(&text[at..], words))
}

/// Whether it is a province's name.
pub fn is_province(name: &str) -> bool {
    let folded = fold(name);
    PROVINCES.iter().any(|province| province.folded == folded)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    !word.is_empty() && text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
