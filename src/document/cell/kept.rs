//! A bare number typed over a term in money: it is of the kind that is there already.

use super::clause::lump;
use super::{CellRefusal, Money, Piece, Token, pieces, quantity};
use crate::document::entry;
use crate::scenario::{ClauseTerms, LumpAmount, PaidIn};
use crate::units::reading::{Kind, number_in};
use crate::units::{Date, HourlyAmount, HourlyRate, Known, YearlyAmount};

/// The date that was typed with it, and the terms.
type Kept = (Option<Date>, ClauseTerms);

/// The terms `before` with the bare number of `text` in the place of theirs, which are in money; by itself the
/// number would be a raise in percent. `None` where `text` is no bare number, or names a unit, which then decides.
pub fn kept(
    text: &str,
    before: &ClauseTerms,
    paid: PaidIn<'_>,
) -> Option<Result<Kept, CellRefusal>> {
    let (date, digits) = bare(text, paid)?;
    let kind = match before {
        ClauseTerms::PerHour(_) => Kind::Hourly,
        ClauseTerms::Floor(_) => entry::per(paid.unit).kind(),
        ClauseTerms::LumpSum {
            amount: LumpAmount::PercentOfPay(_),
            ..
        } => return None,
        ClauseTerms::PerYear(_) => Kind::Pay,
        ClauseTerms::LumpSum { .. } => Kind::Sum,
        // Both numbers of a pair, and each of several rates, could be meant.
        ClauseTerms::GreaterOf { .. } | ClauseTerms::MinimumRate { .. } => {
            return Some(Err(CellRefusal::Which));
        }
        _ => return None,
    };
    let value = number_in(digits, kind, paid.currency).map_err(CellRefusal::from);
    let terms = value.and_then(|value| with(before, value));
    Some(terms.map(|terms| (date, terms)))
}

fn with(before: &ClauseTerms, value: super::Decimal) -> Result<ClauseTerms, CellRefusal> {
    let wrong = CellRefusal::Value;
    Ok(match before {
        ClauseTerms::PerHour(_) => {
            ClauseTerms::PerHour(Known::Known(HourlyAmount::new(value).map_err(wrong)?))
        }
        ClauseTerms::PerYear(_) => {
            ClauseTerms::PerYear(Known::Known(YearlyAmount::new(value).map_err(wrong)?))
        }
        ClauseTerms::Floor(_) => {
            ClauseTerms::Floor(Known::Known(HourlyRate::new(value).map_err(wrong)?))
        }
        ClauseTerms::LumpSum { amount, .. } => {
            let money = Known::Known(Money::new(value).map_err(wrong)?);
            let amount = match amount {
                LumpAmount::PerFte(_) => LumpAmount::PerFte(money),
                LumpAmount::Prorated(_) => LumpAmount::Prorated(money),
                LumpAmount::PerHead(_) | LumpAmount::PercentOfPay(_) => LumpAmount::PerHead(money),
            };
            lump(amount, Some(before))
        }
        _ => return Err(CellRefusal::Which),
    })
}

/// A date, if one stands before or behind it, and the text of a number that names no unit of any kind.
fn bare<'a>(text: &'a str, paid: PaidIn<'_>) -> Option<(Option<Date>, &'a str)> {
    let text = text.trim();
    if text.starts_with('=') {
        return Some((None, text));
    }
    let all = pieces(text, paid.currency);
    let is_date = |piece: &Piece| match &piece.token {
        Token::Date(Ok(day)) => Some(*day),
        _ => None,
    };
    let ahead = all.first().and_then(is_date);
    let behind = all.last().and_then(is_date).filter(|_| ahead.is_none());
    let from = usize::from(ahead.is_some());
    // `10/1/27: 0,80`: a mark parts them.
    let mark = ahead.is_some()
        && matches!(
            all.get(from).map(|piece| &piece.token),
            Some(Token::Mark(':' | ',' | '='))
        );
    let upto = all.len().checked_sub(usize::from(behind.is_some()))?;
    let number = all.get(from + usize::from(mark)..upto)?;
    let (found, taken) = match quantity(number) {
        Ok(found) => found,
        Err(_) => return None,
    };
    let names_no_unit = found.money.is_none()
        && !found.percent
        && !found.cents
        && found.per.is_none()
        && found.counted.is_none();
    if !names_no_unit || taken != number.len() {
        return None;
    }
    let digits = text.get(number.first()?.start..number.last()?.end)?;
    Some((ahead.or(behind), digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::cell;
    use crate::document::dated::as_typed;
    use crate::scenario::RateUnit;

    /// What `typed` over `before` gives, as it would be typed again; or the words that refuse it.
    fn over(before: &str, typed: &str, unit: RateUnit) -> String {
        let paid = PaidIn::us_dollars(unit);
        let date = Date::new(2026, 10, 1).unwrap();
        let before = cell::read(before, paid).unwrap();
        let before = before.terms(date, unit, None).unwrap();
        match kept(typed, &before, paid) {
            None => "by its unit".to_owned(),
            Some(Ok((date, terms))) => {
                let date = date.map_or_else(String::new, |date| format!("{date} "));
                date + &as_typed(&terms, paid)
            }
            Some(Err(refusal)) => refusal.words(typed, paid.currency),
        }
    }

    #[test]
    fn a_bare_number_over_money_stays_money() {
        use RateUnit::{Hour, Year};
        for (before, typed, unit, after) in [
            ("$1.50/h", "0,80", Hour, "$0.80/h"),
            ("$1.50/h", "1.255", Hour, "$1.255/h"),
            ("$1.50/h", "=1.5/2", Hour, "$0.75/h"),
            ("$1.50/h", "10/1/27 0,80", Hour, "2027-10-01 $0.80/h"),
            ("$1.50/h", "0.25 10/1/27", Hour, "2027-10-01 $0.25/h"),
            ("$1.50/h", "-0.10", Hour, "\u{2212}$0.10/h"),
            ("$750/year", "1,200", Year, "$1,200/year"),
            ("$750 each", "1,000", Hour, "$1,000 each"),
            ("$750 each", "50", Hour, "$50 each"),
            ("$750 by FTE", "1.5k", Hour, "$1,500 bonus"),
            ("min $24.00", "24,50", Hour, "min $24.50"),
            ("min $68,000/year", "70,000", Year, "min $70,000.00"),
            ("$1.50/h", "3%", Hour, "by its unit"),
            ("$1.50/h", "$2/h", Hour, "by its unit"),
            ("5%", "0,80", Hour, "by its unit"),
            ("2% bonus", "3", Hour, "by its unit"),
        ] {
            assert_eq!(over(before, typed, unit), after, "{typed} over {before}");
        }
        for (before, typed, unit, words) in [
            ("$1.50/h", "1,255", Hour, "can be 1.255 or 1,255"),
            ("$750 each", "1.200", Hour, "can be 1.2 or 1,200"),
            ("min $68,000/year", "70.000", Year, "can be 70 or 70,000"),
            ("5% or $1.50/h", "3", Hour, "say which number it is"),
        ] {
            let told = over(before, typed, unit);
            assert!(told.contains(words), "{typed} over {before}: {told}");
        }
    }
}
