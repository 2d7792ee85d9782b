//! The page of statements, driven: sentences pasted, confirmed and checked as the method states, each change
//! undone, the history replayed by keys, and nothing private of any of it presented.

use std::time::{Duration, Instant};

use counteroffer::document::Command;
use counteroffer::explore::claims::check;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Party, Precision, QuotedUnit, Scenario};
use counteroffer::ui::state::{Ask, Look, Page};
use counteroffer::ui::{Action, App, views};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::driven;
use super::names::named;
use super::screen::{Hands, painted, said};

#[path = "statements/replay.rs"]
mod replay;
#[path = "statements/sentences.rs"]
mod sentences;
#[path = "statements/settlements.rs"]
mod settlements;

/// The case as it is delivered, with its fifteen claims.
fn case() -> Scenario {
    parse_scenario(include_str!("../../scenarios/kaiser-alliance-2025.ron")).unwrap()
}

fn page(harness: &mut Harness<'_, App>, page: Page) {
    let look = Action::Look(Look::Statements(page));
    harness.state_mut().perform_one(look);
    harness.step();
    // Claims are worked out beside the frames, and each that is asks for one more.
    if page == Page::Claims {
        settle(harness);
    } else {
        harness.run();
    }
}

/// Waits until every claim is worked out, beside the frames.
fn settle(harness: &mut Harness<'_, App>) {
    let begun = Instant::now();
    while !harness
        .state()
        .views
        .statements
        .is_settled(&harness.state().context)
    {
        assert!(
            begun.elapsed() < Duration::from_secs(120),
            "never worked out"
        );
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    harness.run();
}

/// The names of the rows of claims, in their order.
fn rows(harness: &Harness<'_, App>) -> Vec<String> {
    let rows = harness.get_all_by_role(Role::DisclosureTriangle);
    rows.map(|row| row.accesskit_node().label().unwrap_or_default())
        .collect()
}

fn text(harness: &mut Harness<'_, App>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run();
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    // What is worked out beside the frames may ask for more of them.
    harness.run_ok();
}

/// Chooses in a menu of a dialog.
fn choose(harness: &mut Harness<'_, App>, menu: &str, choice: &str) {
    click(harness, menu);
    let entries: Vec<_> = harness.get_all_by_label(choice).collect();
    entries.last().unwrap().click();
    // A page that grows by it may get a scroll bar, which comes by and by.
    harness.run_ok();
}

/// Every claim of the case in a high window, so that all rows are there at once.
fn shown(scenario: Scenario) -> Harness<'static, App> {
    let mut harness = super::screen::shown(
        super::screen::window(scenario),
        eframe::egui::Vec2::new(1440.0, 1600.0),
    );
    harness.run();
    page(&mut harness, Page::Claims);
    settle(&mut harness);
    harness
}

/// The value of a field of the page.
fn value(harness: &Harness<'_, App>, field: &str) -> String {
    let node = harness.get_by_role_and_label(Role::TextInput, field);
    node.accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_claims_of_the_case_are_told_as_the_method_states() {
    let harness = shown(case());
    let rows = rows(&harness);
    // Finding, verdict and what stands beside them, from the method's table.
    let told = [
        ("nearly $720:", "$720.00: is an input"),
        ("nearly $1,440:", "$1,440.00: holds"),
        (
            "nearly $1,000,000,000:",
            "$963.8M: holds. 64,329 full-time employees, or $137,916 average pay",
        ),
        ("Employer, Dec 5, 2025, 21.5%:", "21.5%: holds"),
        (
            "most:",
            "16 of 21.5: holds. 74.4% of the sum by Sep 30, 2027",
        ),
        ("25%:", "25%: holds"),
        ("more than 18.5%:", "21.5%: holds"),
        (
            "at most 9%:",
            "9% or 9.16%: holds or doesn\u{2019}t. holds added up; compounded with a pool of 2.3474%",
        ),
        ("Sep 12, 2025, 20%:", "20%: holds"),
        (
            "about 30%:",
            "\u{2013}: can\u{2019}t be checked here. needs wage scales",
        ),
        ("Union, Nov 4, 2025, 62,000:", "62,000: is an input"),
        ("about 61,000:", "62,000: holds. the gap is then $948.2M"),
        ("no number:", "can\u{2019}t be checked here"),
        (
            "$67,000,000,000:",
            "can\u{2019}t be checked here. needs the employer\u{2019}s accounts",
        ),
        ("$230,000,000:", "23.9% of the gap"),
    ];
    assert_eq!(rows.len(), told.len());
    for (row, (number, finding)) in rows.iter().zip(told) {
        let row = row.replace('\'', "\u{2019}");
        assert!(
            row.contains(number) && row.contains(finding),
            "{row}: {number} {finding}"
        );
    }
    for filter in [
        "Show: All, 15",
        "Show: Holds, 8",
        "Show: Depends on the reading, 1",
        "Show: Is an input, 2",
        "Show: Can\u{2019}t be checked here, 4",
    ] {
        assert!(harness.query_by_label(filter).is_some(), "{filter}");
    }
}

#[test]
fn a_filter_shows_its_verdict_alone_and_a_row_its_arithmetic() {
    let mut harness = shown(case());
    click(&mut harness, "Show: Is an input, 2");
    assert_eq!(rows(&harness).len(), 2);
    click(&mut harness, "Show: All, 15");
    let billion = rows(&harness).into_iter().nth(2).unwrap();
    click(&mut harness, &billion);
    let seen = painted(&harness);
    for words in [
        "Cost of Union counter over the term, $6,203,041,332.33, less cost of Employer offer, $5,239,246,824.94: $963,794,507.39.",
        "Nearly: $900,000,000 to $1,000,000,000.",
        "$137,916.41",
        "64,329.07",
        "$8,550,817,520.55",
        "4 of 40 tried come out.",
        "61,000 full-time, the employer\u{2019}s count",
    ] {
        let there = seen.replace('\'', "\u{2019}").contains(words);
        assert!(there, "{words} isn\u{2019}t there:\n{seen}");
    }
}

#[test]
fn a_claim_is_shared_changed_and_removed_each_as_a_step_of_its_own() {
    let mut harness = shown(case());
    let before = harness.state().scenario().clone();
    let first = rows(&harness).remove(0);
    click(&mut harness, &first);
    click(&mut harness, "Keep private");
    assert!(!harness.state().scenario().claims[0].shared);
    click(&mut harness, "Share");
    assert!(harness.state().scenario().claims[0].shared);
    click(&mut harness, "Edit the claim\u{2026}");
    assert_eq!(value(&harness, "Number quoted"), "$720");
    click(&mut harness, "Said by: Union");
    click(&mut harness, "Done");
    assert_eq!(harness.state().scenario().claims[0].by, Party::Union);
    assert_eq!(harness.state().scenario().claims[0].id, "month");
    click(&mut harness, "Remove");
    assert_eq!(
        harness.state().scenario().claims.len(),
        before.claims.len() - 1
    );
    for _ in 0..4 {
        harness.state_mut().undo(false);
    }
    assert_eq!(*harness.state().scenario(), before);
    assert!(harness.state().document().undo_label().is_none());
}

#[test]
fn checks_are_kept_while_nothing_changes_that_they_rest_on() {
    let mut harness = shown(case());
    let rename = Command::Title("Another title".to_owned());
    harness.state_mut().apply(rename);
    harness.step();
    assert!(
        harness
            .state()
            .views
            .statements
            .is_settled(&harness.state().context)
    );
    let b = harness.state().scenario().b.clone().unwrap();
    harness
        .state_mut()
        .apply(Command::Compare(counteroffer::document::Slot::A, b));
    harness.step();
    assert!(
        !harness
            .state()
            .views
            .statements
            .is_settled(&harness.state().context)
    );
    settle(&mut harness);
    let scenario = harness.state().scenario().clone();
    let verdicts: Vec<_> = check(&scenario)
        .unwrap()
        .into_iter()
        .map(|one| one.verdict)
        .collect();
    assert_eq!(verdicts.len(), 15);
    // With A and B swapped the gap lies below zero.
    assert!(
        rows(&harness)[2].contains("\u{2212}$963.8M: doesn\u{2019}t"),
        "{}",
        rows(&harness)[2]
    );
}

#[test]
fn presenting_shows_no_private_claim_settlement_or_count() {
    let mut scenario = case();
    scenario.claims[0].shared = false;
    scenario.claims[0].words = "SecretSentence of $720".to_owned();
    scenario.claims[1].note = "SecretNote".to_owned();
    scenario.counts[0].shared = false;
    scenario.counts[0].name = "SecretCount".to_owned();
    scenario.settlements[1].shared = false;
    scenario.settlements[1].name = "SecretSettlement".to_owned();
    let secrets = [
        "SecretSentence",
        "SecretNote",
        "SecretCount",
        "SecretSettlement",
    ];
    let mut harness = shown(scenario);
    let open = rows(&harness)[1].clone();
    click(&mut harness, &open);
    let all = format!("{}{}", painted(&harness), said(&harness));
    assert!(all.contains("SecretSentence") && all.contains("SecretNote"));
    harness.key_press(Key::F5);
    harness.step();
    settle(&mut harness);
    for shows in Page::ALL {
        page(&mut harness, shows);
        let all = format!("{}{}", painted(&harness), said(&harness));
        for secret in secrets {
            assert!(!all.contains(secret), "{secret} on {}", shows.title());
        }
        for control in [
            "Add a claim\u{2026}",
            "Add a settlement\u{2026}",
            "Edit the claim\u{2026}",
        ] {
            assert!(harness.query_by_label(control).is_none(), "{control}");
        }
    }
    assert_eq!(harness.state().view(), views::statements::VIEW);
}

/// What is read from a claim's sentence stays true to the case: no precision or unit is made up.
#[test]
fn an_unchanged_claim_reads_back_the_same_through_its_page() {
    let scenario = case();
    for claim in &scenario.claims {
        let asked = counteroffer::document::statement::claim::Asked::of(claim, &scenario.currency);
        let read =
            counteroffer::document::statement::claim::read(&scenario, &asked, claim.id.clone());
        assert_eq!(read.as_ref(), Ok(claim), "{}", claim.id);
    }
    assert_eq!(scenario.claims[3].precision, Precision::Exactly);
    assert_eq!(scenario.claims[3].quantity.unit(), QuotedUnit::Percent);
}

#[test]
fn the_price_index_is_pasted_as_columns_and_brings_the_lane_of_real_wages() {
    let mut harness = driven(super::screen::example());
    let lane = "Real wage, cursor";
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, lane)
            .is_none()
    );
    harness.state_mut().open(Ask::Prices);
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Month 1 of the index")
        .click();
    harness.run();
    harness.event(Event::Paste(
        "Sep 2025\t100\nOct 2025\t101\nNov 2025\t102\n".to_owned(),
    ));
    harness.run();
    assert_eq!(value(&harness, "Month 3 of the index"), "Nov 2025");
    assert_eq!(value(&harness, "Value 3 of the index"), "102");
    // A month out of order is refused, and what was typed stays.
    let third = harness.get_by_role_and_label(Role::TextInput, "Month 4 of the index");
    third.click();
    harness.run();
    text(&mut harness, "Jan 2020");
    harness
        .get_by_role_and_label(Role::TextInput, "Value 4 of the index")
        .click();
    harness.run();
    text(&mut harness, "90");
    harness
        .get_by_role_and_label(Role::TextInput, "Inflation a year")
        .click();
    harness.run();
    text(&mut harness, "3%");
    click(&mut harness, "Done");
    assert!(harness.state().asks(), "{}", said(&harness));
    click(&mut harness, "Remove month 4");
    click(&mut harness, "Done");
    assert!(!harness.state().asks(), "{}", said(&harness));
    let prices = harness.state().scenario().inflation.clone().unwrap();
    assert_eq!(prices.index.len(), 3);
    assert_eq!(
        harness.state().document().undo_label(),
        Some("Change prices")
    );
    let stop = harness.get_by_role_and_label(Role::Slider, lane);
    stop.focus();
    harness.run();
    harness.key_press(Key::Home);
    harness.run();
    // On October 1, 2025: 1.065 and 1.09 over prices of 101 against 100 in September.
    let stop = harness.get_by_role_and_label(Role::Slider, lane);
    let told = stop.accesskit_node().value().unwrap();
    assert_eq!(told, "Oct 1, 2025: Employer 105.4, Union 107.9");
    harness.state_mut().undo(false);
    harness.run();
    assert!(harness.state().scenario().inflation.is_none());
    assert!(
        harness
            .query_by_role_and_label(Role::Slider, lane)
            .is_none()
    );
}

#[test]
fn every_control_of_the_pages_and_their_dialogs_has_a_name() {
    let mut harness = shown(case());
    let open = rows(&harness)[2].clone();
    click(&mut harness, &open);
    assert!(named(&harness, "claims") > 40);
    for (number, shows) in Page::ALL.into_iter().enumerate() {
        page(&mut harness, shows);
        assert!(named(&harness, shows.title()) > 20, "{number}");
    }
    let asks = [
        Ask::Claim {
            of: Some("pool-cap".to_owned()),
            sentence: String::new(),
        },
        Ask::Claim {
            of: None,
            sentence: "nearly $1,440".to_owned(),
        },
        Ask::Settlement(Some("NYC DC 37 2021".to_owned())),
        Ask::Counts,
        Ask::Prices,
    ];
    for ask in asks {
        let at = format!("{ask:?}");
        harness.state_mut().open(ask);
        harness.run_ok();
        assert!(named(&harness, &at) > 5, "{at}");
        harness.state_mut().close_dialogs();
        harness.run_ok();
    }
}

#[test]
fn an_offer_that_a_claim_is_about_is_not_removed_from_under_it() {
    let mut harness = driven(case());
    let before = harness.state().scenario().clone();
    let offer = before.offers[2].id.clone();
    harness.state_mut().apply(Command::RemoveOffer(offer));
    assert!(harness.state().notice().contains("is about this offer"));
    assert_eq!(*harness.state().scenario(), before);
}
