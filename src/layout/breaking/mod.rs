//! Where lines end: optimal breaking after Knuth and Plass, over units (words) and the spaces between them.

/// What stands after a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// A space; the line may end here.
    Space,
    /// A no-break space: stretches, and ends a line only where nothing else can.
    Tie,
    /// Nothing; the line may end here at a price: inside addresses and overlong tokens.
    Cut,
    /// A forced line end.
    Newline,
    /// The paragraph's end.
    End,
}

/// A word, or a piece of one, with the room after it. Widths in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Unit {
    pub width: f64,
    pub space: f64,
    pub after: After,
}

/// Widths of the first line and of the others, in pt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measure {
    pub first: f64,
    pub other: f64,
}

impl Measure {
    fn of(self, start: usize) -> f64 {
        if start == 0 { self.first } else { self.other }
    }
}

/// Least and greatest factor on the natural space of a justified line.
pub(crate) const TIGHTEST: f64 = 0.8;
pub(crate) const LOOSEST: f64 = 1.6;

const SHRINK: f64 = 0.2;
const STRETCH: f64 = 0.5;
/// Rounding of sums of widths must not make a line that fits exactly too long.
const SLACK: f64 = 1e-6;

const LOOSE_LINE: f64 = 1e7;
const BROKEN_TIE: f64 = 1e10;
const OVERFULL: f64 = 1e13;
const CUT: f64 = 2_000.0;
const UNLIKE_NEIGHBOURS: f64 = 3_000.0;
const SHORT_LAST: f64 = 15_000.0;
/// A last line shorter than this share of the measure looks like a leftover.
const LAST_SHARE: f64 = 0.125;

/// Sums over units, so that a line's widths are two subtractions.
struct Sums {
    width: Vec<f64>,
    space: Vec<f64>,
}

impl Sums {
    fn new(units: &[Unit]) -> Self {
        let mut sums = Sums { width: vec![0.0], space: vec![0.0] };
        let (mut width, mut space) = (0.0, 0.0);
        for unit in units {
            width += unit.width;
            space += unit.space;
            sums.width.push(width);
            sums.space.push(space);
        }
        sums
    }

    /// Words and inner spaces of the line of units `start..=end`.
    fn line(&self, start: usize, end: usize) -> (f64, f64) {
        (self.width[end + 1] - self.width[start], self.space[end] - self.space[start])
    }
}

/// The factor on the spaces that makes a line of these words as wide as `measure`; infinite where nothing stretches.
pub(crate) fn space_factor(words: f64, spaces: f64, measure: f64) -> f64 {
    let room = measure - words;
    if spaces > 0.0 {
        room / spaces
    } else if room < -SLACK {
        f64::NEG_INFINITY
    } else {
        f64::INFINITY
    }
}

/// Looseness of a line: badness and fitness class (0 tight … 3 very loose).
fn fitness(factor: f64) -> (f64, usize) {
    let ratio = if factor < 1.0 { (factor - 1.0) / SHRINK } else { (factor - 1.0) / STRETCH };
    let badness = 100.0 * ratio.abs().min(10.0).powi(3);
    let class = match ratio {
        r if r < -0.5 => 0,
        r if r <= 0.5 => 1,
        r if r <= 1.0 => 2,
        _ => 3,
    };
    (badness, class)
}

fn break_cost(after: After) -> f64 {
    match after {
        After::Space | After::Newline | After::End => 0.0,
        After::Cut => CUT,
        After::Tie => BROKEN_TIE,
    }
}

/// Demerits and class of one justified line.
pub(crate) fn justified_line(
    words: f64,
    spaces: f64,
    measure: f64,
    after: After,
    only: bool,
) -> (f64, usize) {
    let factor = space_factor(words, spaces, measure);
    if factor < TIGHTEST - SLACK {
        return (OVERFULL * (1.0 + words + spaces - measure), 0);
    }
    if matches!(after, After::Newline | After::End) && factor >= 1.0 {
        let short = words + spaces < LAST_SHARE * measure && !only;
        return (100.0 + if short { SHORT_LAST } else { 0.0 }, 1);
    }
    let (badness, class) = fitness(factor);
    let mut demerits = (10.0 + badness.min(1_000.0)).powi(2) + break_cost(after);
    if factor > LOOSEST + SLACK {
        demerits += LOOSE_LINE * (1.0 + (factor - LOOSEST).min(20.0));
    }
    (demerits, class)
}

pub(crate) fn neighbours(before: usize, class: usize) -> f64 {
    if before.abs_diff(class) > 1 { UNLIKE_NEIGHBOURS } else { 0.0 }
}

/// A line that may be set: units from a start to an end.
struct Line {
    words: f64,
    spaces: f64,
    measure: f64,
    after: After,
    /// Whether it begins the paragraph or follows a forced line end.
    opens: bool,
}

/// What a line comes to.
struct Verdict {
    cost: f64,
    class: usize,
    /// Whether it is too long, and with it every line that starts earlier.
    too_long: bool,
}

#[derive(Clone, Copy)]
struct Best {
    cost: f64,
    line_start: usize,
    class_before: usize,
}

const NONE: Best = Best { cost: f64::INFINITY, line_start: 0, class_before: 0 };

/// The class that the first line has before it.
const DECENT: usize = 1;

/// Last unit of each line where all lines together cost least; each is judged into one of `CLASSES`.
fn cheapest<const CLASSES: usize>(
    units: &[Unit],
    measure: Measure,
    judge: impl Fn(&Line) -> Verdict,
) -> Vec<usize> {
    let sums = Sums::new(units);
    // best[i][c]: cheapest way to end a line of class c before unit i.
    let mut best = vec![[NONE; CLASSES]; units.len() + 1];
    best[0][DECENT.min(CLASSES - 1)].cost = 0.0;
    for end in 0..units.len() {
        for start in (0..=end).rev() {
            if start < end && units[start].after == After::Newline {
                break;
            }
            let (words, spaces) = sums.line(start, end);
            let opens = start == 0 || units[start - 1].after == After::Newline;
            let line = Line { words, spaces, measure: measure.of(start), after: units[end].after, opens };
            let verdict = judge(&line);
            improve(&mut best, start, end, &verdict);
            if verdict.too_long && start < end {
                break;
            }
        }
    }
    let cost = |class: usize| best[units.len()][class].cost;
    let class = (0..CLASSES).min_by(|&a, &b| cost(a).total_cmp(&cost(b)));
    trace(&best, class.unwrap_or(0))
}

fn improve<const CLASSES: usize>(
    best: &mut [[Best; CLASSES]],
    start: usize,
    end: usize,
    &Verdict { cost, class, .. }: &Verdict,
) {
    for class_before in 0..CLASSES {
        let total = best[start][class_before].cost + cost + neighbours(class_before, class);
        if total < best[end + 1][class].cost {
            best[end + 1][class] = Best { cost: total, line_start: start, class_before };
        }
    }
}

fn trace<const CLASSES: usize>(best: &[[Best; CLASSES]], mut class: usize) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = best.len() - 1;
    while at > 0 {
        ends.push(at - 1);
        let from = best[at][class];
        (at, class) = (from.line_start, from.class_before);
    }
    ends.reverse();
    ends
}

/// Last unit of each line of a justified paragraph.
pub(crate) fn justify(units: &[Unit], measure: Measure) -> Vec<usize> {
    cheapest::<4>(units, measure, |line| {
        let &Line { words, spaces, measure: width, after, opens } = line;
        let (cost, class) = justified_line(words, spaces, width, after, opens);
        let too_long = words + TIGHTEST * spaces > width + SLACK;
        Verdict { cost, class, too_long }
    })
}

/// Last unit of each line of a ragged or centred paragraph: as few lines as can be, then as even as can be.
///
/// `balanced` counts the last line too and dislikes one word alone on a line.
pub(crate) fn ragged(units: &[Unit], measure: Measure, balanced: bool) -> Vec<usize> {
    // A ragged line does not look at its neighbours: all are of one class.
    cheapest::<1>(units, measure, |line| {
        let room = (line.measure - line.words - line.spaces) / measure.other.max(1.0);
        let last = matches!(line.after, After::Newline | After::End);
        let too_long = room < -SLACK;
        let mut cost = 1_000.0 + break_cost(line.after);
        if too_long {
            cost += OVERFULL * (1.0 - room);
        } else if balanced || !last {
            cost += 100.0 * room * room;
        }
        let whole = last && line.opens;
        if balanced && !whole && line.spaces == 0.0 && line.after != After::Cut {
            cost += 200.0;
        }
        Verdict { cost, class: 0, too_long }
    })
}

#[cfg(test)]
mod tests;
