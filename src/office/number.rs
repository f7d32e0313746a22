//! Numbers as clerks write them: `2000`, `2.000`, `35,34`, `35,34%`, `12/17`, `180 - 200`.

use crate::quantity::Value;

/// What a text says as a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A value, and whether a `%` follows it.
    Value(Value, bool),
    /// `2.000` without quotes: two thousand to a Vietnamese reader, two to YAML.
    Ambiguous,
    /// No number.
    NoNumber,
}

/// Reads a number in Vietnamese or plain notation: the comma is the decimal mark, dots group thousands; a dot
/// that does not group (`35.34`) is taken for a decimal mark, as spreadsheets and YAML write it.
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim().replace(['\u{a0}', '\u{202f}', ' '], "");
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.as_str()),
    };
    if !digits.starts_with(|c: char| c.is_ascii_digit()) || digits.len() > 20 {
        return None;
    }
    let (whole, fraction) = match digits.split_once(',') {
        Some((whole, fraction)) => (ungroup(whole)?, fraction.to_owned()),
        None => match ungroup(digits) {
            Some(whole) => (whole, String::new()),
            None => digits.split_once('.').map(|(w, f)| (w.to_owned(), f.to_owned()))?,
        },
    };
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(&whole) || !all_digits(&fraction) || (fraction.is_empty() && digits.ends_with([',', '.']))
    {
        return None;
    }
    format!("{whole}.{fraction}0").parse::<f64>().ok().map(|n| sign * n)
}

/// `1.234.567` without its dots; none when the dots do not group by three.
fn ungroup(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 || first == "0" {
            return None;
        }
        joined.push_str(group);
    }
    Some(joined)
}

/// Reads a number, a per cent, a share of a whole or a range.
pub fn read(text: &str, plain: bool) -> Reading {
    let text = text.trim();
    if plain && text.contains('.') && !text.contains([',', '/', '%']) && ungroup(text).is_some() {
        return Reading::Ambiguous;
    }
    let (bare, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    if let Some(number) = parse(bare) {
        return Reading::Value(Value::Number(number), percent);
    }
    if let Some((part, whole)) = bare.split_once('/') {
        return match (parse(part), parse(whole)) {
            (Some(part), Some(whole)) => Reading::Value(Value::Share { part, whole }, percent),
            _ => Reading::NoNumber,
        };
    }
    let bounds =
        bare.split_once(['-', '–']).map(|(low, high)| (parse(low), parse(high.trim_end_matches('%'))));
    match bounds {
        Some((Some(low), Some(high))) => Reading::Value(Value::Range(low, high), percent),
        _ => Reading::NoNumber,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both notations that clerks and programs use give the same number.
    #[test]
    fn numbers() {
        for (text, number) in [
            ("2000", 2000.0),
            ("2.000", 2000.0),
            ("1.234.567", 1_234_567.0),
            ("35,34", 35.34),
            ("1.234,5", 1234.5),
            ("35.34", 35.34),
            ("0.125", 0.125),
            ("-1,3", -1.3),
            ("5 356", 5356.0),
        ] {
            assert_eq!(parse(text), Some(number), "{text}");
        }
    }

    /// What is no number is never guessed at.
    #[test]
    fn no_numbers() {
        for text in ["", "abc", "1,2,3", "12.", "1.23.4", "5,", ",5", "1e5", "0x10", "12 lớp", "1..2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    /// Shares, ranges and per cents keep what they are.
    #[test]
    fn readings() {
        assert_eq!(read("12/17", true), Reading::Value(Value::Share { part: 12.0, whole: 17.0 }, false));
        assert_eq!(read("180 - 200", true), Reading::Value(Value::Range(180.0, 200.0), false));
        assert_eq!(read("35,34%", true), Reading::Value(Value::Number(35.34), true));
        assert_eq!(read("2.000", true), Reading::Ambiguous);
        assert_eq!(read("2.000", false), Reading::Value(Value::Number(2000.0), false));
    }
}
