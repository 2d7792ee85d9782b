//! Sentences as people write them, read or refused; the table stands beside this file.

use counteroffer::document::statement::claim::{Asked, read as read_claim};
use counteroffer::document::statement::measured::Measured;
use counteroffer::explore::sentence::{Per, Refusal, read};
use counteroffer::scenario::{Party, Precision, QuotedUnit};
use counteroffer::units::Currency;

fn said(text: &str) -> [String; 5] {
    match read(text, Currency::us_dollar()) {
        Ok(sentence) => {
            let unit = sentence.unit.map_or("", |unit| match unit {
                QuotedUnit::Dollars => "dollars",
                QuotedUnit::Percent => "percent",
                QuotedUnit::Count => "count",
            });
            let per = sentence.per.map_or("", |per| match per {
                Per::Hour => "hour",
                Per::Month => "month",
                Per::Year => "year",
            });
            let value = sentence.value.map(|value| value.normalize().to_string());
            [
                value.unwrap_or_default(),
                unit.to_owned(),
                sentence.precision.name().to_owned(),
                per.to_owned(),
                String::new(),
            ]
        }
        Err(refusal) => {
            let reason = match refusal {
                Refusal::NoNumber => "no number",
                Refusal::Several(_) => "several",
                Refusal::Range => "range",
                Refusal::PartOf(_) => "part of",
                Refusal::Changed(_) => "changed",
                Refusal::Negated => "negated",
                Refusal::Number(_) => "number",
            };
            [
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                reason.to_owned(),
            ]
        }
    }
}

#[test]
fn sentences_are_read_right_or_refused_with_the_reason() {
    let table = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/statements/sentences.csv"
    );
    let mut wrong = Vec::new();
    let mut seen = 0;
    for row in csv::Reader::from_path(table).unwrap().records() {
        let row = row.unwrap();
        let found = said(&row[0]);
        seen += 1;
        if (0..5).any(|at| found[at] != row[at + 1]) {
            wrong.push(format!("{}: {found:?}", &row[0]));
        }
    }
    assert!(seen >= 30);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The number's place is where it stands in the sentence, its signs and units with it.
#[test]
fn the_number_is_found_where_it_stands() {
    for (text, number) in [
        ("loses nearly $720 a month", "$720 a month"),
        ("totaling 21.5% over 4 years", "21.5%"),
        ("almost a billion more", "a billion"),
    ] {
        let sentence = read(text, Currency::us_dollar()).unwrap();
        assert_eq!(&text[sentence.at], number);
    }
}

/// Several numbers are named as written, so that the user can choose one.
#[test]
fn several_numbers_are_named() {
    let refused = read("21.5% against a demand of 25%", Currency::us_dollar());
    assert_eq!(
        refused,
        Err(Refusal::Several(vec!["21.5%".to_owned(), "25%".to_owned()]))
    );
}

/// What is found in a sentence is shown in a field of the claim's page; confirmed as it stands, it is the same
/// number, unit and precision.
#[test]
fn what_is_found_in_a_sentence_is_confirmed_as_it_is_shown() {
    let table = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/statements/sentences.csv"
    );
    let scenario = super::case();
    let mut confirmed = 0;
    for row in csv::Reader::from_path(table).unwrap().records() {
        let row = row.unwrap();
        let mut asked = Asked {
            words: row[0].to_owned(),
            by: Some(Party::Employer),
            ..Asked::default()
        };
        let taken = asked.take_sentence(Currency::us_dollar());
        assert_eq!(taken.is_err(), !row[5].is_empty(), "{}", &row[0]);
        if taken.is_err() {
            // Nothing is taken from a sentence in doubt.
            assert_eq!((asked.number.as_str(), asked.unit), ("", None));
            continue;
        }
        asked.measures = Some(match (asked.precision, asked.unit) {
            (Precision::Most, _) => Measured::NotComputed,
            (_, Some(QuotedUnit::Percent)) => Measured::SimpleSum,
            (_, Some(QuotedUnit::Count)) => Measured::Headcount,
            _ => Measured::Gap,
        });
        asked.offer = Some(scenario.offers[0].id.clone());
        let claim = read_claim(&scenario, &asked, "new".to_owned())
            .unwrap_or_else(|told| panic!("{}: {told:?}", &row[0]));
        let value = claim.value.map(|value| value.get().normalize().to_string());
        assert_eq!(value.unwrap_or_default(), row[1], "{}", &row[0]);
        assert_eq!(claim.precision.name(), &row[3], "{}", &row[0]);
        assert!(
            !asked.number.ends_with(".0"),
            "{}: {}",
            &row[0],
            asked.number
        );
        confirmed += 1;
    }
    assert!(confirmed >= 30, "{confirmed}");
}
