//! The rows of the raises lane: one for all offers, or rows an offer where heads would stand far from their days.

use eframe::egui::Rangef;

use crate::scenario::OfferId;
use crate::ui::widgets::axis::ValueAxis;

/// Between two rows: what is written above a head that stands as high as its row has room.
const GAP: f32 = 20.0;

/// The height each row needs with the gap above it, in points: room for a head, a stem to drag it by, and a
/// label above.
pub(super) const ROW: f32 = 78.0;

/// Whose heads stand in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    All,
    /// One offer's.
    Offer(OfferId),
    /// What is owed, and those of all offers without a row of their own.
    Others,
}

/// The rows, from the top, each on the axis its heads stand on.
#[derive(Debug, Clone)]
pub struct Bands {
    rows: Vec<(Whose, ValueAxis)>,
}

impl Bands {
    /// Rows of one height that fill the lane.
    #[must_use]
    pub fn filling(whole: ValueAxis, whose: &[Whose]) -> Self {
        let count = whose.len().max(1) as f32;
        let height = ((whole.y.span() - GAP * (count - 1.0)) / count).max(1.0);
        let rows = whose.iter().enumerate().map(|(place, whose)| {
            let top = whole.y.min + place as f32 * (height + GAP);
            let y = Rangef::new(top, top + height);
            (whose.clone(), ValueAxis { y, ..whole })
        });
        Self {
            rows: rows.collect(),
        }
    }

    /// A row as low as rows get, on the lane's axis: what stands apart in it does so in any row.
    #[must_use]
    pub fn lowest(whole: ValueAxis) -> ValueAxis {
        let y = Rangef::new(whole.y.min, whole.y.min + ROW - GAP);
        ValueAxis { y, ..whole }
    }

    /// The axis of a row.
    #[must_use]
    pub fn of(&self, row: usize) -> Option<ValueAxis> {
        self.rows.get(row).map(|(_, values)| *values)
    }

    /// The axis of an offer's row at this height, else of its first.
    #[must_use]
    pub fn at(&self, offer: Option<&OfferId>, y: f32) -> Option<ValueAxis> {
        let own = || {
            self.rows.iter().filter(|(whose, _)| match whose {
                Whose::All => true,
                Whose::Offer(id) => Some(id) == offer,
                Whose::Others => false,
            })
        };
        let under = own().find(|(_, values)| values.y.expand(GAP / 2.0).contains(y));
        let any = under.or_else(|| own().next()).or(self.rows.last());
        any.map(|(_, values)| *values)
    }

    /// Where what is written beside the heads of a row may stand, within the lane's `plot`: in the row itself, or
    /// it would be read as a neighbour's.
    #[must_use]
    pub fn room_of(&self, row: usize, plot: Rangef) -> Rangef {
        match (self.rows.as_slice(), self.of(row)) {
            ([_, _, ..], Some(values)) => Rangef::new(values.y.min - GAP + 2.0, values.y.max + 2.0),
            _ => Rangef::new(plot.min - 8.0, plot.max + 2.0),
        }
    }

    /// Whether offers have rows of their own.
    #[must_use]
    pub fn are_split(&self) -> bool {
        self.rows.len() > 1
    }

    /// The rows, from the top.
    #[must_use]
    pub fn rows(&self) -> &[(Whose, ValueAxis)] {
        &self.rows
    }
}
