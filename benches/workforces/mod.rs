//! Workforces that more than one benchmark costs.

use counteroffer::scenario::{
    CapReading, Clause, ClauseTerms, Group, Ladder, PayrollMeasured, People, Ripple, Rounding,
    Scale, ScaleStep, Scenario, Scope,
};
use counteroffer::units::{Fte, HourlyRate, Known, Percent};
use rust_decimal::Decimal;

const CASE: &str = include_str!("../../scenarios/kaiser-alliance-2025.ron");

/// The case as it is.
pub fn case() -> Scenario {
    ron::from_str(CASE).expect("the example reads")
}

/// The case's raises on 62,000 employees who stand on 40 scales of six steps in five markets, in 10,000
/// combinations of step, copy and next step date, with a minimum rate and a pool in each offer.
pub fn on_scales() -> Scenario {
    let mut scenario = case();
    let rate = |cents: i64| Known::Known(HourlyRate::new(Decimal::new(cents, 2)).expect("a rate"));
    let scales = (0..40_i64).map(|scale| Scale {
        name: format!("Scale {scale}"),
        steps: (0..6_i64)
            .map(|step| ScaleStep {
                rate: rate(1_900 + scale * 150 + step * 90),
                months: None,
            })
            .collect(),
    });
    let scales: Vec<Scale> = scales.collect();
    let as_of = scenario.workforce.rates_as_of;
    let groups = (0..10_000_usize).map(|number| Group {
        name: format!("Group {number}"),
        market: Some(format!("Market {}", number / 40 % 5)),
        unit: None,
        job: None,
        scale: Some(format!("Scale {}", number % 40)),
        step: Some((number / 200 % 5) as u32 + 1),
        next_step: Some(as_of.plus_days(20 + (number / 1_000) as i32 * 33)),
        headcount: Known::Known(6),
        fte: Known::Known(Fte::new(Decimal::new(620 + (number % 7) as i64, 2)).expect("an FTE")),
        rate: None,
    });
    let workforce = scenario.workforce_mut();
    workforce.people = People::Groups(groups.collect());
    workforce.rounding = Rounding::Cent;
    workforce.scales = scales;
    workforce.ladders = vec![Ladder {
        name: "Ladder".to_owned(),
        scales: vec!["Scale 0".to_owned(), "Scale 7".to_owned()],
    }];
    let market = Scope {
        market: vec!["Market 1".to_owned()],
        ..Scope::default()
    };
    for offer in &mut scenario.offers {
        let first = offer.clauses[0].date;
        let minimum = ClauseTerms::MinimumRate {
            by_market: Vec::new(),
            elsewhere: Some(rate(2_500)),
            ripple: Ripple::SamePercent,
        };
        offer.clauses.push(Clause::new(first, minimum));
        let part = first.plus_months(9);
        let mut pool = Clause::new(
            part,
            ClauseTerms::EquityPool {
                percent: Known::Known(Percent::new(Decimal::TWO).expect("a percent")),
                payroll_of: Scope::default(),
                tranches: vec![part, part.plus_months(12)],
                cap: None,
                reading: CapReading::Additive,
                measured: PayrollMeasured::Eve,
            },
        );
        pool.scope = market.clone();
        offer.clauses.push(pool);
    }
    scenario
}
