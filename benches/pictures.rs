//! How long pictures take: the default set of the Kaiser–Alliance case, and its parts.

#![allow(clippy::expect_used)]

use counteroffer::export::figure_set::{Existing, ExportRequest, FigureSet, write};
use counteroffer::export::picture::Picture;
use counteroffer::figure::FigureName;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::scene::Sheet;
use counteroffer::scenario::Scenario;
use divan::{Bencher, black_box};

const CASE: &str = include_str!("../scenarios/kaiser-alliance-2025.ron");

fn main() {
    divan::main();
}

fn case() -> Scenario {
    ron::from_str(CASE).expect("the example reads")
}

fn set() -> FigureSet {
    FigureSet::of(&case(), false).expect("the example costs")
}

/// Every figure on a slide as SVG, PNG at 300 dpi, PDF and CSV, written to a folder.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn default_set(bencher: Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = case();
    bencher.bench_local(|| {
        let set = FigureSet::of(black_box(&scenario), false).expect("costs");
        let plan = set.plan(&ExportRequest::default());
        let done = write(&plan, folder.path(), Existing::Replace, &mut |_| true);
        assert!(done.stop.is_none());
        done.written.len()
    });
}

/// One figure laid out.
#[divan::bench(args = [FigureName::Timeline, FigureName::Cost, FigureName::Comparison])]
fn laid_out(bencher: Bencher, name: FigureName) {
    let set = set();
    let figure = set.figure(name).expect("is there");
    bencher.bench_local(|| lay_out(black_box(figure), Sheet::default()));
}

/// The pixels of one slide at the resolution of a preview.
#[divan::bench(sample_count = 20)]
fn preview(bencher: Bencher) {
    let set = set();
    let figure = set.figure(FigureName::Cost).expect("is there");
    bencher.bench_local(|| {
        let scene = lay_out(black_box(figure), Sheet::default());
        let picture = Picture::of(&scene).expect("draws");
        picture.raster(96).expect("draws")
    });
}
