//! Line 4 of the promise, on screen: what holding came to is said, and the held figure stands.

use counteroffer::explore::Hold;
use counteroffer::scenario::OfferId;
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::vec2;
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
