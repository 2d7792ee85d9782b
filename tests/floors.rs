//! The invariants of ARCHITECTURE.md that the compiler doesn't keep: which floor may use which, and what
//! the pure ones may not touch.

#![allow(clippy::unwrap_used)]

#[path = "floors/imports.rs"]
mod imports;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use imports::{Imports, Module};

/// From the ground up: a floor may use itself and those before it.
const FLOORS: [&str; 8] = [
    "units", "scenario", "costing", "explore", "figure", "files", "export", "document",
];

/// Floors that are functions of their arguments alone.
const PURE: [&str; 5] = ["units", "scenario", "costing", "explore", "figure"];

fn sources(floor: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("src")
            .join(floor),
    ];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.file_stem().is_some_and(|name| name == "tests") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The code of a file: no comments, nothing below its tests. Files and folders of tests are left out.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn violations(floors: &[&str], forbidden: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let mut found = Vec::new();
    for floor in floors {
        let words = forbidden(floor);
        for (path, text) in sources(floor) {
            let code = code(&text);
            for word in words.iter().filter(|word| code.contains(word.as_str())) {
                found.push(format!("{} uses {word}", path.display()));
            }
        }
    }
    found
}

#[test]
fn each_floor_uses_only_what_lies_below() {
    let imports = Imports::of_the_library();
    let order: Vec<&str> = FLOORS.iter().copied().chain(["ui", "cli"]).collect();
    let height = |module: &Module| {
        let floor = module.first().map(String::as_str);
        order.iter().position(|name| floor == Some(*name))
    };
    let found: Vec<String> = imports
        .arrows()
        .filter(|(from, to)| height(from) < height(to))
        .map(|(from, to)| format!("{} uses {}", from.join("::"), to.join("::")))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// The rooms of the window from the ground up: a room may use itself and those of the rows before it. Rooms of
/// one row are unaware of each other.
const ROOMS: [&[&str]; 6] = [
    &["widgets"],
    &["state"],
    &["disk", "forms"],
    &[
        "dialogs",
        "frame",
        "panels",
        "raise_table",
        "timeline",
        "views",
    ],
    &["app"],
    &[],
];

#[test]
fn the_windows_rooms_use_only_what_lies_below_and_know_nothing_of_each_other() {
    let imports = Imports::of_the_library();
    let row = |room: &str| ROOMS.iter().position(|rooms| rooms.contains(&room));
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (from, to) in imports.arrows() {
        let [ui, room, ..] = from.as_slice() else {
            continue;
        };
        if ui != "ui" || to.first().map(String::as_str) != Some("ui") {
            continue;
        }
        assert!(
            row(room).is_some(),
            "ui/{room} has no place among the rooms"
        );
        seen.insert(room.clone());
        let below = match to.get(1) {
            Some(other) => other == room || row(other) < row(room),
            // What `ui` itself hands out may come from any room.
            None => false,
        };
        if !below {
            found.push(format!("{} uses {}", from.join("::"), to.join("::")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(seen.len(), ROOMS.concat().len(), "a room without imports");
}

/// Only `app` takes the whole of the window's state.
#[test]
fn only_app_knows_the_app() {
    let mut found = Vec::new();
    for (path, text) in sources("ui") {
        let within = path.components().any(|part| part.as_os_str() == "app");
        let names = code(&text);
        let knows =
            names.contains("&mut App") || names.contains("&App") || names.contains("app::App");
        if !within && knows && !path.ends_with("ui/mod.rs") {
            found.push(path.display().to_string());
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let imports = Imports::of_the_library();
    // A parent and its own children are one.
    let round: Vec<Vec<String>> = imports
        .circles()
        .iter()
        .map(|circle| circle.iter().map(|module| module.join("::")).collect())
        .collect();
    assert!(round.is_empty(), "{round:#?}");
}

#[test]
fn the_pure_floors_touch_no_disk_read_no_clock_and_know_no_screen() {
    let found = violations(&PURE, |_| {
        [
            "std::fs",
            "std::io",
            "std::env",
            "std::process",
            "std::net",
            "std::time",
            "SystemTime",
            "Instant",
            "Timestamp::now",
            "Zoned::now",
            "egui",
            "eframe",
            "rand::",
        ]
        .map(str::to_owned)
        .to_vec()
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// Money never passes through binary floating point, and nothing in the core panics on purpose.
#[test]
fn the_core_has_no_floats_and_no_panics() {
    let found = violations(&["units", "scenario", "costing", "explore"], |_| {
        [
            "f64",
            "f32",
            ".unwrap()",
            ".expect(",
            "panic!",
            "unreachable!",
            "todo!",
            "unimplemented!",
        ]
        .map(str::to_owned)
        .to_vec()
    });
    assert!(found.is_empty(), "{found:#?}");
}

/// One place rounds what is shown, one place formats money.
#[test]
fn rounding_and_dollar_signs_live_in_one_place() {
    let mut found = Vec::new();
    for floor in FLOORS.iter().chain(&["cli", "ui"]) {
        for (path, text) in sources(floor) {
            let code = code(&text);
            let rounds = code.contains("round_dp") || code.contains("RoundingStrategy");
            if rounds && !path.ends_with("units/decimal.rs") {
                found.push(format!("{} rounds decimals itself", path.display()));
            }
            if code.contains("\"${") && !path.ends_with("units/text.rs") {
                found.push(format!("{} formats money itself", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Colours of figures live in one place; the window adds only its own grounds and outlines, in another.
#[test]
fn colours_live_where_the_palettes_are() {
    let mut found = Vec::new();
    for floor in FLOORS.iter().chain(&["cli", "ui"]) {
        for (path, text) in sources(floor) {
            let code = code(&text);
            let makes = [
                "from_rgb(",
                "from_gray(",
                "from_hex",
                "Rgb::of(",
                "Color32::WHITE",
                "rgb(0x",
            ];
            let own = path.ends_with("figure/palette.rs") || path.ends_with("ui/widgets/theme.rs");
            if !own && makes.iter().any(|one| code.contains(one)) {
                found.push(path.display().to_string());
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Where a text may be searched for words: it was typed, pasted or kept by somebody, or is set for print. All
/// else takes its decisions from types.
const READS_TEXT: [(&str, &str); 27] = [
    ("document/amounts.rs", "amounts and times of day as typed"),
    ("document/cell/parts.rs", "the words of a cell as typed"),
    (
        "document/cell/parts/lump.rs",
        "the words of a cell as typed",
    ),
    ("document/fields/beside.rs", "a field's unit as typed"),
    ("document/fields/raises.rs", "a field's unit as typed"),
    ("document/fields/values.rs", "a field's unit as typed"),
    ("document/line.rs", "the words of a pasted line"),
    ("document/line_words.rs", "the words of a pasted line"),
    ("document/spelled.rs", "numbers in words of a pasted line"),
    ("document/paste.rs", "cells as pasted"),
    ("document/payroll/cell.rs", "a scale and step as typed"),
    ("document/payroll/paste.rs", "cells as pasted"),
    ("document/payroll/turning.rs", "shares as typed"),
    ("document/prices.rs", "months as pasted"),
    ("explore/sentence.rs", "a claim as it was made"),
    (
        "explore/sentence/doubt.rs",
        "what around a number changes its meaning in a pasted sentence",
    ),
    ("explore/sentence/precision.rs", "a claim as it was made"),
    ("export/picture/svg.rs", "a number's digits"),
    (
        "figure/build/money.rs",
        "the scenario's own currency, by its code and symbol",
    ),
    (
        "figure/build/name_in_words.rs",
        "an offer's name, which is the user's own",
    ),
    (
        "figure/build/notes.rs",
        "reasons in the user's own sentences",
    ),
    ("scenario/validate/people.rs", "a file's name"),
    ("ui/app/saving.rs", "a file's name"),
    ("ui/dialogs/payroll/scale.rs", "months and rates as typed"),
    ("ui/forms/rules.rs", "a day as typed"),
    ("ui/panels/inspector/offer.rs", "a day as typed"),
    (
        "ui/state/lane_sizes.rs",
        "what was remembered between starts",
    ),
];

/// How code looks for words in a text, or takes them out of it.
const READING: [&str; 17] = [
    ".contains(\"",
    ".replace(\"",
    ".replace('",
    ".replacen(\"",
    ".replacen('",
    ".starts_with(\"",
    ".ends_with(\"",
    ".strip_prefix(\"",
    ".strip_suffix(\"",
    ".split_once(\"",
    ".rsplit_once(\"",
    ".split(\"",
    ".trim_end_matches(\"",
    ".trim_start_matches(\"",
    ".eq_ignore_ascii_case(\"",
    "== \"",
    "!= \"",
];

/// Words are made once, at the edge, and no code reads them back: what is wrong, unknown or chosen is a type.
#[test]
fn only_readers_of_typed_text_look_for_words_in_it() {
    let mut found = Vec::new();
    let mut used = BTreeSet::new();
    for floor in [
        "scenario", "costing", "explore", "figure", "export", "document", "ui", "cli",
    ] {
        for (path, text) in sources(floor) {
            let code = code(&text);
            let reads = READING.iter().filter(|one| code.contains(**one));
            let reads: Vec<&str> = reads.copied().collect();
            if reads.is_empty() {
                continue;
            }
            match READS_TEXT.iter().find(|(own, _)| path.ends_with(own)) {
                Some((own, _)) => {
                    used.insert(*own);
                }
                None => found.push(format!("{} uses {reads:?}", path.display())),
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    let needless: Vec<&str> = READS_TEXT
        .iter()
        .map(|(own, _)| *own)
        .filter(|own| !used.contains(own))
        .collect();
    assert!(
        needless.is_empty(),
        "these read no text any more: {needless:#?}"
    );
}

/// What code and tests cite of METHOD.md and ARCHITECTURE.md is a section there: `METHOD.md "Time", "Cost"`. A
/// citation in another form would be missed, so there is none.
#[test]
fn every_section_cited_stands_where_it_is_looked_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cited = 0;
    let mut missing = Vec::new();
    for document in ["METHOD.md", "ARCHITECTURE.md"] {
        let words = fs::read_to_string(root.join(document)).unwrap();
        let sections: BTreeSet<&str> = words
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        for (path, text) in files_below(&root.join("src"))
            .into_iter()
            .chain(files_below(&root.join("tests")))
            .chain(files_below(&root.join("benches")))
            .filter(|(path, _)| !path.ends_with("tests/floors.rs"))
        {
            let path = path.display();
            let loose = |after: &str| {
                let form = [", \"", " §"].iter().any(|form| after.starts_with(form));
                let named = after.strip_prefix(' ').and_then(|name| name.chars().next());
                form || named.is_some_and(char::is_uppercase)
            };
            if text.split(document).skip(1).any(loose) {
                missing.push(format!("{path} cites {document} in another form"));
            }
            for after in text.split(&format!("{document} \"")).skip(1) {
                let mut rest = after;
                while let Some((section, more)) = rest.split_once('"') {
                    cited += 1;
                    if !sections.contains(section) {
                        missing.push(format!("{path} cites \u{201c}{section}\u{201d}"));
                    }
                    if more.starts_with(" and \"") {
                        missing.push(format!("{path} cites {document} with an and"));
                    }
                    match more.strip_prefix(", \"") {
                        Some(next) => rest = next,
                        None => break,
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(cited > 40, "only {cited} sections are cited");
}

/// A file that ARCHITECTURE.md names is there, by the end of its path.
#[test]
fn every_file_the_architecture_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let words = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let paths: Vec<PathBuf> = ["src", "tests", "benches"]
        .iter()
        .flat_map(|folder| files_below(&root.join(folder)))
        .map(|(path, _)| path)
        .collect();
    let named: BTreeSet<&str> = words
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.ends_with(".rs") && !name.contains(' '))
        .map(|name| name.trim_start_matches("../"))
        .collect();
    let missing: Vec<&&str> = named
        .iter()
        .filter(|name| !paths.iter().any(|path| path.ends_with(name)))
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(named.len() > 40, "only {} files are named", named.len());
}

/// Every Rust file below a folder, with its text.
fn files_below(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

/// The tests above would pass on an empty folder; this one wouldn't.
#[test]
fn there_are_floors_to_look_at() {
    for floor in ["units", "scenario", "costing", "explore", "files", "export"] {
        assert!(sources(floor).len() > 1, "src/{floor} holds no sources");
    }
}
