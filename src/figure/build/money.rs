//! Amounts in the scenario's currency, and how closely the inputs let them be told.
//!
//! Sums and products here are held back at the largest decimal, 7.9 × 10²⁸, rather than fail. No amount comes near
//! it: costing keeps none above 10²⁰ dollars, and refuses what is larger.

use rust_decimal::Decimal;

use super::scale::{FIGURES_OF_LABELS, Scale, in_figures};
use crate::explore::banding::Banding;
use crate::figure::ticks::{self, Measure};
use crate::figure::{Axis, alike};
use crate::scenario::{People, Scenario, Standing, Subject};
use crate::units::{Currency, Known, MoneyUnit};

/// Figures a headline keeps of an amount whose inputs nobody has published.
const FIGURES_OF_HEADLINES: i32 = 2;

/// The currency of a case, and whether its pay is worked back or assumed.
#[derive(Clone, Copy)]
pub struct Money<'a> {
    currency: &'a Currency,
    inferred: bool,
}

impl<'a> Money<'a> {
    /// The money of a scenario's figures. Amounts are approximate where pay or the number of employees is inferred
    /// or assumed, and where joining groups too small to be shown has changed costs.
    pub fn of(scenario: &'a Scenario, banding: Option<&Banding>) -> Self {
        // Nothing is approximate where nothing is known: what has an amount then has it without pay.
        let pay_is_unknown = matches!(
            scenario.workforce.people,
            People::Summary {
                average_annual_pay: Known::Unknown,
                ..
            }
        );
        let is_input = |of: &Subject| match of {
            Subject::AveragePay => !pay_is_unknown,
            Subject::FullTimeEquivalents | Subject::Headcount => true,
            _ => false,
        };
        let inferred = scenario.assumptions.iter().any(|one| {
            one.of.iter().any(is_input)
                && matches!(one.standing, Standing::Inferred | Standing::Assumed)
        }) || banding.is_some_and(Banding::changes_costs);
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
        self.by_itself(value, Currency::short)
    }

    /// `$590M`.
    pub fn brief(self, value: Decimal) -> String {
        self.by_itself(value, Currency::brief)
    }

    /// `+$963.8M`; `+$964M` where pay is inferred.
    pub fn short_signed(self, value: Decimal) -> String {
        let words = self.short(value);
        let plus = if value > Decimal::ZERO && words != self.currency.nothing() {
            "+"
        } else {
            ""
        };
        format!("{plus}{words}")
    }

    /// An amount within a sentence: `$60,000`, `about $133,000` where pay is inferred.
    pub fn approximate(self, value: Decimal) -> String {
        let about = if self.inferred { "about " } else { "" };
        format!("{about}{}", self.short(value))
    }

    /// An amount that stands alone, as close as the inputs bear.
    fn by_itself(self, value: Decimal, known: fn(&Currency, Decimal) -> String) -> String {
        if self.inferred {
            in_figures(value, FIGURES_OF_LABELS, self.currency)
        } else {
            known(self.currency, value)
        }
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

    /// An amount somebody has given or that is held against a quote, sign included, by the rule of [`Money::size`]:
    /// in full also where pay is inferred.
    pub fn in_full(self, value: Decimal) -> String {
        match self.size(value) {
            Some(size) if value.is_sign_negative() => format!("\u{2212}{size}"),
            Some(size) => size,
            None => self.currency.nothing(),
        }
    }

    /// An amount, sign included, by the rule of [`Money::size`] and as close as the inputs bear.
    pub fn amount(self, value: Decimal) -> String {
        if self.inferred && self.size(value).is_some() {
            in_figures(value, FIGURES_OF_LABELS, self.currency)
        } else {
            self.in_full(value)
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

    /// How amounts that stand side by side are printed: small ones in whole dollars.
    pub fn scale_of_all(self, values: impl IntoIterator<Item = Decimal>) -> Scale {
        let values: Vec<Decimal> = values.into_iter().collect();
        let fine = alike::unit_of_all(values.iter().copied());
        self.scale(largest(values), fine)
    }

    /// How a sum and its parts are printed, the largest of them given.
    pub fn scale_of_parts(self, largest: Decimal) -> Scale {
        self.scale(largest, alike::unit_of_parts(largest))
    }

    /// How the amounts of a row are printed: where pay is known in the unit of its column.
    pub fn scale_of_row(
        self,
        row: impl IntoIterator<Item = Decimal>,
        column: impl FnOnce() -> (MoneyUnit, u32),
    ) -> Scale {
        if self.inferred {
            self.scale_of_all(row)
        } else {
            Scale::of(column())
        }
    }

    fn scale(self, largest: Decimal, fine: (MoneyUnit, u32)) -> Scale {
        if self.inferred {
            Scale::in_figures(largest, FIGURES_OF_LABELS, fine)
        } else {
            Scale::of(fine)
        }
    }

    /// An amount among others of its chart or row, in their unit; what would show nothing there, in its own.
    pub fn alike(self, value: Decimal, scale: Scale) -> String {
        match scale.plain() {
            Some(unit) => alike::amount(self.currency, value, unit),
            None if scale.hides(value) => self.amount(value),
            None => scale.written(self.currency, value),
        }
    }

    /// The same with a plus sign where more.
    pub fn alike_signed(self, value: Decimal, scale: Scale) -> String {
        let words = self.alike(value, scale);
        let shows = words != self.currency.nothing();
        let plus = if value > Decimal::ZERO && shows {
            "+"
        } else {
            ""
        };
        format!("{plus}{words}")
    }

    /// A part of a sum, its sign always shown: in the unit of the sum, so that parts add up as
    /// printed as far as rounding lets them.
    pub fn part(self, value: Decimal, scale: Scale) -> String {
        let words = scale.written(self.currency, value);
        let plus = if value > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{words}")
    }

    /// A sum in a unit.
    pub fn sum(self, value: Decimal, scale: Scale) -> String {
        scale.written(self.currency, value)
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
            in_figures(amount.abs(), FIGURES_OF_HEADLINES, self.currency)
        ))
    }

    /// The size of an amount in a headline whose chart is labelled in a unit: in that unit too, where pay is known and
    /// it comes to at least one of it; nobody says a fifth of a million.
    pub fn told_in(self, amount: Decimal, scale: Scale) -> Option<String> {
        if self.inferred || amount.abs() < scale.unit.size() {
            return self.told(amount);
        }
        self.size(amount)?;
        Some(self.alike(amount.abs(), scale))
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

    /// How amounts beside one of their differences are printed, and whether that difference is what their printed
    /// values leave: to the last digit where pay is known, else to the figures it is told with.
    pub fn scale_beside(
        self,
        values: impl Iterator<Item = Decimal>,
        pairs: &[(Decimal, Decimal)],
    ) -> (Scale, bool) {
        let values: Vec<Decimal> = values.collect();
        if !self.inferred {
            let (unit, agrees) = alike::unit_with_differences(&values, pairs, Decimal::ZERO);
            return (Scale::of(unit), agrees);
        }
        let scale = self.scale_of_all(values);
        let agrees = pairs.iter().all(|(from, to)| {
            let whole = to.saturating_sub(*from);
            let read = scale.told(*to).saturating_sub(scale.told(*from));
            let off = read.saturating_sub(whole).abs();
            off <= whole.abs().saturating_mul(Decimal::new(1, 2))
        });
        (scale, agrees)
    }

    /// A value axis in the unit of the chart's labels, so that both read alike.
    pub fn axis_in(
        self,
        scale: Scale,
        zero: bool,
        values: impl IntoIterator<Item = Decimal>,
    ) -> Axis {
        ticks::values(Measure::MoneyIn(self.currency, scale.unit), zero, values)
    }

    /// A value axis in the currency.
    pub fn axis(self, zero: bool, values: impl IntoIterator<Item = Decimal>) -> Axis {
        ticks::values(Measure::Money(self.currency), zero, values)
    }
}

fn largest(values: impl IntoIterator<Item = Decimal>) -> Decimal {
    let sizes = values.into_iter().map(|value| value.abs());
    sizes.max().unwrap_or_default()
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
