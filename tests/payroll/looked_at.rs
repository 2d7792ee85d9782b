//! One employee: of any group, on any step, with lump sums beside pay.

use counteroffer::scenario::{Group, People};
use counteroffer::ui::App;
use eframe::egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::screen::{self, Hands, Rest};
use crate::{five_markets, people};

fn one_employee() -> Harness<'static, App> {
    let text = include_str!("../../scenarios/two-market-hospital.ron");
    let scenario = counteroffer::files::parse_scenario(text).unwrap();
    people(scenario)
}

#[test]
fn a_group_and_a_step_are_looked_at() {
    let mut harness = people(five_markets());
    harness
        .get_by_label("Group looked at: SoCal medical assistants, step 2")
        .click();
    harness.rest();
    harness
        .get_by_label("IE medical assistants, step 5")
        .click();
    harness.rest();
    let looked = |harness: &Harness<'_, App>| harness.state().scenario().employee.clone();
    assert_eq!(
        looked(&harness).group.as_deref(),
        Some("IE medical assistants, step 5")
    );
    // On step 1 stand people of the same market, unit and job: theirs is the pay looked at.
    harness.get_by_label("Step looked at: step 5").click();
    harness.rest();
    harness.get_by_label("1: 23.10").click();
    harness.rest();
    assert_eq!(
        looked(&harness).group.as_deref(),
        Some("IE medical assistants, step 1")
    );
    // Nobody stands on step 3: its rate is looked at.
    harness.get_by_label("Step looked at: step 1").click();
    harness.rest();
    harness
        .get_by_label("3: 25.02 \u{00b7} nobody there")
        .click();
    harness.rest();
    let rate = looked(&harness).rate.unwrap();
    assert_eq!(rate.get().to_string(), "25.02");
    assert!(screen::said(&harness).contains("Step looked at: step 3"));
}

/// Of thousands, one is found by any words of its name, taken with Enter, and the others aren't painted.
#[test]
fn one_of_thousands_of_groups_is_found_by_typing() {
    let mut scenario = five_markets();
    let groups = scenario.workforce.groups().unwrap();
    let one = groups[0].clone();
    let others = (0..5_000).map(|number| Group {
        name: format!("Ward {number}, nights"),
        ..one.clone()
    });
    let groups = groups.iter().cloned().chain(others).collect();
    scenario.workforce_mut().people = People::Groups(groups);
    let mut harness = people(scenario);
    harness
        .get_by_label("Group looked at: SoCal medical assistants, step 2")
        .click();
    harness.rest();
    let painted = screen::painted(&harness);
    assert!(!painted.contains("Ward 4711, nights"));
    assert!(painted.matches("Ward ").count() < 60, "{painted}");
    // The field has the keyboard as the menu opens.
    harness.event(Event::Text("NIGHTS 4711".to_owned()));
    harness.rest();
    harness.key_press(Key::Enter);
    harness.rest();
    let looked = &harness.state().scenario().employee;
    assert_eq!(looked.group.as_deref(), Some("Ward 4711, nights"));
}

#[test]
fn lump_sums_stand_beside_what_is_earned() {
    let mut harness = one_employee();
    let results = harness.state_mut().results();
    let has_lumps = results.offers.iter().any(|offer| {
        let years = offer.figures.employee.cumulative.iter();
        years
            .filter_map(|year| year.lump_sums)
            .any(|lump| !lump.is_zero())
    });
    let said = screen::said(&harness);
    assert!(has_lumps, "the example has a lump sum");
    assert!(said.contains("With lump sums by"), "{said}");
}
