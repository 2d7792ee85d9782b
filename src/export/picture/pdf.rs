//! One page of PDF.

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::Size;
use krilla::metadata::{Metadata, TextDirection};
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::PictureError;
use crate::export::PROGRAM;
use crate::figure::scene::Scene;

/// The language of all words of the program.
const LANGUAGE: &str = "en-US";

/// The tree on a page of its size, tagged as one figure. The rules of PDF/UA-1 are checked while
/// it is written.
pub(super) fn page(tree: &usvg::Tree, scene: &Scene) -> Result<Vec<u8>, PictureError> {
    let failed = |why: String| PictureError::Pdf {
        title: scene.title.clone(),
        why,
    };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| failed(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let (width, height) = (tree.size().width(), tree.size().height());
    let (Some(settings), Some(size)) = (
        PageSettings::from_wh(width, height),
        Size::from_wh(width, height),
    ) else {
        return Err(failed("the sheet has no size".to_owned()));
    };
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let drawn = surface.start_tagged(ContentTag::Other);
    let told = surface.draw_svg(tree, size, SvgSettings::default());
    surface.end_tagged();
    surface.finish();
    page.finish();
    if told.is_none() {
        return Err(failed("the drawing has no size".to_owned()));
    }
    let mut figure = TagGroup::new(Tag::Figure(Some(scene.description.clone())));
    figure.push(drawn);
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    tags.push(figure);
    document.set_tag_tree(tags);
    let (name, version) = PROGRAM;
    // No date: the same scenario gives the same bytes on any day.
    document.set_metadata(
        Metadata::new()
            .title(scene.title.clone())
            .description(scene.description.clone())
            .creator(format!("{name} {version}"))
            .language(LANGUAGE.to_owned())
            .text_direction(TextDirection::LeftToRight),
    );
    document
        .finish()
        .map_err(|error| failed(format!("{error:?}")))
}
