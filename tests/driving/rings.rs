//! Whatever Tab reaches is in sight and shows it: a ring, a field's frame, a cell's border.

use counteroffer::ui::App;
use eframe::egui::{Key, Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::VIEWS;
use super::screen::{self, Hands, Rest};

/// What is drawn on and around a control besides texts: the part in sight of each shape.
fn drawn(harness: &Harness<'_, App>, at: Rect) -> Vec<String> {
    let mut drawn = Vec::new();
    for clipped in &harness.output().shapes {
        add(
            &clipped.shape,
            clipped.clip_rect,
            at.expand(5.0),
            &mut drawn,
        );
    }
    drawn
}

fn add(shape: &Shape, clip: Rect, at: Rect, drawn: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, clip, at, drawn)),
        Shape::Text(_) | Shape::Mesh(_) | Shape::Callback(_) | Shape::Noop => {}
        shape => {
            let seen = shape.visual_bounding_rect().intersect(clip);
            if seen.is_positive() && seen.intersects(at) {
                drawn.push(format!("{seen:?} {shape:?}"));
            }
        }
    }
}

/// Walks once round a view, and tells of every stop where nothing shows that it has the keyboard.
fn unmarked(harness: &mut Harness<'_, App>, name: &str, faults: &mut Vec<String>) -> usize {
    let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, Vec2::new(1024.0, 700.0));
    let mut first = None;
    for stops in 0..400 {
        harness.key_press(Key::Tab);
        harness.rest();
        let Some(id) = harness.ctx.memory(|memory| memory.focused()) else {
            continue;
        };
        if first == Some(id) {
            return stops;
        }
        first = first.or(Some(id));
        let (label, place) = {
            let mut all = harness.root().children_recursive();
            let Some(node) = all.find(|node| node.is_focused()) else {
                faults.push(format!("{name}: a stop without a node"));
                continue;
            };
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        };
        if !screen.expand(1.0).contains(place.center()) {
            faults.push(format!("{name}: {label} lies out of sight at {place:?}"));
            continue;
        }
        let with = drawn(harness, place);
        harness.ctx.memory_mut(|memory| memory.surrender_focus(id));
        harness.rest();
        let without = drawn(harness, place);
        harness.ctx.memory_mut(|memory| memory.request_focus(id));
        harness.rest();
        if !with.iter().any(|shape| !without.contains(shape)) {
            faults.push(format!("{name}: {label} at {place:?} shows no ring"));
        }
    }
    panic!("Tab never comes round in {name}");
}

#[test]
fn every_stop_of_every_view_is_in_sight_and_shows_a_ring() {
    let mut faults = Vec::new();
    let whole = counteroffer::files::parse_scenario(include_str!(
        "../../scenarios/kaiser-alliance-2025.ron"
    ))
    .unwrap();
    let mut harness = screen::shown(screen::window(whole), Vec2::new(1024.0, 700.0));
    harness.rest();
    harness.get_by_label("+ from B").click();
    harness.rest();
    for (name, view) in VIEWS {
        harness.state_mut().show(view);
        harness.rest();
        let stops = unmarked(&mut harness, name, &mut faults);
        assert!(stops > 20, "{name} has {stops} stops");
    }
    harness.state_mut().show(VIEWS[4].1);
    harness.rest();
    for page in ["Who gains", "Payroll"] {
        harness.get_by_label(&format!("People: {page}")).click();
        harness.rest();
        unmarked(&mut harness, page, &mut faults);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
