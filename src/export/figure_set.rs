//! A set of figures as files: what is asked for, what it will contain, and the writing of it.
//!
//! [`FigureSet::of`] takes the figures of a scenario, [`FigureSet::plan`] tells every file before
//! one is written, [`write()`] writes them. File names depend on the scenario's title
//! and the request only, never on the day.

pub mod plan;
pub mod writing;

use thiserror::Error;

pub use plan::{Made, Plan, PlannedFile};
pub use writing::{Done, Existing, Failure, Stop, write};

use crate::costing::results::Results;
use crate::costing::{self, CostingError};
use crate::explore::banding::{Banding, banding_cost};
use crate::figure::build::{Origin, figures, without_small_groups};
use crate::figure::layout::paper::Paper;
use crate::figure::palette::Theme;
use crate::figure::scene::Size;
use crate::figure::{Body, Figure, FigureName};
use crate::files::{self, FileError};
use crate::scenario::{Employee, OfferId, Scenario};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A drawing that stays sharp at any size.
    Svg,
    /// Pixels.
    Png,
    /// A page to print or attach.
    Pdf,
    /// The figure's values, for spreadsheets.
    Csv,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Pdf, Self::Csv];

    /// Its name on the command line and as the ending of file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
        }
    }

    /// What it is called in the window.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
            Self::Csv => "CSV, the values",
        }
    }
}

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRequest {
    /// What the files are called after, such as the scenario file's name without its ending; the
    /// scenario's title where none is given.
    pub called: Option<String>,
    /// Which figures, in this order.
    pub figures: Vec<FigureName>,
    /// As which kinds of file.
    pub formats: Vec<Format>,
    pub sizes: Vec<Size>,
    pub themes: Vec<Theme>,
    /// Dots an inch of PNG, 24 to 1,200.
    pub dpi: u32,
    /// Whether SVG keeps its text as text rather than as outlines.
    pub text_svg: bool,
    /// Whether all figures of a size and theme become the pages of one PDF.
    pub one_pdf: bool,
    /// The paper of that PDF, two figures a page; a page as large as the sheet where none is named.
    pub paper: Option<Paper>,
    /// Whether private offers are shown too.
    pub with_private: bool,
}

impl Default for ExportRequest {
    fn default() -> Self {
        Self {
            called: None,
            figures: FigureName::ALL.to_vec(),
            formats: Format::ALL.to_vec(),
            sizes: vec![Size::Slide],
            themes: vec![Theme::Light],
            dpi: 300,
            text_svg: true,
            one_pdf: false,
            paper: None,
            with_private: false,
        }
    }
}

/// Why the figures of a scenario can't be made.
#[derive(Debug, Error)]
pub enum FigureSetError {
    /// The scenario can't be costed.
    #[error("{place}{why}")]
    Costing {
        /// Where in the scenario, with a colon after it, or empty.
        place: String,
        why: CostingError,
    },
    /// The scenario has no hash.
    #[error(transparent)]
    Hash(#[from] FileError),
}

/// What of a scenario its figures show, and how, beside what is chosen in it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Showing<'a> {
    /// Private offers too.
    pub with_private: bool,
    /// Offers that stay out, and in the scenario.
    pub without: &'a [OfferId],
    /// The offer drawn in colour, all others in grey; the scenario's choice where none is named.
    pub highlight: Option<&'a OfferId>,
    /// Whether figures carry a number; the scenario's choice where it isn't said.
    pub numbered: Option<bool>,
}

/// The figures of a scenario, and whose offers they show.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureSet {
    title: String,
    /// Whether they show offers the other side hasn't been given.
    pub private: bool,
    /// The figures chosen for the case, in their order.
    pub chosen: Vec<FigureName>,
    /// All figures, in the order of [`FigureName::ALL`].
    pub figures: Vec<Figure>,
    /// Names of the offers shown.
    pub offers: Vec<String>,
    /// Names of the offers left out because they are private.
    pub left_out: Vec<String>,
    /// What joining groups too small to be shown changes, where there are any.
    pub banding: Option<Banding>,
}

impl FigureSet {
    /// The figures of what is shared of a scenario, or of all of it. They carry the hash of what
    /// they show, and that of the whole scenario beside it where that is more.
    ///
    /// # Errors
    /// [`FigureSetError`] where the scenario can't be costed.
    pub fn of(scenario: &Scenario, with_private: bool) -> Result<Self, FigureSetError> {
        let showing = Showing {
            with_private,
            ..Showing::default()
        };
        Self::showing(scenario, showing)
    }

    /// The same with what is asked for one export. The hash is that of what is shown: how it is drawn changes nothing.
    ///
    /// # Errors
    /// As [`FigureSet::of`].
    pub fn showing(scenario: &Scenario, showing: Showing<'_>) -> Result<Self, FigureSetError> {
        let Showing {
            with_private,
            without,
            ..
        } = showing;
        let mut shown = if with_private {
            let mut all = scenario.clone();
            // Private offers may be shown to one's own side; a group of three employees to nobody.
            if all.workforce.has_small_groups() {
                all.band_groups();
            }
            all
        } else {
            scenario.shared_copy()
        };
        let left_out = scenario
            .offers
            .iter()
            .filter(|offer| shown.offer(&offer.id).is_none())
            .map(|offer| offer.name.clone())
            .collect();
        shown.leave_out_offers(without);
        // A claim stays private where the offer it is about is left out.
        let mut claims = shown.claims.iter();
        let private = shown.holds_private() || claims.any(|claim| !scenario.is_shared_claim(claim));
        let hash = files::sha256(&shown)?;
        let file_hash = files::sha256(scenario)?;
        // What is drawn of an employee is never what a group of a few is paid.
        let (mut drawn, is_small) = without_small_groups(&shown);
        // Nor is a joined group whom the user looks at: one of a few was chosen.
        let average_stands_in = is_small || without_small_groups(scenario).1;
        if average_stands_in {
            drawn.employee = Employee::default();
        }
        if let Some(id) = showing.highlight {
            drawn.figures.highlight = drawn.offer(id).map(|offer| offer.id.clone());
        }
        if let Some(numbered) = showing.numbered {
            drawn.figures.unnumbered = !numbered;
        }
        let results = Results::new(&drawn).map_err(|why| FigureSetError::Costing {
            place: place_of(&drawn),
            why,
        })?;
        let banding = banding_cost(scenario).ok().flatten();
        // A joined group has the names of its largest part: its employees would count under names that aren't theirs.
        let unjoined = banding.is_some().then(|| {
            let mut all = match with_private {
                true => scenario.clone(),
                false => scenario.shared_with_all_groups(),
            };
            all.leave_out_offers(without);
            all.without_raises_of_a_few();
            all
        });
        let origin = Origin {
            hash: &hash,
            file_hash: Some(&file_hash),
            private,
            average_stands_in,
            banding: banding.as_ref(),
            unjoined: unjoined.as_ref(),
        };
        let chosen = if drawn.figures.chosen.is_empty() {
            FigureName::ALL.to_vec()
        } else {
            drawn.figures.chosen.clone()
        };
        let mut figures = figures(&drawn, &results, origin);
        number(&mut figures, &chosen);
        Ok(Self {
            title: shown.title.clone(),
            private,
            chosen,
            figures,
            offers: shown.offers.iter().map(|one| one.name.clone()).collect(),
            left_out,
            banding,
        })
    }

    /// The figure of a name.
    #[must_use]
    pub fn figure(&self, name: FigureName) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == name)
    }

    /// Numbers the figures anew, in the order asked for; one alone keeps the number it has in the case.
    pub fn number_in(&mut self, asked: &[FigureName]) {
        number(&mut self.figures, asked);
    }

    /// What exporting would write, and what that contains.
    #[must_use]
    pub fn plan(&self, request: &ExportRequest) -> Plan {
        plan::plan(self, request)
    }
}

/// Numbers the figures in the order they are chosen, without a gap where one has nothing to draw.
fn number(figures: &mut [Figure], chosen: &[FigureName]) {
    let mut next = 1;
    for name in chosen {
        let one = figures.iter_mut().find(|one| one.name == *name);
        let Some(one) = one.filter(|one| one.number.is_some()) else {
            continue;
        };
        one.number = match one.body {
            Body::Empty(_) => None,
            Body::Chart(_) | Body::Table(_) => Some(next),
        };
        next += usize::from(one.number.is_some());
    }
}

/// The place in words at which a scenario can't be costed, or nothing.
fn place_of(scenario: &Scenario) -> String {
    let Some((offer, clause)) = costing::figures::culprit(scenario) else {
        return String::new();
    };
    let name = scenario.offers.get(offer).map_or("", |offer| &offer.name);
    match clause {
        Some(clause) => format!("offer \"{name}\", clause {}: ", clause + 1),
        None => format!("offer \"{name}\": "),
    }
}
