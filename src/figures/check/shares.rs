//! Shares against the per cents that are quoted beside them.

use std::ops::Range;

use super::{MOST, Sequence, count, finding, noun};
use crate::diagnostic::Diagnostic;
use crate::figures::lexicon::LEXICON;
use crate::figures::model::{Figure, FigureKind};
use crate::figures::token::tokenize;
use crate::quantity::{Comparator, Value};
use crate::vietnamese::{fold, format_number};

/// Words that say again, as a per cent, what is counted before; `đạt` may also measure by a plan.
const AGAIN: [&str; 6] = ["tỷ lệ", "tỉ lệ", "chiếm", "bằng", "chiếm tỷ lệ", "chiếm tỉ lệ"];

fn per_cent(figure: &Figure) -> Option<f64> {
    match figure.value {
        Value::Number(n) if figure.unit == "%" => Some(n),
        _ => None,
    }
}

/// Half of the last digit that a per cent is given with: 67 → 0,5; 35,34 → 0,005. Taken a little wider.
fn rounding(per_cent: f64) -> f64 {
    let digits = (0..4).find(|d| {
        let shifted = per_cent * 10f64.powi(*d);
        (shifted - shifted.round()).abs() < 1e-6
    });
    0.51 * 10f64.powi(-digits.unwrap_or(4))
}

/// `925/962 (96,15%)`, `35.599/35.900 đảng viên, đạt 99,16%`: part by whole is the per cent quoted.
pub(super) fn quoted(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for figure in sequence.figures {
        let Value::Share { part, whole } = figure.value else { continue };
        let actual = part / whole * 100.0;
        if quoted_inside(&figure.phrase).is_some_and(|quoted| (actual - quoted).abs() > rounding(quoted)) {
            findings.push(
                finding("figure-share-differs", sequence, figure, &[figure])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    for (index, pair) in sequence.figures.windows(2).enumerate() {
        let (Value::Share { part, whole }, Some(quoted)) = (&pair[0].value, per_cent(&pair[1])) else {
            continue;
        };
        let quotes = |gap: &str| says_again(gap, &pair[1], &["đạt", "đạt tỷ lệ", "đạt tỉ lệ", ""]);
        if *whole <= 0.0
            || !sequence.gap(index + 1).is_some_and(quotes)
            || pair[1].comparator != Comparator::Equal
        {
            continue;
        }
        let actual = part / whole * 100.0;
        if (actual - quoted).abs() > rounding(quoted) {
            findings.push(
                finding("figure-share-differs", sequence, &pair[0], &[&pair[1]])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    findings
}

/// The per cent in a share's own bracket: 96,15 of `925/962 đảng viên (96,15%)`.
fn quoted_inside(phrase: &str) -> Option<f64> {
    let (_, bracket) = phrase.split_once('(')?;
    let (number, _) = bracket.split_once('%')?;
    let digits = number.rfind(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').map_or(0, |at| at + 1);
    number.get(digits..)?.replace(',', ".").parse().ok()
}

/// Whether a per cent repeats the count before it: it names nothing of its own, and what stands before it since the last
/// sign says so.
fn says_again(gap: &str, share: &Figure, also: &[&str]) -> bool {
    let own = fold(&share.phrase);
    let opening = own.find(|c: char| c.is_ascii_digit()).map_or("", |digit| own[..digit].trim());
    let at = gap.rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
    let last = gap[at..].trim();
    let words = [AGAIN.as_slice(), also].concat();
    let bracket = gap[..at].ends_with('(') && last.is_empty();
    let ends = |word: &&str| {
        last.strip_suffix(*word).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    let says = words.iter().any(ends);
    // What stands in a bracket that is closed is not what the per cent repeats.
    let closed = gap.find(')').is_some_and(|end| !gap[..end].contains('('));
    !closed && (bracket || says) && (opening.is_empty() || words.contains(&opening))
}

/// `kết nạp 134 đảng viên, đạt 67% chỉ tiêu` with the target itself on the page: count ÷ target is the per cent.
pub(super) fn of_target(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let aims: Vec<(usize, &Figure)> = sequence
        .figures
        .iter()
        .enumerate()
        .filter(|(_, f)| f.kind == FigureKind::Target && count(f).is_some())
        .take(MOST)
        .collect();
    for (index, pair) in sequence.figures.windows(2).enumerate() {
        let (Some(done), Some(quoted)) = (count(&pair[0]), per_cent(&pair[1])) else { continue };
        let counts = fold(&pair[1].counts);
        let of_plan = ["chỉ tiêu", "kế hoạch", "nghị quyết"].iter().any(|word| counts.contains(word));
        if pair[0].kind != FigureKind::Result
            || !of_plan
            || sequence.gap(index + 1).is_none()
            || quoted <= 0.0
        {
            continue;
        }
        let same = |(at, f): &&(usize, &Figure)| {
            // The plan of a year that is told elsewhere need not be the aim of another time.
            let told_together = sequence.around[*at].paragraph == sequence.around[index].paragraph;
            let apart = f.period.zip(pair[0].period).is_some_and(|(a, b)| a.is_apart(b));
            let time = f.period == pair[0].period || told_together && !apart;
            noun(f) == noun(&pair[0]) && f.scope == pair[0].scope && time
        };
        let aim = aims.iter().find(same).map(|(_, f)| *f);
        let Some((aim, wanted)) = aim.and_then(|f| Some((f, count(f)?))).filter(|(_, wanted)| *wanted > 0.0)
        else {
            continue;
        };
        let actual = done / wanted * 100.0;
        if (actual - quoted).abs() > rounding(quoted) && (actual - quoted).abs() < 40.0 {
            findings.push(
                finding("figure-target-share-differs", sequence, &pair[0], &[&pair[1], aim])
                    .arg("actual", format_number(actual)),
            );
        }
    }
    findings
}

/// A count beside its per cent, and what base the two imply.
struct Implied {
    index: usize,
    noun: String,
    of: String,
    low: f64,
    high: f64,
}

impl Implied {
    fn fits(&self, base: f64) -> bool {
        (self.low - 0.5..=self.high + 0.5).contains(&base)
    }

    fn agrees(&self, other: &Implied) -> bool {
        self.low - 0.5 <= other.high && other.low - 0.5 <= self.high
    }
}

/// Per cents of one base beside their counts: `350 … (6,6%)` and `150 … (3,02%)` of the same members cannot both hold.
///
/// A base that the paragraph states, or that another pair agrees on, explains a pair.
pub(super) fn bases(sequence: &Sequence) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut start = 0;
    for group in sequence.around.chunk_by(|a, b| a.paragraph == b.paragraph) {
        let range = start..start + group.len();
        start = range.end;
        let mut pairs = implied(sequence, range.clone());
        pairs.truncate(MOST);
        // «bằng 25% số tổ chức trong sạch, vững mạnh»: of those counted beside another per cent.
        let parts: Vec<f64> = pairs.iter().filter_map(|p| count(&sequence.figures[p.index])).collect();
        pairs.retain(|pair| !parts.iter().any(|part| pair.fits(*part)));
        let stated = |pair: &Implied| {
            range.clone().filter(|i| *i != pair.index).any(|i| match sequence.figures[i].value {
                Value::Number(n) if sequence.figures[i].unit != "%" => pair.fits(n),
                Value::Share { part, whole } => pair.fits(part) || pair.fits(whole),
                _ => false,
            })
        };
        let alike = |a: &Implied, b: &Implied| a.noun == b.noun && a.of == b.of && a.index != b.index;
        let explains =
            |pair: &Implied| stated(pair) || pairs.iter().any(|p| alike(p, pair) && p.agrees(pair));
        // Each looks at the whole paragraph: asked once for each pair.
        let (explained, open): (Vec<&Implied>, Vec<&Implied>) = pairs.iter().partition(|pair| explains(pair));
        let mut told = Vec::new();
        for pair in &open {
            // A pair that is explained is the better measure.
            let others = explained.iter().chain(&open);
            let mut others = others.filter(|p| alike(p, pair) && !told.contains(&p.index));
            let Some(other) = others.next() else { continue };
            let middle = |p: &Implied| format_number(((p.low + p.high) / 2.0).round());
            findings.push(
                finding(
                    "figure-bases-differ",
                    sequence,
                    &sequence.figures[pair.index],
                    &[&sequence.figures[other.index]],
                )
                .arg("base", middle(pair))
                .arg("other-base", middle(other)),
            );
            told.push(pair.index);
        }
    }
    findings
}

/// The counts of a paragraph with their per cents, but for sentences that measure by a plan.
fn implied(sequence: &Sequence, range: Range<usize>) -> Vec<Implied> {
    let mut pairs = Vec::new();
    let mut start = range.start;
    for sentence in sequence.around[range].chunk_by(|_, next| !next.first) {
        let range = start..start + sentence.len();
        start = range.end;
        let planned = range
            .clone()
            .any(|i| per_cent(&sequence.figures[i]).is_some_and(|n| n > 100.0) || of_plan(sequence, i));
        if !planned {
            pairs.extend(range.filter_map(|index| implied_by(sequence, index)));
        }
    }
    pairs
}

/// Whether the per cent is one of a plan or of another year's number.
fn of_plan(sequence: &Sequence, index: usize) -> bool {
    let figure = &sequence.figures[index];
    let around = [fold(&figure.counts), clause(&sequence.around[index].after).to_owned()];
    let plans = ["chỉ tiêu", "kế hoạch", "nghị quyết", "cùng kỳ", "dự toán"];
    per_cent(figure).is_some() && around.iter().any(|text| plans.iter().any(|plan| text.contains(plan)))
}

fn implied_by(sequence: &Sequence, index: usize) -> Option<Implied> {
    let (figure, share) = (&sequence.figures[index], sequence.figures.get(index + 1)?);
    let (part, quoted, gap) = (count(figure)?, per_cent(share)?, sequence.gap(index + 1)?);
    // «trong đó 107 tổ chức (24,37%)» is a share of the share before.
    let nested = |gap: &str| gap.contains("trong đó") || gap.contains("trong số");
    if quoted <= 0.0
        || !is_people_or_bodies(figure)
        || share.comparator != Comparator::Equal
        || !says_again(gap, share, &[])
        || sequence.gap(index).is_some_and(nested)
    {
        return None;
    }
    let slack = rounding(quoted);
    let after = &sequence.around[index + 1].after;
    let own = !share.counts.is_empty() || after.trim_start().starts_with("số ");
    Some(Implied {
        index,
        noun: noun(figure),
        of: if own { format!("{} {}", fold(&share.counts), clause(after)) } else { String::new() },
        low: part / (quoted + slack) * 100.0,
        high: part / (quoted - slack).max(1e-6) * 100.0,
    })
}

/// The text up to the first sign.
fn clause(text: &str) -> &str {
    text.split([',', ';', '(', ')', '.', ':']).next().unwrap_or_default().trim()
}

/// Whether people or organisations are counted, and not money or goods.
fn is_people_or_bodies(figure: &Figure) -> bool {
    let tokens = tokenize(&figure.unit);
    LEXICON.units.starting_at(&tokens, 0).is_some_and(|(_, class)| class.is_head_count())
}
