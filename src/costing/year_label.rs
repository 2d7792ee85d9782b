//! How years are cut, and which year a figure is of.

/// How years are cut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum YearKind {
    /// From the term's first day.
    #[default]
    Contract,
    /// From January.
    Calendar,
    /// From the first of this month, 1 to 12; named by the calendar year it ends in.
    Fiscal(i8),
}

/// Which block of twelve months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearLabel {
    /// How years are cut.
    pub(crate) kind: YearKind,
    /// A contract year's number from 1; else the calendar year it is named by.
    pub(crate) number: i32,
    /// Whether the term cuts it.
    pub cut: bool,
}
