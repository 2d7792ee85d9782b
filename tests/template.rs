//! The template teaches the format, so what it says in comments must read too.

#![allow(clippy::unwrap_used, clippy::panic)]

use counteroffer::files::{parse_scenario, read_text};

const TEMPLATE: &str = include_str!("../scenarios/empty-template.ron");

/// Lines that begin with `//?` are keys to take the slashes from.
fn with_every_key() -> String {
    TEMPLATE.replace("//? ", "")
}

#[test]
fn the_template_is_clean_as_it_stands() {
    let reading = read_text(TEMPLATE).unwrap();
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    assert!(reading.has_comments);
}

#[test]
fn every_key_it_offers_reads_when_its_slashes_are_taken_away() {
    assert!(TEMPLATE.matches("//? ").count() >= 10);
    let reading = read_text(&with_every_key()).unwrap();
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let scenario = reading.scenario.unwrap();
    assert!(scenario.inflation.is_some() && scenario.horizon.is_some());
    assert_eq!(scenario.roll_up.len(), 1);
}

#[test]
fn every_clause_it_lists_reads() {
    let listed = TEMPLATE.split("// Clauses: ").nth(1).unwrap();
    for clause in listed.lines().next().unwrap().split("  ") {
        let text = TEMPLATE.replacen("Percent(2.5)", clause, 1);
        parse_scenario(&text).unwrap_or_else(|error| panic!("{clause}: {error}"));
    }
    // Those that follow stand on lines of their own, and their dates are that of the clause replaced.
    let with_index = with_every_key();
    let of_its_own = listed
        .lines()
        .filter_map(|line| line.trim().strip_prefix("//   "));
    let clauses: Vec<&str> = of_its_own
        .filter(|text| text.starts_with(char::is_uppercase))
        .collect();
    assert_eq!(clauses.len(), 10, "{clauses:?}");
    for clause in clauses {
        let text = with_index.replacen("Percent(2.5)", clause, 1);
        parse_scenario(&text).unwrap_or_else(|error| panic!("{clause}: {error}"));
    }
    for amount in [
        "PerHead(1000)",
        "PerFte(1000)",
        "Prorated(1000)",
        "PercentOfPay(2)",
    ] {
        for paid in ["Dated", "OnRatification", "Later"] {
            let clause = format!("LumpSum(amount: {amount}, paid: {paid})");
            let text = TEMPLATE.replacen("Percent(2.5)", &clause, 1);
            parse_scenario(&text).unwrap_or_else(|error| panic!("{clause}: {error}"));
        }
    }
}
