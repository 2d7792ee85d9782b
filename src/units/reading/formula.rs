//! What stands behind `=`: sums, differences, products, quotients and brackets.

use rust_decimal::Decimal;

use super::numeral::{Kind, at_start};
use super::{DIGITS, Refusal};

/// Brackets deeper than this are refused, so that no formula fills the stack.
const DEEPEST: u32 = 32;

/// The value of a formula: products and quotients before sums, from left to right.
pub(super) fn value(text: &str, kind: Kind) -> Result<Decimal, Refusal> {
    let mut rest = Rest { text, kind };
    let value = rest.sum(0)?;
    if rest.next().is_some() {
        return Err(Refusal::Formula);
    }
    Ok(value)
}

struct Rest<'a> {
    text: &'a str,
    kind: Kind,
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

    fn sum(&mut self, depth: u32) -> Result<Decimal, Refusal> {
        let mut sum = self.product(depth)?;
        while let Some(c @ ('+' | '-' | '\u{2212}')) = self.next() {
            self.skip(c);
            let value = self.product(depth)?;
            sum = match c {
                '+' => sum.checked_add(value),
                _ => sum.checked_sub(value),
            }
            .ok_or(Refusal::TooManyDigits)?;
        }
        Ok(sum)
    }

    fn product(&mut self, depth: u32) -> Result<Decimal, Refusal> {
        let mut product = self.factor(depth)?;
        while let Some(c @ ('*' | '\u{d7}' | '/' | '\u{f7}')) = self.next() {
            self.skip(c);
            let value = self.factor(depth)?;
            product = match c {
                '*' | '\u{d7}' => product.checked_mul(value).ok_or(Refusal::TooManyDigits)?,
                _ if value.is_zero() => return Err(Refusal::DivisionByZero),
                _ => product.checked_div(value).ok_or(Refusal::TooManyDigits)?,
            };
        }
        Ok(product)
    }

    fn factor(&mut self, depth: u32) -> Result<Decimal, Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::Formula);
        }
        match self.next().ok_or(Refusal::Formula)? {
            c @ ('-' | '\u{2212}') => {
                self.skip(c);
                Ok(-self.factor(depth + 1)?)
            }
            '(' => {
                self.skip('(');
                let value = self.sum(depth + 1)?;
                if self.next() != Some(')') {
                    return Err(Refusal::Formula);
                }
                self.skip(')');
                Ok(value)
            }
            c => {
                if c == '$' && matches!(self.kind, Kind::Pay | Kind::Hourly) {
                    self.skip(c);
                    self.next();
                }
                let (numeral, length) = at_start(self.text, false).ok_or(Refusal::Formula)?;
                if length > DIGITS * 2 {
                    return Err(Refusal::TooManyDigits);
                }
                self.text = self.text.get(length..).unwrap_or("");
                if self.kind == Kind::Percent && self.next() == Some('%') {
                    self.skip('%');
                }
                numeral.value(self.kind, Decimal::ONE)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Result<String, Refusal> {
        value(text, Kind::Percent).map(|value| value.normalize().to_string())
    }

    #[test]
    fn products_come_before_sums_and_brackets_before_both() {
        assert_eq!(percent("21.5/4").unwrap(), "5.375");
        assert_eq!(percent("21,5 / 4").unwrap(), "5.375");
        assert_eq!(percent("3+2*2-1").unwrap(), "6");
        assert_eq!(percent("(3+2)*2%").unwrap(), "10");
        assert_eq!(percent("-3 + 5").unwrap(), "2");
    }

    #[test]
    fn what_can_not_be_worked_out_is_refused() {
        assert_eq!(percent("1/0"), Err(Refusal::DivisionByZero));
        for text in ["", "3+", "(3", "SUM(1)", "3 4", "3)", "1e3"] {
            assert_eq!(percent(text), Err(Refusal::Formula), "{text}");
        }
        assert_eq!(percent(&"(".repeat(10_000)), Err(Refusal::Formula));
    }
}
