//! Published settlements on the scale of the offers.

use counteroffer::explore::settlements::{Real, RowOf, measures, side_by_side};
use counteroffer::scenario::{CpiMonth, Inflation, SettledRaise, Settlement, Term};
use counteroffer::units::digits::FromDigits;
use counteroffer::units::{Date, IndexValue, Percent, decimal::round};

use super::{case, d};

fn date(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| Date::parse(text).unwrap())
}

/// The table beside this file says where each settlement is published.
#[test]
fn every_published_total_comes_out_simple_and_compounded() {
    let table = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/statements/settlements.csv"
    );
    let scenario = case();
    let mut rows = csv::Reader::from_path(table).unwrap();
    let mut seen = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let term = date(&row[1]).zip(date(&row[2]));
        let raises = row[3].split(';').filter(|one| !one.is_empty());
        let total_only = row[3].is_empty();
        let settlement = Settlement {
            name: row[0].to_owned(),
            parties: String::new(),
            source: None,
            term: term.map(|(first_day, last_day)| Term {
                first_day,
                last_day,
            }),
            raises: raises
                .map(|percent| SettledRaise {
                    date: None,
                    percent: Percent::from_digits(percent).unwrap(),
                })
                .collect(),
            total: total_only.then(|| Percent::from_digits(&row[4]).unwrap()),
            lump_sums: Vec::new(),
            shared: true,
            note: String::new(),
        };
        let found = measures(&scenario, &settlement);
        assert_eq!(found.simple, Some(d(&row[4])), "{}", &row[0]);
        let compounded = found.compounded.map(|percent| round(percent, 6));
        let expected = (!row[5].is_empty()).then(|| d(&row[5]));
        assert_eq!(compounded, expected, "{}", &row[0]);
        assert_eq!(found.readings.is_some(), total_only, "{}", &row[0]);
        seen += 1;
    }
    assert_eq!(seen, 5);
}

/// 18.5 % in all, November 2025 to January 2029: four years begun, so 4 × 4.625 %, which is 19.823468 %.
#[test]
fn a_total_alone_has_two_readings_and_no_schedule() {
    let scenario = case();
    let found = measures(&scenario, &scenario.settlements[0]);
    assert_eq!(found.simple, Some(d("18.5")));
    assert_eq!(
        [
            found.compounded,
            found.average_a_year,
            found.first_year,
            found.over_this_term
        ],
        [None; 4]
    );
    assert_eq!(found.real, Real::Unknown);
    let readings = found.readings.unwrap();
    assert_eq!(readings.at_once, d("18.5"));
    assert_eq!(round(readings.equal_years.unwrap(), 6), d("19.823468"));
    let mut without_term = scenario.settlements[0].clone();
    without_term.term = None;
    let readings = measures(&scenario, &without_term).readings.unwrap();
    assert_eq!(readings.equal_years, None);
}

/// Years begun are counted from the first day: a term of exactly three years has three, a day more four.
#[test]
fn years_begun_turn_on_the_day() {
    let scenario = case();
    let mut settlement = scenario.settlements[0].clone();
    for (last, each, begun) in [("2028-10-31", "6.166666", 3), ("2028-11-01", "4.625", 4)] {
        settlement.term = Some(Term {
            first_day: date("2025-11-01").unwrap(),
            last_day: date(last).unwrap(),
        });
        let equal = measures(&scenario, &settlement)
            .readings
            .unwrap()
            .equal_years;
        let factor = d(each) / d("100") + d("1");
        let power = (0..begun).fold(d("1"), |all, _| all * factor);
        let off = equal.unwrap() - (power - d("1")) * d("100");
        assert!(off.abs() < d("0.0003"), "{last}: {equal:?}");
    }
}

#[test]
fn offers_and_settlements_stand_in_one_order() {
    let scenario = case();
    let report = counteroffer::costing::report(&scenario).unwrap();
    let offers: Vec<_> = report.offers[..2].iter().collect();
    let rows = side_by_side(&scenario, &offers);
    let settled: Vec<usize> = rows
        .iter()
        .filter_map(|row| match row.of {
            RowOf::Settlement(at) => Some(at),
            RowOf::Offer(_) => None,
        })
        .collect();
    assert_eq!(settled, [1, 2, 0], "Boeing, DC 37, then the total alone");
    assert_eq!(rows.len(), 5);
    let employer = &rows[0].measures;
    assert_eq!(employer.simple, Some(d("21.5")));
    assert_eq!(employer.first_year, Some(d("6.5")));
    assert_eq!(employer.years, Some(d("4")));
    assert_eq!(rows[1].measures.first_year, Some(d("9")));
}

/// Pay up 3 % on May 26, 2021 and 3 % a year later, prices from 100 to 110: (1.0609/1.1 − 1) is −3.554545 %.
#[test]
fn real_pay_goes_to_the_last_month_of_the_index() {
    let mut scenario = case();
    let month = |month: &str, value: &str| CpiMonth {
        month: date(month).unwrap(),
        value: IndexValue::from_digits(value).unwrap(),
    };
    scenario.inflation = Some(Inflation {
        reference: None,
        index: vec![month("2021-05-01", "100"), month("2022-06-01", "110")],
        projected: Percent::ZERO,
    });
    let dc37 = measures(&scenario, &scenario.settlements[2]);
    let Real::Known { percent, to } = dc37.real else {
        panic!("{:?}", dc37.real);
    };
    assert_eq!(round(percent, 6), d("-3.554545"));
    assert_eq!(to, date("2022-06-01").unwrap());
    let boeing = measures(&scenario, &scenario.settlements[1]);
    assert_eq!(boeing.real, Real::NotYet);
}
