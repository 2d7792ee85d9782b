//! Inputs that would make a claim exactly true, one at a time (METHOD.md "Claims").

use rust_decimal::Decimal;

use super::finding::{Found, find};
use super::ground::Ground;
pub use super::solve::Solution;
use super::solve::{Range, solve};
use super::verdict::{Reading, meets};
use crate::costing::CostingError;
use crate::scenario::ranges::RAISE;
use crate::scenario::{Claim, ClauseTerms, OfferId, People, Precision, Quantity, Scenario};
use crate::units::{Fte, Known, Money, Percent};

/// Inputs that would each, alone, make a claim exactly true. `None` where none can.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Implied {
    /// Average annual pay of a full-time employee, dollars to the cent.
    pub average_pay: Option<Solution>,
    /// Full-time equivalents, to 0.01.
    pub fte: Option<Solution>,
    /// Base payroll, dollars a year to the cent, by way of the average pay.
    pub payroll: Option<Solution>,
    /// Percents, to 0.000001.
    pub raises: Vec<ImpliedRaise>,
    /// An equity pool's percent, to 0.000001, in the reading in which the claim doesn't hold.
    pub pool: Option<Solution>,
}

/// A raise whose percent would make a claim exactly true.
#[derive(Debug, Clone, PartialEq)]
pub struct ImpliedRaise {
    pub offer: OfferId,
    /// Its place in the offer's list of clauses, from 0.
    pub clause: usize,
    /// The percent it would need.
    pub percent: Solution,
}

impl Implied {
    /// Whether no single input can make the claim exactly true.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What would make a claim exactly true; `None` where it already is, quotes no number, or is an inequality
/// that holds.
///
/// # Errors
/// [`CostingError`].
pub(super) fn implied(
    ground: &Ground<'_>,
    claim: &Claim,
    readings: &[Reading],
) -> Result<Option<Implied>, CostingError> {
    let Some(quoted) = claim.value.map(|value| value.get()) else {
        return Ok(None);
    };
    let Some((at, wrong)) = readings.iter().enumerate().find(|(_, reading)| {
        let exact = meets(
            Precision::Exactly,
            quoted,
            reading.finding,
            claim.quantity.unit(),
        );
        match claim.precision {
            Precision::Exactly | Precision::Nearly | Precision::About => !exact,
            _ => reading.holds == Some(false),
        }
    }) else {
        return Ok(None);
    };
    let subject = Subject {
        ground,
        scenario: ground.scenario(),
        quantity: &claim.quantity,
        quoted: wrong.against.unwrap_or(quoted),
        reading: at,
    };
    Ok(Some(Implied {
        average_pay: subject.average_pay()?,
        fte: subject.fte()?,
        payroll: subject.payroll()?,
        raises: subject.raises()?,
        pool: subject.pool()?,
    }))
}

/// A figure to be moved to a quote.
struct Subject<'s> {
    ground: &'s Ground<'s>,
    scenario: &'s Scenario,
    quantity: &'s Quantity,
    quoted: Decimal,
    /// Which of the quantity's readings.
    reading: usize,
}

impl Subject<'_> {
    fn read(&self, ground: &Ground<'_>) -> Result<Option<Decimal>, CostingError> {
        self.read_of(ground, self.quantity)
    }

    fn read_of(
        &self,
        ground: &Ground<'_>,
        quantity: &Quantity,
    ) -> Result<Option<Decimal>, CostingError> {
        Ok(match find(ground, quantity)? {
            Found::One(value) => Some(value),
            Found::TwoWays(ways) => ways.get(self.reading).map(|way| way.value),
            Found::Nothing(_) => None,
        })
    }

    /// The figure with a summary's numbers changed.
    fn with_people(
        &self,
        change: impl Fn(&mut Known<Fte>, &mut Known<Money>) -> Option<()>,
    ) -> Result<Option<Decimal>, CostingError> {
        let mut other = self.ground.to_read(self.quantity);
        let People::Summary {
            fte,
            average_annual_pay,
            ..
        } = &mut other.workforce_mut().people
        else {
            return Ok(None);
        };
        match change(fte, average_annual_pay) {
            Some(()) => self.read(&Ground::new(&other)?),
            None => Ok(None),
        }
    }

    /// A summary's full-time equivalents and average pay, where both are known.
    fn summary(&self) -> Option<(Decimal, Decimal)> {
        match &self.scenario.workforce.people {
            People::Summary {
                fte,
                average_annual_pay,
                ..
            } => Some((fte.get()?.get(), average_annual_pay.get()?.get())),
            _ => None,
        }
    }

    fn average_pay(&self) -> Result<Option<Solution>, CostingError> {
        let Some((_, now)) = self.summary() else {
            return Ok(None);
        };
        solve(
            |pay| {
                self.with_people(|_, average| {
                    *average = Known::Known(Money::new(pay).ok()?);
                    Some(())
                })
            },
            now,
            self.quoted,
            dollars_range(),
        )
    }

    fn fte(&self) -> Result<Option<Solution>, CostingError> {
        let Some((now, _)) = self.summary() else {
            return Ok(None);
        };
        solve(
            |count| {
                self.with_people(|fte, _| {
                    *fte = Known::Known(Fte::new(count).ok()?);
                    Some(())
                })
            },
            now,
            self.quoted,
            Range {
                low: Decimal::new(1, 2),
                high: Decimal::from(10_000_000),
                places: 2,
            },
        )
    }

    /// Payroll moves with the average pay. Pay holds six decimals, too coarse for a cent of a large
    /// payroll, so the solution is drawn on the line between two pays that are exact.
    fn payroll(&self) -> Result<Option<Solution>, CostingError> {
        let Some((fte, pay)) = self.summary() else {
            return Ok(None);
        };
        let read = |pay: Decimal| {
            self.with_people(|_, average| {
                *average = Known::Known(Money::new(pay).ok()?);
                Some(())
            })
        };
        let Some(found) = self.average_pay()? else {
            return Ok(None);
        };
        let near = found.input;
        let far = if near == pay {
            pay.checked_mul(Decimal::TWO).unwrap_or(pay)
        } else {
            pay
        };
        let (Some(at_near), Some(at_far)) = (read(near)?, read(far)?) else {
            return Ok(None);
        };
        let solved = || {
            let rise = at_near.checked_sub(at_far)?;
            let run = near.checked_sub(far)?.checked_mul(fte)?;
            let off = self.quoted.checked_sub(at_near)?;
            let more = off.checked_mul(run)?.checked_div(rise)?;
            // Rounded here: payroll to the cent.
            let payroll = round_cent(near.checked_mul(fte)?.checked_add(more)?);
            let left = payroll.checked_sub(near.checked_mul(fte)?)?;
            let finding = at_near.checked_add(left.checked_mul(rise)?.checked_div(run)?)?;
            Some(Solution {
                input: payroll.normalize(),
                remainder: finding.checked_sub(self.quoted)?,
            })
        };
        Ok(solved())
    }

    /// Every percent of the offers the quantity is about.
    fn raises(&self) -> Result<Vec<ImpliedRaise>, CostingError> {
        let mut found = Vec::new();
        for id in self.offers() {
            let Some(offer) = self.scenario.offer(id) else {
                continue;
            };
            for (clause, raise) in offer.clauses.iter().enumerate() {
                let ClauseTerms::Percent(Known::Known(now)) = raise.terms else {
                    continue;
                };
                if let Some(percent) = self.raise(id, clause, now.get())? {
                    found.push(ImpliedRaise {
                        offer: id.clone(),
                        clause,
                        percent,
                    });
                }
            }
        }
        Ok(found)
    }

    fn raise(
        &self,
        id: &OfferId,
        clause: usize,
        now: Decimal,
    ) -> Result<Option<Solution>, CostingError> {
        let Some(offer) = self.scenario.offer(id) else {
            return Ok(None);
        };
        let read = |percent: Decimal| {
            let Ok(percent) = Percent::new(percent) else {
                return Ok(None);
            };
            let mut offer = offer.clone();
            if let Some(raise) = offer.clauses.get_mut(clause) {
                raise.terms = ClauseTerms::Percent(Known::Known(percent));
            }
            self.read(&self.ground.with(offer))
        };
        solve(
            read,
            now,
            self.quoted,
            Range {
                low: RAISE.ends().0,
                high: RAISE.ends().1,
                places: 6,
            },
        )
    }

    /// A pool's percent, where the claim is about one.
    fn pool(&self) -> Result<Option<Solution>, CostingError> {
        let Quantity::PoolWithFirstRaise { offer, .. } = self.quantity else {
            return Ok(None);
        };
        let read = |percent: Decimal| {
            let Ok(percent) = Percent::new(percent) else {
                return Ok(None);
            };
            let quantity = Quantity::PoolWithFirstRaise {
                offer: offer.clone(),
                percent: Some(percent),
            };
            self.read_of(self.ground, &quantity)
        };
        solve(
            read,
            Decimal::ONE,
            self.quoted,
            Range {
                low: Decimal::ZERO,
                high: Decimal::ONE_HUNDRED,
                places: 6,
            },
        )
    }

    /// The offers whose raises move the figure.
    fn offers(&self) -> Vec<&OfferId> {
        match self.quantity {
            Quantity::Gap { .. } => [&self.scenario.a, &self.scenario.b]
                .into_iter()
                .flatten()
                .collect(),
            other => other.offer().into_iter().collect(),
        }
    }
}

fn dollars_range() -> Range {
    Range {
        low: Decimal::new(1, 2),
        high: Decimal::from(10_000_000),
        places: 2,
    }
}

fn round_cent(value: Decimal) -> Decimal {
    crate::units::decimal::round(value, 2)
}
