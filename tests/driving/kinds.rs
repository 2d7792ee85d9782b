//! Every kind of term by hand: moved by keys and by the pointer, typed in the table, taken back step by step.

use counteroffer::files::parse_scenario;
use counteroffer::scenario::{
    Clause, ClauseKind, ClauseTerms, OfferId, Party, RateUnit, Scenario, Status,
};
use counteroffer::ui::App;
use counteroffer::ui::state::Ask;
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::driven;
use super::screen::{Hands, pull};

/// One of each kind, on days apart, and a cell that says something else of it.
const KINDS: [(&str, &str, Option<&str>); 15] = [
    ("2026-01-01", "Percent(2)", Some("2.25%")),
    ("2026-03-01", "PerHour(\"0.50\")", Some("$0.65/h")),
    ("2026-05-01", "PerYear(\"900\")", Some("$1,000 a year")),
    (
        "2026-07-01",
        "GreaterOf(percent: 1, per_hour: \"0.40\")",
        Some("1.5% or $0.40"),
    ),
    ("2026-09-01", "Floor(\"24\")", Some("min 24.50")),
    (
        "2026-11-01",
        "Cola(share: 100, floor: 1, cap: 3)",
        Some("COLA 1\u{2013}4"),
    ),
    (
        "2027-01-01",
        "MinimumRate(by_market: [(market: \"Hawaii\", rate: \"25\")], ripple: SamePercent)",
        None,
    ),
    (
        "2027-03-01",
        "EquityPool(percent: \"1.25\", tranches: [\"2027-03-01\"], reading: Additive, measured: Eve)",
        Some("pool 1.5"),
    ),
    ("2027-05-01", "HoldSteps(until: \"2029-01-01\")", None),
    (
        "2027-07-01",
        "LumpSum(amount: PerHead(\"500\"))",
        Some("$750"),
    ),
    (
        "2027-09-01",
        "Benefit(today: \"100\", values: [(date: \"2027-09-01\", value: \"200\")], participants: 1000, attainment: 100, basis: PerHead, when: Dated)",
        None,
    ),
    (
        "2027-11-01",
        "Payout(on: [\"2027-11-01\"], amount: \"1200\", today: \"0\", participants: 1000, basis: PerHead, likelihood: 25, goals: [], when: Dated)",
        None,
    ),
    (
        "2028-01-01",
        "PaidTime(hours: 8, participants: 1000, backfilled: 50, premium: 100)",
        None,
    ),
    (
        "2028-03-01",
        "Contribution(name: \"Trust\", today: 1, values: [(date: \"2028-03-01\", value: \"1.5\")], when: Dated)",
        None,
    ),
    (
        "2028-05-01",
        "CostStream(amounts: [(date: \"2028-05-01\", amount: \"1000000\")], when: Dated)",
        None,
    ),
];

/// The five markets with a draft in which every kind of term stands once.
fn all_kinds() -> Scenario {
    let mut scenario = parse_scenario(include_str!("../../scenarios/five-markets.ron")).unwrap();
    let index = "(index: [(month: \"2025-06-01\", value: \"322.10\")], projected: \"2.5\")";
    scenario.inflation = Some(ron::from_str(index).unwrap());
    let mut draft = scenario.offers[0].clone();
    draft.id = OfferId("draft".to_owned());
    draft.name = "Draft".to_owned();
    draft.side = Party::Neutral;
    draft.status = Status::Draft;
    draft.clauses = KINDS
        .iter()
        .map(|(date, terms, _)| {
            let terms: ClauseTerms = options().from_str(terms).unwrap();
            Clause::new(Date::parse(date).unwrap(), terms)
        })
        .collect();
    scenario.counter = Some(draft.id.clone());
    scenario.offers.push(draft);
    scenario
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

fn clause(harness: &Harness<'_, App>, kind: ClauseKind) -> Clause {
    let offer = harness
        .state()
        .scenario()
        .offer(&OfferId("draft".to_owned()));
    let mut own = offer.unwrap().clauses.iter();
    own.find(|one| one.terms.kind() == kind).unwrap().clone()
}

fn kind_of(terms: &str) -> ClauseKind {
    options().from_str::<ClauseTerms>(terms).unwrap().kind()
}

/// Every kind there is stands in the list above: one that is added later has to be driven too.
#[test]
fn the_list_holds_every_kind() {
    let listed: Vec<ClauseKind> = KINDS.iter().map(|(_, terms, _)| kind_of(terms)).collect();
    for kind in ClauseKind::ALL {
        let times = listed.iter().filter(|one| **one == kind).count();
        assert_eq!(times, 1, "{kind:?}");
    }
}

/// What has the keyboard, by its role and name.
fn focused(harness: &Harness<'static, App>) -> Option<(Role, String)> {
    let nodes = harness.root().children_recursive();
    let mut own = nodes.filter(|node| node.accesskit_node().is_focused());
    let node = own.next()?.accesskit_node();
    Some((node.role(), node.label().unwrap_or_default()))
}

/// Everything Tab comes to, until it comes to the first again.
fn reached_by_tab(harness: &mut Harness<'static, App>) -> Vec<(Role, String)> {
    let mut reached: Vec<(Role, String)> = Vec::new();
    for _ in 0..600 {
        harness.key_press(Key::Tab);
        harness.run();
        let Some(one) = focused(harness) else {
            continue;
        };
        if reached.len() > 20 && reached.first() == Some(&one) {
            return reached;
        }
        reached.push(one);
    }
    panic!("Tab never comes round");
}

#[test]
fn every_kind_has_a_named_head_or_chip_that_tab_reaches() {
    let mut harness = driven(all_kinds());
    let names: Vec<String> = KINDS
        .iter()
        .map(|(_, terms, _)| slider(&mut harness, kind_of(terms)))
        .collect();
    let reached = reached_by_tab(&mut harness);
    for name in &names {
        assert!(name.len() > "Draft, ".len(), "{name}");
        let there = reached.contains(&(Role::Slider, name.clone()));
        assert!(there, "Tab doesn\u{2019}t come to {name}: {reached:?}");
    }
    // No two have one name.
    let mut parted = names.clone();
    parted.sort();
    parted.dedup();
    assert_eq!(parted.len(), names.len(), "{names:?}");
}

#[test]
fn every_kind_has_a_named_button_that_tab_reaches_where_terms_are_added() {
    let mut harness = driven(all_kinds());
    let draft = OfferId("draft".to_owned());
    harness.state_mut().open(Ask::AddTerm(draft));
    harness.run();
    let mut reached = Vec::new();
    for _ in 0..ClauseKind::ALL.len() + 2 {
        harness.key_press(Key::Tab);
        harness.run();
        reached.extend(focused(&harness));
    }
    for kind in ClauseKind::ALL {
        let words = kind.in_words(RateUnit::Hour);
        let named = format!("{}. {} ", words.title, words.does);
        let there = reached.iter().any(|(_, name)| name.starts_with(&named));
        assert!(there, "Tab doesn\u{2019}t come to {named}: {reached:?}");
    }
}

/// The name of a kind's head or chip: it is the one slider of the draft that, chosen, chooses its clause.
fn slider(harness: &mut Harness<'static, App>, kind: ClauseKind) -> String {
    let wanted = clause(harness, kind).id;
    let labels: Vec<String> = harness
        .get_all_by_role(Role::Slider)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Draft, "))
        .collect();
    assert_eq!(labels.len(), KINDS.len(), "{labels:?}");
    for label in labels {
        harness.get_by_role_and_label(Role::Slider, &label).focus();
        harness.run();
        let chosen = harness.state().chosen().cloned();
        if chosen.is_some_and(|at| at.clause == wanted) {
            return label;
        }
    }
    panic!("no head or chip chooses {kind:?}");
}

#[test]
fn every_kind_is_moved_by_keys_and_by_hand_and_taken_back() {
    let mut harness = driven(all_kinds());
    for (_, terms, _) in KINDS {
        let kind = kind_of(terms);
        let before = clause(&harness, kind);
        let name = slider(&mut harness, kind);
        harness.key_press(Key::ArrowRight);
        harness.run();
        let after = clause(&harness, kind);
        assert_eq!(after.date, before.date.plus_months(1), "{kind:?} by keys");
        harness.state_mut().undo(false);
        harness.run();
        assert_eq!(clause(&harness, kind), before, "{kind:?} taken back");
        let rect = harness.get_by_role_and_label(Role::Slider, &name).rect();
        // A chip's mark stands on its date; a head is all mark.
        let from = if rect.width() > rect.height() + 1.0 {
            rect.left_center() + vec2(9.0, 0.0)
        } else {
            rect.center()
        };
        pull(&mut harness, from, vec2(70.0, 0.0));
        harness.drop_at(from + vec2(70.0, 0.0));
        harness.run();
        let after = clause(&harness, kind);
        assert!(after.date > before.date, "{kind:?} by hand: {}", after.date);
        harness.state_mut().undo(false);
        harness.run();
        assert_eq!(clause(&harness, kind), before, "{kind:?} taken back");
    }
}

#[test]
fn a_kind_with_a_number_on_its_head_is_changed_by_up_and_others_say_why_not() {
    let mut harness = driven(all_kinds());
    for (_, terms, _) in KINDS {
        let kind = kind_of(terms);
        let before = clause(&harness, kind);
        slider(&mut harness, kind);
        harness.key_press(Key::ArrowUp);
        harness.run();
        let after = clause(&harness, kind);
        let sized = matches!(
            kind,
            ClauseKind::Percent
                | ClauseKind::PerHour
                | ClauseKind::PerYear
                | ClauseKind::GreaterOf
                | ClauseKind::Floor
                | ClauseKind::EquityPool
        );
        if sized {
            assert_ne!(after.terms, before.terms, "{kind:?}");
            assert_eq!(after.date, before.date, "{kind:?}");
            harness.state_mut().undo(false);
            harness.run();
        } else {
            assert!(
                !harness.state().notice().is_empty(),
                "{kind:?} says nothing"
            );
        }
        assert_eq!(clause(&harness, kind), before, "{kind:?}");
    }
}

#[test]
fn every_kind_is_in_the_table_and_what_a_cell_can_say_is_typed_there() {
    let mut harness = driven(all_kinds());
    harness.set_size(vec2(3400.0, 1200.0));
    harness.run();
    harness.run();
    // The cell of each kind is the one that, chosen, chooses its clause.
    let labels: Vec<String> = harness
        .get_all_by_role(Role::Cell)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Draft"))
        .filter(|label| !label.contains("nothing on") && !label.contains("add a"))
        .collect();
    let mut cells = Vec::new();
    for label in labels {
        harness.get_by_role_and_label(Role::Cell, &label).click();
        harness.run();
        let chosen = harness.state().chosen().map(|at| at.clause);
        cells.push((chosen, label));
    }
    for (_, terms, typed) in KINDS {
        let kind = kind_of(terms);
        let before = clause(&harness, kind);
        let own = cells.iter().find(|(chosen, _)| *chosen == Some(before.id));
        let Some((_, cell)) = own else {
            panic!("{kind:?} isn't in the table: {cells:?}");
        };
        let Some(typed) = typed else { continue };
        harness.get_by_role_and_label(Role::Cell, cell).click();
        harness.run();
        let letters = typed.chars().map(|letter| Event::Text(letter.to_string()));
        harness.input_mut().events.extend(letters);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        let after = clause(&harness, kind);
        assert_ne!(after.terms, before.terms, "{kind:?}: {typed}");
        assert_eq!((after.id, after.date), (before.id, before.date), "{kind:?}");
        harness.state_mut().undo(false);
        harness.run();
        assert_eq!(clause(&harness, kind), before, "{kind:?} taken back");
    }
}
