//! Numbers as Vietnamese papers print them: `2.000`, `35,34`.

/// `12345` as `12.345`; numbers of four digits and more are grouped.
pub fn format_integer(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Rounded half away from zero to at most `places` decimals, trailing zeros left out: `72.727, 1` as `72,7`.
pub fn format_decimal(value: f64, places: usize) -> String {
    let scale = 10f64.powi(i32::try_from(places).unwrap_or(0));
    // The nudge lifts products such as 0.285 * 100 = 28.499999999999996 over the half they stand for.
    let scaled = (value.abs() * scale * (1.0 + 4.0 * f64::EPSILON)).round();
    let whole = (scaled / scale).trunc();
    let fraction = scaled - whole * scale;
    let mut text = format_integer(whole as i64);
    if fraction >= 1.0 {
        let digits = format!("{fraction:0places$.0}");
        text.push(',');
        text.push_str(digits.trim_end_matches('0'));
    }
    if value < 0.0 && scaled > 0.0 { format!("-{text}") } else { text }
}

/// A number as it stands, with at most two decimals.
pub fn format_number(value: f64) -> String {
    format_decimal(value, 2)
}
