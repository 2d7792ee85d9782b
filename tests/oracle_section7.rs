//! The oracle against the figures the method says must come out: an oracle that misses them
//! can't judge the program.

// A panic in a helper is the failure message, as it is in a test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "oracle/mod.rs"]
mod oracle;

use num_traits::Signed;
use oracle::calendar::Day;
use oracle::compare::readable;
use oracle::exact::{Dec, Fraction, fraction};
use oracle::figures::Sheet;
use oracle::model::{
    Accrual, Case, Clause, Employee, Offer, People, Ratification, Rule, Scope, Side, Status, Terms,
};
use oracle::report::report;

const EMPLOYER: [(&str, &str); 5] = [
    ("2025-10-01", "6.5"),
    ("2026-10-01", "6.5"),
    ("2027-08-01", "3"),
    ("2027-10-01", "2.5"),
    ("2028-10-01", "3"),
];
const UNION: [(&str, &str); 5] = [
    ("2025-10-01", "9"),
    ("2026-10-01", "5"),
    ("2027-04-01", "3"),
    ("2027-10-01", "4"),
    ("2028-10-01", "4"),
];

fn offer(id: &str, side: Side, raises: &[(&str, &str)]) -> Offer {
    let clauses = raises.iter().map(|(date, percent)| Clause {
        date: Day::iso(date),
        terms: Terms::Percent(Some(Dec::parse(percent))),
        scope: Scope::default(),
        effective: None,
    });
    Offer {
        id: id.to_owned(),
        name: id.to_owned(),
        side,
        status: Status::Passed(Day::iso("2025-10-02"), None),
        shared: true,
        effective: None,
        retroactive: None,
        last_day: None,
        ratification: None,
        clauses: clauses.collect(),
    }
}

fn summary(fte: i64, pay: &str) -> People {
    People::Summary {
        headcount: Some(Dec::whole(fte)),
        fte: Some(Dec::whole(fte)),
        annual_pay: Some(Dec::parse(pay)),
    }
}

/// The employer's offer as A, the union's counter as B.
fn case() -> Case {
    Case {
        title: "The case".to_owned(),
        we_are: Side::Neutral,
        first_day: Day::iso("2025-10-01"),
        last_day: Day::iso("2029-09-30"),
        horizon: None,
        accrual: Accrual::Monthly,
        pay_calendar: None,
        hours: Dec::whole(2080),
        ratification: Ratification::OnTime,
        effective: Rule::OnDate,
        retroactive: false,
        discount_rate: Dec::whole(4),
        roll_up: vec![],
        a: Some("employer".to_owned()),
        b: Some("union".to_owned()),
        counter: None,
        employee: Employee {
            rate: None,
            fte: Dec::whole(1),
            group: None,
        },
        rates_as_of: Day::iso("2025-09-30"),
        to_cents: false,
        people: summary(62_000, "132,923.08"),
        baseline: vec![],
        offers: vec![
            offer("employer", Side::Employer, &EMPLOYER),
            offer("union", Side::Union, &UNION),
        ],
    }
}

/// Asserts a value rounded, half away from zero, to the decimals it is quoted with.
fn shows(value: &Fraction, quoted: &str, of: &str) {
    let quote = Dec::parse(quoted);
    let half = Dec::new(5, quote.scale + 1).to_fraction();
    let apart = (value - quote.to_fraction()).abs();
    assert!(
        apart <= half,
        "{of}: quoted {quoted}, comes out at {}",
        readable(Some(value))
    );
}

fn figure(sheet: &Sheet, name: &str, quoted: &str) {
    shows(sheet.value(name).unwrap(), quoted, name);
}

fn both(sheet: &Sheet, name: &str, employer: &str, union: &str) {
    figure(sheet, &format!("offers.0.{name}"), employer);
    figure(sheet, &format!("offers.1.{name}"), union);
}

#[test]
fn the_table_of_both_offers() {
    let sheet = report(&case());
    figure(&sheet, "basis.payroll", "8,241,230,960.00");
    figure(&sheet, "basis.cost_of_one_percent", "82,412,309.60");
    both(&sheet, "simple_sum", "21.5", "25");
    both(&sheet, "compounded", "23.338179", "27.502794");
    both(&sheet, "years.0.cash", "535,680,012.40", "741,710,786.40");
    both(
        &sheet,
        "years.1.cash",
        "1,152,916,276.53",
        "1,332,339,206.23",
    );
    both(
        &sheet,
        "years.2.cash",
        "1,627,297,343.45",
        "1,862,422,598.68",
    );
    both(
        &sheet,
        "years.3.cash",
        "1,923,353,192.56",
        "2,266,568,741.03",
    );
    both(
        &sheet,
        "years.1.annualized",
        "1,386,601,531.17",
        "1,473,820,538.73",
    );
    both(
        &sheet,
        "years.1.carry_over",
        "233,685,254.64",
        "141,481,332.51",
    );
    both(&sheet, "cost", "5,239,246,824.94", "6,203,041,332.33");
    both(&sheet, "cost_per_fte", "84,503.98", "100,049.05");
    both(
        &sheet,
        "present_value",
        "4,763,870,012.79",
        "5,646,894,049.81",
    );
    both(
        &sheet,
        "raises.0.value_of_a_point",
        "358,724,607.18",
        "359,339,130.02",
    );
    both(
        &sheet,
        "raises.4.value_of_a_point",
        "98,685,283.03",
        "101,036,535.59",
    );
    figure(&sheet, "offers.0.years.0.added", "535,680,012.40");
    figure(&sheet, "offers.0.years.1.added", "617,236,264.13");
    figure(&sheet, "offers.0.years.2.added", "474,381,066.92");
    figure(&sheet, "offers.0.years.3.added", "296,055,849.10");
    figure(&sheet, "offers.0.delay.1.lost_per_fte", "720.00");
    figure(&sheet, "offers.0.delay.2.lost_per_fte", "1,440.00");
    figure(&sheet, "offers.0.delay.5.lost_per_fte", "3,600.00");
    figure(&sheet, "offers.0.delay.5.lost", "223,200,005.17");
    assert_eq!(sheet.words("offers.0.delay.5.ratified"), "2026-03-01");
}

#[test]
fn the_gap_and_its_bars() {
    let sheet = report(&case());
    figure(&sheet, "gap.cost", "963,794,507.39");
    figure(&sheet, "gap.cost_per_fte", "15,545.07");
    figure(&sheet, "gap.why.size", "809,183,469.18");
    figure(&sheet, "gap.why.timing", "56,145,781.62");
    figure(&sheet, "gap.why.compounding", "98,465,256.59");
    for bar in ["lump_sums", "rounding", "floors"] {
        figure(&sheet, &format!("gap.why.{bar}"), "0");
    }
    let mut fewer = case();
    fewer.people = summary(61_000, "132,923.08");
    figure(&report(&fewer), "gap.cost", "948,249,434.69");
    let each = sheet.value("gap.cost_per_fte").unwrap();
    let billion = (fraction(1_000_000_000) / each).ceil();
    assert_eq!(billion, fraction(64_330));
}

#[test]
fn the_first_raise_that_closes_the_gap() {
    // Cost is a straight line in the first raise, so a point's value leads there exactly.
    let sheet = report(&case());
    let point = sheet.value("offers.0.raises.0.value_of_a_point").unwrap();
    let raise = Dec::parse("6.5").to_fraction() + sheet.value("gap.cost").unwrap() / point;
    shows(&raise, "9.186725", "first raise");
}

#[test]
fn late_ratification() {
    let ratified = Ratification::On(Day::iso("2026-03-01"));
    let mut late = case();
    late.offers[0].ratification = Some(ratified);
    late.offers[0].retroactive = Some(true);
    let sheet = report(&late);
    figure(&sheet, "offers.0.cost", "5,239,246,824.94");
    figure(&sheet, "offers.0.present_value", "4,761,707,548.88");

    let mut late = case();
    late.offers[1].ratification = Some(ratified);
    let sheet = report(&late);
    assert_eq!(sheet.words("gap.break_even.from"), "2026-03-01");
    assert_eq!(sheet.words("gap.break_even.days"), "456");

    let mut late = case();
    late.ratification = ratified;
    let sheet = report(&late);
    figure(&sheet, "gap.retroactivity.true.true", "963,794,507.39");
    figure(&sheet, "gap.retroactivity.false.true", "1,186,994,512.56");
    figure(&sheet, "gap.retroactivity.false.false", "877,948,351.56");
    figure(&sheet, "gap.retroactivity.true.false", "654,748,346.39");
}

#[test]
fn a_draft_between_the_two_and_their_midpoint() {
    let mut between = case();
    let mut draft = offer(
        "draft",
        Side::Neutral,
        &[
            ("2025-10-01", "8"),
            ("2026-10-01", "6"),
            ("2027-04-01", "2.5"),
            ("2027-10-01", "3"),
            ("2028-10-01", "3.5"),
        ],
    );
    draft.status = Status::Draft;
    let midpoint = offer(
        "midpoint",
        Side::Neutral,
        &[
            ("2025-10-01", "7.75"),
            ("2026-10-01", "5.75"),
            ("2027-06-01", "3"),
            ("2027-10-01", "3.25"),
            ("2028-10-01", "3.5"),
        ],
    );
    between.offers.extend([draft, midpoint]);
    let sheet = report(&between);
    figure(&sheet, "offers.2.cost", "5,757,793,624.65");
    assert_eq!(sheet.words("gap.movement.counter"), "draft");
    figure(&sheet, "gap.movement.moved", "518,546,799.70");
    figure(&sheet, "gap.movement.moved_share", "53.8");
    figure(&sheet, "gap.movement.remains", "445,247,707.69");
    let worths = [
        "2,637,193,907.20",
        "1,602,095,298.62",
        "589,660,075.19",
        "580,225,513.98",
        "348,618,829.65",
    ];
    for (at, worth) in worths.iter().enumerate() {
        figure(&sheet, &format!("offers.2.raises.{at}.worth"), worth);
    }
    figure(
        &sheet,
        "offers.2.raises.2.value_of_a_point",
        "244,925,926.11",
    );
    figure(&sheet, "offers.3.cost", "5,722,131,392.72");
}

#[test]
fn biweekly_accrual_under_each_rule() {
    let costs = [
        (Rule::OnDate, "5,258,239,355.77", "6,225,587,885.26"),
        (
            Rule::FirstPeriodOnOrAfter,
            "5,214,733,516.42",
            "6,165,680,309.13",
        ),
        (
            Rule::FirstPeriodAfter,
            "5,203,948,043.13",
            "6,165,680,309.13",
        ),
        (Rule::NearestPeriod, "5,273,508,220.76", "6,246,743,028.95"),
    ];
    for (rule, employer, union) in costs {
        let mut biweekly = case();
        biweekly.accrual = Accrual::Biweekly(Day::iso("2025-09-28"));
        biweekly.effective = rule;
        let sheet = report(&biweekly);
        both(&sheet, "cost", employer, union);
        if rule == Rule::NearestPeriod {
            assert_eq!(sheet.words("offers.0.raises.0.takes_effect"), "2025-09-28");
            both(&sheet, "before_the_term", "4,414,945.16", "6,113,000.99");
        }
    }
}

#[test]
fn published_settlements() {
    let with = |raises: &[(&str, &str)]| {
        let mut case = case();
        case.a = None;
        case.offers = vec![offer("settled", Side::Neutral, raises)];
        case.b = None;
        case
    };
    let boeing = with(&[
        ("2025-10-01", "13"),
        ("2026-10-01", "9"),
        ("2027-10-01", "9"),
        ("2028-10-01", "7"),
    ]);
    figure(&report(&boeing), "offers.0.compounded", "43.65");
    let city = with(&[
        ("2025-10-01", "3"),
        ("2026-10-01", "3"),
        ("2027-10-01", "3"),
        ("2028-10-01", "3"),
        ("2029-09-01", "3.25"),
    ]);
    figure(&report(&city), "offers.0.compounded", "16.21");
    let mut small = with(&[
        ("2025-10-01", "3"),
        ("2026-10-01", "3"),
        ("2027-10-01", "3"),
    ]);
    small.people = summary(10, "100000");
    let sheet = report(&small);
    figure(&sheet, "offers.0.years.0.cash", "30000");
    figure(&sheet, "offers.0.years.1.cash", "60900");
    figure(&sheet, "offers.0.years.2.cash", "92727");
}
