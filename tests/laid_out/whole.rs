//! What is never cut: the figures on top, the dates of the lanes, the rows and columns of the table of terms that are
//! seen; and no rule runs through words.

use counteroffer::ui::views;
use counteroffer::ui::{App, View};
use eframe::egui::accesskit::Role;
use eframe::egui::{Pos2, Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::boxes::{self, Line};
use crate::screen::{self, Hands, Rest};
use crate::{SIZES, cases};

const SLACK: f32 = 2.0;

fn is_whole(line: &Line) -> bool {
    line.clip.expand(SLACK).contains_rect(line.whole)
}

/// The figures on top: each value with its name above and its note below.
fn headline(harness: &Harness<'_, App>) -> Vec<Line> {
    let nodes = harness.root().children_recursive();
    let values = nodes.filter(|node| {
        let node = node.accesskit_node();
        let label = node.label().unwrap_or_default();
        node.role() == Role::Button && label.ends_with("How was this computed?")
    });
    let values: Vec<Rect> = values.map(|node| node.rect()).collect();
    assert!(!values.is_empty(), "no figure stands on top");
    let top = values.iter().map(Rect::top).fold(f32::INFINITY, f32::min) - 60.0;
    let left = values.iter().map(Rect::left).fold(f32::INFINITY, f32::min) - 2.0;
    let lines = boxes::lines(harness);
    let raises = lines.iter().find(|line| line.words == "Raises");
    let end = raises.map_or(f32::INFINITY, |line| line.seen.top());
    let lowest = values.iter().map(Rect::bottom).fold(0.0, f32::max);
    let end = end.min(lowest + 40.0);
    let mut own = lines;
    own.retain(|line| {
        let y = line.seen.center().y;
        y > top.max(43.0) && y < end && line.seen.left() > left
    });
    // Panels stand beside.
    let right = own
        .iter()
        .map(|line| line.clip.right())
        .fold(f32::INFINITY, f32::min);
    own.retain(|line| line.seen.left() < right);
    own
}

#[test]
fn no_figure_on_top_is_cut_at_any_size_and_zoom() {
    for (name, scenario) in [
        ("crowded", cases::crowded()),
        ("ten drafts", cases::ten_drafts()),
        ("trillions", cases::trillions()),
    ] {
        for (width, height) in SIZES {
            for zoom in [1.0, 1.5, 2.0] {
                let size = vec2(width / zoom, height / zoom);
                let mut scenario = scenario.clone();
                scenario.counter = scenario.offers.last().map(|offer| offer.id.clone());
                let mut harness = screen::shown(screen::window(scenario), size);
                harness.rest();
                for line in headline(&harness) {
                    let place = format!("{name} {width} at {zoom}: {}", line.words);
                    assert!(!line.words.contains('\u{2026}'), "{place}");
                    assert!(is_whole(&line), "{place}");
                }
            }
        }
    }
}

/// A row or a column of the table is seen whole or not at all, and so are the dates of the lanes.
#[test]
fn no_row_column_or_date_is_seen_in_part() {
    for (name, scenario) in [
        ("crowded", cases::crowded()),
        ("ten drafts", cases::ten_drafts()),
        ("ten years", cases::ten_years()),
        ("five markets", cases::five_markets()),
    ] {
        for (width, height) in SIZES {
            for zoom in [1.0, 1.5, 2.0] {
                let size = vec2(width / zoom, height / zoom);
                let mut harness = screen::shown(screen::window(scenario.clone()), size);
                harness.rest();
                harness.state_mut().show(View::TIMELINE);
                harness.rest();
                let lines = boxes::lines(&harness);
                let Some(lanes) = lines.iter().find(|line| line.words == "Raises") else {
                    panic!("{name} {width} at {zoom}: no lane of raises")
                };
                let lanes = lanes.clip;
                let place = format!("{name} {width} at {zoom}");
                let dates = lines
                    .iter()
                    .filter(|line| line.words.starts_with("Oct 20") && line.words.len() == 8)
                    .filter(|line| lanes.x_range().contains(line.seen.center().x));
                // In less room the lanes are scrolled to their dates.
                if lanes.height() >= 80.0 {
                    assert!(dates.clone().count() > 1, "{place}");
                    for line in dates {
                        assert!(is_whole(line), "{place}: {}", line.words);
                    }
                }
                let table = lines.iter().filter(|line| {
                    line.seen.top() > lanes.bottom()
                        && lanes.x_range().contains(line.seen.center().x)
                });
                assert!(table.clone().count() > 2, "{place}");
                for line in table {
                    assert!(is_whole(line), "{place}: {}", line.words);
                }
            }
        }
    }
}

/// The upright lines of a frame, as far as they are seen.
fn upright(harness: &Harness<'_, App>) -> Vec<Rect> {
    fn add(shape: &Shape, clip: Rect, found: &mut Vec<Rect>) {
        match shape {
            Shape::LineSegment {
                points: [one, other],
                ..
            } if one.x == other.x => {
                let line = Rect::from_two_pos(*one, *other);
                let seen = Rect::from_min_max(line.min.max(clip.min), line.max.min(clip.max));
                found.extend((seen.height() > 0.0).then_some(seen));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        add(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

/// The page of the payroll, far above its ledger.
fn over_the_ledger((width, height): (f32, f32)) -> Harness<'static, App> {
    let window = screen::window(cases::over_the_ledger());
    let mut harness = screen::shown(window, vec2(width, height));
    harness.rest();
    harness.state_mut().show(views::people::VIEW);
    harness.rest();
    harness.get_by_label("People: Payroll").click();
    harness.rest();
    harness.hover_at(Pos2::new(1.0, 1.0));
    harness.rest();
    harness
}

/// The ground on which the share over the ledger stands reaches beyond its words.
#[test]
fn the_share_over_the_ledger_covers_no_sum() {
    for size in SIZES {
        let harness = over_the_ledger(size);
        let lines = boxes::lines(&harness);
        let share = lines
            .iter()
            .find(|line| line.words == "172.1% over")
            .unwrap();
        let ground = share.whole.expand2(vec2(7.0, 3.5));
        for line in lines.iter().filter(|line| line.words != share.words) {
            let both = line.seen.intersect(ground);
            assert!(!both.is_positive(), "{size:?}: {} is covered", line.words);
        }
    }
}

#[test]
fn no_rule_of_the_payroll_runs_through_words() {
    let harness = over_the_ledger(SIZES[0]);
    let lines = boxes::lines(&harness);
    assert!(
        lines
            .iter()
            .any(|line| line.words.contains("headers in any order"))
    );
    let rules = upright(&harness);
    assert!(rules.len() > 4, "{rules:?}");
    for line in &lines {
        let seen = line.seen.shrink(1.0);
        let through = rules.iter().find(|rule| {
            seen.x_range().contains(rule.left())
                && rule.top() < seen.bottom()
                && rule.bottom() > seen.top()
        });
        assert_eq!(through, None, "{}", line.words);
    }
}
