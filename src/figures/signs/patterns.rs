//! Patterns of the language as signs: each says that a quantity stands in it.

use super::super::course::Mode;
use super::super::grammar::Quantity;
use super::super::lexicon::UnitClass;
use super::super::model::FigureKind;
use super::super::sentence::Sentence;
use super::Signs;

impl Sentence<'_> {
    /// The patterns that hold for quantity `index`; `event` says whether it is part of one, `kinds` what the quantities before
    /// it are.
    pub(super) fn of_patterns(
        &self,
        signs: &mut Signs,
        index: usize,
        mode: Mode,
        event: bool,
        kinds: &[FigureKind],
    ) {
        let q = &self.quantities[index];
        self.of_aims(signs, index, q);
        self.of_make_up(signs, index, q, mode, kinds);
        self.of_occasion(signs, index, q, event);
        self.of_work(signs, index, q);
        for (what, kind) in [
            ("part-of", self.whole(index, kinds)),
            ("whose", self.whose(index, kinds)),
            ("adds-up", self.adds_up(index).map(|whole| kinds[whole])),
            ("part-of-before", self.parts_of_before(q)),
        ] {
            if let Some(kind) = kind {
                signs.name([what, kind.id()]);
            }
        }
        for (at, found) in self.cues.iter().enumerate() {
            let side = |f: &super::Found| f.at.start < q.core.start;
            let told = |other: &super::Found| other.cue == found.cue && side(other) == side(found);
            if !self.cues[..at].iter().any(told) {
                signs.name([if side(found) { "cue-before" } else { "cue-after" }, found.cue.id()]);
            }
        }
    }

    fn of_aims(&self, signs: &mut Signs, index: usize, q: &Quantity) {
        signs.all([
            ("names-target", self.names_target(q)),
            ("introduced", self.introduced(q)),
            ("must", self.must(q)),
            ("of-plan", self.of_plan(q)),
            ("said-done", self.said_done(q)),
            ("measured", self.measured(index)),
            ("falls-short", self.falls_short(q)),
            ("counts-aims", self.counts_aims(q)),
            ("told-of", self.told_of(index, q)),
            ("all-done", self.all_done()),
            ("aimed-in-clause", self.aimed_in_clause(q)),
            ("reports", self.reports()),
            ("aims-reached-before", self.carry.reached),
            ("aims-listed-before", self.carry.listing),
            ("in-bracket", self.bracket_end(q.core.start).is_some()),
        ]);
    }

    fn of_make_up(&self, signs: &mut Signs, index: usize, q: &Quantity, mode: Mode, kinds: &[FigureKind]) {
        signs.all([
            ("part-of-make-up", self.part_of_make_up(index, q)),
            ("rises-to", self.rises_to(q)),
            ("base", self.is_base(q)),
            ("began-with", self.began_with(q)),
            ("represents", self.represents(q)),
            ("sent-on", self.sent_on(index)),
            ("seats", self.seats(index)),
            ("grew-from", self.grew_from(q)),
            ("lesson", self.is_lesson(q)),
            ("elected", self.elected(index)),
            ("elects", self.elects(q)),
            ("has-branch", self.has_branch(index)),
            ("opens-with", self.opens_with(index, q)),
            ("there-is", self.there_is(q)),
            ("counts-members", self.counts_members(index, q)),
            ("founded-with", self.founded_with(index, q)),
            ("appended", self.appended(index, q)),
            ("merges", self.merges(index)),
            ("stands-with", self.stands_with(index, kinds)),
            ("among", self.among(index)),
            ("nothing-done", self.nothing_done(mode)),
        ]);
    }

    fn of_occasion(&self, signs: &mut Signs, index: usize, q: &Quantity, event: bool) {
        signs.all([
            ("at-event", event),
            ("speaks", q.class == UnitClass::Delegate && self.speaks(q)),
            ("of-those-called", q.class == UnitClass::Percent && self.of_those_called(q)),
            ("called", self.is_called(q)),
            ("sets-to", self.sets_to(q)),
            ("competes", self.competes(index, q)),
            ("part-of-contest", self.part_of_contest(q)),
            ("learnt", self.learnt(index, q, event)),
            ("lasts", q.class == UnitClass::Day),
        ]);
    }

    fn of_work(&self, signs: &mut Signs, index: usize, q: &Quantity) {
        let floor = q.core.start.saturating_sub(7).max(self.scan.start);
        signs.all([
            ("new", q.class == UnitClass::Person && self.scan.is(q.core.end, "mới")),
            ("difference", (floor..q.core.start).any(|i| self.scan.is(i, "hơn"))),
            ("change", self.is_change(index)),
            ("turns", self.counts_turns(q)),
            ("rated-before", self.rated_before(q)),
            ("rated-right-before", self.rated_right_before(q)),
            ("worked-before", self.worked_before(q)),
            ("predicate", self.predicate(index, q)),
            ("joined", self.joined(q)),
            ("outcome", self.is_outcome(q)),
            ("outcome-before", self.outcome_before(q)),
            ("number-of-work", self.number_of_work(q)),
            ("done", self.is_done(index, q)),
            ("undergoes", self.undergoes(index, q)),
            ("given", self.are_given(q) || self.awarded(q)),
            ("badge", self.of_badge(q)),
            ("verb-of-work", self.verb_tells_work(index, q)),
        ]);
    }
}
