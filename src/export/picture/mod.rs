//! Pictures: a scene as SVG, PNG and PDF, all from one parsed tree.
//!
//! Only the two embedded faces are known, so a picture is the same on every machine; nothing in it
//! depends on time or chance. A text that would be missing or cut fails the export.

mod pdf;
mod png;
mod svg;
mod tree;

use resvg::usvg;
use thiserror::Error;

pub use self::png::Raster;
use crate::figure::scene::Scene;

/// The resolutions offered, dots an inch.
pub const RESOLUTIONS: [u32; 3] = [150, 300, 600];
/// The resolutions possible, dots an inch: a preview may need less, nothing more.
const POSSIBLE: std::ops::RangeInclusive<u32> = 24..=1200;

/// Why a picture can't be made. None is known to happen; each would otherwise be a bad picture.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PictureError {
    /// The drawing can't be read back.
    #[error("the picture \"{title}\" can't be drawn: {why}")]
    Unreadable {
        /// The picture's headline.
        title: String,
        /// The parser's reason.
        why: String,
    },
    /// A text is missing from the drawing, or has boxes where the face lacks letters.
    #[error(
        "the picture \"{title}\" can't be drawn: {missing} of its {all} texts would be missing"
    )]
    TextMissing {
        /// The picture's headline.
        title: String,
        /// How many texts are missing.
        missing: usize,
        /// How many there should be.
        all: usize,
    },
    /// A text leaves the sheet.
    #[error("the picture \"{title}\" can't be drawn: \"{text}\" would be cut at the edge")]
    TextCut {
        /// The picture's headline.
        title: String,
        /// The text.
        text: String,
    },
    /// A resolution nothing is drawn at.
    #[error("a picture can be drawn at 24 to 1,200 dots an inch, not at {0}")]
    Resolution(u32),
    /// The pixels don't fit into memory, or can't be packed.
    #[error("the pixels of \"{title}\" can't be made: {why}")]
    Pixels {
        /// The picture's headline.
        title: String,
        /// Why not.
        why: String,
    },
    /// The PDF can't be put together.
    #[error("the PDF of \"{title}\" can't be made: {why}")]
    Pdf {
        /// The picture's headline.
        title: String,
        /// Why not.
        why: String,
    },
}

/// A scene drawn once, to be saved in any format.
#[derive(Debug)]
pub struct Picture<'a> {
    scene: &'a Scene,
    svg: String,
    tree: usvg::Tree,
}

impl<'a> Picture<'a> {
    /// Draws a scene and checks that all of its texts are there.
    ///
    /// # Errors
    /// [`PictureError`] where a text is missing or cut.
    pub fn of(scene: &'a Scene) -> Result<Self, PictureError> {
        let svg = svg::to_text(scene);
        let tree = tree::parsed(&svg, scene)?;
        Ok(Self { scene, svg, tree })
    }

    /// SVG with its text as text: it can be edited and searched, and needs Source Sans 3 where it
    /// is opened.
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
        png::packed(&self.raster(dpi)?, self.scene, dpi)
    }

    /// One page of PDF as large as the sheet: tagged, with alternative text, its fonts embedded and
    /// its text to be selected.
    ///
    /// # Errors
    /// [`PictureError::Pdf`].
    pub fn pdf(&self) -> Result<Vec<u8>, PictureError> {
        pdf::document(&[(&self.tree, self.scene)])
    }
}

/// One PDF with a page for each scene, in order, each as [`Picture::pdf`] makes it.
///
/// # Errors
/// [`PictureError`].
pub fn pages(scenes: &[Scene]) -> Result<Vec<u8>, PictureError> {
    let pictures: Vec<Picture<'_>> = scenes.iter().map(Picture::of).collect::<Result<_, _>>()?;
    let pages: Vec<(&usvg::Tree, &Scene)> = pictures
        .iter()
        .map(|picture| (&picture.tree, picture.scene))
        .collect();
    pdf::document(&pages)
}

/// The pixels of a scene at a resolution, dots an inch: for the preview and the clipboard the very
/// pixels that are saved as PNG.
///
/// # Errors
/// [`PictureError`].
pub fn raster(scene: &Scene, dpi: u32) -> Result<Raster, PictureError> {
    Picture::of(scene)?.raster(dpi)
}
