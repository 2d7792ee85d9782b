use super::*;
use crate::files::parse_scenario;
use crate::scenario::ClauseKind;
use crate::units::HouseStyle;

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
        let unit = scenario.workforce.rate_unit;
        for said in [
            terms.in_words(unit, HouseStyle::Print),
            terms.in_short(unit),
            terms.number(0, unit),
        ] {
            assert!(!said.is_empty(), "{kind:?}");
        }
        let shown = fields(&terms, &scenario.workforce);
        assert!(!shown.is_empty(), "{kind:?}");
        for field in shown {
            let again = take(&terms, &field.key, &field.value);
            assert_eq!(again.as_ref(), Ok(&terms), "{kind:?} {:?}", field.key);
        }
    }
    for offer in &scenario.offers {
        for clause in &offer.clauses {
            for field in fields(&clause.terms, &scenario.workforce) {
                let again = take(&clause.terms, &field.key, &field.value);
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
    let parts = take(&pool, &Key::Parts, "7/1/2026\n7/1/2027\n").unwrap();
    let dates: Vec<String> = parts.own_dates().iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2026-07-01", "2027-07-01"]);
    let told = take(&pool, &Key::Parts, "7/1/2026\nsoon").unwrap_err();
    assert!(told.starts_with("Line 2"), "{told}");
    let minimum = of(ClauseKind::MinimumRate);
    let market = Key::Market("Valley".to_owned());
    let with = take(&minimum, &market, "$25.56").unwrap();
    let ClauseTerms::MinimumRate { by_market, .. } = &with else {
        panic!("{with:?}")
    };
    assert_eq!(by_market.len(), 1);
    let without = take(&with, &market, "").unwrap();
    assert_eq!(without, minimum);
    let benefit = of(ClauseKind::Benefit);
    let told = take(&benefit, &Key::Values, "$4,000").unwrap_err();
    assert!(told.contains("a date, a colon and the value"), "{told}");
    let unknown = take(&benefit, &Key::Values, "1/1/2027: unknown").unwrap();
    assert!(!unknown.is_known());
}
