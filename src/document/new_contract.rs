//! A new case from what people know at its start.

use std::sync::Arc;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::command::raise;
use super::wrong::Wrong;
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

/// A field of the page of a new case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    FirstDay,
    LastDay,
    Currency,
    Employees,
    AveragePay,
    Payroll,
    OnePercent,
    /// The last offer of the employer.
    Employer,
    /// The last offer of the union.
    Union,
}

/// The scenario of what was typed.
///
/// # Errors
/// What is wrong with which field.
pub fn scenario(asked: &Asked) -> Result<Scenario, Wrong<Field>> {
    let mut wrong = Wrong::default();
    let first_day = wrong.taken(Field::FirstDay, entry::date(&asked.first_day));
    let last_day = wrong.taken(Field::LastDay, entry::date(&asked.last_day));
    let term = first_day.zip(last_day);
    let term = term.map(|(first_day, last_day)| Term {
        first_day,
        last_day,
    });
    if term.is_some_and(|term| term.last_day <= term.first_day) {
        wrong.tell(Field::LastDay, "the last day must come after the first day");
    }
    let currency = wrong.taken(Field::Currency, asked.currency.read());
    // What is in another currency is told once that can be read.
    let people = currency
        .as_ref()
        .and_then(|currency| people(asked, currency, &mut wrong));
    let mut offers = currency.as_ref().map(|currency| {
        let mut offer = |at, id, name, side, text: &str| {
            wrong.taken(at, offer((id, name, side), text, currency))
        };
        [
            offer(
                Field::Employer,
                "employer",
                "Employer offer",
                Party::Employer,
                &asked.employer,
            ),
            offer(
                Field::Union,
                "union",
                "Union offer",
                Party::Union,
                &asked.union,
            ),
        ]
    });
    let offers = offers
        .as_mut()
        .map(|[employer, union]| (employer.take(), union.take()));
    let made = match (term, currency, people, offers) {
        (Some(term), Some(currency), Some(people), Some((Some(employer), Some(union)))) => Some(
            of(&asked.title, (term, currency), people, [employer, union]),
        ),
        _ => None,
    };
    wrong.or(made)
}

fn of(
    title: &str,
    (term, currency): (Term, Currency),
    people: People,
    [employer, union]: [Offer; 2],
) -> Scenario {
    let title = title.trim();
    Scenario {
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
            people,
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
    }
}

/// The workforce, from any two of employees, average pay and payroll; the cost of 1 % stands for payroll. Where a
/// third is given as well, it has to agree within 1 %.
fn people(asked: &Asked, currency: &Currency, wrong: &mut Wrong<Field>) -> Option<People> {
    let money = |text: &str| entry::money(text, currency).map(Money::get);
    let above_zero = |value: Decimal| {
        if value > Decimal::ZERO {
            Ok(value)
        } else {
            Err("it must be above zero".to_owned())
        }
    };
    let heads = |text: &str| entry::employees(text).map(Fte::get);
    let fte = wrong.taken_if(Field::Employees, &asked.employees, |text| {
        heads(text).and_then(above_zero)
    });
    let mut amount =
        |at, text: &str| wrong.taken_if(at, text, |text| money(text).and_then(above_zero));
    let pay = amount(Field::AveragePay, &asked.average_pay);
    let payroll = amount(Field::Payroll, &asked.payroll);
    let one = amount(Field::OnePercent, &asked.one_percent);
    let typed = [
        (Field::Employees, &asked.employees),
        (Field::AveragePay, &asked.average_pay),
        (Field::Payroll, &asked.payroll),
        (Field::OnePercent, &asked.one_percent),
    ];
    let unread = typed.iter().any(|(at, _)| wrong.of(at).is_some());
    let hundred = one.map(|one| one.checked_mul(Decimal::ONE_HUNDRED));
    let (payroll, of_payroll) = match (payroll, hundred) {
        (Some(payroll), _) => (Some(payroll), Field::Payroll),
        (None, Some(Some(payroll))) => (Some(payroll), Field::OnePercent),
        (None, Some(None)) => {
            wrong.tell(Field::OnePercent, "it is too large");
            return None;
        }
        (None, None) => (None, Field::Payroll),
    };
    let (fte, pay) = match (fte, pay, payroll) {
        (Some(fte), Some(pay), None) => (fte, pay),
        (Some(fte), Some(pay), Some(payroll)) => {
            if !agree(fte, pay, payroll) {
                let made = fte.checked_mul(pay).unwrap_or_default();
                let (made, payroll) = (currency.whole(made), currency.whole(payroll));
                wrong.tell(
                    of_payroll,
                    format!(
                        "employees and average pay make a payroll of {made}, and this {payroll}; correct one of the three, or clear it"
                    ),
                );
            }
            (fte, pay)
        }
        (Some(fte), None, Some(payroll)) => {
            let pay = payroll.checked_div(fte).map(|pay| round(pay, 2));
            (fte, wrong.taken(of_payroll, pay.ok_or_else(too_large))?)
        }
        (None, Some(pay), Some(payroll)) => {
            let fte = payroll.checked_div(pay).map(|fte| round(fte, 0));
            (wrong.taken(of_payroll, fte.ok_or_else(too_large))?, pay)
        }
        _ if unread => return None,
        _ => {
            let empty = typed.iter().find(|(_, text)| text.trim().is_empty());
            let at = empty.map_or(Field::Employees, |(at, _)| *at);
            wrong.tell(
                at,
                "give two of employees, average pay, and payroll or the cost of 1%",
            );
            return None;
        }
    };
    let heads = round(fte, 0).to_u64();
    let heads = wrong.taken(
        Field::Employees,
        heads.ok_or_else(|| "there are too many".to_owned()),
    );
    let fte = Fte::new(fte).map_err(|error| error.to_string());
    let fte = wrong.taken(Field::Employees, fte);
    let pay = Money::new(pay).map_err(|error| error.to_string());
    let pay = wrong.taken(Field::AveragePay, pay);
    Some(People::Summary {
        headcount: Known::Known(heads?),
        fte: Known::Known(fte?),
        average_annual_pay: Known::Known(pay?),
    })
}

fn too_large() -> String {
    "it is too large".to_owned()
}

/// Whether a payroll is that of so many at such pay, within 1 %: all three are told in round numbers.
fn agree(fte: Decimal, pay: Decimal, payroll: Decimal) -> bool {
    let Some(made) = fte.checked_mul(pay) else {
        return false;
    };
    let apart = made.checked_sub(payroll).map(|apart| apart.abs());
    let hundredfold = apart.and_then(|apart| apart.checked_mul(Decimal::ONE_HUNDRED));
    hundredfold.is_some_and(|apart| apart <= payroll)
}

fn offer(
    (id, name, side): (&str, &str, Party),
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
            .map_err(|words| format!("Line {}: {words}", line.number))?;
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
mod tests;
