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
use oracle::figures::{Name, Part, Sheet};
use oracle::model::{
    Accrual, Case, Employee, Offer, People, RateUnit, Ratification, Rounding, Side, Status,
};
use oracle::periods::Rule;
use oracle::report::report;
use oracle::terms::{Clause, Terms};

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
    let clauses = raises.iter().map(|(date, percent)| {
        Clause::new(Day::iso(date), Terms::Percent(Some(Dec::parse(percent))))
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
        inflation: None,
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
        rounding: Rounding::None,
        rate_unit: RateUnit::Hour,
        people: summary(62_000, "132,923.08"),
        scales: vec![],
        ladders: vec![],
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

fn figure(sheet: &Sheet, part: Part, name: Name, quoted: &str) {
    let of = format!("{name:?} of {part:?}");
    shows(sheet.value(part, name).unwrap(), quoted, &of);
}

/// One figure of both offers.
fn both(sheet: &Sheet, name: Name, employer: &str, union: &str) {
    figure(sheet, Part::Offer(0), name, employer);
    figure(sheet, Part::Offer(1), name, union);
}

/// One figure of a contract year, counted from 0, of both offers.
fn both_years(sheet: &Sheet, year: usize, name: Name, employer: &str, union: &str) {
    figure(sheet, Part::Year(0, year), name, employer);
    figure(sheet, Part::Year(1, year), name, union);
}

fn raise(offer: usize, clause: usize) -> Part {
    Part::Raise { offer, clause }
}

#[test]
fn the_table_of_both_offers() {
    let sheet = report(&case());
    figure(&sheet, Part::Basis, Name::Payroll, "8,241,230,960.00");
    figure(&sheet, Part::Basis, Name::CostOfOnePercent, "82,412,309.60");
    both(&sheet, Name::SimpleSum, "21.5", "25");
    both(&sheet, Name::Compounded, "23.338179", "27.502794");
    both_years(&sheet, 0, Name::Cash, "535,680,012.40", "741,710,786.40");
    both_years(
        &sheet,
        1,
        Name::Cash,
        "1,152,916,276.53",
        "1,332,339,206.23",
    );
    both_years(
        &sheet,
        2,
        Name::Cash,
        "1,627,297,343.45",
        "1,862,422,598.68",
    );
    both_years(
        &sheet,
        3,
        Name::Cash,
        "1,923,353,192.56",
        "2,266,568,741.03",
    );
    both_years(
        &sheet,
        1,
        Name::Annualized,
        "1,386,601,531.17",
        "1,473,820,538.73",
    );
    both_years(
        &sheet,
        1,
        Name::CarryOver,
        "233,685,254.64",
        "141,481,332.51",
    );
    both(&sheet, Name::Cost, "5,239,246,824.94", "6,203,041,332.33");
    both(&sheet, Name::CostPerFte, "84,503.98", "100,049.05");
    both(
        &sheet,
        Name::PresentValue,
        "4,763,870,012.79",
        "5,646,894,049.81",
    );
    figure(&sheet, raise(0, 0), Name::ValueOfAPoint, "358,724,607.18");
    figure(&sheet, raise(1, 0), Name::ValueOfAPoint, "359,339,130.02");
    figure(&sheet, raise(0, 4), Name::ValueOfAPoint, "98,685,283.03");
    figure(&sheet, raise(1, 4), Name::ValueOfAPoint, "101,036,535.59");
    figure(&sheet, Part::Year(0, 0), Name::Added, "535,680,012.40");
    figure(&sheet, Part::Year(0, 1), Name::Added, "617,236,264.13");
    figure(&sheet, Part::Year(0, 2), Name::Added, "474,381,066.92");
    figure(&sheet, Part::Year(0, 3), Name::Added, "296,055,849.10");
    figure(&sheet, Part::Delay(0, 1), Name::LostPerFte, "720.00");
    figure(&sheet, Part::Delay(0, 2), Name::LostPerFte, "1,440.00");
    figure(&sheet, Part::Delay(0, 5), Name::LostPerFte, "3,600.00");
    figure(&sheet, Part::Delay(0, 5), Name::Lost, "223,200,005.17");
    assert_eq!(sheet.words(Part::Delay(0, 5), Name::Ratified), "2026-03-01");
}

#[test]
fn the_gap_and_its_bars() {
    let sheet = report(&case());
    figure(&sheet, Part::Gap, Name::Cost, "963,794,507.39");
    figure(&sheet, Part::Gap, Name::CostPerFte, "15,545.07");
    figure(&sheet, Part::Why, Name::Size, "809,183,469.18");
    figure(&sheet, Part::Why, Name::Timing, "56,145,781.62");
    figure(&sheet, Part::Why, Name::Compounding, "98,465,256.59");
    for bar in [
        Name::Benefits,
        Name::LumpSums,
        Name::Rounding,
        Name::Steps,
        Name::Pools,
        Name::Floors,
    ] {
        figure(&sheet, Part::Why, bar, "0");
    }
    let mut fewer = case();
    fewer.people = summary(61_000, "132,923.08");
    figure(&report(&fewer), Part::Gap, Name::Cost, "948,249,434.69");
    let each = sheet.value(Part::Gap, Name::CostPerFte).unwrap();
    let billion = (fraction(1_000_000_000) / each).ceil();
    assert_eq!(billion, fraction(64_330));
}

#[test]
fn the_first_raise_that_closes_the_gap() {
    // Cost is a straight line in the first raise, so a point's value leads there exactly.
    let sheet = report(&case());
    let point = sheet.value(raise(0, 0), Name::ValueOfAPoint).unwrap();
    let raise =
        Dec::parse("6.5").to_fraction() + sheet.value(Part::Gap, Name::Cost).unwrap() / point;
    shows(&raise, "9.186725", "first raise");
}

#[test]
fn late_ratification_costs_what_the_method_says_with_and_without_retroactive_pay() {
    let ratified = Ratification::On(Day::iso("2026-03-01"));
    let mut late = case();
    late.offers[0].ratification = Some(ratified);
    late.offers[0].retroactive = Some(true);
    let sheet = report(&late);
    figure(&sheet, Part::Offer(0), Name::Cost, "5,239,246,824.94");
    figure(
        &sheet,
        Part::Offer(0),
        Name::PresentValue,
        "4,761,707,548.88",
    );

    let mut late = case();
    late.offers[1].ratification = Some(ratified);
    let sheet = report(&late);
    assert_eq!(sheet.words(Part::BreakEven, Name::From), "2026-03-01");
    assert_eq!(sheet.words(Part::BreakEven, Name::Days), "456");

    let mut late = case();
    late.ratification = ratified;
    let sheet = report(&late);
    figure(
        &sheet,
        Part::Retroactivity(true, true),
        Name::Cost,
        "963,794,507.39",
    );
    figure(
        &sheet,
        Part::Retroactivity(false, true),
        Name::Cost,
        "1,186,994,512.56",
    );
    figure(
        &sheet,
        Part::Retroactivity(false, false),
        Name::Cost,
        "877,948,351.56",
    );
    figure(
        &sheet,
        Part::Retroactivity(true, false),
        Name::Cost,
        "654,748,346.39",
    );
}

#[test]
fn a_draft_between_the_two_and_their_midpoint_cost_what_the_method_says() {
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
    figure(&sheet, Part::Offer(2), Name::Cost, "5,757,793,624.65");
    assert_eq!(sheet.words(Part::Movement, Name::Counter), "draft");
    figure(&sheet, Part::Movement, Name::Moved, "518,546,799.70");
    figure(&sheet, Part::Movement, Name::MovedShare, "53.8");
    figure(&sheet, Part::Movement, Name::Remains, "445,247,707.69");
    let worths = [
        "2,637,193,907.20",
        "1,602,095,298.62",
        "589,660,075.19",
        "580,225,513.98",
        "348,618,829.65",
    ];
    for (at, worth) in worths.iter().enumerate() {
        figure(&sheet, raise(2, at), Name::Worth, worth);
    }
    figure(&sheet, raise(2, 2), Name::ValueOfAPoint, "244,925,926.11");
    figure(&sheet, Part::Offer(3), Name::Cost, "5,722,131,392.72");
}

#[test]
fn biweekly_accrual_under_each_rule_costs_what_the_method_says() {
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
        both(&sheet, Name::Cost, employer, union);
        if rule == Rule::NearestPeriod {
            assert_eq!(sheet.words(raise(0, 0), Name::TakesEffect), "2025-09-28");
            both(&sheet, Name::BeforeTheTerm, "4,414,945.16", "6,113,000.99");
        }
    }
}

#[test]
fn published_settlements_compound_to_their_published_totals() {
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
    figure(&report(&boeing), Part::Offer(0), Name::Compounded, "43.65");
    let city = with(&[
        ("2025-10-01", "3"),
        ("2026-10-01", "3"),
        ("2027-10-01", "3"),
        ("2028-10-01", "3"),
        ("2029-09-01", "3.25"),
    ]);
    figure(&report(&city), Part::Offer(0), Name::Compounded, "16.21");
    let mut small = with(&[
        ("2025-10-01", "3"),
        ("2026-10-01", "3"),
        ("2027-10-01", "3"),
    ]);
    small.people = summary(10, "100000");
    let sheet = report(&small);
    figure(&sheet, Part::Year(0, 0), Name::Cash, "30000");
    figure(&sheet, Part::Year(0, 1), Name::Cash, "60900");
    figure(&sheet, Part::Year(0, 2), Name::Cash, "92727");
}
