//! Colours, dashes and shapes of figures on paper: plain values, one set a theme.
//!
//! Marks keep 3 : 1 to the ground and text 4.5 : 1. Colour never stands alone: every role of an
//! offer has a dash, a head and a filling of its own, so that a figure survives colour-blindness
//! and a grey printer.

use super::Role;

/// A colour, red, green and blue, 0 to 255 each, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Of a code as in a style sheet: `0x12436D`.
    const fn of(code: u32) -> Self {
        let [_, red, green, blue] = code.to_be_bytes();
        Self(red, green, blue)
    }

    /// As in SVG: `#12436d`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// What a figure is looked at on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Theme {
    /// White paper and screens.
    #[default]
    Light,
    /// A dark room.
    Dark,
    /// A printer without colours.
    Grey,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Grey];

    /// Its name on the command line and in file names.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Grey => "grey",
        }
    }

    /// What it is called in the window.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::Grey => "Grey print",
        }
    }

    #[must_use]
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Grey => &GREY,
        }
    }
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    pub(crate) ink: Rgb,
    /// Text that explains.
    pub(crate) soft: Rgb,
    /// Axis text.
    pub(crate) faint: Rgb,
    pub paper: Rgb,
    /// Thin rules and grid lines: decoration, under no floor of contrast.
    pub(crate) rule: Rgb,
    marks: [Rgb; 7],
    texts: [Rgb; 7],
}

impl Palette {
    /// The colour of a role's marks.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are seven roles, numbered from 0, and as many colours"
    )]
    pub fn mark(&self, role: Role) -> Rgb {
        self.marks[index(role)]
    }

    /// The colour of text about a role.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        reason = "there are seven roles, numbered from 0, and as many colours"
    )]
    pub fn text(&self, role: Role) -> Rgb {
        self.texts[index(role)]
    }
}

/// Every role, in the order of the colours.
pub const ROLES: [Role; 7] = [
    Role::A,
    Role::B,
    Role::Edited,
    Role::Other,
    Role::More,
    Role::Less,
    Role::Total,
];

fn index(role: Role) -> usize {
    match role {
        Role::A => 0,
        Role::B => 1,
        Role::Edited => 2,
        Role::Other => 3,
        Role::More => 4,
        Role::Less => 5,
        Role::Total => 6,
    }
}

/// How the line of a role is broken: lengths of dashes and gaps in line widths; empty is solid.
#[must_use]
pub fn dash(role: Role) -> &'static [f64] {
    match role {
        Role::B => &[3.4, 2.0],
        Role::Edited => &[9.0, 1.8],
        Role::Other => &[1.2, 2.0],
        _ => &[],
    }
}

/// The head of a stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HeadShape {
    /// A filled circle.
    Circle,
    /// A filled square on its corner.
    Diamond,
    /// A circle with the ground inside.
    OpenCircle,
    /// A filled square.
    Square,
}

/// The head of a role's stems.
#[must_use]
pub fn head(role: Role) -> HeadShape {
    match role {
        Role::B => HeadShape::Diamond,
        Role::Edited => HeadShape::OpenCircle,
        Role::Other => HeadShape::Square,
        _ => HeadShape::Circle,
    }
}

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filling {
    /// With the mark's colour.
    Solid,
    /// With the mark's colour, slanted lines of the ground through it.
    Striped,
    /// With the ground, a thick outline around it.
    Open,
    /// With the mark's colour, level lines of the ground through it.
    Lined,
}

/// How the bars of a role are filled. Parts of a bridge stand one in a row with their names beside
/// them, and need no more than that.
#[must_use]
pub fn filling(role: Role) -> Filling {
    match role {
        Role::B | Role::Less => Filling::Striped,
        Role::Edited => Filling::Open,
        Role::Other => Filling::Lined,
        _ => Filling::Solid,
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "both lists have seven entries, and a constant out of bounds doesn't compile"
)]
const fn all(codes: [u32; 7]) -> [Rgb; 7] {
    let mut colours = [Rgb(0, 0, 0); 7];
    let mut at = 0;
    while at < 7 {
        colours[at] = Rgb::of(codes[at]);
        at += 1;
    }
    colours
}

/// White paper and screens.
pub const LIGHT: Palette = Palette {
    ink: Rgb::of(0x14202B),
    soft: Rgb::of(0x566573),
    faint: Rgb::of(0x66747F),
    paper: Rgb::of(0xFFFFFF),
    rule: Rgb::of(0xE1E7EC),
    marks: all([
        0x12436D, 0xF46A25, 0x0F8567, 0x7B8794, 0x8A6BB5, 0x2A8C94, 0x14202B,
    ]),
    texts: all([
        0x12436D, 0xB5460F, 0x0B6B53, 0x566573, 0x6B4A9C, 0x1B6A71, 0x14202B,
    ]),
};

/// A dark room.
pub const DARK: Palette = Palette {
    ink: Rgb::of(0xE9EEF3),
    soft: Rgb::of(0xA9B5C0),
    faint: Rgb::of(0x97A4B0),
    paper: Rgb::of(0x141A20),
    rule: Rgb::of(0x2B353F),
    marks: all([
        0x6BB5F0, 0xFF8B4F, 0x3CC59B, 0x8C98A4, 0xA48ACB, 0x4FB9C2, 0xE9EEF3,
    ]),
    texts: all([
        0x8CC7F7, 0xFFA476, 0x5CD3AE, 0xA9B5C0, 0xBDA6DF, 0x74CDD5, 0xE9EEF3,
    ]),
};

const GREY: Palette = Palette {
    ink: Rgb::of(0x111111),
    soft: Rgb::of(0x4D4D4D),
    faint: Rgb::of(0x5C5C5C),
    paper: Rgb::of(0xFFFFFF),
    rule: Rgb::of(0xDDDDDD),
    marks: all([
        0x1A1A1A, 0x707070, 0x333333, 0x8A8A8A, 0x707070, 0x8A8A8A, 0x111111,
    ]),
    texts: all([
        0x1A1A1A, 0x4D4D4D, 0x262626, 0x5C5C5C, 0x4D4D4D, 0x4D4D4D, 0x111111,
    ]),
};

#[cfg(test)]
mod tests;
