//! The offers of both sides in the order they were passed.

use counteroffer::costing;
use counteroffer::explore::history::{Move, Told, days_without_movement, history};
use counteroffer::scenario::{Moment, Offer, OfferId, Party, Scenario, Status};
use counteroffer::units::Date;
use rust_decimal::Decimal;

use super::{case, cents, d};

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn told(scenario: &Scenario, told: Told) -> Vec<Move> {
    let report = costing::report(scenario).unwrap();
    history(scenario, &report.offers, told)
}

/// September's offer stands last in the file and first in the history.
#[test]
fn the_case_goes_by_moments_and_not_by_the_list() {
    let moves = told(&case(), Told::Cost);
    let ids: Vec<&str> = moves.iter().map(|one| one.offer.0.as_str()).collect();
    assert_eq!(
        ids,
        [
            "employer-2025-09-12",
            "employer-2025-10-02",
            "union-2025-10-07"
        ]
    );
    let cost = |at: usize| cents(moves[at].figure.unwrap());
    assert_eq!(cost(1), d("5239246824.94"));
    assert_eq!(moves[0].conceded, None);
    // $4,893,649,701.86 to $5,239,246,824.94, before either is rounded.
    assert_eq!(cents(moves[1].conceded.unwrap()), d("345597123.09"));
    assert_eq!(cost(0), d("4893649701.86"));
    assert_eq!(moves[2].conceded, None, "the union's first offer known");
    assert_eq!(moves[0].next_of_other, Some(2));
    assert_eq!(moves[1].next_of_other, Some(2));
    assert_eq!(moves[2].next_of_other, None);
    assert_eq!(moves[1].distance, None);
    assert_eq!(cents(moves[2].distance.unwrap()), d("963794507.39"));
    assert_eq!(moves[1].days_since, Some(20));
    assert_eq!(days_without_movement(&moves, day("2025-10-17")), Some(10));
    assert_eq!(days_without_movement(&moves, day("2025-10-01")), Some(0));
    let rates = told(&case(), Told::EndRate);
    assert_eq!(
        counteroffer::units::decimal::round(rates[1].figure.unwrap(), 6),
        d("23.338179")
    );
}

/// Adding the earlier offer changes neither A and B nor whose last offer movement is told from.
#[test]
fn the_earlier_offer_is_not_the_last_one() {
    let mut scenario = case();
    let mut counter = scenario.offers[0].clone();
    counter.id = OfferId("draft".to_owned());
    counter.status = Status::Draft;
    scenario.offers.push(counter);
    scenario.counter = Some(OfferId("draft".to_owned()));
    scenario.we_are = Party::Employer;
    let gap = costing::report(&scenario).unwrap().gap.unwrap();
    assert_eq!(gap.movement.from.unwrap().0, "employer-2025-10-02");
    assert_eq!(gap.movement.to.unwrap().0, "union-2025-10-07");
    assert_eq!(cents(gap.cost.unwrap()), d("963794507.39"));
}

/// Twelve offers in a shuffled list: moments rule, concessions of a side add up to its way, the distance is
/// that of the latest two.
#[test]
fn twelve_offers_fall_into_their_order() {
    let mut scenario = case();
    let (employer, union) = (scenario.offers[0].clone(), scenario.offers[1].clone());
    scenario.offers.clear();
    scenario.claims.clear();
    let mut made: Vec<(usize, Offer)> = (0..12)
        .map(|at| {
            let of_union = at % 2 == 1;
            let mut offer = if of_union {
                union.clone()
            } else {
                employer.clone()
            };
            offer.id = OfferId(format!("offer-{at}"));
            // Two a day: 9:40 before 14:32, which letters would turn round.
            offer.status = Status::Passed(Moment {
                on: day("2025-11-03").plus_days(at as i32 / 2),
                at: Some(if of_union { "14:32" } else { "9:40" }.to_owned()),
            });
            offer
                .clauses
                .truncate(if of_union { 5 - at / 4 } else { 3 + at / 5 });
            (at, offer)
        })
        .collect();
    made.sort_by_key(|(at, _)| at * 7 % 12);
    scenario.offers = made.into_iter().map(|(_, offer)| offer).collect();
    scenario.a = Some(OfferId("offer-0".to_owned()));
    scenario.b = Some(OfferId("offer-1".to_owned()));
    let moves = told(&scenario, Told::Cost);
    let ids: Vec<String> = moves.iter().map(|one| one.offer.0.clone()).collect();
    let order: Vec<String> = (0..12).map(|at| format!("offer-{at}")).collect();
    assert_eq!(ids, order);
    for side in [Party::Employer, Party::Union] {
        let own: Vec<&Move> = moves.iter().filter(|one| one.side == side).collect();
        let way: Decimal = own.iter().filter_map(|one| one.conceded).sum();
        let whole = own[own.len() - 1].figure.unwrap() - own[0].figure.unwrap();
        assert_eq!(way, whole, "{side:?}");
        assert!(!whole.is_zero());
    }
    for (at, one) in moves.iter().enumerate() {
        let next = (at + 1 < 12).then_some(at + 1);
        assert_eq!(one.next_of_other, next, "{at}");
    }
    let distance = moves[11].figure.unwrap() - moves[10].figure.unwrap();
    assert_eq!(moves[11].distance, Some(distance));
}

/// Drafts and withdrawn offers are no moves; an agreement is one.
#[test]
fn only_what_was_passed_or_agreed_is_a_move() {
    let mut scenario = case();
    let Status::Passed(moment) = scenario.offers[1].status.clone() else {
        panic!("passed");
    };
    scenario.offers[2].status = Status::Draft;
    scenario.offers[0].status = Status::Withdrawn(moment.clone());
    scenario.offers[1].status = Status::Agreed(moment);
    let moves = told(&scenario, Told::Cost);
    assert_eq!(moves.len(), 1);
    assert!(moves[0].agreed);
}
