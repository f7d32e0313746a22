//! Signs of lines that stand under a picture.

use super::decode::Page;
use super::lexicon::lexicon;
use super::signs::{Signs, sentences};
use super::tokens::{Token, tokens};

/// Words with which also a short sentence tells something.
const TELLS: [&str; 9] = ["là", "diễn", "kéo", "kết", "thành", "hai", "ba", "bốn", "năm"];

/// Signs of the line alone; `from_first` are its tokens from the first word on.
pub fn of_line(signs: &mut Signs, text: &str, look: &[Token], from_first: &[Token]) {
    let lexicon = lexicon();
    let words = look.iter().filter(|t| t.sign().is_none()).count();
    let label = |at: usize| {
        let taken = lexicon.list("photo").at(&look[at..]);
        let ends =
            taken.is_some_and(|t| matches!(look.get(at + t).and_then(Token::sign), Some(':' | '.' | ')')));
        ends && text[look[at].range.clone()].starts_with(char::is_uppercase)
    };
    let photo = (0..look.len()).any(|at| label(at) && (at > 0 || words > 4));
    // «… - Ảnh 2.»: pictures counted.
    let end = look.iter().rposition(|t| t.sign().is_none()).map_or(0, |last| last + 1);
    let numbered = matches!(&look[..end], [_, _, .., dash, word, number]
        if number.number().is_some() && word.word() == "ảnh" && dash.sign().is_some());
    let pictured = photo && !signs.has("credit");
    let shown = text.ends_with("(ảnh)");
    signs.add("photo", (pictured || numbered || shown) && words < 60);
    // «… . Ảnh: TTX» closes the line, however long it is.
    let tail = look.len().saturating_sub(6);
    signs.add("photo-end", pictured && words < 60 && (tail.max(1)..look.len()).any(label));
    // «Đồng chí … (thứ hai từ trái sang) trao quyết định»
    let stands = |open: usize| {
        let close = look[open..].iter().position(|t| t.sign() == Some(')')).filter(|len| *len <= 8);
        close.is_some_and(|len| lexicon.list("caption-stand").within(&look[open + 1..open + len]))
    };
    let brackets = || (0..look.len()).filter(|at| look[*at].sign() == Some('('));
    signs.add("caption-stand", words < 60 && brackets().any(stands));
    signs.add("person-open", lexicon.list("person").at(from_first).is_some());
    signs.add("photo-credit", !look.is_empty() && words <= 4 && label(0));
    let open = lexicon.list("caption-open").at(from_first).is_some();
    let verb = words < 60 && lexicon.list("caption-verb").within(look);
    let place = words < 60 && lexicon.list("caption-place").within(look);
    signs.add("caption-open", open);
    signs.add("caption-verb", verb);
    signs.add("caption-place", place);
    let year = |(value, digits)| digits == 4 && (1900..2100).contains(&value);
    let figures = look.iter().filter(|t| t.number().is_some_and(|number| !year(number))).count();
    let unstopped = !text.ends_with(['.', '!', '?', '…', ':', ';', ',']);
    // `hoàn thành xuất sắc nhiệm vụ năm 2019` names those who are shown, and tells nothing; a headline may too.
    let named = |at: usize| {
        let year = look.get(at + 1).and_then(Token::number).is_some_and(year);
        year && !unstopped && look[at].word() == "năm"
    };
    let narrative =
        (0..look.len()).any(|at| !named(at) && lexicon.list("narrative").at(&look[at..]).is_some());
    let single = sentences(text) == 1;
    let shown = open && verb && figures == 0 && !narrative;
    let posed = lexicon.list("caption-pose").within(look);
    let whole = shown && single && words < 36 && (place || posed || words < 16);
    signs.add("caption-whole", whole || shown && posed && unstopped && words < 60);
    // One short sentence about people that tells neither time nor number is more often a caption than a paragraph.
    let plain = figures == 0 && !narrative && !text.contains(',') && single;
    signs.add("caption-quiet", open && plain && (5..=24).contains(&words) && text.ends_with('.'));
    // «Thứ trưởng chúc mừng Đại hội.», «Một đại biểu nêu ý kiến ở Hội nghị.»: too short for a paragraph, and nothing told.
    let links =
        look.iter().take(3).any(|t| t.sign() == Some(',')) || look.iter().any(|t| TELLS.contains(&t.word()));
    let short = plain && !links && (4..=14).contains(&words) && text.ends_with('.');
    signs.add("caption-short", short && text.starts_with(char::is_uppercase));
    // What a whole sentence counts, the article tells.
    signs.add("counted", figures > 0 && !photo && text.ends_with('.'));
}

/// Whether nothing in a sentence about people speaks against its being a caption.
pub fn may_be(signs: &Signs) -> bool {
    let told = ["sentences", "narrative", "counted", "words-25-40", "words-41-up"];
    signs.has("caption-open") && signs.has("stop") && !told.iter().any(|name| signs.has(name))
}

/// Signs from the lines around it, of which the one before is `before`.
pub fn of_neighbours(signs: &mut Signs, page: &Page, index: usize, before: Option<&Signs>) {
    let line = &page.lines[index];
    let unstopped = signs.has("no-stop");
    // The two stand together, apart from what follows: else the line is a headline above its picture.
    let next = page.lines.get(index + 1).filter(|next| unstopped && !next.after_blank);
    let apart = page.lines.get(index + 2).is_some_and(|line| line.after_blank);
    signs.add("photo-below", apart && next.is_some_and(|next| is_photo_credit(page.line(next))));
    let open = before.is_some_and(|b| b.has("no-stop") && (b.has("caption-verb") || b.has("photo")));
    let short = signs.has("words-1-3") || signs.has("words-4-7") || signs.has("words-8-24");
    let goes_on = open && short && !line.after_blank && signs.has("lower-start");
    signs.add("caption-goes-on", goes_on);
}

/// `(Ảnh: Báo Ấp Bắc)`: a line of nothing else.
fn is_photo_credit(text: &str) -> bool {
    let look = tokens(text.get(..text.floor_char_boundary(80)).unwrap_or_default());
    let first = look.iter().position(|t| t.sign().is_none()).unwrap_or(look.len());
    let taken = lexicon().list("photo").at(&look[first..]);
    let colon = taken.is_some_and(|taken| look.get(first + taken).and_then(Token::sign) == Some(':'));
    colon && look.len() - first < 12
}
