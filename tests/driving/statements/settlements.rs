//! Settlements of others are typed, changed and kept beside the claims about them.

use counteroffer::document::Command;
use counteroffer::document::statement::edit::StatementEdit;
use counteroffer::scenario::Quantity;
use counteroffer::ui::App;
use counteroffer::ui::state::{Ask, Page};
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::driven;
use super::super::screen::{Hands, said};
use super::{case, click, page, shown, text};

/// An offer that is A and worked on is one offer.
#[test]
fn an_offer_beside_settlements_stands_once() {
    let mut scenario = case();
    scenario.counter = scenario.a.clone();
    let mut harness = shown(scenario);
    page(&mut harness, Page::Settlements);
    let rows = harness.query_all_by_role(Role::Row);
    let rows: Vec<String> = rows
        .map(|row| row.accesskit_node().label().unwrap_or_default())
        .collect();
    let own = rows.iter().filter(|row| row.starts_with("Employer :"));
    assert_eq!(own.count(), 1, "{rows:?}");
}

#[test]
fn a_settlement_is_typed_sorted_changed_and_undone() {
    let mut harness = driven(case());
    page(&mut harness, Page::Settlements);
    let before = harness.state().scenario().clone();
    let order = |harness: &Harness<'_, App>| -> Vec<String> {
        let rows = harness.get_all_by_role(Role::Row);
        rows.map(|row| row.accesskit_node().label().unwrap_or_default())
            .collect()
    };
    let now = order(&harness);
    assert!(
        now[2].starts_with("Boeing") && now[2].contains("simple 38%, compounded 43.65%"),
        "{now:?}"
    );
    assert!(
        now[3].starts_with("NYC DC 37") && now[3].contains("compounded 16.21%"),
        "{now:?}"
    );
    assert!(
        now[4].starts_with("UC nurses")
            && now[4].contains("compounded unknown, as readings 18.5% or 19.82%")
            && now[4].contains("first year unknown"),
        "{now:?}"
    );
    click(&mut harness, "Add a settlement\u{2026}");
    let typed = [
        (Role::TextInput, "Name of the settlement", "Elsewhere 2026"),
        (Role::TextInput, "First day of the settlement", "1/1/2026"),
        (Role::TextInput, "Last day of the settlement", "12/31/2027"),
        (
            Role::MultilineTextInput,
            "Raises of the settlement",
            "1/1/2026: 10%\n1/1/2027: 10%",
        ),
    ];
    for (role, field, words) in typed {
        harness.get_by_role_and_label(role, field).click();
        harness.run();
        text(&mut harness, words);
    }
    click(&mut harness, "Add");
    assert!(!harness.state().asks(), "{}", said(&harness));
    let now = order(&harness);
    // 21 % compounded stands between Boeing's 43.65 and DC 37's 16.21, 10 % a year on average.
    assert!(
        now[3].starts_with("Elsewhere 2026")
            && now[3]
                .contains("simple 20%, compounded 21.00%, average a year 10.00%, first year 10%"),
        "{now:?}"
    );
    assert_eq!(
        harness.state().document().undo_label(),
        Some("Add the settlement Elsewhere 2026")
    );
    harness.state_mut().undo(false);
    harness.run();
    assert_eq!(*harness.state().scenario(), before);
}

#[test]
fn a_settlement_that_a_claim_is_about_keeps_its_claim_when_renamed_and_stays_until_then() {
    let mut harness = driven(case());
    let name = "UC nurses 2025".to_owned();
    let remove = StatementEdit::RemoveSettlement(name.clone());
    harness.state_mut().apply(Command::Statement(remove));
    assert!(harness.state().notice().contains("is about UC nurses 2025"));
    let mut to = harness.state().scenario().settlements[0].clone();
    to.name = "Nurses of the university".to_owned();
    let edit = StatementEdit::SetSettlement(name, Box::new(to));
    harness.state_mut().apply(Command::Statement(edit));
    let about = harness
        .state()
        .scenario()
        .claims
        .iter()
        .find_map(|claim| match &claim.quantity {
            Quantity::AgainstSettlement { settlement, .. } => Some(settlement.clone()),
            _ => None,
        });
    assert_eq!(about.as_deref(), Some("Nurses of the university"));
}

#[test]
fn a_refused_settlement_stays_in_its_page_with_the_reason() {
    let mut harness = driven(case());
    page(&mut harness, Page::Settlements);
    let before = harness.state().scenario().clone();
    harness
        .state_mut()
        .open(Ask::Settlement(Some("UC nurses 2025".to_owned())));
    harness.run();
    harness
        .get_by_role_and_label(Role::MultilineTextInput, "Raises of the settlement")
        .click();
    harness.run();
    text(&mut harness, "10%\n5%");
    click(&mut harness, "Done");
    assert!(harness.state().asks());
    let told = said(&harness);
    assert!(
        told.contains("the raises add up to 15, but the total says 18.5"),
        "{told}"
    );
    assert_eq!(*harness.state().scenario(), before);
}
