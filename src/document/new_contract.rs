//! A new case from what people know at its start.

use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::command::raise;
use super::{entry, paste};
use crate::scenario::{
    Accrual, Assumption, EffectiveRule, Employee, Offer, OfferId, PaidIn, Party, People, RateUnit,
    Ratification, Rounding, Scenario, Standing, Status, Term, VERSION, Workforce,
};
use crate::units::decimal::round;
use crate::units::{Currency, Date, Fte, HoursPerYear, Known, Money, Percent};

/// What is asked, as typed. Of employees, average pay, payroll and the cost of 1 % two are enough.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the case is called.
    pub(crate) title: String,
    /// The contract's first day.
    pub(crate) first_day: String,
    /// The contract's last day.
    pub(crate) last_day: String,
    /// Full-time equivalents.
    pub(crate) employees: String,
    /// What its money is called and how it is written.
    pub(crate) currency: CurrencyAsked,
    /// Average annual pay, in units of the currency.
    pub(crate) average_pay: String,
    /// Payroll a year, likewise.
    pub(crate) payroll: String,
    /// Cost of 1 % a year, likewise.
    pub(crate) one_percent: String,
    /// The employer's last offer, a raise a line.
    pub(crate) employer: String,
    /// The union's last offer, a raise a line.
    pub(crate) union: String,
}

/// A currency as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrencyAsked {
    /// What stands before amounts.
    pub(crate) symbol: String,
    /// The three letters of ISO 4217.
    pub(crate) code: String,
}

impl From<&Currency> for CurrencyAsked {
    fn from(currency: &Currency) -> Self {
        Self {
            symbol: currency.symbol.clone(),
            code: currency.code.clone(),
        }
    }
}

impl Default for CurrencyAsked {
    fn default() -> Self {
        Self::from(Currency::us_dollar())
    }
}

impl CurrencyAsked {
    /// The currency it is.
    ///
    /// # Errors
    /// Words that say what is wrong.
    pub(crate) fn read(&self) -> Result<Currency, String> {
        entry::currency(&self.symbol, &self.code)
    }
}

/// The scenario of what was typed.
///
/// # Errors
/// Words that say which field is wrong and how.
pub fn scenario(asked: &Asked) -> Result<Scenario, String> {
    let day =
        |name: &str, text: &str| entry::date(text).map_err(|words| format!("{name}: {words}"));
    let term = Term {
        first_day: day("First day", &asked.first_day)?,
        last_day: day("Last day", &asked.last_day)?,
    };
    if term.last_day <= term.first_day {
        return Err("Last day: it must come after the first day".to_owned());
    }
    let currency = asked.currency.read()?;
    let (fte, pay) = employees_and_pay(asked, &currency)?;
    let fte = Fte::new(fte).map_err(|error| format!("Employees: {error}"))?;
    let pay = Money::new(pay).map_err(|error| format!("Average pay: {error}"))?;
    let heads = round(fte.get(), 0)
        .to_u64()
        .ok_or_else(|| "Employees: there are too many".to_owned())?;
    let employer = offer(
        "employer",
        "Employer offer",
        Party::Employer,
        &asked.employer,
        &currency,
    )?;
    let union = offer(
        "union",
        "Union offer",
        Party::Union,
        &asked.union,
        &currency,
    )?;
    let title = asked.title.trim();
    Ok(Scenario {
        version: VERSION,
        title: if title.is_empty() {
            "New contract".to_owned()
        } else {
            title.to_owned()
        },
        parties: crate::scenario::Parties::default(),
        currency,
        we_are: Party::Neutral,
        term,
        horizon: None,
        accrual: Accrual::Monthly,
        pay_calendar: None,
        hours: HoursPerYear::default(),
        ratification: Ratification::OnTime,
        effective: EffectiveRule::OnDate,
        retroactive: false,
        discount_rate: Percent::ZERO,
        inflation: None,
        roll_up: Vec::new(),
        a: Some(employer.id.clone()),
        b: Some(union.id.clone()),
        counter: None,
        employee: Employee::default(),
        workforce: Arc::new(Workforce {
            rates_as_of: term.first_day.plus_days(-1),
            rounding: Rounding::None,
            people: People::Summary {
                headcount: Known::Known(heads),
                fte: Known::Known(fte),
                average_annual_pay: Known::Known(pay),
            },
            rate_unit: RateUnit::Hour,
            scales: Vec::new(),
            ladders: Vec::new(),
            note: String::new(),
        }),
        baseline: Vec::new(),
        offers: vec![employer, union],
        assumptions: vec![Assumption {
            about: "average annual pay".to_owned(),
            of: vec![crate::scenario::Subject::AveragePay],
            standing: Standing::Assumed,
            why: "Entered when the case was started.".to_owned(),
            sources: Vec::new(),
            ledger: None,
        }],
        claims: Vec::new(),
        counts: Vec::new(),
        settlements: Vec::new(),
        sources: Vec::new(),
        figures: crate::scenario::FigureSettings::default(),
        note: String::new(),
    })
}

/// From any two of employees, average pay and payroll; the cost of 1 % stands for payroll.
fn employees_and_pay(asked: &Asked, currency: &Currency) -> Result<(Decimal, Decimal), String> {
    let money = |text: &str| entry::money(text, currency).map(Money::get);
    let read = |name: &str, text: &str| -> Result<Option<Decimal>, String> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let value = match name {
            "Employees" => entry::employees(text).map(Fte::get),
            _ => money(text),
        }
        .map_err(|words| format!("{name}: {words}"))?;
        if value <= Decimal::ZERO {
            return Err(format!("{name}: it must be above zero"));
        }
        Ok(Some(value))
    };
    let fte = read("Employees", &asked.employees)?;
    let pay = read("Average pay", &asked.average_pay)?;
    let one = read("Cost of 1%", &asked.one_percent)?;
    let payroll = match read("Payroll", &asked.payroll)? {
        Some(payroll) => Some(payroll),
        None => one.and_then(|one| one.checked_mul(Decimal::ONE_HUNDRED)),
    };
    match (fte, pay, payroll) {
        (Some(fte), Some(pay), _) => Ok((fte, pay)),
        (Some(fte), None, Some(payroll)) => payroll
            .checked_div(fte)
            .map(|pay| (fte, round(pay, 2)))
            .ok_or_else(|| "Payroll: it is too large".to_owned()),
        (None, Some(pay), Some(payroll)) => payroll
            .checked_div(pay)
            .map(|fte| (round(fte, 0), pay))
            .ok_or_else(|| "Payroll: it is too large".to_owned()),
        _ => Err("Give two of employees, average pay, and payroll or the cost of 1%".to_owned()),
    }
}

fn offer(
    id: &str,
    name: &str,
    side: Party,
    text: &str,
    currency: &Currency,
) -> Result<Offer, String> {
    let mut clauses = Vec::new();
    for line in paste::lines(text, PaidIn::new(RateUnit::Hour, currency)) {
        if line.left_out() {
            continue;
        }
        let (date, percent): (Date, Percent) = line
            .raise(currency)
            .map_err(|words| format!("{name}, line {}: {words}", line.number))?;
        clauses.push(raise(date, percent));
    }
    Ok(Offer {
        id: OfferId(id.to_owned()),
        name: name.to_owned(),
        side,
        status: Status::Draft,
        shared: false,
        effective: None,
        retroactive: None,
        last_day: None,
        ratification: None,
        clauses,
        note: String::new(),
        sources: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_in_the_currency_it_was_started_in() {
        let mut asked = Asked {
            first_day: "1 April 2026".to_owned(),
            last_day: "31 March 2029".to_owned(),
            employees: "1,200".to_owned(),
            average_pay: "\u{a3}31,500".to_owned(),
            ..Asked::default()
        };
        let told = scenario(&asked).unwrap_err();
        assert!(
            told.starts_with("Average pay") && told.contains("currency"),
            "{told}"
        );
        asked.currency = CurrencyAsked {
            symbol: " \u{a3} ".to_owned(),
            code: "gbp".to_owned(),
        };
        let case = scenario(&asked).unwrap();
        assert_eq!(case.currency.whole(Decimal::from(1_500)), "\u{a3}1,500");
        assert_eq!(case.currency.code, "GBP");
        asked.average_pay = "$31,500".to_owned();
        assert!(scenario(&asked).is_err());
        asked.currency.code = "pounds".to_owned();
        assert!(scenario(&asked).unwrap_err().contains("three letters"));
    }

    #[test]
    fn any_two_of_the_figures_give_the_workforce() {
        let mut asked = Asked {
            first_day: "10/1/2025".to_owned(),
            last_day: "9/30/2029".to_owned(),
            employees: "62,000".to_owned(),
            one_percent: "$82,412,309.60".to_owned(),
            employer: "10/1/2025: 6.5%\n10/1/2026: 6.5%".to_owned(),
            ..Asked::default()
        };
        let case = scenario(&asked).unwrap();
        let People::Summary {
            average_annual_pay, ..
        } = &case.workforce.people
        else {
            panic!("not a summary");
        };
        assert_eq!(
            average_annual_pay.get().unwrap().get().to_string(),
            "132923.08"
        );
        assert_eq!(case.offers[0].clauses.len(), 2);
        let text = crate::files::to_ron(&case).unwrap();
        assert_eq!(crate::files::parse_scenario(&text).unwrap(), case);
        asked.one_percent.clear();
        assert!(scenario(&asked).is_err());
        asked.payroll = "8241230960".to_owned();
        asked.union = "10/1/2025: 9%\nsoon: 5%".to_owned();
        assert!(
            scenario(&asked)
                .unwrap_err()
                .starts_with("Union offer, line 2")
        );
    }
}
