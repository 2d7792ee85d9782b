//! Offers passed in turn are replayed, by hand and while presenting.

use counteroffer::scenario::{Moment, Scenario, Status};
use counteroffer::ui::App;
use counteroffer::ui::state::Page;
use counteroffer::units::Date;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::driven;
use super::super::screen::{example, painted, said};
use super::{click, page};

/// Twelve offers passed in turn, a week apart; the last private.
fn twelve_moves() -> Scenario {
    let mut scenario = example();
    let start = Date::new(2025, 9, 1).unwrap();
    let both = scenario.offers.clone();
    scenario.offers.clear();
    for number in 0..12_i32 {
        let mut offer = both[usize::try_from(number % 2).unwrap()].clone();
        offer.id = counteroffer::scenario::OfferId(format!("move-{number}"));
        offer.name = format!("Move number {}", number + 1);
        offer.status = Status::Passed(Moment {
            on: start.plus_days(7 * number),
            at: None,
        });
        offer.shared = number < 11;
        offer
            .clauses
            .truncate(1 + usize::try_from(number / 4).unwrap());
        scenario.offers.push(offer);
    }
    scenario.a = Some(scenario.offers[10].id.clone());
    scenario.b = Some(scenario.offers[11].id.clone());
    scenario
}

/// Where the replay stands, by what is spoken of it.
fn replayed(harness: &Harness<'_, App>) -> String {
    let stop = harness.get_by_role(Role::Slider);
    let label = stop.accesskit_node().label().unwrap_or_default();
    label.split(':').next().unwrap_or_default().to_owned()
}

#[test]
fn twelve_moves_are_replayed_by_left_and_right_and_the_timeline_follows() {
    let mut harness = driven(twelve_moves());
    page(&mut harness, Page::History);
    click(&mut harness, "Replay the history");
    assert_eq!(replayed(&harness), "Replay of the history, move 1 of 12");
    assert!(!painted(&harness).contains("Move number 2"));
    for number in 2..=12 {
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert_eq!(
            replayed(&harness),
            format!("Replay of the history, move {number} of 12")
        );
        let seen = painted(&harness);
        assert!(
            seen.contains(&format!("Move number {number}, ")),
            "{number}: {seen}"
        );
    }
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 12 of 12");
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 11 of 12");
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 1 of 12");
    click(&mut harness, "End the replay");
    assert!(harness.query_by_role(Role::Slider).is_none());
}

#[test]
fn a_replay_presented_shows_the_shared_moves_alone() {
    let mut harness = driven(twelve_moves());
    page(&mut harness, Page::History);
    click(&mut harness, "Replay the history");
    harness.key_press(Key::F5);
    harness.run();
    for _ in 0..14 {
        harness.key_press(Key::ArrowRight);
        harness.run();
        let all = format!("{}{}", painted(&harness), said(&harness));
        assert!(!all.contains("Move number 12"), "{all}");
    }
    assert_eq!(replayed(&harness), "Replay of the history, move 11 of 11");
}
