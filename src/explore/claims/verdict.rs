//! Whether a finding meets a quote at the precision its words give.

use rust_decimal::Decimal;

use crate::scenario::{Claim, Precision, Quantity, QuotedUnit};
use crate::units::decimal::round;

/// What the model says of a claim (METHOD.md "Claims").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    Holds,
    /// It doesn't.
    DoesNot,
    /// An assumption was worked out from it, so the figures can't speak for or against it.
    IsAnInput,
    /// Nothing in the scenario can say.
    CannotBeChecked,
    /// It holds in one reading the quote leaves open, and not in another.
    Depends,
}

impl Verdict {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::DoesNot => "does not",
            Self::IsAnInput => "is an input",
            Self::CannotBeChecked => "cannot be checked",
            Self::Depends => "depends",
        }
    }
}

/// How percents are taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReadAs {
    /// As the claim's quantity says: one reading.
    Quoted,
    AddedUp,
    Compounded,
}

impl ReadAs {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quoted => "as quoted",
            Self::AddedUp => "added up",
            Self::Compounded => "compounded",
        }
    }
}

/// What the model finds in one reading of a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    pub(crate) read_as: ReadAs,
    /// The finding: dollars, percent or heads, unrounded.
    pub(crate) finding: Decimal,
    /// What it is held against beside the number quoted: a settlement's figure.
    pub(crate) against: Option<Decimal>,
    /// Whether the claim holds so; `None` where it quotes no number.
    pub(crate) holds: Option<bool>,
}

impl Reading {
    pub(super) fn of(
        claim: &Claim,
        read_as: ReadAs,
        finding: Decimal,
        against: Option<Decimal>,
    ) -> Self {
        let unit = claim.quantity.unit();
        let meets_quote = |quoted| meets(claim.precision, quoted, finding, unit);
        let quoted = claim.value.map(|value| value.get());
        let holds = match (claim.precision, quoted, against) {
            (Precision::Most, _, _) => Some(meets(Precision::Most, Decimal::ZERO, finding, unit)),
            // A claim about a settlement must be true of the settlement, and of the number it quotes
            // for it; the quote is a simple sum, so only that reading is held against it.
            (_, Some(quoted), Some(against)) if read_as != ReadAs::Compounded => {
                Some(meets_quote(quoted) && meets_quote(against))
            }
            (_, _, Some(against)) => Some(meets_quote(against)),
            (_, Some(quoted), None) => Some(meets_quote(quoted)),
            (_, None, None) => None,
        };
        Self {
            read_as,
            finding,
            against,
            holds,
        }
    }
}

/// Whether a finding meets a quote. For an exact quote the finding is rounded to the digits
/// quoted; for every other it is rounded to the cent, to 10⁻⁶ % or to 0.01 heads first, so that what
/// is shown decides. Both ends of "nearly" (nine tenths) and "about" (5 %) belong to them.
#[must_use]
pub fn meets(precision: Precision, quoted: Decimal, finding: Decimal, unit: QuotedUnit) -> bool {
    let shown = round(finding, places(unit));
    let part = |hundredths: i64| quoted.checked_mul(Decimal::new(hundredths, 2));
    match precision {
        Precision::Exactly => round(finding, quoted.scale()) == quoted,
        Precision::Nearly => part(90).is_some_and(|low| low <= shown) && shown <= quoted,
        Precision::About => {
            part(95).is_some_and(|low| low <= shown) && part(105).is_some_and(|high| shown <= high)
        }
        Precision::MoreThan => shown > quoted,
        Precision::AtLeast => shown >= quoted,
        Precision::AtMost => shown <= quoted,
        Precision::LessThan => shown < quoted,
        Precision::Most => shown > Decimal::from(50),
    }
}

/// The decimals a figure of a unit is shown with.
pub(super) fn places(unit: QuotedUnit) -> u32 {
    match unit {
        QuotedUnit::Dollars | QuotedUnit::Count => 2,
        QuotedUnit::Percent => 6,
    }
}

/// The verdict over all readings. "Is an input" goes before all, "depends" before "holds".
pub(super) fn verdict(claim: &Claim, readings: &[Reading]) -> Verdict {
    if claim.input_of.is_some() {
        return Verdict::IsAnInput;
    }
    if matches!(claim.quantity, Quantity::NotComputed { .. }) {
        return Verdict::CannotBeChecked;
    }
    let mut holds = readings.iter().filter_map(|reading| reading.holds);
    let Some(first) = holds.next() else {
        return Verdict::CannotBeChecked;
    };
    if holds.any(|other| other != first) {
        Verdict::Depends
    } else if first {
        Verdict::Holds
    } else {
        Verdict::DoesNot
    }
}
