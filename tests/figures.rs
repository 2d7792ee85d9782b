//! Figures say what the report says, and hold their shape whatever the scenario.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

#[path = "figures/agrees.rs"]
mod agrees;
#[path = "figures/beneath.rs"]
mod beneath;
#[path = "figures/cases.rs"]
mod cases;
#[path = "figures/drawn.rs"]
mod drawn;
mod generator;
#[path = "figures/headlines.rs"]
mod headlines;
#[path = "figures/known.rs"]
mod known;
mod numbers;
#[path = "oracle/mod.rs"]
mod oracle;
#[path = "figures/read.rs"]
mod read;
#[path = "figures/received.rs"]
mod received;
#[path = "figures/said.rs"]
mod said;
#[path = "figures/sound.rs"]
mod sound;
#[path = "figures/values.rs"]
mod values;

use counteroffer::costing::figures::report;
use counteroffer::costing::results::Results;
use counteroffer::figure::FigureName;
use counteroffer::figure::build::{figure, figures};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::Scenario;
use oracle::{generate, ron_text};

/// Seeds of generated contracts; those the oracle judges come before.
const SEEDS: std::ops::Range<u64> = 20_000..20_300;

fn check(scenario: &Scenario) {
    let set = cases::set(scenario);
    let names: Vec<FigureName> = set.iter().map(|figure| figure.name).collect();
    assert_eq!(names, FigureName::ALL);
    for (number, figure) in set.iter().enumerate() {
        assert_eq!(figure.number, Some(number + 1));
        assert_eq!(figure.hash.len(), 64);
        sound::sound(figure);
    }
    let report = report(scenario).unwrap();
    agrees::agrees(scenario, &report, &set);
}

#[test]
fn the_examples_agree_with_their_reports() {
    for name in cases::EXAMPLES {
        println!("{name}");
        check(&cases::example(name));
    }
}

#[test]
fn hard_cases_hold_their_shape_and_agree() {
    for (name, scenario) in cases::hard() {
        println!("{name}");
        check(&scenario);
    }
}

#[test]
fn generated_contracts_agree_with_their_reports() {
    let mut compared = 0;
    for seed in SEEDS {
        println!("seed {seed}");
        let text = ron_text::write(&generate::case(seed));
        let scenario = parse_scenario(&text).unwrap();
        check(&scenario);
        let gap = report(&scenario).unwrap().gap;
        compared += usize::from(gap.and_then(|gap| gap.cost).is_some());
    }
    // The test means nothing where nothing is compared.
    assert!(compared > 100, "{compared}");
}

/// Scenarios that keep no rule can still be drawn, where they can be costed.
#[test]
fn whatever_can_be_costed_can_be_drawn() {
    let mut drawn = 0;
    for seed in 0..1_000 {
        let scenario = numbers::Numbers::new(seed).scenario();
        let Ok(results) = Results::new(&scenario) else {
            continue;
        };
        drawn += 1;
        for figure in figures(&scenario, &results, "") {
            println!("seed {seed}");
            sound::sound(&figure);
        }
    }
    assert!(drawn > 100, "{drawn}");
}

#[test]
fn one_figure_is_that_of_the_set() {
    let scenario = cases::ten_offers();
    let results = Results::new(&scenario).unwrap();
    for one in figures(&scenario, &results, "abc") {
        assert_eq!(figure(one.name, &scenario, &results, "abc"), one);
    }
}
