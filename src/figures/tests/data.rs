//! The lexicon and the weights are read whole.

use std::collections::BTreeMap;

use super::super::token::tokenize;
use super::super::weights::row;
use super::super::{PLACES, WEIGHED};

/// The lexicon's files hold lists of phrases only, each list under a name that is known.
#[test]
fn the_lexicon_is_read_whole() {
    for (source, names) in [
        (include_str!("../../../lexicon/units.yaml"), 13),
        (include_str!("../../../lexicon/grammar.yaml"), 19),
        (include_str!("../../../lexicon/cues.yaml"), 20),
        (include_str!("../../../lexicon/sections.yaml"), 12),
        (include_str!("../../../lexicon/wordings.yaml"), 10),
        (include_str!("../../../lexicon/bodies.yaml"), 8),
        (include_str!("../../../lexicon/synonyms.yaml"), 4),
    ] {
        let lists: BTreeMap<String, Vec<String>> = serde_saphyr::from_str(source).unwrap();
        assert_eq!(lists.len(), names, "{:?}", lists.keys());
        assert!(lists.values().flatten().all(|phrase| !tokenize(phrase).is_empty()));
    }
}

/// The weights are read whole; a file that is broken would give every figure the same kind or section.
#[test]
fn the_weights_are_read() {
    all_read::<{ WEIGHED.len() }>(include_str!("../../../lexicon/kinds.tsv"));
    all_read::<{ PLACES.len() }>(include_str!("../../../lexicon/sections.tsv"));
}

fn all_read<const N: usize>(source: &str) {
    let weights: BTreeMap<&str, [i32; N]> = source.lines().map(|line| row(line).unwrap()).collect();
    assert!(weights.contains_key("all") && weights.len() > 1_000);
    assert_eq!(weights.len(), source.lines().count());
}
