//! Which sentences of an article belong into the report, and where.

use crate::articles::{Article, Extract, Paragraph};
use crate::compose::mark;
use crate::compose::sentence::lexicon::{AHEAD, DANGLING};
use crate::compose::sentence::starts_with;
use crate::figures::{FigureKind, Review};
use crate::office::Section;
use crate::vietnamese::fold;

/// Whether the clerk has decided on every figure of the extract; none where one is rejected, so that the sentence
/// must not be used.
pub fn reviewed(article: &Article, extract: &Extract) -> Option<bool> {
    let figures = || extract.figures.iter().filter_map(|i| article.figures.get(*i));
    if figures().any(|f| f.review == Review::Rejected) {
        return None;
    }
    Some(figures().all(|f| f.review != Review::Pending))
}

/// Whether the sentence stands on its own feet.
pub fn is_dangling(extract: &Extract) -> bool {
    let text: Vec<char> = mark::clean(&extract.text).chars().collect();
    DANGLING.iter().any(|start| starts_with(&text, start))
}

/// Whether the sentence says what is to be done, whatever its topic.
pub fn looks_ahead(extract: &Extract) -> bool {
    let clean = mark::clean(&extract.text);
    let text: Vec<char> = clean.chars().collect();
    let asks = ["đề nghị các", "yêu cầu các", "đề nghị cấp ủy", "đề nghị từng"];
    AHEAD.iter().any(|start| starts_with(&text, start)) || asks.iter().any(|a| clean.contains(a))
}

/// Whether the sentence goes on telling of the event that the article's first sentence names.
pub fn tells_on(extract: &Extract) -> bool {
    const STARTS: [&str; 7] =
        ["Hội nghị ", "Dự hội nghị", "Sau hội nghị", "Đại hội ", "Các ý kiến", "Các đại biểu", "Buổi "];
    let text: Vec<char> = mark::clean(&extract.text).chars().collect();
    STARTS.iter().any(|start| starts_with(&text, start))
}

/// A sentence of a paragraph with its bytes in the file.
struct Sentence {
    text: String,
    start: usize,
    end: usize,
}

/// The paragraph's sentences. Within a paragraph that had to be normalised a sentence's own bytes are not known: the
/// paragraph's stand for them.
fn sentences(paragraph: &Paragraph) -> Vec<Sentence> {
    let verbatim = paragraph.end - paragraph.start == paragraph.text.len();
    let mut found = Vec::new();
    let mut from = 0;
    for (at, _) in paragraph.text.match_indices(". ") {
        if paragraph.text[at + 2..].starts_with(char::is_uppercase) {
            found.push((from, at + 1));
            from = at + 2;
        }
    }
    found.push((from, paragraph.text.len()));
    let sentence = |(from, to): (usize, usize)| {
        let (start, end) = if verbatim {
            (paragraph.start + from, paragraph.start + to)
        } else {
            (paragraph.start, paragraph.end)
        };
        Sentence { text: paragraph.text[from..to].to_owned(), start, end }
    };
    found.into_iter().map(sentence).collect()
}

fn covered(article: &Article, start: usize, end: usize) -> bool {
    article.extracts.iter().any(|e| e.start < end && start < e.end)
}

/// The first sentence, where the article tells of an event and no extract begins with it.
pub fn lead(article: &Article) -> Option<Extract> {
    const EVENTS: [&str; 7] = ["hội nghị", "đại hội", "lễ ", "buổi ", "giao ban", "tọa đàm", "tập huấn"];
    article.event.as_ref()?;
    let Sentence { text, start, end } = sentences(article.body.first()?).into_iter().next()?;
    let folded = fold(&text);
    let tells = EVENTS.iter().any(|word| folded.contains(word)) && !covered(article, start, end);
    // An occasion is told with the work that it was about, even where its news are aims.
    let section = article.section.filter(|s| *s != Section::Targets).unwrap_or(Section::Organisation);
    tells.then(|| Extract { section, text, start, end, figures: Vec::new(), score: f64::MAX })
}

/// Sentences that no extract holds, but with figures of results or events that the clerk has taken: they belong into
/// the report.
pub fn taken(article: &Article) -> Vec<Extract> {
    let mut extracts: Vec<Extract> = Vec::new();
    for (index, figure) in article.figures.iter().enumerate() {
        let is_taken = matches!(figure.review, Review::Accepted | Review::Corrected { .. });
        let told = matches!(figure.kind, FigureKind::Result | FigureKind::Event | FigureKind::Structure);
        let Some(section) = figure.section.filter(|s| is_taken && told && *s != Section::Targets) else {
            continue;
        };
        let phrase = mark::clean(&figure.phrase);
        let paragraph = article.body.iter().find(|p| p.start <= figure.start && figure.end <= p.end);
        let holds = |s: &Sentence| s.start <= figure.start && figure.end <= s.end && s.text.contains(&phrase);
        let Some(sentence) = paragraph.and_then(|p| sentences(p).into_iter().find(holds)) else { continue };
        if let Some(known) = extracts.iter_mut().find(|e| e.text == sentence.text) {
            known.figures.push(index);
        } else if !covered(article, sentence.start, sentence.end) {
            let Sentence { text, start, end } = sentence;
            extracts.push(Extract { section, text, start, end, figures: vec![index], score: 5.0 });
        }
    }
    extracts
}
