//! Edges of the method worked out by hand, one contract each: what a line of arithmetic beside it says.

use counteroffer::costing::report;
use counteroffer::costing::report::{OfferFigures, Report};
use counteroffer::files::parse_scenario;
use rust_decimal::Decimal;

/// One contract: a workforce of its own fields, and one offer's clauses.
struct Contract<'a> {
    last_day: &'a str,
    /// The day rates are as of.
    as_of: &'a str,
    scenario: &'a str,
    workforce: &'a str,
    clauses: &'a str,
}

/// A year from October 2025; one employee at $20.00 an hour, rates rounded to the cent.
const ONE: Contract = Contract {
    last_day: "2026-09-30",
    as_of: "2025-09-30",
    scenario: "",
    workforce: "rounding: Cent, people: Groups([(name: \"A\", headcount: 1, fte: 1, rate: 20.00)])",
    clauses: "",
};

fn figures(contract: &Contract) -> Report {
    let Contract {
        last_day,
        as_of,
        scenario,
        workforce,
        clauses,
    } = contract;
    let text = format!(
        "#![enable(implicit_some)]
        (version: 1, title: \"Edge\", we_are: Union,
        term: (first_day: \"2025-10-01\", last_day: \"{last_day}\"), {scenario}
        workforce: (rates_as_of: \"{as_of}\", {workforce}),
        offers: [(id: \"a\", name: \"A\", side: Union, status: Draft, clauses: [{clauses}])])"
    );
    let scenario = parse_scenario(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    report(&scenario).unwrap()
}

fn offer(contract: &Contract) -> OfferFigures {
    figures(contract).offers.remove(0)
}

#[track_caller]
fn is(value: Option<Decimal>, expected: &str) {
    let expected: Decimal = expected.parse().unwrap();
    let value = value.unwrap_or_else(|| panic!("unknown, not {expected}"));
    let off = (value - expected).abs();
    assert!(off < Decimal::new(1, 6), "{value} isn't {expected}");
}

#[test]
fn dollars_an_hour_become_a_months_pay_unrounded_before_the_rate_is_rounded() {
    // $5,000 + $1 × 2080 / 12 = $5,173.33, to the dollar $5,173: 173 × 12.
    let of = offer(&Contract {
        workforce: "rate_unit: Month, rounding: Dollar,
            people: Groups([(name: \"A\", headcount: 1, fte: 1, rate: 5000)])",
        clauses: "(date: \"2025-10-01\", terms: PerHour(1))",
        ..ONE
    });
    is(of.cost, "2076");
}

#[test]
fn dollars_a_year_become_an_hours_pay_unrounded_before_the_rate_is_rounded() {
    // $1,000 / 2080 = $0.480769: $20.48.
    let of = offer(&Contract {
        clauses: "(date: \"2025-10-01\", terms: PerYear(1000))",
        ..ONE
    });
    is(of.cost, "998.4");
}

#[test]
fn the_greater_of_a_percent_and_dollars_is_taken_rate_by_rate() {
    // $20.00: 3 % gives 20.60, $1,000 a year 20.48. $15.00: 15.45 and 15.48. (0.60 + 0.48) × 2080.
    let of = offer(&Contract {
        workforce: "rounding: Cent, people: Groups([
            (name: \"A\", headcount: 1, fte: 1, rate: 20.00),
            (name: \"B\", headcount: 1, fte: 1, rate: 15.00)])",
        clauses: "(date: \"2025-10-01\", terms: GreaterOf(percent: 3, per_year: 1000))",
        ..ONE
    });
    is(of.cost, "2246.4");
}

#[test]
fn clauses_of_one_day_apply_by_their_dates_and_then_as_they_are_listed() {
    let of = |clauses| {
        let of = offer(&Contract { clauses, ..ONE });
        of.exit_run_rate.map(|pay| pay / Decimal::from(2080))
    };
    // 20 × 1.03 + 1, and (20 + 1) × 1.03.
    is(
        of("(date: \"2025-10-01\", terms: Percent(3)), (date: \"2025-10-01\", terms: PerHour(1))"),
        "21.60",
    );
    is(
        of("(date: \"2025-10-01\", terms: PerHour(1)), (date: \"2025-10-01\", terms: Percent(3))"),
        "21.63",
    );
}

/// A pool of 2 % of its target's own $100.00 in two parts: 1/T each, T on its eve. The first makes $101.00. A half
/// percent comes on the day of the second.
fn pool_and_half_a_percent(pool_is_first: bool) -> Option<Decimal> {
    let pool = "(date: \"2025-10-01\", terms: EquityPool(percent: 2,
        tranches: [\"2025-10-01\", \"2026-04-01\"], measured: Eve))";
    let half = "(date: \"2026-04-01\", terms: Percent(0.5))";
    let clauses = if pool_is_first {
        format!("{pool}, {half}")
    } else {
        format!("{half}, {pool}")
    };
    let of = offer(&Contract {
        workforce: "rounding: Cent, people: Groups([(name: \"A\", headcount: 1, fte: 1, rate: 100)])",
        clauses: &clauses,
        ..ONE
    });
    of.exit_run_rate.map(|pay| pay / Decimal::from(2080))
}

#[test]
fn a_part_of_a_pool_has_the_pools_place_in_the_list_on_its_own_day() {
    // 101 × 102/101 = 102.00, × 1.005 = 102.51.
    is(pool_and_half_a_percent(true), "102.51");
    // 101 × 1.005 = 101.505, so 101.51; × 102/101 = 102.515, so 102.52.
    is(pool_and_half_a_percent(false), "102.52");
}

#[test]
fn a_minimum_lifts_what_is_under_it_and_rounds_nothing_else() {
    // 18.004 becomes 19.00; 20.005 stays, which a raise would round.
    let of = offer(&Contract {
        workforce: "rounding: Cent, people: Groups([
            (name: \"A\", headcount: 1, fte: 1, rate: 18.004),
            (name: \"B\", headcount: 1, fte: 1, rate: 20.005)])",
        clauses: "(date: \"2025-10-01\", terms: MinimumRate(by_market: [], elsewhere: 19, ripple: FirstStepOnly))",
        ..ONE
    });
    is(of.cost, "2071.68");
}

#[test]
fn a_floor_is_a_clause_for_everyone_and_rounds_everyone() {
    // 18.004 becomes 19.00, and 20.005 the cent it is rounded to after each clause, 20.01.
    let of = offer(&Contract {
        workforce: "rounding: Cent, people: Groups([
            (name: \"A\", headcount: 1, fte: 1, rate: 18.004),
            (name: \"B\", headcount: 1, fte: 1, rate: 20.005)])",
        clauses: "(date: \"2025-10-01\", terms: Floor(19))",
        ..ONE
    });
    is(of.cost, "2082.08");
}

#[test]
fn a_scale_whose_first_step_is_no_lower_than_the_minimum_is_left_alone() {
    let of = offer(&Contract {
        workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 22), (rate: 20), (rate: 23)])],
            people: Groups([(name: \"A\", headcount: 1, fte: 1, scale: \"S\", step: 2, next_step: \"2026-12-01\")])",
        clauses: "(date: \"2025-10-01\", terms: MinimumRate(by_market: [], elsewhere: 21, ripple: FirstStepOnly))",
        ..ONE
    });
    is(of.cost, "0");
    assert!(of.lifted.is_empty());
}

#[test]
fn a_raise_for_a_time_is_as_if_it_had_never_been_once_it_is_over() {
    // 22.00 for six months, then 20 × 1.05 = 21.00 in its place: 2 × 1040 + 1 × 1040.
    let of = offer(&Contract {
        clauses: "(date: \"2025-10-01\", terms: Percent(10), until: \"2026-04-01\"),
            (date: \"2026-04-01\", terms: Percent(5))",
        ..ONE
    });
    is(of.cost, "3120");
    is(of.simple_sum, "5");
    is(of.compounded, "5");
}

#[test]
fn a_held_step_is_tried_again_a_year_later() {
    // From 20 to 21 in January 2027 instead of January 2026: a dollar less for twelve months.
    let of = offer(&Contract {
        last_day: "2027-09-30",
        workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 20), (rate: 21)])],
            people: Groups([(name: \"A\", headcount: 1, fte: 1, scale: \"S\", step: 1, next_step: \"2026-01-01\")])",
        clauses: "(date: \"2025-10-01\", terms: HoldSteps(until: \"2026-06-01\"))",
        ..ONE
    });
    is(of.cost, "-2080");
}

#[test]
fn steps_held_before_the_first_day_cost_before_the_term() {
    let of = offer(&Contract {
        as_of: "2025-06-30",
        workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 20), (rate: 21)])],
            people: Groups([(name: \"A\", headcount: 1, fte: 1, scale: \"S\", step: 1, next_step: \"2025-08-01\")])",
        clauses: "(date: \"2025-07-01\", terms: HoldSteps(until: \"2025-09-01\"))",
        ..ONE
    });
    // Two months of 2080/12 hours at a dollar less, August and September; in the term until August 2026.
    is(of.before_the_term, "-346.666666666667");
    is(of.cost, "-1733.333333333333");
}

#[test]
fn a_date_in_the_middle_of_a_pay_period_goes_to_the_earlier_start() {
    // Fortnights from September 28: October 5 is seven days from both ends.
    let of = offer(&Contract {
        scenario: "accrual: Biweekly(first_day: \"2025-09-28\"), effective: NearestPeriod,",
        clauses: "(date: \"2025-10-05\", terms: Percent(10)), (date: \"2025-10-06\", terms: Percent(0))",
        ..ONE
    });
    let days: Vec<String> = of
        .raises
        .iter()
        .map(|one| one.takes_effect.to_string())
        .collect();
    assert_eq!(days, ["2025-09-28", "2025-10-12"]);
    // Three days before the term at 2080/364 hours, $2.00 more.
    is(of.before_the_term, "34.285714285714");
}

#[test]
fn ratification_only_moves_forward_to_a_period() {
    // Ratified on October 13, a day after a period's start: not back to it, but to the next.
    let of = offer(&Contract {
        scenario: "accrual: Biweekly(first_day: \"2025-09-28\"), effective: NearestPeriod,
            ratification: On(\"2025-10-13\"), retroactive: false,",
        clauses: "(date: \"2025-10-01\", terms: Percent(10))",
        ..ONE
    });
    assert_eq!(of.raises[0].takes_effect.to_string(), "2025-10-26");
}

#[test]
fn a_percent_of_pay_is_of_26_pay_periods_where_hours_accrue_by_them() {
    // 364 days carry 2080 hours at $20.00; a year of months would carry the same.
    for accrual in [
        "accrual: Biweekly(first_day: \"2025-09-28\"),",
        "accrual: Monthly,",
    ] {
        let of = offer(&Contract {
            scenario: accrual,
            clauses: "(date: \"2026-03-01\", terms: LumpSum(amount: PercentOfPay(1), paid: Dated))",
            ..ONE
        });
        is(of.lump_sums, "416");
    }
}

#[test]
fn a_benefit_by_the_paid_hour_a_payout_and_paid_time_cost_what_their_inputs_say() {
    // (0.50 − 0.20) × 10 × 2080 × 80 %.
    let benefit = "(date: \"2025-10-01\", terms: Benefit(today: 0.20, values: [(date: \"2025-10-01\", value: 0.50)],
        participants: 10, attainment: 80, basis: PerPaidHour))";
    // (1,000 − 200) × 50 × 90 % × (60 % × 100 % + 40 % × 50 %), twice.
    let payout = "(date: \"2026-01-01\", terms: Payout(on: [\"2026-01-01\", \"2026-07-01\"], amount: 1000, today: 200,
        participants: 50, basis: PerHead, likelihood: 90,
        goals: [(name: \"G\", share: 60, reached: 100), (name: \"H\", share: 40, reached: 50)]))";
    // 8 hours × 3 × 50 % × 150 % × $20.00, for half a year.
    let paid_time = "(date: \"2026-04-01\", terms: PaidTime(hours: 8, participants: 3, backfilled: 50, premium: 150))";
    let clauses = format!("{benefit}, {payout}, {paid_time}");
    let of = offer(&Contract {
        clauses: &clauses,
        ..ONE
    });
    let costs: Vec<_> = of.benefit_clauses.iter().map(|one| one.cost).collect();
    is(costs[0], "4992");
    is(costs[1], "57600");
    is(costs[2], "180");
    is(of.benefits, "62772");
}

#[test]
fn what_waits_for_ratification_begins_then_and_what_does_not_on_its_date() {
    // 2 % of $41,600 a year: nine months from January 1, or the whole year.
    let of = |when: &str| {
        let clauses = format!(
            "(date: \"2025-10-01\", terms: Contribution(name: \"Trust\", today: 4,
            values: [(date: \"2025-10-01\", value: 6)], when: {when}))"
        );
        offer(&Contract {
            scenario: "ratification: On(\"2026-01-01\"), retroactive: true,",
            clauses: &clauses,
            ..ONE
        })
        .benefits
    };
    is(of("Later"), "624");
    is(of("Dated"), "832");
}

#[test]
fn a_spread_group_moves_a_twelfth_on_the_first_of_each_month_after_the_as_of_month() {
    // As of September 30: from October on 1/12, 2/12 … 12/12 of a dollar, 2080/12 hours a month: 78/12 × 173.33.
    let report = figures(&Contract {
        workforce: "rounding: Cent, scales: [(name: \"S\", steps: [(rate: 20), (rate: 21)])],
            people: Groups([(name: \"A\", headcount: 12, fte: 1, scale: \"S\", step: 1)])",
        ..ONE
    });
    is(report.basis.step_movement[0].cost, "1126.666666666667");
}

#[test]
fn new_money_counts_a_raise_once_and_a_lump_sum_in_full() {
    // 10 % for both years, and $500 in the second: 4,160, then 0 + 500; the cost pays the raise twice.
    let of = offer(&Contract {
        last_day: "2027-09-30",
        clauses: "(date: \"2025-10-01\", terms: Percent(10)),
            (date: \"2026-12-01\", terms: LumpSum(amount: PerHead(500), paid: Dated))",
        ..ONE
    });
    is(of.years[0].new_money, "4160");
    is(of.years[1].new_money, "500");
    is(of.cost, "8820");
}

#[test]
fn an_unknown_minimum_hides_its_own_market_only() {
    let report = figures(&Contract {
        workforce: "rounding: Cent, people: Groups([
            (name: \"A\", market: \"North\", headcount: 1, fte: 1, rate: 20),
            (name: \"B\", market: \"South\", headcount: 1, fte: 1, rate: 20)])",
        clauses:
            "(date: \"2025-10-01\", terms: MinimumRate(by_market: [(market: \"North\", rate: 21),
            (market: \"South\", rate: unknown)], ripple: FirstStepOnly))",
        ..ONE
    });
    is(report.apart[0].by_scope[0].cost, "2080");
    assert_eq!(report.apart[0].by_scope[1].cost, None);
    assert_eq!(report.offers[0].cost, None);
}

#[test]
fn a_cap_that_counts_an_unknown_raise_leaves_its_pool_unknown() {
    let pool = |raise: &str| {
        let clauses = format!(
            "(date: \"2025-10-01\", terms: EquityPool(percent: 2, tranches: [\"2025-10-01\"], cap: 4)),
            (date: \"2026-06-01\", terms: Percent({raise}))"
        );
        let of = offer(&Contract {
            clauses: &clauses,
            ..ONE
        });
        of.pools[0].percent
    };
    is(pool("3"), "1");
    is(pool("5"), "0");
    assert_eq!(pool("unknown"), None);
}
