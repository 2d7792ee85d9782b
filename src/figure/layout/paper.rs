//! Real pages: the column-wide figures of a case, two on a page of letter or A4 paper, with the case
//! above and the page's number below.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::{Weight, drawable, shortened};
use crate::figure::palette::Theme;
use crate::figure::scene::{
    Anchor, Outline, Part, Rect, Scene, Shape, Sheet, Size, Spot, TextBox, TextPart, Type, spot,
};

/// Points between a page's edge and its heading, and below its number.
const EDGE: f64 = 40.0;
/// Size of the heading and of the number, points.
const SMALL: f64 = 9.0;

/// Paper that printers hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 8.5 × 11 in (612 × 792 points).
    Letter,
    /// 210 × 297 mm (595.28 × 841.89 points).
    A4,
}

impl Paper {
    pub const ALL: [Self; 2] = [Self::Letter, Self::A4];

    /// Width and height, points.
    #[must_use]
    pub fn points(self) -> (f64, f64) {
        match self {
            Self::Letter => (612.0, 792.0),
            Self::A4 => (595.28, 841.89),
        }
    }

    /// Its name on the command line and in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::A4 => "a4",
        }
    }

    /// The sheet of the figures on it.
    #[must_use]
    pub fn size(self) -> Size {
        Size::Letter
    }

    /// Where the figures of a page stand: their upper left corners, from the top.
    #[must_use]
    pub fn places(self) -> [Spot; 2] {
        let (width, height) = self.points();
        let (wide, high) = self.size().points();
        let left = (width - wide) / 2.0;
        // What is left over stands around and between the two in equal parts.
        let free = (height - 2.0 * EDGE - 2.0 * SMALL - 2.0 * high).max(0.0) / 3.0;
        let top = EDGE + SMALL + free;
        [spot(left, top), spot(left, top + high + free)]
    }

    /// What stands around the figures of a page: the case above, the page's number below.
    #[must_use]
    pub fn around(self, case: &str, (number, of): (usize, usize), theme: Theme) -> Scene {
        let (width, height) = self.points();
        let palette = theme.palette();
        let look = Type {
            size: SMALL,
            weight: Weight::Regular,
            colour: palette.faint,
        };
        let (left, right) = (EDGE * 1.5, width - EDGE * 1.5);
        let (text, foreign) = drawable(case);
        let text = shortened(&text, SMALL, look.weight, right - left);
        let number = format!("Page {number} of {of}");
        let heading = TextBox::new(TextPart::Case, &text, look, spot(left, EDGE), Anchor::Start);
        let below = spot(right, height - EDGE + SMALL);
        let below = TextBox::new(TextPart::Foot, &number, look, below, Anchor::End);
        let texts = [heading, below].into_iter();
        Scene {
            sheet: Sheet {
                size: self.size(),
                theme,
            },
            width,
            height,
            title: case.to_owned(),
            description: String::new(),
            shapes: vec![Shape {
                part: Part::Ground,
                outline: Outline::Rect(Rect::new(0.0, 0.0, width, height)),
                fill: Some((palette.paper, 1.0)),
                stroke: None,
            }],
            texts: texts.filter(|text| !text.text.is_empty()).collect(),
            heads: Vec::new(),
            plot: None,
            left_out: 0,
            private: false,
            foreign,
            cells: Vec::new(),
        }
    }
}
