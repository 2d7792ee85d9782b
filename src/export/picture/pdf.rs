//! PDF, a page a figure.

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::PictureError;
use crate::export::PROGRAM;
use crate::figure::scene::Scene;

/// The language of all words of the program.
const LANGUAGE: &str = "en-US";

/// A page as large as its sheet for each tree, tagged as one figure with its alternative text. The
/// rules of PDF/UA-1 are checked while it is written.
pub(super) fn document(pages: &[(&usvg::Tree, &Scene)]) -> Result<Vec<u8>, PictureError> {
    let title = pages.first().map_or("", |(_, scene)| &scene.title);
    let failed = |why: String| PictureError::Pdf {
        title: title.to_owned(),
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
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    let mut outline = Vec::new();
    for (tree, scene) in pages {
        let drawn = page(&mut document, tree);
        let drawn = drawn.ok_or_else(|| failed("its sheet has no size".to_owned()))?;
        let mut figure = TagGroup::new(Tag::Figure(Some(scene.description.clone())));
        figure.push(drawn);
        tags.push(figure);
        let top = XyzDestination::new(outline.len(), Point::from_xy(0.0, 0.0));
        outline.push(OutlineNode::new(scene.title.clone(), top));
    }
    // Readers who can't see the pages find them by their headlines.
    document.set_outline(outlined(outline));
    document.set_tag_tree(tags);
    let (name, version) = PROGRAM;
    // No date: the same scenario gives the same bytes on any day.
    let mut metadata = Metadata::new()
        .title(title.to_owned())
        .creator(format!("{name} {version}"))
        .language(LANGUAGE.to_owned())
        .text_direction(TextDirection::LeftToRight);
    if let [(_, only)] = pages {
        metadata = metadata.description(only.description.clone());
    }
    document.set_metadata(metadata);
    document
        .finish()
        .map_err(|error| failed(format!("{error:?}")))
}

fn outlined(nodes: Vec<OutlineNode>) -> Outline {
    let mut outline = Outline::new();
    for node in nodes {
        outline.push_child(node);
    }
    outline
}

fn page(document: &mut Document, tree: &usvg::Tree) -> Option<Identifier> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let size = Size::from_wh(width, height)?;
    let mut page = document.start_page_with(PageSettings::from_wh(width, height)?);
    let mut surface = page.surface();
    let drawn = surface.start_tagged(ContentTag::Other);
    let told = surface.draw_svg(tree, size, SvgSettings::default());
    surface.end_tagged();
    surface.finish();
    page.finish();
    told.map(|()| drawn)
}
