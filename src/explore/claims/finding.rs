//! What the model finds for a claim's quantity.
//!
//! Every figure is the report's own, of the scenario or of the scenario with one thing changed; none is
//! computed a second time here.

use rust_decimal::Decimal;

use super::ground::Ground;
use super::verdict::ReadAs;
use crate::costing::CostingError;
use crate::costing::report::OfferFigures;
use crate::explore::settlements::{self, Across, product};
use crate::scenario::{
    Claim, ClauseTerms, Offer, OfferId, People, Per, Quantity, Ratification, Scenario, Span,
};
use crate::units::{Date, Fte, Known};

/// What checking a claim would take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Something this program doesn't compute, in the user's words; empty where they say nothing.
    Elsewhere(String),
    /// Headcount, full-time equivalents or pay that nobody has published.
    Workforce,
    /// Wage scales, and the employees on each step.
    WageScales,
    /// Terms of this offer that aren't known.
    Terms(OfferId),
    /// A pool among this offer's terms, with its percent.
    Pool(OfferId),
    /// Two offers to compare.
    Comparison,
    /// The settlement's raises or their total.
    Settlement(String),
}

/// A finding in one of two readings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) read_as: ReadAs,
    pub(super) value: Decimal,
    pub(super) against: Option<Decimal>,
}

#[derive(Debug, Clone)]
pub(super) enum Found {
    One(Decimal),
    TwoWays(Vec<Way>),
    Nothing(Takes),
}

impl Found {
    /// The finding of the first reading.
    pub fn first(&self) -> Option<Decimal> {
        match self {
            Self::One(value) => Some(*value),
            Self::TwoWays(ways) => ways.first().map(|way| way.value),
            Self::Nothing(_) => None,
        }
    }
}

/// What the model finds for a quantity.
///
/// # Errors
/// [`CostingError`].
pub(super) fn find(ground: &Ground<'_>, quantity: &Quantity) -> Result<Found, CostingError> {
    let scenario = ground.scenario();
    Ok(match quantity {
        Quantity::Gap { over, per } => {
            let (Some(a), Some(b)) = (&scenario.a, &scenario.b) else {
                return Ok(Found::Nothing(Takes::Comparison));
            };
            let costs = (
                dollars(ground, a, *over, *per)?,
                dollars(ground, b, *over, *per)?,
            );
            match costs {
                (Some(a), Some(b)) => one(b.checked_sub(a), Takes::Workforce),
                (None, _) => Found::Nothing(of_offer(scenario, a)),
                (_, None) => Found::Nothing(of_offer(scenario, b)),
            }
        }
        Quantity::Cost { offer, over, per } => one(
            dollars(ground, offer, *over, *per)?,
            of_offer(scenario, offer),
        ),
        Quantity::Delay { offer, months, per } => one(
            delay(ground, offer, *months, *per)?,
            of_offer(scenario, offer),
        ),
        Quantity::SimpleSum { offer } => percent(ground, offer, |figures| figures.simple_sum)?,
        Quantity::Compounded { offer } => percent(ground, offer, |figures| figures.compounded)?,
        Quantity::AverageAYear { offer } => {
            percent(ground, offer, |figures| figures.average_a_year)?
        }
        Quantity::WithSteps { offer } => one(
            ground
                .figures(offer)?
                .and_then(|figures| figures.with_steps),
            Takes::WageScales,
        ),
        Quantity::ShareInForce { offer, by } => {
            let points = points_in_force(ground, offer, *by)?;
            let share = points.and_then(|(part, whole)| {
                part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
            });
            one(share, of_offer(scenario, offer))
        }
        Quantity::EmployeePay { offer, over } => one(
            employee_pay(ground, offer, *over)?,
            of_offer(scenario, offer),
        ),
        Quantity::Headcount
        | Quantity::FullTimeEquivalents
        | Quantity::Payroll
        | Quantity::AveragePay => one(workforce(ground, quantity)?, Takes::Workforce),
        Quantity::PoolWithFirstRaise { offer, percent } => {
            let percent = percent.map(|percent| percent.get());
            pool(ground, offer, percent)?
        }
        Quantity::AgainstSettlement { offer, settlement } => against(ground, offer, settlement)?,
        Quantity::NotComputed { takes, .. } => Found::Nothing(Takes::Elsewhere(takes.clone())),
    })
}

fn one(value: Option<Decimal>, takes: Takes) -> Found {
    value.map_or(Found::Nothing(takes), Found::One)
}

/// What an offer's figures wait for: the workforce's numbers, or terms of its own.
fn of_offer(scenario: &Scenario, id: &OfferId) -> Takes {
    let unknown = match &scenario.workforce.people {
        People::Summary {
            fte,
            average_annual_pay,
            ..
        } => !fte.is_known() || !average_annual_pay.is_known(),
        _ => false,
    };
    if unknown {
        Takes::Workforce
    } else {
        Takes::Terms(id.clone())
    }
}

fn percent(
    ground: &Ground<'_>,
    id: &OfferId,
    read: fn(&OfferFigures) -> Option<Decimal>,
) -> Result<Found, CostingError> {
    let value = ground.figures(id)?.and_then(|figures| read(&figures));
    Ok(one(value, Takes::Terms(id.clone())))
}

/// Cost of an offer over a span, dollars.
pub(super) fn dollars(
    ground: &Ground<'_>,
    id: &OfferId,
    over: Span,
    per: Per,
) -> Result<Option<Decimal>, CostingError> {
    let Some(figures) = ground.figures(id)? else {
        return Ok(None);
    };
    let cost = match over {
        Span::Term => figures.cost,
        Span::Year(year) => usize::from(year)
            .checked_sub(1)
            .and_then(|at| figures.years.get(at)?.cash),
    };
    Ok(shared_out(cost, per, ground.fte()))
}

fn shared_out(dollars: Option<Decimal>, per: Per, fte: Option<Decimal>) -> Option<Decimal> {
    match per {
        Per::All => dollars,
        Per::Fte => dollars?.checked_div(fte?),
    }
}

/// Cost on time less cost ratified `months` after the first day without retroactivity, dollars.
fn delay(
    ground: &Ground<'_>,
    id: &OfferId,
    months: u16,
    per: Per,
) -> Result<Option<Decimal>, CostingError> {
    let Some(offer) = ground.offer(id) else {
        return Ok(None);
    };
    let ratified = |ratification| {
        ground.figures_of(&Offer {
            ratification: Some(ratification),
            retroactive: Some(false),
            ..offer.clone()
        })
    };
    let first_day = ground.scenario().term.first_day;
    let late = first_day.plus_months(i32::from(months));
    let on_time = ratified(Ratification::OnTime)?.cost;
    let late = ratified(Ratification::On(late))?.cost;
    let lost = on_time
        .zip(late)
        .and_then(|(on_time, late)| on_time.checked_sub(late));
    Ok(shared_out(lost, per, ground.fte()))
}

/// Points of an offer's simple sum in force by the end of a day, and all of them.
pub(super) fn points_in_force(
    ground: &Ground<'_>,
    id: &OfferId,
    by: Date,
) -> Result<Option<(Decimal, Decimal)>, CostingError> {
    let (Some(offer), Some(figures)) = (ground.offer(id), ground.figures(id)?) else {
        return Ok(None);
    };
    let raises = Across::of_offer(offer, &figures);
    Ok(raises.and_then(|raises| {
        let whole = raises.sum(|_| true)?;
        Some((raises.sum(|day| day <= by)?, whole))
    }))
}

/// Pay of the employee looked at, earned over a span.
fn employee_pay(
    ground: &Ground<'_>,
    id: &OfferId,
    over: Span,
) -> Result<Option<Decimal>, CostingError> {
    let Some(offer) = ground.offer(id) else {
        return Ok(None);
    };
    let figures = ground.with_pay(offer)?;
    let earned = |at: usize| figures.employee.cumulative.get(at)?.earned;
    Ok(match over {
        Span::Term => figures
            .employee
            .cumulative
            .last()
            .and_then(|last| last.earned),
        Span::Year(1) => earned(0),
        Span::Year(year) => usize::from(year)
            .checked_sub(1)
            .and_then(|at| earned(at)?.checked_sub(earned(at.checked_sub(1)?)?)),
    })
}

fn workforce(ground: &Ground<'_>, quantity: &Quantity) -> Result<Option<Decimal>, CostingError> {
    Ok(match quantity {
        Quantity::Headcount => ground.headcount().map(Decimal::from),
        Quantity::FullTimeEquivalents => ground.fte(),
        Quantity::Payroll => ground.payroll()?,
        _ => ground
            .payroll()?
            .zip(ground.fte())
            .and_then(|(payroll, fte)| payroll.checked_div(fte)),
    })
}

/// A pool's percent and the raises of the first year: added up, and compounded.
fn pool(
    ground: &Ground<'_>,
    id: &OfferId,
    percent: Option<Decimal>,
) -> Result<Found, CostingError> {
    let Some(offer) = ground.offer(id) else {
        return Ok(Found::Nothing(Takes::Pool(id.clone())));
    };
    let Some(pool) = percent.or_else(|| pool_of(offer)) else {
        return Ok(Found::Nothing(Takes::Pool(id.clone())));
    };
    let Some(figures) = ground.figures(id)? else {
        return Ok(Found::Nothing(Takes::Pool(id.clone())));
    };
    let end = ground.scenario().term.first_day.plus_months(12);
    let ways = Across::of_offer(offer, &figures).and_then(|raises| {
        let first_year: Vec<Decimal> = raises.percents(|day| day < end).collect();
        let added = first_year
            .iter()
            .try_fold(pool, |sum, percent| sum.checked_add(*percent))?;
        let compounded = product(first_year.into_iter().chain([pool]))?;
        Some(vec![
            Way {
                read_as: ReadAs::AddedUp,
                value: added,
                against: None,
            },
            Way {
                read_as: ReadAs::Compounded,
                value: compounded,
                against: None,
            },
        ])
    });
    Ok(ways.map_or_else(|| Found::Nothing(Takes::Terms(id.clone())), Found::TwoWays))
}

/// The percent of an offer's first pool, counted or left out.
fn pool_of(offer: &Offer) -> Option<Decimal> {
    offer.clauses.iter().find_map(|clause| match &clause.terms {
        ClauseTerms::EquityPool { percent, .. } => percent.get().map(|percent| percent.get()),
        _ => None,
    })
}

/// An offer held against a settlement: simple sums, and compounded percents where both are known.
fn against(ground: &Ground<'_>, id: &OfferId, name: &str) -> Result<Found, CostingError> {
    let scenario = ground.scenario();
    let settled = scenario.settlements.iter().find(|one| one.name == name);
    let Some(measured) = settled.map(|one| settlements::measures(scenario, one)) else {
        return Ok(Found::Nothing(Takes::Settlement(name.to_owned())));
    };
    let Some(figures) = ground.figures(id)? else {
        return Ok(Found::Nothing(Takes::Terms(id.clone())));
    };
    let way = |read_as, value: Option<Decimal>, against: Option<Decimal>| {
        Some(Way {
            read_as,
            value: value?,
            against: Some(against?),
        })
    };
    let ways: Vec<Way> = [
        way(ReadAs::AddedUp, figures.simple_sum, measured.simple),
        way(ReadAs::Compounded, figures.compounded, measured.compounded),
    ]
    .into_iter()
    .flatten()
    .collect();
    Ok(if ways.is_empty() {
        Found::Nothing(Takes::Terms(id.clone()))
    } else {
        Found::TwoWays(ways)
    })
}

/// The gap with the workforce a claim counts: the count of that number where the scenario has one,
/// else its own workforce with full-time equivalents in proportion. `None` where that is the workforce
/// itself, or the gap unknown.
pub(super) fn gap_with(
    ground: &Ground<'_>,
    claim: &Claim,
) -> Result<Option<Decimal>, CostingError> {
    let scenario = ground.scenario();
    let Some(quoted) = claim.value.map(|value| value.get()) else {
        return Ok(None);
    };
    let People::Summary {
        headcount,
        fte,
        average_annual_pay,
    } = &scenario.workforce.people
    else {
        return Ok(None);
    };
    let by_heads = claim.quantity == Quantity::Headcount;
    let own = if by_heads {
        headcount.get().map(Decimal::from)
    } else {
        fte.get().map(|fte| fte.get())
    };
    let counted = scenario.counts.iter().find(|count| {
        let number = if by_heads {
            count.headcount.get().map(Decimal::from)
        } else {
            count.fte.get().map(|fte| fte.get())
        };
        number == Some(quoted)
    });
    let people = match (counted, own) {
        _ if own == Some(quoted) => None,
        (Some(count), _) => Some(People::Summary {
            headcount: count.headcount,
            fte: count.fte,
            average_annual_pay: count.average_annual_pay,
        }),
        (None, Some(own)) => fte
            .get()
            .and_then(|fte| fte.get().checked_mul(quoted)?.checked_div(own))
            // Rounded here: full-time equivalents in proportion, to 0.0001.
            .and_then(|fte| Fte::new(crate::units::decimal::round(fte, 4)).ok())
            .map(|fte| People::Summary {
                headcount: *headcount,
                fte: Known::Known(fte),
                average_annual_pay: *average_annual_pay,
            }),
        (None, None) => None,
    };
    let Some(people) = people else {
        return Ok(None);
    };
    let mut other = ground.to_read(&GAP);
    other.workforce_mut().people = people;
    Ok(find(&Ground::new(&other)?, &GAP)?.first())
}

/// Dollars that can't be checked, in percent of the gap, where they are no more than it.
pub(super) fn share_of_gap(
    ground: &Ground<'_>,
    claim: &Claim,
) -> Result<Option<Decimal>, CostingError> {
    let Some(quoted) = claim.value.map(|value| value.get()) else {
        return Ok(None);
    };
    let gap = find(ground, &GAP)?.first().map(|gap| gap.abs());
    let small = gap.filter(|gap| quoted <= *gap);
    Ok(small.and_then(|gap| quoted.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(gap)))
}

/// The gap of everyone over the term.
const GAP: Quantity = Quantity::Gap {
    over: Span::Term,
    per: Per::All,
};
