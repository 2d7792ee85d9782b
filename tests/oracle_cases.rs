//! The oracle by itself: 1,048 figures of six made-up contracts on which two other programs
//! agreed. It shares no code with either of them nor with the one it judges.

// A panic in a helper is the failure message, as it is in a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "oracle/mod.rs"]
mod oracle;

use std::fs;
use std::path::PathBuf;

use oracle::compare::readable;
use oracle::exact::{Dec, Fraction, fraction};
use oracle::figures::{Name, Part, Sheet};
use oracle::ledger::Ledger;
use oracle::lumps::part_a_year;
use oracle::model::Case;
use oracle::report::{Worked, report};
use oracle::sums::Quotient;
use oracle::{from_json, listed, spread};
use serde_json::Value;

/// A file below the tests.
fn read(name: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The number between the brackets after a word, and what follows them.
fn bracketed<'a>(path: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let rest = path.strip_prefix(word)?.strip_prefix('[')?;
    let end = rest.find(']')?;
    Some((&rest[..end], rest[end + 1..].trim_start_matches('.')))
}

fn number(text: &str) -> usize {
    text.trim_start_matches("clause=").parse().unwrap()
}

fn offer_figure(name: &str) -> Name {
    match name {
        "cost" => Name::Cost,
        "wages" => Name::Wages,
        "lump_sums" => Name::LumpSums,
        "benefits" => Name::Benefits,
        "present_value" => Name::PresentValue,
        "simple_sum" => Name::SimpleSum,
        "simple_sum_scoped" => Name::SimpleSumScoped,
        "compounded" => Name::Compounded,
        "average_a_year" => Name::AverageAYear,
        "with_steps" => Name::WithSteps,
        "exit_run_rate" => Name::ExitRunRate,
        "cost_per_fte" => Name::CostPerFte,
        "roll_up" => Name::RollUp,
        "before_the_term" => Name::BeforeTheTerm,
        other => panic!("no figure {other}"),
    }
}

/// The key of a figure written as a path; `None` for the few that are no figure of a report.
fn key(path: &str) -> Option<(Part, Name)> {
    let basis = "basis.";
    if path == "basis.payroll" {
        return Some((Part::Basis, Name::Payroll));
    }
    if let Some(rest) = path.strip_prefix(basis) {
        let (at, _) = bracketed(rest, "step_movement")?;
        return Some((Part::StepMovement(number(at)), Name::Cost));
    }
    if path == "gap.cost" {
        return Some((Part::Gap, Name::Cost));
    }
    if let Some((at, _)) = bracketed(path, "gap.by_year") {
        return Some((Part::GapYear(number(at)), Name::Cash));
    }
    if let Some(bar) = path.strip_prefix("gap.why.") {
        let name = match bar {
            "size" => Name::Size,
            "timing" => Name::Timing,
            "compounding" => Name::Compounding,
            "benefits" => Name::Benefits,
            "lump_sums" => Name::LumpSums,
            "rounding" => Name::Rounding,
            "steps" => Name::Steps,
            "pools" => Name::Pools,
            "floors" => Name::Floors,
            other => panic!("no bar {other}"),
        };
        return Some((Part::Why, name));
    }
    let (offer, rest) = bracketed(path, "offers")?;
    let offer = number(offer);
    if let Some((at, name)) = bracketed(rest, "years") {
        let name = match name {
            "cash" => Name::Cash,
            "annualized" => Name::Annualized,
            "carry_over" => Name::CarryOver,
            "payroll" => Name::Payroll,
            "new_money" => Name::NewMoney,
            other => panic!("no figure {other}"),
        };
        return Some((Part::Year(offer, number(at)), name));
    }
    if let Some((clause, _)) = bracketed(rest, "benefit_clauses") {
        let clause = number(clause);
        return Some((Part::Benefit { offer, clause }, Name::Cost));
    }
    if let Some((clause, name)) = bracketed(rest, "raises") {
        let name = match name {
            "worth" => Name::Worth,
            "value_of_a_point" => Name::ValueOfAPoint,
            "resolved_percent" => Name::Resolved,
            other => panic!("no figure {other}"),
        };
        let clause = number(clause);
        return Some((Part::Raise { offer, clause }, name));
    }
    if let Some((clause, rest)) = bracketed(rest, "pools") {
        let (tranche, name) =
            bracketed(&format!("t{rest}"), "t").map(|(t, n)| (number(t), n.to_owned()))?;
        let part = Part::Pool {
            offer,
            clause: number(clause),
            tranche,
        };
        let name = match name.as_str() {
            "takes_effect" => Name::TakesEffect,
            "percent" => Name::Percent,
            other => panic!("no figure {other}"),
        };
        return Some((part, name));
    }
    if rest.contains('[') {
        return None;
    }
    Some((Part::Offer(offer), offer_figure(rest)))
}

/// A figure that stands under no key of its own: by scope, of a group, a percentile.
fn other_figure(sheet: &Sheet, worked: &[Worked], ledger: &Ledger, path: &str) -> Option<Fraction> {
    if let Some((offer, rest)) = bracketed(path, "offers") {
        let (keys, _) = bracketed(rest, "by_scope").unwrap();
        let offer = number(offer);
        let count: usize = sheet
            .words(Part::Offer(offer), Name::Count)
            .parse()
            .unwrap();
        let found = (0..count).find(|at| {
            let part = Part::Scope(offer, *at);
            let words = [Name::Market, Name::Unit, Name::Job].map(|name| sheet.words(part, name));
            words.join(" / ").replace("none", "None") == keys
        });
        return sheet
            .value(Part::Scope(offer, found.unwrap()), Name::Cost)
            .cloned();
    }
    let side = |name: &str| usize::from(name == "B");
    if let Some(rest) = path.strip_prefix("people.percentiles.") {
        let parts: Vec<&str> = rest.split('.').collect();
        let part = Part::Percentile {
            offer: side(parts[0]),
            of_hundred: number(parts[2]),
        };
        let name = match parts[1] {
            "end_percent" => Name::EndPercent,
            _ => Name::DollarsPerFte,
        };
        return sheet.value(part, name).cloned();
    }
    let (group, rest) = bracketed(path, "groups").unwrap();
    let (offer, name) = rest.split_once('.').unwrap();
    let one = &worked[side(offer)];
    let line = ledger
        .crew
        .lines
        .iter()
        .position(|l| l.keys.name.as_deref() == Some(group))?;
    let parts = ledger.crew.lines[line].parts.len();
    let count = fraction(i64::try_from(parts).unwrap());
    if name == "mean_rate_last_day" {
        let rates = (0..parts).map(|part| {
            let a_year = part_a_year(ledger, &one.priced, line, part, ledger.horizon)?;
            Some(a_year.over(&ledger.annual).to_fraction())
        });
        return Some(rates.sum::<Option<Fraction>>()? / count);
    }
    let shares = spread::shares(ledger, &one.deal, &one.priced)?;
    let own = shares.into_iter().filter(|share| share.line == line);
    let dollars = own
        .map(|share| share.dollars_per_fte)
        .sum::<Option<Fraction>>()?;
    Some(dollars / count)
}

/// The lines of a list of lifted copies as the oracle writes them.
fn copies(expected: &Value) -> Vec<String> {
    let rates = |list: &Value| -> String {
        let each = list
            .as_array()
            .unwrap()
            .iter()
            .map(|rate| rate.as_str().unwrap());
        each.collect::<Vec<_>>().join(" ")
    };
    let each = expected.as_array().unwrap().iter().map(|copy| {
        let (scale, market) = (copy["scale"].as_str().unwrap(), copy["market"].as_str());
        let market = market.unwrap_or("none");
        format!(
            "{scale}, {market}: {} to {}",
            rates(&copy["before"]),
            rates(&copy["after"])
        )
    });
    let mut lines: Vec<String> = each.collect();
    lines.sort();
    lines
}

/// Rounded to so many decimals, half away from zero.
fn rounded(value: &Fraction, places: u32) -> Dec {
    let digits = Quotient::of_fraction(value).digits(places);
    Dec {
        digits,
        scale: places,
    }
}

fn is_percent(path: &str) -> bool {
    [
        "simple_sum",
        "simple_sum_scoped",
        "compounded",
        "average_a_year",
        "with_steps",
        "percent",
    ]
    .iter()
    .any(|name| path.ends_with(name))
        || path.contains("end_percent")
        || path.ends_with("mean_rate_last_day")
}

fn check(name: &str) -> usize {
    let case: Case = from_json::case(&read(&format!("oracle/cases/{name}.json")));
    let sheet = report(&case);
    let ledger = Ledger::new(&case);
    let worked: Vec<Worked> = case
        .offers
        .iter()
        .map(|o| Worked::new(&case, &ledger, o))
        .collect();
    let expected = read("cases/expected.json");
    let mut wrong = vec![];
    let figures = expected[name].as_object().unwrap();
    for (path, right) in figures {
        let found = if right.is_array() {
            let (offer, rest) = bracketed(path, "offers").unwrap();
            let (clause, _) = bracketed(rest, "lifted").unwrap();
            let place = number(clause);
            let done = &worked[number(offer)].priced.path.done;
            let done = done.iter().find(|done| done.place == place).unwrap();
            let lifted = listed::copies(&ledger, &done.before, &done.after);
            if lifted == copies(right) {
                continue;
            }
            format!("{lifted:#?}")
        } else if path.ends_with("takes_effect") {
            let (part, name) = key(path).unwrap();
            sheet.words(part, name).to_owned()
        } else {
            let value = match key(path) {
                Some((part, name)) => sheet.value(part, name).cloned(),
                None => other_figure(&sheet, &worked, &ledger, path),
            };
            let places = if is_percent(path) { 6 } else { 2 };
            match (right.as_str(), value) {
                (None, None) => continue,
                (Some(right), Some(value)) if rounded(&value, places) == Dec::parse(right) => {
                    continue;
                }
                (_, value) => readable(value.as_ref()),
            }
        };
        if right.as_str() != Some(found.as_str()) {
            wrong.push(format!("{path}: agreed {right}, oracle {found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} differ:\n{}",
        wrong.len(),
        figures.len(),
        wrong.join("\n")
    );
    figures.len()
}

#[test]
fn markets_come_out_as_two_other_programs_agreed() {
    assert_eq!(check("markets"), 211);
}

#[test]
fn markets_ratified_late_come_out_as_two_other_programs_agreed() {
    assert_eq!(check("markets-late"), 211);
}

#[test]
fn markets_with_held_steps_come_out_as_two_other_programs_agreed() {
    assert_eq!(check("markets-held"), 209);
}

#[test]
fn a_school_district_comes_out_as_two_other_programs_agreed() {
    assert_eq!(check("district"), 138);
}

#[test]
fn city_salaries_come_out_as_two_other_programs_agreed() {
    assert_eq!(check("salaries"), 139);
}

#[test]
fn docks_come_out_as_two_other_programs_agreed() {
    assert_eq!(check("docks"), 140);
}
