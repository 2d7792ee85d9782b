//! Scenarios that are hard to lay out.

use counteroffer::files::parse_scenario;
use counteroffer::scenario::{Claim, Ledger, OfferId, Quantity, Ratification, Scenario};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, Money};

use crate::screen;

/// The case with ten offers under names as long as offices write them.
pub fn crowded() -> Scenario {
    let mut scenario = screen::example();
    for number in 0..8_usize {
        let mut offer = scenario.offers[number % 2].clone();
        offer.id = OfferId(format!("other-{number}"));
        offer.name =
            format!("Comprehensive economic counterproposal of the coalition, no. {number}");
        scenario.offers.push(offer);
    }
    scenario.offers[0].name =
        "Last, best and final offer of the Regional Hospital Employers\u{2019} Association"
            .to_owned();
    scenario.offers[1].name =
        "Counterproposal of the United Nurses and Allied Professionals, Locals 1 to 23".to_owned();
    with_statements(&mut scenario);
    scenario
}

/// Thirty statements in long sentences, and settlements under long names.
fn with_statements(scenario: &mut Scenario) {
    let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
    let case = parse_scenario(text).unwrap();
    scenario.counts = case.counts;
    scenario.settlements = case.settlements;
    for settlement in &mut scenario.settlements {
        let name = format!("{} with its Regional Affiliates", settlement.name);
        for claim in case.claims.iter() {
            if let Quantity::AgainstSettlement {
                settlement: about, ..
            } = &claim.quantity
                && *about == settlement.name
            {
                let mut claim = claim.clone();
                if let Quantity::AgainstSettlement { settlement, .. } = &mut claim.quantity {
                    settlement.clone_from(&name);
                }
                scenario.claims.push(claim);
            }
        }
        settlement.name = name;
    }
    let there = |claim: &&Claim| {
        let offer = claim.quantity.offer();
        offer.is_none_or(|id| scenario.offers.iter().any(|offer| offer.id == *id))
            && !matches!(claim.quantity, Quantity::AgainstSettlement { .. })
    };
    let kept: Vec<Claim> = case.claims.iter().filter(there).cloned().collect();
    for number in 0..30_usize {
        let mut claim = kept[number % kept.len()].clone();
        claim.id = format!("claim-{number}");
        claim.source = None;
        claim.shared = number % 2 == 0;
        claim.words = format!(
            "{}, as the parties have said again and again in every one of the open sessions of this year",
            claim.words
        );
        scenario.claims.push(claim);
    }
}

fn made(title: &str, term: &str, rest: &str) -> Scenario {
    let text = format!(
        "#![enable(implicit_some)]\n(version: 1, title: \"{title}\", term: {term}, {rest})"
    );
    parse_scenario(&text).unwrap()
}

const FOUR_YEARS: &str = "(first_day: \"2025-10-01\", last_day: \"2029-09-30\")";

fn summary(employees: &str, fte: &str, pay: &str) -> String {
    format!(
        "workforce: (rates_as_of: \"2025-09-30\", rounding: None, people: Summary(headcount: {employees}, \
         fte: {fte}, average_annual_pay: {pay}))"
    )
}

fn offer(id: &str, name: &str, side: &str, clauses: &[String]) -> String {
    format!(
        "(id: \"{id}\", name: \"{name}\", side: {side}, status: Draft, shared: true, clauses: [{}])",
        clauses.join(", ")
    )
}

fn raises(percents: &[&str]) -> Vec<String> {
    let years = (2025..).zip(percents);
    years
        .map(|(year, percent)| format!("(date: \"{year}-10-01\", terms: Percent({percent}))"))
        .collect()
}

/// Ten drafts whose names differ in their middle only, with raises on many days and lump sums on one.
pub fn ten_drafts() -> Scenario {
    let name = |number: usize| {
        format!("Comprehensive package proposal {number:02} of the joint bargaining committee")
    };
    let offers = (0..10_usize).map(|number| {
        let days = ["10-01", "04-01", "08-01", "10-01"];
        let mut clauses: Vec<String> = (0..4_usize)
            .map(|year| {
                let day = days[(number + year) % days.len()];
                let percent = 2.0 + ((number * 3 + year * 7) % 9) as f32 / 2.0;
                format!(
                    "(date: \"{}-{day}\", terms: Percent({percent}))",
                    if day == "10-01" {
                        2025 + year
                    } else {
                        2026 + year
                    }
                )
            })
            .collect();
        if number % 3 == 0 {
            clauses
                .push("(date: \"2026-01-01\", terms: LumpSum(amount: PerHead(1500)))".to_owned());
        }
        let side = ["Employer", "Union", "Neutral"][number % 3];
        offer(
            &format!("offer-{number}"),
            &name(number + 1),
            side,
            &clauses,
        )
    });
    let offers = offers.collect::<Vec<_>>().join(", ");
    let workforce = summary("4210", "3890.5", "78250.11");
    let rest = format!(
        "a: \"offer-3\", b: \"offer-7\", counter: \"offer-5\", {workforce}, offers: [{offers}]"
    );
    made("Comprehensive successor agreement", FOUR_YEARS, &rest)
}

/// Ten years, and in one offer two raises in each.
pub fn ten_years() -> Scenario {
    let twice: Vec<String> = (2026..2036)
        .flat_map(|year| [(year - 1, "10"), (year, "04")])
        .map(|(year, month)| format!("(date: \"{year}-{month}-01\", terms: Percent(1.25))"))
        .collect();
    let offers = [
        offer(
            "a",
            "Employer",
            "Employer",
            &raises(&["2", "2.25", "2.5", "2", "3", "2", "2", "1.5", "2", "2"]),
        ),
        offer(
            "b",
            "Union",
            "Union",
            &raises(&["4", "3.25", "3.5", "3", "3", "3", "3", "3", "3", "3"]),
        ),
        offer("c", "Mediator", "Neutral", &twice),
    ];
    let term = "(first_day: \"2025-10-01\", last_day: \"2035-09-30\")";
    let rest = format!(
        "a: \"a\", b: \"b\", counter: \"c\", {}, offers: [{}]",
        summary("1200", "1100", "61000"),
        offers.join(", ")
    );
    made("Ten years", term, &rest)
}

/// Forty groups under long names in markets with long names; terms of many kinds.
pub fn forty_groups() -> Scenario {
    let markets = [
        "Northern California and Nevada metropolitan market",
        "Southern Oregon",
        "Hawaii and the outer islands",
        "Washington",
    ];
    let groups = (0..40_usize).map(|number| {
        format!(
            "(name: \"Registered nurses and allied professionals of medical center {number:02}, night shift\", \
             market: \"{}\", unit: \"United Nurses Local {} and Affiliates\", job: \"Registered nurse, intensive care\", \
             headcount: {}, fte: {}, rate: {}.37)",
            markets[number % 4],
            number % 5,
            20 + number * 7,
            18 + number * 6,
            25 + number
        )
    });
    let groups = groups.collect::<Vec<_>>().join(", ");
    let mut first = raises(&["3", "3"]);
    first.push(
        "(date: \"2026-04-01\", terms: PerHour(1.25), scope: (market: [\"Southern Oregon\"]))"
            .to_owned(),
    );
    first.push("(date: \"2027-01-01\", terms: LumpSum(amount: Prorated(750)))".to_owned());
    let mut second = raises(&["6"]);
    second.extend([
        "(date: \"2026-10-01\", terms: GreaterOf(percent: 4, per_hour: 2.10))".to_owned(),
        "(date: \"2027-10-01\", terms: Cola(share: 100, floor: 2, cap: 4))".to_owned(),
        "(date: \"2026-01-01\", terms: Contribution(name: \"Defined contribution retirement plan of the Association\", today: 1.25, values: [(date: \"2026-01-01\", value: 1.5)], when: Dated))".to_owned(),
        "(date: \"2027-03-15\", terms: Payout(on: [\"2027-03-15\", \"2028-03-15\"], amount: 1200, today: 1000, participants: 6500, basis: PerHead, likelihood: 25, goals: [(name: \"Quality\", share: 100, reached: 80)], when: Dated))".to_owned(),
    ]);
    let offers = [
        offer(
            "a",
            "Employer last, best and final offer of the Regional Hospital Association",
            "Employer",
            &first,
        ),
        offer(
            "b",
            "Counterproposal of the United Nurses and Allied Professionals, Locals 1 to 23",
            "Union",
            &second,
        ),
    ];
    let rest = format!(
        "a: \"a\", b: \"b\", employee: (fte: 1, group: \"Registered nurses and allied professionals of medical center 05, night shift\"), \
         workforce: (rates_as_of: \"2025-09-30\", rounding: Cent, people: Groups([{groups}])), \
         inflation: (index: [(month: \"2025-08-01\", value: 323.4)], projected: 2.8), offers: [{}]",
        offers.join(", ")
    );
    made("Forty groups", FOUR_YEARS, &rest)
}

/// Pay is cut, in one offer and then more in the draft.
pub fn cuts() -> Scenario {
    let offers = [
        offer(
            "a",
            "Furlough and cut",
            "Employer",
            &raises(&["-5", "-2.5", "1"]),
        ),
        offer("b", "Freeze", "Union", &raises(&["0", "0", "0.5"])),
        offer("c", "Counter", "Union", &raises(&["-1", "-12", "0", "10"])),
    ];
    let rest = format!(
        "a: \"a\", b: \"b\", counter: \"c\", {}, offers: [{}]",
        summary("340", "331", "71003"),
        offers.join(", ")
    );
    made("Cuts", FOUR_YEARS, &rest)
}

/// Offers of a workforce of which nothing is known.
pub fn offers_alone() -> Scenario {
    two(&summary("Unknown", "Unknown", "Unknown"), "")
}

/// Amounts in trillions of francs.
pub fn trillions() -> Scenario {
    two(
        &summary("9000000", "8800000", "1250000"),
        "currency: (symbol: \"CHF\", code: \"CHF\"), ",
    )
}

fn two(workforce: &str, more: &str) -> Scenario {
    let offers = [
        offer("a", "Employer", "Employer", &raises(&["3", "3"])),
        offer("b", "Union", "Union", &raises(&["9", "12.25", "4"])),
    ];
    let rest = format!(
        "{more}a: \"a\", b: \"b\", {workforce}, offers: [{}]",
        offers.join(", ")
    );
    made("Two offers", FOUR_YEARS, &rest)
}

/// One offer, and nothing it could be compared with.
pub fn one_offer() -> Scenario {
    let rest = format!(
        "a: \"a\", {}, offers: [{}]",
        summary("340", "331", "71003"),
        offer("a", "Tentative agreement", "Neutral", &raises(&["3", "3"]))
    );
    made("One offer", FOUR_YEARS, &rest)
}

/// The case as it ships.
pub fn case() -> Scenario {
    parse_scenario(include_str!("../../scenarios/kaiser-alliance-2025.ron")).unwrap()
}

/// Groups on scales, with terms of every kind.
pub fn five_markets() -> Scenario {
    parse_scenario(include_str!("../../scenarios/five-markets.ron")).unwrap()
}

/// Groups in five markets, ratified fourteen months late: a line of its own stands among the heads.
pub fn ratified_late() -> Scenario {
    let mut scenario = five_markets();
    let day = Date::parse("2026-12-10").unwrap();
    scenario.ratification = Ratification::On(day);
    scenario
}

/// Two groups whose pay is far above what the ledger says it is.
pub fn over_the_ledger() -> Scenario {
    let mut scenario = parse_scenario(include_str!("../faults/per-hour-four.ron")).unwrap();
    scenario.set_ledger(Some(Ledger {
        headcount: Some(12),
        payroll: Some(Money::from_digits("15273000").unwrap()),
        source: "General ledger of the fiscal year, account 5100 and those below it".to_owned(),
        ..Ledger::default()
    }));
    scenario
}
