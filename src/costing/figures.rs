//! Puts all figures of a scenario together.

use rust_decimal::Decimal;

use super::amount::{Amount, AnnualPay};
use super::between::gap;
use super::by_scope::by_scope;
use super::delay::delay;
use super::employee::{Looked, employee, looked_at};
use super::error::CostingError;
use super::model::Model;
use super::not_costed::not_costed;
use super::offer_cost::OfferCost;
use super::people::percentiles;
use super::present_value::present_value;
use super::raises::raises;
use super::real_wage;
use super::report::{
    ArrearsFigures, BasisFigures, BenefitFigures, EmployeeFigures, LeftOut, OfferApart,
    OfferFigures, PeopleFigures, RealWageFigures, Report,
};
use super::resolved::{lifted, pools};
use super::roll_up::{roll_up, total_rate};
use super::schedule::{Event, Timing};
use super::simple_sum::{average_a_year, compounded, simple_sum, simple_sum_scoped, with_steps};
use super::spread::spread;
use super::step_movement::step_movement;
use super::undefined;
use super::without_value;
use super::year_label::YearKind;
use super::years::{blocks, years};
use crate::scenario::{Offer, People, Scenario, Workforce};
use crate::units::Date;

/// Every figure of a scenario.
///
/// # Errors
/// [`CostingError`] where the scenario's numbers are too large, or a raise takes a rate below zero.
pub fn report(scenario: &Scenario) -> Result<Report, CostingError> {
    let model = Model::new(scenario)?;
    let looked = looked_at(&model)?;
    let mut offers = Vec::with_capacity(scenario.offers.len());
    let mut apart = Vec::with_capacity(scenario.offers.len());
    for offer in &scenario.offers {
        let events = model.events(offer)?;
        let costed = OfferCost::part(&model, &model.part, &events)?;
        offers.push(of_costed(&model, looked.as_ref(), offer, &events, &costed)?);
        apart.push(OfferApart {
            by_scope: by_scope(&model, Some(&costed))?,
            delay: delay(&model, offer)?,
        });
    }
    let figures: Vec<&OfferFigures> = offers.iter().collect();
    let gap = gap(&model, looked.as_ref(), &figures)?;
    let people = people(&model)?;
    let undefined = without_value::of(&model, looked.as_ref(), &offers, &people, gap.as_ref());
    Ok(Report {
        basis: basis(&model)?,
        people,
        offers,
        apart,
        gap,
        undefined,
    })
}

fn basis(model: &Model<'_>) -> Result<BasisFigures, CostingError> {
    let scenario = model.scenario;
    let (headcount, fte) = everyone(&scenario.workforce);
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
        rate_unit: scenario.workforce.rate_unit,
        step_movement: step_movement(model)?,
    })
}

/// Headcount and FTE of everyone; `None` where a part is unknown.
#[must_use]
pub fn everyone(workforce: &Workforce) -> (Option<u64>, Option<Decimal>) {
    if let People::Summary { headcount, fte, .. } = &workforce.people {
        return (headcount.get(), fte.get().map(|fte| fte.get()));
    }
    let Some(groups) = workforce.groups() else {
        return (None, None);
    };
    let groups = || groups.iter();
    (
        groups().try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?)),
        groups().try_fold(Decimal::ZERO, |sum, group| {
            // Not in `Fte` itself: the sum of many groups may pass what one may have.
            sum.checked_add(group.fte.get()?.get())
        }),
    )
}

/// How every offer spreads over employees; nothing for a summary.
///
/// # Errors
/// [`CostingError`].
pub fn people(model: &Model<'_>) -> Result<PeopleFigures, CostingError> {
    let mut all = Vec::new();
    for offer in &model.scenario.offers {
        all.extend(percentiles(model, offer)?);
    }
    Ok(PeopleFigures {
        spread: spread(model)?,
        percentiles: all,
    })
}

/// Every figure of one offer but those by part of the workforce and by day of ratification.
///
/// # Errors
/// [`CostingError`].
pub fn offer(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
) -> Result<OfferFigures, CostingError> {
    let events = model.events(offer)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    of_costed(model, looked, offer, &events, &costed)
}

/// The same of an offer whose events are costed already.
pub(super) fn of_costed(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
    events: &[Event],
    costed: &OfferCost,
) -> Result<OfferFigures, CostingError> {
    let mut figures = of_one_costing(model, offer, events, costed)?;
    figures.raises = raises(model, offer, events, Some(costed))?;
    figures.employee = employee(model, looked, offer, events, Some(costed))?;
    figures.real_wage = real_wages(model, offer, costed)?;
    detailed(model, offer, events, costed, &mut figures)?;
    Ok(figures)
}

/// The figures of one offer that follow from costing it once: its percents, the days its raises take effect,
/// cost with its parts, roll-up, years and, where an employee is looked at, their pay. All others are left
/// empty. For questions that cost an offer many times over.
///
/// # Errors
/// [`CostingError`].
pub fn offer_in_short(
    model: &Model<'_>,
    looked: Option<&Looked>,
    offer: &Offer,
) -> Result<OfferFigures, CostingError> {
    let events = model.events(offer)?;
    let costed = OfferCost::part(model, &model.part, &events)?;
    let mut figures = of_one_costing(model, offer, &events, &costed)?;
    // Without a costing the raises have their days and percents, and no worth.
    figures.raises = raises(model, offer, &events, None)?;
    if looked.is_some() {
        figures.employee = employee(model, looked, offer, &events, Some(&costed))?;
    }
    Ok(figures)
}

fn of_one_costing(
    model: &Model<'_>,
    offer: &Offer,
    events: &[Event],
    costed: &OfferCost,
) -> Result<OfferFigures, CostingError> {
    let (first, end) = (model.first, model.end);
    let mut figures = blank(model, offer, events)?;
    figures.compounded = compounded(model, Some(costed), events)?.filter(undefined::is_sane);
    figures.average_a_year = figures
        .compounded
        .and_then(|compounded| average_a_year(compounded, model.first_day(), model.horizon()))
        .filter(undefined::is_sane);
    figures.with_steps = with_steps(model, Some(costed))?.filter(undefined::is_sane);
    figures.years = years(model, Some(costed), YearKind::Contract)?;
    figures.wages = costed.known_wages(first, end)?.map(Amount::dollars);
    figures.lump_sums = costed.lump_sums(first, end)?.map(Amount::dollars);
    figures.benefits = costed.benefits(first, end)?.map(Amount::dollars);
    figures.cost = costed.cost(first, end)?.map(Amount::dollars);
    figures.cost_per_fte = model.per_fte(figures.cost);
    figures.roll_up = roll_up(model, events, costed)?;
    Ok(figures)
}

/// The dollars of an offer in more detail, as far as they are known.
fn detailed(
    model: &Model<'_>,
    offer: &Offer,
    events: &[Event],
    costed: &OfferCost,
    figures: &mut OfferFigures,
) -> Result<(), CostingError> {
    let (first, end) = (model.first, model.end);
    let arrears_on = Timing::of(model.scenario, offer).arrears_paid_on(model.first_day());
    let before = costed.cost(costed.earliest(first), first)?;
    let last = model.calendar.clock.start_of(model.horizon());
    figures.benefit_clauses = benefit_clauses(model, offer, costed)?;
    let rate = model.scenario.discount_rate;
    figures.present_value = present_value(model, costed, rate, arrears_on)?;
    figures.exit_run_rate = costed.run_rate(last)?.map(AnnualPay::dollars);
    figures.before_the_term = before.map(Amount::dollars);
    figures.pools = pools(events, costed);
    figures.lifted = lifted(model, events, costed)?;
    if let Some(day) = arrears_on {
        let paid_on = model.calendar.clock.start_of(day).min(end);
        let total = costed.known_wages(first, paid_on)?.map(Amount::dollars);
        figures.arrears = Some(ArrearsFigures {
            total,
            per_fte: model.per_fte(total),
        });
    }
    Ok(())
}

fn benefit_clauses(
    model: &Model<'_>,
    offer: &Offer,
    costed: &OfferCost,
) -> Result<Vec<BenefitFigures>, CostingError> {
    let clock = model.calendar.clock;
    let blocks = blocks(model.first_day(), model.horizon(), YearKind::Contract);
    let mut all = Vec::with_capacity(costed.benefits.len());
    for benefit in &costed.benefits {
        let Some((number, clause)) = benefit
            .clause
            .and_then(|number| Some((number, offer.clauses.get(number)?)))
        else {
            continue;
        };
        let between = |from, to| {
            let cost = costed.benefit(benefit, from, to)?;
            Ok(cost.map(Amount::dollars))
        };
        let by_year = blocks.iter().map(|block| {
            between(
                clock.start_of(block.first_day),
                clock.end_of(block.last_day),
            )
        });
        all.push(BenefitFigures {
            clause: number,
            kind: clause.terms.kind(),
            by_year: by_year.collect::<Result<_, CostingError>>()?,
            cost: between(model.first, model.end)?,
        });
    }
    Ok(all)
}

/// The figures that need no costing.
fn blank(model: &Model<'_>, offer: &Offer, events: &[Event]) -> Result<OfferFigures, CostingError> {
    let sum = simple_sum(model, events);
    let left_out = offer.clauses.iter().enumerate();
    let left_out = left_out.filter(|(_, clause)| !clause.counted);
    Ok(OfferFigures {
        id: offer.id.clone(),
        name: offer.name.clone(),
        side: offer.side,
        status: offer.status.name(),
        shared: offer.shared,
        retroactive: model.scenario.is_retroactive(offer),
        simple_sum: sum.percent,
        simple_sum_is_partial: sum.is_partial,
        simple_sum_is_in_dollars: sum.is_in_dollars,
        simple_sum_scoped: simple_sum_scoped(model, events)?,
        compounded: None,
        average_a_year: None,
        with_steps: None,
        cost: None,
        wages: None,
        lump_sums: None,
        benefits: None,
        benefit_clauses: Vec::new(),
        roll_up: None,
        cost_per_fte: None,
        present_value: None,
        exit_run_rate: None,
        before_the_term: None,
        years: Vec::new(),
        raises: Vec::new(),
        left_out: left_out
            .map(|(number, clause)| LeftOut {
                clause: number,
                kind: clause.terms.kind(),
                why: clause.left_out_because.clone(),
            })
            .collect(),
        pools: Vec::new(),
        lifted: Vec::new(),
        arrears: None,
        employee: EmployeeFigures {
            rate: None,
            fte: Decimal::ZERO,
            cumulative: Vec::new(),
        },
        real_wage: Vec::new(),
        not_costed: not_costed(model, events),
    })
}

/// Real wages at each contract year's end.
fn real_wages(
    model: &Model<'_>,
    offer: &Offer,
    costed: &OfferCost,
) -> Result<Vec<RealWageFigures>, CostingError> {
    if model.scenario.inflation.is_none() {
        return Ok(Vec::new());
    }
    let years = blocks(model.first_day(), model.horizon(), YearKind::Contract);
    let days: Vec<Date> = years.iter().map(|year| year.last_day).collect();
    let wages = real_wage::real_wages(model, offer, costed, &days)?;
    let wages = days.into_iter().zip(wages);
    Ok(wages
        .map(|(date, real)| RealWageFigures {
            date,
            ratio: real.map(|real| real.ratio),
            catch_up: real.map(|real| real.catch_up),
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
