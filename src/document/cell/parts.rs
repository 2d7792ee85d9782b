//! The grammar of a cell, over its pieces.

mod lump;

use super::{
    CellRefusal, Decimal, Dollars, Draft, HourlyRate, Kind, Per, Percent, Piece, Refusal, Token,
    any_percent, least_share, payment_from, quantity, raise,
};
use crate::document::entry::per;
use crate::scenario::RateUnit;
use crate::units::reading::{Quantity, dash, ends_a_sentence, joins};

/// What is left to read.
pub(super) struct Parts<'a> {
    all: &'a [Piece],
    text: &'a str,
    at: usize,
    /// What rates are paid for, and so what an amount is per where that isn't written.
    per: Per,
}

impl<'a> Parts<'a> {
    pub(super) fn of(all: &'a [Piece], text: &'a str, unit: RateUnit) -> Self {
        Self {
            all,
            text,
            at: 0,
            per: per(unit),
        }
    }

    fn token(&self, ahead: usize) -> Option<&'a Token> {
        self.all.get(self.at + ahead).map(|piece| &piece.token)
    }

    fn word(&self, ahead: usize) -> &'a str {
        match self.token(ahead) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// Goes past one of `words` and the full stop of its abbreviation.
    fn skip(&mut self, words: &[&str]) -> bool {
        let there = words.contains(&self.word(0));
        if there {
            self.at += 1;
            if self.token(0) == Some(&Token::Mark('.')) {
                self.at += 1;
            }
        }
        there
    }

    fn skip_both(&mut self, one: &str, two: &str) -> bool {
        let there = self.word(0) == one && self.word(1) == two;
        if there {
            self.at += 2;
        }
        there
    }

    /// Refuses what is left behind a term, but for the mark that ends a sentence.
    pub(super) fn ended(&self) -> Result<(), CellRefusal> {
        if ends_a_sentence(self.all, self.at) {
            return Ok(());
        }
        let more_numbers = self
            .all
            .get(self.at..)
            .unwrap_or(&[])
            .iter()
            .any(|piece| matches!(piece.token, Token::Number(_)));
        let refusal = match self.token(0) {
            None => return Ok(()),
            Some(Token::Mark('+' | '&' | ',' | ';')) if more_numbers => {
                return Err(CellRefusal::TwoTerms);
            }
            Some(Token::Word(word)) if more_numbers && word == "plus" => {
                return Err(CellRefusal::TwoTerms);
            }
            Some(Token::Word(word)) if more_numbers && joins(word) => Refusal::Range,
            Some(Token::Mark(mark)) if more_numbers && dash(*mark) => Refusal::Range,
            Some(Token::Money(_)) if more_numbers => Refusal::TwoNumbers,
            Some(Token::Money(sign)) => Refusal::Word(sign.clone()),
            Some(Token::Foreign(sign)) => Refusal::Currency(sign.clone()),
            Some(Token::Hundredths) => Refusal::Word("\u{a2}".to_owned()),
            Some(Token::Word(word)) => Refusal::Word(word.clone()),
            Some(Token::Mark(mark)) => Refusal::Word(mark.to_string()),
            Some(Token::Number(_) | Token::Date(_)) => Refusal::TwoNumbers,
            Some(Token::Invisible) => Refusal::Invisible,
        };
        Err(refusal.into())
    }

    pub(super) fn draft(&mut self) -> Result<Draft, CellRefusal> {
        if self.skip(&["unknown"]) {
            return Ok(Draft::Unknown);
        }
        if self.skip_both("hold", "steps") {
            return Ok(self.hold());
        }
        if self.skip(&["cola"]) {
            return self.cola(None);
        }
        if self.skip(&["pool"]) || self.skip_both("equity", "pool") {
            let percent = any_percent(self.percent()?)?;
            return self.pool(percent);
        }
        if self.skip_both("at", "least") || self.skip(&["min", "minimum", "floor"]) {
            self.skip(&["rate", "rates", "wage", "wages"]);
            self.skip(&["of"]);
            return self.minimum();
        }
        if self.lump_words() {
            let found = self.quantity()?;
            return self.lump(&found);
        }
        self.skip(&["the"]);
        let greater = self.skip(&["greater", "larger", "higher"]) && self.skip(&["of"]);
        let found = self.quantity()?;
        self.one(&found, greater)
    }

    /// A term that begins with a number.
    fn one(&mut self, found: &Quantity, greater: bool) -> Result<Draft, CellRefusal> {
        let start = self.at;
        let joined = self.skip(&["or"]) || (greater && self.skip(&["and"]));
        if joined {
            if let Some(both) = self.greater_of(found)? {
                return Ok(both);
            }
            self.at = start;
        }
        if greater {
            return Err(CellRefusal::Part);
        }
        if self.skip(&["cola"]) {
            let share = found.value(Kind::Percent)?;
            // `3% COLA` is what people call a raise of 3 %, no 3 % of inflation.
            if share < least_share() {
                return Err(CellRefusal::Share(share));
            }
            return self.cola(Some(any_percent(share)?));
        }
        if self.skip(&["pool"]) || self.skip_both("equity", "pool") {
            let percent = any_percent(found.value(Kind::Percent)?)?;
            return self.pool(percent);
        }
        let range =
            self.word(0) == "to" || matches!(self.token(0), Some(Token::Mark(m)) if dash(*m));
        if range && self.ends_with_cola() {
            let floor = any_percent(found.value(Kind::Percent)?)?;
            self.at += 1;
            let cap = any_percent(self.percent()?)?;
            self.skip(&["cola"]);
            return Ok(Draft::Cola {
                share: None,
                floor: Some(floor),
                cap: Some(cap),
            });
        }
        if self.says_lump(found.percent) || (found.percent && self.word(0) == "of") {
            return self.lump(found);
        }
        if found.money.is_none() && !found.cents && found.per.is_none() {
            let percent = found.value(Kind::Percent)?;
            // What stands behind it says more than the range: 150 bp aren't 150%.
            if matches!(self.token(0), Some(Token::Word(_))) {
                self.ended()?;
            }
            return Ok(Draft::Percent(raise(percent)?));
        }
        if found.percent
            && found.money.is_none()
            && let Some(per) = found.per
        {
            let per = match per {
                Per::Hour => "an hour",
                Per::Month => "a month",
                Per::Year => "a year",
            };
            return Err(Refusal::Unit(per.to_owned()).into());
        }
        if found.percent {
            return Err(Refusal::Unit("%".to_owned()).into());
        }
        if found.per.is_some() || found.cents || (found.signed && found.money.is_some()) {
            return Ok(Draft::Dollars(self.dollars(found)?));
        }
        let amount = found.value(Kind::Sum)?;
        if amount < payment_from() {
            return Err(CellRefusal::Per(amount));
        }
        self.lump(found)
    }

    fn ends_with_cola(&self) -> bool {
        matches!(self.all.last().map(|piece| &piece.token), Some(Token::Word(word)) if word == "cola")
    }

    /// The other half of `5% or $1.50`; `None` where it is no such pair.
    fn greater_of(&mut self, one: &Quantity) -> Result<Option<Draft>, CellRefusal> {
        let other = self.quantity()?;
        let money = |of: &Quantity| of.money.is_some() || of.cents || of.per.is_some();
        let (percent, dollars) = match (money(one), money(&other)) {
            (false, true) => (one, &other),
            // `$5 or 1.50` may be two amounts.
            (true, false) if other.percent => (&other, one),
            _ => return Ok(None),
        };
        let percent = raise(percent.value(Kind::Percent)?)?;
        let dollars = self.dollars(dollars)?;
        self.whichever();
        Ok(Some(Draft::GreaterOf(percent, dollars)))
    }

    /// Goes past `, whichever is greater`.
    fn whichever(&mut self) {
        let start = self.at;
        let bracket = self.token(0) == Some(&Token::Mark('('));
        if bracket || self.token(0) == Some(&Token::Mark(',')) {
            self.at += 1;
        }
        if self.skip(&["whichever"]) {
            self.skip(&["is"]);
            self.skip(&["the"]);
            let greater = self.skip(&["greater", "higher", "larger", "more"]);
            let closed = !bracket || self.token(0) == Some(&Token::Mark(')'));
            if greater && closed {
                self.at += usize::from(bracket);
                return;
            }
        }
        self.at = start;
    }

    fn quantity(&mut self) -> Result<Quantity, CellRefusal> {
        let (found, taken) = quantity(self.all.get(self.at..).unwrap_or(&[]))?;
        self.at += taken;
        Ok(found)
    }

    fn percent(&mut self) -> Result<Decimal, CellRefusal> {
        Ok(self.quantity()?.value(Kind::Percent)?)
    }

    /// Dollars of a raise: an hour, a month, a year, or whatever rates are in here.
    fn dollars(&self, found: &Quantity) -> Result<Dollars, CellRefusal> {
        let (amount, per) = (self.amount(found)?, found.per);
        // Nobody's hour rises by hundreds, and nobody's year or month by a few dollars.
        let unlikely = match self.per {
            Per::Hour => amount.abs() >= payment_from(),
            Per::Month | Per::Year => amount.abs() < Decimal::TEN && !amount.is_zero(),
        };
        if per.is_none() && unlikely {
            return Err(CellRefusal::Per(amount));
        }
        Ok(Dollars { amount, per })
    }

    /// The number of an amount, read as one of what it is per.
    fn amount(&self, found: &Quantity) -> Result<Decimal, Refusal> {
        found.value(found.per.unwrap_or(self.per).kind())
    }

    /// Whether an amount can hardly be a rate in what rates are paid for here: it may be meant for another time.
    fn is_no_rate(&self, amount: Decimal) -> bool {
        match self.per {
            Per::Hour => amount >= Decimal::ONE_THOUSAND,
            Per::Month => amount < Decimal::ONE_HUNDRED,
            Per::Year => amount < Decimal::ONE_THOUSAND,
        }
    }

    fn hold(&mut self) -> Draft {
        let mut until = None;
        if self.word(0) == "until"
            && let Some(Token::Date(Ok(day))) = self.token(1)
        {
            until = Some(*day);
            self.at += 2;
        }
        Draft::HoldSteps { until }
    }

    fn cola(&mut self, share: Option<Percent>) -> Result<Draft, CellRefusal> {
        let (mut floor, mut cap) = (None, None);
        while self.token(0).is_some() {
            if self.skip(&["min", "minimum", "floor"]) || self.skip_both("at", "least") {
                self.once(floor)?;
                floor = Some(any_percent(self.percent()?)?);
            } else if self.skip(&["max", "maximum", "cap", "capped"])
                || self.skip_both("at", "most")
                || self.skip_both("up", "to")
            {
                self.skip(&["at"]);
                self.once(cap)?;
                cap = Some(any_percent(self.percent()?)?);
            } else if matches!(
                self.token(0),
                Some(Token::Mark(',')) | Some(Token::Mark('(' | ')'))
            ) || (self.word(0) == "and" && floor.is_some() != cap.is_some())
            {
                self.at += 1;
            } else if floor.is_none() && cap.is_none() {
                floor = Some(any_percent(self.percent()?)?);
                let to = self.word(0) == "to"
                    || matches!(self.token(0), Some(Token::Mark(mark)) if dash(*mark) && *mark != '/');
                if !to {
                    return Err(CellRefusal::Part);
                }
                self.at += 1;
                cap = Some(any_percent(self.percent()?)?);
            } else {
                break;
            }
        }
        Ok(Draft::Cola { share, floor, cap })
    }

    /// Refuses a second end of the same kind.
    fn once(&self, end: Option<Percent>) -> Result<(), CellRefusal> {
        end.map_or(Ok(()), |_| Err(CellRefusal::Part))
    }

    fn pool(&mut self, percent: Percent) -> Result<Draft, CellRefusal> {
        let mut cap = None;
        if self.token(0) == Some(&Token::Mark(',')) {
            self.at += 1;
        }
        if self.skip(&["cap", "capped", "max"]) {
            self.skip(&["at"]);
            cap = Some(any_percent(self.percent()?)?);
        }
        Ok(Draft::Pool { percent, cap })
    }

    /// A lowest rate for all, or one a market.
    fn minimum(&mut self) -> Result<Draft, CellRefusal> {
        if !matches!(self.token(0), Some(Token::Word(word)) if word != "usd") {
            let found = self.quantity()?;
            if found.percent && found.money.is_none() && found.per.is_none() {
                return Err(CellRefusal::LowestInPercent(found.value(Kind::Percent)?));
            }
            let (amount, per) = (self.amount(&found)?, found.per);
            if per.is_none() && self.is_no_rate(amount) {
                return Err(CellRefusal::Rate(amount, self.per));
            }
            return Ok(Draft::Floor(Dollars { amount, per }));
        }
        let (mut by_market, mut elsewhere) = (Vec::new(), None);
        loop {
            let start = self.at;
            while matches!(self.token(0), Some(Token::Word(_))) {
                self.at += 1;
            }
            let name = match (self.all.get(start), self.all.get(self.at.wrapping_sub(1))) {
                (Some(first), Some(last)) if self.at > start => {
                    self.text.get(first.start..last.end).unwrap_or("")
                }
                _ => return Err(Refusal::NotANumber.into()),
            };
            let found = self.quantity()?;
            let value = found.value(self.per.kind())?;
            if found.per.is_none() && self.is_no_rate(value) {
                return Err(CellRefusal::Rate(value, self.per));
            }
            HourlyRate::new(value).map_err(CellRefusal::Value)?;
            if name.eq_ignore_ascii_case("elsewhere") && elsewhere.is_none() {
                elsewhere = Some(value);
            } else {
                by_market.push((name.to_owned(), value));
            }
            match self.token(0) {
                Some(Token::Mark(',' | ';')) => self.at += 1,
                _ => {
                    return Ok(Draft::MinimumRates {
                        by_market,
                        elsewhere,
                    });
                }
            }
        }
    }
}
