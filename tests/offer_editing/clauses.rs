//! Clauses of every kind, added and edited.

use super::*;
use counteroffer::units::HouseStyle;

#[test]
fn a_lump_sum_is_added_edited_and_removed() {
    let mut harness = with_draft();
    add_a_term(&mut harness);
    kind(&mut harness, "Lump sum");
    click(&mut harness, "Add");
    assert!(
        harness
            .query_by_label_contains("is missing; write it as $1,500")
            .is_some()
    );
    enter(&mut harness, "Date of the new term", "10/1/2035");
    write(&mut harness, "Amount of the new term", "$1,500");
    click(&mut harness, "Add");
    assert_eq!(
        draft(&harness).clauses.len(),
        5,
        "a date outside the term was taken"
    );
    write(&mut harness, "Date of the new term", "10/1/2026");
    write(&mut harness, "Amount of the new term", "$1,500");
    click(&mut harness, "Add");
    let words = |harness: &Shown| {
        draft(harness).clauses.last().unwrap().terms.in_words(
            counteroffer::scenario::PaidIn::us_dollars(RateUnit::Hour),
            HouseStyle::File,
        )
    };
    assert_eq!(words(&harness), "lump sum $1,500.00 each");
    let cost = |harness: &mut Shown| {
        let results = harness.state_mut().results();
        let figures = &results.of(&OfferId("draft-1".to_owned())).unwrap().figures;
        figures.lump_sums.unwrap().normalize().to_string()
    };
    assert_eq!(cost(&mut harness), "93000000");
    enter(&mut harness, "Amount", "2,000");
    assert_eq!(cost(&mut harness), "124000000");
    choose(&mut harness, "Counted on: each employee", "each 1.0 FTE");
    assert_eq!(words(&harness), "lump sum $2,000.00 per 1.0 FTE");
    choose(&mut harness, "Paid: on its date", "on ratification");
    enter(&mut harness, "Effective", "10/1/2027");
    assert_eq!(
        draft(&harness).clauses.last().unwrap().date.to_string(),
        "2027-10-01"
    );
    enter(&mut harness, "Amount", "plenty");
    // It is told beside the field, which keeps what was typed.
    let refused = harness.get_by_label_contains("Amount, not taken: ");
    assert!(
        refused
            .accesskit_node()
            .label()
            .unwrap()
            .contains("no amount")
    );
    assert_eq!(refused.value().as_deref(), Some("plenty"));
    click(&mut harness, "Remove");
    assert_eq!(draft(&harness).clauses.len(), 5);
    assert_eq!(undo_label(&harness), "Remove the lump sum of Draft 1");
}

#[test]
fn clauses_of_every_kind_are_added_with_typed_values() {
    let mut harness = with_draft();
    for (entry, fields, words) in [
        (
            "Raise in percent",
            vec![("Increase of the new term", "1.25%")],
            "1.25 %",
        ),
        (
            "Raise in dollars an hour",
            vec![("An hour of the new term", "$0.75")],
            "+$0.75 an hour",
        ),
        (
            "Percent or dollars, the greater",
            vec![
                ("Increase of the new term", "3"),
                ("or an hour of the new term", "1.50"),
            ],
            "3 % or +$1.50 an hour",
        ),
        (
            "Lowest rate",
            vec![("At least of the new term", "$24")],
            "at least $24.00 an hour",
        ),
    ] {
        add_a_term(&mut harness);
        kind(&mut harness, entry);
        write(&mut harness, "Date of the new term", "1/1/2027");
        for (field, text) in fields {
            write(&mut harness, field, text);
        }
        click(&mut harness, "Add");
        assert_eq!(
            draft(&harness).clauses.last().unwrap().terms.in_words(
                counteroffer::scenario::PaidIn::us_dollars(RateUnit::Hour),
                HouseStyle::File
            ),
            words
        );
        click(&mut harness, "Offer details");
    }
    assert_eq!(draft(&harness).clauses.len(), 9);
}

#[test]
fn to_whom_and_when_a_raise_applies_is_chosen_in_the_inspector() {
    let mut harness = shown(hospital(), Box::new(NoDialogs));
    click(&mut harness, "Details of Draft counter");
    let raise = harness.get_all_by_label("Oct 1, 2026   +$0.75 an hour, Valley");
    raise.last().unwrap().click();
    harness.run();
    click(&mut harness, "To: Valley");
    click(&mut harness, "Coast");
    assert_eq!(
        offer(&harness, "draft").clauses[1].scope.market,
        ["Valley", "Coast"]
    );
    click(&mut harness, "everyone");
    assert!(offer(&harness, "draft").clauses[1].scope.is_everyone());
    choose(
        &mut harness,
        "Applies: first pay period on or after, as the offer",
        "nearest pay period",
    );
    assert!(offer(&harness, "draft").clauses[1].effective.is_some());
    assert_eq!(undo_label(&harness), "Change when the raise takes effect");
    enter(&mut harness, "Dollars an hour", "$0.80");
    let terms = &offer(&harness, "draft").clauses[1].terms;
    assert_eq!(
        terms.in_words(
            counteroffer::scenario::PaidIn::us_dollars(RateUnit::Hour),
            HouseStyle::File
        ),
        "+$0.80 an hour"
    );
}

/// The button of the lane; the inspector may show one of the same name.
pub(super) fn add_a_term(harness: &mut Shown) {
    let buttons: Vec<_> = harness.get_all_by_label("Add a term\u{2026}").collect();
    buttons[0].click();
    harness.run();
}
