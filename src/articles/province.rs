//! Whose province a story is of, by the names in it.

use std::sync::LazyLock;

use super::Article;
use crate::vietnamese::fold;

static PROVINCES: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let names = include_str!("provinces.txt").lines().filter(|line| !line.is_empty());
    names.map(|name| (name, fold(name))).collect()
});

/// Words that a province's name follows when it is said whose the bloc or its committee is.
const OWNERS: [&str; 6] =
    ["khối các cơ quan tỉnh ", "khối cơ quan tỉnh ", "đảng bộ tỉnh ", "tỉnh ủy ", "tỉnh đoàn ", "tỉnh "];

/// Another province that the story is of: named as the owner, and oftener than one's own.
pub fn other(article: &Article, own: &str) -> Option<&'static str> {
    let own = fold(own);
    let mut text = fold(article.title.as_deref().unwrap_or(""));
    for paragraph in &article.body {
        text.push(' ');
        text.push_str(&fold(&paragraph.text));
    }
    let mut owners = 0;
    let mut counts: Vec<usize> = vec![0; PROVINCES.len()];
    for owner in OWNERS {
        for (at, found) in text.match_indices(owner) {
            let rest = &text[at + found.len()..];
            let named = PROVINCES.iter().position(|(_, name)| starts_with_word(rest, name));
            if starts_with_word(rest, &own) {
                owners += 1;
            } else if let Some(index) = named {
                counts[index] += 1;
            }
        }
    }
    let (best, count) =
        counts.iter().enumerate().max_by_key(|(index, count)| (**count, usize::MAX - index))?;
    (*count > owners).then(|| PROVINCES[best].0)
}

/// Whether it is a province's name.
pub fn is_province(name: &str) -> bool {
    let folded = fold(name);
    PROVINCES.iter().any(|(_, province)| *province == folded)
}

fn starts_with_word(text: &str, word: &str) -> bool {
    !word.is_empty() && text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
