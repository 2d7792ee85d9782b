//! The counted clauses of a list, each with what it does, at its place in time (METHOD.md "Time").

use super::clause_effect;
use super::error::CostingError;
use super::schedule::{Event, Setting};
use crate::scenario::Clause;

impl Setting<'_> {
    /// The counted clauses of an offer, in the order they apply: by effective day, then date as written,
    /// then their order in the list.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of_offer(&self, clauses: &[Clause]) -> Result<Vec<Event>, CostingError> {
        let mut events = clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| clause.counted)
            .map(|(place, clause)| self.event(clause, place, true))
            .collect::<Result<Vec<_>, _>>()?;
        events.sort_by_key(|event| (event.day, event.nominal));
        Ok(events)
    }

    /// The owed raises that aren't in the rates already, in the order they apply.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn of_baseline(&self, clauses: &[Clause]) -> Result<Vec<Event>, CostingError> {
        let as_of = self.scenario.workforce.rates_as_of;
        let mut events = clauses
            .iter()
            .enumerate()
            .filter(|(_, clause)| clause.counted)
            .map(|(place, clause)| self.event(clause, place, false))
            .collect::<Result<Vec<_>, _>>()?;
        events.retain(|event| event.day > as_of);
        events.sort_by_key(|event| (event.day, event.nominal));
        Ok(events)
    }

    /// A clause of an offer or of the baseline, by its place in the list, at its place in time.
    ///
    /// # Errors
    /// [`CostingError`].
    pub fn event(
        &self,
        clause: &Clause,
        place: usize,
        of_offer: bool,
    ) -> Result<Event, CostingError> {
        let (effect, percent) = clause_effect::of(self, clause)?;
        let (day, nominal) = self.stands_on(clause);
        let until = clause
            .until
            .filter(|until| self.comes(*until))
            .map(|until| self.calendar.clock.start_of(until));
        Ok(Event {
            day,
            at: self.calendar.clock.start_of(day),
            nominal,
            clause: of_offer.then_some(place),
            place,
            effect,
            scope: self.number_of(&clause.scope)?,
            percent,
            counts: day <= self.last_counted,
            comes: self.comes(day),
            until,
            kind: clause.terms.kind(),
        })
    }
}
