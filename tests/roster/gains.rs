//! `report.people` through the command line is what a plain loop over the roster's lines says: five ways to part the
//! workforce, by all keys together, and the percentiles.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use counteroffer::scenario::Scenario;
use serde_json::Value;

use super::figures::{Day, Employee, MONTH, PARTS, above, above_on, employees, raised, raises};
use super::made::Folder;

const TERM: (Day, Day) = ((2025, 10, 1), (2029, 10, 1));

fn runs(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let complained = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {complained}");
    String::from_utf8(output.stdout).unwrap()
}

/// A quotient in digits with so many decimals, halves away from zero.
fn quotient(top: i128, bottom: i128, decimals: usize) -> String {
    let one = 10_i128.pow(decimals as u32);
    let value = (top * one * 2 + bottom) / (bottom * 2);
    format!("{}.{:0decimals$}", value / one, value % one)
}

/// Dollars of cents × hundredths of FTE × moments × parts, 2,080 hours a year, for so many hundredths of an FTE.
fn dollars(sum: i128, per_fte: Option<i128>) -> String {
    let bottom = 100 * 12 * MONTH * PARTS;
    match per_fte {
        None => quotient(sum * 2080, bottom * 100, 2),
        Some(fte) => quotient(sum * 2080, bottom * fte, 2),
    }
}

/// The rates on the last day without and with an offer's raises, on one way up the steps.
fn last_rates(employee: &Employee, moves: &[Day], raises: &[(Day, i128)]) -> (i128, i128) {
    let step = moves.iter().filter(|day| **day < TERM.1).count();
    let without = employee.rates[step.min(employee.rates.len() - 1)];
    let with = raises
        .iter()
        .fold(without, |rate, (_, percent)| raised(rate, *percent));
    (without, with)
}

#[derive(Default)]
struct Row {
    heads: u64,
    fte: i128,
    cost: i128,
    without: i128,
    with: i128,
}

impl Row {
    fn add(&mut self, employee: &Employee, raises: &[(Day, i128)]) {
        self.heads += 1;
        self.fte += employee.fte;
        self.cost += above(employee, raises, TERM.0, TERM.1);
        for (parts, moves) in &employee.ways {
            let (without, with) = last_rates(employee, moves, raises);
            self.without += without * parts * employee.fte;
            self.with += with * parts * employee.fte;
        }
    }

    /// Cost, cost per FTE, percent on the last day.
    fn shown(&self) -> [String; 3] {
        [
            dollars(self.cost, None),
            dollars(self.cost, Some(self.fte)),
            quotient((self.with - self.without) * 100, self.without, 6),
        ]
    }
}

fn band(employee: &Employee) -> String {
    let low = employee.rates[0] / 500 * 5;
    format!("${low}\u{2013}{}", low + 5)
}

fn key(employee: &Employee, table: &str) -> Option<String> {
    Some(match table {
        "by_market" => employee.keys[0].clone(),
        "by_unit" => employee.keys[1].clone(),
        "by_job" => employee.keys[2].clone(),
        "by_scale" => return employee.scale.clone(),
        _ => band(employee),
    })
}

fn figures(of: &Value, id: &str) -> [String; 3] {
    let offers = of["offers"].as_array().unwrap();
    let own = offers.iter().find(|offer| offer["id"] == id).unwrap();
    ["cost", "per_fte", "end_percent"].map(|name| own[name].as_str().unwrap().to_owned())
}

/// The least value that has at least a share of all weights at or below it.
fn nearest_rank(values: &[(i128, i128)], percent: i128) -> i128 {
    let all: i128 = values.iter().map(|(_, weight)| weight).sum();
    let mut below = 0;
    for (value, weight) in values {
        below += weight;
        if below * 100 >= percent * all {
            return *value;
        }
    }
    panic!("no value at {percent}%");
}

/// A roster of so many employees taken over by the command line: the folder, the scenario, everybody.
fn imported(heads: &str, seed: &str) -> (Folder, Scenario, Vec<Employee>) {
    let folder = Folder::new();
    let case = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/scenarios/kaiser-alliance-2025.ron"
    );
    let made = [
        "generate",
        "--employees",
        heads,
        "--seed",
        seed,
        "--out",
        "R.csv",
    ];
    runs(folder.path(), &made);
    let import = [
        "import",
        "R.csv",
        "--profile",
        "PROFILE.ron",
        "--scenario",
        case,
        "--out",
        "NEW.ron",
    ];
    runs(folder.path(), &import);
    let text = std::fs::read_to_string(folder.path().join("R.csv")).unwrap();
    let scenario = counteroffer::files::open(&folder.path().join("NEW.ron"))
        .unwrap()
        .scenario;
    let all = employees(&text, &scenario, TERM.1);
    (folder, scenario, all)
}

fn report(folder: &Folder) -> Value {
    let arguments = [
        "report",
        "NEW.ron",
        "--format",
        "json",
        "--with-small-cells",
    ];
    serde_json::from_str(&runs(folder.path(), &arguments)).unwrap()
}

#[test]
fn every_way_to_part_the_workforce_is_what_a_plain_loop_says() {
    let (folder, scenario, all) = imported("1300", "8");
    let report = report(&folder);
    for offer in scenario.offers.iter().take(2) {
        let raises = raises(offer);
        for table in ["by_market", "by_unit", "by_job", "by_scale", "by_band"] {
            let mut rows: BTreeMap<Option<String>, Row> = BTreeMap::new();
            for employee in &all {
                rows.entry(key(employee, table))
                    .or_default()
                    .add(employee, &raises);
            }
            let shown = report["people"][table].as_array().unwrap();
            assert_eq!(shown.len(), rows.len(), "{table}");
            for row in shown {
                let name = row["name"].as_str().map(str::to_owned);
                let own = rows
                    .get(&name)
                    .unwrap_or_else(|| panic!("{table}: {name:?}"));
                assert_eq!(row["headcount"], own.heads, "{table}, {name:?}");
                let fte: f64 = row["fte"].as_str().unwrap().parse().unwrap();
                assert_eq!(
                    format!("{fte:.2}"),
                    quotient(own.fte, 100, 2),
                    "{table}, {name:?}"
                );
                assert_eq!(
                    figures(row, offer.id.0.as_str()),
                    own.shown(),
                    "{table}, {name:?}"
                );
            }
        }
    }
}

#[test]
fn percentiles_are_the_nearest_rank_over_heads() {
    let (folder, scenario, all) = imported("1300", "8");
    let report = report(&folder);
    let shown = report["people"]["percentiles"].as_array().unwrap();
    for offer in scenario.offers.iter().take(2) {
        let raises = raises(offer);
        // Millionths of a percent, and dollars per FTE in millionths of a cent, by the heads they weigh.
        let (mut percents, mut dollars) = (Vec::new(), Vec::new());
        for employee in &all {
            for (parts, moves) in &employee.ways {
                let (without, with) = last_rates(employee, moves, &raises);
                percents.push(((with - without) * 1_000_000_000_000 / without, *parts));
                let above = above_on(&employee.rates, moves, &raises, TERM);
                dollars.push((above, *parts));
            }
        }
        percents.sort();
        dollars.sort();
        let own = shown
            .iter()
            .find(|one| one["offer"] == offer.id.0.as_str())
            .unwrap();
        for (name, percent) in [
            ("p10", 10),
            ("p25", 25),
            ("p50", 50),
            ("p75", 75),
            ("p90", 90),
        ] {
            let value = nearest_rank(&percents, percent);
            assert_eq!(
                own["end_percent"][name],
                quotient(value, 10_000_000_000, 6),
                "{name}"
            );
            let value = nearest_rank(&dollars, percent);
            let value = quotient(value * 2080, 100 * 12 * MONTH, 2);
            assert_eq!(own["dollars_per_fte"][name], value, "{name}");
        }
    }
}
