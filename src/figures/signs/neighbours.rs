//! How a quantity hangs on those beside it.

use std::ops::Range;

use super::super::lexicon::Cue;
use super::super::model::FigureKind;
use super::super::sentence::Sentence;
use super::Signs;

/// How a quantity hangs on the one before it.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    /// `14 đảng bộ, 3 chi bộ`.
    Listed,
    /// `17 tổ chức với 2.000 đảng viên`.
    With,
    /// `trong đó`, or in a bracket.
    Among,
    /// A verb stands between.
    Told,
    /// Opens the next item of a list: `…; 559 xã`.
    Item,
    /// Says where those counted before are: `756 đảng viên trong 5 đảng bộ`.
    Of,
    /// In another clause.
    Apart,
}

impl Link {
    fn id(self) -> &'static str {
        match self {
            Link::Listed => "listed",
            Link::With => "with",
            Link::Among => "among",
            Link::Told => "told",
            Link::Item => "item",
            Link::Of => "of",
            Link::Apart => "apart",
        }
    }
}

impl Sentence<'_> {
    /// What stands before and after it, and what the first of the sentence is.
    pub(super) fn of_neighbours(&self, signs: &mut Signs, index: usize, kinds: &[FigureKind]) {
        let ordinals = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        signs.name(["index", ordinals[index.min(9)]]);
        signs.name(["sentence-before", self.carry.before.map_or("none", FigureKind::id)]);
        match kinds.last() {
            Some(kind) => {
                signs.with_class(self.link(index).id(), kind.id());
                signs.name(["before", kind.id()]);
                signs.name(["before-class", self.quantities[index - 1].class.id()]);
            }
            None => signs.add("first", true),
        }
        if let Some(kind) = kinds.first() {
            signs.name(["opening", kind.id()]);
        }
        if let Some(next) = self.quantities.get(index + 1) {
            signs.name(["after-class", next.class.id()]);
        }
    }

    /// The quantities of a plain list that `index` stands in.
    pub(super) fn group(&self, index: usize) -> Range<usize> {
        let mut start = index;
        while start > 0 && self.link(start) == Link::Listed {
            start -= 1;
        }
        let mut end = index + 1;
        while end < self.quantities.len() && self.link(end) == Link::Listed {
            end += 1;
        }
        start..end
    }

    fn link(&self, index: usize) -> Link {
        let Some(before) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return Link::Apart };
        let between = before.core.end..self.quantities[index].core.start;
        let is = |word: &str| between.clone().any(|i| self.scan.is(i, word));
        let told = self.cues.iter().any(|c| {
            between.contains(&c.at.start) && !matches!(c.cue, Cue::Join | Cue::Neutral | Cue::TargetNoun)
        });
        if self.scan.follows(between.end, ";") && !told {
            return Link::Item;
        }
        if is(";") || is(".") || is(":") {
            return Link::Apart;
        }
        if between.clone().any(|i| self.scan.pair(i, "trong", "đó")) || is("(") {
            return Link::Among;
        }
        if told || is(")") {
            return Link::Told;
        }
        if is("với") {
            return Link::With;
        }
        let places = ["trong", "ở", "tại", "thuộc", "của", "từ"];
        if between.len() <= 8 && !is(",") && self.scan.follows_any(between.end, &places) {
            return Link::Of;
        }
        if between.len() <= 14 && (is(",") || is("và") || between.len() < 2) {
            Link::Listed
        } else {
            Link::Told
        }
    }
}
