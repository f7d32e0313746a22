//! The organisations, found by id and by the names that spreadsheets use for them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::vietnamese::fold;

use super::model::Organisation;

/// The organisations of an office.
pub struct Register<'a> {
    all: &'a [Organisation],
    ids: BTreeMap<&'a str, &'a Organisation>,
    names: BTreeMap<String, Vec<&'a Organisation>>,
}

impl<'a> Register<'a> {
    /// Of these organisations.
    pub fn new(all: &'a [Organisation]) -> Self {
        let mut names: BTreeMap<String, Vec<&Organisation>> = BTreeMap::new();
        for organisation in all {
            for name in std::iter::once(&organisation.name).chain(&organisation.aliases) {
                names.entry(core(name)).or_default().push(organisation);
            }
        }
        Register { all, ids: all.iter().map(|o| (o.id.as_str(), o)).collect(), names }
    }

    /// Whether there are none, because their file could not be read.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// By id.
    pub fn get(&self, id: &str) -> Option<&'a Organisation> {
        self.ids.get(id).copied()
    }

    /// By id, name or another name, with or without `Đảng bộ` or `Chi bộ` and the row's number before it. Of several
    /// that bore the name at different times, the one that existed on the day, else the last.
    pub fn named(&self, label: &str, day: NaiveDate) -> Option<&'a Organisation> {
        let Some(found) = self.names.get(&core(label)) else { return self.get(label) };
        found.iter().find(|o| o.validity.covers(day)).or(found.last()).copied()
    }

    /// Every id.
    pub fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.all.iter().map(|o| o.id.as_str())
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.all.iter().flat_map(|o| std::iter::once(&o.name).chain(&o.aliases)).map(String::as_str)
    }
}

fn core(name: &str) -> String {
    let name = plain(unnumbered(name));
    for prefix in ["đảng bộ cơ sở ", "chi bộ cơ sở ", "đảng bộ ", "chi bộ "] {
        if let Some(rest) = name.strip_prefix(prefix) {
            return rest.to_owned();
        }
    }
    name
}

/// Text for comparing: folded, only letters and digits, one space between words.
pub fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// A label without its number: `12. Sở Y tế`, `II) Cụm kinh tế`, `- Sở Y tế`.
pub fn unnumbered(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['-', '+', '•', '–']).trim_start();
    match text.split_once(['.', ')']) {
        Some((number, rest)) => {
            let digits = number.bytes().all(|b| b.is_ascii_digit());
            let roman = number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
            if !number.is_empty() && number.len() <= 5 && (digits || roman) {
                rest.trim_start()
            } else {
                text
            }
        }
        None => text,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::office::Validity;

    fn organisation(id: &str, name: &str, to: Option<i32>) -> Organisation {
        let to = to.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31));
        let validity = Validity { from: None, to };
        Organisation { id: id.to_owned(), name: name.to_owned(), validity, ..Organisation::default() }
    }

    /// A name that passed to another organisation means the one of the time.
    #[test]
    fn names_change_hands() {
        let all = [
            organisation("so-cu", "Đảng bộ Sở Xây dựng", Some(2024)),
            organisation("so-moi", "Đảng bộ Sở Xây dựng", None),
        ];
        let register = Register::new(&all);
        let on = |year| register.named("3. sở xây  dựng", NaiveDate::from_ymd_opt(year, 6, 30).unwrap());
        assert_eq!(on(2024).unwrap().id, "so-cu");
        assert_eq!(on(2025).unwrap().id, "so-moi");
        assert!(register.named("Sở Tài chính", NaiveDate::MIN).is_none());
    }
}
