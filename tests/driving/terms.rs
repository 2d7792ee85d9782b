//! Every term on the timeline: heads and chips of kinds other than percents, how they are moved, and the days
//! they stand on.

use counteroffer::scenario::{Clause, ClauseTerms, OfferId, Ratification, Scenario, Status};
use counteroffer::ui::App;
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use rust_decimal::Decimal;

use super::driven;
use super::screen::{Hands, example, head, pull};

const DOLLARS: &str = "Union counter, +$1.50 an hour";
const BONUS: &str = "Union counter, $750 bonus";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The case with the union's offer still a draft that is worked on, and more kinds of terms in it.
fn with_terms() -> Scenario {
    let mut scenario = example();
    let offer = &mut scenario.offers[1];
    offer.status = Status::Draft;
    for (date, terms) in [
        ("2027-01-01", "PerHour(\"1.50\")"),
        ("2028-03-01", "Cola(share: \"100\")"),
        ("2026-03-01", "LumpSum(amount: PerHead(\"750\"))"),
    ] {
        let terms: ClauseTerms = ron::from_str(terms).unwrap();
        let mut clause = Clause::new(day(date), terms);
        // The case has no price index: what follows one is left out.
        clause.counted = clause.terms.kind().name() != "Cola";
        offer.clauses.push(clause);
    }
    scenario.counter = Some(offer.id.clone());
    scenario
}

fn clause(harness: &Harness<'_, App>, kind: &str) -> Clause {
    let scenario = harness.state().scenario();
    let offer = scenario.offer(&OfferId("union".to_owned()));
    let offer = offer.unwrap_or(&scenario.offers[1]);
    let found = offer.clauses.iter();
    let mut found = found.filter(|one| one.terms.kind().name() == kind);
    found.next().unwrap().clone()
}

#[test]
fn dollars_an_hour_are_dragged_by_five_cents() {
    let mut harness = driven(with_terms());
    let before = clause(&harness, "PerHour");
    let from = head(&harness, DOLLARS);
    pull(&mut harness, from, vec2(0.0, -30.0));
    harness.drop_at(from + vec2(0.0, -30.0));
    harness.run();
    let after = clause(&harness, "PerHour");
    let ClauseTerms::PerHour(amount) = &after.terms else {
        panic!("{after:?}");
    };
    let amount = amount.get().unwrap().get();
    assert!(amount > Decimal::new(150, 2), "{amount}");
    assert_eq!(amount % Decimal::new(5, 2), Decimal::ZERO, "{amount}");
    assert_eq!(after.date, before.date);
    harness.state_mut().undo(false);
    harness.run();
    assert_eq!(clause(&harness, "PerHour"), before);
}

/// A head has the room for words, a cell of the table only for the short form that is typed there.
#[test]
fn an_amount_an_hour_is_in_words_beside_its_head_and_short_in_its_cell() {
    let harness = driven(with_terms());
    let painted = super::screen::painted(&harness);
    let written = |words: &str| painted.lines().filter(|line| *line == words).count();
    assert_eq!(written("$1.50 an hour"), 1, "{painted}");
    assert_eq!(written("$1.50/h"), 1, "{painted}");
}

#[test]
fn arrows_move_dollars_and_a_cost_of_living_raise_says_why_not() {
    // With a price index the raise that follows it is counted, and stands as a head.
    let mut scenario = with_terms();
    let index = "(index: [(month: \"2026-01-01\", value: \"326.10\")], projected: \"2.5\")";
    scenario.inflation = Some(ron::from_str(index).unwrap());
    for clause in &mut scenario.offers[1].clauses {
        clause.counted = true;
    }
    let mut harness = driven(scenario);
    harness.get_by_role_and_label(Role::Slider, DOLLARS).focus();
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.run();
    let after = clause(&harness, "PerHour");
    assert_eq!(
        after.terms,
        ron::from_str::<ClauseTerms>("PerHour(\"1.55\")").unwrap()
    );
    let undo = harness.state().document().undo_label().unwrap().to_owned();
    assert!(undo.contains("$1.55"), "{undo}");
    let cola = harness
        .get_all_by_role(Role::Slider)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.contains("cost-of-living"))
        })
        .unwrap();
    cola.focus();
    harness.run();
    let before = clause(&harness, "Cola");
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert_eq!(clause(&harness, "Cola"), before);
    assert!(harness.state().notice().contains("follows prices"));
}

#[test]
fn a_chip_stands_in_its_own_lane_and_moves_sideways_only() {
    let mut harness = driven(with_terms());
    assert!(harness.query_by_label("Other terms, cursor").is_some());
    let rect = harness.get_by_role_and_label(Role::Slider, BONUS).rect();
    let from = rect.left_center() + vec2(9.0, 0.0);
    let before = clause(&harness, "LumpSum");
    pull(&mut harness, from, vec2(60.0, -40.0));
    harness.drop_at(from + vec2(60.0, -40.0));
    harness.run();
    let after = clause(&harness, "LumpSum");
    assert!(after.date > before.date, "{}", after.date);
    assert_eq!(after.date.day(), 1);
    assert_eq!(after.terms, before.terms);
    harness.state_mut().undo(false);
    harness.run();
    assert_eq!(clause(&harness, "LumpSum"), before);
}

#[test]
fn without_such_a_term_there_is_no_lane_for_it() {
    let harness = driven(example());
    assert!(harness.query_by_label("Other terms, cursor").is_none());
}

#[test]
fn a_head_stands_on_the_day_it_takes_effect_and_says_the_date_written() {
    let mut scenario = with_terms();
    scenario.ratification = Ratification::On(day("2026-01-15"));
    for offer in &mut scenario.offers {
        offer.retroactive = Some(false);
        offer.ratification = None;
    }
    let late = driven(scenario);
    let on_time = driven(with_terms());
    let name = "Union counter, raise 1 of 5";
    let (late_at, at) = (head(&late, name), head(&on_time, name));
    assert!(late_at.x > at.x + 10.0, "{late_at:?} {at:?}");
    let node = late.get_by_role_and_label(Role::Slider, name);
    let said = node.accesskit_node().value().unwrap();
    assert!(
        said.contains("Jan 15, 2026") && said.contains("written Oct 1, 2025"),
        "{said}"
    );
}

/// Many terms on near dates: whatever the window's size, no head and no chip lies on another.
#[test]
fn fifteen_terms_an_offer_on_near_dates_stand_apart() {
    let mut scenario = with_terms();
    let mut third = scenario.offers[0].clone();
    third.id = OfferId("third".to_owned());
    third.name = "Third".to_owned();
    third.status = Status::Draft;
    scenario.counter = Some(third.id.clone());
    scenario.offers.push(third);
    for (number, offer) in scenario.offers.iter_mut().enumerate() {
        while offer.clauses.len() < 15 {
            let count = offer.clauses.len() as i32;
            let date = day("2026-02-01").plus_months(2 * count + number as i32 % 2);
            let terms = match count % 3 {
                0 => "LumpSum(amount: PerHead(\"500\"))",
                1 => "PerHour(\"0.75\")",
                _ => "Percent(\"1.5\")",
            };
            offer
                .clauses
                .push(Clause::new(date, ron::from_str(terms).unwrap()));
        }
    }
    for size in [vec2(1024.0, 700.0), vec2(1440.0, 900.0)] {
        let mut harness = driven(scenario.clone());
        harness.set_size(size);
        harness.run();
        harness.run();
        let all: Vec<_> = harness
            .get_all_by_role(Role::Slider)
            .filter(|node| {
                let label = node.accesskit_node().label().unwrap_or_default();
                !label.contains("cursor")
                    && scenario
                        .offers
                        .iter()
                        .any(|offer| label.starts_with(&format!("{}, ", offer.name)))
            })
            .map(|node| {
                let rect = node.rect();
                // A head is smaller than what can be pointed at around it, and smaller yet beside another.
                let is_head = (rect.width() - rect.height()).abs() < 0.5;
                let shrunk = if is_head {
                    (rect.width() - 12.5) / 2.0
                } else {
                    0.0
                };
                (
                    node.accesskit_node().label().unwrap_or_default(),
                    rect.shrink(shrunk),
                )
            })
            .collect();
        assert!(all.len() >= 40, "{} at {size:?}", all.len());
        for (place, (name, one)) in all.iter().enumerate() {
            for (other_name, other) in &all[place + 1..] {
                let shared = one.intersect(*other);
                assert!(
                    shared.width() <= 0.5 || shared.height() <= 0.5,
                    "{name} {one:?} lies on {other_name} {other:?} at {size:?}"
                );
            }
        }
    }
}
