//! Ratings of one organisation as a whole, aimed at or reached: `Đảng bộ Khối đạt trong sạch, vững mạnh`.

use std::ops::Range;

use super::cues::Found;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;

/// Tokens between an organisation's name and the rating at most.
const REACH: usize = 14;

/// What begins the telling of a rating.
const VERBS: [&str; 10] = ["đạt", "được", "hoàn", "hằng", "hàng", "xếp", "giữ", "luôn", "phấn", "quyết"];

/// The yes/no figures of a sentence, as token ranges with the kind of each; `kinds` are those of its quantities.
pub fn ratings(sentence: &Sentence, kinds: &[FigureKind]) -> Vec<(Range<usize>, FigureKind)> {
    let scan = &sentence.scan;
    if sentence.named.ratings.is_empty() {
        return Vec::new();
    }
    let listed = sentence.carry.aims || kinds.contains(&FigureKind::Target);
    let mut found = Vec::new();
    let mut start = scan.start;
    while start < scan.end {
        let closes = |i: &usize| matches!(scan.tokens[*i].folded.as_str(), ";" | ":" | "." | "…");
        let end = (start..scan.end).find(closes).unwrap_or(scan.end);
        let clause = start..end;
        match aim(sentence, kinds, clause.clone(), listed) {
            Some(aim) => found.push((aim, FigureKind::Target)),
            None => {
                found.extend(reached(sentence, kinds, clause).into_iter().map(|r| (r, FigureKind::Result)));
            }
        }
        start = end + 1;
    }
    found
}

/// The organisation that opens a clause, after words that may stand before it: its first token, and one past its last.
fn subject(sentence: &Sentence, clause: &Range<usize>) -> Option<Range<usize>> {
    let tokens = &sentence.scan.tokens[..clause.end];
    let mut at = clause.start;
    while at < clause.end {
        if let Some((end, ())) = sentence.scan.lexicon.single.starting_at(tokens, at) {
            return Some(at..end);
        }
        at = skip_opening(sentence, at)?;
    }
    None
}

/// Past a word that may open such a clause: a bullet, `phấn đấu`, `hằng năm`, `giữ cho`, a year.
fn skip_opening(sentence: &Sentence, at: usize) -> Option<usize> {
    let token = sentence.scan.get(at)?;
    if let Some(found) = sentence.cues.iter().find(|c| c.at.start == at) {
        let aims = matches!(found.cue, Cue::Target | Cue::TargetWeak | Cue::TargetNoun);
        return aims.then_some(found.at.end);
    }
    let words = [
        "-", "+", "*", "•", ",", "của", "theo", "đó", "nào", "hằng", "hàng", "năm", "trong", "suốt", "nhiệm",
        "kỳ", "đưa", "để", "cho", "về", "và", "giữ", "riêng",
    ];
    (words.contains(&token.folded.as_str()) || token.is_numeral()).then_some(at + 1)
}

fn aim(
    sentence: &Sentence,
    kinds: &[FigureKind],
    clause: Range<usize>,
    listed: bool,
) -> Option<Range<usize>> {
    let scan = &sentence.scan;
    let name = subject(sentence, &clause).or_else(|| titled(sentence, &clause))?;
    let rating = rating_after(sentence, name.end, clause.end)?;
    let strives = |c: &Found| c.cue == Cue::Target && clause.start <= c.at.start && c.at.start < rating.start;
    if !listed && !sentence.cues.iter().any(strives) {
        return None;
    }
    let inside = sentence.quantities.iter().zip(kinds).find(|(q, _)| clause.contains(&q.core.start));
    let fits = match inside {
        Some((q, kind)) => {
            let joint = scan.get(name.end).is_some_and(|t| matches!(t.folded.as_str(), "và" | "cùng" | ","));
            *kind == FigureKind::Target
                && q.class == UnitClass::Percent
                && joint
                && q.core.start <= name.end + 4
        }
        None => {
            // «Mục tiêu là: Đảng bộ trong sạch, vững mạnh; …»
            let named = name.len() > 2 || listed && name.start == clause.start;
            let whole = named && rating.start == name.end;
            // «Đảng bộ, cơ quan, các đoàn thể phấn đấu luôn ở mức hoàn thành tốt»
            let listed = scan.is(name.end, ",")
                && (name.end..rating.start).any(|i| scan.pair(i, "phấn", "đấu"))
                && rating.start - name.end <= REACH + 2;
            whole || listed || scan.is_any(called(sentence, &name), &VERBS)
        }
    };
    fits.then(|| name.start..trimmed(sentence, name.start, clause.end))
}

/// «mục tiêu là giữ danh hiệu Đảng bộ huyện trong sạch, vững mạnh»: the organisation after `danh hiệu`.
fn titled(sentence: &Sentence, clause: &Range<usize>) -> Option<Range<usize>> {
    let scan = &sentence.scan;
    let kept = |i: &usize| scan.pair(*i, "danh", "hiệu") && scan.follows_any(*i, &["giữ", "vững", "đạt"]);
    let start = clause.clone().find(kept)? + 2;
    let (end, ()) = scan.lexicon.single.starting_at(&scan.tokens[..clause.end], start)?;
    Some(start..end)
}

/// One past the organisation's own name, where something is told of it: `Đảng bộ` `Sở Xây dựng` `phấn đấu`.
fn called(sentence: &Sentence, name: &Range<usize>) -> usize {
    let scan = &sentence.scan;
    let told = |i: &usize| scan.is_any(*i, &VERBS) || sentence.cues.iter().any(|c| c.at.start == *i);
    let goes_on = |i: &usize| !scan.is(*i, ",") && !scan.is(*i, ";");
    (name.end..scan.end.min(name.end + 16)).take_while(goes_on).find(told).unwrap_or(name.end)
}

/// The first rating after token `from`, near it.
fn rating_after(sentence: &Sentence, from: usize, end: usize) -> Option<Range<usize>> {
    let tokens = &sentence.scan.tokens[..end];
    let at = *sentence.named.ratings.iter().find(|at| **at >= from && **at < end)?;
    let (rated, ()) = sentence.scan.lexicon.ratings.starting_at(tokens, at)?;
    Some(at..rated)
}

/// What is told as reached in a clause, of bodies that are named: `Năm 2019, Đảng bộ Sở được công nhận trong sạch, vững mạnh`.
fn reached(sentence: &Sentence, kinds: &[FigureKind], clause: Range<usize>) -> Vec<Range<usize>> {
    let scan = &sentence.scan;
    let aimed = sentence.carry.aims && kinds.is_empty() || kinds.contains(&FigureKind::Target);
    if aimed || sentence.cues.iter().any(|c| matches!(c.cue, Cue::Target | Cue::TargetWeak)) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in clause.clone() {
        let opens = start == clause.start || scan.follows(start, ",") || scan.follows(start, "và");
        if opens && found.last().is_none_or(|last| last.end <= start) {
            found.extend(reached_by(sentence, start..clause.end));
        }
    }
    found
}

/// The rating of the body that opens a clause.
fn reached_by(sentence: &Sentence, clause: Range<usize>) -> Option<Range<usize>> {
    let scan = &sentence.scan;
    let name = subject(sentence, &clause).filter(|name| scan.tokens[name.start].capital)?;
    let told = called(sentence, &name);
    let mut rating = rating_after(sentence, told, clause.end)?;
    // «được xếp loại hoàn thành tốt nhiệm vụ»: the grade, not the grading.
    if let Some(grade) = rating_after(sentence, rating.end, (rating.end + 4).min(clause.end)) {
        rating.end = grade.end;
    }
    let between = told..rating.start;
    let says = |words: &[&str]| between.clone().any(|i| scan.is_any(i, words));
    let grants = ["được", "đạt", "xếp", "công", "đánh", "đã", "giữ"];
    let other = |c: &Found| {
        between.contains(&c.at.start) && !grants.contains(&scan.tokens[c.at.start].folded.as_str())
    };
    let counted = sentence
        .quantities
        .iter()
        .any(|q| (name.end..(rating.end + 8).min(clause.end)).contains(&q.core.start));
    // «Đảng bộ Trường nhiều năm hoàn thành xuất sắc nhiệm vụ»
    let often = (name.end..rating.start).any(|i| scan.pair(i, "nhiều", "năm"));
    let granted = says(&["được", "đạt"])
        || often
        || scan.is(rating.start - 1, "cũng")
        || scan.is(rating.start - 2, "ở") && scan.is(rating.start - 1, "mức");
    let fits = granted && between.len() <= REACH && !says(&["không", "chưa", "các", ","]) && !counted;
    (fits && !sentence.cues.iter().any(other)).then_some(name.start..rating.end)
}

fn trimmed(sentence: &Sentence, start: usize, mut end: usize) -> usize {
    while end > start + 1 && !sentence.scan.tokens[end - 1].is_word() {
        end -= 1;
    }
    end
}
