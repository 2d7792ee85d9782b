//! Rules of the workforce, scopes and the price index.

use super::{GROUPS, SUMMARY, found, one};

#[test]
fn scopes_name_groups() {
    let scope = "scope: (unit: [\"RN\"])";
    let names = "Error offers[0].clauses[1].scope.unit[0]";
    one(
        GROUPS,
        scope,
        "scope: (unit: [\"RNs\"])",
        names,
        "did you mean \"RN\"?",
    );
    one(
        GROUPS,
        scope,
        "scope: (unit: [\"Lab\"])",
        names,
        "unit names are \"RN\", \"Pharmacy\"",
    );
    let none = "scope: (unit: [\"RN\"], market: [\"South\"])";
    one(
        GROUPS,
        scope,
        none,
        "Error offers[0].clauses[1].scope",
        "no group matches all",
    );
    let to = "terms: Percent(6.5), scope: (unit: [\"RN\"])";
    let place = "Warning offers[0].clauses[0].scope";
    one(
        SUMMARY,
        "terms: Percent(6.5)",
        to,
        place,
        "a summary, which has no groups",
    );
    let pool = "EquityPool(percent: 2, tranches: [\"2025-10-01\"], payroll_of: (job: [\"x\"]))";
    let place = "Error offers[0].clauses[0].terms.payroll_of.job[0]";
    one(
        GROUPS,
        "Percent(6.5)",
        pool,
        place,
        "no group has the job \"x\"",
    );
}

#[test]
fn groups_and_the_employee() {
    one(
        GROUPS,
        "group: \"RN 1\"",
        "group: \"RN1\"",
        "Error employee.group",
        "did you mean \"RN 1\"?",
    );
    let to = "title: \"Test\", employee: (group: \"RN 1\")";
    one(
        SUMMARY,
        "title: \"Test\"",
        to,
        "Error employee.group",
        "has no groups",
    );
    let place = "Error workforce.people[1].name";
    one(
        GROUPS,
        "name: \"PH 1\"",
        "name: \"RN 1\"",
        place,
        "already called",
    );
    one(GROUPS, "name: \"PH 1\"", "name: \"\"", place, "no name");
    one(
        GROUPS,
        "step: 1",
        "step: 0",
        "Error workforce.people[0].step",
        "count from 1",
    );
    let cent = ("rounding: None", "rounding: Cent");
    one(
        SUMMARY,
        cent.0,
        cent.1,
        "Error workforce.rounding",
        "an average is no real rate",
    );
    let start = GROUPS.find("Groups([").unwrap() + "Groups([".len();
    let end = GROUPS.find("])),\n    baseline").unwrap();
    let empty = found(GROUPS, &GROUPS[start..end], "");
    assert!(
        empty
            .iter()
            .any(|f| f.starts_with("Error workforce.people: the list of groups is empty"))
    );
}

#[test]
fn a_workforce_without_people_or_pay_is_refused() {
    let (people, fte) = ("headcount: 100, fte: 80", "Error workforce.people.fte");
    one(
        SUMMARY,
        people,
        "headcount: 0, fte: 0",
        fte,
        "zero full-time equivalents",
    );
    let pay = "Error workforce.people.average_annual_pay";
    let annual = "average_annual_pay: 90000";
    one(SUMMARY, annual, "average_annual_pay: 0", pay, "above zero");
    one(SUMMARY, annual, "average_annual_pay: -1", pay, "above zero");
    let no_rates = GROUPS.replace("rate: 70.00", "rate: 0");
    one(
        &no_rates,
        "rate: 60.00",
        "rate: 0",
        "Error workforce.people",
        "every rate is zero",
    );
    let nobody = GROUPS.replace("headcount: 50, fte: 50", "headcount: 0, fte: 0");
    let to = "headcount: 0, fte: 0";
    one(
        &nobody,
        "headcount: 100, fte: 80",
        to,
        "Error workforce.people",
        "zero full-time",
    );
    assert!(found(&nobody, "fte: 80", "fte: unknown").is_empty());
}

#[test]
fn months_of_the_price_index_are_firsts_in_order_and_given_once() {
    let (month, place) = ("month: \"2025-09-01\"", "Error inflation.index[1].month");
    one(
        GROUPS,
        month,
        "month: \"2025-09-02\"",
        place,
        "write \"2025-09-01\"",
    );
    one(GROUPS, month, "month: \"2025-08-01\"", place, "given twice");
    one(
        GROUPS,
        month,
        "month: \"2025-07-01\"",
        place,
        "comes after a later one",
    );
    one(
        GROUPS,
        "projected: 3",
        "projected: -100",
        "Error inflation.projected",
        "leaves nothing",
    );
    let rate = "title: \"Test\", discount_rate: -100";
    one(
        SUMMARY,
        "title: \"Test\"",
        rate,
        "Error discount_rate",
        "leaves nothing",
    );
}
