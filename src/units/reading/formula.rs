//! What stands behind `=`: sums, differences, products, quotients and brackets.

use rust_decimal::Decimal;

use super::numeral::{Kind, at_start};
use super::{DIGITS, Refusal};
use crate::units::Currency;

/// Brackets deeper than this are refused, so that no formula fills the stack.
const DEEPEST: u32 = 32;

/// A percent from here on, times a number, may be a share of that number.
const SHARE_FROM: Decimal = Decimal::TEN;

/// The value of a formula: products and quotients before sums, from left to right.
///
/// `3%` and `3` are the same percent, but not beside each other: a spreadsheet takes `3%` for 0.03, so that
/// `(1+3%)*(1+4%)-1` would be another number there. What mixes the two is refused.
pub(super) fn value(text: &str, kind: Kind, currency: &Currency) -> Result<Decimal, Refusal> {
    let mut rest = Rest {
        text,
        kind,
        currency,
    };
    let value = rest.sum(0)?;
    if rest.next().is_some() {
        return Err(Refusal::Formula);
    }
    Ok(value.number)
}

/// A part of a formula.
#[derive(Clone, Copy)]
struct Part {
    number: Decimal,
    /// Whether a percent sign stands in it.
    percent: bool,
}

struct Rest<'a> {
    text: &'a str,
    kind: Kind,
    currency: &'a Currency,
}

impl Rest<'_> {
    /// The next character that is no blank.
    fn next(&mut self) -> Option<char> {
        self.text = self.text.trim_start();
        self.text.chars().next()
    }

    fn skip(&mut self, c: char) {
        self.text = self.text.get(c.len_utf8()..).unwrap_or("");
    }

    fn sum(&mut self, depth: u32) -> Result<Part, Refusal> {
        let mut sum = self.product(depth)?;
        while let Some(c @ ('+' | '-' | '\u{2212}')) = self.next() {
            self.skip(c);
            let part = self.product(depth)?;
            if part.percent != sum.percent {
                return Err(Refusal::Formula);
            }
            sum.number = match c {
                '+' => sum.number.checked_add(part.number),
                _ => sum.number.checked_sub(part.number),
            }
            .ok_or(Refusal::TooManyDigits)?;
        }
        Ok(sum)
    }

    fn product(&mut self, depth: u32) -> Result<Part, Refusal> {
        let mut product = self.factor(depth)?;
        while let Some(c @ ('*' | '\u{d7}' | '/' | '\u{f7}')) = self.next() {
            self.skip(c);
            let part = self.factor(depth)?;
            let multiplies = matches!(c, '*' | '\u{d7}');
            // A percent of a percent, or something by a percent, is a hundred times less or more.
            if part.percent && (product.percent || !multiplies) {
                return Err(Refusal::Formula);
            }
            // `6.5*50%` may be half of 6.5 % or 325 %; nobody means `2*3%` as a share.
            let share = |part: &Part| part.percent && part.number.abs() >= SHARE_FROM;
            if multiplies && (share(&part) || share(&product)) {
                return Err(Refusal::Formula);
            }
            product.percent |= part.percent;
            product.number = match multiplies {
                true => product.number.checked_mul(part.number),
                false if part.number.is_zero() => return Err(Refusal::DivisionByZero),
                false => product.number.checked_div(part.number),
            }
            .ok_or(Refusal::TooManyDigits)?;
        }
        Ok(product)
    }

    fn factor(&mut self, depth: u32) -> Result<Part, Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::Formula);
        }
        match self.next().ok_or(Refusal::Formula)? {
            c @ ('-' | '\u{2212}') => {
                self.skip(c);
                let part = self.factor(depth + 1)?;
                Ok(Part {
                    number: -part.number,
                    ..part
                })
            }
            // Spreadsheets keep `=+3` as people begin it.
            '+' => {
                self.skip('+');
                self.factor(depth + 1)
            }
            '(' => {
                self.skip('(');
                let mut part = self.sum(depth + 1)?;
                if self.next() != Some(')') {
                    return Err(Refusal::Formula);
                }
                self.skip(')');
                self.percent_sign(&mut part)?;
                Ok(part)
            }
            _ => {
                if self.kind.is_money()
                    && let Some(rest) = self.text.strip_prefix(self.currency.sign())
                {
                    self.text = rest;
                    self.next();
                }
                let (numeral, length) = at_start(self.text, false).ok_or(Refusal::Formula)?;
                if length > DIGITS * 2 {
                    return Err(Refusal::TooManyDigits);
                }
                self.text = self.text.get(length..).unwrap_or("");
                let mut part = Part {
                    number: numeral.value(self.kind, Decimal::ONE)?,
                    percent: false,
                };
                self.percent_sign(&mut part)?;
                Ok(part)
            }
        }
    }

    fn percent_sign(&mut self, part: &mut Part) -> Result<(), Refusal> {
        if self.kind == Kind::Percent && self.next() == Some('%') {
            if part.percent {
                return Err(Refusal::Formula);
            }
            self.skip('%');
            part.percent = true;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Result<String, Refusal> {
        value(text, Kind::Percent, Currency::us_dollar()).map(|value| value.normalize().to_string())
    }

    #[test]
    fn products_come_before_sums_and_brackets_before_both() {
        assert_eq!(percent("21.5/4").unwrap(), "5.375");
        assert_eq!(percent("21,5 / 4").unwrap(), "5.375");
        assert_eq!(percent("3+2*2-1").unwrap(), "6");
        assert_eq!(percent("(3+2)*2%").unwrap(), "10");
        assert_eq!(percent("(1,5+2)%").unwrap(), "3.5");
        assert_eq!(percent("21.5%/4").unwrap(), "5.375");
        assert_eq!(percent("-3 + 5").unwrap(), "2");
        assert_eq!(percent("+3+5").unwrap(), "8");
    }

    #[test]
    fn what_can_not_be_worked_out_is_refused() {
        assert_eq!(percent("1/0"), Err(Refusal::DivisionByZero));
        for text in ["", "3+", "(3", "SUM(1)", "3 4", "3)", "1e3"] {
            assert_eq!(percent(text), Err(Refusal::Formula), "{text}");
        }
        assert_eq!(percent(&"(".repeat(10_000)), Err(Refusal::Formula));
        // A spreadsheet would make another number of these.
        for text in [
            "(1+3%)*(1+4%)-1",
            "3%*4%",
            "21.5/4%",
            "3+1%",
            "3%%",
            "(3%)%",
            "6.5*50%",
            "50%*6.5",
            "-50%*6.5",
        ] {
            assert_eq!(percent(text), Err(Refusal::Formula), "{text}");
        }
    }
}
