//! The columns in which groups are shown and typed.

use rust_decimal::Decimal;

use crate::document::words;
use crate::scenario::{Group, Rates, Workforce};
use crate::units::digits::FromDigits;
use crate::units::{Currency, Known, text};

/// A column of the table of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// What the group is called.
    Name,
    Market,
    Unit,
    Job,
    Scale,
    /// Step of the scale.
    Step,
    /// Employees.
    Headcount,
    /// Full-time equivalents.
    Fte,
    Rate,
    /// Rate × FTE × hours: follows from the others.
    Pay,
    /// The day of the next step.
    NextStep,
}

impl Column {
    /// The columns from the left.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Market,
        Self::Unit,
        Self::Job,
        Self::Scale,
        Self::Step,
        Self::Headcount,
        Self::Fte,
        Self::Rate,
        Self::Pay,
        Self::NextStep,
    ];

    /// What stands over it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Name => "Group",
            Self::Market => "Market",
            Self::Unit => "Unit",
            Self::Job => "Job",
            Self::Scale => "Scale",
            Self::Step => "Step",
            Self::Headcount => "Employees",
            Self::Fte => "FTE",
            Self::Rate => "Rate",
            Self::Pay => "Pay a year",
            Self::NextStep => "Next step",
        }
    }

    /// What it is called within a sentence.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Name => "group",
            Self::Market => "market",
            Self::Unit => "unit",
            Self::Job => "job",
            Self::Scale => "scale",
            Self::Step => "step",
            Self::Headcount => "employees",
            Self::Fte => "FTE",
            Self::Rate => "rate",
            Self::Pay => "pay a year",
            Self::NextStep => "next step",
        }
    }

    /// Whether something can be typed into it.
    #[must_use]
    pub fn is_typed(self) -> bool {
        self != Self::Pay
    }

    /// Whether its figures stand at the right.
    #[must_use]
    pub fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Step | Self::Headcount | Self::Fte | Self::Rate | Self::Pay | Self::NextStep
        )
    }

    /// The column that a header of a sheet names.
    #[must_use]
    pub fn of_header(header: &str) -> Option<Self> {
        let letters = header.chars().filter(|c| c.is_alphanumeric());
        let plain: String = letters.flat_map(char::to_lowercase).collect();
        Some(match plain.as_str() {
            "group" | "name" | "groupname" => Self::Name,
            "market" | "region" => Self::Market,
            "unit" | "local" | "bargainingunit" => Self::Unit,
            "job" | "jobfamily" | "jobtitle" | "classification" => Self::Job,
            "scale" | "wagescale" | "grade" => Self::Scale,
            "step" => Self::Step,
            "employees" | "headcount" | "heads" | "people" => Self::Headcount,
            "fte" | "ftes" | "fulltimeequivalents" => Self::Fte,
            "rate" | "hourlyrate" | "monthlypay" | "yearlypay" => Self::Rate,
            "payayear" | "annualpay" | "payroll" => Self::Pay,
            "nextstep" | "nextstepdate" => Self::NextStep,
            _ => return None,
        })
    }
}

/// Cells of groups as text.
#[derive(Debug)]
pub struct Cells<'a> {
    workforce: &'a Workforce,
    currency: &'a Currency,
    rates: Rates<'a>,
}

impl<'a> Cells<'a> {
    /// Those of a workforce paid in `currency`.
    #[must_use]
    pub fn of(workforce: &'a Workforce, rates: Rates<'a>, currency: &'a Currency) -> Self {
        Self {
            workforce,
            currency,
            rates,
        }
    }

    /// What a cell shows.
    #[must_use]
    pub fn shown(&self, group: &Group, column: Column) -> String {
        match column {
            Column::Headcount => known(&group.headcount, |heads| text::count((*heads).into())),
            Column::Fte => known(&group.fte, |fte| hours(fte.get())),
            Column::Rate => known(&self.rates.rate(group), |rate| digits(rate.get())),
            Column::Pay => self
                .rates
                .pay_a_year(group)
                .map_or_else(|| "unknown".to_owned(), |pay| self.currency.whole(pay)),
            Column::NextStep => match group.next_step {
                Some(day) => words::date(day),
                None if group.scale.is_none() => "\u{2013}".to_owned(),
                None if self.is_on_top(group) => "top step".to_owned(),
                None => "evenly".to_owned(),
            },
            Column::Scale if group.scale.is_none() => "none".to_owned(),
            _ => self.typed(group, column),
        }
    }

    /// Whether a cell has a value: a name may be "unknown" without being so.
    #[must_use]
    pub fn is_known(&self, group: &Group, column: Column) -> bool {
        match column {
            Column::Headcount => group.headcount.is_known(),
            Column::Fte => group.fte.is_known(),
            Column::Rate => self.rates.rate(group).is_known(),
            Column::Pay => self.rates.pay_a_year(group).is_some(),
            _ => true,
        }
    }

    /// What stands in a cell's field before anything is typed, and in a copied cell.
    #[must_use]
    pub fn typed(&self, group: &Group, column: Column) -> String {
        let name = |own: &Option<String>| own.clone().unwrap_or_default();
        match column {
            Column::Name => group.name.clone(),
            Column::Market => name(&group.market),
            Column::Unit => name(&group.unit),
            Column::Job => name(&group.job),
            Column::Scale => name(&group.scale),
            Column::Step => group.step.map_or_else(String::new, |step| step.to_string()),
            Column::Headcount => known(&group.headcount, FromDigits::to_digits),
            Column::Fte => known(&group.fte, FromDigits::to_digits),
            Column::Rate => known(&self.rates.rate(group), FromDigits::to_digits),
            Column::Pay => self
                .rates
                .pay_a_year(group)
                .map_or_else(String::new, text::cents),
            Column::NextStep => group
                .next_step
                .map_or_else(String::new, |day| day.to_string()),
        }
    }

    /// Whether a group stands on the last step of its scale.
    fn is_on_top(&self, group: &Group) -> bool {
        let scale = group.scale.as_deref();
        let scale = scale.and_then(|name| self.workforce.scale(name));
        let (Some(scale), Some(step)) = (scale, group.step) else {
            return false;
        };
        usize::try_from(step).is_ok_and(|step| step >= scale.steps.len())
    }

    /// The rates behind the cells.
    #[must_use]
    pub fn rates(&self) -> &Rates<'a> {
        &self.rates
    }
}

fn known<T>(value: &Known<T>, say: impl Fn(&T) -> String) -> String {
    match value {
        Known::Known(value) => say(value),
        Known::Unknown => "unknown".to_owned(),
    }
}

/// Full-time equivalents with two decimals, or as many as they have: `2,448.75`.
#[must_use]
pub fn hours(value: Decimal) -> String {
    // Dollars are grouped alike.
    digits(value)
}

/// A rate without its sign, to the cent or as fine as it is: `21.95`.
#[must_use]
pub fn digits(value: Decimal) -> String {
    text::rate_digits(value)
}
