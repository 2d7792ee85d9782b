//! The SVG parsed once, with the embedded faces only, and checked: every text there, none cut, no
//! boxes in place of letters.

#![allow(clippy::float_arithmetic)]

use std::sync::{Arc, LazyLock};

use resvg::usvg::{self, Group, Node, fontdb};

use super::PictureError;
use crate::figure::measure::{FAMILY, REGULAR, SEMIBOLD};
use crate::figure::scene::Scene;

/// Points a box may leave the sheet by: what rounding to hundredths does.
const ROUNDING: f32 = 0.02;

fn faces() -> Arc<fontdb::Database> {
    static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
        let mut faces = fontdb::Database::new();
        for bytes in [REGULAR, SEMIBOLD] {
            faces.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        Arc::new(faces)
    });
    FACES.clone()
}

/// Parses the drawing of a scene.
pub(super) fn parsed(svg: &str, scene: &Scene) -> Result<usvg::Tree, PictureError> {
    let title = || scene.title.clone();
    let options = usvg::Options {
        // A point of the drawing is a unit of the tree.
        dpi: 72.0,
        font_family: FAMILY.to_owned(),
        fontdb: faces(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| PictureError::Unreadable {
        title: title(),
        why: error.to_string(),
    })?;
    let mut found = 0;
    check(tree.root(), &tree, scene, &mut found)?;
    let all = scene.texts.len();
    if found == all {
        Ok(tree)
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
    found: &mut usize,
) -> Result<(), PictureError> {
    for node in group.children() {
        match node {
            Node::Group(group) => check(group, tree, scene, found)?,
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
                *found += 1;
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
