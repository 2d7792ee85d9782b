//! Pay against prices, month by month, with a band of inflation.

use counteroffer::costing::results::Results;
use counteroffer::explore::real_pay::{RealMonth, real_pay};
use counteroffer::scenario::{CpiMonth, Inflation, Scenario};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, IndexValue, Percent, decimal::round};

use super::{case, d};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// The case with prices of 100 in September 2025 and 101 in October, then 3 % a year.
fn with_prices() -> Scenario {
    let mut scenario = case();
    let month = |month: &str, value: &str| CpiMonth {
        month: date(month),
        value: IndexValue::from_digits(value).unwrap(),
    };
    scenario.inflation = Some(Inflation {
        reference: None,
        index: vec![month("2025-09-01", "100"), month("2025-10-01", "101")],
        projected: Percent::from_digits("3").unwrap(),
    });
    scenario
}

fn months(scenario: &Scenario, band: &str) -> Vec<RealMonth> {
    let results = Results::new(scenario).unwrap();
    let employer = &results.offers[0];
    real_pay(
        scenario,
        &employer.figures,
        &employer.curves.level,
        (date("2025-10-01"), date("2029-09-30")),
        d(band),
    )
}

/// 6.5 % up while prices rose 1 %: 1.065/1.01 − 1 is 5.445545 % more. A year later, before the second raise,
/// prices are 101 × 1.03^(11/12), to three decimals 103.774.
#[test]
fn each_month_is_the_level_over_prices() {
    let found = months(&with_prices(), "1");
    assert_eq!(found.len(), 48);
    assert_eq!(round(found[0].projected, 6), d("1.054455"));
    assert!(found[0].published && !found[1].published);
    assert_eq!(found[0].with_lower, found[0].with_higher);
    assert_eq!(
        round(found[11].projected, 6),
        round(d("106.5") / d("103.774"), 6)
    );
    // With 2 % and 4 %: 101 × 1.02^(11/12) is 102.850, 101 × 1.04^(11/12) is 104.697.
    assert_eq!(
        round(found[11].with_lower, 6),
        round(d("106.5") / d("102.850"), 6)
    );
    assert_eq!(
        round(found[11].with_higher, 6),
        round(d("106.5") / d("104.697"), 6)
    );
    assert_eq!(
        round(found[0].catch_up().unwrap(), 6),
        round((d("1.01") / d("1.065") - d("1")) * d("100"), 6)
    );
}

/// At each contract year's end it is the report's own real wage.
#[test]
fn it_agrees_with_the_report() {
    let scenario = with_prices();
    let results = Results::new(&scenario).unwrap();
    let found = months(&scenario, "0");
    let real = &results.offers[0].figures.real_wage;
    assert_eq!(real.len(), 4);
    for one in real {
        let month = found
            .iter()
            .find(|month| month.month == one.date.first_of_month());
        let off = month.unwrap().projected - one.ratio.unwrap();
        assert!(off.abs() < d("0.0000000001"), "{off}");
        assert_eq!(month.unwrap().projected, month.unwrap().with_higher);
    }
}

#[test]
fn without_an_index_there_is_nothing() {
    assert!(months(&case(), "1").is_empty());
}
