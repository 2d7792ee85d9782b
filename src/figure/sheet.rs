//! The sheets figures are laid out on.

use super::palette::Theme;

/// How large a figure is laid out, and in which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Sheet {
    pub size: Size,
    pub theme: Theme,
}

/// The sizes there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Size {
    /// A whole slide, 13.33 × 7.5 in (960 × 540 points).
    #[default]
    Slide,
    /// Half a slide, beside text or another figure: 6.67 × 7.5 in (480 × 540 points).
    HalfSlide,
    /// The column of a letter page with margins of an inch: 6.5 × 4.67 in (468 × 336 points).
    Letter,
    /// 7.5 × 7.5 in (540 × 540 points).
    Square,
}

impl Size {
    pub const ALL: [Self; 4] = [Self::Slide, Self::HalfSlide, Self::Letter, Self::Square];

    /// Width and height, points.
    #[must_use]
    pub fn points(self) -> (f64, f64) {
        match self {
            Self::Slide => (960.0, 540.0),
            Self::HalfSlide => (480.0, 540.0),
            Self::Letter => (468.0, 336.0),
            Self::Square => (540.0, 540.0),
        }
    }

    /// Its name on the command line and in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::HalfSlide => "half-slide",
            Self::Letter => "letter",
            Self::Square => "square",
        }
    }

    /// What it is called in the window.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Slide => "Slide, 13.33 \u{d7} 7.5 in",
            Self::HalfSlide => "Half slide, 6.67 \u{d7} 7.5 in",
            Self::Letter => "Letter column, 6.5 \u{d7} 4.67 in",
            Self::Square => "Square, 7.5 \u{d7} 7.5 in",
        }
    }
}
