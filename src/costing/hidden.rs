//! When pay can't be told: what an unpublished raise or rate hides, for whom and from when to when
//! (METHOD.md "What the figures rest on").

use std::collections::BTreeMap;

use super::clock::Ticks;
use super::cohorts::{Cohorts, ScaleCopy};
use super::effects::{Effect, Minimum, Pool};
use super::follow::stages;
use super::schedule::{Event, merged};
use crate::scenario::{PayrollMeasured, Ripple};
use crate::units::Date;

/// When the pay of each class can't be told under some clauses.
#[derive(Debug, Clone, Default)]
pub struct Hidden {
    /// By class, and at the end of somebody in no class, for whom only clauses for everyone are; empty where
    /// everything is known, as it mostly is.
    classes: Vec<OfClass>,
    /// The offer's parts of pools and minimums that left the rates of a class unknown: clause, moment, class.
    acts: Vec<(usize, Ticks, usize)>,
}

#[derive(Debug, Clone, Default)]
struct OfClass {
    /// Whether pay or FTE of some of it is unknown at all times.
    is_unknown: bool,
    /// From when to when its rates are unknown.
    spans: Vec<(Ticks, Ticks)>,
    /// When the first clause of the offer takes effect for it: before that it is paid what it was owed.
    starts: Option<Ticks>,
}

impl OfClass {
    fn hides_rates(&self, from: Ticks, to: Ticks) -> bool {
        let mut spans = self.spans.iter();
        spans.any(|(start, end)| *start < to && from < *end)
    }
}

impl Hidden {
    /// What owed raises and an offer's events leave unknown.
    #[must_use]
    pub fn of(cohorts: &Cohorts, baseline: &[Event], events: &[Event]) -> Self {
        let is_whole = !cohorts.classes.iter().any(|class| class.is_unknown);
        let mut chain = baseline.iter().chain(events);
        let hides = |event: &Event| event.comes && matches!(event.effect, Effect::UnknownRate(_));
        if is_whole && !chain.any(hides) {
            return Self::default();
        }
        let all = merged(baseline, events);
        let classes = cohorts.classes.iter().enumerate();
        let mut hidden: Vec<OfClass> = classes
            .map(|(number, class)| OfClass {
                is_unknown: class.is_unknown,
                spans: Vec::new(),
                starts: start_of(cohorts, events, number),
            })
            .collect();
        hidden.push(OfClass::default());
        // From each moment on which a raise for a time ends, pay is what it would be without it.
        let mut acts = Vec::new();
        let stages = stages(&all);
        for (at, (begin, events)) in stages.iter().enumerate() {
            let end = stages.get(at + 1).map_or(Ticks::MAX, |(next, _)| *next);
            let (world, of_world) = world(cohorts, events);
            acts.extend(
                of_world
                    .into_iter()
                    .filter(|(_, at, _)| *begin <= *at && *at < end),
            );
            for (class, from) in hidden.iter_mut().zip(world) {
                if let Some(from) = from.filter(|from| *from < end) {
                    class.spans.push((from.max(*begin), end));
                }
            }
        }
        Self {
            classes: hidden,
            acts,
        }
    }

    /// Whether what a minimum or a part of a pool did to the rates of a class on its day isn't known.
    #[must_use]
    pub fn act(&self, clause: usize, at: Ticks, class: usize) -> bool {
        self.acts.contains(&(clause, at, class))
    }

    /// Whether the rates of a class aren't known throughout a time.
    #[must_use]
    pub fn rates(&self, class: usize, from: Ticks, to: Ticks) -> bool {
        let class = self.classes.get(class);
        class.is_some_and(|class| class.hides_rates(from, to))
    }

    /// When the rates of a class aren't known; of somebody in no class where there is none.
    #[must_use]
    pub fn spans(&self, class: Option<usize>) -> &[(Ticks, Ticks)] {
        let class = match class {
            Some(class) => self.classes.get(class),
            None => self.classes.last(),
        };
        class.map_or(&[], |class| &class.spans)
    }

    /// When the rates of anybody aren't known.
    pub fn all_spans(&self) -> impl Iterator<Item = (Ticks, Ticks)> {
        self.classes
            .iter()
            .flat_map(|class| class.spans.iter().copied())
    }

    /// Whether what a class is paid isn't known throughout a time.
    #[must_use]
    pub fn pay(&self, class: usize, from: Ticks, to: Ticks) -> bool {
        let class = self.classes.get(class);
        class.is_some_and(|class| class.is_unknown || class.hides_rates(from, to))
    }

    /// Whether what a class is paid above the baseline isn't known throughout a time. Before any clause is in
    /// force for it that is nothing, whatever it is paid.
    #[must_use]
    pub fn above(&self, class: usize, from: Ticks, to: Ticks) -> bool {
        let starts = self.classes.get(class).and_then(|class| class.starts);
        starts.is_some_and(|starts| starts < to && self.pay(class, from.max(starts), to))
    }

    /// Whether what everyone is paid isn't known throughout a time.
    #[must_use]
    pub fn any_pay(&self, from: Ticks, to: Ticks) -> bool {
        (0..self.classes.len()).any(|class| self.pay(class, from, to))
    }

    /// Whether what everyone is paid above the baseline isn't known throughout a time.
    #[must_use]
    pub fn any_above(&self, from: Ticks, to: Ticks) -> bool {
        (0..self.classes.len()).any(|class| self.above(class, from, to))
    }

    /// Whether what a scope is paid isn't known throughout a time.
    #[must_use]
    pub fn pay_in(&self, cohorts: &Cohorts, scope: usize, from: Ticks, to: Ticks) -> bool {
        let mut classes = cohorts.classes_in(scope);
        !self.classes.is_empty() && classes.any(|(class, _)| self.pay(class, from, to))
    }
}

/// When the first of an offer's clauses on rates or steps takes effect for a class.
fn start_of(cohorts: &Cohorts, events: &[Event], class: usize) -> Option<Ticks> {
    let counted = events.iter().filter(|event| event.counts);
    let of_rates = counted.filter(|event| match event.effect {
        Effect::Rate(_)
        | Effect::Minimum(_)
        | Effect::Pool(_)
        | Effect::Hold(_)
        | Effect::UnknownRate(_) => true,
        Effect::LumpSum(..)
        | Effect::Dollars(_)
        | Effect::PartDollars(_)
        | Effect::UnknownDollars(_) => false,
    });
    let own = of_rates.filter(|event| applies(cohorts, event, class));
    own.map(|event| event.at).min()
}

/// Whether an event is for a class. A summary is one class, and what needs to see its employees may be for any
/// of them.
fn applies(cohorts: &Cohorts, event: &Event, class: usize) -> bool {
    let is_summary = !cohorts.has_groups && event.unknown().is_some();
    if is_summary || class >= cohorts.classes.len() {
        return is_summary || event.scope == 0;
    }
    cohorts.applies(event.scope, class)
}

/// One thing that happens to rates.
enum Act<'e> {
    Unknown(&'e Event),
    Minimum(&'e Minimum, &'e Event),
    Part(&'e Pool, &'e Event, Ticks),
}

/// From when on each class's rates are unknown under events that all apply, and which minimums and parts of pools
/// did something unknown: clause, moment, class.
fn world(cohorts: &Cohorts, events: &[&Event]) -> (Vec<Option<Ticks>>, Vec<(usize, Ticks, usize)>) {
    let mut acts: Vec<((Date, Date), Act)> = Vec::new();
    for event in events.iter().filter(|event| event.comes) {
        let key = (event.day, event.nominal);
        match &event.effect {
            Effect::UnknownRate(_) => acts.push((key, Act::Unknown(event))),
            Effect::Minimum(minimum) => {
                acts.push((key, Act::Minimum(minimum, event)));
            }
            Effect::Pool(pool) => {
                let parts = pool.tranches.iter().filter(|part| part.comes);
                acts.extend(
                    parts.map(|part| ((part.day, part.nominal), Act::Part(pool, event, part.at))),
                );
            }
            _ => {}
        }
    }
    acts.sort_by_key(|(key, _)| *key);
    // The last is somebody in no class.
    let mut hidden = vec![None; cohorts.classes.len() + 1];
    let mut unknown = Vec::new();
    for (_, act) in acts {
        match act {
            Act::Unknown(event) => {
                for (number, from) in hidden.iter_mut().enumerate() {
                    if applies(cohorts, event, number) {
                        from.get_or_insert(event.at);
                    }
                }
            }
            Act::Minimum(minimum, event) => {
                for class in lifted_unknown(cohorts, minimum, event.scope, &hidden) {
                    if let Some(from) = hidden.get_mut(class) {
                        from.get_or_insert(event.at);
                    }
                }
                if let Some(clause) = event.clause {
                    let own = cohorts.classes_in(event.scope).map(|(class, _)| class);
                    let own = own.filter(|class| hidden.get(*class).is_some_and(Option::is_some));
                    unknown.extend(own.map(|class| (clause, event.at, class)));
                }
            }
            Act::Part(pool, event, at) => {
                if !hides_part(cohorts, pool, event.scope, &hidden, (at, event.at)) {
                    continue;
                }
                let alone = (event.scope == 0).then_some(cohorts.classes.len());
                let own = cohorts.classes_in(event.scope).map(|(class, _)| class);
                for class in own.chain(alone) {
                    if let Some(from) = hidden.get_mut(class) {
                        from.get_or_insert(at);
                    }
                    unknown.extend(event.clause.map(|clause| (clause, at, class)));
                }
            }
        }
    }
    (hidden, unknown)
}

/// Whether what a part of a pool adds can't be told: the payroll it is of, or that of its target.
fn hides_part(
    cohorts: &Cohorts,
    pool: &Pool,
    scope: usize,
    hidden: &[Option<Ticks>],
    (at, first): (Ticks, Ticks),
) -> bool {
    let unknown = |scope: usize, eve: Option<Ticks>| {
        cohorts.classes_in(scope).any(|(number, class)| {
            let from = hidden.get(number).copied().flatten();
            class.is_unknown || from.zip(eve).is_some_and(|(from, eve)| from < eve)
        })
    };
    let measured = match pool.measured {
        PayrollMeasured::Today => None,
        PayrollMeasured::Eve => Some(first),
    };
    unknown(pool.payroll_of, measured) || unknown(scope, Some(at))
}

/// The classes on higher scales of a ladder whose first job's rates are unknown: what lifts it lifts them.
fn lifted_unknown(
    cohorts: &Cohorts,
    minimum: &Minimum,
    scope: usize,
    hidden: &[Option<Ticks>],
) -> Vec<usize> {
    let mut found = Vec::new();
    if minimum.ripple == Ripple::FirstStepOnly {
        return found;
    }
    for ladder in &cohorts.ladders {
        let ranked = || {
            let copies = cohorts.copies.iter();
            let own = copies.filter(|copy| cohorts.applies(scope, copy.class));
            own.filter_map(|copy: &ScaleCopy| {
                let rank = ladder.iter().position(|scale| *scale == copy.scale)?;
                Some((cohorts.market_of(copy.class), rank, copy.class))
            })
        };
        // By market: the first job's rank, and whether its rates are unknown.
        let mut firsts: BTreeMap<Option<&str>, (usize, bool)> = BTreeMap::new();
        for (market, rank, class) in ranked() {
            let is_hidden = hidden.get(class).copied().flatten().is_some();
            let first = firsts.entry(market).or_insert((rank, is_hidden));
            if rank < first.0 {
                *first = (rank, is_hidden);
            } else if rank == first.0 {
                first.1 |= is_hidden;
            }
        }
        let higher = ranked().filter(|(market, rank, _)| {
            let first = firsts.get(market).copied();
            first.is_some_and(|(first, is_hidden)| is_hidden && *rank > first)
                && minimum.of(*market).is_some()
        });
        found.extend(higher.map(|(_, _, class)| class));
    }
    found
}
