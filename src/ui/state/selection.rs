//! What is chosen, what is locked and what is held while a raise moves.

use std::collections::BTreeSet;

use crate::explore::Hold;
use crate::scenario::{ClauseId, OfferId};

/// One clause of one offer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClauseAt {
    pub offer: OfferId,
    pub clause: ClauseId,
}

/// What is chosen, locked and held.
#[derive(Debug, Clone)]
pub struct Selection {
    pub clause: Option<ClauseAt>,
    /// The offer whose details are shown while no clause is chosen.
    pub(crate) offer: Option<OfferId>,
    /// Raises that don't give way.
    pub locks: BTreeSet<ClauseAt>,
    /// What is held while a raise moves.
    pub(crate) hold: Hold,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            clause: None,
            offer: None,
            locks: BTreeSet::new(),
            hold: Hold::Nothing,
        }
    }
}

impl Selection {
    /// Whether a clause is the one chosen.
    #[must_use]
    pub fn is_chosen(&self, offer: &OfferId, clause: ClauseId) -> bool {
        let chosen = self.clause.as_ref();
        chosen.is_some_and(|one| one.offer == *offer && one.clause == clause)
    }

    /// Whether a raise stays as it is when something is held.
    #[must_use]
    pub fn is_locked(&self, offer: &OfferId, clause: ClauseId) -> bool {
        let locks = &mut self.locks.iter();
        locks.any(|one| one.offer == *offer && one.clause == clause)
    }
}
