//! A figure laid out: shapes and text in points, each in its place.
//!
//! The origin is the top left corner; x runs right, y down; 72 points are an inch. Shapes are
//! painted in order, texts above them.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

use super::measure::{ASCENT, DESCENT, Weight, width};
use super::palette::{Rgb, Theme};
use super::place::number;

/// How large a figure is laid out, and in which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Sheet {
    /// The size.
    pub size: Size,
    /// The colours.
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
    /// All of them.
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

/// A place, points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A place.
#[must_use]
pub fn spot(x: f64, y: f64) -> Spot {
    Spot { x, y }
}

/// An upright rectangle, points.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge, not left of the left one.
    pub right: f64,
    /// Bottom edge, not above the top one.
    pub bottom: f64,
}

impl Rect {
    /// From its four edges.
    #[must_use]
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Around a point.
    #[must_use]
    pub fn around(at: Spot, half_width: f64, half_height: f64) -> Self {
        Self::new(
            at.x - half_width,
            at.y - half_height,
            at.x + half_width,
            at.y + half_height,
        )
    }

    /// Points across.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Points from top to bottom.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The point in its middle.
    #[must_use]
    pub fn centre(&self) -> Spot {
        spot(
            f64::midpoint(self.left, self.right),
            f64::midpoint(self.top, self.bottom),
        )
    }

    /// Whether both have an area in common; touching edges have none.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the other lies within.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }

    /// Larger by so much on every side; smaller where negative.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self::new(
            self.left - by,
            self.top - by,
            self.right + by,
            self.bottom + by,
        )
    }

    /// The same somewhere else.
    #[must_use]
    pub fn moved(&self, x: f64, y: f64) -> Self {
        Self::new(self.left + x, self.top + y, self.right + x, self.bottom + y)
    }
}

/// What a shape is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The paper.
    Ground,
    /// A grid line or a table's rule.
    Grid,
    /// The line at zero.
    Zero,
    /// A labelled line across the plot.
    Rule,
    /// The shade between two curves.
    Shade,
    /// A curve.
    Curve,
    /// The stem of a head.
    Stem,
    /// A head.
    Head,
    /// A bar or column.
    Bar,
    /// The thin line from a label to what it speaks of.
    Leader,
    /// A mark of the key.
    Key,
}

/// The outline of a shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// Straight from place to place.
    Line(Vec<Spot>),
    /// The same, closed.
    Area(Vec<Spot>),
    /// A rectangle.
    Rect(Rect),
    /// A circle.
    Circle {
        /// Its middle.
        centre: Spot,
        /// Points from there.
        radius: f64,
    },
}

/// A shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// What it is for.
    pub part: Part,
    /// Its outline.
    pub outline: Outline,
    /// Its colour inside and how much of it, 0 to 1.
    pub fill: Option<(Rgb, f64)>,
    /// Its line.
    pub stroke: Option<Stroke>,
}

/// A line's look.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Rgb,
    /// Its width, points.
    pub width: f64,
    /// Dashes and gaps, points; empty is solid.
    pub dash: Vec<f64>,
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// At its start.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextPart {
    /// The message.
    Headline,
    /// Measure, unit, population, period.
    Subtitle,
    /// A tick's label.
    Tick,
    /// What an axis measures.
    AxisTitle,
    /// Beside a point.
    Label,
    /// Of a line across the plot.
    RuleLabel,
    /// A name in the key.
    Key,
    /// A table's cell.
    Cell,
    /// The message of an empty body.
    Message,
    /// Sources and assumptions.
    Note,
    /// The figure's number, the scenario's hash.
    Foot,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Size, points.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Rgb,
}

/// One line of text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// What it is.
    pub part: TextPart,
    /// The words; never empty, without control characters.
    pub text: String,
    /// How it looks.
    pub look: Type,
    /// Where it is held; `y` is the baseline.
    pub at: Spot,
    /// By what.
    pub anchor: Anchor,
    /// What it takes up, with slack.
    pub bounds: Rect,
}

impl TextBox {
    /// A line of text held at a place of its baseline.
    #[must_use]
    pub fn new(part: TextPart, text: &str, look: Type, at: Spot, anchor: Anchor) -> Self {
        let wide = width(text, look.size, look.weight);
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - wide / 2.0,
            Anchor::End => at.x - wide,
        };
        let bounds = Rect::new(
            left,
            at.y - ASCENT * look.size,
            left + wide,
            at.y + DESCENT * look.size,
        );
        Self {
            part,
            text: text.to_owned(),
            look,
            at,
            anchor,
            bounds,
        }
    }

    /// The same somewhere else.
    #[must_use]
    pub fn moved(mut self, x: f64, y: f64) -> Self {
        self.at = spot(self.at.x + x, self.at.y + y);
        self.bounds = self.bounds.moved(x, y);
        self
    }
}

/// One axis in its place: two values and where they stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Along {
    /// A value.
    pub low: Decimal,
    /// A value above it.
    pub high: Decimal,
    /// Where the lower one stands, points.
    pub from: f64,
    /// Where the higher one stands, points.
    pub to: f64,
}

impl Along {
    /// Where a value stands; values beyond the axis stand at its end.
    #[must_use]
    pub fn place(&self, value: Decimal) -> f64 {
        let value = value.clamp(self.low.min(self.high), self.high.max(self.low));
        let (low, high) = (number(self.low), number(self.high));
        let span = high - low;
        if span <= 0.0 {
            return self.from;
        }
        self.from + (number(value) - low) / span * (self.to - self.from)
    }
}

/// Where a chart's values stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// The area between the axes.
    pub area: Rect,
    /// Along the bottom.
    pub x: Along,
    /// Up the side.
    pub y: Along,
}

impl Plot {
    /// Where a point stands.
    #[must_use]
    pub fn place(&self, x: Decimal, y: Decimal) -> Spot {
        spot(self.x.place(x), self.y.place(y))
    }
}

/// A figure laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What it was laid out for.
    pub sheet: Sheet,
    /// Points across.
    pub width: f64,
    /// Points from top to bottom.
    pub height: f64,
    /// The headline in full.
    pub title: String,
    /// What a reader who can't see the picture is told: alternative text and notes, in full.
    pub description: String,
    /// Shapes, painted in this order.
    pub shapes: Vec<Shape>,
    /// Texts, above all shapes.
    pub texts: Vec<TextBox>,
    /// Where the heads are, which labels keep clear of.
    pub heads: Vec<Rect>,
    /// Where the chart's values stand; none for tables and messages.
    pub plot: Option<Plot>,
    /// Labels, rows or columns left out because there was no room; the figure says so itself.
    pub left_out: usize,
    /// Characters the face lacks, drawn as question marks.
    pub replaced: Vec<char>,
}

impl Scene {
    /// The whole sheet.
    #[must_use]
    pub fn canvas(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }
}
