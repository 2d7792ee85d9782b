//! What employees are paid under the baseline and under an offer, line by line and day by day.

use std::cell::RefCell;
use std::rc::Rc;

use super::acts::{Act, Effect, owed};
use super::calendar::Day;
use super::crew::Crew;
use super::deal::Deal;
use super::exact::Fraction;
use super::hours::Hours;
use super::model::{Case, Ratification, Rounding, Scope};
use super::path::{Path, Rates, Setting};
use super::steps::{Hold, Standing};
use super::sums::{Money, Quotient, Rate, Weighed};

/// A crew, where it stands and what it is paid under the baseline.
pub struct Ledger<'a> {
    pub case: &'a Case,
    pub hours: Hours,
    pub crew: Crew,
    pub first: Day,
    pub horizon: Day,
    pub annual: Quotient,
    pub baseline: Priced,
    /// The baseline with no rate rounded.
    pub exact_baseline: Priced,
    /// Where employees stand under each set of holds met so far.
    held: RefCell<Vec<(Vec<Hold>, Rc<Standing>)>>,
}

/// Rates from day to day and who stands at them.
pub struct Priced {
    pub path: Path,
    pub standing: Rc<Standing>,
    /// From when on each line may differ from the baseline.
    from: Vec<Option<Day>>,
}

/// The days a case can need: two years before the first date, a year after the last.
fn hours_of(case: &Case) -> Hours {
    let clauses = case.offers.iter().flat_map(|offer| &offer.clauses);
    let clauses = clauses.chain(&case.baseline);
    let dates =
        clauses.flat_map(|clause| clause.terms.own_dates().into_iter().chain([clause.date]));
    let own = case.offers.iter().filter_map(|offer| offer.ratification);
    let ratified = own.chain([case.ratification]).filter_map(|r| match r {
        Ratification::OnTime => None,
        Ratification::On(day) => Some(day),
    });
    let inflation = case.inflation.as_ref();
    let reference = inflation.and_then(|inflation| inflation.reference);
    let known = dates.chain(ratified).chain([case.rates_as_of]);
    let known = known.chain(reference);
    let (first, last) = known.fold((case.first_day, case.horizon()), |(first, last), day| {
        (first.min(day), last.max(day))
    });
    Hours::new(case.accrual, first.plus(-800), last.plus(400))
}

impl<'a> Ledger<'a> {
    pub fn new(case: &'a Case) -> Self {
        Self::with_crew(case, Crew::of(case))
    }

    pub fn with_crew(case: &'a Case, crew: Crew) -> Self {
        let hours = hours_of(case);
        let standing = Rc::new(Standing::new(case, &crew, &hours, &[]));
        let owed = owed(case, &crew);
        let walk = |rounding| Priced {
            path: Path::walk(
                Setting {
                    case,
                    crew: &crew,
                    hours: &hours,
                    standing: &standing,
                    rounding,
                },
                &owed,
            ),
            standing: standing.clone(),
            from: vec![None; crew.lines.len()],
        };
        Self {
            baseline: walk(crew.rounding),
            exact_baseline: walk(Rounding::None),
            first: case.first_day,
            horizon: case.horizon(),
            annual: crew.annual(case),
            held: RefCell::new(vec![(vec![], standing.clone())]),
            case,
            hours,
            crew,
        }
    }

    /// The baseline's rates where employees stand otherwise.
    pub fn baseline_on(&self, standing: Standing) -> Priced {
        let standing = Rc::new(standing);
        let setting = Setting {
            case: self.case,
            crew: &self.crew,
            hours: &self.hours,
            standing: &standing,
            rounding: self.crew.rounding,
        };
        Priced {
            path: Path::walk(setting, &owed(self.case, &self.crew)),
            standing,
            from: vec![None; self.crew.lines.len()],
        }
    }

    fn standing(&self, holds: Vec<Hold>) -> Rc<Standing> {
        let mut held = self.held.borrow_mut();
        if let Some((_, found)) = held.iter().find(|(known, _)| *known == holds) {
            return found.clone();
        }
        let new = Rc::new(Standing::new(self.case, &self.crew, &self.hours, &holds));
        held.push((holds, new.clone()));
        new
    }

    /// Rates under a deal, rounded as the workforce's are.
    pub fn price(&self, deal: &Deal) -> Priced {
        self.price_rounded(deal, self.crew.rounding)
    }

    pub fn price_rounded(&self, deal: &Deal, rounding: Rounding) -> Priced {
        let holds = deal.holds();
        let mut acts = deal.acts(&self.crew);
        let owed = owed(self.case, &self.crew);
        let all = acts.iter().map(|act| act.day);
        let earliest = all.chain(holds.iter().map(|hold| hold.from)).min();
        // What a pool that is owed adds depends on what its target is paid on its eve, and by how much a minimum
        // that is owed lifts a ladder on what its first job is paid by then.
        let is_later = |act: &&Act| {
            earliest.is_some_and(|earliest| match &act.effect {
                Effect::Tranche(_) => earliest < act.day,
                Effect::Minimum(_) => earliest <= act.day,
                _ => false,
            })
        };
        let parts = owed.iter().filter(is_later);
        let parts: Vec<&Act> = parts.collect();
        let from = self.crew.lines.iter().map(|line| {
            let raised = acts.iter().chain(parts.iter().copied());
            let raised = raised.filter(|act| act.scope.holds(&line.keys));
            let held = holds.iter().filter(|hold| hold.scope.holds(&line.keys));
            let raised = raised.map(|act| act.day);
            raised.chain(held.map(|hold| hold.from)).min()
        });
        let from = from.collect();
        let standing = self.standing(holds);
        acts.extend(owed);
        let setting = Setting {
            case: self.case,
            crew: &self.crew,
            hours: &self.hours,
            standing: &standing,
            rounding,
        };
        Priced {
            path: Path::walk(setting, &acts),
            standing,
            from,
        }
    }

    /// Pay of a line per 1.0 FTE and part, times a year's hour units.
    fn weighed(
        &self,
        priced: &Priced,
        line: usize,
        days: (Day, Day),
        change: impl Fn(Rate) -> Rate,
    ) -> Option<Quotient> {
        let mut sum = Weighed::default();
        for (from, to, rates) in priced.path.stretches(days.0, days.1) {
            for (step, rate) in rates[line].as_ref()?.iter().enumerate() {
                let standing = &priced.standing;
                let weight = standing.weight(&self.hours, line, step, from, to);
                if weight > 0 {
                    sum.add(change(*rate), weight);
                }
            }
        }
        Some(sum.sum())
    }

    /// Pay of a line from one day to the other, each rate changed first.
    pub fn changed_pay(
        &self,
        priced: &Priced,
        line: usize,
        first: Day,
        last: Day,
        change: impl Fn(Rate) -> Rate,
    ) -> Option<Money> {
        let weighed = self.weighed(priced, line, (first, last), change)?;
        let own = &self.crew.lines[line];
        let fte = Quotient::of(own.fte.as_ref()?);
        let units = Quotient::whole(self.hours.year).times(&Quotient::whole(own.part_count()));
        let whole = weighed.times(&self.annual).times(&fte);
        Some(Money::of(&whole.over(&units)))
    }

    pub fn pay(&self, priced: &Priced, line: usize, first: Day, last: Day) -> Option<Money> {
        self.changed_pay(priced, line, first, last, |rate| rate)
    }

    pub fn pay_of_all(&self, priced: &Priced, first: Day, last: Day) -> Option<Money> {
        let lines = self.crew.counted();
        lines.map(|(at, _)| self.pay(priced, at, first, last)).sum()
    }

    pub fn pay_in(&self, priced: &Priced, scope: &Scope, first: Day, last: Day) -> Option<Money> {
        let lines = self.crew.counted();
        lines
            .filter(|(_, line)| scope.holds(&line.keys))
            .map(|(at, _)| self.pay(priced, at, first, last))
            .sum()
    }

    /// Pay of a line above the baseline's. Before any clause is in force for it there is none,
    /// whatever the line is paid.
    pub fn above(&self, priced: &Priced, line: usize, first: Day, last: Day) -> Option<Money> {
        self.changed_above(priced, &self.baseline, line, (first, last), |rate| rate)
    }

    pub fn changed_above(
        &self,
        priced: &Priced,
        baseline: &Priced,
        line: usize,
        days: (Day, Day),
        change: impl Fn(Rate) -> Rate,
    ) -> Option<Money> {
        let Some(from) = priced.from[line].filter(|from| *from <= days.1) else {
            return Some(Money::zero());
        };
        let (first, last) = (days.0.max(from), days.1);
        let pay = self.changed_pay(priced, line, first, last, &change)?;
        Some(&pay - &self.changed_pay(baseline, line, first, last, &change)?)
    }

    pub fn wages(&self, priced: &Priced, first: Day, last: Day) -> Option<Money> {
        let lines = self.crew.counted();
        lines
            .map(|(at, _)| self.above(priced, at, first, last))
            .sum()
    }

    /// Pay a year of a line at the rates and on the steps of a day.
    pub fn a_year(&self, priced: &Priced, line: usize, day: Day) -> Option<Money> {
        let rates = priced.path.on(day);
        self.a_year_at(priced, line, rates, day)
    }

    fn a_year_at(&self, priced: &Priced, line: usize, rates: &Rates, day: Day) -> Option<Money> {
        let mut sum = Weighed::default();
        for (step, rate) in rates[line].as_ref()?.iter().enumerate() {
            sum.add(*rate, priced.standing.parts_on(line, step, day));
        }
        let own = &self.crew.lines[line];
        let fte = Quotient::of(own.fte.as_ref()?);
        let whole = sum.sum().times(&self.annual).times(&fte);
        Some(Money::of(&whole.over(&Quotient::whole(own.part_count()))))
    }

    pub fn run_rate(&self, priced: &Priced, day: Day) -> Option<Money> {
        let lines = self.crew.counted();
        lines.map(|(at, _)| self.a_year(priced, at, day)).sum()
    }

    /// Pay a year above the baseline's at the rates and on the steps of a day.
    pub fn above_a_year(&self, priced: &Priced, day: Day) -> Option<Money> {
        let lines = self.crew.counted();
        lines
            .map(|(at, _)| {
                if priced.from[at].is_none_or(|from| from > day) {
                    return Some(Money::zero());
                }
                let pay = self.a_year(priced, at, day)?;
                Some(&pay - &self.a_year(&self.baseline, at, day)?)
            })
            .sum()
    }

    /// Yearly pay of a line before any clause and any move.
    pub fn starting_pay(&self, line: usize) -> Option<Money> {
        let own = &self.crew.lines[line];
        // All parts of a line begin on one step.
        let rate = own.steps.as_ref()?[own.parts[0].step];
        let fte = Quotient::of(own.fte.as_ref()?);
        let pay = rate.to_quotient().times(&self.annual).times(&fte);
        Some(Money::of(&pay))
    }

    pub fn payroll(&self) -> Option<Money> {
        self.payroll_in(&Scope::default())
    }

    pub fn payroll_in(&self, scope: &Scope) -> Option<Money> {
        let lines = self.crew.counted();
        lines
            .filter(|(_, line)| scope.holds(&line.keys))
            .map(|(at, _)| self.starting_pay(at))
            .sum()
    }

    /// A share of a year: of what is paid by the year, what these days carry.
    pub fn share_of_year(&self, first: Day, last: Day) -> Quotient {
        let units = Quotient::whole(self.hours.between(first, last));
        units.over(&Quotient::whole(self.hours.year))
    }

    pub fn per_fte(&self, dollars: Option<Fraction>) -> Option<Fraction> {
        let fte = self.crew.fte()?;
        if fte.is_zero() {
            return None;
        }
        Some(dollars? / fte.to_fraction())
    }
}
