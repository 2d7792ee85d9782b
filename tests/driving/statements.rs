//! The page of statements, driven: sentences pasted, confirmed and checked as the method states, each change
//! undone, the history replayed by keys, and nothing private of any of it presented.

use std::time::{Duration, Instant};

use counteroffer::document::Command;
use counteroffer::document::statement::edit::StatementEdit;
use counteroffer::explore::claims::check;
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Moment, Party, Precision, Quantity, QuotedUnit, Scenario, Status};
use counteroffer::ui::state::{Ask, Look, Page};
use counteroffer::ui::{Action, App, views};
use counteroffer::units::Date;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::driven;
use super::names::named;
use super::screen::{Hands, painted, said};

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

/// Pastes a sentence into the field above the list and opens its page.
fn paste(harness: &mut Harness<'_, App>, sentence: &str) {
    let field = "A sentence with a number in it";
    harness
        .get_by_role_and_label(Role::TextInput, field)
        .click();
    harness.run();
    harness.event(Event::Paste(sentence.to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().asks(), "{sentence}: no page opens");
}

/// The value of a field of the page.
fn value(harness: &Harness<'_, App>, field: &str) -> String {
    let node = harness.get_by_role_and_label(Role::TextInput, field);
    node.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_pasted_sentence_shows_what_was_found_and_becomes_a_claim() {
    // Sentence, number, precision, unit, what it measures, the offer, the verdict.
    let sentences = [
        (
            "You lose nearly $1,440 already",
            "$1,440",
            "nearly",
            "dollars",
            "What is lost while there is no contract",
            "holds",
        ),
        (
            "With steps it is about 30 % on average",
            "30%",
            "about",
            "percent",
            "Raises of an offer, steps included",
            "can\u{2019}t be checked here",
        ),
        (
            "Their demand costs almost a billion more",
            "1,000,000,000",
            "nearly",
            "choose\u{2026}",
            "What B costs more than A",
            "holds",
        ),
        (
            "Our raises are more than 18.5 %",
            "18.5%",
            "more than",
            "percent",
            "Raises of an offer, added up",
            "holds",
        ),
    ];
    for (sentence, number, precision, unit, measures, verdict) in sentences {
        let mut harness = shown(super::screen::example());
        paste(&mut harness, sentence);
        assert_eq!(value(&harness, "Number quoted"), number, "{sentence}");
        assert!(
            harness
                .query_by_label(&format!("Precision: {precision}"))
                .is_some(),
            "{sentence}"
        );
        assert!(
            harness.query_by_label(&format!("Unit: {unit}")).is_some(),
            "{sentence}"
        );
        // What the sentence leaves open has no answer beforehand.
        click(&mut harness, "Add");
        assert!(
            said(&harness).contains("Choose what the number measures."),
            "{sentence}"
        );
        choose(
            &mut harness,
            "What the number measures: choose\u{2026}",
            measures,
        );
        if harness.query_by_label("Offer: choose\u{2026}").is_some() {
            choose(&mut harness, "Offer: choose\u{2026}", "Employer offer");
        }
        if harness
            .query_by_label("Months without a contract")
            .is_some()
        {
            harness
                .get_by_role_and_label(Role::TextInput, "Months without a contract")
                .click();
            harness.run();
            text(&mut harness, "2");
            choose(
                &mut harness,
                "For whom: everyone together",
                "one full-time employee",
            );
        }
        click(&mut harness, "Add");
        assert!(said(&harness).contains("Choose who says it."), "{sentence}");
        click(&mut harness, "Said by: Employer");
        let before = harness.state().scenario().clone();
        click(&mut harness, "Add");
        assert!(!harness.state().asks(), "{sentence}: {}", said(&harness));
        let claim = harness.state().scenario().claims.last().unwrap().clone();
        assert_eq!(claim.words, sentence);
        assert!(!claim.shared, "private until shared");
        settle(&mut harness);
        let row = rows(&harness).pop().unwrap();
        assert!(row.contains(&format!(": {verdict}")), "{sentence}: {row}");
        harness.state_mut().undo(false);
        harness.run();
        assert_eq!(*harness.state().scenario(), before, "{sentence}");
        let undone = format!("Undid: Add the claim \u{201c}{sentence}");
        let notice = harness.state().notice();
        assert!(
            undone.starts_with(notice.trim_end_matches(['\u{2026}', '\u{201d}'])),
            "{notice}"
        );
    }
}

#[test]
fn what_a_sentence_leaves_in_doubt_is_told_and_nothing_is_taken() {
    let mut harness = shown(super::screen::example());
    paste(&mut harness, "21.5% against a demand of 25%");
    assert_eq!(value(&harness, "Number quoted"), "");
    assert!(said(&harness).contains("several numbers: 21.5%, 25%"));
    choose(
        &mut harness,
        "What the number measures: choose\u{2026}",
        "Raises of an offer, added up",
    );
    click(&mut harness, "Add");
    assert!(harness.state().asks());
    assert!(harness.state().scenario().claims.is_empty());
}

/// A number found in one wording is not that of the next: it goes with its unit, and nothing is offered to add
/// until there is a number again.
#[test]
fn a_number_found_goes_when_the_sentence_in_its_place_is_refused() {
    let mut harness = shown(super::screen::example());
    paste(&mut harness, "$9,1M in all");
    assert_eq!(value(&harness, "Number quoted"), "$9,100,000");
    let add = |harness: &Harness<'_, App>| {
        let button = harness.get_by_role_and_label(Role::Button, "Add");
        !button.accesskit_node().is_disabled()
    };
    assert!(add(&harness));
    let sentence = |harness: &mut Harness<'_, App>, words: &str| {
        let field = "What is said";
        harness
            .get_by_role_and_label(Role::MultilineTextInput, field)
            .focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.run();
        text(harness, words);
    };
    sentence(&mut harness, "half of 5%");
    assert_eq!(value(&harness, "Number quoted"), "");
    assert!(harness.query_by_label("Unit: choose\u{2026}").is_some());
    assert!(said(&harness).contains("a part or a multiple of its number"));
    assert!(!add(&harness));
    // A number typed by hand is the user's own word for what is meant.
    harness
        .get_by_role_and_label(Role::TextInput, "Number quoted")
        .click();
    harness.run();
    text(&mut harness, "2.5%");
    assert!(add(&harness));
    sentence(&mut harness, "half of the 5%");
    assert_eq!(value(&harness, "Number quoted"), "2.5%");
    sentence(&mut harness, "5% in all");
    assert_eq!(value(&harness, "Number quoted"), "5%");
    assert!(add(&harness));
}

#[test]
fn a_number_in_another_unit_than_what_it_measures_is_refused() {
    let mut harness = shown(super::screen::example());
    paste(&mut harness, "It costs about 30 %");
    choose(&mut harness, "Unit: percent", "dollars");
    choose(
        &mut harness,
        "What the number measures: choose\u{2026}",
        "Payroll a year",
    );
    choose(&mut harness, "Unit: dollars", "percent");
    click(&mut harness, "Add");
    let told = said(&harness);
    assert!(told.contains("The number is in percent"), "{told}");
    assert!(harness.state().scenario().claims.is_empty());
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

/// Twelve offers passed in turn, a week apart; the last private.
fn twelve_moves() -> Scenario {
    let mut scenario = super::screen::example();
    let start = Date::new(2025, 9, 1).unwrap();
    let both = scenario.offers.clone();
    scenario.offers.clear();
    for number in 0..12_i32 {
        let mut offer = both[usize::try_from(number % 2).unwrap()].clone();
        offer.id = counteroffer::scenario::OfferId(format!("move-{number}"));
        offer.name = format!("Move number {}", number + 1);
        offer.status = Status::Passed(Moment {
            on: start.plus_days(7 * number),
            at: None,
        });
        offer.shared = number < 11;
        offer
            .clauses
            .truncate(1 + usize::try_from(number / 4).unwrap());
        scenario.offers.push(offer);
    }
    scenario.a = Some(scenario.offers[10].id.clone());
    scenario.b = Some(scenario.offers[11].id.clone());
    scenario
}

/// Where the replay stands, by what is spoken of it.
fn replayed(harness: &Harness<'_, App>) -> String {
    let stop = harness.get_by_role(Role::Slider);
    let label = stop.accesskit_node().label().unwrap_or_default();
    label.split(':').next().unwrap_or_default().to_owned()
}

#[test]
fn twelve_moves_are_replayed_by_left_and_right_and_the_timeline_follows() {
    let mut harness = driven(twelve_moves());
    page(&mut harness, Page::History);
    click(&mut harness, "Replay the history");
    assert_eq!(replayed(&harness), "Replay of the history, move 1 of 12");
    assert!(!painted(&harness).contains("Move number 2"));
    for number in 2..=12 {
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert_eq!(
            replayed(&harness),
            format!("Replay of the history, move {number} of 12")
        );
        let seen = painted(&harness);
        assert!(
            seen.contains(&format!("Move number {number}, ")),
            "{number}: {seen}"
        );
    }
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 12 of 12");
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 11 of 12");
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(replayed(&harness), "Replay of the history, move 1 of 12");
    click(&mut harness, "End the replay");
    assert!(harness.query_by_role(Role::Slider).is_none());
}

#[test]
fn a_replay_presented_shows_the_shared_moves_alone() {
    let mut harness = driven(twelve_moves());
    page(&mut harness, Page::History);
    click(&mut harness, "Replay the history");
    harness.key_press(Key::F5);
    harness.run();
    for _ in 0..14 {
        harness.key_press(Key::ArrowRight);
        harness.run();
        let all = format!("{}{}", painted(&harness), said(&harness));
        assert!(!all.contains("Move number 12"), "{all}");
    }
    assert_eq!(replayed(&harness), "Replay of the history, move 11 of 11");
}

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
