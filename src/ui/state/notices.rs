//! What the window tells: in the status bar one thing at a time, the last said; above it what went wrong, until it
//! was read.

use eframe::egui::Rect;

use crate::scenario::{Offer, OfferId};

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Done,
    /// How something stands while it is dragged: it goes with the drag.
    Passing,
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

#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub words: String,
    /// How much it matters.
    pub(crate) weight: Weight,
    /// What can be done about it.
    pub(crate) remedy: Option<Remedy>,
    /// What on the screen the hand was at when it was refused: there it is said too, until it was read.
    pub(crate) place: Option<Rect>,
}

impl Notice {
    #[must_use]
    pub fn done(words: impl Into<String>) -> Self {
        Self::of(words, Weight::Done)
    }

    /// Told while something is dragged.
    #[must_use]
    pub fn passing(words: impl Into<String>) -> Self {
        Self::of(words, Weight::Passing)
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
            place: None,
        }
    }
}

/// The most troubles that wait to be read: more than that many at once say the same of one disk.
const MOST: usize = 8;

/// What the window tells now.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    last: Option<Notice>,
    /// What went wrong and wasn't put away yet, the oldest first.
    troubles: Vec<Notice>,
    /// How often something was told.
    told: u64,
}

impl Notices {
    /// Tells something, in place of what was told before. What may cost work stands beside it until it is put
    /// away.
    pub fn tell(&mut self, notice: Notice) {
        let known = self.troubles.iter().any(|one| one.words == notice.words);
        if notice.weight == Weight::Trouble && !known && self.troubles.len() < MOST {
            self.troubles.push(notice.clone());
        }
        self.last = Some(notice);
        self.told = self.told.wrapping_add(1);
    }

    /// How often something was told: who knows it can tell whether something was told since.
    #[must_use]
    pub fn told(&self) -> u64 {
        self.told
    }

    /// Tells nothing any more but what went wrong.
    pub fn clear(&mut self) {
        self.last = None;
    }

    /// What was refused just now is said at its place as well.
    pub fn refused_at(&mut self, place: Rect) {
        if let Some(last) = &mut self.last
            && last.weight == Weight::Refused
        {
            last.place = Some(place);
        }
    }

    /// Whether what was told last is a refusal that isn't said at its place yet.
    #[must_use]
    pub fn has_unplaced_refusal(&self) -> bool {
        let last = self.last.as_ref();
        last.is_some_and(|last| last.weight == Weight::Refused && last.place.is_none())
    }

    /// The hand went on: what was said at its place was read. The bar says it still.
    pub fn read_at_place(&mut self) {
        if let Some(last) = &mut self.last {
            last.place = None;
        }
    }

    /// What was told of a drag goes when it ends.
    pub fn drag_ended(&mut self) {
        self.last.take_if(|last| last.weight == Weight::Passing);
    }

    /// Puts away everything: it was of another document.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Puts the oldest trouble away: it was read.
    pub fn put_away(&mut self) {
        if !self.troubles.is_empty() {
            let read = self.troubles.remove(0);
            self.last.take_if(|last| *last == read);
        }
    }

    /// What was told last.
    #[must_use]
    pub fn last(&self) -> Option<&Notice> {
        self.last.as_ref()
    }

    /// What went wrong and wasn't put away yet, the oldest first.
    #[must_use]
    pub fn troubles(&self) -> &[Notice] {
        &self.troubles
    }
}
