//! Six made-up contracts with scales, ladders, pools and every other kind of clause: every figure that two
//! programs written apart agreed on comes out (`cases/README.md`).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

#[path = "cases/edges.rs"]
mod edges;

use std::path::PathBuf;

use counteroffer::costing::{Model, people, report};
use counteroffer::explore::statements::Statements;
use counteroffer::export::{Stated, report_json};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use counteroffer::units::text;
use serde_json::Value;

const CASES: [&str; 6] = [
    "markets",
    "markets-late",
    "markets-held",
    "district",
    "salaries",
    "docks",
];

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/cases")
        .join(name)
}

fn scenario(case: &str) -> Scenario {
    let text = std::fs::read_to_string(file(&format!("{case}.ron"))).unwrap();
    parse_scenario(&text).unwrap()
}

fn expected() -> Value {
    let text = std::fs::read_to_string(file("expected.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// The figures at the lowest level of what is expected: 1,048 numbers, dates and nulls.
fn leaves(value: &Value) -> usize {
    match value {
        Value::Array(all) => all.iter().map(leaves).sum(),
        Value::Object(all) => all.values().map(leaves).sum(),
        _ => 1,
    }
}

/// A figure of a report by its path: `offers[0].raises[clause=3].worth`.
fn at<'v>(report: &'v Value, path: &str) -> Option<&'v Value> {
    let mut now = report;
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (key, after) = inside.split_once(']')?;
            rest = after;
            let all = now.as_array()?;
            if let Some(clause) = key.strip_prefix("clause=") {
                let clause: u64 = clause.parse().ok()?;
                let mut own = all.iter().filter(|one| one["clause"] == clause);
                // Several entries of a clause are told apart by their place among them.
                if let Some((nth, after)) = rest
                    .strip_prefix('[')
                    .and_then(|inside| inside.split_once(']'))
                {
                    rest = after;
                    now = own.nth(nth.parse().ok()?)?;
                } else {
                    now = own.next()?;
                }
            } else if key.contains(" / ") {
                let keys: Vec<&str> = key.split(" / ").collect();
                let same = |one: &&Value| {
                    ["market", "unit", "job"]
                        .iter()
                        .zip(&keys)
                        .all(|(name, key)| one[*name].as_str().unwrap_or("None") == *key)
                };
                now = all.iter().find(same)?;
            } else {
                now = all.get(key.parse::<usize>().ok()?)?;
            }
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            now = now.get(&rest[..end])?;
            rest = &rest[end..];
        }
    }
    Some(now)
}

/// What is expected under a path against what the report says; the difference in words.
fn compare(scenario: &Scenario, told: &Value, path: &str, wanted: &Value) -> Option<String> {
    if let Some(rest) = path.strip_prefix("groups[") {
        return group(scenario, rest, wanted);
    }
    if let Some(rest) = path.strip_prefix("people.percentiles.") {
        let mut parts = rest.split('.');
        let (offer, figure, rank) = (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        );
        let all = told["people"]["percentiles"].as_array().unwrap();
        let own = all.iter().find(|one| one["offer"] == offer).unwrap();
        let found = &own[figure][format!("p{rank}")];
        return (found != wanted).then(|| format!("{path}: {found}, not {wanted}"));
    }
    if let Some((offer, clause)) = path.split_once(".lifted[clause=") {
        let clause: u64 = clause.trim_end_matches(']').parse().unwrap();
        let all = at(told, &format!("{offer}.lifted"))
            .unwrap()
            .as_array()
            .unwrap()
            .iter();
        let own = all.filter(|one| one["clause"] == clause);
        let own: Vec<Value> = own
            .map(|one| {
                let keys = ["scale", "market", "before", "after"];
                keys.iter().map(|key| (*key, one[*key].clone())).collect()
            })
            .collect();
        let wanted = wanted.as_array().unwrap();
        let same = own.len() == wanted.len() && wanted.iter().all(|one| own.contains(one));
        return (!same).then(|| format!("{path}: {own:?}, not {wanted:?}"));
    }
    match at(told, path) {
        Some(found) if found == wanted => None,
        found => Some(format!("{path}: {found:?}, not {wanted}")),
    }
}

/// A figure of one group, which the report doesn't print.
fn group(scenario: &Scenario, path: &str, wanted: &Value) -> Option<String> {
    let (name, rest) = path.split_once("].").unwrap();
    let (offer, figure) = rest.split_once('.').unwrap();
    let model = Model::new(scenario).unwrap();
    let offer = scenario
        .offers
        .iter()
        .find(|one| one.id.0 == offer)
        .unwrap();
    let found = people::of_group(&model, offer, name).unwrap().unwrap();
    let wanted = wanted.as_str().unwrap();
    let places = wanted
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let found = match figure {
        "mean_rate_last_day" => text::fixed(found.end_rate, u32::try_from(places).unwrap()),
        _ => text::cents(found.per_fte.unwrap()),
    };
    (found != wanted).then(|| format!("groups[{path}: {found}, not {wanted}"))
}

#[test]
fn every_agreed_figure_comes_out() {
    let expected = expected();
    let mut wrong = Vec::new();
    for case in CASES {
        let scenario = scenario(case);
        let report = report(&scenario).unwrap();
        let statements = Statements::of(&scenario, &report.offers).unwrap();
        let text = report_json::to_text(Stated {
            statements: &statements,
            scenario: &scenario,
            sha256: "",
            file_sha256: None,
            report: &report,
        });
        let told: Value = serde_json::from_str(&text).unwrap();
        let figures = expected[case].as_object().unwrap();
        assert!(!figures.is_empty(), "{case}");
        for (path, wanted) in figures {
            let difference = compare(&scenario, &told, path, wanted);
            wrong.extend(difference.map(|words| format!("{case}: {words}")));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn none_of_the_agreed_figures_is_missing() {
    let paths = |case: &Value| case.as_object().unwrap().len();
    let expected = expected();
    let all = expected.as_object().unwrap();
    assert_eq!(all.len(), CASES.len());
    assert_eq!(all.values().map(paths).sum::<usize>(), 1_048);
    assert!(leaves(&expected) > 1_048);
}
