//! What `report` tells beyond the first page: terms left out, shared copies, delay to the end, figures without a value.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// One full-time employee at $60,000, 3 % from the first day, three years.
const ONE_RAISE: &str = r#"(version: 1, title: "One raise", term: (first_day: "2026-07-01", last_day: "2029-06-30"),
    ratification: On("2026-10-15"),
    workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 1, fte: 1, average_annual_pay: 60000)),
    offers: [(id: "one", name: "One", side: Union, retroactive: true, clauses: [(date: "2026-07-01", terms: Percent(3))])])"#;

fn run(file: &Path, more: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
        .arg("report")
        .arg(file)
        .args(more)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{}: {told}", file.display());
    output
}

fn json(file: &Path, more: &[&str]) -> Value {
    let more: Vec<&str> = more.iter().chain(&["--format", "json"]).copied().collect();
    serde_json::from_slice(&run(file, &more).stdout).unwrap()
}

fn json_of(text: &str, more: &[&str]) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.ron");
    std::fs::write(&file, text).unwrap();
    json(&file, more)
}

fn text(file: &Path, more: &[&str]) -> String {
    String::from_utf8(run(file, more).stdout).unwrap()
}

#[test]
fn what_is_left_out_is_said_wherever_a_total_stands_and_says_what_it_waits_for() {
    let case = Path::new("scenarios/kaiser-alliance-2025.ron");
    let told = text(case, &[]);
    assert!(
        told.contains("without 10 terms") && told.contains("without 6 terms"),
        "{told}"
    );
    let running: String = told.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Tuition reimbursement: waits for today's ceiling",
        "Employer offer stands without 10 terms, Union counter stands without 6 terms",
        "Wage equity in the Inland Empire and Kern County: waits for a figure",
    ] {
        assert!(running.contains(words), "{words}");
    }
    let report = json(case, &[]);
    assert_eq!(report["gap"]["cost"], "963794507.39");
    let left_out = report["offers"][0]["left_out"].as_array().unwrap();
    assert_eq!(left_out.len(), 10);
    assert_eq!(left_out[1]["kind"], "EquityPool");
    assert_eq!(left_out[1]["clause"], 6);
    let raises = report["offers"][0]["raises"].as_array().unwrap();
    assert_eq!(raises.len(), 5, "a term left out is no raise");
}

#[test]
fn a_shared_copy_tells_its_hash_and_that_of_its_file() {
    let hospital = Path::new("scenarios/two-market-hospital.ron");
    let (whole, shared) = (json(hospital, &[]), json(hospital, &["--shared"]));
    assert_eq!(
        whole["scenario"]["sha256"],
        whole["scenario"]["file_sha256"]
    );
    assert_eq!(
        whole["scenario"]["sha256"],
        shared["scenario"]["file_sha256"]
    );
    assert_ne!(
        shared["scenario"]["sha256"],
        shared["scenario"]["file_sha256"]
    );
    assert_eq!(whole["offers"].as_array().unwrap().len(), 3);
    assert_eq!(shared["offers"].as_array().unwrap().len(), 2);
    let hash = |value: &Value| value.as_str().unwrap()[..16].to_owned();
    let told = text(hospital, &["--shared"]);
    let both = format!(
        "shared copy {} of scenario {}",
        hash(&shared["scenario"]["sha256"]),
        hash(&shared["scenario"]["file_sha256"])
    );
    assert!(told.contains(&both), "{told}");
    assert!(!told.contains("Draft counter"));
}

#[test]
fn delay_reaches_the_horizon_where_asked_and_the_scenarios_own_day_is_in_the_list() {
    // $60,000 × 3 % ÷ 12 = $150 a month; half of October 2026 by its days: 14/31.
    let days = |report: &Value| -> Vec<(String, String)> {
        let delay = report["offers"][0]["delay"].as_array().unwrap();
        let shown = |value: &Value| value.as_str().unwrap().to_owned();
        delay
            .iter()
            .map(|one| (shown(&one["ratified"]), shown(&one["lost"])))
            .collect()
    };
    let year = days(&json_of(ONE_RAISE, &[]));
    let pair = |day: &str, lost: &str| (day.to_owned(), lost.to_owned());
    assert_eq!(year.len(), 13);
    assert_eq!(year[4], pair("2026-10-15", "517.74"));
    assert_eq!(year[12], pair("2027-06-01", "1650.00"));
    let all = days(&json_of(ONE_RAISE, &["--delay-to-horizon"]));
    assert_eq!(all.len(), 37);
    assert_eq!(all[36], pair("2029-06-01", "5250.00"));
}

#[test]
fn arrears_are_what_is_paid_for_days_before_ratification() {
    let report = json_of(ONE_RAISE, &[]);
    assert_eq!(report["offers"][0]["arrears"]["total"], "517.74");
    assert_eq!(report["offers"][0]["arrears"]["per_fte"], "517.74");
}

#[test]
fn the_last_offer_is_the_last_by_the_clock_and_not_by_the_alphabet() {
    let offer = |id: &str, side: &str, at: &str, percent: u8| {
        format!(
            "(id: \"{id}\", name: \"{id}\", side: {side}, shared: true, status: Passed((on: \"2026-06-02\", at: \"{at}\")),
            clauses: [(date: \"2026-07-01\", terms: Percent({percent}))]),"
        )
    };
    let offers = [
        offer("e", "Employer", "8:00", 2),
        offer("late", "Union", "14:30", 5),
        offer("early", "Union", "9:15 am", 6),
    ];
    let text = format!(
        r#"(version: 1, title: "Times", we_are: Union, a: "e", b: "late", counter: "draft",
        term: (first_day: "2026-07-01", last_day: "2027-06-30"),
        workforce: (rates_as_of: "2026-06-30", rounding: None, people: Summary(headcount: 1, fte: 1, average_annual_pay: 60000)),
        offers: [{}(id: "draft", name: "Draft", side: Union, clauses: [(date: "2026-07-01", terms: Percent(4))])])"#,
        offers.concat()
    );
    let report = json_of(&text, &[]);
    assert_eq!(report["gap"]["movement"]["from"], "late");
}

#[test]
fn a_percent_that_means_nothing_is_null_and_says_why() {
    // A term of one day makes of 50 % at once a yearly percent of more than sixty digits.
    let day = ONE_RAISE
        .replace("last_day: \"2029-06-30\"", "last_day: \"2026-07-01\"")
        .replace("Percent(3)", "Percent(50)");
    for format in ["text", "csv", "json"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("day.ron");
        std::fs::write(&file, &day).unwrap();
        run(&file, &["--format", format]);
    }
    let report = json_of(&day, &[]);
    assert_eq!(report["offers"][0]["average_a_year"], Value::Null);
    assert_eq!(report["undefined"][0]["figure"], "offers[0].average_a_year");
    assert!(report["undefined"][0]["why"].is_string());
}

/// A rate of a cent under a floor of a million: the end of no group and no points between the offers mean anything.
#[test]
fn what_is_beyond_a_million_percent_is_null_wherever_it_stands() {
    let text = "(version: 1, title: \"t\", term: (first_day: \"2026-07-01\", last_day: \"2027-06-30\"), a: \"a\", b: \"b\",
        workforce: (rates_as_of: \"2026-06-30\", rounding: None, people: Groups([
            (name: \"G\", market: \"M\", headcount: 20, fte: 20, rate: 0.01)])),
        offers: [(id: \"a\", name: \"A\", side: Employer, clauses: []),
            (id: \"b\", name: \"B\", side: Union, clauses: [(date: \"2026-07-01\", terms: Floor(1000000))])])";
    let report = json_of(text, &[]);
    let told: Vec<&str> = report["undefined"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["figure"].as_str().unwrap())
        .collect();
    for figure in [
        "offers[1].compounded",
        "gap.compounded_points",
        "people.percentiles[1].end_percent",
        "people.by_market[].offers[1].end_percent",
    ] {
        assert!(told.contains(&figure), "{figure} is not in {told:?}");
    }
    assert_eq!(report["gap"]["compounded_points"], Value::Null);
    let market = &report["people"]["by_market"][0]["offers"];
    assert_eq!(market[1]["end_percent"], Value::Null);
    assert_eq!(market[0]["end_percent"], "0.000000");
}

/// One year, offers A and B with a clause each.
fn two(people: &str, first: &str, second: &str) -> String {
    format!(
        "(version: 1, title: \"T\", term: (first_day: \"2026-07-01\", last_day: \"2027-06-30\"), a: \"a\", b: \"b\",
        workforce: (rates_as_of: \"2026-06-30\", rounding: Cent, people: Groups([{people}])),
        offers: [(id: \"a\", name: \"A\", side: Employer, clauses: [{first}]),
            (id: \"b\", name: \"B\", side: Union, clauses: [{second}])])"
    )
}

/// Each figure of `undefined` with its reason.
fn reasons(report: &Value) -> Vec<(String, String)> {
    let own = |value: &Value| value.as_str().unwrap().to_owned();
    let list = report["undefined"].as_array().unwrap().iter();
    list.map(|one| (own(&one["figure"]), own(&one["why"])))
        .collect()
}

const NORTH: &str = "(name: \"n\", market: \"N\", headcount: 30, fte: 30, rate: 20),";
const THREE: &str = "(date: \"2026-07-01\", terms: Percent(3)),";
const ONE_DOLLAR: &str = "(date: \"2026-07-01\", terms: PerHour(1)),";

/// A rate nobody has published leaves its market's figures unknown, and that isn't beyond a million percent.
#[test]
fn what_is_unknown_is_told_as_unknown_and_not_as_undefined() {
    let people =
        format!("{NORTH} (name: \"s\", market: \"S\", headcount: 40, fte: 40, rate: unknown)");
    let north = "(date: \"2026-07-01\", terms: Percent(5), scope: (market: [\"N\"])),";
    let more = "(date: \"2026-07-01\", terms: Percent(6), scope: (market: [\"N\"])),";
    let report = json_of(&two(&people, north, more), &["--with-small-cells"]);
    // 30 × 2,080 × $20 × 5 %.
    assert_eq!(report["offers"][0]["cost"], "62400.00");
    assert_eq!(report["offers"][0]["not_costed"][0], "unknown: rate of s");
    let markets = &report["people"]["by_market"];
    assert_eq!(markets[0]["offers"][0]["end_percent"], "5.000000");
    assert_eq!(markets[1]["offers"][0]["end_percent"], Value::Null);
    let told = reasons(&report);
    assert!(
        told.iter().all(|(figure, _)| figure == "gap.break_even"),
        "{told:?}"
    );
}

#[test]
fn a_figure_that_is_defined_by_nothing_says_why() {
    let found = |people: &str, first: &str, second: &str, figure: &str| {
        let report = json_of(&two(people, first, second), &["--with-small-cells"]);
        let told = reasons(&report);
        let why = told.iter().find(|(own, _)| own == figure);
        why.unwrap_or_else(|| panic!("{figure} is not in {told:?}"))
            .1
            .clone()
    };
    let dollars = "the only raises for everyone are in dollars";
    let nothing = "it would be a share of nothing";
    assert_eq!(
        found(NORTH, THREE, ONE_DOLLAR, "offers[1].simple_sum"),
        dollars
    );
    assert_eq!(
        found(NORTH, THREE, ONE_DOLLAR, "gap.simple_points"),
        dollars
    );
    assert_eq!(
        found(NORTH, ONE_DOLLAR, THREE, "gap.break_even"),
        "it is not reached within the term"
    );
    let no_fte = format!("{NORTH} (name: \"o\", market: \"O\", headcount: 20, fte: 0, rate: 20)");
    for figure in [
        "people.by_market[].offers[0].per_fte",
        "people.by_market[].offers[0].end_percent",
        "people.percentiles[0].dollars_per_fte",
    ] {
        let sum = "(date: \"2026-07-01\", terms: LumpSum(amount: PerHead(100))),";
        assert_eq!(found(&no_fte, sum, THREE, figure), nothing, "{figure}");
    }
    let unpaid = format!("{NORTH} (name: \"v\", market: \"V\", headcount: 20, fte: 20, rate: 0)");
    for figure in [
        "people.by_market[].offers[0].end_percent",
        "people.percentiles[0].end_percent",
    ] {
        assert_eq!(
            found(&unpaid, ONE_DOLLAR, THREE, figure),
            nothing,
            "{figure}"
        );
    }
}

/// Percents alone give the compounded percent of unknown pay, and of a day no yearly one.
#[test]
fn a_percent_that_means_nothing_says_why_also_where_pay_is_unknown() {
    let day = ONE_RAISE
        .replace("last_day: \"2029-06-30\"", "last_day: \"2026-07-01\"")
        .replace("Percent(3)", "Percent(50)")
        .replace("average_annual_pay: 60000", "average_annual_pay: unknown");
    let report = json_of(&day, &[]);
    assert_eq!(report["offers"][0]["compounded"], "50.000000");
    assert_eq!(report["offers"][0]["average_a_year"], Value::Null);
    let told = reasons(&report);
    assert_eq!(told[0].0, "offers[0].average_a_year");
}

#[test]
fn an_own_day_that_is_the_first_day_is_in_the_list_of_delays_too() {
    let text = ONE_RAISE
        .replace("2026-07-01", "2026-07-07")
        .replace("2026-10-15", "2026-07-07");
    let report = json_of(&text, &[]);
    let delay = report["offers"][0]["delay"].as_array().unwrap();
    assert_eq!(delay[0]["ratified"], "2026-07-07");
    assert_eq!(delay[0]["lost"], "0.00");
    assert_eq!(delay[1]["ratified"], "2026-08-01");
}

/// Exact halves of the last digit shown that a quotient or a power comes to: away from zero.
#[test]
fn an_exact_half_of_a_percent_rounds_away_from_zero() {
    // 0.1 % and 0.0005 % are 0.1005005 % together, and over one year as much a year.
    let twice = "(date: \"2026-07-01\", terms: Percent(0.1)), (date: \"2026-07-01\", terms: Percent(0.0005)),";
    let year =
        "(version: 1, title: \"T\", term: (first_day: \"2026-07-01\", last_day: \"2027-06-30\"),
        workforce: (rates_as_of: \"2026-06-30\", rounding: None, people: PEOPLE),
        offers: [(id: \"a\", name: \"A\", side: Union, clauses: [CLAUSES])])";
    let average = "Summary(headcount: 1, fte: 1, average_annual_pay: 50000)";
    let whole = year.replace("PEOPLE", average).replace("CLAUSES", twice);
    let offer = &json_of(&whole, &[])["offers"][0];
    assert_eq!(offer["compounded"], "0.100501");
    assert_eq!(offer["average_a_year"], "0.100501");
    // Over two years twice the same: the square root is exact.
    let again = whole
        .replace("2027-06-30", "2028-06-30")
        .replace("CLAUSES", twice);
    let later = twice.replace("2026-07-01", "2027-07-01");
    let again = again.replace(twice, &format!("{twice}{later}"));
    assert_eq!(
        json_of(&again, &[])["offers"][0]["average_a_year"],
        "0.100501"
    );
    // A twelfth of payroll: 30.000006 / 12 = 2.5000005.
    let groups = "Groups([(name: \"n\", market: \"N\", headcount: 20, fte: 20, rate: 25),
        (name: \"s\", market: \"S\", headcount: 220, fte: 220, rate: 25)])";
    let scoped = "(date: \"2026-07-01\", terms: Percent(30.000006), scope: (market: [\"N\"])),";
    let part = year.replace("PEOPLE", groups).replace("CLAUSES", scoped);
    assert_eq!(
        json_of(&part, &[])["offers"][0]["simple_sum_scoped"],
        "2.500001"
    );
}

/// Dollars go by full-time equivalents, so that their bar is known though pay isn't.
#[test]
fn raises_in_dollars_have_their_bar_where_pay_is_unknown() {
    let people =
        format!("{NORTH} (name: \"s\", market: \"S\", headcount: 40, fte: 40, rate: unknown)");
    let report = json_of(&two(&people, "", ONE_DOLLAR), &[]);
    // 70 × 2,080 × $1.00.
    assert_eq!(report["gap"]["why"]["size"], "145600.00");
    assert_eq!(report["gap"]["why"]["timing"], "0.00");
}

/// What is owed and unknown raises the rates with and without an offer alike: percents alone compound all the same.
#[test]
fn an_unknown_percent_that_is_owed_leaves_what_percents_compound_to() {
    let text = two(
        "(name: \"n\", headcount: 100, fte: 100, rate: 25)",
        "(date: \"2026-07-01\", terms: Percent(5)), (date: \"2026-10-01\", terms: LumpSum(amount: PerHead(1000)))",
        "(date: \"2026-10-01\", terms: LumpSum(amount: PerHead(1500)))",
    );
    let text = text.replace("rounding: Cent", "rounding: None");
    let owed = "baseline: [(date: \"2026-09-01\", terms: Percent(unknown))],\n workforce:";
    let report = json_of(&text.replacen("workforce:", owed, 1), &[]);
    let compounded: Vec<&Value> = (0..2)
        .map(|at| &report["offers"][at]["compounded"])
        .collect();
    let number = |value: &Value| value.to_string().trim_matches('"').parse::<f64>().ok();
    assert_eq!(number(compounded[0]), Some(5.0), "{compounded:?}");
    assert_eq!(number(compounded[1]), Some(0.0), "{compounded:?}");
    // Dollars that are owed are not the same percent of every rate.
    let dollars = owed.replace("Percent", "PerHour");
    let report = json_of(&text.replacen("workforce:", &dollars, 1), &[]);
    assert_eq!(report["offers"][0]["compounded"], Value::Null);
}

/// Of two offers of a side on one day, one without a time: which counts as the later is said.
#[test]
fn an_offer_without_a_time_on_a_day_of_another_is_told() {
    let text = two(
        "(name: \"n\", headcount: 10, fte: 10, rate: 25)",
        "(date: \"2026-07-01\", terms: Percent(5))",
        "(date: \"2026-07-01\", terms: Percent(6))",
    );
    let sides = text.replace("side: Employer", "side: Union");
    let passed = |at: usize, status: &str, text: &str| {
        let mut parts: Vec<&str> = text.split("side: Union,").collect();
        let own = format!(
            "{}side: Union, status: {status},{}",
            parts[at],
            parts[at + 1]
        );
        parts.splice(at..=at + 1, [own.as_str()]);
        parts.join("side: Union,")
    };
    let second = passed(1, "Passed((on: \"2026-06-02\"))", &sides);
    let both = passed(0, "Passed((on: \"2026-06-02\", at: \"14:30\"))", &second);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.ron");
    std::fs::write(&file, both).unwrap();
    let output = run(&file, &[]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("only one of them has a time of day; this one counts as the earlier"),
        "{told}"
    );
}

/// Without hours nobody breaks even, and nobody fails to.
#[test]
fn break_even_without_hours_is_not_defined_in_words_as_in_figures() {
    let text = two(
        "(name: \"n\", headcount: 10, fte: 10, rate: 25)",
        "(date: \"2026-07-01\", terms: Percent(5))",
        "(date: \"2026-10-01\", terms: Percent(6))",
    );
    let idle = text.replacen("workforce:", "employee: (fte: 0),\n workforce:", 1);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.ron");
    std::fs::write(&file, idle).unwrap();
    let told = self::text(&file, &[]);
    assert!(!told.contains("does not break even"), "{told}");
    assert!(
        told.contains("break-even is not given: the employee works no hours"),
        "{told}"
    );
}

/// The report has the window's words for the gap and its parts.
#[test]
fn the_gap_is_told_in_the_words_of_the_window() {
    let told = text(Path::new("scenarios/five-markets.ron"), &[]);
    for words in [
        "Gap: Union counter less Employer offer",
        "Why: size of raises",
        "     how early raises come",
        "     minimum and lowest rates",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    for words in ["Between A and B", "earlier or later dates", "floors"] {
        assert!(!told.contains(words), "{words}: {told}");
    }
}

/// An offer without a time stands before those of its day that have one, and the history says so.
#[test]
fn the_history_says_which_offer_has_no_time_of_day() {
    let offer = |id: &str, side: &str, at: &str| {
        format!(
            "(id: \"{id}\", name: \"Offer {id}\", side: {side}, shared: true, status: Passed((on: \"2026-06-02\"{at})), \
             clauses: [(date: \"2026-07-01\", terms: Percent(3))])"
        )
    };
    let with = |offers: &[String]| {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("case.ron");
        let from = ONE_RAISE.find("offers:").unwrap();
        let head = ONE_RAISE.get(..from).unwrap();
        std::fs::write(&file, format!("{head}offers: [{}])", offers.join(", "))).unwrap();
        let told = text(&file, &[]);
        told.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let timed = offer("1", "Union", ", at: \"9:15 am\"");
    let told = with(&[timed.clone(), offer("2", "Employer", "")]);
    assert!(
        told.contains(
            "\u{201c}Offer 2\u{201d} has no time of day, as others of Jun 2, 2026 have; it stands before them."
        ),
        "{told}"
    );
    assert!(told.contains("Jun 2, 2026 9:15 am Offer 1"), "{told}");
    let told = with(&[timed, offer("2", "Employer", ", at: \"14:30\"")]);
    assert!(!told.contains("no time of day"), "{told}");
}
