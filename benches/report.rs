//! One report and a batch of them, in memory: `cargo bench --bench report`.
//!
//! The batch is measured per report, so that the two lines compare as a ratio in one run: what a report costs when
//! fonts are parsed and words shaped already, on all cores.
#![allow(missing_docs, clippy::unwrap_used)]

use std::path::Path;

use baocao::articles::{self, Article};
use baocao::locale::Locale;
use baocao::office::{self, Office};
use baocao::pdf::Standard;
use baocao::period::Period;
use baocao::{Making, make_report};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

fn sample() -> (Office, Vec<Article>) {
    let office = office::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/thai-binh")).0.unwrap();
    let articles = articles::read_all(&office, Locale::Vi).0;
    (office, articles)
}

fn make(office: &Office, articles: &[Article], period: Period) -> usize {
    let making = Making {
        office,
        period,
        standard: Standard::A2a,
        attach_inputs: false,
        epoch: None,
        noticed: &[],
        notes: None,
    };
    make_report(&making, articles).unwrap().pdf.len()
}

fn report(criterion: &mut Criterion) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/thai-binh");
    criterion.bench_function("read the office and its articles", |b| b.iter(sample));
    criterion.bench_function("read the office", |b| b.iter(|| office::read(&root).0.unwrap()));
    let (office, articles) = sample();
    let mut group = criterion.benchmark_group("report");
    group.sample_size(20);
    group.throughput(Throughput::Elements(1));
    group.bench_function("one", |b| b.iter(|| make(&office, &articles, Period::Quarter(2023, 3))));
    let batch: Vec<Period> =
        (0..25).flat_map(|_| (1..=4).map(|quarter| Period::Quarter(2022, quarter))).collect();
    group.throughput(Throughput::Elements(batch.len() as u64));
    group.bench_function("a hundred", |b| {
        b.iter(|| batch.par_iter().map(|period| make(&office, &articles, *period)).sum::<usize>())
    });
    group.finish();
}

criterion_group!(benches, report);
criterion_main!(benches);
