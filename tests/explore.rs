//! The midpoint and holding a total, on the real case.

#![allow(clippy::unwrap_used, clippy::panic)]

use counteroffer::costing::{Model, report};
use counteroffer::explore::{Hold, Outcome, hold, midpoint};
use counteroffer::files::example;
use counteroffer::scenario::{ClauseTerms, Offer, OfferId, Scenario};
use counteroffer::units::{Known, Percent};
use rust_decimal::Decimal;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn set(offer: &mut Offer, place: usize, percent: &str) {
    offer.clauses[place].terms =
        ClauseTerms::Percent(Known::Known(Percent::new(d(percent)).unwrap()));
}

fn percents(offer: &Offer) -> Vec<Decimal> {
    offer
        .clauses
        .iter()
        .filter_map(|clause| clause.terms.percent())
        .map(|percent| percent.get().normalize())
        .collect()
}

fn cost(scenario: &Scenario, offer: &Offer) -> Decimal {
    let mut alone = scenario.clone();
    alone.offers = vec![offer.clone()];
    (alone.a, alone.b, alone.counter) = (None, None, None);
    report(&alone).unwrap().offers[0].cost.unwrap()
}

fn compounded(offer: &Offer) -> Decimal {
    let factor = percents(offer).iter().fold(Decimal::ONE, |sum, percent| {
        sum * (Decimal::ONE + percent / d("100"))
    });
    (factor - Decimal::ONE) * d("100")
}

/// The midpoint of the case, computed twice apart from the program: 7.75, 5.75, 3 (2027-06-01), 3.25, 3.5, at a cost of 5,722,131,392.72.
#[test]
fn the_midpoint_of_the_case_is_the_methods() {
    let scenario = example().unwrap();
    let middle = midpoint(&scenario.offers[0], &scenario.offers[1], scenario.term);
    let mut offer = scenario.offers[0].clone();
    offer.id = OfferId("midpoint".to_owned());
    offer.clauses = middle.clauses;
    assert_eq!(
        percents(&offer),
        ["7.75", "5.75", "3", "3.25", "3.5"].map(d)
    );
    assert_eq!(offer.clauses[2].date.to_string(), "2027-06-01");
    assert_eq!(cost(&scenario, &offer).round_dp(2), d("5722131392.72"));
    assert!(middle.left_out.is_empty());
}

#[test]
fn a_raise_without_a_partner_is_halved_and_other_clauses_are_named() {
    let mut scenario = example().unwrap();
    let floor: Vec<_> = scenario.offers[0].clauses.drain(3..).take(1).collect();
    let mut other = floor[0].clone();
    other.terms = ClauseTerms::Floor(Known::Unknown);
    scenario.offers[1].clauses.push(other);
    let middle = midpoint(&scenario.offers[0], &scenario.offers[1], scenario.term);
    let sizes: Vec<_> = middle
        .clauses
        .iter()
        .filter_map(|clause| clause.terms.percent())
        .map(|percent| percent.get().normalize())
        .collect();
    assert_eq!(sizes, ["7.75", "5.75", "3", "2", "2"].map(d));
    assert_eq!(middle.left_out.len(), 1);
}

/// Moves raise `place` of the union's counter to `percent` while `what` is held.
fn held(
    what: Hold,
    place: usize,
    percent: &str,
    locked: &[usize],
) -> (Scenario, Offer, counteroffer::explore::Held) {
    let scenario = example().unwrap();
    let before = scenario.offers[1].clone();
    let mut after = before.clone();
    set(&mut after, place, percent);
    let model = Model::new(&scenario).unwrap();
    let result = hold(&model, &before, &after, place, locked, what).unwrap();
    drop(model);
    (scenario, before, result)
}

#[test]
fn the_simple_sum_is_held_exactly_in_steps_and_in_proportion() {
    for percent in ["3", "4.5", "8.99", "9.01", "12.375", "24.99", "25"] {
        let (_, _, held) = held(Hold::SimpleSum, 0, percent, &[]);
        let now = percents(&held.offer);
        assert_eq!(now.iter().sum::<Decimal>(), d("25"), "{percent}");
        assert_eq!(held.remainder, Decimal::ZERO);
        assert_eq!(held.outcome, Outcome::Held);
        assert_eq!(
            now[0],
            d(percent).normalize(),
            "the moved raise stays where it is put"
        );
        // In proportion: 5, 3, 4, 4 share what is left, each to within a step.
        let left = d("25") - d(percent);
        for (at, was) in [(1, "5"), (2, "3"), (3, "4"), (4, "4")] {
            let exact = left * d(was) / d("16");
            assert!((now[at] - exact).abs() <= d("0.015"), "{percent}: {now:?}");
        }
    }
}

#[test]
fn compounded_and_cost_are_held_to_within_a_step() {
    for percent in ["7", "8.5", "9.25", "11"] {
        let (_, before, end) = held(Hold::Compounded, 0, percent, &[]);
        let off = compounded(&end.offer) - compounded(&before);
        assert!(
            (off - end.remainder).abs() < d("0.000001"),
            "{percent}: says {}, is {off}",
            end.remainder
        );
        // One step of 0.01 % on a raise of the case moves the end rate by about 0.012 points.
        assert!(off.abs() <= d("0.0125"), "{percent}: {off}");
        assert_eq!(end.outcome, Outcome::Held);

        let (scenario, before, same) = held(Hold::Cost, 0, percent, &[]);
        let off = cost(&scenario, &same.offer) - cost(&scenario, &before);
        assert!((off - same.remainder).abs() < d("0.01"));
        // A step is a hundredth of a point on the dearest of the raises that give way.
        let dearest = report(&scenario).unwrap().offers[1].raises[1..]
            .iter()
            .filter_map(|raise| raise.value_of_a_point)
            .max()
            .unwrap();
        assert!(off.abs() <= dearest / d("100"), "{percent}: {off}");
        assert_eq!(same.outcome, Outcome::Held);
    }
}

#[test]
fn a_locked_raise_does_not_give_way() {
    let (_, before, held) = held(Hold::SimpleSum, 0, "12", &[1, 3]);
    let (was, now) = (percents(&before), percents(&held.offer));
    assert_eq!((now[1], now[3]), (was[1], was[3]));
    assert_eq!(now.iter().sum::<Decimal>(), d("25"));
}

#[test]
fn what_cannot_give_way_says_so() {
    let (_, _, saturated) = held(Hold::SimpleSum, 0, "30", &[]);
    assert_eq!(saturated.outcome, Outcome::Saturated);
    assert_eq!(saturated.remainder, d("5"));
    assert!(percents(&saturated.offer)[1..].iter().all(Decimal::is_zero));

    let (_, before, locked) = held(Hold::Cost, 0, "12", &[1, 2, 3, 4]);
    assert_eq!(locked.outcome, Outcome::AllLocked);
    assert_eq!(percents(&locked.offer)[1..], percents(&before)[1..]);
    assert!(locked.remainder > Decimal::ZERO);

    let (_, _, cost) = held(Hold::Cost, 0, "60", &[]);
    assert_eq!(cost.outcome, Outcome::Saturated);
    assert!(percents(&cost.offer)[1..].iter().all(Decimal::is_zero));
}

#[test]
fn holding_nothing_changes_only_what_was_moved() {
    let (_, before, held) = held(Hold::Nothing, 0, "12", &[]);
    assert_eq!(percents(&held.offer)[1..], percents(&before)[1..]);
}

/// A small generator: the cases are the same on every run.
struct Dice(u64);

impl Dice {
    fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let sides = u64::try_from(high - low + 1).unwrap();
        low + i64::try_from((self.0 >> 33) % sides).unwrap()
    }
}

/// The figure held, worked out without the code that holds it: by product, by sum, by the report.
fn figure(what: Hold, scenario: &Scenario, offer: &Offer) -> Decimal {
    match what {
        Hold::SimpleSum => percents(offer).iter().sum(),
        Hold::Compounded => compounded(offer),
        _ => cost(scenario, offer),
    }
}

/// What one step of 0.01 % on the raise that weighs most does to the figure.
fn one_step(what: Hold, scenario: &Scenario, offer: &Offer, giving: &[usize]) -> Decimal {
    let now = percents(offer);
    let steps = giving.iter().map(|place| match what {
        Hold::Compounded => (d("100") + compounded(offer)) / (d("100") + now[*place]) * d("0.01"),
        _ => {
            let mut more = offer.clone();
            set(&mut more, *place, &(now[*place] + d("0.01")).to_string());
            cost(scenario, &more) - cost(scenario, offer)
        }
    });
    steps.max().unwrap()
}

/// Whatever raise moves wherever, whichever are locked: the figure is held to within a step, or it is said
/// that and by how much it isn't; what is locked stays, nothing falls below 0 or grows past 100.
#[test]
fn any_raise_moved_anywhere_is_held_or_it_says_so() {
    let scenario = example().unwrap();
    let model = Model::new(&scenario).unwrap();
    let before = scenario.offers[1].clone();
    let (mut held_ones, mut saturated, mut all_locked) = (0, 0, 0);
    for (seed, what) in [Hold::SimpleSum, Hold::Compounded, Hold::Cost]
        .into_iter()
        .enumerate()
    {
        let mut dice = Dice(seed as u64);
        for _ in 0..60 {
            let moved = usize::try_from(dice.between(0, 4)).unwrap();
            // Mostly where negotiators move, now and then far beyond.
            let percent = match dice.between(0, 5) {
                0 => Decimal::new(dice.between(-5_000, 10_000), 2),
                _ => Decimal::new(dice.between(0, 1_400), 2),
            };
            let locked: Vec<usize> = (0..5).filter(|_| dice.between(0, 3) == 0).collect();
            let giving: Vec<usize> = (0..5)
                .filter(|place| *place != moved && !locked.contains(place))
                .collect();
            let mut after = before.clone();
            set(&mut after, moved, &percent.to_string());
            let held = hold(&model, &before, &after, moved, &locked, what).unwrap();
            let (was, now) = (percents(&before), percents(&held.offer));
            let case = format!("{what:?}: raise {moved} to {percent}, locked {locked:?}: {now:?}");
            assert_eq!(now[moved], percent.normalize(), "{case}");
            for place in &locked {
                assert!(*place == moved || now[*place] == was[*place], "{case}");
            }
            for place in &giving {
                assert!((Decimal::ZERO..=d("100")).contains(&now[*place]), "{case}");
            }
            let off = figure(what, &scenario, &held.offer) - figure(what, &scenario, &before);
            let close = if what == Hold::Cost {
                d("0.01")
            } else {
                d("0.000001")
            };
            assert!(
                (off - held.remainder).abs() <= close,
                "{case} says {}",
                held.remainder
            );
            match held.outcome {
                Outcome::Held if what == Hold::SimpleSum => {
                    assert_eq!(off, Decimal::ZERO, "{case}")
                }
                Outcome::Held if giving.is_empty() => assert_eq!(off, Decimal::ZERO, "{case}"),
                Outcome::Held => {
                    let step = one_step(what, &scenario, &held.offer, &giving);
                    assert!(off.abs() <= step, "{case} off by {off}, a step is {step}");
                }
                Outcome::Saturated => {
                    let edge = if off > Decimal::ZERO {
                        Decimal::ZERO
                    } else {
                        d("100")
                    };
                    let stuck = giving.iter().filter(|place| now[**place] == edge).count();
                    let expected = if off > Decimal::ZERO { giving.len() } else { 1 };
                    assert!(stuck >= expected && !off.is_zero(), "{case} off by {off}");
                }
                Outcome::AllLocked => assert!(giving.is_empty() && !off.is_zero(), "{case}"),
                Outcome::Unknown => panic!("{case}"),
            }
            match held.outcome {
                Outcome::Held => held_ones += 1,
                Outcome::Saturated => saturated += 1,
                _ => all_locked += 1,
            }
        }
    }
    // The dice reach every outcome.
    assert!(
        held_ones > 100 && saturated > 10 && all_locked > 0,
        "{held_ones} {saturated} {all_locked}"
    );
}
