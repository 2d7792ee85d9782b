//! Laid-out boxes: inside the sheet, apart from each other, and as large as what is drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use counteroffer::export::picture::Picture;
use counteroffer::figure::layout::lay_out;
use counteroffer::figure::measure::{REGULAR, SEMIBOLD};
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Outline, Part, Rect, Scene, Sheet, Size, TextBox, TextPart};
use counteroffer::figure::{Body, Figure};
use resvg::usvg;

use crate::cases;

/// Everything that must hold of a scene, whatever the figure.
pub fn sound(scene: &Scene, of: &str) {
    let canvas = scene.canvas();
    for (at, text) in scene.texts.iter().enumerate() {
        let told = format!("{of}: \"{}\" at {:?}", text.text, text.bounds);
        assert!(!text.text.trim().is_empty(), "{of}: an empty text");
        assert!(canvas.holds(&text.bounds), "{told} leaves the sheet");
        for other in &scene.texts[at + 1..] {
            assert!(
                !text.bounds.overlaps(&other.bounds),
                "{told} overlaps \"{}\" at {:?}",
                other.text,
                other.bounds
            );
        }
        for head in &scene.heads {
            assert!(!text.bounds.overlaps(head), "{told} covers a head");
        }
    }
    for shape in &scene.shapes {
        let places = match &shape.outline {
            Outline::Line(places) | Outline::Area(places) => places.clone(),
            Outline::Rect(rect) => vec![rect_corner(rect, true), rect_corner(rect, false)],
            Outline::Circle { centre, radius } => {
                let around = Rect::around(*centre, *radius, *radius);
                vec![rect_corner(&around, true), rect_corner(&around, false)]
            }
        };
        for place in places {
            let dot = Rect::new(place.x, place.y, place.x, place.y);
            assert!(place.x.is_finite() && place.y.is_finite(), "{of}");
            assert!(
                canvas.holds(&dot),
                "{of}: {:?} leaves the sheet",
                shape.part
            );
        }
    }
}

fn rect_corner(rect: &Rect, first: bool) -> counteroffer::figure::scene::Spot {
    let (x, y) = if first {
        (rect.left, rect.top)
    } else {
        (rect.right, rect.bottom)
    };
    counteroffer::figure::scene::spot(x, y)
}

/// What each figure must show on each sheet.
pub fn complete(scene: &Scene, figure: &Figure, of: &str) {
    let count = |part: TextPart| scene.texts.iter().filter(|one| one.part == part).count();
    assert!((1..=3).contains(&count(TextPart::Headline)), "{of}");
    assert!((1..=3).contains(&count(TextPart::Subtitle)), "{of}");
    let feet: Vec<&str> = scene
        .texts
        .iter()
        .filter(|one| one.part == TextPart::Foot)
        .map(|one| one.text.as_str())
        .collect();
    let number = figure.number.map(|number| format!("Figure {number}"));
    let number = number.unwrap_or_default();
    assert!(feet.iter().any(|foot| foot.starts_with(&number)), "{of}");
    let told = scene.texts.iter().filter(|one| one.part == TextPart::Case);
    assert_eq!(told.count() > 0, !figure.case.is_empty(), "{of}");
    assert!(feet.contains(&"Scenario 000000000000"), "{of}: {feet:?}");
    match &figure.body {
        Body::Chart(chart) => {
            let labels = count(TextPart::Label);
            // A label at a curve's end may take several lines.
            let missing = chart.labels.len().saturating_sub(labels);
            // Rules' labels are counted with them.
            assert!(scene.left_out >= missing, "{of}: labels missing unsaid");
            assert!(count(TextPart::Tick) >= 3, "{of}: hardly a tick");
        }
        Body::Table(_) => assert!(count(TextPart::Cell) > 4, "{of}"),
        Body::Empty(_) => assert!(count(TextPart::Message) > 0, "{of}"),
    }
    if scene.left_out > 0 {
        assert!(
            feet.iter()
                .any(|foot| foot.contains("left out") || foot.ends_with('\u{2026}')),
            "{of}: {} left out unsaid",
            scene.left_out
        );
    }
}

/// On a slide nothing of the body is smaller than 12 points.
pub fn readable(scene: &Scene, of: &str) {
    let least = match scene.sheet.size {
        Size::Slide => 12.0,
        Size::HalfSlide | Size::Square => 9.0,
        Size::Letter => 7.0,
    };
    for text in &scene.texts {
        let small = matches!(
            text.part,
            TextPart::Note | TextPart::Foot | TextPart::Case | TextPart::Private
        );
        let least = if small { 7.0 } else { least };
        assert!(text.look.size >= least, "{of}: {}", text.text);
    }
}

fn faces() -> usvg::Options<'static> {
    let mut options = usvg::Options {
        dpi: 72.0,
        ..usvg::Options::default()
    };
    let faces = Arc::make_mut(&mut options.fontdb);
    for bytes in [REGULAR, SEMIBOLD] {
        faces.load_font_data(bytes.to_vec());
    }
    options
}

/// The ink of each text as a second parse of the saved SVG finds it.
fn ink(svg: &str, options: &usvg::Options<'_>) -> Vec<(String, Rect)> {
    fn collect(group: &usvg::Group, found: &mut Vec<(String, Rect)>) {
        for node in group.children() {
            match node {
                usvg::Node::Group(group) => collect(group, found),
                usvg::Node::Text(text) => {
                    let words: String = text.chunks().iter().map(|one| one.text()).collect();
                    let ink = text.flattened().abs_bounding_box();
                    let [left, top, right, bottom] =
                        [ink.left(), ink.top(), ink.right(), ink.bottom()].map(f64::from);
                    found.push((words, Rect::new(left, top, right, bottom)));
                }
                _ => {}
            }
        }
    }
    let tree = usvg::Tree::from_str(svg, options).unwrap();
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    found
}

fn check(figures: &[Figure], case: &str, parse: &[Size]) {
    let options = faces();
    for figure in figures {
        for size in Size::ALL {
            let light = Theme::Light;
            let of = format!("{case}, {}, {}", figure.name.key(), size.key());
            let sheet = Sheet { size, theme: light };
            let scene = lay_out(figure, sheet);
            sound(&scene, &of);
            complete(&scene, figure, &of);
            readable(&scene, &of);
            // Themes change colours, never places or words.
            let themes = [Theme::Dark, Theme::Grey];
            for theme in themes.into_iter().filter(|_| size == Size::Letter) {
                let other = lay_out(figure, Sheet { size, theme });
                let places = |scene: &Scene| -> Vec<(String, Rect)> {
                    let texts = scene.texts.iter();
                    texts.map(|one| (one.text.clone(), one.bounds)).collect()
                };
                assert_eq!(places(&scene), places(&other), "{of}");
                assert_eq!(scene.shapes.len(), other.shapes.len(), "{of}");
            }
            if !parse.contains(&size) {
                continue;
            }
            let picture = Picture::of(&scene).unwrap();
            let drawn = ink(picture.svg_with_text(), &options);
            assert_eq!(drawn.len(), scene.texts.len(), "{of}");
            for ((words, ink), text) in drawn.iter().zip(&scene.texts) {
                assert_eq!(*words, text.text, "{of}");
                // The arm of an f reaches beyond its advance.
                assert!(
                    text.bounds.grown(0.05 * text.look.size).holds(ink),
                    "{of}: \"{words}\" is drawn at {ink:?}, measured at {:?}",
                    text.bounds
                );
            }
        }
    }
}

#[test]
fn nothing_is_cut_and_nothing_overlaps_in_the_examples() {
    for name in cases::EXAMPLES {
        check(&cases::set(&cases::example(name)), name, &Size::ALL);
    }
}

#[test]
fn nothing_is_cut_and_nothing_overlaps_in_hard_cases() {
    let hard = cases::hard();
    assert!(hard.len() > 10);
    for (name, scenario) in hard {
        check(&cases::set(&scenario), name, &[Size::HalfSlide]);
    }
}

/// Heads stay on their values, and near their dates: side by side only where they would overlap.
#[test]
fn heads_stand_at_their_values_and_never_on_each_other() {
    for (name, scenario) in cases::hard() {
        for figure in cases::set(&scenario) {
            let scene = lay_out(&figure, Sheet::default());
            for (at, head) in scene.heads.iter().enumerate() {
                let radius = head.width() / 2.0 / 1.2;
                for other in &scene.heads[at + 1..] {
                    let apart = (head.centre().x - other.centre().x)
                        .hypot(head.centre().y - other.centre().y);
                    assert!(apart > radius, "{name}, {}", figure.name.key());
                }
            }
        }
    }
}

/// Each label stands nearer to its own head than to any other, or a line leads from it to its head.
#[test]
fn labels_of_stems_are_near_their_heads() {
    let figure = cases::one(&cases::kaiser(), counteroffer::figure::FigureName::Timeline);
    for size in Size::ALL {
        let theme = Theme::Light;
        let scene = lay_out(&figure, Sheet { size, theme });
        let mut used: BTreeMap<usize, usize> = BTreeMap::new();
        let labels: Vec<&TextBox> = scene
            .texts
            .iter()
            .filter(|one| one.part == TextPart::Label)
            .collect();
        assert_eq!(labels.len(), scene.heads.len());
        for label in labels {
            let away = |head: &Rect| {
                let (at, bounds) = (head.centre(), label.bounds);
                let x = at.x.clamp(bounds.left, bounds.right) - at.x;
                let y = at.y.clamp(bounds.top, bounds.bottom) - at.y;
                x.hypot(y)
            };
            let nearest = scene
                .heads
                .iter()
                .enumerate()
                .min_by(|one, other| away(one.1).total_cmp(&away(other.1)));
            *used.entry(nearest.unwrap().0).or_default() += 1;
        }
        let doubtful: usize = used.values().map(|count| count - 1).sum();
        let leaders = scene.shapes.iter().filter(|one| one.part == Part::Leader);
        assert!(doubtful <= leaders.count(), "{size:?}: {used:?}");
    }
}

/// The shade between two curves lies between them: its corners are theirs.
#[test]
fn the_gap_is_shaded_between_the_curves() {
    let figure = cases::one(&cases::kaiser(), counteroffer::figure::FigureName::Cost);
    let scene = lay_out(&figure, Sheet::default());
    let of = |part: Part| -> Vec<Vec<(i64, i64)>> {
        let shapes = scene.shapes.iter().filter(|shape| shape.part == part);
        shapes
            .filter_map(|shape| match &shape.outline {
                Outline::Line(places) | Outline::Area(places) => Some(places),
                _ => None,
            })
            .map(|places| {
                let hundredths = |value: f64| (value * 100.0).round() as i64;
                places
                    .iter()
                    .map(|at| (hundredths(at.x), hundredths(at.y)))
                    .collect()
            })
            .collect()
    };
    let (shades, curves) = (of(Part::Shade), of(Part::Curve));
    assert_eq!((shades.len(), curves.len()), (1, 2));
    assert_eq!(shades[0].len(), curves[0].len() + curves[1].len());
    let corners = curves.concat();
    assert!(shades[0].iter().all(|corner| corners.contains(corner)));
}
