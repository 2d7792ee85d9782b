//! A figure laid out: shapes and text in points, each in its place.
//!
//! The origin is the top left corner; x runs right, y down; 72 points are an inch. Shapes are
//! painted in order, texts above them.

#![allow(clippy::float_arithmetic)]

use rust_decimal::Decimal;

pub use super::geometry::{Rect, Spot, spot};
use super::measure::{ASCENT, DESCENT, Weight, width};
use super::palette::Rgb;
use super::position::number;
pub use super::sheet::{Sheet, Size};

/// What a shape is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    Ground,
    /// A grid line or a table's rule.
    Grid,
    /// The line at zero.
    Zero,
    /// A labelled line across the plot.
    Rule,
    /// The shade between two curves.
    Shade,
    Curve,
    /// The stem of a head.
    Stem,
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
    Circle {
        centre: Spot,
        /// Points from there.
        radius: f64,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// What it is for.
    pub part: Part,
    pub outline: Outline,
    /// Its colour inside and how much of it, 0 to 1.
    pub fill: Option<(Rgb, f64)>,
    pub stroke: Option<Stroke>,
}

/// A line's look.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    pub colour: Rgb,
    /// Its width, points.
    pub width: f64,
    /// Dashes and gaps, points; empty is solid.
    pub dash: Vec<f64>,
}

/// Where a text is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextPart {
    /// The case and its parties.
    Case,
    /// That the sheet is private.
    Private,
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
    pub(crate) weight: Weight,
    pub colour: Rgb,
}

/// One line of text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    pub part: TextPart,
    /// The words; never empty, without control characters.
    pub text: String,
    pub look: Type,
    /// Where it is held; `y` is the baseline.
    pub at: Spot,
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
    pub(crate) area: Rect,
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

/// Which of a scene's texts is part of which cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellText {
    /// The row, from 0, which names the columns.
    pub row: usize,
    /// The column, from 0, which names the rows.
    pub column: usize,
    /// The text's place in [`Scene::texts`].
    pub text: usize,
}

/// A figure laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What it was laid out for.
    pub sheet: Sheet,
    /// Points across.
    pub(crate) width: f64,
    /// Points from top to bottom.
    pub(crate) height: f64,
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
    /// Whether it shows offers the other side hasn't been given.
    pub(crate) private: bool,
    /// Characters the embedded faces lack: drawn with another face, or replaced.
    pub foreign: Vec<char>,
    /// The texts that are cells of the table, in the order they are read.
    pub cells: Vec<CellText>,
}

impl Scene {
    #[must_use]
    pub fn canvas(&self) -> Rect {
        Rect::new(0.0, 0.0, self.width, self.height)
    }
}
