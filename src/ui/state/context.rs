//! What the window knows. Rooms get it by reference, so that they read everything and change nothing; `app`
//! alone holds it to change it.

use std::sync::Arc;

use super::{Notice, Notices, OpenFile, Screen, Selection, Session};
use crate::document::{Document, Results};
use crate::scenario::{Offer, OfferId, Scenario};
use crate::units::Date;

/// What the window knows.
pub struct Context {
    /// The open scenario and where it is kept.
    pub session: Session,
    /// The scenario's figures and curves; those of the last scenario that could be costed where this one
    /// can't be.
    pub(crate) results: Arc<Results>,
    /// What is chosen, locked and held.
    pub selection: Selection,
    /// The view, the cursor, panels and lanes.
    pub screen: Screen,
    /// What the status bar tells.
    pub notices: Notices,
    /// What the status bar says of the autosave: nothing before the first.
    pub autosave: Option<Notice>,
}

impl Context {
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.session.document
    }

    /// The open scenario, a gesture under way included.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        self.session.document.scenario()
    }

    /// The offer with this id.
    #[must_use]
    pub fn offer(&self, id: &OfferId) -> Option<&Offer> {
        self.session.document.offer(id)
    }

    /// An offer's name; empty where it is gone.
    #[must_use]
    pub fn name_of(&self, id: &OfferId) -> &str {
        self.offer(id).map_or("", |offer| offer.name.as_str())
    }

    /// Where the scenario is kept.
    #[must_use]
    pub fn file(&self) -> &OpenFile {
        &self.session.file
    }

    /// The day the program was started.
    #[must_use]
    pub fn today(&self) -> Date {
        self.session.today
    }

    /// Whether only what is shared is shown.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.session.is_presenting()
    }

    /// Whether the user has opened or saved nothing yet.
    #[must_use]
    pub fn is_first_start(&self) -> bool {
        !self.is_presenting() && self.file().recent.is_empty() && self.file().is_example()
    }
}
