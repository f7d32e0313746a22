//! What websites put around their articles: buttons, counters, banners, names of pictures.

use super::dates::date_line;
use super::decode::{Line, Page};
use super::lexicon::lexicon;
use super::tokens::{Token, tokens};

/// Tokens that a banner has at most.
const BANNER: usize = 32;

/// `Theo dõi Báo Tỉnh nhà trên`, `Chào mừng bạn đến với …`: a line that begins as buttons and banners do.
pub fn is_button(look: &[Token]) -> bool {
    let opens = look.iter().position(|t| t.sign().is_none()).map(|first| &look[first..]);
    let word = |at: usize| look.get(at).map_or("", Token::word);
    let follow = look.len() <= 9 && word(0) == "theo" && word(1) == "dõi" && word(look.len() - 1) == "trên";
    let banner = || opens.is_some_and(|line| lexicon().list("banner").at(line).is_some());
    follow || look.len() <= BANNER && banner()
}

/// `648 lượt xem`: words of a counter and a number.
pub fn is_counter(look: &[Token]) -> bool {
    look.iter().any(|t| t.number().is_some()) && lexicon().list("counter").cover(look) >= 0.75
}

/// `Nguồn: TTXVN - Số lần được xem: 38`: a counter and its number at the end.
pub fn ends_counting(look: &[Token]) -> bool {
    let [before @ .., colon, number] = look else { return false };
    let counts = |at: usize| lexicon().list("counter").at(&before[at..]) == Some(before.len() - at);
    number.number().is_some()
        && colon.sign() == Some(':')
        && (before.len().saturating_sub(5)..before.len()).any(counts)
}

/// A few words that name no body or occasion, above a line that reads like a headline: the section's name, a button.
pub fn above_headline(page: &Page, index: usize, look: &[Token]) -> bool {
    let words = look.iter().filter(|t| t.sign().is_none()).count();
    let first = look.iter().position(|t| t.sign().is_none()).unwrap_or(0);
    let named = lexicon().list("kicker-open").at(&look[first..]).is_some();
    let line = |at: usize| page.lines.get(at).map(|line| page.line(line));
    // «Đảng bộ Khối:» / «Sáu chỉ tiêu cho nhiệm kỳ mới»: the headline itself, under its kicker or above its date.
    let under_kicker = index.checked_sub(1).and_then(line).is_some_and(|before| before.ends_with(':'));
    let headline = line(index + 1).is_some_and(|next| {
        let words = next.split(' ').count();
        let reads = (6..=25).contains(&words) && !next.ends_with(['.', ':', ';', ',']);
        reads && date_line(&tokens(next)).is_none()
    });
    let colon = look.last().and_then(Token::sign) == Some(':');
    (1..=7).contains(&words) && !named && !colon && !under_kicker && headline
}

/// Words that a masthead has.
const MASTHEAD: std::ops::RangeInclusive<usize> = 3..=20;

/// Share of a line's words from which on, under a masthead, it is a menu.
const MENU: f64 = 0.4;

/// `LIÊN ĐOÀN LAO ĐỘNG TỈNH …`, `Báo … - Cơ quan của Đảng bộ …` in the page's first line, above a menu: whose site it is.
pub fn is_masthead(page: &Page, index: usize, look: &[Token]) -> bool {
    if index > 0 || page.lines.len() <= 4 {
        return false;
    }
    let text = |at: usize| page.lines.get(at).map_or("", |line| page.line(line));
    let line = text(index);
    let capitals = !line.contains(char::is_lowercase) && lexicon().list("site-owner").at(look).is_some();
    let press = lexicon().list("press").at(look).is_some();
    let words = look.iter().filter(|t| t.sign().is_none()).count();
    let next = tokens(text(index + 1));
    let menu = lexicon().list("navigation").cover(&next) >= MENU;
    (capitals || press) && MASTHEAD.contains(&words) && menu
}

/// Lines at the page's top among which a menu is looked for.
const TOP: usize = 10;

/// `Trang chủ   Giới thiệu   Tin tức   Liên hệ`: links set apart by more than a space, or words of menus and their home.
pub fn is_menu(line: &Line, index: usize, look: &[Token]) -> bool {
    let links = look.len() <= BANNER && look.last().and_then(Token::sign) != Some('.');
    let cover = || lexicon().list("navigation").cover(look);
    let home = matches!(look, [first, second, ..] if first.word() == "trang" && second.word() == "chủ");
    index < TOP && links && (line.gaps > 2 || (home || line.gaps > 0) && cover() >= MENU)
}

/// A picture's file or mark-up in place of the picture: `IMG 0012`, `anh-hoi-nghi (1).jpg`, `<image>…`.
pub fn is_image(text: &str) -> bool {
    let lower = text.to_lowercase();
    let ending =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp3", ".mp4"].iter().any(|end| lower.ends_with(end));
    let camera = ["img", "dsc"].iter().any(|name| lower.strip_prefix(name).is_some_and(is_number));
    // «Son Tay ra mat Dang bo co so - Anh 1»: the headline without its marks, and the picture's number.
    let numbered = text.is_ascii() && (1..=9).any(|n| lower.ends_with(&format!("- anh {n}")));
    ending || camera || numbered || is_slug(text) || lower.starts_with("<im") || lower.starts_with("![")
}

/// Words without marks that no sentence has side by side.
const SLUG: usize = 6;

/// A headline without its marks, as addresses and pictures have it: `dang uy khoi to chuc hoi nghi`, also in capitals.
fn is_slug(text: &str) -> bool {
    let small = !text.contains(char::is_uppercase);
    let letter = |c: char| if small { c.is_ascii_lowercase() } else { c.is_ascii_uppercase() };
    let plain = |c: char| letter(c) || c.is_ascii_digit() || matches!(c, ' ' | '-' | '_');
    // «ha noi nghi quyet 39 lam bai ban Vì sao …»: before another story's headline.
    let begins = small || text.starts_with(|c: char| c.is_ascii_lowercase());
    let slug = |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let prefix = begins && text.split(' ').take(SLUG).filter(|word| slug(word)).count() == SLUG;
    prefix || text.chars().all(plain) && text.split([' ', '-', '_']).count() >= 4
}

fn is_number(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// `BAOTINH.VN trên Google News`: a short line that names a site.
pub fn names_site(text: &str, words: usize) -> bool {
    // «Minh Thu/BAOTINH.VN» signs.
    let site = |word: &str| word.ends_with(".vn") || word.ends_with(".VN");
    let named = |word: &str| word.len() > 5 && site(word) && !word.contains('/');
    words < 8 && text.split(' ').any(named) && !text.contains([')', ']'])
}

/// `toasoan@baotinh.vn` in a line.
pub fn names_email(text: &str) -> bool {
    text.split(' ').any(|word| word.contains('@') && word.contains('.'))
}
