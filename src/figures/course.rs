//! How a sentence turns from aims to facts and back, while it is read from left to right.

use super::cues::Found;
use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::sentence::Sentence;
use crate::quantity::{Comparator, Value};

/// Tokens within which a bracket's other end is looked for.
const BRACKET: usize = 64;

/// What quantities are said to be at a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Mode {
    /// Nothing is said.
    None,
    /// Aims went on from the sentence before.
    Carried,
    /// Aims.
    Aims,
    /// Facts.
    Facts,
}

/// The mode at the place that was read last.
pub(super) struct Course {
    mode: Mode,
    /// End of the bracket that turned the mode, and the mode before it.
    bracket: Option<(usize, Mode)>,
}

impl Course {
    /// The mode that a sentence begins with.
    pub fn of(sentence: &Sentence) -> Course {
        let aims = sentence.carry.aims || sentence.carry.counted_aims && sentence.lists();
        let carried = aims && !sentence.reports() && !sentence.measures() && !sentence.counts();
        Course { mode: if carried { Mode::Carried } else { Mode::None }, bracket: None }
    }

    /// The mode at token `at`: what was said within a bracket holds up to its end only.
    pub fn at(&mut self, at: usize) -> Mode {
        if let Some((_, outside)) = self.bracket.take_if(|(end, _)| *end <= at) {
            self.mode = outside;
        }
        self.mode
    }

    /// Takes the next cue.
    pub fn hear(&mut self, sentence: &Sentence, found: &Found) {
        let mode = self.at(found.at.start);
        let turned = sentence.turn(mode, found);
        if turned != mode && self.bracket.is_none() {
            self.bracket = sentence.bracket_end(found.at.start).map(|end| (end, mode));
        }
        self.mode = turned;
    }

    /// Takes quantity `index`, the last of those whose kinds are known.
    pub fn after(&mut self, sentence: &Sentence, index: usize, kinds: &[FigureKind]) {
        let quantity = &sentence.quantities[index];
        let kind = kinds[index];
        if sentence.counts_aims(quantity) {
            let reached = matches!(quantity.value, Value::Share { .. }) || sentence.told_of(index, quantity);
            // «trong 10 chỉ tiêu, …» tells how many of them there are.
            let of_them = sentence.scan.follows(quantity.core.start, "trong");
            if reached && kind == FigureKind::Result {
                self.mode = Mode::Facts;
            } else if !reached && !of_them && self.mode != Mode::Facts && !sentence.has_past() {
                self.mode = Mode::Aims;
            }
        }
        if kind == FigureKind::Result && self.mode == Mode::Aims && sentence.falls_short(quantity) {
            self.mode = Mode::Facts;
        }
        let floor = matches!(quantity.comparator, Comparator::AtLeast | Comparator::Range);
        let aimed = || kinds.iter().all(|kind| *kind == FigureKind::Target);
        let opens = self.mode == Mode::None && floor && aimed();
        if opens && !sentence.has_past() && !sentence.introduced(quantity) {
            self.mode = Mode::Aims;
        }
    }
}

impl Sentence<'_> {
    /// Whether the sentence gives shares that nobody sets as aims, like `20,2%`.
    fn measures(&self) -> bool {
        let share = |q: &Quantity| {
            let fine = matches!(q.value, Value::Number(n) if (n * 2.0).fract() != 0.0);
            let bound = matches!(q.comparator, Comparator::Equal | Comparator::MoreThan);
            q.class == UnitClass::Percent && fine && bound
        };
        self.quantities.iter().any(share)
    }

    /// Whether it tells odd counts one after another: aims are round.
    fn counts(&self) -> bool {
        let odd = |q: &&Quantity| {
            let counted = matches!(q.value, Value::Number(n) if n > 10.0 && n % 5.0 != 0.0);
            q.class != UnitClass::Percent && counted && q.comparator == Comparator::Equal
        };
        self.quantities.iter().filter(odd).count() > 2
    }

    /// The closing bracket of the one that token `i` stands in.
    pub(super) fn bracket_end(&self, i: usize) -> Option<usize> {
        let scan = &self.scan;
        let floor = i.saturating_sub(BRACKET).max(scan.start);
        let open = (floor..i).rev().find(|&at| scan.is(at, "(") || scan.is(at, ")"))?;
        let close = || (i..scan.end.min(i + BRACKET)).find(|&at| scan.is(at, ")"));
        if scan.is(open, "(") { close() } else { None }
    }

    /// «yêu cầu mỗi chi bộ giới thiệu được ít nhất 1 quần chúng»
    fn asks_at_least(&self, found: &Found) -> bool {
        let (last, next) = (found.at.end - 1, found.at.end);
        let bounds = [("ít", "nhất"), ("tối", "thiểu"), ("không", "dưới")];
        found.at.len() > 1
            && self.scan.is(last, "được")
            && bounds.iter().any(|(first, second)| self.scan.pair(next, first, second))
    }

    fn turn(&self, mode: Mode, found: &Found) -> Mode {
        match found.cue {
            // «một số chỉ tiêu đạt cao: …»
            Cue::Target | Cue::TargetNoun if mode != Mode::Aims && self.is_reached(found) => Mode::Facts,
            Cue::Target => Mode::Aims,
            // «bảo đảm tiêu chuẩn, …» before odd counts asks for nothing; «phải» does.
            Cue::TargetWeak if mode != Mode::Facts && !self.measures() => {
                let asks = self.scan.is(found.at.start, "phải") || !self.counts();
                if asks { Mode::Aims } else { mode }
            }
            Cue::TargetNoun if self.noun_introduces(found) => Mode::Aims,
            Cue::Neutral if mode != Mode::Facts && (self.sets_aim(found) || self.as_planned(found)) => {
                Mode::Aims
            }
            // «đề ra mỗi năm kết nạp 15 đảng viên, song 9 tháng mới kết nạp 6»
            Cue::Neutral if mode == Mode::Aims && self.turns_away(found) => Mode::None,
            // «được xếp loại», «tiến hành kiểm tra», «sẽ kết nạp được» among aims are what is aimed at.
            Cue::Past
                if matches!(mode, Mode::Aims | Mode::Carried)
                    && (self.scan.is_any(found.at.start, &["được", "tiến"])
                        || self.scan.follows(found.at.start, "sẽ")
                        || self.asks_at_least(found)) =>
            {
                mode
            }
            Cue::Past => Mode::Facts,
            _ => mode,
        }
    }
}
