//! A raise that is dragged under a late ratification and a rule of pay periods: the cursor and the panel follow it.

use counteroffer::files::parse_scenario;
use counteroffer::scenario::OfferId;
use counteroffer::units::{Currency, Date};
use eframe::egui::accesskit::Role;
use eframe::egui::{Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::driven;
use super::screen::{Hands, painted, pull};
use counteroffer::ui::App;

/// Ratified on a Tuesday, which no pay period starts on.
fn late() -> Harness<'static, App> {
    let text = include_str!("../../scenarios/five-markets.ron");
    let text = text
        .replace("ratification: OnTime", "ratification: On(\"2026-03-10\")")
        .replace("effective: OnDate", "effective: FirstPeriodAfter")
        .replace("Passed((on: \"2025-10-02\"))", "Draft");
    driven(parse_scenario(&text).unwrap())
}

/// Where the employer's first raise stands.
fn first(harness: &Harness<'_, App>) -> Pos2 {
    let all = harness.get_all_by_role(Role::Slider);
    let heads = all.filter(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Employer offer, raise 1 of")
    });
    heads.map(|node| node.rect().center()).next().unwrap()
}

#[test]
fn the_cursor_goes_where_the_head_of_a_late_raise_stands() {
    let mut harness = late();
    let at = first(&harness);
    let by = vec2(40.0, 0.0);
    pull(&mut harness, at, by);
    // The last move and the drop may come in one frame.
    harness.hover_at(at + by);
    harness.drop_at(at + by);
    harness.run();
    let employer = OfferId("employer".to_owned());
    let results = harness.state_mut().results();
    let raises = &results.of(&employer).unwrap().figures.raises;
    let raise = raises.iter().find(|raise| raise.clause == 0).unwrap();
    let written = harness.state().scenario().offers[0].clauses[0].date;
    assert_ne!(written, Date::new(2025, 10, 1).unwrap());
    assert_eq!(raise.takes_effect, Date::new(2026, 3, 15).unwrap());
    assert_ne!(raise.takes_effect, written);
    assert_eq!(harness.state().cursor(), raise.takes_effect);
}

#[test]
fn what_a_raise_costs_follows_the_drag_in_the_panel() {
    let mut harness = late();
    let employer = OfferId("employer".to_owned());
    harness.state_mut().choose(&employer, 0);
    harness.run();
    let worth = |harness: &mut Harness<'_, App>| {
        let results = harness.state_mut().results();
        let raises = &results.of(&employer).unwrap().figures.raises;
        let raise = raises.iter().find(|raise| raise.clause == 0).unwrap();
        Currency::default().short(raise.worth.unwrap())
    };
    let before = worth(&mut harness);
    let at = first(&harness);
    pull(&mut harness, at, vec2(0.0, -40.0));
    harness.step();
    let now = worth(&mut harness);
    assert_ne!(now, before);
    // A row paints its figure, then its name.
    let row = format!("{now}\nCost over the term\n");
    assert!(painted(&harness).contains(&row), "{now} isn't in the panel");
    harness.drop_at(at + vec2(0.0, -40.0));
    harness.run();
}
