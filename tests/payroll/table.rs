//! The table of groups beside the scenario, as the window treats it: read with the file, never costed and never
//! written over unasked once another program changed it.

use std::path::{Path, PathBuf};

use counteroffer::files::{self, Over, table};
use counteroffer::scenario::People;
use counteroffer::ui::state::Disk;
use counteroffer::ui::{Action, App};
use eframe::egui::Vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::five_markets;
use crate::screen::{self, Hands, Rest};

/// A scenario whose groups are in a table beside it, and that table.
fn saved(folder: &Path) -> (PathBuf, PathBuf) {
    let mut scenario = five_markets();
    let people = table::as_table(&scenario.workforce.people, "case").unwrap();
    scenario.workforce_mut().people = people;
    let path = folder.join("case.ron");
    files::save(&scenario, &path, Over::Nothing).unwrap();
    let People::Table { file, .. } = &scenario.workforce.people else {
        panic!("no table");
    };
    (path, folder.join(file))
}

fn opened(path: &Path) -> Harness<'static, App> {
    let mut window = screen::window(five_markets());
    window.open_path(path.to_path_buf());
    let mut harness = screen::shown(window, Vec2::new(1440.0, 900.0));
    harness.rest();
    harness
}

fn one_more_pharmacist(table: &Path) {
    let text = std::fs::read_to_string(table).unwrap();
    assert!(text.contains(",240,228,"), "{text}");
    std::fs::write(table, text.replace(",240,228,", ",241,228,")).unwrap();
}

fn cost(harness: &mut Harness<'_, App>) -> Option<rust_decimal::Decimal> {
    let results = harness.state_mut().results();
    results.offers[0].figures.cost
}

#[test]
fn a_table_as_it_was_saved_is_costed_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = saved(folder.path());
    let mut harness = opened(&path);
    assert!(!harness.state().asks());
    let mut window = screen::window(five_markets());
    let expected = window.results().offers[0].figures.cost;
    assert_eq!(cost(&mut harness), expected);
}

#[test]
fn one_changed_outside_is_not_costed_until_it_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let (path, table) = saved(folder.path());
    one_more_pharmacist(&table);
    let mut harness = opened(&path);
    let said = screen::said(&harness);
    assert!(
        said.contains("The table of groups has been changed"),
        "{said}"
    );
    assert_eq!(cost(&mut harness), None);
    harness.get_by_label("Accept it as it is now").click();
    harness.rest();
    let scenario = harness.state().scenario().clone();
    assert_eq!(
        scenario.workforce.totals(scenario.hours).headcount,
        Some(7_491)
    );
    assert!(cost(&mut harness).is_some());
    let label = harness.state().document().undo_label();
    assert_eq!(label, Some("Accept the table of groups as it is now"));
}

#[test]
fn one_that_is_missing_opens_says_so_and_costs_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, table) = saved(folder.path());
    std::fs::remove_file(&table).unwrap();
    let mut harness = opened(&path);
    let said = screen::said(&harness);
    assert!(said.contains("is not beside the scenario"), "{said}");
    assert_eq!(cost(&mut harness), None);
    harness.state_mut().close_dialogs();
    harness
        .state_mut()
        .show(counteroffer::ui::views::people::VIEW);
    harness.rest();
    harness.get_by_label("People: Payroll").click();
    harness.rest();
    assert!(harness.query_by_label("Look again").is_some());
    assert!(harness.query_by_label("Accept it as it is now").is_none());
}

#[test]
fn saving_asks_before_a_table_that_was_changed_meanwhile_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (path, table) = saved(folder.path());
    let mut harness = opened(&path);
    one_more_pharmacist(&table);
    let changed = std::fs::read(&table).unwrap();
    let title = counteroffer::document::Command::Title("Other".to_owned());
    harness.state_mut().apply(title);
    harness.state_mut().perform_one(Action::Disk(Disk::Save));
    harness.rest();
    assert!(harness.state().asks());
    let said = screen::said(&harness);
    let asked = "The table of groups beside it was changed by another program";
    assert!(said.contains(asked), "{said}");
    assert_eq!(std::fs::read(&table).unwrap(), changed);
}
