//! What is ticked in the export dialog.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::export::figure_set::{ExportRequest, Format};
use crate::figure::FigureName;
use crate::figure::palette::Theme;
use crate::figure::scene::Size;

/// What is ticked; kept with the window's settings by name, so that an unknown name is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub figures: BTreeSet<FigureName>,
    pub(super) sizes: BTreeSet<Size>,
    pub(super) themes: BTreeSet<Theme>,
    pub formats: BTreeSet<Format>,
    /// Dots an inch of pixel pictures.
    pub dpi: u32,
    /// Whether SVG keeps its text as text.
    pub(super) text_svg: bool,
    /// Whether all figures become the pages of one PDF.
    pub(super) one_pdf: bool,
    /// The folder to write to.
    pub folder: String,
    /// Whether private offers are drawn; never remembered.
    pub with_private: bool,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            figures: FigureName::ALL.into_iter().collect(),
            sizes: BTreeSet::from([Size::Slide]),
            themes: BTreeSet::from([Theme::Light]),
            formats: BTreeSet::from([Format::Png, Format::Pdf]),
            dpi: 300,
            text_svg: true,
            one_pdf: false,
            folder: String::new(),
            with_private: false,
        }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    figures: Vec<String>,
    sizes: Vec<String>,
    themes: Vec<String>,
    formats: Vec<String>,
    dpi: u32,
    text_svg: bool,
    one_pdf: bool,
    folder: String,
}

impl Choice {
    /// As text for the settings.
    #[must_use]
    pub fn to_text(&self) -> String {
        let kept = Kept {
            figures: self
                .figures
                .iter()
                .map(|one| one.key().to_owned())
                .collect(),
            sizes: self.sizes.iter().map(|one| one.key().to_owned()).collect(),
            themes: self.themes.iter().map(|one| one.key().to_owned()).collect(),
            formats: self
                .formats
                .iter()
                .map(|one| one.key().to_owned())
                .collect(),
            dpi: self.dpi,
            text_svg: self.text_svg,
            one_pdf: self.one_pdf,
            folder: self.folder.clone(),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// As a request; the files are called after the scenario's file, or after its title where it has none.
    #[must_use]
    pub fn request(&self, file: Option<&Path>) -> ExportRequest {
        let stem = file.and_then(Path::file_stem);
        ExportRequest {
            called: stem.map(|name| name.to_string_lossy().into_owned()),
            figures: self.figures.iter().copied().collect(),
            formats: self.formats.iter().copied().collect(),
            sizes: self.sizes.iter().copied().collect(),
            themes: self.themes.iter().copied().collect(),
            dpi: self.dpi,
            text_svg: self.text_svg,
            one_pdf: self.one_pdf,
            paper: None,
            with_private: self.with_private,
        }
    }

    /// From the settings; anything that can't be read is as at the first start.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let Ok(kept) = serde_json::from_str::<Kept>(text) else {
            return Self::default();
        };
        let first = Self::default();
        let figures = named(&kept.figures, FigureName::ALL, FigureName::key);
        let sizes = named(&kept.sizes, Size::ALL, Size::key);
        let themes = named(&kept.themes, Theme::ALL, Theme::key);
        let formats = named(&kept.formats, Format::ALL, Format::key);
        Self {
            figures: figures.unwrap_or(first.figures),
            sizes: sizes.unwrap_or(first.sizes),
            themes: themes.unwrap_or(first.themes),
            formats: formats.unwrap_or(first.formats),
            dpi: if [150, 300, 600].contains(&kept.dpi) {
                kept.dpi
            } else {
                first.dpi
            },
            text_svg: kept.text_svg,
            one_pdf: kept.one_pdf,
            folder: kept.folder,
            with_private: false,
        }
    }
}

/// Those of `all` that are named; `None` where none is.
fn named<T: Copy + Ord, const N: usize>(
    names: &[String],
    all: [T; N],
    key: impl Fn(T) -> &'static str,
) -> Option<BTreeSet<T>> {
    let found: BTreeSet<T> = all
        .into_iter()
        .filter(|one| names.iter().any(|name| name == key(*one)))
        .collect();
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_kept_but_for_private_offers() {
        let choice = Choice {
            figures: BTreeSet::from([FigureName::Gap]),
            dpi: 600,
            folder: "/tmp/briefing".to_owned(),
            with_private: true,
            ..Choice::default()
        };
        let again = Choice::from_text(&choice.to_text());
        assert!(!again.with_private);
        assert_eq!(
            again,
            Choice {
                with_private: false,
                ..choice
            }
        );
    }

    #[test]
    fn settings_of_another_version_do_no_harm() {
        assert_eq!(Choice::from_text("nonsense"), Choice::default());
        let text = Choice::default().to_text().replace("slide", "poster");
        assert_eq!(Choice::from_text(&text).sizes, Choice::default().sizes);
    }
}
