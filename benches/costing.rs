//! How long the costing core takes. `benches/table` writes the medians into the README.
//!
//! Cohorts are built beforehand (grouping has a line of its own), because the program keeps them
//! while offers change.

#![allow(clippy::expect_used)]

mod workforces;

use counteroffer::costing::cohorts::Cohorts;
use counteroffer::costing::model::Ready;
use counteroffer::costing::year_label::YearKind;
use counteroffer::costing::years::years;
use counteroffer::costing::{Model, OfferCost, report, why};
use counteroffer::scenario::{
    Clause, ClauseTerms, Group, Offer, People, Rounding, Scenario, Scope,
};
use counteroffer::units::{Fte, HourlyRate, Known, Percent};
use divan::{Bencher, black_box};
use rust_decimal::{Decimal, RoundingStrategy};
use workforces::{case, on_scales};

fn main() {
    divan::main();
}

/// The case with `employees` in `paths` distinct paths: rates of 20 to 120 dollars by the cent in two
/// markets, one of which each offer's third raise is for.
fn large(employees: usize, paths: usize) -> Scenario {
    let mut scenario = case();
    let markets = ["North", "South"];
    let groups = (0..employees)
        .map(|number| {
            let path = number % paths;
            Group {
                name: format!("Employee {number}"),
                market: Some(markets[path % 2].to_owned()),
                unit: None,
                job: None,
                scale: None,
                step: None,
                headcount: Known::Known(1),
                fte: Known::Known(
                    Fte::new(Decimal::new(75 + (path % 6) as i64 * 5, 2)).expect("an FTE"),
                ),
                next_step: None,
                rate: Some(Known::Known(
                    HourlyRate::new(Decimal::new(2_000 + (path / 2) as i64, 2)).expect("a rate"),
                )),
            }
        })
        .collect();
    scenario.workforce_mut().people = People::Groups(groups);
    scenario.workforce_mut().rounding = Rounding::Cent;
    for offer in &mut scenario.offers {
        offer.clauses[2].scope = Scope {
            market: vec!["North".to_owned()],
            ..Scope::default()
        };
    }
    scenario
}

fn ready(scenario: &Scenario) -> Ready {
    Model::new(scenario).expect("costs").ready
}

/// One offer to the cent: cost, years, and what "why" needs.
fn one_offer(model: &Model<'_>, offer: &Offer) -> (Decimal, why::Layers) {
    let paid = model.paid.as_ref().expect("pay is known");
    let steps = model.events(offer).expect("costs");
    let costed = OfferCost::new(model, paid, &steps)
        .expect("costs")
        .expect("is known");
    let cost = costed
        .cost(model.first, model.end)
        .expect("costs")
        .expect("is known");
    black_box(years(model, Some(&costed), YearKind::Contract).expect("costs"));
    let layers = why::Layers::of(model, paid, &steps, &costed).expect("costs");
    (cost.dollars(), layers)
}

/// Cost, years, gap and why of both offers, from built cohorts.
fn both_offers(scenario: &Scenario, ready: &Ready) -> Decimal {
    let model = Model::regrouped(scenario, Some(ready.clone())).expect("costs");
    let (a, of_a) = one_offer(&model, &scenario.offers[0]);
    let (b, of_b) = one_offer(&model, &scenario.offers[1]);
    black_box(why::why(&of_a, &of_b).expect("costs"));
    b - a
}

fn bench_both(bencher: Bencher, scenario: &Scenario) {
    let ready = ready(scenario);
    bencher.bench_local(|| both_offers(black_box(scenario), &ready));
}

/// One raise of one offer moved by a day and a quarter point; the other offer is kept.
fn bench_move(bencher: Bencher, scenario: &Scenario) {
    let ready = ready(scenario);
    let model = Model::regrouped(scenario, Some(ready)).expect("costs");
    let (a, of_a) = one_offer(&model, &scenario.offers[0]);
    let mut moved = scenario.offers[1].clone();
    moved.clauses[1].date = moved.clauses[1].date.plus_days(1);
    moved.clauses[1].terms = ClauseTerms::Percent(Known::Known(
        Percent::new(Decimal::new(525, 2)).expect("a percent"),
    ));
    bencher.bench_local(|| {
        let (b, of_b) = one_offer(&model, black_box(&moved));
        black_box(why::why(&of_a, &of_b).expect("costs"));
        b - a
    });
}

#[divan::bench(name = "1 the case: cost, years, gap and why")]
fn case_costed(bencher: Bencher) {
    bench_both(bencher, &case());
}

#[divan::bench(name = "2 the case: everything in the report")]
fn case_report(bencher: Bencher) {
    let scenario = case();
    bencher.bench_local(|| report(black_box(&scenario)).expect("costs"));
}

#[divan::bench(name = "3 62,000 employees in 10,000 paths, cents: cost, years, gap and why")]
fn paths_10_000(bencher: Bencher) {
    bench_both(bencher, &large(62_000, 10_000));
}

#[divan::bench(name = "4 62,000 employees in 10,000 paths, cents: one raise moved")]
fn paths_10_000_moved(bencher: Bencher) {
    bench_move(bencher, &large(62_000, 10_000));
}

#[divan::bench(name = "5 62,000 employees in 62,000 paths, cents: cost, years, gap and why")]
fn paths_62_000(bencher: Bencher) {
    bench_both(bencher, &large(62_000, 62_000));
}

#[divan::bench(
    name = "6 1,000,000 employees in 10,000 paths, cents: cost, years, gap and why",
    sample_count = 20
)]
fn paths_million(bencher: Bencher) {
    bench_both(bencher, &large(1_000_000, 10_000));
}

#[divan::bench(
    name = "7 grouping 62,000 employees into 10,000 paths",
    sample_count = 20
)]
fn grouping(bencher: Bencher) {
    let scenario = large(62_000, 10_000);
    let model = Model::new(&scenario).expect("costs");
    bencher.bench_local(|| {
        Cohorts::of(
            black_box(&scenario.workforce),
            scenario.hours,
            &model.scopes,
        )
        .expect("groups")
    });
}

#[divan::bench(name = "9 10,000 cells on 40 scales, minimum and pool: cost, years, gap and why")]
fn scales_costed(bencher: Bencher) {
    bench_both(bencher, &on_scales());
}

#[divan::bench(name = "10 10,000 cells on 40 scales, minimum and pool: one raise moved")]
fn scales_moved(bencher: Bencher) {
    bench_move(bencher, &on_scales());
}

/// The yardstick: every employee by himself, decimals, the same ten raises and the same cents; wages over
/// the term only, no years and no why.
#[divan::bench(
    name = "8 plain loop over 62,000 employees, decimals: cost only",
    sample_count = 5
)]
fn plain_loop(bencher: Bencher) {
    let scenario = large(62_000, 10_000);
    bencher.bench_local(|| {
        let mut gap = Decimal::ZERO;
        for (offer, sign) in [(0, -Decimal::ONE), (1, Decimal::ONE)] {
            gap += sign * plain_cost(black_box(&scenario), &scenario.offers[offer].clauses);
        }
        gap
    });
}

fn plain_cost(scenario: &Scenario, clauses: &[Clause]) -> Decimal {
    let People::Groups(groups) = &scenario.workforce.people else {
        return Decimal::ZERO;
    };
    let months = [12, 6, 6, 12, 12].map(Decimal::from);
    let mut total = Decimal::ZERO;
    for employee in groups {
        let (Known::Known(start), Known::Known(fte)) =
            (scenario.workforce.rate_of(employee), employee.fte)
        else {
            continue;
        };
        let mut rate = start.get();
        for (clause, months) in clauses.iter().zip(months) {
            if clause.scope.includes(employee, &scenario.workforce) {
                let percent = clause
                    .terms
                    .percent()
                    .map_or(Decimal::ZERO, |percent| percent.get());
                rate = (rate * (Decimal::ONE + percent / Decimal::ONE_HUNDRED))
                    .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            }
            let hours = scenario.hours.get() * months / Decimal::from(12);
            total += (rate - start.get()) * fte.get() * hours;
        }
    }
    total
}
