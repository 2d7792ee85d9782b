//! Every kind of term in the window, without a screen: added with what it costs told before, left out and counted,
//! a number typed that was waited for, undone.
// A panic is how a test fails, and frames last fractions of a second.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::panic)]

mod screen;

use counteroffer::costing::Model;
use counteroffer::costing::worth::clause_worth;
use counteroffer::document::fields::example;
use counteroffer::document::new_clause::offered;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{ClauseKind, Offer, OfferId, RateUnit, Scenario, Status};
use counteroffer::ui::App;
use counteroffer::ui::state::Ask;
use counteroffer::ui::widgets::theme;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use screen::{Hands, said, window};

type Shown = Harness<'static, App>;

fn markets() -> Scenario {
    let mut scenario = parse_scenario(include_str!("../scenarios/five-markets.ron")).unwrap();
    let district = include_str!("../scenarios/school-district.ron");
    scenario.inflation = parse_scenario(district).unwrap().inflation;
    scenario
}

fn kaiser() -> Scenario {
    parse_scenario(include_str!("../scenarios/kaiser-alliance-2025.ron")).unwrap()
}

fn shown(scenario: Scenario) -> Shown {
    let mut harness = Harness::builder()
        // Tall, so that no row is scrolled out of sight.
        .with_size(Vec2::new(1440.0, 3200.0))
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(theme::install)
        .build_ui_state(|ui, window: &mut App| window.frame(ui), window(scenario));
    harness.run();
    harness
}

/// A window with a draft begun from B.
fn with_draft(scenario: Scenario) -> (Shown, OfferId) {
    let mut harness = shown(scenario);
    screen::start_draft(&mut harness);
    let draft = harness.state().scenario().counter.clone().unwrap();
    (harness, draft)
}

fn offer<'h>(harness: &'h Shown, id: &OfferId) -> &'h Offer {
    harness.state().scenario().offer(id).unwrap()
}

fn undo(harness: &mut Shown) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
}

fn write(harness: &mut Shown, field: &str, text: &str) {
    // A field that refused what was typed says so after its name.
    harness.get_by_label_contains(field).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    if text.is_empty() {
        harness.key_press(Key::Backspace);
    } else {
        harness.get_by_label_contains(field).type_text(text);
    }
    harness.run();
}

fn click(harness: &mut Shown, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

#[test]
fn every_kind_is_offered_with_what_it_costs_here_and_added() {
    for kind in ClauseKind::ALL {
        let (mut harness, draft) = with_draft(markets());
        let before = offer(&harness, &draft).clauses.len();
        harness.state_mut().open(Ask::AddTerm(draft.clone()));
        harness.run();
        let words = kind.in_words(RateUnit::Hour);
        let (name, plain) = (words.title, words.does);
        let label = format!("{name}. {plain} ");
        let told = harness
            .get_by_label_contains(&label)
            .accesskit_node()
            .label()
            .unwrap();
        // What is told is what the offer costs more with it.
        assert!(
            told.contains(" over the term.") || told.contains("price index"),
            "{told}"
        );
        harness.get_by_label_contains(&label).click_accesskit();
        harness.run();
        let fields: &[(&str, &str)] = match kind {
            ClauseKind::Percent => &[("Increase", "1.25%")],
            ClauseKind::PerHour => &[("An hour", "$0.75")],
            ClauseKind::PerYear => &[("A year", "$900")],
            ClauseKind::GreaterOf => &[("Increase", "1%"), ("or an hour", "$0.50")],
            ClauseKind::Floor => &[("At least", "$25")],
            ClauseKind::MinimumRate => &[("Elsewhere", "$25.56")],
            ClauseKind::EquityPool => &[("Pool", "1.25%")],
            ClauseKind::LumpSum => &[("Amount", "$750")],
            ClauseKind::Benefit => &[("From each date on", "10/1/2026: $500")],
            ClauseKind::Payout => &[("Amount", "$1,200")],
            ClauseKind::PaidTime => &[("Each", "8")],
            ClauseKind::Contribution => &[
                ("Name", "trust"),
                ("Percent of pay from each date on", "10/1/2026: 1.5%"),
            ],
            ClauseKind::CostStream => &[("Dollars on each date", "10/1/2026: $2,000,000")],
            ClauseKind::Cola | ClauseKind::HoldSteps => &[],
        };
        for (field, text) in fields {
            write(&mut harness, &format!("{field} of the new term"), text);
        }
        harness.run();
        // Enter in a field of one line does what the button does.
        let by_enter = matches!(
            kind,
            ClauseKind::Percent
                | ClauseKind::PerHour
                | ClauseKind::PerYear
                | ClauseKind::Floor
                | ClauseKind::EquityPool
                | ClauseKind::LumpSum
                | ClauseKind::PaidTime
        );
        if by_enter {
            harness.key_press(Key::Enter);
            harness.run();
        } else {
            click(&mut harness, "Add");
        }
        let clauses = &offer(&harness, &draft).clauses;
        assert_eq!(clauses.len(), before + 1, "{kind:?}: {}", said(&harness));
        let added = clauses.last().unwrap().clone();
        assert_eq!(added.terms.kind(), kind);
        assert!(added.counted);
        // Its page is there, with the switch that leaves it out.
        click(&mut harness, "In the figures: Leave it out");
        assert!(!offer(&harness, &draft).clauses.last().unwrap().counted);
        click(&mut harness, "In the figures: Count it");
        assert_eq!(*offer(&harness, &draft).clauses.last().unwrap(), added);
        for _ in 0..3 {
            undo(&mut harness);
        }
        assert_eq!(offer(&harness, &draft).clauses.len(), before, "{kind:?}");
    }
}

#[test]
fn what_is_not_known_is_left_out_until_it_is() {
    let (mut harness, draft) = with_draft(markets());
    let cost = |harness: &mut Shown| {
        let results = harness.state_mut().results();
        let of = results.of(&OfferId("draft-1".to_owned())).unwrap();
        of.figures.cost
    };
    let before = cost(&mut harness);
    harness.state_mut().open(Ask::AddTerm(draft.clone()));
    harness.run();
    harness
        .get_by_label_contains("Lump sum. ")
        .click_accesskit();
    harness.run();
    write(&mut harness, "Amount of the new term", "unknown");
    click(&mut harness, "Add");
    let added = offer(&harness, &draft).clauses.last().unwrap();
    assert!(!added.counted && !added.terms.is_known());
    assert_eq!(cost(&mut harness), before);
    assert!(said(&harness).contains("Left out, waiting for a number"));
    let field = "Amount of the lump sum";
    write(&mut harness, field, "plenty");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(said(&harness).contains("no amount"), "it isn\u{2019}t told");
    write(&mut harness, field, "$750");
    harness.key_press(Key::Enter);
    harness.run();
    let known = offer(&harness, &draft).clauses.last().unwrap();
    assert!(known.counted && known.terms.is_known());
    assert!(cost(&mut harness) > before);
    undo(&mut harness);
    assert!(!offer(&harness, &draft).clauses.last().unwrap().counted);
}

#[test]
fn a_number_that_becomes_known_goes_into_passed_offers_and_nothing_else_does() {
    let mut scenario = kaiser();
    let offer = scenario
        .offers
        .iter_mut()
        .find(|offer| offer.status.is_locked())
        .unwrap();
    let id = offer.id.clone();
    let place = offer
        .clauses
        .iter()
        .position(|clause| !clause.terms.is_known())
        .unwrap();
    let mut harness = shown(scenario);
    let at = harness.state().at(&id, place);
    let own = harness.state().scenario().offer(&id).unwrap().clauses[place].clone();
    let set = |harness: &mut Shown, to| {
        harness
            .state_mut()
            .edit(counteroffer::ui::Edit::SetClause(at.clone(), Box::new(to)));
        harness.run();
    };
    let mut counted = own.clone();
    counted.left_out_because = "not published yet".to_owned();
    set(&mut harness, counted.clone());
    assert_eq!(
        harness.state().scenario().offer(&id).unwrap().clauses[place],
        counted
    );
    let mut later = own.clone();
    later.date = later.date.plus_days(1);
    set(&mut harness, later);
    assert!(harness.state().asks(), "a locked term was to be moved");
    assert_eq!(
        harness.state().scenario().offer(&id).unwrap().clauses[place],
        counted
    );
}

#[test]
fn the_card_says_without_how_many_terms() {
    let harness = shown(kaiser());
    for offer in &harness.state().scenario().offers {
        let without = offer.clauses.iter().filter(|one| !one.counted).count();
        let compared = harness.state().scenario().a.as_ref() == Some(&offer.id);
        if without > 0 && compared {
            assert!(said(&harness).contains(&format!("without {without} terms")));
        }
    }
}

/// The years of a clause add up to it, and the clauses to the offer.
#[test]
fn worth_by_year_adds_up() {
    let scenario = markets();
    let model = Model::new(&scenario).unwrap();
    for (offer, figures) in scenario
        .offers
        .iter()
        .zip(counteroffer::costing::report(&scenario).unwrap().offers)
    {
        for raise in &figures.raises {
            let worth = clause_worth(&model, offer, raise.clause).unwrap().unwrap();
            assert_eq!(worth.total, raise.worth);
            let years = worth.by_year.iter().map(|(_, one)| one.unwrap());
            let sum: rust_decimal::Decimal = years.sum();
            let off = (sum - worth.total.unwrap()).abs();
            assert!(off < "0.0001".parse().unwrap(), "{off}");
        }
    }
}

#[test]
fn a_case_of_salaries_offers_no_dollars_an_hour() {
    let mut scenario = markets();
    let mut workforce = (*scenario.workforce).clone();
    workforce.rate_unit = RateUnit::Year;
    scenario.workforce = workforce.into();
    let kinds = offered(&scenario);
    assert!(!kinds.contains(&ClauseKind::PerHour));
    for kind in kinds {
        let said = kind.in_words(RateUnit::Year);
        let example = example(kind, &scenario, scenario.term.first_day);
        let terms = example.terms.in_words(
            counteroffer::scenario::PaidIn::us_dollars(RateUnit::Year),
            counteroffer::units::HouseStyle::File,
        );
        for words in [said.title, said.does, terms.as_str()] {
            assert!(
                !words.contains("dollars an hour") && !words.contains("0 an hour"),
                "{words}"
            );
        }
    }
}

#[test]
fn a_passed_offer_is_not_being_edited() {
    let mut harness = shown(markets());
    let first = harness.state().scenario().a.clone().unwrap();
    let name = harness
        .state()
        .scenario()
        .offer(&first)
        .unwrap()
        .name
        .clone();
    assert!(matches!(
        harness.state().scenario().offer(&first).unwrap().status,
        Status::Passed(_)
    ));
    harness
        .state_mut()
        .apply(counteroffer::document::Command::WorkOn(Some(first)));
    harness.run();
    assert!(
        harness
            .query_by_label(&format!("Details of {name}"))
            .is_some()
    );
    let badges = said(&harness);
    assert!(!badges.lines().any(|line| line == "editing"), "{badges}");
}

/// What can't be, kind by kind: in which field, and what is typed there beside what the form needs.
const REFUSED: &[(ClauseKind, &[(&str, &str)])] = &[
    (ClauseKind::Percent, &[("Increase", "three")]),
    (ClauseKind::Percent, &[("Increase", "150%")]),
    (
        ClauseKind::Percent,
        &[("Increase", "3%"), ("Date", "13/1/2026")],
    ),
    (
        ClauseKind::Percent,
        &[("Increase", "3%"), ("Date", "10/1/2031")],
    ),
    (ClauseKind::PerHour, &[("An hour", "1.5%")]),
    (ClauseKind::PerHour, &[("An hour", "$0.75 or $1")]),
    (ClauseKind::PerYear, &[("A year", "9 00")]),
    (
        ClauseKind::GreaterOf,
        &[("Increase", "1%"), ("or an hour", "")],
    ),
    (ClauseKind::Floor, &[("At least", "\u{2212}$25")]),
    (ClauseKind::Floor, &[("At least", "$20,000,000")]),
    (
        ClauseKind::Cola,
        &[
            ("Of the rise", "80%"),
            ("At least", "5%"),
            ("At most", "4%"),
        ],
    ),
    (ClauseKind::Cola, &[("Index from", "two")]),
    (ClauseKind::MinimumRate, &[("Elsewhere", "")]),
    (ClauseKind::MinimumRate, &[("Elsewhere", "25.56 to 26")]),
    (ClauseKind::EquityPool, &[("Pool", "120%")]),
    (
        ClauseKind::EquityPool,
        &[
            ("Pool", "1%"),
            ("Dates of its equal parts", "10/1/2027\n10/1/2026"),
        ],
    ),
    (
        ClauseKind::EquityPool,
        &[
            ("Pool", "1%"),
            ("Dates of its equal parts", "10/1/2027\n10/1/2027"),
        ],
    ),
    (
        ClauseKind::EquityPool,
        &[("Pool", "1%"), ("Dates of its equal parts", "")],
    ),
    (ClauseKind::EquityPool, &[("Pool", "1%"), ("Cap", "nine")]),
    (ClauseKind::HoldSteps, &[("Until", "10/1/2025")]),
    (ClauseKind::LumpSum, &[("Amount", "$7,50,0")]),
    (ClauseKind::Benefit, &[("From each date on", "$500")]),
    (
        ClauseKind::Benefit,
        &[("From each date on", "10/1/2027: $500\n10/1/2026: $600")],
    ),
    (
        ClauseKind::Benefit,
        &[("From each date on", "10/1/2026: $500"), ("Get it", "130%")],
    ),
    (
        ClauseKind::Payout,
        &[("Amount", "$1,200"), ("Likely", "101%")],
    ),
    (
        ClauseKind::Payout,
        &[
            ("Amount", "$1,200"),
            ("Goals", "Service: 60%, 80%\nSafety: 41%, 100%"),
        ],
    ),
    (
        ClauseKind::Payout,
        &[("Amount", "$1,200"), ("Days it falls on", "10/1/2031")],
    ),
    (ClauseKind::PaidTime, &[("Each", "eight")]),
    (
        ClauseKind::PaidTime,
        &[("Each", "8"), ("Take part", "\u{2212}3")],
    ),
    (
        ClauseKind::Contribution,
        &[
            ("Name", "trust"),
            ("Percent of pay from each date on", "10/1/2026: 901%"),
        ],
    ),
    (
        ClauseKind::CostStream,
        &[("Dollars on each date", "10/1/2026: two million")],
    ),
];

#[test]
fn what_cannot_be_is_refused_in_words_and_stays_as_it_was_typed() {
    for (kind, typed) in REFUSED {
        let (mut harness, draft) = with_draft(markets());
        let before = offer(&harness, &draft).clauses.len();
        harness.state_mut().open(Ask::AddTerm(draft.clone()));
        harness.run();
        let title = kind.in_words(RateUnit::Hour).title;
        let label = format!("{title}. ");
        harness.get_by_label_contains(&label).click_accesskit();
        harness.run();
        for (field, text) in *typed {
            // The name of a field goes on with what a line is.
            let named = harness
                .get_all_by_label_contains(field)
                .filter_map(|node| node.accesskit_node().label())
                .find(|label| label.ends_with("of the new term"))
                .unwrap_or_else(|| panic!("{kind:?} has no {field}: {}", said(&harness)));
            write(&mut harness, &named, text);
        }
        let quiet = said(&harness);
        click(&mut harness, "Add");
        let told = said(&harness);
        assert_eq!(
            offer(&harness, &draft).clauses.len(),
            before,
            "{kind:?} {typed:?}"
        );
        let new: Vec<&str> = told.lines().filter(|line| !quiet.contains(line)).collect();
        assert!(!new.is_empty(), "{kind:?} {typed:?}: nothing is told");
        // In the window amounts are written as amounts.
        assert!(!told.contains("10000000"), "{new:?}");
        for (_, text) in *typed {
            let first = text.lines().next().unwrap_or_default();
            assert!(told.contains(first), "{text} is gone: {new:?}");
        }
        println!("{kind:?} {typed:?}: {}", new.join(" | "));
    }
}
