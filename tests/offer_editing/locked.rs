//! What is locked stays, and says so.

use super::*;

#[test]
fn passing_an_offer_locks_it_and_going_back_asks() {
    let mut harness = with_draft();
    choose(&mut harness, "Status: draft", "passed");
    let passed = draft(&harness);
    assert_eq!(passed.status.moment().unwrap().on.to_string(), "2026-11-20");
    assert!(passed.shared && passed.status.is_locked());
    enter(&mut harness, "Day it was passed", "11/19/2026");
    enter(&mut harness, "Time it was passed", "2:14 AM");
    let Status::Passed(moment) = draft(&harness).status else {
        panic!("not passed");
    };
    assert_eq!(moment.on.to_string(), "2026-11-19");
    assert_eq!(moment.at.as_deref(), Some("2:14 AM"));
    enter(&mut harness, "Time it was passed", "late");
    let words = refused(&mut harness, "Time it was passed");
    assert!(words.contains("no time of day"));
    assert!(harness.query_by_label("Offer last day").is_none());
    assert!(
        harness
            .query_by_label("passed Nov 19, 2026, 2:14 AM \u{b7} locked")
            .is_some()
    );
    choose(&mut harness, "Status: passed", "draft");
    assert!(draft(&harness).status.is_locked());
    assert!(
        harness
            .query_by_label("Take Draft 1 back to draft?")
            .is_some()
    );
    click(&mut harness, "Cancel");
    assert!(draft(&harness).status.is_locked());
    choose(&mut harness, "Status: passed", "draft");
    click(&mut harness, "Back to draft");
    assert_eq!(draft(&harness).status, Status::Draft);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(
        draft(&harness).status.moment().unwrap().at.as_deref(),
        Some("2:14 AM")
    );
}

#[test]
fn each_raise_in_the_table_has_a_named_lock_that_the_keyboard_reaches() {
    let mut harness = with_draft();
    let locks = |harness: &Shown| harness.state().locks_of("draft-1");
    for number in 1..=5 {
        let name = format!("Draft 1, raise {number} doesn\u{2019}t give way");
        assert!(
            harness
                .query_by_role_and_label(Role::CheckBox, &name)
                .is_some()
        );
    }
    harness
        .get_by_label("Draft 1, raise 2: Oct 1, 2026 5%")
        .focus();
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(locks(&harness), [1]);
    click(&mut harness, "Draft 1, raise 4 doesn\u{2019}t give way");
    assert_eq!(locks(&harness), [1, 3]);
    // Held, the locked raises stay while the others give way.
    click(&mut harness, "Hold: Simple sum");
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 3 of 5")
        .set_value_accesskit(4.0);
    harness.run();
    let percent = |harness: &Shown, clause: usize| {
        let terms = draft(harness).clauses[clause].terms.percent();
        terms.unwrap().get().normalize().to_string()
    };
    assert_eq!(percent(&harness, 1), "5");
    assert_eq!(percent(&harness, 3), "4");
    // A raise taken out takes its lock with it, and those behind keep theirs.
    let id = OfferId("draft-1".to_owned());
    harness.state_mut().remove_raise(&id, 1);
    harness.run();
    assert_eq!(locks(&harness), [2]);
    assert!(
        harness
            .query_by_label("Employer, raise 1 doesn\u{2019}t give way")
            .is_none()
    );
}

#[test]
fn a_locked_raise_says_so_and_offers_the_counter() {
    for how in ["delete", "type", "fill"] {
        let mut harness = shown(kaiser(), Box::new(NoDialogs));
        let before = harness.state().scenario().clone();
        match how {
            "delete" => {
                harness
                    .get_by_role_and_label(Role::Slider, "Employer offer, raise 2 of 5")
                    .focus();
                harness.run();
                harness.key_press(Key::Delete);
            }
            "type" => {
                harness
                    .get_by_label("Employer, raise 2: Oct 1, 2026 6.5%")
                    .focus();
                harness.run();
                harness.key_press(Key::F2);
            }
            _ => {
                harness
                    .get_by_label("Union, raise 2: Oct 1, 2026 5%")
                    .focus();
                harness.run();
                harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
            }
        }
        harness.run();
        assert!(
            notice(&harness).ends_with("is passed: its terms are locked"),
            "{how}"
        );
        assert_eq!(*harness.state().scenario(), before);
        click(&mut harness, "Start a counter");
        assert_eq!(draft(&harness).clauses.len(), 5);
        assert!(harness.query_by_label("Start a counter").is_none());
    }
}

#[test]
fn a_double_click_on_a_locked_head_and_an_arrow_out_of_the_term_say_why_nothing_moves() {
    let mut harness = with_draft();
    let before = harness.state().scenario().clone();
    let name = "Employer offer, raise 3 of 5";
    let at = harness
        .get_by_role_and_label(Role::Slider, name)
        .rect()
        .center();
    // Long enough after the click before that these two aren't taken for its second and third.
    for _ in 0..60 {
        harness.step();
    }
    for _ in 0..2 {
        screen::tap(&mut harness, at);
    }
    harness.run();
    assert_eq!(
        notice(&harness),
        "Employer offer is passed: its terms are locked"
    );
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 1 of 5")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(
        notice(&harness),
        "Raises lie within the term, Oct 1, 2025 to Sep 30, 2029"
    );
    assert_eq!(*harness.state().scenario(), before);
}
