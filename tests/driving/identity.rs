//! A raise is the same raise for life: what is chosen, locked and undone goes by it, not by its place.

use counteroffer::document::Command;
use counteroffer::scenario::{OfferId, Status};
use counteroffer::ui::{App, ClauseAt, Edit};
use counteroffer::units::{Date, Percent};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::screen::{Hands, example, window};

fn draft() -> OfferId {
    OfferId("draft-1".to_owned())
}

/// The case with a draft whose raises carry tags that tell them apart whatever becomes of them.
fn tagged() -> App {
    let mut scenario = example();
    for offer in &mut scenario.offers {
        for (place, clause) in offer.clauses.iter_mut().enumerate() {
            clause.note = format!("tag {place}");
        }
    }
    let mut window = window(scenario);
    let from = window.scenario().b.clone().unwrap();
    window.start_counter(&from, None);
    window
}

/// The draft's clause with a tag, while it is there.
fn with_tag(window: &App, tag: &str) -> Option<ClauseAt> {
    let offer = window.document().offer(&draft())?;
    let clause = offer.clauses.iter().find(|clause| clause.note == tag)?;
    Some(ClauseAt {
        offer: draft(),
        clause: clause.id,
    })
}

/// Asserts that of the draft's raises the tagged one is locked and chosen, and no other.
fn holds(window: &App, tag: &str, at: &str) {
    let Some(raise) = with_tag(window, tag) else {
        return;
    };
    let offer = window.document().offer(&draft()).unwrap();
    for clause in &offer.clauses {
        let one = ClauseAt {
            offer: draft(),
            clause: clause.id,
        };
        let is_it = clause.note == tag;
        assert_eq!(window.is_locked(&one), is_it, "{at}: {}", clause.note);
    }
    if let Some(chosen) = window.chosen() {
        assert_eq!(*chosen, raise, "{at}: another raise is chosen");
    }
}

#[test]
fn a_lock_stays_with_its_raise_when_an_earlier_one_goes_and_comes_back() {
    let mut window = tagged();
    window.lock(&draft(), 2);
    window.choose(&draft(), 2);
    holds(&window, "tag 2", "locked");
    window.remove_raise(&draft(), 0);
    assert_eq!(window.locks_of("draft-1"), [1]);
    holds(&window, "tag 2", "an earlier one removed");
    assert!(window.chosen().is_some());
    window.undo(false);
    assert_eq!(window.locks_of("draft-1"), [2]);
    holds(&window, "tag 2", "undone");
    assert!(window.chosen().is_some());
    window.undo(true);
    assert_eq!(window.locks_of("draft-1"), [1]);
    holds(&window, "tag 2", "redone");
    assert!(window.chosen().is_some());
    // A raise added in place of the removed one is another raise.
    let day = Date::parse("2025-10-01").unwrap();
    let percent = Percent::new(Decimal::ONE).unwrap();
    window.undo(false);
    window.remove_raise(&draft(), 2);
    window.add_raise(day, percent);
    assert_eq!(window.locks_of("draft-1"), [0_usize; 0]);
}

#[test]
fn over_any_sequence_the_same_raise_is_locked_and_chosen() {
    for seed in 0..150 {
        let mut dice = Dice(9_000 + seed);
        let mut window = tagged();
        let tag = format!("tag {}", dice.place(5));
        let raise = with_tag(&window, &tag).unwrap();
        window.edit(Edit::ToggleLock(raise));
        for step in 0..30 {
            if let Some(raise) = with_tag(&window, &tag) {
                let place = window.document().offer(&draft()).unwrap();
                let place = place.place_of(raise.clause).unwrap();
                window.choose(&draft(), place);
            }
            let there = window.document().offer(&draft());
            let length = there.map_or(1, |offer| offer.clauses.len().max(1));
            let place = dice.place(length);
            let day = Date::parse("2025-10-01").unwrap();
            let day = day.plus_days(i32::try_from(dice.between(0, 1400)).unwrap());
            let percent = Percent::new(Decimal::new(dice.between(0, 900), 2)).unwrap();
            match dice.roll(9) {
                0 | 1 => window.undo(false),
                2 | 3 => window.undo(true),
                4 | 5 => window.remove_raise(&draft(), place),
                6 => window.change_raise(&draft(), place, day, percent),
                7 => {
                    window.apply(Command::WorkOn(Some(draft())));
                    window.add_raise(day, percent);
                }
                _ => {
                    let status = Status::WhatIf;
                    window.apply(Command::SetStatus(draft(), status));
                }
            }
            // What is added and moved is chosen by that; the lock is what has to hold.
            if let Some(raise) = with_tag(&window, &tag) {
                assert!(window.is_locked(&raise), "seed {seed}, step {step}");
                let locks = window.locks_of("draft-1");
                assert_eq!(locks.len(), 1, "seed {seed}, step {step}");
            } else {
                assert!(window.locks_of("draft-1").is_empty());
            }
            if let (Some(raise), Some(chosen)) = (with_tag(&window, &tag), window.chosen()) {
                let there = window.document().offer(&chosen.offer);
                let there = there.and_then(|offer| offer.clause(chosen.clause));
                assert!(there.is_some(), "seed {seed}, step {step}: {raise:?}");
            }
        }
    }
}
