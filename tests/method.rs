//! The worked lines of METHOD.md: each stands there word for word, and a contract of its terms comes to its figures.
//! The lines were worked out by hand; a rule that changes without its line, or a line without its rule, fails here.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "method/lines.rs"]
mod lines;

use std::collections::BTreeSet;
use std::process::Command;

use rust_decimal::Decimal;
use serde_json::Value;

use lines::{LINES, Worked};

/// The page as one line, so that a quote may run over its line ends.
fn page() -> String {
    let text = include_str!("../METHOD.md");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the program reports of a scenario.
fn report(name: &str, text: &str) -> Value {
    let folder = std::env::temp_dir().join(format!("counteroffer-method-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.ron"));
    std::fs::write(&path, text).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args(["report", "--format", "json", "--with-small-cells"])
        .arg(&path)
        .output()
        .unwrap();
    std::fs::remove_file(&path).unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{name}: {said}\n{text}");
    serde_json::from_slice(&run.stdout).unwrap()
}

/// A number as the page writes it: `−1,024.50`, `$2.02`.
fn number(written: &str) -> Option<Decimal> {
    let plain = written.replace([',', '$'], "").replace('\u{2212}', "-");
    plain.parse().ok()
}

/// Whether a figure is the one written, to the places written.
fn is_written(found: &Value, written: &str) -> bool {
    let Some(text) = found.as_str() else {
        // A number of JSON equals no text, so it is compared as it is printed.
        let printed = found.to_string();
        return printed == written;
    };
    if text == written {
        return true;
    }
    let (Some(found), Some(wanted)) = (number(text), number(written)) else {
        return false;
    };
    let away = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    found.round_dp_with_strategy(wanted.scale(), away) == wanted
}

#[test]
fn every_worked_line_stands_on_the_page_and_comes_out() {
    let page = page();
    let mut wrong = Vec::new();
    for (
        at,
        Worked {
            line,
            contract,
            figures,
        },
    ) in LINES.iter().enumerate()
    {
        let quote = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !page.contains(&quote) {
            wrong.push(format!("METHOD.md doesn\u{2019}t say: {quote}"));
        }
        let report = report(&at.to_string(), &contract.text());
        for (pointer, written) in *figures {
            // A figure that isn't in the line is not one of the page's.
            assert!(quote.contains(written), "{written} is not in: {quote}");
            let found = report.pointer(pointer);
            if !found.is_some_and(|found| is_written(found, written)) {
                wrong.push(format!("{quote}\n  {pointer} is {found:?}, not {written}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a line says isn't costed: the North of its first offer, the South under a minimum.
#[test]
fn an_unknown_step_hides_those_who_come_to_it_and_a_minimum_that_goes_by_it() {
    let line = LINES
        .iter()
        .find(|one| one.line.contains("unknown step"))
        .unwrap();
    let report = report("unknown-step", &line.contract.text());
    let cost = |row: usize, offer: usize| {
        let pointer = format!("/people/by_market/{row}/offers/{offer}/cost");
        report.pointer(&pointer).unwrap().clone()
    };
    assert_eq!(report.pointer("/people/by_market/0/name").unwrap(), "North");
    assert!(cost(0, 0).is_null() && cost(0, 1).is_null());
    assert!(!cost(1, 0).is_null() && cost(1, 1).is_null());
}

/// "Nearly $1 billion": what would make it exactly true, and the other quote of the same gap.
#[test]
fn the_claims_of_the_page_come_out_on_the_real_case() {
    let file = include_str!("../scenarios/kaiser-alliance-2025.ron");
    let of = |text: &str| {
        let all = report("claims", text)["claims"].as_array().unwrap().clone();
        let mut all = all.into_iter();
        all.find(|claim| claim["id"] == "billion").unwrap()
    };
    let page = page();
    let nearly = of(file);
    assert_eq!(nearly["verdict"], "holds");
    for (found, written) in [
        (&nearly["finding"], "963,794,507.39"),
        (&nearly["implied"]["fte"], "64,329.07"),
        (&nearly["implied"]["average_pay"], "137,916.41"),
    ] {
        assert!(
            page.contains(written) && is_written(found, written),
            "{found}, not {written}"
        );
    }
    // The same gap quoted as about $241 million.
    let (before, after) = file.split_once("value: 1000000000,").unwrap();
    let after = after.replacen("precision: Nearly", "precision: About", 1);
    let text = format!("{before}value: 241000000,{after}");
    let million = of(&text);
    assert!(page.contains("963,794,507.39 / 4 = 240,948,626.85"));
    let met = million["conventions"].as_array().unwrap();
    let average = met.iter().filter(|way| way.to_string().contains("average"));
    assert!(average.count() > 0, "{met:?}");
}

/// Sections that say how something is done and hold no formula.
const WITHOUT: [&str; 1] = ["Properties"];

/// Every section has a worked line: in italics, with a number.
#[test]
fn every_section_has_a_worked_line() {
    let text = include_str!("../METHOD.md");
    let sections = text.split("\n## ").skip(1);
    let mut without = BTreeSet::new();
    for section in sections {
        let (title, body) = section.split_once('\n').unwrap();
        let is_worked = |part: &str| part.chars().any(|letter| letter.is_ascii_digit());
        // Parts between single asterisks; bold ones leave nothing between theirs.
        let plain = body.replace("**", "");
        let worked = plain.split('*').skip(1).step_by(2).any(is_worked);
        if !worked && !WITHOUT.contains(&title) {
            without.insert(title.to_owned());
        }
    }
    assert!(without.is_empty(), "no worked line in {without:?}");
}

/// A section's paragraphs that are headed by a rule of their own each have a worked line after them.
#[test]
fn every_rule_with_a_heading_has_a_worked_line() {
    /// Rules of words alone, each for its reason: they name or bound something and compute nothing.
    const OF_WORDS: [&str; 3] = ["Calendar dates", "Floating point", "Verdict."];
    let text = include_str!("../METHOD.md");
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let mut without = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let Some(rule) = paragraph.strip_prefix("**") else {
            continue;
        };
        let (name, _) = rule.split_once("**").unwrap();
        let next = paragraphs.get(at + 1).copied().unwrap_or_default();
        let worked = |part: &str| {
            let plain = part.replace("**", "");
            plain.split('*').count() > 2
        };
        let lists = next.starts_with("1. ") || next.starts_with("To first");
        let near = worked(paragraph) || (next.starts_with('*') && !next.starts_with("**")) || lists;
        if !near && !OF_WORDS.iter().any(|one| name.starts_with(one)) {
            without.push(name.to_owned());
        }
    }
    assert!(without.is_empty(), "no worked line after {without:?}");
}
