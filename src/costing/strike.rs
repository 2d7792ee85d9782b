//! What a strike costs an employee, and when it has paid off (METHOD.md "One employee").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::break_even::break_even;
use super::employee::{EmployeePay, looked_at};
use super::error::CostingError;
use super::model::Model;
use super::report::BreakEvenFigures;
use super::schedule::Timing;
use crate::scenario::{Offer, OfferId};
use crate::units::Date;

/// A strike: its first and last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strike {
    /// The first day without pay.
    pub first_day: Date,
    /// The last day without pay.
    pub last_day: Date,
}

/// The pay lost in a strike: Σ b·h over its days, dollars.
///
/// # Errors
/// [`CostingError`].
pub fn loss(model: &Model<'_>, pay: &EmployeePay, strike: Strike) -> Result<Decimal, CostingError> {
    pay.of_share(lost(model, pay, strike)?)
}

/// From when on cumulative pay under B, less the pay lost in a strike for it, stays at or above that under
/// A to the horizon; counted from the strike's last day.
///
/// # Errors
/// [`CostingError`].
pub fn paid_off(
    model: &Model<'_>,
    a: &EmployeePay,
    b: &EmployeePay,
    strike: Strike,
) -> Result<BreakEvenFigures, CostingError> {
    let behind = lost(model, b, strike)?;
    break_even(model, a, b, strike.last_day, behind)
}

/// What a strike comes to for the employee looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct StrikeFigures {
    /// Pay the employee loses, dollars.
    pub(crate) loss: Decimal,
    /// When the pay under B has made up for it, counted from the strike's last day.
    pub(crate) made_up: BreakEvenFigures,
}

/// A strike of so many days from the term's first, for the terms of B rather than those of A; one that would last
/// beyond the horizon ends there. `None` where pay is unknown or an offer is missing.
///
/// # Errors
/// [`CostingError`].
pub fn of_days(model: &Model<'_>, days: i32) -> Result<Option<StrikeFigures>, CostingError> {
    let scenario = model.scenario;
    let named = |id: &Option<OfferId>| id.as_ref().and_then(|id| scenario.offer(id));
    let (Some(a), Some(b)) = (named(&scenario.a), named(&scenario.b)) else {
        return Ok(None);
    };
    let Some(looked) = looked_at(model)? else {
        return Ok(None);
    };
    let pay = |offer: &Offer| {
        let timing = Timing::of(scenario, offer);
        EmployeePay::new(model, &looked, &model.events(offer)?, timing)
    };
    let (Some(a), Some(b)) = (pay(a)?, pay(b)?) else {
        return Ok(None);
    };
    let (first_day, horizon) = (model.first_day(), model.horizon());
    if days <= 0 {
        return Ok(Some(StrikeFigures {
            loss: Decimal::ZERO,
            made_up: break_even(model, &a, &b, first_day, Amount::ZERO)?,
        }));
    }
    let strike = Strike {
        first_day,
        last_day: first_day.plus_days(days - 1).min(horizon),
    };
    Ok(Some(StrikeFigures {
        loss: loss(model, &b, strike)?,
        made_up: paid_off(model, &a, &b, strike)?,
    }))
}

fn lost(model: &Model<'_>, pay: &EmployeePay, strike: Strike) -> Result<Amount, CostingError> {
    let clock = model.calendar.clock;
    pay.exact_baseline(
        clock.start_of(strike.first_day),
        clock.end_of(strike.last_day),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::parse_scenario;

    #[test]
    fn a_month_on_strike_loses_a_month_of_base_pay_and_is_made_up_for_later() {
        let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
        let scenario = parse_scenario(text).unwrap();
        let model = Model::new(&scenario).unwrap();
        let strike = |days| of_days(&model, days).unwrap().unwrap();
        let none = strike(0);
        assert_eq!(none.loss, Decimal::ZERO);
        assert_eq!(none.made_up.days, Some(0));
        let month = strike(31);
        assert_eq!(crate::units::text::cents(month.loss), "11076.92");
        let long = strike(60);
        assert!(long.loss > month.loss);
        // 15,545 dollars lie between the offers: a month is made up for within the term, two are not.
        assert!(month.made_up.date.is_some());
        assert!(long.made_up.date.is_none());
    }
}
