//! Cases and readings that several of these tests share.

use counteroffer::figure::{Body, Figure, Table};
use counteroffer::scenario::Scenario;
use rust_decimal::Decimal;

pub fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn table(figure: &Figure) -> &Table {
    match &figure.body {
        Body::Table(table) => table,
        other => panic!("{other:?}"),
    }
}

/// The same with pay that somebody has published: nothing of it is inferred or assumed.
pub fn known_pay(mut scenario: Scenario) -> Scenario {
    scenario.assumptions.clear();
    scenario
}

pub fn fault(name: &str) -> Scenario {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults");
    let text = std::fs::read_to_string(format!("{folder}/{name}.ron")).unwrap();
    counteroffer::files::parse_scenario(&text).unwrap()
}

pub fn shared_case(name: &str) -> Scenario {
    let text = match name {
        "one day" => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2026-07-01"),
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "a", name: "A", side: Union, clauses: [(date: "2026-07-01", terms: Percent(17))])])"#
        }
        "dollars" => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2027-06-30"), a: "a", b: "b",
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "a", name: "A", side: Employer, clauses: [(date: "2026-07-01", terms: Percent(4))]),
                (id: "b", name: "B", side: Union, clauses: [(date: "2026-07-01", terms: PerHour(1.25))])])"#
        }
        _ => {
            r#"(version: 1, title: "T", term: (first_day: "2026-07-01", last_day: "2027-06-30"),
            a: "u", b: "e",
            workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 10, fte: 10, average_annual_pay: 52000)),
            offers: [(id: "u", name: "U", side: Union, shared: true, status: Passed((on: "2026-06-01")), clauses: [(date: "2026-07-01", terms: Percent(5))]),
                (id: "e", name: "E", side: Employer, shared: true, status: Passed((on: "2026-06-02")), clauses: [(date: "2026-07-01", terms: Percent(2))])])"#
        }
    };
    counteroffer::files::parse_scenario(&format!("#![enable(implicit_some)]\n{text}")).unwrap()
}
