//! What a report's reasons and years are called. Every output takes its words from here.

use super::effects::Unknown;
use super::not_costed::{NotCosted, Unpublished};
use super::undefined::Why;
use super::year_label::{YearKind, YearLabel};

impl YearLabel {
    /// In words: `Year 1`, `Fiscal 2027 (cut by the term)`.
    #[must_use]
    pub fn in_words(self) -> String {
        let cut = if self.cut { " (cut by the term)" } else { "" };
        format!("{}{cut}", self.name())
    }

    /// The same without a word on what the term cuts.
    #[must_use]
    pub fn name(self) -> String {
        match self.kind {
            YearKind::Contract => format!("Year {}", self.number),
            YearKind::Calendar => format!("Calendar {}", self.number),
            YearKind::Fiscal(_) => format!("Fiscal {}", self.number),
        }
    }
}

impl NotCosted {
    /// In words: `unknown: the size of the LumpSum of 2026-10-01`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Workforce { what, group } => {
                let what = match what {
                    Unpublished::Headcount => "headcount",
                    Unpublished::Fte => "full-time equivalents",
                    Unpublished::Pay => "average annual pay",
                    Unpublished::Rate => "rate",
                };
                let whose = group.as_deref().unwrap_or("the workforce");
                format!("unknown: {what} of {whose}")
            }
            Self::Table { file } => {
                format!("unknown: the groups in {file} beside the scenario")
            }
            Self::Clause {
                clause: None, date, ..
            } => format!("unknown: the raise of {date} in the baseline"),
            Self::Clause {
                kind, date, why, ..
            } => {
                let kind = kind.name();
                match why {
                    Unknown::Unpublished => format!("unknown: the size of the {kind} of {date}"),
                    Unknown::NeedsGroups => {
                        format!("the {kind} of {date} needs groups, and the workforce is a summary")
                    }
                    Unknown::NoIndex(month) => {
                        let month = month.year_month();
                        format!("the {kind} of {date} needs the price index of {month}")
                    }
                }
            }
        }
    }
}

impl Why {
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::OnlyDollars => "the only raises for everyone are in dollars",
            Self::OfNothing => "it would be a share of nothing",
            Self::Absurd => "it is beyond a million percent",
            Self::DiscountRate => "the discount rate leaves nothing to divide by",
            Self::NoHours => "the employee works no hours",
            Self::NotWithinTerm => "it is not reached within the term",
            Self::NoDistance => "the two offers cost the same",
        }
    }
}
