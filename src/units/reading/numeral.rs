//! Digits with separators, and what they can mean.

use rust_decimal::Decimal;

use super::Refusal;
use crate::units::decimal::{DecimalError, parse_exact};

/// What a number is of: it settles what three digits after one separator mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A percent: a dot is decimal, a comma with three digits behind is refused.
    Percent,
    /// Dollars an hour: as a percent.
    Hourly,
    /// Dollars, or dollars a year: a comma separates thousands, a dot with three digits behind is refused.
    Pay,
    /// Dollars a month: as dollars a year.
    Monthly,
    /// Dollars paid once, per no time: as dollars a year.
    Sum,
    /// Full-time equivalents: as dollars.
    Fte,
    /// Paid hours a year: as dollars.
    Hours,
    /// Employees: dot and comma separate thousands.
    Headcount,
    /// A price index: as a percent.
    Index,
}

impl Kind {
    /// Whether it is an amount of money, which may have a sign of it.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::Hourly) || self.is_pay()
    }

    /// Whether it is money of an order in which separators part thousands.
    fn is_pay(self) -> bool {
        matches!(self, Self::Pay | Self::Monthly | Self::Sum)
    }

    /// Whether people write it in thousands, millions or billions: `68k`.
    pub(super) fn is_counted_in_thousands(self) -> bool {
        self.is_pay() || matches!(self, Self::Headcount | Self::Fte)
    }

    /// The decimals a formula's value keeps: those of the quantity.
    #[must_use]
    pub fn decimals(self) -> u32 {
        match self {
            Self::Percent | Self::Hourly | Self::Index => 6,
            Self::Pay | Self::Monthly | Self::Sum => 6,
            Self::Fte | Self::Hours => 4,
            Self::Headcount => 0,
        }
    }
}

/// Digits as written, with whatever separates them, and a fraction behind them (`2 1/2`, `2½`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numeral {
    /// The digits and separators.
    digits: String,
    /// Numerator and denominator.
    fraction: Option<(u8, u8)>,
}

/// What one separator with three digits behind it means.
enum Three {
    Decimal,
    Thousands,
    Doubt,
}

fn three(kind: Kind, separator: char) -> Three {
    match (kind, separator) {
        (Kind::Headcount, _) | (Kind::Fte | Kind::Hours, ',') => Three::Thousands,
        (_, ',') if kind.is_pay() => Three::Thousands,
        (Kind::Percent | Kind::Hourly | Kind::Index, '.') => Three::Decimal,
        _ => Three::Doubt,
    }
}

/// Whether a character separates thousands and nothing else.
pub(super) fn only_thousands(c: char) -> bool {
    space(c) || matches!(c, '\'' | '\u{2019}' | '_')
}

/// Spaces that stand inside numbers.
pub(super) fn space(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{2007}' | '\u{2008}' | '\u{2009}' | '\u{200a}' | '\u{202f}'
    )
}

impl Numeral {
    /// Whether it is digits and nothing else.
    #[must_use]
    pub fn plain(&self) -> bool {
        self.fraction.is_none() && self.digits.bytes().all(|b| b.is_ascii_digit())
    }

    /// The value times `times`, read as a number of `kind`.
    ///
    /// # Errors
    /// [`Refusal`] where the separators allow two readings or none.
    pub fn value(&self, kind: Kind, times: Decimal) -> Result<Decimal, Refusal> {
        // Decimals as written are kept, but 9.1 M has none.
        let multiplied = |value: Decimal| {
            if times == Decimal::ONE {
                return Ok(value);
            }
            let product = value.checked_mul(times).ok_or(Refusal::TooManyDigits)?;
            Ok(product.normalize())
        };
        if let Some((part, of)) = self.fraction {
            if !self.digits.bytes().all(|b| b.is_ascii_digit()) {
                return Err(Refusal::Grouping);
            }
            let whole = match self.digits.as_str() {
                "" => Decimal::ZERO,
                digits => exact(digits)?,
            };
            let part = Decimal::from(part)
                .checked_div(Decimal::from(of))
                .ok_or(Refusal::NotANumber)?;
            let sum = whole.checked_add(part).ok_or(Refusal::TooManyDigits)?;
            return multiplied(sum).map(|value| value.normalize());
        }
        let separators: Vec<(usize, char)> = self
            .digits
            .char_indices()
            .filter(|(_, c)| !c.is_ascii_digit())
            .collect();
        let Some((at, last)) = separators.last().copied() else {
            return multiplied(exact(&self.digits)?);
        };
        let once = separators.iter().filter(|(_, c)| *c == last).count() == 1;
        let (before, after) = self.digits.split_at(at);
        let after = after.get(last.len_utf8()..).unwrap_or("");
        if !(once && matches!(last, '.' | ',')) {
            return multiplied(exact(&thousands(&self.digits)?)?);
        }
        let as_decimal = |whole: &str| exact(&format!("{whole}.{after}"));
        if separators.len() > 1 {
            return multiplied(as_decimal(&thousands(before)?)?);
        }
        let zero = before.bytes().all(|b| b == b'0');
        // Nobody writes `068,000` or `62,0000` employees: a digit is missing or too many.
        let misplaced = (after.len() == 3 && !zero && before.starts_with('0'))
            || (kind == Kind::Headcount && after.len() > 3);
        if misplaced {
            return Err(Refusal::Grouping);
        }
        let one_reading = after.len() != 3 || before.len() > 3 || zero;
        if one_reading {
            let whole = if before.is_empty() { "0" } else { before };
            if after.is_empty() && last == ',' {
                return Err(Refusal::Grouping);
            }
            return multiplied(as_decimal(whole)?);
        }
        let point = multiplied(as_decimal(before)?)?;
        let grouped = multiplied(exact(&format!("{before}{after}"))?)?;
        // No sum of dollars is that large, so only one reading is left: $8.241B.
        let most = Decimal::from(1_000_000_000_000_i64);
        if kind.is_pay() && grouped > most && point <= most {
            return Ok(point);
        }
        // Before thousands, millions or billions a dot is as likely decimal: 1.200k employees.
        let doubled = times > Decimal::ONE && last == '.';
        match three(kind, last) {
            Three::Thousands if doubled => Err(Refusal::Ambiguous {
                as_decimal: point.normalize(),
                as_thousands: grouped.normalize(),
            }),
            Three::Decimal => Ok(point),
            Three::Thousands => Ok(grouped),
            Three::Doubt => Err(Refusal::Ambiguous {
                as_decimal: point.normalize(),
                as_thousands: grouped.normalize(),
            }),
        }
    }
}

/// The digits without one kind of separator that groups them by threes.
fn thousands(text: &str) -> Result<String, Refusal> {
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let mut separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    separators.dedup();
    let first = groups.first().copied().unwrap_or("");
    let grouped = groups.len() == 1
        || (separators.len() == 1
            && (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && groups.iter().skip(1).all(|group| group.len() == 3));
    if grouped && !first.is_empty() {
        Ok(groups.concat())
    } else {
        Err(Refusal::Grouping)
    }
}

fn exact(digits: &str) -> Result<Decimal, Refusal> {
    parse_exact(digits).map_err(|error| match error {
        DecimalError::TooManyDigits { .. } => Refusal::TooManyDigits,
        _ => Refusal::NotANumber,
    })
}

/// The numeral that starts at the start of `text`, and its length in bytes; with `fractions`,
/// `2 1/2` is one. A blank joins digits only where exactly three follow.
pub(super) fn at_start(text: &str, fractions: bool) -> Option<(Numeral, usize)> {
    let mut end = 0;
    let digit_after = |at: usize| {
        text.get(at..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_ascii_digit())
    };
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let next = end + c.len_utf8();
        let behind = text.get(next..).unwrap_or("");
        let joined = match c {
            '0'..='9' => true,
            '.' | ',' => digit_after(next) || (c == '.' && end > 0 && ends_here(behind)),
            _ if space(c) => end > 0 && three_digits(behind),
            _ => only_thousands(c) && end > 0 && digit_after(next),
        };
        if !joined {
            break;
        }
        end = next;
    }
    let (digits, rest) = text.split_at(end);
    let (fraction, taken) = fraction(rest, end > 0, fractions);
    // `1/2` by itself is no fraction here: it may be a day.
    if !digits.contains(|c: char| c.is_ascii_digit()) && fraction.is_none() {
        return None;
    }
    let numeral = Numeral {
        digits: digits.to_owned(),
        fraction,
    };
    Some((numeral, end + taken))
}

/// `6.` is 6 where the text ends behind it.
fn ends_here(rest: &str) -> bool {
    rest.trim_start_matches(['%', ' ']).is_empty()
}

fn three_digits(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

/// A fraction behind a whole number, or a single sign such as `½` by itself.
fn fraction(text: &str, whole: bool, fractions: bool) -> (Option<(u8, u8)>, usize) {
    let trimmed = text.trim_start_matches(space);
    let blank = text.len() - trimmed.len();
    let sign = trimmed.chars().next().and_then(|c| {
        let value = match c {
            '\u{bd}' => (1, 2),
            '\u{bc}' => (1, 4),
            '\u{be}' => (3, 4),
            '\u{215b}' => (1, 8),
            '\u{215c}' => (3, 8),
            '\u{215d}' => (5, 8),
            '\u{215e}' => (7, 8),
            _ => return None,
        };
        Some((value, c.len_utf8()))
    });
    if let Some((value, length)) = sign {
        return (Some(value), blank + length);
    }
    let [part, b'/', of, after @ ..] = trimmed.as_bytes() else {
        return (None, 0);
    };
    let (part, of) = (part.wrapping_sub(b'0'), of.wrapping_sub(b'0'));
    let ends = after
        .first()
        .is_none_or(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'/' | b'.' | b','));
    if fractions && whole && blank > 0 && ends && matches!(of, 2 | 4 | 8) && (1..of).contains(&part)
    {
        (Some((part, of)), blank + 3)
    } else {
        (None, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, kind: Kind) -> Result<String, Refusal> {
        let (numeral, length) = at_start(text, true).ok_or(Refusal::NotANumber)?;
        assert_eq!(length, text.len(), "{text}");
        let value = numeral.value(kind, Decimal::ONE)?;
        Ok(value.normalize().to_string())
    }

    #[test]
    fn three_digits_after_one_separator_go_by_kind() {
        let doubt = |text, kind| matches!(value(text, kind), Err(Refusal::Ambiguous { .. }));
        assert_eq!(value("1.200", Kind::Headcount).unwrap(), "1200");
        assert_eq!(value("1,200", Kind::Headcount).unwrap(), "1200");
        assert_eq!(value("3.125", Kind::Percent).unwrap(), "3.125");
        assert!(doubt("3,125", Kind::Percent));
        assert_eq!(value("24.125", Kind::Hourly).unwrap(), "24.125");
        assert!(doubt("24,125", Kind::Hourly));
        assert_eq!(value("68,000", Kind::Pay).unwrap(), "68000");
        assert!(doubt("68.000", Kind::Pay));
        assert_eq!(value("0.833", Kind::Fte).unwrap(), "0.833");
        assert_eq!(value("0,833", Kind::Fte).unwrap(), "0.833");
        assert!(doubt("1.833", Kind::Fte));
    }

    #[test]
    fn more_than_one_separator_leaves_one_reading_or_none() {
        assert_eq!(value("132.923,08", Kind::Pay).unwrap(), "132923.08");
        assert_eq!(value("132\u{2009}923,08", Kind::Pay).unwrap(), "132923.08");
        assert_eq!(value("8'241'230.5", Kind::Pay).unwrap(), "8241230.5");
        for text in [
            "1,00,000",
            "1.23.456",
            "012,345,678",
            "1,234.567.890",
            "068,000",
        ] {
            assert_eq!(value(text, Kind::Pay), Err(Refusal::Grouping), "{text}");
        }
    }
}
