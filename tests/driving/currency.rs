//! A case in pounds: no dollar sign is painted or spoken in any view, on any page, in any dialog.

use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Currency, Scenario};
use counteroffer::ui::App;
use counteroffer::ui::state::Ask;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use eframe::egui::accesskit::Role;

use super::screen::{Hands, Rest, painted, said};
use super::{VIEWS, driven};

fn in_pounds(text: &str) -> Scenario {
    let mut scenario = parse_scenario(&text.replace('$', "\u{a3}")).unwrap();
    scenario.currency = Currency {
        symbol: "\u{a3}".to_owned(),
        code: "GBP".to_owned(),
    };
    scenario
}

fn has_none(harness: &Harness<'_, App>, at: &str, foreign: char) {
    let all = format!("{}{}", painted(harness), said(harness));
    let line = all.lines().find(|line| line.contains(foreign));
    assert_eq!(line, None, "{at}");
}

fn everywhere(scenario: Scenario, foreign: char) {
    let offers: Vec<_> = scenario.offers.iter().map(|one| one.id.clone()).collect();
    let counts: Vec<usize> = scenario
        .offers
        .iter()
        .map(|one| one.clauses.len())
        .collect();
    let mut harness = driven(scenario);
    for (name, view) in VIEWS {
        harness.state_mut().show(view);
        harness.rest();
        has_none(&harness, name, foreign);
        for page in ["Who gains", "Payroll", "History", "Settlements"] {
            if let Some(tab) = harness.query_by_label(page) {
                tab.click();
                harness.rest();
                has_none(&harness, &format!("{name}, {page}"), foreign);
            }
        }
    }
    harness.state_mut().show(VIEWS[0].1);
    for (offer, count) in offers.iter().zip(counts) {
        for clause in 0..count {
            harness.state_mut().choose(offer, clause);
            harness.rest();
            has_none(&harness, &format!("{offer}, term {clause}"), foreign);
        }
    }
    let draft = offers[0].clone();
    for (name, ask) in [
        ("add a term", Ask::AddTerm(draft.clone())),
        ("paste raises", Ask::PasteRaises(draft)),
        ("roll-up", Ask::RollUp),
        ("counts", Ask::Counts),
        ("a settlement", Ask::Settlement(None)),
        ("assumed", Ask::Assumed),
        ("owed raises", Ask::Baseline),
        ("a scale", Ask::Scale(Some(0))),
        ("into groups", Ask::ToGroups),
        ("into a summary", Ask::ToSummary),
    ] {
        harness.state_mut().open(ask);
        harness.rest();
        has_none(&harness, name, foreign);
        harness.state_mut().close_dialogs();
        harness.rest();
    }
}

#[test]
fn a_case_in_pounds_shows_and_speaks_no_dollar_sign() {
    let case = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    everywhere(in_pounds(case), '$');
    let markets = include_str!("../../scenarios/five-markets.ron");
    everywhere(in_pounds(markets), '$');
}

/// Whoever works in pounds starts the next case in pounds.
#[test]
fn a_new_contract_begins_in_the_money_of_the_case_before() {
    let markets = include_str!("../../scenarios/five-markets.ron");
    let mut harness = driven(in_pounds(markets));
    harness.state_mut().file_mut().untitled = "Local 1".to_owned();
    harness.state_mut().open(Ask::NewContract);
    harness.rest();
    has_none(&harness, "a new contract", '$');
    let symbol = harness.get_by_role_and_label(Role::TextInput, "Symbol of the currency");
    assert_eq!(symbol.value().as_deref(), Some("\u{a3}"));
}

#[test]
fn a_case_in_dollars_shows_and_speaks_no_pound_sign() {
    let markets = include_str!("../../scenarios/five-markets.ron");
    everywhere(parse_scenario(markets).unwrap(), '\u{a3}');
}
