//! Line 4 of the promise, on screen: what holding came to is said, and the held figure stands.

use counteroffer::explore::Hold;
use counteroffer::scenario::OfferId;
use counteroffer::ui::App;
use counteroffer::units::{Date, Percent};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use rust_decimal::Decimal;

use super::screen::{Hands, head, painted, pull, terms};
use super::with_draft;

fn set(harness: &mut Harness<'_, App>, number: usize, percent: f64) {
    let name = format!("Draft 1, raise {number} of 5");
    harness
        .get_by_role_and_label(Role::Slider, &name)
        .set_value_accesskit(percent);
    harness.run();
}

fn percents(harness: &Harness<'_, App>) -> Vec<Decimal> {
    (0..5)
        .map(|clause| {
            terms(harness, "draft-1", clause)
                .split(' ')
                .next()
                .unwrap()
                .parse()
                .unwrap()
        })
        .collect()
}

fn lock(harness: &mut Harness<'_, App>, clauses: &[usize]) {
    let draft = OfferId("draft-1".to_owned());
    harness.state_mut().lock_only(&draft, clauses);
}

#[test]
fn the_simple_sum_stays_on_the_card_during_the_drag() {
    let mut harness = with_draft();
    harness.get_by_label("Hold: Simple sum").click();
    harness.run();
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, vec2(0.0, -30.0));
    let now = percents(&harness);
    assert_ne!(now[2], Decimal::from(3));
    assert_eq!(now.iter().sum::<Decimal>(), Decimal::from(25), "{now:?}");
    assert!(
        harness
            .query_by_label_contains("Draft 1: sum 25%")
            .is_some()
    );
    harness.drop_at(from);
    harness.run();
}

#[test]
fn a_raise_that_takes_everything_says_that_the_others_can_give_no_more() {
    let mut harness = with_draft();
    harness.state_mut().hold(Hold::SimpleSum);
    set(&mut harness, 1, 30.0);
    assert_eq!(percents(&harness)[1..], [Decimal::ZERO; 4]);
    let said = painted(&harness);
    assert!(
        said.contains("The other raises can give no more way; off by 5.00 points"),
        "{said}"
    );
}

#[test]
fn when_every_other_raise_is_locked_it_says_so_and_by_how_much() {
    for (holding, off) in [
        (Hold::SimpleSum, "off by 3.00 points"),
        // (1.12 ÷ 1.09 − 1) of 127.502794, worked out by hand: 3.509251…
        (Hold::Compounded, "off by 3.51 points"),
        (Hold::Cost, "off by $"),
    ] {
        let mut harness = with_draft();
        harness.state_mut().hold(holding);
        lock(&mut harness, &[1, 2, 3, 4]);
        set(&mut harness, 1, 12.0);
        let said = painted(&harness);
        assert!(
            said.contains(&format!("No raise is free to give way; {off}")),
            "{holding:?}: {said}"
        );
        assert_eq!(percents(&harness)[1..], [5, 3, 4, 4].map(Decimal::from));
    }
}

#[test]
fn what_is_left_over_is_shown() {
    for (holding, unit) in [(Hold::Compounded, " points"), (Hold::Cost, "$")] {
        let mut harness = with_draft();
        harness.state_mut().hold(holding);
        lock(&mut harness, &[1, 2]);
        set(&mut harness, 1, 7.31);
        let said = painted(&harness);
        let line = said
            .lines()
            .find(|line| line.starts_with("Held to within a step; off by "));
        let line =
            line.unwrap_or_else(|| panic!("{holding:?}: nothing about the remainder in {said}"));
        assert!(line.contains(unit), "{line}");
        let now = percents(&harness);
        assert_eq!(
            (now[1], now[2]),
            (Decimal::from(5), Decimal::from(3)),
            "locked"
        );
        assert!(
            now[3] > Decimal::from(4) && now[4] > Decimal::from(4),
            "{now:?}"
        );
    }
}

/// By key: L on a head locks it, and it stays as it is.
#[test]
fn l_locks_a_raise() {
    let mut harness = with_draft();
    harness.state_mut().hold(Hold::SimpleSum);
    harness
        .get_by_role_and_label(Role::Slider, "Draft 1, raise 2 of 5")
        .focus();
    harness.run();
    harness.key_press(eframe::egui::Key::L);
    harness.run();
    set(&mut harness, 1, 10.0);
    let now = percents(&harness);
    assert_eq!(now[1], Decimal::from(5));
    assert_eq!(now.iter().sum::<Decimal>(), Decimal::from(25));
}

/// Whatever is held, what is typed, filled down or pasted moves nothing but what it names.
#[test]
fn typing_filling_down_and_pasting_never_move_other_raises() {
    let second = "Draft 1, raise 2: Oct 1, 2026 5%";
    type Way = fn(&mut Harness<'static, App>);
    let ways: [(&str, Way, [&str; 5]); 5] = [
        (
            "typed into a cell",
            |harness| {
                harness.event(Event::Text("6.35".to_owned()));
                harness.run();
                harness.key_press(Key::Enter);
            },
            ["9", "6.35", "3", "4", "4"],
        ),
        (
            "typed into the values",
            |harness| {
                harness
                    .get_by_role_and_label(Role::TextInput, "Increase")
                    .click();
                harness.run();
                harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
                harness.event(Event::Text("6.35".to_owned()));
                harness.run();
                harness.key_press(Key::Enter);
            },
            ["9", "6.35", "3", "4", "4"],
        ),
        (
            "filled from above",
            |harness| {
                let draft = OfferId("draft-1".to_owned());
                let day = Date::new(2026, 10, 1).unwrap();
                let other = Percent::new(Decimal::new(7, 0)).unwrap();
                harness.state_mut().change_raise(&draft, 1, day, other);
                harness.run();
                assert_eq!(percents(harness)[1], Decimal::from(7));
                harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
            },
            // As in the row above, the union's.
            ["9", "5", "3", "4", "4"],
        ),
        (
            "pasted over the table",
            |harness| {
                let text = "10/1/2025: 8%\n10/1/2026: 7%\n4/1/2027: 1%";
                harness.event(Event::Paste(text.to_owned()));
            },
            // From the cell with the ring on, as in a spreadsheet: the first and the last stay.
            ["9", "8", "7", "1", "4"],
        ),
        (
            "a date typed into a cell",
            |harness| {
                harness.event(Event::Text("11/1/26".to_owned()));
                harness.run();
                harness.key_press(Key::Enter);
            },
            ["9", "5", "3", "4", "4"],
        ),
    ];
    for holding in [Hold::SimpleSum, Hold::Compounded, Hold::Cost] {
        for (name, way, expected) in &ways {
            let mut harness = with_draft();
            harness.state_mut().hold(holding);
            harness.get_by_role_and_label(Role::Cell, second).click();
            harness.run();
            way(&mut harness);
            harness.run();
            let now: Vec<String> = percents(&harness)
                .iter()
                .map(|percent| percent.normalize().to_string())
                .collect();
            assert_eq!(now, *expected, "{name}, {holding:?}");
        }
    }
}

#[test]
fn what_is_told_of_holding_goes_when_the_drag_ends() {
    let mut harness = with_draft();
    harness.state_mut().hold(Hold::Compounded);
    let from = head(&harness, "Draft 1, raise 3 of 5");
    pull(&mut harness, from, vec2(0.0, -31.0));
    let during = painted(&harness);
    assert!(
        during.contains("Held to within a step; off by "),
        "{during}"
    );
    harness.drop_at(from + vec2(0.0, -31.0));
    harness.run();
    let after = painted(&harness);
    assert!(!after.contains("Held to within"), "{after}");
    assert_ne!(terms(&harness, "draft-1", 2), "3 2027-04-01");
}
