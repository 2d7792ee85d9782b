//! Inputs that would make a claim true, put back into the scenario, do.

use counteroffer::explore::claims::{Checked, Implied, finding_of, meets};
use counteroffer::scenario::{
    ClauseTerms, OfferId, People, Per, Precision, Quantity, Scenario, Span,
};
use counteroffer::units::{Fte, Known, Money, Percent, Quoted};
use rust_decimal::Decimal;

use super::made::Made;
use super::numbers::Numbers;
use super::{case, cents, checked, claim_of, d};

/// An input to be put back.
enum Input<'a> {
    Pay(Decimal),
    Fte(Decimal),
    Raise(&'a OfferId, usize, Decimal),
}

fn put_back(scenario: &Scenario, input: &Input<'_>) -> Scenario {
    let mut other = scenario.clone();
    if let Input::Raise(id, clause, percent) = input {
        let offer = other.offers.iter_mut().find(|offer| offer.id == **id);
        offer.unwrap().clauses[*clause].terms =
            ClauseTerms::Percent(Known::Known(Percent::new(*percent).unwrap()));
        return other;
    }
    let People::Summary {
        fte,
        average_annual_pay,
        ..
    } = &mut other.workforce_mut().people
    else {
        panic!("a summary");
    };
    match input {
        Input::Pay(pay) => *average_annual_pay = Known::Known(Money::new(*pay).unwrap()),
        Input::Fte(count) => *fte = Known::Known(Fte::new(*count).unwrap()),
        Input::Raise(..) => {}
    }
    other
}

fn quantity(n: &mut Numbers, months: u64) -> Quantity {
    let offer = OfferId(["one", "two"][n.below(2) as usize].to_owned());
    let per = [Per::All, Per::Fte][n.below(2) as usize];
    let year = 1 + n.below(months / 12) as u16;
    let over = [Span::Term, Span::Year(year)][n.below(2) as usize];
    match n.below(6) {
        0 | 1 => Quantity::Gap { over, per },
        2 => Quantity::Cost { offer, over, per },
        3 => Quantity::Delay {
            offer,
            months: 1 + n.below(6) as u16,
            per,
        },
        4 => Quantity::SimpleSum { offer },
        _ => Quantity::Compounded { offer },
    }
}

#[test]
fn five_hundred_claims_come_true_with_each_of_their_inputs() {
    let mut n = Numbers::new(12_500);
    let template = claim_of(&case(), "billion");
    let (mut cases, mut inputs, mut unreached) = (0, 0, 0);
    while cases < 500 {
        let made = Made::new(&mut n);
        let scenario = made.scenario();
        let mut claim = template.clone();
        claim.precision = Precision::Exactly;
        claim.quantity = quantity(&mut n, made.months);
        claim.value = Some(Quoted::new(Decimal::ONE).unwrap());
        let finding = checked_finding(&scenario, &claim);
        // Quoted up to a fifth off, to the dollar or to 0.01 %.
        let off = Decimal::new(80 + n.below(41) as i64, 2);
        let places = if claim.quantity.unit() == counteroffer::scenario::QuotedUnit::Percent {
            2
        } else {
            0
        };
        let quoted = counteroffer::units::decimal::round(finding * off, places);
        if quoted.is_zero() {
            continue;
        }
        cases += 1;
        claim.value = Some(Quoted::new(quoted).unwrap());
        let found = checked(&scenario, &claim);
        let Some(implied) = &found.implied else {
            assert_eq!(counteroffer::units::decimal::round(finding, places), quoted);
            continue;
        };
        let none = implied.is_nothing();
        unreached += usize::from(none);
        for (input, step, remainder) in all(implied) {
            inputs += 1;
            let at = |steps: i64| {
                let moved = moved(&input, step * Decimal::from(steps));
                let finding = checked_finding(&put_back(&scenario, &moved), &claim);
                finding - quoted
            };
            let here = at(0);
            assert!(
                (here - remainder).abs() < d("0.000001"),
                "{here} {remainder}"
            );
            // No neighbour on the grid comes closer.
            for neighbour in [-1, 1] {
                let there = at(neighbour).abs();
                assert!(
                    here.abs() <= there + d("0.000001"),
                    "{here} {there}\n{made:?}"
                );
            }
            if counteroffer::units::decimal::round(here, places).is_zero() {
                let unit = claim.quantity.unit();
                assert!(
                    meets(Precision::Exactly, quoted, here + quoted, unit),
                    "{here}"
                );
            }
        }
    }
    assert!(inputs > 1500, "only {inputs} inputs were put back");
    assert!(unreached < 100, "{unreached} of 500 had none");
}

fn checked_finding(scenario: &Scenario, claim: &counteroffer::scenario::Claim) -> Decimal {
    finding_of(scenario, &claim.quantity).unwrap().unwrap()
}

/// Every input, the step of its grid and its remainder.
fn all(implied: &Implied) -> Vec<(Input<'_>, Decimal, Decimal)> {
    let cent = d("0.01");
    let mut inputs = Vec::new();
    if let Some(pay) = implied.average_pay {
        inputs.push((Input::Pay(pay.input), cent, pay.remainder));
    }
    if let Some(fte) = implied.fte {
        inputs.push((Input::Fte(fte.input), cent, fte.remainder));
    }
    for raise in &implied.raises {
        let input = Input::Raise(&raise.offer, raise.clause, raise.percent.input);
        inputs.push((input, d("0.000001"), raise.percent.remainder));
    }
    inputs
}

fn moved<'a>(input: &Input<'a>, by: Decimal) -> Input<'a> {
    match input {
        Input::Pay(pay) => Input::Pay(*pay + by),
        Input::Fte(fte) => Input::Fte(*fte + by),
        Input::Raise(id, clause, percent) => Input::Raise(id, *clause, *percent + by),
    }
}

fn implied_of(found: Checked) -> Implied {
    found.implied.unwrap()
}

/// A payroll to the cent reaches a billion to a cent; pay to the cent can't, and says by how much.
#[test]
fn what_a_grid_leaves_over_is_said() {
    let scenario = case();
    let implied = implied_of(checked(&scenario, &claim_of(&scenario, "billion")));
    let pay = implied.average_pay.unwrap();
    assert_eq!(pay.input, d("137916.41"));
    // One cent of pay is $72.51 of the gap: the nearest is within half of that.
    assert!(!pay.remainder.is_zero() && pay.remainder.abs() < d("36.26"));
    let payroll = implied.payroll.unwrap();
    assert_eq!(payroll.input, d("8550817520.55"));
    assert!(payroll.remainder.abs() < d("0.01"));
    assert_eq!(cents(implied.fte.unwrap().input), d("64329.07"));
}

/// Percents can't be reached by pay, and a sum above all raises can't by any raise within 100 %.
#[test]
fn where_nothing_can_it_says_so() {
    let scenario = case();
    let mut claim = claim_of(&scenario, "sum-employer");
    claim.value = Some(Quoted::new(d("200")).unwrap());
    let implied = implied_of(checked(&scenario, &claim));
    assert!(implied.is_nothing(), "{implied:?}");
    claim.value = Some(Quoted::new(d("23")).unwrap());
    let implied = implied_of(checked(&scenario, &claim));
    assert_eq!(implied.raises.len(), 5);
    assert_eq!(implied.raises[0].percent.input, d("8"));
    assert_eq!(implied.average_pay, None);
}

/// A claim that is exactly true, or an inequality that holds, needs nothing.
#[test]
fn what_is_true_needs_nothing() {
    let scenario = case();
    for id in [
        "two-months",
        "sum-employer",
        "uc-nurses",
        "most-in-24-months",
    ] {
        let found = checked(&scenario, &claim_of(&scenario, id));
        assert_eq!(found.implied, None, "{id}");
    }
    let pool = implied_of(checked(&scenario, &claim_of(&scenario, "pool-cap")));
    let percent = pool.pool.unwrap().input;
    assert_eq!(counteroffer::units::decimal::round(percent, 4), d("2.3474"));
}
