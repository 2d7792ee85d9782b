//! Nothing covers anything else while something is done either: while a head or a chip is dragged or pointed at, while
//! a cell is typed in and refused, while a menu is open.

use counteroffer::scenario::Scenario;
use counteroffer::ui::widgets::theme;
use counteroffer::ui::{App, View};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, PointerButton, Pos2, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

use crate::screen::{self, Hands, Rest};
use crate::{SIZES, boxes, cases};

/// Why `3 to 4` isn't taken.
const REASON: &str = "two numbers could be the percent";

/// Where things of a role stand that can be reached, with their names.
fn things(
    harness: &Harness<'_, App>,
    role: Role,
    is: impl Fn(&str) -> bool,
) -> Vec<(String, Pos2)> {
    let nodes = harness.root().children_recursive();
    let own = nodes.filter(|node| node.accesskit_node().role() == role);
    own.filter_map(|node| {
        let label = node.accesskit_node().label()?;
        let rect = node.rect();
        (is(&label) && rect.is_positive()).then(|| (label, rect.center()))
    })
    .collect()
}

/// The heads and chips in sight, a few of each offer.
fn grabbed(harness: &Harness<'_, App>) -> Vec<(String, Pos2)> {
    let is = |label: &str| !label.ends_with(", cursor");
    let mut all = things(harness, Role::Slider, is);
    let lanes = seen_lanes(harness);
    all.retain(|(_, at)| lanes.contains(*at));
    let lines = boxes::lines(harness);
    let chips = lines.iter().find(|line| line.words == "Other terms");
    let below = chips.map_or(f32::INFINITY, |line| line.seen.bottom());
    // Raises, other heads and chips of an offer, two of each.
    let kind = |label: &str, at: Pos2| (label.contains(", raise "), at.y > below);
    let mut kept: Vec<(String, Pos2)> = Vec::new();
    for (label, at) in all {
        let whose = label.split(", ").next().unwrap_or_default();
        let alike = kept.iter().filter(|(other, place)| {
            other.starts_with(whose) && kind(other, *place) == kind(&label, at)
        });
        if alike.count() < 2 {
            kept.push((label, at));
        }
    }
    // Chips come last; they are not left out for others.
    let (mut heads, chips): (Vec<_>, Vec<_>) = kept.into_iter().partition(|(_, at)| at.y <= below);
    heads.truncate(8);
    heads.into_iter().chain(chips.into_iter().take(3)).collect()
}

/// The lanes as far as they are seen: from their first title to the table.
fn seen_lanes(harness: &Harness<'_, App>) -> Rect {
    let lines = boxes::lines(harness);
    let title = lines.iter().find(|line| line.words == "Raises");
    title.map_or(Rect::NOTHING, |line| line.clip)
}

fn found(harness: &Harness<'_, App>, size: Vec2) -> Vec<String> {
    let lines = boxes::lines(harness);
    let mut found = boxes::overlaps(&lines);
    let window = Rect::from_min_size(Pos2::ZERO, size);
    found.extend(boxes::cuts(&lines, window, &boxes::typed(harness)));
    // In a small window lanes of curves, where a bubble is clear of words, may be out of sight.
    if size.x >= SIZES[1].0 {
        let grounds = [theme::LIGHT.chosen, theme::DARK.chosen];
        found.extend(boxes::under_bubbles(harness, &grounds));
    }
    found
}

/// What is wrong while things are done, and how often what was typed was refused.
fn faults(
    name: &str,
    scenario: &Scenario,
    (width, height): (f32, f32),
    zoom: f32,
) -> (Vec<String>, usize) {
    let size = vec2(width / zoom, height / zoom);
    let mut harness = screen::shown(screen::window(scenario.clone()), size);
    harness.rest();
    let (mut all, mut refusals) = (Vec::new(), 0);
    let mut note = |what: &str, found: Vec<String>| {
        let place = format!("{name}, {what}, {width}\u{d7}{height} at {zoom}");
        all.extend(found.into_iter().map(|one| format!("{place}: {one}")));
    };
    harness.state_mut().show(View::TIMELINE);
    harness.rest();
    for (label, at) in grabbed(&harness) {
        harness.hover_at(at);
        harness.rest();
        note(&format!("pointing at {label}"), found(&harness, size));
        for by in [vec2(70.0, -30.0), vec2(-45.0, 25.0)] {
            screen::pull(&mut harness, at, by);
            note(
                &format!("dragging {label} by {by:?}"),
                found(&harness, size),
            );
            harness.key_press(Key::Escape);
            harness.step();
            harness.drop_at(at);
            harness.rest();
        }
        assert_eq!(harness.state().scenario(), scenario, "{label}");
    }
    harness.hover_at(pos2(1.0, 1.0));
    harness.rest();
    // A cell of the table that may be typed in; what can't be read is refused beside it.
    let cells = things(&harness, Role::Cell, |_| true);
    for (label, at) in cells.iter().take(2).chain(cells.last()) {
        harness.hover_at(*at);
        harness.drag_at(*at);
        harness.step();
        harness.drop_at(*at);
        harness.rest();
        harness.key_press(Key::F2);
        harness.rest();
        harness.event(Event::Text("3 to 4".to_owned()));
        harness.rest();
        note(&format!("typing in {label}"), found(&harness, size));
        harness.key_press(Key::Enter);
        harness.rest();
        // The reason stands on a ground of its own, below its field: what it covers is meant to be covered.
        let mut refused = found(&harness, size);
        refused.retain(|one| !one.contains(REASON));
        refusals += usize::from(screen::painted(&harness).contains(REASON));
        note(&format!("refused in {label}"), refused);
        harness.key_press(Key::Escape);
        harness.rest();
        harness.key_press(Key::Escape);
        harness.rest();
    }
    harness.hover_at(pos2(1.0, 1.0));
    harness.rest();
    let dots = |label: &str| label.starts_with("Actions for ") || label.ends_with("hide or copy");
    let mut menus: Vec<(String, Pos2, PointerButton)> = Vec::new();
    let window = Rect::from_min_size(Pos2::ZERO, size);
    let mut add = |of: Vec<(String, Pos2)>, button| {
        let seen = of.into_iter().filter(|(_, at)| window.contains(*at));
        menus.extend(seen.map(|(label, at)| (label, at, button)));
    };
    add(things(&harness, Role::Button, dots), PointerButton::Primary);
    add(
        grabbed(&harness).into_iter().take(1).collect(),
        PointerButton::Secondary,
    );
    add(
        cells.into_iter().take(1).collect(),
        PointerButton::Secondary,
    );
    for (label, at, button) in menus {
        harness.hover_at(at);
        harness.step();
        for pressed in [true, false] {
            harness.event(Event::PointerButton {
                pos: at,
                button,
                pressed,
                modifiers: Default::default(),
            });
            harness.step();
        }
        harness.rest();
        note(&format!("menu of {label}"), found(&harness, size));
        harness.key_press(Key::Escape);
        harness.rest();
        harness.hover_at(pos2(1.0, 1.0));
        harness.rest();
    }
    (all, refusals)
}

#[test]
fn nothing_covers_anything_while_something_is_done() {
    let all = [
        ("case", cases::case()),
        ("five markets", cases::five_markets()),
        ("ratified late", cases::ratified_late()),
        ("ten drafts", cases::ten_drafts()),
        ("cuts", cases::cuts()),
    ];
    let (mut faults_of_all, mut refused) = (Vec::new(), 0);
    for (name, scenario) in &all {
        let large = name.ends_with("markets") || name.ends_with("late");
        let large = large.then_some((SIZES[1], 1.0));
        for (size, zoom) in [(SIZES[0], 1.0)].into_iter().chain(large) {
            let (found, refusals) = faults(name, scenario, size, zoom);
            faults_of_all.extend(found);
            refused += refusals;
        }
    }
    assert!(refused > 0, "nothing that was typed was refused");
    let count = faults_of_all.len();
    assert!(count == 0, "{count} faults:\n{}", faults_of_all.join("\n"));
}
