//! Letters of other faces: a face given draws them by its outlines, and one that has coloured pictures alone is named.

use std::fs;
use std::path::Path;
use std::process::Command;

use counteroffer::figure::measure::REGULAR;

/// A sign no common face has.
const SIGN: char = '\u{1d2e0}';

/// The tables of the embedded face by their names.
fn tables() -> Vec<([u8; 4], Vec<u8>)> {
    let number = |at: usize| u32::from_be_bytes(REGULAR[at..at + 4].try_into().unwrap()) as usize;
    let count = usize::from(u16::from_be_bytes([REGULAR[4], REGULAR[5]]));
    (0..count)
        .map(|at| 12 + at * 16)
        .map(|at| {
            let name = REGULAR[at..at + 4].try_into().unwrap();
            let (from, length) = (number(at + 8), number(at + 12));
            (name, REGULAR[from..from + length].to_vec())
        })
        .collect()
}

/// A map of characters that has [`SIGN`] for the letter A, and every common character for the widest letter.
fn map() -> Vec<u8> {
    let face = ttf_parser::Face::parse(REGULAR, 0).unwrap();
    let glyph = |letter| u32::from(face.glyph_index(letter).unwrap().0);
    let common = (0x20..0x250).chain(0x2000..0x2300).map(|one| (one, 'W'));
    let all: Vec<(u32, char)> = common.chain([(u32::from(SIGN), 'A')]).collect();
    let count = u32::try_from(all.len()).unwrap();
    let mut map = Vec::new();
    for short in [0_u16, 1, 3, 10] {
        map.extend(short.to_be_bytes());
    }
    map.extend(12_u32.to_be_bytes());
    for short in [12_u16, 0] {
        map.extend(short.to_be_bytes());
    }
    for long in [16 + 12 * count, 0, count] {
        map.extend(long.to_be_bytes());
    }
    for (char, letter) in all {
        for long in [char, char, glyph(letter)] {
            map.extend(long.to_be_bytes());
        }
    }
    map
}

/// A face called Pictos Sans 3 that has [`SIGN`], with its outline or without any.
fn face(outlines: bool) -> Vec<u8> {
    let kept: &[&[u8; 4]] = &[
        b"OS/2", b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name", b"post",
    ];
    let tables: Vec<([u8; 4], Vec<u8>)> = tables()
        .into_iter()
        .filter(|(name, _)| kept.contains(&name))
        .filter(|(name, _)| outlines || (name != b"glyf" && name != b"loca"))
        .map(|(name, bytes)| match &name {
            b"cmap" => (name, map()),
            b"name" => (name, renamed(bytes)),
            _ => (name, bytes),
        })
        .collect();
    let mut file = vec![0, 1, 0, 0];
    let count = u16::try_from(tables.len()).unwrap();
    for short in [count, 0, 0, 0] {
        file.extend(short.to_be_bytes());
    }
    let mut body = Vec::new();
    for (name, bytes) in &tables {
        file.extend(name);
        let at = 12 + tables.len() * 16 + body.len();
        for long in [0, at, bytes.len()] {
            file.extend(u32::try_from(long).unwrap().to_be_bytes());
        }
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    file.extend(body);
    file
}

/// The names of a face, with `Pictos` for `Source`, in both spellings a table of names has.
fn renamed(mut names: Vec<u8>) -> Vec<u8> {
    let wide = |text: &str| -> Vec<u8> { text.bytes().flat_map(|byte| [0, byte]).collect() };
    for (from, to) in [
        (b"Source".to_vec(), b"Pictos".to_vec()),
        (wide("Source"), wide("Pictos")),
    ] {
        let mut at = 0;
        while let Some(found) = names[at..].windows(from.len()).position(|one| one == from) {
            at += found;
            names[at..at + to.len()].copy_from_slice(&to);
        }
    }
    names
}

/// What an export of a case with the sign in its title says, and its drawing.
fn exported(folder: &Path, face: Option<&[u8]>) -> (String, String) {
    let text = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/scenarios/kaiser-alliance-2025.ron"
    ))
    .unwrap();
    let (title, name) = ("title: \"", "name: \"Union");
    assert!(text.contains(title) && text.contains(name));
    let text = text.replacen(title, &format!("{title}{SIGN} "), 1);
    let text = text.replacen(name, &format!("{name} {SIGN}"), 1);
    let file = folder.join("case.ron");
    fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_counteroffer"));
    command.args(["export", "--figure", "employee", "--format", "svg", "--out"]);
    command.arg(folder.join("out")).arg(&file);
    if let Some(face) = face {
        let path = folder.join("face.ttf");
        fs::write(&path, face).unwrap();
        command.arg("--font").arg(path);
    }
    let run = command.output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success(), "{said}");
    let drawing = fs::read_dir(folder.join("out")).unwrap().next().unwrap();
    (said, fs::read_to_string(drawing.unwrap().path()).unwrap())
}

/// The sign alone: the line around it keeps its own face, in which it was measured, and isn't cut.
#[test]
fn a_sign_is_drawn_with_the_face_given() {
    let folder = tempfile::tempdir().unwrap();
    let (said, drawing) = exported(folder.path(), Some(&face(true)));
    assert!(!said.contains("no typeface"), "{said}");
    assert!(
        drawing.contains("font-family=\"'Pictos Sans 3'\""),
        "{said}"
    );
}

#[test]
fn a_face_with_coloured_pictures_alone_is_named_and_a_box_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (said, drawing) = exported(folder.path(), Some(&face(false)));
    assert!(
        said.contains(
            "U+1D2E0, a box stands there: Pictos Sans 3 has it as a coloured picture only"
        ),
        "{said}"
    );
    assert!(drawing.contains("\u{25a1} Kaiser"), "no question mark");
    let (said, _) = exported(tempfile::tempdir().unwrap().path(), None);
    assert!(said.contains("U+1D2E0, a box stands there)"), "{said}");
    assert!(said.contains("--font FILE"), "{said}");
}
