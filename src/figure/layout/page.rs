//! The sheet a scene is made on: its type sizes and colours, what it is called, lines and texts.

#![allow(clippy::float_arithmetic)]

use crate::figure::measure::drawable;
use crate::figure::palette::{Palette, Rgb};
use crate::figure::scene::{Outline, Part, Rect, Scene, Shape, Sheet, Spot, Stroke, TextBox};
use crate::figure::{Figure, PRIVATE, Role, Series};

use super::notes::sentence;
use super::sizes::{Sizes, sizes};

/// A scene being made.
pub(super) struct Page {
    pub(crate) scene: Scene,
    pub(crate) sizes: Sizes,
    pub(crate) palette: &'static Palette,
    /// What was left out, in words, for the foot.
    pub(crate) left_out: Vec<String>,
    /// Which page of how many, where the sheet is one.
    pub(crate) page: Option<String>,
    /// The baseline of the foot.
    pub(crate) foot: f64,
}

impl Page {
    pub fn new(figure: &Figure, sheet: Sheet) -> Self {
        let (width, height) = sheet.size.points();
        let palette = sheet.theme.palette();
        let ground = Shape {
            part: Part::Ground,
            outline: Outline::Rect(Rect::new(0.0, 0.0, width, height)),
            fill: Some((palette.paper, 1.0)),
            stroke: None,
        };
        let description = std::iter::once(figure.alt.as_str())
            .chain(figure.notes.iter().map(|note| note.full.as_str()))
            .chain(figure.sources.iter().map(|note| note.full.as_str()))
            .chain(figure.private.then_some(PRIVATE))
            .map(sentence)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        let sizes = sizes(sheet.size);
        Self {
            scene: Scene {
                sheet,
                width,
                height,
                title: title(figure),
                description,
                shapes: vec![ground],
                texts: Vec::new(),
                heads: Vec::new(),
                plot: None,
                left_out: 0,
                private: figure.private,
                foreign: Vec::new(),
                cells: Vec::new(),
            },
            sizes,
            palette,
            left_out: Vec::new(),
            page: None,
            foot: height - sizes.margin - sizes.note * 0.3,
        }
    }

    /// The colour of a series' marks: grey where another offer is to stand out.
    pub fn mark(&self, series: &Series) -> Rgb {
        let muted = if series.muted {
            Role::Other
        } else {
            series.role
        };
        self.palette.mark(muted)
    }

    /// The colour of text about a series.
    pub fn text(&self, series: &Series) -> Rgb {
        let muted = if series.muted {
            Role::Other
        } else {
            series.role
        };
        self.palette.text(muted)
    }

    /// Notes that something found no place: `12 labels left out`.
    pub fn leave_out(&mut self, count: usize, one: &str, many: &str) {
        if count > 0 {
            self.scene.left_out += count;
            let noun = if count == 1 { one } else { many };
            self.left_out.push(format!("{count} {noun} left out"));
        }
    }

    /// A text without what can't be drawn; what the face lacks is remembered.
    pub fn drawable(&mut self, text: &str) -> String {
        let (text, foreign) = drawable(text);
        for char in foreign {
            if !self.scene.foreign.contains(&char) {
                self.scene.foreign.push(char);
            }
        }
        text
    }

    /// Adds a text, unless it has no words.
    pub fn write(&mut self, text: TextBox) {
        if !text.text.is_empty() {
            self.scene.texts.push(text);
        }
    }

    /// Adds a solid line.
    pub fn line(&mut self, part: Part, places: Vec<Spot>, colour: Rgb, width: f64) {
        self.scene.shapes.push(Shape {
            part,
            outline: Outline::Line(places),
            fill: None,
            stroke: Some(Stroke {
                colour,
                width,
                dash: Vec::new(),
            }),
        });
    }

    pub fn paint(&mut self, shapes: impl IntoIterator<Item = Shape>) {
        self.scene.shapes.extend(shapes);
    }
}

/// What a picture is called where it is listed: its case, then its message.
fn title(figure: &Figure) -> String {
    let headline = drawable(&figure.headline).0;
    let case = drawable(&figure.case).0;
    let private = if figure.private { "Private: " } else { "" };
    if case.is_empty() {
        format!("{private}{headline}")
    } else {
        format!("{private}{case} \u{2013} {headline}")
    }
}
