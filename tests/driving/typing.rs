//! Every key typed counts, and what is typed in a field is taken wherever the hand goes next.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, PointerButton, Pos2, ViewportCommand, ViewportEvent, ViewportId,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{self, Hands, key_events as key};
use crate::with_draft;
use counteroffer::ui::App;

fn letters(text: &str) -> Vec<Event> {
    let typed = text.chars().map(|letter| Event::Text(letter.to_string()));
    typed.collect()
}

fn click(at: Pos2) -> Vec<Event> {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(at), button(true), button(false)]
}

fn put(harness: &mut Harness<'_, App>, events: impl IntoIterator<Item = Event>) {
    harness.input_mut().events.extend(events);
}

fn choose_cell(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_role_and_label(Role::Cell, label).click();
    harness.run();
}

const SECOND: &str = "Draft 1, raise 2: Oct 1, 2026 5%";

/// Keys come with 0 to 4 frames between them, as when one types at 10 to 90 ms a key on a slow and a fast
/// machine.
#[test]
fn every_key_typed_into_a_cell_counts() {
    let cases = [
        ("10/1/27", "5 2027-10-01"),
        ("=21.5/4", "5.375 2026-10-01"),
        ("6.5%", "6.5 2026-10-01"),
        ("2027-04-01 3.25", "3.25 2027-04-01"),
    ];
    for frames in 0..=4 {
        for (text, becomes) in cases {
            let mut harness = with_draft();
            choose_cell(&mut harness, SECOND);
            for event in letters(text) {
                put(&mut harness, [event]);
                for _ in 0..frames {
                    harness.step();
                }
            }
            put(&mut harness, key(Key::Enter, Modifiers::NONE));
            harness.run();
            let now = screen::terms(&harness, "draft-1", 1);
            assert_eq!(now, becomes, "{text:?} with {frames} frames a key");
        }
    }
}

#[test]
fn typed_keys_after_enter_and_tab_go_where_the_hand_went() {
    let mut harness = with_draft();
    choose_cell(&mut harness, SECOND);
    put(&mut harness, letters("4.5"));
    put(&mut harness, key(Key::Enter, Modifiers::NONE));
    put(&mut harness, letters("4.25"));
    put(&mut harness, key(Key::Enter, Modifiers::NONE));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "4.25 2026-10-01");
}

/// Types into the inspector's field for the percent of the draft's second raise; nothing is taken yet.
fn typed_in_the_inspector(text: &str) -> Harness<'static, App> {
    let mut harness = with_draft();
    choose_cell(&mut harness, SECOND);
    harness
        .get_by_role_and_label(Role::TextInput, "Increase")
        .click();
    harness.run();
    put(&mut harness, key(Key::A, Modifiers::COMMAND));
    put(&mut harness, letters(text));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5 2026-10-01");
    harness
}

#[test]
fn what_is_typed_is_taken_wherever_the_click_goes() {
    type Where = fn(&Harness<'_, App>) -> Pos2;
    let places: [(&str, Where); 6] = [
        ("another head", |harness| {
            screen::head(harness, "Draft 1, raise 3 of 5")
        }),
        ("the ground of a lane", |harness| {
            screen::head(harness, "Draft 1, raise 3 of 5") + eframe::egui::vec2(45.0, 12.0)
        }),
        ("a cell", |harness| {
            let label = "Draft 1, raise 1: Oct 1, 2025 9%";
            harness
                .get_by_role_and_label(Role::Cell, label)
                .rect()
                .center()
        }),
        ("a tab", |harness| {
            harness.get_by_label("View: Compare").rect().center()
        }),
        ("a button of the left panel", |harness| {
            harness.get_by_label("+ midpoint").rect().center()
        }),
        ("present", |harness| {
            harness.get_by_label("Present").rect().center()
        }),
    ];
    for (name, place) in places {
        let mut harness = typed_in_the_inspector("5.75");
        let at = place(&harness);
        put(&mut harness, click(at));
        // What waits for its turn takes frames of its own.
        harness.run_steps(12);
        if harness.state().is_presenting() {
            harness
                .state_mut()
                .perform_one(counteroffer::ui::Action::Look(
                    counteroffer::ui::state::Look::Present(false),
                ));
        }
        // What is presented has no history; the document behind it has.
        let taken = harness.state().document().undo_label().is_some();
        assert!(taken, "{name}");
        assert_eq!(
            screen::terms(&harness, "draft-1", 1),
            "5.75 2026-10-01",
            "{name}"
        );
    }
}

#[test]
fn a_command_comes_after_what_is_typed() {
    let mut harness = typed_in_the_inspector("5.75");
    put(&mut harness, key(Key::N, Modifiers::COMMAND));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5.75 2026-10-01");
    assert!(harness.state().asks(), "the command was carried out too");
}

#[test]
fn escape_gives_typing_up() {
    let mut harness = typed_in_the_inspector("5.75");
    put(&mut harness, key(Key::Escape, Modifiers::NONE));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5 2026-10-01");
}

#[test]
fn what_cannot_be_read_stays_with_the_reason_beside_it() {
    let mut harness = typed_in_the_inspector("3 to 4%");
    let at = screen::head(&harness, "Draft 1, raise 3 of 5");
    put(&mut harness, key(Key::Enter, Modifiers::NONE));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5 2026-10-01");
    let said = screen::said(&harness);
    assert!(said.contains("3 to 4%"), "the typing is gone: {said}");
    assert!(said.contains("not taken"), "no reason beside it");
    put(&mut harness, click(at));
    harness.run();
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5 2026-10-01");
}

/// Where the click leads out of the field's sight, the reason stands where every message does.
#[test]
fn what_cannot_be_read_is_told_also_where_its_field_is_out_of_sight() {
    for place in ["View: Gap", "View: Years"] {
        let mut harness = typed_in_the_inspector("3 to 4%");
        let at = harness.get_by_label(place).rect().center();
        put(&mut harness, click(at));
        harness.run_steps(12);
        let notice = harness.state().notice().to_owned();
        assert!(
            notice.starts_with("Not taken:") && notice.contains("3 to 4%"),
            "{place}: {notice}"
        );
        let back = harness.get_by_label("View: Timeline").rect().center();
        put(&mut harness, click(back));
        harness.run_steps(12);
        assert!(
            screen::said(&harness).contains("not taken"),
            "it is kept to be mended"
        );
    }
    let mut harness = typed_in_the_inspector("3 to 4%");
    let at = screen::head(&harness, "Draft 1, raise 3 of 5");
    put(&mut harness, click(at));
    harness.run_steps(12);
    assert!(harness.state().notice().contains("3 to 4%"));
    let mut harness = typed_in_the_inspector("5.75");
    let at = harness.get_by_label("View: Gap").rect().center();
    put(&mut harness, click(at));
    harness.run_steps(12);
    assert!(!harness.state().notice().contains("Not taken"));
}

/// The desktop asks the window to close, as by the cross in its corner; whether the window agrees.
fn closes(harness: &mut Harness<'static, App>) -> bool {
    let input = harness.input_mut();
    let window = input.viewports.entry(ViewportId::ROOT).or_default();
    window.events.push(ViewportEvent::Close);
    harness.step();
    let commands = &harness.output().viewport_output[&ViewportId::ROOT].commands;
    !commands.contains(&ViewportCommand::CancelClose)
}

/// A window without a change that isn't saved, so that nothing but what is typed keeps it open.
fn nothing_to_save(harness: &mut Harness<'static, App>) {
    let document = harness.state_mut().document_mut();
    document.mark_saved();
    assert!(!document.is_edited());
}

#[test]
fn closing_the_window_takes_what_is_typed_or_says_why_not() {
    let mut harness = typed_in_the_inspector("5.75");
    nothing_to_save(&mut harness);
    assert!(!closes(&mut harness), "it closed over what was typed");
    assert_eq!(screen::terms(&harness, "draft-1", 1), "5.75 2026-10-01");
    assert!(harness.state().asks(), "the change isn't saved");

    let mut harness = typed_in_the_inspector("3 to 4%");
    nothing_to_save(&mut harness);
    assert!(!closes(&mut harness), "it closed over what can't be read");
    harness.run();
    assert!(screen::said(&harness).contains("not taken"));
    assert!(harness.state().asks(), "it doesn\u{2019}t say why it stays");
    assert!(!closes(&mut harness), "asked again, it closed unanswered");
    harness.run();
    harness.get_by_label("Give it up").click();
    harness.run_steps(4);
    assert!(closes(&mut harness));
}

/// Types over a field of the left panel and clicks elsewhere.
fn left_with_typed(harness: &mut Harness<'static, App>, field: &str, text: &str) {
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .focus();
    harness.run();
    put(harness, key(Key::A, Modifiers::COMMAND));
    put(harness, letters(text));
    harness.run();
    // The ground of the title's row.
    put(harness, click(Pos2::new(720.0, 100.0)));
    harness.run_steps(8);
}

fn small_unit() -> Harness<'static, App> {
    let text = include_str!("../faults/small-unit-negative.ron");
    crate::driven(counteroffer::files::parse_scenario(text).unwrap())
}

/// In every field of the left panel what can't be read, or what the document refuses, stays with the reason beside it.
#[test]
fn a_field_of_the_left_panel_keeps_what_it_refuses() {
    let cases = [
        ("Employees, FTE", "1.2.3"),
        ("Employees, FTE", "62,5x"),
        ("Average pay", "68.000"),
        ("FTE", "1.2.3"),
        ("Hourly rate", "1.2.3"),
    ];
    for (field, text) in cases {
        let mut harness = small_unit();
        left_with_typed(&mut harness, field, text);
        assert!(harness.state().document().undo_label().is_none(), "{field}");
        let refused = harness.query_by(|node| {
            let told = node
                .label()
                .is_some_and(|label| label.starts_with(&format!("{field}, not taken: ")));
            told && node.value().as_deref() == Some(text)
        });
        let refused = refused.unwrap_or_else(|| panic!("{field} lost {text}"));
        refused.focus();
        harness.run();
        put(&mut harness, key(Key::Escape, Modifiers::NONE));
        harness.run();
        let said = screen::said(&harness);
        assert!(
            !said.contains("not taken") && !said.contains(text),
            "{field}"
        );
    }
}

/// An untouched file with a refused text in a field doesn't close in silence, nor does another file take its place.
#[test]
fn what_is_refused_is_asked_about_before_it_would_be_lost() {
    let mut harness = small_unit();
    left_with_typed(&mut harness, "Employees, FTE", "62,5x");
    nothing_to_save(&mut harness);
    assert!(!closes(&mut harness), "it closed over what was typed");
    harness.run();
    let said = screen::said(&harness);
    assert!(
        said.contains("\u{201c}62,5x\u{201d} in Employees, FTE"),
        "{said}"
    );
    harness.get_by_label("Keep editing").click();
    harness.run();
    assert!(screen::said(&harness).contains("not taken"));
    harness
        .state_mut()
        .perform_one(counteroffer::ui::Action::Disk(
            counteroffer::ui::state::Disk::OpenExample,
        ));
    harness.run();
    assert!(harness.state().asks(), "the example took its place unasked");
    harness.get_by_label("Give it up").click();
    harness.run();
    assert!(!screen::said(&harness).contains("62,5x"));
}

/// Given up is given up, also where the next question is answered with staying.
#[test]
fn what_is_given_up_is_gone_where_the_window_stays() {
    let mut harness = with_draft();
    assert!(harness.state().document().is_edited());
    left_with_typed(&mut harness, "Employees, FTE", "62,5x");
    assert!(!closes(&mut harness), "it closed over what was typed");
    harness.run();
    harness.get_by_label("Give it up").click();
    harness.run();
    harness.get_by_label("Cancel").click();
    harness.run();
    let said = screen::said(&harness);
    assert!(!said.contains("62,5x"), "{said}");
    assert!(!closes(&mut harness), "it closed over a draft");
    harness.run();
    assert!(harness.query_by_label("Give it up").is_none());
}

#[test]
fn a_save_says_what_is_typed_and_not_in_it() {
    let mut harness = with_draft();
    choose_cell(&mut harness, SECOND);
    put(&mut harness, letters("2,250"));
    put(&mut harness, key(Key::Enter, Modifiers::NONE));
    harness.run();
    let path = std::env::temp_dir().join(format!("unread-{}.ron", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let save = counteroffer::ui::state::Disk::SaveTo {
        path: path.clone(),
        over: false,
    };
    harness
        .state_mut()
        .perform_one(counteroffer::ui::Action::Disk(save));
    let notice = harness.state().notice();
    std::fs::remove_file(&path).unwrap();
    assert!(
        notice.starts_with("Saved, without \u{201c}2,250\u{201d} in the raise table"),
        "{notice}"
    );
}

#[test]
fn closing_the_window_asks_about_a_page_that_is_filled_in() {
    let mut harness = with_draft();
    nothing_to_save(&mut harness);
    harness
        .state_mut()
        .open(counteroffer::ui::state::Ask::NewContract);
    harness.run();
    put(&mut harness, letters("Local 1"));
    harness.run();
    assert!(!closes(&mut harness), "it closed over a page");
    harness.run();
    harness.get_by_label("Give it up").click();
    harness.run();
    assert!(closes(&mut harness));
}

/// A headline typed in the export dialog is the case's, however the dialog is left.
#[test]
fn a_headline_typed_in_the_export_dialog_is_kept_in_the_case() {
    for way in ["Escape", "Close", "beside"] {
        let mut harness = with_draft();
        nothing_to_save(&mut harness);
        harness
            .state_mut()
            .open(counteroffer::ui::state::Ask::Export);
        harness.run_steps(4);
        harness
            .get_by_role_and_label(Role::TextInput, "Headline of the figure")
            .focus();
        harness.run_steps(2);
        put(&mut harness, key(Key::A, Modifiers::COMMAND));
        put(&mut harness, letters("What it takes"));
        harness.run_steps(4);
        match way {
            "Escape" => put(&mut harness, key(Key::Escape, Modifiers::NONE)),
            "Close" => harness.get_by_label("Close").click(),
            _ => put(&mut harness, click(Pos2::new(8.0, 450.0))),
        }
        harness.run_steps(12);
        let scenario = harness.state().scenario();
        let edit = scenario.figures.edits.first();
        let headline = edit.and_then(|edit| edit.headline.clone());
        assert_eq!(headline.as_deref(), Some("What it takes"), "{way}");
        assert!(harness.state().document().is_edited(), "{way}");
        harness.state_mut().undo(false);
        assert!(harness.state().scenario().figures.edits.is_empty(), "{way}");
    }
}
