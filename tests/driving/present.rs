//! Present shows nothing private: looked for by name in every view, in what is painted, spoken, hovered
//! and in the desktop's title.

use std::path::PathBuf;

use counteroffer::document::Command;
use counteroffer::scenario::{OfferId, Scenario, Status};
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::screen::{Hands, example, painted, said};
use super::{VIEWS, driven};

/// A case with something private wherever it can be: offers of each open status, and notes.
fn full_of_secrets() -> (Scenario, Vec<String>) {
    let mut scenario = example();
    let mut secrets = Vec::new();
    let mut secret = |what: &str| {
        let words = format!("Secret{}{what}", secrets.len());
        secrets.push(words.clone());
        words
    };
    for status in [Status::Draft, Status::WhatIf] {
        let mut offer = scenario.offers[1].clone();
        let name = secret("Offer");
        offer.id = OfferId(name.to_lowercase());
        offer.name = name;
        offer.status = status;
        offer.shared = false;
        scenario.offers.push(offer);
    }
    // Passed, and yet kept private: a package handed to the mediator alone.
    let mut supposal = scenario.offers[0].clone();
    supposal.name = secret("Supposal");
    supposal.id = OfferId("supposal".to_owned());
    supposal.shared = false;
    scenario.offers.push(supposal);
    scenario.note = secret("CaseNote");
    scenario.workforce_mut().note = secret("WorkforceNote");
    for offer in &mut scenario.offers {
        offer.note = secret("OfferNote");
        for clause in &mut offer.clauses {
            clause.note = secret("ClauseNote");
        }
    }
    for source in &mut scenario.sources {
        source.note = secret("SourceNote");
    }
    scenario.counter = Some(scenario.offers[2].id.clone());
    (scenario, secrets)
}

/// Everything the last frame gave away.
fn given_away(harness: &Harness<'_, App>) -> String {
    let mut all = format!("{}{}", painted(harness), said(harness));
    if let Some(output) = harness.output().viewport_output.get(&ViewportId::ROOT) {
        for command in &output.commands {
            if let ViewportCommand::Title(title) = command {
                all.push_str(title);
            }
        }
    }
    all
}

fn is_clean(harness: &Harness<'_, App>, secrets: &[String], at: &str) {
    let all = given_away(harness).to_lowercase();
    for secret in secrets {
        let secret = secret.to_lowercase();
        assert!(!all.contains(&secret), "{at}: {secret} is shown");
    }
}

#[test]
fn no_view_shows_anything_private_while_presenting() {
    let (scenario, mut secrets) = full_of_secrets();
    let mut harness = driven(scenario);
    let draft = harness.state().scenario().offers[2].id.clone();
    // Undo labels, a notice, recent files, a chosen raise, a lock, the file's own name.
    let window = harness.state_mut();
    window.apply(Command::Rename(draft.clone(), "SecretRenamed".to_owned()));
    window.apply(Command::Rename(
        draft.clone(),
        "SecretRenamedAgain".to_owned(),
    ));
    window.undo(false);
    window.tell("SecretNotice");
    window.file_mut().path = Some(PathBuf::from("/home/us/SecretFolder/SecretFile.ron"));
    window.file_mut().recent = vec![PathBuf::from("/home/us/SecretFolder/SecretRecent.ron")];
    window.choose(&draft, 0);
    window.lock(&draft, 1);
    secrets.extend(
        [
            "SecretRenamed",
            "SecretNotice",
            "SecretFolder",
            "SecretFile",
            "SecretRecent",
        ]
        .map(str::to_owned),
    );
    secrets.extend(
        [
            "Undo",
            "Redo",
            "Undid",
            "Open recent",
            "private",
            "draft",
            "locked",
        ]
        .map(str::to_owned),
    );
    harness.run();
    // The test sees what is there to be seen.
    let open = given_away(&harness);
    for shown in ["SecretRenamed", "SecretNotice", "SecretFile"] {
        assert!(
            open.contains(shown),
            "{shown} isn\u{2019}t on screen before"
        );
    }
    harness.key_press(Key::F5);
    harness.step();
    is_clean(&harness, &secrets, "the first frame");
    harness.run();
    for (name, view) in VIEWS {
        harness.state_mut().show(view);
        harness.step();
        is_clean(&harness, &secrets, name);
        harness.run();
        is_clean(&harness, &secrets, name);
        assert!(
            given_away(&harness).contains("Employer"),
            "{name} shows nothing at all"
        );
    }
    harness.state_mut().show(VIEWS[0].1);
    harness.run();
    let heads: Vec<_> = harness
        .get_all_by_role(Role::Slider)
        .map(|node| (node.accesskit_node().label().unwrap(), node.rect().center()))
        .filter(|(name, _)| name.contains(", raise "))
        .collect();
    assert_eq!(heads.len(), 10, "the raises of the two shared offers");
    for (name, at) in &heads {
        harness.hover_at(*at);
        harness.run();
        is_clean(&harness, &secrets, name);
    }
    // Every figure that explains itself.
    for index in 0..3 {
        let figures: Vec<_> = harness.get_all_by_role(Role::Button).collect();
        let figure = figures
            .iter()
            .filter(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                label.ends_with("How was this computed?")
            })
            .nth(index)
            .unwrap();
        figure.click();
        harness.run();
        assert!(harness.state().asks());
        is_clean(&harness, &secrets, "how it was computed");
        harness.state_mut().close_dialogs();
        harness.run();
    }
}

#[test]
fn presenting_changes_nothing_and_gives_everything_back() {
    let (scenario, _) = full_of_secrets();
    let mut harness = driven(scenario.clone());
    let draft = scenario.offers[2].id.clone();
    harness
        .state_mut()
        .apply(Command::Rename(draft, "Renamed".to_owned()));
    harness.run();
    let before = harness.state().scenario().clone();
    harness.key_press(Key::F5);
    harness.run();
    let shown = harness.state().scenario().clone();
    // Neither keys, nor actions, nor a save reach the document.
    for (name, _) in VIEWS {
        harness.get_by_label(&format!("View: {name}")).click();
        harness.run();
    }
    harness.get_by_label("View: Timeline").click();
    harness.run();
    let head = "Union counter, raise 2 of 5";
    harness
        .get_by_role_and_label(Role::Slider, head)
        .increment_accesskit();
    harness.get_by_role_and_label(Role::Slider, head).focus();
    harness.run();
    for key in [
        Key::ArrowUp,
        Key::ArrowRight,
        Key::Delete,
        Key::L,
        Key::Enter,
    ] {
        harness.key_press(key);
        harness.run();
    }
    for key in [Key::Z, Key::Y, Key::S, Key::N, Key::O] {
        harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, key);
        harness.run();
    }
    assert_eq!(*harness.state().scenario(), shown);
    assert!(!harness.state().asks());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!harness.state().is_presenting());
    assert_eq!(*harness.state().scenario(), before);
    assert_eq!(
        harness.state().document().undo_label(),
        Some("Rename Secret0Offer to Renamed")
    );
    assert!(!harness.state().has_locks());
}
