//! What an imported roster costs is what a plain loop over all its employees says, to the cent.

use std::collections::BTreeMap;

use counteroffer::files::roster::made_up_csv;
use counteroffer::scenario::{ClauseTerms, Offer, Scenario};
use counteroffer::units::Known;

use super::made::read_beside;

/// Days of a month divide it evenly: 28, 29, 30 and 31 all divide this.
pub(super) const MONTH: i128 = 28 * 29 * 30 * 31 / 2;
const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// 6, 12 and 24 months divide a group that is spread evenly into whole parts of this.
pub(super) const PARTS: i128 = 24;

/// A day as year, month, day.
pub(super) type Day = (i32, i32, i32);

pub(super) fn day(text: &str) -> Day {
    let mut parts = text.split('-').map(|part| part.parse().unwrap());
    (
        parts.next().unwrap(),
        parts.next().unwrap(),
        parts.next().unwrap(),
    )
}

fn length((year, month, _): Day) -> i32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    LENGTHS[month as usize - 1] + i32::from(leap && month == 2)
}

/// The moment a day begins: months, each of as many parts.
pub(super) fn moment(day: Day) -> i128 {
    let months = i128::from(day.0 * 12 + day.1);
    months * MONTH + i128::from(day.2 - 1) * MONTH / i128::from(length(day))
}

fn later((year, month, of_month): Day, months: i32) -> Day {
    let count = year * 12 + month - 1 + months;
    let first = (count.div_euclid(12), count.rem_euclid(12) + 1, 1);
    (first.0, first.1, of_month.min(length(first)))
}

/// A percent in hundredths on a rate in cents, to the cent, halves up.
pub(super) fn raised(cents: i128, hundredths: i128) -> i128 {
    (cents * (10_000 + hundredths) + 5_000) / 10_000
}

/// The raises of an offer for everyone, as day and hundredths of a percent.
pub(super) fn raises(offer: &Offer) -> Vec<(Day, i128)> {
    let counted = offer.clauses.iter().filter(|clause| clause.counted);
    let mut raises: Vec<(Day, i128)> = counted
        .map(|clause| {
            assert!(clause.scope.is_everyone());
            let ClauseTerms::Percent(Known::Known(percent)) = &clause.terms else {
                panic!("{:?}", clause.terms);
            };
            let hundredths = (percent.get() * rust_decimal::Decimal::ONE_HUNDRED).normalize();
            (day(&clause.date.to_string()), hundredths.mantissa())
        })
        .collect();
    raises.sort();
    raises
}

pub(super) struct Employee {
    /// Market, unit, job.
    pub keys: [String; 3],
    /// The scale, where there is one.
    pub scale: Option<String>,
    /// Hundredths.
    pub fte: i128,
    /// Cents of each step from the one stood on; one for those without a scale.
    pub rates: Vec<i128>,
    /// When each next step is reached, and how many of the parts move then.
    pub ways: Vec<(i128, Vec<Day>)>,
}

/// Cents × moments between the first day and the end, above no raise, of an hour a moment on one way up the steps.
pub(super) fn above_on(
    rates: &[i128],
    moves: &[Day],
    raises: &[(Day, i128)],
    (first, end): (Day, Day),
) -> i128 {
    let mut cuts: Vec<Day> = vec![first, end];
    cuts.extend(moves.iter().chain(raises.iter().map(|(day, _)| day)));
    cuts.retain(|cut| *cut >= first && *cut <= end);
    cuts.sort();
    let parts = cuts.windows(2).map(|pair| {
        let step = moves.iter().filter(|day| **day <= pair[0]).count();
        let start = rates[step.min(rates.len() - 1)];
        let in_force = raises.iter().filter(|(day, _)| *day <= pair[0]);
        let rate = in_force.fold(start, |rate, (_, percent)| raised(rate, *percent));
        (rate - start) * (moment(pair[1]) - moment(pair[0]))
    });
    parts.sum()
}

/// Cents × hundredths of FTE × moments × parts between the first day and the end, above no raise.
pub(super) fn above(employee: &Employee, raises: &[(Day, i128)], first: Day, end: Day) -> i128 {
    let ways = employee.ways.iter();
    let sum: i128 = ways
        .map(|(parts, moves)| parts * above_on(&employee.rates, moves, raises, (first, end)))
        .sum();
    sum * employee.fte
}

pub(super) fn employees(text: &str, scenario: &Scenario, end: Day) -> Vec<Employee> {
    let scales: BTreeMap<&str, Vec<(i128, i32)>> = scenario
        .workforce
        .scales
        .iter()
        .map(|scale| {
            let steps = scale.steps.iter().map(|step| {
                let cents = step.rate.get().unwrap().get() * rust_decimal::Decimal::ONE_HUNDRED;
                (
                    cents.normalize().trunc().mantissa(),
                    step.months.unwrap_or(0) as i32,
                )
            });
            (scale.name.as_str(), steps.collect())
        })
        .collect();
    let hundredths = |text: &str| text.replace('.', "").parse::<i128>().unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let mut employee = Employee {
                keys: [cells[2], cells[3], cells[4]].map(str::to_owned),
                scale: None,
                fte: hundredths(cells[7]),
                rates: vec![hundredths(cells[8])],
                ways: vec![(PARTS, Vec::new())],
            };
            if let Some(steps) = scales.get(cells[5]) {
                employee.scale = Some(cells[5].to_owned());
                let at = cells[6].parse::<usize>().unwrap() - 1;
                let ahead = &steps[at..];
                assert_eq!(
                    ahead[0].0, employee.rates[0],
                    "the roster's rates are on their scale"
                );
                employee.rates = ahead.iter().map(|(cents, _)| *cents).collect();
                let first_moves: Vec<(i128, Day)> = match (ahead.len(), cells[9]) {
                    (1, _) => Vec::new(),
                    (_, "") => (1..=ahead[0].1)
                        .map(|month| (PARTS / i128::from(ahead[0].1), later((2025, 9, 1), month)))
                        .collect(),
                    (_, text) => vec![(PARTS, day(text))],
                };
                if !first_moves.is_empty() {
                    employee.ways = first_moves
                        .into_iter()
                        .map(|(parts, first)| {
                            let mut moves = vec![first];
                            for (_, months) in &ahead[1..ahead.len() - 1] {
                                let next = later(*moves.last().unwrap(), *months);
                                if next < end {
                                    moves.push(next);
                                }
                            }
                            (parts, moves)
                        })
                        .collect();
                }
            }
            employee
        })
        .collect()
}

#[test]
fn sixty_two_thousand_employees_cost_what_a_plain_loop_says() {
    let text = made_up_csv(62_000, 11);
    let case = counteroffer::files::example().unwrap();
    let staged = read_beside(&case, &text);
    assert_eq!(staged.reconciliation.employees, 62_000);
    let scenario = staged.applied(&case, &[]);
    let report = counteroffer::costing::report(&scenario).unwrap();
    let (first, end) = ((2025, 10, 1), (2029, 10, 1));
    let employees = employees(&text, &scenario, end);
    // Cents × hundredths of FTE × (2,080 hours ÷ 12 months) × parts: to cents, halves away from zero.
    let to_cents = |sum: i128| {
        let (top, bottom) = (sum * 2080, 100 * 12 * MONTH * PARTS);
        let cents = (top * 2 + bottom) / (bottom * 2);
        format!("{}.{:02}", cents / 100, cents % 100)
    };
    let shown = report.offers.iter().zip(&report.apart);
    for (offer, (figures, apart)) in scenario.offers.iter().zip(shown).take(2) {
        let raises = raises(offer);
        assert_eq!(raises.len(), 5);
        let mut all = 0;
        let mut cells: BTreeMap<[String; 3], i128> = BTreeMap::new();
        for employee in &employees {
            let own = above(employee, &raises, first, end);
            all += own;
            *cells.entry(employee.keys.clone()).or_default() += own;
        }
        let shown = counteroffer::units::text::cents;
        assert_eq!(
            shown(figures.cost.unwrap()),
            to_cents(all),
            "{}",
            offer.name
        );
        assert_eq!(apart.by_scope.len(), cells.len());
        let mut markets: BTreeMap<String, i128> = BTreeMap::new();
        for (keys, cost) in &cells {
            *markets.entry(keys[0].clone()).or_default() += cost;
        }
        let by_market = &report.people.spread.by_market;
        assert_eq!(by_market.len(), markets.len());
        for row in by_market {
            let of_offer = row.offers.iter().find(|own| own.id == offer.id).unwrap();
            let market = markets[row.name.as_ref().unwrap()];
            assert_eq!(
                shown(of_offer.cost.unwrap()),
                to_cents(market),
                "{:?}",
                row.name
            );
        }
        for table in [
            &report.people.spread.by_scale,
            &report.people.spread.by_band,
        ] {
            let heads: u64 = table.iter().map(|row| row.headcount.unwrap()).sum();
            assert_eq!(heads, 62_000);
        }
        for scope in &apart.by_scope {
            let keys = [&scope.market, &scope.unit, &scope.job].map(|key| key.clone().unwrap());
            assert_eq!(
                shown(scope.cost.unwrap()),
                to_cents(cells[&keys]),
                "{keys:?}"
            );
        }
    }
}
