//! Numbers in digits and in words: `2.000`, `35,34`, `gần 6 ngàn`, `mười bảy`, `hơn một nghìn`, `102 tỷ 140 triệu`.

use super::lexicon::{Cue, Lexicon, UnitClass};
use super::token::Token;

/// How a numeral in digits can be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// `28`, `2.000`, `1.234,5`: one reading.
    Plain(f64),
    /// `35,34`: a decimal comma.
    Decimal(f64),
    /// `1,353`: thousands with a comma, or a decimal comma with three digits.
    CommaThree {
        /// 1353.
        thousands: f64,
        /// 1.353.
        decimal: f64,
    },
    /// `2.000`, `98.125`: thousands with a dot, or (in per cents) a decimal dot.
    DotThree {
        /// 98125.
        thousands: f64,
        /// 98.125.
        decimal: f64,
    },
    /// `16.7`, `35.34`: a decimal dot, or a day and month.
    Dotted(f64),
}

/// Reads a numeral's text; none where it is no number (`1.2.3`, more than 15 digits).
pub fn read_digits(text: &str) -> Option<Reading> {
    if text.bytes().filter(u8::is_ascii_digit).count() > 15 {
        return None;
    }
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    let last_group = text.rsplit(['.', ',']).next().map_or(0, str::len);
    let first_group = text.split(['.', ',']).next().map_or(0, str::len);
    let grouped = |separator: char| {
        (1..=3).contains(&first_group)
            && !text.starts_with('0')
            && text.split(separator).skip(1).all(|group| group.len() == 3)
    };
    let thousands = || text.replace(['.', ','], "").parse::<f64>().ok();
    let decimal = || text.replace(',', ".").parse::<f64>().ok();
    match (dots, commas) {
        (0, 0) => Some(Reading::Plain(text.parse().ok()?)),
        (0, 1) if last_group == 3 && grouped(',') => {
            Some(Reading::CommaThree { thousands: thousands()?, decimal: decimal()? })
        }
        (0, 1) => Some(Reading::Decimal(decimal()?)),
        (1, 0) if grouped('.') => Some(Reading::DotThree { thousands: thousands()?, decimal: decimal()? }),
        (1, 0) => Some(Reading::Dotted(decimal()?)),
        (0, _) if grouped(',') => Some(Reading::Plain(thousands()?)),
        (_, 0) if grouped('.') => Some(Reading::Plain(thousands()?)),
        (_, 1) => mixed(text, ',', '.').or_else(|| mixed(text, '.', ',')),
        (1, _) => mixed(text, '.', ','),
        _ => None,
    }
}

/// `1.234,5` and `1,234.5`: `decimal` stands last and once, `group` before it.
fn mixed(text: &str, decimal: char, group: char) -> Option<Reading> {
    let (whole, fraction) = text.split_once(decimal)?;
    if fraction.contains(group) || !whole.split(group).skip(1).all(|g| g.len() == 3) {
        return None;
    }
    Some(Reading::Plain(format!("{}.{fraction}", whole.replace(group, "")).parse().ok()?))
}

/// The factor a scale word stands for.
pub fn scale(word: &str) -> Option<f64> {
    match word {
        "chục" => Some(10.0),
        "trăm" => Some(100.0),
        "nghìn" | "ngàn" => Some(1e3),
        "vạn" => Some(1e4),
        "triệu" | "tr" => Some(1e6),
        "tỷ" | "tỉ" => Some(1e9),
        _ => None,
    }
}

fn digit(word: &str) -> Option<f64> {
    let value = match word {
        "một" | "mốt" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" | "tư" => 4,
        "năm" | "lăm" | "nhăm" => 5,
        "sáu" => 6,
        "bảy" | "bẩy" => 7,
        "tám" => 8,
        "chín" => 9,
        _ => return None,
    };
    Some(f64::from(value))
}

/// A number that stands at a token: its value and one past its last token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The value, by its most likely reading.
    pub value: f64,
    /// How the digits can be read, for a number in digits without a scale.
    pub reading: Option<Reading>,
    /// One past the last token.
    pub end: usize,
    /// Whether a scale word is in it (`6 ngàn`).
    pub scaled: bool,
}

/// The number at token `at`, in digits or in words.
pub fn number_at(tokens: &[Token], text: &str, at: usize, lexicon: &Lexicon) -> Option<Number> {
    let token = tokens.get(at)?;
    if token.is_numeral() { digits_at(tokens, text, at) } else { words_at(tokens, at, lexicon) }
}

fn digits_at(tokens: &[Token], text: &str, at: usize) -> Option<Number> {
    let reading = read_digits(&text[tokens[at].span.clone()])?;
    let (plain, scaled_value) = match reading {
        Reading::Plain(v) | Reading::Decimal(v) | Reading::Dotted(v) => (v, v),
        Reading::CommaThree { thousands, decimal } | Reading::DotThree { thousands, decimal } => {
            (thousands, decimal)
        }
    };
    let Some(factor) = tokens.get(at + 1).and_then(|next| scale(&next.folded)) else {
        return Some(Number { value: plain, reading: Some(reading), end: at + 1, scaled: false });
    };
    // `1.500 tỷ` is 1500 milliards; `1,353 triệu` and `1,2 triệu` are decimals.
    let base = if matches!(reading, Reading::DotThree { .. }) { plain } else { scaled_value };
    Some(scaled_tail(tokens, text, at + 2, base * factor, factor))
}

/// What may follow a scale: a second one (`5 nghìn tỷ`), a smaller part (`102 tỷ 140 triệu`), `rưỡi`.
fn scaled_tail(tokens: &[Token], text: &str, mut end: usize, mut value: f64, mut factor: f64) -> Number {
    if let Some(more) = tokens.get(end).and_then(|t| scale(&t.folded)).filter(|more| *more > factor) {
        value *= more;
        factor *= more;
        end += 1;
    }
    // «31 ngàn 800 tỷ»: thousands and units of the greater scale.
    if let (Some(units), Some(more)) = (tokens.get(end), tokens.get(end + 1).and_then(|t| scale(&t.folded)))
        && let Some(Reading::Plain(units)) = read_digits(&text[units.span.clone()])
        && factor == 1e3
        && units < 1e3
        && more > factor
    {
        return Number { value: exact((value + units) * more), reading: None, end: end + 2, scaled: true };
    }
    if tokens.get(end).is_some_and(|t| t.is("rưỡi")) {
        value += factor / 2.0;
        end += 1;
    }
    while let (Some(part), Some(small)) =
        (tokens.get(end), tokens.get(end + 1).and_then(|t| scale(&t.folded)))
    {
        let read = part.is_numeral().then(|| read_digits(&text[part.span.clone()])).flatten();
        let Some(Reading::Plain(n) | Reading::Decimal(n)) = read else { break };
        if small >= factor || n * small >= factor {
            break;
        }
        value += n * small;
        factor = small;
        end += 2;
    }
    Number { value: exact(value), reading: None, end, scaled: true }
}

/// The value without what multiplying by a scale adds: 8,2 tỷ is 8200000000, not 8199999999.999999.
pub(super) fn exact(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}

/// Number words. `năm` (five, or year) begins a number only after a word of the lexicon's `five_after`.
fn words_at(tokens: &[Token], at: usize, lexicon: &Lexicon) -> Option<Number> {
    if lexicon.not_counting.starting_at(tokens, at).is_some() || tokens[at].is("tư") || tokens[at].is("mốt")
    {
        return None;
    }
    // A capital inside a sentence begins a name: «Thủ Dầu Một».
    let inside = at > 0 && (tokens[at - 1].is_word() || tokens[at - 1].is_numeral());
    if tokens[at].capital && inside
        || tokens[at].is("năm") && lexicon.five_after.ending_at(tokens, 0, at).is_none()
    {
        return None;
    }
    if tokens[at].is("một") && !counts_one(tokens, at, lexicon) {
        return None;
    }
    let (mut end, mut total) = (at, 0.0);
    let mut group: Option<f64> = None;
    let mut scaled = false;
    while let Some(word) = tokens.get(end).filter(|t| t.is_word()).map(|t| t.folded.as_str()) {
        match (word, group) {
            ("mười", None) => group = Some(10.0),
            ("mươi", Some(n)) if n % 100.0 < 10.0 => group = Some(n - n % 10.0 + n % 10.0 * 10.0),
            ("trăm", Some(n)) if n < 10.0 => group = Some(n * 100.0),
            ("chục", Some(n)) if n < 10.0 => group = Some(n * 10.0),
            ("linh" | "lẻ", Some(n)) if n % 100.0 == 0.0 => {}
            ("rưỡi", Some(_)) => break,
            (word, n) => {
                if let Some(factor) = scale(word).filter(|factor| *factor >= 1e3) {
                    match n {
                        Some(n) => total += n * factor,
                        None if total > 0.0 => total *= factor,
                        None => break,
                    }
                    group = None;
                    scaled = true;
                } else if let Some(d) = digit(word).filter(|_| extends(n)) {
                    // After tens `năm` means years (`mười năm`); five is then `lăm`.
                    if word == "năm" && end > at && !matches!(tokens[end - 1].folded.as_str(), "linh" | "lẻ")
                    {
                        break;
                    }
                    group = Some(n.unwrap_or(0.0) + d);
                } else {
                    break;
                }
            }
        }
        end += 1;
    }
    let value = total + group.unwrap_or(0.0);
    (end > at && value > 0.0).then_some(Number { value, reading: None, end, scaled })
}

/// Whether `một` counts: after a verb, a comparator or a word that joins quantities; elsewhere it is an article.
fn counts_one(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let joined = at > 0 && matches!(tokens[at - 1].folded.as_str(), "và" | "," | "được" | "cho" | "(" | "-");
    let governed = lexicon.cues.ending_at(tokens, 0, at).is_some_and(|(_, cue)| cue != Cue::Neutral)
        || lexicon.before.ending_at(tokens, 0, at).is_some();
    (joined || governed || one_was(tokens, at, lexicon))
        && lexicon.one_not_after.ending_at(tokens, 0, at).is_none()
}

/// «Một đảng viên khác được truy tặng …» at the start of a sentence: one, and what was done to it.
fn one_was(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let opens = at == 0 || tokens[at - 1].is(".");
    let people = lexicon
        .units
        .starting_at(tokens, at + 1)
        .filter(|(_, class)| matches!(class, UnitClass::Person | UnitClass::Organisation));
    let Some((end, _)) = people.filter(|_| opens) else { return false };
    tokens[end..].iter().take(4).any(|t| t.is("được") || t.is("bị"))
}

/// Whether a digit word may follow: at the start, after tens (`hai mươi ba`) and hundreds (`một trăm lẻ năm`).
fn extends(group: Option<f64>) -> bool {
    group.is_none_or(|n| n >= 10.0 && n % 10.0 == 0.0)
}
