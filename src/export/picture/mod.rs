//! Pictures: a scene as SVG, PNG and PDF, all from one parsed tree.
//!
//! Only the two embedded faces are known, so a picture is the same on every machine, unless a name
//! holds letters they lack: then a face of the system joins them. Nothing depends on time or chance.
//! A text that would be missing or cut fails the picture.

mod faces;
mod pdf;
mod png;
mod svg;
mod tree;

use resvg::usvg;
use thiserror::Error;

use self::faces::{Faces, faces_for};
pub use self::faces::{only_in_colour, use_file};
pub use self::pdf::on_paper;
pub use self::png::Raster;
use self::svg::Texts;
use crate::figure::scene::{Scene, Size};

/// The resolutions offered, dots an inch.
pub const RESOLUTIONS: [u32; 3] = [150, 300, 600];
/// The resolutions possible, dots an inch: a preview may need less, nothing more.
const POSSIBLE: std::ops::RangeInclusive<u32> = 24..=1200;

/// The highest resolution a sheet of a size is drawn at, dots an inch: more would take a gigabyte of memory.
#[must_use]
pub fn most_dpi(size: Size) -> u32 {
    png::most_dpi(size).min(*POSSIBLE.end())
}

/// Why a picture can't be made. None is known to happen; each would otherwise be a bad picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureError {
    /// The drawing can't be read back.
    #[error("the picture \"{title}\" can't be drawn: a name in it holds signs that no drawing can")]
    Unreadable { title: String },
    /// A text is missing from the drawing, or has boxes where the face lacks letters.
    #[error(
        "the picture \"{title}\" can't be drawn: {missing} of its {all} texts would be missing"
    )]
    TextMissing {
        title: String,
        /// How many texts are missing.
        missing: usize,
        /// How many there should be.
        all: usize,
    },
    /// A text leaves the sheet.
    #[error("the picture \"{title}\" can't be drawn: \"{text}\" would be cut at the edge")]
    TextCut { title: String, text: String },
    /// A resolution nothing is drawn at.
    #[error("a picture can be drawn at 24 to 1,200 dots an inch, not at {0}")]
    Resolution(u32),
    /// The pixels don't fit into memory, or can't be packed.
    #[error("the pixels of \"{title}\" can't be made: {why}")]
    Pixels { title: String, why: String },
    /// The PDF can't be put together.
    #[error(
        "the PDF of \"{title}\" can't be made: a name in it holds signs that PDF can't tell; export it as PNG or SVG, or write the name in other letters"
    )]
    Pdf { title: String },
}

/// A scene drawn once, to be saved in any format.
#[derive(Debug)]
pub struct Picture<'a> {
    scene: &'a Scene,
    faces: Faces,
    svg: String,
    tree: usvg::Tree,
}

impl<'a> Picture<'a> {
    /// Draws a scene and checks that all of its texts are there.
    ///
    /// # Errors
    /// [`PictureError`] where a text is missing or cut.
    pub fn of(scene: &'a Scene) -> Result<Self, PictureError> {
        let faces = faces_for(&scene.foreign);
        let plain = svg::to_text(scene, &faces, Texts::All);
        let parsed = tree::parsed(&plain, scene, &faces, scene.texts.len())?;
        let svg = svg::to_text_anywhere(scene, &faces, &parsed.widths);
        Ok(Self {
            scene,
            faces,
            svg,
            tree: parsed.tree,
        })
    }

    /// Characters that no face of this system has: a box stands for each, and marks of
    /// letters are left away.
    #[must_use]
    pub fn replaced(&self) -> &[char] {
        &self.faces.lacking
    }

    /// Whether it shows offers the other side hasn't been given.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.scene.private
    }

    /// SVG with its text as text: it can be edited and searched, and every text keeps its width
    /// whatever face stands in for Source Sans 3 where it is opened.
    #[must_use]
    pub fn svg_with_text(&self) -> &str {
        &self.svg
    }

    /// SVG with its text as outlines: it looks the same everywhere, also in slides.
    #[must_use]
    pub fn svg_outlined(&self) -> String {
        svg::outlined(&self.tree, self.scene)
    }

    /// The pixels at a resolution, dots an inch: those of the PNG.
    ///
    /// # Errors
    /// [`PictureError`] for a resolution out of 24 to 1,200, or no memory.
    pub fn raster(&self, dpi: u32) -> Result<Raster, PictureError> {
        if !POSSIBLE.contains(&dpi) {
            return Err(PictureError::Resolution(dpi));
        }
        png::raster(&self.tree, self.scene, dpi)
    }

    /// PNG with its resolution and colour space written in.
    ///
    /// # Errors
    /// As [`Picture::raster`].
    pub fn png(&self, dpi: u32) -> Result<Vec<u8>, PictureError> {
        png::packed(self.raster(dpi)?, self.scene, dpi)
    }

    /// One page of PDF as large as the sheet: tagged, with alternative text, its fonts embedded and
    /// its text to be selected; a table is a table there.
    ///
    /// # Errors
    /// [`PictureError::Pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, PictureError> {
        pdf::on_sheets(&self.scene.title, std::slice::from_ref(self))
    }

    /// The drawing of some of the texts alone.
    fn part(&self, texts: Texts<'_>, count: usize) -> Result<usvg::Tree, PictureError> {
        let svg = svg::to_text(self.scene, &self.faces, texts);
        Ok(tree::parsed(&svg, self.scene, &self.faces, count)?.tree)
    }
}

/// One PDF of this title with a page for each picture, in order, each as [`Picture::pdf`] makes it.
///
/// # Errors
/// [`PictureError`].
pub fn pages(title: &str, pictures: &[Picture<'_>]) -> Result<Vec<u8>, PictureError> {
    pdf::on_sheets(title, pictures)
}

/// The pixels of a scene at a resolution, dots an inch: for the preview and the clipboard the very
/// pixels that are saved as PNG.
///
/// # Errors
/// [`PictureError`].
pub fn raster(scene: &Scene, dpi: u32) -> Result<Raster, PictureError> {
    Picture::of(scene)?.raster(dpi)
}
