//! Lanes are resized, hidden and shown; the cursor tells their values.

use super::*;
use eframe::egui::{PointerButton, Pos2};

#[test]
fn a_handle_makes_one_lane_higher_and_the_next_lower() {
    let mut harness = harness();
    let before = heights(&harness);
    let name = "Height of Wage level and Cost above the baseline";
    let from = harness.get_by_label(name).rect().center();
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for part in 1..=4 {
        harness.hover_at(from + Vec2::new(0.0, 7.0 * part as f32));
        harness.step();
    }
    harness.drop_at(from + Vec2::new(0.0, 28.0));
    harness.rest();
    let after = heights(&harness);
    assert_eq!(after[1] - before[1], 28.0);
    assert_eq!(after[2] - before[2], -28.0);
    assert_eq!((after[0], after[3]), (before[0], before[3]));
    // The same by keys, and back.
    harness.get_by_label(name).focus();
    harness.rest();
    for _ in 0..2 {
        harness.key_press(Key::ArrowUp);
        harness.rest();
    }
    assert_eq!(heights(&harness)[1], after[1] - 24.0);
    let at = harness.get_by_label(name).rect().center();
    for _ in 0..2 {
        harness.hover_at(at);
        harness.drag_at(at);
        harness.drop_at(at);
    }
    harness.rest();
    assert_eq!(heights(&harness), before);
}

#[test]
fn lanes_are_hidden_shown_alone_and_shown_again() {
    let mut harness = harness();
    let before = heights(&harness);
    harness
        .get_by_label("Wage level: show, hide or copy")
        .click();
    harness.rest();
    harness.get_by_label("Hide this lane").click();
    harness.rest();
    assert_eq!(lane(&harness, Lane::Level), None);
    let three = heights(&harness);
    assert!(three.iter().sum::<f32>() > before.iter().sum::<f32>());
    harness.get_by_label("Raises: show, hide or copy").click();
    harness.rest();
    harness.get_by_label("Show alone").click();
    harness.rest();
    assert_eq!(heights(&harness).len(), 1);
    assert!(lane(&harness, Lane::Raises).unwrap().height() > 400.0);
    harness.get_by_label("Raises: show, hide or copy").click();
    harness.rest();
    harness.get_by_label("Show all lanes").click();
    harness.rest();
    assert_eq!(heights(&harness), before);
}

#[test]
fn the_cursor_is_moved_by_the_keys_of_a_lane_and_tells_the_values() {
    let mut harness = harness();
    let name = "Wage level, cursor";
    let said = |harness: &Shown| {
        let node = harness.get_by_role_and_label(Role::Slider, name);
        node.value().unwrap()
    };
    harness.get_by_role_and_label(Role::Slider, name).focus();
    harness.rest();
    harness.key_press(Key::Home);
    harness.rest();
    // 6.5% of the employer, 9% of the union, on the first day.
    assert_eq!(said(&harness), "Oct 1, 2025: Employer 106.50, Union 109.00");
    for _ in 0..12 {
        harness.key_press(Key::ArrowRight);
        harness.rest();
    }
    // 1.065 × 1.065 and 1.09 × 1.05.
    assert_eq!(said(&harness), "Oct 1, 2026: Employer 113.42, Union 114.45");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.rest();
    assert_eq!(
        said(&harness),
        "Sep 30, 2026: Employer 106.50, Union 109.00"
    );
    // A pointer at rest over the lanes doesn't take the cursor back.
    let plot = lane(&harness, Lane::Cost).unwrap();
    harness.hover_at(plot.center());
    harness.rest();
    let there = harness.state().cursor();
    harness.key_press(Key::ArrowRight);
    harness.rest();
    assert!(harness.state().cursor() > there);
    assert_eq!(harness.state().cursor().day(), 1);
    let day = counteroffer::document::words::date(harness.state().cursor());
    assert!(
        harness
            .query_by_label_contains(&format!("At {day}"))
            .is_some()
    );
}

#[test]
fn a_narrow_window_folds_the_values_and_shows_five_raises_without_scrolling() {
    let mut harness = shown(window(), Vec2::new(1024.0, 700.0));
    harness.get_by_label("+ from B").click();
    harness.rest();
    assert!(harness.query_by_label("Show the values panel").is_some());
    for cell in [
        "Union, raise 5: Oct 1, 2028 4%",
        "Draft 1, raise 1: Oct 1, 2025 9%",
        "Draft 1, add a raise",
    ] {
        let rect = harness.get_by_label(cell).rect();
        assert!(
            rect.left() > 232.0 && rect.right() <= 1024.0,
            "{cell}: {rect:?}"
        );
    }
    // Folded to fit is no wish: with the room the panel is back.
    let wide = shown(started_again(&harness), Vec2::new(1440.0, 900.0));
    assert!(wide.query_by_label("Fold the values panel").is_some());
}

/// Charts have a menu under the other button, lanes as well; a head on a lane has its own.
#[test]
fn the_other_button_opens_the_menu_of_what_is_pointed_at() {
    let right_click = |harness: &mut Shown, at: Pos2| {
        harness.hover_at(at);
        harness.step();
        for pressed in [true, false] {
            harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            harness.step();
        }
        harness.rest();
    };
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    let offers = |harness: &Shown, words: &str| harness.query_by_label(words).is_some();
    for one in [Lane::Level, Lane::Cost, Lane::Employee] {
        let rect = lane(&harness, one).unwrap();
        right_click(&mut harness, rect.center());
        assert!(offers(&harness, "Copy picture"), "{one:?}");
        assert!(offers(&harness, "Hide this lane"), "{one:?}");
        harness.key_press(Key::Escape);
        harness.rest();
        assert!(!offers(&harness, "Copy picture"), "{one:?} stays");
    }
    let head = screen::head(&harness, "Draft 1, raise 3 of 5");
    right_click(&mut harness, head);
    assert!(offers(&harness, "Type exact values\u{2026}"));
    assert!(
        !offers(&harness, "Copy picture"),
        "the head\u{2019}s own alone"
    );
    harness.key_press(Key::Escape);
    harness.rest();
    right_click(&mut harness, head + Vec2::new(40.0, -14.0));
    assert!(offers(&harness, "Copy picture"), "beside the heads");
}
