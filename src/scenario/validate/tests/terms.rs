//! Rules of terms beyond raises, of clauses left out, and of what a scenario may hold.

use std::fmt::Write as _;

use super::{GROUPS, SUMMARY, found, one};

const RAISE: &str = "(date: \"2025-10-01\", terms: Percent(6.5))";

fn in_place(base: &str, clause: &str) -> Vec<String> {
    found(base, RAISE, clause)
}

#[test]
fn what_is_left_out_may_name_what_the_workforce_lacks() {
    let clause = |counted: bool, terms: &str| {
        format!(
            "(date: \"2025-10-01\", terms: {terms}, scope: (market: [\"West\"]), counted: {counted})"
        )
    };
    for terms in [
        "Percent(2)",
        "MinimumRate(by_market: [(market: \"North\", rate: 61)], ripple: SamePercent)",
        "EquityPool(percent: 2, payroll_of: (market: [\"East\"]), tranches: [\"2025-10-01\"])",
    ] {
        let counted = in_place(GROUPS, &clause(true, terms));
        assert!(
            counted.iter().all(|told| told.starts_with("Error")),
            "{counted:?}"
        );
        assert!(!counted.is_empty());
        let left_out = in_place(GROUPS, &clause(false, terms));
        assert_eq!(left_out.len(), counted.len());
        assert!(
            left_out.iter().all(|told| told.starts_with("Warning")),
            "{left_out:?}"
        );
        // On a summary there is nothing to compare names with.
        assert_eq!(
            in_place(SUMMARY, &clause(false, terms)),
            Vec::<String>::new()
        );
    }
    let index = "inflation: (index: [(month: \"2025-08-01\", value: 320), (month: \"2025-09-01\", value: 321)], projected: 3),";
    let none = GROUPS.replace(index, "");
    let cola = |counted: bool| {
        format!("(date: \"2025-10-01\", terms: Cola(share: 100), counted: {counted})")
    };
    let (counted, left_out) = (in_place(&none, &cola(true)), in_place(&none, &cola(false)));
    assert!(
        counted[0].starts_with("Error") && counted[0].contains("none is given"),
        "{counted:?}"
    );
    assert!(left_out[0].starts_with("Warning"), "{left_out:?}");
}

#[test]
fn what_goes_by_its_own_dates_is_moved_by_no_rule() {
    let stream = "CostStream(amounts: [(date: \"2025-10-01\", amount: 1)])";
    let clause = format!("(date: \"2025-10-01\", terms: {stream}, effective: OnDate)");
    let place = "Warning offers[0].clauses[0].effective";
    one(SUMMARY, RAISE, &clause, place, "goes by its own dates");
}

#[test]
fn what_never_comes_into_force_is_doubted() {
    let late = SUMMARY.replace(
        "title: \"Test\"",
        "title: \"Test\", ratification: On(\"2026-06-01\")",
    );
    let premium = "(date: \"2025-10-01\", terms: Percent(2), until: \"2026-03-01\")";
    let told = found(&late, RAISE, premium);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with(
            "Warning offers[0].clauses[0].until: the raise takes effect on 2026-06-01"
        )
    );
}

#[test]
fn times_of_day_are_times() {
    let side = "side: Employer";
    let passed = |at: &str| {
        format!("side: Employer, shared: true, status: Passed((on: \"2025-10-02\", at: \"{at}\"))")
    };
    for at in ["14:32", "9:15 am", "9:15"] {
        assert_eq!(
            found(SUMMARY, side, &passed(at)),
            Vec::<String>::new(),
            "{at}"
        );
    }
    let place = "Error offers[0].status.at";
    one(
        SUMMARY,
        side,
        &passed("25:00"),
        place,
        "\"25:00\" is no time of day",
    );
    one(
        SUMMARY,
        side,
        &passed("after lunch"),
        place,
        "is no time of day",
    );
}

#[test]
fn a_term_keeps_a_year_from_the_ends_of_the_calendar() {
    let last = "last_day: \"2029-09-30\"";
    let far = SUMMARY
        .replace("2025-10-01", "2199-01-01")
        .replace("2025-09-30", "2198-12-31");
    let told = found(&far, last, "last_day: \"2200-12-31\"");
    assert!(
        told[0].starts_with("Error term.last_day: 2200-12-31 is too close"),
        "{told:?}"
    );
    let early = SUMMARY.replace("2025-09-30", "1900-01-01");
    let told = found(
        &early,
        "first_day: \"2025-10-01\"",
        "first_day: \"1900-01-01\"",
    );
    assert!(
        told[0].starts_with("Error term.first_day: 1900-01-01 is too close"),
        "{told:?}"
    );
}

#[test]
fn yearly_rates_nothing_can_be_computed_with_are_named() {
    let rate = |rate: &str| format!("title: \"Test\", discount_rate: {rate}");
    let place = "Error discount_rate";
    for wrong in ["-99.9", "-51", "400"] {
        one(
            SUMMARY,
            "title: \"Test\"",
            &rate(wrong),
            place,
            "a discount rate of",
        );
    }
    for fine in ["-50", "0", "100"] {
        assert_eq!(
            found(SUMMARY, "title: \"Test\"", &rate(fine)),
            Vec::<String>::new()
        );
    }
}

/// A scenario of many groups, clauses, names and sources, most of them wrong.
fn crowd(groups: usize, clauses: usize, wrong_names: usize, sources: usize) -> String {
    let mut people = String::new();
    for n in 0..groups {
        let _ = write!(
            people,
            "(name: \"Group {n}\", market: \"Market {}\", job: \"Job {}\", headcount: 1, fte: 1, rate: 20),",
            n % 977,
            n % 89
        );
    }
    let names: String = (0..wrong_names).map(|n| format!("\"Grup {n}\",")).collect();
    let mut terms =
        format!("(date: \"2025-10-01\", terms: Percent(1), scope: (group: [{names}])),");
    for n in 1..clauses {
        // Each name is known, and hardly a group has both.
        let _ = write!(
            terms,
            "(date: \"2025-10-01\", terms: Percent(1), scope: (market: [\"Market {}\"], job: [\"Job {}\"]), source: \"wrong {n}\"),",
            n % 977,
            n % 88
        );
    }
    let cited: String = (0..sources).map(|n| format!("\"s{n}\",")).collect();
    let listed: String = (0..sources)
        .map(|n| format!("(id: \"s{n}\", title: \"S\"),"))
        .collect();
    format!(
        "(version: 1, title: \"Test\", term: (first_day: \"2025-10-01\", last_day: \"2029-09-30\"),
        workforce: (rates_as_of: \"2025-09-30\", rounding: Cent, people: Groups([{people}])),
        offers: [(id: \"one\", name: \"One\", side: Union, sources: [{cited}], clauses: [{terms}])],
        sources: [{listed}])"
    )
}

#[test]
fn work_grows_with_the_file_and_not_with_its_square() {
    for (groups, clauses, names, sources) in [
        (70_000, 1, 1, 1),
        (10_000, 1, 1_000, 1),
        (19, 1_000, 2_000, 5_000),
    ] {
        let text = crowd(groups, clauses, names, sources);
        let scenario: crate::scenario::Scenario = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(&text)
            .unwrap();
        let found = super::findings(&scenario);
        assert!(!found.all.is_empty() && found.all.len() <= 4_000);
        // A similar name is looked for a dozen times at most, and a scope looks only at the groups that have
        // its names. Scanning the list for each wrong name or scope looks at millions here.
        let entries = groups + clauses + names + sources;
        assert!(
            found.looked_at > 0 && found.looked_at <= 20 * entries,
            "{groups} groups, {clauses} clauses: {} names looked at",
            found.looked_at
        );
    }
}

#[test]
fn a_hundredfold_of_a_real_contract_is_refused_in_plain_words() {
    let text = crowd(1, 1_001, 1, 1);
    let told = found(&text, "", "");
    assert_eq!(told.len(), 1, "{:?}", told.first());
    assert!(told[0].starts_with(
        "Error offers[0].clauses: 1001 clauses are more than any contract has; at most 1000 are read"
    ));
}

#[test]
fn groups_and_clauses_that_would_take_minutes_together_are_refused() {
    let crowds = [
        (1_000, 250, false),
        (1_000, 300, true),
        (20, 1_000, false),
        (1, 1_000, false),
    ];
    for (groups, clauses, refused) in crowds {
        let told = found(&crowd(groups, clauses, 1, 1), "", "");
        let together = told.iter().any(|one| one.contains("costed together"));
        assert_eq!(together, refused, "{groups} groups, {clauses} clauses");
    }
}

#[test]
fn own_dates_past_the_last_day_are_told() {
    let pool =
        "EquityPool(percent: 2, tranches: [\"2025-10-01\", \"2029-10-01\"], reading: Additive)";
    let stream = "CostStream(amounts: [(date: \"2025-10-01\", amount: 1), (date: \"2031-01-01\", amount: 2)])";
    for (terms, place, day) in [
        (pool, "tranches[1]", "2029-10-01"),
        (stream, "amounts[1].date", "2031-01-01"),
    ] {
        let clause = format!("(date: \"2025-10-01\", terms: {terms})");
        one(
            GROUPS,
            RAISE,
            &clause,
            &format!("Warning offers[0].clauses[0].terms.{place}"),
            &format!(
                "comes on {day}, after the offer's last day, 2029-09-30, so it is in no figure"
            ),
        );
    }
}
