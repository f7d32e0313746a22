//! What a quantity is (target, result, structure, event), by the cues around it.
//!
//! A sentence is read from left to right. A strong cue turns the mode to aims or to facts until the next one; the
//! verbs nearest to a quantity decide the rest. A mode of aims is carried into the sentences and list items after it.

use std::ops::Range;

use super::grammar::Quantity;
use super::lexicon::{Cue, UnitClass};
use super::model::FigureKind;
use super::skip::Scan;
use super::token::Token;
use crate::quantity::{Comparator, Value};

/// A cue with its tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Tokens.
    pub at: Range<usize>,
    /// Meaning.
    pub cue: Cue,
}

/// What a sentence leaves to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carry {
    /// Whether aims were being listed.
    pub aims: bool,
}

/// The cues of a sentence, longest first, none inside a quantity or a noun of the lexicon.
pub fn cues(scan: &Scan, quantities: &[Quantity]) -> Vec<Found> {
    let tokens = &scan.tokens[..scan.end];
    let mut found = Vec::new();
    let mut i = scan.start;
    let mut next = quantities.iter().peekable();
    while i < scan.end {
        while next.peek().is_some_and(|q| q.core.end <= i) {
            next.next();
        }
        if let Some(q) = next.peek().filter(|q| q.core.start <= i) {
            i = q.core.end;
            continue;
        }
        let noun = scan.lexicon.units.starting_at(tokens, i).map_or(i, |(end, _)| end);
        if let Some(end) = deadline(scan, i) {
            found.push(Found { at: i..end, cue: Cue::TargetWeak });
            i = end;
            continue;
        }
        match scan.lexicon.cues.starting_at(tokens, i) {
            Some((end, cue)) if end >= noun => {
                found.push(Found { at: i..end, cue });
                i = end;
            }
            _ => i = noun.max(i + 1),
        }
    }
    found
}

/// `đến năm 2025`, `đến hết nhiệm kỳ`: what follows is aimed at; not `tính đến năm`, `từ … đến năm`.
fn deadline(scan: &Scan, i: usize) -> Option<usize> {
    let other = ["tính", "nay", "từ"];
    if !scan.is(i, "đến")
        || scan.before(i).is_some_and(|t| other.contains(&t.folded.as_str()) || t.is_numeral())
    {
        return None;
    }
    let at = if scan.is(i + 1, "hết") || scan.is(i + 1, "cuối") { i + 2 } else { i + 1 };
    let year = scan.is(at, "năm") && scan.get(at + 1).is_some_and(Token::is_numeral);
    let term = at > i + 1 && scan.is(at, "nhiệm") && scan.is(at + 1, "kỳ");
    (year || term).then_some(at + 2)
}

/// A sentence with its quantities and cues.
pub struct Sentence<'a> {
    /// The tokens.
    pub scan: Scan<'a>,
    /// Its quantities.
    pub quantities: &'a [Quantity],
    /// Its cues.
    pub cues: &'a [Found],
    /// What the sentence before left.
    pub carry: Carry,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Mode {
    None,
    Carried,
    Aims,
    Facts,
}

impl Sentence<'_> {
    /// The kinds of all quantities, in order, and what the sentence leaves to the next.
    pub fn kinds(&self) -> (Vec<FigureKind>, Carry) {
        let mut kinds = Vec::with_capacity(self.quantities.len());
        let mut mode = if self.carry.aims { Mode::Carried } else { Mode::None };
        let mut cues = self.cues.iter().peekable();
        for (index, quantity) in self.quantities.iter().enumerate() {
            while let Some(found) = cues.next_if(|c| c.at.start < quantity.core.start) {
                mode = self.turn(mode, found);
            }
            let previous = self.inherited(index, &kinds);
            kinds.push(self.kind(index, quantity, mode, previous));
            let floor = matches!(quantity.comparator, Comparator::AtLeast | Comparator::Range);
            let aimed = kinds.iter().all(|kind| *kind == FigureKind::Target);
            if mode == Mode::None && floor && aimed && !self.has_past() && !self.introduced(quantity) {
                mode = Mode::Aims;
            }
        }
        for found in cues {
            mode = self.turn(mode, found);
        }
        self.share_predicates(&mut kinds);
        self.share_aims(&mut kinds);
        let aims = match mode {
            Mode::Aims => kinds.is_empty() && self.introduces() || kinds.last() == Some(&FigureKind::Target),
            Mode::Carried => kinds.is_empty() || kinds.last() == Some(&FigureKind::Target),
            _ => kinds.last() == Some(&FigureKind::Target) && mode != Mode::Facts,
        };
        (kinds, Carry { aims })
    }

    /// «8 tập thể và 38 cá nhân được khen thưởng»: what is said of the last is said of those listed before it.
    fn share_predicates(&self, kinds: &mut [FigureKind]) {
        for i in (1..kinds.len()).rev() {
            let (before, after) = (&self.quantities[i - 1], &self.quantities[i]);
            let between = &self.scan.tokens[before.core.end..after.core.start];
            let listed = between.len() <= 4
                && between.iter().any(|t| t.is("và") || t.is(","))
                && !self
                    .cues
                    .iter()
                    .any(|c| c.cue != Cue::Join && (before.core.end..after.core.start).contains(&c.at.start));
            let people = before.class == UnitClass::Person && after.class == UnitClass::Person;
            if listed && people && kinds[i] == FigureKind::Result && kinds[i - 1] == FigureKind::Structure {
                kinds[i - 1] = FigureKind::Result;
            }
        }
    }

    /// Among aims with a floor (`80% trở lên`), and no fact told, the other per cents are aims too.
    fn share_aims(&self, kinds: &mut [FigureKind]) {
        let floor = |q: &Quantity| matches!(q.comparator, Comparator::AtLeast | Comparator::Range);
        let aims =
            self.quantities.iter().zip(kinds.iter()).any(|(q, k)| *k == FigureKind::Target && floor(q));
        let exceeded = self.cues.iter().any(|c| self.scan.tokens[c.at.start].is("vượt"));
        if !aims || exceeded || self.has_past() {
            return;
        }
        for (q, kind) in self.quantities.iter().zip(kinds.iter_mut()) {
            if q.class == UnitClass::Percent && *kind == FigureKind::Result {
                *kind = FigureKind::Target;
            }
        }
    }

    /// Kind of the last quantity before `index` that is a count and no change (`tăng 560`).
    fn inherited(&self, index: usize, kinds: &[FigureKind]) -> Option<FigureKind> {
        (0..index).rev().find_map(|i| {
            let q = &self.quantities[i];
            let change = q.core.start > self.scan.start
                && matches!(self.scan.tokens[q.core.start - 1].folded.as_str(), "tăng" | "giảm" | "vượt");
            (!change && q.class != UnitClass::Percent).then_some(kinds[i])
        })
    }

    /// Whether the sentence ends as the head of a list.
    fn introduces(&self) -> bool {
        let tokens = &self.scan.tokens[self.scan.start..self.scan.end];
        tokens.iter().rev().take(2).any(|t| t.is(":")) || tokens.len() <= 14
    }

    fn turn(&self, mode: Mode, found: &Found) -> Mode {
        match found.cue {
            Cue::Target => Mode::Aims,
            Cue::TargetWeak if mode != Mode::Facts => Mode::Aims,
            Cue::TargetNoun if self.noun_introduces(found) => Mode::Aims,
            // «được xếp loại» among aims is what is aimed at.
            Cue::Past
                if matches!(mode, Mode::Aims | Mode::Carried)
                    && self.scan.tokens[found.at.start].is("được") =>
            {
                mode
            }
            Cue::Past => Mode::Facts,
            _ => mode,
        }
    }

    /// «chỉ tiêu: …», «mục tiêu là …», «chỉ tiêu kết nạp 200 …»; not «67% so với chỉ tiêu».
    fn noun_introduces(&self, found: &Found) -> bool {
        let measured =
            self.quantities.iter().any(|q| q.core.end <= found.at.start && found.at.start <= q.core.end + 3);
        if measured {
            return false;
        }
        for i in found.at.end..(found.at.end + 8).min(self.scan.end) {
            let token = &self.scan.tokens[i];
            if token.is(":") || token.is("là") {
                return true;
            }
            if self.quantities.iter().any(|q| q.core.start == i) {
                return false;
            }
            if matches!(token.folded.as_str(), "," | ";" | "." | ")" | "đã" | "được") {
                return false;
            }
        }
        false
    }

    fn kind(&self, index: usize, q: &Quantity, mode: Mode, previous: Option<FigureKind>) -> FigureKind {
        if self.represents(q) {
            return FigureKind::Structure;
        }
        if q.class == UnitClass::Day || self.is_event(index, q, previous) {
            return FigureKind::Event;
        }
        if q.class != UnitClass::Programme && (self.names_target(q) || self.introduced(q)) {
            return FigureKind::Target;
        }
        if self.must(q) {
            return FigureKind::Target;
        }
        let verb = self.verb_before(index, q);
        if q.class == UnitClass::Programme {
            return self.programme(q);
        }
        let floor = q.comparator == Comparator::AtLeast && q.class != UnitClass::Money;
        if floor
            && !self.said_done(q)
            && !self.of_plan(q)
            && (q.class == UnitClass::Percent || mode != Mode::Facts)
        {
            return FigureKind::Target;
        }
        match mode {
            Mode::Aims if !self.is_base(q) => return FigureKind::Target,
            Mode::Carried if q.class == UnitClass::Percent && verb != Some(Cue::Past) => {
                return FigureKind::Target;
            }
            Mode::Carried if !matches!(verb, Some(Cue::Structure | Cue::Past)) => return FigureKind::Target,
            _ => {}
        }
        self.fact(index, q, previous, verb)
    }

    /// A result or a make-up.
    fn fact(
        &self,
        index: usize,
        q: &Quantity,
        previous: Option<FigureKind>,
        verb: Option<Cue>,
    ) -> FigureKind {
        let done = self.predicate(index, q);
        if q.class == UnitClass::Percent
            || q.class == UnitClass::Money
            || matches!(q.value, Value::Share { .. })
        {
            return FigureKind::Result;
        }
        if q.class == UnitClass::Streak {
            return FigureKind::Result;
        }
        if self.made_of(q) || self.continues_make_up(index) || self.rises_to(q) {
            return FigureKind::Structure;
        }
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person);
        match verb {
            Some(Cue::Result | Cue::Past) if self.is_base(q) || self.began_with(q) => FigureKind::Structure,
            Some(Cue::Result | Cue::Past) => FigureKind::Result,
            Some(Cue::Structure) if done || self.rated_before(q) => FigureKind::Result,
            Some(Cue::Structure) if self.is_base(q) => FigureKind::Structure,
            Some(Cue::Structure) => match previous {
                Some(FigureKind::Result | FigureKind::Structure) if self.joins(index, q) => {
                    previous.unwrap_or(FigureKind::Structure)
                }
                _ if q.class == UnitClass::Organisation || q.class == UnitClass::Programme => {
                    FigureKind::Structure
                }
                _ if self.worked_before(q) || !counted && self.has_past() => FigureKind::Result,
                _ => FigureKind::Structure,
            },
            _ if done => FigureKind::Result,
            _ => match previous {
                Some(kind @ (FigureKind::Result | FigureKind::Structure)) => kind,
                _ if self.worked_before(q) => FigureKind::Result,
                _ if q.class == UnitClass::Organisation => FigureKind::Structure,
                _ if counted && self.joined(q) => FigureKind::Structure,
                _ => FigureKind::Result,
            },
        }
    }

    /// Parts of a programme are a make-up, unless so many of them are done.
    fn programme(&self, q: &Quantity) -> FigureKind {
        let done = |i: usize| {
            let cue = self.cues.iter().find(|c| c.at.start == i);
            cue.is_some() && matches!(self.scan.tokens[i].folded.as_str(), "hoàn" | "vượt" | "đạt")
        };
        let before = q.core.start.saturating_sub(4).max(self.scan.start)..q.core.start;
        let after = q.core.end..(q.core.end + 4).min(self.scan.end);
        let share = matches!(q.value, Value::Share { .. });
        if share || before.into_iter().any(done) || after.into_iter().any(done) {
            FigureKind::Result
        } else {
            FigureKind::Structure
        }
    }

    /// The nearest cue before the quantity that is no neutral one, back to the quantity before it or the clause's start.
    fn verb_before(&self, index: usize, q: &Quantity) -> Option<Cue> {
        let floor = self.clause_start(q.core.start);
        let floor = index.checked_sub(1).map_or(floor, |i| floor.max(self.quantities[i].core.end));
        self.cues
            .iter()
            .rev()
            .filter(|c| c.at.start < q.core.start && c.at.start >= floor)
            .map(|c| c.cue)
            .find(|c| matches!(c, Cue::Result | Cue::Past | Cue::Structure | Cue::Target))
    }

    /// First token of the clause: after the last `;` `:` `(` before `i`.
    pub fn clause_start(&self, i: usize) -> usize {
        let signs = [";", ":", "(", "."];
        (self.scan.start..i)
            .rev()
            .find(|&at| signs.contains(&self.scan.tokens[at].folded.as_str()))
            .map_or(self.scan.start, |at| at + 1)
    }

    /// Whether something is said to be done by, or of, the counted: a result or rating before the clause ends.
    fn predicate(&self, index: usize, q: &Quantity) -> bool {
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        let end = (q.core.end..next)
            .find(|&i| matches!(self.scan.tokens[i].folded.as_str(), "," | ";" | "." | ")" | "(" | ":"))
            .unwrap_or(next);
        let tokens = &self.scan.tokens[..self.scan.end];
        let passive = |i: usize| matches!(tokens[i].folded.as_str(), "được" | "bị");
        if q.class == UnitClass::Person
            && (end..next)
                .take_while(|&i| !matches!(tokens[i].folded.as_str(), ";" | "." | ")" | "("))
                .any(passive)
        {
            return true;
        }
        (q.core.end..end).any(|i| {
            self.scan.lexicon.ratings.starting_at(tokens, i).is_some()
                || self.cues.iter().any(|c| c.at.start == i && matches!(c.cue, Cue::Result | Cue::Past))
                || passive(i)
        })
    }

    /// Whether the quantity is joined to the one before by nothing but a comma, `và`, `với`, `trong đó`, a bracket.
    fn joins(&self, index: usize, q: &Quantity) -> bool {
        let Some(previous) = index.checked_sub(1).map(|i| &self.quantities[i]) else { return false };
        !self.cues.iter().any(|c| {
            c.at.start >= previous.core.end
                && c.at.start < q.core.start
                && matches!(c.cue, Cue::Result | Cue::Past)
        })
    }

    /// Whether work done is told before the quantity: a verb of work, or `được` with one.
    fn worked_before(&self, q: &Quantity) -> bool {
        self.cues.iter().take_while(|c| c.at.start < q.core.start).any(|c| match c.cue {
            Cue::Result => true,
            Cue::Past => c.at.clone().any(|i| self.scan.tokens[i].is("được")),
            _ => false,
        })
    }

    /// Whether `gồm` stands right before the quantity.
    fn made_of(&self, q: &Quantity) -> bool {
        self.scan.follows(q.core.start, "gồm")
            || self.scan.follows(q.core.start, "có") && self.scan.follows(q.core.start - 1, "gồm")
    }

    /// Whether the quantity goes on a list that `gồm` began: `gồm 38 mô hình …, 61 mô hình … và 47 mô hình …`.
    fn continues_make_up(&self, index: usize) -> bool {
        let mut at = index;
        while at > 0 {
            let (before, after) = (&self.quantities[at - 1], &self.quantities[at]);
            let listed =
                self.scan.follows(after.core.start, ",") || self.scan.follows(after.core.start, "và");
            let apart =
                self.scan.tokens[before.core.end..after.core.start].iter().any(|t| t.is(";") || t.is(")"));
            if !listed || apart || before.class != after.class {
                return false;
            }
            if self.made_of(before) {
                return true;
            }
            at -= 1;
        }
        false
    }

    /// `hoàn thành xuất sắc nhiệm vụ có 11 tổ chức`: the rating stands before the count.
    fn rated_before(&self, q: &Quantity) -> bool {
        let tokens = &self.scan.tokens[..q.core.start];
        let floor = self.clause_start(q.core.start);
        (floor..q.core.start).any(|i| self.scan.lexicon.ratings.starting_at(tokens, i).is_some())
    }

    /// `nâng tổng số … lên 674 đồng chí`, `con số này tăng lên 6.415 đảng viên`: a level.
    fn rises_to(&self, q: &Quantity) -> bool {
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person);
        counted && self.scan.follows(q.core.start, "lên") && !self.counts_work(q)
    }

    /// `đại diện cho gần 4.000 đoàn viên`, and what is joined to it: no guests but those they stand for.
    fn represents(&self, q: &Quantity) -> bool {
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person);
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(12));
        let cue = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue != Cue::Join);
        counted
            && cue.is_some_and(|c| {
                let first = &self.scan.tokens[c.at.start];
                c.at.start >= floor && (first.is("đại") || first.is("thay")) && c.cue == Cue::Structure
            })
    }

    /// `100% chi bộ phải hoàn thành`.
    fn must(&self, q: &Quantity) -> bool {
        let at = if self.scan.is(q.core.end, "đều") { q.core.end + 1 } else { q.core.end };
        ["phải", "sẽ", "cần"].iter().any(|modal| self.scan.is(at, modal))
    }

    /// Whether a word that joins stands right before the quantity.
    fn joined(&self, q: &Quantity) -> bool {
        self.cues.iter().any(|c| c.cue == Cue::Join && c.at.end == q.core.start)
    }

    fn has_past(&self) -> bool {
        self.cues.iter().any(|c| c.cue == Cue::Past && !self.scan.tokens[c.at.start].is("được"))
    }

    /// `tổng số …`, `… tổng số 5.356 đảng viên`: a head count, whatever the sentence is about.
    fn is_base(&self, q: &Quantity) -> bool {
        if !matches!(q.class, UnitClass::Organisation | UnitClass::Person) {
            return false;
        }
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(16));
        let window: Vec<&str> = (floor..q.core.start).map(|i| self.scan.tokens[i].folded.as_str()).collect();
        let total = window.windows(2).any(|pair| pair == ["tổng", "số"]) && !self.counts_work(q);
        let number = window.first() == Some(&"số") && window.last() == Some(&"là");
        let done = window.iter().any(|word| matches!(*word, "được" | "bị" | "kết" | "nạp"));
        total || number && !done || window.ends_with(&["hiện", "có"])
    }

    /// `thành lập năm 1990 với 9 chi hội`: what it began with.
    fn began_with(&self, q: &Quantity) -> bool {
        let counted = matches!(q.class, UnitClass::Organisation | UnitClass::Person);
        let work = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue == Cue::Result);
        counted
            && self.scan.follows(q.core.start, "với")
            && work.is_some_and(|c| self.scan.tokens[c.at.start].is("thành"))
    }

    /// `tổng số đảng viên mới kết nạp … lên 121 đồng chí`: a total of work done, no head count.
    fn counts_work(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(16));
        let total =
            (floor..q.core.start).rev().find(|&i| self.scan.is(i, "tổng") && self.scan.is(i + 1, "số"));
        total.is_some_and(|at| {
            let work = |c: &Found| matches!(c.cue, Cue::Result) && !self.scan.tokens[c.at.start].is("tăng");
            self.cues.iter().any(|c| c.at.start > at && c.at.end < q.core.start && work(c))
        })
    }

    /// `75% kế hoạch năm trở lên`: a share of a plan, and so done.
    fn of_plan(&self, q: &Quantity) -> bool {
        ["kế", "chỉ", "nghị"].iter().any(|word| self.scan.is(q.value_end, word))
            && q.class == UnitClass::Percent
    }

    /// Whether `đã` or `được` stands in the quantity's part of the sentence, before it.
    fn said_done(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start);
        let start =
            (floor..q.core.start).rev().find(|&i| self.scan.tokens[i].is(",")).map_or(floor, |i| i + 1);
        (start..q.core.start).any(|i| {
            self.scan.tokens[i].is("đã") && !self.scan.is(i + 1, "đề") && !self.scan.is(i + 1, "đặt")
        })
    }

    /// «(chỉ tiêu là 90%)», «chỉ tiêu được giao 200 đảng viên»: the aim itself, told beside a result.
    fn names_target(&self, q: &Quantity) -> bool {
        let between = ["là", "(", ":", "phải", "đạt", "có", "kết", "nạp", "năm", "cả", "nhiệm", "kỳ", "của"];
        let skipped = |t: &Token| between.contains(&t.folded.as_str()) || t.is_numeral() && t.span.len() == 4;
        if self.scan.follows(q.core.start, "(")
            && self.scan.before(q.core.start - 1).is_some_and(|t| t.is("giao") || t.is("ra"))
            && !matches!(q.value, Value::Share { .. })
        {
            return true;
        }
        let mut at = q.core.start;
        while at > self.scan.start && skipped(&self.scan.tokens[at - 1]) {
            at -= 1;
        }
        self.cues.iter().any(|c| {
            let first = &self.scan.tokens[c.at.start];
            c.at.end == at
                && matches!(c.cue, Cue::TargetNoun | Cue::Neutral)
                && self.speaks_of_aim(c)
                && !matches!(first.folded.as_str(), "vượt" | "theo" | "xây" | "ban")
                && !(q.class == UnitClass::Percent && matches!(first.folded.as_str(), "đạt" | "hoàn"))
        }) && !self.scan.is(q.core.end, "chỉ")
    }

    /// «chỉ tiêu kết nạp 120 đảng viên/năm»: the first quantity after the noun, with nothing told in between.
    fn introduced(&self, q: &Quantity) -> bool {
        let found = self.cues.iter().rev().find(|c| c.at.end <= q.core.start && c.cue == Cue::TargetNoun);
        let Some(found) = found.filter(|c| q.core.start - c.at.end <= 8) else { return false };
        let measured = self
            .quantities
            .iter()
            .any(|other| other.core.end <= q.core.start && found.at.start <= other.core.end + 3);
        let told = (found.at.end..q.core.start).any(|i| {
            matches!(
                self.scan.tokens[i].folded.as_str(),
                "," | ";" | "." | "(" | ")" | "đã" | "được" | "mới" | "vượt" | "và"
            )
        });
        !measured && !told
    }

    fn speaks_of_aim(&self, found: &Found) -> bool {
        found.at.clone().any(|i| matches!(self.scan.tokens[i].folded.as_str(), "tiêu" | "ra" | "giao"))
    }

    /// People, teams and screens at an event.
    fn is_event(&self, index: usize, q: &Quantity, previous: Option<FigureKind>) -> bool {
        if previous == Some(FigureKind::Event) && matches!(q.class, UnitClass::Work | UnitClass::Thing) {
            return self.joins(index, q);
        }
        let people = matches!(
            q.class,
            UnitClass::Person | UnitClass::Delegate | UnitClass::Organisation | UnitClass::Unknown
        );
        if !people || self.elects(q) || self.is_base(q) {
            return false;
        }
        let next = self.quantities.get(index + 1).map_or(self.scan.end, |n| n.core.start);
        let barrier = |c: &&Found| matches!(c.cue, Cue::Result | Cue::Past | Cue::Target);
        let clause = self.clause_start(q.core.start);
        let before = self
            .cues
            .iter()
            .rev()
            .filter(|c| c.at.start < q.core.start && c.at.start >= clause)
            .take_while(|c| !barrier(c))
            .map(|c| c.cue);
        let end = (q.core.end..next)
            .find(|&i| matches!(self.scan.tokens[i].folded.as_str(), ";" | "." | ")"))
            .unwrap_or(next);
        let after = self
            .cues
            .iter()
            .filter(|c| c.at.start >= q.core.end && c.at.start < end)
            .take_while(|c| !barrier(c))
            .map(|c| c.cue);
        let around: Vec<Cue> = before.chain(after).collect();
        if around.contains(&Cue::Event) {
            return true;
        }
        if previous == Some(FigureKind::Event) && self.joins(index, q) && !self.predicate(index, q) {
            return true;
        }
        let named = self.names_event() && previous != Some(FigureKind::Result);
        q.class == UnitClass::Delegate && named
            || around.contains(&Cue::EventWeak) && named && !self.has_past()
    }

    fn elects(&self, q: &Quantity) -> bool {
        let floor = self.clause_start(q.core.start).max(q.core.start.saturating_sub(24));
        (floor..q.core.start).any(|i| matches!(self.scan.tokens[i].folded.as_str(), "bầu" | "cử"))
    }

    fn names_event(&self) -> bool {
        let tokens = &self.scan.tokens[..self.scan.end];
        (self.scan.start..self.scan.end)
            .any(|i| self.scan.lexicon.event_names.starting_at(tokens, i).is_some())
    }
}
