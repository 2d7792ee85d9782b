//! Puts all figures of a scenario together.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::break_even::break_even;
use super::cohorts::Cell;
use super::delay::{cost_under, delay};
use super::employee::{EmployeePay, Looked, employee, looked_at};
use super::error::CostingError;
use super::model::{Model, Paid};
use super::movement::movement;
use super::not_costed::not_costed;
use super::offer_cost::{OfferCost, lump_sums_alone};
use super::present_value::present_value;
use super::raises::raises;
use super::real_wage::real_wage;
use super::report::{
    BasisFigures, BreakEvenFigures, GapFigures, OfferFigures, PairingFigures, RealWageFigures,
    Report, ScopeFigures, WhyFigures,
};
use super::roll_up::{roll_up, total_rate};
use super::schedule::{Step, Timing};
use super::simple_sum::{average_a_year, compounded, simple_sum, simple_sum_scoped};
use super::why::{Layers, why};
use super::years::{YearKind, blocks, years};
use crate::scenario::{Offer, People, Ratification, Scenario};

/// Every figure of a scenario.
///
/// # Errors
/// [`CostingError`] where the scenario's numbers are too large, or a raise takes a rate below zero.
pub fn report(scenario: &Scenario) -> Result<Report, CostingError> {
    let model = Model::new(scenario)?;
    let looked = looked_at(&model)?;
    let offers = scenario
        .offers
        .iter()
        .map(|one| offer(&model, looked.as_ref(), one))
        .collect::<Result<Vec<_>, _>>()?;
    let gap = gap(&model, looked.as_ref(), &offers)?;
    Ok(Report {
        basis: basis(&model)?,
        offers,
        gap,
    })
}

fn basis(model: &Model<'_>) -> Result<BasisFigures, CostingError> {
    let scenario = model.scenario;
    let (headcount, fte) = people(&scenario.workforce.people);
    let payroll = model.base_payroll()?;
    let loaded = total_rate(&scenario.roll_up)?;
    let cost_of_one_percent = payroll.and_then(|payroll| {
        let factor = loaded
            .checked_div(Decimal::ONE_HUNDRED)?
            .checked_add(Decimal::ONE)?;
        payroll
            .checked_div(Decimal::ONE_HUNDRED)?
            .checked_mul(factor)
    });
    Ok(BasisFigures {
        payroll,
        headcount,
        fte,
        first_day: scenario.term.first_day,
        last_day: scenario.term.last_day,
        horizon: model.horizon(),
        accrual: scenario.accrual.name(),
        rates_as_of: scenario.workforce.rates_as_of,
        hours: scenario.hours.get(),
        cost_of_one_percent,
        discount_rate: scenario.discount_rate.get(),
    })
}

/// Headcount and FTE of everyone; `None` where a part is unknown.
fn people(people: &People) -> (Option<u64>, Option<Decimal>) {
    match people {
        People::Summary { headcount, fte, .. } => (headcount.get(), fte.get().map(|fte| fte.get())),
        People::Table { groups, .. } if groups.get().is_none() => (None, None),
        People::Groups(_) | People::Table { .. } => (
            people
                .groups()
                .unwrap_or_default()
                .iter()
                .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?)),
            people
                .groups()
                .unwrap_or_default()
                .iter()
                .try_fold(Decimal::ZERO, |sum, group| {
                    // Not in `Fte` itself: the sum of many groups may pass what one may have.
                    sum.checked_add(group.fte.get()?.get())
                }),
        ),
    }
}

/// Every figure of one offer.
///
/// # Errors
/// [`CostingError`].
pub fn offer(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
) -> Result<OfferFigures, CostingError> {
    let scenario = model.scenario;
    let timing = Timing::of(scenario, offer);
    let steps = model.steps(offer);
    let costed = match &model.paid {
        Some(paid) => OfferCost::new(model, paid, &steps)?,
        None => None,
    };
    let (first, end) = (model.first, model.end);
    let last = model.calendar.clock.start_of(model.horizon());
    let mut figures = blank(model, offer, &steps)?;
    figures.compounded = compounded(model, costed.as_ref(), &steps)?;
    figures.average_a_year = figures
        .compounded
        .and_then(|compounded| average_a_year(compounded, model.first_day(), model.horizon()));
    figures.years = years(model, costed.as_ref(), YearKind::Contract)?;
    figures.raises = raises(model, offer, &steps)?;
    figures.by_scope = by_scope(model, &steps)?;
    figures.delay = delay(model, offer)?;
    figures.employee = employee(model, looked, offer, &steps)?;
    if let (None, Some(paid)) = (&costed, &model.paid) {
        let lumps = lump_sums_alone(model, paid, &steps)?;
        figures.lump_sums = lumps.map(Amount::dollars);
    }
    if let (Some(costed), Some(paid)) = (&costed, &model.paid) {
        let cost = costed.cost(first, end)?.map(Amount::dollars);
        let before = costed.cost(costed.earliest(first), first)?;
        figures.wages = Some(costed.wages(first, end)?.dollars());
        figures.lump_sums = costed.lump_sums(first, end)?.map(Amount::dollars);
        figures.cost = cost;
        figures.cost_per_fte = per_fte(model, cost);
        figures.roll_up = roll_up(model, paid, &steps, costed)?;
        figures.present_value = present_value(
            model,
            costed,
            scenario.discount_rate,
            timing.arrears_paid_on(model.first_day()),
        )?;
        figures.real_wage = real_wages(model, costed)?;
        figures.exit_run_rate = Some(costed.path.pay_at(last).dollars());
        figures.before_the_term = before.map(Amount::dollars);
    }
    Ok(figures)
}

/// The figures that need no costing.
fn blank(model: &Model<'_>, offer: &Offer, steps: &[Step]) -> Result<OfferFigures, CostingError> {
    Ok(OfferFigures {
        id: offer.id.clone(),
        name: offer.name.clone(),
        side: offer.side,
        status: offer.status.name(),
        shared: offer.shared,
        retroactive: model.scenario.is_retroactive(offer),
        simple_sum: simple_sum(offer, steps),
        simple_sum_scoped: simple_sum_scoped(model, offer, steps)?,
        compounded: None,
        average_a_year: None,
        cost: None,
        wages: None,
        lump_sums: None,
        roll_up: None,
        cost_per_fte: None,
        present_value: None,
        exit_run_rate: None,
        before_the_term: None,
        years: Vec::new(),
        raises: Vec::new(),
        by_scope: Vec::new(),
        delay: Vec::new(),
        employee: super::report::EmployeeFigures {
            rate: None,
            fte: Decimal::ZERO,
            cumulative: Vec::new(),
        },
        real_wage: Vec::new(),
        not_costed: not_costed(model, offer, steps),
    })
}

/// Cost by market, bargaining unit and job family.
fn by_scope(model: &Model<'_>, steps: &[Step]) -> Result<Vec<ScopeFigures>, CostingError> {
    let (cells, paid) = match model.paid_by_cell()? {
        Some((paid, cells)) => (cells, paid),
        None => {
            let cells = Cell::all_of(&model.scenario.workforce.people);
            return Ok(cells.into_iter().map(|cell| scope(cell, None)).collect());
        }
    };
    let offer = OfferCost::new(model, &paid, steps)?;
    let mut costs = vec![Some(Amount::ZERO); cells.len()];
    for (number, class) in paid.cohorts.classes.iter().enumerate() {
        let cost = match &offer {
            Some(offer) => cost_of_class(model, offer, number)?,
            None => None,
        };
        if let Some(sum) = costs.get_mut(class.cell) {
            *sum = match (*sum, cost) {
                (Some(sum), Some(cost)) => Some(sum.plus(cost)?),
                _ => None,
            };
        }
    }
    Ok(cells
        .into_iter()
        .zip(costs)
        .map(|(cell, cost)| scope(cell, cost))
        .collect())
}

fn scope(cell: Cell, cost: Option<Amount>) -> ScopeFigures {
    ScopeFigures {
        market: cell.market,
        unit: cell.unit,
        job: cell.job,
        cost: cost.map(Amount::dollars),
    }
}

/// Real wages at each contract year's end.
fn real_wages(model: &Model<'_>, offer: &OfferCost) -> Result<Vec<RealWageFigures>, CostingError> {
    if model.scenario.inflation.is_none() {
        return Ok(Vec::new());
    }
    blocks(model.first_day(), model.horizon(), YearKind::Contract)
        .into_iter()
        .map(|block| {
            let real = real_wage(model, offer, block.last_day)?;
            Ok(RealWageFigures {
                date: block.last_day,
                ratio: real.map(|real| real.ratio),
                catch_up: real.map(|real| real.catch_up),
            })
        })
        .collect()
}

fn cost_of_class(
    model: &Model<'_>,
    offer: &OfferCost,
    class: usize,
) -> Result<Option<Amount>, CostingError> {
    let (first, end) = (model.first, model.end);
    let wages = offer
        .path
        .earned_by(class, first, end)?
        .minus(offer.baseline.earned_by(class, first, end)?)?;
    let Some(lumps) = &offer.lumps else {
        return Ok(None);
    };
    lumps
        .iter()
        .filter(|lump| lump.class == class && (first..end).contains(&lump.at))
        .try_fold(wages, |sum, lump| sum.plus(lump.amount))
        .map(Some)
}

fn per_fte(model: &Model<'_>, dollars: Option<Decimal>) -> Option<Decimal> {
    dollars?.checked_div(model.fte()?)
}

/// What lies between A and B; `None` unless the scenario names two of its offers. `offers` holds the
/// figures of every offer, in the scenario's order.
///
/// # Errors
/// [`CostingError`].
pub fn gap(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offers: &[OfferFigures],
) -> Result<Option<GapFigures>, CostingError> {
    let scenario = model.scenario;
    let compared = |id: &Option<crate::scenario::OfferId>| {
        let id = id.as_ref()?;
        let figures = offers.iter().find(|figures| figures.id == *id)?;
        Some((scenario.offer(id)?, figures))
    };
    let (Some((a, of_a)), Some((b, of_b))) = (compared(&scenario.a), compared(&scenario.b)) else {
        return Ok(None);
    };
    let less = |b: Option<Decimal>, a: Option<Decimal>| b?.checked_sub(a?);
    let cost = less(of_b.cost, of_a.cost);
    let by_year = of_a
        .years
        .iter()
        .zip(&of_b.years)
        .map(|(a, b)| (a.label.clone(), less(b.cash, a.cash)))
        .collect();
    let mut why = why_differ(model, a, b)?;
    why.lump_sums = why.lump_sums.or(less(of_b.lump_sums, of_a.lump_sums));
    Ok(Some(GapFigures {
        a: a.id.clone(),
        b: b.id.clone(),
        cost,
        cost_per_fte: per_fte(model, cost),
        simple_points: less(of_b.simple_sum, of_a.simple_sum),
        compounded_points: less(of_b.compounded, of_a.compounded),
        present_value: less(of_b.present_value, of_a.present_value),
        by_year,
        why,
        movement: movement(scenario, offers),
        break_even: break_even_of(model, looked, a, b)?,
        retroactivity: pairings(model, a, b)?,
    }))
}

/// Why A and B differ; every bar `None` where one of them can't be costed.
///
/// # Errors
/// [`CostingError`].
pub fn why_differ(model: &Model<'_>, a: &Offer, b: &Offer) -> Result<WhyFigures, CostingError> {
    let Some(paid) = &model.paid else {
        return Ok(WhyFigures::default());
    };
    match (layers(model, paid, a)?, layers(model, paid, b)?) {
        (Some(a), Some(b)) => why(&a, &b),
        _ => Ok(WhyFigures::default()),
    }
}

fn layers(model: &Model<'_>, paid: &Paid, offer: &Offer) -> Result<Option<Layers>, CostingError> {
    let steps = model.steps(offer);
    match OfferCost::new(model, paid, &steps)? {
        Some(costed) => Layers::of(model, paid, &steps, &costed),
        None => Ok(None),
    }
}

/// When B's employee is ahead for good, counted from the later ratification.
fn break_even_of(
    model: &Model<'_>,
    looked: Option<&Looked>,
    a: &Offer,
    b: &Offer,
) -> Result<BreakEvenFigures, CostingError> {
    let Some(looked) = looked else {
        return Ok(BreakEvenFigures::default());
    };
    let pay = |offer: &Offer| {
        let timing = Timing::of(model.scenario, offer);
        EmployeePay::new(model, looked, &model.steps(offer), timing)
    };
    let late = |offer: &Offer| match model.scenario.ratification_of(offer) {
        Ratification::On(day) if day > model.first_day() => Some(day),
        _ => None,
    };
    let from = late(a).max(late(b)).unwrap_or(model.first_day());
    match (pay(a)?, pay(b)?) {
        (Some(a), Some(b)) => break_even(model, &a, &b, from, Amount::ZERO),
        _ => Ok(BreakEvenFigures::default()),
    }
}

/// The gap under each pairing of retroactivity: both, only B, neither, only A.
fn pairings(model: &Model<'_>, a: &Offer, b: &Offer) -> Result<Vec<PairingFigures>, CostingError> {
    let cost = |offer: &Offer, retroactive: bool| {
        let timing = Timing {
            retroactive,
            ..Timing::of(model.scenario, offer)
        };
        cost_under(model, offer, timing)
    };
    let [(a_with, a_without), (b_with, b_without)] = [
        (cost(a, true)?, cost(a, false)?),
        (cost(b, true)?, cost(b, false)?),
    ];
    Ok([(true, true), (false, true), (false, false), (true, false)]
        .into_iter()
        .map(|(retro_a, retro_b)| {
            let of_a = if retro_a { a_with } else { a_without };
            let of_b = if retro_b { b_with } else { b_without };
            PairingFigures {
                a: retro_a,
                b: retro_b,
                cost: of_b.zip(of_a).and_then(|(b, a)| b.checked_sub(a)),
            }
        })
        .collect())
}

/// Where a scenario can't be costed: the offer, and the clause at which it first fails. For messages.
#[must_use]
pub fn culprit(scenario: &Scenario) -> Option<(usize, Option<usize>)> {
    let model = Model::new(scenario).ok()?;
    let looked = looked_at(&model).ok()?;
    let failing = |one: &Offer| offer(&model, looked.as_ref(), one).is_err();
    let at = scenario.offers.iter().position(failing)?;
    let whole = scenario.offers.get(at)?;
    let clause = (1..=whole.clauses.len()).find(|count| {
        let mut part = whole.clone();
        part.clauses.truncate(*count);
        failing(&part)
    });
    Some((at, clause.map(|count| count - 1)))
}
