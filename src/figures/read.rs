//! A paragraph's sentences → its figures, with places in the paragraph.

use std::ops::Range;

use super::cues::cues;
use super::grammar::{Quantity, quantities};
use super::lexicon::{LEXICON, UnitClass};
use super::model::FigureKind;
use super::phrase::phrases;
use super::rating::ratings;
use super::sentence::{Carry, Named, Sentence};
use super::skip::Scan;
use super::token::{Token, sentences, tokenize};
use super::weights::Sign;
use crate::quantity::{Comparator, Value};

/// A figure in a paragraph; spans are bytes of the paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Kind.
    pub kind: FigureKind,
    /// Value.
    pub value: Value,
    /// Comparator.
    pub comparator: Comparator,
    /// Whether approximate.
    pub about: bool,
    /// Unit in the text's words; `%`; empty for a yes/no.
    pub unit: String,
    /// Class of the unit.
    pub class: UnitClass,
    /// What is counted: noun and what is said of it.
    pub counts: Range<usize>,
    /// The quoted phrase.
    pub phrase: Range<usize>,
    /// The number with comparator and unit, inside the phrase.
    pub core: Range<usize>,
    /// Sentence it stands in, counted in the paragraph.
    pub sentence: usize,
    /// What spoke for its kind.
    pub signs: Vec<Sign>,
}

/// A sentence of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceSpan {
    /// Bytes of the paragraph.
    pub span: Range<usize>,
    /// Tokens of the paragraph.
    pub tokens: Range<usize>,
}

/// What a paragraph says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParagraphReading {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Its sentences.
    pub sentences: Vec<SentenceSpan>,
    /// Its figures in the order of their place.
    pub figures: Vec<Found>,
}

/// Reads a paragraph of an article written in `year`; `carry` is what the paragraph before left, and is brought up to
/// date.
pub fn read_paragraph(text: &str, year: Option<i32>, carry: &mut Carry) -> ParagraphReading {
    let tokens = tokenize(text);
    let spans = sentences(&tokens);
    let mut reading = ParagraphReading::default();
    if !is_list_item(&tokens) {
        let counted = tokens.first().is_some_and(|t| t.is_numeral());
        carry.aims &= spans.len() == 1 && (counted || carry.listing && is_fragment(&tokens));
    }
    carry.reached = false;
    // «Trong đó, …» goes on with what the paragraph before counted.
    carry.before = carry
        .before
        .filter(|_| matches!(&tokens[..], [first, last, ..] if first.is("trong") && last.is("đó")));
    for (index, range) in spans.into_iter().enumerate() {
        let scan = Scan { tokens: &tokens, text, lexicon: &LEXICON, start: range.start, end: range.end };
        let (found, next) = read_sentence(&scan, *carry, year, index);
        reading.figures.extend(found);
        *carry = next;
        reading.sentences.push(SentenceSpan { span: bytes(&tokens, &range), tokens: range });
    }
    let headed = tokens.iter().any(|t| t.is(":"));
    carry.listing = carry.aims && (headed || carry.listing && is_fragment(&tokens));
    reading.tokens = tokens;
    reading
}

/// Tokens of a list's item at most.
const ITEM: usize = 32;

/// «Thu mua mủ tiểu điền: 50.000 tấn; tiêu thụ: 182.900 tấn»: a line of a list, with nothing told as done or held.
fn is_fragment(tokens: &[Token]) -> bool {
    let told = [
        "đã", "được", "vừa", "ông", "bà", "bầu", "đại", "hội", "ngày", "sáng", "chiều", "dịp", "trao",
        "tặng", "ban", "đảng", "bị",
    ];
    tokens.len() <= ITEM && !tokens.iter().any(|t| told.contains(&t.folded.as_str()))
}

fn is_list_item(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else { return false };
    let lettered = tokens.get(1).is_some_and(|t| t.is(")") || t.is(".")) && first.span.len() <= 2;
    matches!(first.folded.as_str(), "-" | "+" | "*" | "•" | "●" | "▪" | "◦") || lettered
}

fn bytes(tokens: &[Token], range: &Range<usize>) -> Range<usize> {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if !range.is_empty() => first.span.start..last.span.end,
        _ => 0..0,
    }
}

fn read_sentence(scan: &Scan, carry: Carry, year: Option<i32>, index: usize) -> (Vec<Found>, Carry) {
    let all = quantities(scan);
    let all_cues = cues(scan, &all, year);
    let named = Named::of(scan);
    let kept: Vec<Quantity> = {
        let sentence = Sentence { scan: *scan, quantities: &all, cues: &all_cues, carry, named: &named };
        let nested = super::nested::nested(&sentence);
        all.iter().zip(nested).filter(|(_, nested)| !nested).map(|(q, _)| q.clone()).collect()
    };
    let sentence = Sentence { scan: *scan, quantities: &kept, cues: &all_cues, carry, named: &named };
    let (kinds, mut signs, next) = sentence.kinds();
    let spans = phrases(&sentence, &kinds);
    let mut found: Vec<Found> = kept
        .iter()
        .zip(&kinds)
        .zip(&spans)
        .zip(&mut signs)
        .flat_map(|(((q, kind), phrase), signs)| {
            let mut figure = figure(scan, q, *kind, phrase, index);
            figure.signs = std::mem::take(signs);
            match aim_exceeded(scan, q) {
                Some((whole, core)) => against_aim(figure, whole, core),
                None => vec![figure],
            }
        })
        .collect();
    for (clause, kind) in ratings(&sentence, &kinds) {
        found.push(yes_figure(scan, &clause, kind, index));
    }
    found.sort_by_key(|f| (f.phrase.start, f.phrase.end));
    (found, next)
}

fn figure(scan: &Scan, q: &Quantity, kind: FigureKind, phrase: &Range<usize>, sentence: usize) -> Found {
    let unit = match q.class {
        UnitClass::Percent => "%".to_owned(),
        // «205 triệu»: the value is in đồng.
        UnitClass::Money if q.unit.end == q.value_end => "đồng".to_owned(),
        _ => scan.text[bytes(scan.tokens, &q.unit)].to_owned(),
    };
    let counted_from = if q.noun.is_empty() { q.value_end } else { q.noun.start };
    let counts = if counted_from < phrase.end && counted_from >= phrase.start {
        bytes(scan.tokens, &(counted_from..phrase.end))
    } else {
        bytes(scan.tokens, &q.noun)
    };
    Found {
        kind,
        value: q.value.clone(),
        comparator: q.comparator,
        about: q.about,
        unit,
        class: q.class,
        counts,
        phrase: bytes(scan.tokens, phrase),
        core: bytes(scan.tokens, &q.core),
        sentence,
        signs: Vec::new(),
    }
}

/// `142/140 đảng viên`: more than all there are, and so no share but a result against its aim; the aim with its bytes.
fn aim_exceeded(scan: &Scan, q: &Quantity) -> Option<(f64, Range<usize>)> {
    let Value::Share { part, whole } = q.value else { return None };
    let sign = (q.number..q.value_end).find(|&i| scan.is(i, "/"))?;
    (part > whole && whole > 0.0).then(|| (whole, bytes(scan.tokens, &(sign + 1..q.core.end))))
}

fn against_aim(mut figure: Found, whole: f64, core: Range<usize>) -> Vec<Found> {
    let Value::Share { part, .. } = figure.value else { return vec![figure] };
    let aim = Found {
        kind: FigureKind::Target,
        value: Value::Number(whole),
        phrase: core.clone(),
        core,
        ..figure.clone()
    };
    figure.value = Value::Number(part);
    vec![figure, aim]
}

fn yes_figure(scan: &Scan, clause: &Range<usize>, kind: FigureKind, sentence: usize) -> Found {
    let span = bytes(scan.tokens, clause);
    let floor = scan.is(clause.end - 2, "trở") && scan.is(clause.end - 1, "lên");
    Found {
        kind,
        value: Value::Yes(true),
        comparator: if floor { Comparator::AtLeast } else { Comparator::Equal },
        about: false,
        unit: String::new(),
        class: UnitClass::Unknown,
        counts: span.clone(),
        phrase: span.clone(),
        core: span,
        sentence,
        signs: Vec::new(),
    }
}
