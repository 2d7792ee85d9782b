//! The rules a scenario keeps beyond what its types can say.
//!
//! A finding names its place as steps through the file, so that `files` can give line and column,
//! and says what is wrong and what to do. Whoever prints it adds the place in words.

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

use super::{Offer, OfferId, Scenario, Status, VERSION};
use crate::units::TimeOfDay;
use names::Names;

/// Something wrong or doubtful in a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether it stops costing.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong and what to do, without the place.
    pub message: String,
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
pub struct Place(pub Vec<Step>);

/// One step inwards. The name of a choice, such as `Percent(…)`, is no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// A field by its name in the file.
    Field(&'static str),
    /// An entry of a list, from 0.
    Index(usize),
}

impl Place {
    /// The place of a field of the whole scenario.
    #[must_use]
    pub fn of(field: &'static str) -> Self {
        Self(vec![Step::Field(field)])
    }

    /// The place of a field within this place.
    #[must_use]
    pub fn field(&self, field: &'static str) -> Self {
        self.and(Step::Field(field))
    }

    /// The place of a list's entry within this place, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.and(Step::Index(index))
    }

    fn and(&self, step: Step) -> Self {
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
    fn error(&mut self, place: Place, message: impl Into<String>) {
        self.push(Severity::Error, place, message.into());
    }

    fn warning(&mut self, place: Place, message: impl Into<String>) {
        self.push(Severity::Warning, place, message.into());
    }

    fn push(&mut self, severity: Severity, place: Place, message: String) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= MOST_KEPT {
            self.all.push(Finding {
                severity,
                place,
                message,
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
        let message = format!(
            "the file's version is {}; this program reads and writes version {VERSION}. Write \
             version: {VERSION}, or update the program",
            scenario.version
        );
        found.error(Place::of("version"), message);
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
            let advice = names.offers.advice(id, "offers are", found);
            let message = format!("no offer has the id \"{id}\"; {advice}");
            found.error(Place::of(field), message);
        }
    }
    if let (Some(a), Some(b)) = (&scenario.a, &scenario.b)
        && a == b
    {
        let message = format!("A and B are both \"{a}\"; choose two different offers to compare");
        found.error(Place::of("b"), message);
    }
}

/// Movement is told from a side's last passed offer: of two passed at the same time neither is the last.
fn passed_at_once(scenario: &Scenario, found: &mut Findings) {
    let mut before: HashMap<_, &Offer> = HashMap::new();
    for (at, offer) in scenario.offers.iter().enumerate() {
        let Status::Passed(moment) = &offer.status else {
            continue;
        };
        let time = moment.at.as_deref().and_then(TimeOfDay::parse);
        let side = offer.side.name();
        if let Some(earlier) = before.insert((side, moment.on, time), offer) {
            let message = format!(
                "the offer was passed at the same time as \"{}\"; the one further down the list \
                 counts as the last. Give both a time of day, or change their order",
                earlier.name
            );
            let place = Place::of("offers").index(at).field("status");
            found.warning(place, message);
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
    let place = Place::of("offers").index(at);
    if offer.id.0.trim().is_empty() {
        found.error(
            place.field("id"),
            "the id is empty; give the offer a short name of its own, such as \"union-2\"",
        );
    } else if !ids.insert(&offer.id.0) {
        let message = format!(
            "another offer already has the id \"{}\"; give this one its own",
            offer.id
        );
        found.error(place.field("id"), message);
    }
    let first = scenario.term.first_day;
    if let Some(last) = offer.last_day {
        if last < first {
            let message = format!(
                "the offer's last day, {last}, lies before the term's first day, {first}; \
                 correct it, or leave it out to use the term's last day"
            );
            found.error(place.field("last_day"), message);
        }
        if time::is_too_long(first, last) {
            found.error(
                place.field("last_day"),
                time::too_long("offer's term", first),
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
        let message = format!(
            "\"{at}\" is no time of day; write it like \"14:32\" or \"2:32 pm\", or leave it out"
        );
        found.error(place.field("status").field("at"), message);
    }
    if matches!(offer.status, Status::Passed(_) | Status::Agreed(_)) && !offer.shared {
        let message = format!(
            "the offer is {}, so the other side has seen it, but it isn't marked as shared; \
             write shared: true",
            offer.status.name()
        );
        found.warning(place.field("status"), message);
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
        let place = Place::of("sources").index(at).field("id");
        if source.id.trim().is_empty() {
            found.error(
                place,
                "the id is empty; give the source a short name of its own",
            );
        } else if !ids.insert(source.id.as_str()) {
            let message = format!(
                "another source already has the id \"{}\"; give this one its own",
                source.id
            );
            found.error(place, message);
        }
    }
    for (at, offer) in scenario.offers.iter().enumerate() {
        let place = Place::of("offers").index(at).field("sources");
        for (n, id) in offer.sources.iter().enumerate() {
            clauses::source(names, id, place.index(n), found);
        }
    }
    for (at, assumption) in scenario.assumptions.iter().enumerate() {
        let place = Place::of("assumptions").index(at).field("sources");
        for (n, id) in assumption.sources.iter().enumerate() {
            clauses::source(names, id, place.index(n), found);
        }
    }
}

#[cfg(test)]
mod tests;
