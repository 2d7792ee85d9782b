//! Rules of claims, counts and settlements.

use super::{SUMMARY, found, one};

/// The summary with claims, counts and settlements that keep every rule.
fn with_statements() -> String {
    SUMMARY.replacen(
        "    offers: [",
        r#"    claims: [
        (id: "gap", by: Employer, words: "About $5", quantity: Cost(offer: "one"), value: 5, precision: About),
        (id: "most", by: Union, words: "Most of it", quantity: ShareInForce(offer: "one", by: "2027-01-01"), precision: Most),
        (id: "late", by: Union, words: "$9 lost", source: "s", quantity: Delay(offer: "one", months: 2), value: 9, input_of: "pay"),
        (id: "more", by: Union, words: "More than 3", quantity: AgainstSettlement(offer: "one", settlement: "There"), value: 3, precision: MoreThan),
        (id: "else", by: Union, words: "Reserves", quantity: NotComputed(takes: "accounts")),
    ],
    counts: [(name: "theirs", headcount: 90, fte: unknown, average_annual_pay: 1000)],
    settlements: [
        (name: "There", term: (first_day: "2024-01-01", last_day: "2026-12-31"), raises: [
            (date: "2024-01-01", percent: 3), (percent: 2), (date: "2026-01-01", percent: 1),
        ], total: 6),
        (name: "Total", total: 18.5),
    ],
    assumptions: [(about: "pay", standing: Assumed, why: "none given")],
    sources: [(id: "s", title: "Letter")],
    offers: ["#,
        1,
    )
}

#[test]
fn statements_that_keep_every_rule_have_no_findings() {
    assert_eq!(found(&with_statements(), "", ""), Vec::<String>::new());
}

#[test]
fn a_claim_names_what_is_there() {
    let base = with_statements();
    let cases = [
        ("id: \"gap\"", "id: \" \"", "claims[0].id", "is empty"),
        (
            "id: \"most\"",
            "id: \"gap\"",
            "claims[1].id",
            "another claim",
        ),
        (
            "Cost(offer: \"one\")",
            "Cost(offer: \"on\")",
            "claims[0].quantity.offer",
            "did you mean \"one\"?",
        ),
        (
            "source: \"s\"",
            "source: \"t\"",
            "claims[2].source",
            "no source is called \"t\"",
        ),
        (
            "input_of: \"pay\"",
            "input_of: \"pays\"",
            "claims[2].input_of",
            "did you mean \"pay\"?",
        ),
        (
            "settlement: \"There\"",
            "settlement: \"Their\"",
            "claims[3].quantity.settlement",
            "no settlement is called \"Their\"",
        ),
        (
            "months: 2",
            "months: 0",
            "claims[2].quantity.months",
            "1 or more",
        ),
        (
            "months: 2",
            "months: 48",
            "claims[2].quantity.months",
            "beyond the last day, 2029-09-30",
        ),
        (
            "Cost(offer: \"one\")",
            "Cost(offer: \"one\", over: Year(5))",
            "claims[0].quantity.over",
            "no year 5",
        ),
        (
            "Cost(offer: \"one\")",
            "Gap(over: Year(0))",
            "claims[0].quantity.over",
            "no year 0",
        ),
        (
            "Cost(offer: \"one\"), value: 5, ",
            "Cost(offer: \"one\"), ",
            "claims[0].value",
            "is missing",
        ),
        (
            "value: 5, precision: About",
            "value: -5, precision: Nearly",
            "claims[0].value",
            "above zero",
        ),
        (
            "value: 5, precision: About",
            "precision: Most",
            "claims[0].precision",
            "only a share",
        ),
        (
            "precision: Most",
            "value: 16, precision: Most",
            "claims[1].value",
            "quotes no number",
        ),
        (
            "words: \"About $5\"",
            "words: \"About\n$5\"",
            "claims[0].words",
            "can't be seen",
        ),
    ];
    for (change, to, place, words) in cases {
        one(&base, change, to, &format!("Error {place}"), words);
    }
}

#[test]
fn settlements_and_counts_are_their_own_and_add_up() {
    let base = with_statements();
    let cases = [
        (
            "name: \"theirs\"",
            "name: \"\"",
            "counts[0].name",
            "is empty",
        ),
        (
            "name: \"Total\"",
            "name: \"There\"",
            "settlements[1].name",
            "another settlement",
        ),
        (
            ", total: 18.5",
            "",
            "settlements[1].raises",
            "neither raises nor a total",
        ),
        (
            "total: 6)",
            "total: 7)",
            "settlements[0].total",
            "add up to 6, but the total says 7",
        ),
        (
            "last_day: \"2026-12-31\"",
            "last_day: \"2023-12-31\"",
            "settlements[0].term.last_day",
            "before its first day",
        ),
        (
            "(date: \"2026-01-01\", percent: 1)",
            "(date: \"2023-01-01\", percent: 1)",
            "settlements[0].raises[2].date",
            "comes after a later one",
        ),
    ];
    for (change, to, place, words) in cases {
        let all = found(&base, change, to);
        assert!(
            all.iter()
                .any(|told| told.starts_with(&format!("Error {place}: ")) && told.contains(words)),
            "{to}: {all:#?}"
        );
    }
    let late = found(
        &base,
        "(date: \"2026-01-01\", percent: 1)",
        "(date: \"2027-01-01\", percent: 1)",
    );
    assert_eq!(late.len(), 1);
    assert!(
        late[0].starts_with("Warning settlements[0].raises[2].date"),
        "{late:?}"
    );
}
