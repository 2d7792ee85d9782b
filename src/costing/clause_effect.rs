//! What a clause does: its terms made into an effect, in exact numbers (METHOD.md "Clauses").

use std::sync::Arc;

use rust_decimal::Decimal;

use super::effects::{Effect, Factor, Fraction, Minimum, Pool, RateChange, Tranche, Unknown};
use super::error::CostingError;
use super::schedule::Setting;
use super::{clause_dollars, cola};
use crate::scenario::{Clause, ClauseTerms, People, RateUnit};
use crate::units::decimal::in_units;
use crate::units::{HourlyRate, Known, Percent};

/// What a clause does, and its percent where it has one.
///
/// # Errors
/// [`CostingError`].
pub fn of(
    setting: &Setting<'_>,
    clause: &Clause,
) -> Result<(Effect, Option<Percent>), CostingError> {
    let kind = clause.terms.kind();
    let unknown = |why| {
        if kind.pays_dollars() {
            Effect::UnknownDollars(why)
        } else {
            Effect::UnknownRate(why)
        }
    };
    let percent = clause.terms.percent();
    let summary = matches!(setting.scenario.workforce.people, People::Summary { .. });
    let needs_groups = kind.needs_groups() || !clause.scope.is_everyone() || names_payroll(clause);
    if summary && needs_groups {
        return Ok((unknown(Unknown::NeedsGroups), percent));
    }
    let is_minimum = matches!(clause.terms, ClauseTerms::MinimumRate { .. });
    if !clause.terms.is_known() && !is_minimum {
        // Of dollars on dates of their own the known ones are costed.
        return Ok(match clause_dollars::of(setting, clause)? {
            Some(part) => (Effect::PartDollars(Arc::new(part)), percent),
            None => (unknown(Unknown::Unpublished), percent),
        });
    }
    if let ClauseTerms::Cola { .. } = &clause.terms {
        return Ok(match cola::resolved(setting.scenario, clause) {
            Ok(percent) => {
                let factor = Factor::of(percent)?;
                (Effect::Rate(RateChange::Percent(factor)), Some(percent))
            }
            Err(why) => (unknown(why), None),
        });
    }
    let effect = match rate_change(setting, &clause.terms)? {
        Some(change) => Effect::Rate(change),
        None => match clause_dollars::of(setting, clause)? {
            Some(dollars) => Effect::Dollars(Arc::new(dollars)),
            None => other(setting, clause)?.unwrap_or(unknown(Unknown::Unpublished)),
        },
    };
    Ok((effect, percent))
}

fn names_payroll(clause: &Clause) -> bool {
    matches!(&clause.terms, ClauseTerms::EquityPool { payroll_of, .. } if !payroll_of.is_everyone())
}

/// The change of a rate taken by itself; `None` for other terms.
fn rate_change(
    setting: &Setting<'_>,
    terms: &ClauseTerms,
) -> Result<Option<RateChange>, CostingError> {
    Ok(Some(match terms {
        ClauseTerms::Percent(Known::Known(percent)) => RateChange::Percent(Factor::of(*percent)?),
        ClauseTerms::PerHour(Known::Known(amount)) => {
            RateChange::Add(per_hour(setting, amount.get())?)
        }
        ClauseTerms::PerYear(Known::Known(amount)) => {
            RateChange::Add(per_year(setting, amount.get())?)
        }
        ClauseTerms::GreaterOf {
            percent: Known::Known(percent),
            per_hour: hourly,
            per_year: yearly,
        } => {
            let amount = match (hourly, yearly) {
                (Some(Known::Known(amount)), _) => per_hour(setting, amount.get())?,
                (_, Some(Known::Known(amount))) => per_year(setting, amount.get())?,
                _ => return Ok(None),
            };
            RateChange::GreaterOf(Factor::of(*percent)?, amount)
        }
        ClauseTerms::Floor(Known::Known(rate)) => RateChange::Floor(millionths(*rate)?),
        _ => return Ok(None),
    }))
}

/// Minimum rates, pools, held steps and lump sums.
fn other(setting: &Setting<'_>, clause: &Clause) -> Result<Option<Effect>, CostingError> {
    Ok(match &clause.terms {
        ClauseTerms::MinimumRate {
            by_market,
            elsewhere,
            ripple,
        } => {
            // A minimum that nobody has published hides the rates of its own market only.
            let set = |rate: &Known<HourlyRate>| rate.get().map(millionths).transpose();
            let named = by_market.iter();
            let named = named.map(|one| Ok((one.market.clone(), set(&one.rate)?)));
            Some(Effect::Minimum(Arc::new(Minimum {
                by_market: named.collect::<Result<_, CostingError>>()?,
                elsewhere: elsewhere.as_ref().map(set).transpose()?,
                ripple: *ripple,
            })))
        }
        ClauseTerms::EquityPool {
            percent: Known::Known(percent),
            payroll_of,
            tranches,
            cap,
            reading,
            measured,
        } => {
            let tranches = tranches.iter().map(|date| {
                let day = setting.day_of_raise(clause, *date);
                Tranche {
                    day,
                    at: setting.calendar.clock.start_of(day),
                    nominal: *date,
                    counts: day <= setting.last_counted,
                    comes: setting.comes(day),
                }
            });
            Some(Effect::Pool(Arc::new(Pool {
                percent: *percent,
                payroll_of: setting.number_of(payroll_of)?,
                tranches: tranches.collect(),
                cap: *cap,
                reading: *reading,
                measured: *measured,
            })))
        }
        ClauseTerms::HoldSteps { until } => Some(Effect::Hold(*until)),
        ClauseTerms::LumpSum {
            amount,
            measured_to,
            ..
        } => Some(Effect::LumpSum(amount.clone(), *measured_to)),
        _ => None,
    })
}

/// Dollars an hour in the unit of the workforce's rates: × H / 12 for monthly ones, × H for yearly ones.
fn per_hour(setting: &Setting<'_>, amount: Decimal) -> Result<Fraction, CostingError> {
    let (micro, hours) = (units(amount, 6)?, units(setting.scenario.hours.get(), 4)?);
    Ok(match setting.scenario.workforce.rate_unit {
        RateUnit::Hour => Fraction::new(micro, 1_000_000),
        RateUnit::Month => Fraction::new(product(micro, hours)?, 120_000_000_000),
        RateUnit::Year => Fraction::new(product(micro, hours)?, 10_000_000_000),
    })
}

/// Dollars a year in the unit of the workforce's rates: / H for hourly ones, / 12 for monthly ones.
fn per_year(setting: &Setting<'_>, amount: Decimal) -> Result<Fraction, CostingError> {
    let (micro, hours) = (units(amount, 6)?, units(setting.scenario.hours.get(), 4)?);
    Ok(match setting.scenario.workforce.rate_unit {
        // Micro-dollars × 10⁴ over 10⁶ × hours in 10⁻⁴.
        RateUnit::Hour => Fraction::new(micro, product(hours, 100)?),
        RateUnit::Month => Fraction::new(micro, 12_000_000),
        RateUnit::Year => Fraction::new(micro, 1_000_000),
    })
}

fn units(value: Decimal, places: u32) -> Result<i128, CostingError> {
    in_units(value, places).ok_or(CostingError::TooLarge)
}

fn product(a: i128, b: i128) -> Result<i128, CostingError> {
    a.checked_mul(b).ok_or(CostingError::TooLarge)
}

fn millionths(rate: HourlyRate) -> Result<i64, CostingError> {
    i64::try_from(units(rate.get(), 6)?).map_err(|_| CostingError::TooLarge)
}
