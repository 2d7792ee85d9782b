//! What a figure is made of: the offers it shows, in their parts, and the time it covers.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::Origin;
use super::money::Money;
use super::names::{Names, names};
use super::phrases::counted;
use crate::costing::report::{GapFigures, OfferFigures};
use crate::costing::results::{OfferResults, Results};
use crate::explore::banding::Banding;
use crate::figure::Role;
use crate::figure::offer_words::role_of;
use crate::scenario::{Offer, OfferId, People, Scenario, Status};
use crate::units::{Date, text};

/// A scenario, its results and the offers one figure shows.
pub struct Case<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) results: &'a Results,
    /// A, B, the edited one, then others.
    pub(crate) shown: Vec<Shown<'a>>,
    /// The full names of offers the figure has no room for.
    pub(crate) left_out: Vec<String>,
    pub(crate) money: Money<'a>,
    /// Whether the average employee stands in for one of a group too small to be shown.
    pub(crate) average_stands_in: bool,
    /// What joining groups too small to be shown changes, where there are any.
    pub(crate) banding: Option<&'a Banding>,
    /// The scenario with every group as it is, where groups are joined in `scenario`.
    pub(crate) unjoined: Option<&'a Scenario>,
}

/// An offer of a figure.
pub struct Shown<'a> {
    pub(crate) offer: &'a Offer,
    pub(crate) results: &'a OfferResults,
    pub(crate) role: Role,
    pub(crate) names: Names,
}

/// How offers are named: within a sentence, or in full.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Headline,
    Full,
}

/// A, B and what lies between them.
pub struct Pair<'c, 'a> {
    pub(crate) a: &'c Shown<'a>,
    pub(crate) b: &'c Shown<'a>,
    pub(crate) gap: &'a GapFigures,
}

impl<'a> Shown<'a> {
    pub fn name(&self, named: Named) -> &str {
        match named {
            Named::Headline => &self.names.headline,
            Named::Full => &self.names.spoken,
        }
    }

    pub fn figures(&self) -> &'a OfferFigures {
        &self.results.figures
    }
}

impl<'a> Case<'a> {
    /// Chooses at most `most` offers; beside A, B and the edited one, a chart has room for one.
    pub fn new(
        scenario: &'a Scenario,
        results: &'a Results,
        most: usize,
        origin: Origin<'a>,
    ) -> Self {
        let names = names(&scenario.offers, &scenario.figures);
        let mut shown: Vec<Shown<'a>> = scenario
            .offers
            .iter()
            .zip(names)
            .filter_map(|(offer, names)| {
                Some(Shown {
                    offer,
                    results: results.of(&offer.id)?,
                    role: role_of(scenario, &offer.id),
                    names,
                })
            })
            .collect();
        // Two offers under one id share its results: a scenario that breaks the rule shows one.
        let mut seen = HashSet::new();
        shown.retain(|shown| seen.insert(&shown.offer.id));
        fill_vacant_parts(&mut shown);
        // An offer its side has replaced gives way to every other; a chart leaves it to the history.
        shown.sort_by_key(|shown| (place_of(shown.role), is_replaced(scenario, shown)));
        let compares = most > super::MOST_DRAWN;
        let others = if compares { most } else { 1 };
        let parts = shown.iter().filter(|one| one.role != Role::Other).count();
        let standing = shown
            .iter()
            .filter(|shown| compares || !is_replaced(scenario, shown));
        let room = most.min(parts + others).min(standing.count());
        let left_out = shown.split_off(room);
        Self {
            scenario,
            results,
            shown,
            left_out: left_out.into_iter().map(|one| one.names.full).collect(),
            money: Money::of(scenario, origin.banding),
            average_stands_in: origin.average_stands_in,
            banding: origin.banding,
            unjoined: origin.unjoined,
        }
    }

    /// The offer in a part.
    pub fn of(&self, role: Role) -> Option<&Shown<'a>> {
        self.shown.iter().find(|shown| shown.role == role)
    }

    /// A and B, where the scenario compares two offers.
    pub fn pair(&self) -> Option<Pair<'_, 'a>> {
        let gap = self.results.gap.as_ref()?;
        let find = |id: &OfferId| self.shown.iter().find(|shown| shown.offer.id == *id);
        let (a, b) = (find(&gap.a)?, find(&gap.b)?);
        (a.offer.id != b.offer.id).then_some(Pair { a, b, gap })
    }

    /// The offers a headline speaks of: A and B where there are both, else all that are shown.
    pub fn spoken_of(&self) -> impl Iterator<Item = &Shown<'a>> {
        let pair = self
            .pair()
            .map(|pair| [pair.a, pair.b].map(|one| &one.offer.id));
        self.shown.iter().filter(move |shown| match pair {
            Some(ids) => ids.contains(&&shown.offer.id),
            None => true,
        })
    }

    /// The offers in the order they are drawn, the edited one on top.
    pub fn drawn(&self) -> Vec<&Shown<'a>> {
        let mut drawn: Vec<&Shown<'a>> = self.shown.iter().collect();
        drawn.sort_by_key(|shown| shown.role != Role::Other);
        drawn
    }

    /// The first day of the term.
    pub fn first(&self) -> Date {
        self.scenario.term.first_day
    }

    /// The day after the last one counted.
    pub fn end(&self) -> Date {
        self.results.horizon.plus_days(1)
    }

    /// `Oct 1, 2025 – Sep 30, 2029`.
    pub fn period(&self) -> String {
        format!(
            "{} \u{2013} {}",
            text::day(self.first()),
            text::day(self.results.horizon)
        )
    }

    /// `62,000 full-time equivalents`.
    pub fn population(&self) -> String {
        match self.results.fte {
            Some(fte) => counted(fte, "full-time equivalent"),
            None => match self.headcount() {
                Some(heads) => counted(Decimal::from(heads), "employee"),
                None => "full-time equivalents not known".to_owned(),
            },
        }
    }

    /// Everyone, where every headcount is known.
    fn headcount(&self) -> Option<u64> {
        match &self.scenario.workforce.people {
            People::Summary { headcount, .. } => headcount.get(),
            people => {
                let groups = people.groups().filter(|groups| !groups.is_empty())?;
                groups
                    .iter()
                    .try_fold(0_u64, |sum, group| sum.checked_add(group.headcount.get()?))
            }
        }
    }

    /// Measure and unit, then population and period.
    pub fn subtitle(&self, measure: &str) -> String {
        format!("{measure}, {}, {}", self.population(), self.period())
    }
}

/// Whether an offer without a part has been passed and followed by another of its side.
fn is_replaced(scenario: &Scenario, shown: &Shown<'_>) -> bool {
    let Status::Passed(own) = &shown.offer.status else {
        return false;
    };
    shown.role == Role::Other
        && scenario.offers.iter().any(|offer| match &offer.status {
            Status::Passed(later) => offer.side == shown.offer.side && own.order() < later.order(),
            _ => false,
        })
}

/// Where nothing is compared, the first offers without a part take the looks of A and B.
fn fill_vacant_parts(shown: &mut [Shown<'_>]) {
    if shown
        .iter()
        .any(|one| matches!(one.role, Role::A | Role::B))
    {
        return;
    }
    let without = shown.iter_mut().filter(|one| one.role == Role::Other);
    for (one, role) in without.zip([Role::A, Role::B]) {
        one.role = role;
    }
}

fn place_of(role: Role) -> u8 {
    match role {
        Role::A => 0,
        Role::B => 1,
        Role::Edited => 2,
        _ => 3,
    }
}
