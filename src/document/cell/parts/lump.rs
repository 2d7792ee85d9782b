//! Payments in a cell: `$750`, `$750 each`, `2% bonus`.

use super::{Parts, payment_from};
use crate::document::cell::{
    CellRefusal, Decimal, Draft, Kind, Money, Refusal, Share, Token, any_percent,
};
use crate::units::reading::Quantity;

impl Parts<'_> {
    /// Whether a payment is said; with a percent only by its name: `3% per employee` may be a raise.
    pub(super) fn says_lump(&self, percent: bool) -> bool {
        let named = |at| {
            matches!(
                self.word(at),
                "lump" | "lump-sum" | "bonus" | "payment" | "one-time"
            )
        };
        // Ratification by itself is a condition, and a sum may be a total.
        let by_occasion = matches!(self.word(0), "signing" | "ratification") && named(1);
        let whose = self.word(0) == "each" || self.share().is_some();
        named(0) || by_occasion || (whose && !percent)
    }

    /// Who gets how much of a lump sum, as said here, and how many pieces say it.
    fn share(&self) -> Option<(Share, usize)> {
        let per = self.word(0) == "per" || self.token(0) == Some(&Token::Mark('/'));
        Some(match (self.word(0), self.word(1), self.word(2)) {
            (_, "fte", _) if per => (Share::PerFte, 2),
            (_, "employee" | "head", _) if per => (Share::Each, 2),
            ("for", "each" | "every", "employee" | "member") => (Share::Each, 3),
            ("by", "fte", _) => (Share::ByFte, 2),
            ("prorated", ..) => (Share::ByFte, 1),
            _ => return None,
        })
    }

    pub(super) fn lump_words(&mut self) -> bool {
        let start = self.at;
        let mut named = false;
        loop {
            let occasion = self.skip(&["sum", "signing", "ratification"]);
            let name = self.skip(&["lump", "lump-sum", "bonus", "payment", "one-time"]);
            named |= name;
            if !occasion && !name {
                break;
            }
        }
        if !named {
            self.at = start;
            return false;
        }
        self.skip(&["of"]);
        true
    }

    pub(super) fn lump(&mut self, found: &Quantity) -> Result<Draft, CellRefusal> {
        let mut share = Share::Each;
        loop {
            // `3% each` may as well be a raise.
            if self.lump_words() || (!found.percent && self.skip(&["each"])) {
                continue;
            }
            if let Some((told, pieces)) = self.share() {
                share = told;
                self.at += pieces;
            } else if found.percent && self.word(0) == "of" {
                self.at += 1;
                self.skip(&["a", "one"]);
                let years = self.word(0).starts_with("year");
                self.at += usize::from(years);
                if !self.skip(&["pay", "wages", "salary", "earnings"]) {
                    return Err(Refusal::Word("of".to_owned()).into());
                }
            } else {
                break;
            }
        }
        if found.percent {
            let percent = found.value(Kind::Percent)?;
            if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
                return Err(CellRefusal::Bonus(percent));
            }
            return Ok(Draft::LumpOfPay(any_percent(percent)?));
        }
        let amount = found.value(Kind::Sum)?;
        // `2 bonus` may be a percent of pay, `750 bonus` can't.
        if found.money.is_none() && amount.abs() < payment_from() {
            return Err(CellRefusal::Payment(amount));
        }
        let money = Money::new(amount).map_err(CellRefusal::Value)?;
        Ok(Draft::LumpSum(money, share))
    }
}
