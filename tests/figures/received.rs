//! One employee's pay has lump sums in it, from their days on.

use counteroffer::costing::figures::report;
use counteroffer::figure::position::day_number;
use counteroffer::figure::{FigureName, Role};
use counteroffer::files::parse_scenario;
use counteroffer::scenario::{ClauseTerms, LumpAmount, Scenario};
use counteroffer::units::Known;
use rust_decimal::Decimal;

use super::cases::{chart, day, one};

/// As published: $8,500 on ratification, which is the first day, and 3 % of pay three times under both offers.
fn deere() -> Scenario {
    let text = include_str!("../faults/lump-sums-and-long-names.ron");
    parse_scenario(text).unwrap()
}

/// Everyone is paid for full time and there are no benefits: what the average employee receives more is what the
/// offer costs more per full-time employee.
#[test]
fn one_employee_receives_what_is_paid_for_one() {
    let scenario = deere();
    let figure = one(&scenario, FigureName::Employee);
    let series = chart(&figure).series.iter();
    let mut series = series.filter(|one| one.role == Role::B);
    let points = &series.next().unwrap().points;
    let gap = report(&scenario).unwrap().gap.unwrap();
    let end = points.last().unwrap().y;
    assert_eq!(end.round(), gap.cost_per_fte.unwrap().round());
    assert_eq!(end.round(), Decimal::from(30_382));
    // What falls on the first day is there by its end, and not before.
    assert_eq!(points[0].x, day_number(day("2021-11-17")));
    assert_eq!(points[0].y, Decimal::ZERO);
    let by_second = day_number(day("2021-11-18"));
    let after = points.iter().find(|point| point.x == by_second).unwrap();
    let bonus = Decimal::from(8_500);
    assert!(after.y > bonus && after.y < bonus + Decimal::from(20));
    let says = [&figure.subtitle, &figure.data.columns[2], &figure.alt];
    for text in says {
        assert!(text.contains("with lump sums"), "{text}");
    }
}

/// A lump sum of unknown size is nobody's: the curves are of wages, and say so.
#[test]
fn an_unknown_lump_sum_leaves_wages_and_is_said() {
    let mut scenario = deere();
    for clause in &mut scenario.offers[0].clauses {
        if let ClauseTerms::LumpSum { amount, .. } = &mut clause.terms
            && matches!(amount, LumpAmount::PerHead(_))
        {
            *amount = LumpAmount::PerHead(Known::Unknown);
        }
    }
    let figure = one(&scenario, FigureName::Employee);
    assert!(figure.subtitle.contains("without lump sums"));
    let end = chart(&figure).series.iter();
    let mut end = end.filter(|one| one.role == Role::B);
    let end = end.next().unwrap().points.last().unwrap().y;
    assert_eq!(end.round(), Decimal::from(21_556));
}
