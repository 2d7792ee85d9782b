//! What a deal costs above the baseline: wages and lump sums, member by member.
//!
//! All amounts here are decimals in hour units: dollars times the units of a year's hours.

use super::calendar::Day;
use super::deal::Deal;
use super::exact::{Dec, Fraction, power_of_ten};
use super::hours::Hours;
use super::model::{Accrual, Case, Lump, Ratification, Terms};
use super::path::{Path, baseline_steps};
use super::people::{Crew, Member};

/// A lump sum on its day, member by member.
pub struct Payment {
    pub day: Day,
    pub by_member: Vec<Dec>,
}

impl Payment {
    pub fn total(&self) -> Dec {
        self.by_member.iter().sum()
    }
}

/// A crew's pay under the baseline, with which deals are compared.
pub struct Ledger<'a> {
    pub case: &'a Case,
    pub hours: &'a Hours,
    pub crew: Crew,
    pub baseline: Path,
    pub first: Day,
    pub horizon: Day,
}

/// The hour shares of all days a case can need: a year before the first date, a year after the last.
pub fn hours_of(case: &Case) -> Hours {
    let clauses = case.offers.iter().flat_map(|offer| &offer.clauses);
    let dates = clauses.chain(&case.baseline).map(|clause| clause.date);
    let own = case.offers.iter().filter_map(|offer| offer.ratification);
    let ratified = own.chain([case.ratification]).filter_map(|r| match r {
        Ratification::OnTime => None,
        Ratification::On(day) => Some(day),
    });
    let first = dates.chain(ratified).fold(case.first_day, Day::min);
    Hours::new(
        case.accrual,
        first.plus(-400),
        case.horizon().max(case.first_day).plus(400),
    )
}

impl<'a> Ledger<'a> {
    pub fn new(case: &'a Case, hours: &'a Hours, crew: Crew) -> Self {
        let horizon = case.horizon();
        Self {
            baseline: Path::walk(&crew, baseline_steps(case), horizon),
            first: case.first_day,
            case,
            hours,
            crew,
            horizon,
        }
    }

    pub fn dollars(&self, amount: &Dec) -> Fraction {
        let year = power_of_ten(amount.scale) * self.hours.year;
        Fraction::new(amount.digits.clone(), year)
    }

    pub fn path(&self, deal: &Deal) -> Option<Path> {
        Some(Path::walk(&self.crew, deal.steps()?, self.horizon))
    }

    /// Σ f(annual pay) × hours × FTE from one day to the other, member by member.
    fn summed(&self, path: &Path, first: Day, last: Day, f: impl Fn(&Dec) -> Dec) -> Vec<Dec> {
        let mut sums = vec![Dec::zero(); self.crew.members.len()];
        for (units, annual) in path.stretches(self.hours, first, last) {
            for (sum, annual) in sums.iter_mut().zip(annual) {
                *sum = &*sum + &f(annual).times(units);
            }
        }
        let members = self.crew.members.iter();
        members.zip(&sums).map(|(m, sum)| sum * &m.fte).collect()
    }

    /// Pay from one day to the other, member by member.
    pub fn pay(&self, path: &Path, first: Day, last: Day) -> Vec<Dec> {
        self.summed(path, first, last, Dec::clone)
    }

    /// Pay above the baseline's, member by member.
    pub fn above(&self, path: &Path, first: Day, last: Day) -> Vec<Dec> {
        let pay = self.pay(path, first, last);
        let owed = self.pay(&self.baseline, first, last);
        pay.iter().zip(&owed).map(|(r, b)| r - b).collect()
    }

    /// The part of it that falls below a pay base of a full-time employee's year.
    pub fn above_within(&self, path: &Path, pay_base: &Dec) -> Dec {
        let within = |path| -> Dec {
            let capped = |pay: &Dec| pay.clone().smaller(pay_base.clone());
            self.summed(path, self.first, self.horizon, capped)
                .iter()
                .sum()
        };
        &within(path) - &within(&self.baseline)
    }

    /// The lump sums of members whose full-time year's pay on the day is below a pay base.
    pub fn lumps_within(&self, path: &Path, payments: &[Payment], pay_base: &Dec) -> Dec {
        let counted = payments.iter().filter(|payment| payment.day >= self.first);
        counted
            .flat_map(|payment| path.on(payment.day).iter().zip(&payment.by_member))
            .filter(|(annual, _)| **annual < *pay_base)
            .map(|(_, part)| part.clone())
            .sum()
    }

    /// (r − b) of all members on a day, a year.
    pub fn above_on(&self, path: &Path, day: Day) -> Dec {
        let pairs = path.on(day).iter().zip(self.baseline.on(day));
        let members = self.crew.members.iter();
        pairs
            .zip(members)
            .map(|((r, b), m)| &(r - b) * &m.fte)
            .sum()
    }

    /// Pay a year of all members at the rates of a day.
    pub fn run_rate(&self, path: &Path, day: Day) -> Dec {
        let members = self.crew.members.iter();
        path.on(day)
            .iter()
            .zip(members)
            .map(|(r, m)| r * &m.fte)
            .sum()
    }

    /// The lump sums that count; `None` if one of them isn't known.
    pub fn payments(&self, deal: &Deal, path: Option<&Path>) -> Option<Vec<Payment>> {
        let counted = deal.counted().into_iter();
        counted
            .filter(|placed| !placed.clause.terms.changes_rates())
            .map(|placed| {
                let Terms::LumpSum { amount, .. } = &placed.clause.terms else {
                    return None;
                };
                if !placed.clause.terms.is_known() {
                    return None;
                }
                let scope = &placed.clause.scope;
                let members = self.crew.members.iter().enumerate();
                let each = members.map(|(at, member)| {
                    if scope.holds(&member.keys) {
                        self.lump(amount, placed.day, path, at, member)
                    } else {
                        Some(Dec::zero())
                    }
                });
                Some(Payment {
                    day: placed.day,
                    by_member: each.collect::<Option<_>>()?,
                })
            })
            .collect()
    }

    fn lump(
        &self,
        amount: &Lump,
        day: Day,
        path: Option<&Path>,
        at: usize,
        member: &Member,
    ) -> Option<Dec> {
        match amount {
            Lump::PerHead(dollars) => {
                let all = dollars.as_ref()? * member.headcount.as_ref()?;
                Some(all.times(self.hours.year))
            }
            Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
                Some((dollars.as_ref()? * &member.fte).times(self.hours.year))
            }
            Lump::PercentOfPay(percent) => {
                let from = match self.case.accrual {
                    Accrual::Monthly => day.plus_months(-12),
                    Accrual::Biweekly(_) => day.plus(-26 * 14),
                };
                let pay = &self.pay(path?, from, day.plus(-1))[at];
                Some(pay * &percent.as_ref()?.hundredth())
            }
        }
    }

    /// Cost from the term's first day to the horizon, member by member.
    pub fn cost_by_member(&self, deal: &Deal) -> Option<Vec<Dec>> {
        let path = self.path(deal)?;
        let payments = self.payments(deal, Some(&path))?;
        let mut cost = self.above(&path, self.first, self.horizon);
        for payment in payments.iter().filter(|payment| payment.day >= self.first) {
            for (sum, part) in cost.iter_mut().zip(&payment.by_member) {
                *sum = &*sum + part;
            }
        }
        Some(cost)
    }

    pub fn cost(&self, deal: &Deal) -> Option<Dec> {
        Some(self.cost_by_member(deal)?.iter().sum())
    }
}
