//! The layout's rules where not everything fits, and what tells offers apart without colour.

use counteroffer::figure::layout::lay_out;
use counteroffer::figure::palette::Theme;
use counteroffer::figure::scene::{Outline, Part, Scene, Shape, Sheet, Size, TextPart};
use counteroffer::figure::{Body, Chart, Mark, Note, Table, TableRow};
use counteroffer::scenario::{Assumption, Standing, Subject};

use crate::cases;
use crate::made;

fn texts(scene: &Scene, part: TextPart) -> Vec<&str> {
    let found = scene.texts.iter().filter(|text| text.part == part);
    found.map(|text| text.text.as_str()).collect()
}

#[test]
fn a_crowd_keeps_the_labels_of_a_and_b_and_counts_what_it_leaves_out() {
    let figure = made::crowd(14);
    let sheet = Sheet {
        size: Size::Letter,
        theme: Theme::Light,
    };
    let scene = lay_out(&figure, sheet);
    let shown = texts(&scene, TextPart::Label).len();
    assert!(scene.left_out > 0, "the crowd is too small for the test");
    assert_eq!(shown + scene.left_out, 56);
    let foot = texts(&scene, TextPart::Foot).join(" ");
    assert!(
        foot.contains(&format!("{} labels left out", scene.left_out)),
        "{foot}"
    );
    let palette = Theme::Light.palette();
    let of = |role| {
        let labels = scene.texts.iter().filter(|one| one.part == TextPart::Label);
        labels
            .filter(|one| one.look.colour == palette.text(role))
            .count()
    };
    let counts = made::ROLES.map(of);
    assert!(
        counts[0] >= counts[1] && counts[1] >= counts[3],
        "{counts:?}"
    );
    let few = lay_out(&made::crowd(1), Sheet::default());
    assert_eq!((few.left_out, texts(&few, TextPart::Label).len()), (0, 4));
    assert_eq!(
        texts(&few, TextPart::Foot),
        ["Scenario abababababab", "Figure 1"]
    );
}

#[test]
fn long_headlines_shrink_then_break_then_end_with_an_ellipsis() {
    let set = |words: usize| {
        let mut figure = made::crowd(1);
        figure.headline = vec!["Employer"; words].join(" ");
        lay_out(&figure, Sheet::default())
    };
    let short = set(5);
    let long = set(26);
    let longest = set(200);
    let size = |scene: &Scene| {
        let mut texts = scene.texts.iter();
        let headline = texts.find(|one| one.part == TextPart::Headline);
        headline.unwrap().look.size
    };
    assert_eq!(texts(&short, TextPart::Headline).len(), 1);
    assert!(size(&long) < size(&short) && size(&long) >= 0.75 * size(&short));
    let lines = texts(&long, TextPart::Headline);
    assert_eq!(lines.join(" ").split(' ').count(), 26, "no word is lost");
    let lines = texts(&longest, TextPart::Headline);
    assert_eq!(lines.len(), 3);
    assert!(lines[2].ends_with('\u{2026}'));
    // The whole of it is there for readers who can't see the picture.
    let whole = longest.title.rsplit('\u{2013}').next().unwrap();
    assert_eq!(whole.split_whitespace().count(), 200);
}

#[test]
fn notes_that_do_not_fit_are_counted_and_kept_in_the_description() {
    let mut figure = made::crowd(1);
    let long = |n| {
        format!(
            "Note {n} says at some length what the figures of this offer rest on and where it is from"
        )
    };
    figure.notes = (1..=400)
        .map(|n| Note::shortened(long(n), format!("Note {n} says it short.")))
        .collect();
    for size in Size::ALL {
        let theme = Theme::Light;
        let scene = lay_out(&figure, Sheet { size, theme });
        let shown = texts(&scene, TextPart::Note).join(" ");
        let kept = (1..=400)
            .filter(|n| shown.contains(&format!("Note {n} says")))
            .count();
        assert!((1..400).contains(&kept), "{size:?}: {shown}");
        let left = 400 - kept;
        let told = if left == 1 {
            "And 1 more note.".to_owned()
        } else {
            format!("And {left} more notes.")
        };
        assert!(shown.contains(&told), "{shown}");
        for n in 1..=400 {
            assert!(scene.description.contains(&format!("Note {n} says")));
        }
    }
}

/// Notes give way by their weight: the last becomes short first, and none goes while all fit.
/// Two dozen assumptions of every standing, each a sentence long, in the least room there is.
#[test]
fn many_assumptions_drop_no_caveat_in_any_size() {
    let mut scenario = cases::example("kaiser-alliance-2025");
    let standings = [
        Standing::Assumed,
        Standing::Inferred,
        Standing::NotIncluded,
        Standing::MadeUp,
    ];
    for number in 0..24 {
        scenario.assumptions.push(Assumption {
            about: format!(
                "the assumption number {number} about what the parties have said of their common affairs"
            ),
            standing: standings[number % 4],
            of: vec![Subject::Raises],
            why: "Somebody said so in a meeting that lasted until two in the morning.".to_owned(),
            ..scenario.assumptions[0].clone()
        });
    }
    for figure in cases::set(&scenario) {
        for size in Size::ALL {
            let theme = Theme::Light;
            let scene = lay_out(&figure, Sheet { size, theme });
            let notes: Vec<&str> = scene
                .texts
                .iter()
                .filter(|one| one.part == TextPart::Note)
                .map(|one| one.text.as_str())
                .collect();
            let notes = notes.join(" ");
            assert!(!notes.contains("more note"), "{size:?}: {notes}");
            let told = figure.notes.iter();
            for note in told.filter(|note| note.short.starts_with("Made up")) {
                assert!(notes.contains("Made up: "), "{size:?}: {}", note.short);
            }
        }
    }
}

#[test]
fn notes_become_short_from_the_last_before_any_is_left_out() {
    let mut figure = made::crowd(1);
    let long = |n| {
        format!(
            "Note {n} says at some length what the figures of this offer rest on and where it is from"
        )
    };
    for count in 1..=8 {
        figure.notes = (1..=count)
            .map(|n| Note::shortened(long(n), format!("Short {n}.")))
            .collect();
        for size in Size::ALL {
            let theme = Theme::Light;
            let scene = lay_out(&figure, Sheet { size, theme });
            let shown = texts(&scene, TextPart::Note).join(" ");
            assert!(shown.starts_with("Note: ") && shown.contains("Source: "));
            let full = (1..=count).filter(|n| shown.contains(&format!("Note {n} says")));
            let full = full.count();
            for n in 1..=count {
                let words = if n <= full {
                    long(n)
                } else {
                    format!("Short {n}.")
                };
                assert!(shown.contains(&words), "{size:?}, {n} of {count}: {shown}");
            }
            if count == 1 {
                assert_eq!(full, 1, "{size:?}: there is room for one");
            }
        }
    }
}

/// An offer that stands out: all others are grey, each with its own dash and head still.
#[test]
fn others_are_grey_beside_a_highlighted_offer() {
    let mut chart = made::four(Mark::Line);
    for series in &mut chart.series[1..] {
        series.muted = true;
    }
    let scene = lay_out(&made::figure(Body::Chart(chart)), Sheet::default());
    let palette = Theme::Light.palette();
    let colours: Vec<_> = scene
        .shapes
        .iter()
        .filter(|shape| shape.part == Part::Curve)
        .map(|shape| shape.stroke.as_ref().unwrap().colour)
        .collect();
    let grey = palette.mark(made::ROLES[3]);
    assert_eq!(colours, [palette.mark(made::ROLES[0]), grey, grey, grey]);
}

#[test]
fn a_private_sheet_says_so_and_so_does_its_title() {
    let mut figure = made::crowd(1);
    figure.private = true;
    for size in Size::ALL {
        let theme = Theme::Light;
        let scene = lay_out(&figure, Sheet { size, theme });
        assert_eq!(
            texts(&scene, TextPart::Private),
            ["Private: shows what isn\u{2019}t shared"]
        );
        assert!(scene.title.starts_with("Private: "));
        assert!(
            scene
                .description
                .contains("Private: shows what isn\u{2019}t shared")
        );
    }
}

#[test]
fn rows_that_do_not_fit_are_counted() {
    let rows = |count: usize| {
        let rows = (0..count).map(|row| TableRow {
            cells: vec![format!("Row {row}"), format!("{row}.25%")],
            total: row == 3,
        });
        lay_out(
            &made::figure(Body::Table(Table {
                columns: vec![(String::new(), None), ("Offer".to_owned(), None)],
                rows: rows.collect(),
            })),
            Sheet::default(),
        )
    };
    let cells = |scene: &Scene| texts(scene, TextPart::Cell).len();
    let few = rows(8);
    assert_eq!((few.left_out, cells(&few)), (0, 17));
    let many = rows(60);
    assert!(many.left_out > 10);
    assert_eq!(cells(&many), 1 + 2 * (60 - many.left_out));
    let foot = texts(&many, TextPart::Foot).join(" ");
    assert!(foot.contains("rows left out"), "{foot}");
}

#[test]
fn characters_the_face_lacks_are_told_and_left_to_other_faces() {
    let mut figure = made::crowd(1);
    figure.headline = "The \u{1f91d} costs $5 more \u{540d}".to_owned();
    let scene = lay_out(&figure, Sheet::default());
    assert_eq!(
        texts(&scene, TextPart::Headline),
        ["The \u{1f91d} costs $5 more \u{540d}"]
    );
    assert_eq!(scene.foreign, ['\u{1f91d}', '\u{540d}']);
}

/// What a shape looks like without its colours and its place.
fn look(shape: &Shape) -> String {
    let outline = match &shape.outline {
        Outline::Line(_) => "line".to_owned(),
        Outline::Area(places) => format!("{} corners", places.len()),
        Outline::Rect(_) => "rectangle".to_owned(),
        Outline::Circle { .. } => "circle".to_owned(),
    };
    let dash = shape.stroke.as_ref().map(|stroke| stroke.dash.clone());
    // An open head or bar is filled with the ground, whatever its colours.
    let open = shape.fill.map(|fill| fill.0) == Some(Theme::Grey.palette().paper);
    format!("{outline} {dash:?} {open}")
}

/// Every pair of offers is told apart with all colours gone, whatever they are drawn as: on each
/// theme by the pattern of its marks alone.
#[test]
fn offers_are_told_apart_without_colour() {
    for mark in [Mark::Line, Mark::Stem, Mark::Dot, Mark::Column] {
        let part = match mark {
            Mark::Line => Part::Curve,
            Mark::Column => Part::Bar,
            _ => Part::Head,
        };
        let whole = made::four(mark);
        let alone: Vec<Vec<String>> = (0..4)
            .map(|at| {
                let chart = Chart {
                    series: vec![whole.series[at].clone()],
                    ..whole.clone()
                };
                let sheet = Sheet {
                    size: Size::Slide,
                    theme: Theme::Grey,
                };
                let scene = lay_out(&made::figure(Body::Chart(chart)), sheet);
                let shapes = scene.shapes.iter().filter(|shape| shape.part == part);
                let mut looks: Vec<String> = shapes.map(look).collect();
                // How often a look comes isn't seen; which looks there are is.
                looks.sort();
                looks.dedup();
                if part == Part::Bar {
                    looks.push(format!("{:?}", slopes(&scene)));
                }
                looks
            })
            .collect();
        for one in 0..4 {
            for other in one + 1..4 {
                assert!(!alone[one].is_empty());
                assert_ne!(alone[one], alone[other], "{mark:?}: {one} and {other}");
            }
        }
    }
}

/// Whether the lines within bars are level, slanted or none.
fn slopes(scene: &Scene) -> Vec<bool> {
    let mut found: Vec<bool> = scene
        .shapes
        .iter()
        .filter(|shape| shape.part == Part::Bar)
        .filter_map(|shape| match &shape.outline {
            Outline::Line(ends) => Some((ends[0].y - ends[1].y).abs() > 0.01),
            _ => None,
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Where labels don't name the offers, a key does, with each offer's own mark.
#[test]
fn every_series_is_named() {
    for mark in [Mark::Line, Mark::Stem, Mark::Column] {
        let scene = lay_out(
            &made::figure(Body::Chart(made::four(mark))),
            Sheet::default(),
        );
        let names = ["Offer 0", "Offer 1", "Offer 2", "Offer 3"];
        assert_eq!(texts(&scene, TextPart::Key), names);
        let signs = scene.shapes.iter().filter(|shape| shape.part == Part::Key);
        assert!(signs.count() >= 4);
    }
}
