//! The figures of one offer.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::calendar::Day;
use super::cost::{Ledger, Payment};
use super::deal::Deal;
use super::exact::{Dec, Fraction, fraction};
use super::model::{Case, NotCosted, Terms};
use super::path::{Path, baseline_steps};
use super::powers::Fixed;

/// Twelve months of the contract, or what the horizon leaves of them.
pub struct Block {
    pub label: String,
    pub first: Day,
    pub last: Day,
    /// The last day of the twelve months, which may lie past the horizon.
    pub full_last: Day,
    pub cut: bool,
}

pub fn blocks(case: &Case) -> Vec<Block> {
    let horizon = case.horizon();
    let starts = (0..).map(|n| (n, case.first_day.plus_months(12 * n)));
    starts
        .take_while(|(_, first)| *first <= horizon)
        .map(|(n, first)| {
            let full_last = case.first_day.plus_months(12 * (n + 1)).plus(-1);
            let cut = full_last > horizon;
            let by = if cut { " (cut by the term)" } else { "" };
            Block {
                label: format!("Year {}{by}", n + 1),
                first,
                last: full_last.min(horizon),
                full_last,
                cut,
            }
        })
        .collect()
}

/// Years of the compared term: whole months, and of the month begun the share of its days, by 12.
pub fn years(case: &Case) -> Fraction {
    let end = case.horizon().plus(1);
    let starts = |n: i32| case.first_day.plus_months(n);
    let whole = (0..).take_while(|n| starts(n + 1) <= end).count();
    let whole = i32::try_from(whole).unwrap();
    let begun = i64::from(end.0 - starts(whole).0);
    let month = i64::from(starts(whole + 1).0 - starts(whole).0);
    (fraction(i64::from(whole)) + fraction(begun) / fraction(month)) / fraction(12)
}

/// One contract year's figures, in hour units.
pub struct Year {
    pub payroll: Option<Dec>,
    pub cash: Option<Dec>,
    pub annualized: Option<Dec>,
    pub carry_over: Option<Dec>,
}

/// What an offer comes to. Amounts are in the ledger's hour units; `None` is unknown.
pub struct Outcome {
    pub simple_sum: Option<Fraction>,
    pub simple_sum_scoped: Option<Fraction>,
    /// As a factor less one.
    pub compounded: Option<Fraction>,
    pub wages: Option<Dec>,
    pub lump_sums: Option<Dec>,
    pub cost: Option<Dec>,
    pub roll_up: Option<Fraction>,
    pub present_value: Option<Fraction>,
    pub exit_run_rate: Option<Dec>,
    pub before_the_term: Option<Dec>,
    pub years: Vec<Year>,
}

/// Works an offer out; the ledger is missing where pay or FTE isn't known.
pub fn outcome(case: &Case, ledger: Option<&Ledger>, deal: &Deal) -> Outcome {
    let path = ledger.and_then(|l| l.path(deal));
    let payments = ledger.and_then(|l| l.payments(deal, path.as_ref()));
    let both = ledger.zip(path.as_ref());
    let whole = ledger.zip(path.as_ref()).zip(payments.as_ref());
    let wages = both.map(|(l, path)| l.above(path, l.first, l.horizon).iter().sum::<Dec>());
    let lump_sums = ledger
        .zip(payments.as_ref())
        .map(|(l, p)| within(p, l.first, l.horizon));
    Outcome {
        simple_sum: simple_sum(deal),
        simple_sum_scoped: simple_sum_scoped(ledger, deal),
        compounded: match both {
            Some((l, path)) => compounded(l, path),
            None => product(case, ledger, deal),
        },
        cost: wages.as_ref().zip(lump_sums.as_ref()).map(|(w, l)| w + l),
        roll_up: both.and_then(|(l, path)| {
            let lumps = lump_sums.as_ref();
            roll_up(l, path, wages.as_ref()?, lumps, payments.as_deref())
        }),
        present_value: whole.map(|((l, path), p)| present_value(l, deal, path, p)),
        exit_run_rate: both.map(|(l, path)| l.run_rate(path, l.horizon)),
        before_the_term: whole.map(|((l, path), payments)| {
            let days = path.change_days().chain(l.baseline.change_days());
            let begin = days.fold(l.first, Day::min);
            let eve = l.first.plus(-1);
            let wages = l.above(path, begin, eve).iter().sum::<Dec>();
            &wages + &within(payments, Day(i32::MIN), eve)
        }),
        years: years_of(case, ledger, path.as_ref(), payments.as_deref()),
        wages,
        lump_sums,
    }
}

fn within(payments: &[Payment], first: Day, last: Day) -> Dec {
    let paid = payments.iter().filter(|p| first <= p.day && p.day <= last);
    paid.map(Payment::total).sum()
}

/// The percent a clause adds to the simple sum: `None` if it adds none, `Some(None)` if unknown.
fn summed_percent(terms: &Terms) -> Option<Option<&Dec>> {
    match terms {
        Terms::NotCosted(NotCosted::Cola) => Some(None),
        Terms::Percent(_) | Terms::GreaterOf { .. } if !terms.is_known() => Some(None),
        Terms::Percent(_) | Terms::GreaterOf { .. } => Some(terms.percent()),
        _ => None,
    }
}

fn simple_sum(deal: &Deal) -> Option<Fraction> {
    let counted = deal.counted();
    let everyones = counted.iter().filter(|p| p.clause.scope.is_everyone());
    let percents = everyones.filter_map(|p| summed_percent(&p.clause.terms));
    Some(percents.sum_known()?.to_fraction())
}

trait SumKnown {
    fn sum_known(self) -> Option<Dec>;
}

impl<'a, I: Iterator<Item = Option<&'a Dec>>> SumKnown for I {
    fn sum_known(mut self) -> Option<Dec> {
        self.try_fold(Dec::zero(), |sum, part| Some(&sum + part?))
    }
}

fn simple_sum_scoped(ledger: Option<&Ledger>, deal: &Deal) -> Option<Fraction> {
    let mut sum = fraction(0);
    for placed in deal.counted() {
        let scope = &placed.clause.scope;
        if scope.is_everyone() {
            continue;
        }
        if let Some(percent) = summed_percent(&placed.clause.terms) {
            let crew = &ledger?.crew;
            let members = crew.members.iter().filter(|m| scope.holds(&m.keys));
            let payroll: Dec = members.map(|m| &crew.starting_pay(m) * &m.fte).sum();
            let share = payroll.to_fraction() / crew.payroll().to_fraction();
            sum += percent?.to_fraction() * share;
        }
    }
    Some(sum)
}

fn compounded(ledger: &Ledger, path: &Path) -> Option<Fraction> {
    let under = ledger.run_rate(path, ledger.horizon).to_fraction();
    let owed = ledger
        .run_rate(&ledger.baseline, ledger.horizon)
        .to_fraction();
    (!owed.is_zero()).then(|| under / owed - fraction(1))
}

/// What percents alone compound to where pay isn't known.
fn product(case: &Case, ledger: Option<&Ledger>, deal: &Deal) -> Option<Fraction> {
    if ledger.is_some() || !baseline_steps(case).is_empty() {
        return None;
    }
    let mut factor = fraction(1);
    for placed in deal.counted() {
        match &placed.clause.terms {
            Terms::Percent(Some(percent)) if placed.clause.scope.is_everyone() => {
                factor *= fraction(1) + percent.hundredth().to_fraction();
            }
            terms if terms.changes_rates() => return None,
            _ => {}
        }
    }
    Some(factor - fraction(1))
}

fn roll_up(
    ledger: &Ledger,
    path: &Path,
    wages: &Dec,
    lumps: Option<&Dec>,
    payments: Option<&[Payment]>,
) -> Option<Fraction> {
    let mut sum = fraction(0);
    for rate in &ledger.case.roll_up {
        let on = match &rate.pay_base {
            Some(pay_base) if rate.on_lump_sums => {
                let lumps = ledger.lumps_within(path, payments?, pay_base);
                &ledger.above_within(path, pay_base) + &lumps
            }
            Some(pay_base) => ledger.above_within(path, pay_base),
            None if rate.on_lump_sums => wages + lumps?,
            None => wages.clone(),
        };
        sum += ledger.dollars(&(&on * &rate.percent.hundredth()));
    }
    Some(sum)
}

fn present_value(ledger: &Ledger, deal: &Deal, path: &Path, payments: &[Payment]) -> Fraction {
    let starts = |k: i32| ledger.first.plus_months(k);
    let month_of = |day: Day| (0..).find(|k| day < starts(k + 1)).unwrap();
    let arrears = deal.ratified.filter(|_| deal.retroactive);
    let mut by_month: BTreeMap<i32, Dec> = BTreeMap::new();
    let mut earn = |month: i32, amount: &Dec| {
        let sum = by_month.entry(month).or_insert_with(Dec::zero);
        *sum = &*sum + amount;
    };
    for month in (0..).take_while(|k| starts(*k) <= ledger.horizon) {
        let (first, last) = (
            starts(month),
            starts(month + 1).plus(-1).min(ledger.horizon),
        );
        // Days before a late ratification are paid in the month of ratification.
        let current = arrears.map_or(first, |day| day.clamp(first, last.plus(1)));
        let earned = |first, last| ledger.above(path, first, last).iter().sum::<Dec>();
        if first < current {
            earn(month_of(arrears.unwrap()), &earned(first, current.plus(-1)));
        }
        if current <= last {
            earn(month, &earned(current, last));
        }
    }
    for payment in payments {
        if (ledger.first..=ledger.horizon).contains(&payment.day) {
            earn(month_of(payment.day), &payment.total());
        }
    }
    let yearly = fraction(1) + ledger.case.discount_rate.hundredth().to_fraction();
    let half_month = Fixed::of(&yearly).power(&(fraction(-1) / fraction(24)));
    let month = half_month.times(&half_month);
    let (mut factor, mut at) = (half_month, 0);
    let mut sum = Fixed::zero();
    for (month_due, amount) in by_month {
        while at < month_due {
            factor = factor.times(&month);
            at += 1;
        }
        sum = sum.plus(&Fixed::of(&ledger.dollars(&amount)).times(&factor));
    }
    sum.to_fraction()
}

fn years_of(
    case: &Case,
    ledger: Option<&Ledger>,
    path: Option<&Path>,
    payments: Option<&[Payment]>,
) -> Vec<Year> {
    let one = |block: &Block| {
        let Some((ledger, path)) = ledger.zip(path) else {
            return Year {
                payroll: None,
                cash: None,
                annualized: None,
                carry_over: None,
            };
        };
        let earned: Dec = ledger.above(path, block.first, block.last).iter().sum();
        let above = ledger.above_on(path, block.last);
        let over = |last| above.times(ledger.hours.between(block.first, last));
        Year {
            payroll: Some(ledger.pay(path, block.first, block.last).iter().sum()),
            cash: payments.map(|p| &earned + &within(p, block.first, block.last)),
            annualized: Some(over(block.full_last)),
            carry_over: Some(&over(block.last) - &earned),
        }
    };
    blocks(case).iter().map(one).collect()
}
