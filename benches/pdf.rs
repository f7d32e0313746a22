//! Speed and size of the written file: `cargo bench --bench pdf`.
//!
//! Prints, for reports of growing size, kB and milliseconds a page, then criterion's figures. Both must stay the
//! same per page: writing is linear in the report's length.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/layout/sample.rs"]
#[allow(dead_code)]
mod sample;

use std::hint::black_box;
use std::time::Instant;

use baocao::document::Metadata;
use baocao::layout::{Pages, Profile, lay_out};
use baocao::pdf::{Options, write};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn metadata() -> Metadata {
    Metadata { title: "Báo cáo".into(), ..sample::quarterly().meta }
}

fn cases() -> Vec<(String, Pages)> {
    let profile = Profile::built_in("dang").unwrap();
    let mut cases = vec![("quarterly report".to_owned(), sample::quarterly())];
    cases.extend([50, 500, 5_000].map(|n| (format!("{n} table rows"), sample::with_rows(n, 4))));
    cases.extend([10, 100, 1_000].map(|n| (format!("{n} article entries"), sample::with_entries(n))));
    cases.into_iter().map(|(name, document)| (name, lay_out(&document, &profile).unwrap())).collect()
}

fn bench(criterion: &mut Criterion) {
    let meta = metadata();
    println!("{:<22} {:>7} {:>9} {:>9} {:>9}", "report", "pages", "kB", "kB/page", "ms/page");
    for (name, pages) in cases() {
        let count = pages.pages.len() as f64;
        let bytes = write(&pages, &meta, &Options::default()).unwrap().len() as f64 / 1000.0;
        let runs = (300.0 / count).ceil();
        let start = Instant::now();
        for _ in 0..runs as usize {
            black_box(write(&pages, &meta, &Options::default()).unwrap());
        }
        let per_page = start.elapsed().as_secs_f64() * 1000.0 / runs / count;
        println!("{name:<22} {count:>7} {bytes:>9.1} {:>9.2} {per_page:>9.3}", bytes / count);
    }
    let pages = lay_out(&sample::quarterly(), &Profile::built_in("dang").unwrap()).unwrap();
    let mut group = criterion.benchmark_group("pdf");
    group.throughput(Throughput::Elements(pages.pages.len() as u64));
    group.bench_function("quarterly report", |bencher| {
        bencher.iter(|| write(&pages, &meta, &Options::default()).unwrap());
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
