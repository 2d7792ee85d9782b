//! How large type is on each size of sheet.

use crate::figure::scene::Size;

/// Type sizes and margins of a sheet, points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    pub(crate) headline: f64,
    pub(crate) subtitle: f64,
    /// Ticks, labels, cells, keys: what is read in the body.
    pub(crate) body: f64,
    /// How small the body may become before something is left out.
    pub(crate) least: f64,
    pub(crate) note: f64,
    /// How small notes may become before one of them is left out.
    pub(crate) least_note: f64,
    pub(crate) margin: f64,
    /// Lines of notes and sources before they are said shorter.
    pub(crate) note_lines: usize,
    /// Lines of them before their type becomes smaller.
    pub(crate) most_note_lines: usize,
}

/// Those of a sheet.
pub(super) fn sizes(size: Size) -> Sizes {
    match size {
        Size::Slide => Sizes {
            headline: 26.0,
            subtitle: 15.0,
            body: 14.0,
            least: 12.0,
            note: 10.5,
            least_note: 9.0,
            margin: 36.0,
            note_lines: 4,
            most_note_lines: 6,
        },
        Size::HalfSlide => Sizes {
            headline: 20.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.0,
            note: 9.5,
            least_note: 7.5,
            margin: 24.0,
            note_lines: 7,
            most_note_lines: 10,
        },
        Size::Letter => Sizes {
            headline: 14.0,
            subtitle: 10.0,
            body: 9.0,
            least: 7.5,
            note: 7.5,
            least_note: 7.0,
            margin: 8.0,
            note_lines: 5,
            most_note_lines: 7,
        },
        Size::Square => Sizes {
            headline: 21.0,
            subtitle: 13.0,
            body: 12.0,
            least: 9.0,
            note: 9.5,
            least_note: 7.5,
            margin: 26.0,
            note_lines: 6,
            most_note_lines: 8,
        },
    }
}
