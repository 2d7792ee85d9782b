//! The rows of the raises lane: one for all offers, or one an offer where heads would stand on each other.

use eframe::egui::Rangef;

use crate::scenario::{OfferId, Scenario};
use crate::ui::widgets::axis::ValueAxis;
use crate::ui::widgets::names::role_of;
use crate::ui::widgets::theme::Role;

/// Between two rows: what is written above a head that stands as high as its row has room.
const GAP: f32 = 20.0;

/// Whose heads stand in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Everyone's.
    All,
    /// One offer's that is compared or edited.
    Offer(OfferId),
    /// Those of all other offers, or owed raises.
    Others,
}

/// The rows, from the top.
#[derive(Debug, Clone)]
pub struct Bands {
    rows: Vec<(Whose, ValueAxis)>,
}

impl Bands {
    /// One row for all.
    #[must_use]
    pub fn one(values: ValueAxis) -> Self {
        Self {
            rows: vec![(Whose::All, values)],
        }
    }

    /// A row for each offer that is compared or edited, and one for all others and what is owed, where there
    /// are any.
    #[must_use]
    pub fn split(whole: ValueAxis, scenario: &Scenario) -> Self {
        let mut whose = Vec::new();
        let mut others = !scenario.baseline.is_empty();
        for offer in &scenario.offers {
            if role_of(scenario, &offer.id) == Role::Other {
                others = true;
            } else {
                whose.push(Whose::Offer(offer.id.clone()));
            }
        }
        if others || whose.is_empty() {
            whose.push(Whose::Others);
        }
        let count = whose.len() as f32;
        let height = ((whole.y.span() - GAP * (count - 1.0)) / count).max(1.0);
        let rows = whose.into_iter().enumerate().map(|(place, whose)| {
            let top = whole.y.min + place as f32 * (height + GAP);
            let y = Rangef::new(top, top + height);
            (whose, ValueAxis { y, ..whole })
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// The row of an offer; of what is owed where there is none.
    #[must_use]
    pub fn of(&self, offer: Option<&OfferId>) -> Option<ValueAxis> {
        let own = self.rows.iter().find(|(whose, _)| match whose {
            Whose::All => true,
            Whose::Offer(id) => Some(id) == offer,
            Whose::Others => false,
        });
        own.or(self.rows.last()).map(|(_, values)| *values)
    }

    /// Where what is written beside an offer's heads may stand, within the lane's `plot`: in its own row, or it
    /// would be read as a neighbour's.
    #[must_use]
    pub fn room_of(&self, offer: Option<&OfferId>, plot: Rangef) -> Rangef {
        match (self.rows.as_slice(), self.of(offer)) {
            ([_, _, ..], Some(values)) => Rangef::new(values.y.min - GAP + 2.0, values.y.max + 2.0),
            _ => Rangef::new(plot.min - 8.0, plot.max + 2.0),
        }
    }

    /// The rows, from the top.
    #[must_use]
    pub fn rows(&self) -> &[(Whose, ValueAxis)] {
        &self.rows
    }
}
