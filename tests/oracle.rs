//! Every figure of two thousand made-up scenarios, computed by the program and a second time by
//! the oracle.

// A panic in a helper is the failure message, as it is in a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "oracle/mod.rs"]
mod oracle;

use std::ops::Range;

use counteroffer::costing::figures::report;
use counteroffer::files::parse_scenario;
use oracle::{compare, generate, ron_text, shown};

/// At most this many contracts are shown when many differ: the first ones tell enough.
const SHOWN: usize = 3;

/// What differs in the contract of a seed, figure by figure, and the contract.
fn differences(seed: u64) -> (Vec<String>, String) {
    let case = generate::case(seed);
    let text = ron_text::write(&case);
    let program = match parse_scenario(&text) {
        Ok(scenario) => report(&scenario).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let found = match program {
        Ok(figures) => {
            let (oracle, program) = (oracle::report::report(&case), shown::sheet(&figures));
            compare::differences(&oracle, &program)
        }
        Err(refused) => vec![format!("refused: {refused}")],
    };
    (found, text)
}

fn compare_all(seeds: Range<u64>) {
    let mut failures = vec![];
    let mut failed = vec![];
    for seed in seeds {
        let (found, text) = differences(seed);
        if found.is_empty() {
            continue;
        }
        failed.push(seed);
        if failures.len() < SHOWN {
            failures.push(format!("seed {seed}\n{}\n\n{text}", found.join("\n")));
        }
    }
    assert!(
        failed.is_empty(),
        "{} contracts differ: {failed:?}; the first ones:\n\n{}",
        failed.len(),
        failures.join("\n\n")
    );
}

// Four parts, so that they run beside one another.

#[test]
fn scenarios_0_to_499() {
    compare_all(0..500);
}

#[test]
fn scenarios_500_to_999() {
    compare_all(500..1000);
}

#[test]
fn scenarios_1000_to_1499() {
    compare_all(1000..1500);
}

#[test]
fn scenarios_1500_to_1999() {
    compare_all(1500..2000);
}

/// Other contracts than those above: `SEEDS=2000..6000 cargo test --test oracle -- --ignored`.
#[test]
#[ignore = "for seeds beyond those that every run compares"]
fn scenarios_asked_for() {
    let asked = std::env::var("SEEDS").unwrap_or_else(|_| "2000..6000".to_owned());
    let (first, end) = asked.split_once("..").expect("SEEDS is like 2000..6000");
    compare_all(first.parse().unwrap()..end.parse().unwrap());
}
