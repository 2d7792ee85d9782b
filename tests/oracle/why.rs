//! Why two offers differ: bars that add up to the gap.

use num_traits::Zero;

use super::cost::Ledger;
use super::deal::Deal;
use super::exact::{Dec, Fraction, fraction};
use super::figures::Sheet;
use super::model::{Case, Terms};
use super::path::Path;
use super::people::Crew;
use super::report::Worked;

/// One offer's wages taken apart, in hour units.
struct Parts {
    /// What cents add.
    rounding: Dec,
    /// What minimums add.
    minimums: Dec,
    /// Wages without either.
    plain: Dec,
    /// First order: no raise on a raise.
    linear: Dec,
    /// Σ percents by scope share, as dollars of base payroll.
    sizes: Dec,
    both_signs: bool,
}

impl Parts {
    /// Which share of its full dollars a year the average raise comes to, first order.
    fn weight(&self, ledger: &Ledger) -> Option<Fraction> {
        let sizes = self.sizes.to_fraction();
        (!sizes.is_zero()).then(|| ledger.dollars(&self.linear) / sizes)
    }
}

fn parts(case: &Case, ledger: &Ledger, deal: &Deal) -> Option<Parts> {
    let exact = Ledger::new(
        case,
        ledger.hours,
        Crew {
            to_cents: false,
            ..Crew::of(case)?
        },
    );
    let wages = |ledger: &Ledger, path: &Path| -> Dec {
        ledger
            .above(path, ledger.first, ledger.horizon)
            .iter()
            .sum()
    };
    let shown = wages(ledger, &ledger.path(deal)?);
    let unrounded = wages(&exact, &exact.path(deal)?);
    let plain = wages(&exact, &exact.path(&deal.without_minimums())?);
    let (mut linear, mut sizes) = (Dec::zero(), Dec::zero());
    let (mut up, mut down) = (false, false);
    for placed in deal.counted() {
        let first = placed.day.max(exact.first);
        let members = || {
            let members = exact.crew.members.iter().enumerate();
            members.filter(|(_, m)| placed.clause.scope.holds(&m.keys))
        };
        let value = match &placed.clause.terms {
            Terms::Percent(Some(percent))
            | Terms::GreaterOf {
                percent: Some(percent),
                ..
            } => {
                let share = percent.hundredth();
                let owed = exact.pay(&exact.baseline, first, exact.horizon);
                let earned: Dec = members().map(|(at, _)| &owed[at]).sum();
                let payroll: Dec = members()
                    .map(|(_, m)| &exact.crew.starting_pay(m) * &m.fte)
                    .sum();
                linear = &linear + &(&earned * &share);
                sizes = &sizes + &(&payroll * &share);
                percent
            }
            Terms::PerHour(Some(dollars)) => {
                let fte: Dec = members().map(|(_, m)| &m.fte).sum();
                let a_year = &(dollars * &case.hours) * &fte;
                let units = exact.hours.between(first, exact.horizon);
                linear = &linear + &a_year.times(units);
                sizes = &sizes + &a_year;
                dollars
            }
            _ => continue,
        };
        up |= value.is_positive();
        down |= value.is_negative();
    }
    Some(Parts {
        rounding: &shown - &unrounded,
        minimums: &unrounded - &plain,
        plain,
        linear,
        sizes,
        both_signs: up && down,
    })
}

pub fn why(sheet: &mut Sheet, case: &Case, ledger: Option<&Ledger>, a: &Worked, b: &Worked) {
    let known = ledger.and_then(|l| Some((l, parts(case, l, &a.deal)?, parts(case, l, &b.deal)?)));
    let less = |of: fn(&Parts) -> Dec| -> Option<Fraction> {
        let (l, a, b) = known.as_ref()?;
        Some(l.dollars(&(&of(b) - &of(a))))
    };
    let linear = less(|p| p.linear.clone());
    let mixed = known
        .as_ref()
        .is_some_and(|(_, a, b)| a.both_signs || b.both_signs);
    let size = if mixed {
        linear.clone()
    } else {
        known.as_ref().map(|(l, a, b)| size(l, a, b))
    };
    let timing = linear.zip(size.clone()).map(|(linear, size)| linear - size);
    let lumps = ledger
        .zip(a.outcome.lump_sums.as_ref())
        .zip(b.outcome.lump_sums.as_ref());
    sheet.dollars("size", size);
    sheet.dollars("timing", timing.filter(|_| !mixed));
    sheet.dollars("compounding", less(|p| &p.plain - &p.linear));
    sheet.dollars("lump_sums", lumps.map(|((l, a), b)| l.dollars(&(b - a))));
    sheet.dollars("rounding", less(|p| p.rounding.clone()));
    sheet.dollars("floors", less(|p| p.minimums.clone()));
}

/// The difference in size at the mean of the two weights; an offer without size has the other's.
fn size(ledger: &Ledger, a: &Parts, b: &Parts) -> Fraction {
    let (of_a, of_b) = (a.weight(ledger), b.weight(ledger));
    let (of_a, of_b) = match (of_a, of_b) {
        (Some(of_a), Some(of_b)) => (of_a, of_b),
        (Some(one), None) | (None, Some(one)) => (one.clone(), one),
        (None, None) => return fraction(0),
    };
    (&b.sizes - &a.sizes).to_fraction() * (of_a + of_b) / fraction(2)
}
