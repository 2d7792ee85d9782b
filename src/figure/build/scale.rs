//! How closely the amounts of one chart, row or column are printed: in one unit, down to one place.

use rust_decimal::Decimal;

use crate::figure::alike;
use crate::units::decimal::round;
use crate::units::{Currency, MoneyUnit};

/// Figures a label or a cell keeps of an amount that rests on pay nobody has published. A headline keeps fewer.
pub const FIGURES_OF_LABELS: i32 = 3;

/// The unit of amounts that stand side by side, their decimals, and the place they are rounded to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    pub(crate) unit: MoneyUnit,
    places: u32,
    /// Amounts are multiples of it; none where the decimals alone say how close they are.
    step: Option<Decimal>,
}

impl Scale {
    /// As close as the unit's decimals.
    pub fn of((unit, places): (MoneyUnit, u32)) -> Self {
        Self {
            unit,
            places,
            step: None,
        }
    }

    /// So many figures of the largest of some amounts; `fine` where that is what its decimals give already.
    pub fn in_figures(largest: Decimal, figures: i32, fine: (MoneyUnit, u32)) -> Self {
        let Some(step) = step_of(largest.abs(), figures).filter(|step| *step >= Decimal::ONE)
        else {
            return Self::of(fine);
        };
        let largest = to_step(largest.abs(), step);
        // What rounds up to the next power of ten keeps no figure more.
        let step = step_of(largest, figures).unwrap_or(step);
        let unit = [MoneyUnit::Billion, MoneyUnit::Million]
            .into_iter()
            .find(|unit| largest >= unit.size())
            .unwrap_or(MoneyUnit::One);
        let of_unit = step.checked_div(unit.size()).unwrap_or(Decimal::ONE);
        Self {
            unit,
            places: of_unit.normalize().scale(),
            step: Some(step),
        }
    }

    /// An amount as it is printed, in its unit.
    pub fn printed(self, value: Decimal) -> Decimal {
        alike::printed(self.rounded(value), (self.unit, self.places))
    }

    /// An amount as it is printed, in dollars.
    pub fn told(self, value: Decimal) -> Decimal {
        self.printed(value).saturating_mul(self.unit.size())
    }

    /// An amount in the unit.
    pub fn written(self, currency: &Currency, value: Decimal) -> String {
        currency.in_unit(self.rounded(value), self.unit, self.places)
    }

    /// Whether an amount would be printed as nothing though it is something.
    pub fn hides(self, value: Decimal) -> bool {
        !value.is_zero() && self.printed(value).is_zero()
    }

    /// The unit and its decimals, where nothing is rounded further.
    pub fn plain(self) -> Option<(MoneyUnit, u32)> {
        self.step.is_none().then_some((self.unit, self.places))
    }

    fn rounded(self, value: Decimal) -> Decimal {
        self.step.map_or(value, |step| to_step(value, step))
    }
}

/// The power of ten that leaves an amount so many figures; `None` for nothing.
fn step_of(size: Decimal, figures: i32) -> Option<Decimal> {
    if size.is_zero() {
        return None;
    }
    let mut digits = 0;
    let (mut rest, mut least) = (size, Decimal::ONE);
    // Bounded: a decimal has at most 29 digits.
    while rest >= Decimal::TEN && digits < 29 {
        rest = rest.checked_div(Decimal::TEN)?;
        digits += 1;
    }
    let drop = digits + 1 - figures;
    for _ in 0..drop.abs() {
        least = if drop > 0 {
            least.checked_mul(Decimal::TEN)?
        } else {
            least.checked_div(Decimal::TEN)?
        };
    }
    Some(least)
}

/// To the nearest multiple, half away from zero.
fn to_step(value: Decimal, step: Decimal) -> Decimal {
    let count = value.checked_div(step).unwrap_or_default();
    round(count, 0).saturating_mul(step)
}

/// An amount rounded to so many figures by itself, half away from zero: in two `$960M`, `$1.0B`, `$16,000`; in three
/// `$964M`, `$15,500`. Less than a unit of money has its cents.
pub fn in_figures(value: Decimal, figures: i32, currency: &Currency) -> String {
    let size = value.abs();
    let Some(step) = step_of(size, figures) else {
        return currency.nothing();
    };
    let rounded = to_step(size, step);
    // What rounds up to the next power of ten keeps no figure more.
    let step = step_of(rounded, figures).unwrap_or(step);
    let unit = [MoneyUnit::Billion, MoneyUnit::Million]
        .into_iter()
        .find(|unit| rounded >= unit.size())
        .unwrap_or(MoneyUnit::One);
    let places = match unit {
        MoneyUnit::One if rounded < Decimal::ONE => 2,
        MoneyUnit::One => 0,
        unit => {
            let of_unit = step.checked_div(unit.size()).unwrap_or(Decimal::ONE);
            of_unit.normalize().scale()
        }
    };
    let signed = if value.is_sign_negative() {
        -rounded
    } else {
        rounded
    };
    currency.in_unit(signed, unit, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn written(largest: &str, values: &[&str]) -> Vec<String> {
        let fine = alike::unit_of_all([d(largest)]);
        let scale = Scale::in_figures(d(largest), FIGURES_OF_LABELS, fine);
        let each = values.iter();
        each.map(|one| scale.written(Currency::us_dollar(), d(one)))
            .collect()
    }

    #[test]
    fn the_largest_keeps_three_figures_and_the_others_its_last_place() {
        assert_eq!(
            written("2266568741.03", &["535680012.40", "2266568741.03"]),
            ["$0.54B", "$2.27B"]
        );
        assert_eq!(
            written(
                "963794507.39",
                &["56145781.62", "-98465256.59", "963794507.39"]
            ),
            ["$56M", "\u{2212}$98M", "$964M"]
        );
        assert_eq!(
            written("10966.15", &["7920", "10966.15"]),
            ["$7,900", "$11,000"]
        );
        assert_eq!(written("100049.05", &["84503.98"]), ["$85,000"]);
        assert_eq!(written("12340000000", &["12340000000"]), ["$12.3B"]);
        assert_eq!(written("720", &["720"]), ["$720"]);
        assert_eq!(written("94.1", &["94.1"]), ["$94"], "cents are no figures");
        // What rounds up to a unit stands in it.
        assert_eq!(written("999600000", &["999600000"]), ["$1.00B"]);
    }

    #[test]
    fn one_amount_keeps_its_own_figures() {
        let three = |value| in_figures(d(value), 3, Currency::us_dollar());
        assert_eq!(three("963794507.39"), "$964M");
        assert_eq!(three("-6203041332.33"), "\u{2212}$6.20B");
        assert_eq!(three("15545.07"), "$15,500");
        assert_eq!(three("999600000"), "$1.00B");
        assert_eq!(three("12.34"), "$12");
        assert_eq!(three("0.3"), "$0.30");
        assert_eq!(three("0"), "$0");
    }
}
