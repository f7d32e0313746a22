//! Organisations through the years: which exist on a day, and who carries on the figures of those merged or renamed.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::office::{Office, Organisation};

/// The organisations that exist on the day, in file order.
pub(crate) fn existing(office: &Office, day: NaiveDate) -> impl Iterator<Item = &Organisation> {
    office.organisations.iter().filter(move |o| o.validity.covers(day))
}

/// Who carries an organisation's figures on a day: itself while it exists, else its successor, and theirs.
pub(crate) struct Successors<'a> {
    by_id: BTreeMap<&'a str, &'a Organisation>,
}

impl<'a> Successors<'a> {
    /// The office's organisations by id.
    pub fn new(office: &'a Office) -> Self {
        Successors { by_id: office.organisations.iter().map(|o| (o.id.as_str(), o)).collect() }
    }

    /// The organisation with the id.
    pub fn get(&self, id: &str) -> Option<&'a Organisation> {
        self.by_id.get(id).copied()
    }

    /// Id of the one that carries the figures of `id` on the day; `id` itself where no successor is named. A circle
    /// of successors ends after as many steps as there are organisations.
    pub fn on(&self, id: &'a str, day: NaiveDate) -> &'a str {
        let mut current = id;
        for _ in 0..self.by_id.len() {
            let ended = self.get(current).filter(|o| o.validity.to.is_some_and(|to| to < day));
            match ended.and_then(|o| o.successor.as_deref()) {
                Some(next) => current = next,
                None => break,
            }
        }
        current
    }
}

/// An organisation's name; its id where the office's files do not have it.
pub(crate) fn name_of<'a>(office: &'a Office, id: &'a str) -> &'a str {
    office.organisations.iter().find(|o| o.id == id).map_or(id, |o| &o.name)
}
