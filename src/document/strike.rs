//! What a strike costs an employee, and when better terms have made up for it.

use rust_decimal::Decimal;

use crate::costing::break_even::break_even;
use crate::costing::employee::{EmployeePay, looked_at};
use crate::costing::report::BreakEvenFigures;
use crate::costing::schedule::Timing;
use crate::costing::{CostingError, Model};
use crate::scenario::Scenario;

/// A strike from the term's first day.
#[derive(Debug, Clone, PartialEq)]
pub struct Strike {
    /// Pay the employee loses: the baseline's, over its days.
    pub loss: Decimal,
    /// When the pay under B has made up for it, counted from the strike's end.
    pub made_up: BreakEvenFigures,
}

/// A strike of some days for the terms of B rather than those of A. `None` where pay is unknown or
/// an offer is missing.
///
/// # Errors
/// [`CostingError`].
pub fn strike(scenario: &Scenario, days: i32) -> Result<Option<Strike>, CostingError> {
    let model = Model::new(scenario)?;
    let named = |id: &Option<_>| id.as_ref().and_then(|id| scenario.offer(id));
    let (Some(a), Some(b), Some(looked)) =
        (named(&scenario.a), named(&scenario.b), looked_at(&model)?)
    else {
        return Ok(None);
    };
    let first = model.first_day();
    let end = first.plus_days(days.clamp(0, first.days_until(model.horizon())));
    let on_time = Timing::ON_TIME;
    let Some(baseline) = EmployeePay::new(&model, &looked, &[], on_time)? else {
        return Ok(None);
    };
    let loss = if days > 0 {
        baseline.earned(&model, end.plus_days(-1))?
    } else {
        Decimal::ZERO
    };
    let pay = |offer| {
        EmployeePay::new(
            &model,
            &looked,
            &model.events(offer)?,
            Timing::of(scenario, offer),
        )
    };
    let (Some(of_a), Some(of_b)) = (pay(a)?, pay(b)?) else {
        return Ok(None);
    };
    let made_up = break_even(
        &model,
        &of_a,
        &of_b,
        end,
        baseline.exact_loss(&model, first, days)?,
    )?;
    Ok(Some(Strike { loss, made_up }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::parse_scenario;

    #[test]
    fn a_month_on_strike_loses_a_month_of_base_pay_and_is_made_up_for_later() {
        let text = include_str!("../../scenarios/kaiser-alliance-2025.ron");
        let scenario = parse_scenario(text).unwrap();
        let none = strike(&scenario, 0).unwrap().unwrap();
        assert_eq!(none.loss, Decimal::ZERO);
        assert_eq!(none.made_up.days, Some(0));
        let month = strike(&scenario, 31).unwrap().unwrap();
        assert_eq!(crate::units::text::cents(month.loss), "11076.92");
        let long = strike(&scenario, 60).unwrap().unwrap();
        assert!(long.loss > month.loss);
        // 15,545 dollars lie between the offers: a month is made up for within the term, two are not.
        assert!(month.made_up.date.is_some());
        assert!(long.made_up.date.is_none());
    }
}
