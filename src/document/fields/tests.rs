use super::*;
use crate::files::parse_scenario;
use crate::scenario::ClauseKind;
use crate::units::HouseStyle;

fn typed(terms: &ClauseTerms, key: &Key, text: &str) -> Result<ClauseTerms, String> {
    take(terms, key, text, Currency::us_dollar())
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
