//! The employee looked at: the average one, or one at a rate or in a group.

use super::calendar::Day;
use super::crew::{Crew, Line, Part as Equal, in_a_year};
use super::deal::Deal;
use super::exact::{Dec, Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::ledger::{Ledger, Priced};
use super::model::{Accrual, Case, Rounding};
use super::offer::{blocks, is_zero};
use super::sums::{Money, Quotient, Rate};
use super::terms::{Clause, Lump, Terms};

/// Whose pay is followed.
pub enum Looked<'a> {
    /// The average of the workforce, where its pay is known.
    Average(&'a Ledger<'a>),
    /// One employee: a line of its own beside the others.
    One(Box<Ledger<'a>>, usize),
}

/// The line of the one employee looked at, where the case names a rate or a group.
fn line_of_employee(case: &Case, crew: &Crew) -> Option<Line> {
    let employee = &case.employee;
    let group = employee.group.as_ref().and_then(|name| {
        let mut lines = crew.lines.iter();
        lines.find(|line| line.keys.name.as_ref() == Some(name))
    });
    if employee.rate.is_none() && group.is_none() {
        return None;
    }
    let mut line = match (&employee.rate, group) {
        (None, Some(group)) => group.clone(),
        (rate, group) => Line {
            keys: group.map(|group| group.keys.clone()).unwrap_or_default(),
            scale: None,
            rank: None,
            steps: rate.as_ref().map(|rate| {
                // Beside a summary it is counted as the summary is, by the year.
                let a_year = Quotient::of(rate).times(&in_a_year(case.rate_unit, case));
                let rate = a_year.over(&crew.annual(case));
                vec![Rate::rounded(&rate, Rounding::None)]
            }),
            lacks_steps: false,
            months: vec![0],
            parts: vec![Equal {
                step: 0,
                next: None,
            }],
            headcount: None,
            fte: None,
            looked_at: true,
        },
    };
    line.headcount = Some(Dec::whole(1));
    line.fte = Some(employee.fte.clone());
    line.looked_at = true;
    Some(line)
}

impl<'a> Looked<'a> {
    pub fn new(case: &'a Case, workforce: &'a Ledger<'a>) -> Self {
        let mut crew = Crew::of(case);
        let Some(line) = line_of_employee(case, &crew) else {
            return Self::Average(workforce);
        };
        crew.lines.push(line);
        let at = crew.lines.len() - 1;
        Self::One(Box::new(Ledger::with_crew(case, crew)), at)
    }

    pub fn ledger(&self) -> &Ledger<'a> {
        match self {
            Self::Average(ledger) => ledger,
            Self::One(ledger, _) => ledger,
        }
    }

    /// What the employee's pay is of all pay followed.
    fn share(&self, case: &Case) -> Option<Fraction> {
        match self {
            Self::Average(ledger) => {
                let fte = ledger.crew.fte()?.to_fraction();
                (!is_zero(&fte)).then(|| case.employee.fte.to_fraction() / fte)
            }
            Self::One(..) => Some(fraction(1)),
        }
    }

    fn rate(&self, case: &Case) -> Option<Fraction> {
        match self {
            Self::Average(ledger) => {
                let fte = ledger.crew.fte()?.to_fraction();
                let annual = in_a_year(case.rate_unit, case).to_fraction();
                let payroll = ledger.payroll()?.to_fraction();
                (!is_zero(&fte)).then(|| payroll / (fte * annual))
            }
            Self::One(ledger, at) => {
                let line = &ledger.crew.lines[*at];
                let rate = line.steps.as_ref()?[line.parts[0].step].to_quotient();
                let a_year = rate.times(&ledger.annual);
                let own = a_year.over(&in_a_year(case.rate_unit, case));
                Some(own.to_fraction())
            }
        }
    }

    fn pay(&self, case: &Case, priced: &Priced, first: Day, last: Day) -> Option<Fraction> {
        let pay = match self {
            Self::Average(ledger) => ledger.pay_of_all(priced, first, last)?,
            Self::One(ledger, at) => ledger.pay(priced, *at, first, last)?,
        };
        Some(pay.to_fraction() * self.share(case)?)
    }

    /// What the employee is paid in lump sums within some days.
    fn lumps(&self, case: &Case, priced: &Priced, deal: &Deal, last: Day) -> Option<Fraction> {
        let mut sum = fraction(0);
        for placed in deal.counted() {
            let Terms::LumpSum {
                amount,
                measured_to,
                ..
            } = &placed.clause.terms
            else {
                continue;
            };
            if placed.day < case.first_day || placed.day > last {
                continue;
            }
            let end = measured_to.map_or(placed.day, |day| day.plus(1));
            let begin = match case.accrual {
                Accrual::Monthly => end.plus_months(-12),
                Accrual::Biweekly(_) => end.plus(-364),
            };
            let fte = case.employee.fte.to_fraction();
            let scope = &placed.clause.scope;
            sum += match self {
                Self::One(ledger, at) if scope.holds(&ledger.crew.lines[*at].keys) => {
                    match amount {
                        Lump::PerHead(dollars) => dollars.as_ref()?.to_fraction(),
                        Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
                            dollars.as_ref()?.to_fraction() * fte
                        }
                        Lump::PercentOfPay(percent) => {
                            let pay = ledger.pay(priced, *at, begin, end.plus(-1))?;
                            pay.hundredth_times(percent.as_ref()?).to_fraction()
                        }
                    }
                }
                Self::One(..) => continue,
                Self::Average(ledger) => {
                    average(ledger, priced, placed.clause, (begin, end), &fte)?
                }
            };
        }
        Some(sum)
    }
}

/// What the average employee is paid of a lump sum: per head of all heads, else of all FTE.
fn average(
    ledger: &Ledger,
    priced: &Priced,
    clause: &Clause,
    measured: (Day, Day),
    fte: &Fraction,
) -> Option<Fraction> {
    let Terms::LumpSum { amount, .. } = &clause.terms else {
        return None;
    };
    let lines = || {
        let lines = ledger.crew.counted();
        lines.filter(|(_, line)| clause.scope.holds(&line.keys))
    };
    let of_fte = |paid: Fraction| -> Option<Fraction> {
        let all = ledger.crew.fte()?.to_fraction();
        (!is_zero(&all)).then(|| paid * fte / all)
    };
    match amount {
        Lump::PerHead(dollars) if clause.scope.is_everyone() => {
            Some(dollars.as_ref()?.to_fraction())
        }
        Lump::PerHead(dollars) => {
            let heads: Dec = lines()
                .map(|(_, l)| l.headcount.clone())
                .sum::<Option<Dec>>()?;
            let all = ledger.crew.headcount()?.to_fraction();
            let each = dollars.as_ref()?.to_fraction() * heads.to_fraction();
            (!is_zero(&all)).then(|| each / all)
        }
        Lump::PerFte(dollars) | Lump::Prorated(dollars) if clause.scope.is_everyone() => {
            Some(dollars.as_ref()?.to_fraction() * fte)
        }
        Lump::PerFte(dollars) | Lump::Prorated(dollars) => {
            let own: Dec = lines().map(|(_, l)| l.fte.clone()).sum::<Option<Dec>>()?;
            of_fte((dollars.as_ref()? * &own).to_fraction())
        }
        Lump::PercentOfPay(percent) => {
            let last = measured.1.plus(-1);
            let pay = ledger.pay_in(priced, &clause.scope, measured.0, last)?;
            of_fte(pay.hundredth_times(percent.as_ref()?).to_fraction())
        }
    }
}

pub fn employee_figures(
    sheet: &mut Sheet,
    offer: usize,
    case: &Case,
    looked: &Looked,
    deal: &Deal,
) {
    let part = Part::Employee(offer);
    sheet.dollars(part, Name::Rate, looked.rate(case));
    sheet.number(part, Name::Fte, Some(case.employee.fte.to_fraction()));
    let ledger = looked.ledger();
    let priced = ledger.price(deal);
    let blocks = blocks(case);
    sheet.text(part, Name::Count, blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let part = Part::Cumulative(offer, at);
        let unpaid = deal.pays_back_on().is_some_and(|day| block.last < day);
        let paid = if unpaid { &ledger.baseline } else { &priced };
        let until = |priced| looked.pay(case, priced, ledger.first, block.last);
        sheet.text(part, Name::Date, block.last);
        sheet.dollars(part, Name::Earned, until(&priced));
        sheet.dollars(part, Name::Paid, until(paid));
        let lumps = looked.lumps(case, &priced, deal, block.last);
        sheet.dollars(part, Name::LumpSums, lumps);
    }
}

/// From when on the cumulative pay under B stays at or above that under A.
pub fn break_even(sheet: &mut Sheet, case: &Case, looked: &Looked, a: &Deal, b: &Deal) {
    let ratified = a.ratified.max(b.ratified);
    let from = ratified.map_or(case.first_day, |day| day.max(case.first_day));
    let ahead = stays_ahead(looked, from, a, b);
    // Where either pay isn't known nothing is counted, from any day.
    let date = ahead.flatten();
    let part = Part::BreakEven;
    sheet.maybe(part, Name::From, ahead.is_some().then_some(from));
    sheet.maybe(part, Name::Date, date);
    sheet.maybe(part, Name::Days, date.map(|date| date.0 - from.0));
}

/// `None` where it isn't known, else the day if there is one.
fn stays_ahead(looked: &Looked, from: Day, a: &Deal, b: &Deal) -> Option<Option<Day>> {
    let ledger = looked.ledger();
    let (a, b) = (ledger.price(a), ledger.price(b));
    looked.share(ledger.case)?;
    let changes = a.path.changes().chain(b.path.changes());
    let moves = a.standing.changes().chain(b.standing.changes());
    let mut changes: Vec<Day> = changes.chain(moves).collect();
    changes.sort();
    let mut ahead = Money::zero();
    let mut since = None;
    // Counted in a year's hour units: only the sign matters.
    let mut a_year = Money::zero();
    // B's pay above A's a year, looked up anew only on days when either may change.
    let difference = |day: Day| -> Option<Money> {
        let of = |priced: &Priced| match looked {
            Looked::Average(ledger) => ledger.run_rate(priced, day),
            Looked::One(ledger, at) => ledger.a_year(priced, *at, day),
        };
        Some(&of(&b)? - &of(&a)?)
    };
    for day in ledger.first.until(ledger.horizon) {
        if day == ledger.first || changes.binary_search(&day).is_ok() {
            a_year = difference(day)?;
        }
        let units = Quotient::whole(ledger.hours.on(day));
        ahead = &ahead + &a_year.times(&units);
        if ahead.is_negative() {
            since = None;
        } else if day >= from && since.is_none() {
            since = Some(day);
        }
    }
    Some(since)
}
