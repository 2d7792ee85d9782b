//! The faces a picture is drawn with: the two embedded ones, and for letters they lack one of the
//! system's, or of a file the user names.

#![allow(clippy::float_arithmetic)]

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

use resvg::usvg::fontdb::{Database, FaceInfo, Source, Style};
use ttf_parser::{Face, OutlineBuilder};

use crate::figure::measure::{REGULAR, SEMIBOLD, is_combining};
use crate::units::visible;

/// The widest letter that is drawn, in sizes: signs that stand for whole sentences would be cut at the edge.
const WIDEST: f64 = 2.5;

/// The largest file of faces a user may name, bytes; those with all of Chinese take some twenty million.
const MOST_BYTES: u64 = 64_000_000;

/// The faces of one picture.
#[derive(Debug)]
pub(super) struct Faces {
    pub(super) known: Arc<Database>,
    /// Characters that none of them has.
    pub(super) lacking: Vec<char>,
    /// The families of characters that the embedded faces lack and another has.
    families: Vec<(char, String)>,
}

impl Faces {
    /// The family that draws a character, where the embedded one doesn't.
    pub fn family_of(&self, char: char) -> Option<&str> {
        let found = self.families.iter().find(|(one, _)| *one == char);
        found.map(|(_, family)| family.as_str())
    }
}

/// A file of faces the user has named, for letters neither embedded nor installed.
static GIVEN: OnceLock<Vec<u8>> = OnceLock::new();

/// Has pictures take letters that the embedded faces lack from a file first. The first file named
/// holds for as long as the program runs.
///
/// # Errors
/// Why the file is of no use, in words.
pub fn use_file(path: &Path) -> Result<(), String> {
    let name = visible::path(path);
    let bytes = bytes_of(path).map_err(|error| match error.kind() {
        ErrorKind::IsADirectory => format!("{name} is a folder; name a .ttf or .otf file in it"),
        ErrorKind::InvalidInput => {
            format!("{name} is not an ordinary file; name a .ttf or .otf file")
        }
        ErrorKind::FileTooLarge => format!(
            "{name} is larger than {} MB, more than a typeface is; name a .ttf or .otf file",
            MOST_BYTES / 1_000_000
        ),
        ErrorKind::NotFound => format!("{name}: there is no such file; name a .ttf or .otf file"),
        ErrorKind::PermissionDenied => format!("{name}: the file may not be read"),
        _ => format!("{name}: the file can't be read"),
    })?;
    if Face::parse(&bytes, 0).is_err() {
        return Err(format!(
            "{name} holds no typeface; name a .ttf or .otf file"
        ));
    }
    let _first_stays = GIVEN.set(bytes);
    Ok(())
}

/// An ordinary file of a typeface's size. It is looked at before it is opened: a device never ends, and opening a
/// pipe waits for someone to write into it.
fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    let there = std::fs::metadata(path)?;
    if there.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    } else if !there.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    // One byte more than allowed, in case it has grown meanwhile.
    File::open(path)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn embedded() -> &'static Arc<Database> {
    static FACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut faces = Database::new();
        for bytes in [REGULAR, SEMIBOLD] {
            faces.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        Arc::new(faces)
    });
    &FACES
}

/// The system's faces; looked for only where a letter is lacking.
fn installed() -> &'static Database {
    static FACES: LazyLock<Database> = LazyLock::new(|| {
        let mut faces = Database::new();
        if let Some(bytes) = GIVEN.get() {
            faces.load_font_data(bytes.clone());
        }
        faces.load_system_fonts();
        faces
    });
    &FACES
}

/// The faces that draw these characters beside the embedded ones.
pub(super) fn faces_for(foreign: &[char]) -> Faces {
    let mut faces = Faces {
        known: embedded().clone(),
        lacking: Vec::new(),
        families: Vec::new(),
    };
    if foreign.is_empty() {
        return faces;
    }
    let all = in_order();
    let mut more: Vec<&FaceInfo> = Vec::new();
    for char in foreign {
        // The layout has left marks away that have no place. A face chosen for one character is
        // taken for others too, where it can be.
        let chosen = more.iter().chain(&all).find(|face| draws(face, *char));
        let chosen = chosen.filter(|_| !is_combining(*char)).copied();
        match chosen.and_then(|face| Some((face, face.families.first()?))) {
            Some((face, (family, _))) => {
                faces.families.push((*char, family.clone()));
                if !more.iter().any(|one| one.id == face.id) {
                    more.push(face);
                }
            }
            None => faces.lacking.push(*char),
        }
    }
    if !more.is_empty() {
        let mut known = Database::clone(embedded());
        for face in more {
            known.push_face_info(face.clone());
        }
        faces.known = Arc::new(known);
    }
    faces
}

/// The installed faces, plain ones for reading first, in an order that is the same at every start.
fn in_order() -> Vec<&'static FaceInfo> {
    let mut all: Vec<&FaceInfo> = installed().faces().collect();
    all.sort_by_key(|face| {
        let given = matches!(face.source, Source::Binary(_));
        let name = face.post_script_name.as_str();
        let liked = ["NotoSans", "DejaVuSans", "SourceHanSans"]
            .iter()
            .position(|family| name.starts_with(family))
            .unwrap_or(usize::MAX);
        (
            !given,
            face.style != Style::Normal,
            face.monospaced,
            face.weight.0.abs_diff(400),
            liked,
            name,
            face.index,
        )
    });
    all
}

/// The installed family that has a character as a coloured picture alone, which no drawing of outlines can hold.
pub fn only_in_colour(char: char) -> Option<String> {
    let has = |info: &&FaceInfo| {
        let glyph = installed().with_face_data(info.id, |bytes, index| {
            Face::parse(bytes, index).ok()?.glyph_index(char)
        });
        glyph.flatten().is_some_and(|glyph| glyph.0 != 0) && !draws(info, char)
    };
    let face = in_order().into_iter().find(has)?;
    Some(visible::visible(&face.families.first()?.0))
}

/// Whether a face draws a character with an outline, and no wider than a letter is: pictures hold no bitmaps.
fn draws(info: &FaceInfo, char: char) -> bool {
    let drawn = installed().with_face_data(info.id, |bytes, index| {
        let face = Face::parse(bytes, index).ok()?;
        let glyph = face.glyph_index(char)?;
        let _outline = face.outline_glyph(glyph, &mut Nothing)?;
        let wide = f64::from(face.glyph_hor_advance(glyph)?) / f64::from(face.units_per_em());
        (wide <= WIDEST).then_some(())
    });
    drawn.flatten().is_some()
}

/// An outline that is only asked for.
struct Nothing;

impl OutlineBuilder for Nothing {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}
