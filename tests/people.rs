//! A strike, its break-even, and real wages: figures the report doesn't print, against sums made here
//! from their definitions.

#![allow(clippy::unwrap_used)]

use counteroffer::costing::employee::{EmployeePay, looked_at};
use counteroffer::costing::price_index::index_of;
use counteroffer::costing::real_wage::real_wages;
use counteroffer::costing::schedule::Timing;
use counteroffer::costing::strike::{Strike, loss, paid_off};
use counteroffer::costing::{Model, OfferCost};
use counteroffer::files::example;
use counteroffer::scenario::{CpiMonth, Inflation, Scenario};
use counteroffer::units::{Date, IndexValue, Percent};
use rust_decimal::Decimal;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn pay(model: &Model<'_>, offer: usize) -> EmployeePay {
    let looked = looked_at(model).unwrap().unwrap();
    let offer = &model.scenario.offers[offer];
    let timing = Timing::of(model.scenario, offer);
    EmployeePay::new(model, &looked, &model.events(offer).unwrap(), timing)
        .unwrap()
        .unwrap()
}

/// Ten days of October are 10/31 of a month's pay of $132,923.08 / 12.
#[test]
fn a_strike_loses_the_baseline_pay_of_its_days() {
    let scenario = example().unwrap();
    let model = Model::new(&scenario).unwrap();
    let strike = Strike {
        first_day: day("2025-10-14"),
        last_day: day("2025-10-23"),
    };
    let lost = loss(&model, &pay(&model, 1), strike).unwrap();
    let expected = d("132923.08") / d("12") * d("10") / d("31");
    assert!(
        (lost - expected).abs() < d("0.000001"),
        "{lost}, not {expected}"
    );
}

/// The day found is the first from which no later day falls behind, by looking at every day.
#[test]
fn a_strike_has_paid_off_when_no_later_day_is_behind() {
    let scenario = example().unwrap();
    let model = Model::new(&scenario).unwrap();
    let (a, b) = (pay(&model, 0), pay(&model, 1));
    for days in [1, 5, 10, 30, 60, 150, 400] {
        let strike = Strike {
            first_day: day("2025-11-03"),
            last_day: day("2025-11-03").plus_days(days - 1),
        };
        let found = paid_off(&model, &a, &b, strike).unwrap();
        let lost = loss(&model, &b, strike).unwrap();
        let horizon = model.horizon();
        // Decimals give up their last digits; the program compares whole numbers. A strike of one day
        // is paid off to the very cent on 10 November, so the slack matters.
        let slack = d("0.000000001");
        let ahead = |on: Date| {
            let ahead = b.earned(&model, on).unwrap() - a.earned(&model, on).unwrap();
            ahead >= lost - slack
        };
        let mut expected = None;
        let mut on = horizon;
        while on >= strike.last_day && ahead(on) {
            expected = Some(on);
            on = on.plus_days(-1);
        }
        assert_eq!(found.date, expected, "a strike of {days} days");
        assert_eq!(
            found.days,
            expected.map(|date| strike.last_day.days_until(date))
        );
    }
}

fn with_prices() -> Scenario {
    let mut scenario = example().unwrap();
    let month = |month: &str, value: &str| CpiMonth {
        month: day(month),
        value: IndexValue::new(d(value)).unwrap(),
    };
    scenario.inflation = Some(Inflation {
        reference: None,
        index: vec![month("2025-09-01", "320"), month("2025-10-01", "321.6")],
        projected: Percent::new(d("3")).unwrap(),
    });
    scenario
}

/// 6.5 % more pay against 0.5 % higher prices: 1.065 / 1.005, and what would be left to catch up.
#[test]
fn real_wages_divide_pay_by_prices() {
    let scenario = with_prices();
    let model = Model::new(&scenario).unwrap();
    let offer = &scenario.offers[0];
    let events = model.events(offer).unwrap();
    let costed = OfferCost::part(&model, &model.part, &events).unwrap();
    let real = real_wages(&model, offer, &costed, &[day("2025-10-20")])
        .unwrap()
        .remove(0)
        .unwrap();
    let expected = d("1.065") / d("1.005");
    assert!((real.ratio - expected).abs() < d("0.0000000001"));
    let catch_up = (d("1") / expected - d("1")) * d("100");
    assert!((real.catch_up - catch_up).abs() < d("0.0000000001"));
}

/// A year after the last published month the index is 3 % higher, rounded to three decimals:
/// 321.6 × 1.03 = 331.248; half a year: 321.6 × √1.03 = 326.3883… .
#[test]
fn prices_are_carried_on_to_three_decimals() {
    let scenario = with_prices();
    let inflation = scenario.inflation.as_ref().unwrap();
    assert_eq!(index_of(inflation, day("2026-10-15")), Some(d("331.248")));
    assert_eq!(index_of(inflation, day("2026-04-30")), Some(d("326.388")));
    assert_eq!(index_of(inflation, day("2025-09-30")), Some(d("320")));
    assert_eq!(index_of(inflation, day("2025-08-31")), None);
}
