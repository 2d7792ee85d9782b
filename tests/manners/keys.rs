//! Keys go where they belong: text fields first, dialogs before the document.

use super::*;

#[test]
fn tab_goes_from_the_tabs_to_the_offers_the_lanes_the_table_and_the_values() {
    let mut harness = harness();
    let mut stops = Vec::new();
    for _ in 0..90 {
        harness.key_press(Key::Tab);
        harness.rest();
        if let Some(node) = harness
            .root()
            .children_recursive()
            .find(|node| node.is_focused())
        {
            stops.push(node.accesskit_node().label().unwrap_or_default());
        }
    }
    let at = |name: &str| {
        stops
            .iter()
            .position(|stop| stop.starts_with(name))
            .unwrap_or_else(|| panic!("{name} is no stop: {stops:?}"))
    };
    let order = [
        "File",
        "View: Timeline",
        "Present",
        "+ from A",
        "Raises, cursor",
        "Employer offer, raise 1",
        "Wage level, cursor",
        "Employer, raise 1",
        "Hold: Nothing",
    ];
    for pair in order.windows(2) {
        assert!(
            at(pair[0]) < at(pair[1]),
            "{} after {}: {stops:?}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn undo_goes_to_a_focused_text_field_first() {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    let with_draft = harness.state().scenario().clone();
    let field = harness.get_by_role_and_label(Role::TextInput, "Employees, FTE");
    field.focus();
    harness.rest();
    harness.event(Event::Text("7".to_owned()));
    harness.rest();
    let typed = |harness: &Shown| {
        let field = harness.get_by_role_and_label(Role::TextInput, "Employees, FTE");
        field.value().unwrap()
    };
    let after = typed(&harness);
    assert_ne!(after, "62,000");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.rest();
    assert_eq!(*harness.state().scenario(), with_draft);
    assert_ne!(typed(&harness), after);
    harness.key_press(Key::Escape);
    harness.rest();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.rest();
    assert_eq!(harness.state().scenario().offers.len(), 2);
}

#[test]
fn a_tooltip_doesnt_stay_above_a_page_that_a_key_opens() {
    let mut harness = harness();
    let why = "Worked back from the employer";
    harness
        .get_by_label_contains("average pay is inferred")
        .hover();
    for _ in 0..60 {
        harness.step();
    }
    assert!(screen::painted(&harness).contains(why));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.rest();
    for _ in 0..60 {
        harness.step();
    }
    assert!(harness.query_by_label("New contract").is_some());
    assert!(!screen::painted(&harness).contains(why));
}

/// A machine that is busy for a moment draws one frame for several keys.
#[test]
fn steps_taken_back_within_one_frame_are_all_taken_back() {
    let mut harness = harness();
    for _ in 0..3 {
        harness.get_by_label("+ from A").click();
        harness.rest();
    }
    assert_eq!(harness.state().scenario().offers.len(), 5);
    let undo = || screen::key_events(Key::Z, Modifiers::COMMAND);
    harness.input_mut().events.extend([undo(), undo()].concat());
    harness.rest();
    assert_eq!(harness.state().scenario().offers.len(), 3);
    let redo = || screen::key_events(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT);
    harness.input_mut().events.extend([redo(), redo()].concat());
    harness.rest();
    assert_eq!(harness.state().scenario().offers.len(), 5);
}

#[test]
fn under_a_question_keys_do_nothing_to_the_document() {
    let mut harness = harness();
    harness.get_by_label("+ from A").click();
    harness.rest();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.rest();
    assert!(harness.query_by_label("Save the changes?").is_some());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.rest();
    assert_eq!(harness.state().scenario().offers.len(), 3);
    assert!(harness.query_by_label("Save the changes?").is_some());
}

#[test]
fn arrow_keys_walk_the_table() {
    let mut harness = harness();
    harness
        .get_by_label("Employer, raise 2: Oct 1, 2026 6.5%")
        .focus();
    harness.rest();
    for (key, expected) in [
        (Key::ArrowRight, "Employer, nothing on Apr 1, 2027"),
        (Key::ArrowDown, "Union, raise 3: Apr 1, 2027 3%"),
        (Key::ArrowLeft, "Union, raise 2: Oct 1, 2026 5%"),
    ] {
        harness.key_press(key);
        harness.rest();
        assert!(harness.get_by_label(expected).is_focused(), "{expected}");
    }
}
