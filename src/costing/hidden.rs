//! When pay can't be told: what an unpublished raise or rate hides, for whom and from when to when
//! (METHOD.md "What the figures rest on").

use std::collections::BTreeMap;

use super::clock::Ticks;
use super::cohorts::{Cohorts, ScaleCopy};
use super::effects::{Effect, Minimum, Pool};
use super::follow::stages;
use super::pool::cap_is_unknown;
use super::schedule::{Event, Order, merged};
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
    /// The same of its rates off the scales, which no ladder lifts.
    plain: Vec<(Ticks, Ticks)>,
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
    /// What owed raises and an offer's events leave unknown. `second_year` is the first day of the second contract
    /// year: up to there raises count in the cap of a pool.
    #[must_use]
    pub fn of(cohorts: &Cohorts, baseline: &[Event], events: &[Event], second_year: Date) -> Self {
        let is_whole = !cohorts.classes.iter().any(|class| class.is_unknown)
            && !cohorts.copies.iter().any(|copy| copy.lacks_steps);
        let mut chain = baseline.iter().chain(events);
        if is_whole && !chain.any(|event| event.comes && event.hides_rates()) {
            return Self::default();
        }
        let all = merged(baseline, events);
        let parts = owed_parts(baseline, events);
        let classes = cohorts.classes.iter().enumerate();
        let mut hidden: Vec<OfClass> = classes
            .map(|(number, class)| OfClass {
                is_unknown: class.is_unknown,
                spans: Vec::new(),
                plain: Vec::new(),
                starts: start_of(cohorts, events, &parts, number),
            })
            .collect();
        hidden.push(OfClass::default());
        // From each moment on which a raise for a time ends, pay is what it would be without it.
        let mut acts = Vec::new();
        let stages = stages(&all);
        for (at, (begin, events)) in stages.iter().enumerate() {
            let end = stages.get(at + 1).map_or(Ticks::MAX, |(next, _)| *next);
            let world = world(cohorts, events, second_year);
            let of_world = world.acts.into_iter();
            acts.extend(of_world.filter(|(_, at, _)| *begin <= *at && *at < end));
            let span = |from: Option<Ticks>| {
                let from = from.filter(|from| *from < end)?;
                Some((from.max(*begin), end))
            };
            let both = world.rates.into_iter().zip(world.plain);
            for (class, (rates, plain)) in hidden.iter_mut().zip(both) {
                class.spans.extend(span(rates));
                class.plain.extend(span(plain));
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

    /// When somebody's own rate, which stands on no scale, isn't known.
    #[must_use]
    pub fn spans_off_scales(&self, class: Option<usize>) -> &[(Ticks, Ticks)] {
        let class = match class {
            Some(class) => self.classes.get(class),
            None => self.classes.last(),
        };
        class.map_or(&[], |class| &class.plain)
    }

    /// When the rates of anybody aren't known.
    pub fn all_spans(&self) -> impl Iterator<Item = (Ticks, Ticks)> {
        let everyone = self.everyone().iter();
        everyone.flat_map(|class| class.spans.iter().copied())
    }

    /// The classes, without somebody in none.
    fn everyone(&self) -> &[OfClass] {
        self.classes
            .split_last()
            .map_or(&[], |(_, classes)| classes)
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

    /// The same of its rates by themselves, whether or not the pay and FTE of all of the class are known.
    #[must_use]
    pub fn rates_above(&self, class: usize, from: Ticks, to: Ticks) -> bool {
        let starts = self.classes.get(class).and_then(|class| class.starts);
        starts.is_some_and(|starts| starts < to && self.rates(class, from.max(starts), to))
    }

    /// Whether what everyone is paid isn't known throughout a time.
    #[must_use]
    pub fn any_pay(&self, from: Ticks, to: Ticks) -> bool {
        (0..self.everyone().len()).any(|class| self.pay(class, from, to))
    }

    /// Whether what everyone is paid above the baseline isn't known throughout a time.
    #[must_use]
    pub fn any_above(&self, from: Ticks, to: Ticks) -> bool {
        (0..self.everyone().len()).any(|class| self.above(class, from, to))
    }

    /// Whether what a scope is paid isn't known throughout a time.
    #[must_use]
    pub fn pay_in(&self, cohorts: &Cohorts, scope: usize, from: Ticks, to: Ticks) -> bool {
        let mut classes = cohorts.classes_in(scope);
        !self.classes.is_empty() && classes.any(|(class, _)| self.pay(class, from, to))
    }
}

/// When an offer first makes a difference to what a class is paid: by a clause on its rates or steps, or by what
/// any of them makes of a pool that is owed to it.
fn start_of(
    cohorts: &Cohorts,
    events: &[Event],
    parts: &[(usize, Ticks)],
    class: usize,
) -> Option<Ticks> {
    let own = on_pay(events).filter(|event| applies(cohorts, event, class));
    let of_pools = parts
        .iter()
        .filter(|(scope, _)| cohorts.applies(*scope, class));
    own.map(|event| event.at)
        .chain(of_pools.map(|(_, at)| *at))
        .min()
}

/// The parts of pools and the minimums that are owed, by scope and moment, which come after an offer has changed
/// what somebody is paid: what a pool adds depends on that, and by how much a first job lifts its ladder.
fn owed_parts(baseline: &[Event], events: &[Event]) -> Vec<(usize, Ticks)> {
    let Some(earliest) = on_pay(events).map(|event| event.at).min() else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    for event in baseline {
        match &event.effect {
            Effect::Pool(pool) => {
                let later = pool.tranches.iter().filter(|part| part.at > earliest);
                parts.extend(later.map(|part| (event.scope, part.at)));
            }
            Effect::Minimum(_) if event.at >= earliest => parts.push((event.scope, event.at)),
            _ => {}
        }
    }
    parts
}

/// Counted events on rates or steps.
fn on_pay(events: &[Event]) -> impl Iterator<Item = &Event> {
    let counted = events.iter().filter(|event| event.counts);
    counted.filter(|event| match event.effect {
        Effect::Rate(_)
        | Effect::Minimum(_)
        | Effect::Pool(_)
        | Effect::Hold(_)
        | Effect::UnknownRate(_) => true,
        Effect::LumpSum(..)
        | Effect::Dollars(_)
        | Effect::PartDollars(_)
        | Effect::UnknownDollars(_) => false,
    })
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

/// A minimum or a part of a pool that did something unknown: clause, moment, class.
type Unseen = (usize, Ticks, usize);

/// What is unknown under events that all apply.
struct World {
    /// From when on each class's rates are; the last is somebody in no class.
    rates: Vec<Option<Ticks>>,
    /// The same of rates off the scales.
    plain: Vec<Option<Ticks>>,
    /// Which minimums and parts of pools did something unknown.
    acts: Vec<Unseen>,
}

impl World {
    fn hide(&mut self, class: usize, at: Ticks) {
        for rates in [&mut self.rates, &mut self.plain] {
            if let Some(from) = rates.get_mut(class) {
                from.get_or_insert(at);
            }
        }
    }
}

fn world(cohorts: &Cohorts, events: &[&Event], second_year: Date) -> World {
    let mut acts: Vec<(Order, Act)> = Vec::new();
    for event in events.iter().filter(|event| event.comes) {
        let key = event.order(event.day, event.nominal);
        match &event.effect {
            Effect::UnknownRate(_) => acts.push((key, Act::Unknown(event))),
            Effect::Minimum(minimum) => {
                acts.push((key, Act::Minimum(minimum, event)));
            }
            Effect::Pool(pool) => {
                let parts = pool.tranches.iter().filter(|part| part.comes);
                acts.extend(parts.map(|part| {
                    let order = event.order(part.day, part.nominal);
                    (order, Act::Part(pool, event, part.at))
                }));
            }
            _ => {}
        }
    }
    acts.sort_by_key(|(key, _)| *key);
    let nothing = vec![None; cohorts.classes.len() + 1];
    let mut world = World {
        rates: nothing.clone(),
        plain: nothing,
        acts: Vec::new(),
    };
    for (_, act) in acts {
        match act {
            Act::Unknown(event) => {
                for class in 0..=cohorts.classes.len() {
                    if applies(cohorts, event, class) {
                        world.hide(class, event.at);
                    }
                }
            }
            Act::Minimum(minimum, event) => {
                // It goes by every step of a scale, and one of these isn't known.
                for copy in cohorts.copies.iter().filter(|copy| copy.lacks_steps) {
                    let is_met = minimum.of(cohorts.market_of(copy.class)).is_some()
                        && cohorts.applies(event.scope, copy.class);
                    if let Some(from) = world.rates.get_mut(copy.class).filter(|_| is_met) {
                        from.get_or_insert(event.at);
                    }
                }
                let by_ladder = lifted_unknown(cohorts, minimum, event.scope, &world.rates);
                for class in by_ladder {
                    if let Some(from) = world.rates.get_mut(class) {
                        from.get_or_insert(event.at);
                    }
                }
                for (class, _) in cohorts.classes_in(event.scope) {
                    if minimum.hides(cohorts.market_of(class)) {
                        world.hide(class, event.at);
                    }
                }
                // Somebody in no class is in no market.
                if event.scope == 0 && minimum.hides(None) {
                    world.hide(cohorts.classes.len(), event.at);
                }
                if let Some(clause) = event.clause {
                    let own = cohorts.classes_in(event.scope).map(|(class, _)| class);
                    let own =
                        own.filter(|class| world.rates.get(*class).is_some_and(Option::is_some));
                    let own: Vec<_> = own.map(|class| (clause, event.at, class)).collect();
                    world.acts.extend(own);
                }
            }
            Act::Part(pool, event, at) => {
                let of_offer = event.clause.is_some();
                let is_known = !cap_is_unknown(pool, events, of_offer, second_year)
                    && !hides_part(cohorts, pool, event.scope, &world.rates, (at, event.at));
                if is_known {
                    continue;
                }
                let alone = (event.scope == 0).then_some(cohorts.classes.len());
                let own = cohorts.classes_in(event.scope).map(|(class, _)| class);
                for class in own.chain(alone) {
                    world.hide(class, at);
                    let act = event.clause.map(|clause| (clause, at, class));
                    world.acts.extend(act);
                }
            }
        }
    }
    world
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
        let rank_of = |scale: usize| ladder.iter().position(|own| *own == scale);
        let ranked = || {
            let copies = cohorts.copies.iter();
            let own = copies.filter(|copy| cohorts.applies(scope, copy.class));
            own.filter_map(|copy: &ScaleCopy| {
                let rank = rank_of(copy.scale)?;
                Some((cohorts.market_of(copy.class), rank, copy.class))
            })
        };
        let unseated = cohorts.unseated.iter();
        let unseated = unseated.filter(|(class, _)| cohorts.applies(scope, *class));
        let unseated = unseated
            .filter_map(|(class, scale)| Some((cohorts.market_of(*class), rank_of(*scale)?, true)));
        // By market: the first job's rank, and whether its rates are unknown.
        let mut firsts: BTreeMap<Option<&str>, (usize, bool)> = BTreeMap::new();
        let seated = ranked().map(|(market, rank, class)| {
            let is_hidden = hidden.get(class).copied().flatten().is_some();
            (market, rank, is_hidden)
        });
        for (market, rank, is_hidden) in seated.chain(unseated) {
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
