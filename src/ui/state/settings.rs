//! The fields of the left panel, so that one can be gone to by its name.

/// A field of the left panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingField {
    /// Full-time equivalents of a summary workforce.
    Employees,
    /// Average annual pay of a summary workforce.
    AveragePay,
    /// The first day of the term.
    FirstDay,
    /// The last day of the term.
    LastDay,
    /// The last day counted.
    Horizon,
    /// The day the rates are taken from.
    RatesAsOf,
    /// Paid hours a year.
    Hours,
    /// The first day of a pay period.
    PayPeriods,
    /// The rate of present values.
    Discount,
    /// The hourly rate of the employee looked at.
    HourlyRate,
    /// The full-time equivalent of the employee looked at.
    Fte,
}

impl SettingField {
    /// All, in the order of the panel.
    pub const ALL: [Self; 11] = [
        Self::Employees,
        Self::AveragePay,
        Self::FirstDay,
        Self::LastDay,
        Self::Horizon,
        Self::RatesAsOf,
        Self::Hours,
        Self::PayPeriods,
        Self::Discount,
        Self::HourlyRate,
        Self::Fte,
    ];

    /// What stands beside it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Employees => "Employees, FTE",
            Self::AveragePay => "Average pay",
            Self::FirstDay => "First day",
            Self::LastDay => "Last day",
            Self::Horizon => "Compared to",
            Self::RatesAsOf => "Rates as of",
            Self::Hours => "Paid hours a year",
            Self::PayPeriods => "Pay periods from",
            Self::Discount => "Discount rate",
            Self::HourlyRate => "Hourly rate",
            Self::Fte => "FTE",
        }
    }

    /// Whether it stands under "More assumptions", folded away at first.
    #[must_use]
    pub fn is_folded_away(self) -> bool {
        matches!(
            self,
            Self::FirstDay
                | Self::LastDay
                | Self::Horizon
                | Self::RatesAsOf
                | Self::Hours
                | Self::PayPeriods
                | Self::Discount
        )
    }
}
