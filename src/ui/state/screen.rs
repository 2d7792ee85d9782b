//! What is on the screen besides the scenario, and remembered between starts.

use eframe::egui::ThemePreference;

use super::folding::Folding;
use super::lane_sizes::LaneSizes;
use crate::scenario::OfferId;
use crate::units::Date;

/// What the centre shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The lanes and the table of raises.
    Timeline,
    /// Offers side by side.
    Compare,
    /// Why A and B differ.
    Gap,
    /// By year.
    Years,
    /// One employee.
    People,
}

impl View {
    /// The one list of views, in the order of their tabs.
    pub const ALL: [Self; 5] = [
        Self::Timeline,
        Self::Compare,
        Self::Gap,
        Self::Years,
        Self::People,
    ];

    /// What its tab says.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Timeline",
            Self::Compare => "Compare",
            Self::Gap => "Gap",
            Self::Years => "Years",
            Self::People => "People",
        }
    }

    /// The name it is remembered by between starts.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Compare => "compare",
            Self::Gap => "gap",
            Self::Years => "years",
            Self::People => "people",
        }
    }
}

/// What is on the screen besides the scenario.
#[derive(Debug, Clone)]
pub struct Screen {
    /// What the centre shows.
    pub view: View,
    /// The day the cursor is on.
    pub cursor: Date,
    /// Which side panels are folded away.
    pub folding: Folding,
    /// Which lanes are shown, and how high.
    pub lanes: LaneSizes,
    /// The colours chosen.
    pub theme: ThemePreference,
    /// The offers that Compare and the charts show, where the user chose them; else A, B, the edited one and
    /// the newest.
    pub picked: Vec<OfferId>,
    /// How much larger everything is than at first, 1 for not at all.
    pub zoom: f32,
}

impl Screen {
    /// As at the first start, the cursor on a day.
    #[must_use]
    pub fn new(cursor: Date) -> Self {
        Self {
            view: View::Timeline,
            cursor,
            folding: Folding::default(),
            lanes: LaneSizes::default(),
            theme: ThemePreference::System,
            picked: Vec::new(),
            zoom: 1.0,
        }
    }
}
