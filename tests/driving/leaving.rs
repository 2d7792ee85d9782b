//! What is typed in a field is taken, or refused in words, whichever way the hand leaves it.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{self, Hands, key_events as key};
use crate::with_draft;
use counteroffer::ui::App;
use counteroffer::ui::state::Look;

type Window = Harness<'static, App>;

const SECOND: &str = "Draft 1, raise 2: Oct 1, 2026 5%";

/// Types over the percent of the draft's second raise in the inspector; nothing is taken yet.
fn typed(text: &str) -> Window {
    let mut harness = with_draft();
    harness.get_by_role_and_label(Role::Cell, SECOND).click();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Increase")
        .click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(text.to_owned()));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5 2026-10-01");
    harness
}

fn press(harness: &mut Window, which: Key, modifiers: Modifiers) {
    harness.input_mut().events.extend(key(which, modifiers));
    harness.run_steps(12);
}

fn click(harness: &mut Window, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(12);
}

/// What it is called, and the hand's part of it.
type Way = (&'static str, fn(&mut Window));

/// Ways out of a field that aren't a click on another part of the same page.
const WAYS: [Way; 13] = [
    ("another view by its key", |window| {
        press(window, Key::Num2, Modifiers::COMMAND);
    }),
    ("People by its key", |window| {
        press(window, Key::Num5, Modifiers::COMMAND);
    }),
    ("the values panel folded", |window| {
        press(window, Key::F7, Modifiers::NONE);
    }),
    ("the offers panel folded", |window| {
        press(window, Key::F6, Modifiers::NONE);
    }),
    ("presenting by its key", |window| {
        press(window, Key::F5, Modifiers::NONE);
        window
            .state_mut()
            .perform_one(counteroffer::ui::Action::Look(Look::Present(false)));
        window.run_steps(4);
    }),
    ("the palette", |window| {
        press(window, Key::K, Modifiers::COMMAND);
        press(window, Key::Escape, Modifiers::NONE);
    }),
    ("the list of keys", |window| {
        press(window, Key::F1, Modifiers::NONE);
    }),
    ("the export dialog", |window| {
        press(window, Key::E, Modifiers::COMMAND);
    }),
    ("a new contract", |window| {
        press(window, Key::N, Modifiers::COMMAND);
    }),
    ("Tab", |window| press(window, Key::Tab, Modifiers::NONE)),
    ("Shift and Tab", |window| {
        press(window, Key::Tab, Modifiers::SHIFT);
    }),
    ("a drag of another head", |window| {
        let from = screen::head(window, "Draft 1, raise 3 of 5");
        screen::pull(window, from, vec2(0.0, -20.0));
        window.drop_at(from + vec2(0.0, -20.0));
        window.run_steps(12);
    }),
    ("a menu", |window| click(window, "Edit")),
];

#[test]
fn what_is_typed_is_taken_whichever_way_it_is_left() {
    for (name, leave) in WAYS {
        let mut window = typed("5.75");
        leave(&mut window);
        assert_eq!(
            screen::terms(&window, "draft-1", 1),
            "5.75 2026-10-01",
            "{name}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_refused_in_words_whichever_way_it_is_left() {
    for (name, leave) in WAYS {
        let mut window = typed("3 to 4%");
        leave(&mut window);
        assert_eq!(
            screen::terms(&window, "draft-1", 1),
            "5 2026-10-01",
            "{name}"
        );
        let said = screen::said(&window);
        let notice = window.state().notice();
        assert!(
            said.contains("not taken") || notice.starts_with("Not taken:"),
            "{name}: nothing says what became of it: {notice}"
        );
    }
}

/// What is typed over a cell goes the same ways.
#[test]
fn what_is_typed_in_a_cell_is_taken_whichever_way_it_is_left() {
    for (name, leave) in WAYS {
        // Under a cell's field Tab goes to the next cell, which is a test of its own.
        let mut window = with_draft();
        window.get_by_role_and_label(Role::Cell, SECOND).click();
        window.run();
        window.event(Event::Text("5.75".to_owned()));
        window.run();
        leave(&mut window);
        assert_eq!(
            screen::terms(&window, "draft-1", 1),
            "5.75 2026-10-01",
            "{name}"
        );
    }
}
