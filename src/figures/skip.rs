//! Numbers that are no quantities: dates, times, documents, ordinals, badges, telephones, spans of time.

use super::dates::date;
use super::lexicon::{Lexicon, UnitClass};
use super::numeral::number_at;
use super::token::Token;

/// Where to look: a sentence's tokens in their text.
#[derive(Clone, Copy)]
pub struct Scan<'a> {
    /// All tokens of the paragraph.
    pub tokens: &'a [Token],
    /// The paragraph.
    pub text: &'a str,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
    /// First token of the sentence.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
}

impl<'a> Scan<'a> {
    /// The token at `i`, if it is in the sentence.
    pub fn get(&self, i: usize) -> Option<&'a Token> {
        if i < self.end { self.tokens.get(i) } else { None }
    }

    /// Whether token `i` is this word or sign.
    pub fn is(&self, i: usize, folded: &str) -> bool {
        self.get(i).is_some_and(|t| t.is(folded))
    }

    /// The token before `i` in the sentence.
    pub fn before(&self, i: usize) -> Option<&'a Token> {
        if i > self.start { self.tokens.get(i - 1) } else { None }
    }

    /// Whether the token before `i` is this word or sign.
    pub fn follows(&self, i: usize, folded: &str) -> bool {
        self.before(i).is_some_and(|t| t.is(folded))
    }

    /// Whether token `i` is one of these words or signs.
    pub fn is_any(&self, i: usize, folded: &[&str]) -> bool {
        self.get(i).is_some_and(|t| folded.contains(&t.folded.as_str()))
    }

    /// Whether the token before `i` is one of these words or signs.
    pub fn follows_any(&self, i: usize, folded: &[&str]) -> bool {
        self.before(i).is_some_and(|t| folded.contains(&t.folded.as_str()))
    }

    /// Whether the tokens at `i` are these two words: `con số`.
    pub fn pair(&self, i: usize, first: &str, last: &str) -> bool {
        self.is(i, first) && self.is(i + 1, last)
    }

    /// Whether the tokens before `i` are these two words.
    pub fn follows_pair(&self, i: usize, first: &str, last: &str) -> bool {
        self.follows(i, last) && self.follows(i - 1, first)
    }

    /// Whether what stands at `i` is told as how long a class lasts: `kéo dài 8 tháng`, `thời gian học hơn 2 tháng`.
    pub(super) fn lasts(&self, i: usize) -> bool {
        let tokens = &self.tokens[..self.end];
        let bound = self.lexicon.before.ending_at(tokens, self.start, i).map_or(i, |(start, _)| start);
        self.lexicon.lasting.ending_at(tokens, self.start, bound).is_some()
    }

    /// Whether the token at `i` begins with a capital and goes on with small letters.
    pub(super) fn titled(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.capital && self.text[t.span.clone()].chars().any(char::is_lowercase))
    }

    /// Digits of the numeral at `i`.
    pub(super) fn digits(&self, i: usize) -> Option<&'a str> {
        self.get(i).filter(|t| t.is_numeral()).map(|t| &self.text[t.span.clone()])
    }

    /// Whole number of a numeral without separators.
    pub(super) fn whole(&self, i: usize) -> Option<u32> {
        self.digits(i).filter(|d| d.len() <= 4)?.parse().ok()
    }

    /// Class of the unit at `i`.
    pub fn unit_at(&self, i: usize) -> Option<UnitClass> {
        self.lexicon.units.starting_at(&self.tokens[..self.end], i).map(|(_, class)| class)
    }
}

/// One past the tokens from `i` on that are no quantity; none when a quantity may stand at `i`.
pub fn no_quantity(scan: &Scan, i: usize) -> Option<usize> {
    if let Some((end, ())) = scan.lexicon.not_counting.starting_at(&scan.tokens[..scan.end], i) {
        // `1 phần` counts nothing, `1 phần quà` does.
        let unit = scan.lexicon.units.starting_at(&scan.tokens[..scan.end], i + 1);
        if unit.is_none_or(|(noun_end, _)| noun_end <= end) {
            return Some(i + 2);
        }
    }
    let rules: [fn(&Scan, usize) -> Option<usize>; 8] =
        [telephone, document, date, clock_time, badge, name_with_number, label, span_of_time];
    if !scan.get(i)?.is_numeral() {
        return badge(scan, i).or_else(|| label(scan, i)).or_else(|| span_of_time(scan, i));
    }
    rules.iter().find_map(|rule| rule(scan, i))
}

/// Nine digits and more, in groups or in one: `0204.3854.123`, `0912 345 678`.
fn telephone(scan: &Scan, i: usize) -> Option<usize> {
    let mut digits = 0;
    let mut end = i;
    while let Some(text) = scan.digits(end) {
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        if end > i && !(3..=7).contains(&count) {
            break;
        }
        digits += count;
        end += 1;
        if scan.is(end, ".") && scan.digits(end + 1).is_some() && !scan.tokens[end + 1].spaced {
            end += 1;
        }
    }
    let text = scan.digits(i)?;
    (text.starts_with('0') && digits >= 9).then_some(end)
}

/// `1755-QĐ/TU`, `30/2020/NĐ-CP`, `05-CT/TW`: a number joined to capitals.
fn document(scan: &Scan, i: usize) -> Option<usize> {
    let mut end = i + 1;
    let mut capitals = false;
    while let (Some(sign), Some(next)) = (scan.get(end), scan.get(end + 1)) {
        let loose = scan.before(end).is_some_and(|t| t.is_numeral()) && sign.is("-") && next.capital;
        let joined = !sign.spaced && !next.spaced || loose && next.folded.len() <= 4;
        if !joined || !matches!(sign.folded.as_str(), "-" | "/") {
            break;
        }
        let is_capital = next.is_word() && next.capital;
        if !is_capital && !next.is_numeral() {
            break;
        }
        capitals |= is_capital;
        end += 2;
    }
    capitals.then_some(end)
}

/// `8 giờ 30`, `17h30`, `17:40:09`.
fn clock_time(scan: &Scan, i: usize) -> Option<usize> {
    let next = scan.get(i + 1)?;
    if next.is(":") && !next.spaced && scan.digits(i + 2).is_some_and(|d| d.len() == 2) {
        let mut end = i + 3;
        while scan.is(end, ":") && scan.digits(end + 1).is_some() {
            end += 2;
        }
        return Some(end);
    }
    let hour = scan.whole(i).is_some_and(|h| h <= 24);
    if hour && (next.is("giờ") || next.is("h") || next.is("g")) {
        let minutes = scan.whole(i + 2).is_some_and(|m| m < 60);
        return Some(if minutes { i + 3 } else { i + 2 });
    }
    None
}

/// `Huy hiệu 40, 30 năm tuổi Đảng`, `Huy hiệu Đảng loại 55 năm`, `40 năm tuổi Đảng`.
fn badge(scan: &Scan, i: usize) -> Option<usize> {
    let tokens = &scan.tokens[..scan.end];
    let number = number_at(tokens, scan.text, i, scan.lexicon)?;
    // Walk back over a list of such numbers to the badge's name.
    let mut at = i;
    for _ in 0..24 {
        if scan.lexicon.badges.ending_at(tokens, scan.start, at).is_some() {
            return badge_end(scan, number.end);
        }
        let Some(previous) = scan.before(at) else { break };
        let listed = previous.is_numeral()
            || matches!(
                previous.folded.as_str(),
                "," | "và"
                    | "-"
                    | "/"
                    | "năm"
                    | "loại"
                    | "từ"
                    | "đến"
                    | "tuổi"
                    | "đảng"
                    | "các"
                    | "hạng"
                    | "mức"
            );
        if !listed {
            break;
        }
        at -= 1;
    }
    let membership = scan.pair(number.end, "năm", "tuổi");
    membership.then_some(number.end + 2)
}

/// A number after a badge's name is a badge's year unless it counts people or badges: «Huy hiệu Đảng, 19 đồng chí».
fn badge_end(scan: &Scan, end: usize) -> Option<usize> {
    let people = matches!(scan.unit_at(end), Some(UnitClass::Person | UnitClass::Organisation));
    // «8 huy hiệu 50 năm, 15 huy hiệu 40 năm»
    let badges = scan.lexicon.badges.starting_at(&scan.tokens[..scan.end], end).is_some();
    (!people && !badges).then_some(end)
}

/// `COVID-19`, `1A`, `A1`, `“4 tốt”`; not `đạt13,04%`, where only the space is lost.
fn name_with_number(scan: &Scan, i: usize) -> Option<usize> {
    let token = scan.get(i)?;
    let lost =
        scan.follows_any(i, &["đạt", "có", "gần", "trên", "hơn", "chiếm", "còn", "được", "là", "tăng"]);
    let glued_before = !(token.spaced || lost)
        && scan.before(i).is_some_and(|t| t.is_word() || t.is("-"))
        && (!scan.follows(i, "-")
            || scan.before(i - 1).is_some_and(|t| t.is_word() && !scan.tokens[i - 1].spaced));
    let next = scan.get(i + 1);
    let glued_after =
        next.is_some_and(|t| t.is_word() && !t.spaced && t.span.len() <= 2 && scan.unit_at(i + 1).is_none());
    let quoted =
        scan.follows(i, "\"") && (i + 2..i + 6).any(|n| scan.is(n, "\"")) && scan.unit_at(i + 1).is_none();
    (glued_before || glued_after || quoted).then_some(i + 1)
}

/// A number that names: `Nghị quyết số 35`, `Điều 5`, `khóa 12`, `quý 3`, `tháng 9`, and lists of such.
fn label(scan: &Scan, i: usize) -> Option<usize> {
    let tokens = &scan.tokens[..scan.end];
    let number = number_at(tokens, scan.text, i, scan.lexicon)?;
    if scan.is(number.end, "%") {
        return None;
    }
    let whole = scan.is(number.end, "/") && scan.digits(number.end + 1).is_some();
    let counted = scan.unit_at(if whole { number.end + 2 } else { number.end }).is_some();
    // «mỗi tháng 200.000 đồng»
    let times = ["tháng", "năm", "quý", "ngày"];
    if counted && scan.follows_any(i, &times) && scan.follows_any(i - 1, &["mỗi", "hằng", "hàng"]) {
        return None;
    }
    let named = |at: usize| {
        scan.lexicon.labels.ending_at(tokens, scan.start, at).is_some()
            // «Chi bộ 1, Chi bộ 3»
            || !counted && scan.follows(at, "bộ") && scan.before(at - 1).is_some_and(|t| t.is("chi") && t.capital)
            || !counted && scan.lexicon.documents.ending_at(tokens, scan.start, at).is_some()
            || scan.whole(i).is_some_and(|year| (1900..2100).contains(&year)) && scan.follows(at, "năm")
    };
    // `xếp loại 147 chi bộ`, `vượt mức 7/8 mục tiêu` name nothing.
    let rates = counted && (whole || scan.follows_pair(i, "xếp", "loại"));
    if named(i) && !rates {
        return Some(label_list(scan, number.end));
    }
    if scan.follows(i, "số") {
        let whole =
            matches!(scan.before(i - 1).map(|t| t.folded.as_str()), Some("tổng" | "trong" | "trên" | "là"));
        if !whole
            && !scan.follows_pair(i, "thiểu", "số")
            && (!counted
                || scan.lexicon.documents.ending_at(tokens, scan.start, i - 1).is_some()
                || named(i - 1)
                || scan.before(i - 1).is_some_and(|t| t.capital && !counted))
        {
            return Some(label_list(scan, number.end));
        }
    }
    None
}

/// Further bare numbers of a list of names: `Nghị quyết 18, 19`, `Chỉ thị 05 và 35`.
fn label_list(scan: &Scan, mut end: usize) -> usize {
    let tokens = &scan.tokens[..scan.end];
    while scan.is(end, ",") || scan.is(end, "và") || scan.is(end, "/") || scan.is(end, "-") {
        let Some(number) = number_at(tokens, scan.text, end + 1, scan.lexicon) else { break };
        let share = scan.is(number.end, "/") && scan.digits(number.end + 1).is_some();
        let noun = if share { number.end + 2 } else { number.end };
        let counted = scan.unit_at(noun).is_some() || scan.is(number.end, "%");
        let open = scan.get(number.end).is_some_and(|t| t.is_word());
        if counted || open && !scan.tokens[end + 1].is_numeral() {
            break;
        }
        if open && scan.lexicon.not_nouns.starting_at(tokens, number.end).is_none() && !scan.is(end, "/") {
            break;
        }
        end = number.end;
    }
    end
}

/// `5 năm qua`, `6 tháng đầu năm`, `93 năm Ngày thành lập`; not `5 năm liền`, not `2 ngày`.
fn span_of_time(scan: &Scan, i: usize) -> Option<usize> {
    let tokens = &scan.tokens[..scan.end];
    let number = number_at(tokens, scan.text, i, scan.lexicon)?;
    let (end, class) = scan.lexicon.units.starting_at(tokens, number.end)?;
    // «khóa học kéo dài 16,5 tháng» tells how long it lasts.
    let goes_on = scan.is_any(end, &["đầu", "cuối", "qua", "tới", "năm"]);
    let told = scan.follows(i, "sớm") || scan.lasts(i) && !goes_on;
    (class == UnitClass::Duration && !number.scaled && !told).then_some(end)
}
