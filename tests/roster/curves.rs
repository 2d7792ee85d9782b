//! Curves of a roster, in which somebody moves up a step on nearly every day: any day is read as a scenario that ends
//! on it is costed.

use counteroffer::costing::curves::{Curve, by_end_of, step_at};
use counteroffer::costing::results::Results;
use counteroffer::files::roster::made_up_csv;
use counteroffer::scenario::Scenario;
use rust_decimal::Decimal;

use super::made::read_beside;

fn imported(employees: u64, seed: u64) -> Scenario {
    let case = counteroffer::files::example().unwrap();
    read_beside(&case, &made_up_csv(employees, seed)).applied(&case, &[])
}

fn close(one: Decimal, other: Decimal) -> bool {
    // Both are exact to 10⁻¹⁴ dollars for each of a few hundred sums.
    (one - other).abs() < Decimal::new(1, 9)
}

#[test]
fn a_day_is_read_as_a_scenario_that_ends_on_it_is_costed() {
    let scenario = imported(3_000, 4);
    let results = Results::new(&scenario).unwrap();
    assert!(results.are_month_by_month());
    let first = scenario.term.first_day;
    for offset in [0, 1, 13, 100, 364, 365, 366, 517, 803, 1_200, 1_460] {
        let day = first.plus_days(offset);
        let told = results.told_on(day).unwrap();
        let ending = Scenario {
            horizon: Some(day),
            ..scenario.clone()
        };
        let ending = Results::new(&ending).unwrap();
        for (own, ended) in told.offers.iter().zip(&ending.offers) {
            let cost = by_end_of(&own.curves.cost, day).unwrap();
            assert!(close(cost, ended.figures.cost.unwrap()), "cost on {day}");
            let earned = by_end_of(&own.curves.employee, day).unwrap();
            let last = ended.figures.employee.cumulative.last().unwrap();
            assert!(close(earned, last.earned.unwrap()), "pay on {day}");
            let level = step_at(&own.curves.level, day).unwrap();
            let pay = level * results.payroll.unwrap() / Decimal::ONE_HUNDRED;
            let run_rate = ended.figures.exit_run_rate.unwrap();
            // The ratio has 28 digits.
            assert!(
                (pay - run_rate).abs() < Decimal::new(1, 6),
                "level on {day}"
            );
        }
    }
}

#[test]
fn between_samples_a_curve_is_off_by_less_than_is_seen() {
    let scenario = imported(3_000, 5);
    let results = Results::new(&scenario).unwrap();
    let reach = results.offers.iter().filter_map(|own| own.figures.cost);
    let reach = reach.max().unwrap();
    let mut day = scenario.term.first_day;
    while day < results.horizon {
        let told = results.told_on(day).unwrap();
        for (own, told) in results.offers.iter().zip(&told.offers) {
            let drawn = by_end_of(&own.curves.cost, day).unwrap();
            let exact = by_end_of(&told.curves.cost, day).unwrap();
            // A lane is some hundred points high.
            assert!(
                (drawn - exact).abs() * Decimal::ONE_THOUSAND < reach,
                "{drawn} for {exact} on {day}"
            );
        }
        day = day.plus_days(7);
    }
}

#[test]
fn changes_show_at_their_whole_size() {
    let scenario = imported(3_000, 6);
    let results = Results::new(&scenario).unwrap();
    for own in &results.offers {
        for raise in &own.figures.raises {
            let (day, level) = (raise.takes_effect, &own.curves.level);
            for asked in [day, day.plus_days(-1)] {
                let told = own.curves.told_on(asked).unwrap();
                assert_eq!(
                    step_at(level, asked),
                    step_at(&told.level, asked),
                    "{asked}"
                );
            }
        }
    }
}

/// A day that one offer has a sample on and the other hasn't is read exactly in both: such differences are exported to
/// the cent.
#[test]
fn differences_are_those_of_both_offers_as_costed_on_the_day() {
    let mut scenario = imported(3_000, 7);
    // A raise and its eve in the middle of a month, where the other offer changes nothing.
    for clause in &mut scenario.offers[1].clauses {
        clause.date = clause.date.plus_days(16);
    }
    let results = Results::new(&scenario).unwrap();
    let (a, b) = (&results.offers[0].curves, &results.offers[1].curves);
    let days = |curve| -> Vec<_> { a.of(curve).iter().map(|(day, _)| *day).collect() };
    for curve in [Curve::Cost, Curve::Employee] {
        let own = days(curve);
        let alone = b.of(curve).iter().filter(|(day, _)| !own.contains(day));
        assert!(alone.count() > 2, "the offers change on the same days");
        for (day, difference) in b.less(a, curve) {
            let eve = day.plus_days(-1);
            let told = results.told_on(eve).unwrap();
            let on = |offer: usize| match curve {
                _ if day == scenario.term.first_day => Decimal::ZERO,
                curve => by_end_of(told.offers[offer].curves.of(curve), eve).unwrap(),
            };
            assert!(close(difference, on(1) - on(0)), "{curve:?} on {day}");
        }
    }
    for (day, difference) in b.less(a, Curve::Level) {
        let told = results.told_on(day).unwrap();
        let on = |offer: usize| step_at(&told.offers[offer].curves.level, day).unwrap();
        assert_eq!(difference, on(1) - on(0), "level on {day}");
    }
}
