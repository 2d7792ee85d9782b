//! The rules a scenario keeps beyond what its types can say.
//!
//! A finding names its place as steps through the file, so that `files` can give line and column, and carries
//! what is wrong as a [`Fault`], not in words. Whoever prints it says both.

mod clauses;
mod cola;
mod limits;
mod names;
mod people;
mod presentation;
mod scales;
mod scopes;
pub(crate) mod similar;
mod statements;
mod terms;
mod texts;
mod time;

use std::collections::{HashMap, HashSet};

use super::fault::{Fault, Length, NameFault, Named, OfferFault, TimeFault};
use super::{Offer, OfferId, Scenario, Status, VERSION};
use crate::units::TimeOfDay;
use names::Names;

/// Something wrong or doubtful in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether it stops costing.
    pub(crate) severity: Severity,
    pub(crate) place: FieldPath,
    pub fault: Fault,
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario can't be costed until it is mended.
    Error,
    /// It can be costed; the figures may not mean what they seem to.
    Warning,
}

/// A place in a scenario, from the whole inwards: `offers[1].clauses[2].date`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct FieldPath(pub Vec<PathPart>);

/// One step inwards. The name of a choice, such as `Percent(…)`, is no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathPart {
    /// A field by its name in the file.
    Field(&'static str),
    /// An entry of a list, from 0.
    Index(usize),
}

impl FieldPath {
    /// The place of a field of the whole scenario.
    #[must_use]
    pub fn of(field: &'static str) -> Self {
        Self(vec![PathPart::Field(field)])
    }

    /// The place of a field within this place.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        self.and(PathPart::Field(field))
    }

    /// The place of a list's entry within this place, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.and(PathPart::Index(index))
    }

    fn and(&self, step: PathPart) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

/// The most findings of one severity kept; a scenario with more has one cause.
const MOST_KEPT: usize = 2_000;

/// The most wrong names for which a similar one is looked for.
const MOST_SUGGESTED: usize = 12;

/// What has been found so far.
#[derive(Default)]
struct Findings {
    all: Vec<Finding>,
    errors: usize,
    warnings: usize,
    suggested: usize,
    /// How many names and groups had to be looked at one by one: what grows if a list is searched
    /// again for each of its entries.
    looked_at: usize,
}

impl Findings {
    fn error(&mut self, place: FieldPath, fault: impl Into<Fault>) {
        self.push(Severity::Error, place, fault.into());
    }

    fn warning(&mut self, place: FieldPath, fault: impl Into<Fault>) {
        self.push(Severity::Warning, place, fault.into());
    }

    fn push(&mut self, severity: Severity, place: FieldPath, fault: Fault) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= MOST_KEPT {
            self.all.push(Finding {
                severity,
                place,
                fault,
            });
        }
    }

    /// How many errors there are, those not kept included.
    fn errors(&self) -> usize {
        self.errors
    }

    fn looked_at(&mut self, names: usize) {
        self.looked_at = self.looked_at.saturating_add(names);
    }

    /// Whether one more wrong name may be given a similar one.
    fn may_suggest(&mut self) -> bool {
        self.suggested += 1;
        self.suggested <= MOST_SUGGESTED
    }
}

/// Checks every rule; an empty list means that the scenario can be costed and nothing in it is
/// doubtful. Never stops at the first finding.
#[must_use]
pub fn validate(scenario: &Scenario) -> Vec<Finding> {
    findings(scenario).all
}

fn findings(scenario: &Scenario) -> Findings {
    let mut found = Findings::default();
    if scenario.version != VERSION {
        found.error(FieldPath::of("version"), Fault::Version(scenario.version));
    }
    if !limits::check(scenario, &mut found) {
        return found;
    }
    let names = Names::of(scenario);
    time::term(scenario, &mut found);
    time::pay_periods(scenario, &mut found);
    time::rates(scenario, &mut found);
    if let Some(inflation) = &scenario.inflation {
        time::price_index(inflation, &mut found);
    }
    people::check(scenario, &names, &mut found);
    texts::check(scenario, &mut found);
    presentation::check(scenario, &mut found);
    compared_offers(scenario, &names, &mut found);
    for (at, clause) in scenario.baseline.iter().enumerate() {
        clauses::in_baseline(scenario, &names, clause, at, &mut found);
    }
    passed_at_once(scenario, &mut found);
    let mut ids = HashSet::new();
    for (at, offer) in scenario.offers.iter().enumerate() {
        one_offer(scenario, &names, offer, at, &mut ids, &mut found);
    }
    sources(scenario, &names, &mut found);
    statements::check(scenario, &names, &mut found);
    found
}

/// A, B and the counter name offers of the scenario, A and B two different ones.
fn compared_offers(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    for (field, named) in [
        ("a", &scenario.a),
        ("b", &scenario.b),
        ("counter", &scenario.counter),
    ] {
        let Some(OfferId(id)) = named else { continue };
        if !names.offers.has(id) {
            let unknown = names.offers.unknown(Named::Offer, id, found);
            found.error(FieldPath::of(field), unknown);
        }
    }
    if let (Some(a), Some(b)) = (&scenario.a, &scenario.b)
        && a == b
    {
        found.error(
            FieldPath::of("b"),
            OfferFault::ComparedWithItself(a.clone()),
        );
    }
}

/// Movement is told from a side's last passed offer: of two passed at the same time neither is the last.
fn passed_at_once(scenario: &Scenario, found: &mut Findings) {
    let mut before: HashMap<_, &Offer> = HashMap::new();
    let mut on_the_day: HashMap<_, &Offer> = HashMap::new();
    for (at, offer) in scenario.offers.iter().enumerate() {
        let Status::Passed(moment) = &offer.status else {
            continue;
        };
        let time = moment.at.as_deref().and_then(TimeOfDay::parse);
        let side = offer.side.name();
        let other_kind = on_the_day.get(&(side, moment.on, time.is_none()));
        if let Some(other) = other_kind {
            let other = other.name.clone();
            let place = FieldPath::of("offers").index(at).field("status");
            let is_later = time.is_some();
            found.warning(place, OfferFault::PassedWithoutTime { other, is_later });
        }
        on_the_day.insert((side, moment.on, time.is_some()), offer);
        if let Some(earlier) = before.insert((side, moment.on, time), offer) {
            let earlier = earlier.name.clone();
            let place = FieldPath::of("offers").index(at).field("status");
            found.warning(place, OfferFault::PassedTogether { earlier });
        }
    }
}

fn one_offer<'a>(
    scenario: &Scenario,
    names: &Names<'_>,
    offer: &'a Offer,
    at: usize,
    ids: &mut HashSet<&'a str>,
    found: &mut Findings,
) {
    let place = FieldPath::of("offers").index(at);
    if offer.id.0.trim().is_empty() {
        found.error(place.field("id"), NameFault::Missing(Named::Offer));
    } else if !ids.insert(&offer.id.0) {
        let taken = NameFault::Taken(Named::Offer, offer.id.0.clone());
        found.error(place.field("id"), taken);
    }
    let first = scenario.term.first_day;
    if let Some(last) = offer.last_day {
        if last < first {
            found.error(
                place.field("last_day"),
                OfferFault::EndsFirst { last, first },
            );
        }
        if time::is_too_long(first, last) {
            found.error(
                place.field("last_day"),
                TimeFault::TooLong {
                    what: Length::OffersTerm,
                    first,
                },
            );
        }
    }
    time::rule(scenario, offer.effective, place.field("effective"), found);
    if let Some(at) = offer
        .status
        .moment()
        .and_then(|moment| moment.at.as_deref())
        && TimeOfDay::parse(at).is_none()
    {
        found.error(
            place.field("status").field("at"),
            OfferFault::NotATimeOfDay(at.to_owned()),
        );
    }
    if matches!(offer.status, Status::Passed(_) | Status::Agreed(_)) && !offer.shared {
        found.warning(
            place.field("status"),
            OfferFault::NotShared(offer.status.clone()),
        );
    }
    for (n, clause) in offer.clauses.iter().enumerate() {
        let place = place.field("clauses").index(n);
        clauses::in_offer(scenario, names, offer, clause, &place, found);
    }
}

/// Every source named is listed, once.
fn sources(scenario: &Scenario, names: &Names<'_>, found: &mut Findings) {
    let mut ids = HashSet::new();
    for (at, source) in scenario.sources.iter().enumerate() {
        let place = FieldPath::of("sources").index(at).field("id");
        if source.id.trim().is_empty() {
            found.error(place, NameFault::Missing(Named::Source));
        } else if !ids.insert(source.id.as_str()) {
            found.error(place, NameFault::Taken(Named::Source, source.id.clone()));
        }
    }
    for (at, offer) in scenario.offers.iter().enumerate() {
        let place = FieldPath::of("offers").index(at).field("sources");
        for (n, id) in offer.sources.iter().enumerate() {
            clauses::source(names, id, place.index(n), found);
        }
    }
    for (at, assumption) in scenario.assumptions.iter().enumerate() {
        let place = FieldPath::of("assumptions").index(at).field("sources");
        for (n, id) in assumption.sources.iter().enumerate() {
            clauses::source(names, id, place.index(n), found);
        }
    }
}

#[cfg(test)]
mod tests;
