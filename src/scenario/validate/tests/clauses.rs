//! Rules of clauses and pay periods.

use super::{GROUPS, SUMMARY, found, one};

#[test]
fn clauses_lie_in_their_offers_term() {
    let (date, place) = ("(date: \"2025-10-01\"", "Error offers[0].clauses[0].date");
    let words = "outside the offer's term, 2025-10-01 to 2029-09-30";
    one(SUMMARY, date, "(date: \"2029-10-01\"", place, words);
    // Before the term a clause counts, apart from its figures; only the rates may hold it already.
    let dated = |day: &str, as_of: &str| {
        let text = SUMMARY.replace("rates_as_of: \"2025-09-30\"", as_of);
        found(&text, date, &format!("(date: \"{day}\""))
    };
    let early = dated("2025-08-01", "rates_as_of: \"2025-06-30\"");
    assert_eq!(early, Vec::<String>::new());
    let doubted = dated("2025-08-01", "rates_as_of: \"2025-09-30\"");
    assert!(
        matches!(&doubted[..], [one] if one.starts_with("Warning offers[0].clauses[0].date")
            && one.contains("counts on top of the rates as of 2025-09-30")),
        "{doubted:?}"
    );
    let side = "side: Employer,";
    let ends = |day: &str| format!("side: Employer, last_day: \"{day}\",");
    one(
        SUMMARY,
        side,
        &ends("2025-09-30"),
        "Error offers[0].last_day",
        "before the term's first",
    );
    one(
        SUMMARY,
        side,
        &ends("2075-10-01"),
        "Error offers[0].last_day",
        "longer than 50 years",
    );
    let later = SUMMARY.replace("(date: \"2025-10-01\"", "(date: \"2030-09-30\"");
    let found = found(&later, side, &ends("2030-09-30"));
    assert!(found.iter().all(|f| f.starts_with("Warning")), "{found:?}");
}

#[test]
fn a_raise_stays_between_minus_50_and_100_percent() {
    let (raise, place) = ("Percent(6.5)", "Error offers[0].clauses[0].terms");
    for (percent, wrong) in [
        ("-50", false),
        ("-50.01", true),
        ("100", false),
        ("100.5", true),
    ] {
        let to = format!("Percent({percent})");
        if wrong {
            one(SUMMARY, raise, &to, place, "outside \u{2212}50 % to 100 %");
        } else {
            assert!(found(SUMMARY, raise, &to).is_empty());
        }
    }
    let greater = "GreaterOf(percent: 101, per_hour: 1)";
    one(
        GROUPS,
        raise,
        greater,
        "Error offers[0].clauses[0].terms.percent",
        "101 %",
    );
    let cola = "Cola(share: 100, floor: 3, cap: 2)";
    one(
        GROUPS,
        raise,
        cola,
        "Error offers[0].clauses[0].terms.floor",
        "above the most",
    );
    let pool = "EquityPool(percent: 2.5, tranches: [])";
    one(
        GROUPS,
        raise,
        pool,
        "Error offers[0].clauses[0].terms.tranches",
        "tranches is empty",
    );
}

#[test]
fn the_baseline_holds_raises_only() {
    let raise = "baseline: [(date: \"2025-06-01\", terms: Percent(2))]";
    for (terms, name) in [
        ("LumpSum(amount: PerHead(1))", "lump sum"),
        (
            "Benefit(today: 1, values: [], participants: 1, attainment: 100, basis: PerHead)",
            "benefit",
        ),
        ("CostStream(amounts: [])", "cost stream"),
    ] {
        let to = format!("baseline: [(date: \"2025-06-01\", terms: {terms})]");
        one(GROUPS, raise, &to, "Error baseline[0].terms", name);
    }
    let to = "baseline: [(date: \"2025-06-01\", terms: Percent(101))]";
    one(GROUPS, raise, to, "Error baseline[0].terms", "101 %");
}

#[test]
fn pay_periods_where_a_rule_needs_them() {
    let (title, words) = ("title: \"Test\"", "no pay periods are given");
    let rule = "title: \"Test\", effective: NearestPeriod";
    one(SUMMARY, title, rule, "Error effective", words);
    let unused = SUMMARY.replace(
        "terms: Percent(6.5)",
        "terms: Percent(6.5), effective: OnDate",
    );
    assert!(found(&unused, title, rule).is_empty());
    let side = (
        "side: Employer",
        "side: Employer, effective: FirstPeriodAfter",
    );
    one(SUMMARY, side.0, side.1, "Error offers[0].effective", words);
    let clause = (
        "terms: Percent(6.5)",
        "terms: Percent(6.5), effective: FirstPeriodOnOrAfter",
    );
    one(
        SUMMARY,
        clause.0,
        clause.1,
        "Error offers[0].clauses[0].effective",
        words,
    );
    let calendar =
        "title: \"Test\", effective: NearestPeriod, pay_calendar: (first_day: \"2025-09-28\")";
    assert!(found(SUMMARY, title, calendar).is_empty());
    let two = |day: &str| {
        format!(
            "title: \"Test\", accrual: Biweekly(first_day: \"2025-09-28\"), pay_calendar: (first_day: \"{day}\")"
        )
    };
    assert!(found(SUMMARY, title, &two("2025-10-12")).is_empty());
    let place = "Error pay_calendar.first_day";
    one(
        SUMMARY,
        title,
        &two("2025-10-05"),
        place,
        "not those of the biweekly accrual",
    );
}
