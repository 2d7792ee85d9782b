//! The list of actions and what is drawn from it: menus, keys, the palette.

use std::collections::BTreeSet;

use counteroffer::ui::state::offered::{Menu, offered};
use counteroffer::ui::{View, views};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::{Hands, example};
use super::{driven, with_draft};
use counteroffer::ui::App;

/// Opens the palette and types into it.
fn look_for(harness: &mut Harness<'_, App>, typed: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(harness.query_by_label("Find an action").is_some());
    harness.event(Event::Text(typed.to_owned()));
    harness.run();
}

/// Types into the palette and takes the best with Enter.
fn take(harness: &mut Harness<'_, App>, typed: &str) {
    look_for(harness, typed);
    harness.key_press(Key::Enter);
    harness.run();
}

#[test]
fn a_few_letters_find_a_view_an_offer_an_action_a_setting() {
    let mut harness = with_draft();
    take(&mut harness, "gap");
    assert_eq!(harness.state().view(), views::gap::VIEW);
    take(&mut harness, "timel");
    assert_eq!(harness.state().view(), View::TIMELINE);
    take(&mut harness, "compare emp b");
    let b = harness.state().scenario().b.clone().unwrap();
    let name = harness.state().document().offer(&b).unwrap().name.clone();
    assert_eq!(name, "Employer offer");
    take(&mut harness, "undo");
    assert_ne!(harness.state().scenario().b, Some(b));
    take(&mut harness, "roll-up");
    assert!(harness.state().asks());
    assert!(harness.query_by_label("Add a rate").is_some());
    harness.key_press(Key::Escape);
    harness.run();
    // A field that is folded away is shown and has the keyboard.
    assert!(
        harness
            .query_by_role_and_label(Role::TextInput, "Discount rate")
            .is_none()
    );
    take(&mut harness, "discount");
    harness.run_steps(20);
    let field = harness.get_by_role_and_label(Role::TextInput, "Discount rate");
    assert!(field.is_focused());
}

#[test]
fn the_palette_is_walked_by_arrows_left_by_escape_and_says_when_nothing_fits() {
    let mut harness = driven(example());
    let before = harness.state().scenario().clone();
    look_for(&mut harness, "theme");
    for _ in 0..2 {
        harness.key_press(Key::ArrowDown);
        harness.run();
    }
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().asks());
    look_for(&mut harness, "qqqq");
    assert!(harness.query_by_label("Nothing is called that").is_some());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().asks());
    assert_eq!(*harness.state().scenario(), before);
}

#[test]
fn what_can_not_be_done_now_says_why_and_is_not_done() {
    let mut harness = driven(example());
    look_for(&mut harness, "earlier versions");
    assert!(harness.query_by_label("It has no file yet").is_some());
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().asks(), "the palette stays");
}

#[test]
fn there_is_no_palette_while_presenting() {
    let mut harness = driven(example());
    harness.key_press(Key::F5);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    assert!(!harness.state().asks());
}

#[test]
fn no_two_actions_share_keys_or_a_name_and_every_menu_has_some() {
    let harness = with_draft();
    let all = offered(&harness.state().context);
    let mut keys = BTreeSet::new();
    let mut names = BTreeSet::new();
    for one in &all {
        assert!(names.insert(one.name.clone()), "{} twice", one.name);
        for (modifiers, key) in one.keys.iter().flat_map(|keys| &keys.any) {
            let said = format!("{modifiers:?} {key:?}");
            assert!(keys.insert(said.clone()), "{said} twice");
        }
    }
    for menu in Menu::ALL.into_iter().chain([Menu::Lanes]) {
        let of_menu = |one: &&counteroffer::ui::state::offered::Offered| {
            one.place.is_some_and(|(of, _)| of == menu)
        };
        assert!(all.iter().any(|one| of_menu(&one)), "{menu:?} is empty");
    }
}

#[test]
fn the_list_of_keys_names_every_action_that_has_some() {
    let mut harness = with_draft();
    harness.key_press(Key::F1);
    harness.run();
    let mut said = String::new();
    for node in harness.root().children_recursive() {
        said.push_str(&node.accesskit_node().label().unwrap_or_default());
        said.push_str(&node.accesskit_node().value().unwrap_or_default());
        said.push('\n');
    }
    for one in offered(&harness.state().context) {
        if let Some(keys) = one.keys {
            assert!(
                said.lines().any(|line| line == keys.shown),
                "{}",
                keys.shown
            );
        }
    }
}
