//! What the status bar tells: one thing at a time, the last said.

use crate::scenario::{Offer, OfferId};

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Done,
    /// Something was refused, and nothing was changed.
    Refused,
    /// Something went wrong that may cost work.
    Trouble,
}

/// What a notice offers to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// A locked offer keeps its terms: a counter from it has the same ones, to be changed.
    StartCounter(OfferId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub words: String,
    /// How much it matters.
    pub(crate) weight: Weight,
    /// What can be done about it.
    pub(crate) remedy: Option<Remedy>,
}

impl Notice {
    #[must_use]
    pub fn done(words: impl Into<String>) -> Self {
        Self::of(words, Weight::Done)
    }

    #[must_use]
    pub fn refused(words: impl Into<String>) -> Self {
        Self::of(words, Weight::Refused)
    }

    /// A locked offer keeps its terms; a counter from it is offered.
    #[must_use]
    pub fn locked(offer: &Offer) -> Self {
        let (name, status) = (&offer.name, offer.status.name());
        let words = format!("{name} is {status}: its terms are locked");
        Self::refused(words).with(Remedy::StartCounter(offer.id.clone()))
    }

    #[must_use]
    pub fn trouble(words: impl Into<String>) -> Self {
        Self::of(words, Weight::Trouble)
    }

    /// The same, with a button.
    #[must_use]
    pub fn with(self, remedy: Remedy) -> Self {
        Self {
            remedy: Some(remedy),
            ..self
        }
    }

    fn of(words: impl Into<String>, weight: Weight) -> Self {
        Self {
            words: words.into(),
            weight,
            remedy: None,
        }
    }
}

/// What the status bar tells now.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    last: Option<Notice>,
}

impl Notices {
    /// Tells something, in place of what was told before.
    pub fn tell(&mut self, notice: Notice) {
        self.last = Some(notice);
    }

    /// Tells nothing any more.
    pub fn clear(&mut self) {
        self.last = None;
    }

    /// What is told now.
    #[must_use]
    pub fn last(&self) -> Option<&Notice> {
        self.last.as_ref()
    }
}
