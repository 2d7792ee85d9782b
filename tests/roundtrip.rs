//! What is saved comes back: every type, every option, every digit.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is the failure message"
)]

#[path = "roundtrip/frozen.rs"]
mod frozen;
mod generator;
mod numbers;

use counteroffer::files::{Over, parse_scenario, read_text, save, sha256, to_ron};
use counteroffer::scenario::Scenario;
use numbers::Numbers;

/// How many scenarios are made; more before a release.
fn rounds() -> u64 {
    let asked = std::env::var("COUNTEROFFER_ROUNDS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(10_000)
}

/// Equal entry by entry, decimals by their digits rather than by their value.
fn assert_identical(before: &Scenario, after: &Scenario, text: &str) {
    assert_eq!(format!("{before:?}"), format!("{after:?}"), "{text}");
    assert_eq!(before, after, "{text}");
}

#[test]
fn what_is_written_is_read_as_the_same_and_written_the_same_again() {
    for seed in 0..rounds() {
        let scenario = Numbers::new(seed).scenario();
        let text = to_ron(&scenario).unwrap();
        let reading = read_text(&text).unwrap();
        let Some(read) = reading.scenario else {
            panic!("seed {seed}: {}\n{text}", reading.problems[0]);
        };
        assert_identical(&scenario, &read, &text);
        assert_eq!(to_ron(&read).unwrap(), text, "seed {seed}");
        assert!(!reading.has_comments, "seed {seed}: {text}");
    }
}

#[test]
fn what_is_saved_is_opened_as_the_same() {
    let folder = tempfile::tempdir().unwrap();
    for seed in 0..200 {
        let scenario = Numbers::new(1_000_000_000 + seed).scenario();
        let path = folder.path().join("case.ron");
        let saved = save(&scenario, &path, Over::Anything).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let read = read_text(&text).unwrap().scenario.unwrap();
        assert_identical(&scenario, &read, &text);
        assert_eq!(saved.fingerprint.sha256, sha256(&scenario).unwrap());
    }
}

#[test]
fn the_text_is_for_people() {
    for seed in 0..300 {
        let text = to_ron(&Numbers::new(seed).scenario()).unwrap();
        assert!(text.starts_with("#![enable(implicit_some)]\n(\n    version: 1,\n"));
        assert!(text.ends_with("\n)\n") && !text.contains('\r') && !text.contains("Some("));
        assert!(!text.contains("r#None"), "{text}");
        // Only what can't be broken up is longer than a line: a text, and what names it.
        let without_texts = |line: &str| {
            let pieces = line.replace("\\\\", "").replace("\\\"", "");
            let outside = pieces.split('"').step_by(2).map(|t| t.chars().count());
            outside.sum::<usize>()
        };
        let too_long = |line: &&str| line.chars().count() > 100 && without_texts(line) > 40;
        assert_eq!(text.lines().find(too_long), None, "seed {seed}");
    }
}

#[test]
fn a_scale_is_kept_as_written() {
    let text = template().replace("Percent(3)", "Percent(3.50)");
    let scenario = parse_scenario(&text).unwrap();
    assert!(to_ron(&scenario).unwrap().contains("terms: Percent(3.50)"));
}

#[test]
fn short_clauses_stand_on_one_line_and_zero_has_no_sign() {
    let text = template().replace("Percent(3)", "Percent(-0.00)");
    let written = to_ron(&parse_scenario(&text).unwrap()).unwrap();
    let line = "            (date: \"2026-07-01\", terms: Percent(0.00)),\n";
    assert!(written.contains(line), "{written}");
}

fn template() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/empty-template.ron");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_template_is_clean_and_commented() {
    let reading = read_text(&template()).unwrap();
    assert_eq!(reading.problems, Vec::new());
    assert!(reading.has_comments && reading.read_only.is_none());
}
