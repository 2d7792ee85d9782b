use super::*;
use crate::files::parse_scenario;
use crate::scenario::ClauseKind;
use crate::units::HouseStyle;

fn typed(terms: &ClauseTerms, key: &Key, text: &str) -> Result<ClauseTerms, String> {
    take(terms, key, text, PaidIn::us_dollars(RateUnit::Hour))
}

/// Every field of every kind says what reads back as the same terms, so that leaving a field untouched, or
/// typing what stands in it, changes nothing.
#[test]
fn every_value_reads_back_as_it_is_shown() {
    let text = include_str!("../../../scenarios/five-markets.ron");
    let scenario = parse_scenario(text).unwrap();
    let day = scenario.term.first_day.plus_months(9);
    for kind in ClauseKind::ALL {
        let terms = example(kind, &scenario, day).terms;
        assert_eq!(terms.kind(), kind);
        let paid = scenario.paid_in();
        for said in [
            terms.in_words(paid, HouseStyle::Print),
            terms.in_short(paid),
            terms.number(0, paid),
        ] {
            assert!(!said.is_empty(), "{kind:?}");
        }
        let shown = fields(&terms, &scenario.workforce, &scenario.currency);
        assert!(!shown.is_empty(), "{kind:?}");
        for field in shown {
            let again = typed(&terms, &field.key, &field.value.text());
            assert_eq!(again.as_ref(), Ok(&terms), "{kind:?} {:?}", field.key);
        }
    }
    for offer in &scenario.offers {
        for clause in &offer.clauses {
            for field in fields(&clause.terms, &scenario.workforce, &scenario.currency) {
                let again = typed(&clause.terms, &field.key, &field.value.text());
                assert_eq!(again.as_ref(), Ok(&clause.terms), "{:?}", field.key);
            }
        }
    }
}

#[test]
fn what_is_typed_into_a_field_is_taken_or_refused_in_words() {
    let text = include_str!("../../../scenarios/five-markets.ron");
    let scenario = parse_scenario(text).unwrap();
    let day = scenario.term.first_day.plus_months(9);
    let of = |kind| example(kind, &scenario, day).terms;
    let pool = of(ClauseKind::EquityPool);
    let parts = typed(&pool, &Key::Parts, "7/1/2026\n7/1/2027\n").unwrap();
    let dates: Vec<String> = parts.own_dates().iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2026-07-01", "2027-07-01"]);
    let told = typed(&pool, &Key::Parts, "7/1/2026\nsoon").unwrap_err();
    assert!(told.starts_with("Line 2"), "{told}");
    let minimum = of(ClauseKind::MinimumRate);
    let market = Key::Market("Valley".to_owned());
    let with = typed(&minimum, &market, "$25.56").unwrap();
    let ClauseTerms::MinimumRate { by_market, .. } = &with else {
        panic!("{with:?}")
    };
    assert_eq!(by_market.len(), 1);
    let without = typed(&with, &market, "").unwrap();
    assert_eq!(without, minimum);
    let benefit = of(ClauseKind::Benefit);
    let told = typed(&benefit, &Key::Values, "$4,000").unwrap_err();
    assert!(told.contains("a date, a colon and the value"), "{told}");
    let unknown = typed(&benefit, &Key::Values, "1/1/2027: unknown").unwrap();
    assert!(!unknown.is_known());
}

/// What three digits behind one separator mean goes by what an amount is paid for, in every field of one.
#[test]
fn amounts_are_read_as_those_of_their_unit() {
    let text = include_str!("../../../scenarios/five-markets.ron");
    let scenario = parse_scenario(text).unwrap();
    let of = |kind| example(kind, &scenario, scenario.term.first_day).terms;
    use RateUnit::{Hour, Month, Year};
    let ambiguous = " can be ";
    for (kind, key, unit, text, said) in [
        (ClauseKind::Floor, Key::Rate, Year, "68.000", Err(ambiguous)),
        (
            ClauseKind::Floor,
            Key::Rate,
            Year,
            "68,000 a year",
            Ok("68000"),
        ),
        (ClauseKind::Floor, Key::Rate, Year, "$68k", Ok("68000")),
        (
            ClauseKind::Floor,
            Key::Rate,
            Year,
            "5,600 a month",
            Err("no unit"),
        ),
        (ClauseKind::Floor, Key::Rate, Month, "4.500", Err(ambiguous)),
        (
            ClauseKind::Floor,
            Key::Rate,
            Month,
            "4 500 a month",
            Ok("4500"),
        ),
        (
            ClauseKind::Floor,
            Key::Rate,
            Month,
            "54,000 a year",
            Err("no unit"),
        ),
        (ClauseKind::Floor, Key::Rate, Hour, "24.125", Ok("24.125")),
        (ClauseKind::Floor, Key::Rate, Hour, "24,125", Err(ambiguous)),
        (
            ClauseKind::Floor,
            Key::Rate,
            Hour,
            "50 a year",
            Err("no unit"),
        ),
        (
            ClauseKind::MinimumRate,
            Key::Elsewhere,
            Year,
            "61.000",
            Err(ambiguous),
        ),
        (
            ClauseKind::MinimumRate,
            Key::Market("Hawaii".to_owned()),
            Year,
            "61.000",
            Err(ambiguous),
        ),
        (
            ClauseKind::MinimumRate,
            Key::Market("Hawaii".to_owned()),
            Year,
            "61'000",
            Ok("61000"),
        ),
        (
            ClauseKind::PerYear,
            Key::PerYear,
            Year,
            "1.500",
            Err(ambiguous),
        ),
        (
            ClauseKind::PerYear,
            Key::PerYear,
            Year,
            "+$1,500 a year",
            Ok("1500"),
        ),
        (
            ClauseKind::PerYear,
            Key::PerYear,
            Year,
            "$100 a month",
            Err("no unit"),
        ),
        (
            ClauseKind::PerHour,
            Key::PerHour,
            Hour,
            "1.250",
            Ok("1.250"),
        ),
        (
            ClauseKind::PerHour,
            Key::PerHour,
            Hour,
            "1,250",
            Err(ambiguous),
        ),
        (
            ClauseKind::LumpSum,
            Key::Amount,
            Hour,
            "1.500",
            Err(ambiguous),
        ),
        (
            ClauseKind::LumpSum,
            Key::Amount,
            Hour,
            "$1,500 a year",
            Err("no unit"),
        ),
        (
            ClauseKind::Payout,
            Key::Amount,
            Hour,
            "1.200",
            Err(ambiguous),
        ),
        (
            ClauseKind::Payout,
            Key::Today,
            Hour,
            "1.200",
            Err(ambiguous),
        ),
        (
            ClauseKind::Benefit,
            Key::Today,
            Hour,
            "3.500",
            Err(ambiguous),
        ),
        (
            ClauseKind::Benefit,
            Key::Values,
            Hour,
            "1/1/2027: 3.500",
            Err(ambiguous),
        ),
        (
            ClauseKind::Benefit,
            Key::Values,
            Hour,
            "1/1/2027: $3,500 a year",
            Ok("3500"),
        ),
        (
            ClauseKind::CostStream,
            Key::Values,
            Hour,
            "1/1/2027: 1.500",
            Err(ambiguous),
        ),
        (
            ClauseKind::CostStream,
            Key::Values,
            Hour,
            "1/1/2027: 1.500.000",
            Ok("1500000"),
        ),
    ] {
        let got = take(&of(kind), &key, text, PaidIn::us_dollars(unit));
        match (got, said) {
            (Ok(terms), Ok(digits)) => {
                let kept = ron::to_string(&terms).unwrap();
                assert!(kept.contains(digits), "{kind:?} {text}: {kept}");
            }
            (Err(told), Err(words)) => assert!(told.contains(words), "{kind:?} {text}: {told}"),
            (got, _) => panic!("{kind:?} {text} in {unit:?}: {got:?}"),
        }
    }
    // A benefit counted on paid hours is an amount an hour.
    let mut hourly = of(ClauseKind::Benefit);
    if let ClauseTerms::Benefit { basis, .. } = &mut hourly {
        *basis = crate::scenario::BenefitBasis::PerPaidHour;
    }
    assert!(typed(&hourly, &Key::Today, "1.125").is_ok());
    assert!(typed(&hourly, &Key::Today, "$1.25 an hour").is_ok());
    assert!(
        typed(&hourly, &Key::Today, "1,125")
            .unwrap_err()
            .contains(ambiguous)
    );
}

#[test]
fn a_measure_typed_into_a_field_of_another_says_where_it_belongs() {
    let text = include_str!("../../../scenarios/five-markets.ron");
    let scenario = parse_scenario(text).unwrap();
    let of = |kind| example(kind, &scenario, scenario.term.first_day).terms;
    for (kind, key, text, words) in [
        (
            ClauseKind::PerHour,
            Key::PerHour,
            "3%",
            ["in dollars an hour", "type 3% into its cell"],
        ),
        (
            ClauseKind::PerHour,
            Key::PerHour,
            "3,5 %",
            ["$0.75", "type 3.5% into its cell"],
        ),
        (
            ClauseKind::PerYear,
            Key::PerYear,
            "3 percent",
            ["in dollars a year", "type 3% into"],
        ),
        (
            ClauseKind::GreaterOf,
            Key::PerHour,
            "3%",
            ["in dollars an hour", "$0.75"],
        ),
        (
            ClauseKind::Percent,
            Key::Percent,
            "$0.75",
            ["this raise is in percent", "$0.75/h into its cell"],
        ),
        (
            ClauseKind::Percent,
            Key::Percent,
            "75\u{a2}",
            ["this raise is in percent", "6.5%"],
        ),
        (
            ClauseKind::Floor,
            Key::Rate,
            "2%",
            ["an amount an hour", "$24.00"],
        ),
        (
            ClauseKind::LumpSum,
            Key::Amount,
            "2%",
            ["in dollars", "beside \u{201c}Counted on\u{201d}"],
        ),
    ] {
        let told = typed(&of(kind), &key, text).unwrap_err();
        for words in words {
            assert!(told.contains(words), "{kind:?} {text}: {told}");
        }
    }
}
