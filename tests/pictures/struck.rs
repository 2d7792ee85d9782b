//! Nothing runs through a label: stems, curves, rules, the line at zero, heads, bars and lines to other labels, in every
//! figure of every scenario there is.

use std::path::PathBuf;

use counteroffer::costing::results::Results;
use counteroffer::figure::build::figures;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{
    Outline, Part, Rect, Scene, Sheet, Size, Spot, TextBox, TextPart,
};
use counteroffer::figure::{Body, Figure};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;

use crate::cases;

/// What the eye takes for a text: its box without the room above capitals and below the line.
fn seen(text: &TextBox) -> Rect {
    let (size, at) = (text.look.size, text.at);
    Rect::new(
        text.bounds.left,
        at.y - 0.68 * size,
        text.bounds.right,
        at.y + 0.02 * size,
    )
}

/// Whether a straight line passes through a box: by the part of it that lies between both pairs of edges.
fn crosses(from: Spot, to: Spot, over: &Rect) -> bool {
    let (mut first, mut last) = (0.0_f64, 1.0_f64);
    for (start, way, low, high) in [
        (from.x, to.x - from.x, over.left, over.right),
        (from.y, to.y - from.y, over.top, over.bottom),
    ] {
        if way.abs() < 1e-9 {
            if start <= low || start >= high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / way, (high - start) / way);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first < last
}

/// What strikes a label out, in words.
fn struck(scene: &Scene) -> Vec<String> {
    let mut found = Vec::new();
    let is_label = |text: &&TextBox| matches!(text.part, TextPart::Label | TextPart::RuleLabel);
    for text in scene.texts.iter().filter(is_label) {
        let seen = seen(text);
        for shape in &scene.shapes {
            let is_mark = matches!(
                shape.part,
                Part::Stem
                    | Part::Curve
                    | Part::Rule
                    | Part::Zero
                    | Part::Leader
                    | Part::Head
                    | Part::Bar
            );
            let crossed = match &shape.outline {
                Outline::Line(places) => {
                    // A line to the label itself ends at its edge.
                    let over = if shape.part == Part::Leader {
                        seen.grown(-0.1 * text.look.size)
                    } else {
                        seen
                    };
                    places
                        .array_windows()
                        .any(|[from, to]| crosses(*from, *to, &over))
                }
                Outline::Circle { centre, radius } => {
                    Rect::around(*centre, *radius, *radius).overlaps(&seen)
                }
                Outline::Rect(rect) => rect.overlaps(&seen),
                Outline::Area(places) => {
                    let of = |pick: fn(&Spot) -> f64| places.iter().map(pick).collect::<Vec<f64>>();
                    let (x, y) = (of(|at| at.x), of(|at| at.y));
                    let least = |all: &[f64]| all.iter().copied().fold(f64::INFINITY, f64::min);
                    let most = |all: &[f64]| all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    Rect::new(least(&x), least(&y), most(&x), most(&y)).overlaps(&seen)
                }
            };
            if is_mark && crossed {
                found.push(format!("{:?} through \"{}\"", shape.part, text.text));
            }
        }
    }
    found
}

/// Files of a folder of this repository that can be costed.
fn files(folder: &str) -> Vec<(String, Scenario)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Some((name, parse_scenario(&text).ok()?))
    };
    paths.into_iter().filter_map(read).collect()
}

fn every_case() -> Vec<(String, Scenario)> {
    let mut all = files("scenarios");
    all.extend(files("tests/faults"));
    all.extend(files("tests/cases"));
    let hard = cases::hard().into_iter();
    all.extend(hard.map(|(name, scenario)| (name.to_owned(), scenario)));
    all
}

#[test]
fn no_label_is_struck_out() {
    let (mut found, mut drawn, mut left_out) = (Vec::new(), 0, Vec::new());
    for (name, scenario) in every_case() {
        let Ok(results) = Results::new(&scenario) else {
            continue;
        };
        let charts = figures(&scenario, &results, "").into_iter();
        let charts: Vec<Figure> = charts
            .filter(|one| matches!(one.body, Body::Chart(_)))
            .collect();
        for figure in charts {
            // The widest sheet and the narrowest: the others lie between.
            for size in [Size::Slide, Size::HalfSlide] {
                let scene = lay_out(
                    &figure,
                    Sheet {
                        size,
                        theme: Theme::Light,
                    },
                );
                let of = format!("{name}, {}, {}", figure.name.key(), size.key());
                found.extend(struck(&scene).into_iter().map(|one| format!("{of}: {one}")));
                drawn += scene
                    .texts
                    .iter()
                    .filter(|one| one.part == TextPart::Label)
                    .count();
                if scene.left_out > 0 {
                    left_out.push(format!("{of}: {} left out", scene.left_out));
                }
            }
        }
    }
    println!("{drawn} labels\n{}", left_out.join("\n"));
    assert!(drawn > 3_000, "{drawn}");
    assert!(
        found.is_empty(),
        "{} struck out:\n{}",
        found.len(),
        found.join("\n")
    );
}
