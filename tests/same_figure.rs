//! What is on screen is what is handed out: bounds, points, ticks and labels of each figure's chart
//! in the window equal those of the picture.
// A panic is how a test fails, and places are floating point.
#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

use std::cell::RefCell;
use std::rc::Rc;

use counteroffer::costing::results::Results;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::position::number;
use counteroffer::figure::scene::{Along, Outline, Part, Scene, Sheet, Size, Spot, TextPart};
use counteroffer::figure::{Body, Chart, Figure, Mark, build};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use counteroffer::ui::widgets::chart::{Drawn, paint};
use counteroffer::ui::widgets::theme;
use eframe::egui::Vec2;
use egui_kittest::Harness;

const EXAMPLES: [&str; 4] = [
    include_str!("../scenarios/kaiser-alliance-2025.ron"),
    include_str!("../scenarios/boeing-iam-2024.ron"),
    include_str!("../scenarios/nyc-dc37-2021.ron"),
    include_str!("../scenarios/two-market-hospital.ron"),
];

fn figures(scenario: &Scenario) -> Vec<Figure> {
    let results = Results::new(scenario).unwrap();
    build::figures(scenario, &results, "")
}

/// The chart as the window draws it.
fn on_screen(figure: &Figure, chart: &Chart) -> Drawn {
    let drawn = Rc::new(RefCell::new(Drawn::default()));
    let (seen, figure, chart) = (drawn.clone(), figure.clone(), chart.clone());
    let mut harness = Harness::builder()
        .with_size(Vec2::new(900.0, 360.0))
        .with_context_setup(theme::install)
        .build_ui(move |ui| *seen.borrow_mut() = paint(ui, &figure, &chart, 300.0));
    harness.run();
    drop(harness);
    drawn.take()
}

fn on_paper(figure: &Figure) -> Scene {
    let (size, theme) = (Size::Slide, Theme::Light);
    lay_out(figure, Sheet { size, theme })
}

/// The value that stands at a place.
fn value_at(along: &Along, place: f64) -> f64 {
    let (low, high) = (number(along.low), number(along.high));
    low + (place - along.from) / (along.to - along.from) * (high - low)
}

fn corners(scene: &Scene) -> Vec<Spot> {
    let mut corners = Vec::new();
    for shape in &scene.shapes {
        let data = [Part::Curve, Part::Stem, Part::Head, Part::Bar];
        if !data.contains(&shape.part) {
            continue;
        }
        match &shape.outline {
            Outline::Line(spots) | Outline::Area(spots) => corners.extend(spots),
            // An open bar's line runs along its edge, inside.
            Outline::Rect(rect) => {
                let line = shape.stroke.as_ref().map_or(0.0, |line| line.width);
                let rect = rect.grown(line / 2.0);
                let top = Spot {
                    x: rect.left,
                    y: rect.top,
                };
                let bottom = Spot {
                    x: rect.right,
                    y: rect.bottom,
                };
                corners.extend([top, bottom]);
            }
            Outline::Circle { centre, .. } => corners.push(*centre),
        }
    }
    corners
}

fn near(one: f64, other: f64, span: f64) -> bool {
    (one - other).abs() <= span.abs() * 1e-6 + 1e-9
}

#[test]
fn bounds_and_ticks_are_those_of_the_picture() {
    let mut seen = 0;
    for text in EXAMPLES {
        for figure in figures(&parse_scenario(text).unwrap()) {
            let Body::Chart(chart) = &figure.body else {
                continue;
            };
            let drawn = on_screen(&figure, chart);
            let scene = on_paper(&figure);
            let plot = scene.plot.unwrap();
            let turned = chart.series.iter().any(|one| one.mark == Mark::Bar);
            let sign = if turned { -1.0 } else { 1.0 };
            let [x_low, x_high, y_low, y_high] = drawn.bounds;
            let (x_span, y_span) = (x_high - x_low, y_high - y_low);
            let mut up = [plot.y.low, plot.y.high].map(|end| sign * number(end));
            up.sort_by(f64::total_cmp);
            let ends = [
                (number(plot.x.low), x_low, x_span),
                (number(plot.x.high), x_high, x_span),
                (up[0], y_low, y_span),
                (up[1], y_high, y_span),
            ];
            for (paper, screen, span) in ends {
                assert!(near(paper, screen, span), "{:?}: {ends:?}", figure.name);
            }
            let words: Vec<&str> = scene
                .texts
                .iter()
                .filter(|text| text.part == TextPart::Tick)
                .map(|text| text.text.as_str())
                .collect();
            let on_screen: Vec<&str> = drawn
                .x_ticks
                .iter()
                .chain(&drawn.y_ticks)
                .map(|(_, word)| word.as_str())
                .collect();
            for word in &words {
                let whole = on_screen.contains(word)
                    || word
                        .strip_suffix('\u{2026}')
                        .is_some_and(|start| on_screen.iter().any(|one| one.starts_with(start)));
                assert!(whole, "{:?}: {word} is only on paper", figure.name);
            }
            assert!(words.len() > 2, "{:?} has ticks", figure.name);
            seen += 1;
        }
    }
    assert!(seen >= 18, "{seen} charts were compared");
}

#[test]
fn points_and_labels_are_those_of_the_picture() {
    let mut seen = 0;
    for text in EXAMPLES {
        for figure in figures(&parse_scenario(text).unwrap()) {
            let Body::Chart(chart) = &figure.body else {
                continue;
            };
            let drawn = on_screen(&figure, chart);
            let scene = on_paper(&figure);
            let plot = scene.plot.unwrap();
            let corners = corners(&scene);
            for (series, points) in chart.series.iter().zip(&drawn.points) {
                assert_eq!(points.len(), series.points.len());
                for [x, y] in points {
                    // A bar's value is one edge of it; where it stands across is its own affair, and so
                    // is where a head stands that would meet another.
                    let found = corners.iter().any(|corner| {
                        let at = (value_at(&plot.x, corner.x), value_at(&plot.y, corner.y));
                        let (x_span, y_span) = (
                            number(plot.x.high - plot.x.low),
                            number(plot.y.high - plot.y.low),
                        );
                        let (same_x, same_y) = (near(at.0, *x, x_span), near(at.1, *y, y_span));
                        match series.mark {
                            Mark::Line | Mark::Steps | Mark::Edge => same_x && same_y,
                            Mark::Column | Mark::Stem | Mark::Dot => same_y,
                            Mark::Bar => same_x,
                        }
                    });
                    assert!(found, "{:?}: {x}, {y} is only on screen", figure.name);
                    seen += 1;
                }
            }
            let labels: Vec<&str> = chart.labels.iter().map(|one| one.text.as_str()).collect();
            assert_eq!(drawn.labels, labels);
            let on_paper: Vec<&str> = scene
                .texts
                .iter()
                .filter(|text| text.part == TextPart::Label)
                .map(|text| text.text.as_str())
                .collect();
            let missing = labels
                .iter()
                .filter(|label| !on_paper.contains(*label))
                .count();
            assert!(
                missing <= scene.left_out,
                "{:?}: {labels:?} {on_paper:?}",
                figure.name
            );
        }
    }
    assert!(seen > 200, "{seen} points were compared");
}
