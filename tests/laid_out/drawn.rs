//! What is drawn is what is: amounts beside their bars, costs saved below their line, charts of the offers in the
//! tables under them, names that keep what tells them apart.

use counteroffer::document::Command;
use counteroffer::scenario::{Ratification, Scenario};
use counteroffer::ui::widgets::theme::{self, Role};
use counteroffer::ui::{App, View, views};
use counteroffer::units::Date;
use eframe::egui::{Color32, OutputCommand, Pos2, Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{self, Hands, Rest};
use crate::{SIZES, boxes, cases};

fn shown(scenario: Scenario, size: (f32, f32), view: View) -> Harness<'static, App> {
    let size = Vec2::new(size.0, size.1);
    let mut harness = screen::shown(screen::window(scenario), size);
    harness.rest();
    harness.state_mut().show(view);
    harness.rest();
    harness
}

/// The grounds painted in one of some colours, as far as they are seen.
fn filled(harness: &Harness<'_, App>, colors: &[Color32]) -> Vec<Rect> {
    fn add(shape: &Shape, clip: Rect, colors: &[Color32], found: &mut Vec<Rect>) {
        match shape {
            Shape::Rect(rect) if colors.contains(&rect.fill) => {
                let seen = rect.rect.intersect(clip);
                found.extend(seen.is_positive().then_some(seen));
            }
            Shape::Vec(shapes) => shapes
                .iter()
                .for_each(|shape| add(shape, clip, colors, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, clipped.clip_rect, colors, &mut found);
    }
    found
}

/// The ends of the lines painted, of dashes too.
fn segments(harness: &Harness<'_, App>) -> Vec<[Pos2; 2]> {
    fn add(shape: &Shape, found: &mut Vec<[Pos2; 2]>) {
        match shape {
            Shape::LineSegment { points, .. } => found.push(*points),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, &mut found);
    }
    found
}

fn upright(harness: &Harness<'_, App>) -> Vec<[Pos2; 2]> {
    let all = segments(harness).into_iter();
    all.filter(|[one, other]| one.x == other.x).collect()
}

fn level(harness: &Harness<'_, App>) -> Vec<[Pos2; 2]> {
    let all = segments(harness).into_iter();
    all.filter(|[one, other]| one.y == other.y).collect()
}

/// The numbers of the ten drafts a line names: `04` of `…proposal 04 of the…`.
fn numbers(words: &str) -> Vec<String> {
    let parts = words.split(|char: char| !char.is_ascii_digit());
    let two = parts.filter(|part| part.len() == 2 && (part.starts_with('0') || *part == "10"));
    two.map(str::to_owned).collect()
}

#[test]
fn no_cut_name_loses_what_tells_it_apart_in_any_view() {
    let views = [
        View::TIMELINE,
        views::compare::VIEW,
        views::gap::VIEW,
        views::years::VIEW,
        views::people::VIEW,
    ];
    for size in SIZES {
        for view in views {
            let harness = shown(cases::ten_drafts(), size, view);
            let lines = boxes::lines(&harness);
            // A card has two lines for a name, of which the second goes on; a page's sentences and titles are whole.
            let cut = lines.iter().filter(|line| {
                let name = line.words.contains("propos") || line.words.contains("Compr");
                name && line.words.contains('\u{2026}') && line.seen.right() > 250.0
            });
            for line in cut {
                let words = &line.words;
                assert!(
                    !numbers(words).is_empty(),
                    "{size:?}, {}: {words}",
                    view.title
                );
            }
        }
        let harness = shown(cases::ten_drafts(), size, View::TIMELINE);
        let lines = boxes::lines(&harness);
        // A row of the table for each offer in sight, its name left of the first date.
        let head = lines.iter().find(|line| line.words == "Apr 1").unwrap();
        let names = lines.iter().filter(|line| {
            line.seen.top() > head.seen.bottom()
                && line.seen.left() > 240.0
                && line.seen.right() < head.seen.left()
                && line.words.starts_with('\u{2026}')
        });
        let names: Vec<&str> = names.map(|line| line.words.as_str()).collect();
        let mut distinct: Vec<String> = names.iter().flat_map(|name| numbers(name)).collect();
        distinct.dedup();
        assert!(names.len() >= 3, "{size:?}: {names:?}");
        assert_eq!(names.len(), distinct.len(), "{size:?}: {names:?}");
    }
}

#[test]
fn each_lane_says_the_values_of_all_three_offers_however_long_their_names_are() {
    for size in SIZES {
        let harness = shown(cases::ten_drafts(), size, View::TIMELINE);
        let lines = boxes::lines(&harness);
        for lane in ["Wage level", "Cost above the baseline"] {
            let title = lines.iter().find(|line| line.words == lane).unwrap();
            let row = title.seen.y_range();
            let beside = lines.iter().filter(|line| {
                row.contains(line.seen.center().y)
                    && line.seen.left() > title.seen.right()
                    && line.seen.right() < size.0 - 100.0
            });
            let said: Vec<String> = beside.flat_map(|line| numbers(&line.words)).collect();
            for number in ["04", "08", "06"] {
                assert!(
                    said.iter().any(|one| one == number),
                    "{size:?}, {lane}: {said:?}"
                );
            }
        }
    }
}

#[test]
fn charts_draw_and_copy_the_offers_of_the_tables_below_them() {
    let mut harness = shown(cases::ten_drafts(), SIZES[1], views::people::VIEW);
    let all = boxes::lines(&harness);
    let plot = all
        .iter()
        .find(|line| line.words == "Oct 2029")
        .unwrap()
        .seen;
    let ends = all.iter().filter(|line| {
        line.seen.left() > plot.left()
            && line.seen.bottom() < plot.top()
            && line.seen.top() > 200.0
            && line.words.contains('$')
    });
    let mut drawn: Vec<String> = ends.flat_map(|line| numbers(&line.words)).collect();
    drawn.sort();
    let said = screen::said(&harness);
    // The head of the table under the chart, as it is spoken.
    let head = said
        .lines()
        .find(|line| line.starts_with(": Compr"))
        .unwrap();
    let mut tabled = numbers(head);
    tabled.sort();
    assert_eq!(drawn, ["04", "06", "08", "10"]);
    assert_eq!(drawn, tabled, "{head}");
    harness
        .get_by_label_contains("Copy data of One employee")
        .click();
    harness.step();
    let copied = harness.output().platform_output.commands.iter();
    let copied = copied.filter_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.collect::<String>();
    assert!(
        copied.contains("proposal 10") && !copied.contains("proposal 01"),
        "{copied}"
    );
}

/// The bars of the gap of ten drafts lie left and right of zero; no amount stands on one.
#[test]
fn amounts_of_the_gap_stand_beside_their_bars() {
    let mut scenario = cases::ten_drafts();
    for (a, b) in [
        ("offer-3", "offer-7"),
        ("offer-7", "offer-3"),
        ("offer-0", "offer-1"),
    ] {
        scenario.a = Some(counteroffer::scenario::OfferId(a.to_owned()));
        scenario.b = Some(counteroffer::scenario::OfferId(b.to_owned()));
        for size in SIZES {
            let harness = shown(scenario.clone(), size, views::gap::VIEW);
            let parts = [Role::More, Role::Less, Role::Total];
            let of = |palette: theme::Palette| parts.map(|role| palette.mark(role));
            let roles = [of(theme::LIGHT), of(theme::DARK)].concat();
            // The plot ends above its caption.
            let bars = filled(&harness, &roles);
            assert!(bars.len() > 2, "{bars:?}");
            let lines = boxes::lines(&harness);
            let amounts = lines.iter().filter(|line| line.words.contains('$'));
            let amounts: Vec<_> = amounts
                .filter(|line| {
                    bars.iter()
                        .any(|bar| bar.y_range().contains(line.seen.center().y))
                })
                .filter(|line| line.seen.right() < size.0 * 0.6)
                .collect();
            assert!(amounts.len() > 2, "{a} {b} {size:?}");
            for line in amounts {
                let on = bars.iter().any(|bar| {
                    bar.intersect(line.seen).width() > 1.0
                        && bar.intersect(line.seen).height() > 1.0
                });
                assert!(!on, "{a} {b} {size:?}: {} stands on a bar", line.words);
            }
        }
    }
}

#[test]
fn what_a_cut_saves_hangs_below_the_line_that_costs_stand_on() {
    for (scenario, down) in [(cases::cuts(), true), (screen::example(), false)] {
        let mut harness = shown(scenario, SIZES[1], View::TIMELINE);
        let offer = harness.state().scenario().offers[0].id.clone();
        harness.state_mut().choose(&offer, 0);
        harness.rest();
        let bars = filled(&harness, &[theme::LIGHT.today, theme::DARK.today]);
        let bars: Vec<Rect> = bars.into_iter().filter(|bar| bar.left() > 1000.0).collect();
        assert_eq!(bars.len(), 4, "{bars:?}");
        for bar in bars {
            let base = if down { bar.top() } else { bar.bottom() };
            let stands = |y: f32, [one, other]: &[Pos2; 2]| {
                (one.y - y).abs() < 0.6 && one.x <= bar.left() && other.x >= bar.right()
            };
            let on_line = level(&harness).iter().any(|line| stands(base, line));
            assert!(on_line && bar.height() > 2.0, "{down}: {bar}");
        }
    }
}

/// Of ten drafts four give a bonus on one day: A its own chip, three that are only there one together.
#[test]
fn a_term_that_offers_aside_have_alike_is_one_chip() {
    let mut harness = shown(cases::ten_drafts(), SIZES[0], View::TIMELINE);
    let chips = |harness: &Harness<'_, App>| {
        let lines = boxes::lines(harness);
        lines
            .iter()
            .filter(|line| line.words == "$1,500 bonus")
            .count()
    };
    assert_eq!(chips(&harness), 2);
    // One that is worked on has its own again.
    let id = harness.state().scenario().offers[6].id.clone();
    harness.state_mut().apply(Command::WorkOn(Some(id)));
    harness.rest();
    assert_eq!(chips(&harness), 3);
}

#[test]
fn no_line_runs_through_the_words_of_a_lane_that_has_no_curves() {
    for scenario in [cases::offers_alone(), cases::one_offer()] {
        for size in SIZES {
            let harness = shown(scenario.clone(), size, View::TIMELINE);
            let lines = boxes::lines(&harness);
            let words: Vec<_> = lines
                .iter()
                .filter(|line| {
                    line.words.contains("t be drawn") || line.words.contains("no two offers")
                })
                .collect();
            assert!(!words.is_empty(), "{size:?}");
            for line in words {
                let through = upright(&harness).into_iter().find(|[one, other]| {
                    let (top, bottom) = (one.y.min(other.y), one.y.max(other.y));
                    line.seen.x_range().contains(one.x)
                        && top < line.seen.bottom()
                        && bottom > line.seen.top()
                });
                assert_eq!(through, None, "{size:?}: {}", line.words);
            }
        }
    }
}

/// A board's report came 33 months after the first day: the slider of a year doesn't say twelve.
#[test]
fn a_late_ratification_is_told_in_all_its_months() {
    let mut harness = shown(cases::cuts(), SIZES[1], views::gap::VIEW);
    for (day, months) in [
        ("2025-10-01", 0),
        ("2025-10-02", 1),
        ("2026-10-01", 12),
        ("2028-07-01", 33),
    ] {
        let day = Date::parse(day).unwrap();
        harness
            .state_mut()
            .apply(Command::Ratify(Ratification::On(day)));
        harness.rest();
        let said = screen::said(&harness);
        assert!(
            said.lines().any(|line| line == months.to_string()),
            "{months}: {said}"
        );
    }
}
