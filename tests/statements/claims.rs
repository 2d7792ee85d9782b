//! The fifteen claims of the real case, through the command line, and where each verdict turns.

use counteroffer::explore::claims::Verdict;
use counteroffer::scenario::{People, Precision, Quantity, Scenario};

use super::program::report;
use super::{case, checked, claim_of, d};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Known, Percent, Quoted};

/// Id, finding and verdict. The dollars and percents are the method's, recomputed twice by others.
const TABLE: [(&str, Option<&str>, &str); 15] = [
    ("month", Some("720.00"), "is an input"),
    ("two-months", Some("1440.00"), "holds"),
    ("billion", Some("963794507.39"), "holds"),
    ("sum-employer", Some("21.500000"), "holds"),
    ("most-in-24-months", Some("74.418605"), "holds"),
    ("sum-union", Some("25.000000"), "holds"),
    ("uc-nurses", Some("21.500000"), "holds"),
    ("pool-cap", Some("9.000000"), "depends"),
    ("september-offer", Some("20.000000"), "holds"),
    ("with-steps", None, "cannot be checked"),
    ("members", Some("62000"), "is an input"),
    ("employees", Some("62000"), "holds"),
    ("highest-ever", None, "cannot be checked"),
    ("reserves", None, "cannot be checked"),
    ("savings", None, "cannot be checked"),
];

#[test]
fn the_claims_of_the_case_come_out_as_the_method_states() {
    let report = report("scenarios/kaiser-alliance-2025.ron");
    let claims = report["claims"].as_array().unwrap();
    assert_eq!(claims.len(), TABLE.len());
    for (claim, (id, finding, verdict)) in claims.iter().zip(TABLE) {
        assert_eq!(claim["id"], id);
        assert_eq!(claim["finding"].as_str(), finding, "{id}");
        assert_eq!(claim["verdict"], verdict, "{id}");
        assert!(
            claim["words"]
                .as_str()
                .is_some_and(|words| !words.is_empty())
        );
        assert!(claim["source"].is_string(), "{id} names no source");
    }
    let of = |id: &str| claims.iter().find(|claim| claim["id"] == id).unwrap();
    let billion = &of("billion")["implied"];
    assert_eq!(billion["average_pay"], "137916.41");
    assert_eq!(billion["fte"], "64329.07");
    assert_eq!(billion["payroll"], "8550817520.55");
    assert_eq!(of("sum-employer")["compounded"], "23.338179");
    assert_eq!(of("sum-union")["compounded"], "27.502794");
    assert_eq!(of("september-offer")["compounded"], "21.498182");
    assert_eq!(of("most-in-24-months")["points"]["part"], "16.000000");
    assert_eq!(of("pool-cap")["readings"][1]["finding"], "9.162500");
    assert_eq!(of("pool-cap")["readings"][1]["holds"], false);
    assert_eq!(of("employees")["gap_then"], "948249434.69");
    assert!(
        of("savings")["share_of_gap"]
            .as_str()
            .unwrap()
            .starts_with("23.86")
    );
    assert!(of("reserves").get("share_of_gap").is_none());
}

/// The drawing's own count: 4 of 40 conventions give "nearly a billion".
#[test]
fn nearly_a_billion_comes_out_under_four_of_forty_conventions() {
    let report = report("scenarios/kaiser-alliance-2025.ron");
    let claims = report["claims"].as_array().unwrap();
    let billion = claims.iter().find(|one| one["id"] == "billion").unwrap();
    assert_eq!(billion["conventions_tried"], 40);
    let values: Vec<&str> = billion["conventions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["value"].as_str().unwrap())
        .collect();
    assert_eq!(
        values,
        [
            "963794507.39",
            "931526938.49",
            "948249434.69",
            "916502310.45"
        ]
    );
}

fn with_value(claim: &mut counteroffer::scenario::Claim, value: &str) {
    claim.value = Some(Quoted::from_digits(value).unwrap());
}

#[test]
fn each_verdict_turns_at_its_boundary() {
    let scenario = case();
    // The finding is 963,794,507.3913… to the cent 963,794,507.39.
    let cases = [
        (Precision::Nearly, "963794507.39", Verdict::Holds),
        (Precision::Nearly, "963794507.38", Verdict::DoesNot),
        // 0.9 Q ≤ 963,794,507.39 up to Q = 1,070,882,785.98…
        (Precision::Nearly, "1070882785.98", Verdict::Holds),
        (Precision::Nearly, "1070882786.00", Verdict::DoesNot),
        // ± 5 %: Q from 917,899,530.85 to 1,014,520,534.09.
        (Precision::About, "917899530.85", Verdict::Holds),
        (Precision::About, "917899530.84", Verdict::DoesNot),
        (Precision::About, "1014520534.09", Verdict::Holds),
        (Precision::About, "1014520534.11", Verdict::DoesNot),
        (Precision::Exactly, "963794507.39", Verdict::Holds),
        (Precision::Exactly, "963794507.38", Verdict::DoesNot),
        (Precision::Exactly, "963794507", Verdict::Holds),
        (Precision::Exactly, "963794508", Verdict::DoesNot),
        (Precision::Exactly, "963794507.4", Verdict::Holds),
        (Precision::MoreThan, "963794507.38", Verdict::Holds),
        (Precision::MoreThan, "963794507.39", Verdict::DoesNot),
        (Precision::AtLeast, "963794507.39", Verdict::Holds),
        (Precision::AtLeast, "963794507.40", Verdict::DoesNot),
        (Precision::AtMost, "963794507.39", Verdict::Holds),
        (Precision::AtMost, "963794507.38", Verdict::DoesNot),
        (Precision::LessThan, "963794507.40", Verdict::Holds),
        (Precision::LessThan, "963794507.39", Verdict::DoesNot),
    ];
    for (precision, value, verdict) in cases {
        let mut claim = claim_of(&scenario, "billion");
        claim.precision = precision;
        with_value(&mut claim, value);
        let found = checked(&scenario, &claim).verdict;
        assert_eq!(found, verdict, "{precision:?} {value}");
    }
}

#[test]
fn a_percent_is_exact_to_the_last_digit_quoted() {
    let scenario = case();
    let mut claim = claim_of(&scenario, "sum-employer");
    claim.quantity = Quantity::Compounded {
        offer: scenario.offers[0].id.clone(),
    };
    for (value, holds) in [
        ("23", true),
        ("23.3", true),
        ("23.34", true),
        ("23.33", false),
        ("23.338179", true),
        ("23.338178", false),
        ("24", false),
    ] {
        with_value(&mut claim, value);
        let verdict = checked(&scenario, &claim).verdict;
        assert_eq!(verdict == Verdict::Holds, holds, "{value}");
    }
}

/// Most is more than half: 10.75 of 21.5 points would not do.
#[test]
fn most_is_more_than_half() {
    let mut scenario = case();
    let claim = claim_of(&scenario, "most-in-24-months");
    let first = |scenario: &mut Scenario, percent: &str| {
        let percent = Percent::from_digits(percent).unwrap();
        // In force by September 2027 are the first three raises; the rest is 5.5.
        scenario.offers[0].clauses[0].terms =
            counteroffer::scenario::ClauseTerms::Percent(Known::Known(percent));
    };
    first(&mut scenario, "-4");
    let half = checked(&scenario, &claim);
    assert_eq!(half.finding(), Some(d("50")));
    assert_eq!(half.verdict, Verdict::DoesNot);
    first(&mut scenario, "-3.999999");
    assert_eq!(checked(&scenario, &claim).verdict, Verdict::Holds);
}

/// At 61,000 full-time employees the gap is 948,249,434.69, and the count of the unions is off by 1.6 %.
#[test]
fn the_other_count_gives_the_other_gap() {
    let mut scenario = case();
    let workforce = scenario.workforce_mut();
    let People::Summary { headcount, fte, .. } = &mut workforce.people else {
        panic!("the case is a summary");
    };
    *headcount = Known::Known(61000);
    *fte = Known::Known(counteroffer::units::Fte::from_digits("61000").unwrap());
    let found = checked(&scenario, &claim_of(&scenario, "billion"));
    assert_eq!(super::cents(found.finding().unwrap()), d("948249434.69"));
    assert_eq!(found.verdict, Verdict::Holds);
    let employees = checked(&scenario, &claim_of(&scenario, "employees"));
    assert_eq!(employees.finding(), Some(d("61000")));
    assert!(
        employees.beside.is_empty(),
        "the claim counts the workforce itself"
    );
    let mut members = claim_of(&scenario, "members");
    members.input_of = None;
    assert_eq!(checked(&scenario, &members).verdict, Verdict::DoesNot);
}

/// An offer against a settlement must hold against the settlement and against the number quoted for it.
#[test]
fn a_settlement_is_held_against_both_numbers() {
    let mut scenario = case();
    let mut claim = claim_of(&scenario, "uc-nurses");
    for (value, verdict) in [
        ("21.499999", Verdict::Holds),
        ("21.5", Verdict::DoesNot),
        ("22", Verdict::DoesNot),
    ] {
        with_value(&mut claim, value);
        assert_eq!(checked(&scenario, &claim).verdict, verdict, "{value}");
    }
    with_value(&mut claim, "18.5");
    scenario.settlements[0].total = Some(Percent::from_digits("21.5").unwrap());
    assert_eq!(checked(&scenario, &claim).verdict, Verdict::DoesNot);
    // Boeing's 38 % is above both ways; a settlement between the readings makes it depend.
    scenario.settlements[0].total = None;
    scenario.settlements[0].raises = ["11.5", "12"]
        .map(|percent| counteroffer::scenario::SettledRaise {
            date: None,
            percent: Percent::from_digits(percent).unwrap(),
        })
        .to_vec();
    // 23.5 added up, 24.88 compounded, against 25 and 27.502794.
    claim.quantity = Quantity::AgainstSettlement {
        offer: scenario.offers[1].id.clone(),
        settlement: scenario.settlements[0].name.clone(),
    };
    assert_eq!(checked(&scenario, &claim).verdict, Verdict::Holds);
    scenario.settlements[0]
        .raises
        .push(counteroffer::scenario::SettledRaise {
            date: None,
            percent: Percent::from_digits("1.4").unwrap(),
        });
    // 24.9 added up; compounded 26.628…; still below both. One raise of 1.49 more: 26.39 against 25.
    assert_eq!(checked(&scenario, &claim).verdict, Verdict::Holds);
    scenario.settlements[0].raises[2].percent = Percent::from_digits("1.51").unwrap();
    // 25.01 added up is above 25; compounded 26.765… is below 27.502794.
    assert_eq!(checked(&scenario, &claim).verdict, Verdict::Depends);
}

#[test]
fn a_private_claim_is_not_in_a_shared_copy_and_one_about_a_private_offer_neither() {
    let mut scenario = case();
    scenario.claims[0].shared = false;
    scenario.claims[1].note = "they will drop it".to_owned();
    scenario.offers[2].shared = false;
    scenario.settlements[1].shared = false;
    scenario.counts[0].shared = false;
    let copy = scenario.shared_copy();
    let ids: Vec<&str> = copy.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert!(!ids.contains(&"month"));
    assert!(!ids.contains(&"september-offer"));
    assert!(ids.contains(&"two-months"));
    assert_eq!(ids.len(), 13);
    assert_eq!(copy.settlements.len(), 2);
    assert!(copy.counts.is_empty());
    let told = format!("{copy:?}");
    for private in ["drop it", "Boeing", "boeing-iam"] {
        assert!(!told.contains(private), "{private}");
    }
}
