//! Names of those who sign.

use super::lexicon::lexicon;
use super::signs::Signs;
use super::tokens::{Token, tokens};
use crate::vietnamese::fold;

/// What is told beside a name and is no part of it: what the person did or is to the paper.
const ROLES: [&str; 7] =
    ["tổng hợp", "thực hiện", "lược ghi", "sưu tầm", "biên soạn", "ctv", "cộng tác viên"];

/// Two to five capitalised words, joined by dashes or `và` at most: a person's or pen name.
pub fn is_name(text: &str, look: &[Token]) -> bool {
    let longest = if text.chars().any(char::is_lowercase) { 5 } else { 4 };
    let (mut words, mut together) = (0, 0);
    // «• Hoài Minh», «* Hoài Minh»
    let look =
        if matches!(look.first().and_then(Token::sign), Some('•' | '*')) { &look[1..] } else { look };
    for token in look {
        match token.sign() {
            // «N. Hân», «K’ Hoàn»
            Some('.' | '’' | '\'') => {}
            Some('-' | '–' | ',' | '(' | ')' | '&' | '|' | '+' | '/') => together = 0,
            Some(_) => return false,
            None if token.word() == "và" => together = 0,
            None if token.number().is_some() => return false,
            None => {
                words += 1;
                together += 1;
                if together > longest {
                    return false;
                }
                if !text[token.range.clone()].starts_with(char::is_uppercase) {
                    return false;
                }
            }
        }
    }
    // `A- A+`: buttons for the size of letters.
    let buttons = look.iter().all(|t| t.sign().is_some() || t.word() == "a");
    (2..=8).contains(&words) && !buttons && !text.ends_with([',', ':'])
}

/// Two to four capitals alone, as reporters sign: `TH`, `D.H`.
pub fn is_initials(text: &str, look: &[Token]) -> bool {
    let letters: String = text.chars().filter(|c| *c != '.').collect();
    let short = look.iter().filter(|t| t.sign() != Some('.')).count() <= 3;
    short && (2..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase)
}

/// `Bình Nguyên - sưu tầm`, `Trần Văn Dũng, Ủy ban Kiểm tra Đảng ủy Khối`: a name with what the person did or where the
/// person works.
pub fn is_name_with_place(text: &str, look: &[Token]) -> bool {
    let joint = look.iter().position(|t| matches!(t.sign(), Some(',' | '-' | '–' | '(')));
    let Some((name, after)) = joint.map(|at| (&look[..at], &look[at + 1..])) else { return false };
    let words = after.iter().filter(|t| t.sign().is_none()).count();
    let role = lexicon().list("credit-role").at(after).is_some_and(|taken| words == taken);
    let capital = after.first().is_some_and(|t| text[t.range.clone()].starts_with(char::is_uppercase));
    let office = capital && words <= 10 && lexicon().list("credit-office").at(after).is_some();
    let ends = !text.ends_with(['.', ',', ';', ':']);
    (2..=4).contains(&name.len()) && is_name(text, name) && ends && (role || office)
}

/// The text up to the stop that a name is glued to: `… của Tỉnh đoàn.LÊ THU`.
pub fn before_signature(text: &str) -> &str {
    let Some(stop) = text.rfind('.').filter(|stop| text.len() - stop < 48) else { return text };
    let name = &text[stop + 1..];
    let look = tokens(name);
    let glued = name.starts_with(char::is_uppercase) && text[..stop].chars().count() > 40;
    if glued && (2..=5).contains(&look.len()) && is_name(name, &look) { &text[..=stop] } else { text }
}

/// Signs of a signature; `from_first` are the line's tokens from the first word on.
pub fn of_signature(signs: &mut Signs, text: &str, look: &[Token], from_first: &[Token]) {
    signs.add("name-and-place", is_name_with_place(text, look));
    let Some(taken) = lexicon().list("credit").at(from_first) else { return };
    // «BÀI VIẾT LIÊN QUAN» signs nothing.
    if look.len() < 12 && lexicon().list("related").cover(look) >= 0.7 {
        return;
    }
    let rest = without_photographer(&from_first[taken..]);
    let after_colon = match rest.first().and_then(Token::sign) {
        Some(':' | '-' | '–' | ',' | '.' | ')' | '|') => &rest[1..],
        _ => rest,
    };
    // «Người đăng: Ban biên tập»
    let office = lexicon().list("credit").at(after_colon) == Some(after_colon.len());
    let site = after_colon.len() < 8 && text.rsplit(' ').next().is_some_and(|word| word.contains('.'));
    let named = site
        || office
        || after_colon.is_empty()
        || is_name(text, after_colon)
        || single_name(text, after_colon);
    let capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    signs.add("credit", capital && named && look.len() < 24);
}

/// `Lê Thu - Ảnh: Minh Anh` without the second part.
fn without_photographer(look: &[Token]) -> &[Token] {
    let photo = |pair: &[Token]| pair[0].word() == "ảnh" && pair[1].sign() == Some(':');
    match look.windows(2).position(photo) {
        Some(at) if at > 1 => &look[..at - 1],
        _ => look,
    }
}

fn single_name(text: &str, look: &[Token]) -> bool {
    let words: Vec<&Token> = look.iter().filter(|t| t.sign().is_none()).collect();
    words.len() == 1 && text[words[0].range.clone()].starts_with(char::is_uppercase)
}

/// `N. Hân (tổng hợp)`, `Bình Mai- sưu tầm`, `Minh Thu/BAOTINH.VN` without what the person did and for whom.
fn without_role(line: &str) -> &str {
    let role = |text: &str| ROLES.contains(&fold(text.trim_matches([' ', ')'])).as_str());
    let bracket = line.rsplit_once(" (").filter(|(_, after)| role(after));
    let dash = || line.rsplit_once(['-', '–']).filter(|(_, after)| role(after));
    let site =
        || line.rsplit_once('/').filter(|(_, site)| fold(site).ends_with(".vn") && !site.contains(' '));
    bracket.or_else(dash).or_else(site).map_or(line, |(name, _)| name.trim_end())
}

/// The name in a signature line, without `Tin, ảnh:` and the like; the credit itself where no name follows (`PV`).
pub fn signature(line: &str) -> Option<String> {
    let whole = line.trim_matches(['|', ' ', '.', ';', '/', '*', '•', '-', '–']);
    let line = whole.trim_matches(['(', ')', '|', ' ', '.', ';', '/', '*', '•', '-', '–']);
    // `Lan Chi (Chư Prông)` keeps its bracket.
    let line =
        if line.contains('(') && whole.ends_with(')') && !whole.starts_with('(') { whole } else { line };
    let line = without_role(line);
    // `Tin, ảnh:` alone: the name stands in the next line.
    if line.ends_with(':') {
        return None;
    }
    let look = tokens(line);
    let Some(taken) = lexicon().list("credit").at(&look) else {
        let named = is_name(line, &look) || is_initials(line, &look) || is_name_with_place(line, &look);
        return named.then(|| line.to_owned());
    };
    let lead = look[0].word();
    // A photographer is no author.
    let photo = lead == "ảnh" && taken == 1;
    let named = without_photographer(&look[taken..]);
    // «Theo Lê Hoa» names who wrote it, «Theo VOV» where it was taken from.
    let person = |word: &Token| line[word.range.clone()].chars().any(char::is_lowercase);
    let office = lexicon().list("credit-office").at(named).is_some() || lexicon().list("press").within(named);
    let named =
        if lead == "theo" && named.first().and_then(Token::sign) == Some(':') { &named[1..] } else { named };
    if lead == "theo" && (2..=4).contains(&named.len()) && named.iter().all(person) && !office {
        return is_name(line, named).then(|| line[named[0].range.start..].to_owned());
    }
    if matches!(lead, "theo" | "nguồn") || photo {
        return None;
    }
    // «BBT Đoàn Khối» is whole.
    if lead == "bbt" || lexicon().list("credit-office").at(named).is_some() && lead == "ban" {
        return Some(line.to_owned());
    }
    let rest = named.iter().find(|t| t.sign().is_none());
    let end = named.iter().rfind(|t| t.sign().is_none()).map_or(line.len(), |last| last.range.end);
    let end = if named.len() < look.len() - taken { end } else { line.len() };
    let name = rest.map_or(line, |first| &line[first.range.start..end]);
    // «Video mới» signs nothing.
    name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase).then(|| name.to_owned())
}
