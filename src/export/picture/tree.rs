//! The SVG parsed once, with the picture's own faces only, and checked: every text there, none cut, no
//! boxes in place of letters.

#![allow(clippy::float_arithmetic)]

use resvg::usvg::{self, Group, Node};

use super::PictureError;
use super::faces::Faces;
use crate::figure::measure::FAMILY;
use crate::figure::scene::Scene;

/// Points a box may leave the sheet by: what rounding to hundredths does.
const ROUNDING: f32 = 0.02;

/// A drawing read back, and how wide each of its texts is, points, in the scene's order.
pub(super) struct Parsed {
    pub(super) tree: usvg::Tree,
    pub(super) widths: Vec<f64>,
}

/// Parses the drawing of a scene, which has `all` texts.
pub(super) fn parsed(
    svg: &str,
    scene: &Scene,
    faces: &Faces,
    all: usize,
) -> Result<Parsed, PictureError> {
    let title = || scene.title.clone();
    let options = usvg::Options {
        // A point of the drawing is a unit of the tree.
        dpi: 72.0,
        font_family: FAMILY.to_owned(),
        fontdb: faces.known.clone(),
        // Every letter's family is named. Left to look for others by itself, the parser sets a whole line in the
        // face of its one strange letter, wider than there is room for.
        font_resolver: usvg::FontResolver {
            select_font: usvg::FontResolver::default_font_selector(),
            select_fallback: Box::new(|_, _, _| None),
        },
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options)
        .map_err(|_| PictureError::Unreadable { title: title() })?;
    let mut widths = Vec::with_capacity(all);
    check(tree.root(), &tree, scene, &mut widths)?;
    let found = widths.len();
    if found == all {
        Ok(Parsed { tree, widths })
    } else {
        Err(PictureError::TextMissing {
            title: title(),
            missing: all.saturating_sub(found),
            all,
        })
    }
}

fn check(
    group: &Group,
    tree: &usvg::Tree,
    scene: &Scene,
    widths: &mut Vec<f64>,
) -> Result<(), PictureError> {
    for node in group.children() {
        match node {
            Node::Group(group) => check(group, tree, scene, widths)?,
            Node::Text(text) => {
                let drawn = text.flattened().abs_bounding_box();
                let empty = drawn.width() <= 0.0 || drawn.height() <= 0.0;
                // Glyph 0 is the box that stands for what a face lacks.
                let boxed = text
                    .layouted()
                    .iter()
                    .flat_map(|span| &span.positioned_glyphs)
                    .any(|glyph| glyph.id.0 == 0);
                if empty || boxed {
                    continue;
                }
                widths.push(f64::from(text.bounding_box().width()));
                let cut = drawn.left() < -ROUNDING
                    || drawn.top() < -ROUNDING
                    || drawn.right() > tree.size().width() + ROUNDING
                    || drawn.bottom() > tree.size().height() + ROUNDING;
                if cut {
                    let words = text.chunks().iter().map(usvg::TextChunk::text);
                    return Err(PictureError::TextCut {
                        title: scene.title.clone(),
                        text: words.collect(),
                    });
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    Ok(())
}
