//! Figures at the edges that once came out wrong, in the files that showed it: each worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails"
)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn report(name: &str, more: &[&str]) -> Output {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults");
    Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .arg("report")
        .arg(file.join(format!("{name}.ron")))
        .args(["--format", "json"])
        .args(more)
        .output()
        .unwrap()
}

/// Figures of a file by their places; `""` is null.
fn comes_to(name: &str, figures: &[(&str, &str)]) {
    let output = report(name, &[]);
    assert_eq!(output.status.code(), Some(0), "{name}");
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    for (place, expected) in figures {
        let found = report.pointer(place).unwrap_or(&Value::Null);
        let found = found.as_str().unwrap_or_default();
        assert_eq!(found, *expected, "{name} {place}");
    }
}

#[test]
fn an_absurd_yearly_percent_is_null_with_its_reason() {
    // 17 % in one of 372 days of a year of months: 1.17 to the 372nd.
    for name in ["one-day-term", "last-day-is-first-day"] {
        comes_to(
            name,
            &[
                ("/offers/0/average_a_year", ""),
                ("/undefined/0/figure", "offers[0].average_a_year"),
                ("/undefined/0/why", "it is beyond a million percent"),
            ],
        );
    }
    // $520,000 × 17 % ÷ 12 ÷ 31.
    comes_to("one-day-term", &[("/offers/0/cost", "237.63")]);
}

#[test]
fn a_pay_base_counts_lump_sums_of_those_without_hours_and_no_more_than_fits_under_it() {
    // 14 heads at $1,000, all under the base: 10 % of 14,000.
    comes_to("zero-fte-rollup", &[("/offers/0/roll_up", "1400.00")]);
    // Of $5,000 only $1,000 fits between $52,000 and $53,000, for ten: 10 % of 10,000.
    comes_to("rollup-lump-over-base", &[("/offers/0/roll_up", "1000.00")]);
}

#[test]
fn rates_rounded_to_the_cent_have_no_end_where_they_are_unknown() {
    comes_to(
        "cents-unknown-compounded",
        &[
            ("/offers/0/compounded", ""),
            ("/offers/0/average_a_year", ""),
        ],
    );
}

#[test]
fn real_wages_count_the_raises_up_to_the_reference_date_after_the_horizon() {
    // 1.05 / 1.05² against prices of 309 / 313.601, a year and a half at 3 %.
    let places = [
        ("/offers/0/real_wage/0/ratio", "0.966562"),
        ("/offers/0/real_wage/0/catch_up", "3.459492"),
    ];
    comes_to("reference-after-horizon", &places);
}

#[test]
fn an_owed_raise_that_takes_effect_after_the_rates_date_counts() {
    // Dated June 29, it takes effect on July 12: 11 days at $520,000 / 364, 354 days at 3 % more.
    let places = [
        ("/offers/0/years/0/payroll", "536600.00"),
        ("/offers/0/exit_run_rate", "535600.00"),
    ];
    comes_to("as-of-effective", &places);
}

#[test]
fn one_employee_gets_the_whole_of_a_lump_sum_per_head() {
    let place = "/offers/0/employee/cumulative/0/lump_sums";
    comes_to("per-head-average", &[(place, "1000.00")]);
}

#[test]
fn an_unknown_rate_elsewhere_hides_no_raise_of_one_market() {
    // 10 × 2,080 × $20 × 5 %.
    let places = [
        ("/offers/0/cost", "20800.00"),
        ("/offers/0/raises/0/worth", "20800.00"),
        ("/offers/0/years/0/cash", "20800.00"),
        ("/offers/0/years/0/payroll", ""),
    ];
    comes_to("one-unknown-group", &places);
}

#[test]
fn half_past_two_is_later_than_a_quarter_past_nine() {
    let places = [
        ("/gap/movement/from", "u2"),
        // 5 % less 4 % of $520,000.
        ("/gap/movement/moved", "5200.00"),
    ];
    comes_to("passed-at", &places);
}

#[test]
fn delay_reaches_a_ratification_two_years_late_and_arrears_are_its_wages() {
    let place = "/offers/0/arrears/per_fte";
    comes_to("ratified-late-retroactive", &[(place, "11123.05")]);
    for (more, count) in [(&[][..], 13), (&["--delay-to-horizon"][..], 61)] {
        let output = report("ratified-late-retroactive", more);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        let delay = told["offers"][0]["delay"].as_array().unwrap();
        assert_eq!(delay.len(), count);
        let own = delay.iter().find(|one| one["ratified"] == "2022-09-16");
        assert_eq!(own.unwrap()["lost_per_fte"], "11123.05");
    }
}

#[test]
fn arrears_stand_in_the_report_and_in_the_figure_of_offers_side_by_side() {
    let told: Value =
        serde_json::from_slice(&report("ratified-late-retroactive", &[]).stdout).unwrap();
    let arrears = &told["offers"][0]["arrears"];
    let (total, each) = (arrears["total"].as_str(), arrears["per_fte"].as_str());
    let (total, each) = (total.unwrap(), each.unwrap());
    assert_eq!(each, "11123.05");
    let folder = tempfile::tempdir().unwrap();
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/ratified-late-retroactive.ron");
    let exported = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .args([
            "export",
            "--figure",
            "comparison",
            "--format",
            "csv,svg",
            "--out",
        ])
        .args([folder.path(), &file])
        .output()
        .unwrap();
    assert!(exported.status.success());
    let mut values = String::new();
    let mut picture = String::new();
    for one in std::fs::read_dir(folder.path()).unwrap() {
        let path = one.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("csv") if !path.to_string_lossy().contains("all-figures") => values = text,
            Some("svg") => picture = text,
            _ => {}
        }
    }
    let row = |name: &str| {
        let line = values.lines().find(|line| line.contains(name));
        line.unwrap_or_else(|| panic!("no {name} in {values}"))
            .to_owned()
    };
    assert!(row("Arrears on ratification").contains(total));
    assert!(row("Arrears per employee").contains(each));
    assert!(picture.contains("Arrears on ratification"), "{picture}");
}

#[test]
fn raises_in_dollars_alone_have_no_simple_sum() {
    let places = [
        ("/offers/0/simple_sum", ""),
        ("/offers/1/simple_sum", "30.000000"),
        ("/gap/simple_points", ""),
        // $46.23 and $14.62 more.
        ("/offers/0/compounded", "31.624486"),
        // 100 × 2,080 × $2.00 from the second year on.
        ("/offers/0/years/1/new_money", "416000.00"),
    ];
    comes_to("dollars-an-hour-only", &places);
}

#[test]
fn terms_at_the_ends_of_the_calendar_are_refused() {
    for name in ["1900-monthly-lump", "2200-last-month"] {
        let output = report(name, &[]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            told.contains("too close to the end of the calendar"),
            "{told}"
        );
    }
}
