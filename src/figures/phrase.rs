//! The phrase a figure is quoted by: whole words from its verb or comparator to the end of what is said of it.

use std::ops::Range;

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sense::WORDINGS;
use super::sentence::Sentence;

/// Longest phrase, in tokens.
const LONGEST: usize = 48;

/// Words that join a phrase to the next one and end none.
const CONNECTORS: [&str; 34] = [
    "và", "với", "cho", "của", "có", "gồm", "đó", "trong", "cùng", "là", "hoặc", "hay", "để", "nhằm", "từ",
    "về", "đến", "trên", ",", "-", "\"", "bao", "tại", "ở", "đã", "còn", "thì", "như", "cả", "riêng", "dành",
    "theo", "vào", "do",
];

/// The phrases of all quantities of a sentence, as ranges of tokens.
pub fn phrases(sentence: &Sentence, kinds: &[FigureKind]) -> Vec<Range<usize>> {
    let starts: Vec<usize> =
        sentence.quantities.iter().enumerate().map(|(i, q)| start(sentence, i, q, kinds[i])).collect();
    sentence
        .quantities
        .iter()
        .enumerate()
        .map(|(i, q)| {
            let next = starts.get(i + 1).copied().unwrap_or(sentence.scan.end).max(q.core.end);
            starts[i]..end(sentence, q, next)
        })
        .collect()
}

/// From the verbs right before the quantity; for `… đạt 3%` from the clause's subject.
fn start(sentence: &Sentence, index: usize, q: &Quantity, kind: FigureKind) -> usize {
    let floor = index.checked_sub(1).map_or(sentence.scan.start, |i| sentence.quantities[i].core.end);
    let mut at = q.core.start;
    while let Some(found) = cue_ending_at(sentence.cues, at).filter(|c| c.at.start >= floor) {
        let quoted = match found.cue {
            Cue::Result | Cue::Past | Cue::Target | Cue::TargetWeak => {
                kind != FigureKind::Structure || is_word(sentence, found, "đề")
            }
            Cue::Neutral => is_word(sentence, found, "vượt"),
            Cue::Structure => is_word(sentence, found, "gồm") || is_word(sentence, found, "bao"),
            _ => false,
        };
        if !quoted {
            break;
        }
        at = found.at.start;
    }
    let says = ["đạt", "là", "chiếm", "bằng", "còn", "tăng", "giảm"];
    let named_before = !q.noun.is_empty() && q.noun.start < q.core.start;
    let level = named_before && at > floor && sentence.scan.is(at - 1, "lên");
    let spoken = level
        || at < q.core.start && says.contains(&sentence.scan.tokens[at].folded.as_str())
        || at > floor && says.contains(&sentence.scan.tokens[at - 1].folded.as_str());
    let follows = sentence.scan.get(q.core.end).is_some_and(|t| t.is_word() && !t.is("và"));
    let bare = q.noun.is_empty() && at == q.core.start && !follows;
    let subject_led =
        bare || spoken && (q.noun.is_empty() || q.noun.start < q.core.start || q.class == UnitClass::Percent);
    if subject_led { subject(sentence, floor, at) } else { at }
}

fn is_word(sentence: &Sentence, found: &Found, word: &str) -> bool {
    sentence.scan.tokens[found.at.start].is(word)
}

fn cue_ending_at(cues: &[Found], at: usize) -> Option<&Found> {
    let index = cues.partition_point(|c| c.at.end < at);
    cues.get(index).filter(|c| c.at.end == at)
}

/// Start of the clause that ends at `at`: after the last sign, connector or cue of aim; a clause that goes on for more
/// than fourteen tokens is quoted from its last verb.
fn subject(sentence: &Sentence, floor: usize, at: usize) -> usize {
    let lowest = floor.max(sentence.clause_start(at));
    let mut first = at;
    let mut verb = at;
    while first > lowest {
        let token = &sentence.scan.tokens[first - 1];
        // «số cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa» is quoted from the first that it lists.
        let lists = token.is(",") && first < at && lists_noun(sentence, first - 1);
        if !token.is_word() && !token.is_numeral() && !lists {
            break;
        }
        if at - first >= 14 {
            return verb;
        }
        if let Some(found) = cue_ending_at(sentence.cues, first) {
            match found.cue {
                Cue::Neutral | Cue::Target | Cue::TargetNoun | Cue::TargetWeak | Cue::Past if first < at => {
                    break;
                }
                Cue::Result => verb = found.at.start,
                _ => {}
            }
        }
        first -= 1;
    }
    while first < at
        && CONNECTORS.contains(&sentence.scan.tokens[first].folded.as_str())
        && !sentence.scan.is(first + 1, "lại")
    {
        first += 1;
    }
    first
}

/// To the clause's end, the next quantity, or a comma that lists no further noun; connectors at the end left out.
fn end(sentence: &Sentence, q: &Quantity, next: usize) -> usize {
    let scan = &sentence.scan;
    let limit = next.min(q.core.start + LONGEST);
    let tokens = &scan.tokens[..scan.end];
    let mut at = q.core.end;
    while at < limit {
        // Ratings and set phrases may hold commas.
        let rated = scan.lexicon.ratings.starting_at(tokens, at).map(|(end, ())| end);
        let worded = WORDINGS.same.starting_at(tokens, at).map(|(end, _)| end);
        if let Some(set) = rated.max(worded).filter(|end| *end <= limit) {
            at = set;
            continue;
        }
        match tokens[at].folded.as_str() {
            ";" | ":" | "." | "…" | "!" | "?" | "(" | ")" => break,
            "/" if !tokens[at - 1].is_numeral() => break,
            "," if !lists_noun(sentence, at) => break,
            _ => at += 1,
        }
    }
    // «tăng từ 604» of «tăng từ 604 lên 1.342»
    let rises = |at: usize| scan.is_any(at - 1, &["lên", "xuống"]) && at == next && !scan.is(at - 2, "trở");
    while at > q.core.end && (CONNECTORS.contains(&tokens[at - 1].folded.as_str()) || rises(at)) {
        at -= 1;
    }
    let quotes = tokens[q.core.start..at].iter().filter(|t| t.is("\"")).count();
    if quotes % 2 == 1 && scan.is(at, "\"") { at + 1 } else { at }
}

/// Whether the comma at `i` stands between two nouns of one class: `cấp ủy viên, đảng viên, quần chúng`.
fn lists_noun(sentence: &Sentence, i: usize) -> bool {
    let tokens = &sentence.scan.tokens[..sentence.scan.end];
    let lexicon = sentence.scan.lexicon;
    let Some((end, class)) = lexicon.units.starting_at(tokens, i + 1) else { return false };
    let listed =
        lexicon.units.ending_at(tokens, sentence.scan.start, i).is_some_and(|(_, before)| before == class);
    listed && lexicon.cues.starting_at(tokens, i + 1).is_none_or(|(cue_end, _)| cue_end < end)
}
