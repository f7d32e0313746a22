//! Numbers as Vietnamese papers print them: `2.000`, `35,34`.
//!
//! A negative number has a minus sign (U+2212): a hyphen before a number reads as the dash of a range.

const MINUS: char = '\u{2212}';

/// `12345` as `12.345`; numbers of four digits and more are grouped.
pub fn format_integer(value: i64) -> String {
    let mut text = String::new();
    if value < 0 {
        text.push(MINUS);
    }
    push_grouped(&mut text, &value.unsigned_abs().to_string());
    text
}

fn push_grouped(text: &mut String, digits: &str) {
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
}

/// Rounded half away from zero to at most `places` (up to 6) decimals, trailing zeros left out: `72.727, 1` as
/// `72,7`. What rounds to zero has no sign; what is no finite number gives `–`.
pub fn format_decimal(value: f64, places: usize) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let places = places.min(6);
    let digits = rounded_digits(value.abs(), places);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    let mut text = String::new();
    if value < 0.0 && digits.bytes().any(|d| d != b'0') {
        text.push(MINUS);
    }
    push_grouped(&mut text, whole);
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// The digits of `value · 10^places`, at least one before the decimals.
fn rounded_digits(value: f64, places: usize) -> String {
    let scale = [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6][places];
    let scaled = value * scale;
    // Lifts products such as 0.285 * 100 = 28.499999999999996 over the half they stand for.
    let nudge = (scaled * 4.0 * f64::EPSILON).min(1e-6);
    format!("{:0width$.0}", (scaled + nudge).round(), width = places + 1)
}

/// A number as it stands, with at most two decimals.
pub fn format_number(value: f64) -> String {
    format_decimal(value, 2)
}

/// A difference: `+1,5`, `−1,5` (U+2212), `0`; rounded as [`format_decimal`].
pub fn format_signed(value: f64, places: usize) -> String {
    let text = format_decimal(value, places);
    if value > 0.0 && text != "0" && value.is_finite() { format!("+{text}") } else { text }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// Grouping at every border, and the extremes, which have no positive twin.
    #[test]
    fn groups_thousands() {
        for (value, text) in [
            (0, "0"),
            (999, "999"),
            (2000, "2.000"),
            (-12345, "−12.345"),
            (1_000_000, "1.000.000"),
            (i64::MIN, "−9.223.372.036.854.775.808"),
        ] {
            assert_eq!(format_integer(value), text);
        }
    }

    /// Half goes away from zero on the number a reader sees, also where binary fractions fall short of it.
    #[test]
    fn rounds_half_away_from_zero() {
        for (value, places, text) in [
            (72.727_27, 1, "72,7"),
            (57.0 / 200.0 * 100.0, 0, "29"),
            (0.285 * 100.0, 0, "29"),
            (1.005, 2, "1,01"),
            (2.5, 0, "3"),
            (-2.5, 0, "−3"),
            (99.95, 1, "100"),
            (35.34, 2, "35,34"),
            (35.30, 2, "35,3"),
            (1234.5, 1, "1.234,5"),
            (0.05, 1, "0,1"),
            (0.04, 1, "0"),
            (-0.04, 1, "0"),
            (-0.0, 0, "0"),
            (4_503_599_627_370_497.0, 0, "4.503.599.627.370.497"),
            (f64::NAN, 1, "–"),
            (f64::INFINITY, 0, "–"),
        ] {
            assert_eq!(format_decimal(value, places), text, "{value}");
        }
    }

    /// Differences carry their sign; no difference has none.
    #[test]
    fn signs_differences() {
        assert_eq!(format_signed(1.5, 1), "+1,5");
        assert_eq!(format_signed(-1.54, 1), "−1,5");
        assert_eq!(format_signed(0.04, 1), "0");
        assert_eq!(format_signed(0.0, 1), "0");
    }

    proptest! {
        /// What is printed reads back as the number, within half a unit of the last place.
        #[test]
        fn reads_back(value in -1e9f64..1e9, places in 0usize..4) {
            let text = format_decimal(value, places).replace('.', "").replace(',', ".").replace(MINUS, "-");
            let back: f64 = text.parse().unwrap();
            prop_assert!((back - value).abs() <= 0.500_001 / 10f64.powi(places as i32));
        }

        /// Counts print alike both ways.
        #[test]
        fn integers_agree(value in -1_000_000_000i64..1_000_000_000) {
            prop_assert_eq!(format_decimal(value as f64, 1), format_integer(value));
        }
    }
}
