//! What is on the screen besides the scenario, and remembered between starts.

use eframe::egui::ThemePreference;

use super::folding::Folding;
use super::lane_sizes::LaneSizes;
use crate::scenario::OfferId;
use crate::units::Date;

/// What the centre can show, as the tabs, the menu and what is remembered name it. The views beside the Timeline
/// are listed in `views`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The name it is remembered by between starts.
    pub(crate) key: &'static str,
    /// What its tab says.
    pub title: &'static str,
}

impl View {
    /// The lanes and the table of raises: what the window opens with.
    pub const TIMELINE: Self = Self {
        key: "timeline",
        title: "Timeline",
    };
}

/// A page of the statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Public statements checked.
    Claims,
    /// Offers in the order they were passed.
    History,
    /// Settlements elsewhere.
    Settlements,
}

impl Page {
    /// All pages, in their order.
    pub const ALL: [Self; 3] = [Self::Claims, Self::History, Self::Settlements];

    /// What its segment says.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Claims => "Claims",
            Self::History => "History",
            Self::Settlements => "Settlements",
        }
    }
}

/// What is on the screen besides the scenario.
#[derive(Debug, Clone)]
pub struct Screen {
    /// What the centre shows.
    pub view: View,
    /// All it can show, in the order of their tabs.
    pub(crate) views: &'static [View],
    pub(crate) statements: Page,
    /// The day the cursor is on.
    pub cursor: Date,
    /// Which side panels are folded away.
    pub(crate) folding: Folding,
    /// Which lanes are shown, and how high.
    pub(crate) lanes: LaneSizes,
    pub(crate) theme: ThemePreference,
    /// The offers that Compare and the charts show, where the user chose them; else A, B, the edited one and
    /// the newest.
    pub(crate) picked: Vec<OfferId>,
    /// How much larger everything is than at first, 1 for not at all.
    pub(crate) zoom: f32,
}

impl Screen {
    /// As at the first start, the cursor on a day; the centre can show `views`.
    #[must_use]
    pub fn new(cursor: Date, views: &'static [View]) -> Self {
        Self {
            view: View::TIMELINE,
            views,
            statements: Page::Claims,
            cursor,
            folding: Folding::default(),
            lanes: LaneSizes::default(),
            theme: ThemePreference::System,
            picked: Vec::new(),
            zoom: 1.0,
        }
    }
}
