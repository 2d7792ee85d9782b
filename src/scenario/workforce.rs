//! Who is paid: a summary, or groups on wage scales.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ScopeKey;
use crate::units::digits::bare;
use crate::units::{Date, Fte, HourlyRate, Known, Money};

/// The workforce and how its rates are kept (METHOD.md "What the figures rest on").
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workforce {
    /// The day the rates are taken from: baseline raises on or before it are already in them.
    pub rates_as_of: Date,
    /// What a rate is paid for.
    #[serde(default, skip_serializing_if = "RateUnit::is_hour")]
    pub rate_unit: RateUnit,
    /// How a rate is rounded after each clause.
    pub rounding: Rounding,
    pub people: People,
    /// Wage scales that groups stand on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<Scale>,
    /// Career ladders of wage scales.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ladders: Vec<Ladder>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// What a rate is paid for, by a full-time employee.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RateUnit {
    /// An hour: wages.
    #[default]
    Hour,
    /// A month: salaries.
    Month,
    /// A year: salaries.
    Year,
}

impl RateUnit {
    /// The name used in files and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hour => "Hour",
            Self::Month => "Month",
            Self::Year => "Year",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands fields over by reference"
    )]
    fn is_hour(&self) -> bool {
        *self == Self::Hour
    }
}

/// How a rate is rounded after each clause (METHOD.md "What the figures rest on").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rounding {
    /// To the cent, half away from zero: what payroll does with real rates.
    Cent,
    /// To the dollar, half away from zero: what payroll does with salaries.
    Dollar,
    /// Not at all: an average is no real rate.
    None,
}

/// The people, by as much detail as is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum People {
    /// Totals only. Annual pay is primary; the rate follows from it.
    Summary {
        /// Employees.
        headcount: Known<u64>,
        /// Full-time equivalents of all of them together.
        fte: Known<Fte>,
        /// Average annual pay of a full-time employee (1.0 FTE), dollars.
        average_annual_pay: Known<Money>,
    },
    /// Groups of employees at one rate each.
    Groups(Vec<Group>),
    /// Groups kept in a table beside the scenario's file.
    Table {
        /// The table's file, a bare name in the scenario's folder.
        file: String,
        /// SHA-256 of the table's bytes, 64 hexadecimal digits.
        sha256: String,
        /// The groups, once the table has been read and has this hash.
        #[serde(skip)]
        groups: TableGroups,
    },
}

/// The groups of a table beside the scenario, where they have been read. They are what the table's hash
/// stands for, so two tables are equal when file and hash are.
#[derive(Debug, Clone, Default)]
pub struct TableGroups(Option<Arc<ReadTable>>);

#[derive(Debug)]
struct ReadTable {
    groups: Vec<Group>,
    own_text: Option<Vec<u8>>,
}

impl TableGroups {
    /// Groups that were read.
    #[must_use]
    pub fn read(groups: Vec<Group>) -> Self {
        Self::with_text(groups, None)
    }

    /// Groups that were read from a table in somebody else's hand: its text goes wherever the scenario goes,
    /// because the hash is that of the text.
    #[must_use]
    pub fn with_text(groups: Vec<Group>, own_text: Option<Vec<u8>>) -> Self {
        Self(Some(Arc::new(ReadTable { groups, own_text })))
    }

    /// The table's own text, where it isn't the one this program would write.
    #[must_use]
    pub fn own_text(&self) -> Option<&[u8]> {
        self.0.as_ref()?.own_text.as_deref()
    }

    /// The groups; none while the table isn't read: missing, changed outside, or not looked for yet.
    #[must_use]
    pub fn get(&self) -> Option<&[Group]> {
        self.0.as_ref().map(|read| read.groups.as_slice())
    }
}

impl PartialEq for TableGroups {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl People {
    /// The groups, in the scenario or in its table; none for a summary and for a table that isn't read.
    #[must_use]
    pub fn groups(&self) -> Option<&[Group]> {
        match self {
            Self::Groups(groups) => Some(groups),
            Self::Table { groups, .. } => groups.get(),
            Self::Summary { .. } => None,
        }
    }

    /// The groups there are: none of a summary, nor of a table that isn't read.
    #[must_use]
    pub fn read_groups(&self) -> &[Group] {
        match self.groups() {
            Some(groups) => groups,
            None => &[],
        }
    }

    /// Whether it is a table whose groups aren't there.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        matches!(self, Self::Table { groups, .. } if groups.get().is_none())
    }
}

/// Employees with one rate and the same scope keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What the group is called; unique.
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Step of the wage scale, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u32>,
    /// The day it moves to the next step. A group on a scale without one is spread evenly over the
    /// months of its step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<Date>,
    /// Employees.
    pub headcount: Known<u64>,
    /// Full-time equivalents of the whole group together.
    pub fte: Known<Fte>,
    /// Rate on the workforce's as-of date. A group on a scale has that of its step, and need not say it.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare"
    )]
    pub rate: Option<Known<HourlyRate>>,
}

/// A wage scale: its steps from the lowest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// What it is called; unique.
    pub name: String,
    /// Its steps, from the first.
    pub steps: Vec<ScaleStep>,
}

/// A step of a wage scale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleStep {
    /// Its rate on the workforce's as-of date.
    pub rate: Known<HourlyRate>,
    /// Months until the next step, 12 where absent; the top step has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
}

/// A career ladder: wage scales of jobs that follow each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// What it is called; unique.
    pub name: String,
    /// Its scales, from the lowest.
    pub scales: Vec<String>,
}

impl ScaleStep {
    /// Months on a step where the file says nothing.
    pub const USUAL_MONTHS: u32 = 12;
}

impl Scale {
    /// Months on a step, counted from 1, until the next; `None` on the top step.
    #[must_use]
    pub fn months_on(&self, step: usize) -> Option<u32> {
        let one = self.steps.get(step.checked_sub(1)?)?;
        (step < self.steps.len()).then_some(one.months.unwrap_or(ScaleStep::USUAL_MONTHS))
    }

    /// The rate of a step, counted from 1.
    #[must_use]
    pub fn rate_of(&self, step: u32) -> Option<Known<HourlyRate>> {
        let at = usize::try_from(step).ok()?.checked_sub(1)?;
        Some(self.steps.get(at)?.rate)
    }
}

impl Workforce {
    /// The groups; `None` for a summary, and for a table that isn't read.
    #[must_use]
    pub fn groups(&self) -> Option<&[Group]> {
        self.people.groups()
    }

    /// The groups there are: none of a summary, nor of a table that isn't read.
    #[must_use]
    pub fn read_groups(&self) -> &[Group] {
        self.people.read_groups()
    }

    /// The wage scale of this name.
    #[must_use]
    pub fn scale(&self, name: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.name == name)
    }

    /// A group's rate on the as-of date: its own, else that of the step it stands on.
    #[must_use]
    pub fn rate_of(&self, group: &Group) -> Known<HourlyRate> {
        let of_step = || self.scale(group.scale.as_deref()?)?.rate_of(group.step?);
        group.rate.or_else(of_step).unwrap_or(Known::Unknown)
    }

    /// The names of the ladders a group's scale is in.
    pub fn ladders_of<'a>(&'a self, group: &'a Group) -> impl Iterator<Item = &'a str> {
        let on = |ladder: &&Ladder| {
            let scale = group.scale.as_ref();
            scale.is_some_and(|own| ladder.scales.contains(own))
        };
        let on = self.ladders.iter().filter(on);
        on.map(|ladder| ladder.name.as_str())
    }

    /// The names that some group has under a scope key, each once, in order of appearance.
    #[must_use]
    pub fn names_under(&self, key: ScopeKey) -> Vec<&str> {
        let mut seen = HashSet::new();
        let mut names = Vec::new();
        for group in self.read_groups() {
            let mut note = |name| {
                if seen.insert(name) {
                    names.push(name);
                }
            };
            match key {
                ScopeKey::Ladder => self.ladders_of(group).for_each(note),
                key => {
                    if let Some(name) = group.name_under(key) {
                        note(name);
                    }
                }
            }
        }
        names
    }
}

impl Group {
    /// The group's own name under a scope key; none for a ladder, which its scale belongs to.
    #[must_use]
    pub fn name_under(&self, key: ScopeKey) -> Option<&str> {
        match key {
            ScopeKey::Market => self.market.as_deref(),
            ScopeKey::Unit => self.unit.as_deref(),
            ScopeKey::Job => self.job.as_deref(),
            ScopeKey::Scale => self.scale.as_deref(),
            ScopeKey::Ladder => None,
            ScopeKey::Group => Some(&self.name),
        }
    }
}

/// A shared workforce stands in the file as itself.
pub(super) mod by_value {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Workforce;

    pub fn serialize<S: Serializer>(
        workforce: &Arc<Workforce>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        workforce.as_ref().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<Workforce>, D::Error> {
        Workforce::deserialize(deserializer).map(Arc::new)
    }
}
