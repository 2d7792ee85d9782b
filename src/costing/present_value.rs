//! Present value: cost as paid, discounted to the term's first day (METHOD.md "Present value").

use rust_decimal::Decimal;

use super::amount::Amount;
use super::error::CostingError;
use super::model::Model;
use super::offer_cost::OfferCost;
use super::powers::{exp, ln};
use crate::units::{Date, Percent};

/// Σ of month k's cost × (1 + rate)^−((k + ½)/12), k from 0 at the first day. What a late but retroactive
/// ratification pays back falls in its own month: wages only, since dollars stay on their own days. `None`
/// where dollars are unknown.
///
/// # Errors
/// [`CostingError`].
pub fn present_value(
    model: &Model<'_>,
    offer: &OfferCost,
    rate: Percent,
    arrears_paid_on: Option<Date>,
) -> Result<Option<Decimal>, CostingError> {
    let clock = model.calendar.clock;
    let first_day = model.first_day();
    let Some(mut factors) = Factors::new(rate) else {
        return Ok(None);
    };
    let paid_from = arrears_paid_on.map_or(model.first, |day| clock.start_of(day));
    // Known to the end, it is known month by month.
    if offer.cost(model.first, model.end)?.is_none() {
        return Ok(None);
    }
    let mut arrears = offer.wages(model.first, paid_from.min(model.end))?;
    let mut value = Decimal::ZERO;
    let mut month = 0;
    loop {
        let start = first_day.plus_months(month);
        let next = first_day.plus_months(month + 1);
        let (from, to) = (clock.start_of(start), clock.start_of(next));
        let over = from >= model.end;
        if (over && arrears == Amount::ZERO) || next <= start {
            break;
        }
        let mut paid = Amount::ZERO;
        if !over {
            let to = to.min(model.end);
            paid = offer.wages(from.max(paid_from).min(to), to)?;
            match (offer.lump_sums(from, to)?, offer.benefits(from, to)?) {
                (Some(lumps), Some(benefits)) => paid = paid.plus(lumps)?.plus(benefits)?,
                _ => return Ok(None),
            }
        }
        if (from..to).contains(&paid_from) {
            paid = paid.plus(arrears)?;
            arrears = Amount::ZERO;
        }
        value = paid
            .dollars()
            .checked_mul(factors.of_month)
            .and_then(|discounted| value.checked_add(discounted))
            .ok_or(CostingError::TooLarge)?;
        factors.advance().ok_or(CostingError::TooLarge)?;
        month += 1;
    }
    Ok(Some(value))
}

/// Discount factors month by month, each the last × that of a month.
struct Factors {
    of_month: Decimal,
    a_month: Decimal,
}

impl Factors {
    /// `None` where 1 + rate isn't above 0.
    fn new(rate: Percent) -> Option<Self> {
        let growth = rate
            .get()
            .checked_div(Decimal::ONE_HUNDRED)?
            .checked_add(Decimal::ONE)?;
        let log = ln(growth)?;
        Some(Self {
            of_month: exp(log.checked_div(Decimal::from(-24))?)?,
            a_month: exp(log.checked_div(Decimal::from(-12))?)?,
        })
    }

    fn advance(&mut self) -> Option<()> {
        self.of_month = self.of_month.checked_mul(self.a_month)?;
        Some(())
    }
}
