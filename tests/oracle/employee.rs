//! The employee looked at: the average one, or one at a rate or in a group.

use num_traits::Zero;

use super::calendar::Day;
use super::cost::Ledger;
use super::deal::Deal;
use super::exact::{Dec, Fraction, fraction};
use super::figures::Sheet;
use super::hours::Hours;
use super::model::Case;
use super::offer::blocks;
use super::path::Path;
use super::people::Crew;
use super::report::Worked;

/// Whose pay is followed.
pub enum Looked<'a> {
    /// The average of the workforce, where its pay is known.
    Average(Option<&'a Ledger<'a>>),
    /// One employee, a crew of one: needs nothing of the workforce but the employee's own rate.
    One(Option<Box<Ledger<'a>>>),
}

impl<'a> Looked<'a> {
    pub fn new(case: &'a Case, hours: &'a Hours, workforce: Option<&'a Ledger<'a>>) -> Self {
        match Crew::of_employee(case) {
            None => Self::Average(workforce),
            Some(crew) => Self::One(crew.map(|crew| Box::new(Ledger::new(case, hours, crew)))),
        }
    }

    /// The ledger the employee's pay is a share of, and the share.
    pub fn known(&self, case: &Case) -> Option<(&Ledger<'a>, Fraction)> {
        match self {
            Self::Average(ledger) => {
                let ledger = (*ledger)?;
                let fte = ledger.crew.fte().to_fraction();
                (!fte.is_zero()).then(|| (ledger, case.employee.fte.to_fraction() / fte))
            }
            Self::One(ledger) => Some((ledger.as_deref()?, fraction(1))),
        }
    }

    fn rate(&self, case: &Case) -> Option<Fraction> {
        match self {
            Self::Average(ledger) => {
                let crew = &(*ledger)?.crew;
                let hours = &crew.fte() * &case.hours;
                let payroll = crew.payroll().to_fraction();
                (!hours.is_zero()).then(|| payroll / hours.to_fraction())
            }
            Self::One(ledger) => {
                let member = &ledger.as_ref()?.crew.members[0];
                Some(member.start.to_fraction())
            }
        }
    }
}

pub fn employee_figures(sheet: &mut Sheet, case: &Case, looked: &Looked, one: &Worked) {
    sheet.dollars("rate", looked.rate(case));
    sheet.number("fte", Some(case.employee.fte.to_fraction()));
    let known = looked.known(case).and_then(|(ledger, share)| {
        let path = ledger.path(&one.deal)?;
        let payments = ledger.payments(&one.deal, Some(&path));
        Some((ledger, share, path, payments))
    });
    let blocks = blocks(case);
    sheet.text("cumulative", blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let figures = known.as_ref().map(|(ledger, share, path, payments)| {
            let dollars = |amount: &Dec| ledger.dollars(amount) * share;
            let until = |path| -> Dec { ledger.pay(path, ledger.first, block.last).iter().sum() };
            let arrears = one.deal.ratified.filter(|_| one.deal.retroactive);
            let unpaid = arrears.is_some_and(|ratified| block.last < ratified);
            let earned = dollars(&until(path));
            let paid = if unpaid {
                dollars(&until(&ledger.baseline))
            } else {
                earned.clone()
            };
            let received = payments.as_ref().map(|payments| {
                let days = ledger.first..=block.last;
                let received = payments.iter().filter(|p| days.contains(&p.day));
                dollars(&received.map(|p| p.total()).sum())
            });
            (earned, paid, received)
        });
        sheet.part(format!("cumulative.{at}"), |sheet| {
            sheet.text("date", block.last);
            let (earned, paid, received) = match figures {
                Some((earned, paid, received)) => (Some(earned), Some(paid), received),
                None => (None, None, None),
            };
            sheet.dollars("earned", earned);
            sheet.dollars("paid", paid);
            sheet.dollars("lump_sums", received);
        });
    }
}

/// From when on the cumulative pay under B stays at or above that under A.
pub fn break_even(sheet: &mut Sheet, case: &Case, looked: &Looked, a: &Deal, b: &Deal) {
    let ratified = a.ratified.max(b.ratified);
    let from = ratified.map_or(case.first_day, |day| day.max(case.first_day));
    let paths = looked
        .known(case)
        .and_then(|(ledger, _)| Some((ledger, ledger.path(a)?, ledger.path(b)?)));
    let date = paths
        .as_ref()
        .and_then(|(ledger, a, b)| stays_ahead(ledger, from, a, b));
    // Where either pay isn't known nothing is counted, from any day.
    sheet.maybe("from", paths.is_some().then_some(from));
    sheet.maybe("date", date);
    sheet.maybe("days", date.map(|date| date.0 - from.0));
}

fn stays_ahead(ledger: &Ledger, from: Day, a: &Path, b: &Path) -> Option<Day> {
    let crew = &ledger.crew;
    let mut ahead = Dec::zero();
    let mut since = None;
    // B's pay above A's a year, looked up anew only on days when either may have changed.
    let changes: Vec<Day> = a.change_days().chain(b.change_days()).collect();
    let mut a_year = Dec::zero();
    for day in ledger.first.until(ledger.horizon) {
        if day == ledger.first || changes.contains(&day) {
            let pairs = a.on(day).iter().zip(b.on(day));
            let members = crew.members.iter();
            a_year = pairs
                .zip(members)
                .map(|((a, b), m)| &(b - a) * &m.fte)
                .sum();
        }
        ahead = &ahead + &a_year.times(ledger.hours.on(day));
        if ahead.is_negative() {
            since = None;
        } else if day >= from && since.is_none() {
            since = Some(day);
        }
    }
    since
}
