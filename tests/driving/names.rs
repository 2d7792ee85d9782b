//! Every control has a name, in each view, menu and dialog; and takes a screen reader's actions.

use std::path::PathBuf;

use counteroffer::scenario::OfferId;
use counteroffer::ui::App;
use counteroffer::ui::state::Ask;
use eframe::egui::Key;
use eframe::egui::accesskit::{Action, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::{Hands, said, terms};
use super::{VIEWS, driven, with_draft};

/// How many controls can be acted on; fails on one without a name.
pub fn named(harness: &Harness<'_, App>, at: &str) -> usize {
    let mut controls = 0;
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        if node.data().supports_action(Action::Focus) {
            let name = node.label().unwrap_or_default();
            assert!(
                !name.trim().is_empty(),
                "{at}: a {:?} without a name",
                node.role()
            );
            controls += 1;
        }
    }
    assert_eq!(harness.unnamed_widgets(), Vec::<String>::new(), "{at}");
    controls
}

#[test]
fn every_control_of_every_view_has_a_name() {
    let mut harness = with_draft();
    for (name, view) in VIEWS {
        harness.state_mut().show(view);
        harness.run();
        assert!(named(&harness, name) > 25, "{name}");
    }
    harness.key_press(Key::F5);
    for (name, view) in VIEWS {
        harness.state_mut().show(view);
        harness.run();
        assert!(named(&harness, &format!("presented: {name}")) > 5);
    }
}

#[test]
fn every_item_of_every_menu_has_a_name() {
    let mut harness = with_draft();
    harness.state_mut().file_mut().recent = vec![PathBuf::from("/somewhere/case.ron")];
    harness.run();
    let closed = named(&harness, "no menu");
    for menu in [
        "File",
        "Edit",
        "View",
        "Help",
        "Actions for Employer offer",
        "Actions for Draft 1",
        "Ratified: on time",
        "Retroactive pay: by offer",
    ] {
        harness.get_by_label(menu).click();
        harness.run();
        assert!(named(&harness, menu) > closed, "{menu} opens nothing");
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(named(&harness, menu), closed, "{menu} doesn\u{2019}t close");
    }
}

#[test]
fn every_control_of_every_dialog_has_a_name() {
    let draft = OfferId("draft-1".to_owned());
    let words = || "what is wrong".to_owned();
    let dialogs = [
        (
            "a path",
            Ask::TypePath {
                saving: true,
                path: String::new(),
            },
        ),
        (
            "replace",
            Ask::Replace {
                path: PathBuf::from("/somewhere/case.ron"),
                reasons: vec![words()],
            },
        ),
        (
            "trouble",
            Ask::Trouble {
                title: "It can\u{2019}t".to_owned(),
                words: words(),
            },
        ),
        (
            "a counter",
            Ask::StartCounter {
                from: draft.clone(),
                then: None,
            },
        ),
        (
            "pasted",
            Ask::Pasted {
                offer: draft.clone(),
                column: 0,
                text: "10/1/2027: 3%\nand a bonus".to_owned(),
            },
        ),
        ("rename", Ask::Rename(draft)),
        (
            "how",
            Ask::How {
                title: "Gap".to_owned(),
                figure: "1".to_owned(),
                how: words(),
            },
        ),
        ("new", Ask::NewContract),
        ("keys", Ask::Keys),
        ("about", Ask::About),
    ];
    for (name, dialog) in dialogs {
        let mut harness = with_draft();
        let closed = said(&harness).lines().count();
        harness.state_mut().open(dialog);
        harness.run();
        named(&harness, name);
        assert!(
            said(&harness).lines().count() > closed,
            "{name} isn\u{2019}t there"
        );
        harness.key_press(Key::Escape);
        harness.run();
        assert!(!harness.state().asks(), "Escape leaves {name} open");
    }
}

/// Line 3 of the promise: each head of an open offer by Increment, Decrement and SetValue.
#[test]
fn actions_move_every_head_of_an_open_offer() {
    for number in 1..=5 {
        let mut harness = with_draft();
        let name = format!("Draft 1, raise {number} of 5");
        let now = |harness: &Harness<'_, App>| terms(harness, "draft-1", number - 1);
        let head = |harness: &mut Harness<'_, App>, act: &dyn Fn(egui_kittest::Node<'_>)| {
            act(harness.get_by_role_and_label(Role::Slider, &name));
            harness.run();
        };
        let before = now(&harness);
        let percent: f64 = before.split(' ').next().unwrap().parse().unwrap();
        let date = before.split(' ').nth(1).unwrap().to_owned();
        head(&mut harness, &|node| node.increment_accesskit());
        assert_eq!(now(&harness), format!("{} {date}", percent + 0.25));
        head(&mut harness, &|node| node.decrement_accesskit());
        assert_eq!(now(&harness), before);
        head(&mut harness, &|node| node.decrement_accesskit());
        assert_eq!(now(&harness), format!("{} {date}", percent - 0.25));
        head(&mut harness, &|node| node.set_value_accesskit(6.37));
        assert_eq!(now(&harness), format!("6.37 {date}"));
        head(&mut harness, &|node| node.set_text_value_accesskit("5.5%"));
        assert_eq!(now(&harness), format!("5.5 {date}"));
        let spoken = harness.get_by_role_and_label(Role::Slider, &name).value();
        assert!(spoken.unwrap().starts_with("5.5 percent on "));
        for _ in 0..5 {
            harness.state_mut().undo(false);
        }
        assert_eq!(now(&harness), before, "each action is one step");
    }
}

#[test]
fn an_action_out_of_range_changes_nothing_and_says_why() {
    let mut harness = with_draft();
    let name = "Draft 1, raise 2 of 5";
    for value in [150.0, -51.0] {
        harness
            .get_by_role_and_label(Role::Slider, name)
            .set_value_accesskit(value);
        harness.run();
        assert_eq!(terms(&harness, "draft-1", 1), "5 2026-10-01");
        let notice = harness.state().notice();
        assert!(
            notice.contains("a raise is from \u{2212}50% to 100%"),
            "{notice}"
        );
    }
}

#[test]
fn an_action_on_a_locked_head_asks_to_start_a_counter() {
    let mut harness = driven(super::screen::example());
    let before = harness.state().scenario().clone();
    let name = "Employer offer, raise 1 of 5";
    harness
        .get_by_role_and_label(Role::Slider, name)
        .increment_accesskit();
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
    assert!(harness.query_by_label("Employer offer is locked").is_some());
}
/// By pointer, not by action: a card must not take the clicks on its own button.
#[test]
fn a_card_and_its_menu_take_each_their_own_clicks() {
    let mut harness = with_draft();
    let counter = |harness: &Harness<'_, App>| {
        let scenario = harness.state().scenario();
        scenario.counter.clone().unwrap().0
    };
    harness.get_by_label("Actions for Employer offer").click();
    harness.run();
    assert_eq!(counter(&harness), "draft-1");
    harness
        .get_by_label("Start a counter from this offer")
        .click();
    harness.run();
    assert_eq!(counter(&harness), "draft-2");
    assert_eq!(terms(&harness, "draft-2", 0), "6.5 2025-10-01");
    // Draft 1 is folded into a row now, whose name is a button and takes it up as a card does.
    harness.get_by_label("Details of Draft 1").click();
    harness.run();
    assert_eq!(counter(&harness), "draft-1");
}
