//! A chart as data: series, axes, ticks, labels, source, alternative text. The screen and every
//! export draw the same [`Figure`], so what is shown and what is handed out can't differ.
//!
//! Values stay decimals here; [`position::number`] turns them into floating point, for pictures only.

pub mod alike;
pub mod bars;
pub mod build;
pub mod compared;
pub mod geometry;
pub mod heads;
pub mod layout;
pub mod measure;
pub mod offer_words;
pub mod pairs;
pub mod palette;
pub mod passed;
pub mod position;
pub mod scene;
pub mod sheet;
pub mod ticks;
pub mod told_apart;

use rust_decimal::Decimal;

pub use crate::scenario::FigureName;
use crate::units::Date;

/// What stands on a sheet, and over copied cells, that show what the other side hasn't been given: offers,
/// claims or settlements that aren't shared, groups too small to be.
pub const PRIVATE: &str = "Private: shows what isn\u{2019}t shared";

/// A figure, ready to be laid out at any size and in any theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub name: FigureName,
    /// Its number in the set it belongs to, from 1; none where figures go unnumbered.
    pub number: Option<usize>,
    /// The case and its parties: `Kaiser Permanente and the Alliance of Health Care Unions, 2025`.
    pub case: String,
    /// The message with its number, drafted from the figures; the user may edit it.
    pub headline: String,
    /// Measure, unit, population, period.
    pub subtitle: String,
    /// The chart or table.
    pub body: Body,
    /// What the figure rests on, one sentence each, what a reader needs most first.
    pub notes: Vec<Note>,
    /// Where it comes from, one sentence each.
    pub sources: Vec<Note>,
    /// SHA-256 of the canonical form of the scenario it shows, 64 hexadecimal digits.
    pub hash: String,
    /// That of the file, where the figure shows only what is shared of it.
    pub file_hash: Option<String>,
    /// Whether it shows offers the other side hasn't been given.
    pub private: bool,
    /// What a reader who can't see the picture is told, from the same values.
    pub alt: String,
    /// The figure's values as a table, for copying and for CSV.
    pub data: Data,
}

impl FigureName {
    /// Its name on the command line and in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::WageLevel => "wage-level",
            Self::Cost => "cost",
            Self::Years => "years",
            Self::Gap => "gap",
            Self::Raises => "raises",
            Self::Employee => "employee",
            Self::Delay => "delay",
            Self::Comparison => "comparison",
            Self::Point => "point",
            Self::RealWage => "real-wage",
            Self::History => "history",
            Self::Settlements => "settlements",
            Self::Claims => "claims",
            Self::Spread => "spread",
        }
    }

    /// What it is called in the window.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Timeline => "Offers on the timeline",
            Self::WageLevel => "Wage level",
            Self::Cost => "Cumulative cost",
            Self::Years => "Cost by year",
            Self::Gap => "Why the offers differ",
            Self::Raises => "Worth of each raise",
            Self::Employee => "One employee's pay",
            Self::Delay => "Cost of delay",
            Self::Comparison => "Offers side by side",
            Self::Point => "Value of a point",
            Self::RealWage => "Real wage",
            Self::History => "History of offers",
            Self::Settlements => "Other settlements",
            Self::Claims => "Statements checked",
            Self::Spread => "Who gains",
        }
    }
}

/// A sentence beneath a figure, and the same in fewer words for where room is short. No note is
/// dropped: notes of less weight become short first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The whole sentence.
    pub full: String,
    /// Its gist.
    pub short: String,
}

impl Note {
    /// A note that can't be said shorter.
    #[must_use]
    pub fn plain(words: impl Into<String>) -> Self {
        let full = words.into();
        Self {
            short: full.clone(),
            full,
        }
    }

    /// A note with its gist.
    #[must_use]
    pub fn shortened(full: impl Into<String>, short: impl Into<String>) -> Self {
        let (full, short) = (full.into(), short.into());
        // Words of the user may be shorter than any gist of them.
        let is_shorter = short.chars().count() < full.chars().count();
        Self {
            short: if is_shorter { short } else { full.clone() },
            full,
        }
    }
}

/// What stands below the subtitle.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a figure has one body and most are charts: a box would only be in the way"
)]
pub enum Body {
    /// Marks on two axes.
    Chart(Chart),
    /// Rows and columns of text.
    Table(Table),
    /// Nothing can be drawn: why, in a sentence for the reader.
    Empty(String),
}

/// Marks on two axes. No second value axis; areas and bars start at zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Along the bottom; for [`Mark::Bar`]s across, up the side.
    pub x: Axis,
    /// Up the side.
    pub y: Axis,
    /// At most four, and the total of a bridge; drawn in this order, the last on top.
    pub series: Vec<Series>,
    /// Areas between two series or between a series and zero.
    pub shades: Vec<Shade>,
    /// Labelled lines across the plot: ratification, as-of date, break-even.
    pub rules: Vec<Rule>,
    /// Text beside points of the data.
    pub labels: Vec<Label>,
}

/// One axis, with the ticks to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What is measured along it.
    pub kind: AxisKind,
    /// Value at its start.
    pub low: Decimal,
    /// Value at its end; always above `low`.
    pub high: Decimal,
    /// Where it is labelled, in order.
    pub ticks: Vec<Tick>,
    /// What it measures, where the subtitle doesn't say.
    pub title: Option<String>,
}

/// What an axis measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AxisKind {
    /// Days since 1970-01-01 ([`position::day_number`]).
    Time,
    /// Dollars, percent or an index.
    Value,
    /// Places 0, 1, 2, … with a name each; half a place of room at both ends.
    Category,
}

/// A place on an axis with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub at: Decimal,
    /// Its label; empty for a grid line alone.
    pub label: String,
    /// Whether a grid line is drawn.
    pub line: bool,
}

/// What an offer is in the comparison; it chooses colour, dash and shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    A,
    B,
    /// The offer worked on.
    Edited,
    Other,
    /// Bridge: a part by which B costs more.
    More,
    /// Bridge: a part by which B costs less.
    Less,
    /// Bridge: the sum.
    Total,
}

/// One offer's, or one measure's, marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Its name, as in the labels.
    pub name: String,
    /// Chooses colour, dash and shape.
    pub role: Role,
    /// How its points are drawn.
    pub mark: Mark,
    /// Points in the order of `x`; for [`Mark::Steps`] each value holds until the next.
    pub points: Vec<Point>,
    /// Drawn in grey, so that another offer stands out.
    pub muted: bool,
    /// Places of points whose heads are half filled: they are for some employees only.
    pub half: Vec<usize>,
}

/// How points are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Straight between points.
    Line,
    /// Held until the next point, never interpolated.
    Steps,
    /// A stem from zero with a head shaped by the role.
    Stem,
    /// A bar up from `base`; bars of several series share a category's place side by side.
    Column,
    /// A bar across from `base`: `x` is the value, `y` the category from the top.
    Bar,
    /// A head alone.
    Dot,
    /// Not drawn itself: bounds a shade, each value held until the next.
    Edge,
}

/// A point of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Along the bottom.
    pub x: Decimal,
    /// Up the side.
    pub y: Decimal,
    /// Where a bar or column starts; zero but for a bridge's floating bars.
    pub base: Decimal,
}

/// An area under a series or between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    /// Index of the series on one side.
    pub of: usize,
    /// Index of the series on the other; `None` is zero.
    pub to: Option<usize>,
}

/// A labelled line across the plot.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Which axis it stands on.
    pub on: Direction,
    pub at: Decimal,
    /// What it marks, such as `ratified Oct 14, 2025`.
    pub label: String,
}

/// An axis, by direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Along the bottom: the rule is vertical.
    X,
    /// Up the side: the rule is horizontal.
    Y,
}

/// Text beside a point, moved apart from its neighbours by the layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The series it speaks of: it takes that series' text colour.
    pub series: usize,
    /// The point it stands beside.
    pub at: Point,
    pub text: String,
    /// Where it would like to stand.
    pub side: Side,
}

/// Where a label stands beside its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Right of the plot, moved up or down: direct labels of curves.
    End,
    /// Right of the plot, between the ends of two curves: what lies between them. `at.y` is the end
    /// of one, `at.base` that of the other.
    Between,
    /// Beside a head, on whichever side is free.
    Beside,
    /// Beyond a bar's end.
    Beyond,
    /// Above a column.
    Above,
}

/// Rows and columns of text; the first column names the row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// One a column, with the role that colours it.
    pub columns: Vec<(String, Option<Role>)>,
    /// Rows in order.
    pub rows: Vec<TableRow>,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// One a column.
    pub cells: Vec<String>,
    /// Set in semibold, with a rule above.
    pub total: bool,
}

/// A figure's values, unrounded but for their definition, for CSV and copying.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Data {
    /// Names of the columns, with their unit where they have one: `cost, dollars`.
    pub columns: Vec<String>,
    /// Rows in order, one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// One value of a [`Data`] table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words of the program or of the user.
    Text(String),
    /// A day, written ISO.
    Day(Date),
    /// Dollars, written to the cent.
    Dollars(Decimal),
    /// Percent, points or an index, written to six decimals.
    Percent(Decimal),
    /// A count, written plainly.
    Count(Decimal),
    /// Unknown or not defined.
    Nothing,
}
