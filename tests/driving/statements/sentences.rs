//! A sentence that is pasted becomes a claim once what was found in it is confirmed.

use counteroffer::ui::App;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::screen::{Hands, example, said};
use super::{choose, click, rows, settle, shown, text, value};

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
        let mut harness = shown(example());
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
    let mut harness = shown(example());
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
    let mut harness = shown(example());
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
    let mut harness = shown(example());
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
