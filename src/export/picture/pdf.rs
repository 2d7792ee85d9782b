//! PDF: a page a figure, or figures on real paper; charts tagged as figures, tables as tables.

#![allow(clippy::float_arithmetic)]

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size, Transform};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg;

use super::svg::Texts;
use super::{Picture, PictureError};
use crate::export::PROGRAM;
use crate::figure::layout::paper::Paper;
use crate::figure::palette::Theme;
use crate::figure::position::narrow;
use crate::figure::scene::{Scene, Spot, spot};

/// The language of all words of the program.
const LANGUAGE: &str = "en-US";

/// What stands on one page.
struct Page<'p> {
    width: f64,
    height: f64,
    /// What stands around the figures: no part of what is read.
    around: Option<&'p Picture<'p>>,
    figures: Vec<(Spot, &'p Picture<'p>)>,
}

/// A page as large as its sheet for each picture. The rules of PDF/UA-1 are checked while it is
/// written.
pub(super) fn on_sheets(title: &str, pictures: &[Picture<'_>]) -> Result<Vec<u8>, PictureError> {
    let pages = pictures.iter().map(|picture| Page {
        width: picture.scene.width,
        height: picture.scene.height,
        around: None,
        figures: vec![(spot(0.0, 0.0), picture)],
    });
    document(title, &pages.collect::<Vec<_>>())
}

/// Pictures of column-wide figures on real paper, two a page, with the case above and the page's
/// number below.
///
/// # Errors
/// [`PictureError`].
pub fn on_paper(
    case: &str,
    pictures: &[Picture<'_>],
    paper: Paper,
    theme: Theme,
) -> Result<Vec<u8>, PictureError> {
    let (width, height) = paper.points();
    let places = paper.places();
    let count = pictures.len().div_ceil(places.len());
    let scenes: Vec<Scene> = (1..=count)
        .map(|number| paper.around(case, (number, count), theme))
        .collect();
    let around: Vec<Picture<'_>> = scenes.iter().map(Picture::of).collect::<Result<_, _>>()?;
    let pages = pictures
        .chunks(places.len())
        .zip(&around)
        .map(|(pictures, around)| Page {
            width,
            height,
            around: Some(around),
            figures: places.into_iter().zip(pictures).collect(),
        });
    document(case, &pages.collect::<Vec<_>>())
}

fn document(title: &str, pages: &[Page<'_>]) -> Result<Vec<u8>, PictureError> {
    let failed = || PictureError::Pdf {
        title: title.to_owned(),
    };
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| failed())?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    let mut outline = Outline::new();
    for (number, one) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(narrow(one.width), narrow(one.height));
        let mut page = document.start_page_with(settings.ok_or_else(failed)?);
        let mut surface = page.surface();
        if let Some(around) = one.around {
            let artifact = Artifact::with_kind(ArtifactType::Page);
            surface.start_tagged(ContentTag::Artifact(artifact));
            let told = draw(&mut surface, &around.tree);
            surface.end_tagged();
            told.ok_or_else(failed)?;
        }
        for (at, picture) in &one.figures {
            surface.push_transform(&Transform::from_translate(narrow(at.x), narrow(at.y)));
            let told = figure(&mut surface, picture);
            surface.pop();
            for group in told?.ok_or_else(failed)? {
                tags.push(group);
            }
            // Readers who can't see the pages find them by their headlines.
            let place = Point::from_xy(narrow(at.x), narrow(at.y));
            let top = XyzDestination::new(number, place);
            outline.push_child(OutlineNode::new(picture.scene.title.clone(), top));
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline);
    document.set_tag_tree(tags);
    let (name, version) = PROGRAM;
    // No date: the same scenario gives the same bytes on any day.
    let mut metadata = Metadata::new()
        .title(title.to_owned())
        .creator(format!("{name} {version}"))
        .language(LANGUAGE.to_owned())
        .text_direction(TextDirection::LeftToRight);
    let figures: Vec<&Scene> = pages
        .iter()
        .flat_map(|page| page.figures.iter().map(|(_, picture)| picture.scene))
        .collect();
    if let [only] = figures.as_slice() {
        metadata = metadata.description(only.description.clone());
    }
    if figures.iter().any(|scene| scene.private) {
        metadata = metadata.keywords(vec!["private".to_owned()]);
    }
    document.set_metadata(metadata);
    document.finish().map_err(|_| failed())
}

/// One figure with its tags; none where it has no size.
fn figure(
    surface: &mut Surface<'_>,
    picture: &Picture<'_>,
) -> Result<Option<Vec<TagGroup>>, PictureError> {
    let scene = picture.scene;
    let mut whole = TagGroup::new(Tag::Figure(Some(scene.description.clone())));
    if scene.cells.is_empty() {
        let drawn = tagged(surface, &picture.tree);
        return Ok(drawn.map(|drawn| {
            whole.push(drawn);
            vec![whole]
        }));
    }
    let cells: Vec<usize> = scene.cells.iter().map(|cell| cell.text).collect();
    let rest = scene.texts.len().saturating_sub(cells.len());
    let ground = picture.part(Texts::But(&cells), rest)?;
    let Some(drawn) = tagged(surface, &ground) else {
        return Ok(None);
    };
    whole.push(drawn);
    let columns = scene.cells.iter().map(|cell| cell.column + 1);
    let columns = columns.max().unwrap_or_default();
    let mut table = TagGroup::new(Tag::Table);
    for row in scene.cells.chunk_by(|one, other| one.row == other.row) {
        let mut cells = TagGroup::new(Tag::TR);
        // Headers are matched to cells by their places: a cell without words has its place too.
        for column in 0..columns {
            let parts = row.iter().filter(|part| part.column == column);
            let texts: Vec<usize> = parts.map(|part| part.text).collect();
            let number = row.first().map_or(0, |part| part.row);
            let mut group = match (number, column) {
                _ if texts.is_empty() => TagGroup::new(Tag::TD),
                (0, _) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
                (_, 0) => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
                _ => TagGroup::new(Tag::TD),
            };
            if !texts.is_empty() {
                let words = picture.part(Texts::Only(&texts), texts.len())?;
                let Some(drawn) = tagged(surface, &words) else {
                    return Ok(None);
                };
                group.push(drawn);
            }
            cells.push(group);
        }
        table.push(cells);
    }
    Ok(Some(vec![whole, table]))
}

fn tagged(surface: &mut Surface<'_>, tree: &usvg::Tree) -> Option<Identifier> {
    let tag = surface.start_tagged(ContentTag::Other);
    let told = draw(surface, tree);
    surface.end_tagged();
    told.map(|()| tag)
}

fn draw(surface: &mut Surface<'_>, tree: &usvg::Tree) -> Option<()> {
    let size = Size::from_wh(tree.size().width(), tree.size().height())?;
    surface.draw_svg(tree, size, SvgSettings::default())
}
