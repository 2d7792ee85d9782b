//! The window without a screen: dragging, keys, undo, accessibility actions, names.
// A panic is how a test fails, and pointers move by fractions.
#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

mod screen;

use counteroffer::files::parse_scenario;
use counteroffer::scenario::OfferId;
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use screen::Hands;
use screen::{example, head, pull, terms, window};

fn harness() -> Harness<'static, App> {
    let mut harness = screen::shown(window(example()), Vec2::new(1440.0, 900.0));
    harness.run();
    harness
}

fn with_draft() -> Harness<'static, App> {
    let mut harness = harness();
    screen::start_draft(&mut harness);
    harness
}

#[test]
fn a_drag_changes_the_figures_while_it_lasts_and_is_one_step() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, Vec2::new(0.0, -18.0));
    let during = terms(&harness, "draft-1", 2);
    assert_ne!(during, "3 2027-04-01");
    let cost = |harness: &mut Harness<'_, App>| {
        let results = harness.state_mut().results();
        results
            .of(&OfferId("draft-1".to_owned()))
            .unwrap()
            .figures
            .cost
    };
    let moved = cost(&mut harness);
    harness.drop_at(from + Vec2::new(0.0, -18.0));
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), during);
    assert_eq!(cost(&mut harness), moved);
    let label = harness.state().document().undo_label().unwrap().to_owned();
    assert!(label.starts_with("Set raise 3 to "), "{label}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), during);
}

#[test]
fn sideways_comes_to_rest_on_a_first_and_fine_on_a_day() {
    let mut harness = with_draft();
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, Vec2::new(31.0, 0.0));
    let date = terms(&harness, "draft-1", 2);
    assert!(date.starts_with("3 ") && date.ends_with("-01"), "{date}");
    harness.event(Event::ModifiersChanged(Modifiers::ALT));
    harness.hover_at(from + Vec2::new(35.0, 0.0));
    harness.step();
    let fine = terms(&harness, "draft-1", 2);
    assert!(!fine.ends_with("-01"), "{fine}");
    harness.drop_at(from);
    harness.run();
}

#[test]
fn escape_leaves_no_trace() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    let label = harness.state().document().undo_label().map(str::to_owned);
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, Vec2::new(60.0, -20.0));
    assert_ne!(*harness.state().scenario(), before);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
    harness.drop_at(from + Vec2::new(60.0, -20.0));
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
    assert_eq!(
        harness.state().document().undo_label().map(str::to_owned),
        label
    );
}

#[test]
fn shift_keeps_to_the_axis_first_moved_along() {
    let mut harness = with_draft();
    let from = head(&harness, "Draft 1, raise 3 of 5");
    harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    pull(&mut harness, from, Vec2::new(0.0, -12.0));
    harness.hover_at(from + Vec2::new(80.0, -18.0));
    harness.step();
    let held = terms(&harness, "draft-1", 2);
    assert!(held.ends_with("2027-04-01"), "{held}");
    assert!(!held.starts_with("3 "), "{held}");
    harness.drop_at(from);
    harness.run();
}

#[test]
fn dragging_a_passed_offer_carries_on_with_a_counter() {
    let mut harness = harness();
    let from = head(&harness, "Employer offer, raise 2 of 5");
    pull(&mut harness, from, Vec2::new(0.0, 24.0));
    harness.drop_at(from + Vec2::new(0.0, 24.0));
    harness.run();
    assert_eq!(terms(&harness, "employer-2025-10-02", 1), "6.5 2026-10-01");
    let draft = terms(&harness, "draft-1", 1);
    assert!(
        draft.ends_with("2026-10-01") && !draft.starts_with("6.5"),
        "{draft}"
    );
    assert_eq!(
        harness.state().document().undo_label(),
        Some("Start Draft 1 from Employer offer")
    );
}

#[test]
fn the_keyboard_alone_moves_adds_and_removes() {
    let mut harness = with_draft();
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 3 of 5")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), "3.25 2027-04-01");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), "3.24 2027-04-01");
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), "3.24 2027-05-01");
    harness.key_press(Key::Delete);
    harness.run();
    let draft = harness
        .state()
        .document()
        .offer(&OfferId("draft-1".to_owned()))
        .unwrap();
    assert_eq!(draft.clauses.len(), 4);
}

#[test]
fn accessibility_actions_move_a_raise() {
    let mut harness = with_draft();
    let name = "Draft 1, raise 3 of 5";
    let node =
        |harness: &Harness<'_, App>| harness.get_by_role_and_label(Role::Slider, name).value();
    assert_eq!(node(&harness).as_deref(), Some("3 percent on Apr 1, 2027"));
    harness
        .get_by_role_and_label(Role::Slider, name)
        .increment_accesskit();
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), "3.25 2027-04-01");
    harness
        .get_by_role_and_label(Role::Slider, name)
        .decrement_accesskit();
    harness.run();
    harness
        .get_by_role_and_label(Role::Slider, name)
        .set_value_accesskit(2.75);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 2), "2.75 2027-04-01");
}

#[test]
fn nothing_private_is_presented() {
    let mut harness = with_draft();
    harness.key_press(Key::F5);
    harness.run();
    let mut seen = String::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        seen.push_str(&node.label().unwrap_or_default());
        seen.push_str(&node.value().unwrap_or_default());
        seen.push('\n');
    }
    for private in [
        "Draft 1",
        "ties the raises to ratification",
        "issues the unions list",
        "Undo",
        "Open recent",
        "Start Draft",
    ] {
        assert!(!seen.contains(private), "{private} is on screen");
    }
    assert!(seen.contains("Employer"));
    harness.key_press(Key::F5);
    harness.run();
    assert!(
        harness
            .state()
            .document()
            .offer(&OfferId("draft-1".to_owned()))
            .is_some()
    );
}

#[test]
fn holding_the_simple_sum_lets_the_others_give_way() {
    let mut harness = with_draft();
    harness.get_by_label("Hold: Simple sum").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 3 of 5")
        .set_value_accesskit(4.0);
    harness.run();
    let results = harness.state_mut().results();
    let draft = results.of(&OfferId("draft-1".to_owned())).unwrap();
    assert_eq!(
        draft.figures.simple_sum.unwrap().normalize().to_string(),
        "25"
    );
    assert_eq!(terms(&harness, "draft-1", 2), "4 2027-04-01");
}

#[test]
fn every_view_and_page_can_be_shown() {
    let mut harness = with_draft();
    for view in ["Compare", "Gap", "Years", "Timeline"] {
        harness.get_by_label(&format!("View: {view}")).click();
        harness.run();
    }
    harness.key_press(Key::F1);
    harness.run();
    assert!(
        harness
            .query_by_label("the next raise, in date order")
            .is_some()
    );
}

#[test]
fn the_table_takes_typed_and_pasted_raises() {
    let mut harness = with_draft();
    harness
        .get_by_label("Draft 1, raise 2: Oct 1, 2026 5%")
        .focus();
    harness.run();
    harness.key_press(Key::F2);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("10/1/26 =21.5/4".to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 1), "5.375 2026-10-01");
    harness
        .get_by_label("Draft 1, raise 1: Oct 1, 2025 9%")
        .focus();
    harness.run();
    harness.event(Event::Paste(
        "10/1/2025: 6%\nOctober 1, 2026 \u{2013} 4.5 %".to_owned(),
    ));
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 0), "6 2025-10-01");
    assert_eq!(terms(&harness, "draft-1", 1), "4.5 2026-10-01");
    harness
        .get_by_label("Draft 1, raise 1: Oct 1, 2025 6%")
        .focus();
    harness.run();
    harness.event(Event::Paste(
        "10/1/2025: 7%\nplus a signing bonus".to_owned(),
    ));
    harness.run();
    assert!(harness.query_by_label("1 of 2 lines can be read").is_some());
    assert_eq!(terms(&harness, "draft-1", 0), "6 2025-10-01");
    harness.get_by_label("Paste 1").click();
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 0), "7 2025-10-01");
}

#[test]
fn a_pasted_line_that_can_not_be_read_is_mended_in_the_question() {
    let mut harness = with_draft();
    harness
        .get_by_label("Draft 1, raise 1: Oct 1, 2025 9%")
        .focus();
    harness.run();
    harness.event(Event::Paste(
        "10/1/2025: 7%\n10/1/2026: 4% or so".to_owned(),
    ));
    harness.run();
    assert!(harness.query_by_label("1 of 2 lines can be read").is_some());
    harness.get_by_label("Raises, one a line").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    for _ in " or so".chars() {
        harness.key_press(Key::Backspace);
    }
    harness.run();
    assert!(harness.query_by_label("2 of 2 lines can be read").is_some());
    harness.get_by_label("Paste 2").click();
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 0), "7 2025-10-01");
    assert_eq!(terms(&harness, "draft-1", 1), "4 2026-10-01");
}

#[test]
fn a_locked_raise_changed_by_keyboard_asks_to_start_a_counter() {
    let mut harness = harness();
    harness
        .get_by_role_and_label(Role::Slider, "Union counter, raise 1 of 5")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert!(harness.query_by_label("Union counter is locked").is_some());
    // The inspector has the same button, under the question.
    let buttons = harness.get_all_by_label("Start a counter from this offer");
    buttons.last().unwrap().click();
    harness.run();
    assert_eq!(terms(&harness, "draft-1", 0), "9.25 2025-10-01");
}

#[test]
fn a_save_without_dialogs_types_the_path_and_asks_before_replacing() {
    let folder = std::env::temp_dir().join(format!("counteroffer-window-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("draft.ron");
    let mut harness = with_draft();
    for asked_again in [false, true] {
        if asked_again {
            harness.state_mut().file_mut().path = None;
            harness.state_mut().file_mut().fingerprint = None;
        }
        harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        // The dialog answers from another thread.
        for _ in 0..200 {
            harness.step();
            if harness.query_by_label("Path of the file").is_some() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(Event::Text(path.display().to_string()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        if asked_again {
            assert!(harness.query_by_label("Replace the file?").is_some());
            harness.get_by_label("Replace").click();
            harness.run();
        }
        assert!(!harness.state().document().is_edited());
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(parse_scenario(&text).unwrap(), *harness.state().scenario());
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_new_contract_starts_from_a_few_figures() {
    let mut harness = harness();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    for (field, text) in [
        ("First day", "10/1/2026"),
        ("Last day", "9/30/2029"),
        ("Employees, FTE", "1,200"),
        ("Payroll a year", "$81,600,000"),
        ("Last offer of the employer", "10/1/2026: 3%\n10/1/2027: 3%"),
        ("Last offer of the union", "10/1/2026: 5%"),
    ] {
        let all: Vec<_> = harness.get_all_by_label(field).collect();
        let field = all.into_iter().rfind(|node| {
            let role = node.accesskit_node().role();
            role == Role::TextInput || role == Role::MultilineTextInput
        });
        field.unwrap().focus();
        harness.run();
        harness.event(Event::Text(text.to_owned()));
        harness.run();
    }
    harness.get_by_label("Start").click();
    harness.run();
    assert_eq!(terms(&harness, "employer", 1), "3 2027-10-01");
    assert_eq!(terms(&harness, "union", 0), "5 2026-10-01");
    assert!(harness.state().document().is_edited());
}
