//! Line 5 of the promise: n undos and n redos are the identity, the path of a drag doesn't matter, and
//! Escape at any point leaves no trace; over random sequences that are the same on every run.

use counteroffer::document::{Command, Slot};
use counteroffer::explore::Hold;
use counteroffer::scenario::{OfferId, Party, Ratification, Scenario, Status};
use counteroffer::ui::App;
use counteroffer::units::{Date, Percent};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Pos2, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rust_decimal::Decimal;

use super::dice::Dice;
use super::screen::{Hands, example, head, window};
use super::with_draft;

const HOLDS: [Hold; 4] = [Hold::Nothing, Hold::SimpleSum, Hold::Compounded, Hold::Cost];

fn any_day(dice: &mut Dice) -> Date {
    let day = Date::parse("2025-10-01").unwrap();
    day.plus_days(i32::try_from(dice.between(0, 1460)).unwrap())
}

fn any_percent(dice: &mut Dice) -> Percent {
    Percent::new(Decimal::new(dice.between(-100, 1500), 2)).unwrap()
}

fn any_offer(window: &App, dice: &mut Dice) -> OfferId {
    let offers = &window.scenario().offers;
    offers[dice.place(offers.len())].id.clone()
}

/// One thing a user might do. Some are refused: that must leave nothing behind either.
fn something(window: &mut App, dice: &mut Dice) {
    let offer = any_offer(window, dice);
    let clauses = window.document().offer(&offer).unwrap().clauses.len() as u64;
    let clause = usize::try_from(dice.roll(clauses.max(1) + 1)).unwrap();
    let (day, percent) = (any_day(dice), any_percent(dice));
    window.hold(HOLDS[dice.place(4)]);
    if dice.roll(3) == 0 {
        window.lock(&offer, clause);
    }
    match dice.roll(16) {
        0..=5 => window.change_raise(&offer, clause, day, percent),
        6 => window.add_raise(day, percent),
        7 => window.remove_raise(&offer, clause),
        8 => window.start_counter(&offer, None),
        9 => window.start_counter(&offer, Some((0, day, percent))),
        10 => window.start_midpoint(),
        11 => window.apply(Command::RemoveOffer(offer)),
        12 => window.apply(Command::Rename(offer, format!("Offer {}", dice.roll(9)))),
        13 => window.apply(Command::Compare(
            if dice.roll(2) == 0 { Slot::A } else { Slot::B },
            offer,
        )),
        14 => window.apply(Command::SetStatus(offer, Status::WhatIf)),
        _ => match dice.roll(4) {
            0 => window.apply(Command::Ratify(Ratification::On(day))),
            1 => window.apply(Command::WeAre(Party::Employer)),
            2 => window.apply(Command::Share(offer, true)),
            _ => window.apply(Command::WorkOn(Some(offer))),
        },
    }
    window.close_dialogs();
}

#[test]
fn n_undos_and_n_redos_are_the_identity_whatever_was_done() {
    let (mut steps, mut refused) = (0, 0);
    for seed in 0..240 {
        let mut dice = Dice(seed);
        let mut window = window(example());
        let draft = window.scenario().b.clone().unwrap();
        window.start_counter(&draft, None);
        window.document_mut().mark_saved();
        // The scenario after each step, and its label.
        let mut after: Vec<Scenario> = vec![window.scenario().clone()];
        let mut labels = vec![window.document().undo_label().unwrap().to_owned()];
        for _ in 0..12 {
            if window.scenario().offers.is_empty() {
                break;
            }
            something(&mut window, &mut dice);
            let now = window.scenario().clone();
            let before = after.last_mut().unwrap();
            if now == worked_on_as(before, &now) {
                // Which offer is worked on is a choice and no step.
                *before = now;
                let label = window.document().undo_label();
                assert_eq!(
                    label,
                    labels.last().map(String::as_str),
                    "an empty step: seed {seed}"
                );
                refused += 1;
                continue;
            }
            after.push(now);
            labels.push(window.document().undo_label().unwrap().to_owned());
        }
        for (scenario, label) in after.iter().zip(&labels).rev().skip(1) {
            window.undo(false);
            assert_eq!(window.scenario(), scenario, "undo, seed {seed}");
            assert_eq!(window.document().undo_label(), Some(label.as_str()));
        }
        assert!(
            !window.document().is_edited(),
            "seed {seed}: nothing is left to save"
        );
        for (scenario, label) in after.iter().zip(&labels).skip(1) {
            window.undo(true);
            // The choice made after a step isn't repeated with it.
            let redone = worked_on_as(scenario, window.scenario());
            assert_eq!(window.scenario(), &redone, "redo, seed {seed}");
            assert_eq!(window.document().undo_label(), Some(label.as_str()));
        }
        assert!(window.document().redo_label().is_none());
        steps += after.len() - 1;
    }
    // The dice do reach both.
    assert!(
        steps > 1_000 && refused > 200,
        "{steps} steps, {refused} refusals"
    );
}

/// A scenario, with the offer chosen that is worked on in another.
fn worked_on_as(scenario: &Scenario, other: &Scenario) -> Scenario {
    Scenario {
        counter: other.counter.clone(),
        ..scenario.clone()
    }
}

/// A head of an open or locked offer, with a hold and perhaps a lock.
fn any_head(harness: &mut Harness<'static, App>, dice: &mut Dice) -> Pos2 {
    let offer = ["Draft 1", "Union counter", "Employer offer"][dice.place(3)];
    let name = format!("{offer}, raise {} of 5", dice.roll(5) + 1);
    harness.state_mut().hold(HOLDS[dice.place(4)]);
    let draft = OfferId("draft-1".to_owned());
    harness.state_mut().lock_only(&draft, &[dice.place(5)]);
    head(harness, &name)
}

fn any_way(dice: &mut Dice) -> Vec2 {
    vec2(dice.between(-120, 120) as f32, dice.between(-60, 60) as f32)
}

fn press(harness: &mut Harness<'_, App>, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
}

/// Everything a gesture could leave behind.
type Trace = (Scenario, Option<String>, Option<String>, bool);

fn trace(harness: &Harness<'_, App>) -> Trace {
    let document = harness.state().document();
    (
        document.scenario().clone(),
        document.undo_label().map(str::to_owned),
        document.redo_label().map(str::to_owned),
        document.is_edited(),
    )
}

#[test]
fn only_the_end_of_a_drag_counts() {
    let mut harness = with_draft();
    let start = harness.state().scenario().clone();
    let mut moved = 0;
    for seed in 0..60 {
        let mut ends = Vec::new();
        for wandering in [false, true] {
            let mut dice = Dice(seed);
            let from = any_head(&mut harness, &mut dice);
            let end = from + any_way(&mut dice);
            press(&mut harness, from);
            if wandering {
                for _ in 0..dice.between(1, 6) {
                    harness.hover_at(from + any_way(&mut dice));
                    harness.step();
                }
            }
            harness.hover_at(end);
            harness.step();
            harness.drop_at(end);
            harness.run();
            assert!(!harness.state().document().in_gesture());
            let (scenario, label, ..) = trace(&harness);
            if scenario != start {
                harness.state_mut().undo(false);
                moved += 1;
            }
            assert_eq!(*harness.state().scenario(), start);
            ends.push((scenario, label));
            harness.run();
        }
        assert_eq!(ends[0], ends[1], "seed {seed}: the way there shows");
    }
    assert!(moved > 90, "{moved} of 120 drags moved something");
}

#[test]
fn escape_at_any_point_of_a_drag_leaves_no_trace() {
    let mut changed = 0;
    let mut harness = with_draft();
    // Something was undone: a trace would also be the loss of what can be repeated.
    harness.state_mut().start_midpoint();
    harness.state_mut().undo(false);
    harness.run();
    let before = trace(&harness);
    for seed in 0..120 {
        let mut dice = Dice(1_000 + seed);
        let from = any_head(&mut harness, &mut dice);
        press(&mut harness, from);
        let mut at = from;
        for _ in 0..dice.between(0, 5) {
            at = from + any_way(&mut dice);
            harness.hover_at(at);
            harness.step();
        }
        changed += u32::from(trace(&harness).0 != before.0);
        harness.key_press(Key::Escape);
        harness.step();
        assert_eq!(trace(&harness), before, "seed {seed}: at once");
        // The button is still down, and the pointer wanders on.
        harness.hover_at(at + any_way(&mut dice));
        harness.step();
        harness.drop_at(at);
        harness.run();
        assert_eq!(trace(&harness), before, "seed {seed}: after letting go");
        assert!(!harness.state().document().in_gesture());
    }
    assert!(
        changed > 60,
        "{changed} drags had changed something when Escape came"
    );
}

/// Escape from each place where something is typed.
#[test]
fn escape_from_typing_leaves_no_trace() {
    let mut harness = with_draft();
    let before = trace(&harness);
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 3 of 5")
        .focus();
    harness.run();
    // Its fields stand there once it is chosen: the trace is of the document, not of the choice.
    for name in [
        "Increase",
        "Effective",
        "Average pay",
        "Employees, FTE",
        "Hourly rate",
    ] {
        harness.get_by_role_and_label(Role::TextInput, name).focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(Event::Text("7".to_owned()));
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(trace(&harness), before, "{name}");
    }
    harness
        .get_by_label("Draft 1, raise 2: Oct 1, 2026 5%")
        .focus();
    harness.run();
    harness.key_press(Key::F2);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text("1/1/2027 9%".to_owned()));
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(trace(&harness), before, "a cell");
    harness.event(Event::Paste("10/1/2025: 7%\nplus a bonus".to_owned()));
    harness.run();
    assert!(harness.state().asks());
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(trace(&harness), before, "pasting");
}

/// The same through the screen: drags, keys, actions, double-clicks.
#[test]
fn what_was_done_on_screen_is_undone_and_redone_by_keys() {
    for seed in 0..10 {
        let mut dice = Dice(5_000 + seed);
        let mut harness = with_draft();
        let start = harness.state().scenario().clone();
        let mut steps = 0;
        for _ in 0..8 {
            let before = harness.state().scenario().clone();
            let heads: Vec<Pos2> = harness
                .get_all_by_role(Role::Slider)
                .filter(|node| {
                    node.accesskit_node()
                        .label()
                        .is_some_and(|name| name.starts_with("Draft 1"))
                })
                .map(|node| node.rect().center())
                .collect();
            let at = heads[dice.place(heads.len())];
            harness.state_mut().hold(HOLDS[dice.place(4)]);
            match dice.roll(6) {
                0..=2 => {
                    let by = any_way(&mut dice);
                    press(&mut harness, at);
                    harness.hover_at(at + by);
                    harness.step();
                    harness.drop_at(at + by);
                }
                3 => {
                    press(&mut harness, at);
                    harness.drop_at(at);
                    harness.run();
                    let key = [
                        Key::ArrowUp,
                        Key::ArrowDown,
                        Key::ArrowLeft,
                        Key::ArrowRight,
                    ];
                    harness.key_press(key[dice.place(4)]);
                }
                4 => {
                    press(&mut harness, at);
                    harness.drop_at(at);
                    harness.run();
                    if heads.len() > 2 {
                        harness.key_press(Key::Delete);
                    }
                }
                _ => {
                    let free = heads[0] + vec2(60.0, -20.0);
                    for _ in 0..2 {
                        harness.drag_at(free);
                        harness.step();
                        harness.drop_at(free);
                        harness.step();
                    }
                }
            }
            harness.run();
            // A second click may fall on a head beside the first: then nothing happened.
            steps += u32::from(*harness.state().scenario() != before);
        }
        let end = harness.state().scenario().clone();
        assert!(steps > 0, "seed {seed} did nothing");
        for _ in 0..steps {
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
            harness.run();
        }
        assert_eq!(*harness.state().scenario(), start, "seed {seed}");
        for _ in 0..steps {
            harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
            harness.run();
        }
        assert_eq!(*harness.state().scenario(), end, "seed {seed}");
    }
}
