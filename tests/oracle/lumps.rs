//! Lump sums: what each line is paid, on what day.

use super::calendar::Day;
use super::crew::share_of;
use super::deal::Deal;
use super::exact::{Fraction, fraction};
use super::ledger::{Ledger, Priced};
use super::model::Accrual;
use super::sums::{Money, Quotient, Weighed};
use super::terms::{Lump, Terms};

/// A lump sum on its day.
pub struct Payment {
    pub day: Day,
    amount: Lump,
    /// The days whose pay a percent is of.
    measured: (Day, Day),
    /// By line; nothing outside the scope.
    pub by_line: Vec<Option<Money>>,
    in_scope: Vec<bool>,
}

impl Payment {
    pub fn total(&self) -> Option<Money> {
        self.by_line.iter().cloned().sum()
    }

    /// What it comes to for 1.0 FTE of a part of a line.
    pub fn per_fte(
        &self,
        ledger: &Ledger,
        priced: &Priced,
        line: usize,
        part: usize,
    ) -> Option<Fraction> {
        if !self.in_scope[line] {
            return Some(fraction(0));
        }
        match &self.amount {
            Lump::PercentOfPay(percent) => {
                let pay = part_pay(ledger, priced, line, part, self.measured)?;
                Some(pay.hundredth_times(percent.as_ref()?).to_fraction())
            }
            // The same for 1.0 FTE, however many FTE there are.
            Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
                Some(dollars.as_ref()?.to_fraction())
            }
            Lump::PerHead(_) => {
                let fte = ledger.crew.lines[line].fte.as_ref()?;
                let paid = self.by_line[line].as_ref()?.to_fraction();
                (!fte.is_zero()).then(|| paid / fte.to_fraction())
            }
        }
    }
}

/// The lump sums that count.
pub fn payments(ledger: &Ledger, priced: &Priced, deal: &Deal) -> Vec<Payment> {
    let counted = deal.counted().into_iter();
    counted
        .filter_map(|placed| {
            let Terms::LumpSum {
                amount,
                measured_to,
                ..
            } = &placed.clause.terms
            else {
                return None;
            };
            let end = measured_to.map_or(placed.day, |day| day.plus(1));
            let begin = match ledger.case.accrual {
                Accrual::Monthly => end.plus_months(-12),
                Accrual::Biweekly(_) => end.plus(-26 * 14),
            };
            let measured = (begin, end.plus(-1));
            let scope = &placed.clause.scope;
            let lines = ledger.crew.lines.iter();
            let in_scope: Vec<bool> = lines
                .map(|line| !line.looked_at && scope.holds(&line.keys))
                .collect();
            let by_line = in_scope.iter().enumerate().map(|(at, paid)| {
                if *paid {
                    lump(ledger, priced, amount, at, measured)
                } else {
                    Some(Money::zero())
                }
            });
            Some(Payment {
                day: placed.day,
                amount: amount.clone(),
                measured,
                by_line: by_line.collect(),
                in_scope,
            })
        })
        .collect()
}

fn lump(
    ledger: &Ledger,
    priced: &Priced,
    amount: &Lump,
    line: usize,
    measured: (Day, Day),
) -> Option<Money> {
    let own = &ledger.crew.lines[line];
    match amount {
        Lump::PerHead(dollars) => Some(Money::of_dec(
            &(dollars.as_ref()? * own.headcount.as_ref()?),
        )),
        Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
            Some(Money::of_dec(&(dollars.as_ref()? * own.fte.as_ref()?)))
        }
        Lump::PercentOfPay(percent) => {
            let pay = ledger.pay(priced, line, measured.0, measured.1)?;
            Some(pay.hundredth_times(percent.as_ref()?))
        }
    }
}

pub fn within(payments: &[Payment], first: Day, last: Day) -> Option<Money> {
    let paid = payments.iter().filter(|p| first <= p.day && p.day <= last);
    paid.map(Payment::total).sum()
}

/// Of the lump sums within some days, what fits between yearly pay and a pay base: of each
/// employee's sum, by the yearly pay of 1.0 FTE at the rate and on the step of its day.
pub fn within_base(
    ledger: &Ledger,
    priced: &Priced,
    payments: &[Payment],
    pay_base: &Quotient,
    days: (Day, Day),
) -> Option<Money> {
    let mut sum = Money::zero();
    for payment in payments
        .iter()
        .filter(|p| days.0 <= p.day && p.day <= days.1)
    {
        for (at, line) in ledger.crew.counted() {
            if !payment.in_scope[at] {
                continue;
            }
            for part in 0..line.parts.len() {
                let a_year = part_a_year(ledger, priced, at, part, payment.day)?;
                let room = pay_base.minus(&a_year).larger(Quotient::whole(0));
                let (each, count) = match &payment.amount {
                    Lump::PerHead(dollars) => {
                        let heads = share_of(line.headcount.as_ref()?, line);
                        (Quotient::of(dollars.as_ref()?), heads)
                    }
                    Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
                        let fte = share_of(line.fte.as_ref()?, line);
                        (Quotient::of(dollars.as_ref()?), fte)
                    }
                    Lump::PercentOfPay(percent) => {
                        let pay = part_pay(ledger, priced, at, part, payment.measured)?;
                        let share = Quotient::of(&percent.as_ref()?.hundredth());
                        let fte = share_of(line.fte.as_ref()?, line);
                        (pay.to_quotient().times(&share), fte)
                    }
                };
                sum = &sum + &Money::of(&each.smaller(room).times(&count));
            }
        }
    }
    Some(sum)
}

/// Yearly pay of 1.0 FTE of a part of a line on a day.
pub fn part_a_year(
    ledger: &Ledger,
    priced: &Priced,
    line: usize,
    part: usize,
    day: Day,
) -> Option<Quotient> {
    let step = priced.standing.step_on(line, part, day);
    let rate = priced.path.on(day)[line].as_ref()?[step];
    Some(rate.to_quotient().times(&ledger.annual))
}

/// Pay of 1.0 FTE of a part of a line within some days.
pub fn part_pay(
    ledger: &Ledger,
    priced: &Priced,
    line: usize,
    part: usize,
    days: (Day, Day),
) -> Option<Money> {
    let mut cuts: Vec<Day> = priced.path.changes().collect();
    cuts.extend(priced.standing.moves_of(line, part));
    cuts.retain(|day| days.0 < *day && *day <= days.1);
    cuts.push(days.0);
    cuts.sort();
    cuts.dedup();
    let mut sum = Weighed::default();
    for (at, from) in cuts.iter().enumerate() {
        let to = cuts.get(at + 1).map_or(days.1, |next| next.plus(-1));
        let step = priced.standing.step_on(line, part, *from);
        let rate = priced.path.on(*from)[line].as_ref()?[step];
        sum.add(rate, ledger.hours.between(*from, to));
    }
    let whole = sum.sum().times(&ledger.annual);
    Some(Money::of(&whole.over(&Quotient::whole(ledger.hours.year))))
}
