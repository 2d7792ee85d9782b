//! Why two offers differ: bars that add up to the gap.

use num_traits::Zero;

use super::cola;
use super::deal::Deal;
use super::exact::{Fraction, fraction};
use super::figures::{Name, Part, Sheet};
use super::ledger::{Ledger, Priced};
use super::model::Rounding;
use super::offer::Outcome;
use super::report::Worked;
use super::sums::{Money, Quotient};
use super::terms::Terms;

/// One offer's wages taken apart; `None` rests on something unknown.
struct Bars {
    rounding: Option<Money>,
    steps: Option<Money>,
    pools: Option<Money>,
    /// What minimums, floors and the larger of two add.
    minimums: Option<Money>,
    compounding: Option<Money>,
    linear: Option<Linear>,
}

/// Raises to first order: no raise on a raise.
struct Linear {
    dollars: Money,
    /// Σ percents by scope share, as dollars of base payroll.
    sizes: Money,
    both_signs: bool,
}

impl Linear {
    /// Which share of its full dollars a year the average raise comes to, first order.
    fn weight(&self) -> Option<Fraction> {
        let sizes = self.sizes.to_fraction();
        (!sizes.is_zero()).then(|| self.dollars.to_fraction() / sizes)
    }
}

/// Wages of a deal with no rate rounded.
fn exact_wages(ledger: &Ledger, deal: &Deal) -> Option<Money> {
    let priced = ledger.price_rounded(deal, Rounding::None);
    let days = (ledger.first, ledger.horizon);
    let lines = ledger.crew.counted();
    let above = lines.map(|(at, _)| {
        ledger.changed_above(&priced, &ledger.exact_baseline, at, days, |rate| rate)
    });
    above.sum()
}

fn bars(ledger: &Ledger, deal: &Deal, priced: &Priced) -> Bars {
    let shown = ledger.wages(priced, ledger.first, ledger.horizon);
    let unrounded = exact_wages(ledger, deal);
    let moving = deal.without(|terms| matches!(terms, Terms::HoldSteps { .. }));
    let poolless = moving.without(|terms| matches!(terms, Terms::EquityPool(_)));
    let plain = poolless.without_minimums();
    let layer = |more: &Deal, less: &Deal, is_touched: fn(&Terms) -> bool| {
        let counted = deal.counted();
        if !counted.iter().any(|one| is_touched(&one.clause.terms)) {
            return Some(Money::zero());
        }
        Some(&exact_wages(ledger, more)? - &exact_wages(ledger, less)?)
    };
    let has_rates = ledger.crew.has_groups && ledger.case.rounding != Rounding::None;
    let linear = linear(ledger, &plain);
    let compounding = exact_wages(ledger, &plain)
        .zip(linear.as_ref())
        .map(|(plain, linear)| &plain - &linear.dollars);
    Bars {
        rounding: match has_rates {
            true => shown.zip(unrounded).map(|(shown, exact)| &shown - &exact),
            false => Some(Money::zero()),
        },
        steps: layer(deal, &moving, |terms| {
            matches!(terms, Terms::HoldSteps { .. })
        }),
        pools: layer(&moving, &poolless, |terms| {
            matches!(terms, Terms::EquityPool(_))
        }),
        minimums: layer(&poolless, &plain, |terms| {
            matches!(
                terms,
                Terms::Floor(_) | Terms::MinimumRate { .. } | Terms::GreaterOf { .. }
            )
        }),
        compounding,
        linear,
    }
}

fn linear(ledger: &Ledger, deal: &Deal) -> Option<Linear> {
    let (mut linear, mut sizes) = (Money::zero(), Money::zero());
    let (mut up, mut down) = (false, false);
    for placed in deal.counted() {
        let clause = placed.clause;
        let first = placed.day.max(ledger.first);
        let ended = clause.until.map(|until| until.plus(-1));
        let last = ended.map_or(ledger.horizon, |day| day.min(ledger.horizon));
        let dollars_a_year = match &clause.terms {
            Terms::PerHour(dollars) => dollars
                .as_ref()
                .map(|dollars| Quotient::of(&(dollars * &ledger.case.hours))),
            Terms::PerYear(dollars) => dollars.as_ref().map(Quotient::of),
            _ => None,
        };
        let percent = match &clause.terms {
            Terms::Percent(percent) | Terms::GreaterOf { percent, .. } => percent.clone(),
            Terms::Cola { .. } => cola::percent(ledger.case, clause),
            _ => None,
        };
        if !clause.terms.changes_rates() {
            continue;
        }
        if let Some(percent) = percent {
            let owed = &ledger.exact_baseline;
            let earned = ledger.pay_in(owed, &clause.scope, first, last)?;
            let payroll = ledger.payroll_in(&clause.scope)?;
            linear = &linear + &earned.hundredth_times(&percent);
            sizes = &sizes + &payroll.hundredth_times(&percent);
            up |= percent.is_positive();
            down |= percent.is_negative();
        } else if let Some(dollars) = dollars_a_year {
            let members = ledger.crew.counted();
            let members = members.filter(|(_, line)| clause.scope.holds(&line.keys));
            let fte = members.map(|(_, line)| line.fte.clone());
            let fte = fte.sum::<Option<super::exact::Dec>>()?;
            let a_year = Money::of(&dollars.times(&Quotient::of(&fte)));
            if first <= last {
                linear = &linear + &a_year.times(&ledger.share_of_year(first, last));
            }
            up |= dollars.is_positive();
            down |= Quotient::whole(0).is_above(&dollars);
            sizes = &sizes + &a_year;
        } else {
            return None;
        }
    }
    Some(Linear {
        dollars: linear,
        sizes,
        both_signs: up && down,
    })
}

pub fn why(sheet: &mut Sheet, ledger: &Ledger, a: &Worked, b: &Worked) {
    let of = |one: &Worked| bars(ledger, &one.deal, &one.priced);
    let (of_a, of_b) = (of(a), of(b));
    let less = |of: fn(&Bars) -> Option<&Money>| -> Option<Fraction> {
        Some((of(&of_b)? - of(&of_a)?).to_fraction())
    };
    let beside = |of: fn(&Outcome) -> &Option<Money>| -> Option<Fraction> {
        let (a, b) = (of(&a.outcome).as_ref()?, of(&b.outcome).as_ref()?);
        Some((b - a).to_fraction())
    };
    let both = of_a.linear.as_ref().zip(of_b.linear.as_ref());
    let linear = both.map(|(a, b)| (&b.dollars - &a.dollars).to_fraction());
    let mixed = both.is_some_and(|(a, b)| a.both_signs || b.both_signs);
    let size = if mixed {
        linear.clone()
    } else {
        both.map(|(a, b)| size(a, b))
    };
    let timing = linear.zip(size.clone()).map(|(linear, size)| linear - size);
    let mut put = |name, value| sheet.dollars(Part::Why, name, value);
    put(Name::Size, size);
    put(Name::Timing, timing.filter(|_| !mixed));
    put(Name::Compounding, less(|p| p.compounding.as_ref()));
    put(Name::Benefits, beside(|o| &o.benefits));
    put(Name::LumpSums, beside(|o| &o.lump_sums));
    put(Name::Rounding, less(|p| p.rounding.as_ref()));
    put(Name::Steps, less(|p| p.steps.as_ref()));
    put(Name::Pools, less(|p| p.pools.as_ref()));
    put(Name::Floors, less(|p| p.minimums.as_ref()));
}

/// The difference in size at the mean of the two weights; an offer without size has the other's.
fn size(a: &Linear, b: &Linear) -> Fraction {
    let (of_a, of_b) = match (a.weight(), b.weight()) {
        (Some(of_a), Some(of_b)) => (of_a, of_b),
        (Some(one), None) | (None, Some(one)) => (one.clone(), one),
        (None, None) => return fraction(0),
    };
    (&b.sizes - &a.sizes).to_fraction() * (of_a + of_b) / fraction(2)
}
