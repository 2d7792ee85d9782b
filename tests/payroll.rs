//! The payroll page, driven as by hand: groups edited like a sheet, each change one labelled step.

// A panic is how a test fails, and frames are stepped by fractions.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_arithmetic
)]

#[path = "payroll/canary.rs"]
mod canary;
#[path = "payroll/commands.rs"]
mod commands;
#[path = "payroll/copying.rs"]
mod copying;
mod full_disk;
#[path = "payroll/gains.rs"]
mod gains;
#[path = "payroll/importing.rs"]
mod importing;
#[path = "payroll/looked_at.rs"]
mod looked_at;
#[path = "payroll/pages.rs"]
mod pages;
mod screen;
#[path = "payroll/stopped.rs"]
mod stopped;
#[path = "payroll/table.rs"]
mod table;
#[cfg(unix)]
mod traces;

use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Group, Scenario};
use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use screen::{Hands, Rest};

fn five_markets() -> Scenario {
    parse_scenario(include_str!("../scenarios/five-markets.ron")).unwrap()
}

/// The window on the view of people.
fn people(scenario: Scenario) -> Harness<'static, App> {
    let mut window = screen::window(scenario);
    window.show(counteroffer::ui::views::people::VIEW);
    let mut harness = screen::shown(window, Vec2::new(1440.0, 900.0));
    harness.rest();
    harness
}

fn payroll(scenario: Scenario) -> Harness<'static, App> {
    let mut harness = people(scenario);
    harness.get_by_label("People: Payroll").click();
    harness.rest();
    harness
}

fn groups(harness: &Harness<'_, App>) -> Vec<Group> {
    let workforce = &harness.state().scenario().workforce;
    workforce.groups().unwrap().to_vec()
}

fn names(harness: &Harness<'_, App>) -> Vec<String> {
    groups(harness).into_iter().map(|one| one.name).collect()
}

fn press(harness: &mut Harness<'_, App>, key: Key, modifiers: Modifiers) {
    harness.key_press_modifiers(modifiers, key);
    harness.rest();
}

fn put(harness: &mut Harness<'_, App>, event: Event) {
    harness.input_mut().events.push(event);
    harness.rest();
}

fn type_over(harness: &mut Harness<'_, App>, cell: &str, text: &str) {
    harness.get_by_role_and_label(Role::Cell, cell).click();
    harness.rest();
    put(harness, Event::Text(text.to_owned()));
    press(harness, Key::Enter, Modifiers::NONE);
}

fn undo_label(harness: &Harness<'_, App>) -> String {
    let label = harness.state().document().undo_label();
    label.unwrap_or_default().to_owned()
}

#[test]
fn typing_in_a_cell_changes_the_group_and_undo_takes_it_back() {
    let mut harness = payroll(five_markets());
    type_over(
        &mut harness,
        "SoCal vocational nurses, step 4, FTE: 655.50",
        "640.25",
    );
    assert_eq!(
        groups(&harness)[4].fte.get().unwrap().get().to_string(),
        "640.25"
    );
    assert_eq!(
        undo_label(&harness),
        "Set FTE of SoCal vocational nurses, step 4 to 640.25"
    );
    harness.state_mut().undo(false);
    harness.rest();
    assert_eq!(groups(&harness), five_markets().workforce.groups().unwrap());
}

#[test]
fn what_cant_be_read_stays_beside_its_cell_and_changes_nothing() {
    let mut harness = payroll(five_markets());
    type_over(&mut harness, "Colorado pharmacists, employees: 240", "many");
    assert!(harness.state().document().undo_label().is_none());
    let said = screen::said(&harness);
    assert!(
        said.contains("Employees of Colorado pharmacists, not taken:"),
        "{said}"
    );
    // A rate of a step isn't the group's own.
    press(&mut harness, Key::Escape, Modifiers::NONE);
    type_over(
        &mut harness,
        "IE registered nurses, step 3, rate: 64.40",
        "65",
    );
    let said = screen::said(&harness);
    assert!(
        said.contains("the rate is that of step 3 of RN-IE"),
        "{said}"
    );
    assert!(harness.state().document().undo_label().is_none());
}

#[test]
fn a_group_is_added_at_the_foot_and_filled_in_cell_by_cell() {
    let mut harness = payroll(five_markets());
    type_over(&mut harness, "New row, name", "Hawaii dietary aides");
    assert_eq!(groups(&harness).len(), 11);
    assert_eq!(undo_label(&harness), "Add the group Hawaii dietary aides");
    for (cell, text) in [
        ("employees: unknown", "120"),
        ("FTE: unknown", "112.5"),
        ("rate: unknown", "24.60"),
    ] {
        let cell = format!("Hawaii dietary aides, {cell}");
        type_over(&mut harness, &cell, text);
    }
    let added = groups(&harness)[10].clone();
    assert_eq!(added.headcount.get(), Some(120));
    assert_eq!(
        added.rate.unwrap().get().unwrap().get().to_string(),
        "24.60"
    );
    // 112.5 FTE × 24.60 × 2,080 hours.
    let said = screen::said(&harness);
    assert!(
        said.contains("Hawaii dietary aides, pay a year: $5,756,400"),
        "{said}"
    );
}

#[test]
fn rows_of_a_sheet_are_pasted_by_their_headers_in_any_order() {
    let mut harness = payroll(five_markets());
    harness
        .get_by_role_and_label(Role::Cell, "IE medical assistants, step 1, name")
        .click();
    harness.rest();
    let mut sheet = "Rate\tFTE\tJob\tGroup\tEmployees\tScale\tStep\n".to_owned();
    sheet.push_str("\t390\tMedical assistant\tIE medical assistants, step 1\t430\tMA\t1\n");
    for number in 1..200 {
        sheet.push_str(&format!(
            "2{number}.50\t9.5\tAide\tAides {number}\t10\t\t\n"
        ));
    }
    put(&mut harness, Event::Paste(sheet));
    let all = groups(&harness);
    assert_eq!(all.len(), 209);
    assert_eq!(undo_label(&harness), "Paste 200 groups");
    assert_eq!(all[0].headcount.get(), Some(430));
    assert_eq!(all[0].market.as_deref(), Some("Inland Empire"));
    assert_eq!(all[208].name, "Aides 199");
    assert_eq!(
        all[208].rate.unwrap().get().unwrap().get().to_string(),
        "2199.50"
    );
    harness.state_mut().undo(false);
    assert_eq!(groups(&harness), five_markets().workforce.groups().unwrap());
}

#[test]
fn a_paste_with_a_fault_takes_nothing_and_lists_it() {
    let mut harness = payroll(five_markets());
    harness
        .get_by_role_and_label(Role::Cell, "IE medical assistants, step 1, name")
        .click();
    harness.rest();
    let sheet = "Group\tEmployees\tFTE\tRate\nPorters\t12\t11\t21.5\nCooks\ttwelve\t11\t22\n";
    put(&mut harness, Event::Paste(sheet.to_owned()));
    assert_eq!(groups(&harness).len(), 10);
    assert!(harness.state().asks());
    let said = screen::said(&harness);
    assert!(said.contains("Line 3, employees:"), "{said}");
}

#[test]
fn cells_fill_down_from_the_first_chosen() {
    let mut harness = payroll(five_markets());
    harness
        .get_by_role_and_label(Role::Cell, "IE medical assistants, step 1, unit: Local 1")
        .click();
    harness.rest();
    for _ in 0..2 {
        press(&mut harness, Key::ArrowDown, Modifiers::SHIFT);
    }
    press(&mut harness, Key::D, Modifiers::COMMAND);
    assert_eq!(undo_label(&harness), "Fill unit down to 2 groups");
    let units: Vec<_> = groups(&harness).into_iter().map(|one| one.unit).collect();
    assert_eq!(units[2].as_deref(), Some("Local 1"));
    assert_eq!(units[4].as_deref(), Some("Local 2"));
}

#[test]
fn a_title_sorts_and_sorts_the_other_way() {
    let mut harness = payroll(five_markets());
    harness.get_by_label("Sort by employees").click();
    harness.rest();
    assert_eq!(undo_label(&harness), "Sort groups by employees");
    assert_eq!(names(&harness)[0], "Hawaii environmental services, step 1");
    harness.get_by_label("Sort by employees").click();
    harness.rest();
    assert_eq!(names(&harness)[0], "SoCal registered nurses, step 5");
    harness.state_mut().undo(false);
    harness.state_mut().undo(false);
    harness.rest();
    assert_eq!(names(&harness)[0], "IE medical assistants, step 1");
}

#[test]
fn a_filter_shows_some_and_sums_them_and_rows_are_deleted() {
    let mut harness = payroll(five_markets());
    harness.get_by_label("Filter groups").click();
    harness.rest();
    put(&mut harness, Event::Text("colorado".to_owned()));
    let said = screen::said(&harness);
    assert!(
        said.contains("Total of 1 of 10 groups: 240 employees, 228.00 FTE"),
        "{said}"
    );
    assert!(
        !said.contains("IE registered nurses, step 3, name"),
        "{said}"
    );
    harness
        .get_by_label("Choose row 1: Colorado pharmacists")
        .click();
    harness.rest();
    press(&mut harness, Key::Delete, Modifiers::NONE);
    assert_eq!(groups(&harness).len(), 9);
    assert_eq!(undo_label(&harness), "Delete Colorado pharmacists");
}

#[test]
fn the_ledger_stands_beside_the_totals_and_is_kept_as_an_assumption() {
    let mut harness = payroll(five_markets());
    for (field, text) in [
        ("Ledger\u{2019}s payroll", "760000000"),
        ("Ledger\u{2019}s employees", "7500"),
        (
            "Where the ledger\u{2019}s total is from",
            "payroll register of Sep 30, 2025",
        ),
    ] {
        harness.get_by_label(field).click();
        harness.rest();
        put(&mut harness, Event::Text(text.to_owned()));
        press(&mut harness, Key::Enter, Modifiers::NONE);
    }
    let scenario = harness.state().scenario().clone();
    let ledger = scenario.ledger().unwrap();
    assert_eq!(ledger.headcount, Some(7500));
    assert_eq!(ledger.source, "payroll register of Sep 30, 2025");
    assert_eq!(
        scenario.assumptions.len(),
        five_markets().assumptions.len() + 1
    );
    let said = screen::said(&harness);
    assert!(said.contains("employees \u{2212}10"), "{said}");
    assert!(said.contains("0.3% under"), "{said}");
    let text = counteroffer::files::to_ron(&scenario).unwrap();
    assert_eq!(parse_scenario(&text).unwrap().ledger(), Some(ledger));
}

#[test]
fn ten_thousand_groups_are_painted_only_where_they_are_seen() {
    let mut scenario = five_markets();
    let model = scenario.workforce.groups().unwrap()[9].clone();
    let groups = (0..10_000).map(|number| Group {
        name: format!("Group {number}"),
        ..model.clone()
    });
    let mut all = scenario.workforce.groups().unwrap().to_vec();
    all.extend(groups);
    scenario.workforce_mut().people = counteroffer::scenario::People::Groups(all);
    let mut harness = payroll(scenario);
    let cells = screen::said(&harness).matches(", FTE: ").count();
    assert!(cells < 40, "{cells} rows are painted");
    harness
        .get_by_role_and_label(Role::Cell, "IE medical assistants, step 1, name")
        .click();
    harness.rest();
    press(&mut harness, Key::End, Modifiers::COMMAND);
    press(&mut harness, Key::ArrowUp, Modifiers::NONE);
    let said = screen::said(&harness);
    assert!(said.contains("Group 9999, FTE: 228.00"), "{said}");
}

#[test]
fn presenting_shows_the_groups_and_changes_none() {
    let mut harness = payroll(five_markets());
    let look = counteroffer::ui::state::Look::Present(true);
    harness
        .state_mut()
        .perform_one(counteroffer::ui::Action::Look(look));
    harness.rest();
    harness
        .get_by_role_and_label(Role::Cell, "Colorado pharmacists, employees: 240")
        .click();
    harness.rest();
    put(&mut harness, Event::Text("5".to_owned()));
    press(&mut harness, Key::Enter, Modifiers::NONE);
    assert_eq!(groups(&harness)[9].headcount.get(), Some(240));
    assert!(harness.query_by_label("Add a group").is_none());
}
