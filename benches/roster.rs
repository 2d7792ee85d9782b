//! How long an import takes, from the file to the figures that are shown.

#![allow(clippy::expect_used)]

use std::path::{Path, PathBuf};

use counteroffer::costing::report;
use counteroffer::files::roster::{
    Beside, Progress, RosterFile, Staged, made_up_csv, made_up_profile, made_up_xlsx, read_roster,
};
use counteroffer::scenario::Scenario;
use divan::{Bencher, black_box};

const CASE: &str = include_str!("../scenarios/kaiser-alliance-2025.ron");

fn main() {
    divan::main();
}

fn case() -> Scenario {
    ron::from_str(CASE).expect("the example reads")
}

fn written(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("roster");
    std::fs::write(&path, bytes).expect("a file");
    (folder, path)
}

fn staged(path: &Path, case: &Scenario) -> Staged {
    let progress = Progress::new();
    let file = RosterFile::open(path, &progress).expect("opens");
    let beside = Beside {
        hours: case.hours,
        scales: &case.workforce.scales,
        currency: &case.currency,
    };
    read_roster(&file, &made_up_profile(), beside, &progress).expect("reads")
}

/// 62,000 lines of CSV to the report of all offers.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn csv_62_000_to_figures(bencher: Bencher) {
    let (_folder, path) = written(made_up_csv(62_000, 1).as_bytes());
    let case = case();
    bencher.bench_local(|| {
        let next = staged(black_box(&path), &case).applied(&case, &[]);
        report(&next).expect("costs").offers.len()
    });
}

/// The same from a workbook.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn xlsx_62_000_to_figures(bencher: Bencher) {
    let (_folder, path) = written(&made_up_xlsx(62_000, 1).expect("a workbook"));
    let case = case();
    bencher.bench_local(|| {
        let next = staged(black_box(&path), &case).applied(&case, &[]);
        report(&next).expect("costs").offers.len()
    });
}

/// 62,000 lines of CSV to groups.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn csv_62_000_to_groups(bencher: Bencher) {
    let (_folder, path) = written(made_up_csv(62_000, 1).as_bytes());
    let case = case();
    bencher.bench_local(|| staged(black_box(&path), &case).groups.len());
}

/// A million lines of CSV to groups.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn csv_1_000_000_to_groups(bencher: Bencher) {
    let (_folder, path) = written(made_up_csv(1_000_000, 1).as_bytes());
    let case = case();
    bencher.bench_local(|| staged(black_box(&path), &case).groups.len());
}
