//! The format of version 1 is frozen: what has been saved must open for ever, and its text and its hash are quoted
//! in reports. The files of `tests/golden` named after the version hold every field and every choice of it, and
//! stay as they are. What is added to the format later comes with a default, in a frozen file of its own.

use std::fs;
use std::path::{Path, PathBuf};

use counteroffer::files::{parse_scenario, sha256, to_ron};

/// The frozen files, each with what sha256sum prints for it.
const FROZEN: [(&str, &str); 3] = [
    (
        "version-1.ron",
        "89eef85bb83cb742fc09f6b7f77d5c8e35d274110fa69d44ece10a93389ac36f",
    ),
    (
        "version-1-statements.ron",
        "7a3233c0f9daabd6593f899f221e7233f4264baa98ea0dcd44262988848844dd",
    ),
    (
        "version-1-table.ron",
        "d7b8125ba927bddb9bd42c7a4652ce1f5cff30937065779325b523dc77a928dd",
    ),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn frozen(name: &str) -> String {
    fs::read_to_string(root().join("tests/golden").join(name)).unwrap()
}

#[test]
fn the_files_of_version_1_are_read_and_written_as_ever() {
    for (name, sum) in FROZEN {
        let text = frozen(name);
        let scenario = parse_scenario(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(to_ron(&scenario).unwrap(), text, "{name}");
        assert_eq!(sha256(&scenario).unwrap(), sum, "{name}");
    }
}

#[test]
fn every_field_and_choice_of_the_format_stands_in_a_frozen_file() {
    let all: String = FROZEN.iter().map(|(name, _)| frozen(name)).collect();
    let words = words(&all);
    let mut names = Vec::new();
    for file in sources(&root().join("src/scenario")) {
        let source = fs::read_to_string(file).unwrap();
        names.extend(names_of(&source));
    }
    assert!(names.len() > 250, "only {} names found", names.len());
    // What is the default is written by leaving its field out, and the groups of a table stand beside the file.
    let unwritten = ["RateUnit::Hour", "Table::groups"];
    let missing: Vec<&String> = names
        .iter()
        .filter(|name| !unwritten.contains(&name.as_str()))
        .filter(|name| {
            let own = name.rsplit("::").next().unwrap();
            !words.contains(&own)
        })
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The words of a file that are no text: names of fields and choices.
fn words(text: &str) -> Vec<&str> {
    let outside = text.split('"').step_by(2);
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    outside
        .flat_map(|part| part.split(move |c| !is_of_word(c)))
        .filter(|word| !word.is_empty())
        .collect()
}

/// `Type::name` of every field and choice of the types that stand in a file, read off their source as it is laid
/// out: those that are deserialised by derivation.
fn names_of(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_written = false;
    let mut current: Option<(String, bool)> = None;
    let mut choice = String::new();
    for line in source.lines() {
        if line.starts_with("#[cfg(test)]") {
            break;
        }
        if line.starts_with("#[derive(") {
            is_written = line.contains("Deserialize");
        }
        if line == "}" {
            (current, is_written) = (None, false);
        }
        let opens = |word: &str| {
            line.strip_prefix(word)?
                .strip_suffix(" {")
                .map(str::to_owned)
        };
        if is_written && let Some(name) = opens("pub struct ") {
            current = Some((name, false));
        } else if is_written && let Some(name) = opens("pub enum ") {
            current = Some((name, true));
        }
        let Some((of, has_choices)) = &current else {
            continue;
        };
        let deep = line.len() - line.trim_start().len();
        let word: String = line
            .trim_start()
            .trim_start_matches("pub ")
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        if word.is_empty() {
            continue;
        }
        let is_field = line.trim_start()[..].contains(&format!("{word}: "));
        match (has_choices, deep) {
            (false, 4) if is_field => names.push(format!("{of}::{word}")),
            (true, 4) => {
                names.push(format!("{of}::{word}"));
                choice = word;
            }
            (true, 8) if is_field => names.push(format!("{choice}::{word}")),
            _ => {}
        }
    }
    names
}
