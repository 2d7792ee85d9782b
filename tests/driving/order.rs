//! Tab goes through the window as the eye does: the top bar, the left side, the headline, the
//! raises, their table, the right side.

use counteroffer::ui::App;
use counteroffer::ui::state::Ask;
use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::{self, Hands};
use super::with_draft;

/// A stop of Tab.
#[derive(Debug, Clone, PartialEq)]
struct Stop {
    role: Role,
    name: String,
    place: Rect,
}

/// The panels in the order they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Panel {
    Top,
    Left,
    Headline,
    Raises,
    Table,
    Right,
}

fn focused(harness: &Harness<'_, App>) -> Option<Stop> {
    let node = harness
        .root()
        .children_recursive()
        .find(|node| node.is_focused())?;
    Some(Stop {
        role: node.accesskit_node().role(),
        name: node.accesskit_node().label().unwrap_or_default(),
        place: node.rect(),
    })
}

/// Walks with a key until it comes round.
fn walk(harness: &mut Harness<'_, App>, modifiers: Modifiers) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for _ in 0..300 {
        harness.key_press_modifiers(modifiers, Key::Tab);
        harness.run();
        let stop = focused(harness).unwrap();
        if stops
            .first()
            .is_some_and(|first| (first.role, &first.name) == (stop.role, &stop.name))
        {
            return stops;
        }
        stops.push(stop);
    }
    panic!("Tab never comes round");
}

/// How many controls can be focused.
fn stops_there_are(harness: &Harness<'_, App>) -> usize {
    let nodes = harness.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().data().supports_action(Action::Focus))
        .count()
}

/// Whether one comes before the other in reading: higher, or in the same row further left.
fn is_read_before(one: Rect, other: Rect) -> bool {
    let same_row = one.center().y <= other.bottom() && other.center().y <= one.bottom();
    // What stands within another, as a lock in its cell, is read after it.
    if one.contains_rect(other) {
        true
    } else if same_row {
        one.center().x <= other.center().x
    } else {
        one.center().y < other.center().y
    }
}

/// So high that nothing scrolls under the walk, and places on screen are places on the page.
fn high_with_draft() -> Harness<'static, App> {
    let size = eframe::egui::vec2(1440.0, 2000.0);
    let mut harness = screen::shown(screen::window(screen::example()), size);
    harness.run();
    screen::start_draft(&mut harness);
    harness
}

#[test]
fn tab_follows_the_eye() {
    let mut harness = high_with_draft();
    let lanes = harness.get_by_role(Role::Figure).rect();
    let stops = walk(&mut harness, Modifiers::NONE);
    assert_eq!(
        stops.len(),
        stops_there_are(&harness),
        "some control isn\u{2019}t reached"
    );
    let panel_of = |stop: &Stop| match stop.role {
        Role::Slider if stop.name.contains(", raise ") => Panel::Raises,
        Role::Cell => Panel::Table,
        // The locks stand in the table's cells.
        _ if stop.place.top() >= lanes.bottom() && stop.place.left() >= lanes.left() => {
            Panel::Table
        }
        _ if stop.place.right() <= lanes.left() => Panel::Left,
        _ if stop.name.ends_with("How was this computed?") => Panel::Headline,
        _ if stop.place.bottom() < 44.0 => Panel::Top,
        _ if stop.place.left() >= lanes.right() => Panel::Right,
        _ => Panel::Raises,
    };
    // The menus stand left of the lanes, but in the top bar.
    let panels: Vec<Panel> = stops
        .iter()
        .map(|stop| {
            if stop.place.bottom() < 44.0 {
                Panel::Top
            } else {
                panel_of(stop)
            }
        })
        .collect();
    let mut seen = panels.clone();
    seen.dedup();
    use Panel::{Headline, Left, Raises, Right, Table, Top};
    assert_eq!(seen, [Top, Left, Headline, Raises, Table, Right]);
    for (pair, panel) in stops.windows(2).zip(panels.windows(2)) {
        let [one, other] = pair else { continue };
        if panel[0] == panel[1] && panel[0] != Panel::Raises {
            assert!(
                is_read_before(one.place, other.place),
                "{one:?} before {other:?}"
            );
        }
    }
    // The heads of raises follow their dates: 8 of them in the case, 15 heads.
    let heads: Vec<&Stop> = stops
        .iter()
        .filter(|stop| stop.role == Role::Slider && stop.name.contains(", raise "))
        .collect();
    assert_eq!(heads.len(), 15);
    let days: Vec<String> = heads
        .iter()
        .map(|stop| {
            let node = harness.get_by_role_and_label(Role::Slider, &stop.name);
            let words = node.value().unwrap();
            let (_, date) = words.split_once(" on ").unwrap();
            counteroffer::document::entry::date(date)
                .unwrap()
                .to_string()
        })
        .collect();
    assert!(days.is_sorted(), "{days:?}");

    let mut back = walk(&mut high_with_draft(), Modifiers::SHIFT);
    back.reverse();
    let names = |stops: &[Stop]| -> Vec<String> {
        let mut names: Vec<_> = stops.iter().map(|stop| stop.name.clone()).collect();
        // The fields of a chosen raise are there once a head was walked over.
        names.retain(|name| !["Increase", "Effective", "Remove"].contains(&name.as_str()));
        names.retain(|name| !name.starts_with("Doesn"));
        names
    };
    let (there, back) = (names(&stops), names(&back));
    let from = back.iter().position(|name| *name == there[0]).unwrap();
    let round: Vec<String> = [&back[from..], &back[..from]].concat();
    // The values panel shows what is chosen, and Tab chooses raises on its way: its stops differ.
    let before_values = |stops: Vec<String>| -> Vec<String> {
        let end = stops
            .iter()
            .position(|name| name == "Fold the values panel");
        stops[..end.unwrap()].to_vec()
    };
    let (there, round) = (before_values(there), before_values(round));
    assert!(
        there.len() > 60,
        "the walk went through {} stops",
        there.len()
    );
    assert_eq!(there, round, "Shift+Tab goes the same way back");
}

#[test]
fn tab_stays_in_a_dialog_and_follows_its_lines() {
    let mut harness = with_draft();
    harness.state_mut().open(Ask::NewContract);
    harness.run();
    // The page opens with the keyboard in its first field: Tab goes on from there, and comes back to it.
    let first = harness.get_by_role_and_label(Role::TextInput, "Case");
    assert!(first.is_focused());
    let stops = walk(&mut harness, Modifiers::NONE);
    let names: Vec<&str> = stops.iter().map(|stop| stop.name.as_str()).collect();
    let expected = [
        "First day",
        "Last day",
        "Symbol of the currency",
        "Code of the currency",
        "Employees, FTE",
        "Average pay",
        "Payroll a year",
        "or cost of 1%",
        "Last offer of the employer",
        "Last offer of the union",
        "Start",
        "Cancel",
        "Case",
    ];
    assert_eq!(names, expected);
}
