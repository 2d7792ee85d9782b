//! Amounts in the scenario's currency, and how closely the inputs let them be told.
//!
//! Sums and products here are held back at the largest decimal, 7.9 × 10²⁸, rather than fail. No amount comes near
//! it: costing keeps none above 10²⁰ dollars, and refuses what is larger.

use rust_decimal::Decimal;

use crate::figure::ticks::{self, Measure};
use crate::figure::{Axis, alike};
use crate::scenario::{Scenario, Standing, Subject};
use crate::units::decimal::round;
use crate::units::{Currency, MoneyUnit};

/// Figures a headline keeps of an amount whose inputs nobody has published.
const FIGURES_OF_INFERRED: i32 = 2;

/// The currency of a case, and whether its pay is worked back or assumed.
#[derive(Clone, Copy)]
pub struct Money<'a> {
    currency: &'a Currency,
    inferred: bool,
}

impl<'a> Money<'a> {
    pub fn of(scenario: &'a Scenario) -> Self {
        let inferred = scenario.assumptions.iter().any(|one| {
            one.of.contains(&Subject::AveragePay)
                && matches!(one.standing, Standing::Inferred | Standing::Assumed)
        });
        // A scenario that breaks its rules is drawn all the same.
        let currency = &scenario.currency;
        Self {
            currency: if currency.is_sound() {
                currency
            } else {
                Currency::us_dollar()
            },
            inferred,
        }
    }

    /// What an axis and a column are measured in: `dollars`, or the currency's code.
    pub fn unit(self) -> &'a str {
        if self.currency.code == "USD" {
            "dollars"
        } else {
            &self.currency.code
        }
    }

    /// `$5.24B`.
    pub fn short(self, value: Decimal) -> String {
        self.currency.short(value)
    }

    /// `$590M`.
    pub fn brief(self, value: Decimal) -> String {
        self.currency.brief(value)
    }

    /// `+$963.8M`.
    pub fn short_signed(self, value: Decimal) -> String {
        self.currency.short_signed(value)
    }

    /// The size of an amount without its sign; cents where whole dollars would show nothing, and
    /// `None` where there is nothing to show.
    pub fn size(self, amount: Decimal) -> Option<String> {
        let amount = amount.abs();
        let short = self.currency.short(amount);
        if short != self.currency.short(Decimal::ZERO) {
            return Some(short);
        }
        let cents = self.currency.exact(amount);
        (cents != self.currency.exact(Decimal::ZERO)).then_some(cents)
    }

    /// A whole amount, sign included, by the rule of [`Money::size`].
    pub fn amount(self, value: Decimal) -> String {
        match self.size(value) {
            Some(size) if value.is_sign_negative() => format!("\u{2212}{size}"),
            Some(size) => size,
            None => self.short(Decimal::ZERO),
        }
    }

    /// The same with a plus sign where more.
    pub fn amount_signed(self, value: Decimal) -> String {
        let plus = if value > Decimal::ZERO && self.size(value).is_some() {
            "+"
        } else {
            ""
        };
        format!("{plus}{}", self.amount(value))
    }

    /// An amount among others of its chart or row, in their unit.
    pub fn alike(self, value: Decimal, unit: (MoneyUnit, u32)) -> String {
        alike::amount(self.currency, value, unit)
    }

    /// The same with a plus sign where more.
    pub fn alike_signed(self, value: Decimal, unit: (MoneyUnit, u32)) -> String {
        alike::amount_signed(self.currency, value, unit)
    }

    /// A part of a sum, its sign always shown: in the unit of the sum, so that parts add up as
    /// printed as far as rounding lets them.
    pub fn part(self, value: Decimal, (unit, places): (MoneyUnit, u32)) -> String {
        let words = self.currency.in_unit(value, unit, places);
        let plus = if value > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{}", words)
    }

    /// A sum in a unit.
    pub fn sum(self, value: Decimal, (unit, places): (MoneyUnit, u32)) -> String {
        self.currency.in_unit(value, unit, places)
    }

    /// The size of an amount in a headline: as close as the inputs bear. `about $960M` where pay is
    /// inferred or assumed, else `$963.8M`.
    pub fn told(self, amount: Decimal) -> Option<String> {
        let size = self.size(amount)?;
        if !self.inferred {
            return Some(size);
        }
        Some(format!(
            "about {}",
            in_two_figures(amount.abs(), self.currency)
        ))
    }

    /// The size of an amount in a headline whose chart is labelled in a unit: in that unit too, where pay is known.
    pub fn told_in(self, amount: Decimal, unit: (MoneyUnit, u32)) -> Option<String> {
        if self.inferred {
            return self.told(amount);
        }
        self.size(amount)?;
        Some(self.alike(amount.abs(), unit))
    }

    /// `about $960M more`, `$963.8M less`; `None` where there is no difference.
    pub fn more_or_less(self, difference: Decimal) -> Option<String> {
        let direction = if difference.is_sign_negative() {
            "less"
        } else {
            "more"
        };
        Some(format!("{} {direction}", self.told(difference)?))
    }

    /// The unit of amounts beside one of their differences, and whether that is what their printed values leave.
    /// `exactly` where it is printed in full; in a headline it is as close as the inputs bear.
    pub fn unit_beside(
        self,
        values: impl Iterator<Item = Decimal>,
        pairs: &[(Decimal, Decimal)],
        exactly: bool,
    ) -> ((MoneyUnit, u32), bool) {
        let values: Vec<Decimal> = values.collect();
        let tolerance = if exactly || !self.inferred {
            Decimal::ZERO
        } else {
            // Two figures are told.
            Decimal::new(1, 2)
        };
        alike::unit_with_differences(&values, pairs, tolerance)
    }

    /// A value axis in the unit of the chart's labels, so that both read alike.
    pub fn axis_in(
        self,
        (unit, _): (MoneyUnit, u32),
        zero: bool,
        values: impl IntoIterator<Item = Decimal>,
    ) -> Axis {
        ticks::values(Measure::MoneyIn(self.currency, unit), zero, values)
    }

    /// A value axis in the currency.
    pub fn axis(self, zero: bool, values: impl IntoIterator<Item = Decimal>) -> Axis {
        ticks::values(Measure::Money(self.currency), zero, values)
    }
}

/// An amount rounded to two figures, half away from zero: `$960M`, `$1.0B`, `$16,000`.
fn in_two_figures(size: Decimal, currency: &Currency) -> String {
    let mut digits = 0;
    let mut rest = size;
    // Bounded: a decimal has at most 29 digits.
    while rest >= Decimal::TEN && digits < 29 {
        rest = rest.checked_div(Decimal::TEN).unwrap_or_default();
        digits += 1;
    }
    let drop = digits + 1 - FIGURES_OF_INFERRED;
    let rounded = u32::try_from(-drop).map_or_else(
        |_| {
            let unit = (0..drop).fold(Decimal::ONE, |unit, _| unit.saturating_mul(Decimal::TEN));
            let count = size.checked_div(unit).unwrap_or_default();
            round(count, 0).saturating_mul(unit)
        },
        |places| round(size, places),
    );
    let unit = [MoneyUnit::Billion, MoneyUnit::Million]
        .into_iter()
        .find(|unit| rounded >= unit.size());
    match unit {
        Some(unit) => {
            let tens = unit.size().saturating_mul(Decimal::TEN);
            currency.in_unit(rounded, unit, u32::from(rounded < tens))
        }
        None => currency.in_unit(
            rounded,
            MoneyUnit::One,
            u32::from(rounded < Decimal::ONE) * 2,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn told(amount: &str, symbol: &str, inferred: bool) -> Option<String> {
        let currency = Currency {
            symbol: symbol.to_owned(),
            code: "CAD".to_owned(),
        };
        let money = Money {
            currency: &currency,
            inferred,
        };
        money.more_or_less(d(amount))
    }

    #[test]
    fn headlines_round_to_what_the_inputs_bear() {
        let about = |amount| told(amount, "$", true);
        assert_eq!(about("963794507.39").as_deref(), Some("about $960M more"));
        assert_eq!(about("-996000000").as_deref(), Some("about $1.0B less"));
        assert_eq!(about("15545.07").as_deref(), Some("about $16,000 more"));
        assert_eq!(about("720").as_deref(), Some("about $720 more"));
        assert_eq!(about("1950000").as_deref(), Some("about $2.0M more"));
        assert_eq!(about("0.004"), None);
        let exact = |amount| told(amount, "$", false);
        assert_eq!(exact("963794507.39").as_deref(), Some("$963.8M more"));
        assert_eq!(exact("0.3").as_deref(), Some("$0.30 more"));
    }

    #[test]
    fn the_symbol_stands_where_the_dollar_sign_would() {
        assert_eq!(
            told("-963794507.39", "C$", false).as_deref(),
            Some("C$963.8M less")
        );
        assert_eq!(
            told("720", "\u{20ac}", true).as_deref(),
            Some("about \u{20ac}720 more")
        );
    }
}
