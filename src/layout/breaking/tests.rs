use super::*;

/// Pseudo-random numbers that are the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % limit
    }
}

fn paragraph(random: &mut Random, words: u64) -> Vec<Unit> {
    let count = 1 + random.below(words) as usize;
    (0..count)
        .map(|i| Unit {
            width: 6.0 + random.below(42) as f64,
            space: if i + 1 < count { 3.5 } else { 0.0 },
            after: match random.below(12) {
                _ if i + 1 == count => After::End,
                0 => After::Tie,
                1 => After::Newline,
                _ => After::Space,
            },
        })
        .collect()
}

/// Every way to break the units.
fn all_breaks(units: &[Unit]) -> Vec<Vec<usize>> {
    let inner = units.len() - 1;
    (0..1u32 << inner)
        .map(|mask| (0..units.len()).filter(|&i| i == inner || mask & (1 << i) != 0).collect::<Vec<_>>())
        .filter(|ends: &Vec<usize>| (0..inner).all(|i| units[i].after != After::Newline || ends.contains(&i)))
        .collect()
}

fn lines(units: &[Unit], ends: &[usize]) -> Vec<(usize, usize)> {
    let starts = std::iter::once(0).chain(ends.iter().map(|e| e + 1));
    starts.zip(ends.iter().copied()).filter(|(s, _)| *s < units.len()).collect()
}

fn total(units: &[Unit], measure: Measure, ends: &[usize]) -> f64 {
    let sums = Sums::new(units);
    let (mut cost, mut class_before) = (0.0, 1);
    for (start, end) in lines(units, ends) {
        let (words, spaces) = sums.line(start, end);
        let only = start == 0 || units[start - 1].after == After::Newline;
        let (line, class) = justified_line(words, spaces, measure.of(start), units[end].after, only);
        cost += line + neighbours(class_before, class);
        class_before = class;
    }
    cost
}

/// Whether every justified line keeps its spaces between the limits and no tie is broken.
fn is_good(units: &[Unit], measure: Measure, ends: &[usize]) -> bool {
    let sums = Sums::new(units);
    lines(units, ends).into_iter().all(|(start, end)| {
        let (words, spaces) = sums.line(start, end);
        let factor = space_factor(words, spaces, measure.of(start));
        let last = matches!(units[end].after, After::Newline | After::End);
        units[end].after != After::Tie && factor >= TIGHTEST - 1e-9 && (last || factor <= LOOSEST + 1e-9)
    })
}

/// The breaks chosen are as good as the best of all possible ones, on a thousand short paragraphs.
#[test]
fn breaks_are_optimal() {
    let mut random = Random(7);
    for _ in 0..1_000 {
        let units = paragraph(&mut random, 12);
        let measure = Measure { first: 90.0 + random.below(40) as f64, other: 130.0 };
        let best =
            all_breaks(&units).iter().map(|ends| total(&units, measure, ends)).fold(f64::MAX, f64::min);
        let chosen = total(&units, measure, &justify(&units, measure));
        assert!(chosen <= best * (1.0 + 1e-9), "{chosen} instead of {best} for {units:?}");
    }
}

/// Where any breaking keeps all spaces between 0.8 and 1.6 of their width, the chosen one does.
#[test]
fn no_line_is_loose_that_need_not_be() {
    let mut random = Random(11);
    let mut possible = 0;
    for _ in 0..1_000 {
        let units = paragraph(&mut random, 12);
        let measure = Measure { first: 120.0, other: 150.0 };
        if all_breaks(&units).iter().any(|ends| is_good(&units, measure, ends)) {
            possible += 1;
            let chosen = justify(&units, measure);
            assert!(is_good(&units, measure, &chosen), "{chosen:?} of {units:?}");
        }
    }
    assert!(possible > 200, "the paragraphs must be ones that can be set well: {possible}");
}

/// Ragged text takes as few lines as possible.
#[test]
fn ragged_text_takes_fewest_lines() {
    let mut random = Random(13);
    for _ in 0..500 {
        let units: Vec<Unit> = paragraph(&mut random, 10)
            .into_iter()
            .map(|u| if u.after == After::Tie { Unit { after: After::Space, ..u } } else { u })
            .collect();
        let measure = Measure { first: 100.0, other: 100.0 };
        let sums = Sums::new(&units);
        let fits = |ends: &[usize]| {
            lines(&units, ends).into_iter().all(|(s, e)| {
                let (words, spaces) = sums.line(s, e);
                words + spaces <= 100.0
            })
        };
        let fewest = all_breaks(&units).iter().filter(|e| fits(e)).map(Vec::len).min();
        assert_eq!(Some(ragged(&units, measure, true).len()), fewest);
    }
}

/// A centred name never leaves one word alone where it can be balanced.
#[test]
fn centred_text_is_balanced() {
    let word = |width, after| Unit { width, space: if after == After::End { 0.0 } else { 3.5 }, after };
    let units: Vec<Unit> = [30.0, 25.0, 28.0, 31.0, 20.0]
        .iter()
        .enumerate()
        .map(|(i, &w)| word(w, if i == 4 { After::End } else { After::Space }))
        .collect();
    // Greedy breaking would put the last word alone on its line.
    let measure = Measure { first: 128.0, other: 128.0 };
    assert_eq!(ragged(&units, measure, true), [1, 4]);
}
