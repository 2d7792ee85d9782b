//! One case a rule: a scenario that keeps every rule, changed in one place.

mod clauses;
mod limits;
mod people;
mod statements;
mod terms;

use super::*;
use crate::units::HouseStyle;

/// Keeps every rule, and gives no cause for doubt.
const GROUPS: &str = r#"(
    version: 1, title: "Test",
    term: (first_day: "2025-10-01", last_day: "2029-09-30"),
    inflation: (index: [(month: "2025-08-01", value: 320), (month: "2025-09-01", value: 321)], projected: 3),
    a: "one", b: "two", counter: "two",
    employee: (group: "RN 1"),
    workforce: (rates_as_of: "2025-09-30", rounding: Cent, people: Groups([
        (name: "RN 1", unit: "RN", market: "North", step: 1, headcount: 100, fte: 80, rate: 60.00),
        (name: "PH 1", unit: "Pharmacy", market: "South", headcount: 50, fte: 50, rate: 70.00),
    ])),
    baseline: [(date: "2025-06-01", terms: Percent(2))],
    offers: [
        (id: "one", name: "One", side: Employer, clauses: [
            (date: "2025-10-01", terms: Percent(6.5)),
            (date: "2026-10-01", terms: Percent(3), scope: (unit: ["RN"])),
        ]),
        (id: "two", name: "Two", side: Union, sources: ["s"], clauses: [
            (date: "2029-09-30", terms: LumpSum(amount: PerHead(-100))),
        ]),
    ],
    assumptions: [(about: "pay", standing: Assumed, why: "none given", sources: ["s"])],
    sources: [(id: "s", title: "Letter")],
)"#;

/// The same with totals only.
const SUMMARY: &str = r#"(
    version: 1, title: "Test",
    term: (first_day: "2025-10-01", last_day: "2029-09-30"),
    workforce: (rates_as_of: "2025-09-30", rounding: None,
        people: Summary(headcount: 100, fte: 80, average_annual_pay: 90000)),
    offers: [(id: "one", name: "One", side: Employer, clauses: [
        (date: "2025-10-01", terms: Percent(6.5)),
    ])],
)"#;

/// What is found, as `Error offers[0].clauses[1].date: …`.
fn found(base: &str, change: &str, to: &str) -> Vec<String> {
    assert!(base.contains(change), "{change} is not in the scenario");
    let text = base.replacen(change, to, 1);
    let implicit = ron::extensions::Extensions::IMPLICIT_SOME;
    let scenario: Scenario = ron::Options::default()
        .with_default_extension(implicit)
        .from_str(&text)
        .unwrap_or_else(|error| panic!("{to}: {error}"));
    let steps = |place: &FieldPath| {
        let step = |step: &PathPart| match step {
            PathPart::Field(name) => format!(".{name}"),
            PathPart::Index(index) => format!("[{index}]"),
        };
        let path: String = place.0.iter().map(step).collect();
        path.trim_start_matches('.').to_owned()
    };
    validate(&scenario)
        .iter()
        .map(|f| {
            format!(
                "{:?} {}: {}",
                f.severity,
                steps(&f.place),
                f.fault.in_words(HouseStyle::File)
            )
        })
        .collect()
}

/// Asserts that a change breaks exactly one rule, at this place, in these words.
fn one(base: &str, change: &str, to: &str, place: &str, words: &str) {
    let all = found(base, change, to);
    assert_eq!(all.len(), 1, "{to}: {all:#?}");
    assert!(all[0].starts_with(&format!("{place}: ")), "{}", all[0]);
    assert!(all[0].contains(words), "{}", all[0]);
}

#[test]
fn scenarios_that_keep_every_rule_have_no_findings() {
    assert_eq!(found(GROUPS, "", ""), Vec::<String>::new());
    assert_eq!(found(SUMMARY, "", ""), Vec::<String>::new());
    let unknown = found(
        SUMMARY,
        "headcount: 100, fte: 80, average_annual_pay: 90000",
        "headcount: unknown, fte: unknown, average_annual_pay: unknown",
    );
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn a_term_or_a_version_that_cannot_be_is_refused_at_its_place() {
    one(
        SUMMARY,
        "version: 1",
        "version: 0",
        "Error version",
        "version is 0",
    );
    let last = |day: &str| format!("last_day: \"{day}\"");
    let (before, place) = (last("2029-09-30"), "Error term.last_day");
    one(
        SUMMARY,
        &before,
        &last("2024-09-30"),
        place,
        "lies before its first day",
    );
    one(
        SUMMARY,
        &before,
        &last("2075-10-01"),
        place,
        "longer than 50 years",
    );
    assert!(found(SUMMARY, &before, &last("2075-09-30")).is_empty());
    let horizon = |day: &str| format!("title: \"Test\", horizon: \"{day}\"");
    let title = "title: \"Test\"";
    one(
        SUMMARY,
        title,
        &horizon("2025-09-30"),
        "Error horizon",
        "before the term's first day",
    );
    one(
        SUMMARY,
        title,
        &horizon("2075-10-01"),
        "Error horizon",
        "longer than 50 years",
    );
}

#[test]
fn offers_and_what_names_them() {
    let twice = found(GROUPS, "id: \"two\"", "id: \"one\"");
    assert!(
        twice
            .iter()
            .any(|f| f.starts_with("Error offers[1].id: another offer already"))
    );
    one(
        SUMMARY,
        "id: \"one\"",
        "id: \" \"",
        "Error offers[0].id",
        "empty",
    );
    one(
        GROUPS,
        "a: \"one\"",
        "a: \"onw\"",
        "Error a",
        "did you mean \"one\"?",
    );
    one(
        GROUPS,
        "a: \"one\"",
        "a: \"third\"",
        "Error a",
        "offers are \"one\", \"two\"",
    );
    one(
        GROUPS,
        "b: \"two\"",
        "b: \"one\"",
        "Error b",
        "A and B are both \"one\"",
    );
    one(
        GROUPS,
        "counter: \"two\"",
        "counter: \"x\"",
        "Error counter",
        "no offer has the id",
    );
}

#[test]
fn sources_are_listed() {
    let listed = "sources: [(id: \"s\", title: \"Letter\")]";
    let twice = "sources: [(id: \"s\", title: \"Letter\"), (id: \"s\", title: \"L\")]";
    one(
        GROUPS,
        listed,
        twice,
        "Error sources[1].id",
        "already has the id",
    );
    let place = "Error offers[0].clauses[0].source";
    let named = "Percent(6.5), source: \"t\"";
    one(GROUPS, "Percent(6.5)", named, place, "sources are \"s\"");
    one(
        SUMMARY,
        "Percent(6.5)",
        named,
        place,
        "sources are none; add one first",
    );
    let unlisted = found(GROUPS, listed, "sources: [(id: \"other\", title: \"L\")]");
    assert_eq!(unlisted.len(), 2);
    assert!(unlisted[0].starts_with("Error offers[1].sources[0]: no source has the id \"s\""));
    assert!(unlisted[1].starts_with("Error assumptions[0].sources[0]: no source"));
}

#[test]
fn what_is_doubtful_is_told_and_not_refused() {
    let as_of = ("rates_as_of: \"2025-09-30\"", "rates_as_of: \"2025-10-01\"");
    let date = "Warning offers[0].clauses[0].date";
    one(
        SUMMARY,
        as_of.0,
        as_of.1,
        date,
        "make sure it isn't in them already",
    );
    let terms = "Warning offers[0].clauses[0].terms";
    for needs_groups in ["Floor(20)", "GreaterOf(percent: 3, per_hour: 1)"] {
        one(
            SUMMARY,
            "Percent(6.5)",
            needs_groups,
            terms,
            "understates the cost",
        );
        let with_groups = found(GROUPS, "Percent(6.5)", needs_groups);
        assert!(with_groups.iter().all(|told| !told.contains("understates")));
    }
    for no_sense_on_a_summary in [
        "MinimumRate(by_market: [(market: \"North\", rate: 20)], ripple: SamePercent)",
        "HoldSteps(until: \"2027-10-01\")",
    ] {
        let words = "nobody stands on a wage scale";
        one(SUMMARY, "Percent(6.5)", no_sense_on_a_summary, terms, words);
    }
    let share = "Warning workforce.people[1].fte";
    one(
        GROUPS,
        "fte: 50",
        "fte: 51",
        share,
        "not one employee's share",
    );
    one(
        GROUPS,
        "fte: 50",
        "fte: 0.8",
        share,
        "fewer full-time equivalents",
    );
    assert!(found(GROUPS, "fte: 50", "fte: 5").is_empty());
    let passed = "side: Employer, status: Passed((on: \"2025-10-02\"))";
    let status = "Warning offers[0].status";
    one(
        SUMMARY,
        "side: Employer",
        passed,
        status,
        "isn't marked as shared",
    );
    let shared = format!("{passed}, shared: true");
    assert!(found(SUMMARY, "side: Employer", &shared).is_empty());
    let horizon = "title: \"Test\", horizon: \"2026-09-30\"";
    let late = "Warning offers[0].clauses[1].date";
    one(
        GROUPS,
        "title: \"Test\"",
        horizon,
        late,
        "takes effect on 2026-10-01",
    );
    let ratified = "title: \"Test\", ratification: On(\"2030-01-01\")";
    one(
        SUMMARY,
        "title: \"Test\"",
        ratified,
        date,
        "takes effect on 2030-01-01",
    );
}
