//! The method's own figures, to the cent, as another program reads them: through
//! `report --format json`. The table beside the scenarios says where each figure comes from; none
//! was taken from this program.

#![allow(clippy::unwrap_used)]

mod program;

use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use program::report;

fn money(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn every_figure_of_the_table_comes_out() {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/figures.csv");
    let mut reports: BTreeMap<String, Value> = BTreeMap::new();
    let mut rows = csv::Reader::from_path(table).unwrap();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let (scenario, pointer, expected, origin) = (&row[0], &row[1], &row[2], &row[3]);
        let report = reports
            .entry(scenario.to_owned())
            .or_insert_with(|| report(scenario));
        let found = report.pointer(pointer);
        seen += 1;
        if !found.is_some_and(|found| same(found, expected)) {
            wrong.push(format!(
                "{scenario} {pointer}: {found:?}, expected {expected} ({origin})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 80, "the table has only {seen} rows");
}

/// A published figure holds at its own precision: 43.65 is met by 43.650137.
fn same(found: &Value, expected: &str) -> bool {
    match found {
        Value::Null => expected == "null",
        Value::Number(number) => number.to_string() == expected,
        Value::String(text) if text == expected => true,
        Value::String(text) => match (text.parse::<Decimal>(), expected.parse::<Decimal>()) {
            (Ok(found), Ok(expected)) => {
                let places = expected.scale();
                let away = RoundingStrategy::MidpointAwayFromZero;
                places < found.scale() && found.round_dp_with_strategy(places, away) == expected
            }
            _ => false,
        },
        _ => false,
    }
}

/// The method's own figure: a billion needs 64,330 full-time employees.
#[test]
fn the_gap_reaches_a_billion_at_64330_employees() {
    let billion = Decimal::from(1_000_000_000);
    let at = money(&report("tests/golden/variants/employees-64330.ron")["gap"]["cost"]);
    let below = money(&report("tests/golden/variants/employees-64329.ron")["gap"]["cost"]);
    assert!(below < billion && at >= billion, "{below} and {at}");
}

/// The method's own figure: with a first raise of 9.186725 % the employer's pattern costs what the union's does.
/// The quote has six decimals, so the gap closes between the millionth below and the one above.
#[test]
fn the_employers_pattern_meets_the_unions_cost_at_its_first_raise() {
    let gap = |which: &str| {
        money(&report(&format!("tests/golden/variants/first-raise-{which}.ron"))["gap"]["cost"])
    };
    let (low, at, high) = (gap("low"), gap("at"), gap("high"));
    assert!(low > Decimal::ZERO && high < Decimal::ZERO, "{low}, {high}");
    assert!(
        at.abs() <= low.abs() && at.abs() <= high.abs(),
        "{low}, {at}, {high}"
    );
}

/// The keys other programs read; more may be added, none renamed.
#[test]
fn the_report_has_every_key_of_the_contract() {
    let report = report("scenarios/two-market-hospital.ron");
    let keys = [
        "/program/name",
        "/program/version",
        "/scenario/title",
        "/scenario/sha256",
        "/scenario/we_are",
        "/basis/payroll",
        "/basis/headcount",
        "/basis/fte",
        "/basis/first_day",
        "/basis/last_day",
        "/basis/horizon",
        "/basis/accrual",
        "/basis/rates_as_of",
        "/basis/rate_unit",
        "/basis/step_movement/0/label",
        "/basis/step_movement/0/cost",
        "/people/percentiles/0/offer",
        "/people/percentiles/0/end_percent/p10",
        "/people/percentiles/0/dollars_per_fte/p90",
        "/undefined",
        "/scenario/file_sha256",
    ];
    let of_offer = [
        "id",
        "name",
        "side",
        "status",
        "retroactive",
        "simple_sum",
        "compounded",
        "average_a_year",
        "cost",
        "wages",
        "lump_sums",
        "benefits",
        "benefit_clauses",
        "with_steps",
        "simple_sum_is_partial",
        "left_out",
        "pools",
        "lifted",
        "arrears",
        "cost_per_fte",
        "present_value",
        "exit_run_rate",
        "before_the_term",
        "years/0/label",
        "years/0/first_day",
        "years/0/last_day",
        "years/0/payroll",
        "years/0/cash",
        "years/0/added",
        "years/0/new_money",
        "years/0/annualized",
        "years/0/carry_over",
        "raises/0/date",
        "raises/0/takes_effect",
        "raises/0/kind",
        "raises/0/percent",
        "raises/0/resolved_percent",
        "raises/0/worth",
        "raises/0/value_of_a_point",
        "by_scope/0/market",
        "by_scope/0/unit",
        "by_scope/0/job",
        "by_scope/0/cost",
        "delay/0/ratified",
        "delay/0/lost_per_fte",
        "delay/0/lost",
        "employee/rate",
        "employee/fte",
        "employee/cumulative/0/date",
        "employee/cumulative/0/earned",
        "employee/cumulative/0/paid",
    ];
    let of_gap = [
        "a",
        "b",
        "cost",
        "cost_per_fte",
        "simple_points",
        "compounded_points",
        "by_year/0/label",
        "by_year/0/cost",
        "why/size",
        "why/timing",
        "why/compounding",
        "why/lump_sums",
        "why/rounding",
        "why/floors",
        "why/benefits",
        "why/steps",
        "why/pools",
        "movement/moved",
        "movement/remains",
    ];
    let all = keys
        .iter()
        .map(|key| (*key).to_owned())
        .chain((0..3).flat_map(|n| of_offer.map(|key| format!("/offers/{n}/{key}"))))
        .chain(of_gap.map(|key| format!("/gap/{key}")));
    let missing: Vec<String> = all.filter(|key| report.pointer(key).is_none()).collect();
    assert!(missing.is_empty(), "missing {missing:?}");
}
