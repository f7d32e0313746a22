//! Takes the fields of a mapping one by one, saying all that is wrong with each.

use std::cell::RefCell;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::diagnostic::Place;
use crate::period::Period;

use super::log::Log;
use super::model::Validity;
use super::nearest::nearest;
use super::number::{self, Reading};
use super::yaml::{Entry, Mark, Node, Yaml};

/// The fields of a mapping. Every name asked for counts as known; [`Fields::finish`] reports the others.
pub struct Fields<'a> {
    pub log: &'a Log,
    pub mark: Mark,
    entries: &'a [Entry],
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// The fields of a node that has to be a mapping; `key` is its name in messages.
    pub fn of(node: &'a Node, key: &str, log: &'a Log) -> Option<Self> {
        match &node.value {
            Yaml::Map(entries) => Some(Fields { log, mark: node.mark, entries, known: RefCell::default() }),
            _ => {
                wrong_type(node, key, "map", log);
                None
            }
        }
    }

    /// Where the mapping stands.
    pub fn place(&self) -> Place {
        self.log.place(self.mark)
    }

    /// The value of a field that may be left out or empty.
    pub fn get(&self, name: &'static str) -> Option<&'a Node> {
        self.known.borrow_mut().push(name);
        let entry = self.entries.iter().find(|e| e.key == name)?;
        if matches!(entry.value.value, Yaml::Null) { None } else { Some(&entry.value) }
    }

    /// The value of a field that has to be there.
    pub fn require(&self, name: &'static str) -> Option<&'a Node> {
        let found = self.get(name);
        if found.is_none() {
            let empty = self.entries.iter().find(|e| e.key == name);
            let mark = empty.map_or(self.mark, |e| e.mark);
            self.log.push(self.log.error("yaml-missing-key", mark).arg("key", name));
        }
        found
    }

    /// A text that may be left out.
    pub fn text(&self, name: &'static str) -> Option<String> {
        text(self.get(name)?, name, self.log)
    }

    /// A text that has to be there; empty when it is not (which has been said).
    pub fn required_text(&self, name: &'static str) -> String {
        self.require(name).and_then(|node| text(node, name, self.log)).unwrap_or_default()
    }

    /// A list of texts; empty when it is left out.
    pub fn texts(&self, name: &'static str) -> Vec<String> {
        self.list(name).iter().filter_map(|node| text(node, name, self.log)).collect()
    }

    /// A list; empty when it is left out.
    pub fn list(&self, name: &'static str) -> &'a [Node] {
        self.get(name).and_then(|node| items(node, name, self.log)).unwrap_or_default()
    }

    /// The entries of a mapping with free keys; empty when it is left out.
    pub fn map(&self, name: &'static str) -> &'a [Entry] {
        self.get(name).and_then(|node| entries(node, name, self.log)).unwrap_or_default()
    }

    /// The fields of a mapping that may be left out.
    pub fn fields(&self, name: &'static str) -> Option<Fields<'a>> {
        Fields::of(self.get(name)?, name, self.log)
    }

    /// A number that may be left out.
    pub fn number(&self, name: &'static str) -> Option<f64> {
        number(self.get(name)?, name, self.log)
    }

    /// `true` or `false`; `false` when it is left out.
    pub fn flag(&self, name: &'static str) -> bool {
        let Some(node) = self.get(name) else { return false };
        match &node.value {
            Yaml::Scalar { text, plain: true } if text == "true" => return true,
            Yaml::Scalar { text, plain: true } if text == "false" => {}
            _ => wrong_type(node, name, "bool", self.log),
        }
        false
    }

    /// A day that may be left out.
    pub fn date(&self, name: &'static str) -> Option<NaiveDate> {
        date(self.get(name)?, name, self.log)
    }

    /// A day that has to be there.
    pub fn required_date(&self, name: &'static str) -> Option<NaiveDate> {
        date(self.require(name)?, name, self.log)
    }

    /// The days `from` and `to`, in their order.
    pub fn validity(&self) -> Validity {
        let (from, to) = (self.date("from"), self.date("to"));
        if let (Some(first), Some(last)) = (from, to)
            && last < first
        {
            let mark = self.get("to").map_or(self.mark, |node| node.mark);
            let problem = self.log.error("validity-reversed", mark);
            self.log.push(problem.arg("from", first.format("%d/%m/%Y")).arg("to", last.format("%d/%m/%Y")));
        }
        Validity { from, to }
    }

    /// An id that has to be there. One of the wrong form is reported and still given, so that what points to
    /// it is not reported too.
    pub fn id(&self) -> Option<String> {
        let node = self.require("id")?;
        let id = text(node, "id", self.log)?;
        if !is_id(&id) {
            self.log.push(self.log.error("id-form", node.mark).arg("id", &id));
        }
        Some(id)
    }

    /// One of a few words that has to be there.
    pub fn required_choice<T: Copy>(&self, name: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        choice(self.require(name)?, name, choices, self.log)
    }

    /// One of a few words that may be left out.
    pub fn choice<T: Copy>(&self, name: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        choice(self.get(name)?, name, choices, self.log)
    }

    /// Reports every field that nobody asked for.
    pub fn finish(&self) {
        let known = self.known.borrow();
        for entry in self.entries.iter().filter(|e| !known.contains(&e.key.as_str())) {
            let near = nearest(&entry.key, known.iter().copied()).unwrap_or("none");
            let problem = self.log.error("yaml-unknown-key", entry.mark);
            let mut names: Vec<&str> = known.clone();
            names.sort_unstable();
            names.dedup();
            self.log.push(problem.arg("key", &entry.key).arg("near", near).arg("known", names.join(", ")));
        }
    }
}

/// Reports a value of the wrong kind. `expected` is a word of the message's list.
pub fn wrong_type(node: &Node, key: &str, expected: &'static str, log: &Log) {
    let problem = log.error("yaml-wrong-type", node.mark).arg("key", key);
    log.push(problem.arg("expected", expected).arg("found", node.kind()));
}

/// A text; a number or a truth value without quotes is none, because YAML readers disagree on it.
pub fn text(node: &Node, key: &str, log: &Log) -> Option<String> {
    match (&node.value, node.kind()) {
        (Yaml::Scalar { text, .. }, "text") if !text.trim().is_empty() => Some(text.trim().to_owned()),
        (Yaml::Scalar { .. }, "text") => {
            log.push(log.error("yaml-missing-key", node.mark).arg("key", key));
            None
        }
        _ => {
            wrong_type(node, key, "text", log);
            None
        }
    }
}

/// The items of a list.
pub fn items<'a>(node: &'a Node, key: &str, log: &Log) -> Option<&'a [Node]> {
    match &node.value {
        Yaml::List(items) => Some(items),
        _ => {
            wrong_type(node, key, "list", log);
            None
        }
    }
}

/// The entries of a mapping.
pub fn entries<'a>(node: &'a Node, key: &str, log: &Log) -> Option<&'a [Entry]> {
    match &node.value {
        Yaml::Map(entries) => Some(entries),
        _ => {
            wrong_type(node, key, "map", log);
            None
        }
    }
}

/// A single number.
pub fn number(node: &Node, key: &str, log: &Log) -> Option<f64> {
    if let Yaml::Scalar { text, plain } = &node.value {
        match number::read(text, *plain) {
            Reading::Value(crate::quantity::Value::Number(number), false) => return Some(number),
            Reading::Ambiguous => {
                log.push(ambiguous(text, node.mark, log));
                return None;
            }
            _ => {}
        }
    }
    wrong_type(node, key, "number", log);
    None
}

/// The message about `2.000` without quotes.
pub fn ambiguous(text: &str, mark: Mark, log: &Log) -> crate::diagnostic::Diagnostic {
    log.error("number-ambiguous", mark).arg("text", text).arg("plain", text.replace('.', ""))
}

/// A day, `2023-09-26`, or as papers write it, `26/9/2023`.
pub fn date(node: &Node, key: &str, log: &Log) -> Option<NaiveDate> {
    let Yaml::Scalar { text, .. } = &node.value else {
        wrong_type(node, key, "date", log);
        return None;
    };
    date_text(text, key, node.mark, log)
}

/// A day from a text at a mark.
pub fn date_text(text: &str, key: &str, mark: Mark, log: &Log) -> Option<NaiveDate> {
    let number = |part: &str, most: usize| match part.parse::<u32>() {
        Ok(n) if part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()) => Some(n),
        _ => None,
    };
    let parts: Vec<&str> = text.trim().split(['-', '/']).collect();
    let numbers = match *parts.as_slice() {
        [y, m, d] if y.len() == 4 => (number(y, 4), number(m, 2), number(d, 2)),
        [d, m, y] if y.len() == 4 => (number(y, 4), number(m, 2), number(d, 2)),
        _ => (None, None, None),
    };
    let (Some(year), Some(month), Some(day)) = numbers else {
        log.push(log.error("date-form", mark).arg("key", key).arg("text", text));
        return None;
    };
    let date = i32::try_from(year).ok().and_then(|y| NaiveDate::from_ymd_opt(y, month, day));
    if date.is_none() || !(1930..=2200).contains(&year) {
        log.push(log.error("date-impossible", mark).arg("key", key).arg("text", text));
        return None;
    }
    date
}

/// A period by its code.
pub fn period(node: &Node, key: &str, log: &Log) -> Option<Period> {
    let Yaml::Scalar { text, .. } = &node.value else {
        wrong_type(node, key, "period", log);
        return None;
    };
    match Period::from_str(text) {
        Ok(period) => Some(period),
        Err(_) => {
            log.push(log.error("period-unknown", node.mark).arg("text", text));
            None
        }
    }
}

/// One of a few words.
pub fn choice<T: Copy>(node: &Node, key: &str, choices: &[(&'static str, T)], log: &Log) -> Option<T> {
    let word = text(node, key, log)?;
    if let Some((_, value)) = choices.iter().find(|(name, _)| *name == word) {
        return Some(*value);
    }
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let near = nearest(&word, names.iter().copied()).unwrap_or("none");
    let problem = log.error("choice-unknown", node.mark).arg("key", key).arg("text", &word);
    log.push(problem.arg("choices", names.join(", ")).arg("near", near));
    None
}

/// Whether it is an id: small ASCII letters, digits and hyphens between them.
pub fn is_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-')
}
