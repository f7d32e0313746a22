//! Speed and memory of layout: `cargo bench --bench layout`.
//!
//! Prints, for reports of growing size, pages per second and the process's peak memory, then criterion's figures.
//! Both must stay the same per page: layout is linear in the report's length.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/layout/sample.rs"]
#[allow(dead_code)]
mod sample;

use std::hint::black_box;
use std::time::Instant;

use baocao::document::Document;
use baocao::layout::{Profile, lay_out};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// Peak resident memory of this process in MB, where the system tells.
fn peak_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}

fn cases() -> Vec<(String, Document)> {
    let mut cases = vec![("quarterly report".to_owned(), sample::quarterly())];
    cases.extend([50, 500, 5_000].map(|n| (format!("{n} table rows"), sample::with_rows(n, 4))));
    cases.extend([10, 100, 1_000].map(|n| (format!("{n} article entries"), sample::with_entries(n))));
    cases
}

fn report(profile: &Profile) {
    println!("{:<22} {:>7} {:>10} {:>10} {:>14}", "report", "pages", "ms/page", "pages/s", "peak memory");
    for (name, document) in cases() {
        let pages = lay_out(&document, profile).unwrap().pages.len();
        let start = Instant::now();
        let runs = (200 / pages).max(1);
        for _ in 0..runs {
            black_box(lay_out(&document, profile).unwrap());
        }
        let seconds = start.elapsed().as_secs_f64() / runs as f64;
        let memory = peak_memory().map_or("?".to_owned(), |mb| format!("{mb:.0} MB"));
        let (per_page, rate) = (seconds * 1e3 / pages as f64, pages as f64 / seconds);
        println!("{name:<22} {pages:>7} {per_page:>10.3} {rate:>10.0} {memory:>14}");
    }
}

fn benches(criterion: &mut Criterion) {
    let profile = Profile::built_in("dang").unwrap();
    report(&profile);
    let mut group = criterion.benchmark_group("layout");
    group.sample_size(10);
    for (name, document) in cases() {
        let pages = lay_out(&document, &profile).unwrap().pages.len();
        group.throughput(Throughput::Elements(pages as u64));
        group.bench_function(name, |b| b.iter(|| lay_out(black_box(&document), &profile).unwrap()));
    }
    group.finish();
}

criterion_group!(layout, benches);
criterion_main!(layout);
