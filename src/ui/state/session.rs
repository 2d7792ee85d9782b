//! The open scenario, where it is kept, and the whole of it while only a part is presented.

use super::OpenFile;
use crate::document::Document;
use crate::explore::banding::{Banding, banding_cost};
use crate::scenario::Scenario;
use crate::units::Date;

pub struct Session {
    /// What is shown: the open scenario, or while it is presented a copy of what is shared of it.
    pub document: Document,
    /// The whole document, while only what is shared is presented.
    behind: Option<Document>,
    /// What joining groups too small to be shown changes in what is presented, where there are any.
    banding: Option<Banding>,
    /// Where it is kept.
    pub file: OpenFile,
    /// The day the program was started, where the user is.
    pub(super) today: Date,
}

impl Session {
    /// A scenario that was opened.
    #[must_use]
    pub fn new(scenario: Scenario, file: OpenFile, today: Date) -> Self {
        Self {
            document: Document::new(scenario),
            behind: None,
            banding: None,
            file,
            today,
        }
    }

    /// Whether only what is shared is shown.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.behind.is_some()
    }

    /// What joining groups too small to be shown changes in what is presented; `None` where nothing is, or
    /// nothing is presented.
    #[must_use]
    pub fn banding(&self) -> Option<&Banding> {
        self.banding.as_ref()
    }

    /// The whole document, also while only what is shared is presented.
    #[must_use]
    pub fn whole(&self) -> &Document {
        self.behind.as_ref().unwrap_or(&self.document)
    }

    /// Puts a copy with nothing private in it in the document's place, so that nothing private can be
    /// shown.
    pub fn start_presenting(&mut self) {
        if self.behind.is_none() {
            let whole = self.document.scenario();
            // What can't be costed is told in the figures' places.
            self.banding = banding_cost(whole).ok().flatten();
            let shared = Document::new(whole.shared_copy());
            self.behind = Some(std::mem::replace(&mut self.document, shared));
        }
    }

    /// Gives the whole document back, with its history.
    pub fn end_presenting(&mut self) {
        if let Some(document) = self.behind.take() {
            self.document = document;
            self.banding = None;
        }
    }
}
