//! The figures of one offer.

use std::collections::BTreeMap;

use num_traits::Zero;

use super::acts::owed;
use super::calendar::Day;
use super::cola;
use super::deal::Deal;
use super::exact::{Dec, Fraction, fraction};
use super::flows;
use super::ledger::{Ledger, Priced};
use super::lumps::{self, Payment, payments};
use super::model::{Case, Rounding};
use super::powers::Fixed;
use super::sums::{Money, Quotient, Rate};
use super::terms::{Clause, Terms};

/// Twelve months of the contract, or what the horizon leaves of them.
pub struct Block {
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
            Block {
                first,
                last: full_last.min(horizon),
                full_last,
                cut: full_last > horizon,
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

/// One contract year's figures.
pub struct Year {
    pub payroll: Option<Money>,
    /// Wages and benefits: what is paid year after year.
    pub lasting: Option<Money>,
    pub cash: Option<Money>,
    pub lump_sums: Option<Money>,
    pub benefits: Option<Money>,
    pub annualized: Option<Money>,
    pub carry_over: Option<Money>,
}

/// What an offer comes to; `None` is unknown.
pub struct Outcome {
    pub simple_sum: Option<Fraction>,
    pub simple_sum_is_partial: bool,
    pub simple_sum_scoped: Option<Fraction>,
    /// As a factor less one.
    pub compounded: Option<Fraction>,
    pub with_steps: Option<Fraction>,
    pub wages: Option<Money>,
    pub lump_sums: Option<Money>,
    pub benefits: Option<Money>,
    pub cost: Option<Money>,
    pub roll_up: Option<Money>,
    pub present_value: Option<Fraction>,
    pub exit_run_rate: Option<Money>,
    pub before_the_term: Option<Money>,
    pub arrears: Option<Money>,
    pub years: Vec<Year>,
}

/// Wages, lump sums and benefits within some days.
fn all_within(
    ledger: &Ledger,
    priced: &Priced,
    deal: &Deal,
    payments: &[Payment],
    days: (Day, Day),
) -> Option<Money> {
    let wages = ledger.wages(priced, days.0, days.1)?;
    let lumps = lumps::within(payments, days.0, days.1)?;
    let benefits = flows::all_between(ledger, priced, deal, days.0, days.1)?;
    Some(&(&wages + &lumps) + &benefits)
}

/// The cost of a deal over the term.
pub fn cost(ledger: &Ledger, deal: &Deal) -> Option<Money> {
    let priced = ledger.price(deal);
    let payments = payments(ledger, &priced, deal);
    let days = (ledger.first, ledger.horizon);
    all_within(ledger, &priced, deal, &payments, days)
}

pub fn outcome(ledger: &Ledger, deal: &Deal, priced: &Priced) -> Outcome {
    let payments = payments(ledger, priced, deal);
    let (first, horizon) = (ledger.first, ledger.horizon);
    let wages = ledger.wages(priced, first, horizon);
    let lump_sums = lumps::within(&payments, first, horizon);
    let benefits = flows::all_between(ledger, priced, deal, first, horizon);
    let exit_run_rate = ledger.run_rate(priced, horizon);
    let sum = [&wages, &lump_sums, &benefits];
    let eve = first.plus(-1);
    Outcome {
        simple_sum: simple_sum(ledger.case, deal),
        simple_sum_is_partial: simple_sum_is_partial(ledger.case, deal),
        simple_sum_scoped: simple_sum_scoped(ledger, deal),
        compounded: compounded(ledger, priced).or_else(|| product(ledger, deal)),
        with_steps: with_steps(ledger, exit_run_rate.as_ref()),
        cost: sum.into_iter().cloned().sum(),
        roll_up: roll_up(ledger, priced, wages.as_ref(), &payments),
        present_value: present_value(ledger, deal, priced, &payments),
        exit_run_rate,
        before_the_term: all_within(ledger, priced, deal, &payments, (ledger.hours.first, eve)),
        arrears: match deal.pays_back_on().filter(|day| *day > first) {
            Some(day) => ledger.wages(priced, first, day.plus(-1).min(horizon)),
            None => None,
        },
        years: years_of(ledger, deal, priced, &payments),
        wages,
        lump_sums,
        benefits,
    }
}

/// The percent a clause adds to the simple sum: `None` if it adds none, `Some(None)` if unknown.
fn summed_percent(case: &Case, clause: &Clause) -> Option<Option<Dec>> {
    match &clause.terms {
        Terms::Percent(percent) | Terms::GreaterOf { percent, .. } => Some(percent.clone()),
        Terms::Cola { .. } => Some(cola::percent(case, clause)),
        _ => None,
    }
}

/// The rate clauses that count and are in force on the last day.
fn in_force(deal: &Deal) -> Vec<Clause> {
    let counted = deal.counted();
    let lasting = counted.iter().map(|placed| placed.clause.clone());
    let last = deal.last();
    lasting
        .filter(|clause| clause.terms.changes_rates())
        .filter(|clause| clause.until.is_none_or(|until| until > last))
        .collect()
}

fn are_dollars(clause: &Clause) -> bool {
    matches!(clause.terms, Terms::PerHour(_) | Terms::PerYear(_))
}

fn simple_sum(case: &Case, deal: &Deal) -> Option<Fraction> {
    let lasting = in_force(deal);
    let everyones: Vec<&Clause> = lasting.iter().filter(|c| c.scope.is_everyone()).collect();
    let percents = everyones.iter().filter_map(|c| summed_percent(case, c));
    let percents: Vec<Option<Dec>> = percents.collect();
    if percents.is_empty() && everyones.iter().any(|c| are_dollars(c)) {
        return None;
    }
    let sum: Dec = percents.into_iter().sum::<Option<Dec>>()?;
    Some(sum.to_fraction())
}

fn simple_sum_is_partial(case: &Case, deal: &Deal) -> bool {
    let lasting = in_force(deal);
    let everyones: Vec<&Clause> = lasting.iter().filter(|c| c.scope.is_everyone()).collect();
    everyones.iter().any(|c| are_dollars(c))
        && everyones.iter().any(|c| summed_percent(case, c).is_some())
}

fn simple_sum_scoped(ledger: &Ledger, deal: &Deal) -> Option<Fraction> {
    let mut sum = fraction(0);
    for clause in in_force(deal) {
        if clause.scope.is_everyone() {
            continue;
        }
        if let Some(percent) = summed_percent(ledger.case, &clause) {
            let of = ledger.payroll()?;
            if of.is_zero() {
                return None;
            }
            let own = ledger.payroll_in(&clause.scope)?;
            sum += percent?.to_fraction() * own.to_fraction() / of.to_fraction();
        }
    }
    Some(sum)
}

fn compounded(ledger: &Ledger, priced: &Priced) -> Option<Fraction> {
    let under = ledger.run_rate(priced, ledger.horizon)?.to_fraction();
    let owed = ledger.run_rate(&ledger.baseline, ledger.horizon)?;
    (!owed.is_zero()).then(|| under / owed.to_fraction() - fraction(1))
}

/// What percents alone compound to where pay, or a percent that is owed, isn't known and nothing rounds it: percents that
/// are owed raise both sides alike.
fn product(ledger: &Ledger, deal: &Deal) -> Option<Fraction> {
    let pay_is_known = ledger.run_rate(&ledger.baseline, ledger.horizon).is_some();
    let owed = owed(ledger.case, &ledger.crew);
    let alike = owed
        .iter()
        .all(|act| matches!(ledger.case.baseline[act.place].terms, Terms::Percent(_)));
    let is_plain = ledger.crew.rounding == Rounding::None && alike;
    if pay_is_known || !is_plain || !deal.holds().is_empty() {
        return None;
    }
    let mut factor = fraction(1);
    for clause in in_force(deal) {
        match &clause.terms {
            Terms::Percent(_) | Terms::Cola { .. } if clause.scope.is_everyone() => {
                let percent = summed_percent(ledger.case, &clause)??;
                factor *= fraction(1) + percent.hundredth().to_fraction();
            }
            _ => return None,
        }
    }
    Some(factor - fraction(1))
}

fn with_steps(ledger: &Ledger, exit_run_rate: Option<&Money>) -> Option<Fraction> {
    let on_scales = ledger.crew.counted().any(|(_, line)| line.scale.is_some());
    let of = ledger.payroll()?;
    if !on_scales || of.is_zero() {
        return None;
    }
    Some(exit_run_rate?.to_fraction() / of.to_fraction() - fraction(1))
}

fn roll_up(
    ledger: &Ledger,
    priced: &Priced,
    wages: Option<&Money>,
    payments: &[Payment],
) -> Option<Money> {
    let days = (ledger.first, ledger.horizon);
    let mut sum = Money::zero();
    for rate in &ledger.case.roll_up {
        let mut on = match &rate.pay_base {
            None => wages?.clone(),
            Some(base) => {
                let top = Rate::rounded(&Quotient::of(base).over(&ledger.annual), Rounding::None);
                let lines = ledger.crew.counted();
                let within = lines.map(|(at, _)| {
                    ledger.changed_above(priced, &ledger.baseline, at, days, |rate| rate.min(top))
                });
                within.sum::<Option<Money>>()?
            }
        };
        if rate.on_lump_sums {
            let lumps = match &rate.pay_base {
                None => lumps::within(payments, days.0, days.1)?,
                Some(base) => {
                    lumps::within_base(ledger, priced, payments, &Quotient::of(base), days)?
                }
            };
            on = &on + &lumps;
        }
        sum = &sum + &on.hundredth_times(&rate.percent);
    }
    Some(sum)
}

fn present_value(
    ledger: &Ledger,
    deal: &Deal,
    priced: &Priced,
    payments: &[Payment],
) -> Option<Fraction> {
    let starts = |k: i32| ledger.first.plus_months(k);
    let month_of = |day: Day| (0..).find(|k| day < starts(k + 1)).unwrap();
    let pays_back = deal.pays_back_on();
    let mut by_month: BTreeMap<i32, Money> = BTreeMap::new();
    let mut earn = |month: i32, amount: Money| {
        let sum = by_month.entry(month).or_insert_with(Money::zero);
        *sum = &*sum + &amount;
    };
    for month in (0..).take_while(|k| starts(*k) <= ledger.horizon) {
        let first = starts(month);
        let last = starts(month + 1).plus(-1).min(ledger.horizon);
        // Wages of days before a late ratification are paid in the month of ratification.
        let current = pays_back.map_or(first, |day| day.clamp(first, last.plus(1)));
        if first < current {
            let before = ledger.wages(priced, first, current.plus(-1))?;
            earn(month_of(pays_back?), before);
        }
        if current <= last {
            earn(month, ledger.wages(priced, current, last)?);
        }
        earn(month, lumps::within(payments, first, last)?);
        earn(
            month,
            flows::all_between(ledger, priced, deal, first, last)?,
        );
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
        sum = sum.plus(&Fixed::of(&amount.to_fraction()).times(&factor));
    }
    Some(sum.to_fraction())
}

fn years_of(ledger: &Ledger, deal: &Deal, priced: &Priced, payments: &[Payment]) -> Vec<Year> {
    let one = |block: &Block| {
        let days = (block.first, block.last);
        let wages = ledger.wages(priced, days.0, days.1);
        let above = ledger.above_a_year(priced, block.last);
        let over = |last| {
            let share = ledger.share_of_year(block.first, last);
            above.as_ref().map(|above| above.times(&share))
        };
        let carry_over = over(block.last).zip(wages.as_ref());
        let benefits = flows::all_between(ledger, priced, deal, days.0, days.1);
        let lasting = wages.as_ref().zip(benefits.as_ref());
        Year {
            lasting: lasting.map(|(wages, benefits)| wages + benefits),
            payroll: ledger.pay_of_all(priced, days.0, days.1),
            cash: all_within(ledger, priced, deal, payments, days),
            lump_sums: lumps::within(payments, days.0, days.1),
            benefits,
            annualized: over(block.full_last),
            carry_over: carry_over.map(|(over, wages)| &over - wages),
        }
    };
    blocks(ledger.case).iter().map(one).collect()
}

/// Whether a fraction is 0.
pub fn is_zero(value: &Fraction) -> bool {
    value.is_zero()
}
